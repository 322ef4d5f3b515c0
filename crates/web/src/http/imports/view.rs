//! A list and its rows as their owner sees them.
use crate::store::imports::{Counts, Import, ImportRow};
use chrono::{DateTime, Utc};
use domain::id::{ImportId, ImportRowId, OrgId, UserId};
use domain::import::{ImportHead, ImportKind, ImportState, ImportedCell, ImportedCorrection, ImportedProblem, RowState};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;

#[derive(Debug, Serialize, ToSchema)]
pub struct ImportView {
    pub id: ImportId,
    pub kind: ImportKind,
    pub file_name: String,
    /// Empty for a CSV file.
    pub sheet: String,
    pub header_row: u32,
    pub head: ImportHead,
    pub state: ImportState,
    pub counts: ImportCounts,
    pub sent_at: DateTime<Utc>,
    pub sent_by: String,
}

/// How many rows stand how.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportCounts {
    pub accepted: u32,
    pub review: u32,
    pub skipped: u32,
    pub left: u32,
    pub known: u32,
    pub made: u32,
}

impl ImportView {
    pub fn new(import: Import, names: &BTreeMap<UserId, String>) -> Self {
        let Import { id, owner: _, sent_by, kind, file_name, file_hash: _, sheet, header_row, head, state, counts, sent_at } = import;
        let Counts { accepted, review, skipped, left, known, made } = counts;
        Self {
            id,
            kind,
            file_name,
            sheet,
            header_row,
            head,
            state,
            counts: ImportCounts { accepted, review, skipped, left, known, made },
            sent_at,
            sent_by: names.get(&sent_by).cloned().unwrap_or_default(),
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ImportRowView {
    pub id: ImportRowId,
    /// As the spreadsheet program numbers it; blank rows stand together, up to `last_number`.
    pub number: u32,
    pub last_number: u32,
    pub state: RowState,
    /// Why it is no entry, in one stable word.
    pub skip: Option<String>,
    pub cells: Vec<ImportedCell>,
    pub corrections: Vec<ImportedCorrection>,
    pub problems: Vec<ImportedProblem>,
    /// The post, organisation or certificate it became, or was before.
    pub thing: Option<Uuid>,
    /// Whose it is, where that is known.
    pub organisation: Option<OrgId>,
}

impl From<ImportRow> for ImportRowView {
    fn from(row: ImportRow) -> Self {
        let ImportRow { id, number, last_number, org, state, skip, cells, corrections, problems, thing, .. } = row;
        Self { id, number, last_number, state, skip, cells, corrections, problems, thing, organisation: org }
    }
}
