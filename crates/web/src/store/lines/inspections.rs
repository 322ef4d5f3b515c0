//! Entries of inspections ↔ rows. They are only added.
use crate::store::entity::inspection::{ActiveModel, Column, Entity, Model};
use crate::store::{CHUNK, StoreError, Tx};
use domain::delivery::Rejection;
use domain::id::LineId;
use domain::inspection::{Findings, Inspection, Inspections, Measured};
use domain::quantity::Kg;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The entries of some lines, in order.
pub async fn of_lines(tx: &Tx, lines: &[Uuid]) -> Result<BTreeMap<Uuid, Vec<Model>>, StoreError> {
    let mut found: BTreeMap<Uuid, Vec<Model>> = BTreeMap::new();
    for chunk in lines.chunks(CHUNK) {
        let rows = Entity::find().filter(Column::LineId.is_in(chunk.iter().copied())).order_by_asc(Column::Number).all(tx.conn()).await?;
        for row in rows {
            found.entry(row.line_id).or_default().push(row);
        }
    }
    Ok(found)
}

/// Adds what was not there before.
pub async fn add(tx: &Tx, line: LineId, before: Option<&Inspections>, after: Option<&Inspections>) -> Result<(), StoreError> {
    let known = before.map_or(0, |all| all.entries().len());
    let new: Vec<_> = after.into_iter().flat_map(|all| all.entries().iter().skip(known)).map(|entry| to_row(line, entry)).collect();
    if !new.is_empty() {
        Entity::insert_many(new).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

fn to_row(line: LineId, entry: &Inspection) -> ActiveModel {
    let Findings { inspected, accepted, rejections, measured, part, note } = &entry.findings;
    ActiveModel {
        line_id: Set(line.into()),
        number: Set(entry.number.into()),
        corrects: Set(entry.corrects.map(i64::from)),
        rest: Set(entry.rest),
        weighed_g: Set(entry.weighed.grams()),
        inspected_g: Set(inspected.grams()),
        accepted_g: Set(accepted.grams()),
        rejected_g: Set(entry.findings.rejected().unwrap_or_default().grams()),
        rejections: Set(serde_json::to_value(rejections).unwrap_or_default()),
        size_from_mm: Set(measured.size_from_mm.map(i64::from)),
        size_to_mm: Set(measured.size_to_mm.map(i64::from)),
        brix_tenths: Set(measured.brix_tenths.map(i64::from)),
        juice_percent: Set(measured.juice_percent.map(i64::from)),
        part: Set(part.clone().map(String::from)),
        note: Set(note.clone().map(String::from)),
        inspected_at: Set(entry.at),
        inspected_by: Set(entry.by.into()),
    }
}

/// Nothing where there is no entry, or where they do not fit together.
pub fn read(rows: &[Model]) -> Option<Inspections> {
    Inspections::new(rows.iter().map(entry).collect::<Option<_>>()?)
}

fn entry(row: &Model) -> Option<Inspection> {
    let figure = |figure: Option<i64>| figure.map(u16::try_from).transpose().ok();
    let rejections: Vec<Rejection> = serde_json::from_value(row.rejections.clone()).ok()?;
    let measured = Measured {
        size_from_mm: figure(row.size_from_mm)?,
        size_to_mm: figure(row.size_to_mm)?,
        brix_tenths: figure(row.brix_tenths)?,
        juice_percent: figure(row.juice_percent)?,
    };
    let findings = Findings {
        inspected: Kg::from_grams(row.inspected_g).ok()?,
        accepted: Kg::from_grams(row.accepted_g).ok()?,
        rejections,
        measured,
        part: row.part.as_deref().map(str::parse).transpose().ok()?,
        note: row.note.as_deref().map(str::parse).transpose().ok()?,
    };
    Some(Inspection {
        number: row.number.try_into().ok()?,
        corrects: figure(row.corrects)?,
        rest: row.rest,
        weighed: Kg::from_grams(row.weighed_g).ok()?,
        findings,
        by: row.inspected_by.into(),
        at: row.inspected_at,
    })
}
