//! A supermarket fills one form for its stores.
use serde_json::{Value, json};
use support::TestApp;
use support::posts::{changed, demand_terms};

fn points() -> Value {
    json!([
        { "delivery_commune": "00004", "kg": "1500", "note": "Cửa hàng Ba Đình" },
        { "delivery_commune": "00331", "kg": "1000" },
        { "delivery_commune": "00331", "kg": "499", "note": "Cửa sau" },
    ])
}

fn form() -> Value {
    json!({ "terms": demand_terms(), "points": points() })
}

fn path(id: &Value) -> String {
    format!("/demands/{}", id.as_str().unwrap())
}

#[tokio::test]
async fn three_stores_become_three_demands_that_know_each_other() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let posted = buyer.post_once("/demands/points", "ba-cua-hang", form()).await.expect(201);
    assert_eq!(buyer.post_once("/demands/points", "ba-cua-hang", form()).await.expect(201), posted);
    let other = changed(form(), json!({ "points": [points()[0]] }));
    assert_eq!(buyer.post_once("/demands/points", "ba-cua-hang", other).await.problem(), "409 idempotency_key_reused");

    let ids = posted["demands"].as_array().unwrap();
    let list = buyer.get("/demands").await.expect(200);
    let items = list["items"].as_array().unwrap();
    assert_eq!((ids.len(), items.len()), (3, 3));
    let second = buyer.get(&path(&ids[1])).await.expect(200);
    assert!(items.contains(&second), "the list shows what the page shows");
    // 3,000 kg a week for 2,999 kg of stores: the kilogram too many goes to one of them.
    let first = buyer.get(&path(&ids[0])).await.expect(200);
    let weeks = |demand: &Value| demand["weeks"].as_array().unwrap().iter().map(|week| week["kg"].clone()).collect::<Vec<_>>();
    assert_eq!(weeks(&first), ["1500", "1500", "1500"]);
    assert_eq!(weeks(&second), ["1000", "1000", "1000"]);
    assert_eq!(first["terms"]["note"], "Cửa hàng Ba Đình");

    let offer = app.cooperative("HTX Cam 1").await.post_offer(json!({})).await;
    app.hold(&offer, &second, &[("2026-11-30", "700")]).await;
    let group = &buyer.get(&path(&ids[2])).await.expect(200)["group"];
    assert_eq!((&group["kg_total"], &group["kg_held"]), (&json!("9000"), &json!("700")));
    let each: Vec<_> =
        group["points"].as_array().unwrap().iter().map(|point| (&point["id"], &point["kg_total"], &point["kg_held"])).collect();
    assert_eq!(
        each,
        [(&ids[0], &json!("4500"), &json!("0")), (&ids[1], &json!("3000"), &json!("700")), (&ids[2], &json!("1500"), &json!("0")),]
    );
}

/// Suppliers see how far each store is from them, near ones first, and what is proposed for a store is reckoned to that store.
#[tokio::test]
async fn each_store_is_as_far_as_it_is() {
    let app = TestApp::new().await;
    let (buyer, supplier) = (app.enterprise("Siêu thị 1").await, app.cooperative("HTX Cam 1").await);
    let stores = json!([{ "delivery_commune": "00004", "kg": "1500" }, { "delivery_commune": "05089", "kg": "1500" }]);
    let posted = buyer.post("/demands/points", json!({ "terms": demand_terms(), "points": stores })).await.expect(201);
    let (far, near) = (posted["demands"][0].clone(), posted["demands"][1].clone());
    let found = async |query: &str| {
        let page = supplier.get(&format!("/market/demands?{query}")).await.expect(200);
        page["items"].as_array().unwrap().iter().map(|item| (item["id"].clone(), item["distance_km"].as_u64())).collect::<Vec<_>>()
    };
    // The cooperative is in the commune of the second store.
    let all = found("order=near").await;
    assert_eq!(all.iter().map(|(id, _)| id).collect::<Vec<_>>(), [&near, &far]);
    assert!(all[0].1 == Some(0) && all[1].1 > Some(50), "{all:?}");
    assert_eq!(found("within_km=20").await, all[..1]);
    let map = supplier.get("/market/map").await.expect(200);
    let asking = map["provinces"].as_array().unwrap().iter().filter(|province| province["demands"] == 1);
    assert_eq!(asking.map(|province| &province["kg_demanded"]).collect::<Vec<_>>(), ["4500", "4500"]);

    supplier.post_offer(json!({})).await;
    app.officer().await.post("/rounds", json!({})).await.expect(201);
    let mut roads = Vec::new();
    for store in [&near, &far] {
        let compared = buyer.get(&format!("{}/proposals?order=distance", path(store))).await.expect(200);
        roads.extend(compared["items"].as_array().unwrap().iter().map(|item| item["road_km"].as_u64()));
    }
    assert!(roads.len() == 2 && roads[0] < roads[1], "one offer, two roads: {roads:?}");
}

