//! A supplier posts what it has to sell.
use serde_json::json;
use support::TestApp;
use support::posts::{changed, offer_terms};

#[tokio::test]
async fn a_manager_posts_edits_and_withdraws_an_offer() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let posted = manager.post_offer(json!({ "note": "Xe 5 tấn vào được vườn" })).await;
    assert_eq!((&posted["status"], &posted["version"]), (&json!("open"), &json!(1)));
    assert_eq!(posted["posted_at"], "2026-11-21T01:00:00Z");
    assert_eq!(posted["variety"]["name_vi"], "Cam Canh");
    assert_eq!(posted["product"], json!({ "slug": "cam", "name_vi": "Cam", "name_en": "Oranges" }));
    assert_eq!(posted["pickup"]["commune"], "Xã Cao Phong");
    assert_eq!(posted["pickup"]["old_district"], "Huyện Cao Phong");
    assert_eq!((&posted["kg_held"], &posted["kg_left"]), (&json!("0"), &json!("12000")));
    let terms = changed(
        offer_terms(),
        json!({ "note": "Xe 5 tấn vào được vườn", "pickup_point": { "lat_e6": 20_706_100, "lon_e6": 105_325_400 } }),
    );
    let path = format!("/offers/{}", posted["id"].as_str().unwrap());
    let edited = manager.put(&path, json!({ "version": 1, "terms": changed(terms.clone(), json!({ "ask": 24_000 })) })).await.expect(200);
    assert_eq!(edited["terms"], changed(terms, json!({ "ask": 24_000 })));
    assert_eq!(edited["version"], 2);
    assert_eq!(manager.get(&path).await.expect(200), edited);
    let list = manager.get("/offers").await.expect(200);
    assert_eq!(list, json!({ "items": [edited], "next": null }));

    let withdrawn = manager.post(&format!("{path}/withdraw"), json!({ "version": 2 })).await.expect(200);
    assert_eq!((&withdrawn["status"], &withdrawn["version"]), (&json!("withdrawn"), &json!(3)));
    assert_eq!(manager.post(&format!("{path}/withdraw"), json!({})).await.expect(200), withdrawn, "twice is harmless");
    assert_eq!(manager.put(&path, json!({ "version": 3, "terms": offer_terms() })).await.problem(), "409 post_withdrawn");
}
