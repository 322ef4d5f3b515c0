//! An organisation registers with its first director.
use super::auth::{mail_link, open_session};
use super::error::{ApiError, Problem};
use super::extract::{Json, intern};
use super::instance::SessionView;
use super::{rules, throttle};
use crate::app::App;
use crate::notify::{self, Event};
use crate::reference::places::PLACES;
use crate::store::{Tx, accounts};
use axum::extract::State;
use axum::http::StatusCode;
use axum_extra::extract::cookie::CookieJar;
use domain::account::{Language, OrgProfile, Organisation, Password, SignInName, User, UserDetails};
use domain::device::Device;
use domain::error::{Faults, FieldError};
use domain::notice::NoticeKind;
use domain::rules::{Acceptance, ConsentWay};
use domain::session::LinkKind;
use domain::text::Name;
use domain::throttle::{self as limits, Source};
use domain::{email::Email, phone::Phone};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Registration {
    pub organisation: OrgProfile,
    pub member: NewMember,
}

/// The person who registers; a sign-in name that is an address or a number counts for both.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewMember {
    pub name: Name,
    pub sign_in: SignInName,
    /// 10 to 128 characters.
    pub password: String,
    #[serde(default)]
    pub phone: Option<Phone>,
    #[serde(default)]
    pub email: Option<Email>,
    pub language: Language,
    /// What the person agrees to.
    pub consent: Acceptance,
}

/// Registers an organisation and signs its director in. It enters the market once the programme office has verified it.
#[utoipa::path(post, path = "/auth/register", tag = "accounts", request_body = Registration,
    responses((status = 201, body = SessionView), (status = 409, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn register(
    State(app): State<App>,
    source: Source,
    device: Device,
    jar: CookieJar,
    Json(body): Json<Registration>,
) -> Result<(StatusCode, CookieJar, axum::Json<SessionView>), ApiError> {
    let Registration { organisation, member: NewMember { name, sign_in, password, phone, email, language, consent } } = body;
    if !app.config.sign_up {
        return Err(ApiError::Forbidden("sign_up_closed"));
    }
    let now = app.env.now();
    let mut faults: Vec<FieldError> = Vec::new();
    let org = Organisation::register(organisation, app.env.id(), now);
    if let Err(errors) = &org {
        faults.extend(errors.iter().cloned().map(|error| error.inside("organisation")));
    }
    let password = Password::choose(&password, &sign_in);
    if let Err(error) = &password {
        faults.push(FieldError::new("member.password", intern(&error.to_string())));
    }
    if let Ok(org) = &org {
        faults.extend(place_faults(&org.profile).into_iter().map(|error| error.inside("organisation")));
    }
    let id = app.env.id();
    let consents = rules::agreed(&app, consent, id, ConsentWay::Registration).await?;
    if let Err(errors) = &consents {
        faults.extend(errors.iter().cloned());
    }
    let (Ok(org), Ok(password), Ok(consents), true) = (org, password, consents, faults.is_empty()) else { return Err(faults.into()) };
    let _counted = throttle::count(&app, &limits::registration(source)).await?;
    let details = UserDetails { name, phone, email, language };
    let user = User::first_director(org.id, sign_in, details, id, now);
    let hash = app.passwords.hash(password.expose().to_owned()).await?;
    let tx = Tx::write(&app.db).await?;
    accounts::insert_organisation(&tx, &org).await?;
    accounts::insert_user(&tx, &user, hash).await?;
    rules::keep(&app, &tx, consents).await?;
    mail_link(&app, &tx, &user, LinkKind::ConfirmEmail).await?;
    tell_office(&app, &tx, &org).await?;
    let jar = open_session(&app, &tx, &user, device, jar).await?;
    let view = SessionView::load(&tx, &user).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, jar, axum::Json(view)))
}

/// Somebody waits to be looked at: who registered, and who is not the party any more that was looked at.
pub(super) async fn tell_office(app: &App, tx: &Tx, org: &Organisation) -> anyhow::Result<()> {
    let event = Event {
        kind: NoticeKind::OrganisationSubmitted,
        subject: Some(org.id.into()),
        arguments: json!({ "organisation": org.profile.name.as_str() }),
        path: format!("/xac-minh/{}", org.id),
    };
    notify::officers(app, tx, &event).await
}

/// A commune that exists, and an old district of its own.
pub(super) fn place_faults(profile: &OrgProfile) -> Vec<FieldError> {
    let mut faults = Faults::new();
    let commune = PLACES.commune(&profile.commune.to_string());
    faults.require(commune.is_some(), "commune", "commune_unknown");
    if let (Some(commune), Some(district)) = (commune, profile.old_district) {
        faults.require(commune.lay_in(&district.to_string()), "old_district", "old_district_elsewhere");
    }
    faults.finish().err().unwrap_or_default()
}
