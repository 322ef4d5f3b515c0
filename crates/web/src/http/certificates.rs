//! Certificates: a supplier enters what is printed on its papers, the programme office verifies them.
mod history;
pub mod tonnage;

pub use history::{__path_history, history};

use super::error::{ApiError, Problem};
use super::extract::{Auth, IdempotencyKey, Json, Path, Query};
use super::names::{PlaceView, require_variety};
use super::officer::{Decision, Review};
use super::once::Once;
use super::page::{Page, PageQuery};
use super::scans::ScanView;
use crate::app::App;
use crate::notify::{self, Event};
use crate::store::{StoreError, Tx, accounts, certificates, scans};
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use domain::certificate::{Certificate, CertificateStanding, CertificateStatus, CertificateTerms, LabResult};
use domain::day::TradeDay;
use domain::error::Faults;
use domain::id::{CertificateId, OrgId};
use domain::notice::NoticeKind;
use domain::policy::{Command, scope};
use domain::scan::Scan;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// A certificate as its holder and the programme office see it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CertificateView {
    pub id: CertificateId,
    pub terms: CertificateTerms,
    /// submitted, verified, refused or suspended.
    pub status: String,
    pub status_at: DateTime<Utc>,
    /// What the office said.
    pub status_reason: Option<String>,
    /// The last day it counts has passed.
    pub expired: bool,
    /// Of the geographical indication: the commune of today in which the plot lies.
    pub plot: Option<PlaceView>,
    /// Of a lab result: whether nothing was above its limit.
    pub passed: Option<bool>,
    /// Photos and PDFs of the paper, oldest first.
    pub scans: Vec<ScanView>,
    pub version: i64,
}

impl CertificateView {
    fn new(certificate: Certificate, scans: Vec<Scan>, today: TradeDay) -> Self {
        let Certificate { id, org: _, terms, status, version } = certificate;
        let code = status.code().to_owned();
        let (status_at, status_reason) = match status {
            CertificateStatus::Submitted { at } => (at, None),
            CertificateStatus::Verified { at, reason, .. }
            | CertificateStatus::Refused { at, reason, .. }
            | CertificateStatus::Suspended { at, reason, .. } => (at, Some(reason.into())),
        };
        let scans = scans.into_iter().map(ScanView::from).collect();
        let plot = terms.old_commune.map(|old| PlaceView::of(old.commune()));
        let passed = terms.lab.as_ref().map(LabResult::passed);
        Self { id, expired: terms.valid_to < today, plot, passed, terms, status: code, status_at, status_reason, scans, version }
    }
}

/// One certificate with what lies beside it.
pub(super) async fn view(tx: &Tx, certificate: Certificate, today: TradeDay) -> Result<CertificateView, StoreError> {
    let scans = scans::of(tx, [certificate.id]).await?.remove(&certificate.id).unwrap_or_default();
    Ok(CertificateView::new(certificate, scans, today))
}

/// What only the catalogue can say about a certificate.
pub(super) fn faults(terms: &CertificateTerms) -> Faults {
    let mut faults = Faults::new();
    for (at, slug) in terms.varieties.iter().take(CertificateTerms::MOST_VARIETIES).enumerate() {
        require_variety(&mut faults, format!("varieties.{at}"), slug);
    }
    faults
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct HeldCertificatesQuery {
    /// For the office: of one organisation alone.
    pub organisation: Option<OrgId>,
    /// The `next` of the page before.
    pub after: Option<Uuid>,
    /// How many, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u64>,
}

/// The own organisation's certificates, oldest first; the office reads everybody's.
#[utoipa::path(get, path = "/certificates", tag = "certificates", params(HeldCertificatesQuery),
    responses((status = 200, body = Page<CertificateView>), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    auth: Auth,
    Query(query): Query<HeldCertificatesQuery>,
) -> Result<axum::Json<Page<CertificateView>>, ApiError> {
    let slice = PageQuery { after: query.after, limit: query.limit }.slice()?;
    let tx = Tx::read(&app.db).await?;
    let rows = certificates::list(&tx, auth.reach_of(Command::ReadCertificate, query.organisation)?, None, slice).await?;
    let page = Page::cut(rows, slice.limit, |row| row.id.into());
    let mut scans = scans::of(&tx, page.items.iter().map(|row| row.id)).await?;
    let today = app.env.today();
    Ok(axum::Json(page.map(|row| {
        let scans = scans.remove(&row.id).unwrap_or_default();
        CertificateView::new(row, scans, today)
    })))
}

/// Enters a certificate; it counts once the office has verified it.
#[utoipa::path(post, path = "/certificates", tag = "certificates", request_body = CertificateTerms,
    params(("idempotency-key" = Option<String>, Header, description = "8 to 100 characters")),
    responses((status = 201, body = CertificateView), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn add(
    State(app): State<App>,
    auth: Auth,
    key: IdempotencyKey,
    Json(terms): Json<CertificateTerms>,
) -> Result<(StatusCode, axum::Json<CertificateView>), ApiError> {
    let once = Once::new(auth.user, key, "POST /certificates", &terms)?;
    let tx = Tx::write(&app.db).await?;
    let id = if let Some(made) = once.made(&tx).await? {
        drop(tx);
        made.into()
    } else {
        let faults = faults(&terms);
        let certificate = ApiError::beside(Certificate::add(&auth, terms, app.env.id(), app.env.now()), faults)?;
        certificates::insert(&tx, &certificate).await?;
        once.keep(&app, tx, certificate.id.into()).await?.into()
    };
    Ok((StatusCode::CREATED, show(State(app), auth, Path(id)).await?))
}

/// One certificate.
#[utoipa::path(get, path = "/certificates/{id}", tag = "certificates", params(("id" = CertificateId, Path)),
    responses((status = 200, body = CertificateView), (status = 404, body = Problem)))]
