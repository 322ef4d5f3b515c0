//! The office enters an offer or a demand: the form and the rules are the organisation's own.
use super::{AssistedView, views};
use crate::app::App;
use crate::flow::assisted::tell_organisation;
use crate::flow::searches;
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, IdempotencyKey, Json, Path};
use crate::http::once::Once;
use crate::http::{demands as demand_forms, offers as offer_forms};
use crate::store::{Tx, accounts, assisted, demands, offers};
use axum::extract::State;
use axum::http::StatusCode;
use domain::account::{Actor, Organisation};
use domain::assisted::{Asked, Assisted, EnteredPost};
use domain::day::Timestamp;
use domain::demand::{Demand, DemandTerms};
use domain::id::OrgId;
use domain::notice::NoticeKind;
use domain::offer::{Offer, OfferTerms};
use domain::policy::{Command, Scope, scope};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EnterOffer {
    pub asked: Asked,
    pub terms: OfferTerms,
}

#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EnterDemand {
    pub asked: Asked,
    pub terms: DemandTerms,
}

/// An officer enters an offer for a supplier, which is told and has fourteen days to say that it asked for it. A repeated request with the
/// same key shows what the first one made.
#[utoipa::path(post, path = "/officer/organisations/{id}/offers", tag = "officer", request_body = EnterOffer,
    params(("id" = OrgId, Path), ("idempotency-key" = Option<String>, Header, description = "8 to 100 characters")),
    responses((status = 201, body = AssistedView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn enter_offer(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<OrgId>,
    key: IdempotencyKey,
    Json(body): Json<EnterOffer>,
) -> Result<(StatusCode, axum::Json<AssistedView>), ApiError> {
    let once = Once::new(auth.user, key, &format!("POST /officer/organisations/{id}/offers"), &body)?;
    let tx = Tx::write(&app.db).await?;
    if let Some(made) = once.made(&tx).await? {
        return show(&tx, made).await;
    }
    let (org, desk) = desk(&tx, &auth, id).await?;
    let EnterOffer { asked, terms } = body;
    let faults = offer_forms::faults(&terms, None);
    let offer = ApiError::beside(Offer::post(&desk, terms, app.env.id(), app.env.now()), faults).map_err(|error| error.inside("terms"))?;
    offers::insert(&tx, &offer).await?;
    keep(&app, tx, &auth, &org, (EnteredPost::Offer(offer.id), offer.terms.closes_at()), asked, &once).await
}

/// An officer enters a demand for a buyer, which is told and has fourteen days to say that it asked for it.
#[utoipa::path(post, path = "/officer/organisations/{id}/demands", tag = "officer", request_body = EnterDemand,
    params(("id" = OrgId, Path), ("idempotency-key" = Option<String>, Header, description = "8 to 100 characters")),
    responses((status = 201, body = AssistedView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn enter_demand(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<OrgId>,
    key: IdempotencyKey,
    Json(body): Json<EnterDemand>,
) -> Result<(StatusCode, axum::Json<AssistedView>), ApiError> {
    let once = Once::new(auth.user, key, &format!("POST /officer/organisations/{id}/demands"), &body)?;
    let tx = Tx::write(&app.db).await?;
    if let Some(made) = once.made(&tx).await? {
        return show(&tx, made).await;
    }
    let (org, desk) = desk(&tx, &auth, id).await?;
    let EnterDemand { asked, terms } = body;
    let faults = demand_forms::faults_of(&terms, &[]);
    let demand =
        ApiError::beside(Demand::post(&desk, terms, app.env.id(), app.env.now()), faults).map_err(|error| error.inside("terms"))?;
    demands::insert(&tx, &demand).await?;
    keep(&app, tx, &auth, &org, (EnteredPost::Demand(demand.id), demand.terms.closes_at()), asked, &once).await
}

/// The organisation, kept from everybody else until the transaction ends, and whom the officer stands for.
pub(super) async fn desk(tx: &Tx, auth: &Auth, id: OrgId) -> Result<(Organisation, Actor), ApiError> {
    let org = accounts::get_organisation_for_change(tx, scope(auth, Command::EnterForMember), id).await?;
    let desk = Assisted::desk(auth, &org)?;
    Ok((org, desk))
}

async fn keep(
    app: &App,
    tx: Tx,
    auth: &Auth,
    org: &Organisation,
    (post, closes): (EnteredPost, Timestamp),
    asked: Asked,
    once: &Once,
) -> Result<(StatusCode, axum::Json<AssistedView>), ApiError> {
    let waiting = assisted::count_waiting(&tx, org.id).await?;
    let entry = Assisted::enter(auth, org.id, post, asked, waiting, app.env.id(), app.env.now())?.until(closes);
    assisted::insert(&tx, &entry).await?;
    searches::posted(app, &tx, post.side(), &[post.id()]).await?;
    tell_organisation(app, &tx, &entry, NoticeKind::AssistedEntered).await?;
    let made = once.keep(app, tx, entry.id.into()).await?;
    show(&Tx::read(&app.db).await?, made).await
}

async fn show(tx: &Tx, id: Uuid) -> Result<(StatusCode, axum::Json<AssistedView>), ApiError> {
    let entry = assisted::get(tx, Scope::All, id.into()).await?;
    let view = views(tx, &[entry]).await?.pop().ok_or(ApiError::Hidden)?;
    Ok((StatusCode::CREATED, axum::Json(view)))
}
