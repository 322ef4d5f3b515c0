//! A new bank account, another representative or director: asked for, confirmed by a second member, decided by the office, waited for.
mod directors;

use chrono::TimeDelta;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use support::deals::{BUYER_MAIL, SUPPLIER_MAIL};
use support::people::PASSWORD;
use support::{Client, Reply, TestApp};

fn bank(number: &str) -> Value {
    json!({ "bank": "Agribank", "number": number, "holder": "HTX Cam 1" })
}

async fn ask(who: &Client, number: &str) -> Reply {
    let body = json!({ "bank_account": bank(number), "reason": "Đổi ngân hàng cho gần", "password": PASSWORD });
    who.post("/organisation/changes", body).await
}

async fn confirm(who: &Client, change: &Value) -> Reply {
    who.post(&path(change, "confirm"), json!({ "version": change["version"], "password": PASSWORD })).await
}

async fn decide(app: &TestApp, change: &Value, approve: bool) -> Reply {
    let body = json!({ "version": change["version"], "approve": approve, "reason": "Đã gọi hỏi và xem sổ" });
    app.officer().await.post(&path(change, "decide"), body).await
}

fn path(change: &Value, step: &str) -> String {
    format!("/changes/{}/{step}", change["id"].as_str().expect("an id"))
}

async fn account(who: &Client) -> Value {
    who.get("/organisation").await.expect(200)["profile"]["bank_account"].clone()
}

/// A cooperative with a clerk who has been there for a week; both signed in.
async fn two_members(app: &TestApp) -> (Client, Client) {
    let director = app.cooperative("HTX Cam 1").await;
    app.clerk(&director, "thu-ky-1").await;
    app.advance(TimeDelta::days(7));
    (app.signed_in(SUPPLIER_MAIL).await, app.signed_in("thu-ky-1").await)
}

async fn settle(app: &TestApp) {
    web::flow::settle_guarded(&app.app).await.expect("the clock's work");
}

#[tokio::test]
async fn a_new_account_passes_two_members_and_the_office_and_waits_three_days() {
    let app = TestApp::new().await;
    let (director, clerk) = two_members(&app).await;
    let list = director.get("/organisation/changes").await.expect(200);
    assert_eq!((&list["confirmers"], &list["cooling_days"], &list["items"]), (&json!(1), &json!(3), &json!([])));
    let wrong = json!({ "bank_account": bank("3001205678"), "reason": "Đổi", "password": "khong phai" });
    assert_eq!(director.post("/organisation/changes", wrong).await.problem(), "422 invalid [password: password_wrong]");
    assert_eq!(ask(&clerk, "3001205678").await.problem(), "403 forbidden");

    let asked = ask(&director, "3001205678").await.expect(201);
    assert_eq!((&asked["status"], &asked["may_confirm"], &asked["old"]), (&json!("to_confirm"), &json!(false), &Value::Null));
    let mail = app.last_mail("change_asked", SUPPLIER_MAIL).await;
    assert!(mail.text.contains("Agribank …5678") && mail.text.contains("thành viên khác xác nhận"), "{}", mail.text);
    assert_eq!(ask(&director, "9999999999").await.problem(), "409 guarded_change_waits");
    assert_eq!(confirm(&director, &asked).await.problem(), "409 guarded_change_own");
    assert_eq!(decide(&app, &asked, true).await.problem(), "409 guarded_change_elsewhere");
    assert_eq!(clerk.get("/organisation/changes").await.expect(200)["items"][0]["may_confirm"], true);
    let confirmed = confirm(&clerk, &asked).await.expect(200);
    assert_eq!((&confirmed["status"], &confirmed["confirmed"]["by"]), (&json!("to_decide"), &json!("Nhân viên")));

    let officer = app.officer().await;
    let queue = officer.get("/officer/changes").await.expect(200);
    assert_eq!((&queue["items"][0]["organisation_name"], &queue["items"][0]["change"]["id"]), (&json!("HTX Cam 1"), &asked["id"]));
    let own = director.post(&path(&asked, "decide"), json!({ "version": 2, "approve": true, "reason": "Tự duyệt" })).await;
    assert_eq!(own.problem(), "403 forbidden");
    let approved = decide(&app, &confirmed, true).await.expect(200);
    assert_eq!((&approved["status"], &approved["effective_at"]), (&json!("cooling"), &json!("2026-12-01T01:00:00Z")));
    assert_eq!(officer.get("/officer/changes").await.expect(200)["items"], json!([]));

    app.advance(TimeDelta::days(3) - TimeDelta::seconds(1));
    settle(&app).await;
    let director = app.signed_in(SUPPLIER_MAIL).await;
    assert_eq!(account(&director).await, Value::Null);
    app.advance(TimeDelta::seconds(1));
    settle(&app).await;
    settle(&app).await;
    assert_eq!(account(&director).await, bank("3001205678"));
    let seen = director.get("/organisation").await.expect(200);
    assert_eq!((&seen["status"], &seen["guarded"]), (&json!("verified"), &json!(true)));
    let told: Vec<_> =
        director.get("/notices").await.expect(200)["items"].as_array().unwrap().iter().map(|one| one["kind"].clone()).collect();
    assert_eq!(told[..4], ["change_in_force", "change_approved", "change_confirmed", "change_asked"].map(Value::from));
    let officers = app.officer().await.get("/notices").await.expect(200);
    assert_eq!(officers["items"][0]["kind"], "change_in_force");
    let same = ask(&director, "3001205678").await;
    assert_eq!(same.problem(), "409 guarded_change_nothing");
    let file = app.officer().await.get(&format!("/officer/organisations/{}", seen["id"].as_str().unwrap())).await.expect(200);
    assert_eq!(file["changes"][0]["decided"]["reason"], "Đã gọi hỏi và xem sổ");
}

