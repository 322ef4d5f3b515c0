//! How often somebody may try, and where a request comes from.
use super::error::ApiError;
use crate::app::App;
use crate::store::{StoreError, Tx, throttle};
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::{HeaderMap, request::Parts};
use domain::throttle::{Counter, Source};
use ipnet::IpNet;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use uuid::Uuid;

/// A try that was let through, counted until it is forgiven.
#[derive(Debug)]
#[must_use]
pub struct Counted {
    rows: Vec<Uuid>,
    closest: Option<String>,
}

/// Lets a try through and counts it before it is looked at, so that a thousand guesses in one moment count as a thousand.
pub async fn count(app: &App, counters: &[Counter]) -> Result<Counted, ApiError> {
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    throttle::take_turns(&tx).await?;
    for Counter { subject, throttle } in counters {
        if let Some(until) = throttle.until(&throttle::tries(&tx, subject, now).await?, now) {
            return Err(ApiError::TooMany { code: "too_many", seconds: (until - now).num_seconds().max(1) });
        }
    }
    let rows: Vec<Uuid> = counters.iter().map(|_| app.env.id()).collect();
    throttle::add(&tx, rows.iter().copied().zip(counters.iter().map(|counter| counter.subject.as_str())), now).await?;
    tx.commit().await?;
    Ok(Counted { rows, closest: counters.first().map(|counter| counter.subject.clone()) })
}

impl Counted {
    /// It was right: this try does not count, nor do those before it from the same place.
    pub async fn right(self, tx: &Tx) -> Result<(), StoreError> {
        // Two who are right at once forgive each other's tries.
        throttle::take_turns(tx).await?;
        throttle::forgive(tx, &self.rows, self.closest.as_deref()).await
    }

    /// It was no guess: this try does not count.
    pub async fn no_guess(self, tx: &Tx) -> Result<(), StoreError> {
        throttle::forgive(tx, &self.rows, None).await
    }
}

impl FromRequestParts<App> for Source {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0.ip());
        Ok(client(peer, &parts.headers, &app.config.trusted_proxies).into())
    }
}

/// Each trusted proxy says who spoke to it at the end of `X-Forwarded-For`; what stands before that anybody may have written.
fn client(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let lines: Vec<&str> = headers.get_all("x-forwarded-for").iter().filter_map(|line| line.to_str().ok()).collect();
    let mut spoke = peer.to_canonical();
    for hop in lines.iter().flat_map(|line| line.split(',')).rev() {
        if !trusted.iter().any(|net| net.contains(&spoke)) {
            break;
        }
        let Some(before) = address(hop.trim()) else { break };
        spoke = before.to_canonical();
    }
    spoke
}

/// An address as proxies write it: bare, in brackets, or with a port.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    bare.parse().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_trusted_proxy_wrote_is_believed() {
        let trusted: Vec<IpNet> = ["10.0.0.0/8", "::1/128"].map(|net| net.parse().unwrap()).into();
        for (peer, lines, client_is) in [
            ("203.0.113.7", vec!["198.51.100.1"], "203.0.113.7"),
            ("10.0.0.1", vec![], "10.0.0.1"),
            ("10.0.0.1", vec!["198.51.100.1"], "198.51.100.1"),
            ("10.0.0.1", vec!["8.8.8.8, 198.51.100.1"], "198.51.100.1"),
            ("10.0.0.1", vec!["8.8.8.8", "198.51.100.1, 10.0.0.2"], "198.51.100.1"),
            ("10.0.0.1", vec!["198.51.100.1, nobody"], "10.0.0.1"),
            ("10.0.0.1", vec!["198.51.100.1:4711"], "198.51.100.1"),
            ("::ffff:10.0.0.1", vec!["[2001:db8::1]:4711"], "2001:db8::1"),
            ("::1", vec!["[2001:db8::1]"], "2001:db8::1"),
        ] {
            let mut headers = HeaderMap::new();
            for line in &lines {
                headers.append("x-forwarded-for", line.parse().unwrap());
            }
            assert_eq!(client(peer.parse().unwrap(), &headers, &trusted), client_is.parse::<IpAddr>().unwrap(), "{peer} {lines:?}");
        }
    }
}
