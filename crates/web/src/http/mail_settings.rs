//! What the person wants by mail, what was sent, and the one click that ends mails of a kind.
use super::error::{ApiError, Problem};
use super::extract::{Auth, Json, Path, Query};
use super::page::{Page, PageQuery};
use crate::app::App;
use crate::auth::unsubscribe::{self, Ends};
use crate::store::accounts::get_user;
use crate::store::mail::{self, Mail};
use crate::store::mail_settings::{self, Bounce};
use crate::store::{StoreError, Tx};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Redirect;
use chrono::{DateTime, Utc};
use domain::account::{Role, User};
use domain::hours::Hours;
use domain::id::MailId;
use domain::mailing::{MailSettings, Wish};
use domain::notice::NoticeKind;
use domain::policy::{Command, Target, allow};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct MailSettingsView {
    pub email: Option<String>,
    pub email_confirmed: bool,
    /// The mail server said that the address takes no mail.
    pub bounce: Option<BounceView>,
    /// In these hours, on the clocks of Việt Nam, no mail leaves but codes and links that were asked for.
    pub quiet: Option<Hours>,
    /// What this person may want later or not at all. Everything else that is mailed is a duty and always comes.
    pub wishes: Vec<MailWish>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct BounceView {
    pub reason: String,
    pub at: DateTime<Utc>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MailWish {
    pub kind: NoticeKind,
    pub wish: Wish,
}

/// The kinds that somebody may choose about: an officer is told of other things than a member.
fn offered(role: Role) -> impl Iterator<Item = NoticeKind> {
    let all = NoticeKind::ALL.iter().copied().filter(|kind| kind.is_optional());
    all.filter(move |kind| match role {
        // What a driver is told of are duties.
        Role::Operator | Role::Driver => false,
        Role::Officer => *kind == NoticeKind::OrganisationSubmitted,
        Role::Director | Role::Clerk | Role::Viewer => *kind != NoticeKind::OrganisationSubmitted,
    })
}

async fn load(tx: &Tx, user: User) -> Result<MailSettingsView, StoreError> {
    let wants = mail_settings::get(tx, user.id).await?;
    let email = user.details.email.map(String::from);
    let bounce = wants.bounce.filter(|bounce| Some(&bounce.address) == email.as_ref());
    Ok(MailSettingsView {
        bounce: bounce.map(|Bounce { reason, at, .. }| BounceView { reason, at }),
        email_confirmed: user.email_confirmed_at.is_some(),
        email,
        quiet: wants.settings.quiet,
        wishes: offered(user.role).map(|kind| MailWish { kind, wish: wants.settings.wish(kind) }).collect(),
    })
}

/// What the signed-in person wants by mail.
#[utoipa::path(get, path = "/account/mail", tag = "notices", responses((status = 200, body = MailSettingsView), (status = 401, body = Problem)))]
pub async fn show(State(app): State<App>, auth: Auth) -> Result<axum::Json<MailSettingsView>, ApiError> {
    allow(&auth, Command::ManageOwnAccount, Target::Person(auth.user))?;
    let tx = Tx::read(&app.db).await?;
    let user = get_user(&tx, auth.user).await?;
    Ok(axum::Json(load(&tx, user).await?))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditMailSettings {
    #[serde(default)]
    pub quiet: Option<Hours>,
    /// Kinds that are left out come at once.
    pub wishes: Vec<MailWish>,
}

/// Chooses anew; what waits already keeps its hour.
#[utoipa::path(put, path = "/account/mail", tag = "notices", request_body = EditMailSettings,
    responses((status = 200, body = MailSettingsView), (status = 401, body = Problem), (status = 422, body = Problem)))]
pub async fn edit(
    State(app): State<App>,
    auth: Auth,
    Json(body): Json<EditMailSettings>,
) -> Result<axum::Json<MailSettingsView>, ApiError> {
    allow(&auth, Command::ManageOwnAccount, Target::Person(auth.user))?;
    let wishes: Vec<_> = body.wishes.iter().map(|MailWish { kind, wish }| (*kind, *wish)).collect();
    let settings = MailSettings::new(body.quiet, &wishes)?;
    let tx = Tx::write(&app.db).await?;
    let user = get_user(&tx, auth.user).await?;
    mail_settings::save(&tx, auth.user, &settings).await?;
    let view = load(&tx, user).await?;
    tx.commit().await?;
    Ok(axum::Json(view))
}

#[derive(Debug, Serialize, ToSchema)]
pub struct OwnMailView {
    pub id: MailId,
    pub subject: String,
    pub recipient: String,
    /// `queued`, `sent`, `refused`, `kept` or `given_up`.
    pub status: String,
    /// What the mail server said last, where it did not take it.
    pub error: Option<String>,
    pub created_at: DateTime<Utc>,
    pub sent_at: Option<DateTime<Utc>>,
}

impl From<Mail> for OwnMailView {
    fn from(mail: Mail) -> Self {
        let Mail { id, subject, recipient, status, error, created_at, sent_at, .. } = mail;
        Self { id, subject, recipient, status: status.name().to_owned(), error, created_at, sent_at }
    }
}

/// The mails to the signed-in person, sent or not, newest first.
#[utoipa::path(get, path = "/account/mails", tag = "notices", params(PageQuery),
    responses((status = 200, body = Page<OwnMailView>), (status = 401, body = Problem)))]
pub async fn mails(State(app): State<App>, auth: Auth, Query(page): Query<PageQuery>) -> Result<axum::Json<Page<OwnMailView>>, ApiError> {
    allow(&auth, Command::ManageOwnAccount, Target::Person(auth.user))?;
    let slice = page.slice()?;
    let tx = Tx::read(&app.db).await?;
    let rows = mail::list(&tx, Some(auth.user), slice).await?;
    Ok(axum::Json(Page::cut(rows, slice.limit, |mail| mail.id.into()).map(OwnMailView::from)))
}

/// Ends mails of the kind that the token in a mail is about, without a sign-in (RFC 8058: the body is not looked at).
#[utoipa::path(post, path = "/mail/unsubscribe/{token}", tag = "notices", params(("token" = String, Path)),
    responses((status = 204), (status = 404, body = Problem)))]
pub async fn stop(State(app): State<App>, Path(token): Path<String>) -> Result<StatusCode, ApiError> {
    let (user, ends) = unsubscribe::open(&app.keys, &token).ok_or(ApiError::Hidden)?;
    let tx = Tx::write(&app.db).await?;
    get_user(&tx, user).await?;
    let settings = mail_settings::get(&tx, user).await?.settings;
    let settings = match ends {
        Ends::Kind(kind) => settings.without(kind),
        Ends::Daily => settings.without_daily(),
    };
    mail_settings::save(&tx, user, &settings).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The same address opened in a browser: a page that asks first, because mail scanners follow links.
#[utoipa::path(get, path = "/mail/unsubscribe/{token}", tag = "notices", params(("token" = String, Path)),
    responses((status = 303, description = "to the page that asks"), (status = 404, body = Problem)))]
pub async fn stop_page(State(app): State<App>, Path(token): Path<String>) -> Result<Redirect, ApiError> {
    unsubscribe::open(&app.keys, &token).ok_or(ApiError::Hidden)?;
    Ok(Redirect::to(&format!("/dung-thu?ma={token}")))
}
