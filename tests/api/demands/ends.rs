//! A demand's own title, and how it ends: closed by its buyer, filled by contracts, over by the calendar.
use chrono::TimeDelta;
use serde_json::{Value, json};
use support::posts::{changed, demand_terms};
use support::{Client, TestApp};

async fn status(client: &Client, path: &str) -> Value {
    client.get(path).await.expect(200)["status"].clone()
}

async fn listed(client: &Client, status: &str) -> usize {
    client.get(&format!("/demands?status={status}")).await.expect(200)["items"].as_array().unwrap().len()
}

#[tokio::test]
async fn a_title_is_its_buyers_alone_and_changes_without_the_terms() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let posted = buyer.post_demand(json!({})).await;
    let path = format!("/demands/{}", posted["id"].as_str().unwrap());
    let rename = async |title: Value| buyer.put(&format!("{path}/title"), json!({ "title": title })).await;
    assert_eq!(posted["title"], Value::Null);
    let named = rename(json!("  Tết,  kho Q7 ")).await.expect(200);
    assert_eq!(
        (&named["title"], &named["terms"], &named["version"]),
        (&json!("Tết, kho Q7"), &posted["terms"], &json!(1)),
        "who reads the terms meanwhile goes on with them"
    );
    let edit = json!({ "version": 1, "terms": posted["terms"] });
    assert_eq!(buyer.put(&path, edit).await.expect(200)["title"], "Tết, kho Q7", "an edit leaves the title");
    assert_eq!(rename(json!("x".repeat(81))).await.problem(), "422 invalid [title: text_too_long]");
    assert_eq!(rename(json!("   ")).await.problem(), "422 invalid [title: text_empty]");
    assert_eq!(buyer.get("/demands").await.expect(200)["items"][0]["title"], "Tết, kho Q7");

    let asked = changed(demand_terms(), json!({ "title": " Khai trương  Q7 " }));
    let given = buyer.post_once("/demands", "khai-truong-1", asked.clone()).await.expect(201);
    assert_eq!(given["title"], "Khai trương Q7", "it can be given while posting");
    assert_eq!(buyer.post_once("/demands", "khai-truong-1", asked).await.expect(201)["id"], given["id"]);
    buyer.post(&format!("/demands/{}/withdraw", given["id"].as_str().unwrap()), json!({})).await.expect(200);
    let refused = async |wrong: Value| buyer.post("/demands", changed(demand_terms(), wrong)).await.problem();
    assert_eq!(refused(json!({ "title": "x".repeat(81) })).await, "422 invalid [title: text_too_long]");
    assert_eq!(refused(json!({ "title": null, "bid": 0 })).await, "422 invalid [bid: price_out_of_range]", "the terms keep their fields");
    assert_eq!(refused(json!({ "titel": "Tết" })).await, "422 invalid [titel: unknown_field]");

    let supplier = app.cooperative("HTX Cam 1").await;
    let seen = supplier.get("/market/demands").await.expect(200);
    assert!(seen["items"].as_array().unwrap().len() == 1 && !seen.to_string().contains("Tết"), "{seen}");
    assert_eq!(app.officer().await.get(&path).await.expect(200)["title"], "Tết, kho Q7");

    buyer.post(&format!("{path}/withdraw"), json!({})).await.expect(200);
    let bare = rename(Value::Null).await.expect(200);
    assert_eq!((&bare["title"], &bare["status"]), (&Value::Null, &json!("withdrawn")), "whatever its state");
}

