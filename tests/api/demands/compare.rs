//! All that was proposed for one demand, side by side.
use serde_json::{Value, json};
use support::{Client, TestApp};

/// Nine tonnes wanted; three cooperatives bring three each, at their own prices.
async fn three(app: &TestApp) -> (Client, String) {
    brought(app, ["3000", "3000", "3000"]).await
}

async fn brought(app: &TestApp, kg: [&str; 3]) -> (Client, String) {
    let buyer = app.enterprise("Siêu thị 1").await;
    let asks = [("HTX Cam 1", 24_000), ("HTX Cam 2", 25_000), ("HTX Cam 3", 26_000)];
    for ((name, ask), kg) in asks.into_iter().zip(kg) {
        let offer = json!({ "ask": ask, "kg_total": kg, "kg_per_week": kg, "min_lot": "0", "quality": { "brix_tenths": 112 } });
        app.cooperative(name).await.post_offer(offer).await;
    }
    let demand = buyer.post_demand(json!({})).await;
    app.officer().await.post("/rounds", json!({})).await.expect(201);
    (buyer, format!("/demands/{}/proposals", demand["id"].as_str().unwrap()))
}

fn prices(list: &Value) -> Vec<i64> {
    list["items"].as_array().unwrap().iter().map(|row| row["delivered"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn proposals_for_one_demand_stand_side_by_side_and_are_summed_over_all_pages() {
    let app = TestApp::new().await;
    let (buyer, path) = three(&app).await;
    let all = buyer.get(&path).await.expect(200);
    let sorted = prices(&all);
    assert!(sorted.len() == 3 && sorted.is_sorted(), "{sorted:?}");
    assert_eq!((&all["kg_asked"], &all["open"]["count"], &all["open"]["kg"]), (&json!("9000"), &json!(3), &json!("9000")));
    let worth: i64 = all["items"].as_array().unwrap().iter().map(|row| row["total"].as_i64().unwrap()).sum();
    assert_eq!((&all["open"]["total"], &all["open"]["average"]), (&json!(worth), &json!((worth + 4500) / 9000)));
    let first = &all["items"][0];
    assert_eq!((&first["quality"]["brix_tenths"], first["road_km"].is_u64()), (&json!(112), true));
    assert_eq!((&first["my_side"], first["days"]["from"].is_string(), &first["contract"]), (&json!("buyer"), true, &Value::Null));

    let page = buyer.get(&format!("{path}?limit=2")).await.expect(200);
    assert_eq!((prices(&page), &page["open"]), (sorted[..2].to_vec(), &all["open"]));
    let rest = buyer.get(&format!("{path}?limit=2&after={}", page["next"].as_str().unwrap())).await.expect(200);
    assert_eq!((prices(&rest), &rest["next"]), (sorted[2..].to_vec(), &Value::Null));
    let newest = buyer.get(&format!("{path}?order=newest&limit=1")).await.expect(200);
    let after = buyer.get(&format!("{path}?order=newest&after={}", newest["next"].as_str().unwrap())).await.expect(200);
    let ids: Vec<_> = after["items"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect();
    assert!(ids.len() == 2 && ids[0] > ids[1] && newest["items"][0]["id"].as_str().unwrap() > ids[0].as_str(), "{ids:?}");
    assert_eq!(prices(&buyer.get(&format!("{path}?order=distance")).await.expect(200)).len(), 3);
    assert_eq!(buyer.get(&format!("{path}?limit=101")).await.problem(), "422 invalid [limit: limit_out_of_range]");
    assert_eq!(buyer.get(&format!("{path}?order=kg")).await.status, 422);
}

/// The heaviest first, page by page, whatever its price.
#[tokio::test]
async fn proposals_can_be_ordered_by_weight() {
    let app = TestApp::new().await;
    let (buyer, path) = brought(&app, ["2000", "4000", "3000"]).await;
    let weights = |page: &Value| {
        let kg = |row: &Value| row["kg_total"].as_str().expect("a weight").to_owned();
        page["items"].as_array().unwrap().iter().map(kg).collect::<Vec<_>>()
    };
    let all = ["4000", "3000", "2000"];
    assert_eq!(weights(&buyer.get(&format!("{path}?order=weight")).await.expect(200)), all);
    let page = buyer.get(&format!("{path}?order=weight&limit=1")).await.expect(200);
    let rest = buyer.get(&format!("{path}?order=weight&after={}", page["next"].as_str().unwrap())).await.expect(200);
    assert_eq!(
        (weights(&page), weights(&rest)),
        (all[..1].iter().map(ToString::to_string).collect(), all[1..].iter().map(ToString::to_string).collect())
    );
}

/// One is taken, one declined; the declined one stands last though it is the cheapest, and counts no more.
#[tokio::test]
async fn what_is_agreed_and_what_came_to_nothing_is_told_apart() {
    let app = TestApp::new().await;
    let (buyer, path) = three(&app).await;
    let rows = buyer.get(&path).await.expect(200)["items"].clone();
    let one = |at: usize| json!([{ "id": rows[at]["id"], "revision": 1 }]);
    buyer.post("/proposals/decline", json!({ "items": one(0), "reason": "Đã đủ hàng" })).await.expect(200);
    buyer.post("/proposals/accept", json!({ "items": one(1) })).await.expect(200);
    let seller = app.signed_in("htx-cam-2@htx.example").await;
    let accept = format!("/proposals/{}/accept", rows[1]["id"].as_str().unwrap());
    let contract = seller.post(&accept, json!({ "revision": 1 })).await.expect(200)["contract"].clone();

    let all = buyer.get(&path).await.expect(200);
    let ids: Vec<_> = all["items"].as_array().unwrap().iter().map(|row| &row["id"]).collect();
    assert_eq!(ids, [&rows[1]["id"], &rows[2]["id"], &rows[0]["id"]]);
    assert_eq!(all["items"][0]["contract"], json!({ "id": contract, "status": "signing" }));
    assert_eq!((&all["agreed"]["count"], &all["agreed"]["average"]), (&json!(1), &rows[1]["delivered"]));
    assert_eq!((&all["open"]["count"], &all["open"]["kg"]), (&json!(1), &json!("3000")));
    assert_eq!(prices(&buyer.get(&format!("{path}?status=declined")).await.expect(200)), [rows[0]["delivered"].as_i64().unwrap()]);

    let ended = format!("/contracts/{}/decline", contract.as_str().unwrap());
    seller.post(&ended, json!({ "reason": "Không đủ hàng" })).await.expect(200);
    let after = buyer.get(&path).await.expect(200);
    let ids: Vec<_> = after["items"].as_array().unwrap().iter().map(|row| &row["id"]).collect();
    assert_eq!(ids, [&rows[2]["id"], &rows[0]["id"], &rows[1]["id"]], "what its contract ended is had no more");
    assert_eq!((&after["agreed"]["count"], &after["items"][2]["contract"]["status"]), (&json!(0), &json!("terminated")));
}

#[tokio::test]
async fn only_the_buyer_and_the_office_compare() {
    let app = TestApp::new().await;
    let (buyer, path) = three(&app).await;
    assert_eq!(app.signed_in("htx-cam-1@htx.example").await.get(&path).await.problem(), "404 not_found", "not even a supplier of one");
    assert_eq!(app.enterprise("Siêu thị 2").await.get(&path).await.problem(), "404 not_found");
    assert_eq!(app.visitor().get(&path).await.problem(), "401 sign_in");
    let seen = app.officer().await.get(&path).await.expect(200);
    assert_eq!((&seen["open"], &seen["items"][0]["my_side"]), (&buyer.get(&path).await.expect(200)["open"], &Value::Null));
}
