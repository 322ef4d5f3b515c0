//! Signing in with an account of the people's own organisation, once they tied it to the one they have here.
//!
//! An address that the provider vouches for ties nothing by itself: whoever could edit it there would own somebody's account here.
use super::account::confirm_password;
use super::account_events::record;
use super::auth::open_session;
use super::error::{ApiError, Problem};
use super::extract::{Auth, Json, Query};
use super::throttle;
use crate::app::App;
use crate::auth::cookies::Cookies;
use crate::auth::digest;
use crate::auth::sso::{Away, Identity, Purpose, Sso};
use crate::notify::{self, Event};
use crate::store::accounts::{Recipient, get_user};
use crate::store::{StoreError, Tx, sessions, sso};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Redirect;
use axum_extra::extract::cookie::CookieJar;
use chrono::{DateTime, Utc};
use domain::account::AccountStep;
use domain::device::Device;
use domain::id::UserId;
use domain::notice::NoticeKind;
use domain::policy::{Command, Target, allow};
use domain::throttle::{self as limits, Source};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

/// Where people read how it ended.
const SIGN_IN: &str = "/dang-nhap";
const ACCOUNT: &str = "/tai-khoan";
/// No path of this site is longer.
const MOST_NEXT: usize = 500;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Leaving {
    /// The page to show afterwards.
    #[serde(default)]
    pub next: String,
}

/// Sends the browser to the provider; it comes back to `/auth/sso/callback`.
#[utoipa::path(get, path = "/auth/sso", tag = "accounts", params(Leaving), responses((status = 303), (status = 404, body = Problem)))]
pub async fn leave(
    State(app): State<App>,
    source: Source,
    jar: CookieJar,
    Query(leaving): Query<Leaving>,
) -> Result<(CookieJar, Redirect), ApiError> {
    let provider = app.sso.as_ref().ok_or(ApiError::Hidden)?;
    let next = if leaving.next.len() <= MOST_NEXT { leaving.next } else { String::new() };
    let away = match throttle::count(&app, &limits::away(source)).await {
        Ok(_) => provider.leave(&app.env, Purpose::SignIn { next }).await,
        Err(_) => return Ok((jar, Redirect::to(&told(SIGN_IN, "sso_too_many")))),
    };
    match away {
        Ok((url, away)) => Ok((remember(&app, jar, &away)?, Redirect::to(&url))),
        Err(error) => {
            tracing::warn!(error = format!("{error:#}"), "nobody can sign in with the provider");
            Ok((jar, Redirect::to(&told(SIGN_IN, "sso_failed"))))
        }
    }
}

/// What the provider sends back with the browser.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Back {
    pub state: Option<String>,
    pub code: Option<String>,
    /// Why there is no code.
    pub error: Option<String>,
}

/// Takes a browser back from the provider: signs in, or ties the account of who is signed in.
#[utoipa::path(get, path = "/auth/sso/callback", tag = "accounts", params(Back), responses((status = 303), (status = 404, body = Problem)))]
pub async fn callback(
    State(app): State<App>,
    auth: Option<Auth>,
    source: Source,
    device: Device,
    jar: CookieJar,
    Query(back): Query<Back>,
) -> Result<(CookieJar, Redirect), ApiError> {
    let provider = app.sso.as_ref().ok_or(ApiError::Hidden)?;
    let away = cookies(&app).away(&jar).and_then(|kept| app.keys.opened::<Away>(&kept));
    let jar = cookies(&app).returned(jar);
    let Some(away) = away.filter(|away| away.until > app.env.now().timestamp() && back.state.as_deref() == Some(away.state.as_str()))
    else {
        return Ok((jar, Redirect::to(&told(SIGN_IN, "sso_late"))));
    };
    let page = if matches!(away.purpose, Purpose::Link { .. }) { ACCOUNT } else { SIGN_IN };
    if throttle::count(&app, &limits::back(source)).await.is_err() {
        return Ok((jar, Redirect::to(&told(page, "sso_too_many"))));
    }
    if !first(&app, &away).await? {
        return Ok((jar, Redirect::to(&told(page, "sso_late"))));
    }
    let identity = match identify(&app, provider, &away, back).await {
        Ok(identity) => identity,
        Err(code) => return Ok((jar, Redirect::to(&told(page, code)))),
    };
    match away.purpose {
        Purpose::SignIn { next } => enter(&app, device, jar, &identity, &next).await,
        Purpose::Link { user } => {
            let code = match auth.filter(|auth| auth.user == user) {
                Some(auth) => tie(&app, &auth, &identity).await?,
                None => "sso_late",
            };
            Ok((jar, Redirect::to(&told(page, code))))
        }
    }
}

/// Whether nobody came back by this way before: it is spent before anything is asked, whatever comes of it.
async fn first(app: &App, away: &Away) -> Result<bool, ApiError> {
    let until = DateTime::from_timestamp(away.until, 0).unwrap_or_else(|| app.env.now());
    let tx = Tx::write(&app.db).await?;
    match sso::spend(&tx, digest(&away.state), until).await {
        Err(StoreError::Taken(_)) => return Ok(false),
        done => done?,
    }
    tx.commit().await?;
    Ok(true)
}

async fn identify(app: &App, provider: &Sso, away: &Away, back: Back) -> Result<Identity, &'static str> {
    let Some(code) = back.code.filter(|_| back.error.is_none()) else { return Err("sso_refused") };
    provider.identify(away.clone(), code, app.env.now()).await.map_err(|error| {
        tracing::warn!(error = format!("{error:#}"), "the provider's word on a sign-in is not in order");
        "sso_failed"
    })
}

