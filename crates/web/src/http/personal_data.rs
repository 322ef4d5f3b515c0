//! The own data: a copy of all of it, and its erasure.
use super::account::confirm_password;
use super::auth::forget_cookies;
use super::error::{ApiError, Problem};
use super::extract::{Auth, Json};
use crate::app::App;
use crate::flow::erase;
use crate::store::accounts::{self, credentials, get_user};
use crate::store::personal::{self, Action};
use crate::store::{Slice, Tx, mail, notices, rules};
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use axum_extra::extract::cookie::CookieJar;
use chrono::{DateTime, Utc};
use domain::policy::{Command, Scope, Target, allow};
use domain::throttle::Source;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

/// The own password, typed again.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnPassword {
    pub password: String,
}

/// Everything that is kept about one person. Codes, links and what proves the password are not in it.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonalData {
    pub exported_at: DateTime<Utc>,
    #[schema(value_type = Object)]
    pub account: Value,
    #[schema(value_type = Vec<Object>)]
    pub sessions: Vec<Value>,
    /// Links that were made to confirm an address or to set a password.
    #[schema(value_type = Vec<Object>)]
    pub links: Vec<Value>,
    #[schema(value_type = Vec<Object>)]
    pub account_events: Vec<Value>,
    #[schema(value_type = Vec<Object>)]
    pub consents: Vec<Value>,
    #[schema(value_type = Vec<Object>)]
    pub notices: Vec<Value>,
    #[schema(value_type = Vec<Object>)]
    pub mails: Vec<Value>,
    #[schema(value_type = Vec<Object>)]
    pub signatures: Vec<Value>,
    /// Kept searches, which mail is wanted, an address that takes none, the invitation.
    #[schema(value_type = Object)]
    pub wishes: Value,
    /// What the programme office entered because the person asked for it.
    #[schema(value_type = Vec<Object>)]
    pub asked_office: Vec<Value>,
    /// What the person did: the record, the part of it, which one, when.
    #[schema(value_type = Vec<Object>)]
    pub actions: Vec<Action>,
}

/// All of a list.
const fn whole<K>() -> Slice<K> {
    Slice { after: None, limit: i32::MAX as u64 }
}

/// A copy of everything that is kept about the person who is signed in, who types the password again. A POST, because it takes one.
#[utoipa::path(post, path = "/account/export", tag = "accounts", request_body = OwnPassword,
    responses((status = 200, body = PersonalData), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn export(
    State(app): State<App>,
    auth: Auth,
    source: Source,
    Json(body): Json<OwnPassword>,
) -> Result<impl IntoResponse, ApiError> {
    allow(&auth, Command::ManageOwnAccount, Target::Person(auth.user))?;
    confirm_password(&app, &auth, source, body.password, "password").await?;
    let tx = Tx::read(&app.db).await?;
    let data = gather(&app, &tx, &auth).await?;
    let name = HeaderValue::from_static("attachment; filename=\"mua-vu-du-lieu-cua-toi.json\"");
    Ok(([(header::CONTENT_DISPOSITION, name), (header::CACHE_CONTROL, HeaderValue::from_static("no-store"))], axum::Json(data)))
}

async fn gather(app: &App, tx: &Tx, auth: &Auth) -> Result<PersonalData, ApiError> {
    let user = get_user(tx, auth.user).await?;
    let organisation = match user.org {
        Some(org) => Some(accounts::get_organisation(tx, Scope::Org(org), org).await?.profile.name),
        None => None,
    };
    let events = accounts::list_account_events(tx, user.id, whole()).await?.into_iter();
    let consents = rules::list_consents(tx, user.id, whole()).await?.into_iter();
    let notices = notices::list(tx, user.id, whole()).await?.into_iter();
    let mails = mail::list(tx, Some(user.id), whole()).await?.into_iter();
    Ok(PersonalData {
        exported_at: app.env.now(),
        sessions: personal::sessions(tx, user.id).await?,
        asked_office: match user.org {
            Some(org) => personal::asked_office(tx, org, user.details.name.as_str()).await?,
            None => Vec::new(),
        },
        links: personal::links(tx, user.id).await?,
        account_events: events.map(|(_, event)| json!({ "step": event.step, "at": event.at, "by_me": event.by == Some(user.id) })).collect(),
        consents: consents
            .map(|(_, one)| json!({ "agreed_to": one.to, "version": one.version, "hash": one.hash, "way": one.way, "at": one.at }))
            .collect(),
        notices: notices
            .map(|one| json!({ "kind": one.kind, "about": one.subject, "arguments": one.arguments, "at": one.created_at, "read_at": one.read_at }))
            .collect(),
        mails: mails
            .map(|one| {
                // What opens something is nobody's to keep in a file.
                let text = (!one.secret).then_some(one.text);
                json!({ "kind": one.kind, "to": one.recipient, "subject": one.subject, "text": text, "status": one.status.name(), "at": one.created_at, "sent_at": one.sent_at })
            })
            .collect(),
        signatures: personal::signatures(tx, user.id).await?,
        wishes: personal::wishes(tx, user.id).await?,
        actions: personal::actions(tx, user.id).await?,
        account: json!({
            "id": user.id, "sign_in": user.sign_in, "name": user.details.name, "phone": user.details.phone, "email": user.details.email,
            "email_confirmed_at": user.email_confirmed_at, "language": user.details.language, "role": user.role,
            "organisation": organisation, "created_at": user.created_at, "authenticator": credentials(tx, user.id).await?.totp.is_some(),
        }),
    })
}

/// Closes the own account and erases what only served its person; the password is typed again. What proves contracts stays. The
/// only director of an organisation first hands it over or closes it.
#[utoipa::path(post, path = "/account/erase", tag = "accounts", request_body = OwnPassword,
    responses((status = 204), (status = 409, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn erase_own(
    State(app): State<App>,
    auth: Auth,
    source: Source,
    jar: CookieJar,
    Json(body): Json<OwnPassword>,
) -> Result<(CookieJar, StatusCode), ApiError> {
    allow(&auth, Command::ManageOwnAccount, Target::Person(auth.user))?;
    confirm_password(&app, &auth, source, body.password, "password").await?;
    erase(&app, auth.user).await?;
    Ok((forget_cookies(&app, jar), StatusCode::NO_CONTENT))
}
