//! The programme office: who waits for verification, and what it decided.
use super::appeals::{self, AppealView};
use super::documents::{self, ChecklistView};
use super::error::{ApiError, Problem};
use super::extract::{Auth, Json, Path, Query};
use super::guarded::{self, GuardedChangeView};
use super::members::MemberView;
use super::organisation::OrganisationView;
use super::page::{self, Page, PageQuery};
use super::rules::MemberAccepted;
use super::standing::{self, OrganisationStep};
use super::words;
use crate::app::App;
use crate::flow::{stop_guarded, stop_proposals, tell_waiting};
use crate::notify::{self, Event};
use crate::store::accounts::{self, Filter};
use crate::store::{Slice, Tx, rules};
use axum::extract::State;
use domain::account::{OrgKind, OrgStanding, OrgStatus, Organisation};
use domain::assisted::Assisted;
use domain::id::OrgId;
use domain::notice::NoticeKind;
use domain::policy::{Command, Target, allow, scope};
use domain::reason::Reason;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct OrganisationQuery {
    #[param(inline)]
    pub status: Option<OrgStanding>,
    #[param(inline)]
    pub kind: Option<OrgKind>,
    /// Part of the name; marks may be left out.
    #[param(max_length = 100)]
    pub q: Option<String>,
    #[serde(flatten)]
    #[param(inline)]
    pub page: PageParameters,
}

#[derive(Debug, Default, Deserialize, IntoParams, ToSchema)]
#[into_params(parameter_in = Query)]
pub struct PageParameters {
    pub after: Option<uuid::Uuid>,
    /// 1 to 100.
    #[serde(default, deserialize_with = "number")]
    pub limit: Option<u64>,
}

/// A flattened query arrives as text.
fn number<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
    let text: Option<String> = Option::deserialize(deserializer)?;
    text.map(|text| text.parse().map_err(serde::de::Error::custom)).transpose()
}

/// Organisations by name; those that wait for the office oldest first.
#[utoipa::path(get, path = "/officer/organisations", tag = "officer", params(OrganisationQuery),
    responses((status = 200, body = Page<OrganisationView>), (status = 403, body = Problem)))]
pub async fn list_organisations(
    State(app): State<App>,
    auth: Auth,
    Query(query): Query<OrganisationQuery>,
) -> Result<axum::Json<Page<OrganisationView>>, ApiError> {
    allow(&auth, Command::ListOrganisations, Target::Whole)?;
    let slice = PageQuery { after: query.page.after, limit: query.page.limit }.slice()?;
    let by_name = query.status != Some(OrgStanding::Submitted);
    let text = words::typed("q", query.q.as_deref())?.map(str::to_owned);
    let filter = Filter { status: query.status, kind: query.kind, text, by_name };
    let tx = Tx::read(&app.db).await?;
    let rows = accounts::list_organisations(&tx, &filter, slice).await?;
    Ok(axum::Json(Page::cut(rows, slice.limit, |org| org.id.into()).map(OrganisationView::from)))
}

#[derive(Debug, Serialize, ToSchema)]
pub struct OrganisationFile {
    pub organisation: OrganisationView,
    pub members: Vec<MemberView>,
    /// The edition of the rules that each of them accepted last; who accepted none is not here.
    pub accepted: Vec<MemberAccepted>,
    /// How it came to stand where it stands, the newest step first; at most a hundred.
    pub history: Vec<OrganisationStep>,
    /// What it asked the office to look at again, the newest first; at most a hundred.
    pub appeals: Vec<AppealView>,
    /// Changes of its bank account and of who signs for it, the newest first; at most a hundred.
    pub changes: Vec<GuardedChangeView>,
    /// Its papers, and whether all are there.
    pub documents: ChecklistView,
    /// How many days it has to confirm what the office enters for it.
    pub confirm_days: i64,
}

/// One organisation's file.
#[utoipa::path(get, path = "/officer/organisations/{id}", tag = "officer", params(("id" = OrgId, Path)),
    responses((status = 200, body = OrganisationFile), (status = 404, body = Problem)))]
