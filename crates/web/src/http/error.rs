//! Every error a person can meet, as `application/problem+json`. Clients switch on `code`; nothing of the database's own words
//! leaves this file.
use crate::flow::EraseError;
use crate::store::StoreError;
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::error::{Conflict, Faults, FieldError, Refusal};
use domain::policy::Denied;
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug)]
pub enum ApiError {
    /// Nobody is signed in.
    SignIn,
    /// Not there, or not for this person: the same answer.
    Hidden,
    /// It is there, and this person may not.
    Forbidden(&'static str),
    /// The request as a whole cannot be understood.
    Bad(&'static str),
    /// Fields that cannot be accepted.
    Invalid(Vec<FieldError>),
    /// It was possible before, or will be, but not as things stand; the field to change, if it is one.
    Conflict {
        code: String,
        field: Option<String>,
    },
    /// Somebody was faster; the thing as it stands now.
    Stale(serde_json::Value),
    /// Asked too often; try again in so many seconds.
    TooMany {
        code: &'static str,
        seconds: i64,
    },
    Internal(anyhow::Error),
}

/// The body of every error.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    #[schema(example = 409)]
    pub status: u16,
    /// Stable name of what went wrong; the screens translate it.
    #[schema(example = "stale")]
    pub code: String,
    /// The same in English, for people who read logs.
    pub detail: String,
    /// The fields at fault, where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ProblemField>,
    /// Of an edit that came too late (`stale`): what it would have changed, as it stands now.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub current: Option<serde_json::Value>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemField {
    /// Path in the request body.
    #[schema(example = "kg_total")]
    pub field: String,
    #[schema(example = "kg_out_of_range")]
    pub code: String,
}

impl From<FieldError> for ProblemField {
    fn from(error: FieldError) -> Self {
        Self { field: error.field.into_owned(), code: error.code.to_owned() }
    }
}

impl ApiError {
    pub fn field(field: &'static str, code: &'static str) -> Self {
        Self::Invalid(vec![FieldError::new(field, code)])
    }

    pub fn conflict(code: &'static str) -> Self {
        Self::Conflict { code: code.to_owned(), field: None }
    }

    /// An edit that came too late, with what `show` says of the thing now.
    pub async fn or_current<T, V: Serialize>(
        outcome: Result<T, Self>,
        show: impl Future<Output = Result<Json<V>, Self>>,
    ) -> Result<T, Self> {
        match outcome {
            Err(Self::Conflict { code, .. }) if code == "stale" => {
                Err(Self::Stale(serde_json::to_value(show.await?.0).map_err(anyhow::Error::from)?))
            }
            outcome => outcome,
        }
    }

    /// The same, when the form at fault sits inside another one under `name`.
    #[must_use]
    pub fn inside(self, name: &str) -> Self {
        match self {
            Self::Invalid(errors) => Self::Invalid(errors.into_iter().map(|error| error.inside(name)).collect()),
            Self::Conflict { code, field } => Self::Conflict { code, field: field.map(|field| format!("{name}.{field}")) },
            other => other,
        }
    }

