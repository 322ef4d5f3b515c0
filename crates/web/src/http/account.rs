//! The own account: name, address, language, password, authenticator.
use super::account_events::record;
use super::auth::mail_link;
use super::error::{ApiError, Problem};
use super::extract::{Auth, Json, intern};
use super::throttle;
use crate::app::App;
use crate::auth::totp;
use crate::store::accounts::{self, credentials, enrol_totp as keep_totp, get_user};
use crate::store::{Tx, sessions};
use axum::extract::State;
use axum::http::StatusCode;
use domain::account::{AccountStep, Password, Role, User, UserDetails};
use domain::policy::{Command, Target, allow};
use domain::session::LinkKind;
use domain::throttle::{self as limits, Source};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct AccountView {
    pub sign_in: String,
    pub role: Role,
    #[serde(flatten)]
    pub details: UserDetails,
    pub email_confirmed: bool,
    pub totp: bool,
    pub version: i64,
}

impl AccountView {
    async fn load(tx: &Tx, user: User) -> Result<Self, ApiError> {
        let totp = credentials(tx, user.id).await?.totp.is_some();
        let User { sign_in, role, details, email_confirmed_at, version, .. } = user;
        Ok(Self { sign_in: sign_in.into(), role, details, email_confirmed: email_confirmed_at.is_some(), totp, version })
    }
}

