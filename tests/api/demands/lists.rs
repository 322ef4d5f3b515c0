//! A buyer posts a whole list, or none of it.
use serde_json::{Value, json};
use support::TestApp;
use support::people::all;
use support::posts::{changed, demand_line};

/// So many good lines, each with a price of its own.
fn lines(count: usize) -> Vec<Value> {
    (0..count).map(|at| changed(demand_line(), json!({ "bid": 30_000 + at }))).collect()
}

#[tokio::test]
async fn three_hundred_lines_become_three_hundred_demands_and_the_same_list_sent_again_none() {
    let app = TestApp::new().await;
    let director = app.enterprise("Siêu thị 1").await;
    let buyer = app.clerk(&director, "mua-hang-1").await;
    let list = json!({ "lines": lines(300) });
    let checked = buyer.post("/demands/batch/check", list.clone()).await.expect(200);
    assert_eq!(checked, json!({ "good": 300, "errors": [] }));
    assert_eq!(buyer.get("/demands").await.expect(200)["items"], json!([]), "looking posts nothing");

    let posted = buyer.post_once("/demands/batch", "bang-hom-nay", list.clone()).await.expect(201);
    assert_eq!(posted["demands"].as_array().unwrap().len(), 300);
    assert_eq!(buyer.post_once("/demands/batch", "bang-hom-nay", list).await.expect(201), posted);
    let other = buyer.post_once("/demands/batch", "bang-hom-nay", json!({ "lines": lines(2) })).await;
    assert_eq!(other.problem(), "409 idempotency_key_reused");

    let mut demands = all(&director, "/demands").await;
    demands.reverse();
    let prices: Vec<_> = demands.iter().map(|demand| demand["terms"]["bid"].as_i64().unwrap()).collect();
    assert_eq!(prices, (30_000..30_300).collect::<Vec<_>>());
    let ids: Vec<_> = demands.iter().map(|demand| demand["id"].clone()).collect();
    assert_eq!(json!(ids), posted["demands"], "in the order of the lines");
    let first = &demands[0];
    assert_eq!((&first["kg_total"], &first["weeks"][2]["week"]), (&json!("9000"), &json!("2026-12-14")));
    assert_eq!(first["terms"]["delivery_hours"], json!({ "from": "05:00", "to": "07:00" }));
}

#[tokio::test]
async fn one_bad_line_keeps_all_out_and_every_bad_line_is_told_at_once() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let mut list = lines(9);
    for (at, change) in [
        (1, json!({ "kg_per_week": "0" })),
        (2, json!({ "bid": 99 })),
        (3, json!({ "product": "dua-hau-vuong" })),
        (4, json!({ "varieties": ["buoi-do-tan-lac"] })),
        (5, json!({ "to": "2026-11-01" })),
        (6, json!({ "delivery_commune": "99999", "payment_days": 121 })),
        (7, json!({ "surprise": 1 })),
    ] {
        list[at] = changed(list[at].clone(), change);
    }
    list[8] = json!(["không phải một dòng"]);
    let told = [
        "lines.1.kg_per_week: kg_out_of_range",
        "lines.2.bid: price_out_of_range",
        "lines.5.to: window_reversed",
        "lines.6.payment_days: payment_days_out_of_range",
        "lines.7.surprise: unknown_field",
        "lines.8: malformed",
        "lines.3.product: product_unknown",
        "lines.4.varieties.0: variety_of_another_product",
        "lines.6.delivery_commune: commune_unknown",
    ];
    let list = json!({ "lines": list });
    assert_eq!(buyer.post("/demands/batch", list.clone()).await.problem(), format!("422 invalid [{}]", told.join(", ")));
    let checked = buyer.post("/demands/batch/check", list).await.expect(200);
    let errors: Vec<_> =
        checked["errors"].as_array().unwrap().iter().map(|error| text(error, "field") + ": " + &text(error, "code")).collect();
    assert_eq!((&checked["good"], errors), (&json!(1), told.map(str::to_owned).to_vec()));
    assert_eq!(buyer.get("/demands").await.expect(200)["items"], json!([]));
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap().to_owned()
}

/// What is paid ahead and what is kept back, in each line that says so.
#[tokio::test]
async fn a_line_asks_for_a_deposit_and_a_retention_within_their_bounds() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let with = |dues: Value| changed(demand_line(), json!({ "dues": dues }));
    let dues = json!({ "deposit_percent": 20, "deposit_days": 3, "retention_percent": 5, "retention_days": 15 });
    let bad = [
        with(json!({ "deposit_percent": 51, "deposit_days": 31 })),
        with(json!({ "retention_percent": 11, "retention_days": 91 })),
        with(json!({ "deposit_percent": -1 })),
        with(json!({ "deposit": 20 })),
    ];
    let told = [
        "lines.0.dues.deposit_percent: deposit_out_of_range",
        "lines.0.dues.deposit_days: deposit_days_out_of_range",
        "lines.1.dues.retention_percent: retention_out_of_range",
        "lines.1.dues.retention_days: retention_days_out_of_range",
        "lines.2.dues.deposit_percent: malformed",
        "lines.3.dues.deposit: unknown_field",
    ];
    let problem = buyer.post("/demands/batch", json!({ "lines": bad })).await.problem();
    assert_eq!(problem, format!("422 invalid [{}]", told.join(", ")));
    let posted = buyer.post("/demands/batch", json!({ "lines": [with(dues.clone()), demand_line()] })).await.expect(201);
    let terms = async |at: usize| {
        let id = posted["demands"][at].as_str().expect("an id").to_owned();
        buyer.get(&format!("/demands/{id}")).await.expect(200)["terms"]["dues"].clone()
    };
    assert_eq!((terms(0).await, terms(1).await), (dues, Value::Null));
    let words = buyer.get("/demands/words").await.expect(200);
    let columns: Vec<_> = words["columns"].as_array().unwrap().iter().map(|column| text(column, "column")).collect();
    assert!(
        ["deposit_percent", "deposit_days", "retention_percent", "retention_days"].iter().all(|name| columns.contains(&(*name).to_owned()))
    );
}

