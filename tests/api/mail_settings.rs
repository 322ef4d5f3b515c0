//! People choose which notices come by mail and when; duties always come.
use axum::body::Bytes;
use axum::http::Method;
use chrono::TimeDelta;
use serde_json::{Value, json};
use std::time::Duration;
use support::deals::{BUYER_MAIL, SUPPLIER_MAIL};
use support::smtp::{Mood, Sink};
use support::{Client, TestApp};
use web::store::mail::Mail;

const PATIENCE: Duration = Duration::from_secs(5);

/// Both sides of a market that a round will match.
async fn market(app: &TestApp) -> (Client, Client) {
    let (supplier, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 1").await);
    supplier.post_offer(json!({})).await;
    buyer.post_demand(json!({})).await;
    (supplier, buyer)
}

async fn round(app: &TestApp) {
    app.officer().await.post("/rounds", json!({})).await.expect(201);
}

async fn choose(who: &Client, quiet: Value, wish: &str) {
    let wishes = json!([{ "kind": "proposals_new", "wish": wish }]);
    who.put("/account/mail", json!({ "quiet": quiet, "wishes": wishes })).await.expect(200);
}

async fn of_kind(app: &TestApp, kind: &str, to: &str) -> Vec<Mail> {
    app.mails().await.into_iter().filter(|mail| mail.kind == kind && mail.recipient == to).collect()
}

#[tokio::test]
async fn a_person_chooses_about_what_is_no_duty() {
    let app = TestApp::new().await;
    let (supplier, _) = market(&app).await;
    let first = supplier.get("/account/mail").await.expect(200);
    assert_eq!((first["email"].as_str(), &first["quiet"], &first["bounce"]), (Some(SUPPLIER_MAIL), &Value::Null, &Value::Null));
    let kinds: Vec<_> = first["wishes"].as_array().unwrap().iter().map(|row| row["kind"].as_str().unwrap().to_owned()).collect();
    let optional = [
        "certificate_expiring",
        "harvest_to_confirm",
        "proposals_new",
        "proposal_countered",
        "proposal_accepted",
        "approval_asked",
        "search_found",
    ];
    assert_eq!(kinds, optional);
    let officers = app.officer().await.get("/account/mail").await.expect(200);
    assert_eq!(officers["wishes"], json!([{ "kind": "organisation_submitted", "wish": "at_once" }]));

    choose(&supplier, json!({ "from": "21:00", "to": "06:00" }), "daily").await;
    let kept = supplier.get("/account/mail").await.expect(200);
    assert_eq!(kept["quiet"], json!({ "from": "21:00", "to": "06:00" }));
    assert_eq!(kept["wishes"][2], json!({ "kind": "proposals_new", "wish": "daily" }));

    let bad = json!({ "quiet": { "from": "06:00", "to": "06:00" }, "wishes": [{ "kind": "payment_due", "wish": "never" }] });
    let reply = supplier.put("/account/mail", bad).await;
    assert_eq!(reply.problem(), "422 invalid [quiet.to: hours_empty, wishes.0.wish: mail_is_a_duty]");
    assert_eq!(supplier.get("/account/mail").await.expect(200), kept, "nothing half done");
}

#[tokio::test]
async fn mail_waits_for_the_end_of_the_quiet_hours_and_a_code_does_not() {
    let app = TestApp::new().await;
    let (supplier, _) = market(&app).await;
    // It is eight in the morning.
    choose(&supplier, json!({ "from": "07:00", "to": "09:30" }), "at_once").await;
    round(&app).await;
    assert_eq!(of_kind(&app, "proposals_new", SUPPLIER_MAIL).await.len(), 0);
    assert_eq!(of_kind(&app, "proposals_new", BUYER_MAIL).await.len(), 1, "the other side chose nothing");
    app.visitor().post("/auth/forgot-password", json!({ "sign_in": SUPPLIER_MAIL })).await.expect(204);
    assert_eq!(of_kind(&app, "reset_password", SUPPLIER_MAIL).await.len(), 1);
    let waiting = supplier.get("/account/mails").await.expect(200);
    let statuses: Vec<_> = waiting["items"].as_array().unwrap().iter().map(|mail| mail["status"].as_str().unwrap()).collect();
    assert_eq!(statuses[..2], ["sent", "queued"]);
    app.advance(TimeDelta::minutes(90));
    assert_eq!(of_kind(&app, "proposals_new", SUPPLIER_MAIL).await.len(), 1);
}

#[tokio::test]
async fn the_mail_of_the_day_comes_once_with_what_was_not_read() {
    let app = TestApp::new().await;
    let (supplier, buyer) = market(&app).await;
    choose(&supplier, Value::Null, "daily").await;
    choose(&buyer, Value::Null, "daily").await;
    round(&app).await;
    assert_eq!(of_kind(&app, "proposals_new", SUPPLIER_MAIL).await.len(), 0);
    web::flow::send_daily(&app.app).await.unwrap();
    assert_eq!(of_kind(&app, "daily", SUPPLIER_MAIL).await.len(), 0, "not before the morning");
    let seen = buyer.get("/notices").await.expect(200)["items"][0]["id"].clone();
    buyer.post("/notices/read", json!({ "up_to": seen })).await.expect(204);
    // From eight to a quarter past six and then half past six.
    app.advance(TimeDelta::minutes(22 * 60 + 30));
    let (twin, _) = app.another().await;
    let (one, other) = tokio::join!(web::flow::send_daily(&app.app), web::flow::send_daily(&twin));
    one.and(other).unwrap();
    let mails = of_kind(&app, "daily", SUPPLIER_MAIL).await;
    assert_eq!(mails.len(), 1, "however many look");
    assert_eq!(mails[0].subject, "1 việc mới trên chợ");
    assert!(mails[0].text.contains("• 1 đề xuất mới từ phiên ghép"), "{}", mails[0].text);
    assert_eq!(of_kind(&app, "daily", BUYER_MAIL).await.len(), 0, "it was read in the app");
}

#[tokio::test]
async fn one_click_in_a_mail_ends_mails_of_its_kind_without_a_sign_in() {
    let sink = Sink::start(Mood::Takes).await;
    let app = TestApp::with_smtp(&sink.url, PATIENCE).await;
    let (supplier, _) = market(&app).await;
    round(&app).await;
    app.run_jobs().await;
    let received = sink.received();
    assert!(received.iter().any(|mail| mail.header("List-Unsubscribe").is_empty()), "the confirmation of an address has no end");
    let mail = received
        .iter()
        .find(|mail| mail.recipient == SUPPLIER_MAIL && !mail.header("List-Unsubscribe").is_empty())
        .expect("a mail that may end");
    assert_eq!(mail.header("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
    let header = mail.header("List-Unsubscribe");
    let path = header.split_once("/api/v1").and_then(|(_, path)| path.strip_suffix('>')).expect("an address of ours").to_owned();

    let visitor = app.visitor();
    let page = visitor.get(&path).await;
    assert_eq!(page.status, 303, "a program that only follows links ends nothing");
    assert!(page.headers["location"].to_str().unwrap().starts_with("/dung-thu?ma="), "{:?}", page.headers);
    assert_eq!(supplier.get("/account/mail").await.expect(200)["wishes"][2]["wish"], "at_once");
    let body = Bytes::from_static(b"List-Unsubscribe=One-Click");
    let form = [("content-type", "application/x-www-form-urlencoded"), ("origin", "https://mail.example")];
    assert_eq!(visitor.send_bytes(Method::POST, &path, body, &form).await.status, 204);
    assert_eq!(supplier.get("/account/mail").await.expect(200)["wishes"][2]["wish"], "never");
    let forged = path.replace("proposals_new", "daily");
    assert_eq!(visitor.post(&forged, json!({})).await.problem(), "404 not_found");
}

#[tokio::test]
async fn an_address_that_takes_no_mail_is_shown_to_its_owner_and_gets_only_duties() {
    let sink = Sink::start(Mood::Takes).await;
    let app = TestApp::with_smtp(&sink.url, PATIENCE).await;
    let (supplier, _) = market(&app).await;
    app.run_jobs().await;
    sink.becomes_for(SUPPLIER_MAIL, Mood::Refuses);
    app.visitor().post("/auth/forgot-password", json!({ "sign_in": SUPPLIER_MAIL })).await.expect(204);
    app.run_jobs().await;
    let settings = supplier.get("/account/mail").await.expect(200);
    assert!(settings["bounce"]["reason"].as_str().unwrap().contains("no such mailbox"), "{settings}");
    let before = supplier.get("/account/mails").await.expect(200)["items"].as_array().unwrap().len();
    round(&app).await;
    let after = supplier.get("/account/mails").await.expect(200)["items"].as_array().unwrap().len();
    assert_eq!(after, before, "what is no duty is not even written");

    let account = supplier.get("/account").await.expect(200);
    let details = json!({ "name": account["name"], "email": "moi@htx.example", "language": "vi" });
    supplier
        .put("/account", json!({ "version": account["version"], "details": details, "password": support::people::PASSWORD }))
        .await
        .expect(200);
    assert_eq!(supplier.get("/account/mail").await.expect(200)["bounce"], Value::Null, "another address, another chance");
}
