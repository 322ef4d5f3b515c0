//! From forecast to firm to delivered: the trail of an offer's quantity.
use crate::app::App;
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, Path};
use crate::store::Tx;
use crate::store::offers::{self, Revision};
use axum::extract::State;
use chrono::{DateTime, Utc};
use domain::id::OfferId;
use domain::offer::Forecast;
use domain::policy::{Command, scope};
use domain::quantity::Kg;
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct QuantityStep {
    pub version: i64,
    /// What rounds could use from then on.
    pub kg_total: Kg,
    /// Until it was firm.
    pub forecast: Option<Forecast>,
    pub at: DateTime<Utc>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct QuantityTrail {
    /// The oldest first, fifty at most.
    pub steps: Vec<QuantityStep>,
    /// In live proposals and contracts.
    pub held: Kg,
    /// What buyers took until now.
    pub delivered: Kg,
}

/// How the quantity of an offer changed, and what came of it.
#[utoipa::path(get, path = "/offers/{id}/trail", tag = "offers", params(("id" = OfferId, Path)),
    responses((status = 200, body = QuantityTrail), (status = 404, body = Problem)))]
pub async fn show(State(app): State<App>, auth: Auth, Path(id): Path<OfferId>) -> Result<axum::Json<QuantityTrail>, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let held = offers::get(&tx, scope(&auth, Command::ReadOffer), id).await?.held;
    let step = |Revision { version, kg_total, forecast, at }: Revision| QuantityStep { version, kg_total, forecast, at };
    let steps = offers::revisions(&tx, id).await?.into_iter().map(step).collect();
    Ok(axum::Json(QuantityTrail { steps, held, delivered: offers::delivered(&tx, id).await? }))
}
