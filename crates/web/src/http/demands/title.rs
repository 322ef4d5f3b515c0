//! What a buyer calls a demand among its own.
use super::{DemandView, look};
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
    /// At most 80 characters; left out or null, it is called by its goods again.
    #[serde(default)]
    pub title: Option<Title>,
}

/// Gives a demand a title of its own, whatever its state; its terms and its version stay as they are, and suppliers do not read it.
/// Of two who name it at once the last one holds.
#[utoipa::path(put, path = "/demands/{id}/title", tag = "demands", params(("id" = DemandId, Path)), request_body = RenameDemand,
    responses((status = 200, body = DemandView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn rename(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<DemandId>,
    Json(body): Json<RenameDemand>,
) -> Result<axum::Json<DemandView>, ApiError> {
    let tx = Tx::write(&app.db).await?;
    let HeldDemand { demand, held } = demands::get(&tx, scope(&auth, Command::ReadDemand), id).await?;
    let demand = demand.rename(&auth, body.title)?;
    demands::rename(&tx, &demand).await?;
    let view = look(&app, &auth, &tx, HeldDemand { demand, held }).await?;
    tx.commit().await?;
    Ok(view)
}
