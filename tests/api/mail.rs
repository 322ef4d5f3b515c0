//! Mail over real SMTP: sent once, tried again, given up, never lost with the request that wrote it.
use chrono::TimeDelta;
use serde_json::{Value, json};
use support::TestApp;
use support::people::registration;
use support::smtp::{Mood, Sink};

async fn instance(sink: &Sink) -> TestApp {
    let url = sink.url.clone();
    let config = |config: &mut web::config::Config| {
        config.smtp = Some(web::config::Smtp { url: web::config::Secret::new(url), ca_file: None });
        "Mùa Vụ <cho@muavu.example>".clone_into(&mut config.smtp_from);
    };
    TestApp::with_mailer(config, |config| web::mail::Mailer::new(config).expect("a mailer")).await
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
    let app = TestApp::with_mailer(
        |config| {
            config.smtp = Some(web::config::Smtp { url: web::config::Secret::new("smtp+insecure://127.0.0.1:1"), ca_file: None });
        },
        |config| web::mail::Mailer::new(config).expect("a mailer"),
    )
    .await;
    register(&app).await;
    app.run_jobs().await;
    assert_eq!(operator_sees(&app).await["status"], "queued");
    assert!(sink.received().is_empty());
    let reply =
        app.visitor().post("/auth/sign-in", json!({ "sign_in": "htx-cam-1@htx.example", "password": support::people::PASSWORD })).await;
    reply.expect(200);
}
