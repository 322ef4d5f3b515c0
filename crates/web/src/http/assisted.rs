//! What an officer enters for a member without a phone, what the organisation says of it, and the office's log.
pub mod act;
pub mod enter;
pub mod member;
pub mod points;
pub mod slip;
mod view;

pub use view::{AssistedView, Entered, of_posts};

use super::error::{ApiError, Problem};
use super::extract::{Auth, Json, Path, Query};
use super::page::{Page, PageQuery};
use crate::app::App;
use crate::flow::assisted::{tell_officers, tell_organisation};
use crate::store::{Tx, accounts, assisted, demands, offers};
use axum::extract::State;
use domain::account::Actor;
use domain::assisted::{Assisted, AssistedState, AssistedStatus, EnteredPost};
use domain::day::Timestamp;
use domain::id::{AssistedId, OrgId};
use domain::notice::NoticeKind;
use domain::policy::{Command, Scope, Target, allow, scope};
use domain::post::PostStatus;
use domain::reason::Reason;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use view::views;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AssistedQuery {
    pub status: Option<AssistedStatus>,
    pub organisation: Option<OrgId>,
    /// The `next` of the page before.
    pub after: Option<Uuid>,
    /// How many, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u64>,
}

/// What the office entered for members, newest first.
#[utoipa::path(get, path = "/officer/assisted", tag = "officer", params(AssistedQuery),
    responses((status = 200, body = Page<AssistedView>), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    auth: Auth,
    Query(query): Query<AssistedQuery>,
) -> Result<axum::Json<Page<AssistedView>>, ApiError> {
    allow(&auth, Command::ListOrganisations, Target::Whole)?;
    let slice = PageQuery { after: query.after, limit: query.limit }.slice()?;
    let filter = assisted::Filter { status: query.status, org: query.organisation };
    let tx = Tx::read(&app.db).await?;
    let Page { items, next } = Page::cut(assisted::list(&tx, &filter, slice).await?, slice.limit, |entry| entry.id.into());
    Ok(axum::Json(Page { items: views(&tx, &items).await?, next }))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmAssisted {
    /// The version of the offer or demand that was on the screen: nobody confirms what the office changed meanwhile.
    pub version: i64,
}

/// A director or a clerk says that the organisation asked for it; the post stays as it is and is the organisation's own from then on.
#[utoipa::path(post, path = "/assisted/{id}/confirm", tag = "accounts", params(("id" = AssistedId, Path)), request_body = ConfirmAssisted,
    responses((status = 200, body = AssistedView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn confirm(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<AssistedId>,
    Json(body): Json<ConfirmAssisted>,
) -> Result<axum::Json<AssistedView>, ApiError> {
    let tx = Tx::write(&app.db).await?;
    let entry = assisted::get_for_change(&tx, scope(&auth, Command::ReadOrganisation), id).await?;
    let confirmed = entry.confirm(&auth, app.env.now())?;
    if confirmed != entry {
        if slip::version_of(&tx, &entry).await? != body.version {
            return Err(ApiError::conflict("stale"));
        }
        assisted::settle(&tx, &confirmed).await?;
    }
    answered(tx, confirmed).await
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefuseAssisted {
    /// The office reads it.
    pub reason: Reason,
}

/// A director or a clerk says that the organisation did not ask for it: it leaves the market at once and the office hears why. Proposals
/// and contracts that exist stay.
#[utoipa::path(post, path = "/assisted/{id}/refuse", tag = "accounts", params(("id" = AssistedId, Path)), request_body = RefuseAssisted,
    responses((status = 200, body = AssistedView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn refuse(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<AssistedId>,
    Json(body): Json<RefuseAssisted>,
) -> Result<axum::Json<AssistedView>, ApiError> {
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    let entry = assisted::get_for_change(&tx, scope(&auth, Command::ReadOrganisation), id).await?;
    let refused = entry.refuse(&auth, body.reason, now)?;
    assisted::settle(&tx, &refused).await?;
    take_out(&tx, &auth, refused.post, now).await?;
    tell_officers(&app, &tx, &refused, NoticeKind::AssistedRefused).await?;
    answered(tx, refused).await
}

/// Out of the next rounds, unless its time is over anyway.
async fn take_out(tx: &Tx, actor: &Actor, post: EnteredPost, now: Timestamp) -> Result<(), ApiError> {
    match post {
        EnteredPost::Offer(id) => {
            let offer = offers::get(tx, scope(actor, Command::ReadOffer), id).await?.offer;
            if offer.status(now) == PostStatus::Open {
                offers::save(tx, &offer.withdraw(actor, now)?).await?;
            }
        }
        EnteredPost::Demand(id) => {
            let demand = demands::get(tx, scope(actor, Command::ReadDemand), id).await?.demand;
            if demand.is_open(now) {
                demands::save(tx, &demand.withdraw(actor, now)?).await?;
            }
        }
    }
    Ok(())
}

async fn answered(tx: Tx, entry: Assisted) -> Result<axum::Json<AssistedView>, ApiError> {
    let view = views(&tx, &[entry]).await?.pop().ok_or(ApiError::Hidden)?;
    tx.commit().await?;
    Ok(axum::Json(view))
}

/// Who changes a post, and the office's part in it.
#[derive(Debug)]
pub struct Acting {
    /// The member; or, for an officer and while nobody answered, the desk of the organisation.
    pub actor: Actor,
    entry: Option<Assisted>,
    office: bool,
}

/// Asked after the post was found for this person.
pub async fn acting(tx: &Tx, actor: &Actor, post: EnteredPost) -> Result<Acting, ApiError> {
    let entry = assisted::of_post_for_change(tx, post).await?;
    let office = scope(actor, Command::EnterForMember) == Scope::All;
    let stands_for = match &entry {
        Some(entry) if office => entry.office(actor, &accounts::get_organisation(tx, Scope::All, entry.org).await?)?,
        Some(_) | None => *actor,
    };
    Ok(Acting { actor: stands_for, entry: entry.filter(Assisted::is_waiting), office })
}

impl Acting {
    /// The organisation hears what the office changed; what a member changes is the organisation's own from then on.
    pub async fn changed(&self, app: &App, tx: &Tx) -> Result<(), ApiError> {
        let Some(entry) = &self.entry else { return Ok(()) };
        if self.office {
            let changed = entry.without_slip(app.env.now());
            if &changed != entry {
                assisted::settle(tx, &changed).await?;
            }
            tell_organisation(app, tx, &changed, NoticeKind::AssistedChanged).await?;
        } else {
            assisted::settle(tx, &entry.confirm(&self.actor, app.env.now())?).await?;
        }
        Ok(())
    }

    /// Nothing is left to confirm.
    pub async fn withdrawn(&self, app: &App, tx: &Tx) -> Result<(), ApiError> {
        let Some(entry) = &self.entry else { return Ok(()) };
        let gone = Assisted { state: AssistedState::Withdrawn { by: self.actor.user, at: app.env.now() }, ..entry.clone() };
        assisted::settle(tx, &gone).await?;
        if self.office {
            tell_organisation(app, tx, &gone, NoticeKind::AssistedWithdrawn).await?;
        }
        Ok(())
    }
}
