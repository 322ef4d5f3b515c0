//! Every decision on one certificate.
use crate::app::App;
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, Path};
use crate::store::{Tx, certificates};
use axum::extract::State;
use chrono::{DateTime, Utc};
use domain::id::CertificateId;
use domain::policy::{Command, scope};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct CertificateStep {
    pub version: i64,
    /// submitted, verified, refused or suspended.
    pub status: String,
    /// What the office said.
    pub reason: Option<String>,
    pub at: DateTime<Utc>,
}

/// How a certificate came to stand where it stands, the newest first; at most a hundred steps.
#[utoipa::path(get, path = "/certificates/{id}/history", tag = "certificates", params(("id" = CertificateId, Path)),
    responses((status = 200, body = Vec<CertificateStep>), (status = 404, body = Problem)))]
pub async fn history(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<CertificateId>,
) -> Result<axum::Json<Vec<CertificateStep>>, ApiError> {
    let tx = Tx::read(&app.db).await?;
    certificates::get(&tx, scope(&auth, Command::ReadCertificate), id).await?;
    let steps = certificates::history(&tx, id).await?.into_iter();
    let view = |certificates::Decided { version, status, reason, at }| CertificateStep { version, status, reason, at };
    Ok(axum::Json(steps.map(view).collect()))
}