/// The own account.
#[utoipa::path(get, path = "/account", tag = "accounts", responses((status = 200, body = AccountView), (status = 401, body = Problem)))]
pub async fn show(State(app): State<App>, auth: Auth) -> Result<axum::Json<AccountView>, ApiError> {
    allow(&auth, Command::ManageOwnAccount, Target::Person(auth.user))?;
    let tx = Tx::read(&app.db).await?;
    let user = get_user(&tx, auth.user).await?;
    Ok(axum::Json(AccountView::load(&tx, user).await?))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditAccount {
    pub version: i64,
    pub details: UserDetails,
    /// Typed again where the address changes: links for a new password go there.
    #[schema(max_length = 512)]
    pub password: Option<String>,
}

/// Changes the own name, phone, address or language. Another address takes the password, and gets a mail to confirm it.
#[utoipa::path(put, path = "/account", tag = "accounts", request_body = EditAccount,
    responses((status = 200, body = AccountView), (status = 409, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn edit(
    State(app): State<App>,
    auth: Auth,
    source: Source,
    Json(body): Json<EditAccount>,
) -> Result<axum::Json<AccountView>, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let moves = get_user(&tx, auth.user).await?.details.email != body.details.email;
    drop(tx);
    if moves {
        let password = body.password.ok_or_else(|| ApiError::field("password", "password_again"))?;
        confirm_password(&app, &auth, source, password, "password").await?;
    }
    let tx = Tx::write(&app.db).await?;
    let user = get_user(&tx, auth.user).await?;
    let edited = user.edit(&auth, body.details, body.version)?;
    accounts::save_user(&tx, &edited).await?;
    if edited.details.email != user.details.email {
        mail_link(&app, &tx, &edited, LinkKind::ConfirmEmail).await?;
    }
    let view = AccountView::load(&tx, edited).await?;
    tx.commit().await?;
    Ok(axum::Json(view))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    pub current: String,
    pub password: String,
}

/// Sets a new password and ends the sessions on other devices, and links for a new password that wait.
#[utoipa::path(post, path = "/account/password", tag = "accounts", request_body = ChangePassword,
    responses((status = 204), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn change_password(
    State(app): State<App>,
    auth: Auth,
    source: Source,
    Json(body): Json<ChangePassword>,
) -> Result<StatusCode, ApiError> {
    allow(&auth, Command::ManageOwnAccount, Target::Person(auth.user))?;
    let user = confirm_password(&app, &auth, source, body.current, "current").await?;
    let password =
        Password::choose(&body.password, &user.sign_in).map_err(|error| ApiError::field("password", intern(&error.to_string())))?;
    let hash = app.passwords.hash(password.expose().to_owned()).await?;
    let tx = Tx::write(&app.db).await?;
    if accounts::set_password(&tx, user.id, hash).await? {
        super::sso::untied(&app, &tx, user.id, Some(auth.user)).await?;
    }
    sessions::end_others(&tx, user.id, Some(auth.session), app.env.now()).await?;
    sessions::end_links(&tx, user.id, LinkKind::ResetPassword, app.env.now()).await?;
    record(&app, &tx, user.id, AccountStep::PasswordChanged, Some(auth.user)).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The person types the password again before something that matters.
pub(super) async fn confirm_password(
    app: &App,
    auth: &Auth,
    source: Source,
    password: String,
    field: &'static str,
) -> Result<User, ApiError> {
    let counted = throttle::count(app, &limits::password(auth.user, source)).await?;
    let tx = Tx::read(&app.db).await?;
    let user = get_user(&tx, auth.user).await?;
    let stored = credentials(&tx, auth.user).await?.password_hash;
    drop(tx);
    if password.len() <= 1024 && app.passwords.verify(password, Some(stored)).await? {
        let tx = Tx::write(&app.db).await?;
        counted.right(&tx).await?;
        tx.commit().await?;
        return Ok(user);
    }
    Err(ApiError::field(field, "password_wrong"))
}

#[derive(Debug, Serialize, ToSchema)]
pub struct TotpEnrolment {
    /// To type into an authenticator app.
    pub secret: String,
    /// To show as a QR code.
    pub otpauth_url: String,
}

/// Shows a new authenticator secret. It counts once its first code is confirmed.
#[utoipa::path(post, path = "/account/totp", tag = "accounts", responses((status = 200, body = TotpEnrolment), (status = 409, body = Problem)))]
pub async fn enrol_totp(State(app): State<App>, auth: Auth) -> Result<axum::Json<TotpEnrolment>, ApiError> {
    allow(&auth, Command::ManageOwnAccount, Target::Person(auth.user))?;
    let tx = Tx::write(&app.db).await?;
    if credentials(&tx, auth.user).await?.totp.is_some() {
        return Err(ApiError::conflict("totp_already_on"));
    }
    let user = get_user(&tx, auth.user).await?;
    let enrolment = totp::enrol(app.env.secret(), user.sign_in.as_str())?;
    keep_totp(&tx, auth.user, Some(enrolment.secret.clone()), None).await?;
    tx.commit().await?;
    Ok(axum::Json(TotpEnrolment { secret: enrolment.secret, otpauth_url: enrolment.otpauth_url }))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmTotp {
    /// The six digits that the app shows.
    pub code: String,
}

/// Confirms the authenticator by its first code.
#[utoipa::path(post, path = "/account/totp/confirm", tag = "accounts", request_body = ConfirmTotp, responses((status = 204), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn confirm_totp(
    State(app): State<App>,
    auth: Auth,
    source: Source,
    Json(body): Json<ConfirmTotp>,
) -> Result<StatusCode, ApiError> {
    allow(&auth, Command::ManageOwnAccount, Target::Person(auth.user))?;
    let now = app.env.now();
    let counted = throttle::count(&app, &limits::code(auth.user, source)).await?;
    let tx = Tx::write(&app.db).await?;
    let secret = credentials(&tx, auth.user).await?.totp_pending.ok_or(ApiError::conflict("totp_not_started"))?;
    let step = totp::check(&secret, &body.code, None, now).ok_or(ApiError::field("code", "code_wrong"))?;
    keep_totp(&tx, auth.user, Some(secret), Some(now)).await?;
    accounts::record_totp_step(&tx, auth.user, step).await?;
    counted.right(&tx).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DropTotp {
    pub password: String,
}

/// Forgets the authenticator.
#[utoipa::path(delete, path = "/account/totp", tag = "accounts", request_body = DropTotp,
    responses((status = 204), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn drop_totp(State(app): State<App>, auth: Auth, source: Source, Json(body): Json<DropTotp>) -> Result<StatusCode, ApiError> {
    allow(&auth, Command::ManageOwnAccount, Target::Person(auth.user))?;
    confirm_password(&app, &auth, source, body.password, "password").await?;
    let tx = Tx::write(&app.db).await?;
    keep_totp(&tx, auth.user, None, None).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
