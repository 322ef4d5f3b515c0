//! The rows of a list, each as it came and as it was understood.
use crate::store::entity::import_row::{ActiveModel, Column, Entity, Model};
use crate::store::seal::{Seal, in_bulk};
use crate::store::{CHUNK, Slice, StoreError, Tx, corrupt};
use domain::id::{ImportId, ImportRowId, OrgId};
use domain::import::{ImportedCell, ImportedCorrection, ImportedProblem, RowState};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select, Set};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::HashMap;
use uuid::Uuid;

#[derive(Debug, Clone, PartialEq)]
pub struct ImportRow {
    pub id: ImportRowId,
    pub import: ImportId,
    /// As the spreadsheet program numbers it; several when they are blank.
    pub number: u32,
    pub last_number: u32,
    /// Whose it is, once that is known.
    pub org: Option<OrgId>,
    pub state: RowState,
    pub skip: Option<String>,
    /// A person looked at it: what the list says elsewhere counts no more against it.
    pub decided: bool,
    /// What its cells say, and how many rows of the list said so up to here.
    pub source: [u8; 32],
    pub source_nth: u32,
    /// What it means, once it can be read.
    pub content: Option<[u8; 32]>,
    pub cells: Vec<ImportedCell>,
    pub corrections: Vec<ImportedCorrection>,
    pub problems: Vec<ImportedProblem>,
    /// The form it fills in, once every cell can be read.
    pub terms: Option<serde_json::Value>,
    /// What it became, or was before.
    pub thing: Option<Uuid>,
}

pub async fn insert_rows(tx: &Tx, rows: Vec<ImportRow>) -> Result<(), StoreError> {
    let rows = in_bulk(tx, rows, |seal, row| to_row(seal, &row)).await?;
    for chunk in rows.chunks(CHUNK) {
        Entity::insert_many(chunk.to_vec()).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// In the order of the file; all of them, or those that stand so.
pub async fn rows(tx: &Tx, import: ImportId, state: Option<RowState>, slice: Slice<Uuid>) -> Result<Vec<ImportRow>, StoreError> {
    let mut query = of(import).order_by_asc(Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(Column::Id.gt(after));
    }
    if let Some(state) = state {
        query = query.filter(Column::State.eq(state.code()));
    }
    in_bulk(tx, query.all(tx.conn()).await?, from_row).await
}

/// The next rows that wait to be made.
pub async fn waiting(tx: &Tx, import: ImportId, limit: u64) -> Result<Vec<ImportRow>, StoreError> {
    let query = of(import).filter(Column::State.eq(RowState::Accepted.code())).order_by_asc(Column::Id).limit(limit);
    in_bulk(tx, query.all(tx.conn()).await?, from_row).await
}

pub async fn row(tx: &Tx, import: ImportId, number: u32) -> Result<ImportRow, StoreError> {
    of(import)
        .filter(Column::Number.eq(i64::from(number)))
        .one(tx.conn())
        .await?
        .map_or(Err(StoreError::Missing), |row| from_row(tx.seal()?, row))
}

/// What each row that can be read means, with the first row that says so.
pub async fn contents(tx: &Tx, import: ImportId) -> Result<HashMap<[u8; 32], u32>, StoreError> {
    let (mut first, mut after) = (HashMap::new(), None);
    loop {
        let rows = rows(tx, import, None, Slice { after, limit: CHUNK as u64 }).await?;
        let Some(last) = rows.last() else { return Ok(first) };
        after = Some(last.id.into());
        for row in rows {
            if let Some(content) = row.content {
                first.entry(content).or_insert(row.number);
            }
        }
    }
}

/// As it stands now. The caller holds the list.
pub async fn save_row(tx: &Tx, row: &ImportRow) -> Result<(), StoreError> {
    Entity::update_many().set(to_row(tx.seal()?, row)?).filter(Column::Id.eq(Uuid::from(row.id))).exec(tx.conn()).await?;
    Ok(())
}

fn of(import: ImportId) -> Select<Entity> {
    Entity::find().filter(Column::ImportId.eq(Uuid::from(import)))
}

/// What a row said and how it was understood, as it is sealed.
#[derive(Serialize, Deserialize)]
struct Said<'a> {
    source: [u8; 32],
    content: Option<[u8; 32]>,
    cells: Cow<'a, [ImportedCell]>,
    corrections: Cow<'a, [ImportedCorrection]>,
    problems: Cow<'a, [ImportedProblem]>,
    terms: Option<Cow<'a, serde_json::Value>>,
}

fn to_row(seal: &Seal, row: &ImportRow) -> Result<ActiveModel, StoreError> {
    let said = Said {
        source: row.source,
        content: row.content,
        cells: Cow::Borrowed(&row.cells),
        corrections: Cow::Borrowed(&row.corrections),
        problems: Cow::Borrowed(&row.problems),
        terms: row.terms.as_ref().map(Cow::Borrowed),
    };
    Ok(ActiveModel {
        id: Set(row.id.into()),
        import_id: Set(row.import.into()),
        number: Set(row.number.into()),
        last_number: Set(row.last_number.into()),
        org_id: Set(row.org.map(Uuid::from)),
        state: Set(row.state.code().to_owned()),
        skip: Set(row.skip.clone()),
        decided: Set(row.decided),
        source_nth: Set(row.source_nth.into()),
        sealed: Set(seal.close_json("import_row", row.id.into(), &said)?),
        thing_id: Set(row.thing),
    })
}

fn from_row(seal: &Seal, row: Model) -> Result<ImportRow, StoreError> {
    let id = row.id;
    let said = seal.open_json("import_row", id, &row.sealed)?;
    read(row, said).ok_or_else(|| corrupt("import_row", id))
}

fn read(row: Model, said: Said<'_>) -> Option<ImportRow> {
    let state = row.state.parse().ok()?;
    // A row that waits to be made says what of.
    if state == RowState::Accepted && (said.terms.is_none() || said.content.is_none()) {
        return None;
    }
    Some(ImportRow {
        id: row.id.into(),
        import: row.import_id.into(),
        number: row.number.try_into().ok()?,
        last_number: row.last_number.try_into().ok()?,
        org: row.org_id.map(OrgId::from),
        state,
        skip: row.skip,
        decided: row.decided,
        source: said.source,
        source_nth: row.source_nth.try_into().ok()?,
        content: said.content,
        cells: said.cells.into_owned(),
        corrections: said.corrections.into_owned(),
        problems: said.problems.into_owned(),
        terms: said.terms.map(Cow::into_owned),
        thing: row.thing_id,
    })
}
