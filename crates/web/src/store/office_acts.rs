//! What officers did for members beside posts. Rows are only added.
use super::entity::office_act::{ActiveModel, Column, Entity, Model};
use super::{Slice, StoreError, Tx, corrupt};
use domain::assisted::Asked;
use domain::id::OrgId;
use domain::office_act::OfficeAct;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

pub async fn insert(tx: &Tx, act: &OfficeAct) -> Result<(), StoreError> {
    let OfficeAct { id, org, kind, subject, about, asked, by, at } = act.clone();
    let (asker, way, note) = match asked {
        None => (None, None, None),
        Some(Asked { name, way, note }) => (Some(name.into()), Some(way.code().to_owned()), Some(note.into())),
    };
    let row = ActiveModel {
        id: Set(id.into()),
        org_id: Set(org.into()),
        kind: Set(kind.code().to_owned()),
        subject_id: Set(subject),
        about: Set(about.map(String::from).unwrap_or_default()),
        asker: Set(asker),
        way: Set(way),
        note: Set(note),
        done_by: Set(by.into()),
        done_at: Set(at),
    };
    row.insert(tx.conn()).await?;
    Ok(())
}

/// Newest first; of all organisations, or of one.
pub async fn list(tx: &Tx, org: Option<OrgId>, slice: Slice<Uuid>) -> Result<Vec<OfficeAct>, StoreError> {
    let mut query = Entity::find().order_by_desc(Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(Column::Id.lt(after));
    }
    if let Some(org) = org {
        query = query.filter(Column::OrgId.eq(Uuid::from(org)));
    }
    query.all(tx.conn()).await?.into_iter().map(|row| read(&row).ok_or_else(|| corrupt("office_act", row.id))).collect()
}

fn read(row: &Model) -> Option<OfficeAct> {
    let asked = match (&row.asker, &row.way, &row.note) {
        (Some(name), Some(way), Some(note)) => Some(Asked { name: name.parse().ok()?, way: way.parse().ok()?, note: note.parse().ok()? }),
        (None, None, None) => None,
        _ => return None,
    };
    Some(OfficeAct {
        id: row.id.into(),
        org: row.org_id.into(),
        kind: row.kind.parse().ok()?,
        subject: row.subject_id,
        about: if row.about.is_empty() { None } else { Some(row.about.parse().ok()?) },
        asked,
        by: row.done_by.into(),
        at: row.done_at,
    })
}
