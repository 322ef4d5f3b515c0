//! An enterprise posts what it wants to buy.
use serde_json::json;
use support::TestApp;
use support::posts::{changed, demand_terms};

#[tokio::test]
async fn a_buyer_posts_edits_and_withdraws_a_demand() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let extras = json!({
        "varieties": ["cam-canh", "cam-sanh"], "certificates": ["vietgap", "attp"], "max_suppliers": 4, "note": "Kho lạnh",
        "delivery_point": { "lat_e6": 21_030_000, "lon_e6": 105_850_000 },
    });
    let terms = changed(demand_terms(), extras);
    let posted = buyer.post("/demands", terms.clone()).await.expect(201);
    assert_eq!(posted["terms"], terms);
    assert_eq!((&posted["status"], &posted["version"]), (&json!("open"), &json!(1)));
    assert_eq!((&posted["kg_total"], &posted["kg_held"], &posted["kg_left"]), (&json!("9000"), &json!("0"), &json!("9000")));
    assert_eq!(posted["varieties"][1]["name_vi"], "Cam Sành");
    assert_eq!(posted["delivery"]["province"], "Hà Nội");
    assert_eq!(posted["weeks"][1], json!({ "week": "2026-12-07", "kg": "3000", "kg_held": "0", "kg_left": "3000" }));

    let path = format!("/demands/{}", posted["id"].as_str().unwrap());
    let weeks = json!([{ "week": "2026-12-07", "kg": "4500" }, { "week": "2026-12-21", "kg": "1000" }]);
    let other = changed(terms, json!({ "weeks": weeks, "varieties": [] }));
    let edited = buyer.put(&path, json!({ "version": 1, "terms": other })).await.expect(200);
    assert_eq!(edited["terms"], other);
    assert_eq!((&edited["version"], &edited["kg_total"]), (&json!(2), &json!("5500")));
    assert_eq!(buyer.get(&path).await.expect(200), edited);
    assert_eq!(buyer.get("/demands").await.expect(200), json!({ "items": [edited], "next": null }));

    let withdrawn = buyer.post(&format!("{path}/withdraw"), json!({ "version": 2 })).await.expect(200);
    assert_eq!((&withdrawn["status"], &withdrawn["version"]), (&json!("withdrawn"), &json!(3)));
    assert_eq!(buyer.put(&path, json!({ "version": 3, "terms": other })).await.problem(), "409 post_withdrawn");
}
