//! An officer registers a member, corrects how to reach it, and files its certificates.
use super::act::{filing, keep};
use crate::app::App;
use crate::http::certificates::{self, CertificateView, view};
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, IdempotencyKey, Json, Path};
use crate::http::once::Once;
use crate::http::organisation::OrganisationView;
use crate::http::sign_up::place_faults;
use crate::store::{Tx, accounts, certificates as rows};
use axum::extract::State;
use axum::http::StatusCode;
use domain::account::{OrgProfile, Organisation, PhoneChange};
use domain::assisted::{Asked, Assisted};
use domain::certificate::{Certificate, CertificateTerms};
use domain::error::FieldError;
use domain::id::{CertificateId, OrgId};
use domain::office_act::{OfficeAct, OfficeActKind};
use domain::phone::Phone;
use domain::place::{CommuneCode, OldDistrictCode};
use domain::policy::{Command, Scope, scope};
use domain::text::Name;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EnterOrganisation {
    pub asked: Asked,
    pub profile: OrgProfile,
}

/// An officer registers an organisation whose people have no phone or address yet. It waits like every other to be verified, and its
/// first director joins by an invitation. A repeated request with the same key shows what the first one made.
#[utoipa::path(post, path = "/officer/organisations", tag = "officer", request_body = EnterOrganisation,
    params(("idempotency-key" = Option<String>, Header, description = "8 to 100 characters")),
    responses((status = 201, body = OrganisationView), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn enter_organisation(
    State(app): State<App>,
    auth: Auth,
    key: IdempotencyKey,
    Json(body): Json<EnterOrganisation>,
) -> Result<(StatusCode, axum::Json<OrganisationView>), ApiError> {
    let once = Once::new(auth.user, key, "POST /officer/organisations", &body)?;
    let tx = Tx::write(&app.db).await?;
    let id: OrgId = if let Some(made) = once.made(&tx).await? {
        drop(tx);
        made.into()
    } else {
        let EnterOrganisation { asked, profile } = body;
        let mut faults = domain::error::Faults::new();
        for FieldError { field, code } in place_faults(&profile) {
            faults.require(false, field, code);
        }
        let entered = Organisation::enter(&auth, profile, None, app.env.id(), app.env.now());
        let org = ApiError::beside(entered, faults).map_err(|error| error.inside("profile"))?;
        accounts::insert_organisation(&tx, &org).await.map_err(|error| ApiError::from(error).inside("profile"))?;
        let kind = OfficeActKind::OrganisationEntered;
        let (subject, about) = (org.id.into(), Some(org.profile.name.clone()));
        let act = OfficeAct { id: app.env.id(), org: org.id, kind, subject, about, asked: Some(asked), by: auth.user, at: app.env.now() };
        keep(&app, &tx, &act).await?;
        once.keep(&app, tx, org.id.into()).await?.into()
    };
    let org = accounts::get_organisation(&Tx::read(&app.db).await?, Scope::All, id).await?;
    Ok((StatusCode::CREATED, axum::Json(org.into())))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectContact {
    pub asked: Asked,
    /// The version of the organisation that was on the screen.
    pub version: i64,
    pub phone: Phone,
    #[serde(default)]
    pub address_line: Option<Name>,
    pub commune: CommuneCode,
    #[serde(default)]
    pub old_district: Option<OldDistrictCode>,
}

/// An officer corrects how a member is reached: phone and address, and nothing else of it. The number from before is kept, and the members
/// are told.
#[utoipa::path(put, path = "/officer/organisations/{id}/contact", tag = "officer", params(("id" = OrgId, Path)), request_body = CorrectContact,
    responses((status = 200, body = OrganisationView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn correct_contact(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<OrgId>,
    Json(body): Json<CorrectContact>,
) -> Result<axum::Json<OrganisationView>, ApiError> {
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    let org = accounts::get_organisation_for_change(&tx, scope(&auth, Command::EnterForMember), id).await?;
    let secretary = Assisted::secretary(&auth, &org)?;
    let CorrectContact { asked, version, phone, address_line, commune, old_district } = body;
    let moved = commune != org.profile.commune;
    let point = if moved { None } else { org.profile.point };
    let profile = OrgProfile { phone, address_line, commune, old_district, point, ..org.profile.clone() };
    let faults = place_faults(&profile);
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let edited = org.edit(&secretary, profile, version, now)?;
    accounts::save_organisation(&tx, &edited).await?;
    if edited.profile.phone != org.profile.phone {
        let change = PhoneChange { old: org.profile.phone, new: edited.profile.phone.clone(), by: auth.user, at: now };
        accounts::add_phone_change(&tx, app.env.id(), id, change).await?;
    }
    let kind = OfficeActKind::ContactCorrected;
    let act = OfficeAct { id: app.env.id(), org: id, kind, subject: id.into(), about: None, asked: Some(asked), by: auth.user, at: now };
    keep(&app, &tx, &act).await?;
    tx.commit().await?;
    Ok(axum::Json(edited.into()))
}

#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EnterCertificate {
    pub asked: Asked,
    pub terms: CertificateTerms,
}

/// An officer enters a member's certificate from its paper. It waits to be verified like every other, as a step of its own. A repeated
/// request with the same key shows what the first one made.
#[utoipa::path(post, path = "/officer/organisations/{id}/certificates", tag = "officer", request_body = EnterCertificate,
    params(("id" = OrgId, Path), ("idempotency-key" = Option<String>, Header, description = "8 to 100 characters")),
    responses((status = 201, body = CertificateView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn enter_certificate(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<OrgId>,
    key: IdempotencyKey,
    Json(body): Json<EnterCertificate>,
) -> Result<(StatusCode, axum::Json<CertificateView>), ApiError> {
    let once = Once::new(auth.user, key, &format!("POST /officer/organisations/{id}/certificates"), &body)?;
    let tx = Tx::write(&app.db).await?;
    let made: CertificateId = if let Some(made) = once.made(&tx).await? {
        drop(tx);
        made.into()
    } else {
        let org = accounts::get_organisation_for_change(&tx, scope(&auth, Command::EnterForMember), id).await?;
        let filing = filing(&tx, &auth, org.id).await?;
        let EnterCertificate { asked, terms } = body;
        let faults = certificates::faults(&terms);
        let added = Certificate::add(&filing.actor, terms, app.env.id(), app.env.now());
        let certificate = ApiError::beside(added, faults).map_err(|error| error.inside("terms"))?;
        rows::insert(&tx, &certificate).await.map_err(|error| ApiError::from(error).inside("terms"))?;
        let number = Some(certificate.terms.number.clone());
        filing.done(&app, &tx, (OfficeActKind::CertificateAdded, certificate.id.into()), number, Some(asked)).await?;
        once.keep(&app, tx, certificate.id.into()).await?.into()
    };
    let tx = Tx::read(&app.db).await?;
    let certificate = rows::get(&tx, Scope::All, made).await?;
    Ok((StatusCode::CREATED, axum::Json(view(&tx, certificate, app.env.today()).await?)))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectCertificate {
    pub asked: Asked,
    /// The version that was on the screen.
    pub version: i64,
    pub terms: CertificateTerms,
}

/// An officer corrects a member's certificate by its paper; it then waits to be verified again.
#[utoipa::path(put, path = "/officer/certificates/{id}", tag = "officer", params(("id" = CertificateId, Path)), request_body = CorrectCertificate,
    responses((status = 200, body = CertificateView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn correct_certificate(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<CertificateId>,
    Json(body): Json<CorrectCertificate>,
) -> Result<axum::Json<CertificateView>, ApiError> {
    let CorrectCertificate { asked, version, terms } = body;
    let faults = certificates::faults(&terms);
    let tx = Tx::write(&app.db).await?;
    let certificate = rows::get(&tx, scope(&auth, Command::EnterForMember), id).await?;
    let filing = filing(&tx, &auth, certificate.org).await?;
    let edited = certificate.edit(&filing.actor, terms, version, app.env.now());
    let edited = ApiError::beside(edited, faults).map_err(|error| error.inside("terms"))?;
    rows::save(&tx, &edited).await.map_err(|error| ApiError::from(error).inside("terms"))?;
    let number = Some(edited.terms.number.clone());
    filing.done(&app, &tx, (OfficeActKind::CertificateCorrected, id.into()), number, Some(asked)).await?;
    let view = view(&tx, edited, app.env.today()).await?;
    tx.commit().await?;
    Ok(axum::Json(view))
}
