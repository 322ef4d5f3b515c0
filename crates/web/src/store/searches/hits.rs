//! Posts that were found for people: each once, whichever search found it.
use crate::store::entity::search_hit;
use crate::store::{CHUNK, StoreError, Tx};
use domain::day::Timestamp;
use domain::id::{SearchId, UserId};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    pub user: UserId,
    pub post: Uuid,
    pub search: SearchId,
}

/// What is known already stays as it is.
pub async fn found(tx: &Tx, hits: &[Hit], now: Timestamp) -> Result<(), StoreError> {
    for chunk in hits.chunks(CHUNK) {
        let rows = chunk.iter().map(|hit| search_hit::ActiveModel {
            user_id: Set(hit.user.into()),
            post_id: Set(hit.post),
            search_id: Set(hit.search.into()),
            found_at: Set(now),
            told_at: Set(None),
        });
        let known = OnConflict::columns([search_hit::Column::UserId, search_hit::Column::PostId]).do_nothing().to_owned();
        search_hit::Entity::insert_many(rows).on_conflict(known).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// Takes what a person was not told yet; whoever takes it tells it.
pub async fn take_untold(tx: &Tx, user: UserId, now: Timestamp) -> Result<Vec<Hit>, StoreError> {
    let told = search_hit::ActiveModel { told_at: Set(Some(now)), ..Default::default() };
    let rows = search_hit::Entity::update_many()
        .set(told)
        .filter(search_hit::Column::UserId.eq(Uuid::from(user)))
        .filter(search_hit::Column::ToldAt.is_null())
        .exec_with_returning(tx.conn())
        .await?;
    Ok(rows.into_iter().map(|row| Hit { user: row.user_id.into(), post: row.post_id, search: row.search_id.into() }).collect())
}

/// Forgets what was found long ago: its season is over.
pub async fn prune(tx: &Tx, before: Timestamp) -> Result<(), StoreError> {
    search_hit::Entity::delete_many().filter(search_hit::Column::FoundAt.lt(before)).exec(tx.conn()).await?;
    Ok(())
}
