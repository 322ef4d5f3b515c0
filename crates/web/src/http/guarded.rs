//! A new bank account, another representative or director of an organisation that the office knows: asked for, confirmed, decided, stopped.
mod view;

pub use view::{AccountWarning, GuardedChangeFile, GuardedChangeView, GuardedChanges, views, waits_for};

use super::account::confirm_password;
use super::error::{ApiError, Problem};
use super::extract::{Auth, Json, Path, Query};
use super::page::{Page, PageQuery};
use crate::app::App;
use crate::flow::guarded::tell;
use crate::store::{StoreError, Tx, accounts};
use axum::extract::State;
use axum::http::StatusCode;
use domain::account::{Asked, BankAccount, GuardedChange, Organisation, Others, Representative, Role};
use domain::id::{GuardedChangeId, OrgId, UserId};
use domain::policy::{Command, Scope, Target, allow, scope};
use domain::reason::Reason;
use domain::throttle::Source;
use serde::Deserialize;
use utoipa::ToSchema;

/// Changes of the own bank account, representative and directors, newest first, each with its steps.
#[utoipa::path(get, path = "/organisation/changes", tag = "accounts", params(PageQuery),
    responses((status = 200, body = GuardedChanges), (status = 404, body = Problem)))]
pub async fn list(State(app): State<App>, auth: Auth, Query(query): Query<PageQuery>) -> Result<axum::Json<GuardedChanges>, ApiError> {
    let org = auth.org().ok_or(ApiError::Hidden)?;
    allow(&auth, Command::ReadGuardedChange, Target::Org(org))?;
    let slice = query.slice()?;
    let tx = Tx::read(&app.db).await?;
    let Page { items, next } = Page::cut(accounts::list_guarded_changes(&tx, org, slice).await?, slice.limit, |change| change.id.into());
    let before = GuardedChange::confirmers_before(app.env.now());
    let confirmers = accounts::confirmers(&tx, org, [auth.user], before).await?;
    let items = views(&tx, &auth, items).await?;
    Ok(axum::Json(GuardedChanges {
        items,
        next,
        confirmers,
        confirmer_days: GuardedChange::CONFIRMER_DAYS,
        cooling_days: GuardedChange::COOLING_DAYS,
        cooling_days_alone: GuardedChange::COOLING_DAYS_ALONE,
    }))
}

/// Whose role, and what it becomes: director, or of a director something else.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskRole {
    pub member: UserId,
    /// director, clerk, viewer or driver.
    pub role: Role,
}

/// One of the three values.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskGuardedChange {
    /// The new account.
    #[serde(default)]
    pub bank_account: Option<BankAccount>,
    /// The new representative.
    #[serde(default)]
    pub representative: Option<Representative>,
    /// A new director, or one who stops being one.
    #[serde(default)]
    pub director: Option<AskRole>,
    /// Colleagues and the office read it.
    pub reason: Reason,
    /// The own one, typed again.
    pub password: String,
}

/// A director asks for a new bank account, another representative or another director. A second member confirms it, the office decides, and after
/// some days it takes effect; where nobody can confirm, the office decides alone and the wait is longer. One of each kind at a time.
#[utoipa::path(post, path = "/organisation/changes", tag = "accounts", request_body = AskGuardedChange,
    responses((status = 201, body = GuardedChangeView), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem),
        (status = 429, body = Problem)))]
