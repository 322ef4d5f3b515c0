//! Inviting somebody into the own organisation by a link that works once.
use super::auth::{mail_link, open_session};
use super::error::{ApiError, Problem};
use super::extract::{Auth, Json, Path, Query, intern};
use super::instance::SessionView;
use super::members::is_guarded;
use super::page::{Page, PageQuery};
use super::sign_up::NewMember;
use super::{rules, throttle};
use crate::app::App;
use crate::auth::digest;
use crate::notify::{self, Letter};
use crate::store::{StoreError, Tx, accounts};
use axum::extract::State;
use axum::http::StatusCode;
use axum_extra::extract::cookie::CookieJar;
use chrono::{DateTime, Utc};
use domain::account::{Invitation, InvitationConflict, OrgKind, Password, Role, UserDetails};
use domain::device::Device;
use domain::email::Email;
use domain::id::{InvitationId, OrgId, UserId};
use domain::policy::{Command, Scope, Target, allow, scope};
use domain::rules::ConsentWay;
use domain::session::LinkKind;
use domain::text::Name;
use domain::throttle::{self as limits, Source};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct InvitationView {
    pub id: InvitationId,
    pub role: Role,
    /// Whom it is meant for, where the director said so.
    pub name: Option<Name>,
    /// `open`, `used`, `expired` or `revoked`.
    pub status: String,
    /// The name of the director who made it.
    pub invited_by: String,
    pub made_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

impl InvitationView {
    fn new(invitation: Invitation, names: &BTreeMap<UserId, String>, now: DateTime<Utc>) -> Self {
        let (status, expires_at) = (invitation.code(now).to_owned(), invitation.expires_at());
        let Invitation { id, role, name, invited_by, made_at, .. } = invitation;
        Self { id, role, name, status, invited_by: names.get(&invited_by).cloned().unwrap_or_default(), made_at, expires_at }
    }
}

/// The invitations of the own organisation, newest first.
#[utoipa::path(get, path = "/invitations", tag = "accounts", params(PageQuery),
    responses((status = 200, body = Page<InvitationView>), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    auth: Auth,
    Query(query): Query<PageQuery>,
) -> Result<axum::Json<Page<InvitationView>>, ApiError> {
    let org = auth.org().ok_or(ApiError::Hidden)?;
    allow(&auth, Command::ReadInvitations, Target::Org(org))?;
    let slice = query.slice()?;
    let tx = Tx::read(&app.db).await?;
    let page = Page::cut(accounts::list_invitations(&tx, org, slice).await?, slice.limit, |one| one.id.into());
    let names = accounts::user_names(&tx, page.items.iter().map(|one| one.invited_by)).await?;
    Ok(axum::Json(page.map(|one| InvitationView::new(one, &names, app.env.now()))))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Invite {
    /// director, clerk, viewer or driver.
    pub role: Role,
    #[serde(default)]
    pub name: Option<Name>,
    /// Sends the link there as well.
    #[serde(default)]
    pub email: Option<Email>,
}

/// A new invitation. Its link is shown this once.
#[derive(Debug, Serialize, ToSchema)]
pub struct InvitationMade {
    pub invitation: InvitationView,
    pub link: String,
}

/// A director invites somebody; the link is good once, for seven days. Once the office knows the organisation, nobody comes as a
/// director.
#[utoipa::path(post, path = "/invitations", tag = "accounts", request_body = Invite,
    responses((status = 201, body = InvitationMade), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn make(
    State(app): State<App>,
    auth: Auth,
    Json(body): Json<Invite>,
) -> Result<(StatusCode, axum::Json<InvitationMade>), ApiError> {
    let tx = Tx::write(&app.db).await?;
    let guarded = is_guarded(&tx, auth.org()).await?;
    let invitation = Invitation::make(&auth, body.role, guarded, body.name, app.env.id(), app.env.now())?;
    let made = hand_out(&app, &tx, invitation, body.email).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, axum::Json(made)))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InviteDirector {
    #[serde(default)]
    pub name: Option<Name>,
    /// Sends the link there as well.
    #[serde(default)]
    pub email: Option<Email>,
}

/// The office invites the first director of an organisation that it entered itself; a link it made before opens nothing any more.
#[utoipa::path(post, path = "/officer/organisations/{id}/invitation", tag = "officer", params(("id" = OrgId, Path)),
    request_body = InviteDirector,
    responses((status = 201, body = InvitationMade), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn make_for_director(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<OrgId>,
    Json(body): Json<InviteDirector>,
) -> Result<(StatusCode, axum::Json<InvitationMade>), ApiError> {
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    accounts::hold_organisation(&tx, id).await?;
    let org = accounts::get_organisation(&tx, scope(&auth, Command::InviteDirector), id).await?;
    let directors = accounts::open_directors(&tx, org.id).await?;
    let invitation = Invitation::for_director(&auth, org.id, directors, body.name, app.env.id(), now)?;
    accounts::revoke_invitations(&tx, org.id, auth.user, now).await?;
    let made = hand_out(&app, &tx, invitation, body.email).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, axum::Json(made)))
}

/// Stores an invitation with the secret of its link, and mails that where an address is known.
async fn hand_out(app: &App, tx: &Tx, invitation: Invitation, email: Option<Email>) -> Result<InvitationMade, ApiError> {
    let secret = crate::auth::hex(&app.env.secret::<24>());
    let path = format!("/loi-moi?token={secret}");
    accounts::insert_invitation(tx, &invitation, digest(&secret)).await?;
    let inviter = accounts::get_user(tx, invitation.invited_by).await?;
    if let Some(email) = &email {
        let org = accounts::get_organisation(tx, Scope::Org(invitation.org), invitation.org).await?;
        let to = notify::Stranger {
            name: invitation.name.as_ref().map_or_else(|| email.to_string(), ToString::to_string),
            email: email.to_string(),
            language: inviter.details.language.code().to_owned(),
        };
        let arguments = json!({ "organisation": org.profile.name.as_str(), "inviter": inviter.details.name.as_str() });
        notify::stranger(app, tx, &to, &Letter { kind: "invitation", arguments, path: path.clone() }).await?;
    }
    let names = BTreeMap::from([(inviter.id, inviter.details.name.to_string())]);
    let view = InvitationView::new(invitation, &names, app.env.now());
    Ok(InvitationMade { invitation: view, link: format!("{}{path}", app.config.public_url) })
}

/// A director takes an invitation back.
#[utoipa::path(delete, path = "/invitations/{id}", tag = "accounts", params(("id" = InvitationId, Path)),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn revoke(State(app): State<App>, auth: Auth, Path(id): Path<InvitationId>) -> Result<StatusCode, ApiError> {
    let tx = Tx::write(&app.db).await?;
    let invitation = accounts::get_invitation(&tx, scope(&auth, Command::InviteMember), id).await?;
    let revoked = invitation.revoke(&auth, app.env.now())?;
    if revoked != invitation {
        accounts::end_invitation(&tx, &revoked).await?;
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InvitationToken {
    pub token: String,
}

/// What an invited person reads before joining.
#[derive(Debug, Serialize, ToSchema)]
pub struct InvitationOpened {
    pub organisation: Name,
    pub kind: OrgKind,
    pub role: Role,
    pub name: Option<Name>,
    pub invited_by: String,
    pub expires_at: DateTime<Utc>,
}

/// What an invitation is for. A POST, so that the secret stays out of addresses and logs.
#[utoipa::path(post, path = "/auth/invitation", tag = "accounts", request_body = InvitationToken,
    responses((status = 200, body = InvitationOpened), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn open(
    State(app): State<App>,
    source: Source,
    Json(body): Json<InvitationToken>,
) -> Result<axum::Json<InvitationOpened>, ApiError> {
    let counted = throttle::count(&app, &limits::link(source)).await?;
    let tx = Tx::write(&app.db).await?;
    let invitation = usable(&app, &tx, &body.token).await?;
    let org = accounts::get_organisation(&tx, Scope::Org(invitation.org), invitation.org).await?;
    let inviter = accounts::get_user(&tx, invitation.invited_by).await?;
    counted.no_guess(&tx).await?;
    tx.commit().await?;
    Ok(axum::Json(InvitationOpened {
        organisation: org.profile.name,
        kind: org.profile.kind,
        role: invitation.role,
        expires_at: invitation.expires_at(),
        name: invitation.name,
        invited_by: inviter.details.name.into(),
    }))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptInvitation {
    pub token: String,
    pub member: NewMember,
}

/// The invited person chooses a sign-in name and a password, and is a member, signed in.
#[utoipa::path(post, path = "/auth/accept-invitation", tag = "accounts", request_body = AcceptInvitation,
    responses((status = 201, body = SessionView), (status = 409, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn accept(
    State(app): State<App>,
    source: Source,
    device: Device,
    jar: CookieJar,
    Json(body): Json<AcceptInvitation>,
) -> Result<(StatusCode, CookieJar, axum::Json<SessionView>), ApiError> {
    let NewMember { name, sign_in, password, phone, email, language, consent } = body.member;
    let password = Password::choose(&password, &sign_in).map_err(|error| ApiError::field("member.password", intern(&error.to_string())))?;
    let id = app.env.id();
    let consents = rules::agreed(&app, consent, id, ConsentWay::Invitation).await??;
    let counted = throttle::count(&app, &limits::link(source)).await?;
    // A link that opens nothing is not worth a hash.
    usable(&app, &Tx::read(&app.db).await?, &body.token).await?;
    let hash = app.passwords.hash(password.expose().to_owned()).await?;
    let tx = Tx::write(&app.db).await?;
    let invitation = still_wanted(&app, &tx, &body.token).await?;
    let details = UserDetails { name, phone, email, language };
    let (used, user) = invitation.accept(sign_in, details, id, app.env.now())?;
    accounts::insert_user(&tx, &user, hash).await.map_err(|error| ApiError::from(error).inside("member"))?;
    rules::keep(&app, &tx, consents).await?;
    super::members::note(&app, &tx, &user, false, Some(invitation.invited_by)).await?;
    accounts::end_invitation(&tx, &used).await.map_err(|error| match error {
        StoreError::Stale => unusable(InvitationConflict::Used),
        error => error.into(),
    })?;
    mail_link(&app, &tx, &user, LinkKind::ConfirmEmail).await?;
    let jar = open_session(&app, &tx, &user, device, jar).await?;
    let view = SessionView::load(&tx, &user).await?;
    counted.no_guess(&tx).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, jar, axum::Json(view)))
}

/// The invitation of a link that still opens something, or why it does not.
async fn usable(app: &App, tx: &Tx, token: &str) -> Result<Invitation, ApiError> {
    let found = accounts::find_invitation(tx, &digest(token)).await?.ok_or_else(|| ApiError::field("token", "link_unknown"))?;
    found.check(app.env.now()).map_err(unusable)?;
    Ok(found)
}

/// The same with the organisation held, so that a link by which the office invites the first director makes no second one, and a link
/// from before the office knew the organisation no director.
async fn still_wanted(app: &App, tx: &Tx, token: &str) -> Result<Invitation, ApiError> {
    let org = usable(app, tx, token).await?.org;
    accounts::hold_organisation(tx, org).await?;
    let invitation = usable(app, tx, token).await?;
    let by_office = accounts::get_user(tx, invitation.invited_by).await?.org.is_none();
    if by_office && accounts::open_directors(tx, org).await? > 0 {
        return Err(unusable(InvitationConflict::Revoked));
    }
    let guarded = !by_office && invitation.role == Role::Director && is_guarded(tx, Some(org)).await?;
    if guarded { Err(unusable(InvitationConflict::DirectorGuarded)) } else { Ok(invitation) }
}

fn unusable(conflict: InvitationConflict) -> ApiError {
    ApiError::field("token", intern(&conflict.to_string()))
}
