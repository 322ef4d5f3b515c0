//! Photos of an offer: kept clean and small, shown to whoever may see the offer: its own people, the programme office, and the buyer to
//! whom it was proposed. The public market shows none, because a sign or a face would tell whose goods they are.
use super::assisted::{self, act::filing};
use super::error::{ApiError, Problem};
use super::extract::{Auth, Path, Query};
use super::scans::receive;
use crate::app::App;
use crate::picture;
use crate::reference::catalogue;
use crate::store::photos::Bytes;
use crate::store::{Tx, offers, photos, proposals};
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::assisted::EnteredPost;
use domain::id::{OfferId, PhotoId, ProposalId};
use domain::offer::Offer;
use domain::office_act::OfficeActKind;
use domain::photo::{self, Photo};
use domain::policy::{Command, scope};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// What is known of a photo; its bytes are at `/offers/{id}/photos/{photo}`.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PhotoView {
    pub id: PhotoId,
    pub bytes: u32,
    pub width: u32,
    pub height: u32,
}

impl From<Photo> for PhotoView {
    fn from(photo: Photo) -> Self {
        Self { id: photo.id, bytes: photo.size, width: photo.width, height: photo.height }
    }
}

impl PhotoView {
    pub fn all(photos: Option<Vec<Photo>>) -> Vec<Self> {
        photos.unwrap_or_default().into_iter().map(Self::from).collect()
    }
}

/// Adds a photo (JPEG, PNG, WebP) of at most 10 MB, six to an offer; an officer to what the office entered and nobody answered. It is turned upright, shrunk to 2,000 pixels and written anew
/// without what the phone put into it, such as the place. The same file sent again is the same photo.
#[utoipa::path(post, path = "/offers/{id}/photos", tag = "offers", params(("id" = OfferId, Path)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = PhotoView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn add(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<OfferId>,
    body: Body,
) -> Result<(StatusCode, axum::Json<PhotoView>), ApiError> {
    let reach = scope(&auth, Command::ReadOffer);
    // Nobody sends ten megabytes to be told afterwards that the offer is not theirs.
    let tx = Tx::read(&app.db).await?;
    let held = offers::get(&tx, reach, id).await?;
    let acting = assisted::acting(&tx, &auth, EnteredPost::Offer(id)).await?;
    photo::may_add(&acting.actor, &held.offer, 0, app.env.now())?;
    drop(tx);
    let file = receive::receive(body, None).await?;
    let Some((width, height)) = file.pixels else { return Err(ApiError::field("scan", "photo_not_a_picture")) };
    let whole = file.bytes;
    let (whole, small) = tokio::task::spawn_blocking(move || {
        let small = picture::small(&whole);
        (whole, small)
    })
    .await
    .map_err(|error| ApiError::Internal(error.into()))?;
    let small = small.map_err(|error| ApiError::Internal(error.into()))?;

    let tx = Tx::write(&app.db).await?;
    let held = offers::get(&tx, reach, id).await?;
    photos::hold(&tx, id).await?;
    let mut have = photos::of(&tx, [id]).await?.remove(&id).unwrap_or_default();
    if let Some(at) = have.iter().position(|photo| photo.hash == file.hash) {
        return Ok((StatusCode::CREATED, axum::Json(have.swap_remove(at).into())));
    }
    let acting = assisted::acting(&tx, &auth, EnteredPost::Offer(id)).await?;
    photo::may_add(&acting.actor, &held.offer, u64::try_from(have.len()).unwrap_or(u64::MAX), app.env.now())?;
    let photo = Photo {
        id: app.env.id(),
        offer: id,
        hash: file.hash,
        size: u32::try_from(whole.len()).unwrap_or(u32::MAX),
        width,
        height,
        added_by: auth.user,
        added_at: app.env.now(),
    };
    photos::insert(&tx, &photo, Bytes { whole, small }).await?;
    photographed(&app, &tx, &auth, &held.offer, OfficeActKind::PhotoAdded).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, axum::Json(photo.into())))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PhotoQuery {
    /// 320 pixels at most, for lists.
    #[serde(default)]
    pub small: bool,
}

/// The bytes of a photo.
#[utoipa::path(get, path = "/offers/{id}/photos/{photo}", tag = "offers",
    params(("id" = OfferId, Path), ("photo" = PhotoId, Path), PhotoQuery),
    responses((status = 200, body = Vec<u8>, content_type = "image/jpeg"), (status = 404, body = Problem)))]
pub async fn show(
    State(app): State<App>,
    auth: Auth,
    Path((id, photo)): Path<(OfferId, PhotoId)>,
    Query(query): Query<PhotoQuery>,
) -> Result<Response, ApiError> {
    let tx = Tx::read(&app.db).await?;
    offers::get(&tx, scope(&auth, Command::ReadOffer), id).await?;
    picture_of(&tx, id, photo, query.small).await
}

/// The bytes of a photo of the goods that are proposed, for both sides of the deal.
#[utoipa::path(get, path = "/proposals/{id}/photos/{photo}", tag = "proposals",
    params(("id" = ProposalId, Path), ("photo" = PhotoId, Path), PhotoQuery),
    responses((status = 200, body = Vec<u8>, content_type = "image/jpeg"), (status = 404, body = Problem)))]
pub async fn proposed(
    State(app): State<App>,
    auth: Auth,
    Path((id, photo)): Path<(ProposalId, PhotoId)>,
    Query(query): Query<PhotoQuery>,
) -> Result<Response, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let made = proposals::get(&tx, scope(&auth, Command::ReadProposal), id).await?;
    picture_of(&tx, made.proposal.offer, photo, query.small).await
}

async fn picture_of(tx: &Tx, offer: OfferId, photo: PhotoId, small: bool) -> Result<Response, ApiError> {
    let photo = photos::get(tx, offer, photo).await?;
    let bytes = photos::bytes(tx, photo.id, small).await?;
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox; frame-ancestors 'none'"));
    // A photo can be taken away at any time, and the next person at the same phone may not see it.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok((headers, bytes).into_response())
}

/// What an officer adds or takes away is told and kept, like everything else of an entry for a member.
async fn photographed(app: &App, tx: &Tx, auth: &Auth, offer: &Offer, kind: OfficeActKind) -> Result<(), ApiError> {
    let goods = catalogue::now().variety(offer.terms.variety.as_str()).and_then(|variety| variety.name_vi.parse().ok());
    filing(tx, auth, offer.org).await?.done(app, tx, (kind, offer.id.into()), goods, None).await
}

/// Takes a photo away; an officer only as long as nobody answered what the office entered.
#[utoipa::path(delete, path = "/offers/{id}/photos/{photo}", tag = "offers", params(("id" = OfferId, Path), ("photo" = PhotoId, Path)),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn remove(State(app): State<App>, auth: Auth, Path((id, photo)): Path<(OfferId, PhotoId)>) -> Result<StatusCode, ApiError> {
    let tx = Tx::write(&app.db).await?;
    let held = offers::get(&tx, scope(&auth, Command::ReadOffer), id).await?;
    let photo = photos::get(&tx, id, photo).await?;
    let acting = assisted::acting(&tx, &auth, EnteredPost::Offer(id)).await?;
    photo::may_remove(&acting.actor, &held.offer)?;
    photos::remove(&tx, photo.id).await?;
    photographed(&app, &tx, &auth, &held.offer, OfficeActKind::PhotoRemoved).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
