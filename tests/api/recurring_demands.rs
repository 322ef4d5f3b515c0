//! A demand that comes every week is posted by the calendar, each week once.
use chrono::TimeDelta;
use serde_json::{Value, json};
use support::posts::{changed, demand_line, recurring_terms};
use support::{Client, Reply, TestApp};

async fn start(buyer: &Client, changes: Value) -> Reply {
    buyer.post("/recurring-demands", changed(recurring_terms(), changes)).await
}

/// The clock moves on, and what is due by it is done.
async fn days_pass(app: &TestApp, who: &Client, days: i64) {
    app.advance(TimeDelta::days(days));
    who.post("/auth/refresh", json!({})).await.expect(200);
    web::jobs::tick(&app.app).await;
}

fn weeks(rule: &Value) -> Vec<&str> {
    rule["weeks"].as_array().unwrap().iter().map(|row| row["week"].as_str().unwrap()).collect()
}

/// The demands of the organisation, oldest first, each with its weeks.
async fn on_the_market(buyer: &Client) -> Vec<Vec<String>> {
    let list = buyer.get("/demands").await.expect(200);
    let row = |demand: &Value| demand["weeks"].as_array().unwrap().iter().map(|row| row["week"].as_str().unwrap().to_owned()).collect();
    list["items"].as_array().unwrap().iter().rev().map(row).collect()
}

#[tokio::test]
async fn what_is_due_is_posted_at_once_and_the_rest_when_its_day_comes() {
    // It is Saturday, 2026-11-21.
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let rule = start(&buyer, json!({})).await.expect(201);
    assert_eq!((&rule["status"], &rule["next_on"]), (&json!("running"), &json!("2026-11-23")));
    assert_eq!(weeks(&rule), ["2026-12-07", "2026-12-14"]);
    assert_eq!(on_the_market(&buyer).await, [["2026-11-30"]]);
    web::jobs::tick(&app.app).await;
    assert_eq!(on_the_market(&buyer).await.len(), 1, "nothing more is due");

    days_pass(&app, &buyer, 2).await;
    web::jobs::tick(&app.app).await;
    assert_eq!(on_the_market(&buyer).await, [["2026-11-30"], ["2026-12-07"]]);
    let told = buyer.get("/notices").await.expect(200)["items"][0].clone();
    let path = format!("/demands/{}", told["subject"].as_str().unwrap());
    assert_eq!((&told["kind"], told["arguments"]["product_vi"].as_str()), (&json!("demand_recurred"), Some("Cam")));
    assert_eq!(buyer.get(&path).await.expect(200)["weeks"][0]["week"], "2026-12-07");

    days_pass(&app, &buyer, 28).await;
    let path = format!("/recurring-demands/{}", rule["id"].as_str().unwrap());
    let over = buyer.get(&path).await.expect(200);
    assert_eq!((&over["status"], &over["next_on"], weeks(&over).len()), (&json!("over"), &Value::Null, 0));
    assert_eq!(on_the_market(&buyer).await.len(), 2, "the last week had passed");
    assert_eq!(buyer.put(&path, json!({ "version": over["version"], "terms": recurring_terms() })).await.problem(), "409 post_expired");
}

#[tokio::test]
async fn a_rule_at_rest_posts_nothing_and_goes_on_after_it() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    start(&buyer, json!({})).await.expect(201);
    let version = buyer.get("/organisation").await.expect(200)["version"].clone();
    buyer.post("/organisation/pause", json!({ "version": version })).await.expect(200);
    days_pass(&app, &buyer, 2).await;
    assert_eq!(on_the_market(&buyer).await.len(), 1);
    let version = buyer.get("/organisation").await.expect(200)["version"].clone();
    buyer.post("/organisation/resume", json!({ "version": version })).await.expect(200);
    days_pass(&app, &buyer, 8).await;
    assert_eq!(on_the_market(&buyer).await[1], ["2026-12-07", "2026-12-14"], "both weeks that became due meanwhile");
}

