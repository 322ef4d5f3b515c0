//! Many lines paid by one transfer, as a buyer does at the end of the month, and found paid in one look at the bank.
use crate::app::App;
use crate::flow::lines::Target;
use crate::flow::lines::several::{Said, SeveralError, several};
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, Json};
use axum::extract::State;
use axum::http::StatusCode;
use domain::dues::DueKind;
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
    /// A delivery by its number; absent for one of the contract's own debts.
    pub line: Option<u16>,
    /// One of the contract's own debts; absent for a delivery.
    pub due: Option<DueKind>,
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
    /// A delivery by its number; absent for one of the contract's own debts.
    pub line: Option<u16>,
    /// One of the contract's own debts; absent for a delivery.
    pub due: Option<DueKind>,
}

/// The buyer says that one transfer paid all these lines: all are declared, or none.
#[utoipa::path(post, path = "/payments/declare", tag = "lines", request_body = DeclareSeveral,
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn declare(State(app): State<App>, auth: Auth, Json(body): Json<DeclareSeveral>) -> Result<StatusCode, ApiError> {
    let DeclareSeveral { items, reference } = body;
    let named = targets(items.iter().map(|item| (item.line, item.due)))?;
    let said = |(PaidLine { contract, amount, .. }, target)| {
        let command = Command::Declare { amount, reference: reference.clone() };
        Said { contract, target, command }
    };
    act(&app, &auth, items.into_iter().zip(named).map(said).collect(), true).await
}

/// The supplier has the money of all these lines: all are confirmed, or none.
#[utoipa::path(post, path = "/payments/confirm", tag = "lines", request_body = ConfirmSeveral,
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn confirm(State(app): State<App>, auth: Auth, Json(body): Json<ConfirmSeveral>) -> Result<StatusCode, ApiError> {
    let named = targets(body.items.iter().map(|item| (item.line, item.due)))?;
    let said = |(FoundLine { contract, .. }, target)| Said { contract, target, command: Command::Confirm };
    act(&app, &auth, body.items.into_iter().zip(named).map(said).collect(), false).await
}

/// What each of a list names: a delivery or a debt of the contract, and never both.
fn targets(named: impl Iterator<Item = (Option<u16>, Option<DueKind>)>) -> Result<Vec<Target>, ApiError> {
    let (mut found, mut faults) = (Vec::new(), Faults::new());
    for (at, named) in named.enumerate() {
        match named {
            (Some(line), None) => found.push(Target::Line(line)),
            (None, Some(due)) => found.push(Target::Due(due)),
            (None, None) => faults.require(false, format!("items.{at}.line"), "required"),
            (Some(_), Some(_)) => faults.require(false, format!("items.{at}.due"), "line_or_due"),
        }
    }
    faults.finish().map_err(ApiError::Invalid)?;
    Ok(found)
}

async fn act(app: &App, auth: &Auth, said: Vec<Said>, one_account: bool) -> Result<StatusCode, ApiError> {
    if !(1..=MOST).contains(&said.len()) {
        return Err(ApiError::field("items", "items_out_of_range"));
    }
    let (mut faults, mut seen) = (Faults::new(), BTreeSet::new());
    for (at, one) in said.iter().enumerate() {
        faults.require(seen.insert((one.contract, one.target)), format!("items.{at}.line"), "line_repeated");
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
