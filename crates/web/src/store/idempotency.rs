//! Requests already answered: a repeated POST with the same key finds what the first one made.
use super::entity::idempotency;
use super::{StoreError, Tx, taken};
use crate::auth::hex;
use domain::day::Timestamp;
use domain::id::UserId;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

/// The key of one person's request, with what it asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    pub user: UserId,
    pub key: String,
    pub request_hash: String,
}

/// What a key stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Whether it asked for the same.
    pub same: bool,
    pub resource: Uuid,
}

/// What the database keeps of what was asked: without the key nobody finds out a price in it by trying.
fn mark(tx: &Tx, key: &Key) -> Result<String, StoreError> {
    Ok(hex(&tx.seal()?.mark("request", key.request_hash.as_bytes())))
}

pub async fn find(tx: &Tx, key: &Key) -> Result<Option<Made>, StoreError> {
    let found = idempotency::Entity::find_by_id((Uuid::from(key.user), key.key.clone())).one(tx.conn()).await?;
    found.map(|row| Ok(Made { same: row.request_hash == mark(tx, key)?, resource: row.resource_id })).transpose()
}

/// Written beside the thing it made; `Taken("key")` when another request with this key was first.
pub async fn insert(tx: &Tx, key: &Key, resource: Uuid, now: Timestamp) -> Result<(), StoreError> {
    let row = idempotency::ActiveModel {
        user_id: Set(key.user.into()),
        key: Set(key.key.clone()),
        request_hash: Set(mark(tx, key)?),
        resource_id: Set(resource),
        created_at: Set(now),
    };
    row.insert(tx.conn()).await.map_err(|error| taken(error, "idempotency", "key"))?;
    Ok(())
}

/// Keys are kept for a day or more: longer than any phone waits to send again.
pub async fn prune(tx: &Tx, before: Timestamp) -> Result<(), StoreError> {
    idempotency::Entity::delete_many().filter(idempotency::Column::CreatedAt.lt(before)).exec(tx.conn()).await?;
    Ok(())
}
