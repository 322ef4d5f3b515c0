//! An enterprise posts what it wants to buy.
mod compare;
mod ends;
mod lists;
mod points;

use chrono::TimeDelta;
use serde_json::{Value, json};
use support::TestApp;
use support::people::registration;
use support::posts::{changed, demand_terms};

fn path(view: &Value) -> String {
    format!("/demands/{}", view["id"].as_str().unwrap())
}

#[tokio::test]
async fn a_buyer_posts_edits_and_withdraws_a_demand() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let extras = json!({
        "varieties": ["cam-canh", "cam-sanh"], "certificates": ["vietgap", "attp"], "max_suppliers": 4, "max_share": 40,
        "min_lot": "2000", "note": "Kho lạnh",
        "preferred": [{ "attribute": "organic", "premium": 1_500 }, { "attribute": "extra", "premium": 800 }],
        "delivery_point": { "lat_e6": 21_030_000, "lon_e6": 105_850_000 },
    });
    let terms = changed(demand_terms(), extras);
    let posted = buyer.post("/demands", terms.clone()).await.expect(201);
    assert_eq!(posted["terms"], terms);
    assert_eq!((&posted["status"], &posted["version"]), (&json!("open"), &json!(1)));
    assert_eq!((&posted["kg_total"], &posted["kg_held"], &posted["kg_left"]), (&json!("9000"), &json!("0"), &json!("9000")));
    assert_eq!(posted["varieties"][1]["name_vi"], "Cam Sành");
    assert_eq!(posted["product"]["name_en"], "Oranges");
    assert_eq!(posted["delivery"]["province"], "Hà Nội");
    assert_eq!(posted["weeks"][1], json!({ "week": "2026-12-07", "kg": "3000", "kg_held": "0", "kg_left": "3000" }));

    let weeks = json!([{ "week": "2026-12-07", "kg": "4500" }, { "week": "2026-12-21", "kg": "1000" }]);
    let other = changed(terms, json!({ "weeks": weeks, "varieties": [] }));
    let edited = buyer.put(&path(&posted), json!({ "version": 1, "terms": other })).await.expect(200);
    assert_eq!(edited["terms"], other);
    assert_eq!((&edited["version"], &edited["kg_total"]), (&json!(2), &json!("5500")));
    assert_eq!(buyer.get(&path(&posted)).await.expect(200), edited);
    assert_eq!(buyer.get("/demands").await.expect(200), json!({ "items": [edited], "next": null }));

    let withdraw = format!("{}/withdraw", path(&posted));
    assert_eq!(buyer.post(&withdraw, json!({ "version": 1 })).await.problem(), "409 stale");
    let withdrawn = buyer.post(&withdraw, json!({ "version": 2 })).await.expect(200);
    assert_eq!((&withdrawn["status"], &withdrawn["version"]), (&json!("withdrawn"), &json!(3)));
    assert_eq!(buyer.post(&withdraw, json!({})).await.expect(200), withdrawn, "twice is harmless");
    assert_eq!(buyer.put(&path(&posted), json!({ "version": 3, "terms": other })).await.problem(), "409 post_withdrawn");
}

#[tokio::test]
async fn a_demand_is_its_buyers_and_the_office_never_sees_the_bid() {
    let app = TestApp::new().await;
    let director = app.enterprise("Siêu thị 1").await;
    let posted = app.clerk(&director, "mua-hang-1").await.post_demand(json!({})).await;
    assert_eq!(director.get(&path(&posted)).await.expect(200)["terms"]["bid"], 34_000);
    for stranger in [app.enterprise("Siêu thị 2").await, app.cooperative("HTX Cam 1").await, app.operator().await] {
        assert_eq!(stranger.get(&path(&posted)).await.problem(), "404 not_found");
        assert_eq!(stranger.put(&path(&posted), json!({ "version": 1, "terms": demand_terms() })).await.problem(), "404 not_found");
        assert_eq!(stranger.post(&format!("{}/withdraw", path(&posted)), json!({})).await.problem(), "404 not_found");
    }
    let officer = app.officer().await;
    let seen = officer.get(&path(&posted)).await.expect(200);
    assert_eq!((&seen["terms"]["bid"], &seen["kg_total"]), (&Value::Null, &json!("9000")));
    assert_eq!(officer.get("/demands").await.expect(200)["items"], json!([seen]));

    let newcomer = app.visitor();
    newcomer.post("/auth/register", registration("enterprise", "Siêu thị 3", 9)).await.expect(201);
    assert_eq!(newcomer.try_demand(json!({})).await.problem(), "403 organisation_not_verified");
    assert_eq!(app.cooperative("HTX Cam 2").await.try_demand(json!({})).await.problem(), "403 forbidden");
    assert_eq!(officer.try_demand(json!({})).await.problem(), "403 forbidden");
    assert_eq!(app.visitor().try_demand(json!({})).await.problem(), "401 sign_in");
}

