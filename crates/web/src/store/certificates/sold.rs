//! What suppliers offer and have under contract in a season, by variety: the other side of what their papers can grow.
use crate::store::{StoreError, Tx, corrupt};
use chrono::NaiveDate;
use domain::certificate::Sold;
use domain::day::{TradeDay, Window};
use domain::id::OrgId;
use domain::product::Slug;
use domain::quantity::Kg;
use sea_orm::{ConnectionTrait, FromQueryResult, Statement};
use std::collections::BTreeMap;
use uuid::Uuid;

#[derive(FromQueryResult)]
struct Row {
    org_id: Uuid,
    variety: String,
    offered: i64,
    contracted: i64,
}

/// Of one organisation, or of all. A season's goods are those whose harvest begins in it. An open offer counts whole, one that is over
/// or withdrawn counts with what is promised of it. A contract counts with what it still holds: goods that were not delivered went back to the offer.
pub async fn sold(
    tx: &Tx,
    of: Option<OrgId>,
    season: Window,
    today: TradeDay,
) -> Result<BTreeMap<OrgId, BTreeMap<Slug, Sold>>, StoreError> {
    let mut values: Vec<sea_orm::Value> = [today, season.from, season.to].map(|day| NaiveDate::into(day.date())).into();
    let (offers, contracts) = match of {
        Some(org) => {
            values.push(Uuid::from(org).into());
            ("AND org_id = $4", "AND o.org_id = $4")
        }
        None => ("", ""),
    };
    let sql = format!(
        "WITH goods AS ( \
             SELECT org_id, variety, CASE WHEN status = 'open' AND window_to >= $1 THEN total_g ELSE held_g END AS offered, 0 AS contracted \
             FROM offer WHERE window_from BETWEEN $2 AND $3 {offers} \
             UNION ALL \
             SELECT o.org_id, o.variety, 0 AS offered, w.held_g AS contracted FROM contract c \
             JOIN offer o ON o.id = c.offer_id JOIN hold_week w ON w.owner = c.id \
             WHERE o.window_from BETWEEN $2 AND $3 {contracts} \
         ) \
         SELECT org_id, variety, CAST(SUM(offered) AS bigint) AS offered, CAST(SUM(contracted) AS bigint) AS contracted \
         FROM goods GROUP BY org_id, variety"
    );
    let statement = Statement::from_sql_and_values(tx.conn().get_database_backend(), sql, values);
    let mut found: BTreeMap<OrgId, BTreeMap<Slug, Sold>> = BTreeMap::new();
    for Row { org_id, variety, offered, contracted } in Row::find_by_statement(statement).all(tx.conn()).await? {
        let weight = |grams: i64| Kg::from_grams(grams.min(Kg::MOST_GRAMS)).map_err(|_| corrupt("offer", org_id));
        let sold = Sold { offered: weight(offered)?, contracted: weight(contracted)? };
        let variety = variety.parse().map_err(|_| corrupt("offer", org_id))?;
        found.entry(org_id.into()).or_default().insert(variety, sold);
    }
    Ok(found)
}
