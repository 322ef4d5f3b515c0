//! Reference prices.
use super::rows::each;
use super::season::Season;
use crate::reference::catalogue;
use crate::store::prices::{FARMGATE, Quote, RETAIL, WHOLESALE};
use anyhow::ensure;
use chrono::NaiveDate;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
struct Row {
    week_start: NaiveDate,
    variety: String,
    level: String,
    market: String,
    price_min: i64,
    price_avg: i64,
    price_max: i64,
    unit: String,
    source: String,
}

pub fn quotes(text: &str, season: &Season) -> anyhow::Result<Vec<Quote>> {
    each("price_board.csv", text, |row: Row| {
        ensure!(catalogue::now().variety(&row.variety).is_some(), "variety `{}` is not in the catalogue", row.variety);
        ensure!([FARMGATE, WHOLESALE, RETAIL].contains(&row.level.as_str()), "level `{}`", row.level);
        ensure!(row.unit == "VND/kg", "unit `{}`", row.unit);
        ensure!(0 < row.price_min && row.price_min <= row.price_avg && row.price_avg <= row.price_max, "prices out of order");
        let Row { week_start, variety, level, market, price_min: min, price_avg: avg, price_max: max, unit: _, source } = row;
        Ok(Quote { variety, level, week: season.board_week(week_start), market, min, avg, max, source })
    })
}
