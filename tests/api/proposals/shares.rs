//! No supplier gets more of a demand than its buyer takes of one.
use serde_json::{Value, json};
use support::posts::{changed, demand_terms};

use super::{Deal, first};

fn left(view: &Value) -> Vec<(&Value, &Value)> {
    view["left"].as_array().unwrap().iter().map(|row| (&row["kg"], &row["reason"]["obstacle"]["kind"])).collect()
}

#[tokio::test]
async fn a_round_a_counter_and_an_edit_keep_the_share_of_one_supplier() {
    // Sixty percent of nine tonnes are 5,400 kg.
    let deal = Deal::between(json!({}), json!({ "max_share": 60 })).await;
    assert_eq!(deal.held().await, (json!("5400"), json!("5400")));
    let demand = first(&deal.buyer, "/demands").await;
    let path = format!("/demands/{}", demand["id"].as_str().unwrap());
    let last = deal.buyer.get(&format!("{path}/last-round")).await.expect(200);
    assert!(left(&last).iter().all(|(_, kind)| **kind == json!("share_limit")), "{last}");

    let mut terms = deal.see(&deal.seller).await["revisions"][0]["terms"].clone();
    let counter = |terms: &Value| json!({ "revision": 1, "terms": terms });
    terms["lines"] = json!([{ "week": "2026-11-30", "kg": "3000" }, { "week": "2026-12-07", "kg": "2401" }]);
    assert_eq!(deal.seller.post(&deal.path("/counter"), counter(&terms)).await.problem(), "409 over_share");
    terms["lines"] = json!([{ "week": "2026-12-07", "kg": "2400" }, { "week": "2026-12-14", "kg": "3000" }]);
    deal.seller.post(&deal.path("/counter"), counter(&terms)).await.expect(200);

    let edit = async |changes: Value| {
        let version = first(&deal.buyer, "/demands").await["version"].clone();
        let terms = changed(changed(demand_terms(), json!({ "max_share": 60 })), changes);
        deal.buyer.put(&path, json!({ "version": version, "terms": terms })).await
    };
    assert_eq!(edit(json!({ "max_share": 59 })).await.problem(), "409 below_promised_share [terms.max_share: below_promised_share]");
    assert_eq!(edit(json!({ "max_share": 30, "max_suppliers": 3 })).await.problem(), "422 invalid [terms.max_share: share_too_small]");
    assert_eq!(edit(json!({ "max_share": 100 })).await.expect(200)["terms"]["max_share"], 100);

    // A second supplier of the same goods takes what is left.
    edit(json!({})).await.expect(200);
    let other = deal.app.cooperative("HTX Cam 2").await;
    other.post_offer(json!({ "ask": 27_000 })).await;
    deal.app.officer().await.post("/rounds", json!({})).await.expect(201);
    assert_eq!(first(&other, "/proposals").await["kg_total"], "3600");
    assert_eq!(deal.seller.get("/proposals").await.expect(200)["items"].as_array().unwrap().len(), 1);
}
