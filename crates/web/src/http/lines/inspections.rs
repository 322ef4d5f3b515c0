//! A delivery looked at part by part.
use super::{DeliveryLinesView, act};
use crate::app::App;
use crate::flow::lines::{self as flow, Command, Target};
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, IdempotencyKey, Json, Path};
use crate::http::once::Once;
use axum::extract::State;
use domain::delivery::{self, Rejection};
use domain::id::ContractId;
use domain::inspection::{Findings, Measured};
use domain::quantity::Kg;
use domain::text::{Name, Note};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What was found in one part of a delivery. The accepted kilograms and the rejected ones add up to those inspected.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InspectionBody {
    /// What the scale shows of the whole delivery: needed the first time, later only where it was wrong.
    pub weighed: Option<Kg>,
    /// How much of it this part is.
    pub inspected: Kg,
    pub accepted: Kg,
    #[serde(default)]
    pub rejections: Vec<Rejection>,
    #[serde(default)]
    pub measured: Measured,
    /// Which part: a pallet, a hall, a day.
    pub part: Option<Name>,
    pub note: Option<Note>,
}

impl InspectionBody {
    fn parts(self) -> (Option<Kg>, Findings) {
        let Self { weighed, inspected, accepted, rejections, measured, part, note } = self;
        let note = note.filter(|note| !note.is_empty());
        (weighed, Findings { inspected, accepted, rejections, measured, part, note })
    }
}

/// The buyer writes down what it found in a part. Once the parts add up to the weight, what was accepted is owed from that day on.
#[utoipa::path(post, path = "/contracts/{id}/lines/{number}/inspections", tag = "lines",
    params(("id" = ContractId, Path), ("number" = u16, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = InspectionBody,
    responses((status = 200, body = DeliveryLinesView), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn inspect(
    State(app): State<App>,
    auth: Auth,
    key: IdempotencyKey,
    Path(at): Path<(ContractId, u16)>,
    Json(body): Json<InspectionBody>,
) -> Result<axum::Json<DeliveryLinesView>, ApiError> {
    let once = Once::new(auth.user, key, &format!("POST /contracts/{}/lines/{}/inspections", at.0, at.1), &body)?;
    let (weighed, findings) = body.parts();
    let command = Command::Goods(delivery::Command::Inspect { weighed, findings });
    let (contract, ledger) = flow::act(&app, &auth, (at.0, Target::Line(at.1)), &command, once.key()).await?;
    Ok(axum::Json(DeliveryLinesView::new(&auth, &contract, &ledger, app.env.today())))
}

/// The buyer writes down something else in place of an entry; both stay to be seen. Once all is decided it is possible for the hours
/// of complaint of the contract while nothing was declared as paid, and the kilograms of the entry stay.
#[utoipa::path(post, path = "/contracts/{id}/lines/{number}/inspections/{entry}/correct", tag = "lines",
    params(("id" = ContractId, Path), ("number" = u16, Path), ("entry" = u16, Path)), request_body = InspectionBody,
    responses((status = 200, body = DeliveryLinesView), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn correct(
    State(app): State<App>,
    auth: Auth,
    Path((id, line, entry)): Path<(ContractId, u16, u16)>,
    Json(body): Json<InspectionBody>,
) -> Result<axum::Json<DeliveryLinesView>, ApiError> {
    let (weighed, findings) = body.parts();
    act(&app, &auth, (id, line), &Command::Goods(delivery::Command::Correct { number: entry, weighed, findings })).await
}

/// How much is left, as the buyer read it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RestBody {
    pub left: Kg,
}

/// The buyer accepts as weighed what nobody looked at: the delivery is received. Refused when another amount is left by now.
#[utoipa::path(post, path = "/contracts/{id}/lines/{number}/accept-rest", tag = "lines",
    params(("id" = ContractId, Path), ("number" = u16, Path)), request_body = RestBody,
    responses((status = 200, body = DeliveryLinesView), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn accept_rest(
    State(app): State<App>,
    auth: Auth,
    Path(at): Path<(ContractId, u16)>,
    Json(RestBody { left }): Json<RestBody>,
) -> Result<axum::Json<DeliveryLinesView>, ApiError> {
    act(&app, &auth, at, &Command::Goods(delivery::Command::AcceptRest { left })).await
}