async fn enter(app: &App, device: Device, jar: CookieJar, identity: &Identity, next: &str) -> Result<(CookieJar, Redirect), ApiError> {
    let tx = Tx::write(&app.db).await?;
    let Some(user) = sso::find(&tx, identity).await? else { return Ok((jar, Redirect::to(&told(SIGN_IN, "sso_unknown")))) };
    let user = get_user(&tx, user).await?;
    let jar = open_session(app, &tx, &user, device, jar).await?;
    tx.commit().await?;
    // The page looks at where it goes; this one sends nobody off the site.
    let next: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
    Ok((jar, Redirect::to(&format!("{SIGN_IN}?next={next}"))))
}

/// What the account before opened elsewhere ends with it.
async fn tie(app: &App, auth: &Auth, identity: &Identity) -> Result<&'static str, ApiError> {
    let (tx, user) = (Tx::write(&app.db).await?, auth.user);
    match sso::tie(&tx, user, identity, app.env.now()).await {
        Err(StoreError::Taken(_)) => return Ok("sso_taken"),
        done => done?,
    }
    sessions::end_others(&tx, user, Some(auth.session), app.env.now()).await?;
    record(app, &tx, user, AccountStep::SsoTied, Some(user)).await?;
    tell(app, &tx, user, NoticeKind::SsoTied, identity.email.as_deref()).await?;
    tx.commit().await?;
    Ok("sso_tied")
}

/// The own account at the provider, as it is tied to the one here.
#[derive(Debug, Serialize, ToSchema)]
pub struct SsoView {
    /// The provider's name; absent where this instance has none.
    pub name: Option<String>,
    pub tied: bool,
    /// The address that the provider knew then.
    pub email: Option<String>,
    pub tied_at: Option<DateTime<Utc>>,
}

/// Whether the own account is tied to one of the provider.
#[utoipa::path(get, path = "/account/sso", tag = "accounts", responses((status = 200, body = SsoView), (status = 401, body = Problem)))]
pub async fn show(State(app): State<App>, auth: Auth) -> Result<axum::Json<SsoView>, ApiError> {
    allow(&auth, Command::ManageOwnAccount, Target::Person(auth.user))?;
    let tx = Tx::read(&app.db).await?;
    let tied = sso::of_user(&tx, auth.user).await?;
    let name = app.sso.as_ref().map(|provider| provider.name.clone());
    let (email, tied_at) = tied.clone().map_or((None, None), |tied| (tied.email, Some(tied.at)));
    Ok(axum::Json(SsoView { name, tied: tied.is_some(), email, tied_at }))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Tie {
    #[schema(max_length = 512)]
    pub password: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct TieView {
    /// Where the browser goes to sign in at the provider.
    pub url: String,
}

/// Begins to tie the own account to one of the provider; the password is typed again.
#[utoipa::path(post, path = "/account/sso", tag = "accounts", request_body = Tie,
    responses((status = 200, body = TieView), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn begin(
    State(app): State<App>,
    auth: Auth,
    source: Source,
    jar: CookieJar,
    Json(body): Json<Tie>,
) -> Result<(CookieJar, axum::Json<TieView>), ApiError> {
    allow(&auth, Command::ManageOwnAccount, Target::Person(auth.user))?;
    let provider = app.sso.as_ref().ok_or(ApiError::Hidden)?;
    confirm_password(&app, &auth, source, body.password, "password").await?;
    let (url, away) = provider.leave(&app.env, Purpose::Link { user: auth.user }).await.map_err(|error| {
        tracing::warn!(error = format!("{error:#}"), "nobody can tie an account to the provider's");
        ApiError::conflict("sso_failed")
    })?;
    Ok((remember(&app, jar, &away)?, axum::Json(TieView { url })))
}

/// Unties the own account: only the password opens it then, and what was opened on other devices ends.
#[utoipa::path(delete, path = "/account/sso", tag = "accounts", responses((status = 204), (status = 401, body = Problem)))]
pub async fn untie(State(app): State<App>, auth: Auth) -> Result<StatusCode, ApiError> {
    allow(&auth, Command::ManageOwnAccount, Target::Person(auth.user))?;
    let tx = Tx::write(&app.db).await?;
    if sso::untie(&tx, auth.user).await? {
        sessions::end_others(&tx, auth.user, Some(auth.session), app.env.now()).await?;
        untied(&app, &tx, auth.user, Some(auth.user)).await?;
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// That an account elsewhere opens this one no more is on record, and its person hears of it.
pub(super) async fn untied(app: &App, tx: &Tx, user: UserId, by: Option<UserId>) -> Result<(), ApiError> {
    record(app, tx, user, AccountStep::SsoUntied, by).await?;
    tell(app, tx, user, NoticeKind::SsoUntied, None).await
}

async fn tell(app: &App, tx: &Tx, user: UserId, kind: NoticeKind, email: Option<&str>) -> Result<(), ApiError> {
    let user = get_user(tx, user).await?;
    let provider = app.sso.as_ref().map_or("", |provider| provider.name.as_str());
    let arguments = json!({ "sign_in": user.sign_in.as_str(), "provider": provider, "email": email });
    let event = Event { kind, subject: Some(user.id.into()), arguments, path: ACCOUNT.to_owned() };
    Ok(notify::person(app, tx, &Recipient::from(&user), &event).await?)
}

fn cookies(app: &App) -> Cookies {
    Cookies { secure: app.config.secure_cookies() }
}

fn remember(app: &App, jar: CookieJar, away: &Away) -> Result<CookieJar, ApiError> {
    Ok(cookies(app).leaving(jar, app.keys.sealed(away)?))
}

fn told(page: &str, code: &str) -> String {
    format!("{page}?sso={code}")
}
