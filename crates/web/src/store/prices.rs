//! The reference price board.
use super::entity::price_quote;
use super::{CHUNK, StoreError, Tx};
use domain::day::{TradeDay, Week};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    pub variety: String,
    pub level: String,
    pub week: Week,
    pub market: String,
    pub min: i64,
    pub avg: i64,
    pub max: i64,
    pub source: String,
}

pub const FARMGATE: &str = "farmgate";
pub const WHOLESALE: &str = "wholesale";
pub const RETAIL: &str = "retail";

pub async fn insert(tx: &Tx, quotes: &[Quote]) -> Result<(), StoreError> {
    for chunk in quotes.chunks(CHUNK) {
        let rows = chunk.iter().cloned().map(|Quote { variety, level, week, market, min, avg, max, source }| price_quote::ActiveModel {
            variety: Set(variety),
            level: Set(level),
            week: Set(week.monday().date()),
            market: Set(market),
            price_min: Set(min),
            price_avg: Set(avg),
            price_max: Set(max),
            source: Set(source),
        });
        price_quote::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// The latest week that has quotes on or before `day`.
pub async fn latest_week(tx: &Tx, day: TradeDay) -> Result<Option<Week>, StoreError> {
    let found = price_quote::Entity::find()
        .filter(price_quote::Column::Week.lte(day.date()))
        .order_by_desc(price_quote::Column::Week)
        .one(tx.conn())
        .await?;
    Ok(found.map(|row| TradeDay::new(row.week).week()))
}

/// Every quote of a week, by variety and level.
pub async fn of_week(tx: &Tx, week: Week) -> Result<Vec<Quote>, StoreError> {
    let rows = price_quote::Entity::find()
        .filter(price_quote::Column::Week.eq(week.monday().date()))
        .order_by_asc(price_quote::Column::Variety)
        .order_by_asc(price_quote::Column::Level)
        .all(tx.conn())
        .await?;
    Ok(rows.into_iter().map(from_row).collect())
}

/// The last weeks of one variety up to `day`, newest first.
pub async fn of_variety(tx: &Tx, variety: &str, day: TradeDay, limit: u64) -> Result<Vec<Quote>, StoreError> {
    let rows = price_quote::Entity::find()
        .filter(price_quote::Column::Variety.eq(variety))
        .filter(price_quote::Column::Week.lte(day.date()))
        .order_by_desc(price_quote::Column::Week)
        .order_by_asc(price_quote::Column::Level)
        .limit(limit)
        .all(tx.conn())
        .await?;
    Ok(rows.into_iter().map(from_row).collect())
}

fn from_row(row: price_quote::Model) -> Quote {
    Quote {
        variety: row.variety,
        level: row.level,
        week: TradeDay::new(row.week).week(),
        market: row.market,
        min: row.price_min,
        avg: row.price_avg,
        max: row.price_max,
        source: row.source,
    }
}
