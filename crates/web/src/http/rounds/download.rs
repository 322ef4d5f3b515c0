//! A round as a file to check elsewhere.
use crate::app::App;
use crate::flow::rounds::download::pack;
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, Path};
use crate::store::{Tx, rounds};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::id::RoundId;
use domain::policy::{Command, Target, allow};

/// Market, plan and prices of a round as a ZIP of plain CSV files, with every reserve price and no name; `check.py --round` checks it.
#[utoipa::path(get, path = "/rounds/{id}/download", tag = "rounds", params(("id" = RoundId, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "application/zip"), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn download(State(app): State<App>, auth: Auth, Path(id): Path<RoundId>) -> Result<Response, ApiError> {
    allow(&auth, Command::ReadRound, Target::Whole)?;
    let (market, plan) = rounds::files(&Tx::read(&app.db).await?, id).await?;
    let packed = tokio::task::spawn_blocking(move || pack(&market, &plan)).await.map_err(|error| ApiError::Internal(error.into()))?;
    let bytes = packed.map_err(ApiError::Internal)?;
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    let place = HeaderValue::from_str(&format!("attachment; filename=\"phien-ghep-{id}.zip\""));
    headers.insert(header::CONTENT_DISPOSITION, place.map_err(|error| ApiError::Internal(error.into()))?);
    // A phone is shared: nothing of it stays in the browser.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok((headers, bytes).into_response())
}
