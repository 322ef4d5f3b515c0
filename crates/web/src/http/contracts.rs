//! Contracts: the list, one contract, its frozen text.
mod end;
mod sign;
mod summary;
mod view;

pub use end::{__path_decline, __path_terminate, decline, terminate};
pub use sign::{__path_send_code, __path_sign, send_code, sign};

use super::error::{ApiError, Problem};
use super::extract::{Auth, Path, Query};
use super::page::{Page, PageQuery};
use super::proposals::WaitsFor;
use crate::app::App;
use crate::store::Tx;
use crate::store::contracts::{self, Filter};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::id::ContractId;
use domain::policy::{Command, scope};
use serde::Deserialize;
use summary::{ContractStatus, ContractSummary};
use utoipa::IntoParams;
use uuid::Uuid;
use view::ContractView;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ContractQuery {
    #[param(inline)]
    pub status: Option<ContractStatus>,
    /// Those that wait for this side's signature.
    #[param(inline)]
    pub waits_for: Option<WaitsFor>,
    /// The `next` of the page before.
    pub after: Option<Uuid>,
    /// How many, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u64>,
}

/// The own organisation's contracts, or all of them for the programme office; newest first.
#[utoipa::path(get, path = "/contracts", tag = "contracts", params(ContractQuery),
    responses((status = 200, body = Page<ContractSummary>), (status = 422, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    auth: Auth,
    Query(query): Query<ContractQuery>,
) -> Result<axum::Json<Page<ContractSummary>>, ApiError> {
    let now = app.env.now();
    let slice = PageQuery { after: query.after, limit: query.limit }.slice()?;
    let side = auth.membership.map(|member| member.side);
    let to_sign = match (query.waits_for, side) {
        (None, _) => None,
        (Some(WaitsFor::Me), Some(own)) => Some((own, now)),
        (Some(WaitsFor::Them), Some(own)) => Some((own.other(), now)),
        (Some(_), None) => return Err(ApiError::Forbidden("forbidden")),
    };
    let filter = Filter { status: query.status.map(ContractStatus::code), to_sign };
    let tx = Tx::read(&app.db).await?;
    let rows = contracts::list(&tx, auth.reach(Command::ReadContract)?, &filter, slice).await?;
    let page = Page::cut(rows, slice.limit, |contract| contract.id.into());
    Ok(axum::Json(page.map(|contract| ContractSummary::new(contract, side, now))))
}

/// One contract: parties, terms, schedule, whose turn it is, who signed what, and what happened.
#[utoipa::path(get, path = "/contracts/{id}", tag = "contracts", params(("id" = ContractId, Path)),
    responses((status = 200, body = ContractView), (status = 404, body = Problem)))]
pub async fn show(State(app): State<App>, auth: Auth, Path(id): Path<ContractId>) -> Result<axum::Json<ContractView>, ApiError> {
    Ok(axum::Json(ContractView::load(&app, &auth, id).await?))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TextQuery {
    /// An edition, counted from 1; the current one when left out.
    pub edition: Option<u16>,
}

/// The SHA-256 of the body, in hexadecimal digits.
const HASH_HEADER: &str = "x-document-sha256";

/// The text of a contract, byte for byte as it was frozen, hashed and signed.
#[utoipa::path(get, path = "/contracts/{id}/text", tag = "contracts", params(("id" = ContractId, Path), TextQuery),
    responses((status = 200, body = String, content_type = "text/plain; charset=utf-8",
        headers(("x-document-sha256" = String, description = "SHA-256 of the body"))), (status = 404, body = Problem)))]
pub async fn text(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<ContractId>,
    Query(query): Query<TextQuery>,
) -> Result<Response, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let contract = contracts::get(&tx, scope(&auth, Command::ReadContract), id).await?;
    let edition = query.edition.unwrap_or(contract.edition);
    let text = contracts::text(&tx, id, edition).await?;
    let file = format!("inline; filename=\"hop-dong-{}-{edition}.txt\"", contract.terms.number.short().replace('/', "-"));
    let value = |text: &str| HeaderValue::from_str(text).map_err(|error| ApiError::Internal(error.into()));
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    headers.insert(header::CONTENT_DISPOSITION, value(&file)?);
    headers.insert(HASH_HEADER, value(&text.hash.to_string())?);
    Ok((headers, text.body).into_response())
}
