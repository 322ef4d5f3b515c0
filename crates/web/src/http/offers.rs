//! Offers: a supplier posts, changes and withdraws what it has to sell.
pub mod trail;
mod view;

use super::assisted;
use super::error::{ApiError, Problem};
use super::extract::{Auth, IdempotencyKey, Json, Path, Query};
use super::names::{require_commune, require_open_variety};
use super::once::Once;
use super::page::{Page, PageQuery};
use super::photos::PhotoView;
use super::words;
use crate::app::App;
use crate::flow::searches;
use crate::reference::catalogue;
use crate::reference::grade_sheets::sheet_of;
use crate::store::offers::{self, Filter, HeldOffer};
use crate::store::{Tx, certificates, photos, reservations};
use axum::extract::State;
use axum::http::StatusCode;
use domain::account::Side;
use domain::assisted::EnteredPost;
use domain::error::Faults;
use domain::id::{OfferId, OrgId};
use domain::offer::{Offer, OfferTerms};
use domain::policy::{Command, scope};
use domain::post::PostStatus;
use domain::product::{Quality, Slug};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
pub use view::OfferView;

/// What only the catalogue and the map can say about an offer, and about one that was there before.
pub(super) fn faults(terms: &OfferTerms, before: Option<&OfferTerms>) -> Faults {
    let mut faults = Faults::new();
    let stood = before.map_or(&[][..], |before| std::slice::from_ref(&before.variety));
    require_open_variety(&mut faults, "variety", &terms.variety, stood);
    require_commune(&mut faults, "pickup_commune", terms.pickup_commune);
    require_sizes(&mut faults, terms);
    faults
}

