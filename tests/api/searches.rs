//! People keep searches and are told of new posts that fit: once, in few notices, as they want mail.
use axum::http::Method;
use chrono::TimeDelta;
use serde_json::{Value, json};
use support::deals::BUYER_MAIL;
use support::{Client, TestApp};
use web::store::mail::Mail;

async fn keep(who: &Client, side: &str, search: Value) -> Value {
    who.post("/searches", json!({ "name": "Cam gần Hà Nội", "side": side, "search": search })).await.expect(201)
}

/// After the minutes in which finds are gathered.
async fn later(app: &TestApp) {
    app.run_jobs().await;
    app.advance(TimeDelta::minutes(5));
    app.run_jobs().await;
}

/// What somebody was told about searches, newest first.
async fn told(who: &Client) -> Vec<Value> {
    let notices = who.get("/notices").await.expect(200);
    notices["items"].as_array().unwrap().iter().filter(|row| row["kind"] == "search_found").map(|row| row["arguments"].clone()).collect()
}

async fn mails(app: &TestApp) -> Vec<Mail> {
    app.mails().await.into_iter().filter(|mail| mail.kind == "search_found" && mail.recipient == BUYER_MAIL).collect()
}

#[tokio::test]
async fn a_search_is_kept_renamed_and_forgotten_by_its_owner_alone() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let search = json!({ "q": "cam sành", "certificates": ["vietgap"], "least": "5000", "within_km": 120 });
    let kept = keep(&buyer, "supplier", search.clone()).await;
    assert_eq!((kept["search"]["q"].as_str(), &kept["search"]["within_km"]), (Some("cam sành"), &json!(120)));
    let path = format!("/searches/{}", kept["id"].as_str().unwrap());
    let renamed = buyer.put(&path, json!({ "name": "Cam sành cho Tết" })).await.expect(200);
    let list = buyer.get("/searches").await.expect(200);
    assert_eq!(list, json!({ "items": [renamed], "most": 20 }));

    let clerk = app.clerk(&buyer, "thu-ky").await;
    assert_eq!(clerk.get("/searches").await.expect(200)["items"], json!([]), "a colleague keeps others");
    for stranger in [&clerk, &app.cooperative("HTX Cam 1").await] {
        assert_eq!(stranger.send(Method::DELETE, &path, None, &[]).await.problem(), "404 not_found");
    }
    assert_eq!(app.officer().await.get("/searches").await.problem(), "403 forbidden");
    assert_eq!(buyer.send(Method::DELETE, &path, None, &[]).await.status, 204);
    assert_eq!(buyer.get("/searches").await.expect(200)["items"], json!([]));
}

#[tokio::test]
async fn twenty_are_kept_and_each_once() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let body = json!({ "name": "Cam", "side": "supplier", "search": { "product": "cam" } });
    let key = [("idempotency-key", "khoa-mot-lan")];
    let first = buyer.send(Method::POST, "/searches", Some(body.clone()), &key).await.expect(201);
    assert_eq!(buyer.send(Method::POST, "/searches", Some(body.clone()), &key).await.expect(201)["id"], first["id"]);
    for _ in 1..20 {
        buyer.post("/searches", body.clone()).await.expect(201);
    }
    assert_eq!(buyer.post("/searches", body.clone()).await.problem(), "409 searches_too_many");
    buyer.send(Method::DELETE, &format!("/searches/{}", first["id"].as_str().unwrap()), None, &[]).await;
    buyer.post("/searches", body).await.expect(201);
    let bad = json!({ "product": "khong-co", "place": "xyzzy", "within_km": 0, "price_from": 9000, "price_to": 8000 });
    let reply = buyer.post("/searches", json!({ "name": "Cam", "side": "supplier", "search": bad })).await;
    let faults = "[search.price_to: prices_reversed, search.within_km: km_out_of_range, search.product: product_unknown, search.place: place_unknown]";
    assert_eq!(reply.problem(), format!("422 invalid {faults}"));
}

#[tokio::test]
async fn many_new_posts_make_one_notice_and_none_is_told_twice() {
    let app = TestApp::new().await;
    let (supplier, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 1").await);
    supplier.post_offer(json!({})).await;
    keep(&buyer, "supplier", json!({ "q": "cam canh" })).await;
    keep(&buyer, "supplier", json!({ "place": "cao phong" })).await;
    app.run_jobs().await;

    for _ in 0..3 {
        supplier.post_offer(json!({})).await;
    }
    supplier.post_offer(json!({ "variety": "buoi-do-tan-lac", "pickup_commune": "00004" })).await;
    later(&app).await;
    let news = told(&buyer).await;
    assert_eq!(news.len(), 1, "{news:?}");
    assert_eq!((&news[0]["offers"], &news[0]["demands"], &news[0]["searches"]), (&json!(3), &json!(0), &json!(1)));
    let sent = mails(&app).await;
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0].subject, "3 tin mới hợp với điều bạn theo dõi");
    assert!(sent[0].text.contains("“Cam gần Hà Nội”") && sent[0].text.contains("/theo-doi?mo="), "{}", sent[0].text);

    // The same work once more, as after a crash.
    let posts: Vec<uuid::Uuid> = app.column("SELECT id FROM offer ORDER BY id").await.iter().map(|id| id.parse().unwrap()).collect();
    let known = posts.iter().copied().skip(1).collect::<Vec<_>>();
    web::flow::searches::find(&app.app, domain::account::Side::Supplier, &known).await.unwrap();
    later(&app).await;
    assert_eq!(told(&buyer).await.len(), 1);
}

