//! The reference price board: bands by variety and week, with who says so.
use super::error::ApiError;
use super::extract::Query;
use crate::app::App;
use crate::store::Tx;
use crate::store::prices::{self, FARMGATE, Quote, RETAIL, WHOLESALE};
use axum::Json;
use axum::extract::State;
use domain::day::Week;
use domain::product::Slug;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

/// A band of prices in đồng per kg.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Band {
    pub min: i64,
    pub avg: i64,
    pub max: i64,
    pub market: String,
    pub source: String,
}

impl From<&Quote> for Band {
    fn from(quote: &Quote) -> Self {
        Self { min: quote.min, avg: quote.avg, max: quote.max, market: quote.market.clone(), source: quote.source.clone() }
    }
}

/// What a variety was worth in a week.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReferencePrice {
    pub variety: String,
    pub week: Week,
    pub farmgate: Option<Band>,
    pub wholesale: Option<Band>,
    pub retail: Option<Band>,
}

impl ReferencePrice {
    fn of(variety: &str, week: Week, quotes: &[&Quote]) -> Self {
        let band = |level: &str| quotes.iter().find(|quote| quote.level == level).map(|quote| Band::from(*quote));
        Self { variety: variety.to_owned(), week, farmgate: band(FARMGATE), wholesale: band(WHOLESALE), retail: band(RETAIL) }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct PriceBoard {
    /// The week of the prices; absent while there are none.
    pub week: Option<Week>,
    pub items: Vec<ReferencePrice>,
}

/// The latest week's prices of every variety.
#[utoipa::path(get, path = "/prices", tag = "prices", responses((status = 200, body = PriceBoard)))]
pub async fn board(State(app): State<App>) -> Result<Json<PriceBoard>, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let Some(week) = prices::latest_week(&tx, app.env.today()).await? else {
        return Ok(Json(PriceBoard { week: None, items: Vec::new() }));
    };
    let quotes = prices::of_week(&tx, week).await?;
    let mut by_variety: BTreeMap<&str, Vec<&Quote>> = BTreeMap::new();
    for quote in &quotes {
        by_variety.entry(&quote.variety).or_default().push(quote);
    }
    let items = by_variety.into_iter().map(|(variety, quotes)| ReferencePrice::of(variety, week, &quotes)).collect();
    Ok(Json(PriceBoard { week: Some(week), items }))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct OfVariety {
    #[param(example = "cam-canh")]
    pub variety: Slug,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct PriceHistory {
    /// Newest first, thirteen weeks at most.
    pub items: Vec<ReferencePrice>,
}

/// One variety's recent weeks.
#[utoipa::path(get, path = "/prices/reference", tag = "prices", params(OfVariety), responses((status = 200, body = PriceHistory)))]
pub async fn reference(State(app): State<App>, Query(query): Query<OfVariety>) -> Result<Json<PriceHistory>, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let quotes = prices::of_variety(&tx, query.variety.as_str(), app.env.today(), 13 * 3).await?;
    let mut by_week: BTreeMap<Week, Vec<&Quote>> = BTreeMap::new();
    for quote in &quotes {
        by_week.entry(quote.week).or_default().push(quote);
    }
    let items = by_week.into_iter().rev().map(|(week, quotes)| ReferencePrice::of(query.variety.as_str(), week, &quotes)).collect();
    Ok(Json(PriceHistory { items }))
}
