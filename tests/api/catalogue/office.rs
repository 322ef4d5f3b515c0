//! Varieties that the office adds, renames and lets rest.
use crate::imports::offers::{send, told};
use serde_json::{Value, json};
use support::process::{Server, call};
use support::{Client, TestApp};
use web::reference::catalogue::{self, Catalogue, Written};

pub const VARIETIES: &str = "/officer/catalogue/varieties";

/// A mandarin that the list does not have.
pub fn terms() -> Value {
    json!({
        "product": "cam", "name_vi": "Cam Bù", "name_en": "Bù mandarin", "also": ["cam bù Hương Sơn"],
        "season": [{ "from": 49, "to": 8 }], "unit": "kg", "unit_kg_min": "1", "unit_kg_max": "1", "resting": false,
    })
}

fn with(mut terms: Value, changes: &[(&str, Value)]) -> Value {
    for (field, value) in changes {
        terms[*field] = value.clone();
    }
    terms
}

async fn found(person: &Client, typed: &str) -> Vec<String> {
    let found = person.get(&format!("/catalogue/search?q={typed}")).await.expect(200);
    found["items"].as_array().expect("items").iter().map(|item| item["slug"].as_str().expect("a slug").to_owned()).collect()
}

#[tokio::test]
async fn a_variety_that_is_added_is_found_posted_and_traded_at_once() {
    let app = TestApp::new().await;
    let (seller, buyer, officer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Cty 1").await, app.officer().await);
    let body = json!({
        "terms": with(terms(), &[("name_vi", json!("Hồng Nhân Hậu")), ("also", json!(["hồng không hạt"]))]),
        "new_product": { "name_vi": "Hồng", "name_en": "Persimmons", "freight_class": "fruit" }, "reason": "HTX Nhân Hậu cần đăng",
    });
    assert_eq!(seller.post(VARIETIES, body.clone()).await.problem(), "403 forbidden");
    let file = officer.post_once(VARIETIES, "them-giong-1", body.clone()).await.expect(201);
    let again = officer.post_once(VARIETIES, "them-giong-1", body.clone()).await.expect(201);
    assert_eq!(file["variety"], again["variety"], "a repeated request adds nothing");
    assert_eq!((&file["variety"]["slug"], &file["variety"]["product"]), (&json!("hong-nhan-hau"), &json!("hong")));
    let taken = "422 invalid [new_product.name_vi: product_name_taken, terms.name_vi: variety_name_taken]";
    assert_eq!(officer.post(VARIETIES, body).await.problem(), taken);

    assert_eq!(found(&app.visitor(), "hong%20khong%20hat").await, ["hong-nhan-hau"]);
    let names = buyer.post("/demands/names", json!({ "goods": ["hồng không hạt"] })).await.expect(200);
    assert_eq!(names["goods"][0]["varieties"], json!(["hong-nhan-hau"]));
    seller.post_offer(json!({ "variety": "hong-nhan-hau" })).await;
    buyer.post_demand(json!({ "product": "hong", "varieties": ["hong-nhan-hau"] })).await;
    let round = officer.post("/rounds", json!({})).await.expect(201);
    assert_eq!(round["proposals"], 1);
    let shown = officer.get(&format!("/rounds/{}", round["id"].as_str().expect("an id"))).await.expect(200);
    assert_eq!(shown["groups"][0]["product"]["name_vi"], "Hồng", "{shown}");
    let list = seller.get("/exports?kind=offers&format=csv").await;
    assert!(String::from_utf8_lossy(&list.bytes).contains("Hồng Nhân Hậu"));

    // A process that starts later knows it as well.
    let server = Server::start(app.app.config.database_url.expose(), &[], &["--no-worker"]).await;
    let answer = call(server.address, "GET", "/catalogue/search?q=hong%20nhan%20hau", &[], &Value::Null).await.expect("an answer");
    assert_eq!(answer.json["items"][0]["name_vi"], "Hồng Nhân Hậu");
    server.stop();
}

#[tokio::test]
async fn a_worker_of_its_own_hears_of_a_variety_before_the_round() {
    let app = TestApp::new().await;
    let officer = app.officer().await;
    officer.post(VARIETIES, json!({ "terms": terms(), "reason": "Mùa mới" })).await.expect(201);
    // As a process stands that started before.
    catalogue::install(Catalogue::with(Written::default()));
    assert!(found(&app.visitor(), "cam%20bu").await.is_empty());
    web::jobs::tick(&app.app).await;
    assert_eq!(found(&app.visitor(), "cam%20bu").await, ["cam-bu"]);
}

#[tokio::test]
async fn a_variety_that_rests_takes_nothing_new_and_keeps_what_it_has() {
    let app = TestApp::new().await;
    let (seller, officer) = (app.cooperative("HTX Cam 1").await, app.officer().await);
    let offer = seller.post_offer(json!({})).await;
    let path = format!("{VARIETIES}/cam-canh");
    let file = officer.get(&path).await.expect(200);
    assert_eq!((&file["version"], &file["history"]), (&json!(0), &json!([])));
    let resting = with(file["terms"].clone(), &[("resting", json!(true))]);
    let change = json!({ "version": 0, "terms": resting, "reason": "Sâu bệnh" });
    officer.put(&path, change.clone()).await.expect(200);
    let late = officer.put(&path, change).await;
    assert_eq!((late.problem().as_str(), &late.json["current"]["version"]), ("409 stale", &json!(1)));

    assert!(!found(&seller, "cam%20canh").await.contains(&"cam-canh".to_owned()));
    let catalogue = seller.get("/catalogue").await.expect(200);
    let cam = catalogue["products"].as_array().expect("products").iter().find(|product| product["slug"] == "cam").expect("cam");
    let canh = cam["varieties"].as_array().expect("varieties").iter().find(|variety| variety["slug"] == "cam-canh").expect("cam-canh");
    assert_eq!(canh["resting"], true, "what is posted is still called by its name");
    assert_eq!(seller.try_offer(json!({})).await.problem(), "422 invalid [variety: variety_resting]");
    let edit = json!({ "version": 1, "terms": support::posts::changed(support::posts::offer_terms(), json!({ "ask": 26_000 })) });
    seller.put(&format!("/offers/{}", offer["id"].as_str().expect("an id")), edit).await.expect(200);
    let buyer = app.enterprise("Cty 1").await;
    let asked = buyer.try_demand(json!({ "varieties": ["cam-canh"] })).await;
    assert_eq!(asked.problem(), "422 invalid [varieties.0: variety_resting]");

    let list = "Giống,Phẩm cấp,Khối lượng (kg),Mỗi tuần (kg),Từ ngày,Đến ngày,Đơn giá,Thanh toán,Xã\n\
                Cam Canh,Loại 1,5000,5000,30/11/2026,20/12/2026,22500,30,05089\n";
    let import = send(&seller, "offers", list.as_bytes()).await;
    let rows = told(&seller, &import).await;
    assert!(rows.contains("review") && rows.contains("variety_resting"), "{rows}");
}

#[tokio::test]
async fn every_change_says_who_and_why_and_the_phones_hear_of_it() {
    let app = TestApp::new().await;
    let (officer, visitor) = (app.officer().await, app.visitor());
    let path = format!("{VARIETIES}/cam-v2");
    let kept = visitor.get("/catalogue").await;
    let tag = kept.headers["etag"].to_str().expect("a tag").to_owned();
    let asked =
        async |tag: &str| visitor.send(axum::http::Method::GET, "/catalogue", None, &[("if-none-match", tag)]).await.status.as_u16();
    assert_eq!(asked(&tag).await, 304);

    let terms = officer.get(&path).await.expect(200)["terms"].clone();
    let words = with(terms.clone(), &[("also", json!(["cam muộn Hà Giang"])), ("season", json!([{ "from": 3, "to": 20 }]))]);
    let change = |version: i64, terms: &Value| json!({ "version": version, "terms": terms, "reason": "Theo bà con Hà Giang" });
    let file = officer.put(&path, change(0, &words)).await.expect(200);
    assert_eq!((&file["history"][0]["by"], &file["history"][0]["reason"]), (&json!("can-bo"), &json!("Theo bà con Hà Giang")));
    assert_eq!(file["shipped"]["name_vi"], terms["name_vi"]);
    assert_eq!(file["variety"]["season"], json!([{ "from": 3, "to": 20 }]));
    assert_eq!(asked(&tag).await, 200);
    assert_eq!(found(&visitor, "cam%20muon%20ha%20giang").await, ["cam-v2"]);
    assert!(found(&visitor, "cam%20valencia%202").await.is_empty(), "a name that was taken away finds nothing");

    assert_eq!(officer.put(&path, change(1, &words)).await.problem(), "409 variety_unchanged");
    let moved = with(words.clone(), &[("product", json!("quyt"))]);
    assert_eq!(officer.put(&path, change(1, &moved)).await.problem(), "409 variety_product_fixed [product: variety_product_fixed]");
    let named = with(words.clone(), &[("name_vi", json!("cam canh"))]);
    assert_eq!(officer.put(&path, change(1, &named)).await.problem(), "422 invalid [terms.name_vi: variety_name_taken]");
    let never = with(words, &[("season", json!([]))]);
    assert_eq!(officer.put(&path, change(1, &never)).await.problem(), "422 invalid [terms.season: season_empty]");
    assert_eq!(officer.get(&format!("{VARIETIES}/cam-la")).await.problem(), "404 not_found");
}
