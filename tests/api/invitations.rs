//! Joining an organisation by a link, and what each role may then do.
use chrono::TimeDelta;
use serde_json::{Value, json};
use support::people::{PASSWORD, consent};
use support::{Client, TestApp};

/// A new invitation's id and the secret of its link.
async fn invite(director: &Client, body: Value) -> (String, String) {
    let made = director.post("/invitations", body).await.expect(201);
    let token = made["link"].as_str().unwrap().split_once("/loi-moi?token=").expect("a link").1.to_owned();
    (made["invitation"]["id"].as_str().unwrap().to_owned(), token)
}

fn joining(token: &str, sign_in: &str) -> Value {
    json!({ "token": token, "member": { "name": "Bùi Văn Nam", "sign_in": sign_in, "password": PASSWORD, "language": "vi", "consent": consent() } })
}

#[tokio::test]
async fn an_invited_person_reads_who_invites_and_joins_once() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let (_, token) = invite(&director, json!({ "role": "clerk", "name": "Nam" })).await;
    let visitor = app.visitor();
    let opened = visitor.post("/auth/invitation", json!({ "token": token })).await.expect(200);
    assert_eq!((&opened["organisation"], &opened["role"], &opened["name"]), (&json!("HTX Cam 1"), &json!("clerk"), &json!("Nam")));
    assert_eq!(opened["invited_by"], "Bùi Thị Mai");

    let short = json!({ "token": token, "member": { "name": "Nam", "sign_in": "nam", "password": "ngan", "language": "vi", "consent": consent() } });
    assert_eq!(visitor.post("/auth/accept-invitation", short).await.problem(), "422 invalid [member.password: password_too_short]");
    let taken = visitor.post("/auth/accept-invitation", joining(&token, "htx-cam-1@htx.example")).await;
    assert_eq!(taken.problem(), "409 sign_in_taken [member.sign_in: sign_in_taken]");
    let session = visitor.post("/auth/accept-invitation", joining(&token, "van-nam")).await.expect(201);
    assert_eq!((&session["user"]["role"], &session["organisation"]["name"]), (&json!("clerk"), &json!("HTX Cam 1")));
    visitor.get("/offers").await.expect(200);

    let again = app.visitor();
    let used = "422 invalid [token: invitation_used]";
    assert_eq!(again.post("/auth/invitation", json!({ "token": token })).await.problem(), used);
    assert_eq!(again.post("/auth/accept-invitation", joining(&token, "nguoi-khac")).await.problem(), used);
    assert_eq!(again.post("/auth/invitation", json!({ "token": "khong-co" })).await.problem(), "422 invalid [token: link_unknown]");
    let list = director.get("/invitations").await.expect(200);
    assert_eq!((&list["items"][0]["status"], &list["items"][0]["invited_by"]), (&json!("used"), &json!("Bùi Thị Mai")));
}

/// Whoever is given another role or shut out hears of it, by mail where there is an address.
#[tokio::test]
async fn a_member_is_told_of_another_role_and_of_the_end() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let (_, token) = invite(&director, json!({ "role": "clerk" })).await;
    let clerk = app.visitor();
    let session = clerk.post("/auth/accept-invitation", joining(&token, "nam@htx.example")).await.expect(201);
    let path = format!("/members/{}", session["user"]["id"].as_str().unwrap());
    director.put(&format!("{path}/role"), json!({ "role": "clerk", "version": 1 })).await.expect(200);
    assert_eq!(clerk.get("/notices").await.expect(200)["items"], json!([]), "the same role is no news");
    director.put(&format!("{path}/role"), json!({ "role": "viewer", "version": 2 })).await.expect(200);
    let told = clerk.get("/notices").await.expect(200)["items"][0].clone();
    assert_eq!((&told["kind"], &told["arguments"]["role"]), (&json!("member_role_changed"), &json!("viewer")));
    let mail = app.last_mail("member_role_changed", "nam@htx.example").await;
    assert!(mail.text.contains("Bùi Thị Mai") && mail.text.contains("người xem"), "{}", mail.text);
    director.delete(&path, json!({})).await.expect(200);
    assert_eq!(clerk.get("/notices").await.problem(), "401 sign_in");
    let mail = app.last_mail("member_removed", "nam@htx.example").await;
    assert!(mail.subject.contains("HTX Cam 1") && mail.text.contains("khóa tài khoản"), "{}", mail.text);
}

#[tokio::test]
async fn an_invitation_ends_by_itself_or_is_taken_back_and_says_which() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let (id, revoked) = invite(&director, json!({ "role": "clerk" })).await;
    director.delete(&format!("/invitations/{id}"), json!({})).await.expect(204);
    director.delete(&format!("/invitations/{id}"), json!({})).await.expect(204);
    let visitor = app.visitor();
    let problem = async |token: &str| visitor.post("/auth/invitation", json!({ "token": token })).await.problem();
    assert_eq!(problem(&revoked).await, "422 invalid [token: invitation_revoked]");
    let (_, late) = invite(&director, json!({ "role": "clerk" })).await;
    app.advance(TimeDelta::days(7));
    assert_eq!(problem(&late).await, "422 invalid [token: invitation_expired]");
    let director = app.signed_in("htx-cam-1@htx.example").await;
    let list = director.get("/invitations").await.expect(200);
    assert_eq!((&list["items"][0]["status"], &list["items"][1]["status"]), (&json!("expired"), &json!("revoked")));
}

