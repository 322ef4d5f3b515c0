//! The own organisation, as its members see and edit it.
use super::error::{ApiError, Problem};
use super::extract::{Auth, Json};
use super::sign_up::{place_faults, tell_office};
use crate::app::App;
use crate::reference::places::PLACES;
use crate::store::{Tx, accounts};
use axum::extract::State;
use chrono::{DateTime, Utc};
use domain::account::{OrgProfile, OrgStanding, Organisation, PhoneChange};
use domain::id::OrgId;
use domain::policy::{Command, Scope, Target, allow};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An organisation as its own members and the programme office see it.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrganisationView {
    pub id: OrgId,
    pub profile: OrgProfile,
    /// The commune in words, with its province of today and its district of before July 2025.
    pub commune_name: String,
    pub province: String,
    pub old_district_name: String,
    /// submitted, verified, paused, refused, suspended or closed.
    pub status: String,
    pub status_at: DateTime<Utc>,
    pub status_reason: Option<String>,
    pub registered_at: DateTime<Utc>,
    /// Bank account, representative and directors change by guarded changes alone: the office knows this organisation.
    pub guarded: bool,
    pub version: i64,
}

impl From<Organisation> for OrganisationView {
    fn from(org: Organisation) -> Self {
        let Organisation { id, profile, status, registered_at, first_verified_at, version } = org;
        let code = status.code().to_owned();
        let (status_at, status_reason) = (status.at(), status.reason().map(ToString::to_string));
        let commune = PLACES.commune(&profile.commune.to_string());
        let old = profile.old_district.map(|code| code.to_string());
        let legacy = commune.and_then(|commune| commune.legacy.iter().find(|legacy| Some(&legacy.district_code) == old.as_ref()));
        Self {
            id,
            commune_name: commune.map(|commune| commune.name.clone()).unwrap_or_default(),
            province: commune.map(|commune| PLACES.province(&commune.province_code).to_owned()).unwrap_or_default(),
            old_district_name: legacy
                .map(|legacy| legacy.district.clone())
                .or_else(|| commune.map(|commune| commune.old_district.clone()))
                .unwrap_or_default(),
            profile,
            status: code,
            status_at,
            status_reason,
            registered_at,
            guarded: first_verified_at.is_some(),
            version,
        }
    }
}

/// The organisation of the person who is signed in.
#[utoipa::path(get, path = "/organisation", tag = "accounts", responses((status = 200, body = OrganisationView), (status = 404, body = Problem)))]
pub async fn show(State(app): State<App>, auth: Auth) -> Result<axum::Json<OrganisationView>, ApiError> {
    let id = auth.org().ok_or(ApiError::Hidden)?;
    allow(&auth, Command::ReadOrganisation, Target::Org(id))?;
    let tx = Tx::read(&app.db).await?;
    Ok(axum::Json(accounts::get_organisation(&tx, Scope::Org(id), id).await?.into()))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditOrganisation {
    /// The version that was on the screen.
    pub version: i64,
    pub profile: OrgProfile,
}

/// Corrects what the organisation says about itself. Who it is in law is verified anew; who signs and where money goes change by
/// a guarded change once the office knows the organisation.
#[utoipa::path(put, path = "/organisation", tag = "accounts", request_body = EditOrganisation,
    responses((status = 200, body = OrganisationView), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn edit(
    State(app): State<App>,
    auth: Auth,
    Json(body): Json<EditOrganisation>,
) -> Result<axum::Json<OrganisationView>, ApiError> {
    let id = auth.org().ok_or(ApiError::Hidden)?;
    let faults: Vec<_> = place_faults(&body.profile).into_iter().map(|error| error.inside("profile")).collect();
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let tx = Tx::write(&app.db).await?;
    let org = accounts::get_organisation(&tx, Scope::Org(id), id).await?;
    let now = app.env.now();
    let edited = org.edit(&auth, body.profile, body.version, now)?;
    accounts::save_organisation(&tx, &edited).await?;
    if edited.profile.phone != org.profile.phone {
        let change = PhoneChange { old: org.profile.phone, new: edited.profile.phone.clone(), by: auth.user, at: now };
        accounts::add_phone_change(&tx, app.env.id(), id, change).await?;
    }
    if edited.status.standing() == OrgStanding::Submitted && org.status.standing() != OrgStanding::Submitted {
        tell_office(&app, &tx, &edited).await?;
    }
    tx.commit().await?;
    Ok(axum::Json(edited.into()))
}
