//! The market as everybody may see it.
use domain::search::Wanted;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::TestApp;
use support::people::registration;
use web::store::{Slice, Tx, demands};

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
        "distance_km": null, "certificates": [],
    });
    assert_eq!(visitor.get("/market/offers").await.expect(200), json!({ "items": [shown], "next": null }));
    app.officer().await.review_certificate(certificate["id"].as_str().unwrap(), "verify", "Đủ giấy").await.expect(200);
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

/// Ids of a list of the market.
async fn ids(who: &support::Client, path: &str) -> Vec<Value> {
    let page = who.get(path).await.expect(200);
    page["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect()
}

#[tokio::test]
async fn offers_are_narrowed_by_place_paper_week_weight_and_reference_price() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let canh = manager.post_offer(json!({})).await["id"].clone();
    let sanh = manager.post_offer(json!({
        "variety": "cam-sanh", "kg_total": "2000", "kg_per_week": "2000", "window": { "from": "2027-01-04", "to": "2027-01-31" },
        "pickup_commune": "00004",
    }));
    let sanh = sanh.await["id"].clone();
    let certificate = manager.add_certificate(json!({ "varieties": ["cam-canh"] })).await;
    app.officer().await.review_certificate(certificate["id"].as_str().unwrap(), "verify", "Đủ giấy").await.expect(200);
    let visitor = app.visitor();
    let found = async |query: &str| ids(&visitor, &format!("/market/offers?{query}")).await;
    assert_eq!(found("q=cam%20sanh").await, std::slice::from_ref(&sanh), "marks are left out");
    assert_eq!(found("q=lac%20thuy").await, Vec::<Value>::new());
    assert_eq!(found("q=phu%20tho").await, std::slice::from_ref(&canh), "a place, where no variety is called so");
    for (query, is_canh) in [
        ("place=huyen%20cao%20phong", true),
        ("place=phu%20tho", true),
        ("place=tinh%20hoa%20binh", true),
        ("province=25", true),
        ("province=01", false),
        ("certificates=vietgap", true),
        ("to=2026-12-20", true),
        ("from=2026-12-21", false),
        ("least=2001", true),
        ("price_from=20000", true),
        ("price_to=20000", false),
    ] {
        assert_eq!(found(query).await, [if is_canh { canh.clone() } else { sanh.clone() }], "{query}");
    }
    assert_eq!(found("order=price").await, [sanh, canh], "the newer one has the lower reference price");
    for (query, problem) in [
        ("within_km=10", "422 invalid [within_km: distance_without_organisation]"),
        ("order=near", "422 invalid [order: distance_without_organisation]"),
        ("from=2026-12-02&to=2026-12-01", "422 invalid [to: window_reversed]"),
        ("certificates=iso", "422 invalid [certificates: certificate_kind_unknown]"),
    ] {
        assert_eq!(visitor.get(&format!("/market/offers?{query}")).await.problem(), problem, "{query}");
    }
}

#[tokio::test]
async fn the_order_of_prices_goes_on_page_by_page() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let mut posted = Vec::new();
    for variety in ["cam-canh", "cam-sanh", "cam-canh", "cam-sanh", "cam-canh"] {
        posted.push(manager.post_offer(json!({ "variety": variety })).await["id"].clone());
    }
    let cheapest_and_newest_first = [3, 1, 4, 2, 0].map(|at: usize| posted[at].clone());
    let visitor = app.visitor();
    for limit in 1..=5 {
        let (mut seen, mut after) = (Vec::new(), String::new());
        loop {
            let page = visitor.get(&format!("/market/offers?order=price&limit={limit}{after}")).await.expect(200);
            seen.extend(page["items"].as_array().unwrap().iter().map(|item| item["id"].clone()));
            match page["next"].as_str() {
                Some(next) => after = format!("&after={next}"),
                None => break,
            }
        }
        assert_eq!(seen, cheapest_and_newest_first, "{limit} a page");
    }
    // The last one of a page is sold before the next page is asked for.
    let page = visitor.get("/market/offers?order=price&limit=3").await.expect(200);
    manager.post(&format!("/offers/{}/withdraw", posted[4].as_str().unwrap()), json!({})).await.expect(200);
    let rest = ids(&visitor, &format!("/market/offers?order=price&after={}", page["next"].as_str().unwrap())).await;
    assert_eq!(rest, [posted[2].clone(), posted[0].clone()]);
    assert_eq!(ids(&visitor, "/market/offers?order=price&variety=cam-canh").await, rest, "a filter narrows it");
}

