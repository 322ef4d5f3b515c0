//! What papers can grow beside what is sold: a bar for the holder, a list for the programme office, a lock for nobody.
use serde_json::{Value, json};
use support::{Client, TestApp};

async fn verified(app: &TestApp, manager: &Client, changes: Value) {
    let paper = manager.add_certificate(changes).await;
    app.officer().await.review_certificate(paper["id"].as_str().expect("an id"), "verify", "Đúng bản gốc").await.expect(200);
}

#[tokio::test]
async fn offers_beyond_the_papers_are_posted_and_told() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let officer = app.officer().await;
    verified(&app, &manager, json!({ "varieties": ["cam-canh"], "expected": "20000" })).await;
    verified(&app, &manager, json!({ "number": "ATTP-1", "kind": "attp", "expected": "1" })).await;
    manager.add_certificate(json!({ "number": "chờ", "kind": "organic", "varieties": ["cam-canh"], "expected": "1" })).await;
    manager.post_offer(json!({})).await;
    let expected = |offered: &str, over: &str| {
        json!({ "season": { "from": "2026-07-01", "to": "2027-06-30" }, "items": [{
            "kind": "vietgap", "numbers": ["VG-TT-0001"], "varieties": ["cam-canh"], "can_grow": "20000", "reckoned": false,
            "offered": offered, "contracted": "0", "over": over,
        }] })
    };
    let own = async || manager.get("/certificates/tonnage").await.expect(200);
    assert_eq!(own().await, expected("12000", "0"));
    let exceeding = async || officer.get("/officer/certificates/exceeding").await.expect(200);
    assert_eq!(exceeding().await, json!({ "items": [], "next": null }));

    // Another variety, and another season, are not of these papers.
    manager.post_offer(json!({ "variety": "cam-v2" })).await;
    manager.post_offer(json!({ "window": { "from": "2027-07-05", "to": "2027-08-01" } })).await;
    assert_eq!(own().await, expected("12000", "0"));
    let second = manager.post_offer(json!({})).await;
    assert_eq!(own().await, expected("24000", "4000"), "it was posted all the same");
    let found = exceeding().await;
    assert_eq!((&found["items"][0]["organisation_name"], &found["items"][0]["papers"]), (&json!("HTX Cam 1"), &own().await["items"]));
    assert_eq!(manager.get("/certificates/tonnage?on=2027-08-01").await.expect(200)["items"][0]["offered"], "12000");

    manager.post(&format!("/offers/{}/withdraw", second["id"].as_str().expect("an id")), json!({})).await.expect(200);
    assert_eq!(own().await, expected("12000", "0"), "what is withdrawn is not sold");
    assert_eq!(exceeding().await["items"], json!([]));
    assert_eq!(manager.get("/officer/certificates/exceeding").await.problem(), "403 forbidden");
    assert_eq!(manager.get("/certificates/tonnage?on=mai").await.status, 422);
}

#[tokio::test]
async fn area_stands_in_for_a_yield_and_contracts_are_counted() {
    let app = TestApp::new().await;
    let deal = app.deal_with(app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 1").await, json!({}), json!({})).await;
    verified(&app, &deal.supplier, json!({ "varieties": ["cam-canh"], "area_m2": 4_000 })).await;
    let tonnage = deal.supplier.get("/certificates/tonnage").await.expect(200)["items"][0].clone();
    assert_eq!((&tonnage["can_grow"], &tonnage["reckoned"]), (&json!("10000"), &json!(true)));
    assert_eq!((&tonnage["offered"], &tonnage["contracted"], &tonnage["over"]), (&json!("12000"), &json!("9000"), &json!("2000")));
}

#[tokio::test]
async fn the_office_reads_those_beyond_page_by_page() {
    let app = TestApp::new().await;
    for name in ["HTX Cam 1", "HTX Cam 2", "HTX Cam 3"] {
        let manager = app.cooperative(name).await;
        verified(&app, &manager, json!({ "varieties": ["cam-canh"], "expected": "1000" })).await;
        manager.post_offer(json!({})).await;
    }
    let officer = app.officer().await;
    let (mut names, mut after) = (Vec::new(), String::new());
    loop {
        let page = officer.get(&format!("/officer/certificates/exceeding?limit=2{after}")).await.expect(200);
        names.extend(page["items"].as_array().expect("a list").iter().map(|row| row["organisation_name"].clone()));
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(names, ["HTX Cam 1", "HTX Cam 2", "HTX Cam 3"]);
}
