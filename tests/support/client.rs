//! A browser of sorts: keeps cookies, says where it comes from, speaks JSON.
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::ConnectInfo;
use axum::http::{Method, Request, StatusCode, header};
use serde_json::Value;
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Mutex;
use tower::ServiceExt;

pub const ORIGIN: &str = "http://127.0.0.1:8080";

#[derive(Debug)]
pub struct Client {
    router: Router,
    cookies: Mutex<BTreeMap<String, String>>,
    address: IpAddr,
}

/// An answer: its status, its JSON (null when it has none), its bytes, its headers.
#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub json: Value,
    pub bytes: axum::body::Bytes,
    pub headers: axum::http::HeaderMap,
}

impl Client {
    pub fn new(router: Router) -> Self {
        Self { router, cookies: Mutex::default(), address: IpAddr::V4(Ipv4Addr::new(198, 51, 100, 1)) }
    }

    /// The same person on another server process.
    #[must_use]
    pub fn on(&self, router: Router) -> Self {
        Self { router, cookies: Mutex::new(self.cookies.lock().expect("cookies").clone()), address: self.address }
    }

    /// The same person on another line.
    #[must_use]
    pub fn at(&self, address: &str) -> Self {
        Self { address: address.parse().expect("an address"), ..self.on(self.router.clone()) }
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, None, &[]).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Reply {
        self.send(Method::POST, path, Some(body), &[]).await
    }

    pub async fn put(&self, path: &str, body: Value) -> Reply {
        self.send(Method::PUT, path, Some(body), &[]).await
    }

    pub async fn delete(&self, path: &str, body: Value) -> Reply {
        self.send(Method::DELETE, path, Some(body), &[]).await
    }

    /// A POST that may be repeated with the same key.
    pub async fn post_once(&self, path: &str, key: &str, body: Value) -> Reply {
        self.send(Method::POST, path, Some(body), &[("idempotency-key", key)]).await
    }

    /// `path` is below `/api/v1` unless it starts with two slashes, which stand for the root.
    pub async fn send(&self, method: Method, path: &str, body: Option<Value>, headers: &[(&str, &str)]) -> Reply {
        let Some(body) = body else { return self.send_bytes(method, path, Bytes::new(), headers).await };
        let headers: Vec<_> = headers.iter().copied().chain([("content-type", "application/json")]).collect();
        self.send_bytes(method, path, body.to_string().into(), &headers).await
    }

    /// A file as the body of a POST.
    pub async fn upload(&self, path: &str, file: &[u8]) -> Reply {
        let body = Bytes::copy_from_slice(file);
        self.send_bytes(Method::POST, path, body, &[("content-type", "application/octet-stream")]).await
    }

    /// The same with a body that need not be JSON.
    pub async fn send_bytes(&self, method: Method, path: &str, body: Bytes, headers: &[(&str, &str)]) -> Reply {
        let address = path.strip_prefix("//").map_or_else(|| format!("/api/v1{path}"), |root| format!("/{root}"));
        let mut request = Request::builder().method(method).uri(address).header(header::HOST, "127.0.0.1:8080");
        if !headers.iter().any(|(name, _)| *name == "origin") {
            request = request.header(header::ORIGIN, ORIGIN);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let cookies =
            self.cookies.lock().expect("cookies").iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies);
        }
        let peer = SocketAddr::new(self.address, 40_000);
        let request = request.extension(ConnectInfo(peer)).body(Body::from(body)).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (status, headers) = (response.status(), response.headers().clone());
        for cookie in headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok()) {
            let (name, value) = cookie.split(';').next().and_then(|pair| pair.split_once('=')).expect("a cookie");
            self.cookies.lock().expect("cookies").insert(name.to_owned(), value.to_owned());
        }
        let bytes = axum::body::to_bytes(response.into_body(), 64 << 20).await.expect("a body");
        let json = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        Reply { status, json, bytes, headers }
    }

    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().expect("cookies").get(name).cloned()
    }

    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.lock().expect("cookies").insert(name.to_owned(), value.to_owned());
    }
}

impl Reply {
    /// The JSON of an answer that must have this status.
    #[track_caller]
    pub fn expect(self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.json);
        self.json
    }

    /// Status and code of a problem, with the fields at fault: `422 invalid [kg_total: kg_out_of_range]`.
    pub fn problem(&self) -> String {
        let code = self.json["code"].as_str().unwrap_or("-");
        let fields: Vec<String> = self.json["errors"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|error| format!("{}: {}", error["field"].as_str().unwrap_or("-"), error["code"].as_str().unwrap_or("-")))
            .collect();
        let fields = if fields.is_empty() { String::new() } else { format!(" [{}]", fields.join(", ")) };
        format!("{} {code}{fields}", self.status.as_u16())
    }
}
