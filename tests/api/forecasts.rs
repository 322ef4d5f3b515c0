//! From forecast to firm to delivered.
use chrono::TimeDelta;
use serde_json::{Value, json};
use support::TestApp;
use support::posts::{changed, offer_terms};

fn path(offer: &Value) -> String {
    format!("/offers/{}", offer["id"].as_str().expect("an id"))
}

fn forecast() -> Value {
    json!({ "forecast": { "low": "12000", "mid": "15000", "high": "20000" } })
}

#[tokio::test]
async fn a_round_uses_the_low_figure_until_the_quantity_is_firm() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let officer = app.officer().await;
    let low = json!({ "kg_total": "4000", "kg_per_week": "4000", "forecast": { "low": "4000", "mid": "8000", "high": "9000" } });
    let offer = manager.post_offer(low.clone()).await;
    assert_eq!((&offer["terms"]["forecast"], &offer["awaits_quantity"]), (&low["forecast"], &json!(true)));
    app.enterprise("Siêu thị 1").await.post_demand(json!({})).await;
    assert_eq!(officer.post("/rounds", json!({})).await.expect(201)["kg_matched"], "4000");
    assert_eq!(manager.get(&path(&offer)).await.expect(200)["kg_held"], "4000");

    app.advance(TimeDelta::hours(1));
    for person in [&manager, &officer] {
        person.post("/auth/refresh", json!({})).await.expect(200);
    }
    let firm = |kg_total: &str| json!({ "version": 1, "terms": changed(offer_terms(), json!({ "kg_total": kg_total, "kg_per_week": "4000", "min_lot": "0" })) });
    let below =
        json!({ "version": 1, "terms": changed(offer_terms(), json!({ "kg_total": "3999", "kg_per_week": "3999", "min_lot": "0" })) });
    assert_eq!(manager.put(&path(&offer), below).await.problem(), "409 below_promised [terms.kg_total: below_promised]");
    let edited = manager.put(&path(&offer), firm("7000")).await.expect(200);
    assert_eq!(
        (&edited["terms"]["forecast"], &edited["awaits_quantity"], &edited["kg_left"]),
        (&Value::Null, &json!(false), &json!("3000"))
    );
    let back = json!({ "version": 2, "terms": changed(offer_terms(), forecast()) });
    assert_eq!(manager.put(&path(&offer), back).await.problem(), "422 invalid [terms.forecast: forecast_after_firm]");

    let trail = manager.get(&format!("{}/trail", path(&offer))).await.expect(200);
    let steps: Vec<_> = trail["steps"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|step| (step["kg_total"].as_str(), step["forecast"]["mid"].as_str()))
        .collect();
    assert_eq!(steps, [(Some("4000"), Some("8000")), (Some("7000"), None)]);
    assert_eq!((&trail["held"], &trail["delivered"]), (&json!("4000"), &json!("0")));
    assert_eq!(officer.get(&format!("{}/trail", path(&offer))).await.expect(200), trail);
    assert_eq!(app.cooperative("HTX Cam 2").await.get(&format!("{}/trail", path(&offer))).await.problem(), "404 not_found");
}

#[tokio::test]
async fn what_is_delivered_ends_the_trail_and_other_edits_leave_it_alone() {
    let app = TestApp::new().await;
    let deal = app.in_force().await;
    let offer = deal.supplier.get("/offers").await.expect(200)["items"][0].clone();
    let edit = json!({ "version": offer["version"], "terms": changed(offer_terms(), json!({ "note": "Giao cửa sau" })) });
    deal.supplier.put(&path(&offer), edit).await.expect(200);
    app.app.env.set("2026-11-30T02:00:00Z".parse().expect("a time"));
    let line = format!("/contracts/{}/lines/1", deal.contract);
    let supplier = app.signed_in("htx-cam-1@htx.example").await;
    let buyer = app.signed_in("sieu-thi-1@mua.example").await;
    supplier.post(&format!("{line}/dispatch"), json!({ "kg": "3000" })).await.expect(200);
    buyer.post(&format!("{line}/receive"), json!({ "received": "3000", "accepted": "3000" })).await.expect(200);
    let trail = supplier.get(&format!("{}/trail", path(&offer))).await.expect(200);
    assert_eq!((trail["steps"].as_array().expect("a list").len(), &trail["delivered"]), (1, &json!("3000")));
}

