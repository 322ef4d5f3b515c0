//! A lower ask for much, from the form to the price.
use serde_json::{Value, json};
use support::TestApp;
use support::posts::{changed, demand_line, demand_terms, offer_terms};

use super::{Deal, first};

/// Twelve tonnes at 25,000 ₫; from five tonnes on 600 ₫ less, from nine 1,000 ₫.
fn tiers() -> Value {
    json!({ "tiers": [{ "from_kg": "5000", "discount": 600 }, { "from_kg": "9000", "discount": 1_000 }] })
}

async fn round(deal: (Value, Value)) -> Value {
    let app = TestApp::new().await;
    let (seller, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Cty 1").await);
    seller.post_offer(deal.0).await;
    buyer.post_demand(deal.1).await;
    let round = app.officer().await.post("/rounds", json!({})).await.expect(201);
    let gains = ["supplier_gain", "buyer_gain"].map(|side| round["split"][side].as_i64().unwrap());
    assert!(gains.iter().all(|gain| *gain >= 0), "nobody loses: {gains:?}");
    buyer.get("/proposals").await.expect(200)["items"].clone()
}

/// The plain ask does not reach a low bid; with a large lot the tier does.
#[tokio::test]
async fn a_buyer_of_large_lots_gets_what_the_plain_ask_does_not_reach() {
    let plain = Deal::between(tiers(), json!({})).await;
    let freight = plain.see(&plain.buyer).await["why"]["freight"].as_i64().unwrap();
    let low = 25_000 + freight - 500;
    assert_eq!(round((tiers(), json!({ "bid": low }))).await, json!([]), "any lot will do, so nobody is sure of the tier");
    assert_eq!(round((tiers(), json!({ "bid": low, "min_lot": "4999" }))).await, json!([]));
    let deal = Deal::between(tiers(), json!({ "bid": low, "min_lot": "5000" })).await;
    let (sold, bought) = (deal.see(&deal.seller).await, deal.see(&deal.buyer).await);
    // Nine tonnes come to the second tier.
    assert_eq!((&bought["kg_total"], &bought["why"]["discount"]), (&json!("9000"), &json!(1_000)));
    let price = bought["farm_gate"].as_i64().unwrap();
    assert!((24_000..=24_100).contains(&price), "{price}");
    assert_eq!(sold["why"]["own_reserve"], 24_000, "the lowest price for so much");
    assert_eq!((&sold["tiers"], &bought["tiers"]), (&tiers()["tiers"], &tiers()["tiers"]));
    for (client, lines) in [(&deal.seller, 1), (&deal.buyer, 1)] {
        client.post(&deal.path("/accept"), json!({ "revision": lines })).await.expect(200);
    }
}

#[tokio::test]
async fn a_deal_that_comes_to_a_tier_is_cheaper_by_it() {
    let price = async |offer: Value| {
        let deal = Deal::between(offer, json!({})).await;
        let seen = deal.see(&deal.buyer).await;
        (seen["farm_gate"].as_i64().unwrap(), seen["why"].get("discount").cloned())
    };
    let (plain, none) = price(json!({})).await;
    let (cheaper, off) = price(tiers()).await;
    assert_eq!((plain - cheaper, none, off), (1_000, None, Some(json!(1_000))));
}

/// Side by side, what the round took off is said of its own price alone.
#[tokio::test]
async fn a_price_the_parties_changed_says_no_discount_any_more() {
    let deal = Deal::between(tiers(), json!({})).await;
    let demand = deal.see(&deal.buyer).await["demand"].as_str().unwrap().to_owned();
    let shown = async || deal.buyer.get(&format!("/demands/{demand}/proposals")).await.expect(200)["items"][0].get("discount").cloned();
    assert_eq!(shown().await, Some(json!(1_000)));
    let counter = json!({ "revision": 1, "terms": deal.terms("2500", 31_000).await });
    deal.seller.post(&deal.path("/counter"), counter).await.expect(200);
    assert_eq!(shown().await, None);
}

#[tokio::test]
async fn others_see_that_there_are_tiers_and_every_fault_is_named() {
    let app = TestApp::new().await;
    let (seller, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 1").await);
    let posted = seller.post_offer(tiers()).await;
    assert_eq!(posted["terms"]["tiers"], tiers()["tiers"]);
    let seen = buyer.get("/market/offers").await.expect(200)["items"][0].clone();
    assert_eq!(seen["cheaper_from"], json!(["5000", "9000"]));
    let path = format!("/offers/{}", posted["id"].as_str().unwrap());
    let office = app.officer().await.get(&path).await.expect(200)["terms"]["tiers"].clone();
    assert_eq!(office[0], json!({ "from_kg": "5000", "discount": null }));
    let edited = seller.put(&path, json!({ "version": 1, "terms": offer_terms() })).await.expect(200);
    assert_eq!(edited["terms"].get("tiers"), None);
    let tier = |kg: &str, discount: i64| json!({ "tiers": [{ "from_kg": kg, "discount": discount }] });
    let cases = [
        (tier("12001", 500), "tiers.0.from_kg: tier_above_total"),
        (tier("5000.5", 500), "tiers.0.from_kg: kg_not_whole"),
        (tier("5000", 24_901), "tiers.0.discount: discount_above_ask"),
        (tier("5000", 0), "tiers.0.discount: price_out_of_range"),
    ];
    for (changes, fault) in cases {
        let refused = seller.post("/offers", changed(offer_terms(), changes.clone())).await.problem();
        assert_eq!(refused, format!("422 invalid [{fault}]"), "{changes}");
    }
    for (changes, fault) in [
        (json!({ "min_lot": "9001" }), "min_lot: lot_above_total"),
        (json!({ "min_lot": "5000", "max_share": 50 }), "min_lot: lot_above_share"),
        (json!({ "min_lot": "0.5" }), "min_lot: kg_not_whole"),
    ] {
        assert_eq!(buyer.try_demand(changes.clone()).await.problem(), format!("422 invalid [{fault}]"), "{changes}");
    }
    let demand = buyer.post_demand(json!({ "min_lot": "9000" })).await;
    assert_eq!(demand["terms"]["min_lot"], "9000");
    let terms = json!({ "version": 1, "terms": demand_terms() });
    let edited = buyer.put(&format!("/demands/{}", demand["id"].as_str().unwrap()), terms).await.expect(200);
    assert_eq!(edited["terms"]["min_lot"], "0");
    buyer.post("/demands/batch", json!({ "lines": [changed(demand_line(), json!({ "min_lot": "3000" }))] })).await.expect(201);
    assert_eq!(first(&buyer, "/demands").await["terms"]["min_lot"], "3000");
}
