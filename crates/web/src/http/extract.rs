//! What a handler is given, or the error that says why not.
use super::error::ApiError;
use crate::app::App;
use crate::auth::cookies::Cookies;
use crate::store::sessions;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::{HeaderMap, Method, header, request::Parts};
use axum_extra::extract::cookie::CookieJar;
use domain::account::Actor;
use domain::error::FieldError;
use domain::id::{OrgId, SessionId};
use domain::policy::{Command, Scope, scope};
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use std::ops::Deref;

/// The person who is signed in, read anew for every request, so that a changed role or a closed account counts at once.
#[derive(Debug, Clone)]
pub struct Auth {
    pub actor: Actor,
    pub session: SessionId,
}

impl Deref for Auth {
    type Target = Actor;
    fn deref(&self) -> &Actor {
        &self.actor
    }
}

impl Auth {
    /// Whose rows a list shows this person; an error when it shows none by nature of the role.
    pub fn reach(&self, command: Command) -> Result<Scope, ApiError> {
        match scope(self, command) {
            Scope::None => Err(ApiError::Forbidden("forbidden")),
            reach @ (Scope::All | Scope::Org(_)) => Ok(reach),
        }
    }

    /// The same of one organisation, where it is named: another than the own does not exist for its members.
    pub fn reach_of(&self, command: Command, org: Option<OrgId>) -> Result<Scope, ApiError> {
        match (self.reach(command)?, org) {
            (Scope::All, Some(org)) => Ok(Scope::Org(org)),
            (Scope::Org(own), Some(org)) if own != org => Err(ApiError::Hidden),
            (reach, _) => Ok(reach),
        }
    }
}

impl FromRequestParts<App> for Auth {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let (token, by_cookie) = token(&parts.headers, app.config.secure_cookies()).ok_or(ApiError::SignIn)?;
        if by_cookie && !is_safe(&parts.method) && !same_origin(&parts.headers, &app.config.public_url) {
            return Err(ApiError::Forbidden("foreign_origin"));
        }
        let claims = app.keys.read(&token, app.env.now()).ok_or(ApiError::SignIn)?;
        let actor = sessions::actor(&app.db, claims.sid, claims.sub, app.env.now()).await?.ok_or(ApiError::SignIn)?;
        Ok(Self { actor, session: claims.sid })
    }
}

/// The person, if one is signed in: for pages that everybody may read.
impl axum::extract::OptionalFromRequestParts<App> for Auth {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Option<Self>, ApiError> {
        match <Self as FromRequestParts<App>>::from_request_parts(parts, app).await {
            Ok(auth) => Ok(Some(auth)),
            Err(ApiError::SignIn) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

fn token(headers: &HeaderMap, secure: bool) -> Option<(String, bool)> {
    let bearer = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).and_then(|value| value.strip_prefix("Bearer "));
    if let Some(token) = bearer {
        return Some((token.to_owned(), false));
    }
    let jar = CookieJar::from_headers(headers);
    jar.get(Cookies { secure }.access()).map(|cookie| (cookie.value().to_owned(), true))
}

fn is_safe(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// A browser says where a request comes from; another site's form must not act with our cookie.
pub fn same_origin(headers: &HeaderMap, public_url: &str) -> bool {
    let Some(origin) = headers.get(header::ORIGIN).and_then(|value| value.to_str().ok()) else { return false };
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok());
    origin == public_url || origin.split_once("://").is_some_and(|(_, authority)| Some(authority) == host)
}

/// A JSON body of at most so many bytes; the first field that cannot be read is named with its code.
#[derive(Debug)]
pub struct Json<T, const MOST: usize = MOST_BYTES>(pub T);

impl<T: DeserializeOwned, const MOST: usize> FromRequest<App> for Json<T, MOST> {
    type Rejection = ApiError;

    async fn from_request(request: Request, _app: &App) -> Result<Self, ApiError> {
        let json = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|kind| kind.starts_with("application/json"));
        if !json {
            return Err(ApiError::Bad("not_json"));
        }
        let bytes = axum::body::to_bytes(request.into_body(), MOST).await.map_err(|_| ApiError::Bad("body_too_large"))?;
        require_object(&bytes)?;
        let mut reader = serde_json::Deserializer::from_slice(&bytes);
        let read = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
            let path = error.path().to_string();
            let inner = error.into_inner();
            if (inner.is_syntax() || inner.is_eof()) && serde_json::from_slice::<serde::de::IgnoredAny>(&bytes).is_err() {
                return ApiError::Bad("not_json");
            }
            // Serde also calls it a fault of the syntax when a word was expected and something else stands there.
            fault(&path, &inner).into()
        })?;
        // Something behind the body: whoever wrote that meant something else.
        reader.end().map_err(|_| ApiError::Bad("not_json"))?;
        Ok(Json(read))
    }
}