#[tokio::test]
async fn where_nobody_could_confirm_the_office_decides_alone_and_the_wait_is_a_week() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let clerk = app.clerk(&director, "thu-ky-1").await;
    let person = json!({ "name": "Bùi Văn Nam", "position": "Chủ tịch" });
    let body = json!({ "representative": person, "reason": "Bầu lại", "password": PASSWORD });
    let asked = director.post("/organisation/changes", body).await.expect(201);
    assert_eq!((&asked["status"], &asked["cooling_days"]), (&json!("to_decide"), &json!(7)), "a clerk of today cannot confirm");
    assert_eq!(asked["old"]["representative"], json!({ "name": "Bùi Thị Mai", "position": "Giám đốc" }));
    assert_eq!(confirm(&clerk, &asked).await.problem(), "409 guarded_change_elsewhere");
    let mail = app.last_mail("change_asked", SUPPLIER_MAIL).await;
    assert!(mail.text.contains("một mình") || mail.text.contains("cán bộ chương trình quyết định"), "{}", mail.text);
    decide(&app, &asked, true).await.expect(200);
    // The other kind is asked for beside it.
    ask(&director, "3001205678").await.expect(201);
    app.advance(TimeDelta::days(7));
    settle(&app).await;
    let director = app.signed_in(SUPPLIER_MAIL).await;
    let profile = director.get("/organisation").await.expect(200)["profile"].clone();
    assert_eq!((&profile["representative"], &profile["position"]), (&json!("Bùi Văn Nam"), &json!("Chủ tịch")));
    assert_eq!(account(&director).await, Value::Null, "the office has not looked at the account");
}

#[tokio::test]
async fn a_director_or_the_office_stops_it_until_it_counts_and_a_suspension_does() {
    let app = TestApp::new().await;
    let (director, clerk) = two_members(&app).await;
    let cooling = async |number: &str| {
        let asked = ask(&director, number).await.expect(201);
        let confirmed = confirm(&clerk, &asked).await.expect(200);
        decide(&app, &confirmed, true).await.expect(200)
    };
    let stop = json!({ "reason": "Không phải tôi xin" });
    let first = cooling("3001205678").await;
    assert_eq!(clerk.post(&path(&first, "stop"), stop.clone()).await.problem(), "403 forbidden");
    let stopped = director.post(&path(&first, "stop"), stop.clone()).await.expect(200);
    assert_eq!((&stopped["status"], &stopped["stopped"]["reason"]), (&json!("stopped"), &json!("Không phải tôi xin")));
    assert_eq!(app.officer().await.post(&path(&first, "stop"), stop.clone()).await.problem(), "409 guarded_change_elsewhere");
    let second = cooling("3001205679").await;
    app.officer().await.post(&path(&second, "stop"), stop).await.expect(200);
    let third = ask(&director, "3001205680").await.expect(201);
    let id = director.get("/organisation").await.expect(200)["id"].as_str().unwrap().to_owned();
    let review = json!({ "decision": "suspend", "reason": "Nghi bị chiếm tài khoản" });
    app.officer().await.post(&format!("/officer/organisations/{id}/review"), review).await.expect(200);
    assert_eq!(confirm(&clerk, &third).await.problem(), "409 guarded_change_elsewhere");
    let list = director.get("/organisation/changes").await.expect(200);
    let reasons: Vec<_> = list["items"].as_array().unwrap().iter().map(|one| one["stopped"]["reason"].clone()).collect();
    assert_eq!(reasons, ["Nghi bị chiếm tài khoản", "Không phải tôi xin", "Không phải tôi xin"].map(Value::from));
    app.advance(TimeDelta::days(30));
    settle(&app).await;
    assert_eq!(account(&app.signed_in(SUPPLIER_MAIL).await).await, Value::Null);
}

