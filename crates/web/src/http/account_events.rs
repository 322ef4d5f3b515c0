//! What was done about the own way in, so that nothing is done to it unseen.
use super::error::{ApiError, Problem};
use super::extract::{Auth, Query};
use super::page::{Page, PageQuery};
use crate::app::App;
use crate::store::{StoreError, Tx, accounts};
use axum::extract::State;
use chrono::{DateTime, Utc};
use domain::account::{AccountEvent, AccountStep};
use domain::id::UserId;
use domain::policy::{Command, Target, allow};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Keeps what was done about an account, for whoever asks later.
pub(super) async fn record(app: &App, tx: &Tx, user: UserId, step: AccountStep, by: Option<UserId>) -> Result<(), StoreError> {
    accounts::add_account_event(tx, app.env.id(), AccountEvent { user, step, by, at: app.env.now() }).await
}

#[derive(Debug, Serialize, ToSchema)]
pub struct AccountEventView {
    pub id: Uuid,
    pub step: AccountStep,
    /// Who did it; absent when it was done by a link alone.
    pub by: Option<String>,
    pub at: DateTime<Utc>,
}

/// What was done about the own account, newest first.
#[utoipa::path(get, path = "/account/events", tag = "accounts", params(PageQuery),
    responses((status = 200, body = Page<AccountEventView>), (status = 401, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    auth: Auth,
    Query(query): Query<PageQuery>,
) -> Result<axum::Json<Page<AccountEventView>>, ApiError> {
    allow(&auth, Command::ManageOwnAccount, Target::Person(auth.user))?;
    let slice = query.slice()?;
    let tx = Tx::read(&app.db).await?;
    let page = Page::cut(accounts::list_account_events(&tx, auth.user, slice).await?, slice.limit, |(id, _)| *id);
    let names = accounts::user_names(&tx, page.items.iter().filter_map(|(_, event)| event.by)).await?;
    Ok(axum::Json(page.map(|(id, AccountEvent { step, by, at, user: _ })| AccountEventView {
        id,
        step,
        by: by.and_then(|by| names.get(&by).cloned()),
        at,
    })))
}

#[derive(Debug, Serialize, ToSchema)]
pub struct MemberEventView {
    pub id: Uuid,
    /// `made_director`, `made_clerk`, `made_viewer`, `made_driver`, `removed` or `erased`.
    pub step: AccountStep,
    /// Whose account.
    pub member: Option<String>,
    pub by: Option<String>,
    pub at: DateTime<Utc>,
}

/// Who came into the own organisation, who was given which role, who left, and by whose hand; newest first.
#[utoipa::path(get, path = "/members/events", tag = "accounts", params(PageQuery),
    responses((status = 200, body = Page<MemberEventView>), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn of_members(
    State(app): State<App>,
    auth: Auth,
    Query(query): Query<PageQuery>,
) -> Result<axum::Json<Page<MemberEventView>>, ApiError> {
    let org = auth.org().ok_or(ApiError::Hidden)?;
    allow(&auth, Command::ReadMembers, Target::Org(org))?;
    let slice = query.slice()?;
    let tx = Tx::read(&app.db).await?;
    let page = Page::cut(accounts::list_member_events(&tx, org, slice).await?, slice.limit, |(id, _)| *id);
    let people: Vec<UserId> = page.items.iter().flat_map(|(_, event)| std::iter::once(event.user).chain(event.by)).collect();
    let names = accounts::user_names(&tx, people).await?;
    let name = |user: UserId| names.get(&user).cloned();
    Ok(axum::Json(page.map(|(id, AccountEvent { user, step, by, at })| MemberEventView {
        id,
        step,
        member: name(user),
        by: by.and_then(name),
        at,
    })))
}
