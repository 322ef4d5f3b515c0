//! What was said of the day of a delivery ↔ rows. They are only added.
use crate::store::entity::delivery_day::{ActiveModel, Column, Entity, Model};
use crate::store::{CHUNK, StoreError, Tx};
use domain::day::{TradeDay, Window};
use domain::delivery_day::{DayStep, DeliveryDay};
use domain::id::LineId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The steps of some lines, in order.
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
pub async fn add(tx: &Tx, line: LineId, before: &[DayStep], after: &[DayStep]) -> Result<(), StoreError> {
    let new: Vec<_> = after.iter().zip(1..).skip(before.len()).map(|(step, number)| to_row(line, number, step)).collect();
    if !new.is_empty() {
        Entity::insert_many(new).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

fn to_row(line: LineId, number: i64, step: &DayStep) -> ActiveModel {
    ActiveModel {
        line_id: Set(line.into()),
        number: Set(number),
        word: Set(step.word.code().to_owned()),
        day: Set(step.day.date()),
        note: Set(step.note.clone().map(String::from)),
        said_at: Set(step.at),
        said_by: Set(step.by.into()),
    }
}

/// Nothing where the steps do not fit together.
pub fn read(asked: Window, rows: &[Model]) -> Option<DeliveryDay> {
    DeliveryDay::new(asked, rows.iter().map(step).collect::<Option<_>>()?)
}

fn step(row: &Model) -> Option<DayStep> {
    Some(DayStep {
        word: row.word.parse().ok()?,
        day: TradeDay::new(row.day),
        note: row.note.as_deref().map(str::parse).transpose().ok()?,
        by: row.said_by.into(),
        at: row.said_at,
    })
}
