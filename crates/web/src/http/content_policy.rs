//! What a page may load, said by every answer that can be a page of its own.
use axum::http::{HeaderValue, Response, header};

/// The page runs its own scripts and styles only; nothing of it may be framed.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; \
     font-src 'self' data:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'",
);
/// A browser asks no policy of these: they run or show under that of the page that loads them. The worker does not, and has its own in
/// `assets.rs`. A first visit loads some sixty.
const PARTS: [&str; 3] = ["text/javascript", "text/css", "font/woff2"];

pub fn of<B>(response: &Response<B>) -> Option<HeaderValue> {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    (!PARTS.contains(&kind)).then_some(POLICY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_can_be_opened_by_itself_has_a_policy() {
        let answer = |kind: &str| Response::builder().header(header::CONTENT_TYPE, kind).body(()).unwrap();
        for kind in ["text/html", "application/json", "image/svg+xml", "text/html; charset=utf-8"] {
            assert!(of(&answer(kind)).is_some(), "{kind}");
        }
        assert!(of(&Response::new(())).is_some());
        assert_eq!(of(&answer("text/javascript")), None);
    }
}
