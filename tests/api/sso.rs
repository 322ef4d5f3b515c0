//! Signing in with an account of one's own company, tied to the one here.
use axum::http::Method;
use chrono::TimeDelta;
use serde_json::{Value, json};
use support::people::PASSWORD;
use support::sso::Provider;
use support::{Client, Reply, TestApp};

/// Of an instance without https.
const AWAY: &str = "muavu-sso";

async fn instance() -> (TestApp, Provider) {
    // Some providers write a slash at the end of their name, and mean it.
    let provider = Provider::start_named("/").await;
    let settings = provider.settings();
    (TestApp::with(|config| config.sso = Some(settings)).await, provider)
}

/// Where an answer sends the browser.
fn sent_to(reply: &Reply) -> String {
    assert_eq!(reply.status, 303, "{}", reply.json);
    reply.headers["location"].to_str().unwrap().to_owned()
}

/// Goes to the provider, signs in there as `subject`, and comes back.
async fn enter(app: &TestApp, provider: &Provider, client: &Client, subject: &str) -> String {
    let address = sent_to(&client.get("/auth/sso?next=/de-xuat").await);
    let query = provider.approve(&address, subject, &app.app.env);
    sent_to(&client.get(&format!("/auth/sso/callback?{query}")).await)
}

/// Ties the account of who is signed in to `subject` of the provider.
async fn tie(app: &TestApp, provider: &Provider, client: &Client, subject: &str) -> String {
    let begun = client.post("/account/sso", json!({ "password": PASSWORD })).await.expect(200);
    let query = provider.approve(begun["url"].as_str().unwrap(), subject, &app.app.env);
    sent_to(&client.get(&format!("/auth/sso/callback?{query}")).await)
}

#[tokio::test]
async fn a_buyer_ties_the_company_account_once_and_signs_in_with_it() {
    let (app, provider) = instance().await;
    let buyer = app.enterprise("Cty 1").await;
    assert_eq!(app.visitor().get("/instance").await.expect(200)["sso"], json!("Siêu thị Mẫu"));
    let colleague = app.visitor();
    assert_eq!(enter(&app, &provider, &colleague, "lan").await, "/dang-nhap?sso=sso_unknown", "an address alone ties nothing");
    assert_eq!(colleague.get("/session").await.problem(), "401 sign_in");

    assert_eq!(tie(&app, &provider, &buyer, "lan").await, "/tai-khoan?sso=sso_tied");
    let shown = buyer.get("/account/sso").await.expect(200);
    assert_eq!((&shown["tied"], &shown["email"]), (&json!(true), &json!("lan@sieuthi.example")));
    assert_eq!(buyer.get("/account/events").await.expect(200)["items"][0]["step"], json!("sso_tied"));
    let told = |kind: &'static str| {
        let buyer = &buyer;
        async move { buyer.get("/notices").await.expect(200)["items"].as_array().unwrap().iter().filter(|one| one["kind"] == kind).count() }
    };
    assert_eq!((told("sso_tied").await, told("sso_untied").await), (1, 0));
    let letter = app.last_mail("sso_tied", "cty-1@mua.example").await;
    assert!(letter.text.contains("Siêu thị Mẫu (lan@sieuthi.example)"), "{}", letter.text);

    assert_eq!(enter(&app, &provider, &colleague, "lan").await, "/dang-nhap?next=%2Fde-xuat");
    let session = colleague.get("/session").await.expect(200);
    assert_eq!(session["organisation"]["name"], json!("Cty 1"));
    let copy = colleague.post("/account/export", json!({ "password": PASSWORD })).await.expect(200);
    assert_eq!(copy["wishes"]["sso"]["subject"], json!("lan"), "the copy of one's data tells it");

    colleague.send(Method::DELETE, "/account/sso", None, &[]).await.expect(204);
    assert_eq!(app.last_mail("sso_untied", "cty-1@mua.example").await.kind, "sso_untied");
    assert_eq!(buyer.get("/session").await.problem(), "401 sign_in", "what was opened elsewhere ends with it");
    assert_eq!(enter(&app, &provider, &app.visitor(), "lan").await, "/dang-nhap?sso=sso_unknown");
}

#[tokio::test]
async fn one_account_elsewhere_opens_one_here_until_the_password_changes() {
    let (app, provider) = instance().await;
    let (one, other) = (app.enterprise("Cty 1").await, app.cooperative("HTX Cam 1").await);
    tie(&app, &provider, &one, "lan").await;
    assert_eq!(tie(&app, &provider, &other, "lan").await, "/tai-khoan?sso=sso_taken");
    assert_eq!(tie(&app, &provider, &one, "lan-moi").await, "/tai-khoan?sso=sso_tied");
    assert_eq!(tie(&app, &provider, &other, "lan").await, "/tai-khoan?sso=sso_tied", "the one before is free again");
    let changed = json!({ "current": PASSWORD, "password": "mat khau khac han" });
    other.post("/account/password", changed).await.expect(204);
    assert_eq!(other.get("/account/sso").await.expect(200)["tied"], json!(false), "who knew the old password may have tied it");
    let wrong = one.post("/account/sso", json!({ "password": "sai mat khau" })).await;
    assert_eq!(wrong.problem(), "422 invalid [password: password_wrong]");
}

