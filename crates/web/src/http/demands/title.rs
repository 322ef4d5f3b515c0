//! What a buyer calls a demand among its own.
use super::{DemandView, changed, look, show};
use crate::app::App;
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, Json, Path};
use crate::store::Tx;
use crate::store::demands::{self, HeldDemand};
use axum::extract::State;
use domain::demand::Title;
use domain::id::DemandId;
use domain::policy::{Command, scope};
use serde::Deserialize;
use utoipa::ToSchema;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RenameDemand {
    /// The version that was on the screen.
    pub version: i64,
    /// At most 80 characters; left out or null, it is called by its goods again.
    #[serde(default)]
    pub title: Option<Title>,
}

/// Gives a demand a title of its own, whatever its state; its terms stay as they are, and suppliers do not read it.
#[utoipa::path(put, path = "/demands/{id}/title", tag = "demands", params(("id" = DemandId, Path)), request_body = RenameDemand,
    responses((status = 200, body = DemandView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn rename(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<DemandId>,
    Json(body): Json<RenameDemand>,
) -> Result<axum::Json<DemandView>, ApiError> {
    let renamed = try_rename(&app, &auth, id, body).await;
    ApiError::or_current(renamed, show(State(app), auth, Path(id))).await
}

async fn try_rename(app: &App, auth: &Auth, id: DemandId, body: RenameDemand) -> Result<axum::Json<DemandView>, ApiError> {
    let tx = Tx::write(&app.db).await?;
    let HeldDemand { demand, held } = demands::get(&tx, scope(auth, Command::ReadDemand), id).await?;
    let renamed = demand.rename(auth, body.title, body.version)?;
    if renamed.version == demand.version {
        return look(app, auth, &tx, HeldDemand { demand, held }).await;
    }
    demands::save(&tx, &renamed).await?;
    changed(app, auth, tx, HeldDemand { demand: renamed, held }).await
}
