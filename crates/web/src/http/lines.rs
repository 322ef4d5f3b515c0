//! The delivery lines of one contract: sending, receiving, paying.
pub mod days;
pub mod inspections;

use super::error::{ApiError, Problem};
use super::extract::{Auth, Json, Path};
use super::line_view::DeliveryLinesView;
use crate::app::App;
use crate::flow::lines::{self as flow, Command, LineError, Target};
use crate::store::{Tx, contracts};
use axum::extract::State;
use domain::delivery::{self, Rejection};
use domain::id::ContractId;
use domain::money::Vnd;
use domain::payment;
use domain::policy::{self, scope};
use domain::quantity::Kg;
use domain::reason::Reason;
use domain::text::{Name, Note};
use serde::Deserialize;
use utoipa::ToSchema;

impl From<LineError> for ApiError {
    fn from(error: LineError) -> Self {
        match error {
            LineError::Store(error) => error.into(),
            LineError::Goods(refusal) => refusal.into(),
            LineError::Money(refusal) => refusal.into(),
            LineError::KeyReused => Self::conflict("idempotency_key_reused"),
            LineError::Other(error) => error.into(),
        }
    }
}

/// The lines of a contract in order of delivery, what they add up to, and where the goods go. A driver is shown no money.
#[utoipa::path(get, path = "/contracts/{id}/lines", tag = "lines", params(("id" = ContractId, Path)),
    responses((status = 200, body = DeliveryLinesView), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub async fn list(State(app): State<App>, auth: Auth, Path(id): Path<ContractId>) -> Result<axum::Json<DeliveryLinesView>, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let contract = contracts::get(&tx, scope(&auth, policy::Command::ReadDelivery), id).await?;
    let ledger = flow::ledger(&tx, &contract).await?;
    Ok(axum::Json(DeliveryLinesView::new(&auth, &contract, &ledger, app.env.today())))
}

/// What leaves the farm.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DispatchBody {
    /// At most the plan and the tolerance of the contract.
    pub kg: Kg,
    /// The plate, or whatever the driver is known by.
    pub vehicle: Option<Name>,
    pub note: Option<Note>,
}

/// The supplier sends the goods of a line, or corrects what was said while the buyer has not received them.
#[utoipa::path(post, path = "/contracts/{id}/lines/{number}/dispatch", tag = "lines", params(("id" = ContractId, Path), ("number" = u16, Path)),
    request_body = DispatchBody, responses((status = 200, body = DeliveryLinesView), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn dispatch(
    State(app): State<App>,
    auth: Auth,
    Path(at): Path<(ContractId, u16)>,
    Json(body): Json<DispatchBody>,
) -> Result<axum::Json<DeliveryLinesView>, ApiError> {
    let note = body.note.filter(|note| !note.is_empty());
    goods(&app, &auth, at, delivery::Command::Dispatch { kg: body.kg, vehicle: body.vehicle, note }).await
}

/// What the dock found. The accepted kilograms and the rejected ones add up to those received.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReceiveBody {
    /// What the scale shows.
    pub received: Kg,
    pub accepted: Kg,
    #[serde(default)]
    pub rejections: Vec<Rejection>,
}

