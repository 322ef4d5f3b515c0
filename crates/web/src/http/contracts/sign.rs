//! The two steps of a signature: a code, then the password with the code.
use super::view::{ContractView, masked};
use crate::app::App;
use crate::flow::signing::{self, Intent, Method, SigningError};
use crate::http::account::confirm_password;
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, Json, Path, intern};
use crate::http::throttle;
use crate::store::{Tx, contracts};
use axum::extract::State;
use chrono::{DateTime, TimeDelta, Utc};
use domain::contract::{Authority, DocHash};
use domain::day::TradeDay;
use domain::id::ContractId;
use domain::policy::{Command, scope};
use domain::signing::{Challenge, Code, CodeError};
use domain::text::Name;
use domain::throttle::{self as limits, Source};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskSigningCode {
    pub password: String,
}

/// Where the code to sign with comes from.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "method", rename_all = "snake_case")]
pub enum SigningCode {
    /// It is on its way by mail.
    EmailCode {
        /// The address, most of it hidden.
        #[schema(example = "h***@htx.example")]
        sent_to: String,
        expires_at: DateTime<Utc>,
        /// When another one may be asked for.
        again_at: DateTime<Utc>,
    },
    /// From the own authenticator.
    Totp,
}

impl From<Method> for SigningCode {
    fn from(method: Method) -> Self {
        match method {
            Method::Mail { to, challenge } => Self::EmailCode {
                sent_to: masked(&to),
                expires_at: challenge.expires_at(),
                again_at: challenge.issued_at + TimeDelta::seconds(Challenge::RESEND_SECONDS),
            },
            Method::Totp => Self::Totp,
        }
    }
}

/// Mails a six-digit code to sign this contract with; again after 40 seconds. A member whom mail does not reach uses the
/// authenticator; without one the answer is `no_signing_method`, and the way out is to turn it on in the own account.
#[utoipa::path(post, path = "/contracts/{id}/signing-code", tag = "contracts", params(("id" = ContractId, Path)), request_body = AskSigningCode,
    responses((status = 200, body = SigningCode), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn send_code(
    State(app): State<App>,
    auth: Auth,
    source: Source,
    Path(id): Path<ContractId>,
    Json(body): Json<AskSigningCode>,
) -> Result<axum::Json<SigningCode>, ApiError> {
    may_sign(&app, &auth, id).await?;
    confirm_password(&app, &auth, source, body.password, "password").await?;
    Ok(axum::Json(signing::send_code(&app, &auth, id).await?.into()))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignContract {
    pub password: String,
    /// Six digits, from the mail or from the authenticator.
    #[schema(value_type = String, example = "407152")]
    pub code: Code,
    /// Of the text that was read.
    #[schema(value_type = String)]
    pub hash: DocHash,
    pub edition: u16,
    /// The paper by which somebody signs who is not the registered representative.
    pub authority: Option<Authorisation>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Authorisation {
    pub number: Name,
    pub dated: TradeDay,
    pub valid_to: Option<TradeDay>,
}

/// Signs the text with this hash.
#[utoipa::path(post, path = "/contracts/{id}/sign", tag = "contracts", params(("id" = ContractId, Path)), request_body = SignContract,
    responses((status = 200, body = ContractView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn sign(
    State(app): State<App>,
    auth: Auth,
    source: Source,
    Path(id): Path<ContractId>,
    Json(body): Json<SignContract>,
) -> Result<axum::Json<ContractView>, ApiError> {
    may_sign(&app, &auth, id).await?;
    confirm_password(&app, &auth, source, body.password, "password").await?;
    let authority = match body.authority {
        None => Authority::RegisteredRepresentative,
        Some(Authorisation { number, dated, valid_to }) => Authority::Authorisation { number, dated, until: valid_to },
    };
    let intent = Intent { code: body.code, hash: body.hash, edition: body.edition, authority };
    let counted = throttle::count(&app, &limits::code(auth.user, source)).await?;
    let signed = signing::sign(&app, &auth, id, &intent).await;
    if !matches!(signed, Err(SigningError::Code(_))) {
        let tx = Tx::write(&app.db).await?;
        if signed.is_ok() {
            counted.right(&tx).await?;
        } else {
            counted.no_guess(&tx).await?;
        }
        tx.commit().await?;
    }
    signed?;
    Ok(axum::Json(ContractView::load(&app, &auth, id).await?))
}

/// Nobody is asked for a password over a contract that is not theirs to sign.
async fn may_sign(app: &App, auth: &Auth, id: ContractId) -> Result<(), ApiError> {
    let tx = Tx::read(&app.db).await?;
    let contract = contracts::get(&tx, scope(auth, Command::ReadContract), id).await?;
    Ok(domain::policy::party(auth, Command::SignContract, contract.supplier, contract.buyer).map(|_| ())?)
}

impl From<SigningError> for ApiError {
    fn from(error: SigningError) -> Self {
        match error {
            SigningError::Contract(refusal) => refusal.into(),
            // Something to change in the form, but for a second code too soon.
            SigningError::Code(error @ CodeError::SentJustNow { .. }) => Self::Conflict { code: error.to_string(), field: None },
            SigningError::Code(error) => Self::field("code", intern(&error.to_string())),
            SigningError::NoMethod => Self::conflict("no_signing_method"),
            SigningError::Store(error) => error.into(),
            SigningError::Other(error) => error.into(),
        }
    }
}
