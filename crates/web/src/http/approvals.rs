//! What clerks may decide alone, and what directors say to the rest.
use super::error::{ApiError, Problem};
use super::extract::{Auth, Json, Path};
use super::proposals::{self, ProposalView};
use crate::app::App;
use crate::flow::proposals::approvals::answer;
use crate::store::approvals::{self, LimitSet};
use crate::store::{StoreError, Tx, accounts};
use axum::extract::State;
use chrono::{DateTime, Utc};
use domain::account::Actor;
use domain::day::Timestamp;
use domain::id::{ApprovalId, ProposalId, UserId};
use domain::policy::{Command, Target, allow};
use domain::proposal::{Approval, ApprovalState, ClerkLimit, Draft, Proposal, Wish};
use domain::reason::Reason;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Up to which value of a whole deal, before VAT, clerks accept and counter alone.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClerkLimitView {
    /// In đồng; 0 as long as nobody set another one: then a director approves everything.
    pub limit: ClerkLimit,
    pub set_by: Option<String>,
    pub set_at: Option<DateTime<Utc>>,
}

/// The limit of the own organisation's clerks.
#[utoipa::path(get, path = "/organisation/clerk-limit", tag = "accounts",
    responses((status = 200, body = ClerkLimitView), (status = 404, body = Problem)))]
pub async fn limit(State(app): State<App>, auth: Auth) -> Result<axum::Json<ClerkLimitView>, ApiError> {
    let org = auth.org().ok_or(ApiError::Hidden)?;
    allow(&auth, Command::ReadOrganisation, Target::Org(org))?;
    let tx = Tx::read(&app.db).await?;
    let set = approvals::limit(&tx, org).await?;
    let names = accounts::user_names(&tx, set.map(|set| set.by)).await?;
    Ok(axum::Json(ClerkLimitView {
        limit: set.map_or(ClerkLimit::NOTHING, |set| set.limit),
        set_by: set.and_then(|set| names.get(&set.by).cloned()),
        set_at: set.map(|set| set.at),
    }))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetClerkLimit {
    pub limit: ClerkLimit,
}

/// A director sets what clerks decide alone from now on; limits set before are kept with who set them.
#[utoipa::path(put, path = "/organisation/clerk-limit", tag = "accounts", request_body = SetClerkLimit,
    responses((status = 200, body = ClerkLimitView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn set_limit(
    State(app): State<App>,
    auth: Auth,
    Json(body): Json<SetClerkLimit>,
) -> Result<axum::Json<ClerkLimitView>, ApiError> {
    let org = auth.org().ok_or(ApiError::Hidden)?;
    allow(&auth, Command::SetClerkLimit, Target::Org(org))?;
    let tx = Tx::write(&app.db).await?;
    let set = LimitSet { limit: body.limit, by: auth.user, at: app.env.now() };
    approvals::set_limit(&tx, app.env.id(), org, set).await?;
    tx.commit().await?;
    limit(State(app), auth).await
}

/// What a clerk asked the own directors about a proposal; the other side does not see it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApprovalView {
    pub id: ApprovalId,
    /// `accept` or `counter`.
    pub wish: String,
    /// The terms of the counter.
    pub terms: Option<Draft>,
    pub message: Option<String>,
    pub asked_by: String,
    pub asked_at: DateTime<Utc>,
    /// A director can answer it now.
    pub waits: bool,
    /// `waiting`, `given` or `refused`. One that is waiting and no longer waits was overtaken.
    pub status: String,
    pub answered_by: Option<String>,
    pub answered_at: Option<DateTime<Utc>>,
    /// Why the director refused.
    pub reason: Option<String>,
}

impl ApprovalView {
    fn new(approval: Approval, names: &BTreeMap<UserId, String>, waits: bool) -> Self {
        let (wish, terms, message) = match approval.wish {
            Wish::Accept => ("accept", None, None),
            Wish::Counter { terms, message } => ("counter", Some(terms.into()), message.map(String::from)),
        };
        let status = approval.state.code().to_owned();
        let (by, answered_at, reason) = match approval.state {
            ApprovalState::Waiting => (None, None, None),
            ApprovalState::Given { by, at } => (Some(by), Some(at), None),
            ApprovalState::Refused { by, at, reason } => (Some(by), Some(at), Some(reason.into())),
            ApprovalState::Replaced { at } => (None, Some(at), None),
        };
        Self {
            id: approval.id,
            wish: wish.to_owned(),
            terms,
            message,
            asked_by: names.get(&approval.asked_by).cloned().unwrap_or_default(),
            asked_at: approval.asked_at,
            waits,
            status,
            answered_by: by.and_then(|by| names.get(&by).cloned()),
            answered_at,
            reason,
        }
    }
}

/// What was asked last about a proposal in the organisation of the person who looks.
pub(super) async fn last(tx: &Tx, actor: &Actor, proposal: &Proposal, now: Timestamp) -> Result<Option<ApprovalView>, StoreError> {
    let Some(org) = actor.org() else { return Ok(None) };
    let Some(approval) = approvals::last(tx, org, [proposal.id]).await?.remove(&proposal.id) else { return Ok(None) };
    let people = [Some(approval.asked_by), approval.state.answered_by()];
    let names = accounts::user_names(tx, people.into_iter().flatten()).await?;
    let waits = approval.waits(proposal, now);
    Ok(Some(ApprovalView::new(approval, &names, waits)))
}

/// A director approves what a clerk asked for: it is accepted or countered at once, in the director's name.
#[utoipa::path(post, path = "/proposals/{id}/approvals/{approval}/give", tag = "proposals",
    params(("id" = ProposalId, Path), ("approval" = ApprovalId, Path)),
    responses((status = 200, body = ProposalView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn give(
    State(app): State<App>,
    auth: Auth,
    Path((id, approval)): Path<(ProposalId, ApprovalId)>,
) -> Result<axum::Json<ProposalView>, ApiError> {
    answer(&app, &auth, id, approval, None).await?;
    proposals::show(State(app), auth, Path(id)).await
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefuseApproval {
    /// The clerk reads it; the other side does not.
    pub reason: Reason,
}

/// A director says no to the clerk; the proposal stays open as it is.
#[utoipa::path(post, path = "/proposals/{id}/approvals/{approval}/refuse", tag = "proposals", request_body = RefuseApproval,
    params(("id" = ProposalId, Path), ("approval" = ApprovalId, Path)),
    responses((status = 200, body = ProposalView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn refuse(
    State(app): State<App>,
    auth: Auth,
    Path((id, approval)): Path<(ProposalId, ApprovalId)>,
    Json(body): Json<RefuseApproval>,
) -> Result<axum::Json<ProposalView>, ApiError> {
    answer(&app, &auth, id, approval, Some(body.reason)).await?;
    proposals::show(State(app), auth, Path(id)).await
}
