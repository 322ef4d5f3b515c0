//! What people were told in the app, and whether they read it.
use super::entity::notice;
use super::{CHUNK, Slice, StoreError, Tx};
use domain::day::Timestamp;
use domain::id::{NoticeId, UserId};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    pub id: NoticeId,
    pub user: UserId,
    pub kind: String,
    /// The offer, proposal, contract … it is about.
    pub subject: Option<Uuid>,
    /// Numbers and names of the sentence.
    pub arguments: serde_json::Value,
    pub created_at: Timestamp,
    pub read_at: Option<Timestamp>,
}

/// Many at once.
pub async fn insert(tx: &Tx, notices: &[Notice]) -> Result<(), StoreError> {
    for chunk in notices.chunks(CHUNK) {
        notice::Entity::insert_many(chunk.iter().cloned().map(to_row)).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// Newest first.
pub async fn list(tx: &Tx, user: UserId, slice: Slice<Uuid>) -> Result<Vec<Notice>, StoreError> {
    let mut query =
        notice::Entity::find().filter(notice::Column::UserId.eq(Uuid::from(user))).order_by_desc(notice::Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(notice::Column::Id.lt(after));
    }
    Ok(query.all(tx.conn()).await?.into_iter().map(from_row).collect())
}

pub async fn unread(tx: &Tx, user: UserId) -> Result<u64, StoreError> {
    let query = notice::Entity::find().filter(notice::Column::UserId.eq(Uuid::from(user))).filter(notice::Column::ReadAt.is_null());
    Ok(query.count(tx.conn()).await?)
}

/// Marks as read everything up to and including the notice that was on the screen.
pub async fn read_up_to(tx: &Tx, user: UserId, last: NoticeId, now: Timestamp) -> Result<(), StoreError> {
    let read = notice::ActiveModel { read_at: Set(Some(now)), ..Default::default() };
    notice::Entity::update_many()
        .set(read)
        .filter(notice::Column::UserId.eq(Uuid::from(user)))
        .filter(notice::Column::Id.lte(Uuid::from(last)))
        .filter(notice::Column::ReadAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(())
}

fn to_row(notice: Notice) -> notice::ActiveModel {
    notice::ActiveModel {
        id: Set(notice.id.into()),
        user_id: Set(notice.user.into()),
        kind: Set(notice.kind),
        subject_id: Set(notice.subject),
        arguments: Set(notice.arguments),
        created_at: Set(notice.created_at),
        read_at: Set(notice.read_at),
    }
}

pub(super) fn from_row(row: notice::Model) -> Notice {
    Notice {
        id: row.id.into(),
        user: row.user_id.into(),
        kind: row.kind,
        subject: row.subject_id,
        arguments: row.arguments,
        created_at: row.created_at,
        read_at: row.read_at,
    }
}
