//! A buyer's whole list at once: looked at line by line, then posted whole or not at all.
use super::{faults, preferred_size_faults, size_faults};
use crate::app::App;
use crate::flow::searches;
use crate::http::error::{ApiError, Problem, ProblemField};
use crate::http::extract::{Auth, IdempotencyKey, Json, part};
use crate::http::once::Once;
use crate::store::{Tx, demands};
use axum::extract::State;
use axum::http::StatusCode;
use domain::account::Side;
use domain::demand::{Demand, DemandLine};
use domain::error::Faults;
use domain::id::{BatchId, DemandId};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::BTreeSet;
use utoipa::ToSchema;
use uuid::Uuid;

/// Five hundred lines with long notes are more than a form.
pub const MOST_BYTES: usize = 1024 * 1024;

/// Lines are read one by one, so that one that cannot be read hides no other.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DemandList {
    /// One to five hundred.
    #[schema(value_type = Vec<DemandLine>, min_items = 1, max_items = 500)]
    pub lines: Vec<Box<RawValue>>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DemandsPosted {
    pub id: BatchId,
    /// In the order of the lines.
    pub demands: Vec<DemandId>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DemandsChecked {
    /// Lines that can be posted as they are.
    pub good: usize,
    /// Every fault of every other line: `lines.17.kg_per_week`.
    pub errors: Vec<ProblemField>,
}

/// Posts a list, all of it or nothing; a repeated request with the same key shows what the first one made.
#[utoipa::path(post, path = "/demands/batch", tag = "demands", request_body = DemandList,
    params(("idempotency-key" = Option<String>, Header, description = "8 to 100 characters")),
    responses((status = 201, body = DemandsPosted), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn post_list(
    State(app): State<App>,
    auth: Auth,
    key: IdempotencyKey,
    Json(list): Json<DemandList, MOST_BYTES>,
) -> Result<(StatusCode, axum::Json<DemandsPosted>), ApiError> {
    let once = Once::new(auth.user, key, "POST /demands/batch", &list)?;
    let tx = Tx::write(&app.db).await?;
    let id = if let Some(made) = once.made(&tx).await? {
        drop(tx);
        made.into()
    } else {
        let posted = read(&app, &auth, &list)?;
        let id: BatchId = app.env.id();
        demands::insert_batch(&tx, id, &posted).await?;
        let ids: Vec<Uuid> = posted.iter().map(|demand| demand.id.into()).collect();
        searches::posted(&app, &tx, Side::Buyer, &ids).await?;
        once.keep(&app, tx, id.into()).await?.into()
    };
    let demands = demands::of_batch(&Tx::read(&app.db).await?, id).await?;
    Ok((StatusCode::CREATED, axum::Json(DemandsPosted { id, demands })))
}

/// What posting this list would say, without posting it.
#[utoipa::path(post, path = "/demands/batch/check", tag = "demands", request_body = DemandList,
    responses((status = 200, body = DemandsChecked), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn check_list(
    State(app): State<App>,
    auth: Auth,
    Json(list): Json<DemandList, MOST_BYTES>,
) -> Result<axum::Json<DemandsChecked>, ApiError> {
    let errors = match read(&app, &auth, &list) {
        Ok(_) => Vec::new(),
        // No line is at fault when their number is.
        Err(ApiError::Invalid(errors)) if errors.iter().all(|error| error.field != "lines") => errors,
        Err(error) => return Err(error),
    };
    let line = |field: &str| field.split('.').nth(1).map(str::to_owned);
    let bad: BTreeSet<_> = errors.iter().filter_map(|error| line(&error.field)).collect();
    let errors = errors.into_iter().map(ProblemField::from).collect();
    Ok(axum::Json(DemandsChecked { good: list.lines.len() - bad.len(), errors }))
}

fn read(app: &App, auth: &Auth, list: &DemandList) -> Result<Vec<Demand>, ApiError> {
    if !(1..=DemandLine::MOST).contains(&list.lines.len()) {
        return Err(ApiError::field("lines", "lines_out_of_range"));
    }
    let lines: Vec<_> = list.lines.iter().map(|line| part::<DemandLine>(line)).collect();
    let mut unknown = Faults::new();
    for (at, line) in lines.iter().enumerate() {
        if let Ok(line) = line {
            faults(&mut unknown, &format!("lines.{at}."), &line.product, &line.varieties, &[], line.delivery_commune);
            size_faults(&mut unknown, &format!("lines.{at}."), &line.product, &line.varieties, &line.quality);
            preferred_size_faults(&mut unknown, &format!("lines.{at}."), &line.product, &line.varieties, &line.preferred);
        }
    }
    ApiError::beside(Demand::post_list(auth, lines, app.env.now(), || app.env.id()), unknown)
}
