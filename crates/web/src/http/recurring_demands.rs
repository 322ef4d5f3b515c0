//! Recurring demands: an enterprise says once what it buys every week.
use super::demands::{faults, preferred_size_faults, size_faults};
use super::error::{ApiError, Problem};
use super::extract::{Auth, IdempotencyKey, Json, Path, Query};
use super::names::{Named, PlaceView, require_commune};
use super::once::Once;
use super::page::{Page, PageQuery};
use crate::app::App;
use crate::flow::recurring_demands::put;
use crate::store::Tx;
use crate::store::recurring_demands::{self as store, Posted};
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use domain::day::{TradeDay, Week};
use domain::demand::{DeliveryPoint, DemandWeek};
use domain::error::Faults;
use domain::id::{DemandId, RecurringDemandId};
use domain::policy::{Command, scope};
use domain::product::Slug;
use domain::recurring_demand::{RecurringDemand, RecurringDemandStatus, RecurringDemandTerms};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A recurring demand as its owner sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct RecurringDemandView {
    pub id: RecurringDemandId,
    pub status: RecurringDemandStatus,
    /// Send it with a change.
    pub version: i64,
    pub posted_at: DateTime<Utc>,
    pub terms: RecurringDemandTerms,
    pub product: Named,
    /// Any variety of the product when empty.
    pub varieties: Vec<Named>,
    /// The one place, or the first of several.
    pub delivery: PlaceView,
    /// The delivery points in their order; empty where it all goes to one place.
    pub places: Vec<PlaceView>,
    /// The day on which the next week goes on the market; absent when nothing more comes.
    pub next_on: Option<TradeDay>,
    /// The weeks still to be posted, with what each of them wants.
    pub weeks: Vec<DemandWeek>,
    /// What was posted so far, the newest first.
    pub posted: Vec<RecurredView>,
}

/// What was posted by the calendar at once.
#[derive(Debug, Serialize, ToSchema)]
pub struct RecurredView {
    pub demand: DemandId,
    pub first_week: Week,
    pub last_week: Week,
    /// How many delivery points; the demand is that of the first one.
    pub points: u64,
}

impl From<Posted> for RecurredView {
    fn from(Posted { demand, first_week, last_week, points }: Posted) -> Self {
        Self { demand, first_week, last_week, points }
    }
}

impl RecurringDemandView {
    fn new(rule: RecurringDemand, posted: Vec<Posted>, today: TradeDay) -> Self {
        let line = &rule.terms.line;
        let running = rule.status() == RecurringDemandStatus::Running;
        Self {
            id: rule.id,
            status: rule.status(),
            version: rule.version,
            posted_at: rule.posted_at,
            product: Named::product(line.product.as_str()),
            varieties: line.varieties.iter().map(|slug| Named::variety(slug.as_str())).collect(),
            delivery: PlaceView::of(rule.terms.points.first().map_or(line.delivery_commune, |point| point.delivery_commune)),
            places: rule.terms.points.iter().map(|point| PlaceView::of(point.delivery_commune)).collect(),
            next_on: rule.next_on(),
            weeks: if running { rule.terms.weeks(rule.next.max(today.week())).collect() } else { Vec::new() },
            posted: posted.into_iter().map(RecurredView::from).collect(),
            terms: rule.terms,
        }
    }
}

/// What only the catalogue and the map can say; a rule goes on with the varieties it had before.
fn unknown(terms: &RecurringDemandTerms, before: &[Slug]) -> Faults {
    let mut found = Faults::new();
    let line = &terms.line;
    faults(&mut found, "line.", &line.product, &line.varieties, before, line.delivery_commune);
    size_faults(&mut found, "line.", &line.product, &line.varieties, &line.quality);
    for (at, point) in terms.points.iter().take(DeliveryPoint::MOST).enumerate() {
        require_commune(&mut found, format!("points.{at}.delivery_commune"), point.delivery_commune);
    }
    preferred_size_faults(&mut found, "line.", &line.product, &line.varieties, &line.preferred);
    found
}

/// The own organisation's recurring demands, newest first.
#[utoipa::path(get, path = "/recurring-demands", tag = "demands", params(PageQuery),
    responses((status = 200, body = Page<RecurringDemandView>), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    auth: Auth,
    Query(query): Query<PageQuery>,
) -> Result<axum::Json<Page<RecurringDemandView>>, ApiError> {
    let slice = query.slice()?;
    let tx = Tx::read(&app.db).await?;
    let rows = store::list(&tx, auth.reach(Command::ReadDemandBid)?, slice).await?;
    let page = Page::cut(rows, slice.limit, |rule| rule.id.into());
    let mut posted = store::posted(&tx, page.items.iter().map(|rule| rule.id)).await?;
    let today = app.env.today();
    Ok(axum::Json(page.map(|rule| {
        let posted = posted.remove(&rule.id).unwrap_or_default();
        RecurringDemandView::new(rule, posted, today)
    })))
}

