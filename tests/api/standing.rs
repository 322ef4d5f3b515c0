//! Suspended, at rest, closed and taken back: what becomes of what was posted, proposed and signed.
use serde_json::{Value, json};
use support::{Client, TestApp};

async fn org(who: &Client) -> Value {
    who.get("/organisation").await.expect(200)
}

/// A decision of the director on the version that stands.
async fn decide(who: &Client, step: &str, reason: Option<&str>) -> support::Reply {
    let mut body = json!({ "version": org(who).await["version"] });
    if let Some(reason) = reason {
        body["reason"] = reason.into();
    }
    who.post(&format!("/organisation/{step}"), body).await
}

async fn review(app: &TestApp, of: &Client, decision: &str) -> support::Reply {
    let path = format!("/officer/organisations/{}/review", org(of).await["id"].as_str().unwrap());
    app.officer().await.post(&path, json!({ "decision": decision, "reason": "Bên mua khiếu nại" })).await
}

/// Runs a round; how many proposals it made.
async fn round(app: &TestApp) -> usize {
    let round = app.officer().await.post("/rounds", json!({})).await.expect(201);
    let id = round["id"].as_str().unwrap();
    let officer = app.officer().await;
    officer.get(&format!("/proposals?round={id}")).await.expect(200)["items"].as_array().unwrap().len()
}

