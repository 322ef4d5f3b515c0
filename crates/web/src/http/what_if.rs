//! "What if": the owner of a post asks the book of the last round about another price, other weeks, another paper.
use super::error::{ApiError, Problem};
use super::extract::{Auth, Json, Path};
use super::reasons::{CrowdView, PriceBand, ReasonView};
use crate::app::App;
use crate::flow::what_if::{self, AskError, Own};
use crate::store::rounds::{self, Round};
use crate::store::what_if::Asked;
use crate::store::{Tx, demands, offers, what_if as kept};
use axum::extract::State;
use chrono::{DateTime, Utc};
use domain::id::{DemandId, OfferId, RoundId};
use domain::money::VndPerKg;
use domain::policy::{Command, Target, allow, scope};
use domain::product::CertKind;
use domain::quantity::Kg;
use domain::what_if::{MOST_QUESTIONS, Question};
use matching::what_if::Answer;
use serde::Serialize;
use utoipa::ToSchema;

impl From<AskError> for ApiError {
    fn from(error: AskError) -> Self {
        match error {
            AskError::Store(error) => error.into(),
            AskError::Invalid(faults) => Self::Invalid(faults),
            AskError::Spent => Self::conflict("what_if_spent"),
            AskError::Other(error) => error.into(),
        }
    }
}

/// What can be asked about a post, and what was.
#[derive(Debug, Serialize, ToSchema)]
pub struct WhatIfView {
    /// The round whose book answers; absent before the first one, and where that round did not know the post.
    pub round: Option<RoundId>,
    pub ran_at: Option<DateTime<Utc>>,
    /// Questions that are left until the next round.
    pub left: usize,
    /// Prices that can be asked about, ₫/kg, ascending: steps of 2 % of the reference price below and above the own one.
    pub prices: Vec<VndPerKg>,
    /// Papers that can be asked about: what an offer does not hold, what a demand requires.
    pub papers: Vec<CertKind>,
    /// Oldest first.
    pub asked: Vec<AskedView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct AskedView {
    pub question: Question,
    /// Absent where the answer was lost: ask the same again, it counts once.
    pub answer: Option<AnswerView>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AnswerKind {
    /// Nobody fits, whatever the price.
    Nobody,
    /// One or two fit: an answer would tell their price.
    TooFew,
    /// So much would have been taken.
    Taken,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct AnswerView {
    pub kind: AnswerKind,
    /// Organisations that fit, the price aside.
    pub fit: Option<CrowdView>,
    /// What would have been taken, at least and at most; both 0 for nothing, both the whole post for all.
    pub kg_at_least: Option<Kg>,
    pub kg_at_most: Option<Kg>,
    /// For an offer at the farm gate, for a demand delivered; absent where few trade around it.
    pub price: Option<PriceBand>,
    /// Why nobody fits, or why the rest would have stayed.
    pub reason: Option<ReasonView>,
}

impl From<Answer> for AnswerView {
    fn from(answer: Answer) -> Self {
        let of = |kind| Self { kind, fit: None, kg_at_least: None, kg_at_most: None, price: None, reason: None };
        match answer {
            Answer::Nobody { reason } => Self { reason: Some(reason.into()), ..of(AnswerKind::Nobody) },
            Answer::TooFew => of(AnswerKind::TooFew),
            Answer::Taken { fit, kg, price, reason } => Self {
                fit: Some(fit.into()),
                kg_at_least: Kg::from_whole(kg.at_least).ok(),
                kg_at_most: Kg::from_whole(kg.at_most).ok(),
                price: price.map(PriceBand::from),
                reason: reason.map(ReasonView::from),
                ..of(AnswerKind::Taken)
            },
        }
    }
}

impl From<Asked> for AskedView {
    fn from(asked: Asked) -> Self {
        Self { question: asked.question, answer: asked.answer.map(AnswerView::from) }
    }
}

/// What can be asked about an offer, and what was since the last round.
#[utoipa::path(get, path = "/offers/{id}/what-if", tag = "rounds", params(("id" = OfferId, Path)),
    responses((status = 200, body = WhatIfView), (status = 404, body = Problem)))]
pub async fn offer(State(app): State<App>, auth: Auth, Path(id): Path<OfferId>) -> Result<axum::Json<WhatIfView>, ApiError> {
    let own = own_offer(&app, &auth, id).await?;
    show(&app, own).await
}

/// Asks what the last round would have taken of an offer; 20 questions an offer and round, the same one again costs nothing.
#[utoipa::path(post, path = "/offers/{id}/what-if", tag = "rounds", params(("id" = OfferId, Path)), request_body = Question,
    responses((status = 200, body = AskedView), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn ask_offer(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<OfferId>,
    Json(question): Json<Question>,
) -> Result<axum::Json<AskedView>, ApiError> {
    let own = own_offer(&app, &auth, id).await?;
    ask(&app, own, question).await
}

/// What can be asked about a demand, and what was since the last round.
#[utoipa::path(get, path = "/demands/{id}/what-if", tag = "rounds", params(("id" = DemandId, Path)),
    responses((status = 200, body = WhatIfView), (status = 404, body = Problem)))]
