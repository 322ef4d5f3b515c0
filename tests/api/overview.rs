//! What the programme office sees of the whole market.
use serde_json::Value;
use support::TestApp;

fn tonnes(kg: &Value) -> i64 {
    kg.as_str().unwrap().parse::<i64>().unwrap() / 1000
}

#[tokio::test]
async fn the_officer_sees_the_whole_market_in_numbers() {
    let app = TestApp::demo().await;
    let officer = app.on_show("officer").await;

    let overview = officer.get("/officer/overview").await.expect(200);
    let kinds: Vec<_> = overview["organisations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["kind"].as_str().unwrap(), row["verified"].as_i64().unwrap()))
        .collect();
    assert_eq!(kinds, [("cooperative", 241), ("enterprise", 65), ("farm", 30), ("production_group", 60)]);
    let volumes = &overview["volumes"];
    assert_eq!([tonnes(&volumes["offered"]), tonnes(&volumes["demanded"])], [10_730, 10_436]);
    let unsold = tonnes(&volumes["unsold"]);
    assert!(unsold > 9_000 && unsold < 10_730, "what was ripe in the four weeks before is gone: {unsold}");
    assert_eq!([tonnes(&volumes["contracted"]), tonnes(&volumes["delivered"])], [0, 0]);
    assert_eq!((&overview["proposals_waiting"], &overview["late"]["count"]), (&0.into(), &0.into()));
    let stars: Vec<_> = overview["ocop"].as_array().unwrap().iter().map(|row| (row["stars"].as_i64(), row["count"].as_i64())).collect();
    assert_eq!(stars, [(Some(3), Some(18)), (Some(4), Some(9))]);

    let market = officer.get("/officer/market").await.expect(200);
    assert_eq!(market["weeks"].as_array().unwrap().len(), 12);
    assert_eq!(market["items"][0]["product"], "cam", "oranges are the largest market");
    assert_eq!((&market["ran_at"], &market["unmatched"]), (&Value::Null, &Value::Array(Vec::new())));
    let sum = |name: &str| {
        let weeks = market["items"].as_array().unwrap().iter().flat_map(|row| row["weeks"].as_array().unwrap());
        weeks.map(|week| week[name].as_str().unwrap().split('.').next().unwrap().parse::<i64>().unwrap()).sum::<i64>() / 1000
    };
    // Four weeks of the season are over.
    assert!(sum("demanded") > 6_000 && sum("demanded") < 10_436, "{}", sum("demanded"));
    assert!(sum("offered") > 6_000 && sum("offered") < 10_730, "{}", sum("offered"));

    let prices = officer.get("/officer/prices").await.expect(200);
    assert_eq!((prices["board_week"].as_str(), &prices["items"]), (Some("2026-11-16"), &Value::Array(Vec::new())));
}

#[tokio::test]
async fn nobody_else_sees_it() {
    let app = TestApp::new().await;
    let director = app.cooperative("HTX Cam 1").await;
    for path in ["/officer/overview", "/officer/market", "/officer/prices"] {
        assert_eq!(director.get(path).await.problem(), "403 forbidden", "{path}");
        assert_eq!(app.visitor().get(path).await.status, 401, "{path}");
        assert_eq!(app.operator().await.get(path).await.problem(), "403 forbidden", "{path}");
    }
}
