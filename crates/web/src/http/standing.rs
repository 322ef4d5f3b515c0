//! What a director decides about the organisation's place in the market, and how it came to stand where it stands.
use super::error::{ApiError, Problem};
use super::extract::{Auth, Json, Path};
use super::organisation::OrganisationView;
use crate::app::App;
use crate::flow::stop_guarded;
use crate::notify::{self, Event};
use crate::store::accounts::{self, Standing};
use crate::store::{StoreError, Tx, assisted, demands, offers};
use axum::extract::State;
use chrono::{DateTime, Utc};
use domain::account::Organisation;
use domain::id::OrgId;
use domain::notice::NoticeKind;
use domain::policy::{Command, Scope, Target, allow, scope};
use domain::post::PostState;
use domain::reason::Reason;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

/// One change of an organisation's standing.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrganisationStep {
    pub version: i64,
    /// submitted, verified, paused, refused, suspended or closed.
    pub status: String,
    pub reason: Option<String>,
    /// The name of the officer or of the director.
    pub by: Option<String>,
    pub at: DateTime<Utc>,
}

/// The newest first.
pub(super) async fn steps(tx: &Tx, org: OrgId) -> Result<Vec<OrganisationStep>, StoreError> {
    let steps = accounts::standing_history(tx, org).await?;
    let names = accounts::user_names(tx, steps.iter().filter_map(|step| step.by)).await?;
    let view = |Standing { version, status, reason, by, at }: Standing| {
        let by = by.and_then(|by| names.get(&by).cloned());
        OrganisationStep { version, status, reason, by, at }
    };
    Ok(steps.into_iter().map(view).collect())
}

/// How the own organisation came to stand where it stands, the newest step first; at most a hundred.
#[utoipa::path(get, path = "/organisation/history", tag = "accounts",
    responses((status = 200, body = Vec<OrganisationStep>), (status = 404, body = Problem)))]
