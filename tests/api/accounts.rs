//! Registering, being verified, signing in and getting back in.
use chrono::TimeDelta;
use domain::account::Role;
use serde_json::json;
use support::TestApp;
use support::people::{PASSWORD, registration};

#[tokio::test]
async fn an_organisation_registers_is_verified_and_hears_of_it() {
    let app = TestApp::new().await;
    let manager = app.visitor();
    let session = manager.post("/auth/register", registration("cooperative", "HTX Cam 1", 0)).await.expect(201);
    assert_eq!(session["organisation"]["status"], "submitted");
    let confirm = app.last_mail("confirm_email", "htx-cam-1@htx.example").await;
    let token = confirm.text.split("token=").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
    manager.post("/auth/confirm-email", json!({ "token": token })).await.expect(204);
    assert_eq!(manager.post("/auth/confirm-email", json!({ "token": token })).await.problem(), "422 invalid [token: link_already_used]");

    let officer = app.officer().await;
    let queue = officer.get("/officer/organisations?status=submitted").await.expect(200);
    let id = queue["items"][0]["id"].as_str().unwrap();
    let review = |decision: &str, reason: &str| json!({ "decision": decision, "reason": reason });
    assert_eq!(
        officer.post(&format!("/officer/organisations/{id}/review"), review("verify", " ")).await.problem(),
        "422 invalid [reason: reason_missing]"
    );
    officer.post(&format!("/officer/organisations/{id}/review"), review("verify", "Đủ giấy đăng ký")).await.expect(200);
    assert_eq!(
        officer.post(&format!("/officer/organisations/{id}/review"), review("refuse", "Nhầm")).await.problem(),
        "409 organisation_not_waiting"
    );
    let session = manager.get("/session").await.expect(200);
    assert_eq!(session["organisation"]["status"], "verified");
    assert_eq!(session["user"]["email_confirmed"], true);
    let notices = manager.get("/notices").await.expect(200);
    assert_eq!(notices["items"][0]["kind"], "organisation_verified");
    assert_eq!(notices["items"][0]["arguments"]["reason"], "Đủ giấy đăng ký");
    let mail = app.last_mail("organisation_verified", "htx-cam-1@htx.example").await;
    assert!(mail.text.contains("Đủ giấy đăng ký") && mail.subject.contains("HTX Cam 1"), "{mail:?}");
}

#[tokio::test]
async fn what_the_office_asked_to_correct_is_corrected_and_looked_at_anew() {
    let app = TestApp::new().await;
    let (director, officer) = (app.visitor(), app.officer().await);
    let session = director.post("/auth/register", registration("cooperative", "HTX Cam 1", 0)).await.expect(201);
    let review = format!("/officer/organisations/{}/review", session["organisation"]["id"].as_str().unwrap());
    let told = async || {
        let notices = officer.get("/notices").await.expect(200);
        notices["items"].as_array().unwrap().iter().filter(|notice| notice["kind"] == "organisation_submitted").count()
    };
    officer.post(&review, json!({ "decision": "refuse", "reason": "Mã số thuế sai một số" })).await.expect(200);
    assert_eq!(told().await, 1);

    let edit = async |changes: serde_json::Value| {
        let own = director.get("/organisation").await.expect(200);
        let mut profile = own["profile"].clone();
        changes.as_object().unwrap().iter().for_each(|(key, value)| profile[key] = value.clone());
        director.put("/organisation", json!({ "version": own["version"], "profile": profile })).await
    };
    let moved = json!({ "tax_code": "9900010053", "email": "htx@htx.example", "vat_method": "deduction", "commune": "05092", "old_district": null });
    let corrected = edit(moved).await.expect(200);
    assert_eq!((&corrected["status"], &corrected["profile"]["tax_code"]), (&json!("submitted"), &json!("9900010053")));
    assert_eq!(told().await, 2, "the office hears that it waits again");
    edit(json!({ "email": null })).await.expect(200);
    assert_eq!(told().await, 2, "it waited already");
    officer.post(&review, json!({ "decision": "verify", "reason": "Đúng mã số thuế" })).await.expect(200);

    // A number to ring and a way of taxing are no other party; a name is.
    assert_eq!(edit(json!({ "phone": "0987654321", "vat_method": "direct" })).await.expect(200)["status"], "verified");
    let renamed = edit(json!({ "name": "HTX Cam Canh 1" })).await.expect(200);
    assert_eq!((&renamed["status"], told().await), (&json!("submitted"), 3));
    assert_eq!(director.try_offer(json!({})).await.problem(), "403 organisation_not_verified");
    assert_eq!(edit(json!({ "tax_code": "123" })).await.problem(), "422 invalid [profile.tax_code: tax_code_length]");
}

