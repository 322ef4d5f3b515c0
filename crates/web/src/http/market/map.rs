//! How much is open in each province, for the map.
use super::kg;
use crate::app::App;
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, Query};
use crate::reference::places::PLACES;
use crate::store::totals::{self, Totals};
use crate::store::{StoreError, Tx, corrupt};
use axum::Json;
use axum::extract::State;
use domain::disclosure::{Field, Stage, shows};
use domain::product::Slug;
use domain::search::Goods;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MapQuery {
    /// Of all products when it is left out.
    pub product: Option<Slug>,
}

/// Every province, also one with nothing. Weights are kilograms, rounded down to 100.
#[derive(Debug, Serialize, ToSchema)]
pub struct MarketMap {
    pub provinces: Vec<ProvinceTotals>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ProvinceTotals {
    #[schema(example = "25")]
    pub code: String,
    pub name: String,
    pub offers: i64,
    pub kg_offered: String,
    /// For those who trade here.
    pub demands: Option<i64>,
    pub kg_demanded: Option<String>,
}

/// What is open by province; what is demanded is shown to those who trade here.
#[utoipa::path(get, path = "/market/map", tag = "market", params(MapQuery),
    responses((status = 200, body = MarketMap), (status = 422, body = Problem)))]
pub async fn show(State(app): State<App>, auth: Option<Auth>, Query(query): Query<MapQuery>) -> Result<Json<MarketMap>, ApiError> {
    let trades = shows(Stage::on_market(auth.as_deref()), Field::Demand);
    let tx = Tx::read(&app.db).await?;
    let communes = totals::by_commune(&tx, Goods::least(), app.env.today(), query.product.as_ref()).await?;
    let totals = by_province(communes)?;
    let province = |(code, name): (&str, &str)| {
        let own = totals.get(code).copied().unwrap_or_default();
        ProvinceTotals {
            code: code.to_owned(),
            name: name.to_owned(),
            offers: own.offers,
            kg_offered: kg(own.offered_g),
            demands: trades.then_some(own.demands),
            kg_demanded: trades.then(|| kg(own.demanded_g)),
        }
    };
    Ok(Json(MarketMap { provinces: PLACES.provinces().map(province).collect() }))
}

fn by_province(communes: BTreeMap<String, Totals>) -> Result<BTreeMap<&'static str, Totals>, StoreError> {
    let mut provinces: BTreeMap<&str, Totals> = BTreeMap::new();
    for (code, totals) in communes {
        let commune = PLACES.commune(&code).ok_or_else(|| corrupt("commune", &code))?;
        let sum = provinces.entry(&commune.province_code).or_default();
        sum.offers += totals.offers;
        sum.offered_g += totals.offered_g;
        sum.demands += totals.demands;
        sum.demanded_g += totals.demanded_g;
    }
    Ok(provinces)
}