#[tokio::test]
async fn an_invitation_is_mailed_where_an_address_is_given_and_only_a_director_makes_one() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let (_, token) = invite(&director, json!({ "role": "viewer", "email": "nam@htx.example" })).await;
    let mail = app.last_mail("invitation", "nam@htx.example").await;
    assert!(mail.secret && mail.text.contains(&token) && mail.subject.contains("HTX Cam 1"), "{mail:?}");
    let clerk = app.clerk(&director, "thu-ky-1").await;
    assert_eq!(clerk.post("/invitations", json!({ "role": "director" })).await.problem(), "403 forbidden");
    assert_eq!(clerk.get("/invitations").await.problem(), "403 forbidden");
    let staff = director.post("/invitations", json!({ "role": "officer" })).await;
    assert_eq!(staff.problem(), "409 role_not_of_a_member [role: role_not_of_a_member]");
}

#[tokio::test]
async fn a_viewer_reads_everything_but_the_reserve_and_changes_nothing() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let (_, token) = invite(&director, json!({ "role": "viewer" })).await;
    let viewer = app.visitor();
    viewer.post("/auth/accept-invitation", joining(&token, "ke-toan")).await.expect(201);
    let offer = director.post_offer(json!({})).await;
    let path = format!("/offers/{}", offer["id"].as_str().unwrap());
    let seen = viewer.get(&path).await.expect(200);
    assert_eq!((&seen["id"], &seen["terms"]["ask"]), (&offer["id"], &Value::Null));
    for path in ["/deliveries", "/payments", "/contracts", "/proposals", "/certificates", "/members", "/organisation", "/tasks"] {
        viewer.get(path).await.expect(200);
    }
    let edit = json!({ "version": 1, "terms": support::posts::offer_terms() });
    assert_eq!(viewer.put(&path, edit).await.problem(), "403 forbidden");
    let post = viewer.post("/offers", support::posts::offer_terms()).await;
    assert_eq!(post.problem(), "403 forbidden");
}

#[tokio::test]
async fn a_director_changes_a_role_at_once_but_not_of_the_last_director() {
    let app = TestApp::new().await;
    let director = app.visitor();
    director.post("/auth/register", support::people::registration("cooperative", "HTX Cam 1", 1)).await.expect(201);
    let clerk = app.clerk(&director, "thu-ky-1").await;
    let members = director.get("/members").await.expect(200);
    let path = |at: usize| format!("/members/{}/role", members["items"][at]["id"].as_str().unwrap());
    let role = |role: &str, version: i64| json!({ "role": role, "version": version });
    assert_eq!(director.put(&path(0), role("clerk", 1)).await.problem(), "409 last_director");
    assert_eq!(clerk.put(&path(1), role("director", 1)).await.problem(), "403 forbidden");
    let raised = director.put(&path(1), role("director", 1)).await.expect(200);
    assert_eq!(raised["role"], "director");
    clerk.get("/invitations").await.expect(200);
    assert_eq!(director.put(&path(1), role("viewer", 1)).await.problem(), "409 stale");
    clerk.put(&path(0), role("viewer", 1)).await.expect(200);
    assert_eq!(director.post("/offers", support::posts::offer_terms()).await.problem(), "403 forbidden");
}

/// A link of one's own making must not open the door again.
#[tokio::test]
async fn what_a_director_handed_out_ends_with_the_directors_power() {
    let app = TestApp::new().await;
    let first = app.visitor();
    first.post("/auth/register", support::people::registration("cooperative", "HTX Cam 1", 1)).await.expect(201);
    let (_, token) = invite(&first, json!({ "role": "director" })).await;
    let second = app.visitor();
    let session = second.post("/auth/accept-invitation", joining(&token, "van-nam")).await.expect(201);
    let path = format!("/members/{}", session["user"]["id"].as_str().unwrap());
    let (_, own) = invite(&second, json!({ "role": "director" })).await;
    let (_, other) = invite(&first, json!({ "role": "clerk" })).await;
    first.put(&format!("{path}/role"), json!({ "role": "clerk", "version": 1 })).await.expect(200);
    let opened = async |token: &str| app.visitor().post("/auth/invitation", json!({ "token": token })).await.problem();
    assert_eq!(opened(&own).await, "422 invalid [token: invitation_revoked]");
    app.visitor().post("/auth/invitation", json!({ "token": other })).await.expect(200);
}

