//! The front end, carried in the binary. Files with a hash in their name never change; every other address is the one page.
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, Uri, header};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../../frontend/build"]
struct Build;

const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// It runs under the policy of its own answer, not of the page: it asks this server for files and runs nothing else.
const WORKER: &str = "service-worker.js";
const WORKER_POLICY: HeaderValue = HeaderValue::from_static("default-src 'none'; connect-src 'self'");
const ASK_EACH_TIME: HeaderValue = HeaderValue::from_static("no-cache");

pub async fn serve(uri: Uri, headers: HeaderMap) -> Response<Body> {
    let path = uri.path().trim_start_matches('/');
    let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    let found = if !path.is_empty() && is_file { find(path, &headers) } else { find("index.html", &headers) };
    found.unwrap_or_else(|| response(StatusCode::NOT_FOUND, Body::empty()))
}

fn find(path: &str, headers: &HeaderMap) -> Option<Response<Body>> {
    let accepts = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let packed = [("br", ".br"), ("gzip", ".gz")]
        .into_iter()
        .filter(|(name, _)| accepts.split(',').any(|part| part.trim().split(';').next() == Some(name)))
        .find_map(|(name, ending)| Some((Build::get(&format!("{path}{ending}"))?, Some(name))));
    let (file, encoding) = packed.or_else(|| Some((Build::get(path)?, None)))?;
    let tag = HeaderValue::from_str(&format!("\"{}\"", crate::auth::hex(&file.metadata.sha256_hash()[..16]))).ok()?;
    let unchanged = headers.get(header::IF_NONE_MATCH) == Some(&tag);
    let mut answer =
        if unchanged { response(StatusCode::NOT_MODIFIED, Body::empty()) } else { response(StatusCode::OK, Body::from(file.data)) };
    let kind = Build::get(path).map_or_else(|| file.metadata.mimetype().to_owned(), |plain| plain.metadata.mimetype().to_owned());
    let set = answer.headers_mut();
    set.insert(header::CONTENT_TYPE, HeaderValue::from_str(&kind).ok()?);
    set.insert(header::ETAG, tag);
    set.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    set.insert(header::CACHE_CONTROL, if path.contains("/immutable/") { FOREVER } else { ASK_EACH_TIME });
    if path == WORKER {
        set.insert(header::CONTENT_SECURITY_POLICY, WORKER_POLICY);
    }
    if let Some(encoding) = encoding {
        set.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    Some(answer)
}

fn response(status: StatusCode, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    response
}