#[tokio::test]
async fn what_is_not_posted_yet_can_be_changed_and_stopped() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let rule = start(&buyer, json!({})).await.expect(201);
    let path = format!("/recurring-demands/{}", rule["id"].as_str().unwrap());
    let more = changed(recurring_terms(), json!({ "line": changed(demand_line(), json!({ "kg_per_week": "4500" })) }));
    let edit = json!({ "version": rule["version"], "terms": more });
    assert_eq!(buyer.put(&path, edit.clone()).await.expect(200)["weeks"][0], json!({ "week": "2026-12-07", "kg": "4500" }));
    let stale = buyer.put(&path, edit).await;
    assert_eq!(stale.problem(), "409 stale");
    days_pass(&app, &buyer, 2).await;
    let list = buyer.get("/demands").await.expect(200);
    assert_eq!((&list["items"][0]["kg_total"], &list["items"][1]["kg_total"]), (&json!("4500"), &json!("3000")));

    let stopped = buyer.post(&format!("{path}/stop"), json!({})).await.expect(200);
    assert_eq!((&stopped["status"], weeks(&stopped).len()), (&json!("stopped"), 0));
    assert_eq!(buyer.post(&format!("{path}/stop"), json!({})).await.expect(200)["version"], stopped["version"]);
    days_pass(&app, &buyer, 20).await;
    assert_eq!(on_the_market(&buyer).await.len(), 2);
    let body = json!({ "version": stopped["version"], "terms": recurring_terms() });
    assert_eq!(buyer.put(&path, body).await.problem(), "409 post_withdrawn");
}

#[tokio::test]
async fn it_is_the_buyers_own_and_every_fault_names_its_field() {
    let app = TestApp::new().await;
    let (buyer, supplier) = (app.enterprise("Siêu thị 1").await, app.cooperative("HTX Cam 1").await);
    let other = app.enterprise("Siêu thị 2").await;
    let rule = start(&buyer, json!({})).await.expect(201);
    let path = format!("/recurring-demands/{}", rule["id"].as_str().unwrap());
    assert_eq!(other.get(&path).await.problem(), "404 not_found");
    assert_eq!(other.get("/recurring-demands").await.expect(200)["items"], json!([]));
    assert_eq!(app.officer().await.get("/recurring-demands").await.problem(), "403 forbidden");
    assert_eq!(start(&supplier, json!({})).await.problem(), "403 forbidden");
    let bad = json!({ "line": changed(demand_line(), json!({ "product": "sau-rieng", "kg_per_week": "0" })), "weeks_ahead": 13 });
    let told = start(&buyer, bad).await.problem();
    assert_eq!(
        told,
        "422 invalid [line.kg_per_week: kg_out_of_range, weeks_ahead: weeks_ahead_out_of_range, line.product: product_unknown]"
    );
    let twice = [
        buyer.post_once("/recurring-demands", "lap-lai-001", recurring_terms()).await.expect(201),
        buyer.post_once("/recurring-demands", "lap-lai-001", recurring_terms()).await.expect(201),
    ];
    assert_eq!(twice[0]["id"], twice[1]["id"]);
    assert_eq!(on_the_market(&buyer).await.len(), 2, "one of each rule");
}

#[tokio::test]
async fn what_is_preferred_and_the_share_of_one_are_edited_like_the_rest() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let rule = start(&buyer, json!({})).await.expect(201);
    let path = format!("/recurring-demands/{}", rule["id"].as_str().unwrap());
    let preferred = json!([{ "attribute": "organic", "premium": 1_500 }]);
    let wishes = |preferred: &Value, share: u8| json!({ "preferred": preferred, "max_suppliers": 3, "max_share": share });
    let terms =
        |preferred: &Value, share: u8| changed(recurring_terms(), json!({ "line": changed(demand_line(), wishes(preferred, share)) }));
    let edited = buyer.put(&path, json!({ "version": 1, "terms": terms(&preferred, 40) })).await.expect(200);
    assert_eq!((&edited["terms"]["line"]["preferred"], &edited["terms"]["line"]["max_share"]), (&preferred, &json!(40)));
    let bad = buyer.put(&path, json!({ "version": 2, "terms": terms(&json!([{ "attribute": "gi", "premium": 99 }]), 40) })).await;
    assert_eq!(bad.problem(), "422 invalid [terms.line.preferred.0.premium: price_out_of_range]");
    let bad = buyer.put(&path, json!({ "version": 2, "terms": terms(&preferred, 30) })).await;
    assert_eq!(bad.problem(), "422 invalid [terms.line.max_share: share_too_small]");

    let demands = async || buyer.get("/demands").await.expect(200)["items"].clone();
    assert_eq!(demands().await[0]["terms"]["preferred"], json!([]), "what is on the market stays as it is");
    days_pass(&app, &buyer, 2).await;
    let posted = demands().await[0]["terms"].clone();
    assert_eq!((&posted["preferred"], &posted["max_suppliers"], &posted["max_share"]), (&preferred, &json!(3), &json!(40)));
}

