//! Mail over real SMTP: sent once, tried again, given up, never lost with the request that wrote it.
use chrono::TimeDelta;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use std::time::Duration;
use support::TestApp;
use support::people::registration;
use support::smtp::{Mood, Sink};

/// What a hanging server may cost here.
const PATIENCE: Duration = Duration::from_millis(700);

async fn instance(sink: &Sink) -> TestApp {
    TestApp::with_smtp(&sink.url, PATIENCE).await
}

async fn register(app: &TestApp) {
    app.visitor().post("/auth/register", registration("cooperative", "HTX Cam 1", 0)).await.expect(201);
}

async fn operator_sees(app: &TestApp) -> Value {
    app.operator().await.get("/operator/mail").await.expect(200)["items"][0].clone()
}

#[tokio::test]
async fn a_mail_leaves_with_vietnamese_words_and_a_stable_id() {
    let sink = Sink::start(Mood::Takes).await;
    let app = instance(&sink).await;
    register(&app).await;
    assert!(sink.received().is_empty(), "nothing leaves inside the request");
    app.run_jobs().await;
    let mails = sink.received();
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].recipient, "htx-cam-1@htx.example");
    assert!(mails[0].header("Subject").starts_with("=?utf-8?"), "{}", mails[0].header("Subject"));
    let seen = operator_sees(&app).await;
    assert_eq!(seen["status"], "sent");
    assert_eq!(seen["text"], Value::Null, "a link that opens an account is nobody else's");
    assert_eq!(mails[0].header("Message-ID"), format!("<{}@muavu.example>", seen["id"].as_str().unwrap()));
}

#[tokio::test]
async fn a_busy_server_gets_the_mail_later_and_a_refusal_is_final() {
    let sink = Sink::start(Mood::Busy).await;
    let app = instance(&sink).await;
    register(&app).await;
    app.run_jobs().await;
    let seen = operator_sees(&app).await;
    assert_eq!((seen["status"].as_str(), seen["attempts"].as_i64()), (Some("queued"), Some(1)));
    assert!(seen["error"].as_str().unwrap().contains("come back later"), "{seen}");
    sink.becomes(Mood::Takes);
    app.run_jobs().await;
    assert!(sink.received().is_empty(), "not before its time");
    app.advance(TimeDelta::minutes(1));
    app.run_jobs().await;
    assert_eq!(sink.received().len(), 1);

    sink.becomes(Mood::Refuses);
    app.visitor().post("/auth/register", registration("cooperative", "HTX Cam 2", 1)).await.expect(201);
    app.run_jobs().await;
    app.advance(TimeDelta::days(1));
    app.run_jobs().await;
    assert_eq!(operator_sees(&app).await["status"], "refused");
    assert_eq!(sink.received().len(), 1);
}

#[tokio::test]
async fn a_server_that_breaks_off_after_the_mail_gets_the_same_mail_again() {
    let sink = Sink::start(Mood::DropsAfterData).await;
    let app = instance(&sink).await;
    register(&app).await;
    app.run_jobs().await;
    assert_eq!(operator_sees(&app).await["status"], "queued");
    sink.becomes(Mood::Takes);
    app.advance(TimeDelta::minutes(1));
    app.run_jobs().await;
    let ids: Vec<String> = sink.received().iter().map(|mail| mail.header("Message-ID")).collect();
    assert_eq!(ids.len(), 2);
    assert_eq!(ids[0], ids[1], "so the receiver can tell they are one");
    assert_eq!(operator_sees(&app).await["status"], "sent");
}

#[tokio::test]
async fn a_mail_server_that_is_away_does_not_stop_anybody() {
    let sink = Sink::start(Mood::Takes).await;
    let app = TestApp::with_smtp("smtp+insecure://127.0.0.1:1", PATIENCE).await;
    register(&app).await;
    app.run_jobs().await;
    assert_eq!(operator_sees(&app).await["status"], "queued");
    assert!(sink.received().is_empty());
    let reply =
        app.visitor().post("/auth/sign-in", json!({ "sign_in": "htx-cam-1@htx.example", "password": support::people::PASSWORD })).await;
    reply.expect(200);
}

/// The status of every mail, by recipient.
async fn statuses(app: &TestApp) -> Vec<(String, String, i64)> {
    let page = app.operator().await.get("/operator/mail").await.expect(200);
    let text = |mail: &Value, field: &str| mail[field].as_str().unwrap().to_owned();
    let mut rows: Vec<_> = page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|mail| (text(mail, "recipient"), text(mail, "status"), mail["attempts"].as_i64().unwrap()))
        .collect();
    rows.sort();
    rows
}

async fn register_three(app: &TestApp) {
    for at in 0..3 {
        app.visitor().post("/auth/register", registration("cooperative", &format!("HTX Cam {}", at + 1), at)).await.expect(201);
    }
}

fn all_are(status: &str, attempts: i64) -> Vec<(String, String, i64)> {
    (1..=3).map(|n| (format!("htx-cam-{n}@htx.example"), status.to_owned(), attempts)).collect()
}

