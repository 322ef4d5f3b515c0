//! Proposals: what rounds put to both sides, and what directors answer.
pub mod several;
mod view;

use super::approvals::last;
use super::error::{ApiError, Problem};
use super::extract::{Auth, Json, Path, Query};
use super::page::{Page, PageQuery};
use super::photos::PhotoView;
use crate::app::App;
use crate::flow::conclude::ConcludeError;
use crate::flow::papers::{self, Gone};
use crate::flow::proposals::{ActError, act};
use crate::store::proposals::{self, Filter, Made};
use crate::store::{StoreError, Tx, accounts, approvals, contracts, demands, offers, photos};
use axum::extract::State;
use domain::account::Actor;
use domain::day::Timestamp;
use domain::id::{DemandId, OfferId, OrgId, ProposalId, RoundId};
use domain::policy::{self, Scope, scope};
use domain::proposal::{self, Draft, ProposalTerms, Status};
use domain::reason::Reason;
use domain::text::Note;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use view::Beside;
pub use view::{PartyView, ProposalRow, ProposalView, delivery_days};

impl From<ConcludeError> for ApiError {
    fn from(error: ConcludeError) -> Self {
        match error {
            ConcludeError::CertificateMissing => Self::conflict("certificate_missing"),
            ConcludeError::PremiumPaperGone => Self::conflict("premium_paper_gone"),
            ConcludeError::Store(error) => error.into(),
            ConcludeError::Other(error) => error.into(),
        }
    }
}

impl From<ActError> for ApiError {
    fn from(error: ActError) -> Self {
        match error {
            ActError::Store(error) => error.into(),
            ActError::Refused(refusal) => refusal.into(),
            ActError::Approval(refusal) => refusal.into(),
            ActError::Conclude(error) => error.into(),
            ActError::Other(error) => error.into(),
        }
    }
}

#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProposalStatus {
    Open,
    Agreed,
    Declined,
    Expired,
    Stopped,
}

impl ProposalStatus {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Agreed => "agreed",
            Self::Declined => "declined",
            Self::Expired => "expired",
            Self::Stopped => "stopped",
        }
    }
}

#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WaitsFor {
    /// The own side.
    Me,
    /// The other side.
    Them,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ProposalQuery {
    #[param(inline)]
    pub status: Option<ProposalStatus>,
    /// Open ones that wait for this side's answer.
    #[param(inline)]
    pub waits_for: Option<WaitsFor>,
    pub round: Option<RoundId>,
    pub offer: Option<OfferId>,
    pub demand: Option<DemandId>,
    /// The `next` of the page before.
    pub after: Option<Uuid>,
    /// How many, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u64>,
}

/// The own organisation's proposals, newest first.
#[utoipa::path(get, path = "/proposals", tag = "proposals", params(ProposalQuery),
    responses((status = 200, body = Page<ProposalRow>), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    auth: Auth,
    Query(query): Query<ProposalQuery>,
) -> Result<axum::Json<Page<ProposalRow>>, ApiError> {
    let slice = PageQuery { after: query.after, limit: query.limit }.slice()?;
    let own = auth.membership.map(|member| member.side);
    let waits_for = query.waits_for.zip(own).map(|(waits, own)| match waits {
        WaitsFor::Me => own,
        WaitsFor::Them => own.other(),
    });
    let status = query.status.map(|status| status.code().to_owned());
    let filter = Filter { status, waits_for, round: query.round, offer: query.offer, demand: query.demand };
    let tx = Tx::read(&app.db).await?;
    let rows = proposals::list(&tx, auth.reach(policy::Command::ReadProposal)?, &filter, slice).await?;
    let page = Page::cut(rows, slice.limit, |made| made.proposal.id.into());
    let names = names(&tx, &page.items).await?;
    let certificates = demands::certificates(&tx, page.items.iter().map(|made| made.proposal.demand)).await?;
    let asked = |made: &Made| certificates.get(&made.proposal.demand).copied().unwrap_or_default();
    let waiting = waiting(&tx, &auth, &page.items, app.env.now()).await?;
    Ok(axum::Json(page.map(|made| ProposalRow::new(&auth, &made, &names, asked(&made), waiting.contains(&made.proposal.id)))))
}

/// Those about which a clerk of the own organisation waits for a director.
pub(super) async fn waiting(tx: &Tx, actor: &Actor, rows: &[Made], now: Timestamp) -> Result<BTreeSet<ProposalId>, StoreError> {
    let Some(org) = actor.org() else { return Ok(BTreeSet::new()) };
    let asked = approvals::last(tx, org, rows.iter().map(|made| made.proposal.id)).await?;
    let waits = |made: &&Made| asked.get(&made.proposal.id).is_some_and(|approval| approval.waits(&made.proposal, now));
    Ok(rows.iter().filter(waits).map(|made| made.proposal.id).collect())
}

