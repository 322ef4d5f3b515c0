//! "My variety is not here": members ask, the office takes it up or says why not, and everybody who asked hears of it.
use super::office::{self, Because};
use crate::app::App;
use crate::flow::reload_catalogue;
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, IdempotencyKey, Json, Path, Query};
use crate::http::names::Named;
use crate::http::once::Once;
use crate::http::page::{Page, PageQuery};
use crate::notify::{self, Event};
use crate::reference::catalogue::{Catalogue, Variety};
use crate::store::{StoreError, Tx, accounts, catalogue as store, variety_requests};
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use domain::id::VarietyRequestId;
use domain::notice::NoticeKind;
use domain::policy::{Command, Scope, Target, allow};
use domain::product::Slug;
use domain::reason::Reason;
use domain::text::{Name, nfc};
use domain::variety::{VarietyEntry, VarietyTerms};
use domain::variety_request::{AskedVariety, RequestStatus, VarietyRequest, Voice};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

/// What an organisation asked for.
#[derive(Debug, Serialize, ToSchema)]
pub struct VarietyRequestView {
    pub id: VarietyRequestId,
    pub asked: AskedVariety,
    pub asked_at: DateTime<Utc>,
    pub status: RequestStatus,
    /// The variety that is there for it.
    pub variety: Option<Named>,
    /// What the office says to it.
    pub reason: Option<String>,
    pub answered_at: Option<DateTime<Utc>>,
}

impl VarietyRequestView {
    fn new(request: VarietyRequest, voice: Voice) -> Self {
        let status = request.status();
        let answer = request.answer;
        Self {
            id: request.id,
            asked: voice.asked,
            asked_at: voice.at,
            status,
            variety: answer.as_ref().and_then(|answer| answer.variety.as_ref()).map(|slug| Named::variety(slug.as_str())),
            reason: answer.as_ref().and_then(|answer| answer.reason.as_ref()).map(ToString::to_string),
            answered_at: answer.map(|answer| answer.at),
        }
    }
}

/// What the own organisation asked for, newest first.
#[utoipa::path(get, path = "/variety-requests", tag = "catalogue", params(PageQuery),
    responses((status = 200, body = Page<VarietyRequestView>), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    auth: Auth,
    Query(query): Query<PageQuery>,
) -> Result<axum::Json<Page<VarietyRequestView>>, ApiError> {
    let slice = query.slice()?;
    let scope = auth.reach(Command::AskForVariety)?;
    let tx = Tx::read(&app.db).await?;
    let page = Page::cut(variety_requests::list(&tx, scope, slice).await?, slice.limit, |request| request.id.into());
    let mut voices = variety_requests::voices(&tx, scope, page.items.iter().map(|request| request.id)).await?;
    let view = |request: VarietyRequest| {
        let voice = voices.remove(&request.id).and_then(|mut own| own.pop()).ok_or(StoreError::Missing)?;
        Ok(VarietyRequestView::new(request, voice))
    };
    let items = page.items.into_iter().map(view).collect::<Result<_, StoreError>>()?;
    Ok(axum::Json(Page { items, next: page.next }))
}

/// Whether a variety is called exactly so, case aside: names that differ by their marks are different names.
fn is_called(variety: &Variety, name: &Name) -> bool {
    let lower = |text: &str| nfc(text).to_lowercase();
    [&variety.name_vi, &variety.name_en].into_iter().chain(&variety.also).any(|own| lower(own) == lower(name.as_str()))
}