#[tokio::test]
async fn every_fault_of_a_demand_is_named() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let weeks = |weeks: &[(&str, &str)]| {
        let rows: Vec<_> = weeks.iter().map(|(week, kg)| json!({ "week": week, "kg": kg })).collect();
        json!({ "weeks": rows })
    };
    let many: Vec<_> = (0..33).map(|at| format!("cam-so-{at}")).collect();
    let cases = [
        (json!({ "product": "dua-hau-vuong" }), "product: product_unknown"),
        (json!({ "varieties": ["cam-mat-troi"] }), "varieties.0: variety_unknown"),
        (json!({ "varieties": ["cam-canh", "buoi-do-tan-lac"] }), "varieties.1: variety_of_another_product"),
        (json!({ "varieties": ["cam-canh", "cam-canh"] }), "varieties.1: variety_repeated"),
        (json!({ "varieties": ["cam-canh", "Cam Canh"] }), "varieties.1: slug_malformed"),
        (json!({ "certificates": ["vietgap", "iso"] }), "certificates.1: certificate_kind_unknown"),
        (json!({ "preferred": [{ "attribute": "iso", "premium": 500 }] }), "preferred.0.attribute: attribute_unknown"),
        (json!({ "preferred": [{ "attribute": "gi", "premium": 99 }] }), "preferred.0.premium: price_out_of_range"),
        (json!({ "preferred": [{ "attribute": "gi", "premium": 34_001 }] }), "preferred.0.premium: premiums_too_high"),
        (json!({ "preferred": [{ "attribute": "second", "premium": 500 }] }), "preferred.0.attribute: preference_required"),
        (json!({ "preferred": [{ "attribute": "brix", "premium": 500 }] }), "preferred.0.quality: preference_figure"),
        (
            json!({ "preferred": [{ "attribute": "brix", "premium": 500, "quality": { "brix_tenths": 5 } }] }),
            "preferred.0.quality.brix_tenths: brix_out_of_range",
        ),
        (
            json!({ "preferred": [{ "attribute": "size", "premium": 500, "quality": { "sizes": ["99"] } }] }),
            "preferred.0.quality.sizes.0: size_code_unknown",
        ),
        (json!({ "weeks": [] }), "weeks: weeks_empty"),
        (weeks(&[("2026-11-30", "0")]), "weeks.0.kg: kg_out_of_range"),
        (weeks(&[("2026-11-30", "1000"), ("2026-12-07", "0.5")]), "weeks.1.kg: kg_not_whole"),
        (weeks(&[("2026-11-30", "1000"), ("2026-12-07", "1000000000000")]), "weeks.1.kg: kg_out_of_range"),
        (weeks(&[("2026-11-30", "100000000"), ("2026-12-07", "1")]), "weeks: kg_total_out_of_range"),
        (weeks(&[("2026-12-01", "1000")]), "weeks.0.week: week_not_a_monday"),
        (weeks(&[("2026-12-07", "1000"), ("2026-11-30", "1000")]), "weeks.1.week: week_out_of_order"),
        (weeks(&[("2026-11-09", "1000"), ("2026-11-30", "1000")]), "weeks.0.week: week_over"),
        (weeks(&[("2027-11-29", "1000")]), "weeks.0.week: week_too_far_ahead"),
        (json!({ "weeks": [{ "week": "2026-11-30" }] }), "weeks.0.kg: missing"),
        (json!({ "bid": 99 }), "bid: price_out_of_range"),
        (json!({ "bid": 10_000_001 }), "bid: price_out_of_range"),
        (json!({ "bid": null }), "bid: missing"),
        (json!({ "delivery_commune": "99999" }), "delivery_commune: commune_unknown"),
        (json!({ "delivery_hours": { "from": "05:00", "to": "05:00" } }), "delivery_hours.to: hours_empty"),
        (json!({ "delivery_hours": { "from": "5h", "to": "07:00" } }), "delivery_hours.from: time_malformed"),
        (json!({ "payment_days": 121 }), "payment_days: payment_days_out_of_range"),
        (json!({ "max_suppliers": 51 }), "max_suppliers: suppliers_out_of_range"),
        (json!({ "max_share": 9 }), "max_share: share_out_of_range"),
        (json!({ "max_share": 101 }), "max_share: share_out_of_range"),
        (json!({ "max_share": 24, "max_suppliers": 4 }), "max_share: share_too_small"),
        (json!({ "note": "x".repeat(40_000) }), "note: text_too_long"),
        (json!({ "surprise": 1 }), "surprise: unknown_field"),
    ];
    for (changes, fault) in cases {
        assert_eq!(buyer.try_demand(changes.clone()).await.problem(), format!("422 invalid [{fault}]"), "{changes}");
    }
    let crowded = buyer.try_demand(json!({ "varieties": many })).await.problem();
    assert!(crowded.starts_with("422 invalid [varieties: too_many_varieties, varieties.0: variety_unknown,"), "{crowded}");
    let posted = buyer.post_demand(json!({})).await;
    let edit = changed(demand_terms(), json!({ "product": "dua-hau-vuong", "weeks": [] }));
    assert_eq!(
        buyer.put(&path(&posted), json!({ "version": 1, "terms": edit })).await.problem(),
        "422 invalid [terms.weeks: weeks_empty, terms.product: product_unknown]"
    );
    assert_eq!(buyer.put(&path(&posted), json!({ "version": 7, "terms": demand_terms() })).await.problem(), "409 stale");
}

