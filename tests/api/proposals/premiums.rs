//! What a buyer pays more for, from the form to the contract.
use chrono::TimeDelta;
use serde_json::{Value, json};
use support::posts::{changed, demand_terms};
use support::{Client, TestApp};

/// A cooperative with a verified VietGAP paper.
async fn certified(app: &TestApp, name: &str, until: &str) -> Client {
    let manager = app.cooperative(name).await;
    let paper = manager.add_certificate(json!({ "valid_to": until })).await;
    app.officer().await.review_certificate(paper["id"].as_str().unwrap(), "verify", "Đủ giấy").await.expect(200);
    manager
}

/// Twelve plain tonnes at 25,000 ₫, as many with a paper at 26,000 ₫, and a buyer of nine who pays up to 1,500 ₫ more for it.
async fn round_with(until: &str) -> (TestApp, Client, Client, Client) {
    let app = TestApp::new().await;
    let plain = app.cooperative("HTX Cam 1").await;
    let dearer = certified(&app, "HTX Cam 2", until).await;
    plain.post_offer(json!({})).await;
    dearer.post_offer(json!({ "ask": 26_000 })).await;
    let buyer = app.enterprise("Siêu thị 1").await;
    buyer
        .post_demand(json!({ "preferred": [{ "attribute": "vietgap", "premium": 1_500 }, { "attribute": "extra", "premium": 900 }] }))
        .await;
    app.officer().await.post("/rounds", json!({})).await.expect(201);
    (app, plain, dearer, buyer)
}

async fn only(client: &Client) -> Value {
    let rows = client.get("/proposals").await.expect(200)["items"].clone();
    assert_eq!(rows.as_array().unwrap().len(), 1, "{rows}");
    client.get(&format!("/proposals/{}", rows[0]["id"].as_str().unwrap())).await.expect(200)
}

#[tokio::test]
async fn a_premium_takes_the_dearer_goods_and_stands_in_the_contract() {
    let (app, plain, dearer, buyer) = round_with("2027-12-31").await;
    assert_eq!(plain.get("/proposals").await.expect(200)["items"], json!([]));
    let (sold, bought) = (only(&dearer).await, only(&buyer).await);
    let paid = json!([{ "attribute": "vietgap", "premium": 1_500 }]);
    assert_eq!((&sold["why"]["premiums"], &bought["why"]["premiums"]), (&paid, &paid), "no better grade, so nothing for it");
    assert_eq!((&sold["why"]["own_reserve"], &bought["why"]["own_reserve"]), (&json!(26_000), &json!(35_500)));
    let path = |command: &str| format!("/proposals/{}/{command}", sold["id"].as_str().unwrap());
    dearer.post(&path("accept"), json!({ "revision": 1 })).await.expect(200);
    let agreed = buyer.post(&path("accept"), json!({ "revision": 1 })).await.expect(200);
    let contract = format!("/contracts/{}", agreed["contract"].as_str().unwrap());
    let goods = buyer.get(&contract).await.expect(200)["terms"]["goods"].clone();
    assert_eq!((&goods["premiums"], &goods["certificates"][0]["kind"]), (&paid, &json!("vietgap")), "what is paid for is promised");
    let text = String::from_utf8(dearer.get(&format!("{contract}/text")).await.bytes.to_vec()).unwrap();
    assert!(text.contains("4.6. Giá hợp đồng đã tính phần Bên B trả thêm vì hàng có: Giấy chứng nhận VietGAP (đến"), "{text}");
    drop(app);
}

