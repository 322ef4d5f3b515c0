//! The day of a delivery: named by the supplier, agreed by the buyer where it lies outside what was asked.
use super::{DeliveryLinesView, act};
use crate::app::App;
use crate::flow::lines::Command;
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, Json, Path};
use axum::extract::State;
use domain::day::TradeDay;
use domain::delivery;
use domain::id::ContractId;
use domain::text::Note;
use serde::Deserialize;
use utoipa::ToSchema;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NameDayBody {
    /// From today on; at most fourteen days before the asked days and seven after them.
    pub day: TradeDay,
    pub note: Option<Note>,
}

/// The supplier says on which day the goods come. A day inside the asked ones holds at once; one outside waits for the buyer, and the
/// day before holds until then.
#[utoipa::path(post, path = "/contracts/{id}/lines/{number}/day", tag = "lines", params(("id" = ContractId, Path), ("number" = u16, Path)),
    request_body = NameDayBody, responses((status = 200, body = DeliveryLinesView), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn name_day(
    State(app): State<App>,
    auth: Auth,
    Path(at): Path<(ContractId, u16)>,
    Json(NameDayBody { day, note }): Json<NameDayBody>,
) -> Result<axum::Json<DeliveryLinesView>, ApiError> {
    let note = note.filter(|note| !note.is_empty());
    act(&app, &auth, at, &Command::Goods(delivery::Command::NameDay { day, note })).await
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerDayBody {
    /// The day that is answered, as it was on the screen.
    pub day: TradeDay,
    pub agree: bool,
    pub note: Option<Note>,
}

/// The buyer agrees to a day outside the asked ones, or not.
#[utoipa::path(post, path = "/contracts/{id}/lines/{number}/day/answer", tag = "lines", params(("id" = ContractId, Path), ("number" = u16, Path)),
    request_body = AnswerDayBody, responses((status = 200, body = DeliveryLinesView), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn answer_day(
    State(app): State<App>,
    auth: Auth,
    Path(at): Path<(ContractId, u16)>,
    Json(AnswerDayBody { day, agree, note }): Json<AnswerDayBody>,
) -> Result<axum::Json<DeliveryLinesView>, ApiError> {
    let note = note.filter(|note| !note.is_empty());
    act(&app, &auth, at, &Command::Goods(delivery::Command::AnswerDay { day, agree, note })).await
}
