//! What officers wrote down about organisations for each other. Rows are only added.
use super::entity::office_note::{ActiveModel, Column, Entity, Model};
use super::{Slice, StoreError, Tx, corrupt};
use domain::id::{OfficeNoteId, OrgId};
use domain::office_note::OfficeNote;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

pub async fn insert(tx: &Tx, note: &OfficeNote) -> Result<(), StoreError> {
    let OfficeNote { id, org, words, by, at } = note.clone();
    let row = ActiveModel {
        id: Set(id.into()),
        org_id: Set(org.into()),
        words: Set(words.into()),
        written_by: Set(by.into()),
        written_at: Set(at),
    };
    row.insert(tx.conn()).await?;
    Ok(())
}

/// Newest first.
pub async fn list(tx: &Tx, org: OrgId, slice: Slice<Uuid>) -> Result<Vec<OfficeNote>, StoreError> {
    let mut query = Entity::find().filter(Column::OrgId.eq(Uuid::from(org))).order_by_desc(Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(Column::Id.lt(after));
    }
    query.all(tx.conn()).await?.iter().map(read).collect()
}

pub async fn get(tx: &Tx, id: OfficeNoteId) -> Result<OfficeNote, StoreError> {
    let row = Entity::find_by_id(Uuid::from(id)).one(tx.conn()).await?;
    read(&row.ok_or(StoreError::Missing)?)
}

fn read(row: &Model) -> Result<OfficeNote, StoreError> {
    let words = row.words.parse().map_err(|_| corrupt("office_note", row.id))?;
    Ok(OfficeNote { id: row.id.into(), org: row.org_id.into(), words, by: row.written_by.into(), at: row.written_at })
}
