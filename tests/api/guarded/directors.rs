//! A member becomes a director, and a director stops being one: asked for, confirmed, decided and waited for like an account.
use super::{confirm, decide, path, settle, two_members};
use chrono::TimeDelta;
use serde_json::{Value, json};
use support::deals::SUPPLIER_MAIL;
use support::people::{PASSWORD, consent};
use support::{Client, Reply, TestApp};

async fn ask(who: &Client, member: &str, role: &str) -> Reply {
    let body = json!({ "director": { "member": member, "role": role }, "reason": "Đại hội bầu", "password": PASSWORD });
    who.post("/organisation/changes", body).await
}

async fn id_of(who: &Client, sign_in: &str) -> String {
    member(who, sign_in).await["id"].as_str().expect("an id").to_owned()
}

async fn member(who: &Client, sign_in: &str) -> Value {
    let members = who.get("/members").await.expect(200);
    members["items"].as_array().unwrap().iter().find(|one| one["sign_in"] == sign_in).expect("a member").clone()
}

#[tokio::test]
async fn once_the_office_knows_the_organisation_no_click_makes_or_ends_a_director() {
    let app = TestApp::new().await;
    let (director, _) = two_members(&app).await;
    let clerk = id_of(&director, "thu-ky-1").await;
    let needed = "409 guarded_director_needed [role: guarded_director_needed]";
    let role = |role: &str, version: i64| json!({ "role": role, "version": version });
    assert_eq!(director.put(&format!("/members/{clerk}/role"), role("director", 1)).await.problem(), needed);
    assert_eq!(director.post("/invitations", json!({ "role": "director" })).await.problem(), needed);
    let new = json!({ "role": "director", "name": "Bùi Hai", "sign_in": "hai", "password": PASSWORD, "language": "vi" });
    assert_eq!(director.post("/members", new).await.problem(), needed);
    director.put(&format!("/members/{clerk}/role"), role("viewer", 1)).await.expect(200);

    app.lead("thu-ky-1").await;
    assert_eq!(director.put(&format!("/members/{clerk}/role"), role("clerk", 2)).await.problem(), needed);
    assert_eq!(director.delete(&format!("/members/{clerk}"), json!({})).await.problem(), "409 guarded_director_first");
    let link = director.post(&format!("/members/{clerk}/reset-link"), json!({})).await;
    assert_eq!(link.problem(), "409 guarded_director_password");
    app.operator().await.post("/operator/reset-links", json!({ "sign_in": "thu-ky-1" })).await.expect(201);
    let own = id_of(&director, SUPPLIER_MAIL).await;
    let version = member(&director, SUPPLIER_MAIL).await["version"].as_i64().unwrap();
    director.put(&format!("/members/{own}/role"), role("clerk", version)).await.expect(200);
}

/// The link was made while the office had not looked; whoever holds it comes with another role or not at all.
#[tokio::test]
async fn a_directors_link_from_before_opens_nothing_after() {
    let app = TestApp::new().await;
    let director = app.visitor();
    let registered = director.post("/auth/register", support::people::registration("cooperative", "HTX Cam 1", 1)).await.expect(201);
    let made = director.post("/invitations", json!({ "role": "director" })).await.expect(201);
    let token = made["link"].as_str().unwrap().split_once("token=").unwrap().1.to_owned();
    let org = registered["organisation"]["id"].as_str().expect("an id");
    let review = json!({ "decision": "verify", "reason": "Đủ giấy tờ" });
    app.officer().await.post(&format!("/officer/organisations/{org}/review"), review).await.expect(200);
    let member = json!({ "name": "Bùi Hai", "sign_in": "hai", "password": PASSWORD, "language": "vi", "consent": consent() });
    let joined = app.visitor().post("/auth/accept-invitation", json!({ "token": token, "member": member })).await;
    assert_eq!(joined.problem(), "422 invalid [token: invitation_director_guarded]");
}