/// Six tonnes are proposed by one and three are under contract with another: closing tells the first and leaves the contract.
#[tokio::test]
async fn closing_declines_what_is_open_tells_why_and_leaves_contracts() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let sellers = [app.cooperative("HTX Cam 1").await, app.cooperative("HTX Cam 2").await];
    for (seller, kg) in sellers.iter().zip(["3000", "6000"]) {
        seller.post_offer(json!({ "kg_total": kg, "kg_per_week": kg, "min_lot": "0" })).await;
    }
    let demand = buyer.post_demand(json!({})).await;
    let path = format!("/demands/{}", demand["id"].as_str().unwrap());
    app.officer().await.post("/rounds", json!({})).await.expect(201);
    let of = async |seller: &Client| seller.get("/proposals").await.expect(200)["items"][0]["id"].as_str().unwrap().to_owned();
    let (agreed, open) = (of(&sellers[0]).await, of(&sellers[1]).await);
    for client in [&buyer, &sellers[0]] {
        client.post(&format!("/proposals/{agreed}/accept"), json!({ "revision": 1 })).await.expect(200);
    }
    let contract = buyer.get(&format!("/proposals/{agreed}")).await.expect(200)["contract"].clone();

    let close = async |client: &Client, body: Value| client.post(&format!("{path}/close"), body).await;
    let clerk = app.clerk(&buyer, "mua-hang-1").await;
    assert_eq!(close(&clerk, json!({ "version": 1 })).await.problem(), "403 forbidden");
    assert_eq!(close(&sellers[0], json!({ "version": 1 })).await.problem(), "404 not_found");
    assert_eq!(close(&buyer, json!({ "version": 7 })).await.problem(), "409 stale");
    let closed = close(&buyer, json!({ "version": 1, "reason": "Đã mua đủ nơi khác" })).await.expect(200);
    assert_eq!((&closed["status"], &closed["close_reason"]), (&json!("closed"), &json!("Đã mua đủ nơi khác")));
    assert_eq!(closed["kg_held"], "3000", "only the contract holds of it");
    assert_eq!(close(&buyer, json!({ "version": 1 })).await.expect(200), closed, "twice is harmless");

    let declined = sellers[1].get(&format!("/proposals/{open}")).await.expect(200);
    assert_eq!((&declined["status"], &declined["declined"]["reason"]), (&json!("declined"), &json!("Đã mua đủ nơi khác")));
    let notices = sellers[1].get("/notices").await.expect(200);
    assert_eq!(
        (&notices["items"][0]["kind"], &notices["items"][0]["arguments"]["reason"]),
        (&json!("proposal_declined"), &json!("Đã mua đủ nơi khác"))
    );
    assert_eq!(sellers[1].get("/offers").await.expect(200)["items"][0]["kg_held"], "0");
    let kept = buyer.get(&format!("/contracts/{}", contract.as_str().unwrap())).await.expect(200);
    assert_eq!(kept["status"], "signing");
    assert_eq!((listed(&buyer, "closed").await, listed(&buyer, "withdrawn").await, listed(&buyer, "open").await), (1, 0, 0));
    let edit = json!({ "version": closed["version"], "terms": demand["terms"] });
    assert_eq!(buyer.put(&path, edit).await.problem(), "409 post_closed");
    assert_eq!(buyer.post(&format!("{path}/withdraw"), json!({})).await.problem(), "409 post_closed");
    app.officer().await.post("/rounds", json!({})).await.expect(201);
    assert_eq!(
        buyer.get(&format!("/proposals?demand={}&status=open", demand["id"].as_str().unwrap())).await.expect(200)["items"],
        json!([])
    );
}

