//! What a demand requires beyond the grade, from the form to the contract.
use serde_json::{Value, json};
use support::TestApp;
use support::posts::{changed, demand_line, demand_terms};

use super::{Deal, first};

/// Cam Canh is graded as a mandarin.
fn wanted() -> Value {
    changed(stated(&["1-XX", "3"], 100), json!({ "varieties": ["cam-canh"] }))
}

fn stated(sizes: &[&str], brix_tenths: u16) -> Value {
    json!({ "quality": { "sizes": sizes, "brix_tenths": brix_tenths, "juice_percent": null } })
}

#[tokio::test]
async fn goods_of_the_required_size_and_sugar_are_found_and_promised_in_the_contract() {
    let app = TestApp::new().await;
    let (plain, mixed) = (app.cooperative("HTX Cam 2").await, app.cooperative("HTX Cam 3").await);
    plain.post_offer(json!({ "ask": 20_000 })).await;
    mixed.post_offer(changed(json!({ "ask": 20_000 }), stated(&["3", "2"], 120))).await;
    let (supplier, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 1").await);
    let deal = app.deal_with(supplier, buyer, stated(&["3"], 105), wanted()).await;
    for (other, kind) in [(&plain, "sugar_below"), (&mixed, "size_not_taken")] {
        let offer = first(other, "/offers").await["id"].as_str().unwrap().to_owned();
        let last = other.get(&format!("/offers/{offer}/last-round")).await.expect(200);
        assert_eq!(last["left"][0]["reason"]["obstacle"]["kind"], kind, "{last}");
    }
    let proposal = deal.buyer.get(&format!("/proposals/{}", deal.proposal)).await.expect(200);
    assert_eq!((&proposal["quality"]["brix_tenths"], &proposal["quality_wanted"]["brix_tenths"]), (&json!(105), &json!(100)));
    let goods = deal.view(&deal.buyer).await["terms"]["goods"]["quality"].clone();
    let size = json!([{ "code": "3", "from": 54, "to": 64 }]);
    assert_eq!((&goods["sizes"], &goods["standard"], &goods["brix_tenths"]), (&size, &json!("UNECE FFV-14"), &json!(105)));
    let text = String::from_utf8(deal.supplier.get(&deal.path("/text")).await.bytes.to_vec()).unwrap();
    let says = "2.4. Ngoài loại nêu tại Điều 1, hàng của mỗi đợt bảo đảm: cỡ 3 (54–64\u{a0}mm) theo ký hiệu của UNECE FFV-14; độ ngọt từ 10,5\u{a0}°Brix trở lên.";
    assert!(text.contains(says), "{text}");
}

#[tokio::test]
async fn what_is_required_is_shown_kept_by_an_edit_and_checked_field_by_field() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let posted = buyer.post_demand(wanted()).await;
    assert_eq!(posted["terms"]["quality"], wanted()["quality"]);
    let seen = app.cooperative("HTX Cam 1").await.get("/market/demands").await.expect(200);
    assert_eq!(seen["items"][0]["quality"], wanted()["quality"], "suppliers read what they need to state");
    let path = format!("/demands/{}", posted["id"].as_str().unwrap());
    let edit = async |version: i64, changes: Value| {
        buyer
            .put(
                &path,
                json!({ "version": version, "terms": changed(changed(demand_terms(), json!({ "varieties": ["cam-canh"] })), changes) }),
            )
            .await
    };
    assert_eq!(edit(1, stated(&["3"], 110)).await.expect(200)["terms"]["quality"]["brix_tenths"], 110);
    assert_eq!(edit(2, json!({})).await.expect(200)["terms"].get("quality"), None);
    let cases = [
        (stated(&["13"], 100), "quality.sizes.0: size_code_unknown"),
        (stated(&["3", "3"], 100), "quality.sizes.1: size_repeated"),
        (stated(&["to"], 100), "quality.sizes.0: size_code_unknown"),
        (stated(&["3"], 351), "quality.brix_tenths: brix_out_of_range"),
        (json!({ "quality": { "juice_percent": 0 } }), "quality.juice_percent: juice_out_of_range"),
        (changed(stated(&["3"], 100), json!({ "varieties": ["cam-canh", "cam-v2"] })), "quality.sizes: sizes_of_two_sheets"),
        (changed(stated(&["1-XX"], 100), json!({ "varieties": [] })), "quality.sizes.0: size_code_unknown"),
    ];
    for (changes, fault) in cases {
        assert_eq!(
            buyer.try_demand(changed(json!({ "varieties": ["cam-canh"] }), changes.clone())).await.problem(),
            format!("422 invalid [{fault}]"),
            "{changes}"
        );
    }
    let any_orange = changed(stated(&["13"], 100), json!({ "varieties": [] }));
    assert_eq!(buyer.post_demand(any_orange).await["terms"]["quality"]["sizes"], json!(["13"]), "any orange is graded as an orange");
    let line = changed(demand_line(), json!({ "quality": { "sizes": ["99"] } }));
    let refused = buyer.post("/demands/batch", json!({ "lines": [line] })).await.problem();
    assert_eq!(refused, "422 invalid [lines.0.quality.sizes.0: size_code_unknown]");
    let line = changed(demand_line(), json!({ "quality": { "brix_tenths": 90 } }));
    buyer.post("/demands/batch", json!({ "lines": [line] })).await.expect(201);
    assert_eq!(first(&buyer, "/demands").await["terms"]["quality"]["brix_tenths"], 90);
}

