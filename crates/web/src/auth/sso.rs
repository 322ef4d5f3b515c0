//! Signing in with an account of somebody else's directory: `OpenID` Connect, authorization code with PKCE.
mod fetch;

use crate::config::Sso as Settings;
use crate::env::Env;
use anyhow::Context;
use domain::day::Timestamp;
use domain::id::UserId;
use fetch::Fetch;
use openidconnect::core::{CoreAuthenticationFlow, CoreClient, CoreProviderMetadata};
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl, Nonce,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, TokenResponse,
};
use serde::{Deserialize, Serialize};

/// How long somebody may stay away at the provider.
pub const AWAY_MINUTES: i64 = 10;
/// A subject is no longer, says the standard.
const MOST_SUBJECT: usize = 255;
/// The provider sends people back here.
pub const CALLBACK: &str = "/api/v1/auth/sso/callback";

/// What is known while a person is away: it travels in a cookie that only this instance can have signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Away {
    pub state: String,
    nonce: String,
    verifier: String,
    pub purpose: Purpose,
    pub until: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    SignIn {
        next: String,
    },
    /// This person, who is signed in, ties the account.
    Link {
        user: UserId,
    },
}

/// Who somebody is at the provider. The subject alone is theirs for good; an address may pass to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    pub issuer: String,
    pub subject: String,
    pub email: Option<String>,
}

type Provider = CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

#[derive(Debug, Clone)]
pub struct Sso {
    pub name: String,
    settings: Settings,
    redirect: RedirectUrl,
    fetch: Fetch,
}

impl Sso {
    pub fn new(settings: &Settings, public_url: &str) -> anyhow::Result<Self> {
        Ok(Self {
            name: settings.name.clone(),
            settings: settings.clone(),
            redirect: RedirectUrl::new(format!("{public_url}{CALLBACK}")).context("public_url is not an address")?,
            fetch: Fetch::new(settings.ca_file.as_deref(), settings.issuer.starts_with("https://"))?,
        })
    }

    /// Where the person goes, and what to remember until then.
    pub async fn leave(&self, env: &Env, purpose: Purpose) -> anyhow::Result<(String, Away)> {
        let secret = || super::hex(&env.secret::<32>());
        let (state, nonce, verifier) = (secret(), secret(), secret());
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(verifier.clone()));
        let provider = self.provider().await?;
        let (csrf, once) = (CsrfToken::new(state.clone()), Nonce::new(nonce.clone()));
        let (url, _, _) = provider
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || csrf, move || once)
            .add_scope(Scope::new("email".to_owned()))
            .set_pkce_challenge(challenge)
            .url();
        let until = (env.now() + chrono::TimeDelta::minutes(AWAY_MINUTES)).timestamp();
        Ok((url.into(), Away { state, nonce, verifier, purpose, until }))
    }

    /// Who came back, once the provider has confirmed the code and its signature was checked.
    pub async fn identify(&self, away: Away, code: String, now: Timestamp) -> anyhow::Result<Identity> {
        let provider = self.provider().await?;
        let exchange = provider.exchange_code(AuthorizationCode::new(code))?.set_pkce_verifier(PkceCodeVerifier::new(away.verifier));
        let answer = exchange.request_async(&self.http()).await.context("the provider did not take the code")?;
        let token = answer.id_token().context("the provider sent no identity")?;
        let verifier = provider.id_token_verifier().set_time_fn(move || now);
        let claims = token.claims(&verifier, &Nonce::new(away.nonce)).context("the identity is not in order")?;
        anyhow::ensure!((1..=MOST_SUBJECT).contains(&claims.subject().len()), "the identity has no subject that can be kept");
        Ok(Identity {
            issuer: claims.issuer().to_string(),
            subject: claims.subject().to_string(),
            email: claims.email().map(|email| email.to_string()),
        })
    }

    /// The provider as it describes itself now: its addresses and keys may change at any time.
    async fn provider(&self) -> anyhow::Result<Provider> {
        let Settings { issuer, client_id, client_secret, .. } = &self.settings;
        let issuer = IssuerUrl::new(issuer.clone())?;
        let described =
            CoreProviderMetadata::discover_async(issuer, &self.http()).await.context("the provider does not describe itself")?;
        let secret = ClientSecret::new(client_secret.expose().to_owned());
        let client = CoreClient::from_provider_metadata(described, ClientId::new(client_id.clone()), Some(secret));
        Ok(client.set_redirect_uri(self.redirect.clone()))
    }

    fn http(&self) -> impl Fn(openidconnect::HttpRequest) -> SendFuture + use<> {
        let fetch = self.fetch.clone();
        move |request| Box::pin(fetch.clone().send(request))
    }
}

type SendFuture = std::pin::Pin<Box<dyn Future<Output = Result<openidconnect::HttpResponse, fetch::FetchError>> + Send>>;
