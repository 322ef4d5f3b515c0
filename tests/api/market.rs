//! The market as everybody may see it.
use serde_json::{Value, json};
use support::TestApp;
use support::people::registration;

#[tokio::test]
async fn everybody_sees_what_is_on_offer_but_not_for_how_much_or_by_whom() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let offer = manager.post_offer(json!({ "kg_total": "12345", "note": "Gọi 0912345678" })).await;
    let certificate = manager.add_certificate(json!({})).await;
    let visitor = app.visitor();
    let shown = json!({
        "id": offer["id"], "product": { "slug": "cam", "name_vi": "Cam", "name_en": "Oranges" }, "variety": offer["variety"], "grade": "first",
        "kg_left": "12300", "window": { "from": "2026-11-30", "to": "2026-12-20" }, "old_district": "Huyện Cao Phong", "province": "Phú Thọ",
        "certificates": [],
    });
    assert_eq!(visitor.get("/market/offers").await.expect(200), json!({ "items": [shown], "next": null }));
    let review = json!({ "decision": "verify", "reason": "Đủ giấy" });
    let path = format!("/officer/certificates/{}/review", certificate["id"].as_str().unwrap());
    app.officer().await.post(&path, review).await.expect(200);
    assert_eq!(visitor.get("/market/offers").await.expect(200)["items"][0]["certificates"], json!(["vietgap"]));
}

#[tokio::test]
async fn only_what_verified_suppliers_still_have_is_on_the_market() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let kept = manager.post_offer(json!({})).await;
    let withdrawn = manager.post_offer(json!({})).await;
    manager.post(&format!("/offers/{}/withdraw", withdrawn["id"].as_str().unwrap()), json!({})).await.expect(200);
    let sold = manager.post_offer(json!({ "kg_total": "3099", "kg_per_week": "3099" })).await;
    let demand = app.enterprise("Siêu thị 1").await.post_demand(json!({})).await;
    app.hold(&sold, &demand, &[("2026-11-30", "3000")]).await;
    let over = manager.post_offer(json!({ "window": { "from": "2026-11-21", "to": "2026-11-21" } })).await;
    let ids = async || {
        let page = app.visitor().get("/market/offers").await.expect(200);
        page["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(ids().await, [over["id"].clone(), kept["id"].clone()]);
    app.advance(chrono::TimeDelta::days(1));
    assert_eq!(ids().await, [kept["id"].clone()]);

    let officer = app.officer().await;
    let id = officer.get("/officer/organisations?kind=cooperative").await.expect(200)["items"][0]["id"].as_str().unwrap().to_owned();
    let suspend = json!({ "decision": "suspend", "reason": "Đang xem xét" });
    officer.post(&format!("/officer/organisations/{id}/review"), suspend).await.expect(200);
    assert_eq!(ids().await, Vec::<Value>::new());
}

#[tokio::test]
async fn the_market_is_searched_and_paged() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let mut posted = Vec::new();
    for at in 0..5 {
        let variety = if at % 2 == 0 { "cam-canh" } else { "buoi-do-tan-lac" };
        posted.push(manager.post_offer(json!({ "variety": variety })).await["id"].clone());
    }
    posted.reverse();
    let visitor = app.visitor();
    let found = async |query: &str| {
        let page = visitor.get(&format!("/market/offers?{query}")).await.expect(200);
        (page["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect::<Vec<_>>(), page["next"].clone())
    };
    let (first, next) = found("limit=3").await;
    let (rest, end) = found(&format!("limit=3&after={}", next.as_str().unwrap())).await;
    assert_eq!(([first, rest].concat(), end), (posted.clone(), Value::Null));
    assert_eq!(found("product=buoi").await.0, [posted[1].clone(), posted[3].clone()]);
    assert_eq!(found("variety=buoi-do-tan-lac&product=cam").await.0, Vec::<Value>::new());
    assert_eq!(found("q=buoi%20do%20tan%20lac").await.0, [posted[1].clone(), posted[3].clone()]);
    assert_eq!(visitor.get("/market/offers?limit=1000").await.problem(), "422 invalid [limit: limit_out_of_range]");
    assert_eq!(visitor.get("/market/offers?product=C%C3%A0m").await.problem(), "422 invalid [product: slug_malformed]");
}

#[tokio::test]
async fn the_front_page_counts_what_is_open() {
    let app = TestApp::new().await;
    let empty = json!({
        "cooperatives": 0, "suppliers": 0, "enterprises": 0, "open_offers": 0, "kg_offered": "0", "kg_demanded": "0", "products": [],
    });
    assert_eq!(app.visitor().get("/market/summary").await.expect(200), empty);

    let manager = app.cooperative("HTX Cam 1").await;
    let buyer = app.enterprise("Siêu thị 1").await;
    app.visitor().post("/auth/register", registration("cooperative", "HTX Mới 2", 2)).await.expect(201);
    let offer = manager.post_offer(json!({})).await;
    manager.post_offer(json!({ "kg_total": "5050" })).await;
    manager.post_offer(json!({ "variety": "buoi-do-tan-lac" })).await;
    let demand =
        buyer.post_demand(json!({ "weeks": [{ "week": "2026-11-16", "kg": "700" }, { "week": "2026-11-30", "kg": "3000" }] })).await;
    app.hold(&offer, &demand, &[("2026-11-30", "1000")]).await;
    let named = |slug: &str, vi: &str, en: &str| json!({ "slug": slug, "name_vi": vi, "name_en": en });
    let mut expected = json!({
        "cooperatives": 1, "suppliers": 1, "enterprises": 1, "open_offers": 3, "kg_offered": "28000", "kg_demanded": "2700",
        "products": [
            { "product": named("cam", "Cam", "Oranges"), "open_offers": 2, "kg_offered": "16000", "kg_demanded": "2700" },
            { "product": named("buoi", "Bưởi", "Pomelo"), "open_offers": 1, "kg_offered": "12000", "kg_demanded": "0" },
        ],
    });
    assert_eq!(app.visitor().get("/market/summary").await.expect(200), expected);
    // The first week of the demand is over on the Monday after it.
    app.advance(chrono::TimeDelta::days(2));
    expected["kg_demanded"] = "2000".into();
    expected["products"][0]["kg_demanded"] = "2000".into();
    assert_eq!(app.visitor().get("/market/summary").await.expect(200), expected);
}