#[tokio::test]
async fn one_point_or_all_of_them_are_withdrawn_and_each_is_edited_by_itself() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let ids = buyer.post("/demands/points", form()).await.expect(201)["demands"].clone();
    let alone = buyer.post_demand(json!({})).await;
    let edited = changed(demand_terms(), json!({ "bid": 35_000 }));
    let view = buyer.put(&path(&ids[0]), json!({ "version": 1, "terms": edited })).await.expect(200);
    assert_eq!((&view["terms"]["bid"], &view["group"]["kg_total"]), (&json!(35_000), &json!("13500")));
    assert_eq!(buyer.get(&path(&ids[1])).await.expect(200)["terms"]["bid"], 34_000);

    let one = buyer.post(&format!("{}/withdraw", path(&ids[1])), json!({ "version": 1 })).await.expect(200);
    assert_eq!((&one["group"]["kg_total"], &one["group"]["points"][1]["status"]), (&json!("10500"), &json!("withdrawn")));
    let stranger = app.enterprise("Siêu thị 2").await;
    assert_eq!(stranger.post(&format!("{}/withdraw-all", path(&ids[2])), json!({})).await.problem(), "404 not_found");
    let all = buyer.post(&format!("{}/withdraw-all", path(&ids[2])), json!({})).await.expect(200);
    let states: Vec<_> = all["group"]["points"].as_array().unwrap().iter().map(|point| point["status"].clone()).collect();
    assert_eq!(json!(states), json!(["withdrawn", "withdrawn", "withdrawn"]));
    assert_eq!(buyer.post(&format!("{}/withdraw-all", path(&ids[2])), json!({})).await.expect(200), all, "twice is harmless");
    assert_eq!(buyer.get(&path(&alone["id"])).await.expect(200), alone, "what stands alone stays");
    let withdrawn = buyer.post(&format!("{}/withdraw-all", path(&alone["id"])), json!({})).await.expect(200);
    assert_eq!((&withdrawn["status"], &withdrawn["group"]), (&json!("withdrawn"), &Value::Null));
}

#[tokio::test]
async fn one_bad_point_keeps_all_out_and_every_fault_names_its_point() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let bad = json!([
        { "delivery_commune": "00004", "kg": "0" },
        { "delivery_commune": "99999", "kg": "1000" },
        { "delivery_commune": "00004", "kg": "1000.5" },
    ]);
    let terms = changed(demand_terms(), json!({ "payment_days": 121, "product": "dua-hau-vuong" }));
    let told = [
        "terms.payment_days: payment_days_out_of_range",
        "points.0.kg: kg_out_of_range",
        "points.2.kg: kg_not_whole",
        "terms.product: product_unknown",
        "points.1.delivery_commune: commune_unknown",
    ];
    let problem = buyer.post("/demands/points", json!({ "terms": terms, "points": bad })).await.problem();
    assert_eq!(problem, format!("422 invalid [{}]", told.join(", ")));
    for count in [0, 10] {
        let many = vec![points()[0].clone(); count];
        let problem = buyer.post("/demands/points", json!({ "terms": demand_terms(), "points": many })).await.problem();
        assert_eq!(problem, "422 invalid [points: points_out_of_range]");
    }
    let few = json!([{ "delivery_commune": "00004", "kg": "1" }, { "delivery_commune": "00004", "kg": "100000" }]);
    let problem = buyer.post("/demands/points", json!({ "terms": demand_terms(), "points": few })).await.problem();
    assert_eq!(problem, "422 invalid [points.0.kg: point_without_goods]");
    let missing = json!([{ "delivery_commune": "00004" }]);
    let problem = buyer.post("/demands/points", json!({ "terms": demand_terms(), "points": missing })).await.problem();
    assert_eq!(problem, "422 invalid [points.0.kg: missing]");
    assert_eq!(buyer.get("/demands").await.expect(200)["items"], json!([]));
    let cooperative = app.cooperative("HTX Cam 1").await;
    assert_eq!(cooperative.post("/demands/points", form()).await.problem(), "403 forbidden");
    let alone = buyer.post("/demands/points", json!({ "terms": demand_terms(), "points": [points()[0]] })).await.expect(201);
    assert_eq!(buyer.get(&path(&alone["demands"][0])).await.expect(200)["group"], Value::Null);
}

