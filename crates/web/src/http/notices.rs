//! What the person was told in the app.
use super::error::{ApiError, Problem};
use super::extract::{Auth, Json, Query};
use super::page::{Page, PageQuery};
use crate::app::App;
use crate::store::Tx;
use crate::store::notices::{self, Notice};
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use domain::id::NoticeId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

#[derive(Debug, Serialize, ToSchema)]
pub struct NoticeView {
    pub id: NoticeId,
    /// Which sentence.
    pub kind: String,
    /// What it is about.
    pub subject: Option<Uuid>,
    /// What fills the sentence.
    #[schema(value_type = Object)]
    pub arguments: serde_json::Value,
    pub at: DateTime<Utc>,
    pub read: bool,
}

impl From<Notice> for NoticeView {
    fn from(notice: Notice) -> Self {
        let Notice { id, user: _, kind, subject, arguments, created_at, read_at } = notice;
        Self { id, kind, subject, arguments, at: created_at, read: read_at.is_some() }
    }
}

/// The own notices, newest first.
#[utoipa::path(get, path = "/notices", tag = "notices", params(PageQuery), responses((status = 200, body = Page<NoticeView>), (status = 401, body = Problem)))]
pub async fn list(State(app): State<App>, auth: Auth, Query(page): Query<PageQuery>) -> Result<axum::Json<Page<NoticeView>>, ApiError> {
    let slice = page.slice()?;
    let tx = Tx::read(&app.db).await?;
    let rows = notices::list(&tx, auth.user, slice).await?;
    Ok(axum::Json(Page::cut(rows, slice.limit, |notice| notice.id.into()).map(NoticeView::from)))
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Unread {
    pub unread: u64,
}

/// How many are unread.
#[utoipa::path(get, path = "/notices/unread", tag = "notices", responses((status = 200, body = Unread), (status = 401, body = Problem)))]
pub async fn unread(State(app): State<App>, auth: Auth) -> Result<axum::Json<Unread>, ApiError> {
    let tx = Tx::read(&app.db).await?;
    Ok(axum::Json(Unread { unread: notices::unread(&tx, auth.user).await? }))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadNotices {
    /// The newest notice that was on the screen.
    pub up_to: NoticeId,
}

/// Marks as read what was on the screen; what came meanwhile stays unread.
#[utoipa::path(post, path = "/notices/read", tag = "notices", request_body = ReadNotices, responses((status = 204), (status = 401, body = Problem)))]
pub async fn read(State(app): State<App>, auth: Auth, Json(body): Json<ReadNotices>) -> Result<StatusCode, ApiError> {
    let tx = Tx::write(&app.db).await?;
    notices::read_up_to(&tx, auth.user, body.up_to, app.env.now()).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
