//! "My variety is not here": from the picker to the office's answer, and back to everybody who asked.
use super::office::{VARIETIES, terms};
use serde_json::{Value, json};
use support::posts::changed;
use support::{Client, TestApp};

const REQUESTS: &str = "/variety-requests";

/// The kinds of a person's notices about varieties, newest first.
async fn told(person: &Client) -> Vec<String> {
    let notices = person.get("/notices").await.expect(200);
    let kinds = notices["items"].as_array().expect("items").iter().map(|notice| notice["kind"].as_str().expect("a kind").to_owned());
    kinds.filter(|kind| kind.starts_with("variety_")).collect()
}

fn path(request: &Value, verb: &str) -> String {
    format!("/officer/variety-requests/{}/{verb}", request["id"].as_str().expect("an id"))
}

#[tokio::test]
async fn who_asks_for_the_same_joins_and_all_of_them_get_the_variety() {
    let app = TestApp::new().await;
    let (one, other, officer) = (app.cooperative("HTX Cam 1").await, app.cooperative("HTX Cam 2").await, app.officer().await);
    let first = one.post_once(REQUESTS, "xin-giong-1", json!({ "name": "Cam Bù", "note": "Trồng ở Hương Sơn" })).await.expect(201);
    let again = one.post_once(REQUESTS, "xin-giong-1", json!({ "name": "Cam Bù", "note": "Trồng ở Hương Sơn" })).await.expect(201);
    let joined = other.post(REQUESTS, json!({ "name": "cam bù", "local_name": "cam Sen" })).await.expect(201);
    one.post(REQUESTS, json!({ "name": "CAM BÙ" })).await.expect(201);
    assert_eq!((&first["id"], &first["id"]), (&again["id"], &joined["id"]));
    assert_eq!(joined["asked"]["name"], "cam bù", "each organisation sees what it wrote itself");
    assert_eq!(told(&officer).await, ["variety_asked", "variety_asked"], "once for each organisation");

    let queue = officer.get("/officer/variety-requests").await.expect(200);
    assert_eq!((queue["items"].as_array().unwrap().len(), &queue["items"][0]["name"]), (1, &json!("Cam Bù")));
    let voices: Vec<_> = queue["items"][0]["voices"].as_array().unwrap().iter().map(|voice| voice["organisation"].clone()).collect();
    assert_eq!(voices, ["HTX Cam 1", "HTX Cam 2"]);

    let body = json!({ "terms": changed(terms(), json!({ "also": ["cam Sen"] })), "request": first["id"], "reason": "Hai HTX xin" });
    officer.post(VARIETIES, body.clone()).await.expect(201);
    for asked in [&one, &other] {
        let own = asked.get(REQUESTS).await.expect(200);
        assert_eq!((&own["items"][0]["status"], &own["items"][0]["variety"]["slug"]), (&json!("taken"), &json!("cam-bu")));
        assert_eq!(told(asked).await, ["variety_taken"]);
    }
    let late = changed(body, json!({ "terms": changed(terms(), json!({ "name_vi": "Cam Bù 2" })) }));
    assert_eq!(officer.post(VARIETIES, late).await.problem(), "409 variety_request_answered");
    let found = one.get("/catalogue/search?q=cam%20sen").await.expect(200);
    assert_eq!(found["items"][0]["slug"], "cam-bu");
    assert_eq!(one.post(REQUESTS, json!({ "name": "cam sen" })).await.problem(), "422 invalid [name: variety_known]");
}

/// A pineapple and a coconut.
#[tokio::test]
async fn names_that_differ_by_their_marks_are_two_requests() {
    let app = TestApp::new().await;
    let (one, other) = (app.cooperative("HTX Cam 1").await, app.cooperative("HTX Cam 2").await);
    let asked = async |who: &support::Client, name: &str| who.post(REQUESTS, json!({ "name": name })).await.expect(201)["id"].clone();
    let (pineapple, coconut) = (asked(&one, "Dứa ta").await, asked(&other, "Dừa ta").await);
    assert_ne!(pineapple, coconut);
    assert_eq!(asked(&other, "dứa TA").await, pineapple);
    assert_eq!(asked(&other, "du\u{301}\u{31b}a ta").await, pineapple, "however its letters are put together");
}

#[tokio::test]
async fn a_request_may_be_a_name_of_what_is_there_or_be_refused() {
    let app = TestApp::new().await;
    let (seller, buyer, officer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Cty 1").await, app.officer().await);
    let request = buyer.post(REQUESTS, json!({ "name": "Cam Tết", "local_name": "cam đỏ" })).await.expect(201);
    assert_eq!(seller.post(&path(&request, "refuse"), json!({ "reason": "x" })).await.problem(), "403 forbidden");
    let unknown = officer.post(&path(&request, "take-up"), json!({ "variety": "cam-la" })).await;
    assert_eq!(unknown.problem(), "422 invalid [variety: variety_unknown]");
    let taken = officer.post(&path(&request, "take-up"), json!({ "variety": "cam-canh", "reason": "Là Cam Canh" })).await;
    assert_eq!(taken.status, 204, "{}", taken.json);
    let found = seller.get("/catalogue/search?q=cam%20tet").await.expect(200);
    assert_eq!(found["items"][0]["slug"], "cam-canh");
    let file = officer.get(&format!("{VARIETIES}/cam-canh")).await.expect(200);
    assert_eq!((&file["version"], &file["history"][0]["reason"]), (&json!(1), &json!("Là Cam Canh")));
    assert!(file["terms"]["also"].as_array().unwrap().contains(&json!("cam đỏ")));
    assert_eq!(officer.post(&path(&request, "refuse"), json!({ "reason": "Chậm" })).await.problem(), "409 variety_request_answered");

    let unclear = seller.post(REQUESTS, json!({ "name": "Quả lạ" })).await.expect(201);
    officer.post(&path(&unclear, "refuse"), json!({ "reason": "Chưa rõ là quả gì" })).await;
    let own = seller.get(REQUESTS).await.expect(200);
    assert_eq!((&own["items"][0]["status"], &own["items"][0]["reason"]), (&json!("refused"), &json!("Chưa rõ là quả gì")));
    assert_eq!(told(&seller).await, ["variety_refused"]);
    assert_eq!(seller.get(REQUESTS).await.expect(200)["items"].as_array().unwrap().len(), 1, "what others asked for is not shown");
    seller.post(REQUESTS, json!({ "name": "Quả lạ" })).await.expect(201);
    assert_eq!(
        officer.get("/officer/variety-requests").await.expect(200)["items"].as_array().unwrap().len(),
        1,
        "a name may be asked for again"
    );
}