/// The buyer weighs the goods and accepts them, in part or not; what is accepted is owed from that day on.
#[utoipa::path(post, path = "/contracts/{id}/lines/{number}/receive", tag = "lines", params(("id" = ContractId, Path), ("number" = u16, Path)),
    request_body = ReceiveBody, responses((status = 200, body = DeliveryLinesView), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn receive(
    State(app): State<App>,
    auth: Auth,
    Path(at): Path<(ContractId, u16)>,
    Json(body): Json<ReceiveBody>,
) -> Result<axum::Json<DeliveryLinesView>, ApiError> {
    let ReceiveBody { received, accepted, rejections } = body;
    goods(&app, &auth, at, delivery::Command::Receive { received, accepted, rejections }).await
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclareBody {
    /// The amount that was on the screen: all that is owed for the line.
    pub amount: Vnd,
    /// The bank's reference.
    pub reference: Option<Name>,
}

/// The buyer says that a line is paid.
#[utoipa::path(post, path = "/contracts/{id}/lines/{number}/declare-payment", tag = "lines",
    params(("id" = ContractId, Path), ("number" = u16, Path)), request_body = DeclareBody,
    responses((status = 200, body = DeliveryLinesView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn declare_payment(
    State(app): State<App>,
    auth: Auth,
    Path(at): Path<(ContractId, u16)>,
    Json(body): Json<DeclareBody>,
) -> Result<axum::Json<DeliveryLinesView>, ApiError> {
    money(&app, &auth, at, payment::Command::Declare { amount: body.amount, reference: body.reference }).await
}

/// The supplier has the money.
#[utoipa::path(post, path = "/contracts/{id}/lines/{number}/confirm-payment", tag = "lines",
    params(("id" = ContractId, Path), ("number" = u16, Path)),
    responses((status = 200, body = DeliveryLinesView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn confirm_payment(
    State(app): State<App>,
    auth: Auth,
    Path(at): Path<(ContractId, u16)>,
) -> Result<axum::Json<DeliveryLinesView>, ApiError> {
    money(&app, &auth, at, payment::Command::Confirm).await
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DisputeBody {
    /// The buyer reads it.
    pub reason: Reason,
}

/// The supplier does not have the money that was declared: it is owed again, since the same day.
#[utoipa::path(post, path = "/contracts/{id}/lines/{number}/dispute-payment", tag = "lines",
    params(("id" = ContractId, Path), ("number" = u16, Path)), request_body = DisputeBody,
    responses((status = 200, body = DeliveryLinesView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn dispute_payment(
    State(app): State<App>,
    auth: Auth,
    Path(at): Path<(ContractId, u16)>,
    Json(body): Json<DisputeBody>,
) -> Result<axum::Json<DeliveryLinesView>, ApiError> {
    money(&app, &auth, at, payment::Command::Dispute { note: body.reason }).await
}

/// The buyer said by mistake that it paid, and takes that back while the supplier has not confirmed the money: the debt is open again,
/// since the same day, and nobody disagrees about it.
#[utoipa::path(post, path = "/contracts/{id}/lines/{number}/withdraw-payment", tag = "lines",
    params(("id" = ContractId, Path), ("number" = u16, Path)),
    responses((status = 200, body = DeliveryLinesView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn withdraw_payment(
    State(app): State<App>,
    auth: Auth,
    Path(at): Path<(ContractId, u16)>,
) -> Result<axum::Json<DeliveryLinesView>, ApiError> {
    money(&app, &auth, at, payment::Command::Withdraw).await
}

async fn goods(
    app: &App,
    auth: &Auth,
    at: (ContractId, u16),
    command: delivery::Command,
) -> Result<axum::Json<DeliveryLinesView>, ApiError> {
    act(app, auth, at, &Command::Goods(command)).await
}

async fn money(
    app: &App,
    auth: &Auth,
    at: (ContractId, u16),
    command: payment::Command,
) -> Result<axum::Json<DeliveryLinesView>, ApiError> {
    act(app, auth, at, &Command::Money(command)).await
}

async fn act(
    app: &App,
    auth: &Auth,
    (id, number): (ContractId, u16),
    command: &Command,
) -> Result<axum::Json<DeliveryLinesView>, ApiError> {
    act_on(app, auth, (id, Target::Line(number)), command).await
}

pub(super) async fn act_on(
    app: &App,
    auth: &Auth,
    at: (ContractId, Target),
    command: &Command,
) -> Result<axum::Json<DeliveryLinesView>, ApiError> {
    let (contract, ledger) = flow::act(app, auth, at, command, None).await?;
    Ok(axum::Json(DeliveryLinesView::new(auth, &contract, &ledger, app.env.today())))
}
