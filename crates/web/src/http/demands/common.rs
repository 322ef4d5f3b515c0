//! What the delivery points of one form have in common, changed once for all that are open.
use super::{DemandView, preferred_size_faults, show, size_faults};
use crate::app::App;
use crate::http::assisted;
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, Json, Path};
use crate::store::{StoreError, Tx, demands, reservations};
use axum::extract::State;
use domain::assisted::EnteredPost;
use domain::demand::{CommonTerms, Demand, DemandTerms};
use domain::error::Faults;
use domain::id::DemandId;
use domain::policy::{Command, scope};
use serde::Deserialize;
use utoipa::ToSchema;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditPoints {
    /// Every point of the form that is open, each with the version that was on the screen.
    #[schema(min_items = 1, max_items = 9)]
    pub points: Vec<SeenPoint>,
    pub terms: CommonTerms,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SeenPoint {
    pub id: DemandId,
    pub version: i64,
}

/// Changes what all open delivery points of a form have in common, all or nothing, and nothing that is left out; what cannot change at
/// one point names that point as `points.1`, counted as they were sent. Points that were withdrawn, closed or are over stay as they are.
#[utoipa::path(put, path = "/demands/{id}/common", tag = "demands", params(("id" = DemandId, Path)), request_body = EditPoints,
    responses((status = 200, body = DemandView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn edit_points(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<DemandId>,
    Json(body): Json<EditPoints>,
) -> Result<axum::Json<DemandView>, ApiError> {
    let (now, scope) = (app.env.now(), scope(&auth, Command::ReadDemand));
    let tx = Tx::write(&app.db).await?;
    let shown = demands::get(&tx, scope, id).await?;
    let group = demands::of_groups(&tx, scope, shown.demand.group).await?;
    let all = if group.is_empty() { vec![shown] } else { group };
    let open: Vec<Demand> = all.into_iter().map(|held| held.demand).filter(|demand| demand.is_open(now)).collect();
    // Who saw other points than there are reads them first.
    let seen = |demand: &Demand| body.points.iter().position(|point| point.id == demand.id);
    if open.len() != body.points.len() || open.is_empty() || open.iter().any(|demand| seen(demand).is_none()) {
        return Err(StoreError::Stale.into());
    }
    let mut points = Vec::with_capacity(open.len());
    let mut acting = Vec::with_capacity(open.len());
    // What the office entered before the post's own row, in the order in which everybody takes both.
    for demand in &open {
        acting.push(assisted::acting(&tx, &auth, EnteredPost::Demand(demand.id)).await?);
    }
    for demand in open {
        let version = body.points.iter().find(|point| point.id == demand.id).map_or(0, |point| point.version);
        let promised = reservations::promised_demand(&tx, demand.id).await?;
        points.push((demand, promised, version));
    }
    let mut unknown = Faults::new();
    for (demand, ..) in &points {
        let Some(at) = seen(demand).map(|at| format!("points.{at}.")) else { continue };
        let DemandTerms { product, varieties, .. } = &demand.terms;
        if let Some(quality) = &body.terms.quality {
            size_faults(&mut unknown, &at, product, varieties, quality);
        }
        if let Some(preferred) = &body.terms.preferred {
            preferred_size_faults(&mut unknown, &at, product, varieties, preferred);
        }
    }
    unknown.finish().map_err(ApiError::Invalid)?;
    let edited = Demand::edit_points(&auth, &points, &body.terms, now).map_err(|refused| {
        let at = refused.at.and_then(|at| points.get(at)).and_then(|(demand, ..)| seen(demand));
        let inside = at.map_or_else(|| "terms".to_owned(), |at| format!("points.{at}"));
        ApiError::from(refused.refusal).inside(&inside)
    })?;
    for ((next, (before, ..)), acting) in edited.iter().zip(&points).zip(&acting) {
        if next != before {
            demands::save(&tx, next).await?;
            acting.changed(&app, &tx).await?;
        }
    }
    tx.commit().await?;
    show(State(app), auth, Path(id)).await
}
