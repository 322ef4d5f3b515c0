//! The operator's view: what mail left, and what did not.
use super::error::{ApiError, Problem};
use super::extract::{Auth, Path, Query};
use super::page::{Page, PageQuery};
use crate::app::App;
use crate::jobs::Job;
use crate::store::mail::{self, Mail};
use crate::store::{Tx, accounts, outbox};
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
    /// It holds a link or a code: it is not sent again.
    pub secret: bool,
    /// `queued`, `sent`, `refused`, `kept` or `given_up`.
    pub status: String,
    pub attempts: i64,
    pub error: Option<String>,
    pub created_at: DateTime<Utc>,
    pub sent_at: Option<DateTime<Utc>>,
}

impl MailView {
    fn of(mail: Mail, demo: bool) -> Self {
        let secret = mail.secret;
        let text = (demo || !secret).then_some(mail.text);
        let status = mail.status.name().to_owned();
        let Mail { id, kind, recipient, subject, attempts, error, created_at, sent_at, .. } = Mail { text: String::new(), ..mail };
        Self { id, kind, recipient, subject, text, secret, status, attempts, error, created_at, sent_at }
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

/// Sends a mail once more that was refused, given up or kept for want of a mail server: to the address its reader has now. One that holds
/// a link or a code is not sent again, its reader asks for a new one.
#[utoipa::path(post, path = "/operator/mail/{id}/resend", tag = "operator", params(("id" = MailId, Path)),
    responses((status = 200, body = MailView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn resend(State(app): State<App>, auth: Auth, Path(id): Path<MailId>) -> Result<axum::Json<MailView>, ApiError> {
    allow(&auth, Command::ResendMail, Target::Whole)?;
    if !app.mailer.sends() {
        return Err(ApiError::conflict("no_mail_server"));
    }
    let tx = Tx::write(&app.db).await?;
    let mail = mail::get(&tx, id).await?;
    if mail.secret {
        return Err(ApiError::conflict("mail_has_link"));
    }
    let recipient = match mail.user {
        None => mail.recipient,
        Some(user) => {
            let reader = accounts::get_user(&tx, user).await?;
            let email = reader.details.email.filter(|_| reader.closed_at.is_none());
            email.ok_or_else(|| ApiError::conflict("mail_no_reader"))?.into()
        }
    };
    if !mail::queue_again(&tx, id, recipient).await? {
        return Err(ApiError::conflict("mail_not_stopped"));
    }
    outbox::push(&tx, &[(app.env.id(), Job::SendMail { mail: id }, app.env.now())]).await?;
    let mail = mail::get(&tx, id).await?;
    tx.commit().await?;
    Ok(axum::Json(MailView::of(mail, app.demo)))
}
