//! Saying no: before the contract takes effect, or later.
use super::view::ContractView;
use crate::app::App;
use crate::flow::contracts;
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, Json, Path};
use axum::extract::State;
use domain::id::ContractId;
use domain::reason::Reason;
use serde::Deserialize;
use utoipa::ToSchema;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EndContract {
    /// The other side reads it.
    pub reason: Reason,
}

/// Refuses to sign; the kilograms are free again.
#[utoipa::path(post, path = "/contracts/{id}/decline", tag = "contracts", params(("id" = ContractId, Path)), request_body = EndContract,
    responses((status = 200, body = ContractView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn decline(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<ContractId>,
    Json(body): Json<EndContract>,
) -> Result<axum::Json<ContractView>, ApiError> {
    contracts::decline(&app, &auth, id, body.reason).await?;
    Ok(axum::Json(ContractView::load(&app, &auth, id).await?))
}

/// Ends a contract in force; what was delivered is still owed.
#[utoipa::path(post, path = "/contracts/{id}/terminate", tag = "contracts", params(("id" = ContractId, Path)), request_body = EndContract,
    responses((status = 200, body = ContractView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn terminate(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<ContractId>,
    Json(body): Json<EndContract>,
) -> Result<axum::Json<ContractView>, ApiError> {
    contracts::terminate(&app, &auth, id, body.reason).await?;
    Ok(axum::Json(ContractView::load(&app, &auth, id).await?))
}