pub async fn show_organisation(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<OrgId>,
) -> Result<axum::Json<OrganisationFile>, ApiError> {
    allow(&auth, Command::ListOrganisations, Target::Whole)?;
    let tx = Tx::read(&app.db).await?;
    let organisation = accounts::get_organisation(&tx, scope(&auth, Command::ReadOrganisation), id).await?;
    let documents = documents::load(&tx, &organisation).await?;
    let organisation = organisation.into();
    let members = accounts::list_members(&tx, id).await?.into_iter().map(MemberView::from).collect();
    let accepted = rules::accepted_by_members(&tx, id).await?.into_iter().map(MemberAccepted::from).collect();
    let appeals = accounts::list_appeals(&tx, id, Slice { after: None, limit: page::MOST }).await?;
    let appeals = Page::cut(appeals, page::MOST, |appeal| appeal.id.into()).items;
    let changes = accounts::list_guarded_changes(&tx, id, Slice { after: None, limit: page::MOST }).await?;
    let changes = Page::cut(changes, page::MOST, |change| change.id.into()).items;
    let changes = guarded::views(&tx, &auth, changes).await?;
    let (history, appeals) = (standing::steps(&tx, id).await?, appeals::views(&tx, appeals).await?);
    Ok(axum::Json(OrganisationFile { organisation, members, accepted, history, appeals, changes, documents, confirm_days: Assisted::DAYS }))
}

#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    Verify,
    Refuse,
    Suspend,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Review {
    pub decision: Decision,
    /// The organisation reads it.
    pub reason: Reason,
    /// The version that was on the screen: what was not seen is not verified. A suspension needs none.
    #[serde(default)]
    pub version: Option<i64>,
}

/// Verifies, refuses or suspends an organisation, with a reason either way; its members are told. Papers that are lacking when it is
/// verified are waived for that reason; those that were sent are decided first. A suspension ends its open
/// proposals, its guarded changes and its invitations at once; what is signed goes on, and who waits for its signature is told.
#[utoipa::path(post, path = "/officer/organisations/{id}/review", tag = "officer", params(("id" = OrgId, Path)), request_body = Review,
    responses((status = 200, body = OrganisationView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn review_organisation(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<OrgId>,
    Json(body): Json<Review>,
) -> Result<axum::Json<OrganisationView>, ApiError> {
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    let org = accounts::get_organisation_for_change(&tx, scope(&auth, Command::ReadOrganisation), id).await?;
    if body.version.is_some_and(|seen| seen != org.version) && !matches!(body.decision, Decision::Suspend) {
        return Err(ApiError::conflict("stale"));
    }
    let reason = body.reason.clone();
    let (decided, kind): (Organisation, NoticeKind) = match body.decision {
        Decision::Verify => (org.verify(&auth, body.reason, now)?, NoticeKind::OrganisationVerified),
        Decision::Refuse => (org.refuse(&auth, body.reason, now)?, NoticeKind::OrganisationRefused),
        Decision::Suspend => (org.suspend(&auth, body.reason, now)?, NoticeKind::OrganisationSuspended),
    };
    if matches!(body.decision, Decision::Verify) {
        documents::waive(&app, &tx, &auth, &decided, &reason).await?;
    }
    accounts::save_organisation(&tx, &decided).await?;
    if !decided.status.may_trade() {
        stop_proposals(&app, &tx, id).await?;
        stop_guarded(&app, &tx, &decided, auth.user, &reason).await?;
        accounts::revoke_invitations(&tx, id, auth.user, now).await?;
    }
    if let OrgStatus::Suspended { .. } = decided.status {
        tell_waiting(&app, &tx, &decided).await?;
    }
    let arguments = json!({ "organisation": decided.profile.name.as_str(), "reason": reason.as_str() });
    let event = Event { kind, subject: Some(id.into()), arguments, path: "/to-chuc".into() };
    notify::organisation(&app, &tx, id, &event).await?;
    tx.commit().await?;
    Ok(axum::Json(decided.into()))
}
