//! The operator's view: what mail left, and what did not.
use super::error::{ApiError, Problem};
use super::extract::{Auth, Query};
use super::page::{Page, PageQuery};
use crate::app::App;
use crate::store::Tx;
use crate::store::mail::{self, Mail};
use axum::extract::State;
use chrono::{DateTime, Utc};
use domain::id::MailId;
use domain::policy::{Command, Target, allow};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct MailView {
    pub id: MailId,
    pub kind: String,
    pub recipient: String,
    pub subject: String,
    /// The text; a mail that holds a code or a link that opens something is never shown, except on a demo instance.
    pub text: Option<String>,
    /// `queued`, `sent`, `refused`, `kept` or `given_up`.
    pub status: String,
    pub attempts: i64,
    pub error: Option<String>,
    pub created_at: DateTime<Utc>,
    pub sent_at: Option<DateTime<Utc>>,
}

impl MailView {
    fn of(mail: Mail, demo: bool) -> Self {
        let text = (demo || !mail.secret).then_some(mail.text);
        let status = mail.status.name().to_owned();
        let Mail { id, kind, recipient, subject, attempts, error, created_at, sent_at, .. } = Mail { text: String::new(), ..mail };
        Self { id, kind, recipient, subject, text, status, attempts, error, created_at, sent_at }
    }
}

/// Outgoing mail, newest first.
#[utoipa::path(get, path = "/operator/mail", tag = "operator", params(PageQuery),
    responses((status = 200, body = Page<MailView>), (status = 403, body = Problem)))]
pub async fn mail(State(app): State<App>, auth: Auth, Query(page): Query<PageQuery>) -> Result<axum::Json<Page<MailView>>, ApiError> {
    allow(&auth, Command::ReadOperatorMail, Target::Whole)?;
    let slice = page.slice()?;
    let tx = Tx::read(&app.db).await?;
    let rows = mail::list(&tx, None, slice).await?;
    Ok(axum::Json(Page::cut(rows, slice.limit, |mail| mail.id.into()).map(|mail| MailView::of(mail, app.demo))))
}
