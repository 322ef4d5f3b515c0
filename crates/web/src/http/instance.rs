//! What this instance is, and who is asking.
use super::error::ApiError;
use super::extract::Auth;
use super::rules::EditionView;
use crate::app::App;
use crate::config::Operator;
use crate::store::accounts::{credentials, get_organisation, get_user};
use crate::store::{Tx, instance, rules};
use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use domain::account::{OrgKind, Organisation, Role, Side, User};
use domain::id::{OrgId, UserId};
use domain::policy::Scope;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct InstanceView {
    pub version: String,
    /// Invented data: the accounts below are open to everybody.
    pub demo: bool,
    /// Whether mail leaves this instance; without it links are given by the operator.
    pub mail: bool,
    /// The provider with whose accounts people may sign in, at `/auth/sso`.
    pub sso: Option<String>,
    /// Whether organisations register by themselves; else the programme office enters them and invites their directors.
    pub sign_up: bool,
    pub now: DateTime<Utc>,
    /// The edition of the rules in force, which whoever registers accepts.
    pub rules: i64,
    pub demo_accounts: Vec<DemoAccount>,
    /// Who answers for this instance; absent where its operator did not say.
    pub operator: Option<OperatorView>,
}

/// Whom to turn to about the rules and about one's data.
#[derive(Debug, Serialize, ToSchema)]
pub struct OperatorView {
    pub name: String,
    pub address: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
}

impl From<Operator> for OperatorView {
    fn from(operator: Operator) -> Self {
        let Operator { name, address, phone, email } = operator;
        Self { name, address, phone, email }
    }
}

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct DemoAccount {
    pub sign_in: String,
    pub password: String,
    pub role: Role,
    pub organisation: Option<String>,
}

/// The setting that holds the accounts of a demo instance.
pub const DEMO_ACCOUNTS: &str = "demo_accounts";

/// This instance, for everybody.
#[utoipa::path(get, path = "/instance", tag = "instance", responses((status = 200, body = InstanceView)))]
pub async fn show(State(app): State<App>) -> Result<Json<InstanceView>, ApiError> {
    let now = app.env.now();
    let mut demo_accounts = Vec::new();
    let tx = Tx::read(&app.db).await?;
    let rules = rules::editions(&tx).await?.in_force(now).map_or(0, |edition| edition.version);
    if app.demo {
        let kept = instance::find(&tx, DEMO_ACCOUNTS).await?.unwrap_or_default();
        demo_accounts = serde_json::from_str(&kept).unwrap_or_default();
    }
    let version = env!("CARGO_PKG_VERSION").to_owned();
    let sso = app.sso.as_ref().map(|provider| provider.name.clone());
    let operator = app.config.operator.clone().map(OperatorView::from);
    Ok(Json(InstanceView {
        version,
        demo: app.demo,
        mail: app.mailer.sends(),
        sso,
        sign_up: app.config.sign_up,
        now,
        rules,
        demo_accounts,
        operator,
    }))
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SessionView {
    pub user: SessionUser,
    pub organisation: Option<SessionOrganisation>,
    /// An edition of the rules that this person has not accepted yet.
    pub rules: Option<EditionView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SessionUser {
    pub id: UserId,
    pub name: String,
    pub sign_in: String,
    pub role: Role,
    pub language: String,
    pub email: Option<String>,
    pub email_confirmed: bool,
    /// Whether an authenticator app is set up for signing.
    pub totp: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SessionOrganisation {
    pub id: OrgId,
    pub kind: OrgKind,
    pub side: Side,
    pub name: String,
    pub status: String,
    /// Why it is in that state, where somebody said so.
    pub reason: Option<String>,
}

impl SessionOrganisation {
    fn of(org: &Organisation) -> Self {
        let reason = org.status.reason().map(ToString::to_string);
        let kind = org.profile.kind;
        Self { id: org.id, kind, side: kind.side(), name: org.profile.name.to_string(), status: org.status.code().to_owned(), reason }
    }
}

impl SessionView {
    /// The person and the organisation as they are now.
    pub async fn load(tx: &Tx, user: &User) -> Result<Self, ApiError> {
        let totp = credentials(tx, user.id).await?.totp.is_some();
        let organisation = match user.org {
            Some(org) => Some(SessionOrganisation::of(&get_organisation(tx, Scope::Org(org), org).await?)),
            None => None,
        };
        let (user_id, details) = (user.id, &user.details);
        let user = SessionUser {
            id: user.id,
            name: details.name.to_string(),
            sign_in: user.sign_in.to_string(),
            role: user.role,
            language: details.language.code().to_owned(),
            email: details.email.as_ref().map(ToString::to_string),
            email_confirmed: user.email_confirmed_at.is_some(),
            totp,
        };
        let accepted = rules::accepted(tx, user_id).await?;
        let rules = rules::editions(tx).await?.to_accept(accepted).map(EditionView::from);
        Ok(Self { user, organisation, rules })
    }
}

/// Who is signed in.
#[utoipa::path(get, path = "/session", tag = "accounts", responses((status = 200, body = SessionView), (status = 401, body = super::error::Problem)))]
pub async fn session(State(app): State<App>, auth: Auth) -> Result<Json<SessionView>, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let user = get_user(&tx, auth.user).await?;
    Ok(Json(SessionView::load(&tx, &user).await?))
}
