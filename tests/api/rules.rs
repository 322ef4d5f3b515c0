//! The rules of the market: read by everybody, accepted by those who join, and accepted again when they change.
use chrono::{NaiveTime, TimeDelta};
use domain::day::TradeDay;
use serde_json::{Value, json};
use support::people::{PASSWORD, consent, registration};
use support::{Client, TestApp};
use web::flow::{publish_rules, shipped_rules};

/// A second edition, in force ten days from now.
async fn publish(app: &TestApp) -> TradeDay {
    let from = app.app.env.today().plus(10);
    let mut text = shipped_rules();
    text.vi.push_str("\n## 13. Thêm\nBản hai.\n");
    text.en.push_str("\n## 13. More\nThe second edition.\n");
    publish_rules(&app.app, text, from.at(NaiveTime::MIN)).await.expect("published");
    from
}

async fn log(client: &Client) -> Vec<Value> {
    let page = client.get("/account/consents").await.expect(200);
    page["items"].as_array().expect("items").iter().map(|one| json!([one["agreed_to"], one["version"], one["way"]])).collect()
}

#[tokio::test]
async fn who_runs_the_place_is_named_where_its_operator_said_so() {
    let neutral = TestApp::new().await;
    assert_eq!(neutral.visitor().get("/instance").await.expect(200)["operator"], serde_json::Value::Null);
    let named = TestApp::with(|config| {
        let settings = "operator_name = \"Sở Nông nghiệp\"\noperator_phone = \"0218 3852 111\"";
        config.operator = web::config::Config::from_parts(settings, |_| None).expect("settings").operator;
    })
    .await;
    let operator = named.visitor().get("/instance").await.expect(200)["operator"].clone();
    assert_eq!(operator, serde_json::json!({ "name": "Sở Nông nghiệp", "address": null, "phone": "0218 3852 111", "email": null }));
}

#[tokio::test]
async fn everybody_reads_the_rules_in_both_languages() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let vi = visitor.get("/rules?language=vi").await.expect(200);
    let en = visitor.get("/rules?language=en").await.expect(200);
    assert_eq!((&vi["edition"]["version"], &vi["in_force"], &vi["hash"]), (&json!(1), &json!(1), &en["hash"]));
    assert_eq!(vi["sections"].as_array().map(Vec::len), en["sections"].as_array().map(Vec::len));
    assert!(vi["sections"][6]["heading"].as_str().unwrap().contains("Dữ liệu cá nhân"), "{vi}");
    assert_eq!(visitor.get("/instance").await.expect(200)["rules"], 1);
    assert_eq!(visitor.get("/rules?language=vi&version=2").await.problem(), "404 not_found");
    assert_eq!(visitor.get("/rules?language=fr").await.status, 422);
}

#[tokio::test]
async fn nobody_joins_without_accepting_what_is_in_force_and_the_log_says_who_did() {
    let app = TestApp::new().await;
    let register = async |consent: Value| {
        let mut body = registration("cooperative", "HTX Cam 1", 0);
        body["member"]["consent"] = consent;
        app.visitor().post("/auth/register", body).await.problem()
    };
    let missing = "422 invalid [member.consent.personal_data: consent_missing]";
    assert_eq!(register(json!({ "version": 1, "operating_rules": true })).await, missing);
    assert_eq!(
        register(json!({ "version": 7, "operating_rules": true, "personal_data": true })).await,
        "422 invalid [member.consent.version: rules_changed]"
    );

    let director = app.cooperative("HTX Cam 1").await;
    let session = director.get("/session").await.expect(200);
    assert_eq!(session["rules"], Value::Null, "nothing is left to accept");
    assert_eq!(log(&director).await, [json!(["personal_data", 1, "registration"]), json!(["operating_rules", 1, "registration"])]);

    let made = director.post("/invitations", json!({ "role": "clerk" })).await.expect(201);
    let token = made["link"].as_str().unwrap().split_once("token=").unwrap().1.to_owned();
    let join = |consent: Value| json!({ "token": token, "member": { "name": "Nam", "sign_in": "van-nam", "password": PASSWORD, "language": "vi", "consent": consent } });
    let clerk = app.visitor();
    let refused = clerk.post("/auth/accept-invitation", join(json!({ "version": 1, "personal_data": true }))).await;
    assert_eq!(refused.problem(), "422 invalid [member.consent.operating_rules: consent_missing]");
    clerk.post("/auth/accept-invitation", join(consent())).await.expect(201);
    assert_eq!(log(&clerk).await[0], json!(["personal_data", 1, "invitation"]));
}

