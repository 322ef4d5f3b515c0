//! Rounds: when the next one runs, and for the programme office how each of them went.
mod download;
mod marginal;
mod view;

pub use download::{__path_download, download};
pub use marginal::{__path_marginals, marginals};

use super::error::{ApiError, Problem};
use super::extract::{Auth, IdempotencyKey, Path, Query};
use super::once::Once;
use super::page::{Page, PageQuery};
use super::reasons::ObstacleKind;
use crate::app::App;
use crate::flow;
use crate::store::proposals::{self, Filter};
use crate::store::rounds::{self, By, UnmatchedFilter};
use crate::store::{Tx, accounts};
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use domain::account::Side;
use domain::id::RoundId;
use domain::policy::{Command, Scope, Target, allow};
use domain::product::Slug;
use domain::quantity::Kg;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use view::{RoundRow, RoundView, TradeView, UnmatchedView};

/// What everybody may know of a round.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoundNews {
    pub ran_at: DateTime<Utc>,
    pub kg_offered: Kg,
    pub kg_demanded: Kg,
    pub kg_matched: Kg,
    pub proposals: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct NextRound {
    /// Absent where no hours are set: then rounds run when the programme office says.
    pub next_at: Option<DateTime<Utc>>,
    pub last: Option<RoundNews>,
}

/// When the next round runs, and how the last one went.
#[utoipa::path(get, path = "/rounds/next", tag = "rounds", responses((status = 200, body = NextRound)))]
pub async fn next(State(app): State<App>) -> Result<axum::Json<NextRound>, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let last = rounds::latest(&tx).await?.map(|round| RoundNews {
        ran_at: round.ran_at,
        kg_offered: view::kg(round.totals.offered_g),
        kg_demanded: view::kg(round.totals.demanded_g),
        kg_matched: view::kg(round.totals.matched_g),
        proposals: round.totals.trades - round.totals.dropped,
    });
    let next_at = flow::rounds::next_hour(&app.config.round_times, app.env.now());
    Ok(axum::Json(NextRound { next_at, last }))
}

/// Runs a round now; a repeated request with the same key shows the round of the first one.
#[utoipa::path(post, path = "/rounds", tag = "rounds",
    params(("idempotency-key" = Option<String>, Header, description = "8 to 100 characters")),
    responses((status = 201, body = RoundView), (status = 403, body = Problem)))]
pub async fn run(State(app): State<App>, auth: Auth, key: IdempotencyKey) -> Result<(StatusCode, axum::Json<RoundView>), ApiError> {
    allow(&auth, Command::RunRound, Target::Whole)?;
    let once = Once::new(auth.user, key, "POST /rounds", &())?;
    let made = once.made(&Tx::read(&app.db).await?).await?;
    let id = match made {
        Some(id) => id,
        None => match flow::run_round(&app, By::Officer(auth.user), once.key()).await? {
            Some(id) => id.into(),
            None => once.other(&app).await?,
        },
    };
    Ok((StatusCode::CREATED, show(State(app), auth, Path(id.into())).await?))
}

/// All rounds, newest first.
#[utoipa::path(get, path = "/rounds", tag = "rounds", params(PageQuery), responses((status = 200, body = Page<RoundRow>), (status = 403, body = Problem)))]
pub async fn list(State(app): State<App>, auth: Auth, Query(page): Query<PageQuery>) -> Result<axum::Json<Page<RoundRow>>, ApiError> {
    allow(&auth, Command::ReadRound, Target::Whole)?;
    let slice = page.slice()?;
    let tx = Tx::read(&app.db).await?;
    let rows = rounds::list(&tx, slice).await?;
    Ok(axum::Json(Page::cut(rows, slice.limit, |round| round.id.into()).map(RoundRow::from)))
}

/// One round: totals, what it gained and how near that is to the proven bound, its groups, and what it left.
#[utoipa::path(get, path = "/rounds/{id}", tag = "rounds", params(("id" = RoundId, Path)),
    responses((status = 200, body = RoundView), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn show(State(app): State<App>, auth: Auth, Path(id): Path<RoundId>) -> Result<axum::Json<RoundView>, ApiError> {
    allow(&auth, Command::ReadRound, Target::Whole)?;
    let tx = Tx::read(&app.db).await?;
    let round = rounds::get(&tx, id).await?;
    let unmatched = rounds::groups(&tx, id).await?;
    let (_, plan) = rounds::files(&tx, id).await?;
    Ok(axum::Json(RoundView::new(round, &plan, unmatched)))
}

/// What a round put to both sides, with everything it knew; newest first.
#[utoipa::path(get, path = "/rounds/{id}/trades", tag = "rounds", params(("id" = RoundId, Path), PageQuery),
    responses((status = 200, body = Page<TradeView>), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn trades(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<RoundId>,
    Query(page): Query<PageQuery>,
) -> Result<axum::Json<Page<TradeView>>, ApiError> {
    allow(&auth, Command::ReadRound, Target::Whole)?;
    let slice = page.slice()?;
    let tx = Tx::read(&app.db).await?;
    rounds::get(&tx, id).await?;
    let rows = proposals::list(&tx, Scope::All, &Filter { round: Some(id), ..Filter::default() }, slice).await?;
    let page = Page::cut(rows, slice.limit, |made| made.proposal.id.into());
    let orgs: BTreeSet<_> = page.items.iter().flat_map(|made| [made.proposal.supplier, made.proposal.buyer]).collect();
    let names = accounts::names(&tx, orgs).await?;
    Ok(axum::Json(page.map(|made| TradeView::new(&made, &names))))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct UnmatchedQuery {
    #[param(inline)]
    pub side: Option<Side>,
    pub product: Option<Slug>,
    #[param(inline)]
    pub obstacle: Option<ObstacleKind>,
    /// The `next` of the page before.
    pub after: Option<Uuid>,
    /// How many, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u64>,
}

/// What a round left, line by line, and why.
#[utoipa::path(get, path = "/rounds/{id}/unmatched", tag = "rounds", params(("id" = RoundId, Path), UnmatchedQuery),
    responses((status = 200, body = Page<UnmatchedView>), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn unmatched(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<RoundId>,
    Query(query): Query<UnmatchedQuery>,
) -> Result<axum::Json<Page<UnmatchedView>>, ApiError> {
    allow(&auth, Command::ReadRound, Target::Whole)?;
    let slice = PageQuery { after: query.after, limit: query.limit }.slice()?;
    let filter = UnmatchedFilter {
        side: query.side,
        product: query.product.map(String::from),
        obstacle: query.obstacle.map(|kind| kind.to_string()),
    };
    let tx = Tx::read(&app.db).await?;
    rounds::get(&tx, id).await?;
    let rows = rounds::list_unmatched(&tx, id, &filter, slice).await?;
    let page = Page::cut(rows, slice.limit, |row| row.id);
    let names = accounts::names(&tx, page.items.iter().map(|row| row.org)).await?;
    Ok(axum::Json(page.map(|row| UnmatchedView::new(row, &names))))
}
