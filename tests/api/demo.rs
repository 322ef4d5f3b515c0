//! The demo market: loaded into an empty instance only, whole, and open to whoever wants to try it.
use support::TestApp;
use support::people::all;
use web::cli::demo;

#[tokio::test]
async fn the_whole_market_is_there_and_its_accounts_are_on_show() {
    let app = TestApp::demo().await;
    let instance = app.visitor().get("/instance").await.expect(200);
    assert_eq!(instance["demo"], true);
    let roles: Vec<_> = instance["demo_accounts"].as_array().unwrap().iter().map(|account| account["role"].as_str().unwrap()).collect();
    assert_eq!(roles, ["director", "clerk", "director", "officer", "operator"]);

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
