//! The papers of an organisation that the office looks at: what is asked for, what was sent, what was said of it.
mod view;

pub use view::{ChecklistView, load};

use super::assisted::act::filing;
use super::error::{ApiError, Problem};
use super::extract::{Auth, Json, Path, Query};
use super::scans::pages::PagesQuery;
use super::scans::{file, receive};
use crate::app::App;
use crate::notify::{self, Event};
use crate::store::documents::{self, Document};
use crate::store::{Tx, accounts};
use axum::body::Body;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use domain::account::{DocumentItem, DocumentStep, DocumentVerdict, Organisation};
use domain::id::{DocumentId, OrgId};
use domain::notice::NoticeKind;
use domain::office_act::OfficeActKind;
use domain::policy::{Command, Scope, Target, allow, scope};
use domain::reason::Reason;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

/// The own organisation's papers: what the office asks of its kind, every version, everything that was said of it.
#[utoipa::path(get, path = "/organisation/documents", tag = "accounts",
    responses((status = 200, body = ChecklistView), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn list(State(app): State<App>, auth: Auth) -> Result<axum::Json<ChecklistView>, ApiError> {
    let org = auth.org().ok_or(ApiError::Hidden)?;
    allow(&auth, Command::ReadDocument, Target::Org(org))?;
    let tx = Tx::read(&app.db).await?;
    let org = accounts::get_organisation(&tx, Scope::Org(org), org).await?;
    Ok(axum::Json(load(&tx, &org).await?))
}

/// A director sends a version of a paper: a photo (JPEG, PNG, WebP), several that become one PDF, or a PDF of at most 10 MB.
/// The file that waits already, sent again, is the same version.
#[utoipa::path(post, path = "/organisation/documents/{item}", tag = "accounts", params(("item" = DocumentItem, Path), PagesQuery),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = ChecklistView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn send(
    State(app): State<App>,
    auth: Auth,
    Path(item): Path<DocumentItem>,
    Query(pages): Query<PagesQuery>,
    body: Body,
) -> Result<(StatusCode, axum::Json<ChecklistView>), ApiError> {
    let id = auth.org().ok_or(ApiError::Hidden)?;
    version(&app, &auth, id, item, pages, body).await
}

/// An officer sends a version of a paper for a member, which is told. It is looked at and decided as a step of its own.
#[utoipa::path(post, path = "/officer/organisations/{id}/documents/{item}/versions", tag = "officer",
    params(("id" = OrgId, Path), ("item" = DocumentItem, Path), PagesQuery),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = ChecklistView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn send_for(
    State(app): State<App>,
    auth: Auth,
    Path((id, item)): Path<(OrgId, DocumentItem)>,
    Query(pages): Query<PagesQuery>,
    body: Body,
) -> Result<(StatusCode, axum::Json<ChecklistView>), ApiError> {
    allow(&auth, Command::EnterForMember, Target::Org(id))?;
    version(&app, &auth, id, item, pages, body).await
}

/// A version sent by a director, or by an officer for the organisation.
async fn version(
    app: &App,
    auth: &Auth,
    id: OrgId,
    item: DocumentItem,
    pages: PagesQuery,
    body: Body,
) -> Result<(StatusCode, axum::Json<ChecklistView>), ApiError> {
    let pages = pages.read()?;
    let reach = scope(auth, Command::ReadDocument);
    // Nobody sends ten megabytes to be told afterwards that it is not asked for.
    let tx = Tx::read(&app.db).await?;
    let org = accounts::get_organisation(&tx, reach, id).await?;
    let filing = filing(&tx, auth, id).await?;
    documents::checklist(&tx, id, org.profile.kind).await?.send(&filing.actor, item, app.env.id(), app.env.now())?;
    drop(tx);
    let received = receive::receive(body, pages).await?;

    let tx = Tx::write(&app.db).await?;
    let org = accounts::get_organisation_for_change(&tx, reach, id).await?;
    let list = documents::checklist(&tx, id, org.profile.kind).await?;
    let last = list.last(item).filter(|event| event.step == DocumentStep::Sent).and_then(|event| event.document);
    if let Some(last) = last
        && documents::get(&tx, Scope::Org(id), last).await?.hash == received.hash
    {
        return Ok((StatusCode::CREATED, axum::Json(load(&tx, &org).await?)));
    }
    let event = list.send(&filing.actor, item, app.env.id(), app.env.now())?;
    let document = Document {
        id: event.document.ok_or(ApiError::Hidden)?,
        org: id,
        item,
        media: received.media,
        hash: received.hash,
        size: u32::try_from(received.bytes.len()).unwrap_or(u32::MAX),
        pixels: received.pixels,
        sent_by: auth.user,
        sent_at: event.at,
    };
    documents::insert(&tx, &document, received.bytes).await?;
    documents::note(&tx, &[event]).await?;
    let arguments = json!({ "organisation": org.profile.name, "item": item });
    let told = Event { kind: NoticeKind::DocumentSent, subject: Some(id.into()), arguments, path: format!("/xac-minh/{id}") };
    notify::officers(app, &tx, &told).await?;
    filing.done(app, &tx, (OfficeActKind::DocumentSent, document.id.into()), item.code().parse().ok(), None).await?;
    let view = load(&tx, &org).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, axum::Json(view)))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeBackDocument {
    /// Number of the last event of this paper on the screen.
    pub seen: u32,
}

