//! The office enters one demand for several delivery points: an entry for each, all or nothing.
use super::enter::desk;
use crate::app::App;
use crate::flow::assisted::tell_organisation;
use crate::flow::searches;
use crate::http::demands::batch::DemandsPosted;
use crate::http::demands::points::{DemandForPoints, faults_for_points};
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, IdempotencyKey, Json, Path};
use crate::http::once::Once;
use crate::store::{Tx, assisted, demands};
use axum::extract::State;
use axum::http::StatusCode;
use domain::account::Side;
use domain::assisted::{Asked, Assisted, EnteredPost};
use domain::demand::Demand;
use domain::id::{BatchId, OrgId};
use domain::notice::NoticeKind;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EnterDemandForPoints {
    pub asked: Asked,
    pub demand: DemandForPoints,
}

/// An officer enters a demand for several delivery points of a buyer, which is told and has fourteen days to say of each that it asked for it.
#[utoipa::path(post, path = "/officer/organisations/{id}/demands/points", tag = "officer", request_body = EnterDemandForPoints,
    params(("id" = OrgId, Path), ("idempotency-key" = Option<String>, Header, description = "8 to 100 characters")),
    responses((status = 201, body = DemandsPosted), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn enter_points(
    State(app): State<App>,
    auth: Auth,
    Path(org): Path<OrgId>,
    key: IdempotencyKey,
    Json(body): Json<EnterDemandForPoints>,
) -> Result<(StatusCode, axum::Json<DemandsPosted>), ApiError> {
    let once = Once::new(auth.user, key, &format!("POST /officer/organisations/{org}/demands/points"), &body)?;
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    let id: BatchId = if let Some(made) = once.made(&tx).await? {
        drop(tx);
        made.into()
    } else {
        let (org, desk) = desk(&tx, &auth, org).await?;
        let EnterDemandForPoints { asked, demand: DemandForPoints { terms, points, title } } = body;
        let unknown = faults_for_points(&terms, &points);
        let group: BatchId = app.env.id();
        let posted = Demand::post_points(&desk, &terms, &points, group, now, || app.env.id());
        let mut posted = ApiError::beside(posted, unknown).map_err(|error| error.inside("demand"))?;
        for demand in &mut posted {
            demand.title.clone_from(&title);
        }
        demands::insert_batch(&tx, group, &posted).await?;
        let mut waiting = assisted::count_waiting(&tx, org.id).await?;
        for demand in &posted {
            let post = EnteredPost::Demand(demand.id);
            let entry = Assisted::enter(&auth, org.id, post, asked.clone(), waiting, app.env.id(), now)?.until(demand.terms.closes_at());
            assisted::insert(&tx, &entry).await?;
            tell_organisation(&app, &tx, &entry, NoticeKind::AssistedEntered).await?;
            waiting += 1;
        }
        let ids: Vec<Uuid> = posted.iter().map(|demand| demand.id.into()).collect();
        searches::posted(&app, &tx, Side::Buyer, &ids).await?;
        once.keep(&app, tx, group.into()).await?.into()
    };
    let demands = demands::of_batch(&Tx::read(&app.db).await?, id).await?;
    Ok((StatusCode::CREATED, axum::Json(DemandsPosted { id, demands })))
}