pub async fn show(State(app): State<App>, auth: Auth, Path(id): Path<CertificateId>) -> Result<axum::Json<CertificateView>, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let certificate = certificates::get(&tx, scope(&auth, Command::ReadCertificate), id).await?;
    Ok(axum::Json(view(&tx, certificate, app.env.today()).await?))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditCertificate {
    /// The version that was on the screen.
    pub version: i64,
    pub terms: CertificateTerms,
}

/// Corrects a certificate, which then waits for the office again.
#[utoipa::path(put, path = "/certificates/{id}", tag = "certificates", params(("id" = CertificateId, Path)), request_body = EditCertificate,
    responses((status = 200, body = CertificateView), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn edit(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<CertificateId>,
    Json(body): Json<EditCertificate>,
) -> Result<axum::Json<CertificateView>, ApiError> {
    let faults = faults(&body.terms);
    let tx = Tx::write(&app.db).await?;
    let certificate = certificates::get(&tx, scope(&auth, Command::ReadCertificate), id).await?;
    let edited = certificate.edit(&auth, body.terms, body.version, app.env.now());
    let edited = ApiError::beside(edited, faults).map_err(|error| error.inside("terms"))?;
    certificates::save(&tx, &edited).await.map_err(|error| ApiError::from(error).inside("terms"))?;
    let view = view(&tx, edited, app.env.today()).await?;
    tx.commit().await?;
    Ok(axum::Json(view))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CertificateQuery {
    #[param(inline)]
    pub status: Option<CertificateStanding>,
    /// The `next` of the page before.
    pub after: Option<Uuid>,
    /// How many, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u64>,
}

/// A certificate with its holder.
#[derive(Debug, Serialize, ToSchema)]
pub struct CertificateFile {
    pub organisation: OrgId,
    pub organisation_name: String,
    pub certificate: CertificateView,
}

/// Certificates of all organisations, oldest first.
#[utoipa::path(get, path = "/officer/certificates", tag = "officer", params(CertificateQuery),
    responses((status = 200, body = Page<CertificateFile>), (status = 403, body = Problem)))]
pub async fn queue(
    State(app): State<App>,
    auth: Auth,
    Query(query): Query<CertificateQuery>,
) -> Result<axum::Json<Page<CertificateFile>>, ApiError> {
    let reach = auth.reach(Command::VerifyCertificate)?;
    let slice = PageQuery { after: query.after, limit: query.limit }.slice()?;
    let tx = Tx::read(&app.db).await?;
    let rows = certificates::list(&tx, reach, query.status, slice).await?;
    let page = Page::cut(rows, slice.limit, |row| row.id.into());
    let names = accounts::names(&tx, page.items.iter().map(|row| row.org)).await?;
    let mut scans = scans::of(&tx, page.items.iter().map(|row| row.id)).await?;
    let today = app.env.today();
    Ok(axum::Json(page.map(|row| CertificateFile {
        organisation: row.org,
        organisation_name: names.get(&row.org).cloned().unwrap_or_default(),
        certificate: {
            let scans = scans.remove(&row.id).unwrap_or_default();
            CertificateView::new(row, scans, today)
        },
    })))
}

/// Verifies, refuses or suspends a certificate, with a reason either way; its holder is told. Whoever verifies or refuses names the
/// version that was on the screen, which counts up with every edit and every scan that comes or goes: what was not seen is not verified.
/// A suspension counts whatever changed meanwhile.
#[utoipa::path(post, path = "/officer/certificates/{id}/review", tag = "officer", params(("id" = CertificateId, Path)), request_body = Review,
    responses((status = 200, body = CertificateView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn review(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<CertificateId>,
    Json(body): Json<Review>,
) -> Result<axum::Json<CertificateView>, ApiError> {
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    let certificate = certificates::get(&tx, scope(&auth, Command::ReadCertificate), id).await?;
    let reason = body.reason.to_string();
    let seen = || body.version.ok_or_else(|| ApiError::field("version", "required"));
    let (decided, kind) = match body.decision {
        Decision::Verify => (certificate.verify(&auth, body.reason, seen()?, now)?, NoticeKind::CertificateVerified),
        Decision::Refuse => (certificate.refuse(&auth, body.reason, seen()?, now)?, NoticeKind::CertificateRefused),
        Decision::Suspend => (certificate.suspend(&auth, body.reason, now)?, NoticeKind::CertificateSuspended),
    };
    certificates::save(&tx, &decided).await?;
    let arguments = json!({ "kind": decided.terms.kind, "number": decided.terms.number, "reason": reason });
    let event = Event { kind, subject: Some(id.into()), arguments, path: "/to-chuc".into() };
    notify::organisation(&app, &tx, decided.org, &event).await?;
    let view = view(&tx, decided, app.env.today()).await?;
    tx.commit().await?;
    Ok(axum::Json(view))
}
