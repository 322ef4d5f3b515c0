//! Two directors sign, each with a password and a code.
use chrono::TimeDelta;
use serde_json::{Value, json};
use support::deals::{BUYER_MAIL, Deal, SUPPLIER_MAIL};
use support::people::PASSWORD;
use support::{Client, TestApp};
use web::app::App;
use web::mail::Mailer;

/// Six digits that are surely not the code.
fn other_than(code: &str) -> String {
    let number: u32 = code.parse().unwrap();
    format!("{:06}", (number + 1) % 1_000_000)
}

async fn turn_on_totp(app: &TestApp, who: &Client) -> String {
    let secret = who.post("/account/totp", json!({})).await.expect(200)["secret"].as_str().unwrap().to_owned();
    who.post("/account/totp/confirm", json!({ "code": totp(app, &secret) })).await.expect(204);
    // The code that turned it on is used up.
    app.advance(TimeDelta::seconds(30));
    secret
}

/// What the authenticator shows now.
fn totp(app: &TestApp, secret: &str) -> String {
    let secret = totp_rs::Secret::try_from_base32(secret).unwrap();
    let totp: totp_rs::Totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
    totp.generate(app.app.env.now().timestamp().try_into().unwrap()).to_string()
}

#[tokio::test]
async fn the_buyer_signs_by_mail_the_supplier_by_authenticator_and_the_contract_is_in_force() {
    let app = TestApp::new().await;
    let deal = app.deal().await;
    let secret = turn_on_totp(&app, &deal.supplier).await;
    for (who, other) in [(&deal.supplier, "Siêu thị 1"), (&deal.buyer, "HTX Cam 1")] {
        let notices = who.get("/notices").await.expect(200);
        let notice = notices["items"].as_array().unwrap().iter().find(|notice| notice["kind"] == "contract_to_sign").unwrap();
        assert_eq!((&notice["arguments"]["other_party"], &notice["arguments"]["contract"]), (&json!(other), &json!(deal.contract)));
        let waiting = who.get("/contracts?waits_for=me").await.expect(200);
        assert_eq!((&waiting["items"][0]["id"], &waiting["items"][0]["my_turn"]), (&json!(deal.contract), &json!(true)));
    }
    let mail = app.last_mail("contract_to_sign", SUPPLIER_MAIL).await;
    assert!(mail.text.contains("9.000\u{a0}kg") && mail.text.contains("trước 08:00 ngày 23/11/2026"), "{}", mail.text);

    let sent = deal.ask_code(&deal.buyer).await.expect(200);
    assert_eq!((sent["method"].as_str(), sent["sent_to"].as_str()), (Some("email_code"), Some("s***@mua.example")));
    let code = app.mailed_code(BUYER_MAIL).await;
    let half = deal.sign(&deal.buyer, &code).await.expect(200);
    assert_eq!((half["status"].as_str(), half["my_turn"].as_bool()), (Some("half_signed"), Some(false)));
    assert_eq!(half["waits_for"], json!(["supplier"]));
    assert_eq!(deal.buyer.get("/contracts?waits_for=me").await.expect(200)["items"], json!([]));
    assert_eq!(deal.buyer.get("/contracts?waits_for=them").await.expect(200)["items"][0]["id"], deal.contract);
    let signature = &half["signatures"][0];
    assert_eq!((signature["name"].as_str(), signature["position"].as_str()), (Some("Bùi Thị Mai"), Some("Giám đốc")));
    assert_eq!((signature["method"].as_str(), &signature["hash"]), (Some("email_code"), &half["hash"]));
    assert_eq!(signature["authority"], json!({ "kind": "registered_representative" }));
    let mail = app.last_mail("contract_signed_by_one", SUPPLIER_MAIL).await;
    assert!(mail.subject.starts_with("Siêu thị 1 đã ký hợp đồng") && mail.text.contains("Đến lượt bạn ký"), "{}", mail.text);
    assert!(app.last_mail("contract_signed_by_one", BUYER_MAIL).await.text.contains("Còn chờ HTX Cam 1 ký"));

    let signed = deal.sign(&deal.supplier, &totp(&app, &secret)).await.expect(200);
    assert_eq!((signed["status"].as_str(), &signed["waits_for"]), (Some("in_force"), &json!([])));
    assert_eq!(signed["signatures"][1]["method"], "totp");
    let kinds: Vec<_> = signed["events"].as_array().unwrap().iter().map(|event| event["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["made", "code_sent", "signed", "signed", "in_force"]);
    for to in [SUPPLIER_MAIL, BUYER_MAIL] {
        assert!(app.last_mail("contract_in_force", to).await.text.contains(signed["hash"].as_str().unwrap()));
    }
    assert_eq!(deal.buyer.get("/contracts?waits_for=me").await.expect(200)["items"], json!([]));
    assert_eq!(deal.buyer.get("/contracts?status=in_force").await.expect(200)["items"][0]["id"], deal.contract);
}

#[tokio::test]
async fn five_wrong_codes_close_a_code_and_a_new_one_comes_after_forty_seconds() {
    let app = TestApp::new().await;
    let deal = app.deal().await;
    deal.ask_code(&deal.buyer).await.expect(200);
    let code = app.mailed_code(BUYER_MAIL).await;
    for left in (1..5).rev() {
        assert_eq!(deal.sign(&deal.buyer, &other_than(&code)).await.problem(), "422 invalid [code: code_wrong]");
        assert_eq!(deal.view(&deal.buyer).await["my_code"]["tries_left"], left);
    }
    assert_eq!(deal.sign(&deal.buyer, &other_than(&code)).await.problem(), "422 invalid [code: code_tries_spent]");
    assert_eq!(deal.sign(&deal.buyer, &code).await.problem(), "429 too_many");
    assert_eq!(deal.ask_code(&deal.buyer).await.problem(), "409 code_sent_just_now");
    app.advance(TimeDelta::seconds(39));
    assert_eq!(deal.sign(&deal.buyer, &code).await.problem(), "422 invalid [code: code_tries_spent]");
    assert_eq!(deal.ask_code(&deal.buyer).await.problem(), "409 code_sent_just_now");
    app.advance(TimeDelta::seconds(1));
    deal.ask_code(&deal.buyer).await.expect(200);
    app.advance(TimeDelta::minutes(1));
    let fresh = app.mailed_code(BUYER_MAIL).await;
    assert_eq!(deal.view(&deal.buyer).await["signatures"], json!([]));
    deal.sign(&deal.buyer, &fresh).await.expect(200);
}

#[tokio::test]
async fn a_code_dies_after_ten_minutes_and_counts_for_one_contract_and_once() {
    let app = TestApp::new().await;
    let first = app.deal().await;
    let second = app.deal_between(first.supplier.on(app.router.clone()), first.buyer.on(app.router.clone())).await;
    assert_eq!(first.sign(&first.buyer, "000000").await.problem(), "422 invalid [code: code_expired]", "no code was asked for");
    first.ask_code(&first.buyer).await.expect(200);
    let old = app.mailed_code(BUYER_MAIL).await;
    app.advance(TimeDelta::minutes(10));
    assert_eq!(first.sign(&first.buyer, &old).await.problem(), "422 invalid [code: code_expired]");
    assert_eq!(first.view(&first.buyer).await["my_code"], Value::Null);

    first.ask_code(&first.buyer).await.expect(200);
    let code = app.mailed_code(BUYER_MAIL).await;
    assert_eq!(second.sign(&second.buyer, &code).await.problem(), "422 invalid [code: code_expired]", "another contract");
    first.sign(&first.buyer, &code).await.expect(200);

    let secret = turn_on_totp(&app, &first.supplier).await;
    let digits = totp(&app, &secret);
    first.sign(&first.supplier, &digits).await.expect(200);
    assert_eq!(second.sign(&second.supplier, &digits).await.problem(), "422 invalid [code: code_used]");
    assert_eq!(second.sign(&second.supplier, &other_than(&digits)).await.problem(), "422 invalid [code: code_wrong]");
    app.advance(TimeDelta::seconds(30));
    second.sign(&second.supplier, &totp(&app, &secret)).await.expect(200);
}

#[tokio::test]
async fn the_password_the_text_and_the_form_are_checked_before_a_code_is_spent() {
    let app = TestApp::new().await;
    let deal = app.deal().await;
    let wrong = json!({ "password": "khong phai mat khau" });
    assert_eq!(deal.buyer.post(&deal.path("/signing-code"), wrong).await.problem(), "422 invalid [password: password_wrong]");
    deal.ask_code(&deal.buyer).await.expect(200);
    let code = app.mailed_code(BUYER_MAIL).await;
    let form = deal.signing(&deal.buyer, &code).await;
    let try_with = async |changes: Value| {
        let body = support::posts::changed(form.clone(), changes);
        deal.buyer.post(&deal.path("/sign"), body).await.problem()
    };
    assert_eq!(try_with(json!({ "password": "sai mat khau roi" })).await, "422 invalid [password: password_wrong]");
    assert_eq!(try_with(json!({ "hash": "ab".repeat(32) })).await, "409 hash_mismatch [hash: hash_mismatch]");
    assert_eq!(try_with(json!({ "edition": 2 })).await, "409 hash_mismatch [hash: hash_mismatch]");
    assert_eq!(try_with(json!({ "hash": "khong phai ma" })).await, "422 invalid [hash: hash_malformed]");
    assert_eq!(try_with(json!({ "code": "12345" })).await, "422 invalid [code: code_not_six_digits]");
    assert_eq!(try_with(json!({ "edition": 70_000 })).await, "422 invalid [edition: malformed]");
    assert_eq!(try_with(json!({ "level": "cao" })).await, "422 invalid [level: unknown_field]");
    assert_eq!(deal.view(&deal.buyer).await["my_code"]["tries_left"], 5);
    deal.buyer.post(&deal.path("/sign"), form).await.expect(200);
}

#[tokio::test]
async fn others_see_nothing_clerks_and_officers_read_but_do_not_sign() {
    let app = TestApp::new().await;
    let deal = app.deal().await;
    let stranger = app.cooperative("HTX Bưởi 2").await;
    let clerk = app.clerk(&deal.supplier, "nhan-vien").await;
    let officer = app.officer().await;
    let reason = json!({ "reason": "Không bán nữa" });
    let form = deal.signing(&deal.buyer, "123456").await;
    let all = async |who: &Client| {
        let mut said = vec![who.get(&deal.path("")).await.status.as_u16(), who.get(&deal.path("/text")).await.status.as_u16()];
        said.push(deal.ask_code(who).await.status.as_u16());
        said.push(who.post(&deal.path("/sign"), form.clone()).await.status.as_u16());
        said.push(who.post(&deal.path("/decline"), reason.clone()).await.status.as_u16());
        said.push(who.post(&deal.path("/terminate"), reason.clone()).await.status.as_u16());
        said
    };
    assert_eq!(all(&stranger).await, [404; 6]);
    assert_eq!(all(&clerk).await, [200, 200, 403, 403, 403, 403]);
    assert_eq!(all(&officer).await, [200, 200, 403, 403, 403, 403]);
    assert_eq!(all(&app.operator().await).await, [404; 6]);
    assert_eq!(all(&app.visitor()).await, [401; 6]);
    assert_eq!(stranger.get("/contracts").await.expect(200)["items"], json!([]));
    assert_eq!(app.operator().await.get("/contracts").await.problem(), "403 forbidden");
    assert_eq!(officer.get("/contracts").await.expect(200)["items"].as_array().unwrap().len(), 1);
    assert_eq!(officer.get("/contracts?waits_for=me").await.problem(), "403 forbidden");
    assert_eq!(deal.buyer.get("/contracts?waits_for=you").await.problem(), "422 invalid [waits_for: unknown_choice]");
    assert_eq!(deal.buyer.get("/contracts?status=xong").await.problem(), "422 invalid [status: unknown_choice]");
}

#[tokio::test]
async fn somebody_else_than_the_representative_signs_with_a_paper() {
    let app = TestApp::new().await;
    let deal = app.deal().await;
    let body = json!({
        "role": "clerk", "name": "Trần Văn Phó", "sign_in": "pho@htx.example", "email": "pho@htx.example", "password": PASSWORD, "language": "vi",
    });
    deal.supplier.post("/members", body).await.expect(201);
    app.lead("pho@htx.example").await;
    let deputy = app.signed_in("pho@htx.example").await;
    deal.ask_code(&deputy).await.expect(200);
    let code = app.mailed_code("pho@htx.example").await;
    let form = deal.signing(&deputy, &code).await;
    let with = |authority: Value| support::posts::changed(form.clone(), json!({ "authority": authority }));
    let sign = async |body: Value| deputy.post(&deal.path("/sign"), body).await;
    assert_eq!(sign(form.clone()).await.problem(), "422 invalid [authority: signer_not_representative]");
    let over = json!({ "number": "05/UQ", "dated": "2026-01-02", "valid_to": "2026-11-20" });
    assert_eq!(sign(with(over)).await.problem(), "422 invalid [authority: authorisation_not_valid]");
    let paper = json!({ "number": "07/UQ-2026", "dated": "2026-11-01", "valid_to": "2026-12-31" });
    let view = sign(with(paper)).await.expect(200);
    let signature = &view["signatures"][0];
    assert_eq!((signature["name"].as_str(), &signature["position"]), (Some("Trần Văn Phó"), &Value::Null));
    assert_eq!((&signature["authority"]["kind"], &signature["authority"]["number"]), (&json!("authorisation"), &json!("07/UQ-2026")));
}

#[tokio::test]
async fn without_mail_the_authenticator_signs_and_without_either_nobody_does() {
    let app = TestApp::new().await;
    let deal = app.deal().await;
    let router = web::http::router(App { mailer: Mailer::Keep, ..app.app.clone() });
    let buyer = deal.buyer.on(router);
    assert_eq!(deal.ask_code(&buyer).await.problem(), "409 no_signing_method");
    let secret = turn_on_totp(&app, &buyer).await;
    assert_eq!(deal.ask_code(&buyer).await.expect(200), json!({ "method": "totp" }));
    let signed = deal.sign(&buyer, &totp(&app, &secret)).await.expect(200);
    assert_eq!(signed["signatures"][0]["method"], "totp");
}

#[tokio::test]
async fn the_same_tap_twice_signs_once_and_both_sides_may_tap_at_once() {
    let app = TestApp::new().await;
    let deal = app.deal().await;
    let mut forms = Vec::new();
    for (who, mail) in [(&deal.supplier, SUPPLIER_MAIL), (&deal.buyer, BUYER_MAIL)] {
        deal.ask_code(who).await.expect(200);
        forms.push(deal.signing(who, &app.mailed_code(mail).await).await);
    }
    let path = deal.path("/sign");
    let (_, elsewhere) = app.another().await;
    let buyer_elsewhere = deal.buyer.on(elsewhere);
    let (supplier, buyer, again) = tokio::join!(
        deal.supplier.post(&path, forms[0].clone()),
        deal.buyer.post(&path, forms[1].clone()),
        buyer_elsewhere.post(&path, forms[1].clone()),
    );
    for reply in [supplier, buyer, again] {
        assert_eq!(reply.status, 200, "{}", reply.json);
    }
    let view = deal.view(&deal.supplier).await;
    assert_eq!((view["status"].as_str(), view["signatures"].as_array().unwrap().len()), (Some("in_force"), 2));
    let signed = view["events"].as_array().unwrap().iter().filter(|event| event["kind"] == "signed").count();
    assert_eq!(signed, 2);
    assert_eq!(deal.buyer.post(&path, forms[1].clone()).await.expect(200)["version"], view["version"], "nothing happens the third time");
    assert_eq!(deal.ask_code(&deal.buyer).await.problem(), "409 contract_not_in_signing");
}

#[tokio::test]
async fn nobody_reads_a_code_but_the_one_it_was_sent_to() {
    let app = TestApp::new().await;
    let deal: Deal = app.deal().await;
    deal.ask_code(&deal.buyer).await.expect(200);
    let code = app.mailed_code(BUYER_MAIL).await;
    let mails = app.operator().await.get("/operator/mail?limit=100").await.expect(200);
    assert!(mails.to_string().contains("signing_code") && !mails.to_string().contains(&code), "{mails}");
    for who in [&deal.buyer, &deal.supplier] {
        assert!(!deal.view(who).await.to_string().contains(&format!("\"{code}\"")));
        assert!(!who.get("/notices").await.expect(200).to_string().contains(&code));
    }
}