    /// What the domain says of a form, with the faults that only the catalogue and the map can know.
    pub fn beside<T, C: Conflict>(outcome: Result<T, Refusal<C>>, faults: Faults) -> Result<T, Self> {
        match (outcome, faults.finish()) {
            (Ok(accepted), Ok(())) => Ok(accepted),
            (Ok(_), Err(faults)) => Err(Self::Invalid(faults)),
            (Err(Refusal::Invalid(errors)), faults) => {
                Err(Self::Invalid(errors.into_iter().chain(faults.err().into_iter().flatten()).collect()))
            }
            (Err(refusal), _) => Err(refusal.into()),
        }
    }
}

impl ApiError {
    /// The answer's status and body.
    pub fn problem(self) -> (StatusCode, Problem) {
        let mut current = None;
        let (status, code, detail, errors) = match self {
            Self::SignIn => (StatusCode::UNAUTHORIZED, "sign_in".to_owned(), "sign in first".to_owned(), Vec::new()),
            Self::Hidden => (StatusCode::NOT_FOUND, "not_found".into(), "no such thing, or not yours".into(), Vec::new()),
            Self::Forbidden(code) => (StatusCode::FORBIDDEN, code.into(), "you may not do this".into(), Vec::new()),
            Self::Bad(code) => (StatusCode::BAD_REQUEST, code.into(), "the request cannot be read".into(), Vec::new()),
            Self::Invalid(errors) => {
                let errors = errors.into_iter().map(ProblemField::from).collect();
                (StatusCode::UNPROCESSABLE_ENTITY, "invalid".into(), "some fields cannot be accepted".into(), errors)
            }
            Self::Conflict { code, field } => {
                let errors = field.into_iter().map(|field| ProblemField { field, code: code.clone() }).collect();
                (StatusCode::CONFLICT, code, "not as things stand".into(), errors)
            }
            Self::Stale(now) => {
                current = Some(now);
                (StatusCode::CONFLICT, "stale".into(), "somebody else changed it first".into(), Vec::new())
            }
            Self::TooMany { code, seconds } => {
                (StatusCode::TOO_MANY_REQUESTS, code.into(), format!("try again in {seconds} s"), Vec::new())
            }
            Self::Internal(error) => {
                tracing::error!(error = format!("{error:#}"), "a request failed");
                let detail = "our fault; the log has it under this request's id";
                (StatusCode::INTERNAL_SERVER_ERROR, "internal".into(), detail.into(), Vec::new())
            }
        };
        (status, Problem { status: status.as_u16(), code, detail, errors, current })
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let wait = match &self {
            Self::TooMany { seconds, .. } => Some(*seconds),
            _ => None,
        };
        let (status, body) = self.problem();
        let kind = [(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"))];
        let mut response = (status, kind, Json(body)).into_response();
        if let Some(seconds) = wait {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

impl From<Denied> for ApiError {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::Hidden => Self::Hidden,
            Denied::Forbidden => Self::Forbidden("forbidden"),
            Denied::NotVerified => Self::Forbidden("organisation_not_verified"),
        }
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Missing => Self::Hidden,
            StoreError::Stale => Self::conflict("stale"),
            StoreError::NotEnough => Self::conflict("not_enough_left"),
            StoreError::OverShare => Self::conflict("over_share"),
            StoreError::Taken(field) => Self::Conflict { code: format!("{field}_taken"), field: Some(field.to_owned()) },
            StoreError::Corrupt { .. } | StoreError::Locked | StoreError::Shut | StoreError::Db(_) => Self::Internal(error.into()),
        }
    }
}

impl From<EraseError> for ApiError {
    fn from(error: EraseError) -> Self {
        match error {
            EraseError::Refused(refusal) => refusal.into(),
            EraseError::Other(error) => Self::Internal(error),
        }
    }
}

impl<C: Conflict> From<Refusal<C>> for ApiError {
    fn from(refusal: Refusal<C>) -> Self {
        match refusal {
            Refusal::Denied(denied) => denied.into(),
            Refusal::Invalid(errors) => Self::Invalid(errors),
            Refusal::Stale => Self::conflict("stale"),
            Refusal::Conflict(conflict) => {
                Self::Conflict { code: conflict.to_string(), field: conflict.field().map(std::borrow::Cow::into_owned) }
            }
        }
    }
}

impl From<Vec<FieldError>> for ApiError {
    fn from(errors: Vec<FieldError>) -> Self {
        Self::Invalid(errors)
    }
}

impl From<FieldError> for ApiError {
    fn from(error: FieldError) -> Self {
        Self::Invalid(vec![error])
    }
}

impl From<anyhow::Error> for ApiError {
    fn from(error: anyhow::Error) -> Self {
        Self::Internal(error)
    }
}