#[tokio::test]
async fn an_officer_with_an_address_gets_mail_of_a_new_organisation() {
    let app = TestApp::new().await;
    app.staff(Role::Officer, "can-bo@chuong-trinh.example").await;
    app.visitor().post("/auth/register", registration("cooperative", "HTX Cam 1", 0)).await.expect(201);
    let mail = app.last_mail("organisation_submitted", "can-bo@chuong-trinh.example").await;
    assert!(mail.subject.contains("HTX Cam 1") && mail.text.contains("/xac-minh/"), "{mail:?}");
}

#[tokio::test]
async fn an_officer_finds_an_organisation_by_a_part_of_its_name_without_marks() {
    let app = TestApp::new().await;
    app.cooperative("HTX Bưởi đỏ Tân Lạc").await;
    app.enterprise("Siêu thị Đỏ Tươi").await;
    app.visitor().post("/auth/register", registration("cooperative", "HTX Bưởi Da Xanh", 2)).await.expect(201);
    let officer = app.officer().await;
    let found = async |query: &str| -> Vec<String> {
        let list = officer.get(&format!("/officer/organisations?{query}")).await.expect(200);
        list["items"].as_array().unwrap().iter().map(|org| org["profile"]["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(found("q=buoi%20do").await, ["HTX Bưởi đỏ Tân Lạc"]);
    assert_eq!(found("q=B%C6%B0%E1%BB%9Fi").await, ["HTX Bưởi Da Xanh", "HTX Bưởi đỏ Tân Lạc"], "by name, whatever the state");
    assert_eq!(found("q=buoi&status=submitted").await, ["HTX Bưởi Da Xanh"]);
    assert_eq!(found("q=do&limit=1").await.len(), 1);
    assert!(found("q=nhan").await.is_empty());
    let long = format!("q={}", "x".repeat(101));
    for (query, problem) in [
        (long.as_str(), "422 invalid [q: text_too_long]"),
        ("status=cho", "422 invalid [status: unknown_choice]"),
        ("kind=hop_tac_xa", "422 invalid [kind: organisation_kind_unknown]"),
    ] {
        assert_eq!(officer.get(&format!("/officer/organisations?{query}")).await.problem(), problem);
    }
}

#[tokio::test]
async fn every_fault_of_the_form_is_named() {
    let app = TestApp::new().await;
    let problem = async |change: &dyn Fn(&mut serde_json::Value)| {
        let mut body = registration("cooperative", "HTX Cam 1", 0);
        change(&mut body);
        app.visitor().post("/auth/register", body).await.problem()
    };
    assert_eq!(
        problem(&|body| body["organisation"]["tax_code"] = "9900010047".into()).await,
        "422 invalid [organisation.tax_code: tax_code_check_digit]"
    );
    assert_eq!(
        problem(&|body| body["organisation"]["commune"] = "99999".into()).await,
        "422 invalid [organisation.commune: commune_unknown]"
    );
    assert_eq!(
        problem(&|body| {
            body["organisation"]["tax_code"] = serde_json::Value::Null;
            body["member"]["password"] = "ngan".into();
        })
        .await,
        "422 invalid [organisation.tax_code: tax_code_required, member.password: password_too_short]"
    );
    assert_eq!(problem(&|body| body["member"]["sign_in"] = "a@b".into()).await, "422 invalid [member.sign_in: email_malformed]");
    assert_eq!(problem(&|body| body["surprise"] = 1.into()).await, "422 invalid [surprise: unknown_field]");
    assert_eq!(
        problem(&|body| body["organisation"]["name"] = "x".repeat(40_000).into()).await,
        "422 invalid [organisation.name: text_too_long]"
    );
}

#[tokio::test]
async fn a_sign_in_name_and_a_tax_code_belong_to_one() {
    let app = TestApp::new().await;
    app.visitor().post("/auth/register", registration("cooperative", "HTX Cam 1", 0)).await.expect(201);
    let same_name = app.visitor().post("/auth/register", registration("cooperative", "HTX Cam 1", 1)).await;
    assert_eq!(same_name.problem(), "409 sign_in_taken [sign_in: sign_in_taken]");
    let same_code = app.visitor().post("/auth/register", registration("cooperative", "HTX Cam 2", 0)).await;
    assert_eq!(same_code.problem(), "409 tax_code_taken [tax_code: tax_code_taken]");
}

#[tokio::test]
async fn guessing_is_slowed_down_and_the_right_password_still_waits() {
    let app = TestApp::new().await;
    app.cooperative("HTX Cam 1").await;
    let visitor = app.visitor();
    let try_with =
        async |password: &str| visitor.post("/auth/sign-in", json!({ "sign_in": "HTX-Cam-1@htx.example", "password": password })).await;
    for _ in 0..5 {
        assert_eq!(try_with("khong phai mat khau").await.problem(), "422 invalid [password: sign_in_wrong]");
    }
    let reply = try_with(PASSWORD).await;
    assert_eq!(reply.problem(), "429 too_many");
    assert_eq!(reply.headers["retry-after"], "15");
    app.advance(TimeDelta::seconds(15));
    try_with(PASSWORD).await.expect(200);
}

#[tokio::test]
async fn a_refresh_token_works_once_and_its_return_ends_the_session() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let stolen = manager.cookie("muavu-refresh").unwrap();
    app.advance(TimeDelta::minutes(16));
    assert_eq!(manager.get("/session").await.problem(), "401 sign_in");
    manager.post("/auth/refresh", json!({})).await.expect(200);
    manager.get("/session").await.expect(200);
    let thief = app.visitor();
    thief.set_cookie("muavu-refresh", &stolen);
    assert_eq!(thief.post("/auth/refresh", json!({})).await.problem(), "401 sign_in");
    assert_eq!(manager.get("/session").await.problem(), "401 sign_in", "the family is revoked");
}

#[tokio::test]
async fn another_site_cannot_act_with_our_cookie() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let foreign = [("origin", "https://evil.example")];
    let body = Some(json!({ "current": PASSWORD, "password": "mot mat khau khac" }));
    let reply = manager.send(axum::http::Method::POST, "/account/password", body, &foreign).await;
    assert_eq!(reply.problem(), "403 foreign_origin");
    let token = manager.cookie("muavu").unwrap();
    let bearer = format!("Bearer {token}");
    app.visitor().send(axum::http::Method::GET, "/session", None, &[("authorization", &bearer)]).await.expect(200);
}

#[tokio::test]
async fn a_forgotten_password_is_set_again_by_a_link_that_works_once() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let visitor = app.visitor();
    visitor.post("/auth/forgot-password", json!({ "sign_in": "khong-ai@htx.example" })).await.expect(204);
    visitor.post("/auth/forgot-password", json!({ "sign_in": "htx-cam-1@htx.example" })).await.expect(204);
    let mail = app.last_mail("reset_password", "htx-cam-1@htx.example").await;
    assert!(mail.secret);
    let token = mail.text.split("token=").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
    let reset = |password: &str| json!({ "token": token, "password": password });
    assert_eq!(visitor.post("/auth/reset-password", reset("ngan")).await.problem(), "422 invalid [password: password_too_short]");
    visitor.post("/auth/reset-password", reset("buoi do tan lac")).await.expect(204);
    assert_eq!(visitor.post("/auth/reset-password", reset("buoi do tan lac 2")).await.problem(), "422 invalid [token: link_already_used]");
    assert_eq!(manager.get("/session").await.problem(), "401 sign_in", "every session ended");
    visitor.post("/auth/sign-in", json!({ "sign_in": "htx-cam-1@htx.example", "password": "buoi do tan lac" })).await.expect(200);
}

