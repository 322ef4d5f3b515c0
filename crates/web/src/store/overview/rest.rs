//! What the last round left.
use super::all;
use crate::store::{StoreError, Tx};
use domain::day::Timestamp;
use sea_orm::FromQueryResult;
use uuid::Uuid;

#[derive(Debug, Clone, Default)]
pub struct Rest {
    pub ran_at: Option<Timestamp>,
    pub rows: Vec<RestRow>,
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct RestRow {
    pub side: String,
    pub obstacle: String,
    pub posts: i64,
    pub left_g: i64,
}

#[derive(FromQueryResult)]
struct LastRound {
    id: Uuid,
    ran_at: Timestamp,
}

/// By side and by the last obstacle, the most frequent first.
pub async fn last_rest(tx: &Tx) -> Result<Rest, StoreError> {
    let Some(round) = all::<LastRound>(tx, "SELECT id, ran_at FROM round ORDER BY id DESC LIMIT 1", []).await?.pop() else {
        return Ok(Rest::default());
    };
    let sql = "SELECT side, obstacle, COUNT(DISTINCT post_id) AS posts, CAST(SUM(left_g) AS bigint) AS left_g \
         FROM round_unmatched WHERE round_id = $1 GROUP BY side, obstacle ORDER BY posts DESC, side, obstacle";
    Ok(Rest { ran_at: Some(round.ran_at), rows: all(tx, sql, [round.id.into()]).await? })
}
