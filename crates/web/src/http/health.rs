//! Is it alive, is it ready, which version, and what does it offer: at the root, for machines.
use super::error::ApiError;
use crate::app::App;
use crate::store::{Tx, outbox};
use axum::extract::State;
use axum::http::{StatusCode, header::CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;
use std::sync::LazyLock;

/// The same for everybody as long as the program runs.
static DESCRIPTION: LazyLock<String> = LazyLock::new(|| json!(super::openapi()).to_string());

pub fn routes() -> Router<App> {
    Router::new().route("/healthz", get(|| async { "ok" })).route("/readyz", get(ready)).route("/version", get(version))
}

/// The API's description beside the API.
pub fn description() -> Router<App> {
    Router::new().route("/openapi.json", get(async || ([(CONTENT_TYPE, "application/json")], DESCRIPTION.as_str())))
}

pub async fn no_such_route() -> ApiError {
    ApiError::Hidden
}

/// Each check by name; 503 while one fails.
async fn ready(State(app): State<App>) -> impl IntoResponse {
    let database = app.db.ready().await.unwrap_or(false);
    let outbox = match Tx::read(&app.db).await {
        Ok(tx) => outbox::counts(&tx).await.ok(),
        Err(_) => None,
    };
    let status = if database && outbox.is_some() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let (waiting, parked) = outbox.unwrap_or_default();
    (
        status,
        Json(
            json!({ "database": database, "jobs_waiting": waiting, "jobs_given_up": parked, "mail": app.mailer.sends(), "seal_key": app.db.key_id() }),
        ),
    )
}

async fn version() -> impl IntoResponse {
    Json(json!({ "name": "muavu", "version": env!("CARGO_PKG_VERSION") }))
}