#[tokio::test]
async fn a_member_becomes_a_director_three_days_after_a_second_member_and_the_office_said_yes() {
    let app = TestApp::new().await;
    let (director, _) = two_members(&app).await;
    app.clerk(&director, "ke-toan").await;
    app.advance(TimeDelta::days(7));
    let (director, clerk, second) = (app.signed_in(SUPPLIER_MAIL).await, app.signed_in("thu-ky-1").await, app.signed_in("ke-toan").await);
    let who = id_of(&director, "thu-ky-1").await;
    let asked = ask(&director, &who, "director").await.expect(201);
    assert_eq!((&asked["kind"], &asked["status"]), (&json!("new_director"), &json!("to_confirm")));
    assert_eq!((&asked["old"]["director"]["role"], &asked["new"]["director"]["role"]), (&json!("clerk"), &json!("director")));
    assert_eq!(ask(&director, &who, "director").await.problem(), "409 guarded_change_waits");
    assert_eq!(confirm(&clerk, &asked).await.problem(), "409 guarded_change_about_you");
    assert_eq!(clerk.get("/tasks").await.expect(200)["items"], json!([]), "it is no task of whoever it is about");
    let task = second.get("/tasks").await.expect(200)["items"][0].clone();
    assert_eq!((&task["kind"], &task["goods_vi"]), (&json!("confirm_change"), &json!("Nhân viên")));
    let mail = app.last_mail("change_asked", SUPPLIER_MAIL).await;
    assert!(mail.text.contains("xin cho Nhân viên làm giám đốc của HTX Cam 1"), "{}", mail.text);
    let confirmed = confirm(&second, &asked).await.expect(200);
    decide(&app, &confirmed, true).await.expect(200);
    assert_eq!(clerk.get("/invitations").await.problem(), "403 forbidden", "not yet");

    app.advance(TimeDelta::days(3));
    settle(&app).await;
    settle(&app).await;
    let clerk = app.signed_in("thu-ky-1").await;
    clerk.get("/invitations").await.expect(200);
    let told = clerk.get("/notices").await.expect(200)["items"][0].clone();
    assert_eq!((&told["kind"], &told["arguments"]["change"]), (&json!("change_in_force"), &json!("new_director")));
    let event = clerk.get("/members/events").await.expect(200)["items"][0].clone();
    assert_eq!((&event["step"], &event["by"]), (&json!("made_director"), &json!("Bùi Thị Mai")));
}

/// A cooperative of two: nobody but the member it is about could confirm, so the office rings and the wait is a week.
#[tokio::test]
async fn of_two_people_the_office_decides_alone() {
    let app = TestApp::new().await;
    let (director, clerk) = two_members(&app).await;
    let who = id_of(&director, "thu-ky-1").await;
    let asked = ask(&director, &who, "director").await.expect(201);
    assert_eq!((&asked["status"], &asked["cooling_days"]), (&json!("to_decide"), &json!(7)));
    let queue = app.officer().await.get("/officer/changes").await.expect(200)["items"][0]["change"].clone();
    assert_eq!((&queue["new"]["director"]["name"], &queue["ring"]["phone"]), (&json!("Nhân viên"), &json!("+84912345678")));
    decide(&app, &asked, true).await.expect(200);
    app.advance(TimeDelta::days(7));
    settle(&app).await;
    assert_eq!(member(&app.signed_in(SUPPLIER_MAIL).await, "thu-ky-1").await["role"], "director");
    drop(clerk);
}

#[tokio::test]
async fn a_director_stops_being_one_and_cannot_stop_that_alone() {
    let app = TestApp::new().await;
    two_members(&app).await;
    app.lead("thu-ky-1").await;
    let (director, second) = (app.signed_in(SUPPLIER_MAIL).await, app.signed_in("thu-ky-1").await);
    let who = id_of(&director, "thu-ky-1").await;
    let asked = ask(&director, &who, "viewer").await.expect(201);
    assert_eq!((&asked["kind"], &asked["status"]), (&json!("former_director"), &json!("to_decide")));
    let seen = second.get("/organisation/changes").await.expect(200)["items"][0].clone();
    assert_eq!((&seen["about_me"], &seen["may_confirm"]), (&json!(true), &json!(false)));
    let stop = json!({ "reason": "Tôi không đồng ý" });
    assert_eq!(second.post(&path(&asked, "stop"), stop.clone()).await.problem(), "409 guarded_change_about_you");
    app.officer().await.post(&path(&asked, "stop"), stop).await.expect(200);

    let asked = ask(&director, &who, "viewer").await.expect(201);
    decide(&app, &asked, true).await.expect(200);
    app.advance(TimeDelta::days(7));
    settle(&app).await;
    let director = app.signed_in(SUPPLIER_MAIL).await;
    assert_eq!(member(&director, "thu-ky-1").await["role"], "viewer");
    director.delete(&format!("/members/{who}"), json!({})).await.expect(200);
}

