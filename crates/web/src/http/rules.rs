//! The rules of the market, and what people agreed to.
use super::error::{ApiError, Problem};
use super::extract::{Auth, Json, Query};
use super::page::{Page, PageQuery};
use crate::app::App;
use crate::store::{StoreError, Tx, accounts, rules};
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use domain::account::Language;
use domain::day::Timestamp;
use domain::error::FieldError;
use domain::id::UserId;
use domain::policy::{Command, Target, allow};
use domain::rules::{Acceptance, Consent, ConsentTo, ConsentWay, Edition, RulesText, Section};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

#[derive(Debug, Serialize, ToSchema)]
pub struct EditionView {
    pub version: i64,
    pub in_force_from: DateTime<Utc>,
}

impl From<&Edition> for EditionView {
    fn from(edition: &Edition) -> Self {
        Self { version: edition.version, in_force_from: edition.in_force_from }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct RulesView {
    pub edition: EditionView,
    /// The one in force now, which need not be this one.
    pub in_force: i64,
    /// SHA-256 of both languages.
    pub hash: String,
    pub title: String,
    pub sections: Vec<Section>,
    /// Every edition, the newest first.
    pub editions: Vec<EditionView>,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RulesQuery {
    /// vi or en.
    pub language: Language,
    /// Another edition than the latest.
    pub version: Option<i64>,
}

/// The rules of the market and how personal data is used: the latest edition, or another one.
#[utoipa::path(get, path = "/rules", tag = "instance", params(RulesQuery),
    responses((status = 200, body = RulesView), (status = 404, body = Problem)))]
pub async fn show(State(app): State<App>, Query(query): Query<RulesQuery>) -> Result<axum::Json<RulesView>, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let editions = rules::editions(&tx).await?;
    let edition = query.version.map_or_else(|| editions.latest(), |version| editions.get(version)).ok_or(ApiError::Hidden)?;
    let source = rules::edition_text(&tx, edition.version).await?;
    let text: RulesText = source.of(query.language).parse().map_err(anyhow::Error::from)?;
    Ok(axum::Json(RulesView {
        edition: edition.into(),
        in_force: editions.in_force(app.env.now()).map_or(edition.version, |edition| edition.version),
        hash: edition.hash.clone(),
        title: text.title,
        sections: text.sections,
        editions: editions.iter().rev().map(EditionView::from).collect(),
    }))
}

/// What somebody who ticked this agrees to, or what is missing.
pub(super) async fn agreed(
    app: &App,
    ticked: Acceptance,
    user: UserId,
    way: ConsentWay,
) -> Result<Result<[Consent; 2], Vec<FieldError>>, StoreError> {
    let editions = rules::editions(&Tx::read(&app.db).await?).await?;
    let consents = editions.accept(ticked, user, way, app.env.now());
    Ok(consents.map_err(|faults| faults.into_iter().map(|fault| fault.inside("consent").inside("member")).collect()))
}

/// Keeps it, beside the account that is made.
pub(super) async fn keep(app: &App, tx: &Tx, consents: [Consent; 2]) -> Result<(), StoreError> {
    rules::insert_consents(tx, consents.map(|consent| (app.env.id(), consent))).await
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ConsentView {
    pub id: Uuid,
    pub agreed_to: ConsentTo,
    pub version: i64,
    /// SHA-256 of the edition, both languages.
    pub hash: String,
    pub way: ConsentWay,
    pub at: DateTime<Utc>,
}

/// What the person who is signed in agreed to, newest first.
#[utoipa::path(get, path = "/account/consents", tag = "accounts", params(PageQuery),
    responses((status = 200, body = Page<ConsentView>), (status = 401, body = Problem)))]
pub async fn consents(
    State(app): State<App>,
    auth: Auth,
    Query(query): Query<PageQuery>,
) -> Result<axum::Json<Page<ConsentView>>, ApiError> {
    allow(&auth, Command::ManageOwnAccount, Target::Person(auth.user))?;
    let slice = query.slice()?;
    let tx = Tx::read(&app.db).await?;
    let page = Page::cut(rules::list_consents(&tx, auth.user, slice).await?, slice.limit, |(id, _)| *id);
    Ok(axum::Json(page.map(|(id, Consent { to, version, hash, way, at, user: _ })| ConsentView {
        id,
        agreed_to: to,
        version,
        hash,
        way,
        at,
    })))
}

/// Accepts an edition, in force or announced. What was accepted before stays accepted.
#[utoipa::path(post, path = "/account/consents", tag = "accounts", request_body = Acceptance,
    responses((status = 204), (status = 401, body = Problem), (status = 422, body = Problem)))]
pub async fn accept(State(app): State<App>, auth: Auth, Json(body): Json<Acceptance>) -> Result<StatusCode, ApiError> {
    allow(&auth, Command::ManageOwnAccount, Target::Person(auth.user))?;
    let tx = Tx::write(&app.db).await?;
    // A second tap waits, and finds that it was accepted.
    accounts::hold_user(&tx, auth.user).await?;
    let consents = rules::editions(&tx).await?.accept(body, auth.user, ConsentWay::Account, app.env.now())?;
    if rules::accepted(&tx, auth.user).await?.is_none_or(|accepted| accepted < body.version) {
        keep(&app, &tx, consents).await?;
        tx.commit().await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// The edition that a member of an organisation accepted last.
#[derive(Debug, Serialize, ToSchema)]
pub struct MemberAccepted {
    pub member: UserId,
    pub version: i64,
    pub at: DateTime<Utc>,
}

impl From<(UserId, (i64, Timestamp))> for MemberAccepted {
    fn from((member, (version, at)): (UserId, (i64, Timestamp))) -> Self {
        Self { member, version, at }
    }
}