fn common(changes: Value) -> Value {
    let terms = json!({ "min_grade": "second", "certificates": ["vietgap"], "preferred": [{ "attribute": "organic", "premium": 500 }],
        "bid": 31_000, "payment_days": 45, "max_suppliers": 3 });
    changed(terms, changes)
}

/// One is withdrawn and stays; of the others all change or none.
#[tokio::test]
async fn what_points_have_in_common_is_changed_for_all_open_ones_or_for_none() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let ids = buyer.post("/demands/points", form()).await.expect(201)["demands"].clone();
    buyer.post(&format!("{}/withdraw", path(&ids[2])), json!({})).await.expect(200);
    let before = buyer.get(&path(&ids[1])).await.expect(200);
    let seen = |versions: [i64; 2]| json!([{ "id": ids[1], "version": versions[1] }, { "id": ids[0], "version": versions[0] }]);
    let put = async |points: Value, terms: Value| {
        buyer.put(&format!("{}/common", path(&ids[0])), json!({ "points": points, "terms": terms })).await
    };

    assert_eq!(put(seen([1, 7]), common(json!({}))).await.problem(), "409 stale");
    let less = json!([{ "id": ids[0], "version": 1 }]);
    assert_eq!(put(less, common(json!({}))).await.problem(), "409 stale", "a point that was not seen");
    assert_eq!(
        put(seen([1, 1]), common(json!({ "payment_days": 121 }))).await.problem(),
        "422 invalid [terms.payment_days: payment_days_out_of_range]"
    );
    let sizes = json!({ "quality": { "sizes": ["99"] } });
    assert_eq!(
        put(seen([1, 1]), common(sizes)).await.problem(),
        "422 invalid [points.1.quality.sizes.0: size_code_unknown, points.0.quality.sizes.0: size_code_unknown]"
    );

    // Two suppliers hold something of the first point: counted as it was sent, it is the second.
    for name in ["HTX Cam 1", "HTX Cam 2"] {
        let offer = app.cooperative(name).await.post_offer(json!({})).await;
        app.hold(&offer, &buyer.get(&path(&ids[0])).await.expect(200), &[("2026-11-30", "500")]).await;
    }
    let refused = put(seen([1, 1]), common(json!({ "max_suppliers": 1 }))).await;
    assert_eq!(refused.problem(), "409 below_promised_suppliers [points.1.max_suppliers: below_promised_suppliers]");
    assert_eq!(buyer.get(&path(&ids[1])).await.expect(200)["terms"], before["terms"], "nothing changed anywhere");

    let done = put(seen([1, 1]), common(json!({}))).await.expect(200);
    assert_eq!((&done["terms"]["bid"], &done["version"]), (&json!(31_000), &json!(2)));
    let other = buyer.get(&path(&ids[1])).await.expect(200);
    assert_eq!((&other["terms"]["payment_days"], &other["terms"]["certificates"]), (&json!(45), &json!(["vietgap"])));
    assert_eq!(
        (&other["weeks"], &other["delivery"], &other["terms"]["note"]),
        (&before["weeks"], &before["delivery"], &before["terms"]["note"])
    );
    let gone = buyer.get(&path(&ids[2])).await.expect(200);
    assert_eq!((&gone["terms"]["bid"], &gone["status"]), (&json!(34_000), &json!("withdrawn")));
}