#[tokio::test]
async fn a_form_sent_twice_makes_one_demand() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let first = buyer.post_once("/demands", "may-tinh-1", demand_terms()).await.expect(201);
    assert_eq!(buyer.post_once("/demands", "may-tinh-1", demand_terms()).await.expect(201), first);
    let other = changed(demand_terms(), json!({ "bid": 35_000 }));
    assert_eq!(buyer.post_once("/demands", "may-tinh-1", other).await.problem(), "409 idempotency_key_reused");
    assert_eq!(buyer.get("/demands").await.expect(200)["items"], json!([first]));
}

#[tokio::test]
async fn lists_come_in_pages_newest_first_and_are_filtered() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let mut posted = Vec::new();
    for at in 0..5 {
        let product = if at % 2 == 0 { "cam" } else { "buoi" };
        let last = if at == 2 { "2026-11-23" } else { "2026-12-14" };
        posted.push(buyer.post_demand(json!({ "product": product, "weeks": [{ "week": last, "kg": "1000" }] })).await["id"].clone());
    }
    posted.reverse();
    let ids = |page: &Value| page["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect::<Vec<_>>();
    let (mut seen, mut next) = (Vec::new(), String::new());
    loop {
        let page = buyer.get(&format!("/demands?limit=2{next}")).await.expect(200);
        seen.extend(ids(&page));
        match page["next"].as_str() {
            Some(after) => next = format!("&after={after}"),
            None => break,
        }
    }
    assert_eq!(seen, posted);
    buyer.post(&format!("/demands/{}/withdraw", posted[0].as_str().unwrap()), json!({})).await.expect(200);
    // Sunday, the last day of the first week; then the Monday after.
    app.advance(TimeDelta::days(8));
    let buyer = app.signed_in("sieu-thi-1@mua.example").await;
    assert_eq!(ids(&buyer.get("/demands?status=expired").await.expect(200)), Vec::<Value>::new());
    app.advance(TimeDelta::days(1));
    let buyer = app.signed_in("sieu-thi-1@mua.example").await;
    let found = async |query: &str| ids(&buyer.get(&format!("/demands?{query}")).await.expect(200));
    assert_eq!(found("status=expired").await, posted[2..3]);
    assert_eq!(found("status=withdrawn").await, posted[..1]);
    assert_eq!(found("status=open").await, [&posted[1..2], &posted[3..]].concat());
    assert_eq!(found("product=buoi").await, [posted[1].clone(), posted[3].clone()]);
    assert_eq!(found("q=b%C6%B0%E1%BB%9Fi").await, [posted[1].clone(), posted[3].clone()]);
    let status = buyer.get(&format!("/demands/{}", posted[2].as_str().unwrap())).await.expect(200)["status"].clone();
    assert_eq!(status, "expired");
}

#[tokio::test]
async fn a_demand_never_falls_below_what_is_promised() {
    let app = TestApp::new().await;
    let offer = app.cooperative("HTX Cam 1").await.post_offer(json!({})).await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let demand = buyer.post_demand(json!({})).await;
    app.hold(&offer, &demand, &[("2026-11-30", "2500"), ("2026-12-07", "3000")]).await;
    let seen = buyer.get(&path(&demand)).await.expect(200);
    assert_eq!((&seen["kg_held"], &seen["kg_left"], &seen["suppliers_held"]), (&json!("5500"), &json!("3500"), &json!(1)));
    assert_eq!(seen["weeks"][0], json!({ "week": "2026-11-30", "kg": "3000", "kg_held": "2500", "kg_left": "500" }));
    let edit = async |changes: Value| buyer.put(&path(&demand), json!({ "version": 1, "terms": changed(demand_terms(), changes) })).await;
    let one = json!([{ "week": "2026-11-30", "kg": "3000" }]);
    assert_eq!(edit(json!({ "weeks": one })).await.problem(), "409 below_promised [terms.weeks: below_promised]");
    let less = json!([{ "week": "2026-11-30", "kg": "2499" }, { "week": "2026-12-07", "kg": "3000" }]);
    assert_eq!(edit(json!({ "weeks": less })).await.problem(), "409 below_promised [terms.weeks.0.kg: below_promised]");
    let exact = json!([{ "week": "2026-11-30", "kg": "2500" }, { "week": "2026-12-07", "kg": "3000" }]);
    let kept = edit(json!({ "weeks": exact, "max_suppliers": 1 })).await.expect(200);
    assert_eq!((&kept["kg_held"], &kept["kg_left"]), (&json!("5500"), &json!("0")));
    assert_eq!(buyer.get(&path(&demand)).await.expect(200), kept);
}
