//! Requests to the provider: bounded in time and size, redirects not followed.
use anyhow::Context;
use axum::http::{Request, Response};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore, crypto::ring};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// Longer than a provider at the other end of the country takes, shorter than a person waits.
const PATIENCE: Duration = Duration::from_secs(10);
/// The keys of a provider are a few kilobytes.
const MOST_BYTES: usize = 1 << 20;

#[derive(Debug, thiserror::Error)]
#[error("{0:#}")]
pub struct FetchError(#[from] anyhow::Error);

#[derive(Debug, Clone)]
pub struct Fetch(Client<HttpsConnector<HttpConnector>, Full<Bytes>>);

impl Fetch {
    /// Where the provider is on a safe line, what it names is too: the secret never leaves on another.
    pub fn new(ca_file: Option<&Path>, safe: bool) -> anyhow::Result<Self> {
        let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        if let Some(path) = ca_file {
            for certificate in
                CertificateDer::pem_file_iter(path).with_context(|| format!("sso_ca_file: cannot read {}", path.display()))?
            {
                roots.add(certificate.context("sso_ca_file is not a certificate in PEM")?)?;
            }
        }
        let tls = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let connector = HttpsConnectorBuilder::new().with_tls_config(tls);
        let connector = if safe { connector.https_only() } else { connector.https_or_http() }.enable_http1().build();
        Ok(Self(Client::builder(TokioExecutor::new()).build(connector)))
    }

    pub async fn send(self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, FetchError> {
        let request = request.map(|body| Full::new(Bytes::from(body)));
        let work = async {
            let (head, body) = self.0.request(request).await?.into_parts();
            let body = Limited::new(body, MOST_BYTES).collect().await.map_err(|error| anyhow::anyhow!(error))?;
            anyhow::Ok(Response::from_parts(head, body.to_bytes().to_vec()))
        };
        let answer = tokio::time::timeout(PATIENCE, work).await.context("the provider of sign-ins does not answer")?;
        Ok(answer?)
    }
}