pub async fn ask(
    State(app): State<App>,
    auth: Auth,
    source: Source,
    Json(body): Json<AskGuardedChange>,
) -> Result<(StatusCode, axum::Json<GuardedChangeView>), ApiError> {
    let id = auth.org().ok_or(ApiError::Hidden)?;
    allow(&auth, Command::AskGuardedChange, Target::Org(id))?;
    let AskGuardedChange { bank_account, representative, director, reason, password } = body;
    if [bank_account.is_some(), representative.is_some(), director.is_some()].into_iter().filter(|one| *one).count() != 1 {
        return Err(ApiError::field("bank_account", "guarded_value_one"));
    }
    confirm_password(&app, &auth, source, password, "password").await?;
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    let org = accounts::get_organisation_for_change(&tx, Scope::Org(id), id).await?;
    let asked = match (bank_account, representative, director) {
        (Some(account), ..) => Asked::bank_account(&org.profile, account),
        (_, Some(person), _) => Asked::representative(&org.profile, person),
        (.., Some(AskRole { member, role })) => {
            let member = accounts::get_user(&tx, member).await?;
            GuardedChange::of_role(&auth, &member, role)?
        }
        (None, None, None) => return Err(ApiError::field("bank_account", "guarded_value_one")),
    };
    let before = GuardedChange::confirmers_before(now);
    let aside = std::iter::once(auth.user).chain(director.map(|asked| asked.member));
    let others = Others {
        able: accounts::confirmers(&tx, id, aside.clone(), before).await?,
        left: accounts::left_after(&tx, id, aside, before).await?,
    };
    let change = GuardedChange::ask(&auth, &org, asked, reason, others, app.env.id(), now)?;
    accounts::insert_guarded_change(&tx, &change).await.map_err(|error| match error {
        StoreError::Taken(_) => ApiError::conflict("guarded_change_waits"),
        error => error.into(),
    })?;
    Ok((StatusCode::CREATED, finish(&app, &auth, tx, &org, change).await?))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmGuardedChange {
    /// The version that was on the screen.
    pub version: i64,
    /// The own one, typed again.
    pub password: String,
}

/// A second member confirms what a director asked for; it goes to the office.
#[utoipa::path(post, path = "/changes/{id}/confirm", tag = "accounts", params(("id" = GuardedChangeId, Path)), request_body = ConfirmGuardedChange,
    responses((status = 200, body = GuardedChangeView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn confirm(
    State(app): State<App>,
    auth: Auth,
    source: Source,
    Path(id): Path<GuardedChangeId>,
    Json(body): Json<ConfirmGuardedChange>,
) -> Result<axum::Json<GuardedChangeView>, ApiError> {
    let reach = scope(&auth, Command::ReadGuardedChange);
    accounts::get_guarded_change(&Tx::read(&app.db).await?, reach, id).await?;
    confirm_password(&app, &auth, source, body.password, "password").await?;
    let tx = Tx::write(&app.db).await?;
    let (org, change) = load(&tx, reach, id).await?;
    let settled = accounts::settled_since(&tx, auth.user).await?;
    let next = change.confirm(&auth, settled, body.version, app.env.now())?;
    accounts::save_guarded_change(&tx, &next).await?;
    finish(&app, &auth, tx, &org, next).await
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideGuardedChange {
    pub version: i64,
    /// Lets it take effect after the wait; otherwise it is over.
    pub approve: bool,
    /// The organisation reads it.
    pub reason: Reason,
}

/// An officer approves a change, so that the wait begins, or refuses it. Those who have contracts in force with the organisation are
/// told from when its account is another.
#[utoipa::path(post, path = "/changes/{id}/decide", tag = "officer", params(("id" = GuardedChangeId, Path)), request_body = DecideGuardedChange,
    responses((status = 200, body = GuardedChangeView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn decide(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<GuardedChangeId>,
    Json(body): Json<DecideGuardedChange>,
) -> Result<axum::Json<GuardedChangeView>, ApiError> {
    let tx = Tx::write(&app.db).await?;
    let (org, change) = load(&tx, scope(&auth, Command::ReadGuardedChange), id).await?;
    let next = change.decide(&auth, body.approve, body.reason, body.version, app.env.now())?;
    accounts::save_guarded_change(&tx, &next).await?;
    finish(&app, &auth, tx, &org, next).await
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StopGuardedChange {
    /// Everybody who was told of the change reads it, the other side of a contract aside.
    pub reason: Reason,
}

/// A director or an officer stops a change that has no effect yet.
#[utoipa::path(post, path = "/changes/{id}/stop", tag = "accounts", params(("id" = GuardedChangeId, Path)), request_body = StopGuardedChange,
    responses((status = 200, body = GuardedChangeView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn stop(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<GuardedChangeId>,
    Json(body): Json<StopGuardedChange>,
) -> Result<axum::Json<GuardedChangeView>, ApiError> {
    let tx = Tx::write(&app.db).await?;
    let (org, change) = load(&tx, scope(&auth, Command::ReadGuardedChange), id).await?;
    let next = change.stop(&auth, body.reason, app.env.now())?;
    accounts::save_guarded_change(&tx, &next).await?;
    finish(&app, &auth, tx, &org, next).await
}

/// Changes that wait for the office, oldest first.
#[utoipa::path(get, path = "/officer/changes", tag = "officer", params(PageQuery),
    responses((status = 200, body = Page<GuardedChangeFile>), (status = 403, body = Problem)))]
pub async fn queue(
    State(app): State<App>,
    auth: Auth,
    Query(query): Query<PageQuery>,
) -> Result<axum::Json<Page<GuardedChangeFile>>, ApiError> {
    allow(&auth, Command::ListOrganisations, Target::Whole)?;
    let slice = query.slice()?;
    let tx = Tx::read(&app.db).await?;
    let page = Page::cut(accounts::guarded_changes_to_decide(&tx, slice).await?, slice.limit, |change| change.id.into());
    let orgs: Vec<OrgId> = page.items.iter().map(|change| change.org).collect();
    let names = accounts::names(&tx, orgs.iter().copied()).await?;
    let files = views(&tx, &auth, page.items).await?.into_iter().zip(orgs).map(|(change, organisation)| GuardedChangeFile {
        change,
        organisation,
        organisation_name: names.get(&organisation).cloned().unwrap_or_default(),
    });
    Ok(axum::Json(Page { items: files.collect(), next: page.next }))
}

/// The change and its organisation, kept from everybody else until the transaction ends.
async fn load(tx: &Tx, reach: Scope, id: GuardedChangeId) -> Result<(Organisation, GuardedChange), ApiError> {
    let org = accounts::get_guarded_change(tx, reach, id).await?.org;
    let org = accounts::get_organisation_for_change(tx, Scope::Org(org), org).await?;
    Ok((org, accounts::get_guarded_change(tx, reach, id).await?))
}

async fn finish(
    app: &App,
    auth: &Auth,
    tx: Tx,
    org: &Organisation,
    change: GuardedChange,
) -> Result<axum::Json<GuardedChangeView>, ApiError> {
    tell(app, &tx, org, &change).await?;
    let view = views(&tx, auth, vec![change]).await?.pop().ok_or(StoreError::Missing)?;
    tx.commit().await?;
    Ok(axum::Json(view))
}