/// Whoever talks the whole premium off the price is promised no paper for it.
#[tokio::test]
async fn a_premium_that_was_bargained_away_stands_in_no_contract() {
    let (_app, _, dearer, buyer) = round_with("2027-12-31").await;
    let proposal = only(&buyer).await;
    assert_eq!(proposal["certificates"], json!(["vietgap"]), "the list names what accepting promises");
    let path = |command: &str| format!("/proposals/{}/{command}", proposal["id"].as_str().unwrap());
    let lower = async |from: u64, by: i64| {
        let mut terms = only(&buyer).await["revisions"].as_array().unwrap().last().unwrap()["terms"].clone();
        terms["farm_gate"] = (terms["farm_gate"].as_i64().unwrap() - by).into();
        buyer.post(&path("counter"), json!({ "revision": from, "terms": terms })).await.expect(200)["certificates"].clone()
    };
    assert_eq!(lower(1, 1_499).await, json!(["vietgap"]));
    assert_eq!(lower(2, 1).await, json!([]));
    let agreed = dearer.post(&path("accept"), json!({ "revision": 3 })).await.expect(200);
    let contract = buyer.get(&format!("/contracts/{}", agreed["contract"].as_str().unwrap())).await.expect(200);
    let goods = &contract["terms"]["goods"];
    assert_eq!((&goods["premiums"], &goods["certificates"]), (&Value::Null, &json!([])));
}

/// The office withdraws the paper while the proposal is open: nobody can accept the price that pays for it, both sides see why, and one
/// answer goes on without it.
#[tokio::test]
async fn a_paper_withdrawn_before_both_accepted_takes_its_premium_along() {
    let (app, _, dearer, buyer) = round_with("2027-12-31").await;
    let proposal = only(&buyer).await;
    assert_eq!(proposal["lost"], Value::Null);
    let path = |command: &str| format!("/proposals/{}/{command}", proposal["id"].as_str().unwrap());
    dearer.post(&path("accept"), json!({ "revision": 1 })).await.expect(200);
    let paper = dearer.get("/certificates").await.expect(200)["items"][0]["id"].as_str().unwrap().to_owned();
    app.officer().await.review_certificate(&paper, "suspend", "Đơn vị cấp đã rút giấy").await.expect(200);

    assert_eq!(buyer.post(&path("accept"), json!({ "revision": 1 })).await.problem(), "409 premium_paper_gone");
    let many = json!({ "items": [{ "id": proposal["id"], "revision": 1 }] });
    let refused = buyer.post("/proposals/accept", many).await.expect(200);
    assert_eq!(refused["items"][0]["problem"]["code"], "premium_paper_gone", "{refused}");
    let price = proposal["farm_gate"].as_i64().unwrap();
    let lost = json!({ "attributes": ["vietgap"], "without": ["vietgap"], "farm_gate": price - 1_500 });
    assert_eq!((&only(&buyer).await["lost"], &only(&dearer).await["lost"]), (&lost, &lost), "both sides read the same");

    let mut terms = proposal["revisions"][0]["terms"].clone();
    terms["farm_gate"] = lost["farm_gate"].clone();
    terms["without"] = lost["without"].clone();
    let countered = dearer.post(&path("counter"), json!({ "revision": 1, "terms": terms })).await.expect(200);
    assert_eq!((&countered["lost"], &countered["certificates"]), (&Value::Null, &json!([])));
    let changes = countered["revisions"][1]["changes"].as_array().unwrap();
    assert!(changes.iter().any(|change| change["field"] == "without" && change["after"] == "vietgap"), "{changes:?}");
    assert_eq!(buyer.get("/notices").await.expect(200)["items"][0]["kind"], "proposal_countered", "the other side is told");
    // The paper comes back: what was agreed without it stays without it.
    app.officer().await.review_certificate(&paper, "verify", "Giấy có lại").await.expect(200);
    let agreed = buyer.post(&path("accept"), json!({ "revision": 2 })).await.expect(200);
    let contract = buyer.get(&format!("/contracts/{}", agreed["contract"].as_str().unwrap())).await.expect(200);
    let goods = &contract["terms"]["goods"];
    assert_eq!((&goods["premiums"], &goods["certificates"]), (&Value::Null, &json!([])));
    assert_eq!(contract["terms"]["farm_gate"], lost["farm_gate"]);
}

#[tokio::test]
async fn a_paper_that_ends_before_the_last_week_earns_no_premium() {
    let (_app, plain, dearer, buyer) = round_with("2026-12-19").await;
    assert_eq!(dearer.get("/proposals").await.expect(200)["items"], json!([]));
    assert_eq!((&only(&plain).await["why"]["premiums"], &only(&buyer).await["why"]["own_reserve"]), (&json!([]), &json!(34_000)));
}

