//! Answers are packed for a weak network where packing saves something.
use axum::http::{HeaderMap, Method};
use std::io::Read;
use support::{Client, Reply, TestApp};

async fn packed(client: &Client, path: &str) -> Reply {
    client.send(Method::GET, path, None, &[("accept-encoding", "gzip")]).await
}

fn encoding(headers: &HeaderMap) -> Option<&str> {
    headers.get("content-encoding").map(|value| value.to_str().unwrap())
}

#[tokio::test]
async fn a_long_answer_is_packed_and_the_same() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let plain = visitor.get("/catalogue").await;
    assert_eq!(encoding(&plain.headers), None);
    let reply = packed(&visitor, "/catalogue").await;
    assert_eq!(encoding(&reply.headers), Some("gzip"));
    assert!(reply.bytes.len() * 3 < plain.bytes.len(), "{} of {} bytes", reply.bytes.len(), plain.bytes.len());
    let mut unpacked = Vec::new();
    flate2::read::GzDecoder::new(&reply.bytes[..]).read_to_end(&mut unpacked).unwrap();
    assert_eq!(unpacked, plain.bytes);
}

#[tokio::test]
async fn an_answer_of_a_few_bytes_is_left_alone() {
    let app = TestApp::new().await;
    let reply = packed(&app.cooperative("HTX Cam 1").await, "/notices/unread").await;
    assert_eq!(encoding(&reply.headers), None, "{}", reply.json);
}