/// A driver carries goods: sees what goes where and when, and whom to ring, says that the lorry left, and learns of no đồng.
#[tokio::test]
async fn a_driver_dispatches_and_never_sees_money() {
    let app = TestApp::new().await;
    let deal = app.in_force().await;
    let (_, token) = invite(&deal.supplier, json!({ "role": "driver", "email": "tai@htx.example" })).await;
    let (_, other) = invite(&deal.buyer, json!({ "role": "driver" })).await;
    let (driver, receiver) = (app.visitor(), app.visitor());
    let session = driver.post("/auth/accept-invitation", joining(&token, "tai@htx.example")).await.expect(201);
    assert_eq!(session["user"]["role"], "driver");
    receiver.post("/auth/accept-invitation", joining(&other, "thu-kho")).await.expect(201);

    app.app.env.set("2026-12-01T01:00:00Z".parse().expect("a time"));
    let sign_in = async |name: &str| app.signed_in(name).await;
    let (driver, receiver) = (sign_in("tai@htx.example").await, sign_in("thu-kho").await);
    let none = |view: &Value| {
        let text = view.to_string();
        assert_eq!((&view["line"]["planned_amount"], &view["line"]["payment"]), (&Value::Null, &Value::Null), "{text}");
        assert!(!text.contains("27900") && !text.contains("bank"), "{text}");
    };
    let list = driver.get("/deliveries").await.expect(200);
    assert_eq!((&list["items"][0]["other_party"], &list["items"][0]["line"]["planned_kg"]), (&json!("Siêu thị 1"), &json!("3000")));
    list["items"].as_array().expect("lines").iter().for_each(none);
    let lines = driver.get(&deal.path("/lines")).await.expect(200);
    assert_eq!((&lines["way"]["phone"], &lines["way"]["other_party"]), (&json!("+84912345678"), &json!("Siêu thị 1")));
    assert_eq!((&lines["progress"]["due"], &lines["lines"][0]["payment"]), (&Value::Null, &Value::Null));
    let sent = json!({ "kg": "3000", "vehicle": "28C-041.23" });
    let sent = driver.post(&deal.path("/lines/1/dispatch"), sent).await.expect(200);
    assert_eq!((&sent["lines"][0]["status"], &sent["lines"][0]["planned_amount"]), (&json!("dispatched"), &Value::Null));

    // At the other gate somebody weighs; what it costs stays with the desk.
    let weighed = json!({ "received": "3000", "accepted": "3000", "rejections": [] });
    assert_eq!(driver.post(&deal.path("/lines/1/receive"), weighed.clone()).await.problem(), "403 forbidden");
    let got = receiver.post(&deal.path("/lines/1/receive"), weighed).await.expect(200);
    assert_eq!(
        (&got["lines"][0]["status"], &got["lines"][0]["payment"], &got["progress"]["due"]),
        (&json!("received"), &Value::Null, &Value::Null)
    );
    for (act, body) in [("declare-payment", json!({ "amount": 83_700_000 })), ("confirm-payment", json!({}))] {
        for who in [&driver, &receiver] {
            assert_eq!(who.post(&deal.path(&format!("/lines/1/{act}")), body.clone()).await.problem(), "403 forbidden", "{act}");
        }
    }
    let desk = app.signed_in(support::deals::BUYER_MAIL).await.get(&deal.path("/lines")).await.expect(200);
    assert_eq!(desk["lines"][0]["payment"]["amount"], 83_700_000, "who keeps the books sees it");

    for path in
        ["/payments", "/contracts", "/proposals", "/offers", "/certificates", "/members", "/organisation", "/tasks", "/market/demands"]
    {
        assert_eq!(driver.get(path).await.problem(), "403 forbidden", "{path}");
    }
    for path in [deal.path(""), deal.path("/text"), format!("/proposals/{}", deal.proposal), format!("/offers/{}", deal.offer)] {
        assert_eq!(driver.get(&path).await.problem(), "404 not_found", "{path}");
    }
    driver.get("/market/offers").await.expect(200);
    driver.get("/account/mail").await.expect(200);
    // Told of goods, and of nothing that was agreed or owed.
    let told = |notices: Value| notices["items"].as_array().expect("notices").iter().map(|one| one["kind"].clone()).collect::<Vec<_>>();
    assert_eq!(told(receiver.get("/notices").await.expect(200)), ["delivery_dispatched"]);
    assert!(told(driver.get("/notices").await.expect(200)).is_empty(), "what was received names what is owed");
}

/// The database keeps its own list of what somebody may be.
#[tokio::test]
async fn no_row_holds_a_role_that_is_none() {
    use sea_orm::{ConnectionTrait, Database};
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    invite(&director, json!({ "role": "driver" })).await;
    let db = Database::connect(app.app.config.database_url.expose()).await.expect("the database of the test");
    for table in ["\"user\"", "invitation"] {
        let changed = db.execute_unprepared(&format!("UPDATE {table} SET role = 'owner'")).await;
        assert!(changed.is_err(), "{table}");
    }
    db.close().await.expect("closed");
}