/// The asker left meanwhile: the last director stays, and everybody hears that nothing changed.
#[tokio::test]
async fn what_fits_no_more_when_its_time_comes_changes_nothing() {
    let app = TestApp::new().await;
    two_members(&app).await;
    app.lead("thu-ky-1").await;
    let director = app.signed_in(SUPPLIER_MAIL).await;
    let who = id_of(&director, "thu-ky-1").await;
    let asked = ask(&director, &who, "clerk").await.expect(201);
    decide(&app, &asked, true).await.expect(200);
    director.post("/account/erase", json!({ "password": PASSWORD })).await.expect(204);
    app.advance(TimeDelta::days(7));
    settle(&app).await;
    let second = app.signed_in("thu-ky-1").await;
    let over = second.get("/organisation/changes").await.expect(200)["items"][0].clone();
    assert_eq!((&over["status"], &over["effective_at"]), (&json!("expired"), &Value::Null));
    assert_eq!(over["decided"]["reason"], "Đã gọi hỏi và xem sổ");
    assert_eq!((&over["asked"]["by"], &second.get("/session").await.expect(200)["user"]["role"]), (&json!("(đã xóa)"), &json!("director")));
    let officer = app.officer().await.get("/notices").await.expect(200)["items"][0].clone();
    assert_eq!((&officer["kind"], &officer["arguments"]["gone"]), (&json!("change_expired"), &json!(true)));
}

#[tokio::test]
async fn what_is_no_change_of_directors_is_not_asked_for() {
    let app = TestApp::new().await;
    let (director, clerk) = two_members(&app).await;
    let who = id_of(&director, "thu-ky-1").await;
    assert_eq!(ask(&director, &who, "viewer").await.problem(), "409 guarded_change_role_free");
    assert_eq!(ask(&director, &id_of(&director, SUPPLIER_MAIL).await, "clerk").await.problem(), "409 guarded_change_role_free");
    assert_eq!(ask(&director, &who, "officer").await.problem(), "409 role_not_of_a_member");
    assert_eq!(ask(&clerk, &who, "director").await.problem(), "403 forbidden");
    let other = app.cooperative("HTX Cam 2").await;
    assert_eq!(ask(&other, &who, "director").await.problem(), "404 not_found");
    let both = json!({ "director": { "member": who, "role": "director" }, "representative": { "name": "A", "position": "B" },
        "reason": "x", "password": PASSWORD });
    assert_eq!(director.post("/organisation/changes", both).await.problem(), "422 invalid [bank_account: guarded_value_one]");
}

/// The name goes with the person, from the change, the notices and the mails.
#[tokio::test]
async fn an_erased_member_is_named_nowhere_in_a_change() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let new = json!({ "role": "clerk", "name": "Quách Công Đức", "sign_in": "cong-duc", "password": PASSWORD, "language": "vi" });
    director.post("/members", new).await.expect(201);
    ask(&director, &id_of(&director, "cong-duc").await, "director").await.expect(201);
    app.signed_in("cong-duc").await.post("/account/erase", json!({ "password": PASSWORD })).await.expect(204);
    let change = director.get("/organisation/changes").await.expect(200)["items"][0].clone();
    assert_eq!(change["new"]["director"]["name"], "(đã xóa)");
    for who in [&director, &app.officer().await] {
        let told = who.get("/notices").await.expect(200)["items"][0].clone();
        assert_eq!((&told["kind"], &told["arguments"]["value"]), (&json!("change_asked"), &json!("(đã xóa)")));
    }
    assert!(app.mails().await.iter().all(|mail| !mail.text.contains("Quách Công Đức")), "nor in a mail");
}