pub async fn history(State(app): State<App>, auth: Auth) -> Result<axum::Json<Vec<OrganisationStep>>, ApiError> {
    let org = auth.org().ok_or(ApiError::Hidden)?;
    allow(&auth, Command::ReadOrganisation, Target::Org(org))?;
    Ok(axum::Json(steps(&Tx::read(&app.db).await?, org).await?))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PauseOrganisation {
    /// The version that was on the screen.
    pub version: i64,
    /// Colleagues and the office read it.
    #[serde(default)]
    pub reason: Option<Reason>,
}

/// A director rests the organisation for a season: what it posted stays and is left out of the rounds; proposals and contracts
/// go on.
#[utoipa::path(post, path = "/organisation/pause", tag = "accounts", request_body = PauseOrganisation,
    responses((status = 200, body = OrganisationView), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn pause(
    State(app): State<App>,
    auth: Auth,
    Json(body): Json<PauseOrganisation>,
) -> Result<axum::Json<OrganisationView>, ApiError> {
    let (tx, org) = own(&app, &auth).await?;
    let paused = org.pause(&auth, body.reason, body.version, app.env.now())?;
    keep(&app, tx, paused, NoticeKind::OrganisationPaused).await
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResumeOrganisation {
    pub version: i64,
}

/// A director ends the rest; what is posted is in the next round again.
#[utoipa::path(post, path = "/organisation/resume", tag = "accounts", request_body = ResumeOrganisation,
    responses((status = 200, body = OrganisationView), (status = 403, body = Problem), (status = 409, body = Problem)))]
pub async fn resume(
    State(app): State<App>,
    auth: Auth,
    Json(body): Json<ResumeOrganisation>,
) -> Result<axum::Json<OrganisationView>, ApiError> {
    let (tx, org) = own(&app, &auth).await?;
    let resumed = org.resume(&auth, body.version, app.env.now())?;
    keep(&app, tx, resumed, NoticeKind::OrganisationResumed).await
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseOrganisation {
    pub version: i64,
    /// The office reads it.
    pub reason: Reason,
}

/// A director takes the organisation out of the market. Refused while a proposal, a contract or a payment is open; what is
/// posted is withdrawn. Its members still sign in and read what was agreed; the office can take it back.
#[utoipa::path(post, path = "/organisation/close", tag = "accounts", request_body = CloseOrganisation,
    responses((status = 200, body = OrganisationView), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn close(
    State(app): State<App>,
    auth: Auth,
    Json(body): Json<CloseOrganisation>,
) -> Result<axum::Json<OrganisationView>, ApiError> {
    let now = app.env.now();
    let (tx, org) = own(&app, &auth).await?;
    let open = accounts::open_deals(&tx, org.id).await?;
    let closed = org.close(&auth, body.reason.clone(), open, body.version, now)?;
    leave(&app, &tx, &closed, &auth, &body.reason).await?;
    let event = Event { path: format!("/xac-minh/{}", org.id), ..event(&closed, NoticeKind::OrganisationClosed) };
    notify::officers(&app, &tx, &event).await?;
    keep(&app, tx, closed, NoticeKind::OrganisationClosed).await
}

/// The office takes an organisation out of the market that is no more: dissolved, merged, or entered twice. Refused while a
/// proposal, a contract or a payment is open; what is posted is withdrawn, its members are told. Verifying takes it back.
#[utoipa::path(post, path = "/officer/organisations/{id}/close", tag = "officer", params(("id" = OrgId, Path)), request_body = CloseOrganisation,
    responses((status = 200, body = OrganisationView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn close_for_office(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<OrgId>,
    Json(body): Json<CloseOrganisation>,
) -> Result<axum::Json<OrganisationView>, ApiError> {
    allow(&auth, Command::SuspendOrganisation, Target::Org(id))?;
    let tx = Tx::write(&app.db).await?;
    let org = accounts::get_organisation_for_change(&tx, scope(&auth, Command::ReadOrganisation), id).await?;
    let open = accounts::open_deals(&tx, id).await?;
    let closed = org.close_for_office(&auth, body.reason.clone(), open, body.version, app.env.now())?;
    leave(&app, &tx, &closed, &auth, &body.reason).await?;
    accounts::save_organisation(&tx, &closed).await?;
    let mut told = event(&closed, NoticeKind::OrganisationClosed);
    told.arguments["office"] = true.into();
    notify::organisation(&app, &tx, id, &told).await?;
    tx.commit().await?;
    Ok(axum::Json(closed.into()))
}

/// What a closed organisation takes with it.
async fn leave(app: &App, tx: &Tx, closed: &Organisation, auth: &Auth, reason: &Reason) -> Result<(), ApiError> {
    let (org, now) = (closed.id, app.env.now());
    let withdrawn = PostState::Withdrawn { by: auth.user, at: now };
    assisted::withdraw_all(tx, org, auth.user, now).await?;
    offers::withdraw_all(tx, org, &withdrawn).await?;
    demands::withdraw_all(tx, org, &withdrawn).await?;
    stop_guarded(app, tx, closed, auth.user, reason).await?;
    Ok(accounts::revoke_invitations(tx, org, auth.user, now).await?)
}

/// The own organisation, kept from everybody else until the transaction ends.
async fn own(app: &App, auth: &Auth) -> Result<(Tx, Organisation), ApiError> {
    let id = auth.org().ok_or(ApiError::Hidden)?;
    let tx = Tx::write(&app.db).await?;
    let org = accounts::get_organisation_for_change(&tx, Scope::Org(id), id).await?;
    Ok((tx, org))
}

async fn keep(app: &App, tx: Tx, next: Organisation, kind: NoticeKind) -> Result<axum::Json<OrganisationView>, ApiError> {
    accounts::save_organisation(&tx, &next).await?;
    notify::organisation(app, &tx, next.id, &event(&next, kind)).await?;
    tx.commit().await?;
    Ok(axum::Json(next.into()))
}

fn event(org: &Organisation, kind: NoticeKind) -> Event {
    let reason = org.status.reason().map(ToString::to_string).unwrap_or_default();
    let arguments = json!({ "organisation": org.profile.name.as_str(), "reason": reason, "office": false });
    Event { kind, subject: Some(org.id.into()), arguments, path: "/to-chuc".to_owned() }
}
