//! Where the own account is signed in, and ending what is not wanted there.
use super::error::{ApiError, Problem};
use super::extract::{Auth, Path, Query};
use super::page::{Page, PageQuery};
use crate::app::App;
use crate::store::{Tx, sessions};
use axum::extract::{FromRequestParts, State};
use axum::http::{StatusCode, header, request::Parts};
use chrono::{DateTime, Utc};
use domain::device::{Browser, Device, System};
use domain::id::SessionId;
use domain::policy::{Command, Target, allow};
use domain::session::Session;
use serde::Serialize;
use std::convert::Infallible;
use utoipa::ToSchema;

impl FromRequestParts<App> for Device {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _app: &App) -> Result<Self, Infallible> {
        let said = parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
        Ok(said.map_or(Self::OTHER, Self::of))
    }
}

/// One device on which the account is signed in.
#[derive(Debug, Serialize, ToSchema)]
pub struct OpenSession {
    pub id: SessionId,
    pub browser: Browser,
    pub system: System,
    pub started_at: DateTime<Utc>,
    /// Right to a quarter of an hour.
    pub last_used_at: DateTime<Utc>,
    /// The one that asks.
    pub current: bool,
}

/// Where the own account is signed in now, the session opened last first.
#[utoipa::path(get, path = "/account/sessions", tag = "accounts", params(PageQuery),
    responses((status = 200, body = Page<OpenSession>), (status = 401, body = Problem)))]
pub async fn list(State(app): State<App>, auth: Auth, Query(query): Query<PageQuery>) -> Result<axum::Json<Page<OpenSession>>, ApiError> {
    allow(&auth, Command::ManageOwnAccount, Target::Person(auth.user))?;
    let slice = query.slice()?;
    let tx = Tx::read(&app.db).await?;
    let page = Page::cut(sessions::list(&tx, auth.user, app.env.now(), slice).await?, slice.limit, |one| one.id.into());
    Ok(axum::Json(page.map(|Session { id, device: Device { browser, system }, started_at, last_used_at, .. }| OpenSession {
        id,
        browser,
        system,
        started_at,
        last_used_at,
        current: id == auth.session,
    })))
}

/// Signs the account out on one device, at once.
#[utoipa::path(delete, path = "/account/sessions/{id}", tag = "accounts", params(("id" = SessionId, Path)),
    responses((status = 204), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub async fn end(State(app): State<App>, auth: Auth, Path(id): Path<SessionId>) -> Result<StatusCode, ApiError> {
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    sessions::get(&tx, id).await?.end(&auth, now)?;
    sessions::end(&tx, id, now).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Signs the account out everywhere but here.
#[utoipa::path(post, path = "/account/sessions/end-others", tag = "accounts", responses((status = 204), (status = 401, body = Problem)))]
pub async fn end_others(State(app): State<App>, auth: Auth) -> Result<StatusCode, ApiError> {
    allow(&auth, Command::ManageOwnAccount, Target::Person(auth.user))?;
    let tx = Tx::write(&app.db).await?;
    sessions::end_others(&tx, auth.user, Some(auth.session), app.env.now()).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
