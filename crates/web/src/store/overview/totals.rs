//! Counts and sums over the whole market.
use super::{all, one};
use crate::store::{StoreError, Tx};
use chrono::NaiveDate;
use domain::day::{Timestamp, TradeDay};
use sea_orm::FromQueryResult;

/// Verified organisations of one kind, those at rest among them, and how many of them trade on contract.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ByKind {
    pub kind: String,
    pub verified: i64,
    /// Had a contract that both sides signed, now or before.
    pub contracted: i64,
    pub in_force: i64,
}

/// A contract has lines from the day it came into force.
pub async fn by_kind(tx: &Tx) -> Result<Vec<ByKind>, StoreError> {
    let sql = "WITH party AS ( \
             SELECT c.supplier_id AS org_id, c.status FROM contract c WHERE EXISTS (SELECT 1 FROM line l WHERE l.contract_id = c.id) \
             UNION ALL \
             SELECT c.buyer_id AS org_id, c.status FROM contract c WHERE EXISTS (SELECT 1 FROM line l WHERE l.contract_id = c.id) \
         ), trader AS ( \
             SELECT org_id, MAX(CASE WHEN status = 'in_force' THEN 1 ELSE 0 END) AS in_force FROM party GROUP BY org_id \
         ) \
         SELECT o.kind, COUNT(*) AS verified, COUNT(t.org_id) AS contracted, CAST(COALESCE(SUM(t.in_force), 0) AS bigint) AS in_force \
         FROM organisation o LEFT JOIN trader t ON t.org_id = o.id WHERE o.status IN ('verified', 'paused') GROUP BY o.kind ORDER BY o.kind";
    all(tx, sql, []).await
}

/// Grams.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Volumes {
    pub offered: i64,
    pub demanded: i64,
    pub proposed: i64,
    pub contracted: i64,
    pub delivered: i64,
    pub unsold: i64,
}

/// What was to be delivered since a day, and what open offers still have from today on. Who rests or is suspended is not on
/// the market; what was promised before still counts.
pub async fn volumes(tx: &Tx, since: TradeDay, today: TradeDay) -> Result<Volumes, StoreError> {
    let sql = "SELECT \
         (SELECT CAST(COALESCE(SUM(f.total_g), 0) AS bigint) FROM offer f JOIN organisation o ON o.id = f.org_id \
             WHERE f.status = 'open' AND f.window_to >= $1 AND o.status = 'verified') AS offered, \
         (SELECT CAST(COALESCE(SUM(w.needed_g), 0) AS bigint) FROM demand d JOIN organisation o ON o.id = d.org_id \
             JOIN demand_week w ON w.demand_id = d.id \
             WHERE d.status = 'open' AND d.last_week >= $1 AND w.week >= $1 AND o.status = 'verified') AS demanded, \
         (SELECT CAST(COALESCE(SUM(w.held_g), 0) AS bigint) FROM proposal p JOIN hold_week w ON w.owner = p.id \
             WHERE p.status = 'open') AS proposed, \
         (SELECT CAST(COALESCE(SUM(planned_g), 0) AS bigint) FROM line WHERE week >= $1) AS contracted, \
         (SELECT CAST(COALESCE(SUM(accepted_g), 0) AS bigint) FROM line WHERE week >= $1) AS delivered, \
         (SELECT CAST(COALESCE(SUM(f.total_g - f.held_g), 0) AS bigint) FROM offer f JOIN organisation o ON o.id = f.org_id \
             WHERE f.status = 'open' AND f.window_to >= $2 AND o.status = 'verified') AS unsold";
    one(tx, sql, [since.date().into(), today.date().into()]).await
}

#[derive(FromQueryResult)]
struct Count {
    count: i64,
}

/// Proposals that somebody can still answer.
pub async fn open_proposals(tx: &Tx, now: Timestamp) -> Result<i64, StoreError> {
    let sql = "SELECT COUNT(*) AS count FROM proposal WHERE status = 'open' AND expires_at > $1";
    Ok(one::<Count>(tx, sql, [now.into()]).await?.count)
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct ByStatus {
    pub status: String,
    pub count: i64,
}

pub async fn by_status(tx: &Tx) -> Result<Vec<ByStatus>, StoreError> {
    all(tx, "SELECT status, COUNT(*) AS count FROM contract GROUP BY status ORDER BY status", []).await
}

/// Payments past their day.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Late {
    pub count: i64,
    pub amount: i64,
    /// The day of the oldest one.
    pub oldest: Option<NaiveDate>,
}

pub async fn late(tx: &Tx, today: TradeDay) -> Result<Late, StoreError> {
    let sql = "SELECT COUNT(*) AS count, CAST(COALESCE(SUM(due_amount), 0) AS bigint) AS amount, MIN(due_on) AS oldest FROM ( \
         SELECT due_amount, due_on FROM line WHERE payment = 'due' AND due_on < $1 \
         UNION ALL SELECT due_amount, due_on FROM contract_due WHERE payment = 'due' AND due_on < $1) AS late";
    one(tx, sql, [today.date().into()]).await
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct ByStars {
    pub stars: i64,
    pub count: i64,
}

/// Products with OCOP stars on a day.
pub async fn by_stars(tx: &Tx, today: TradeDay) -> Result<Vec<ByStars>, StoreError> {
    let sql = "SELECT stars, COUNT(*) AS count FROM certificate \
         WHERE status = 'verified' AND kind = 'ocop' AND issued_on <= $1 AND valid_to >= $1 AND stars IS NOT NULL GROUP BY stars ORDER BY stars";
    all(tx, sql, [today.date().into()]).await
}