#[tokio::test]
async fn a_list_has_a_bound_and_belongs_to_verified_buyers() {
    let app = TestApp::new().await;
    let (buyer, cooperative) = (app.enterprise("Siêu thị 1").await, app.cooperative("HTX Cam 1").await);
    for path in ["/demands/batch", "/demands/batch/check"] {
        for count in [0, 501] {
            let reply = buyer.post(path, json!({ "lines": lines(count) })).await;
            assert_eq!(reply.problem(), "422 invalid [lines: lines_out_of_range]", "{path} {count}");
        }
        assert_eq!(cooperative.post(path, json!({ "lines": [{}] })).await.problem(), "403 forbidden");
    }
    let longest = changed(demand_line(), json!({ "note": "Giao cửa sau. ".repeat(100), "certificates": ["vietgap", "attp"] }));
    let most = json!({ "lines": vec![longest; 500] });
    assert!(most.to_string().len() > 800_000);
    assert_eq!(buyer.post("/demands/batch", most).await.expect(201)["demands"].as_array().unwrap().len(), 500);
}

#[tokio::test]
async fn names_are_read_as_people_write_them_or_asked_about() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let typed = json!({
        "goods": ["cam", "CAM CANH", "Cam Canh; cam sành", "cam xã đoài", "Cam Canh, bưởi đỏ Tân Lạc", "máy cày", " "],
        "communes": ["phuong ba dinh, ha noi", "Xã Cao Phong", "Tân Phú", "Thành phố trên mây"],
    });
    let read = buyer.post("/demands/names", typed).await.expect(200);
    let goods: Vec<_> = read["goods"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["product"].clone(), one["varieties"].clone(), one["code"].clone()))
        .collect();
    let none = Value::Null;
    assert_eq!(goods[0], (json!("cam"), json!([]), none.clone()));
    assert_eq!(goods[1], (json!("cam"), json!(["cam-canh"]), none.clone()));
    assert_eq!(goods[2], (json!("cam"), json!(["cam-canh", "cam-sanh"]), none.clone()));
    let codes: Vec<_> = goods[3..].iter().map(|(_, _, code)| code.clone()).collect();
    assert_eq!(json!(codes), json!(["name_ambiguous", "variety_of_another_product", "goods_unknown", "goods_unknown"]));
    let choices = read["goods"][3]["choices"].as_array().unwrap();
    assert!(choices.len() > 1, "{choices:?}");
    let again = buyer.post("/demands/names", json!({ "goods": choices })).await.expect(200);
    assert!(again["goods"].as_array().unwrap().iter().all(|one| one["code"].is_null()), "a choice answers the question: {again}");
    assert_eq!(read["communes"][0]["place"]["commune_code"], "00004");
    assert_eq!((&read["communes"][2]["code"], &read["communes"][3]["code"]), (&json!("commune_ambiguous"), &json!("commune_unknown")));
    let place = read["communes"][2]["choices"][0].as_str().unwrap();
    let again = buyer.post("/demands/names", json!({ "communes": [place] })).await.expect(200);
    assert!(again["communes"][0]["place"].is_object(), "{place}: {again}");

    let many = json!({ "goods": vec!["cam"; 501] });
    assert_eq!(buyer.post("/demands/names", many).await.problem(), "422 invalid [goods: too_many_names]");
    let long = json!({ "communes": ["x".repeat(201)] });
    assert_eq!(buyer.post("/demands/names", long).await.problem(), "422 invalid [communes: text_too_long]");
}

#[tokio::test]
async fn the_words_for_columns_grades_and_certificates_are_those_of_files() {
    let app = TestApp::new().await;
    let words = app.enterprise("Siêu thị 1").await.get("/demands/words").await.expect(200);
    let of = |list: &str, name: &str, value: &str| {
        let found: Vec<_> = words[list].as_array().unwrap().iter().filter(|one| one[name] == value).collect();
        assert!(!found.is_empty(), "{list} {value}");
        found
            .iter()
            .flat_map(|one| one["words"].as_array().unwrap().clone())
            .map(|word| word.as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert!(of("columns", "column", "kg_per_week").contains(&"khoi luong moi tuan".to_owned()));
    assert!(of("columns", "column", "delivery_commune").contains(&"noi nhan".to_owned()));
    assert!(of("grades", "value", "first").contains(&"loai i".to_owned()));
    assert!(of("certificates", "value", "attp").contains(&"vsattp".to_owned()));
    assert_eq!(app.operator().await.get("/demands/words").await.problem(), "403 forbidden");
}
