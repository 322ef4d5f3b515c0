//! Searches that a person keeps, to be told of new posts that fit.
use super::error::{ApiError, Problem};
use super::extract::{Auth, IdempotencyKey, Json, Path};
use super::once::Once;
use crate::app::App;
use crate::flow::searches as flow;
use crate::reference::wanted;
use crate::store::searches::{self, Kept};
use crate::store::{StoreError, Tx};
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use domain::account::Side;
use domain::error::Faults;
use domain::id::SearchId;
use domain::policy::{Command, Target, allow};
use domain::search::{MOST_KEPT, Search};
use domain::text::Name;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct SavedSearch {
    pub id: SearchId,
    pub name: Name,
    /// Whose posts it looks at: `supplier` for offers, `buyer` for demands.
    pub side: Side,
    pub search: Search,
    pub created_at: DateTime<Utc>,
}

impl From<Kept> for SavedSearch {
    fn from(Kept { id, name, side, search, created_at, .. }: Kept) -> Self {
        Self { id, name, side, search, created_at }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SavedSearches {
    pub items: Vec<SavedSearch>,
    /// How many one person keeps at most.
    pub most: usize,
}

/// The person's own searches, in the order they were kept.
#[utoipa::path(get, path = "/searches", tag = "market",
    responses((status = 200, body = SavedSearches), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn list(State(app): State<App>, auth: Auth) -> Result<axum::Json<SavedSearches>, ApiError> {
    allow(&auth, Command::KeepSearches, Target::Person(auth.user))?;
    let kept = searches::list(&Tx::read(&app.db).await?, auth.user).await?;
    Ok(axum::Json(SavedSearches { items: kept.into_iter().map(SavedSearch::from).collect(), most: MOST_KEPT }))
}

#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveSearch {
    pub name: Name,
    /// Whose posts it looks at: `supplier` for offers, `buyer` for demands.
    pub side: Side,
    pub search: Search,
}

/// Keeps a search and tells of posts made from now on; a repeated request with the same key shows what the first one made.
#[utoipa::path(post, path = "/searches", tag = "market", request_body = SaveSearch,
    params(("idempotency-key" = Option<String>, Header, description = "8 to 100 characters")),
    responses((status = 201, body = SavedSearch), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn keep(
    State(app): State<App>,
    auth: Auth,
    key: IdempotencyKey,
    Json(body): Json<SaveSearch>,
) -> Result<(StatusCode, axum::Json<SavedSearch>), ApiError> {
    allow(&auth, Command::KeepSearches, Target::Person(auth.user))?;
    let once = Once::new(auth.user, key, "POST /searches", &body)?;
    let tx = Tx::write(&app.db).await?;
    let id = if let Some(made) = once.made(&tx).await? {
        drop(tx);
        made.into()
    } else {
        check(&body.search)?;
        let SaveSearch { name, side, search } = body;
        let slot = searches::free_slot(&tx, auth.user, MOST_KEPT).await?.ok_or(ApiError::conflict("searches_too_many"))?;
        let products = wanted::products(&search);
        let kept = Kept { id: app.env.id(), user: auth.user, side, name, search, created_at: app.env.now() };
        searches::insert(&tx, &kept, slot, products).await.map_err(|error| match error {
            StoreError::Taken(_) => ApiError::conflict("stale"),
            error => error.into(),
        })?;
        once.keep(&app, tx, kept.id.into()).await?.into()
    };
    let kept = searches::get(&Tx::read(&app.db).await?, auth.user, id).await?;
    Ok((StatusCode::CREATED, axum::Json(kept.into())))
}

fn check(search: &Search) -> Result<(), ApiError> {
    let mut faults = Faults::new();
    wanted::faults(search, &mut faults);
    let found = [search.check(), faults.finish()].into_iter().filter_map(Result::err).flatten();
    let found: Vec<_> = found.map(|fault| fault.inside("search")).collect();
    if found.is_empty() { Ok(()) } else { Err(ApiError::Invalid(found)) }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RenameSearch {
    pub name: Name,
}

/// Gives a kept search another name.
#[utoipa::path(put, path = "/searches/{id}", tag = "market", params(("id" = SearchId, Path)), request_body = RenameSearch,
    responses((status = 200, body = SavedSearch), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn rename(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<SearchId>,
    Json(body): Json<RenameSearch>,
) -> Result<axum::Json<SavedSearch>, ApiError> {
    let tx = Tx::write(&app.db).await?;
    let kept = searches::get(&tx, auth.user, id).await?;
    allow(&auth, Command::KeepSearches, Target::Person(kept.user))?;
    searches::rename(&tx, auth.user, id, &body.name).await?;
    tx.commit().await?;
    Ok(axum::Json(Kept { name: body.name, ..kept }.into()))
}

/// Forgets a kept search; nothing new is told for it.
#[utoipa::path(delete, path = "/searches/{id}", tag = "market", params(("id" = SearchId, Path)),
    responses((status = 204), (status = 404, body = Problem)))]
pub async fn remove(State(app): State<App>, auth: Auth, Path(id): Path<SearchId>) -> Result<StatusCode, ApiError> {
    let tx = Tx::write(&app.db).await?;
    let kept = searches::get(&tx, auth.user, id).await?;
    allow(&auth, Command::KeepSearches, Target::Person(kept.user))?;
    flow::forget(&app, &tx, &kept).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