#[tokio::test]
async fn a_return_that_is_not_in_order_opens_nothing() {
    let (app, provider) = instance().await;
    let buyer = app.enterprise("Cty 1").await;
    tie(&app, &provider, &buyer, "lan").await;
    let back = |client: Client, query: String| async move { sent_to(&client.get(&format!("/auth/sso/callback?{query}")).await) };
    let leave = || async {
        let client = app.visitor();
        let address = sent_to(&client.get("/auth/sso").await);
        let query = provider.approve(&address, "lan", &app.app.env);
        (client, query)
    };

    let (_, query) = leave().await;
    assert_eq!(back(app.visitor(), query).await, "/dang-nhap?sso=sso_late", "another browser");
    let (client, query) = leave().await;
    assert_eq!(back(client, query.replace("state=", "state=0")).await, "/dang-nhap?sso=sso_late");
    let (client, query) = leave().await;
    client.get(&format!("/auth/sso/callback?{query}")).await;
    assert_eq!(back(client, query).await, "/dang-nhap?sso=sso_late", "twice");
    let (client, query) = leave().await;
    let address = format!("/auth/sso/callback?{query}");
    let kept = client.cookie(AWAY).expect("the note of who is away");
    client.get(&address).await;
    let played = app.visitor();
    played.set_cookie(AWAY, &kept);
    assert_eq!(sent_to(&played.get(&address).await), "/dang-nhap?sso=sso_late", "twice, with the cookie kept");
    assert_eq!(played.get("/session").await.problem(), "401 sign_in");
    assert_eq!(app.column("SELECT CAST(count(*) AS text) FROM sso_spent").await, ["3"]);
    app.advance(TimeDelta::minutes(11));
    web::jobs::tidy(&app.app).await.unwrap();
    assert_eq!(app.column("SELECT CAST(count(*) AS text) FROM sso_spent").await, ["0"], "nobody could come back by them");
    let (client, query) = leave().await;
    let state = query.split_once('&').unwrap().0.to_owned();
    assert_eq!(back(client, format!("{state}&error=access_denied")).await, "/dang-nhap?sso=sso_refused");
    let (client, query) = leave().await;
    app.advance(TimeDelta::minutes(11));
    assert_eq!(back(client, query).await, "/dang-nhap?sso=sso_late");
    for forged in [json!({ "aud": "khac" }), json!({ "nonce": "khac" }), json!({ "iss": "https://khac.example" }), json!({ "exp": 1 })] {
        let (client, query) = leave().await;
        *provider.forge.lock().unwrap() = forged.clone();
        assert_eq!(back(client, query).await, "/dang-nhap?sso=sso_failed", "{forged}");
        *provider.forge.lock().unwrap() = json!({});
    }
    let (client, query) = leave().await;
    assert_eq!(back(client, query.replace("code=", "code=x")).await, "/dang-nhap?sso=sso_failed");
}

#[tokio::test]
async fn a_provider_that_is_away_and_an_instance_without_one_say_so() {
    let provider = Provider::start().await;
    let mut settings = provider.settings();
    settings.issuer = "http://127.0.0.1:9".into();
    let app = TestApp::with(|config| config.sso = Some(settings)).await;
    assert_eq!(sent_to(&app.visitor().get("/auth/sso").await), "/dang-nhap?sso=sso_failed");
    let buyer = app.enterprise("Cty 1").await;
    assert_eq!(buyer.post("/account/sso", json!({ "password": PASSWORD })).await.problem(), "409 sso_failed");

    let plain = TestApp::new().await;
    assert_eq!(plain.visitor().get("/instance").await.expect(200)["sso"], Value::Null);
    assert_eq!(plain.visitor().get("/auth/sso").await.problem(), "404 not_found");
    assert_eq!(plain.visitor().get("/auth/sso/callback?state=x&code=y").await.problem(), "404 not_found");
}

/// The provider's word opens the door, not the pen: whoever came in by it cannot move the address to which a new password would go.
#[tokio::test]
async fn who_came_in_by_the_company_account_cannot_get_a_password_of_this_place() {
    let (app, provider) = instance().await;
    let buyer = app.enterprise("Cty 1").await;
    tie(&app, &provider, &buyer, "lan").await;
    let thief = app.visitor();
    enter(&app, &provider, &thief, "lan").await;
    let account = thief.get("/account").await.expect(200);
    let mut details = json!({ "name": account["name"], "phone": account["phone"], "email": "ke-gian@khac.example", "language": "vi" });
    let edit = |details: &Value, password: Value| json!({ "version": account["version"], "details": details, "password": password });
    assert_eq!(thief.put("/account", edit(&details, Value::Null)).await.problem(), "422 invalid [password: password_again]");
    assert_eq!(thief.put("/account", edit(&details, json!("doan mo"))).await.problem(), "422 invalid [password: password_wrong]");
    details["email"] = account["email"].clone();
    thief.put("/account", edit(&details, Value::Null)).await.expect(200);
}