#[tokio::test]
async fn a_clerk_posts_but_does_not_manage() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let clerk = app.clerk(&director, "thu-ky-1").await;
    let body = json!({ "role": "clerk", "name": "Ai đó", "sign_in": "ai-do", "password": PASSWORD, "language": "vi" });
    assert_eq!(clerk.post("/members", body).await.problem(), "403 forbidden");
    let members = director.get("/members").await.expect(200);
    let clerk_id = members["items"][1]["id"].as_str().unwrap().to_owned();
    let director_id = members["items"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(director.delete(&format!("/members/{director_id}"), json!({})).await.problem(), "409 last_director");
    let stranger = app.cooperative("HTX Cam 2").await;
    assert_eq!(stranger.delete(&format!("/members/{clerk_id}"), json!({})).await.problem(), "404 not_found");
    director.delete(&format!("/members/{clerk_id}"), json!({})).await.expect(200);
    assert_eq!(clerk.get("/session").await.problem(), "401 sign_in");
}

#[tokio::test]
async fn organisations_and_people_are_listed_as_vietnamese_sorts() {
    let app = TestApp::new().await;
    let names = ["HTX Đồng Tâm 0", "HTX Dũng Phong 1", "HTX Ân Nghĩa 2", "HTX Ăn Sạch 3", "htx An Bình 4", "HTX Đà Bắc 5"];
    let mut director = None;
    for name in names {
        director = Some(app.cooperative(name).await);
    }
    let officer = app.officer().await;
    let read = async |path: &str| {
        let page = officer.get(path).await.expect(200);
        let names =
            page["items"].as_array().unwrap().iter().map(|row| row["profile"]["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
        (names, page["next"].clone())
    };
    let sorted = ["htx An Bình 4", "HTX Ăn Sạch 3", "HTX Ân Nghĩa 2", "HTX Dũng Phong 1", "HTX Đà Bắc 5", "HTX Đồng Tâm 0"];
    let (first, next) = read("/officer/organisations?limit=4").await;
    let (rest, _) = read(&format!("/officer/organisations?limit=4&after={}", next.as_str().unwrap())).await;
    assert_eq!([first, rest].concat(), sorted);

    let director = director.unwrap();
    for (at, name) in ["Nguyễn Văn Đạt", "Lê Thị Ánh", "Trần Văn Dũng", "Phạm Ân", "Vũ Thị Hòa", "Bùi Thị Hoa"].into_iter().enumerate()
    {
        let member = json!({ "role": "viewer", "name": name, "sign_in": format!("nguoi-{at}"), "password": support::people::PASSWORD, "language": "vi" });
        director.post("/members", member).await.expect(201);
    }
    let members = director.get("/members").await.expect(200);
    let people: Vec<_> = members["items"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect();
    let by_given_name = ["Lê Thị Ánh", "Phạm Ân", "Trần Văn Dũng", "Nguyễn Văn Đạt", "Bùi Thị Hoa", "Vũ Thị Hòa", "Bùi Thị Mai"];
    assert_eq!(people, by_given_name);
}

#[tokio::test]
async fn who_came_who_left_and_every_new_director_is_seen() {
    let app = TestApp::new().await;
    app.officer().await;
    // The office has not looked yet: from then on a director comes by a guarded change.
    let director = app.visitor();
    director.post("/auth/register", support::people::registration("cooperative", "HTX Cam 1", 1)).await.expect(201);
    let member = |role: &str, sign_in: &str| json!({ "role": role, "name": format!("Người {sign_in}"), "sign_in": sign_in, "password": PASSWORD, "language": "vi" });
    let clerk = director.post("/members", member("clerk", "thu-ky-1")).await.expect(201);
    let path = format!("/members/{}/role", clerk["id"].as_str().unwrap());
    director.put(&path, json!({ "role": "director", "version": clerk["version"] })).await.expect(200);
    let told = app.officer().await.get("/notices").await.expect(200)["items"][0].clone();
    assert_eq!(told["kind"], "directors_changed");
    assert_eq!((&told["arguments"]["member"], &told["arguments"]["came"]), (&json!("Người thu-ky-1"), &json!(true)));
    let second = app.signed_in("thu-ky-1").await;
    assert_eq!(second.get("/notices").await.expect(200)["items"][0]["kind"], "directors_changed");
    director.delete(&format!("/members/{}", clerk["id"].as_str().unwrap()), json!({})).await.expect(200);
    let told = app.officer().await.get("/notices").await.expect(200)["items"][0].clone();
    assert_eq!((&told["kind"], &told["arguments"]["came"]), (&json!("directors_changed"), &json!(false)));

    let events = director.get("/members/events").await.expect(200);
    let steps: Vec<_> = events["items"].as_array().unwrap().iter().map(|row| row["step"].as_str().unwrap()).collect();
    assert_eq!(steps, ["removed", "made_director", "made_clerk"]);
    assert!(events["items"].as_array().unwrap().iter().all(|row| row["member"] == "Người thu-ky-1" && row["by"].is_string()), "{events}");
    let other = app.cooperative("HTX Cam 2").await;
    assert_eq!(other.get("/members/events").await.expect(200)["items"], json!([]));
    assert_eq!(app.officer().await.get("/members/events").await.problem(), "404 not_found");
}

#[tokio::test]
async fn where_the_office_enters_everybody_nobody_registers() {
    let app = TestApp::with(|config| config.sign_up = false).await;
    assert_eq!(app.visitor().get("/instance").await.expect(200)["sign_up"], false);
    assert_eq!(app.visitor().post("/auth/register", registration("cooperative", "HTX Cam 1", 0)).await.problem(), "403 sign_up_closed");
}
