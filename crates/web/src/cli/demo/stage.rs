//! The people of the demo market at work: each signs in and uses the product's own addresses, in this process.
use super::people::PASSWORD;
use crate::app::App;
use crate::auth::cookies::Cookies;
use crate::auth::keys::ACCESS_MINUTES;
use anyhow::{Context, bail};
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, Response, header};
use axum_extra::extract::cookie::Cookie;
use chrono::TimeDelta;
use domain::day::Timestamp;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tower::ServiceExt;

const MOST_BYTES: usize = 16 << 20;
/// How long anybody takes over anything.
const A_MOMENT: TimeDelta = TimeDelta::seconds(15);

/// The director of an organisation, by the organisation's id.
#[derive(Debug, Clone)]
pub struct Player {
    pub sign_in: String,
    /// Sells on contract season after season.
    pub stable: bool,
    /// Among the accounts that visitors may use.
    pub shown: bool,
}

pub type Cast = BTreeMap<String, Player>;

pub struct Stage {
    pub app: App,
    pub cast: Cast,
    router: Router,
    seats: BTreeMap<String, (Timestamp, String)>,
}

/// What came of a request that the rules may refuse.
#[derive(Debug)]
pub enum Answer {
    Done(Value),
    /// The stable code of the problem.
    Refused(String),
}

impl Stage {
    pub fn new(app: App, cast: Cast) -> Self {
        Self { router: crate::http::router(app.clone()), app, cast, seats: BTreeMap::new() }
    }

    /// The sign-in name of an organisation's director.
    pub fn director(&self, org: &str) -> anyhow::Result<String> {
        self.cast.get(org).map(|player| player.sign_in.clone()).with_context(|| format!("nobody speaks for {org}"))
    }

    pub async fn get(&mut self, who: &str, path: &str) -> anyhow::Result<Value> {
        match self.ask(who, Method::GET, path, None).await? {
            Answer::Done(json) => Ok(json),
            Answer::Refused(code) => bail!("{who} cannot read {path}: {code}"),
        }
    }

    /// Every row of a list.
    pub async fn all(&mut self, who: &str, path: &str) -> anyhow::Result<Vec<Value>> {
        let mark = if path.contains('?') { '&' } else { '?' };
        let (mut rows, mut after) = (Vec::new(), String::new());
        loop {
            let mut page = self.get(who, &format!("{path}{mark}limit=100{after}")).await?;
            if let Some(Value::Array(items)) = page.get_mut("items").map(Value::take) {
                rows.extend(items);
            }
            match page["next"].as_str() {
                Some(next) => after = format!("&after={next}"),
                None => return Ok(rows),
            }
        }
    }

    /// Somebody does something; the rules may stand against it.
    pub async fn post(&mut self, who: &str, path: &str, body: Value) -> anyhow::Result<Answer> {
        self.app.env.advance(A_MOMENT);
        self.ask(who, Method::POST, path, Some(body)).await
    }

    pub async fn put(&mut self, who: &str, path: &str, body: Value) -> anyhow::Result<Answer> {
        self.app.env.advance(A_MOMENT);
        self.ask(who, Method::PUT, path, Some(body)).await
    }

    async fn ask(&mut self, who: &str, method: Method, path: &str, body: Option<Value>) -> anyhow::Result<Answer> {
        let cookie = self.seat(who).await?;
        let response = self.send(method, path, body, Some(&cookie)).await?;
        read(response).await.with_context(|| format!("{who} at {path}"))
    }

    /// The session of a person, opened again when the last one is about to end.
    async fn seat(&mut self, who: &str) -> anyhow::Result<String> {
        let now = self.app.env.now();
        if let Some((until, cookie)) = self.seats.get(who)
            && now < *until
        {
            return Ok(cookie.clone());
        }
        let body = json!({ "sign_in": who, "password": PASSWORD });
        let response = self.send(Method::POST, "/auth/sign-in", Some(body), None).await?;
        let name = Cookies { secure: self.app.config.secure_cookies() }.access();
        let cookies = response.headers().get_all(header::SET_COOKIE).iter().filter_map(|value| Cookie::parse(value.to_str().ok()?).ok());
        let cookie = cookies.into_iter().find(|cookie| cookie.name() == name).map(|cookie| format!("{name}={}", cookie.value()));
        let cookie = cookie.with_context(|| format!("{who} could not sign in: {}", response.status()))?;
        self.seats.insert(who.to_owned(), (now + TimeDelta::minutes(ACCESS_MINUTES - 1), cookie.clone()));
        Ok(cookie)
    }

    /// A request without a session, as a visitor of the public pages makes it.
    pub async fn visit(&mut self, path: &str, body: Value) -> anyhow::Result<Answer> {
        self.app.env.advance(A_MOMENT);
        read(self.send(Method::POST, path, Some(body), None).await?).await.with_context(|| path.to_owned())
    }

    async fn send(&self, method: Method, path: &str, body: Option<Value>, cookie: Option<&str>) -> anyhow::Result<Response<Body>> {
        let mut request =
            Request::builder().method(method).uri(format!("/api/v1{path}")).header(header::ORIGIN, &self.app.config.public_url);
        if let Some(cookie) = cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let request = match body {
            Some(body) => request.header(header::CONTENT_TYPE, "application/json").body(Body::from(body.to_string())),
            None => request.body(Body::empty()),
        };
        Ok(self.router.clone().oneshot(request?).await?)
    }
}

/// A rule that refuses is part of the market; anything else that fails is a fault of the program.
async fn read(response: Response<Body>) -> anyhow::Result<Answer> {
    let status = response.status();
    let bytes = axum::body::to_bytes(response.into_body(), MOST_BYTES).await?;
    let json: Value = if bytes.is_empty() { Value::Null } else { serde_json::from_slice(&bytes)? };
    match status.as_u16() {
        200..300 => Ok(Answer::Done(json)),
        409 | 422 => {
            tracing::debug!(%json, "refused");
            Ok(Answer::Refused(json["code"].as_str().unwrap_or_default().to_owned()))
        }
        _ => bail!("{status}: {json}"),
    }
}