#[tokio::test]
async fn others_see_what_is_preferred_and_not_for_how_much() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let preferred = json!([{ "attribute": "organic", "premium": 2_000 }]);
    let posted = buyer.post_demand(json!({ "preferred": preferred })).await;
    assert_eq!(posted["terms"]["preferred"], preferred);
    let path = format!("/demands/{}", posted["id"].as_str().unwrap());
    let officer = app.officer().await;
    assert_eq!(officer.get(&path).await.expect(200)["terms"]["preferred"], json!([{ "attribute": "organic", "premium": null }]));
    let seen = app.cooperative("HTX Cam 1").await.get("/market/demands").await.expect(200);
    assert_eq!(seen["items"][0]["preferred"], json!([{ "attribute": "organic", "premium": null }]));
    let other = changed(demand_terms(), json!({ "preferred": [{ "attribute": "extra", "premium": 300 }] }));
    let edited = buyer.put(&path, json!({ "version": 1, "terms": other })).await.expect(200);
    assert_eq!(edited["terms"]["preferred"], other["preferred"]);
    app.advance(TimeDelta::minutes(1));
    let again = buyer.put(&path, json!({ "version": 2, "terms": demand_terms() })).await.expect(200);
    assert_eq!(again["terms"]["preferred"], json!([]), "left out is nothing preferred");
}

/// What was measured is paid for like a paper: in the round, on the proposal, in the contract, which promises what the offer states.
#[tokio::test]
async fn sizes_and_sugar_earn_a_premium_and_are_promised() {
    let app = TestApp::new().await;
    let plain = app.cooperative("HTX Cam 1").await;
    let sweet = app.cooperative("HTX Cam 2").await;
    plain.post_offer(json!({ "quality": { "sizes": ["3", "5"], "brix_tenths": 100 } })).await;
    sweet.post_offer(json!({ "ask": 26_000, "quality": { "sizes": ["3"], "brix_tenths": 125 } })).await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let sizes =
        json!({ "attribute": "size", "premium": 900, "quality": { "sizes": ["3", "4"], "brix_tenths": null, "juice_percent": null } });
    let sugar = json!({ "attribute": "brix", "premium": 700, "quality": { "sizes": [], "brix_tenths": 120, "juice_percent": null } });
    let juice = json!({ "attribute": "juice", "premium": 500, "quality": { "sizes": [], "brix_tenths": null, "juice_percent": 40 } });
    let posted = buyer.post_demand(json!({ "varieties": ["cam-canh"], "preferred": [sizes, sugar, juice] })).await;
    assert_eq!(posted["terms"]["preferred"], json!([sizes, sugar, juice]));
    let seen = plain.get("/market/demands").await.expect(200)["items"][0]["preferred"][0].clone();
    assert_eq!((&seen["quality"], &seen["premium"]), (&sizes["quality"], &Value::Null), "what, and not for how much");
    app.officer().await.post("/rounds", json!({})).await.expect(201);
    assert_eq!(plain.get("/proposals").await.expect(200)["items"], json!([]));
    let (sold, bought) = (only(&sweet).await, only(&buyer).await);
    let paid = json!([sizes, sugar]);
    assert_eq!((&sold["why"]["premiums"], &bought["why"]["premiums"]), (&paid, &paid), "nothing is stated of juice");
    let path = |command: &str| format!("/proposals/{}/{command}", sold["id"].as_str().unwrap());
    sweet.post(&path("accept"), json!({ "revision": 1 })).await.expect(200);
    let agreed = buyer.post(&path("accept"), json!({ "revision": 1 })).await.expect(200);
    let contract = format!("/contracts/{}", agreed["contract"].as_str().unwrap());
    let goods = buyer.get(&contract).await.expect(200)["terms"]["goods"].clone();
    assert_eq!((&goods["premiums"], &goods["quality"]["brix_tenths"]), (&paid, &json!(125)));
    let text = String::from_utf8(sweet.get(&format!("{contract}/text")).await.bytes.to_vec()).unwrap();
    assert!(text.contains("vì hàng có: chỉ gồm cỡ 3, cỡ 4 (đến") && text.contains("độ ngọt từ 12,0\u{a0}°Brix trở lên (đến"), "{text}");
}
