//! Supply, demand and what is promised of both, by product and week.
use super::all;
use crate::store::{StoreError, Tx};
use chrono::NaiveDate;
use domain::day::Week;
use sea_orm::{ConnectionTrait, DatabaseBackend, FromQueryResult, Value};
use std::collections::BTreeMap;
use std::fmt::Write;

/// One product in one week, in grams.
#[derive(Debug, Clone, Copy, Default)]
pub struct Balance {
    pub offered: i64,
    pub demanded: i64,
    /// In live proposals and contracts.
    pub matched: i64,
}

#[derive(FromQueryResult)]
struct SupplyRow {
    product: String,
    week: NaiveDate,
    offered: i64,
}

#[derive(FromQueryResult)]
struct NeedRow {
    product: String,
    week: NaiveDate,
    demanded: i64,
    matched: i64,
}

/// Open offers and demands of those who may trade, in these weeks. An offer counts evenly over the days of its harvest.
pub async fn balance(tx: &Tx, weeks: &[Week]) -> Result<BTreeMap<(String, NaiveDate), Balance>, StoreError> {
    let mut found: BTreeMap<(String, NaiveDate), Balance> = BTreeMap::new();
    let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else { return Ok(found) };
    let days = weeks.iter().flat_map(|week| [Value::from(week.monday().date()), Value::from(week.sunday().date())]);
    for row in all::<SupplyRow>(tx, &offered(tx.conn().get_database_backend(), weeks.len()), days).await? {
        found.entry((row.product, row.week)).or_default().offered = row.offered;
    }
    let demanded = "SELECT d.product, w.week, CAST(SUM(w.needed_g) AS bigint) AS demanded, CAST(SUM(w.held_g) AS bigint) AS matched \
         FROM demand d JOIN organisation o ON o.id = d.org_id \
         JOIN demand_week w ON w.demand_id = d.id \
         WHERE o.status = 'verified' AND d.status = 'open' AND d.last_week >= $1 AND w.week BETWEEN $1 AND $2 GROUP BY d.product, w.week";
    for row in all::<NeedRow>(tx, demanded, [first.monday().date().into(), last.monday().date().into()]).await? {
        let entry = found.entry((row.product, row.week)).or_default();
        entry.demanded = row.demanded;
        entry.matched = row.matched;
    }
    Ok(found)
}

/// The days of each week come as two values; the first week's Monday is `$1`.
fn offered(backend: DatabaseBackend, weeks: usize) -> String {
    let mut rows = String::new();
    for at in 0..weeks {
        let comma = if at == 0 { "" } else { ", " };
        let _ = write!(rows, "{comma}(${}, ${})", at * 2 + 1, at * 2 + 2);
    }
    let days = |from: &str, to: &str| match backend {
        DatabaseBackend::Sqlite => format!("(CAST(julianday({to}) - julianday({from}) AS bigint) + 1)"),
        _ => format!("({to} - {from} + 1)"),
    };
    let from = "(CASE WHEN f.window_from > w.monday THEN f.window_from ELSE w.monday END)";
    let to = "(CASE WHEN f.window_to < w.sunday THEN f.window_to ELSE w.sunday END)";
    format!(
        "WITH week (monday, sunday) AS (VALUES {rows}) \
         SELECT f.product, w.monday AS week, CAST(SUM(f.total_g * {share} / {span}) AS bigint) AS offered \
         FROM offer f JOIN organisation o ON o.id = f.org_id \
         JOIN week w ON f.window_from <= w.sunday AND f.window_to >= w.monday \
         WHERE o.status = 'verified' AND f.status = 'open' AND f.window_to >= $1 GROUP BY f.product, w.monday",
        share = days(from, to),
        span = days("f.window_from", "f.window_to"),
    )
}
