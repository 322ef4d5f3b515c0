//! A new password where no mail goes: a link that a director or the operator hands to the person, good once and for an hour.
use super::account_events::record;
use super::auth::new_link;
use super::error::{ApiError, Problem};
use super::extract::{Auth, Json, Path};
use super::members::is_guarded;
use crate::app::App;
use crate::notify::{self, Event};
use crate::store::{Tx, accounts, sessions};
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use domain::account::{AccountStep, Actor, SignInName, User};
use domain::id::UserId;
use domain::notice::NoticeKind;
use domain::policy::{Command, Target, allow};
use domain::session::LinkKind;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

/// A link for a new password. It is shown this once.
#[derive(Debug, Serialize, ToSchema)]
pub struct ResetLinkMade {
    /// Whom it is for.
    pub name: String,
    pub sign_in: String,
    pub link: String,
    pub expires_at: DateTime<Utc>,
}

type Made = (StatusCode, axum::Json<ResetLinkMade>);

/// A director makes a link for a colleague, who is told; for another director the operator does. A link made before no longer works.
#[utoipa::path(post, path = "/members/{id}/reset-link", tag = "accounts", params(("id" = UserId, Path)),
    responses((status = 201, body = ResetLinkMade), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn for_member(State(app): State<App>, auth: Auth, Path(id): Path<UserId>) -> Result<Made, ApiError> {
    let tx = Tx::write(&app.db).await?;
    let user = accounts::get_user(&tx, id).await?;
    let guarded = is_guarded(&tx, user.org).await?;
    user.reset_by_director(&auth, guarded)?;
    make(&app, tx, &auth, &user).await
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResetLinkFor {
    /// How the person signs in.
    pub sign_in: SignInName,
}

/// The operator makes a link for anybody else, who is told. A link made before no longer works.
#[utoipa::path(post, path = "/operator/reset-links", tag = "operator", request_body = ResetLinkFor,
    responses((status = 201, body = ResetLinkMade), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn for_anybody(State(app): State<App>, auth: Auth, Json(body): Json<ResetLinkFor>) -> Result<Made, ApiError> {
    allow(&auth, Command::ResetAnyPassword, Target::Whole)?;
    let tx = Tx::write(&app.db).await?;
    let found = accounts::find_by_sign_in(&tx, &body.sign_in).await?;
    let (user, _) = found.ok_or_else(|| ApiError::field("sign_in", "sign_in_unknown"))?;
    user.reset_by_operator(&auth)?;
    make(&app, tx, &auth, &user).await
}

async fn make(app: &App, tx: Tx, actor: &Actor, user: &User) -> Result<Made, ApiError> {
    sessions::end_links(&tx, user.id, LinkKind::ResetPassword, app.env.now()).await?;
    let (link, path) = new_link(app, &tx, user, LinkKind::ResetPassword).await?;
    record(app, &tx, user.id, AccountStep::ResetLinkMade, Some(actor.user)).await?;
    let by = accounts::get_user(&tx, actor.user).await?.details.name;
    let arguments = json!({ "by": by.as_str() });
    let event = Event { kind: NoticeKind::ResetLinkMade, subject: Some(user.id.into()), arguments, path: "/tai-khoan".to_owned() };
    notify::person(app, &tx, &user.into(), &event).await?;
    tx.commit().await?;
    let made = ResetLinkMade {
        name: user.details.name.to_string(),
        sign_in: user.sign_in.to_string(),
        link: format!("{}{path}", app.config.public_url),
        expires_at: link.expires_at(),
    };
    Ok((StatusCode::CREATED, axum::Json(made)))
}