#[tokio::test]
async fn who_pays_is_warned_as_long_as_the_contract_names_another_account() {
    let app = TestApp::new().await;
    let deal = app.in_force().await;
    deal.supplier.post(&deal.path("/lines/1/dispatch"), json!({ "kg": "3000" })).await.expect(200);
    deal.buyer.post(&deal.path("/lines/1/receive"), json!({ "received": "3000", "accepted": "3000" })).await.expect(200);
    let warning = async |who: &Client| who.get("/payments").await.expect(200)["items"][0]["account_warning"].clone();
    let asked = ask(&deal.supplier, "3001205678").await.expect(201);
    assert_eq!(warning(&deal.buyer).await, Value::Null, "the office has not approved it");
    decide(&app, &asked, true).await.expect(200);
    let expected = json!({ "from": "2026-11-28T01:00:00Z", "in_force": false, "account": null });
    assert_eq!(warning(&deal.buyer).await, expected);
    assert_eq!(deal.view(&deal.buyer).await["account_warning"], expected);
    assert_eq!((warning(&deal.supplier).await, deal.view(&deal.supplier).await["account_warning"].clone()), (Value::Null, Value::Null));
    let mail = app.last_mail("partner_account_changing", BUYER_MAIL).await;
    assert!(mail.subject.contains("HTX Cam 1") && mail.text.contains("28/11/2026") && mail.text.contains("số điện thoại bạn đã biết"));
    assert!(!mail.text.contains("5678"), "no account travels by mail: {}", mail.text);

    app.advance(TimeDelta::days(7));
    settle(&app).await;
    let buyer = app.signed_in(BUYER_MAIL).await;
    assert_eq!(warning(&buyer).await, json!({ "from": "2026-11-28T01:00:00Z", "in_force": true, "account": bank("3001205678") }));
    assert_eq!(deal.view(&buyer).await["terms"]["supplier"]["bank_account"], Value::Null);
    app.last_mail("partner_account_changed", BUYER_MAIL).await;
    app.advance(TimeDelta::days(90));
    assert_eq!(warning(&app.signed_in(BUYER_MAIL).await).await["account"], bank("3001205678"), "the contract stays as it was signed");
}

#[tokio::test]
async fn who_heard_of_a_change_hears_that_it_was_stopped() {
    let app = TestApp::new().await;
    let deal = app.in_force().await;
    let asked = ask(&deal.supplier, "3001205678").await.expect(201);
    decide(&app, &asked, true).await.expect(200);
    deal.supplier.post(&path(&asked, "stop"), json!({ "reason": "Nhầm số" })).await.expect(200);
    let mail = app.last_mail("partner_account_kept", BUYER_MAIL).await;
    assert!(mail.text.contains("HTX Cam 1") && !mail.text.contains("Nhầm số"), "{}", mail.text);
    assert_eq!(deal.view(&deal.buyer).await["account_warning"], Value::Null);
}

#[tokio::test]
async fn the_form_edits_both_until_the_office_first_looked_and_never_after() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    visitor.post("/auth/register", support::people::registration("cooperative", "HTX Mới 3", 3)).await.expect(201);
    let edit = async |who: &Client, number: &str| {
        let own = who.get("/organisation").await.expect(200);
        let mut profile = own["profile"].clone();
        profile["bank_account"] = bank(number);
        who.put("/organisation", json!({ "version": own["version"], "profile": profile })).await
    };
    edit(&visitor, "3001205678").await.expect(200);
    assert_eq!(ask(&visitor, "3001205679").await.problem(), "409 guarded_change_not_yet");
    let known = app.cooperative("HTX Cam 1").await;
    let refused = "409 guarded_change_needed [profile.bank_account: guarded_change_needed]";
    assert_eq!(edit(&known, "3001205678").await.problem(), refused);
    let both = json!({ "bank_account": bank("3001205678"), "representative": { "name": "A", "position": "B" }, "reason": "x", "password": PASSWORD });
    assert_eq!(known.post("/organisation/changes", both).await.problem(), "422 invalid [bank_account: guarded_value_one]");
}