/// Asks for a variety that the catalogue does not have. Who asks for a name that waits already joins those who did; a repeated
/// request with the same key shows what the first one made.
#[utoipa::path(post, path = "/variety-requests", tag = "catalogue", request_body = AskedVariety,
    params(("idempotency-key" = Option<String>, Header, description = "8 to 100 characters")),
    responses((status = 201, body = VarietyRequestView), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn ask(
    State(app): State<App>,
    auth: Auth,
    key: IdempotencyKey,
    Json(asked): Json<AskedVariety>,
) -> Result<(StatusCode, axum::Json<VarietyRequestView>), ApiError> {
    let once = Once::new(auth.user, key, "POST /variety-requests", &asked)?;
    let tx = Tx::write(&app.db).await?;
    let id = if let Some(made) = once.made(&tx).await? {
        drop(tx);
        made.into()
    } else {
        let id = join(&app, &tx, &auth, asked).await?;
        once.keep(&app, tx, id.into()).await?.into()
    };
    let scope = auth.reach(Command::AskForVariety)?;
    let tx = Tx::read(&app.db).await?;
    let request = variety_requests::get(&tx, scope, id).await?;
    let voice = variety_requests::voices(&tx, scope, [id]).await?.remove(&id).and_then(|mut own| own.pop()).ok_or(StoreError::Missing)?;
    Ok((StatusCode::CREATED, axum::Json(VarietyRequestView::new(request, voice))))
}

async fn join(app: &App, tx: &Tx, auth: &Auth, asked: AskedVariety) -> Result<VarietyRequestId, ApiError> {
    let voice = Voice::of(auth, asked, app.env.now())?;
    store::hold(tx).await?;
    let catalogue = Catalogue::with(store::written(tx).await?);
    if let Some(known) = catalogue.varieties.iter().find(|variety| is_called(variety, &voice.asked.name)) {
        return Err(ApiError::field("name", if known.resting { "variety_resting" } else { "variety_known" }));
    }
    let request = if let Some(request) = variety_requests::waiting(tx, &voice.asked.name).await? {
        request
    } else {
        let request = VarietyRequest::begin(&voice, app.env.id());
        variety_requests::insert(tx, &request).await?;
        request
    };
    if variety_requests::join(tx, request.id, &voice).await? {
        let org = accounts::names(tx, [voice.org]).await?.remove(&voice.org).unwrap_or_default();
        let arguments = json!({ "organisation": org, "name": voice.asked.name });
        let path = "/danh-muc/yeu-cau".to_owned();
        notify::officers(app, tx, &Event { kind: NoticeKind::VarietyAsked, subject: Some(request.id.into()), arguments, path }).await?;
    }
    Ok(request.id)
}

/// A request in the office's queue.
#[derive(Debug, Serialize, ToSchema)]
pub struct VarietyRequestFile {
    pub id: VarietyRequestId,
    pub name: Name,
    pub asked_at: DateTime<Utc>,
    /// Everybody who asked, the first first.
    pub voices: Vec<VoiceView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct VoiceView {
    pub organisation: String,
    /// The name of the person.
    pub by: String,
    pub at: DateTime<Utc>,
    pub asked: AskedVariety,
}

/// Requests that wait for the office, oldest first.
#[utoipa::path(get, path = "/officer/variety-requests", tag = "officer", params(PageQuery),
    responses((status = 200, body = Page<VarietyRequestFile>), (status = 403, body = Problem)))]
