//! What one more tonne would have gained in a round.
use crate::app::App;
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, Path};
use crate::http::names::Named;
use crate::reference::catalogue;
use crate::reference::places::PLACES;
use crate::store::market::week_of;
use crate::store::{Tx, rounds};
use axum::extract::State;
use domain::day::Week;
use domain::id::RoundId;
use domain::policy::{Command, Target, allow};
use domain::quantity::Kg;
use matching::marginal::Marginal;
use matching::market::Market;
use matching::plan::Plan;
use serde::Serialize;
use std::cell::RefCell;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// One week of one product in one province; amounts in đồng a tonne.
#[derive(Debug, Serialize, ToSchema)]
pub struct MarginalView {
    pub product: Named,
    pub province: String,
    pub week: Week,
    /// What the next tonne offered there would have gained at most beyond its ask; absent where nobody offered for that week.
    pub one_more_offered: Option<i64>,
    /// What the next tonne wanted there would have gained at most; absent where nobody wanted any that week.
    pub one_more_wanted: Option<i64>,
    pub kg_sold: Kg,
    pub kg_wanted: Kg,
    pub kg_filled: Kg,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Marginals {
    pub items: Vec<MarginalView>,
}

/// What one more tonne would have gained in a round, by product, province and week.
#[utoipa::path(get, path = "/rounds/{id}/marginals", tag = "rounds", params(("id" = RoundId, Path)),
    responses((status = 200, body = Marginals), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn marginals(State(app): State<App>, auth: Auth, Path(id): Path<RoundId>) -> Result<axum::Json<Marginals>, ApiError> {
    allow(&auth, Command::ReadRound, Target::Whole)?;
    let (market, plan) = rounds::files(&Tx::read(&app.db).await?, id).await?;
    let rows = tokio::task::spawn_blocking(move || table(&market, &plan)).await.map_err(|error| ApiError::Internal(error.into()))?;
    Ok(axum::Json(Marginals { items: rows.into_iter().filter_map(view).collect() }))
}

/// Posts of a commune share its point or lie near it: their province is the nearest commune's.
fn table(market: &Market, plan: &Plan) -> Vec<Marginal<&'static str>> {
    let known: RefCell<BTreeMap<(i32, i32), &'static str>> = RefCell::new(BTreeMap::new());
    matching::marginal::marginals(market, plan, |lat, lon| {
        *known.borrow_mut().entry((lat, lon)).or_insert_with(|| PLACES.province_near(lat, lon))
    })
}

fn view(row: Marginal<&'static str>) -> Option<MarginalView> {
    let kg = |kg: i64| Kg::from_whole(kg).unwrap_or(Kg::MOST);
    Some(MarginalView {
        product: Named::product(&catalogue::now().product_of_number(row.product)?.slug),
        province: row.place.to_owned(),
        week: week_of(row.week)?,
        one_more_offered: row.supply,
        one_more_wanted: row.demand,
        kg_sold: kg(row.kg_offered_sold),
        kg_wanted: kg(row.kg_wanted),
        kg_filled: kg(row.kg_wanted_filled),
    })
}