pub async fn demand(State(app): State<App>, auth: Auth, Path(id): Path<DemandId>) -> Result<axum::Json<WhatIfView>, ApiError> {
    let own = own_demand(&app, &auth, id).await?;
    show(&app, own).await
}

/// Asks what the last round would have found for a demand; 20 questions a demand and round, the same one again costs nothing.
#[utoipa::path(post, path = "/demands/{id}/what-if", tag = "rounds", params(("id" = DemandId, Path)), request_body = Question,
    responses((status = 200, body = AskedView), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn ask_demand(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<DemandId>,
    Json(question): Json<Question>,
) -> Result<axum::Json<AskedView>, ApiError> {
    let own = own_demand(&app, &auth, id).await?;
    ask(&app, own, question).await
}

/// An answer starts from the reserve price and serves to change the post: who may do that may ask.
async fn own_offer(app: &App, auth: &Auth, id: OfferId) -> Result<Own, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let held = offers::get(&tx, scope(auth, Command::ReadOffer), id).await?;
    allow(auth, Command::EditOffer, Target::Org(held.offer.org))?;
    Ok(Own { id: id.into(), org: held.offer.org })
}

async fn own_demand(app: &App, auth: &Auth, id: DemandId) -> Result<Own, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let held = demands::get(&tx, scope(auth, Command::ReadDemand), id).await?;
    allow(auth, Command::EditDemand, Target::Org(held.demand.org))?;
    Ok(Own { id: id.into(), org: held.demand.org })
}

async fn show(app: &App, own: Own) -> Result<axum::Json<WhatIfView>, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let nothing = WhatIfView { round: None, ran_at: None, left: 0, prices: Vec::new(), papers: Vec::new(), asked: Vec::new() };
    let Some(round) = rounds::latest(&tx).await? else { return Ok(axum::Json(nothing)) };
    let asked = kept::of_post(&tx, round.id, own.id).await?;
    let Some(choices) = what_if::choices(&tx, &round, own).await? else { return Ok(axum::Json(nothing)) };
    let Round { id, ran_at, .. } = round;
    Ok(axum::Json(WhatIfView {
        round: Some(id),
        ran_at: Some(ran_at),
        left: MOST_QUESTIONS.saturating_sub(asked.len()),
        prices: choices.prices,
        papers: choices.papers,
        asked: asked.into_iter().map(AskedView::from).collect(),
    }))
}

async fn ask(app: &App, own: Own, question: Question) -> Result<axum::Json<AskedView>, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let round = rounds::latest(&tx).await?;
    drop(tx);
    let Some(round) = round else { return Err(ApiError::conflict("what_if_no_round")) };
    let asked = what_if::ask(app, &round, own, question).await?.ok_or_else(|| ApiError::conflict("what_if_no_round"))?;
    Ok(axum::Json(asked.into()))
}