/// The rows themselves refuse what no handler does.
#[tokio::test]
async fn the_database_keeps_one_open_change_of_a_kind_and_two_pairs_of_eyes() {
    let app = TestApp::new().await;
    let (director, clerk) = two_members(&app).await;
    let asked = ask(&director, "3001205678").await.expect(201);
    let raw = app.raw().await;
    let own =
        raw.execute_unprepared("UPDATE guarded_change SET status = 'to_decide', confirmed_by = asked_by, confirmed_at = asked_at").await;
    assert!(own.is_err(), "whoever asked cannot have confirmed");
    assert!(raw.execute_unprepared("UPDATE guarded_change SET status = 'in_force'").await.is_err(), "nobody decided");
    director.post(&path(&asked, "stop"), json!({ "reason": "Nhầm số" })).await.expect(200);
    ask(&director, "3001205679").await.expect(201);
    let again = "UPDATE guarded_change SET status = 'to_confirm', stopped_by = NULL, stopped_at = NULL, stop_reason = NULL";
    assert!(raw.execute_unprepared(again).await.is_err(), "two open ones of one kind");
    drop(clerk);
}

/// What everybody forgot is not confirmed by whoever comes later.
#[tokio::test]
async fn a_request_is_a_task_of_the_second_member_and_runs_out_after_a_fortnight() {
    let app = TestApp::new().await;
    let (director, clerk) = two_members(&app).await;
    let asked = ask(&director, "3001205678").await.expect(201);
    let tasks = clerk.get("/tasks").await.expect(200)["items"].clone();
    assert_eq!((&tasks[0]["kind"], &tasks[0]["other_party"]), (&json!("confirm_change"), &json!("Bùi Thị Mai")));
    assert_eq!((&tasks[0]["goods_vi"], &tasks[0]["deadline"]), (&json!("Agribank …5678"), &asked["confirm_by"]));
    assert_eq!(director.get("/tasks").await.expect(200)["items"], json!([]), "whoever asked cannot confirm");

    app.advance(TimeDelta::days(14) - TimeDelta::seconds(1));
    settle(&app).await;
    let clerk = app.signed_in("thu-ky-1").await;
    assert_eq!(clerk.get("/organisation/changes").await.expect(200)["items"][0]["status"], "to_confirm");
    app.advance(TimeDelta::seconds(1));
    assert_eq!(confirm(&clerk, &asked).await.problem(), "409 guarded_change_elsewhere", "before the clock comes by");
    settle(&app).await;
    settle(&app).await;
    let over = clerk.get("/organisation/changes").await.expect(200)["items"][0].clone();
    assert_eq!((&over["status"], &over["may_confirm"]), (&json!("expired"), &json!(false)));
    assert_eq!(clerk.get("/tasks").await.expect(200)["items"], json!([]));
    let told = clerk.get("/notices").await.expect(200)["items"].clone();
    assert_eq!((&told[0]["kind"], &told[1]["kind"]), (&json!("change_expired"), &json!("change_asked")), "told once");
    let mail = app.last_mail("change_expired", SUPPLIER_MAIL).await;
    assert!(mail.text.contains("14 ngày"), "{}", mail.text);
    let director = app.signed_in(SUPPLIER_MAIL).await;
    assert_eq!(account(&director).await, Value::Null);
    ask(&director, "3001205678").await.expect(201);
}