/// Demands stand at the least reference price of the varieties they take, never at their bid.
#[tokio::test]
async fn demands_go_page_by_page_by_reference_price_and_by_distance() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let mut posted = Vec::new();
    for (at, (varieties, commune)) in [
        (json!([]), "00004"),
        (json!(["cam-canh"]), "05089"),
        (json!(["cam-canh", "cam-sanh"]), "00008"),
        (json!(["cam-sanh"]), "05089"),
        (json!(["cam-canh"]), "00004"),
    ]
    .into_iter()
    .enumerate()
    {
        let terms = json!({ "varieties": varieties, "delivery_commune": commune, "bid": 30_000 + 1_000 * at });
        posted.push(buyer.post_demand(terms).await["id"].clone());
    }
    let manager = app.cooperative("HTX Cam 1").await;
    let walk = async |order: &str, limit: usize| {
        let (mut seen, mut after) = (Vec::new(), String::new());
        loop {
            let page = manager.get(&format!("/market/demands?order={order}&limit={limit}{after}")).await.expect(200);
            seen.extend(page["items"].as_array().unwrap().iter().map(|item| item["id"].clone()));
            match page["next"].as_str() {
                Some(next) => after = format!("&after={next}"),
                None => break seen,
            }
        }
    };
    let expected = |order: [usize; 5]| order.map(|at| posted[at].clone());
    for limit in 1..=5 {
        // Any variety has no price and comes last.
        assert_eq!(walk("price", limit).await, expected([3, 2, 4, 1, 0]), "{limit} a page");
        // The cooperative is in Cao Phong, where two are delivered.
        let near = walk("near", limit).await;
        assert_eq!(near[..2], expected([3, 1, 0, 0, 0])[..2], "{limit} a page");
        assert_eq!(near.len(), 5, "{limit} a page");
    }
    let narrowed = ids(&manager, "/market/demands?order=price&variety=cam-canh").await;
    assert_eq!(narrowed, [2, 4, 1, 0].map(|at: usize| posted[at].clone()), "a filter narrows it");
    assert_eq!(ids(&manager, "/market/demands?order=near&within_km=10").await, [3, 1].map(|at: usize| posted[at].clone()));
}

