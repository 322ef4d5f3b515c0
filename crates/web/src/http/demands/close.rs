//! A buyer closes a demand: nothing more is bought by it, and contracts go on.
use super::{DemandView, look};
use crate::app::App;
use crate::flow::proposals::decline_for;
use crate::http::assisted;
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, Json, Path};
use crate::store::demands::{self, HeldDemand};
use crate::store::{StoreError, Tx, proposals};
use axum::extract::State;
use domain::assisted::EnteredPost;
use domain::id::DemandId;
use domain::policy::{Command, scope};
use domain::reason::Reason;
use serde::Deserialize;
use utoipa::ToSchema;

/// What suppliers read where the buyer gave no reason.
const CLOSED: &str = "Bên mua đã đóng nhu cầu này. (The buyer closed this demand.)";

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseDemand {
    /// The version that was on the screen.
    pub version: i64,
    /// Suppliers whose proposals are still open read it.
    #[serde(default)]
    pub reason: Option<Reason>,
}

/// Ends a demand for good: its open proposals are declined and their suppliers are told, contracts stay as they are. Closing twice is
/// harmless.
#[utoipa::path(post, path = "/demands/{id}/close", tag = "demands", params(("id" = DemandId, Path)), request_body = CloseDemand,
    responses((status = 200, body = DemandView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn close(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<DemandId>,
    Json(body): Json<CloseDemand>,
) -> Result<axum::Json<DemandView>, ApiError> {
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    let HeldDemand { demand, held } = demands::get(&tx, scope(&auth, Command::ReadDemand), id).await?;
    let closed = demand.close(&auth, body.reason.clone(), body.version, now)?;
    if closed.version == demand.version {
        return look(&app, &auth, &tx, HeldDemand { demand, held }).await;
    }
    // Before the post's own row, in the order in which everybody takes both.
    let acting = assisted::acting(&tx, &auth, EnteredPost::Demand(id)).await?;
    let reason = body.reason.map_or_else(|| CLOSED.parse().map_err(anyhow::Error::from), Ok)?;
    decline_for(&app, &tx, &auth, id, reason).await?;
    demands::save(&tx, &closed).await?;
    acting.withdrawn(&app, &tx).await?;
    // A round that ran in between proposed more: whoever closes looks at it first.
    if !proposals::open_of_demand(&tx, id, now).await?.is_empty() {
        return Err(StoreError::Stale.into());
    }
    let held = demands::get(&tx, scope(&auth, Command::ReadDemand), id).await?;
    let view = look(&app, &auth, &tx, held).await?;
    tx.commit().await?;
    Ok(view)
}
