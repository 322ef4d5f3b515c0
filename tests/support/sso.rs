//! A provider of sign-ins on this machine: describes itself, takes codes, signs who somebody is.
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post};
use axum::{Json, Router};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use openidconnect::{PkceCodeChallenge, PkceCodeVerifier};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;
use url::Url;
use web::config::{Secret, Sso};
use web::env::Env;

/// A key that signs nothing but these stories.
const KEY: &[u8] = include_bytes!("sso-key.der");
const KEY_X: &str = "s0KNuCFRtLEIxoK9Bqz_f9a2GaAXYaBLJ93W8EL8sDE";
const KEY_Y: &str = "80ydTbzyP2JtAElqmWTAQ3jlMq54iQRa3IDayTCPTfg";

/// What the provider holds of a code until it is fetched.
#[derive(Debug, Clone)]
struct Pending {
    challenge: String,
    nonce: String,
    subject: String,
}

#[derive(Debug, Clone)]
pub struct Provider {
    pub issuer: String,
    codes: Arc<Mutex<BTreeMap<String, Pending>>>,
    /// The clock of the stories: a token says when it was signed.
    now: Arc<Mutex<i64>>,
    /// Signs for another audience, or with another nonce, when a story says so.
    pub forge: Arc<Mutex<Value>>,
}

impl Provider {
    /// `end` follows the address of the provider in its own name: some write a slash there.
    pub async fn start_named(end: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let issuer = format!("http://{}{end}", listener.local_addr().expect("an address"));
        let provider = Self { issuer, codes: Arc::default(), now: Arc::default(), forge: Arc::new(Mutex::new(json!({}))) };
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(describe))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        provider
    }

    pub async fn start() -> Self {
        Self::start_named("").await
    }

    pub fn settings(&self) -> Sso {
        Sso {
            name: "Siêu thị Mẫu".into(),
            issuer: self.issuer.clone(),
            client_id: "muavu".into(),
            client_secret: Secret::new("bi-mat"),
            ca_file: None,
        }
    }

    /// Somebody signs in at the address to which the browser was sent; the query with which it comes back.
    pub fn approve(&self, address: &str, subject: &str, env: &Env) -> String {
        *self.now.lock().expect("a clock") = env.now().timestamp();
        let address: Url = address.parse().expect("an address");
        assert!(address.as_str().starts_with(&format!("{}/authorize", self.issuer.trim_end_matches('/'))), "{address}");
        let asked: BTreeMap<String, String> = address.query_pairs().into_owned().collect();
        assert_eq!(
            (asked["client_id"].as_str(), asked["response_type"].as_str(), asked["code_challenge_method"].as_str()),
            ("muavu", "code", "S256")
        );
        assert_eq!(asked["redirect_uri"], "http://127.0.0.1:8080/api/v1/auth/sso/callback");
        let pending = Pending { challenge: asked["code_challenge"].clone(), nonce: asked["nonce"].clone(), subject: subject.to_owned() };
        let code = format!("code-{}", self.codes.lock().expect("codes").len());
        self.codes.lock().expect("codes").insert(code.clone(), pending);
        format!("state={}&code={code}", asked["state"])
    }
}

async fn describe(State(Provider { issuer, .. }): State<Provider>) -> Json<Value> {
    let at = issuer.trim_end_matches('/');
    Json(json!({
        "issuer": issuer, "authorization_endpoint": format!("{at}/authorize"), "token_endpoint": format!("{at}/token"),
        "jwks_uri": format!("{at}/keys"), "response_types_supported": ["code"], "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
    }))
}

async fn keys() -> Json<Value> {
    Json(json!({ "keys": [{ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": "1", "x": KEY_X, "y": KEY_Y }] }))
}

/// A code works once, for whoever knows the secret and the verifier.
async fn token(State(provider): State<Provider>, headers: HeaderMap, body: String) -> Result<Json<Value>, StatusCode> {
    let form: BTreeMap<String, String> = url::form_urlencoded::parse(body.as_bytes()).into_owned().collect();
    let basic = headers.get("authorization").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let pending = provider.codes.lock().expect("codes").remove(&form["code"]).ok_or(StatusCode::BAD_REQUEST)?;
    let verifier = PkceCodeVerifier::new(form["code_verifier"].clone());
    // muavu:bi-mat
    if basic != "Basic bXVhdnU6YmktbWF0" || PkceCodeChallenge::from_code_verifier_sha256(&verifier).as_str() != pending.challenge {
        return Err(StatusCode::UNAUTHORIZED);
    }
    let now = *provider.now.lock().expect("a clock");
    let mut claims = json!({
        "iss": provider.issuer, "sub": pending.subject, "aud": "muavu", "exp": now + 300, "iat": now, "nonce": pending.nonce,
        "email": "lan@sieuthi.example",
    });
    for (name, value) in provider.forge.lock().expect("forged claims").as_object().expect("an object") {
        claims[name] = value.clone();
    }
    let header = Header { kid: Some("1".into()), ..Header::new(Algorithm::ES256) };
    let key = EncodingKey::from_ec_der(KEY);
    let signed = encode(&header, &claims, &key).expect("a token");
    Ok(Json(json!({ "access_token": "x", "token_type": "Bearer", "expires_in": 300, "id_token": signed })))
}
