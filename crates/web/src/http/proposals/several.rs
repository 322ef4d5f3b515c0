//! One answer to many proposals: what a buyer does before two o'clock with three hundred of them.
use crate::app::App;
use crate::flow::proposals::{ActError, Answer, Done, act_several};
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, Json};
use axum::extract::State;
use domain::error::Faults;
use domain::id::ProposalId;
use domain::reason::Reason;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;

const MOST: usize = 300;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptSeveral {
    /// One to three hundred, each once.
    #[schema(min_items = 1, max_items = 300)]
    pub items: Vec<AnswerOne>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclineSeveral {
    /// One to three hundred, each once.
    #[schema(min_items = 1, max_items = 300)]
    pub items: Vec<AnswerOne>,
    /// The other sides read it.
    pub reason: Reason,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerOne {
    pub id: ProposalId,
    /// The revision that was on the screen.
    pub revision: u16,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct AcceptedSeveral {
    /// In the order asked.
    pub items: Vec<AcceptOutcome>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct AcceptOutcome {
    pub id: ProposalId,
    pub accepted: bool,
    /// It is worth more than the clerk decides alone: the directors are asked.
    pub asked: bool,
    /// Why not.
    pub problem: Option<Problem>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DeclinedSeveral {
    /// In the order asked.
    pub items: Vec<DeclineOutcome>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DeclineOutcome {
    pub id: ProposalId,
    pub declined: bool,
    /// Why not.
    pub problem: Option<Problem>,
}

/// Accepts a set of proposals, as a buyer does who chose among them; each one succeeds or fails by itself. For those above the own limit
/// a clerk asks the directors.
#[utoipa::path(post, path = "/proposals/accept", tag = "proposals", request_body = AcceptSeveral,
    responses((status = 200, body = AcceptedSeveral), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn accept_several(
    State(app): State<App>,
    auth: Auth,
    Json(body): Json<AcceptSeveral>,
) -> Result<axum::Json<AcceptedSeveral>, ApiError> {
    let outcomes = answer(&app, &auth, &body.items, &Answer::Accept).await?;
    let outcome = |(id, outcome): One| match outcome {
        Ok(done) => AcceptOutcome { id, accepted: done == Done::Applied, asked: done == Done::Asked, problem: None },
        Err(problem) => AcceptOutcome { id, accepted: false, asked: false, problem: Some(problem) },
    };
    Ok(axum::Json(AcceptedSeveral { items: outcomes.into_iter().map(outcome).collect() }))
}

/// Declines a set of proposals for one reason; what they reserved is free again. Each one succeeds or fails by itself.
#[utoipa::path(post, path = "/proposals/decline", tag = "proposals", request_body = DeclineSeveral,
    responses((status = 200, body = DeclinedSeveral), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn decline_several(
    State(app): State<App>,
    auth: Auth,
    Json(body): Json<DeclineSeveral>,
) -> Result<axum::Json<DeclinedSeveral>, ApiError> {
    let outcomes = answer(&app, &auth, &body.items, &Answer::Decline(body.reason)).await?;
    let outcome = |(id, outcome): One| DeclineOutcome { id, declined: outcome.is_ok(), problem: outcome.err() };
    Ok(axum::Json(DeclinedSeveral { items: outcomes.into_iter().map(outcome).collect() }))
}

type One = (ProposalId, Result<Done, Problem>);

async fn answer(app: &App, auth: &Auth, items: &[AnswerOne], answer: &Answer) -> Result<Vec<One>, ApiError> {
    if !(1..=MOST).contains(&items.len()) {
        return Err(ApiError::field("items", "items_out_of_range"));
    }
    let (mut faults, mut seen) = (Faults::new(), BTreeSet::new());
    for (at, item) in items.iter().enumerate() {
        faults.require(seen.insert(item.id), format!("items.{at}.id"), "proposal_repeated");
    }
    faults.finish().map_err(ApiError::Invalid)?;
    let asked: Vec<_> = items.iter().map(|item| (item.id, item.revision)).collect();
    let outcomes = act_several(app, auth, &asked, answer).await?;
    let problem = |error: ActError| ApiError::from(error).problem().1;
    Ok(asked.into_iter().zip(outcomes).map(|((id, _), outcome)| (id, outcome.map_err(problem))).collect())
}
