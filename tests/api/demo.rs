//! The demo market: loaded into an empty instance only, whole, and open to whoever wants to try it.
use std::collections::BTreeSet;
use support::TestApp;
use support::people::all;
use web::cli::demo;

#[tokio::test]
async fn the_whole_market_is_there_and_its_accounts_are_on_show() {
    let app = TestApp::demo().await;
    let instance = app.visitor().get("/instance").await.expect(200);
    assert_eq!(instance["demo"], true);
    let roles: Vec<_> = instance["demo_accounts"].as_array().unwrap().iter().map(|account| account["role"].as_str().unwrap()).collect();
    assert_eq!(roles, ["director", "clerk", "driver", "director", "officer", "operator"]);

    let officer = app.on_show("officer").await;
    let organisations = all(&officer, "/officer/organisations").await;
    assert_eq!(organisations.len(), 396);
    assert!(organisations.iter().all(|org| org["status"] == "verified"));
    let board = app.visitor().get("/prices").await.expect(200);
    assert_eq!(board["week"], "2026-11-16", "prices of this week");
    assert_eq!(app.on_show("director").await.get("/organisation").await.expect(200)["status"], "verified");
}

#[tokio::test]
async fn an_instance_in_use_is_left_alone() {
    let app = TestApp::new().await;
    app.cooperative("HTX Cam 1").await;
    let refused = demo::load(&app.app).await.unwrap_err().to_string();
    assert!(refused.contains("in use"), "{refused}");
    assert_eq!(all(&app.officer().await, "/officer/organisations").await.len(), 1);

    let twice = TestApp::demo().await;
    assert!(demo::load(&twice.app).await.is_err());
}

/// The weeks before today are lived through by the people of the market, in the product itself.
#[tokio::test]
async fn the_weeks_up_to_today_leave_everything_under_way() {
    let mut app = TestApp::new().await;
    let loaded = demo::load(&app.app).await.unwrap();
    demo::play(&app.app, loaded.cast).await.unwrap();
    app.app.demo = true;
    app.router = web::http::router(app.app.clone());

    let officer = app.on_show("officer").await;
    let overview = officer.get("/officer/overview").await.expect(200);
    let contracts = |status: &str| {
        let rows = overview["contracts"].as_array().unwrap();
        rows.iter().find(|row| row["status"] == status).map_or(0, |row| row["count"].as_i64().unwrap())
    };
    for status in ["signing", "half_signed", "in_force", "expired"] {
        assert!(contracts(status) > 0, "no contract is {status}: {overview}");
    }
    assert!(overview["proposals_waiting"].as_i64().unwrap() > 100, "{overview}");
    assert!(overview["late"]["count"].as_i64().unwrap() > 0, "{overview}");
    let waiting = all(&officer, "/officer/organisations?status=submitted").await;
    assert_eq!(waiting.len(), 4, "newcomers wait for the office");

    let mut seen = BTreeSet::new();
    for contract in all(&officer, "/contracts?status=in_force").await {
        let lines = officer.get(&format!("/contracts/{}/lines", contract["id"].as_str().unwrap())).await.expect(200);
        for line in lines["lines"].as_array().unwrap() {
            seen.insert(format!("{} {}", line["status"].as_str().unwrap(), line["payment"]["status"].as_str().unwrap()));
        }
    }
    for state in ["planned none", "dispatched none", "received due", "received confirmed"] {
        assert!(seen.contains(state), "no line is {state}: {seen:?}");
    }

    let rounds = all(&officer, "/rounds").await;
    let first = officer.get(&format!("/rounds/{}", rounds.last().unwrap()["id"].as_str().unwrap())).await.expect(200);
    let number = |name: &str| {
        first[name].as_str().map_or_else(|| first[name].as_f64(), |text| text.parse().ok()).unwrap_or_else(|| panic!("{name} in {first}"))
    };
    assert!(number("value") >= 0.9 * number("bound"), "{first}");
    assert!(number("kg_matched") >= 0.69 * number("kg_offered"), "{first}");

    // A visitor finds something to do: proposals that wait, a contract that runs.
    let director = app.on_show("director").await;
    assert!(!all(&director, "/proposals?waits_for=me").await.is_empty());
    assert!(!all(&director, "/contracts?status=in_force").await.is_empty());
}
