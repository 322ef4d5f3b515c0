//! Tries that slow down the next ones.
use super::entity::sign_in_failure as tried;
use super::{StoreError, Tx};
use domain::day::Timestamp;
use domain::throttle::Throttle;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set, Statement};
use uuid::Uuid;

/// PostgreSQL's advisory lock under which tries are counted.
const LOCK: i64 = 0x6d_7561_7676;
/// More than these never decide anything.
const MOST_READ: u64 = 200;
/// However many addresses somebody has, the table stays this small.
const MOST_KEPT: u64 = 200_000;

/// Lets one transaction at a time count, so that many tries in one moment count as many. SQLite has one writer anyway.
pub async fn take_turns(tx: &Tx) -> Result<(), StoreError> {
    let backend = tx.conn().get_database_backend();
    if backend == DatabaseBackend::Postgres {
        tx.conn().execute_raw(Statement::from_sql_and_values(backend, "SELECT pg_advisory_xact_lock($1)", [LOCK.into()])).await?;
    }
    Ok(())
}

/// When the tries were that still count.
pub async fn tries(tx: &Tx, subject: &str, now: Timestamp) -> Result<Vec<Timestamp>, StoreError> {
    let rows = tried::Entity::find()
        .filter(tried::Column::Subject.eq(subject))
        .filter(tried::Column::At.gt(now - Throttle::MEMORY))
        .order_by_desc(tried::Column::At)
        .limit(MOST_READ)
        .all(tx.conn())
        .await?;
    Ok(rows.into_iter().map(|row| row.at).collect())
}

pub async fn add(tx: &Tx, rows: impl IntoIterator<Item = (Uuid, &str)>, at: Timestamp) -> Result<(), StoreError> {
    let rows = rows.into_iter().map(|(id, subject)| tried::ActiveModel { id: Set(id), subject: Set(subject.to_owned()), at: Set(at) });
    tried::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Takes tries back, and forgets everything about `subject`.
pub async fn forgive(tx: &Tx, ids: &[Uuid], subject: Option<&str>) -> Result<(), StoreError> {
    tried::Entity::delete_many().filter(tried::Column::Id.is_in(ids.iter().copied())).exec(tx.conn()).await?;
    if let Some(subject) = subject {
        tried::Entity::delete_many().filter(tried::Column::Subject.eq(subject)).exec(tx.conn()).await?;
    }
    Ok(())
}

/// Forgets what counts no more, and the oldest of what is too much.
pub async fn prune(tx: &Tx, now: Timestamp) -> Result<(), StoreError> {
    let too_much = tried::Entity::find().order_by_desc(tried::Column::At).offset(MOST_KEPT).limit(1).one(tx.conn()).await?;
    let before = too_much.map_or(now - Throttle::MEMORY, |row| row.at.max(now - Throttle::MEMORY));
    tried::Entity::delete_many().filter(tried::Column::At.lte(before)).exec(tx.conn()).await?;
    Ok(())
}
