//! Where an account is signed in, and ending what is not wanted there.
use axum::http::Method;
use chrono::TimeDelta;
use serde_json::{Value, json};
use support::people::PASSWORD;
use support::{Client, TestApp};

const PHONE: &str = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36";

/// The director of HTX Cam 1 on one more device.
async fn sign_in(app: &TestApp, user_agent: &str) -> Client {
    let client = app.visitor();
    let body = json!({ "sign_in": "htx-cam-1@htx.example", "password": PASSWORD });
    client.send(Method::POST, "/auth/sign-in", Some(body), &[("user-agent", user_agent)]).await.expect(200);
    client
}

/// Every session in the list: browser, system, and whether it is the one that asks.
async fn devices(who: &Client) -> Vec<(String, String, bool)> {
    let list = who.get("/account/sessions").await.expect(200);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let row = |one: &Value| (text(&one["browser"]), text(&one["system"]), one["current"].as_bool().unwrap());
    list["items"].as_array().unwrap().iter().map(row).collect()
}

fn device(browser: &str, system: &str, current: bool) -> (String, String, bool) {
    (browser.to_owned(), system.to_owned(), current)
}

#[tokio::test]
async fn a_member_sees_where_the_account_is_signed_in_and_ends_one_or_all_others() {
    let app = TestApp::new().await;
    let desk = app.cooperative("HTX Cam 1").await;
    let phone = sign_in(&app, PHONE).await;
    let strange = sign_in(&app, "<b>x</b>").await;
    let all = [device("other", "other", false), device("chrome", "android", true), device("other", "other", false)];
    assert_eq!(devices(&phone).await, all);

    let list = phone.get("/account/sessions?limit=1").await.expect(200);
    let (newest, next) = (list["items"][0]["id"].as_str().unwrap().to_owned(), list["next"].as_str().unwrap().to_owned());
    let rest = phone.get(&format!("/account/sessions?after={next}")).await.expect(200);
    assert_eq!(rest["items"].as_array().unwrap().len(), 2);
    phone.delete(&format!("/account/sessions/{newest}"), json!({})).await.expect(204);
    phone.delete(&format!("/account/sessions/{newest}"), json!({})).await.expect(204);
    assert_eq!(strange.get("/session").await.problem(), "401 sign_in", "ended at once");
    assert_eq!(strange.post("/auth/refresh", json!({})).await.problem(), "401 sign_in", "and not brought back");
    desk.get("/session").await.expect(200);

    phone.post("/account/sessions/end-others", json!({})).await.expect(204);
    assert_eq!(desk.get("/session").await.problem(), "401 sign_in");
    assert_eq!(devices(&phone).await, [device("chrome", "android", true)]);
}

#[tokio::test]
async fn the_last_use_moves_on_and_a_session_nobody_uses_leaves_the_list() {
    let app = TestApp::new().await;
    app.cooperative("HTX Cam 1").await;
    let phone = sign_in(&app, PHONE).await;
    app.advance(TimeDelta::days(29));
    phone.post("/auth/refresh", json!({})).await.expect(200);
    let list = phone.get("/account/sessions").await.expect(200);
    assert_eq!(
        (&list["items"][0]["started_at"], &list["items"][0]["last_used_at"]),
        (&json!("2026-11-21T01:00:00Z"), &json!("2026-12-20T01:00:00Z"))
    );
    assert_eq!(devices(&phone).await.len(), 2);
    app.advance(TimeDelta::days(1));
    phone.post("/auth/refresh", json!({})).await.expect(200);
    assert_eq!(devices(&phone).await, [device("chrome", "android", true)], "the desk was not used for thirty days");
}

#[tokio::test]
async fn somebody_elses_session_does_not_exist() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let clerk = app.clerk(&director, "thu-ky-1").await;
    let own = director.get("/account/sessions").await.expect(200);
    let path = format!("/account/sessions/{}", own["items"][0]["id"].as_str().unwrap());
    assert_eq!(clerk.delete(&path, json!({})).await.problem(), "404 not_found");
    clerk.post("/account/sessions/end-others", json!({})).await.expect(204);
    director.get("/session").await.expect(200);
    let ids = clerk.get("/account/sessions").await.expect(200);
    assert_eq!(ids["items"].as_array().unwrap().len(), 1);
}
