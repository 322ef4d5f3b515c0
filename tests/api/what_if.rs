//! "What if": what the last round's book would have taken of a post with another price, other weeks, another paper.
use serde_json::{Value, json};
use support::people::PASSWORD;
use support::{Client, TestApp};

/// Three cooperatives that sell all they have, four enterprises that want more, and one cooperative that asks too much. A round ran.
async fn market(app: &TestApp) -> (Client, String) {
    for number in 1..=3 {
        app.cooperative(&format!("HTX Cam {number}")).await.post_offer(json!({ "kg_total": "9000" })).await;
    }
    for number in 1..=4 {
        app.enterprise(&format!("Cty {number}")).await.post_demand(json!({})).await;
    }
    let dear = app.cooperative("HTX Đắt 4").await;
    let offer = dear.post_offer(json!({ "kg_total": "9000", "ask": 34_000 })).await["id"].as_str().unwrap().to_owned();
    app.officer().await.post("/rounds", json!({})).await.expect(201);
    (dear, format!("/offers/{offer}/what-if"))
}

/// The lowest price that can be asked about.
fn least(choices: &Value) -> i64 {
    choices["prices"][0].as_i64().unwrap()
}

#[tokio::test]
async fn a_manager_asks_what_a_lower_price_would_have_sold() {
    let app = TestApp::new().await;
    let (dear, path) = market(&app).await;
    let choices = dear.get(&path).await.expect(200);
    assert_eq!((&choices["left"], choices["prices"].as_array().unwrap().len(), &choices["asked"]), (&json!(20), 20, &json!([])));
    assert!(choices["papers"].as_array().unwrap().contains(&json!("vietgap")) && choices["round"].is_string());

    let lower = json!({ "price": least(&choices) });
    let told = dear.post(&path, lower.clone()).await.expect(200);
    let answer = &told["answer"];
    assert_eq!((&answer["kind"], &answer["fit"]), (&json!("taken"), &json!("three_to_five")), "{told}");
    assert_eq!((&answer["kg_at_least"], &answer["kg_at_most"], &answer["reason"]), (&json!("9000"), &json!("9000"), &Value::Null));
    assert!(answer["price"]["low"].as_i64().unwrap() >= least(&choices), "{answer}");
    let same = dear.post(&path, json!({ "weeks": 40, "price": least(&choices) })).await;
    assert_eq!(same.problem(), "422 invalid [weeks: what_if_weeks]");

    let late = dear.post(&path, json!({ "weeks": 8, "price": least(&choices) })).await.expect(200);
    assert_eq!((&late["answer"]["kind"], &late["answer"]["reason"]["obstacle"]["kind"]), (&json!("nobody"), &json!("windows_do_not_meet")));
    dear.post(&path, lower).await.expect(200);
    let after = dear.get(&path).await.expect(200);
    assert_eq!((&after["left"], &after["asked"]), (&json!(18), &json!([told, late])), "the same question counts once");
    assert_eq!(dear.get("/offers").await.expect(200)["items"][0]["terms"]["ask"], json!(34_000), "nothing changed");
}

#[tokio::test]
async fn a_buyer_asks_about_a_paper_it_requires_once_a_round_knew_the_demand() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Cty 5").await;
    let demand = buyer.post_demand(json!({ "certificates": ["organic"] })).await;
    market(&app).await;
    let path = format!("/demands/{}/what-if", demand["id"].as_str().unwrap());
    let choices = buyer.get(&path).await.expect(200);
    assert_eq!(choices["papers"], json!(["organic"]));
    let strict = buyer.post(&path, json!({ "weeks": 1 })).await.expect(200);
    assert_eq!(
        (&strict["answer"]["kind"], &strict["answer"]["reason"]["obstacle"]["kind"]),
        (&json!("nobody"), &json!("certificate_missing"))
    );
    let free = buyer.post(&path, json!({ "paper": "organic" })).await.expect(200);
    assert_eq!((&free["answer"]["kind"], &free["answer"]["fit"]), (&json!("taken"), &json!("three_to_five")));

    let later = buyer.post_demand(json!({})).await;
    let path = format!("/demands/{}/what-if", later["id"].as_str().unwrap());
    assert_eq!(buyer.get(&path).await.expect(200)["round"], Value::Null, "its terms could change from question to question");
    assert_eq!(buyer.post(&path, json!({ "weeks": 1 })).await.problem(), "409 what_if_no_round");
}

