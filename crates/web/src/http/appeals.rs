//! Asking the programme office to look again, and its answers.
use super::error::{ApiError, Problem};
use super::extract::{Auth, Json, Path, Query};
use super::page::{Page, PageQuery};
use crate::app::App;
use crate::notify::{self, Event};
use crate::store::{StoreError, Tx, accounts};
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use domain::account::{Appeal, AppealState};
use domain::id::{AppealId, OrgId};
use domain::notice::NoticeKind;
use domain::policy::{Command, Scope, Target, allow, scope};
use domain::reason::Reason;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct AppealView {
    pub id: AppealId,
    /// Why the office should decide otherwise.
    pub reason: String,
    /// The name of the director.
    pub made_by: String,
    pub made_at: DateTime<Utc>,
    /// Absent while it waits.
    pub answer: Option<AppealAnswer>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct AppealAnswer {
    pub answer: String,
    /// Whether the organisation was taken back into the market with it.
    pub reopened: bool,
    /// The name of the officer.
    pub by: String,
    pub at: DateTime<Utc>,
}

pub(super) async fn views(tx: &Tx, appeals: Vec<Appeal>) -> Result<Vec<AppealView>, StoreError> {
    let mut people = Vec::with_capacity(appeals.len() * 2);
    for appeal in &appeals {
        people.push(appeal.made_by);
        if let AppealState::Answered { by, .. } = appeal.state {
            people.push(by);
        }
    }
    let names = accounts::user_names(tx, people).await?;
    let name = |id| names.get(&id).cloned().unwrap_or_default();
    let view = |Appeal { id, reason, made_by, made_at, state, org: _ }| AppealView {
        id,
        reason: reason.into(),
        made_by: name(made_by),
        made_at,
        answer: match state {
            AppealState::Open => None,
            AppealState::Answered { by, at, answer, reopened } => Some(AppealAnswer { answer: answer.into(), reopened, by: name(by), at }),
        },
    };
    Ok(appeals.into_iter().map(view).collect())
}

async fn one(tx: &Tx, appeal: Appeal) -> Result<AppealView, ApiError> {
    Ok(views(tx, vec![appeal]).await?.pop().ok_or(StoreError::Missing)?)
}

/// What the own organisation asked the office to look at again, newest first.
#[utoipa::path(get, path = "/organisation/appeals", tag = "accounts", params(PageQuery),
    responses((status = 200, body = Page<AppealView>), (status = 404, body = Problem)))]
pub async fn list(State(app): State<App>, auth: Auth, Query(query): Query<PageQuery>) -> Result<axum::Json<Page<AppealView>>, ApiError> {
    let org = auth.org().ok_or(ApiError::Hidden)?;
    allow(&auth, Command::ReadAppeals, Target::Org(org))?;
    let slice = query.slice()?;
    let tx = Tx::read(&app.db).await?;
    let Page { items, next } = Page::cut(accounts::list_appeals(&tx, org, slice).await?, slice.limit, |appeal| appeal.id.into());
    Ok(axum::Json(Page { items: views(&tx, items).await?, next }))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MakeAppeal {
    /// Why the office should decide otherwise.
    pub reason: Reason,
}

/// A director asks the office to look again at a refusal, a suspension or a closing; one at a time.
#[utoipa::path(post, path = "/organisation/appeals", tag = "accounts", request_body = MakeAppeal,
    responses((status = 201, body = AppealView), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn make(
    State(app): State<App>,
    auth: Auth,
    Json(body): Json<MakeAppeal>,
) -> Result<(StatusCode, axum::Json<AppealView>), ApiError> {
    let id = auth.org().ok_or(ApiError::Hidden)?;
    let tx = Tx::write(&app.db).await?;
    let org = accounts::get_organisation_for_change(&tx, Scope::Org(id), id).await?;
    let appeal = Appeal::make(&auth, &org, body.reason, app.env.id(), app.env.now())?;
    accounts::insert_appeal(&tx, &appeal).await.map_err(|error| match error {
        StoreError::Taken(_) => ApiError::conflict("appeal_waits"),
        error => error.into(),
    })?;
    let event = Event {
        kind: NoticeKind::AppealMade,
        subject: Some(id.into()),
        arguments: json!({ "organisation": org.profile.name.as_str(), "reason": appeal.reason.as_str() }),
        path: format!("/xac-minh/{id}"),
    };
    notify::officers(&app, &tx, &event).await?;
    let view = one(&tx, appeal).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, axum::Json(view)))
}

/// An appeal in the office's queue.
#[derive(Debug, Serialize, ToSchema)]
pub struct AppealFile {
    pub appeal: AppealView,
    pub organisation: OrgId,
    pub organisation_name: String,
}

/// Appeals that wait for an answer, oldest first.
#[utoipa::path(get, path = "/officer/appeals", tag = "officer", params(PageQuery),
    responses((status = 200, body = Page<AppealFile>), (status = 403, body = Problem)))]
pub async fn queue(State(app): State<App>, auth: Auth, Query(query): Query<PageQuery>) -> Result<axum::Json<Page<AppealFile>>, ApiError> {
    allow(&auth, Command::ListOrganisations, Target::Whole)?;
    let slice = query.slice()?;
    let tx = Tx::read(&app.db).await?;
    let Page { items, next } = Page::cut(accounts::open_appeals(&tx, slice).await?, slice.limit, |appeal| appeal.id.into());
    let orgs: Vec<OrgId> = items.iter().map(|appeal| appeal.org).collect();
    let names = accounts::names(&tx, orgs.iter().copied()).await?;
    let files = views(&tx, items).await?.into_iter().zip(orgs);
    let items = files.map(|(appeal, organisation)| AppealFile {
        appeal,
        organisation,
        organisation_name: names.get(&organisation).cloned().unwrap_or_default(),
    });
    Ok(axum::Json(Page { items: items.collect(), next }))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerAppeal {
    /// The organisation reads it.
    pub answer: Reason,
    /// Takes the organisation back into the market; otherwise the decision stays.
    pub reopen: bool,
}

/// An officer answers an appeal, and may take the organisation back with the answer; its members are told.
#[utoipa::path(post, path = "/officer/appeals/{id}/answer", tag = "officer", params(("id" = AppealId, Path)), request_body = AnswerAppeal,
    responses((status = 200, body = AppealView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn answer(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<AppealId>,
    Json(body): Json<AnswerAppeal>,
) -> Result<axum::Json<AppealView>, ApiError> {
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    let appeal = accounts::get_appeal(&tx, scope(&auth, Command::AnswerAppeal), id).await?;
    let org = accounts::get_organisation_for_change(&tx, scope(&auth, Command::ReadOrganisation), appeal.org).await?;
    // Somebody else may have taken it back meanwhile; the answer is still owed.
    let reopened = body.reopen && !org.status.may_trade();
    let answered = appeal.answer(&auth, body.answer.clone(), reopened, now)?;
    accounts::answer_appeal(&tx, &answered).await?;
    if reopened {
        super::documents::waive(&app, &tx, &auth, &org, &body.answer).await?;
        accounts::save_organisation(&tx, &org.verify(&auth, body.answer.clone(), now)?).await?;
    }
    let arguments = json!({ "organisation": org.profile.name.as_str(), "reason": body.answer.as_str(), "reopened": reopened });
    let event = Event { kind: NoticeKind::AppealAnswered, subject: Some(org.id.into()), arguments, path: "/to-chuc".to_owned() };
    notify::organisation(&app, &tx, org.id, &event).await?;
    let view = one(&tx, answered).await?;
    tx.commit().await?;
    Ok(axum::Json(view))
}
