//! A signed slip: consent on paper to what the office entered for a member without a phone.
use super::act::keep;
use super::{AssistedView, views};
use crate::app::App;
use crate::flow::assisted::tell_organisation;
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, Path, Query};
use crate::http::scans::pages::PagesQuery;
use crate::http::scans::{file, receive};
use crate::store::slips::{self, Kept};
use crate::store::{Tx, assisted, demands, offers};
use axum::body::Body;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use domain::assisted::{Assisted, EnteredPost, SlipForm};
use domain::day::TradeDay;
use domain::id::AssistedId;
use domain::notice::NoticeKind;
use domain::office_act::{OfficeAct, OfficeActKind};
use domain::policy::{Command, Scope, scope};
use domain::text::Name;
use serde::Deserialize;
use utoipa::IntoParams;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SlipQuery {
    /// What the office files it under.
    #[param(value_type = String, max_length = 200)]
    pub reference: Name,
    /// The day on the paper.
    pub signed_on: TradeDay,
    /// The version of the offer or demand that was on the screen.
    pub version: i64,
    /// The bytes of each photographed page, as with a certificate's scans.
    #[param(max_length = 120)]
    pub pages: Option<String>,
}

/// An officer records that a member signed for what the office entered: photo or PDF of the slip, its reference and day. The entry no longer
/// lapses while it stays as it was signed for; the organisation is told, and may still say that it did not ask.
#[utoipa::path(post, path = "/officer/assisted/{id}/slip", tag = "officer", params(("id" = AssistedId, Path), SlipQuery),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = AssistedView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn record(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<AssistedId>,
    Query(query): Query<SlipQuery>,
    body: Body,
) -> Result<(StatusCode, axum::Json<AssistedView>), ApiError> {
    let SlipQuery { reference, signed_on, version, pages } = query;
    let form = SlipForm { reference, signed_on, version };
    let pages = PagesQuery { pages }.read()?;
    let reach = scope(&auth, Command::EnterForMember);
    // Nobody sends ten megabytes to be told afterwards that the day is wrong.
    let tx = Tx::read(&app.db).await?;
    let entry = assisted::get(&tx, reach, id).await?;
    entry.sign(&auth, form.clone(), 0, app.env.id(), app.env.now())?;
    drop(tx);
    let received = receive::receive(body, pages).await?;

    let tx = Tx::write(&app.db).await?;
    let entry = assisted::get_for_change(&tx, reach, id).await?;
    if let Some(held) = held(&tx, &entry).await?
        && held.hash == received.hash
    {
        return show_entry(&tx, entry).await;
    }
    if version != version_of(&tx, &entry).await? {
        return Err(ApiError::conflict("stale"));
    }
    let have = slips::count(&tx, id).await?;
    let (signed, slip) = entry.sign(&auth, form, have, app.env.id(), app.env.now())?;
    let (org, subject, about) = (signed.org, id.into(), Some(slip.reference.clone()));
    slips::insert(&tx, &Kept { slip, media: received.media, hash: received.hash }, received.bytes).await?;
    assisted::settle(&tx, &signed).await?;
    let kind = OfficeActKind::SlipRecorded;
    let asked = Some(signed.asked.clone());
    keep(&app, &tx, &OfficeAct { id: app.env.id(), org, kind, subject, about, asked, by: auth.user, at: app.env.now() }).await?;
    tell_organisation(&app, &tx, &signed, NoticeKind::AssistedSigned).await?;
    let answer = show_entry(&tx, signed).await?;
    tx.commit().await?;
    Ok(answer)
}

/// The scan of the slip that stands for an entry now, for the organisation and the office: a picture to look at, a PDF to download.
#[utoipa::path(get, path = "/assisted/{id}/slip", tag = "accounts", params(("id" = AssistedId, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"), (status = 404, body = Problem)))]
pub async fn show(State(app): State<App>, auth: Auth, Path(id): Path<AssistedId>) -> Result<Response, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let entry = assisted::get(&tx, scope(&auth, Command::ReadOrganisation), id).await?;
    let held = held(&tx, &entry).await?.ok_or(ApiError::Hidden)?;
    let bytes = slips::bytes(&tx, held.slip.id).await?;
    file(held.media, &format!("phieu-{}", held.slip.id), bytes)
}

async fn held(tx: &Tx, entry: &Assisted) -> Result<Option<Kept>, ApiError> {
    Ok(match entry.slip {
        None => None,
        Some(id) => slips::of(tx, [id]).await?.remove(&id),
    })
}

/// Of the offer or demand that was entered.
pub(super) async fn version_of(tx: &Tx, entry: &Assisted) -> Result<i64, ApiError> {
    Ok(match entry.post {
        EnteredPost::Offer(id) => offers::get(tx, Scope::Org(entry.org), id).await?.offer.version,
        EnteredPost::Demand(id) => demands::get(tx, Scope::Org(entry.org), id).await?.demand.version,
    })
}

async fn show_entry(tx: &Tx, entry: Assisted) -> Result<(StatusCode, axum::Json<AssistedView>), ApiError> {
    let view = views(tx, &[entry]).await?.pop().ok_or(ApiError::Hidden)?;
    Ok((StatusCode::CREATED, axum::Json(view)))
}
