//! One form for several delivery points: posted whole or not at all, withdrawn together.
use super::batch::DemandsPosted;
use super::{DemandView, faults, show, wanted_size_faults};
use crate::app::App;
use crate::flow::searches;
use crate::http::assisted;
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, IdempotencyKey, Json, Path};
use crate::http::names::require_commune;
use crate::http::once::Once;
use crate::store::{Tx, demands};
use axum::extract::State;
use axum::http::StatusCode;
use domain::account::Side;
use domain::assisted::EnteredPost;
use domain::demand::{DeliveryPoint, Demand, DemandTerms, Title};
use domain::error::Faults;
use domain::id::{BatchId, DemandId};
use domain::policy::{self, Command, Target, scope};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DemandForPoints {
    /// What holds at every point, with the whole weight of every week. Its place gives way to the points'.
    pub terms: DemandTerms,
    #[schema(min_items = 1, max_items = 9)]
    pub points: Vec<DeliveryPoint>,
    /// What the buyer calls all of them among its own; nobody else reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Title>,
}

/// Posts a demand for each delivery point, all or nothing; a repeated request with the same key shows what the first one made.
#[utoipa::path(post, path = "/demands/points", tag = "demands", request_body = DemandForPoints,
    params(("idempotency-key" = Option<String>, Header, description = "8 to 100 characters")),
    responses((status = 201, body = DemandsPosted), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn post_points(
    State(app): State<App>,
    auth: Auth,
    key: IdempotencyKey,
    Json(form): Json<DemandForPoints>,
) -> Result<(StatusCode, axum::Json<DemandsPosted>), ApiError> {
    let once = Once::new(auth.user, key, "POST /demands/points", &form)?;
    let tx = Tx::write(&app.db).await?;
    let id = if let Some(made) = once.made(&tx).await? {
        drop(tx);
        made.into()
    } else {
        let DemandForPoints { terms, points, title } = form;
        let unknown = faults_for_points(&terms, &points);
        let group: BatchId = app.env.id();
        let posted = Demand::post_points(&auth, &terms, &points, group, app.env.now(), || app.env.id());
        let mut posted = ApiError::beside(posted, unknown)?;
        for demand in &mut posted {
            demand.title.clone_from(&title);
        }
        demands::insert_batch(&tx, group, &posted).await?;
        let ids: Vec<Uuid> = posted.iter().map(|demand| demand.id.into()).collect();
        searches::posted(&app, &tx, Side::Buyer, &ids).await?;
        once.keep(&app, tx, group.into()).await?.into()
    };
    let demands = demands::of_batch(&Tx::read(&app.db).await?, id).await?;
    Ok((StatusCode::CREATED, axum::Json(DemandsPosted { id, demands })))
}

/// What only the catalogue and the map can say of such a form.
pub(in crate::http) fn faults_for_points(terms: &DemandTerms, points: &[DeliveryPoint]) -> Faults {
    let mut unknown = Faults::new();
    faults(&mut unknown, "terms.", &terms.product, &terms.varieties, &[], terms.delivery_commune);
    wanted_size_faults(&mut unknown, "terms.", terms);
    for (at, point) in points.iter().take(DeliveryPoint::MOST).enumerate() {
        require_commune(&mut unknown, format!("points.{at}.delivery_commune"), point.delivery_commune);
    }
    unknown
}

/// Takes a demand and every other open delivery point of its form out of the next rounds; proposals and contracts that exist stay.
/// Doing it twice is harmless.
#[utoipa::path(post, path = "/demands/{id}/withdraw-all", tag = "demands", params(("id" = DemandId, Path)),
    responses((status = 200, body = DemandView), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn withdraw_all(State(app): State<App>, auth: Auth, Path(id): Path<DemandId>) -> Result<axum::Json<DemandView>, ApiError> {
    let tx = Tx::write(&app.db).await?;
    let (scope, now) = (scope(&auth, Command::ReadDemand), app.env.now());
    let shown = demands::get(&tx, scope, id).await?.demand;
    let mut all: Vec<_> = demands::of_groups(&tx, scope, shown.group).await?.into_iter().map(|held| held.demand).collect();
    if shown.group.is_none() {
        all.push(shown.clone());
    }
    // Whose right it is does not hang on whether anything is left to withdraw.
    policy::allow(&auth, Command::WithdrawDemand, Target::Org(shown.org))?;
    for demand in all.iter().filter(|demand| demand.is_open(now)) {
        let acting = assisted::acting(&tx, &auth, EnteredPost::Demand(demand.id)).await?;
        demands::save(&tx, &demand.withdraw(&acting.actor, now)?).await?;
        acting.withdrawn(&app, &tx).await?;
    }
    tx.commit().await?;
    show(State(app), auth, Path(id)).await
}
