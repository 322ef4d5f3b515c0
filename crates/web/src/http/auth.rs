//! Signing in and out, and getting back in.
use super::account_events::record;
use super::error::{ApiError, Problem};
use super::extract::{Auth, Json, intern, same_origin};
use super::instance::SessionView;
use super::throttle;
use crate::app::App;
use crate::auth::cookies::Cookies;
use crate::auth::digest;
use crate::notify::{self, Event, Letter};
use crate::store::accounts::{self, Recipient};
use crate::store::{StoreError, Tx, sessions};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum_extra::extract::cookie::CookieJar;
use domain::account::{AccountStep, Password, SignInName, User};
use domain::day::Timestamp;
use domain::device::Device;
use domain::id::SessionId;
use domain::notice::NoticeKind;
use domain::session::{Link, LinkError, LinkKind, Refresh, RefreshToken, Session};
use domain::throttle::{self as limits, Source};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// E-mail, phone number or chosen name.
    #[schema(max_length = 254)]
    pub sign_in: String,
    #[schema(max_length = 512)]
    pub password: String,
}

/// Opens a session and sets its two cookies.
#[utoipa::path(post, path = "/auth/sign-in", tag = "accounts", request_body = SignIn,
    responses((status = 200, body = SessionView), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn sign_in(
    State(app): State<App>,
    source: Source,
    device: Device,
    jar: CookieJar,
    Json(body): Json<SignIn>,
) -> Result<(CookieJar, axum::Json<SessionView>), ApiError> {
    let wrong = || ApiError::field("password", "sign_in_wrong");
    if body.password.len() > 1024 || body.sign_in.len() > 300 {
        return Err(wrong());
    }
    let name: SignInName = body.sign_in.parse().map_err(|_| wrong())?;
    let counted = throttle::count(&app, &limits::sign_in(&name, source)).await?;
    let tx = Tx::read(&app.db).await?;
    let found = accounts::find_by_sign_in(&tx, &name).await?;
    drop(tx);
    let stored = found.as_ref().map(|(_, credentials)| credentials.password_hash.clone());
    let right = app.passwords.verify(body.password, stored).await?;
    let (user, _) = found.filter(|(user, _)| right && user.closed_at.is_none()).ok_or_else(wrong)?;
    let tx = Tx::write(&app.db).await?;
    counted.right(&tx).await?;
    let jar = open_session(&app, &tx, &user, device, jar).await?;
    let view = SessionView::load(&tx, &user).await?;
    tx.commit().await?;
    Ok((jar, axum::Json(view)))
}

/// Starts a session for a person who has just proven who they are.
pub(super) async fn open_session(app: &App, tx: &Tx, user: &User, device: Device, jar: CookieJar) -> Result<CookieJar, ApiError> {
    let now = app.env.now();
    let session = Session::start(app.env.id(), user.id, device, now);
    sessions::start(tx, &session).await?;
    issue(app, tx, &session, now, jar).await
}

async fn issue(app: &App, tx: &Tx, session: &Session, now: Timestamp, jar: CookieJar) -> Result<CookieJar, ApiError> {
    let secret = crate::auth::hex(&app.env.secret::<32>());
    let token = RefreshToken { id: app.env.id(), session: session.id, issued_at: now, used_at: None };
    sessions::issue(tx, &token, digest(&secret)).await?;
    let access = app.keys.issue(session.user, session.id, now)?;
    Ok(cookies(app).set(jar, access, secret))
}

fn cookies(app: &App) -> Cookies {
    Cookies { secure: app.config.secure_cookies() }
}

/// Trades the refresh cookie for the next pair. A token that comes back a second time ends its session.
#[utoipa::path(post, path = "/auth/refresh", tag = "accounts", responses((status = 200, body = SessionView), (status = 401, body = Problem)))]
pub async fn refresh(State(app): State<App>, headers: HeaderMap, jar: CookieJar) -> Result<(CookieJar, axum::Json<SessionView>), ApiError> {
    if !same_origin(&headers, &app.config.public_url) {
        return Err(ApiError::Forbidden("foreign_origin"));
    }
    let secret = jar.get(cookies(&app).refresh()).map(|cookie| cookie.value().to_owned()).ok_or(ApiError::SignIn)?;
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    let (session, token) = sessions::find_refresh(&tx, &digest(&secret)).await?.ok_or(ApiError::SignIn)?;
    match session.refresh(&token, now) {
        Refresh::SignIn => Err(ApiError::SignIn),
        Refresh::EndSession => {
            sessions::end(&tx, session.id, now).await?;
            tx.commit().await?;
            Err(ApiError::SignIn)
        }
        Refresh::Rotate => {
            match sessions::use_refresh(&tx, token.id, now).await {
                Err(StoreError::Stale) => return Err(ApiError::SignIn),
                done => done?,
            }
            let user = accounts::get_user(&tx, session.user).await?;
            if user.closed_at.is_some() {
                return Err(ApiError::SignIn);
            }
            sessions::touch(&tx, session.id, now).await?;
            let jar = issue(&app, &tx, &session, now, jar).await?;
            let view = SessionView::load(&tx, &user).await?;
            tx.commit().await?;
            Ok((jar, axum::Json(view)))
        }
    }
}

/// Ends the session on this device.
#[utoipa::path(post, path = "/auth/sign-out", tag = "accounts", responses((status = 204)))]
pub async fn sign_out(State(app): State<App>, auth: Option<Auth>, jar: CookieJar) -> Result<(CookieJar, StatusCode), ApiError> {
    if let Some(Auth { session, .. }) = auth {
        end(&app, session).await?;
    }
    Ok((forget_cookies(&app, jar), StatusCode::NO_CONTENT))
}

/// The cookies of somebody who is signed in no more.
pub(super) fn forget_cookies(app: &App, jar: CookieJar) -> CookieJar {
    cookies(app).clear(jar)
}

async fn end(app: &App, session: SessionId) -> Result<(), ApiError> {
    let tx = Tx::write(&app.db).await?;
    sessions::end(&tx, session, app.env.now()).await?;
    Ok(tx.commit().await?)
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ForgotPassword {
    #[schema(max_length = 254)]
    pub sign_in: String,
}

/// Mails a link to set a new password, if the account has an address. The answer is the same whether it exists or not.
#[utoipa::path(post, path = "/auth/forgot-password", tag = "accounts", request_body = ForgotPassword, responses((status = 204), (status = 429, body = Problem)))]
pub async fn forgot_password(State(app): State<App>, source: Source, Json(body): Json<ForgotPassword>) -> Result<StatusCode, ApiError> {
    let Ok(name) = body.sign_in.parse::<SignInName>() else { return Ok(StatusCode::NO_CONTENT) };
    let _counted = throttle::count(&app, &limits::forgotten(&name, source)).await?;
    let tx = Tx::write(&app.db).await?;
    if let Some((user, _)) = accounts::find_by_sign_in(&tx, &name).await?.filter(|(user, _)| user.closed_at.is_none()) {
        mail_link(&app, &tx, &user, LinkKind::ResetPassword).await?;
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A link that works once, and where it leads below the public address. Only its hash is kept.
pub(super) async fn new_link(app: &App, tx: &Tx, user: &User, kind: LinkKind) -> Result<(Link, String), StoreError> {
    let secret = crate::auth::hex(&app.env.secret::<24>());
    let link = Link { id: app.env.id(), user: user.id, kind, issued_at: app.env.now(), used_at: None };
    sessions::insert_link(tx, &link, digest(&secret), user.details.email.as_ref().map(ToString::to_string)).await?;
    let path = match kind {
        LinkKind::ConfirmEmail => format!("/xac-nhan-email?token={secret}"),
        LinkKind::ResetPassword => format!("/dat-lai-mat-khau?token={secret}"),
    };
    Ok((link, path))
}

/// Mails a link that works once; nothing happens without an address.
pub(super) async fn mail_link(app: &App, tx: &Tx, user: &User, kind: LinkKind) -> Result<(), ApiError> {
    if user.details.email.is_none() {
        return Ok(());
    }
    let (_, path) = new_link(app, tx, user, kind).await?;
    let arguments = json!({ "sign_in": user.sign_in.as_str() });
    Ok(notify::letter(app, tx, &user.into(), &Letter { kind: kind.code(), arguments, path }).await?)
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResetPassword {
    pub token: String,
    pub password: String,
}

/// Sets a new password by a link, mailed or handed over, and ends every session and every other such link of the account.
#[utoipa::path(post, path = "/auth/reset-password", tag = "accounts", request_body = ResetPassword, responses((status = 204), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn reset_password(State(app): State<App>, source: Source, Json(body): Json<ResetPassword>) -> Result<StatusCode, ApiError> {
    let now = app.env.now();
    let counted = throttle::count(&app, &limits::link(source)).await?;
    let (link, user) = {
        let tx = Tx::read(&app.db).await?;
        let (link, _) = find_link(&tx, &body.token, LinkKind::ResetPassword).await?;
        let user = accounts::get_user(&tx, link.user).await?;
        (link, user)
    };
    let used = link.redeem(now).map_err(link_error)?;
    let password =
        Password::choose(&body.password, &user.sign_in).map_err(|error| ApiError::field("password", intern(&error.to_string())))?;
    let hash = app.passwords.hash(password.expose().to_owned()).await?;
    let tx = Tx::write(&app.db).await?;
    sessions::use_link(&tx, used.id, now).await.map_err(|_| link_error(LinkError::Used))?;
    if accounts::set_password(&tx, user.id, hash).await? {
        super::sso::untied(&app, &tx, user.id, None).await?;
    }
    sessions::end_others(&tx, user.id, None, now).await?;
    sessions::end_links(&tx, user.id, LinkKind::ResetPassword, now).await?;
    record(&app, &tx, user.id, AccountStep::PasswordReset, None).await?;
    let event =
        Event { kind: NoticeKind::PasswordReset, subject: Some(user.id.into()), arguments: json!({}), path: "/tai-khoan".to_owned() };
    notify::person(&app, &tx, &Recipient::from(&user), &event).await?;
    counted.no_guess(&tx).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmEmail {
    pub token: String,
}

/// Confirms a mail address by a mailed link.
#[utoipa::path(post, path = "/auth/confirm-email", tag = "accounts", request_body = ConfirmEmail, responses((status = 204), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn confirm_email(State(app): State<App>, source: Source, Json(body): Json<ConfirmEmail>) -> Result<StatusCode, ApiError> {
    let now = app.env.now();
    let counted = throttle::count(&app, &limits::link(source)).await?;
    let tx = Tx::write(&app.db).await?;
    let (link, email) = find_link(&tx, &body.token, LinkKind::ConfirmEmail).await?;
    let used = link.redeem(now).map_err(link_error)?;
    let user = accounts::get_user(&tx, link.user).await?;
    if user.details.email.as_ref().map(ToString::to_string) != email {
        return Err(link_error(LinkError::Expired));
    }
    sessions::use_link(&tx, used.id, now).await?;
    let confirmed = user.confirm_email(now);
    if confirmed != user {
        accounts::save_user(&tx, &confirmed).await?;
    }
    counted.no_guess(&tx).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn find_link(tx: &Tx, secret: &str, kind: LinkKind) -> Result<(Link, Option<String>), ApiError> {
    sessions::find_link(tx, &digest(secret), kind).await?.ok_or_else(|| ApiError::field("token", "link_unknown"))
}

fn link_error(error: LinkError) -> ApiError {
    ApiError::field(
        "token",
        match error {
            LinkError::Expired => "link_expired",
            LinkError::Used => "link_already_used",
        },
    )
}
