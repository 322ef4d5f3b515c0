//! The people of the own organisation.
use super::account_events::record;
use super::error::{ApiError, Problem};
use super::extract::{Auth, Json, Path, intern};
use crate::app::App;
use crate::flow::directors_changed;
use crate::notify::{self, Event};
use crate::store::{Tx, accounts, sessions};
use axum::extract::State;
use axum::http::StatusCode;
use domain::account::{AccountStep, Directors, Language, Password, Role, SignInName, User, UserDetails};
use domain::email::Email;
use domain::id::{OrgId, UserId};
use domain::notice::NoticeKind;
use domain::phone::Phone;
use domain::policy::{Command, Scope, Target, allow};
use domain::text::Name;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct MemberView {
    pub id: UserId,
    pub name: String,
    pub sign_in: String,
    pub role: Role,
    pub phone: Option<String>,
    pub email: Option<String>,
    /// The account was closed.
    pub closed: bool,
    pub version: i64,
}

impl From<User> for MemberView {
    fn from(user: User) -> Self {
        let User { id, sign_in, role, details, closed_at, version, .. } = user;
        let UserDetails { name, phone, email, language: _ } = details;
        Self {
            id,
            name: name.into(),
            sign_in: sign_in.into(),
            role,
            phone: phone.map(String::from),
            email: email.map(String::from),
            closed: closed_at.is_some(),
            version,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct MemberList {
    pub items: Vec<MemberView>,
}

/// Everybody who has or had an account in the own organisation.
#[utoipa::path(get, path = "/members", tag = "accounts", responses((status = 200, body = MemberList), (status = 404, body = Problem)))]
pub async fn list(State(app): State<App>, auth: Auth) -> Result<axum::Json<MemberList>, ApiError> {
    let org = auth.org().ok_or(ApiError::Hidden)?;
    allow(&auth, Command::ReadMembers, Target::Org(org))?;
    let tx = Tx::read(&app.db).await?;
    let items = accounts::list_members(&tx, org).await?.into_iter().map(MemberView::from).collect();
    Ok(axum::Json(MemberList { items }))
}

/// Written out rather than flattened into: serde loses the names of flattened fields, and takes unknown ones.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddMember {
    /// director, clerk, viewer or driver.
    pub role: Role,
    pub name: Name,
    pub sign_in: SignInName,
    /// 10 to 128 characters.
    pub password: String,
    #[serde(default)]
    pub phone: Option<Phone>,
    #[serde(default)]
    pub email: Option<Email>,
    pub language: Language,
}

/// A director opens an account for a colleague and tells them the first password. Once the office knows the organisation, a new
/// director is asked for as a guarded change of somebody who is a member.
#[utoipa::path(post, path = "/members", tag = "accounts", request_body = AddMember,
    responses((status = 201, body = MemberView), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn add(
    State(app): State<App>,
    auth: Auth,
    Json(body): Json<AddMember>,
) -> Result<(StatusCode, axum::Json<MemberView>), ApiError> {
    let AddMember { role, name, sign_in, password, phone, email, language } = body;
    let password = Password::choose(&password, &sign_in).map_err(|error| ApiError::field("password", intern(&error.to_string())))?;
    let details = UserDetails { name, phone, email, language };
    let guarded = is_guarded(&Tx::read(&app.db).await?, auth.org()).await?;
    let user = User::add_member(&auth, role, guarded, sign_in, details, app.env.id(), app.env.now())?;
    let hash = app.passwords.hash(password.expose().to_owned()).await?;
    let tx = Tx::write(&app.db).await?;
    accounts::insert_user(&tx, &user, hash).await?;
    note(&app, &tx, &user, false, Some(auth.user)).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, axum::Json(user.into())))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeRole {
    /// director, clerk, viewer or driver.
    pub role: Role,
    pub version: i64,
}

/// Gives a colleague another role, from their next click on; the last director stays one. Once the office knows the organisation,
/// others become or stop being directors by a guarded change alone.
#[utoipa::path(put, path = "/members/{id}/role", tag = "accounts", params(("id" = UserId, Path)), request_body = ChangeRole,
    responses((status = 200, body = MemberView), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn change_role(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<UserId>,
    Json(body): Json<ChangeRole>,
) -> Result<axum::Json<MemberView>, ApiError> {
    let tx = Tx::write(&app.db).await?;
    let user = accounts::get_user(&tx, id).await?;
    let org = user.org.ok_or(ApiError::Hidden)?;
    // Two directors who step down at once must not both find the other there.
    accounts::hold_organisation(&tx, org).await?;
    let changed = user.change_role(&auth, body.role, directors(&tx, org).await?, body.version)?;
    accounts::save_user(&tx, &changed).await?;
    if changed.role != user.role {
        accounts::revoke_invitations_of(&tx, id, auth.user, app.env.now()).await?;
        tell(&app, &tx, &auth, &changed, NoticeKind::MemberRoleChanged).await?;
        note(&app, &tx, &changed, user.role == Role::Director, Some(auth.user)).await?;
    }
    tx.commit().await?;
    Ok(axum::Json(changed.into()))
}

/// Closes a colleague's account; the last director stays, and so does another director whom the office knows to lead.
#[utoipa::path(delete, path = "/members/{id}", tag = "accounts", params(("id" = UserId, Path)),
    responses((status = 200, body = MemberView), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn remove(State(app): State<App>, auth: Auth, Path(id): Path<UserId>) -> Result<axum::Json<MemberView>, ApiError> {
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    let user = accounts::get_user(&tx, id).await?;
    let org = user.org.ok_or(ApiError::Hidden)?;
    accounts::hold_organisation(&tx, org).await?;
    let closed = user.remove_member(&auth, directors(&tx, org).await?, now)?;
    accounts::save_user(&tx, &closed).await?;
    sessions::end_others(&tx, id, None, now).await?;
    accounts::revoke_invitations_of(&tx, id, auth.user, now).await?;
    tell(&app, &tx, &auth, &closed, NoticeKind::MemberRemoved).await?;
    note(&app, &tx, &closed, user.role == Role::Director, Some(auth.user)).await?;
    tx.commit().await?;
    Ok(axum::Json(closed.into()))
}

/// Whether who leads this organisation changes by guarded changes alone.
pub(super) async fn is_guarded(tx: &Tx, org: Option<OrgId>) -> Result<bool, ApiError> {
    let Some(org) = org else { return Ok(false) };
    Ok(accounts::get_organisation(tx, Scope::Org(org), org).await?.is_guarded())
}

async fn directors(tx: &Tx, org: OrgId) -> Result<Directors, ApiError> {
    Ok(Directors { open: accounts::open_directors(tx, org).await?, guarded: is_guarded(tx, Some(org)).await? })
}

/// Tells a member what a director did; nobody is told what they did themselves.
async fn tell(app: &App, tx: &Tx, by: &Auth, member: &User, kind: NoticeKind) -> Result<(), ApiError> {
    let Some(org) = member.org.filter(|_| member.id != by.user) else { return Ok(()) };
    let organisation = accounts::get_organisation(tx, Scope::Org(org), org).await?.profile.name;
    let director = accounts::get_user(tx, by.user).await?.details.name;
    let arguments = json!({ "organisation": organisation, "by": director, "role": member.role.code() });
    let path = if member.closed_at.is_some() { "/dang-nhap" } else { "/hom-nay" };
    let event = Event { kind, subject: Some(member.id.into()), arguments, path: path.to_owned() };
    Ok(notify::person(app, tx, &member.into(), &event).await?)
}

/// Keeps what became of a member, and tells of directors who came or went.
pub(super) async fn note(app: &App, tx: &Tx, member: &User, was_director: bool, by: Option<UserId>) -> Result<(), ApiError> {
    let closed = member.closed_at.is_some();
    let Some(org) = member.org else { return Ok(()) };
    let step = if closed { Some(AccountStep::Removed) } else { AccountStep::made(member.role) };
    if let Some(step) = step {
        record(app, tx, member.id, step, by).await?;
    }
    let is_director = member.role == Role::Director && !closed;
    if is_director == was_director {
        return Ok(());
    }
    let by = match by {
        Some(by) => Some(accounts::get_user(tx, by).await?.details.name),
        None => None,
    };
    Ok(directors_changed(app, tx, org, &member.details.name, by.as_ref(), is_director).await?)
}