/// A thief changes the number before the account, so that the office would ring the thief.
#[tokio::test]
async fn the_office_rings_the_number_from_before() {
    let app = TestApp::new().await;
    let (director, clerk) = two_members(&app).await;
    let change_number = async |number: &str| {
        let own = director.get("/organisation").await.expect(200);
        let mut profile = own["profile"].clone();
        profile["phone"] = number.into();
        director.put("/organisation", json!({ "version": own["version"], "profile": profile })).await.expect(200);
    };
    change_number("0988000001").await;
    let asked = ask(&director, "3001205678").await.expect(201);
    assert_eq!(asked["ring"], Value::Null, "for the office alone");
    change_number("0988000002").await;
    confirm(&clerk, &asked).await.expect(200);
    let ring = app.officer().await.get("/officer/changes").await.expect(200)["items"][0]["change"]["ring"].clone();
    assert_eq!((&ring["phone"], &ring["now"]), (&json!("+84912345678"), &json!("+84988000002")));
    let changes = ring["changes"].as_array().unwrap();
    assert_eq!((changes.len(), &changes[0]["new"], &changes[0]["by"]), (2, &json!("+84988000001"), &json!("Bùi Thị Mai")));

    // However often the thief goes on, the first number is not pushed out of sight.
    for at in 100..205 {
        change_number(&format!("0988000{at}")).await;
    }
    let ring = app.officer().await.get("/officer/changes").await.expect(200)["items"][0]["change"]["ring"].clone();
    assert_eq!((&ring["phone"], &ring["now"]), (&json!("+84912345678"), &json!("+84988000204")));

    // A week later the number has settled.
    director.post(&path(&asked, "stop"), json!({ "reason": "Xin lại" })).await.expect(200);
    app.advance(TimeDelta::days(8));
    let (director, clerk) = (app.signed_in(SUPPLIER_MAIL).await, app.signed_in("thu-ky-1").await);
    let asked = ask(&director, "3001205678").await.expect(201);
    confirm(&clerk, &asked).await.expect(200);
    let ring = app.officer().await.get("/officer/changes").await.expect(200)["items"][0]["change"]["ring"].clone();
    assert_eq!((&ring["phone"], &ring["changes"]), (&json!("+84988000204"), &json!([])));
}

#[tokio::test]
async fn a_director_cannot_stand_in_for_the_second_member() {
    let app = TestApp::new().await;
    let (director, _) = two_members(&app).await;
    let asked = ask(&director, "3001205678").await.expect(201);
    // The director takes the clerk's account over with a link of the director's own making.
    let members = director.get("/members").await.expect(200);
    let clerk = members["items"].as_array().unwrap().iter().find(|member| member["sign_in"] == "thu-ky-1").expect("the clerk").clone();
    let id = clerk["id"].as_str().expect("an id");
    let made = director.post(&format!("/members/{id}/reset-link"), json!({})).await.expect(201);
    let token = made["link"].as_str().and_then(|link| link.split("token=").nth(1)).expect("a token").to_owned();
    let password = "mat khau cua ke gian 2026";
    app.visitor().post("/auth/reset-password", json!({ "token": token, "password": password })).await.expect(204);
    let thief = app.visitor();
    thief.post("/auth/sign-in", json!({ "sign_in": "thu-ky-1", "password": password })).await.expect(200);
    let body = json!({ "version": asked["version"], "password": password });
    assert_eq!(thief.post(&path(&asked, "confirm"), body).await.problem(), "409 guarded_change_newcomer");
    // Nor do accounts that were closed a moment ago leave the director alone with the office.
    director.post(&path(&asked, "stop"), json!({ "reason": "Thử lại" })).await.expect(200);
    director.delete(&format!("/members/{id}"), json!({})).await;
    assert_eq!(ask(&director, "3001205678").await.problem(), "409 guarded_change_members_left");
}

/// Neither another role nor a link for the password takes the second member away for the office to decide alone.
#[tokio::test]
async fn a_director_does_not_get_rid_of_the_second_member_just_before_asking() {
    let app = TestApp::new().await;
    let (director, _) = two_members(&app).await;
    let members = director.get("/members").await.expect(200);
    let clerk = members["items"].as_array().unwrap().iter().find(|member| member["sign_in"] == "thu-ky-1").expect("the clerk").clone();
    let id = clerk["id"].as_str().expect("an id");
    let role = |role: &str, version: i64| json!({ "role": role, "version": version });
    director.put(&format!("/members/{id}/role"), role("driver", 1)).await.expect(200);
    assert_eq!(ask(&director, "3001205678").await.problem(), "409 guarded_change_members_left");
    director.put(&format!("/members/{id}/role"), role("clerk", 2)).await.expect(200);
    director.post(&format!("/members/{id}/reset-link"), json!({})).await.expect(201);
    assert_eq!(ask(&director, "3001205678").await.problem(), "409 guarded_change_members_left");
    app.advance(TimeDelta::days(8));
    let director = app.signed_in(SUPPLIER_MAIL).await;
    assert_eq!(ask(&director, "3001205678").await.expect(201)["status"], "to_confirm");
}