/// Only labels of the sheet by which the variety is graded.
fn require_sizes(faults: &mut Faults, terms: &OfferTerms) {
    let catalogue = catalogue::now();
    let sheet = catalogue.variety(terms.variety.as_str()).and_then(|variety| sheet_of(&variety.slug, &variety.product_slug));
    for (at, size) in terms.quality.sizes.iter().enumerate().take(Quality::MOST_SIZES) {
        let known = sheet.is_some_and(|sheet| sheet.has(size.as_str()));
        faults.require(known, format!("quality.sizes.{at}"), "size_code_unknown");
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct OfferQuery {
    #[param(inline)]
    pub status: Option<PostStatus>,
    pub variety: Option<Slug>,
    /// Part of a variety's name; marks may be left out.
    #[param(max_length = 100)]
    pub q: Option<String>,
    /// For the office: of one organisation alone.
    pub organisation: Option<OrgId>,
    /// The `next` of the page before.
    pub after: Option<Uuid>,
    /// How many, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u64>,
}

/// The own organisation's offers, newest first; the office reads everybody's.
#[utoipa::path(get, path = "/offers", tag = "offers", params(OfferQuery),
    responses((status = 200, body = Page<OfferView>), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn list(State(app): State<App>, auth: Auth, Query(query): Query<OfferQuery>) -> Result<axum::Json<Page<OfferView>>, ApiError> {
    let slice = PageQuery { after: query.after, limit: query.limit }.slice()?;
    let varieties = words::varieties(query.q.as_deref(), query.variety)?;
    let filter = Filter { status: query.status, varieties };
    let now = app.env.now();
    let tx = Tx::read(&app.db).await?;
    let rows = offers::list(&tx, auth.reach_of(Command::ReadOffer, query.organisation)?, &filter, app.env.today(), slice).await?;
    let page = Page::cut(rows, slice.limit, |held| held.offer.id.into());
    let proofs = certificates::proofs(&tx, page.items.iter().map(|held| held.offer.org)).await?;
    let mut photos = photos::of(&tx, page.items.iter().map(|held| held.offer.id)).await?;
    let mut entered = assisted::of_posts(&tx, &auth, Side::Supplier, page.items.iter().map(|held| held.offer.id.into())).await?;
    Ok(axum::Json(page.map(|held| {
        let photos = PhotoView::all(photos.remove(&held.offer.id));
        let entered = entered.remove(&held.offer.id.into());
        OfferView::new(&auth, held, &proofs, photos, entered, now)
    })))
}

/// Offers goods on the market; a repeated request with the same key shows what the first one made.
#[utoipa::path(post, path = "/offers", tag = "offers", request_body = OfferTerms,
    params(("idempotency-key" = Option<String>, Header, description = "8 to 100 characters")),
    responses((status = 201, body = OfferView), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn post(
    State(app): State<App>,
    auth: Auth,
    key: IdempotencyKey,
    Json(terms): Json<OfferTerms>,
) -> Result<(StatusCode, axum::Json<OfferView>), ApiError> {
    let once = Once::new(auth.user, key, "POST /offers", &terms)?;
    let tx = Tx::write(&app.db).await?;
    let id = if let Some(made) = once.made(&tx).await? {
        drop(tx);
        made.into()
    } else {
        let faults = faults(&terms, None);
        let offer = ApiError::beside(Offer::post(&auth, terms, app.env.id(), app.env.now()), faults)?;
        offers::insert(&tx, &offer).await?;
        searches::posted(&app, &tx, Side::Supplier, &[offer.id.into()]).await?;
        once.keep(&app, tx, offer.id.into()).await?.into()
    };
    Ok((StatusCode::CREATED, show(State(app), auth, Path(id)).await?))
}

/// One offer. Its ask is shown to its own organisation alone.
#[utoipa::path(get, path = "/offers/{id}", tag = "offers", params(("id" = OfferId, Path)),
    responses((status = 200, body = OfferView), (status = 404, body = Problem)))]
pub async fn show(State(app): State<App>, auth: Auth, Path(id): Path<OfferId>) -> Result<axum::Json<OfferView>, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let held = offers::get(&tx, scope(&auth, Command::ReadOffer), id).await?;
    view(&app, &tx, &auth, held).await
}

async fn view(app: &App, tx: &Tx, auth: &Auth, held: HeldOffer) -> Result<axum::Json<OfferView>, ApiError> {
    let proofs = certificates::proofs(tx, [held.offer.org]).await?;
    let photos = PhotoView::all(photos::of(tx, [held.offer.id]).await?.remove(&held.offer.id));
    let entered = assisted::of_posts(tx, auth, Side::Supplier, [held.offer.id.into()]).await?.into_values().next();
    Ok(axum::Json(OfferView::new(auth, held, &proofs, photos, entered, app.env.now())))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditOffer {
    /// The version that was on the screen.
    pub version: i64,
    pub terms: OfferTerms,
}

/// Changes an open offer, never below what proposals and contracts hold of it.
#[utoipa::path(put, path = "/offers/{id}", tag = "offers", params(("id" = OfferId, Path)), request_body = EditOffer,
    responses((status = 200, body = OfferView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn edit(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<OfferId>,
    Json(body): Json<EditOffer>,
) -> Result<axum::Json<OfferView>, ApiError> {
    let edited = try_edit(&app, &auth, id, body).await;
    ApiError::or_current(edited, show(State(app), auth, Path(id))).await
}

async fn try_edit(app: &App, auth: &Auth, id: OfferId, body: EditOffer) -> Result<axum::Json<OfferView>, ApiError> {
    let tx = Tx::write(&app.db).await?;
    let HeldOffer { offer, .. } = offers::get(&tx, scope(auth, Command::ReadOffer), id).await?;
    let faults = faults(&body.terms, Some(&offer.terms));
    // Before the post's own row, in the order in which everybody takes both.
    let acting = assisted::acting(&tx, auth, EnteredPost::Offer(id)).await?;
    let promised = reservations::promised_offer(&tx, id).await?;
    let now = app.env.now();
    let edited = offer.edit(&acting.actor, body.terms, body.version, &promised, now);
    let edited = ApiError::beside(edited, faults).map_err(|error| error.inside("terms"))?;
    offers::save_edit(&tx, &offer, &edited, auth.user, now).await?;
    acting.changed(app, &tx).await?;
    changed(app, auth, tx, HeldOffer { offer: edited, held: promised.total() }).await
}

/// The version that was on the screen; left out, the offer is withdrawn as it stands.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdraw {
    #[serde(default)]
    pub version: Option<i64>,
}

/// Takes an offer out of the next rounds; proposals and contracts that exist stay.
#[utoipa::path(post, path = "/offers/{id}/withdraw", tag = "offers", params(("id" = OfferId, Path)), request_body = Withdraw,
    responses((status = 200, body = OfferView), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn withdraw(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<OfferId>,
    Json(body): Json<Withdraw>,
) -> Result<axum::Json<OfferView>, ApiError> {
    let tx = Tx::write(&app.db).await?;
    let HeldOffer { offer, held } = offers::get(&tx, scope(&auth, Command::ReadOffer), id).await?;
    let acting = assisted::acting(&tx, &auth, EnteredPost::Offer(id)).await?;
    let withdrawn = offer.withdraw(&acting.actor, app.env.now())?;
    if withdrawn.version == offer.version {
        return view(&app, &tx, &auth, HeldOffer { offer, held }).await;
    }
    body.check(offer.version)?;
    offers::save(&tx, &withdrawn).await?;
    acting.withdrawn(&app, &tx).await?;
    changed(&app, &auth, tx, HeldOffer { offer: withdrawn, held }).await
}

impl Withdraw {
    pub(super) fn check(&self, version: i64) -> Result<(), ApiError> {
        if self.version.is_none_or(|seen| seen == version) { Ok(()) } else { Err(ApiError::conflict("stale")) }
    }
}

async fn changed(app: &App, auth: &Auth, tx: Tx, held: HeldOffer) -> Result<axum::Json<OfferView>, ApiError> {
    let view = view(app, &tx, auth, held).await?;
    tx.commit().await?;
    Ok(view)
}
