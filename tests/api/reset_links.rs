//! A new password where no mail goes: handed over by a director or the operator.
use chrono::TimeDelta;
use serde_json::{Value, json};
use support::people::PASSWORD;
use support::{Client, TestApp};

const NEW: &str = "buoi do tan lac";

fn token(made: &Value) -> String {
    made["link"].as_str().unwrap().split_once("/dat-lai-mat-khau?token=").expect("a link").1.to_owned()
}

async fn reset(visitor: &Client, token: &str) -> support::Reply {
    visitor.post("/auth/reset-password", json!({ "token": token, "password": NEW })).await
}

/// Where a link for the member in this place of the list is made.
async fn path(director: &Client, at: usize) -> String {
    format!("/members/{}/reset-link", director.get("/members").await.expect(200)["items"][at]["id"].as_str().unwrap())
}

/// The steps of the own account with who did each, newest first.
async fn steps(who: &Client) -> Vec<(String, Option<String>)> {
    let events = who.get("/account/events").await.expect(200);
    let text = |value: &Value| value.as_str().map(str::to_owned);
    events["items"].as_array().unwrap().iter().map(|event| (text(&event["step"]).unwrap(), text(&event["by"]))).collect()
}

#[tokio::test]
async fn a_director_hands_a_colleague_a_link_that_works_once_and_leaves_a_trace() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let clerk = app.clerk(&director, "thu-ky-1").await;
    let path = path(&director, 1).await;
    let made = director.post(&path, json!({})).await.expect(201);
    assert_eq!(made["sign_in"], "thu-ky-1");
    let notices = clerk.get("/notices").await.expect(200);
    let told = (&notices["items"][0]["kind"], &notices["items"][0]["arguments"]);
    assert_eq!(told, (&json!("reset_link_made"), &json!({ "by": "Bùi Thị Mai" })));
    let hashes = app.column("SELECT hash FROM link").await;
    assert!(!hashes.contains(&token(&made)), "only a hash is kept");

    let visitor = app.visitor();
    reset(&visitor, &token(&made)).await.expect(204);
    assert_eq!(reset(&visitor, &token(&made)).await.problem(), "422 invalid [token: link_already_used]");
    assert_eq!(clerk.get("/session").await.problem(), "401 sign_in", "every session ended");
    let old = visitor.post("/auth/sign-in", json!({ "sign_in": "thu-ky-1", "password": PASSWORD })).await;
    assert_eq!(old.problem(), "422 invalid [password: sign_in_wrong]");
    visitor.post("/auth/sign-in", json!({ "sign_in": "thu-ky-1", "password": NEW })).await.expect(200);
    assert_eq!(visitor.get("/notices").await.expect(200)["items"][0]["kind"], "password_reset");
    let director_s = |step: &str| (step.to_owned(), Some("Bùi Thị Mai".to_owned()));
    let kept = [("password_reset".to_owned(), None), director_s("reset_link_made"), director_s("made_clerk")];
    assert_eq!(steps(&visitor).await, kept);
    assert_eq!(steps(&director).await, [], "the trace is in the account it is about");
}

#[tokio::test]
async fn a_link_ends_by_itself_by_a_newer_one_or_by_a_changed_password() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let clerk = app.clerk(&director, "thu-ky-1").await;
    let path = path(&director, 1).await;
    let make = async || token(&director.post(&path, json!({})).await.expect(201));
    let visitor = app.visitor();
    let (first, second) = (make().await, make().await);
    assert_eq!(reset(&visitor, &first).await.problem(), "422 invalid [token: link_already_used]");
    clerk.post("/account/password", json!({ "current": PASSWORD, "password": NEW })).await.expect(204);
    assert_eq!(reset(&visitor, &second).await.problem(), "422 invalid [token: link_already_used]");
    assert_eq!(steps(&clerk).await[0], ("password_changed".to_owned(), Some("Nhân viên".to_owned())));
    let late = make().await;
    app.advance(TimeDelta::hours(1));
    assert_eq!(reset(&visitor, &late).await.problem(), "422 invalid [token: link_expired]");
}

#[tokio::test]
async fn nobody_makes_a_link_for_themselves_or_beyond_their_reach() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let clerk = app.clerk(&director, "thu-ky-1").await;
    let (first, second) = (path(&director, 0).await, path(&director, 1).await);
    assert_eq!(director.post(&first, json!({})).await.problem(), "409 own_password");
    assert_eq!(clerk.post(&first, json!({})).await.problem(), "403 forbidden");
    assert_eq!(app.officer().await.post(&second, json!({})).await.problem(), "403 forbidden");
    director.delete(second.trim_end_matches("/reset-link"), json!({})).await.expect(200);
    assert_eq!(director.post(&second, json!({})).await.problem(), "409 account_closed");
    let anybody = json!({ "sign_in": "htx-cam-1@htx.example" });
    assert_eq!(director.post("/operator/reset-links", anybody.clone()).await.problem(), "403 forbidden");

    let operator = app.operator().await;
    let unknown = operator.post("/operator/reset-links", json!({ "sign_in": "khong-ai" })).await;
    assert_eq!(unknown.problem(), "422 invalid [sign_in: sign_in_unknown]");
    let own = operator.post("/operator/reset-links", json!({ "sign_in": "van-hanh" })).await;
    assert_eq!(own.problem(), "409 own_password");
    let made = operator.post("/operator/reset-links", anybody).await.expect(201);
    let mail = app.last_mail("reset_link_made", "htx-cam-1@htx.example").await;
    assert!(!mail.text.contains(&token(&made)), "the link itself is not mailed: {mail:?}");
    reset(&app.visitor(), &token(&made)).await.expect(204);
    assert_eq!(director.get("/session").await.problem(), "401 sign_in");
    app.last_mail("password_reset", "htx-cam-1@htx.example").await;
}