#[tokio::test]
async fn what_is_taken_back_or_no_longer_looked_for_is_not_told() {
    let app = TestApp::new().await;
    let (supplier, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 1").await);
    let kept = keep(&buyer, "supplier", json!({})).await;
    let withdrawn = supplier.post_offer(json!({})).await;
    app.run_jobs().await;
    supplier.post(&format!("/offers/{}/withdraw", withdrawn["id"].as_str().unwrap()), json!({})).await.expect(200);
    later(&app).await;
    supplier.post_offer(json!({})).await;
    app.run_jobs().await;
    buyer.send(Method::DELETE, &format!("/searches/{}", kept["id"].as_str().unwrap()), None, &[]).await;
    later(&app).await;
    assert_eq!(told(&buyer).await, Vec::<Value>::new());
}

#[tokio::test]
async fn nobody_is_told_of_the_own_posts_and_filters_hold() {
    let app = TestApp::new().await;
    let (supplier, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 1").await);
    let other = app.cooperative("HTX Cam 2").await;
    keep(&supplier, "supplier", json!({})).await;
    keep(&supplier, "buyer", json!({ "variety": "cam-canh", "least": "9000" })).await;
    keep(&buyer, "supplier", json!({ "within_km": 5 })).await;
    keep(&other, "buyer", json!({ "variety": "cam-canh", "price_to": 1000 })).await;
    supplier.post_offer(json!({})).await;
    buyer.post_demand(json!({})).await;
    buyer.post_demand(json!({ "weeks": [{ "week": "2026-11-30", "kg": "3000" }] })).await;
    later(&app).await;
    let news = told(&supplier).await;
    assert_eq!(news.len(), 1, "{news:?}");
    assert_eq!((&news[0]["offers"], &news[0]["demands"]), (&json!(0), &json!(1)), "the small demand is too small, the own offer no news");
    assert_eq!(told(&buyer).await, Vec::<Value>::new(), "Cao Phong is not that near");
    assert_eq!(told(&other).await, Vec::<Value>::new(), "no Canh mandarins are so cheap");
}

#[tokio::test]
async fn mail_comes_as_the_person_chose() {
    let app = TestApp::new().await;
    let (supplier, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 1").await);
    keep(&buyer, "supplier", json!({ "product": "cam" })).await;
    let choose = async |wish: &str| {
        let wishes = json!([{ "kind": "search_found", "wish": wish }]);
        buyer.put("/account/mail", json!({ "quiet": null, "wishes": wishes })).await.expect(200);
    };
    choose("never").await;
    supplier.post_offer(json!({})).await;
    later(&app).await;
    assert_eq!((told(&buyer).await.len(), mails(&app).await.len()), (1, 0));
    choose("daily").await;
    supplier.post_offer(json!({})).await;
    later(&app).await;
    app.advance(TimeDelta::minutes(22 * 60 + 30));
    web::flow::send_daily(&app.app).await.unwrap();
    let daily: Vec<_> = app.mails().await.into_iter().filter(|mail| mail.kind == "daily" && mail.recipient == BUYER_MAIL).collect();
    assert_eq!(daily.len(), 1);
    assert!(daily[0].text.contains("tin mới hợp với điều bạn theo dõi"), "{}", daily[0].text);
    assert_eq!(mails(&app).await.len(), 0);
}

#[tokio::test]
async fn a_list_of_demands_is_found_line_by_line() {
    let app = TestApp::new().await;
    let (supplier, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 1").await);
    keep(&supplier, "buyer", json!({ "product": "cam" })).await;
    let lines = [support::posts::demand_line(), support::posts::demand_line()];
    buyer.post("/demands/batch", json!({ "lines": lines })).await.expect(201);
    later(&app).await;
    let news = told(&supplier).await;
    assert_eq!((news.len(), &news[0]["demands"]), (1, &json!(2)));
}

#[tokio::test]
async fn what_a_removed_search_had_found_is_told_by_the_others() {
    let app = TestApp::new().await;
    let (supplier, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 1").await);
    let first = keep(&buyer, "supplier", json!({ "q": "cam canh" })).await;
    let other = keep(&buyer, "supplier", json!({ "place": "cao phong" })).await;
    supplier.post_offer(json!({})).await;
    app.run_jobs().await;
    buyer.send(Method::DELETE, &format!("/searches/{}", first["id"].as_str().unwrap()), None, &[]).await;
    later(&app).await;
    let news = told(&buyer).await;
    assert_eq!(news.len(), 1, "{news:?}");
    assert_eq!((&news[0]["offers"], &news[0]["searches"], &news[0]["search"]), (&json!(1), &json!(1), &other["name"]));
    later(&app).await;
    assert_eq!(told(&buyer).await.len(), 1, "and once");
}