#[tokio::test]
async fn twenty_questions_and_no_more_until_the_next_round() {
    let app = TestApp::new().await;
    let (dear, path) = market(&app).await;
    let choices = dear.get(&path).await.expect(200);
    let off = least(&choices) + 1;
    for (question, problem) in [
        (json!({}), "422 invalid [price: what_if_nothing_changed]"),
        (json!({ "price": off }), "422 invalid [price: what_if_price]"),
        (json!({ "paper": "khong-co" }), "422 invalid [paper: certificate_kind_unknown]"),
    ] {
        assert_eq!(dear.post(&path, question).await.problem(), problem);
    }
    let prices: Vec<i64> = choices["prices"].as_array().unwrap().iter().map(|price| price.as_i64().unwrap()).collect();
    for price in &prices {
        dear.post(&path, json!({ "price": price })).await.expect(200);
    }
    assert_eq!(dear.post(&path, json!({ "weeks": 1 })).await.problem(), "409 what_if_spent");
    dear.post(&path, json!({ "price": prices[3] })).await.expect(200);
    app.officer().await.post("/rounds", json!({})).await.expect(201);
    let fresh = dear.get(&path).await.expect(200);
    assert_eq!((&fresh["left"], &fresh["asked"]), (&json!(20), &json!([])));
}

#[tokio::test]
async fn two_questions_at_once_count_as_two() {
    let app = TestApp::new().await;
    let (dear, path) = market(&app).await;
    let ask = |weeks: i64| dear.post(&path, json!({ "weeks": weeks }));
    let (one, two, same) = tokio::join!(ask(1), ask(2), ask(2));
    one.expect(200);
    two.expect(200);
    same.expect(200);
    assert_eq!(dear.get(&path).await.expect(200)["left"], json!(18));
}

#[tokio::test]
async fn few_buyers_are_not_told_about_and_nobody_else_asks() {
    let app = TestApp::new().await;
    let seller = app.cooperative("HTX Cam 1").await;
    let offer = seller.post_offer(json!({})).await;
    let path = format!("/offers/{}/what-if", offer["id"].as_str().unwrap());
    assert_eq!(seller.get(&path).await.expect(200)["round"], Value::Null, "no round yet");
    assert_eq!(seller.post(&path, json!({ "weeks": 1 })).await.problem(), "409 what_if_no_round");
    app.enterprise("Cty 1").await.post_demand(json!({})).await;
    let officer = app.officer().await;
    officer.post("/rounds", json!({})).await.expect(201);
    let told = seller.post(&path, json!({ "price": least(&seller.get(&path).await.expect(200)) })).await.expect(200);
    assert_eq!(
        told["answer"],
        json!({ "kind": "too_few", "fit": null, "kg_at_least": null, "kg_at_most": null, "price": null, "reason": null })
    );

    let viewer = json!({ "role": "viewer", "name": "Kế toán", "sign_in": "ke-toan", "password": PASSWORD, "language": "vi" });
    seller.post("/members", viewer).await.expect(201);
    let viewer = app.signed_in("ke-toan").await;
    assert_eq!(viewer.get(&path).await.problem(), "403 forbidden", "the answers start from the reserve price");
    assert_eq!(officer.get(&path).await.problem(), "403 forbidden");
    assert_eq!(app.cooperative("HTX Lạ 5").await.get(&path).await.problem(), "404 not_found");
}