/// Asks for goods every week. Weeks that are due already go on the market at once, the others when their day comes; a repeated
/// request with the same key shows what the first one made.
#[utoipa::path(post, path = "/recurring-demands", tag = "demands", request_body = RecurringDemandTerms,
    params(("idempotency-key" = Option<String>, Header, description = "8 to 100 characters")),
    responses((status = 201, body = RecurringDemandView), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn post(
    State(app): State<App>,
    auth: Auth,
    key: IdempotencyKey,
    Json(terms): Json<RecurringDemandTerms>,
) -> Result<(StatusCode, axum::Json<RecurringDemandView>), ApiError> {
    let once = Once::new(auth.user, key, "POST /recurring-demands", &terms)?;
    let tx = Tx::write(&app.db).await?;
    let id = if let Some(made) = once.made(&tx).await? {
        drop(tx);
        made.into()
    } else {
        let (now, unknown) = (app.env.now(), unknown(&terms, &[]));
        let rule = ApiError::beside(RecurringDemand::post(&auth, terms, app.env.id(), now), unknown)?;
        let (demands, rule) = rule.begin(app.env.id(), || app.env.id(), now);
        store::insert(&tx, &rule).await?;
        put(&app, &tx, &rule, &demands).await?;
        once.keep(&app, tx, rule.id.into()).await?.into()
    };
    Ok((StatusCode::CREATED, show(State(app), auth, Path(id)).await?))
}

/// One recurring demand.
#[utoipa::path(get, path = "/recurring-demands/{id}", tag = "demands", params(("id" = RecurringDemandId, Path)),
    responses((status = 200, body = RecurringDemandView), (status = 404, body = Problem)))]
pub async fn show(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<RecurringDemandId>,
) -> Result<axum::Json<RecurringDemandView>, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let rule = store::get(&tx, scope(&auth, Command::ReadDemandBid), id).await?;
    let posted = store::posted(&tx, [id]).await?.remove(&id).unwrap_or_default();
    Ok(axum::Json(RecurringDemandView::new(rule, posted, app.env.today())))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditRecurringDemand {
    /// The version that was on the screen.
    pub version: i64,
    pub terms: RecurringDemandTerms,
}

/// Changes what the weeks that are not posted yet will ask for.
#[utoipa::path(put, path = "/recurring-demands/{id}", tag = "demands", params(("id" = RecurringDemandId, Path)), request_body = EditRecurringDemand,
    responses((status = 200, body = RecurringDemandView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn edit(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<RecurringDemandId>,
    Json(body): Json<EditRecurringDemand>,
) -> Result<axum::Json<RecurringDemandView>, ApiError> {
    let edited = try_edit(&app, &auth, id, body).await;
    ApiError::or_current(edited, show(State(app.clone()), auth.clone(), Path(id))).await?;
    show(State(app), auth, Path(id)).await
}

async fn try_edit(app: &App, auth: &Auth, id: RecurringDemandId, body: EditRecurringDemand) -> Result<(), ApiError> {
    let tx = Tx::write(&app.db).await?;
    let rule = store::get(&tx, scope(auth, Command::ReadDemandBid), id).await?;
    let unknown = unknown(&body.terms, &rule.terms.line.varieties);
    let posted = store::posted(&tx, [id]).await?.remove(&id).and_then(|all| all.first().map(|post| post.last_week));
    let edited = rule.edit(auth, body.terms, posted, body.version, app.env.now());
    let edited = ApiError::beside(edited, unknown).map_err(|error| error.inside("terms"))?;
    store::save(&tx, &edited).await?;
    Ok(tx.commit().await?)
}

/// Posts nothing more; the demands that are on the market stay.
#[utoipa::path(post, path = "/recurring-demands/{id}/stop", tag = "demands", params(("id" = RecurringDemandId, Path)),
    responses((status = 200, body = RecurringDemandView), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn stop(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<RecurringDemandId>,
) -> Result<axum::Json<RecurringDemandView>, ApiError> {
    let tx = Tx::write(&app.db).await?;
    let rule = store::get(&tx, scope(&auth, Command::ReadDemandBid), id).await?;
    let stopped = rule.stop(&auth, app.env.now())?;
    if stopped.version != rule.version {
        store::save(&tx, &stopped).await?;
        tx.commit().await?;
    }
    show(State(app), auth, Path(id)).await
}