/// Buyers may name varieties in as many ways as they like; SQLite binds 32,766 values to a statement, PostgreSQL 65,535.
#[tokio::test]
async fn demands_are_found_among_more_choices_than_a_statement_takes_values() {
    let app = TestApp::new().await;
    let posted = app.enterprise("Siêu thị 1").await.post_demand(json!({ "varieties": ["cam-canh"] })).await;
    let slugs = |names: &[String]| names.iter().map(|name| name.parse().expect("a slug")).collect::<Vec<_>>();
    let mut choices: BTreeSet<_> = (0..70_000).map(|number| slugs(&[format!("giong-{number}"), "khac".to_owned()])).collect();
    let tx = Tx::read(&app.app.db).await.unwrap();
    let found = async |choices: &BTreeSet<_>| {
        let all = Slice { after: None, limit: 20 };
        let held = demands::on_market(&tx, &Wanted::default(), Some(choices), app.app.env.today(), all).await.expect("demands");
        held.iter().map(|held| held.demand.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(found(&choices).await, [""; 0]);
    choices.insert(slugs(&["cam-canh".to_owned()]));
    assert_eq!(found(&choices).await, [posted["id"].as_str().unwrap()]);
}

#[tokio::test]
async fn members_see_how_far_it_is_and_the_nearest_first() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let far = manager.post_offer(json!({})).await["id"].clone();
    let near = manager.post_offer(json!({ "pickup_commune": "00004" })).await["id"].clone();
    let farther = manager.post_offer(json!({})).await["id"].clone();
    // In Hà Nội, in the commune of the second offer.
    let buyer = app.enterprise("Siêu thị 1").await;
    let page = buyer.get("/market/offers?order=near").await.expect(200);
    let km: Vec<_> = page["items"].as_array().unwrap().iter().map(|item| item["distance_km"].as_i64().unwrap()).collect();
    assert_eq!((km[0], km[1], (60..120).contains(&km[1])), (0, km[2], true), "{km:?}");
    let ordered = [near.clone(), farther.clone(), far.clone()];
    assert_eq!(ids(&buyer, "/market/offers?order=near").await, ordered);
    let first = buyer.get("/market/offers?order=near&limit=2").await.expect(200);
    let rest = ids(&buyer, &format!("/market/offers?order=near&limit=2&after={}", first["next"].as_str().unwrap())).await;
    assert_eq!(rest, std::slice::from_ref(&far));
    assert_eq!(ids(&buyer, &format!("/market/offers?within_km={}", km[1] - 1)).await, [near]);
    assert_eq!(ids(&buyer, &format!("/market/offers?within_km={}", km[1])).await.len(), 3);
    assert_eq!(ids(&buyer, &format!("/market/offers?within_km={}&place=cao%20phong", km[1])).await, [farther, far]);
}

#[tokio::test]
async fn those_who_trade_here_see_what_is_wanted_without_price_and_name() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let demand = buyer.post_demand(json!({ "certificates": ["vietgap"], "varieties": ["cam-canh"], "note": "Gọi 0912345678" })).await;
    buyer.post_demand(json!({ "product": "buoi", "weeks": [{ "week": "2026-11-30", "kg": "90" }] })).await;
    let supplier = app.cooperative("HTX Cam 1").await;
    let page = supplier.get("/market/demands").await.expect(200);
    let km = page["items"][0]["distance_km"].clone();
    let shown = json!({
        "id": demand["id"], "product": { "slug": "cam", "name_vi": "Cam", "name_en": "Oranges" }, "varieties": demand["varieties"],
        "min_grade": "second", "kg_left": "9000", "window": { "from": "2026-11-30", "to": "2026-12-20" },
        "old_district": demand["delivery"]["old_district"], "province": "Hà Nội", "distance_km": km, "certificates": ["vietgap"], "preferred": [],
        "dues": { "deposit_percent": 0, "deposit_days": 0, "retention_percent": 0, "retention_days": 0 },
    });
    assert_eq!(page, json!({ "items": [shown], "next": null }));
    let found = async |query: &str| !ids(&supplier, &format!("/market/demands?{query}")).await.is_empty();
    assert!(found("certificates=vietgap,organic").await && !found("certificates=organic").await, "papers it would ask for");
    assert!(found("variety=cam-canh").await && !found("variety=cam-sanh").await);
    assert!(found("from=2026-12-20").await && !found("from=2026-12-21").await);
    assert_eq!(app.visitor().get("/market/demands").await.problem(), "401 sign_in");
    assert_eq!(app.operator().await.get("/market/demands").await.problem(), "403 forbidden");
}

#[tokio::test]
async fn the_map_adds_up_provinces() {
    let app = TestApp::new().await;
    let (manager, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 1").await);
    manager.post_offer(json!({})).await;
    manager.post_offer(json!({ "kg_total": "5050" })).await;
    buyer.post_demand(json!({})).await;
    let row = async |who: &support::Client, query: &str, code: &str| {
        let map = who.get(&format!("/market/map{query}")).await.expect(200);
        assert_eq!(map["provinces"].as_array().unwrap().len(), 34);
        map["provinces"].as_array().unwrap().iter().find(|row| row["code"] == code).unwrap().clone()
    };
    let phu_tho = json!({ "code": "25", "name": "Phú Thọ", "offers": 2, "kg_offered": "17000", "demands": null, "kg_demanded": null });
    assert_eq!(row(&app.visitor(), "", "25").await, phu_tho);
    let ha_noi = json!({ "code": "01", "name": "Hà Nội", "offers": 0, "kg_offered": "0", "demands": 1, "kg_demanded": "9000" });
    assert_eq!(row(&manager, "?product=cam", "01").await, ha_noi);
    assert_eq!(row(&manager, "?product=buoi", "25").await["offers"], 0);
}
