//! Rounds: what they make of the market, what they say about it, and that each hour has one.
use chrono::TimeDelta;
use domain::id::RoundId;
use serde_json::{Value, json};
use support::TestApp;
use web::flow;
use web::store::idempotency::{self, Key};
use web::store::rounds::By;
use web::store::{Tx, accounts};

/// Three organisations on each side, enough that the price leans to no reference, and as much wanted as offered, so that neither
/// side is pressed to its own price.
async fn many_posts(app: &TestApp) {
    for number in 1..=3 {
        app.cooperative(&format!("HTX Cam {number}")).await.post_offer(json!({ "kg_total": "9000" })).await;
        app.enterprise(&format!("Cty {number}")).await.post_demand(json!({})).await;
    }
}

/// A cooperative with twelve tonnes, an enterprise that wants nine of them.
async fn two_posts(app: &TestApp) -> (support::Client, support::Client) {
    let (seller, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Cty 1").await);
    seller.post_offer(json!({})).await;
    buyer.post_demand(json!({})).await;
    (seller, buyer)
}

#[tokio::test]
async fn an_officer_runs_a_round_and_both_sides_get_proposals() {
    let app = TestApp::new().await;
    let (seller, buyer) = two_posts(&app).await;
    let officer = app.officer().await;
    let round = officer.post_once("/rounds", "phien-sang-1", json!({})).await.expect(201);
    assert_eq!((&round["offers"], &round["demands"], &round["proposals"], &round["dropped"]), (&json!(1), &json!(1), &json!(1), &json!(0)));
    assert_eq!((&round["kg_offered"], &round["kg_demanded"], &round["kg_matched"]), (&json!("12000"), &json!("9000"), &json!("9000")));
    assert_eq!((&round["gap"], &round["certificate"]["verified"]), (&json!(0), &json!(true)));
    let split = &round["split"];
    assert_eq!(split["supplier_gain"].as_i64().unwrap() + split["buyer_gain"].as_i64().unwrap(), round["value"].as_i64().unwrap());
    let again = officer.post_once("/rounds", "phien-sang-1", json!({})).await.expect(201);
    assert_eq!(again["id"], round["id"], "a repeated request makes no second round");

    for (side, client, mail) in [("supplier", &seller, "htx-cam-1@htx.example"), ("buyer", &buyer, "cty-1@mua.example")] {
        let list = client.get("/proposals?waits_for=me").await.expect(200);
        let row = &list["items"][0];
        assert_eq!((&row["my_side"], &row["kg_total"], &row["weeks"]), (&json!(side), &json!("9000"), &json!(3)));
        assert_eq!(row["delivered"].as_i64().unwrap(), row["farm_gate"].as_i64().unwrap() + row["freight"].as_i64().unwrap());
        assert_eq!(row["total"].as_i64().unwrap(), row["delivered"].as_i64().unwrap() * 9000);
        let notice = &client.get("/notices").await.expect(200)["items"][0];
        assert_eq!((&notice["kind"], &notice["arguments"]["proposals"]), (&json!("proposals_new"), &json!(1)));
        let mail = app.last_mail("proposals_new", mail).await;
        assert!(mail.text.contains("9.000") && mail.text.contains("/de-xuat") && mail.text.contains("ngày 23/11/2026"), "{}", mail.text);
    }
    let trades = officer.get(&format!("/rounds/{}/trades", round["id"].as_str().unwrap())).await.expect(200);
    let trade = &trades["items"][0];
    assert_eq!((&trade["ask"], &trade["bid"], &trade["reason"]["kind"]), (&json!(25_000), &json!(34_000), &json!("only_fit")));
    assert_eq!((&trade["interval"]["low"], trade["fair"].is_null()), (&json!(25_000), true));

    let empty = officer.post("/rounds", json!({})).await.expect(201);
    assert_eq!((&empty["demands"], &empty["proposals"]), (&json!(0), &json!(0)), "what is held is not offered twice");
}

#[tokio::test]
async fn a_request_sent_twice_at_once_makes_one_round() {
    let app = TestApp::new().await;
    two_posts(&app).await;
    let officer = app.officer().await;
    let press = || officer.post_once("/rounds", "phien-sang-1", json!({}));
    let (one, two) = tokio::join!(press(), press());
    assert_eq!(one.expect(201)["id"], two.expect(201)["id"]);
    let rounds = officer.get("/rounds").await.expect(200);
    assert_eq!(rounds["items"].as_array().unwrap().len(), 1);
}

/// The key is written with the round or not at all: a round that is not kept leaves the key free for the next try.
#[tokio::test]
async fn a_round_that_breaks_off_leaves_no_key_behind() {
    let app = TestApp::new().await;
    two_posts(&app).await;
    app.officer().await;
    let tx = Tx::read(&app.app.db).await.unwrap();
    let user = accounts::find_by_sign_in(&tx, &"can-bo".parse().unwrap()).await.unwrap().unwrap().0.id;
    drop(tx);
    let key = Key { user, key: "phien-sang-1".into(), request_hash: "x".into() };
    let hour = || By::Hour("2026-11-21T06:30".into());
    let (first, again) = (flow::rounds::compute(&app.app, hour()).await.unwrap(), flow::rounds::compute(&app.app, hour()).await.unwrap());
    flow::rounds::keep(&app.app, first, None).await.unwrap().expect("a round");
    assert_eq!(flow::rounds::keep(&app.app, again, Some(&key)).await.unwrap(), None, "the hour has its round");
    let tx = Tx::read(&app.app.db).await.unwrap();
    assert_eq!(idempotency::find(&tx, &key).await.unwrap(), None);
    drop(tx);
    let id = flow::run_round(&app.app, By::Officer(user), Some(&key)).await.unwrap().expect("another round");
    let tx = Tx::read(&app.app.db).await.unwrap();
    assert_eq!(idempotency::find(&tx, &key).await.unwrap().map(|made| made.resource), Some(id.into()));
    drop(tx);
    assert_eq!(flow::run_round(&app.app, By::Officer(user), Some(&key)).await.unwrap(), None);
}

#[tokio::test]
async fn the_operator_sets_how_the_gain_is_shared_and_each_round_keeps_it() {
    let mut gains = Vec::new();
    for share in [0, 100] {
        let mut app = TestApp::with(|config| config.supplier_share = share).await;
        many_posts(&app).await;
        let round = app.officer().await.post("/rounds", json!({})).await.expect(201);
        gains.push((round["split"]["supplier_gain"].as_i64().unwrap(), round["split"]["buyer_gain"].as_i64().unwrap()));
        let id: RoundId = round["id"].as_str().unwrap().parse().unwrap();
        // The round replays as it ran, whatever is set since.
        let config = web::config::Config { supplier_share: 50, ..(*app.app.config).clone() };
        app.app.config = std::sync::Arc::new(config);
        web::cli::replay(&app.app, id).await.unwrap();
    }
    assert!(gains[0].0 < gains[1].0 && gains[0].1 > gains[1].1, "{gains:?}");
    assert_eq!(gains[0].0 + gains[0].1, gains[1].0 + gains[1].1, "the same market gains the same");
}

#[tokio::test]
async fn every_rest_has_a_reason_that_its_owner_reads() {
    let app = TestApp::new().await;
    let (seller, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Cty 1").await);
    let offer = seller.post_offer(json!({ "max_payment_days": 10 })).await;
    let offer = offer["id"].as_str().unwrap();
    let alone = seller.get(&format!("/offers/{offer}/indication")).await.expect(200);
    assert_eq!(
        (&alone["open"], &alone["fit"], &alone["reason"]["obstacle"]["kind"]),
        (&json!(true), &json!("none"), &json!("no_counterparty"))
    );
    let demand = buyer.post_demand(json!({ "max_suppliers": 3 })).await;
    let demand = demand["id"].as_str().unwrap();
    let blocked = buyer.get(&format!("/demands/{demand}/indication")).await.expect(200);
    assert_eq!(blocked["reason"]["obstacle"], json!({ "kind": "payment_too_late", "days": 30 }));
    assert_eq!(seller.get(&format!("/offers/{offer}/last-round")).await.expect(200)["round"], Value::Null);

    let officer = app.officer().await;
    let round = officer.post("/rounds", json!({})).await.expect(201);
    let groups: Vec<_> =
        round["unmatched"].as_array().unwrap().iter().map(|group| (group["side"].clone(), group["obstacle"].clone())).collect();
    assert_eq!(groups, [(json!("buyer"), json!("payment_too_late")), (json!("supplier"), json!("payment_too_late"))]);
    let rests = officer.get(&format!("/rounds/{}/unmatched?side=buyer&limit=2", round["id"].as_str().unwrap())).await.expect(200);
    assert_eq!((rests["items"].as_array().unwrap().len(), rests["next"].is_string()), (2, true));
    let last = seller.get(&format!("/offers/{offer}/last-round")).await.expect(200);
    assert_eq!((&last["round"], &last["left"][0]["kg"]), (&round["id"], &json!("12000")));
    let last = buyer.get(&format!("/demands/{demand}/last-round")).await.expect(200);
    assert_eq!((last["left"].as_array().unwrap().len(), &last["left"][0]["reason"]["scope"]), (3, &json!("few")));

    let other = app.cooperative("HTX Cam 2").await;
    assert_eq!(other.get(&format!("/offers/{offer}/indication")).await.problem(), "404 not_found");
    assert_eq!(other.get(&format!("/offers/{offer}/last-round")).await.problem(), "404 not_found");
}

#[tokio::test]
async fn rounds_are_the_offices_alone_and_the_next_hour_is_everybodys() {
    let app = TestApp::new().await;
    let (seller, _) = two_posts(&app).await;
    let next = app.visitor().get("/rounds/next").await.expect(200);
    assert_eq!((&next["next_at"], &next["last"]), (&json!("2026-11-21T06:00:00Z"), &Value::Null));
    assert_eq!(seller.post("/rounds", json!({})).await.problem(), "403 forbidden");
    let officer = app.officer().await;
    let id = officer.post("/rounds", json!({})).await.expect(201)["id"].as_str().unwrap().to_owned();
    let unmatched = format!("/rounds/{id}/unmatched?obstacle=");
    assert_eq!(officer.get(&format!("{unmatched}het_hang")).await.problem(), "422 invalid [obstacle: unknown_choice]");
    officer.get(&format!("{unmatched}price_gap")).await.expect(200);
    for path in ["/rounds".to_owned(), format!("/rounds/{id}"), format!("/rounds/{id}/trades"), format!("/rounds/{id}/unmatched")] {
        assert_eq!(seller.get(&path).await.problem(), "403 forbidden", "{path}");
        assert_eq!(app.visitor().get(&path).await.problem(), "401 sign_in", "{path}");
    }
    let last = &app.visitor().get("/rounds/next").await.expect(200)["last"];
    assert_eq!((&last["kg_matched"], &last["proposals"]), (&json!("9000"), &json!(1)));
    assert_eq!(last.as_object().unwrap().len(), 5, "no price and no gain is public");
}

#[tokio::test]
async fn an_hour_has_one_round_however_many_workers_there_are() {
    let app = TestApp::new().await;
    two_posts(&app).await;
    let (second, _) = app.another().await;
    app.app.env.set("2026-11-23T06:00:01Z".parse().unwrap());
    let (one, two) = tokio::join!(flow::run_due_round(&app.app), flow::run_due_round(&second));
    let made = [one.unwrap(), two.unwrap()].into_iter().flatten().count();
    assert_eq!(made, 1);
    // Even where both were computed before either was kept.
    app.advance(TimeDelta::days(1));
    let hour = || By::Hour("2026-11-24T13:00".into());
    let (one, two) = (flow::rounds::compute(&app.app, hour()).await.unwrap(), flow::rounds::compute(&second, hour()).await.unwrap());
    assert!(flow::rounds::keep(&app.app, one, None).await.unwrap().is_some());
    assert_eq!(flow::rounds::keep(&second, two, None).await.unwrap(), None);
    assert_eq!(flow::run_due_round(&app.app).await.unwrap(), None);
    let rounds = app.officer().await.get("/rounds").await.expect(200);
    let hours: Vec<_> = rounds["items"].as_array().unwrap().iter().map(|round| round["hour"].as_str().unwrap().to_owned()).collect();
    assert_eq!(hours, ["2026-11-24T13:00", "2026-11-23T13:00"]);
}

#[tokio::test]
async fn a_post_that_changed_while_the_round_was_computed_is_left_out() {
    let app = TestApp::new().await;
    let (seller, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Cty 1").await);
    let offer = seller.post_offer(json!({ "kg_total": "4000" })).await;
    seller.post_offer(json!({ "kg_total": "4000" })).await;
    buyer.post_demand(json!({})).await;
    let computed = flow::rounds::compute(&app.app, By::Hour("2026-11-21T06:30".into())).await.unwrap();
    seller.post(&format!("/offers/{}/withdraw", offer["id"].as_str().unwrap()), json!({})).await.expect(200);
    let id = flow::rounds::keep(&app.app, computed, None).await.unwrap().unwrap();
    let round = app.officer().await.get(&format!("/rounds/{id}")).await.expect(200);
    assert_eq!((&round["trades"], &round["dropped"], &round["proposals"]), (&json!(2), &json!(1), &json!(1)));
    assert_eq!(seller.get("/proposals").await.expect(200)["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_stored_round_replays_to_the_same_plan() {
    let app = TestApp::new().await;
    two_posts(&app).await;
    let id = app.officer().await.post("/rounds", json!({})).await.expect(201)["id"].as_str().unwrap().to_owned();
    let id: RoundId = id.parse().unwrap();
    web::cli::replay(&app.app, id).await.unwrap();
    let nobody: RoundId = app.app.env.id();
    assert!(web::cli::replay(&app.app, nobody).await.unwrap_err().to_string().contains("there is no round"));
}

/// The file is the office's alone, and it is the round: market and plan come back with the hashes that the round shows.
#[tokio::test]
async fn an_officer_downloads_a_round_and_sees_what_one_more_tonne_would_have_gained() {
    let app = TestApp::new().await;
    let (seller, _) = two_posts(&app).await;
    let officer = app.officer().await;
    let round = officer.post("/rounds", json!({})).await.expect(201);
    let path = |what: &str| format!("/rounds/{}/{what}", round["id"].as_str().unwrap());
    for what in ["download", "marginals"] {
        assert_eq!(seller.get(&path(what)).await.problem(), "403 forbidden");
    }
    let file = officer.get(&path("download")).await;
    assert_eq!((file.status.as_u16(), file.headers["content-type"].to_str().unwrap()), (200, "application/zip"));
    let (market, plan) = flow::rounds::download::unpack(std::io::Cursor::new(&file.bytes)).expect("a round");
    let hashes = [market.canonical_bytes(), plan.canonical_bytes()].map(|bytes| json!(flow::rounds::hash(&bytes)));
    assert_eq!([&round["certificate"]["market_hash"], &round["certificate"]["plan_hash"]], [&hashes[0], &hashes[1]]);

    // Twelve tonnes for nine: another one offered gains nothing, another one wanted gains what the pair does.
    let rows = officer.get(&path("marginals")).await.expect(200);
    let rows = rows["items"].as_array().unwrap();
    assert!(rows.iter().filter(|row| !row["one_more_offered"].is_null()).all(|row| row["one_more_offered"] == json!(0)), "{rows:?}");
    let wanted: Vec<_> = rows.iter().filter(|row| row["kg_wanted"] != json!("0")).collect();
    assert_eq!(wanted.len(), 3, "one row for every week wanted");
    assert!(wanted.iter().all(|row| row["one_more_wanted"].as_i64().unwrap() > 0 && row["kg_filled"] == row["kg_wanted"]), "{wanted:?}");
}