pub async fn queue(
    State(app): State<App>,
    auth: Auth,
    Query(query): Query<PageQuery>,
) -> Result<axum::Json<Page<VarietyRequestFile>>, ApiError> {
    allow(&auth, Command::EditCatalogue, Target::Whole)?;
    let slice = query.slice()?;
    let tx = Tx::read(&app.db).await?;
    let page = Page::cut(variety_requests::open(&tx, slice).await?, slice.limit, |request| request.id.into());
    let mut voices = variety_requests::voices(&tx, Scope::All, page.items.iter().map(|request| request.id)).await?;
    let orgs = accounts::names(&tx, voices.values().flatten().map(|voice| voice.org)).await?;
    let people = accounts::user_names(&tx, voices.values().flatten().map(|voice| voice.by)).await?;
    let view = |voice: Voice| VoiceView {
        organisation: orgs.get(&voice.org).cloned().unwrap_or_default(),
        by: people.get(&voice.by).cloned().unwrap_or_default(),
        at: voice.at,
        asked: voice.asked,
    };
    let file = |request: VarietyRequest| VarietyRequestFile {
        voices: voices.remove(&request.id).unwrap_or_default().into_iter().map(view).collect(),
        id: request.id,
        name: request.name,
        asked_at: request.asked_at,
    };
    Ok(axum::Json(page.map(file)))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeUp {
    /// A variety that is there already, under another name: the names that were asked for become names of it.
    pub variety: Slug,
    /// Those who asked read it.
    #[serde(default)]
    pub reason: Option<Reason>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefuseVariety {
    /// Those who asked read it.
    pub reason: Reason,
}

/// Points a request to a variety that is there, which learns the names that were asked for. One that is new is added with
/// `request` in the form of the variety.
#[utoipa::path(post, path = "/officer/variety-requests/{id}/take-up", tag = "officer", params(("id" = VarietyRequestId, Path)), request_body = TakeUp,
    responses((status = 204, description = "Taken up"), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn take_up(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<VarietyRequestId>,
    Json(body): Json<TakeUp>,
) -> Result<StatusCode, ApiError> {
    allow(&auth, Command::EditCatalogue, Target::Whole)?;
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    store::hold(&tx).await?;
    let request = variety_requests::get(&tx, Scope::All, id).await?;
    let taken = request.take_up(&auth, body.variety.clone(), body.reason.clone(), now)?;
    let catalogue = Catalogue::with(store::written(&tx).await?);
    let variety = catalogue.variety(body.variety.as_str()).filter(|variety| !variety.resting);
    let entry = variety.ok_or(ApiError::field("variety", "variety_unknown"))?.entry()?;
    let voices = variety_requests::voices(&tx, Scope::All, [id]).await?.remove(&id).unwrap_or_default();
    if let Some(terms) = learned(&entry, &voices) {
        let asked = || request.name.as_str().parse().map_err(anyhow::Error::from);
        let reason = body.reason.map_or_else(asked, Ok)?;
        let because = Because { reason, by: auth.user, at: now };
        let seen = entry.version;
        office::write(&app, &tx, &auth, &entry.slug, office::Change { seen, terms }, &because).await?;
    }
    settle(&app, &tx, &taken, &voices).await?;
    tx.commit().await?;
    reload_catalogue(&app.db).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The variety with the names it did not have, as many as it can hold.
fn learned(entry: &VarietyEntry, voices: &[Voice]) -> Option<VarietyTerms> {
    let mut terms = entry.terms.clone();
    for name in voices.iter().flat_map(Voice::names) {
        let known = terms.name_vi == *name || terms.also.contains(name);
        if !known && terms.also.len() < VarietyTerms::MOST_WORDS {
            terms.also.push(name.clone());
        }
    }
    (terms != entry.terms).then_some(terms)
}

/// Says no to a request, with a reason that everybody who asked reads.
#[utoipa::path(post, path = "/officer/variety-requests/{id}/refuse", tag = "officer", params(("id" = VarietyRequestId, Path)), request_body = RefuseVariety,
    responses((status = 204, description = "Refused"), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn refuse(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<VarietyRequestId>,
    Json(body): Json<RefuseVariety>,
) -> Result<StatusCode, ApiError> {
    allow(&auth, Command::EditCatalogue, Target::Whole)?;
    let tx = Tx::write(&app.db).await?;
    let request = variety_requests::get(&tx, Scope::All, id).await?;
    let refused = request.refuse(&auth, body.reason, app.env.now())?;
    let voices = variety_requests::voices(&tx, Scope::All, [id]).await?.remove(&id).unwrap_or_default();
    settle(&app, &tx, &refused, &voices).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes a request up with a variety that is being added.
pub(super) async fn answer_with(app: &App, tx: &Tx, auth: &Auth, id: VarietyRequestId, entry: &VarietyEntry) -> Result<(), ApiError> {
    let request = match variety_requests::get(tx, Scope::All, id).await {
        Err(StoreError::Missing) => return Err(ApiError::field("request", "variety_request_unknown")),
        found => found?,
    };
    let taken = request.take_up(auth, entry.slug.clone(), None, app.env.now())?;
    let voices = variety_requests::voices(tx, Scope::All, [id]).await?.remove(&id).unwrap_or_default();
    settle(app, tx, &taken, &voices).await
}

/// Keeps the answer and tells everybody who asked.
async fn settle(app: &App, tx: &Tx, request: &VarietyRequest, voices: &[Voice]) -> Result<(), ApiError> {
    variety_requests::answer(tx, request).await?;
    let answer = request.answer.as_ref();
    let variety = answer.and_then(|answer| answer.variety.as_ref());
    let kind = if variety.is_some() { NoticeKind::VarietyTaken } else { NoticeKind::VarietyRefused };
    let reason = answer.and_then(|answer| answer.reason.as_ref());
    let event = |voice: &Voice| {
        let arguments = json!({ "name": voice.asked.name, "variety": variety, "reason": reason });
        (voice.org, Event { kind, subject: Some(request.id.into()), arguments, path: "/giong-moi".to_owned() })
    };
    Ok(notify::organisations(app, tx, voices.iter().map(event).collect()).await?)
}