/// A JSON body is at most this large; forms are far smaller.
pub const MOST_BYTES: usize = 256 * 1024;

/// One form of a body that holds many; its fault names the field inside it.
pub fn part<T: DeserializeOwned>(raw: &RawValue) -> Result<T, FieldError> {
    require_object(raw.get().as_bytes())?;
    let mut reader = serde_json::Deserializer::from_str(raw.get());
    serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        fault(&path, &error.into_inner())
    })
}

/// Serde reads a list as the fields in their order; nobody who fills in a form means that.
fn require_object(bytes: &[u8]) -> Result<(), FieldError> {
    let other = bytes.trim_ascii_start().first().is_some_and(|first| b"[\"0123456789-tfn".contains(first));
    if other { Err(FieldError::new("", "malformed")) } else { Ok(()) }
}

fn fault(path: &str, error: &serde_json::Error) -> FieldError {
    let text = error.to_string();
    FieldError::new(field_of(path, &text), code_of(&text))
}

/// The path as the domain writes it, `weeks.3.kg`; of a field that is missing or there twice its own name.
fn field_of(path: &str, text: &str) -> String {
    let path = if path == "." { String::new() } else { path.replace('[', ".").replace(']', "") };
    let named = text.strip_prefix("missing field `").or_else(|| text.strip_prefix("duplicate field `"));
    match named.and_then(|rest| rest.split_once('`')) {
        Some((name, _)) if path.is_empty() => name.to_owned(),
        Some((name, _)) => format!("{path}.{name}"),
        None => path,
    }
}

/// The code inside serde's message: our own types put it there, serde's own faults get a general one.
fn code_of(text: &str) -> &'static str {
    let own = text.split(" at line ").next().unwrap_or_default();
    if text.starts_with("missing field") {
        "missing"
    } else if text.starts_with("duplicate field") {
        "duplicate_field"
    } else if text.starts_with("unknown field") {
        "unknown_field"
    } else if text.starts_with("unknown variant") {
        "unknown_choice"
    } else if !own.is_empty() && own.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_') {
        intern(own)
    } else {
        "malformed"
    }
}

/// Codes are a small fixed set; each is kept once for the life of the process.
pub fn intern(code: &str) -> &'static str {
    use std::collections::BTreeSet;
    use std::sync::{Mutex, PoisonError};
    const MOST_CODES: usize = 1000;
    static CODES: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut codes = CODES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = codes.get(code) {
        return known;
    }
    if codes.len() >= MOST_CODES {
        return "malformed";
    }
    let kept: &'static str = Box::leak(code.to_owned().into_boxed_str());
    codes.insert(kept);
    kept
}

/// A path parameter that is an id; one that cannot be an id does not exist.
#[derive(Debug)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Path<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        axum::extract::Path::<T>::from_request_parts(parts, app).await.map(|path| Self(path.0)).map_err(|_| ApiError::Hidden)
    }
}

/// The query string; the first parameter that cannot be read is named with its code.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<App> for Query<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _app: &App) -> Result<Self, ApiError> {
        let query = parts.uri.query().unwrap_or_default();
        // PostgreSQL keeps no NUL in a text, and no name or word has one.
        let hidden = url::form_urlencoded::parse(query.as_bytes()).find(|(_, value)| value.contains('\0'));
        if let Some((name, _)) = hidden {
            return Err(FieldError::new(name.into_owned(), "text_control_characters").into());
        }
        let reader = serde_urlencoded::Deserializer::new(url::form_urlencoded::parse(query.as_bytes()));
        serde_path_to_error::deserialize(reader).map(Query).map_err(|error| match error.path().to_string() {
            path if path == "." => ApiError::Bad("bad_query"),
            path => FieldError::new(path, code_of(&error.into_inner().to_string())).into(),
        })
    }
}

/// The key a client sends so that a repeated POST makes one thing only.
#[derive(Debug)]
pub struct IdempotencyKey(pub Option<String>);

impl FromRequestParts<App> for IdempotencyKey {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _app: &App) -> Result<Self, ApiError> {
        let Some(value) = parts.headers.get("idempotency-key") else { return Ok(Self(None)) };
        match value.to_str() {
            Ok(key) if (8..=100).contains(&key.len()) => Ok(Self(Some(key.to_owned()))),
            _ => Err(ApiError::Bad("idempotency_key_malformed")),
        }
    }
}