/// A director takes back what was sent and nobody decided about yet: a wrong file. Its bytes go; that it was sent and taken back stays.
#[utoipa::path(post, path = "/organisation/documents/{item}/take-back", tag = "accounts", params(("item" = DocumentItem, Path)),
    request_body = TakeBackDocument,
    responses((status = 200, body = ChecklistView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn take_back(
    State(app): State<App>,
    auth: Auth,
    Path(item): Path<DocumentItem>,
    Json(body): Json<TakeBackDocument>,
) -> Result<axum::Json<ChecklistView>, ApiError> {
    let id = auth.org().ok_or(ApiError::Hidden)?;
    let tx = Tx::write(&app.db).await?;
    let org = accounts::get_organisation_for_change(&tx, Scope::Org(id), id).await?;
    let list = documents::checklist(&tx, id, org.profile.kind).await?;
    let event = list.take_back(&auth, item, body.seen, app.env.now())?;
    documents::forget(&tx, list.undecided(item)).await?;
    documents::note(&tx, &[event]).await?;
    let view = load(&tx, &org).await?;
    tx.commit().await?;
    Ok(axum::Json(view))
}

/// The bytes of one version: a picture to look at, a PDF to download.
#[utoipa::path(get, path = "/documents/{id}", tag = "accounts", params(("id" = DocumentId, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"), (status = 404, body = Problem)))]
pub async fn show(State(app): State<App>, auth: Auth, Path(id): Path<DocumentId>) -> Result<Response, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let document = documents::get(&tx, scope(&auth, Command::ReadDocument), id).await?;
    file(document.media, &format!("{}-{id}", document.item), documents::bytes(&tx, id).await?)
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideDocument {
    /// `accepted`, `revise`, `refused` or `waived`.
    pub step: DocumentStep,
    /// The organisation reads it; only what is accepted needs none.
    #[serde(default)]
    pub reason: Option<Reason>,
    /// Number of the last event of this paper on the screen; 0 when there is none.
    pub seen: u32,
}

/// An officer accepts a paper, asks for another version, refuses it, or does without it; the directors are told when something is left to do.
#[utoipa::path(post, path = "/officer/organisations/{id}/documents/{item}", tag = "officer",
    params(("id" = OrgId, Path), ("item" = DocumentItem, Path)), request_body = DecideDocument,
    responses((status = 200, body = ChecklistView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn decide(
    State(app): State<App>,
    auth: Auth,
    Path((id, item)): Path<(OrgId, DocumentItem)>,
    Json(body): Json<DecideDocument>,
) -> Result<axum::Json<ChecklistView>, ApiError> {
    let tx = Tx::write(&app.db).await?;
    let org = accounts::get_organisation_for_change(&tx, scope(&auth, Command::DecideDocument), id).await?;
    let DecideDocument { step, reason, seen } = body;
    let list = documents::checklist(&tx, id, org.profile.kind).await?;
    // What an acceptance says is the paper itself.
    let reason = reason.filter(|_| step != DocumentStep::Accepted);
    let event = list.decide(&auth, item, DocumentVerdict { step, reason: reason.clone(), seen }, app.env.now())?;
    documents::note(&tx, &[event]).await?;
    if let Some(kind) = news(step) {
        let arguments = json!({ "organisation": org.profile.name, "item": item, "reason": reason });
        let told = Event { kind, subject: Some(id.into()), arguments, path: "/to-chuc#giay-to".to_owned() };
        notify::directors(&app, &tx, id, &told).await?;
    }
    let view = load(&tx, &org).await?;
    tx.commit().await?;
    Ok(axum::Json(view))
}

const fn news(step: DocumentStep) -> Option<NoticeKind> {
    match step {
        DocumentStep::Revise => Some(NoticeKind::DocumentToRevise),
        DocumentStep::Refused => Some(NoticeKind::DocumentRefused),
        DocumentStep::Sent | DocumentStep::Withdrawn | DocumentStep::Accepted | DocumentStep::Waived => None,
    }
}

/// What is lacking when the office takes an organisation in is waived, for the reason the organisation reads.
pub async fn waive(app: &App, tx: &Tx, auth: &Auth, org: &Organisation, reason: &Reason) -> Result<(), ApiError> {
    let list = documents::checklist(tx, org.id, org.profile.kind).await?;
    Ok(documents::note(tx, &list.waive(auth, reason, app.env.now())?).await?)
}