fn statuses(list: &Value) -> Vec<&str> {
    list["items"].as_array().unwrap().iter().map(|row| row["status"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn an_organisation_at_rest_stays_out_of_the_rounds_and_answers_what_it_has() {
    let app = TestApp::new().await;
    let (supplier, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 1").await);
    supplier.post_offer(json!({})).await;
    buyer.post_demand(json!({})).await;
    let paused = decide(&supplier, "pause", Some("Hết vụ cam")).await.expect(200);
    assert_eq!((&paused["status"], &paused["status_reason"]), (&json!("paused"), &json!("Hết vụ cam")));
    assert_eq!(round(&app).await, 0);
    assert_eq!(app.visitor().get("/market/offers").await.expect(200)["items"], json!([]));
    let counted = app.officer().await.get("/officer/overview").await.expect(200)["volumes"].clone();
    assert_eq!((&counted["offered"], &counted["unsold"]), (&json!("0"), &json!("0")), "what rests is not for sale");
    assert_ne!(counted["demanded"], json!("0"));
    supplier.post_offer(json!({})).await;
    assert_eq!(supplier.get("/tasks").await.expect(200)["organisation_status"], "paused");
    assert_eq!(decide(&supplier, "pause", None).await.problem(), "409 organisation_not_active");

    decide(&supplier, "resume", None).await.expect(200);
    assert_eq!(decide(&supplier, "resume", None).await.problem(), "409 organisation_not_paused");
    assert!(round(&app).await > 0);
    decide(&buyer, "pause", None).await.expect(200);
    let open = buyer.get("/proposals?status=open").await.expect(200);
    let path = format!("/proposals/{}/accept", open["items"][0]["id"].as_str().unwrap());
    buyer.post(&path, json!({ "revision": 1 })).await.expect(200);

    let history = supplier.get("/organisation/history").await.expect(200);
    let steps: Vec<_> = history.as_array().unwrap().iter().map(|step| (step["status"].clone(), step["by"].clone())).collect();
    let step = |status: &str, by: Value| (json!(status), by);
    let expected = [
        step("verified", json!("Bùi Thị Mai")),
        step("paused", json!("Bùi Thị Mai")),
        step("verified", json!("can-bo")),
        step("submitted", Value::Null),
    ];
    assert_eq!(steps, expected);
    let clerk = app.clerk(&supplier, "thu-ky-1").await;
    assert_eq!(decide(&clerk, "pause", None).await.problem(), "403 forbidden");
    assert_eq!(supplier.post("/organisation/pause", json!({ "version": 1 })).await.problem(), "409 stale");
}

#[tokio::test]
async fn a_suspension_ends_open_proposals_frees_their_goods_and_leaves_contracts_in_force() {
    let app = TestApp::new().await;
    let deal = app.in_force().await;
    let (supplier, buyer) = (&deal.supplier, &deal.buyer);
    let offer = supplier.post_offer(json!({})).await;
    buyer.post_demand(json!({})).await;
    assert!(round(&app).await > 0);
    let offer = format!("/offers/{}", offer["id"].as_str().unwrap());
    let held = supplier.get(&offer).await.expect(200);
    assert_ne!(held["kg_left"], held["terms"]["kg_total"]);

    review(&app, supplier, "suspend").await.expect(200);
    let proposals = buyer.get("/proposals").await.expect(200);
    assert!(statuses(&proposals).contains(&"stopped") && !statuses(&proposals).contains(&"open"), "{proposals}");
    let seen = supplier.get(&offer).await.expect(200);
    assert_eq!(seen["kg_left"], seen["terms"]["kg_total"], "nothing is held any more");
    let stopped = proposals["items"].as_array().unwrap().iter().find(|row| row["status"] == "stopped").unwrap();
    let accept = buyer.post(&format!("/proposals/{}/accept", stopped["id"].as_str().unwrap()), json!({ "revision": 1 })).await;
    assert_eq!(accept.problem(), "409 proposal_closed");
    let notices = buyer.get("/notices").await.expect(200);
    assert_eq!(notices["items"][0]["kind"], "proposal_stopped");
    assert_eq!(round(&app).await, 0);
    assert_eq!(supplier.post("/offers", support::posts::offer_terms()).await.problem(), "403 organisation_not_verified");

    supplier.post(&deal.path("/lines/1/dispatch"), json!({ "kg": "3000" })).await.expect(200);
    buyer.post(&deal.path("/lines/1/receive"), json!({ "received": "3000", "accepted": "3000" })).await.expect(200);
    assert_eq!(decide(supplier, "pause", None).await.problem(), "409 organisation_not_active");
    review(&app, supplier, "verify").await.expect(200);
    assert!(round(&app).await > 0, "the same pair is proposed again");
}

/// The status of the newest invitation after one was made and the organisation left the market.
async fn invitation_status(director: &Client) -> Value {
    director.get("/invitations").await.expect(200)["items"][0]["status"].clone()
}

#[tokio::test]
async fn a_suspended_or_closed_organisation_invites_nobody_and_who_waits_for_its_signature_is_told() {
    let app = TestApp::new().await;
    let deal = app.deal().await;
    app.sign_by_mail(&deal, &deal.buyer, support::deals::BUYER_MAIL).await;
    let made = deal.supplier.post("/invitations", json!({ "role": "viewer" })).await.expect(201);
    review(&app, &deal.supplier, "suspend").await.expect(200);
    assert_eq!(invitation_status(&deal.supplier).await, "revoked");
    let token = made["link"].as_str().unwrap().split_once("token=").expect("a link").1;
    let opened = app.visitor().post("/auth/invitation", json!({ "token": token })).await;
    assert_eq!(opened.problem(), "422 invalid [token: invitation_revoked]");
    let mail = app.last_mail("contract_partner_suspended", support::deals::BUYER_MAIL).await;
    assert!(mail.text.contains("HTX Cam 1") && mail.text.contains("23/11/2026"), "{}", mail.text);
    let notices = deal.buyer.get("/notices").await.expect(200);
    let first = &notices["items"][0];
    assert_eq!((&first["kind"], &first["subject"]), (&json!("contract_partner_suspended"), &json!(deal.contract)));
    let told = app.mails().await.iter().filter(|mail| mail.kind == "contract_partner_suspended").count();
    assert_eq!(told, 1, "the suspended side is told of its suspension alone");

    let leaving = app.cooperative("HTX Cam 2").await;
    leaving.post("/invitations", json!({ "role": "clerk" })).await.expect(201);
    decide(&leaving, "close", Some("Giải thể")).await.expect(200);
    assert_eq!(invitation_status(&leaving).await, "revoked");
}

#[tokio::test]
async fn an_organisation_does_not_close_before_nothing_is_open_with_anybody() {
    let app = TestApp::new().await;
    let deal = app.in_force().await;
    let supplier = &deal.supplier;
    let refusal = async |who: &Client| decide(who, "close", Some("Giải thể")).await.problem();
    assert_eq!(refusal(supplier).await, "409 organisation_contracts_open");
    supplier.post(&deal.path("/lines/1/dispatch"), json!({ "kg": "3000" })).await.expect(200);
    deal.buyer.post(&deal.path("/lines/1/receive"), json!({ "received": "3000", "accepted": "3000" })).await.expect(200);
    deal.buyer.post(&deal.path("/terminate"), json!({ "reason": "Hết nhu cầu" })).await.expect(200);
    assert_eq!(refusal(supplier).await, "409 organisation_lines_open");
    assert_eq!(decide(supplier, "close", None).await.problem(), "422 invalid [reason: missing]");
}

#[tokio::test]
async fn closing_withdraws_what_is_posted_and_leaves_its_members_to_read() {
    let app = TestApp::new().await;
    let (supplier, buyer) = (app.cooperative("HTX Cam 2").await, app.enterprise("Siêu thị 2").await);
    let refusal = async |who: &Client| decide(who, "close", Some("Giải thể")).await.problem();
    supplier.post_offer(json!({})).await;
    buyer.post_demand(json!({})).await;
    assert!(round(&app).await > 0);
    assert_eq!(refusal(&supplier).await, "409 organisation_proposals_open");
    for row in supplier.get("/proposals?status=open").await.expect(200)["items"].as_array().unwrap() {
        let path = format!("/proposals/{}/decline", row["id"].as_str().unwrap());
        supplier.post(&path, json!({ "revision": 1, "reason": "Đóng cửa" })).await.expect(200);
    }
    let clerk = app.clerk(&supplier, "thu-ky-2").await;
    assert_eq!(refusal(&clerk).await, "403 forbidden");
    let closed = decide(&supplier, "close", Some("Giải thể")).await.expect(200);
    assert_eq!((&closed["status"], &closed["status_reason"]), (&json!("closed"), &json!("Giải thể")));
    assert_eq!(statuses(&supplier.get("/offers").await.expect(200)), ["withdrawn"]);
    assert_eq!(refusal(&supplier).await, "409 organisation_closed");
    let profile = org(&supplier).await;
    let edit = json!({ "version": profile["version"], "profile": profile["profile"] });
    assert_eq!(supplier.put("/organisation", edit).await.problem(), "409 organisation_closed");
    assert_eq!(supplier.post("/offers", support::posts::offer_terms()).await.problem(), "403 organisation_not_verified");
    app.last_mail("organisation_closed", "htx-cam-2@htx.example").await;
    let told = app.officer().await.get("/notices").await.expect(200);
    assert_eq!(told["items"][0]["kind"], "organisation_closed");
}

#[tokio::test]
async fn a_suspended_organisation_appeals_and_the_office_answers() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let appeal = async |who: &Client| who.post("/organisation/appeals", json!({ "reason": "Hàng đã giao đủ" })).await;
    assert_eq!(appeal(&director).await.problem(), "409 appeal_against_nothing");
    review(&app, &director, "suspend").await.expect(200);
    let clerk = app.clerk(&director, "thu-ky-1").await;
    assert_eq!(appeal(&clerk).await.problem(), "403 forbidden");
    let made = appeal(&director).await.expect(201);
    assert_eq!((&made["made_by"], &made["answer"]), (&json!("Bùi Thị Mai"), &Value::Null));
    assert_eq!(appeal(&director).await.problem(), "409 appeal_waits");

    let officer = app.officer().await;
    assert_eq!(director.get("/officer/appeals").await.problem(), "403 forbidden");
    let queue = officer.get("/officer/appeals").await.expect(200);
    let first = &queue["items"][0];
    assert_eq!((&first["organisation_name"], &first["appeal"]["reason"]), (&json!("HTX Cam 1"), &json!("Hàng đã giao đủ")));
    let path = |appeal: &Value| format!("/officer/appeals/{}/answer", appeal["id"].as_str().unwrap());
    let answer = |reopen: bool| json!({ "answer": "Đã hỏi bên mua", "reopen": reopen });
    let kept = officer.post(&path(&made), answer(false)).await.expect(200);
    assert_eq!((&kept["answer"]["reopened"], &kept["answer"]["by"]), (&json!(false), &json!("can-bo")));
    let mail = app.last_mail("appeal_answered", "htx-cam-1@htx.example").await;
    assert!(mail.text.contains("giữ nguyên"), "{mail:?}");
    assert_eq!(officer.post(&path(&made), answer(true)).await.problem(), "409 appeal_answered");
    assert_eq!(org(&director).await["status"], "suspended");

    let again = appeal(&director).await.expect(201);
    officer.post(&path(&again), answer(true)).await.expect(200);
    assert_eq!(org(&director).await["status"], "verified");
    let mail = app.last_mail("appeal_answered", "htx-cam-1@htx.example").await;
    assert!(mail.text.contains("Đã hỏi bên mua") && mail.text.contains("mở lại"), "{mail:?}");
    let list = clerk.get("/organisation/appeals").await.expect(200);
    let answers: Vec<_> = list["items"].as_array().unwrap().iter().map(|one| one["answer"]["reopened"].clone()).collect();
    assert_eq!(answers, [json!(true), json!(false)]);
    let file = officer.get(&format!("/officer/organisations/{}", org(&director).await["id"].as_str().unwrap())).await.expect(200);
    let steps: Vec<_> = file["history"].as_array().unwrap().iter().map(|step| step["status"].as_str().unwrap()).collect();
    assert_eq!((steps, file["appeals"].as_array().unwrap().len()), (vec!["verified", "suspended", "verified", "submitted"], 2));
    assert_eq!(officer.get("/officer/appeals").await.expect(200)["items"], json!([]));
}

#[tokio::test]
async fn the_office_closes_what_is_no_more_and_takes_it_back() {
    let app = TestApp::new().await;
    let deal = app.deal().await;
    let (busy, idle) = (deal.supplier, app.cooperative("HTX Cam 2").await);
    idle.post_offer(json!({})).await;
    let officer = app.officer().await;
    let close = async |of: &Client, version: &Value| {
        let path = format!("/officer/organisations/{}/close", org(of).await["id"].as_str().unwrap());
        officer.post(&path, json!({ "version": version, "reason": "Đã giải thể" })).await
    };
    assert_eq!(close(&busy, &org(&busy).await["version"]).await.problem(), "409 organisation_contracts_open");
    assert_eq!(close(&idle, &json!(99)).await.problem(), "409 stale");
    let closed = close(&idle, &org(&idle).await["version"]).await.expect(200);
    assert_eq!((&closed["status"], &closed["status_reason"]), (&json!("closed"), &json!("Đã giải thể")));
    assert_eq!(statuses(&idle.get("/offers").await.expect(200)), ["withdrawn"]);
    assert_eq!(idle.get("/notices").await.expect(200)["items"][0]["arguments"]["office"], true);
    assert_eq!(close(&idle, &closed["version"]).await.problem(), "409 organisation_closed");
    assert_eq!(review(&app, &idle, "verify").await.expect(200)["status"], "verified");
}