/// Vegetables are sized by the programme's own labels, by weight or length, and the contract says whose labels they are.
#[tokio::test]
async fn cabbages_are_found_by_their_size_and_promised_in_grams() {
    let app = TestApp::new().await;
    let sized = |sizes: &[&str]| json!({ "quality": { "sizes": sizes, "brix_tenths": null, "juice_percent": null } });
    let cabbage = |sizes: &[&str]| changed(json!({ "variety": "bap-cai" }), sized(sizes));
    let small = app.cooperative("HTX Rau 2").await;
    small.post_offer(changed(json!({ "ask": 20_000 }), cabbage(&["S"]))).await;
    let (supplier, buyer) = (app.cooperative("HTX Rau 1").await, app.enterprise("Siêu thị 1").await);
    let any = changed(json!({ "product": "bap-cai" }), sized(&["L", "XL"]));
    let deal = app.deal_with(supplier, buyer, cabbage(&["L"]), any).await;
    let offer = first(&small, "/offers").await["id"].as_str().unwrap().to_owned();
    let last = small.get(&format!("/offers/{offer}/last-round")).await.expect(200);
    assert_eq!(last["left"][0]["reason"]["obstacle"]["kind"], "size_not_taken", "{last}");
    let goods = deal.view(&deal.buyer).await["terms"]["goods"]["quality"].clone();
    let promised = json!({ "standard": null, "measure": "weight_g", "sizes": [{ "code": "L", "from": 1500, "to": 2000 }],
        "brix_tenths": null, "juice_percent": null });
    assert_eq!(goods, promised);
    let text = String::from_utf8(deal.supplier.get(&deal.path("/text")).await.bytes.to_vec()).unwrap();
    assert!(text.contains("hàng của mỗi đợt bảo đảm: cỡ L (nặng 1.500–2.000\u{a0}g) theo bảng cỡ của chương trình."), "{text}");
    let sheets = app.visitor().get("/grades").await.expect(200)["sheets"].clone();
    let cabbages = sheets.as_array().unwrap().iter().find(|sheet| sheet["name"] == "cabbage").unwrap();
    assert_eq!((&cabbages["standard"], &cabbages["own_sizes"], &cabbages["products"]), (&json!(null), &json!(true), &json!(["bap-cai"])));
}

#[tokio::test]
async fn the_quality_that_a_deal_rests_on_cannot_be_stated_anew() {
    let deal = Deal::between(stated(&["3"], 100), wanted()).await;
    let offer = first(&deal.seller, "/offers").await;
    let path = format!("/offers/{}", offer["id"].as_str().unwrap());
    let mut terms = offer["terms"].clone();
    terms["quality"]["brix_tenths"] = json!(99);
    let refused = deal.seller.put(&path, json!({ "version": offer["version"], "terms": terms })).await.problem();
    assert_eq!(refused, "409 goods_promised [terms.quality: goods_promised]");
}