#[tokio::test]
async fn a_server_that_hangs_costs_a_bounded_time_and_no_mail() {
    for (mood, arrivals) in [(Mood::HangsAtOnce, 1), (Mood::HangsAfterHello, 1), (Mood::HangsAfterData, 2)] {
        let sink = Sink::start(mood).await;
        let app = instance(&sink).await;
        register_three(&app).await;
        app.run_jobs().await;
        assert_eq!(statuses(&app).await, all_are("queued", 1), "{mood:?}");
        assert!(operator_sees(&app).await["error"].as_str().unwrap().contains("did not answer within"), "{mood:?}");
        sink.becomes(Mood::Takes);
        app.advance(TimeDelta::minutes(1));
        app.run_jobs().await;
        assert_eq!(statuses(&app).await, all_are("sent", 2), "{mood:?}");
        let mut times = std::collections::BTreeMap::new();
        for mail in sink.received() {
            *times.entry(mail.header("Message-ID")).or_insert(0) += 1;
        }
        assert_eq!(times.into_values().collect::<Vec<_>>(), [arrivals; 3], "{mood:?}: the same mail has the same name");
    }
}

#[tokio::test]
async fn a_recipient_that_hangs_or_is_refused_does_not_keep_the_others_waiting() {
    for (mood, fate) in
        [(Mood::HangsAfterData, "queued"), (Mood::Refuses, "refused"), (Mood::Busy, "queued"), (Mood::DropsAfterData, "queued")]
    {
        let sink = Sink::start(Mood::Takes).await;
        sink.becomes_for("htx-cam-1@htx.example", mood);
        let app = instance(&sink).await;
        register_three(&app).await;
        app.run_jobs().await;
        let mut rows = all_are("sent", 1);
        rows[0].1 = fate.to_owned();
        assert_eq!(statuses(&app).await, rows, "{mood:?}");
    }
}

#[tokio::test]
async fn a_server_that_is_busy_all_weekend_gets_the_mail_on_monday_once() {
    let sink = Sink::start(Mood::Busy).await;
    let app = instance(&sink).await;
    register(&app).await;
    for _ in 0..60 {
        app.run_jobs().await;
        app.advance(TimeDelta::hours(1));
    }
    let tries = operator_sees(&app).await["attempts"].as_i64().unwrap();
    assert!((20..=60).contains(&tries), "{tries} tries in sixty hours");
    sink.becomes(Mood::Takes);
    app.advance(TimeDelta::hours(1));
    app.run_jobs().await;
    app.advance(TimeDelta::hours(2));
    app.run_jobs().await;
    assert_eq!(operator_sees(&app).await["status"], "sent");
    assert_eq!(sink.received().len(), 1);
}

/// A mail without a link that the server refused: the office verified somebody.
async fn refused_news(app: &TestApp) -> String {
    register(app).await;
    let org = app.officer().await.get("/officer/organisations").await.expect(200)["items"][0]["id"].clone();
    let review = json!({ "decision": "verify", "reason": "Đủ giấy tờ" });
    app.officer().await.post(&format!("/officer/organisations/{}/review", org.as_str().unwrap()), review).await.expect(200);
    app.run_jobs().await;
    let news = operator_sees(app).await;
    assert_eq!((&news["kind"], &news["secret"]), (&json!("organisation_verified"), &json!(false)));
    format!("/operator/mail/{}/resend", news["id"].as_str().unwrap())
}

#[tokio::test]
async fn a_mail_that_stopped_is_sent_once_more_by_hand_to_the_address_of_today() {
    let sink = Sink::start(Mood::Refuses).await;
    let app = instance(&sink).await;
    let path = refused_news(&app).await;
    assert_eq!(operator_sees(&app).await["status"], "refused");
    assert_eq!(app.officer().await.post(&path, json!({})).await.problem(), "403 forbidden");
    app.raw()
        .await
        .execute_unprepared("UPDATE \"user\" SET email = 'moi@htx.example' WHERE sign_in = 'htx-cam-1@htx.example'")
        .await
        .unwrap();

    sink.becomes(Mood::Takes);
    let operator = app.operator().await;
    let queued = operator.post(&path, json!({})).await.expect(200);
    assert_eq!((&queued["status"], &queued["error"], &queued["recipient"]), (&json!("queued"), &Value::Null, &json!("moi@htx.example")));
    assert_eq!(operator.post(&path, json!({})).await.problem(), "409 mail_not_stopped");
    app.run_jobs().await;
    assert_eq!(sink.received().iter().map(|mail| mail.recipient.as_str()).collect::<Vec<_>>(), ["moi@htx.example"]);
    assert_eq!(operator.post(&path, json!({})).await.problem(), "409 mail_not_stopped");
}

#[tokio::test]
async fn neither_a_link_nor_a_mail_to_nobody_is_sent_again() {
    let sink = Sink::start(Mood::Refuses).await;
    let app = instance(&sink).await;
    let path = refused_news(&app).await;
    let page = app.operator().await.get("/operator/mail").await.expect(200);
    let link = page["items"].as_array().unwrap().iter().find(|mail| mail["secret"] == true).expect("the link of the registration");
    let of_link = format!("/operator/mail/{}/resend", link["id"].as_str().unwrap());
    assert_eq!(app.operator().await.post(&of_link, json!({})).await.problem(), "409 mail_has_link");
    app.raw().await.execute_unprepared("UPDATE \"user\" SET email = NULL WHERE sign_in = 'htx-cam-1@htx.example'").await.unwrap();
    assert_eq!(app.operator().await.post(&path, json!({})).await.problem(), "409 mail_no_reader");
}

#[tokio::test]
async fn without_a_mail_server_nothing_is_sent_again() {
    let app = TestApp::without_mail().await;
    let path = refused_news(&app).await;
    assert_eq!(operator_sees(&app).await["status"], "kept");
    assert_eq!(app.operator().await.post(&path, json!({})).await.problem(), "409 no_mail_server");
}