pub(super) async fn names(tx: &Tx, rows: &[Made]) -> Result<BTreeMap<OrgId, String>, ApiError> {
    Ok(accounts::names(tx, rows.iter().flat_map(|made| [made.proposal.supplier, made.proposal.buyer])).await?)
}

/// One proposal with all its revisions, and why it was made.
#[utoipa::path(get, path = "/proposals/{id}", tag = "proposals", params(("id" = ProposalId, Path)),
    responses((status = 200, body = ProposalView), (status = 404, body = Problem)))]
pub async fn show(State(app): State<App>, auth: Auth, Path(id): Path<ProposalId>) -> Result<axum::Json<ProposalView>, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let made = proposals::get(&tx, scope(&auth, policy::Command::ReadProposal), id).await?;
    let names = names(&tx, std::slice::from_ref(&made)).await?;
    // The place and the hours of the other side's post are part of the proposal; its reserve is not shown.
    let offer = offers::get(&tx, Scope::All, made.proposal.offer).await?;
    let demand = demands::get(&tx, Scope::All, made.proposal.demand).await?;
    let place_line = demands::place_line(&tx, &demand.demand).await?;
    let contract = contracts::of_proposal(&tx, id).await?.map(|contract| contract.id);
    let photos = PhotoView::all(photos::of(&tx, [made.proposal.offer]).await?.remove(&made.proposal.offer));
    let approval = last(&tx, &auth, &made.proposal, app.env.now()).await?;
    let gone = match made.proposal.status {
        Status::Open => papers::gone(&tx, &[(&made, &made.proposal)]).await?.remove(&id).unwrap_or_default(),
        Status::Agreed { .. } | Status::Declined { .. } | Status::Expired { .. } | Status::Stopped { .. } => Gone::default(),
    };
    Ok(axum::Json(ProposalView::new(&auth, &made, &names, (&offer, &demand), Beside { place_line, contract, photos, approval, gone })))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptProposal {
    /// The revision that was on the screen.
    pub revision: u16,
}

/// Accepts a revision; when the other side accepted it too, the contract is made. A clerk above the own limit asks the directors instead:
/// `approval` in the answer waits for them.
#[utoipa::path(post, path = "/proposals/{id}/accept", tag = "proposals", params(("id" = ProposalId, Path)), request_body = AcceptProposal,
    responses((status = 200, body = ProposalView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn accept(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<ProposalId>,
    Json(body): Json<AcceptProposal>,
) -> Result<axum::Json<ProposalView>, ApiError> {
    act(&app, &auth, id, proposal::Command::Accept { revision: body.revision }).await?;
    show(State(app), auth, Path(id)).await
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclineProposal {
    pub revision: u16,
    /// The other side reads it.
    pub reason: Reason,
}

/// Declines; what was reserved is free again, and this pair is not proposed for some days.
#[utoipa::path(post, path = "/proposals/{id}/decline", tag = "proposals", params(("id" = ProposalId, Path)), request_body = DeclineProposal,
    responses((status = 200, body = ProposalView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn decline(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<ProposalId>,
    Json(body): Json<DeclineProposal>,
) -> Result<axum::Json<ProposalView>, ApiError> {
    act(&app, &auth, id, proposal::Command::Decline { revision: body.revision, reason: body.reason }).await?;
    show(State(app), auth, Path(id)).await
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CounterProposal {
    pub revision: u16,
    pub terms: Draft,
    #[serde(default)]
    pub message: Option<Note>,
}

/// Puts other terms to the other side: another price, other kilograms, other weeks. More kilograms are reserved or refused. A clerk above the
/// own limit asks the directors instead.
#[utoipa::path(post, path = "/proposals/{id}/counter", tag = "proposals", params(("id" = ProposalId, Path)), request_body = CounterProposal,
    responses((status = 200, body = ProposalView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn counter(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<ProposalId>,
    Json(body): Json<CounterProposal>,
) -> Result<axum::Json<ProposalView>, ApiError> {
    let terms = ProposalTerms::new(body.terms)
        .map_err(|faults| ApiError::Invalid(faults.into_iter().map(|fault| fault.inside("terms")).collect()))?;
    let message = body.message.filter(|message| !message.as_str().is_empty());
    act(&app, &auth, id, proposal::Command::Counter { revision: body.revision, terms, message }).await?;
    show(State(app), auth, Path(id)).await
}
