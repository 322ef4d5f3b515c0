//! Many lines paid by one transfer, as a buyer does at the end of the month, and found paid in one look at the bank.
use crate::app::App;
use crate::flow::lines::several::{Said, SeveralError, several};
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, Json};
use axum::extract::State;
use axum::http::StatusCode;
use domain::error::Faults;
use domain::id::ContractId;
use domain::money::Vnd;
use domain::payment::Command;
use domain::text::Name;
use serde::Deserialize;
use std::collections::BTreeSet;
use utoipa::ToSchema;

const MOST: usize = 100;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclareSeveral {
    /// One to a hundred, each once, all to one account.
    #[schema(min_items = 1, max_items = 100)]
    pub items: Vec<PaidLine>,
    /// The bank's reference of the one transfer.
    pub reference: Option<Name>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PaidLine {
    pub contract: ContractId,
    pub line: u16,
    /// The amount that was on the screen: all that is owed for the line.
    pub amount: Vnd,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmSeveral {
    /// One to a hundred, each once.
    #[schema(min_items = 1, max_items = 100)]
    pub items: Vec<FoundLine>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FoundLine {
    pub contract: ContractId,
    pub line: u16,
}

/// The buyer says that one transfer paid all these lines: all are declared, or none.
#[utoipa::path(post, path = "/payments/declare", tag = "lines", request_body = DeclareSeveral,
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn declare(State(app): State<App>, auth: Auth, Json(body): Json<DeclareSeveral>) -> Result<StatusCode, ApiError> {
    let DeclareSeveral { items, reference } = body;
    let said =
        |PaidLine { contract, line, amount }| Said { contract, line, command: Command::Declare { amount, reference: reference.clone() } };
    act(&app, &auth, items.into_iter().map(said).collect(), true).await
}

/// The supplier has the money of all these lines: all are confirmed, or none.
#[utoipa::path(post, path = "/payments/confirm", tag = "lines", request_body = ConfirmSeveral,
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn confirm(State(app): State<App>, auth: Auth, Json(body): Json<ConfirmSeveral>) -> Result<StatusCode, ApiError> {
    let said = |FoundLine { contract, line }| Said { contract, line, command: Command::Confirm };
    act(&app, &auth, body.items.into_iter().map(said).collect(), false).await
}

async fn act(app: &App, auth: &Auth, said: Vec<Said>, one_account: bool) -> Result<StatusCode, ApiError> {
    if !(1..=MOST).contains(&said.len()) {
        return Err(ApiError::field("items", "items_out_of_range"));
    }
    let (mut faults, mut seen) = (Faults::new(), BTreeSet::new());
    for (at, one) in said.iter().enumerate() {
        faults.require(seen.insert((one.contract, one.line)), format!("items.{at}.line"), "line_repeated");
    }
    faults.finish().map_err(ApiError::Invalid)?;
    several(app, auth, &said, one_account).await.map_err(|error| match error {
        SeveralError::Store(error) => error.into(),
        SeveralError::AccountsDiffer => ApiError::conflict("payment_accounts_differ"),
        SeveralError::Line(at, error) => ApiError::from(error).inside(&format!("items.{at}")),
        SeveralError::Other(error) => error.into(),
    })?;
    Ok(StatusCode::NO_CONTENT)
}