#[tokio::test]
async fn deposit_and_retention_are_edited_and_hold_from_the_next_week_on() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let rule = start(&buyer, json!({})).await.expect(201);
    let path = format!("/recurring-demands/{}", rule["id"].as_str().unwrap());
    let terms = |dues: Value| changed(recurring_terms(), json!({ "line": changed(demand_line(), json!({ "dues": dues })) }));
    let bad = buyer.put(&path, json!({ "version": 1, "terms": terms(json!({ "deposit_percent": 51 })) })).await;
    assert_eq!(bad.problem(), "422 invalid [terms.line.dues.deposit_percent: deposit_out_of_range]");
    let dues = json!({ "deposit_percent": 20, "deposit_days": 3, "retention_percent": 5, "retention_days": 15 });
    let edited = buyer.put(&path, json!({ "version": 1, "terms": terms(dues.clone()) })).await.expect(200);
    assert_eq!(edited["terms"]["line"]["dues"], dues);
    days_pass(&app, &buyer, 2).await;
    let list = buyer.get("/demands").await.expect(200);
    assert_eq!((&list["items"][0]["terms"]["dues"], &list["items"][1]["terms"]["dues"]), (&dues, &Value::Null));
}

/// Every week goes to the stores of the rule, as if the buyer had posted the form for several points again.
#[tokio::test]
async fn a_rule_over_several_delivery_points_posts_a_demand_for_each() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Siêu thị 1").await;
    let point = |commune: &str, kg: &str, note: &str| json!({ "delivery_commune": commune, "kg": kg, "note": note });
    let stores = json!([point("00004", "2000", "Cửa hàng 1"), point("00008", "1000", "Cửa hàng 2")]);
    let off = start(&buyer, json!({ "points": [point("00004", "2000", ""), point("00008", "999", "")] })).await;
    assert_eq!(off.problem(), "422 invalid [points: points_sum]");
    let nowhere = start(&buyer, json!({ "points": [point("00004", "2000", ""), point("99999", "1000", "")] })).await;
    assert_eq!(nowhere.problem(), "422 invalid [points.1.delivery_commune: commune_unknown]");
    let rule = start(&buyer, json!({ "points": stores })).await.expect(201);
    let places: Vec<_> = rule["places"].as_array().unwrap().iter().map(|place| place["commune_code"].clone()).collect();
    assert_eq!((places, &rule["delivery"]["commune_code"]), (vec![json!("00004"), json!("00008")], &json!("00004")));
    assert_eq!(rule["posted"].as_array().unwrap().len(), 1, "one entry a week, whatever the number of stores");
    assert_eq!(rule["posted"][0]["points"], 2);
    let path = format!("/demands/{}", rule["posted"][0]["demand"].as_str().unwrap());
    let first = buyer.get(&path).await.expect(200);
    assert_eq!((&first["kg_total"], &first["terms"]["note"]), (&json!("2000"), &json!("Cửa hàng 1")));
    let group: Vec<_> = first["group"]["points"].as_array().unwrap().iter().map(|one| one["kg_total"].clone()).collect();
    assert_eq!((group, &first["group"]["kg_total"]), (vec![json!("2000"), json!("1000")], &json!("3000")));

    days_pass(&app, &buyer, 2).await;
    web::jobs::tick(&app.app).await;
    assert_eq!(on_the_market(&buyer).await.len(), 4, "each store, each week once");
    let told = buyer.get("/notices").await.expect(200)["items"][0].clone();
    assert_eq!((&told["kind"], &told["arguments"]["kg"]), (&json!("demand_recurred"), &json!("3000")), "told once, with all of it");

    // Back to one place: what is posted stays, and the next week goes there alone.
    let path = format!("/recurring-demands/{}", rule["id"].as_str().unwrap());
    let version = buyer.get(&path).await.expect(200)["version"].clone();
    let alone = buyer.put(&path, json!({ "version": version, "terms": recurring_terms() })).await.expect(200);
    assert_eq!((&alone["places"], &alone["terms"]["points"]), (&json!([]), &Value::Null));
    days_pass(&app, &buyer, 7).await;
    assert_eq!(on_the_market(&buyer).await.len(), 5);
}