/// What is not sent stays as it is at each point, and a point that has all of it already is left alone.
#[tokio::test]
async fn a_field_that_is_not_sent_stays_each_points_own() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let ids = buyer.post("/demands/points", form()).await.expect(201)["demands"].clone();
    let own = changed(demand_terms(), json!({ "bid": 40_000, "min_grade": "second", "payment_days": 45, "certificates": ["vietgap"] }));
    let edited = buyer.put(&path(&ids[1]), json!({ "version": 1, "terms": own })).await.expect(200);
    buyer.post(&format!("{}/withdraw", path(&ids[2])), json!({})).await.expect(200);
    let seen = |versions: [i64; 2]| json!([{ "id": ids[0], "version": versions[0] }, { "id": ids[1], "version": versions[1] }]);
    let put = async |points: Value, terms: Value| {
        buyer.put(&format!("{}/common", path(&ids[2])), json!({ "points": points, "terms": terms })).await
    };
    // Also from the page of a point that was withdrawn.
    put(seen([1, 2]), json!({ "payment_days": 45 })).await.expect(200);
    let first = buyer.get(&path(&ids[0])).await.expect(200);
    assert_eq!((&first["terms"]["bid"], &first["terms"]["payment_days"], &first["version"]), (&json!(34_000), &json!(45), &json!(2)));
    let second = buyer.get(&path(&ids[1])).await.expect(200);
    assert_eq!((&second["terms"], &second["version"]), (&edited["terms"], &json!(2)), "had it already");
    assert_eq!(buyer.get(&path(&ids[2])).await.expect(200)["terms"]["payment_days"], 30);

    // VietGAP is required at the second point alone, where nobody can pay more for it.
    let premium = json!({ "preferred": [{ "attribute": "vietgap", "premium": 500 }] });
    let refused = put(seen([2, 2]), premium).await.problem();
    assert!(refused.starts_with("422 invalid ["), "{refused}");
    let paper = json!({ "certificates": [], "bid": 41_000 });
    put(seen([2, 2]), paper).await.expect(200);
    let second = buyer.get(&path(&ids[1])).await.expect(200);
    assert_eq!(
        (&second["terms"]["bid"], &second["terms"]["min_grade"], &second["terms"]["certificates"]),
        (&json!(41_000), &json!("second"), &json!([]))
    );
    assert_eq!(put(seen([2, 3]), json!({ "bid": 42_000 })).await.status, 409, "the versions on the screen count");
}

/// Two stores in one ward: whoever brings the goods reads which one, on the proposal and in the contract, and nobody on the market does.
#[tokio::test]
async fn two_stores_in_one_ward_are_two_places() {
    let app = TestApp::new().await;
    let (buyer, supplier) = (app.enterprise("Siêu thị 1").await, app.cooperative("HTX Cam 1").await);
    let stores = json!([
        { "delivery_commune": "00331", "kg": "1500", "note": "Cửa hàng Lĩnh Nam, cổng sau" },
        { "delivery_commune": "00331", "kg": "1000", "note": "Cửa hàng Tam Trinh" },
        { "delivery_commune": "00331", "kg": "500" },
    ]);
    let terms = changed(demand_terms(), json!({ "note": "Giao trong thùng 10 kg" }));
    let posted = buyer.post("/demands/points", json!({ "terms": terms, "points": stores })).await.expect(201);
    supplier.post_offer(json!({ "note": "Xe 5 tấn vào được" })).await;
    let market = supplier.get("/market/demands").await.expect(200).to_string();
    assert!(!market.contains("Lĩnh Nam") && !market.contains("thùng 10 kg"), "{market}");
    app.officer().await.post("/rounds", json!({})).await.expect(201);

    let listed = supplier.get("/proposals").await.expect(200);
    let mut docks = Vec::new();
    for demand in posted["demands"].as_array().unwrap() {
        let row = listed["items"].as_array().unwrap().iter().find(|row| row["demand"] == *demand).expect("a proposal for each store");
        let proposal = format!("/proposals/{}", row["id"].as_str().unwrap());
        let seen = supplier.get(&proposal).await.expect(200);
        assert!(seen["demand_note"].as_str().unwrap().ends_with("Giao trong thùng 10 kg"), "{seen}");
        assert_eq!(buyer.get(&proposal).await.expect(200)["offer_note"], "Xe 5 tấn vào được");
        let accept = json!({ "revision": 1 });
        supplier.post(&format!("{proposal}/accept"), accept.clone()).await.expect(200);
        let agreed = buyer.post(&format!("{proposal}/accept"), accept).await.expect(200);
        let contract = supplier.get(&format!("/contracts/{}", agreed["contract"].as_str().unwrap())).await.expect(200);
        docks.push((seen["delivery_line"].clone(), contract["terms"]["places"]["dock"].as_str().expect("a dock").to_owned()));
    }
    let ward = &docks[2].1;
    assert_eq!(docks[0], (json!("Cửa hàng Lĩnh Nam, cổng sau"), format!("Cửa hàng Lĩnh Nam, cổng sau, {ward}")));
    assert_eq!(docks[1], (json!("Cửa hàng Tam Trinh"), format!("Cửa hàng Tam Trinh, {ward}")));
    assert_eq!((&docks[2].0, ward.contains("Giao")), (&Value::Null, false), "what the form says everywhere is no place");
}
