//! The debts of a contract that belong to no single delivery: deposit, retention, and what of a deposit goes back.
use super::error::{ApiError, Problem};
use super::extract::{Auth, Json, Path};
use super::line_view::DeliveryLinesView;
use super::lines::{DeclareBody, DisputeBody, act_on};
use crate::app::App;
use crate::flow::lines::{Command, Target};
use axum::extract::State;
use domain::dues::DueKind;
use domain::id::ContractId;
use domain::payment;

/// Whoever owes it says that it is paid: the buyer, or the supplier who gives back the rest of a deposit. Once no more goods come, a deposit of
/// which nobody spoke before can still be said to have come whole (`late_deposit`).
#[utoipa::path(post, path = "/contracts/{id}/dues/{due}/declare-payment", tag = "lines",
    params(("id" = ContractId, Path), ("due" = DueKind, Path)), request_body = DeclareBody,
    responses((status = 200, body = DeliveryLinesView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn declare(
    State(app): State<App>,
    auth: Auth,
    Path((id, due)): Path<(ContractId, DueKind)>,
    Json(body): Json<DeclareBody>,
) -> Result<axum::Json<DeliveryLinesView>, ApiError> {
    let command = payment::Command::Declare { amount: body.amount, reference: body.reference };
    act_on(&app, &auth, (id, Target::Due(due)), &Command::Money(command)).await
}

/// The other side has the money.
#[utoipa::path(post, path = "/contracts/{id}/dues/{due}/confirm-payment", tag = "lines",
    params(("id" = ContractId, Path), ("due" = DueKind, Path)),
    responses((status = 200, body = DeliveryLinesView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn confirm(
    State(app): State<App>,
    auth: Auth,
    Path((id, due)): Path<(ContractId, DueKind)>,
) -> Result<axum::Json<DeliveryLinesView>, ApiError> {
    act_on(&app, &auth, (id, Target::Due(due)), &Command::Money(payment::Command::Confirm)).await
}

/// The other side does not have the money that was declared: it is owed again, since the same day.
#[utoipa::path(post, path = "/contracts/{id}/dues/{due}/dispute-payment", tag = "lines",
    params(("id" = ContractId, Path), ("due" = DueKind, Path)), request_body = DisputeBody,
    responses((status = 200, body = DeliveryLinesView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn dispute(
    State(app): State<App>,
    auth: Auth,
    Path((id, due)): Path<(ContractId, DueKind)>,
    Json(body): Json<DisputeBody>,
) -> Result<axum::Json<DeliveryLinesView>, ApiError> {
    act_on(&app, &auth, (id, Target::Due(due)), &Command::Money(payment::Command::Dispute { note: body.reason })).await
}

/// Whoever said by mistake that it is paid takes that back while the other side has not confirmed it. A deposit that the supplier already
/// gave back, as it says, stays.
#[utoipa::path(post, path = "/contracts/{id}/dues/{due}/withdraw-payment", tag = "lines",
    params(("id" = ContractId, Path), ("due" = DueKind, Path)),
    responses((status = 200, body = DeliveryLinesView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn withdraw(
    State(app): State<App>,
    auth: Auth,
    Path((id, due)): Path<(ContractId, DueKind)>,
) -> Result<axum::Json<DeliveryLinesView>, ApiError> {
    act_on(&app, &auth, (id, Target::Due(due)), &Command::Money(payment::Command::Withdraw)).await
}
