//! What the owner of a post hears about it: who would fit now, and what the last round made of it.
use super::error::{ApiError, Problem};
use super::extract::{Auth, Path};
use super::reasons::{CrowdView, PriceBand, ReasonView};
use crate::app::App;
use crate::store::market::{self, Loaded};
use crate::store::proposals::{self, Filter};
use crate::store::{Tx, demands, offers, rounds};
use anyhow::Context;
use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use domain::day::Week;
use domain::id::{DemandId, OfferId, ProposalId, RoundId};
use domain::money::VndPerKg;
use domain::policy::{Command, scope};
use domain::post::PostStatus;
use domain::quantity::Kg;
use matching::indicate::{Post, indicate};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// What a post could expect of the market as it stands. Nothing is reserved by it.
#[derive(Debug, Serialize, ToSchema)]
pub struct IndicationView {
    /// Whether something of the post is still open; nothing else is known of one that is not.
    pub open: bool,
    /// Organisations on the other side that fit.
    pub fit: CrowdView,
    /// The likely price, for an offer at the farm gate, for a demand delivered; absent with fewer than three organisations.
    pub band: Option<PriceBand>,
    /// What stands in the way where nobody fits.
    pub reason: Option<ReasonView>,
}

impl IndicationView {
    const CLOSED: Self = Self { open: false, fit: CrowdView::None, band: None, reason: None };
}

/// Who would buy an offer now, and at about which price.
#[utoipa::path(get, path = "/offers/{id}/indication", tag = "rounds", params(("id" = OfferId, Path)),
    responses((status = 200, body = IndicationView), (status = 404, body = Problem)))]
pub async fn offer_indication(State(app): State<App>, auth: Auth, Path(id): Path<OfferId>) -> Result<Json<IndicationView>, ApiError> {
    let now = app.env.now();
    let tx = Tx::read(&app.db).await?;
    let held = offers::get(&tx, scope(&auth, Command::ReadOffer), id).await?;
    let post = market::one_offer(&tx, &held).await?.filter(|_| held.offer.status(now) == PostStatus::Open);
    let Some(post) = post else { return Ok(Json(IndicationView::CLOSED)) };
    let loaded = market::load(&tx, &app.config, now, Some(&market::product_of(&held))).await?;
    drop(tx);
    answer(loaded, Post::Offer(post)).await
}

/// Who would supply a demand now, and at about which price.
#[utoipa::path(get, path = "/demands/{id}/indication", tag = "rounds", params(("id" = DemandId, Path)),
    responses((status = 200, body = IndicationView), (status = 404, body = Problem)))]
pub async fn demand_indication(State(app): State<App>, auth: Auth, Path(id): Path<DemandId>) -> Result<Json<IndicationView>, ApiError> {
    let now = app.env.now();
    let tx = Tx::read(&app.db).await?;
    let held = demands::get(&tx, scope(&auth, Command::ReadDemand), id).await?;
    let post = market::one_demand(&tx, &held, now).await?.filter(|_| held.demand.is_open(now));
    let Some(post) = post else { return Ok(Json(IndicationView::CLOSED)) };
    let loaded = market::load(&tx, &app.config, now, Some(&held.demand.terms.product)).await?;
    drop(tx);
    answer(loaded, Post::Demand(post)).await
}

async fn answer(loaded: Loaded, post: Post) -> Result<Json<IndicationView>, ApiError> {
    let indication = tokio::task::spawn_blocking(move || indicate(&loaded.market, &post)).await.context("the answer to a post")?;
    Ok(Json(IndicationView {
        open: true,
        fit: indication.fit.into(),
        band: indication.band.map(PriceBand::from),
        reason: indication.obstacle.map(ReasonView::from),
    }))
}

/// What the last round made of a post.
#[derive(Debug, Serialize, ToSchema)]
pub struct LastRound {
    /// Absent before the first round after the post.
    pub round: Option<RoundId>,
    pub ran_at: Option<DateTime<Utc>>,
    pub proposals: Vec<LastProposal>,
    /// What it left: one row for an offer, one a week for a demand.
    pub left: Vec<LeftView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct LastProposal {
    pub id: ProposalId,
    pub kg: Kg,
    pub farm_gate: VndPerKg,
    pub delivered: VndPerKg,
    /// open, agreed, declined or expired.
    pub status: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct LeftView {
    pub week: Option<Week>,
    pub kg: Kg,
    pub reason: ReasonView,
}

/// What the last round made of an offer, and why the rest stayed.
#[utoipa::path(get, path = "/offers/{id}/last-round", tag = "rounds", params(("id" = OfferId, Path)),
    responses((status = 200, body = LastRound), (status = 404, body = Problem)))]
pub async fn offer_last_round(State(app): State<App>, auth: Auth, Path(id): Path<OfferId>) -> Result<Json<LastRound>, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let held = offers::get(&tx, scope(&auth, Command::ReadOffer), id).await?;
    let filter = Filter { offer: Some(id), ..Filter::default() };
    last_round(&tx, &auth, id.into(), held.offer.posted_at, filter).await
}

/// What the last round made of a demand, and why the rest stayed.
#[utoipa::path(get, path = "/demands/{id}/last-round", tag = "rounds", params(("id" = DemandId, Path)),
    responses((status = 200, body = LastRound), (status = 404, body = Problem)))]
pub async fn demand_last_round(State(app): State<App>, auth: Auth, Path(id): Path<DemandId>) -> Result<Json<LastRound>, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let held = demands::get(&tx, scope(&auth, Command::ReadDemand), id).await?;
    let filter = Filter { demand: Some(id), ..Filter::default() };
    last_round(&tx, &auth, id.into(), held.demand.posted_at, filter).await
}

async fn last_round(tx: &Tx, auth: &Auth, post: Uuid, posted_at: DateTime<Utc>, filter: Filter) -> Result<Json<LastRound>, ApiError> {
    let Some(round) = rounds::latest(tx).await?.filter(|round| round.ran_at >= posted_at) else {
        return Ok(Json(LastRound { round: None, ran_at: None, proposals: Vec::new(), left: Vec::new() }));
    };
    let filter = Filter { round: Some(round.id), ..filter };
    let made = proposals::of_post(tx, scope(auth, Command::ReadProposal), &filter).await?;
    let proposals = made.into_iter().map(|made| {
        let terms = &made.proposal.current.terms;
        LastProposal {
            id: made.proposal.id,
            kg: terms.total_kg(),
            farm_gate: terms.farm_gate(),
            delivered: terms.delivered(),
            status: made.proposal.status.code().to_owned(),
        }
    });
    let left = rounds::unmatched_of_post(tx, round.id, post).await?;
    let left = left.into_iter().map(|row| LeftView { week: row.week, kg: row.left, reason: row.reason.into() });
    Ok(Json(LastRound { round: Some(round.id), ran_at: Some(round.ran_at), proposals: proposals.collect(), left: left.collect() }))
}
