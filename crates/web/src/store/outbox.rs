//! Work that a transaction leaves for the worker. A job is claimed with a lease by one statement, so that many workers on one
//! database never do it twice at once; one that keeps failing is parked where the operator sees it.
use super::entity::outbox;
use super::{CHUNK, StoreError, Tx, corrupt};
use crate::jobs::Job;
use chrono::TimeDelta;
use domain::day::Timestamp;
use domain::id::JobId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Set};
use uuid::Uuid;

/// Longer than the longest job takes.
const LEASE: TimeDelta = TimeDelta::minutes(5);
/// With the waits between them about three days: a mail server that is away over a weekend loses nothing.
const MOST_ATTEMPTS: i64 = 80;

#[derive(Debug)]
pub struct Claimed {
    pub id: JobId,
    pub job: Job,
    pub attempts: i64,
}

/// Many at once, each with the moment from which it is due.
pub async fn push(tx: &Tx, jobs: &[(JobId, Job, Timestamp)]) -> Result<(), StoreError> {
    for chunk in jobs.chunks(CHUNK) {
        let row = |(id, job, run_at): &(JobId, Job, Timestamp)| {
            Ok(outbox::ActiveModel {
                id: Set((*id).into()),
                job: Set(serde_json::to_value(job).map_err(|_| corrupt("outbox", *id))?),
                run_at: Set(*run_at),
                attempts: Set(0),
                last_error: Set(None),
                parked_at: Set(None),
            })
        };
        let rows = chunk.iter().map(row).collect::<Result<Vec<_>, StoreError>>()?;
        outbox::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// Forgets all work.
pub async fn clear(tx: &Tx) -> Result<(), StoreError> {
    outbox::Entity::delete_many().exec(tx.conn()).await?;
    Ok(())
}

pub async fn claim(tx: &Tx, now: Timestamp, limit: u64) -> Result<Vec<Claimed>, StoreError> {
    let due = || outbox::Column::RunAt.lte(now).and(outbox::Column::ParkedAt.is_null());
    let next = outbox::Entity::find()
        .select_only()
        .column(outbox::Column::Id)
        .filter(due())
        .order_by_asc(outbox::Column::RunAt)
        .limit(limit)
        .into_query();
    let rows = outbox::Entity::update_many()
        .col_expr(outbox::Column::RunAt, Expr::value(now + LEASE))
        .col_expr(outbox::Column::Attempts, Expr::col(outbox::Column::Attempts).add(1))
        .filter(outbox::Column::Id.in_subquery(next))
        // Said again outside: on PostgreSQL a claimer that waited for another sees the row as it is now.
        .filter(due())
        .exec_with_returning(tx.conn())
        .await?;
    rows.into_iter()
        .map(|row| {
            let job = serde_json::from_value(row.job).map_err(|_| corrupt("outbox", row.id))?;
            Ok(Claimed { id: row.id.into(), job, attempts: row.attempts })
        })
        .collect()
}

pub async fn done(tx: &Tx, id: JobId) -> Result<(), StoreError> {
    outbox::Entity::delete_by_id(Uuid::from(id)).exec(tx.conn()).await?;
    Ok(())
}

/// Tries again later, twice as late each time; answers whether it gives up for good, after `MOST_ATTEMPTS`.
pub async fn failed(tx: &Tx, claimed: &Claimed, error: &str, now: Timestamp) -> Result<bool, StoreError> {
    let gives_up = claimed.attempts >= MOST_ATTEMPTS;
    let wait = TimeDelta::seconds(15 << claimed.attempts.clamp(0, 8));
    let row = outbox::ActiveModel {
        id: Set(claimed.id.into()),
        run_at: Set(now + wait),
        last_error: Set(Some(error.chars().take(500).collect())),
        parked_at: Set(gives_up.then_some(now)),
        ..Default::default()
    };
    outbox::Entity::update_many().set(row).filter(outbox::Column::Id.eq(Uuid::from(claimed.id))).exec(tx.conn()).await?;
    Ok(gives_up)
}

/// How many jobs wait, and how many were given up.
pub async fn counts(tx: &Tx) -> Result<(u64, u64), StoreError> {
    let waiting = outbox::Entity::find().filter(outbox::Column::ParkedAt.is_null()).count(tx.conn()).await?;
    let parked = outbox::Entity::find().filter(outbox::Column::ParkedAt.is_not_null()).count(tx.conn()).await?;
    Ok((waiting, parked))
}

/// When the next job is due, for a clock that is moved by hand.
pub async fn next_due(tx: &Tx) -> Result<Option<Timestamp>, StoreError> {
    let next = outbox::Entity::find().filter(outbox::Column::ParkedAt.is_null()).order_by_asc(outbox::Column::RunAt).one(tx.conn()).await?;
    Ok(next.map(|row| row.run_at))
}
