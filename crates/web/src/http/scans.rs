//! Scans of a certificate: sent as they are, kept clean, shown to the holder and to the programme office alone.
pub(super) mod pages;
pub(super) mod receive;

use super::assisted::act::filing;
use super::error::{ApiError, Problem};
use super::extract::{Auth, Path, Query};
use crate::app::App;
use crate::store::{Tx, certificates, scans};
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use domain::id::{CertificateId, ScanId};
use domain::office_act::OfficeActKind;
use domain::policy::{Command, scope};
use domain::scan::{self, Media, Scan};
use pages::PagesQuery;
use serde::Serialize;
use utoipa::ToSchema;

/// What is known of a scan; its bytes are at `/certificates/{id}/scans/{scan}`.
#[derive(Debug, Serialize, ToSchema)]
pub struct ScanView {
    pub id: ScanId,
    pub media: Media,
    pub bytes: u32,
    /// Of a picture.
    pub width: Option<u32>,
    pub height: Option<u32>,
    pub added_at: DateTime<Utc>,
}

impl From<Scan> for ScanView {
    fn from(scan: Scan) -> Self {
        let (width, height) = scan.pixels.unzip();
        Self { id: scan.id, media: scan.media, bytes: scan.size, width, height, added_at: scan.added_at }
    }
}

/// Adds a photo (JPEG, PNG, WebP) or a PDF of at most 10 MB, five to a certificate, whose version counts up with it; an officer
/// adds it for a member, with a trace. A picture is turned upright, shrunk to 2,000
/// pixels and written anew without what the phone put into it; several pages become one PDF. The same file sent again is the same scan.
#[utoipa::path(post, path = "/certificates/{id}/scans", tag = "certificates", params(("id" = CertificateId, Path), PagesQuery),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = ScanView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn add(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<CertificateId>,
    Query(pages): Query<PagesQuery>,
    body: Body,
) -> Result<(StatusCode, axum::Json<ScanView>), ApiError> {
    let pages = pages.read()?;
    let reach = scope(&auth, Command::ReadScan);
    // Nobody sends ten megabytes to be told afterwards that the certificate is not theirs.
    let tx = Tx::read(&app.db).await?;
    let certificate = certificates::get(&tx, reach, id).await?;
    let filing = filing(&tx, &auth, certificate.org).await?;
    scan::may_add(&filing.actor, &certificate, 0)?;
    drop(tx);
    let file = receive::receive(body, pages).await?;

    let tx = Tx::write(&app.db).await?;
    certificates::get(&tx, reach, id).await?;
    scans::hold(&tx, id).await?;
    let certificate = certificates::get(&tx, reach, id).await?;
    let mut have = scans::of(&tx, [id]).await?.remove(&id).unwrap_or_default();
    if let Some(at) = have.iter().position(|scan| scan.hash == file.hash) {
        return Ok((StatusCode::CREATED, axum::Json(have.swap_remove(at).into())));
    }
    scan::may_add(&filing.actor, &certificate, u64::try_from(have.len()).unwrap_or(u64::MAX))?;
    let scan = Scan {
        id: app.env.id(),
        certificate: id,
        media: file.media,
        hash: file.hash,
        size: u32::try_from(file.bytes.len()).unwrap_or(u32::MAX),
        pixels: file.pixels,
        added_by: auth.user,
        added_at: app.env.now(),
    };
    scans::insert(&tx, &scan, file.bytes).await?;
    filing.done(&app, &tx, (OfficeActKind::ScanAdded, id.into()), Some(certificate.terms.number), None).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, axum::Json(scan.into())))
}

/// The bytes of a scan: a picture to look at, a PDF to download.
#[utoipa::path(get, path = "/certificates/{id}/scans/{scan}", tag = "certificates",
    params(("id" = CertificateId, Path), ("scan" = ScanId, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"), (status = 404, body = Problem)))]
pub async fn show(State(app): State<App>, auth: Auth, Path((id, scan)): Path<(CertificateId, ScanId)>) -> Result<Response, ApiError> {
    let tx = Tx::read(&app.db).await?;
    certificates::get(&tx, scope(&auth, Command::ReadScan), id).await?;
    let scan = scans::get(&tx, id, scan).await?;
    let bytes = scans::bytes(&tx, scan.id).await?;
    file(scan.media, &format!("giay-{}", scan.id), bytes)
}

/// What was sent as a paper, in an answer that runs nothing and leaves nothing behind.
pub(super) fn file(media: Media, name: &str, bytes: Vec<u8>) -> Result<Response, ApiError> {
    let (kind, place, ending) = match media {
        Media::Jpeg => ("image/jpeg", "inline", "jpg"),
        // A PDF can carry scripts: it is never opened in our name.
        Media::Pdf => ("application/pdf", "attachment", "pdf"),
    };
    let file = format!("{place}; filename=\"{name}.{ending}\"");
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_str(&file).map_err(|error| ApiError::Internal(error.into()))?);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox; frame-ancestors 'none'"));
    // A phone is shared: nothing of it stays in the browser.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok((headers, bytes).into_response())
}

/// Takes a scan away, until the office has verified the certificate by it.
#[utoipa::path(delete, path = "/certificates/{id}/scans/{scan}", tag = "certificates",
    params(("id" = CertificateId, Path), ("scan" = ScanId, Path)),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn remove(State(app): State<App>, auth: Auth, Path((id, scan)): Path<(CertificateId, ScanId)>) -> Result<StatusCode, ApiError> {
    let tx = Tx::write(&app.db).await?;
    let reach = scope(&auth, Command::ReadScan);
    certificates::get(&tx, reach, id).await?;
    // Read once nobody decides on it meanwhile.
    scans::hold(&tx, id).await?;
    let certificate = certificates::get(&tx, reach, id).await?;
    let scan = scans::get(&tx, id, scan).await?;
    let filing = filing(&tx, &auth, certificate.org).await?;
    scan::may_remove(&filing.actor, &certificate)?;
    scans::remove(&tx, &scan).await?;
    filing.done(&app, &tx, (OfficeActKind::ScanRemoved, id.into()), Some(certificate.terms.number), None).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