/// A demand that is filled may change until its weeks are over; then it is filled still, and nothing but closed.
#[tokio::test]
async fn a_filled_demand_changes_no_more_once_its_weeks_are_over() {
    let app = TestApp::new().await;
    let deal = app.deal().await;
    app.sign_by_mail(&deal, &deal.buyer, support::deals::BUYER_MAIL).await;
    app.sign_by_mail(&deal, &deal.supplier, support::deals::SUPPLIER_MAIL).await;
    let filled = deal.buyer.get("/demands").await.expect(200)["items"][0].clone();
    assert_eq!((&filled["status"], &filled["changeable"]), (&json!("filled"), &json!(true)));
    app.advance(TimeDelta::days(60));
    let buyer = app.signed_in(support::deals::BUYER_MAIL).await;
    let path = format!("/demands/{}", filled["id"].as_str().unwrap());
    let over = buyer.get(&path).await.expect(200);
    assert_eq!((&over["status"], &over["changeable"]), (&json!("filled"), &json!(false)));
    assert_eq!(buyer.post(&format!("{path}/withdraw"), json!({})).await.problem(), "409 post_expired");
    let closed = buyer.post(&format!("{path}/close"), json!({ "version": over["version"] })).await.expect(200);
    assert_eq!((&closed["status"], &closed["changeable"]), (&json!("closed"), &json!(false)));
}

/// A demand without a reason is closed too, and its suppliers read that it was.
#[tokio::test]
async fn closing_without_a_reason_still_says_why_to_suppliers() {
    let app = TestApp::new().await;
    let (seller, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 1").await);
    seller.post_offer(json!({})).await;
    let demand = buyer.post_demand(json!({})).await;
    app.officer().await.post("/rounds", json!({})).await.expect(201);
    let closed = buyer.post(&format!("/demands/{}/close", demand["id"].as_str().unwrap()), json!({ "version": 1 })).await.expect(200);
    assert_eq!(closed["close_reason"], Value::Null);
    let declined = seller.get("/proposals").await.expect(200)["items"][0]["id"].clone();
    let declined = seller.get(&format!("/proposals/{}", declined.as_str().unwrap())).await.expect(200);
    assert!(declined["declined"]["reason"].as_str().unwrap().starts_with("Bên mua đã đóng nhu cầu"), "{declined}");
}

#[tokio::test]
async fn a_demand_is_filled_once_both_signed_for_all_of_it_and_over_with_its_last_week() {
    let app = TestApp::new().await;
    let deal = app.deal().await;
    let buyer = &deal.buyer;
    let demand = buyer.get("/demands").await.expect(200)["items"][0].clone();
    let path = format!("/demands/{}", demand["id"].as_str().unwrap());
    assert_eq!((&demand["status"], &demand["kg_left"], &demand["kg_contracted"]), (&json!("open"), &json!("0"), &json!("0")));
    app.sign_by_mail(&deal, buyer, support::deals::BUYER_MAIL).await;
    app.sign_by_mail(&deal, &deal.supplier, support::deals::SUPPLIER_MAIL).await;
    let filled = deal.buyer.get(&path).await.expect(200);
    assert_eq!((&filled["status"], &filled["kg_contracted"]), (&json!("filled"), &json!("9000")));
    assert_eq!((listed(&deal.buyer, "filled").await, listed(&deal.buyer, "open").await), (1, 0));

    let more = json!({ "weeks": [{ "week": "2026-11-30", "kg": "4000" }, { "week": "2026-12-07", "kg": "3000" }, { "week": "2026-12-14", "kg": "3000" }] });
    let terms = support::posts::changed(filled["terms"].clone(), more);
    let edited = deal.buyer.put(&path, json!({ "version": filled["version"], "terms": terms })).await.expect(200);
    assert_eq!((&edited["status"], &edited["kg_left"]), (&json!("open"), &json!("1000")), "more may be asked for");

    let plain = deal.buyer.post_demand(json!({})).await;
    app.advance(TimeDelta::days(60));
    let buyer = app.signed_in(support::deals::BUYER_MAIL).await;
    assert_eq!(status(&buyer, &format!("/demands/{}", plain["id"].as_str().unwrap())).await, "expired");
    assert_eq!(listed(&buyer, "expired").await, 2);
    let over = buyer.get(&format!("/demands/{}", plain["id"].as_str().unwrap())).await.expect(200);
    assert_eq!((&plain["changeable"], &over["changeable"]), (&json!(true), &json!(false)));
    assert_eq!(buyer.get("/demands?status=gone").await.status, 422);
}
