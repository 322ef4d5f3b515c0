//! Notices that wait for the mail of the day.
use super::entity::{daily_notice, notice};
use super::{CHUNK, StoreError, Tx};
use crate::store::notices::{Notice, from_row};
use domain::day::Timestamp;
use domain::id::{NoticeId, UserId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Many at once, all for the same morning.
pub async fn wait(tx: &Tx, notices: &[(NoticeId, UserId)], due_at: Timestamp) -> Result<(), StoreError> {
    for chunk in notices.chunks(CHUNK) {
        let row = |(notice, user): &(NoticeId, UserId)| daily_notice::ActiveModel {
            notice_id: Set((*notice).into()),
            user_id: Set((*user).into()),
            due_at: Set(due_at),
        };
        daily_notice::Entity::insert_many(chunk.iter().map(row)).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// Takes out everything that waits for some of the people whose mail is due, the younger notices too; whoever takes it sends it.
/// What was read in the app meanwhile is left out. Nothing when no mail is due.
pub async fn take(tx: &Tx, now: Timestamp) -> Result<Option<BTreeMap<UserId, Vec<Notice>>>, StoreError> {
    const AT_ONCE: u64 = 200;
    let due = daily_notice::Entity::find()
        .select_only()
        .column(daily_notice::Column::UserId)
        .distinct()
        .filter(daily_notice::Column::DueAt.lte(now))
        .limit(AT_ONCE)
        .into_tuple::<Uuid>()
        .all(tx.conn())
        .await?;
    if due.is_empty() {
        return Ok(None);
    }
    let taken = daily_notice::Entity::delete_many().filter(daily_notice::Column::UserId.is_in(due)).exec_with_returning(tx.conn()).await?;
    let ids: Vec<Uuid> = taken.iter().map(|row| row.notice_id).collect();
    let mut waiting: BTreeMap<UserId, Vec<Notice>> = BTreeMap::new();
    for chunk in ids.chunks(CHUNK) {
        let unread = notice::Entity::find()
            .filter(notice::Column::Id.is_in(chunk.iter().copied()))
            .filter(notice::Column::ReadAt.is_null())
            .order_by_asc(notice::Column::Id);
        for row in unread.all(tx.conn()).await? {
            waiting.entry(row.user_id.into()).or_default().push(from_row(row));
        }
    }
    Ok(Some(waiting))
}