#[tokio::test]
async fn every_fault_of_a_forecast_is_named() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let figures = |low: &str, mid: &str, high: &str| json!({ "forecast": { "low": low, "mid": mid, "high": high } });
    let cases = [
        (figures("12000", "11000", "20000"), "forecast.mid: forecast_out_of_order"),
        (figures("12000", "15000", "14000"), "forecast.high: forecast_out_of_order"),
        (figures("11000", "15000", "20000"), "forecast.low: forecast_low_is_not_total"),
        (figures("12000", "15000.5", "20000"), "forecast.mid: kg_not_whole"),
    ];
    for (changes, fault) in cases {
        assert_eq!(manager.try_offer(changes.clone()).await.problem(), format!("422 invalid [{fault}]"), "{changes}");
    }
}

#[tokio::test]
async fn its_owner_is_asked_once_two_weeks_before_the_harvest() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    let later = json!({ "window": { "from": "2026-12-10", "to": "2026-12-31" } });
    let waits = manager.post_offer(changed(forecast(), later.clone())).await;
    manager.post_offer(later).await;
    let mut asked = Vec::new();
    for _ in 0..20 {
        let before = app.mails().await.len();
        // Twice a day, as two processes would.
        web::jobs::tick(&app.app).await;
        web::jobs::tick(&app.app).await;
        for mail in app.mails().await[before..].iter().filter(|mail| mail.kind == "harvest_to_confirm") {
            assert!(mail.subject.contains("Cam Canh") && mail.text.contains("10/12/2026"), "{mail:?}");
            asked.push(app.app.env.today().date().to_string());
        }
        app.advance(TimeDelta::days(1));
    }
    assert_eq!(asked, ["2026-11-26"]);
    let manager = app.signed_in("htx-cam-1@htx.example").await;
    let notice = manager.get("/notices").await.expect(200)["items"][0].clone();
    assert_eq!((&notice["kind"], &notice["subject"]), (&json!("harvest_to_confirm"), &waits["id"]));
}

#[tokio::test]
async fn a_near_harvest_is_a_task_until_it_is_firm() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    let window = |from: &str| json!({ "window": { "from": from, "to": "2026-12-31" } });
    // Today is 21 November: two weeks ahead is the 5th of December.
    let near = director.post_offer(changed(forecast(), window("2026-12-05"))).await;
    director.post_offer(changed(forecast(), window("2026-12-06"))).await;
    director.post_offer(window("2026-12-05")).await;
    let tasks = async |who: &support::Client| who.get("/tasks").await.expect(200)["items"].clone();
    let found = tasks(&app.clerk(&director, "thu-ky-1").await).await;
    assert_eq!(found.as_array().expect("a list").len(), 1, "{found}");
    let task = &found[0];
    assert_eq!((&task["kind"], &task["id"], &task["kg"]), (&json!("confirm_harvest"), &near["id"], &json!("12000")));
    assert_eq!((&task["path"], &task["days_late"]), (&json!(format!("/nguon-hang/{}", near["id"].as_str().expect("an id"))), &Value::Null));
    assert_eq!(tasks(&app.cooperative("HTX Cam 2").await).await, json!([]));
    let firm = json!({ "version": 1, "terms": changed(offer_terms(), window("2026-12-05")) });
    director.put(&path(&near), firm).await.expect(200);
    assert_eq!(tasks(&director).await, json!([]));
    app.advance(TimeDelta::days(16));
    let late = tasks(&app.signed_in("htx-cam-1@htx.example").await).await;
    assert_eq!((late.as_array().expect("a list").len(), &late[0]["days_late"]), (1, &json!(1)), "the harvest began yesterday");
}