#[tokio::test]
async fn a_new_edition_is_announced_and_accepted_once_and_stops_nobody() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let from = publish(&app).await;
    let asked = director.get("/session").await.expect(200)["rules"].clone();
    assert_eq!((&asked["version"], &asked["in_force_from"]), (&json!(2), &json!(from.at(NaiveTime::MIN))));
    let visitor = app.visitor();
    assert_eq!(visitor.get("/instance").await.expect(200)["rules"], 1, "who registers accepts what is in force");
    assert_eq!(visitor.get("/rules?language=vi").await.expect(200)["edition"]["version"], 2);
    let first = visitor.get("/rules?language=vi&version=1").await.expect(200);
    assert_eq!(first["sections"].as_array().map(Vec::len), Some(12));

    app.advance(TimeDelta::days(11));
    let director = app.signed_in("htx-cam-1@htx.example").await;
    director.get("/offers").await.expect(200);
    let late = director.post("/account/consents", consent()).await.problem();
    assert_eq!(late, "422 invalid [version: rules_changed]", "the first edition counts no more");
    let second = json!({ "version": 2, "operating_rules": true, "personal_data": true });
    let half = json!({ "version": 2, "operating_rules": true });
    assert_eq!(director.post("/account/consents", half).await.problem(), "422 invalid [personal_data: consent_missing]");
    director.post("/account/consents", second.clone()).await.expect(204);
    director.post("/account/consents", second).await.expect(204);
    assert_eq!(director.get("/session").await.expect(200)["rules"], Value::Null);
    let log = log(&director).await;
    assert_eq!((log.len(), &log[0]), (4, &json!(["personal_data", 2, "account"])));

    let mut late = registration("cooperative", "HTX Cam 2", 2);
    assert_eq!(app.visitor().post("/auth/register", late.clone()).await.problem(), "422 invalid [member.consent.version: rules_changed]");
    late["member"]["consent"]["version"] = 2.into();
    app.visitor().post("/auth/register", late).await.expect(201);
}

/// Directors are told of an edition by notice and mail, and once, however often the job runs.
#[tokio::test]
async fn directors_are_told_of_a_new_edition_once() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let clerk = app.clerk(&director, "thu-ky-1").await;
    publish(&app).await;
    app.run_jobs().await;
    web::flow::tell_rules(&app.app, 2).await.expect("once more");
    app.run_jobs().await;
    let kinds = async |who: &Client| {
        let page = who.get("/notices").await.expect(200);
        page["items"].as_array().expect("items").iter().filter(|one| one["kind"] == "rules_announced").cloned().collect::<Vec<_>>()
    };
    let told = kinds(&director).await;
    assert_eq!((told.len(), &told[0]["arguments"]["version"]), (1, &json!(2)));
    assert!(kinds(&clerk).await.is_empty());
    let mails = app.mails().await.into_iter().filter(|mail| mail.kind == "rules_announced").collect::<Vec<_>>();
    assert_eq!(mails.len(), 1);
    assert!(mails[0].text.contains("Quy chế") || mails[0].text.contains("quy chế"), "{}", mails[0].text);
}

#[tokio::test]
async fn a_colleague_whose_account_was_opened_is_asked_and_the_office_sees_who_accepted() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let clerk = app.clerk(&director, "thu-ky").await;
    assert_eq!(clerk.get("/session").await.expect(200)["rules"]["version"], 1);
    let id = director.get("/organisation").await.expect(200)["id"].as_str().unwrap().to_owned();
    let officer = app.officer().await;
    let file = async || officer.get(&format!("/officer/organisations/{id}")).await.expect(200);
    let accepted = file().await["accepted"].clone();
    assert_eq!((accepted.as_array().map(Vec::len), &accepted[0]["version"]), (Some(1), &json!(1)));
    clerk.post("/account/consents", consent()).await.expect(204);
    assert_eq!(file().await["accepted"].as_array().map(Vec::len), Some(2));
}
