//! Nothing is promised twice, however many ask at once.
use domain::day::{TradeDay, Week};
use domain::quantity::Kg;
use domain::reservation::Hold;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, Statement};
use serde_json::{Value, json};
use std::sync::Arc;
use support::TestApp;
use uuid::Uuid;
use web::app::App;
use web::store::reservations;
use web::store::{StoreError, Tx};

/// An offer of 12 t, 4 t a week at most, and a demand of 3 t in each of three weeks from two suppliers at most.
struct Posts {
    offer: Uuid,
    demand: Uuid,
    suppliers: Vec<Uuid>,
}

async fn posts(app: &TestApp) -> Posts {
    let uuid = |view: &Value| view["id"].as_str().unwrap().parse::<Uuid>().unwrap();
    let (seller, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Cty 1").await);
    let offer = uuid(&seller.post_offer(json!({})).await);
    let demand = uuid(&buyer.post_demand(json!({ "max_suppliers": 2 })).await);
    let mut suppliers = vec![uuid(&seller.get("/organisation").await.expect(200))];
    for name in ["HTX Cam 2", "HTX Cam 3"] {
        suppliers.push(uuid(&app.cooperative(name).await.get("/organisation").await.expect(200)));
    }
    Posts { offer, demand, suppliers }
}

fn week(n: u32) -> Week {
    TradeDay::from_ymd(2026, 11, 30).unwrap().plus(7 * n).week()
}

fn hold(posts: &Posts, supplier: usize, lines: &[(u32, i64)]) -> Hold {
    let lines = lines.iter().map(|(n, kg)| (week(*n), Kg::from_whole(*kg).unwrap()));
    Hold::new(posts.offer.into(), posts.demand.into(), posts.suppliers[supplier].into(), lines).unwrap()
}

/// Reserves in a transaction of its own; whether there was room.
async fn take(app: &App, owner: Uuid, hold: &Hold) -> bool {
    let tx = Tx::write(&app.db).await.unwrap();
    match reservations::take(&tx, owner, hold).await {
        Ok(()) => {
            tx.commit().await.unwrap();
            true
        }
        Err(StoreError::NotEnough) => false,
        Err(error) => panic!("{error}"),
    }
}

async fn release(app: &App, owner: Uuid) {
    let tx = Tx::write(&app.db).await.unwrap();
    reservations::release(&tx, owner).await.unwrap();
    tx.commit().await.unwrap();
}

async fn number(raw: &DatabaseConnection, sql: &str) -> i64 {
    let row = raw.query_one_raw(Statement::from_string(raw.get_database_backend(), sql)).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

/// Every counter is the sum of the holds behind it.
async fn counters_agree(raw: &DatabaseConnection) {
    let sum = |table: &str, key: &str| {
        format!(
            "SELECT count(*) FROM {table} c WHERE c.held_g <> (SELECT CAST(coalesce(sum(w.held_g), 0) AS bigint) FROM hold h \
             JOIN hold_week w ON w.owner = h.owner WHERE h.{key} = c.{key} AND w.week = c.week)"
        )
    };
    assert_eq!(number(raw, &sum("offer_week", "offer_id")).await, 0);
    assert_eq!(number(raw, &sum("demand_week", "demand_id")).await, 0);
    let total = "SELECT count(*) FROM offer o WHERE o.held_g <> (SELECT CAST(coalesce(sum(w.held_g), 0) AS bigint) FROM hold h \
                 JOIN hold_week w ON w.owner = h.owner WHERE h.offer_id = o.id)";
    assert_eq!(number(raw, total).await, 0);
    let places = "SELECT count(*) FROM demand d WHERE d.suppliers_held <> \
                  (SELECT count(DISTINCT h.supplier_org) FROM hold h WHERE h.demand_id = d.id)";
    assert_eq!(number(raw, places).await, 0);
}

async fn raw(app: &TestApp) -> DatabaseConnection {
    Database::connect(app.app.config.database_url.expose()).await.unwrap()
}

#[tokio::test]
async fn what_is_taken_moves_and_comes_back_week_by_week() {
    let app = TestApp::new().await;
    let posts = posts(&app).await;
    let (proposal, contract): (Uuid, Uuid) = (app.app.env.id(), app.app.env.id());
    let first = hold(&posts, 0, &[(0, 3_000), (1, 2_000)]);
    assert!(take(&app.app, proposal, &first).await);
    assert!(!take(&app.app, app.app.env.id(), &hold(&posts, 0, &[(0, 1)])).await, "the week is full");
    let raw = raw(&app).await;
    counters_agree(&raw).await;

    let tx = Tx::write(&app.app.db).await.unwrap();
    let next = hold(&posts, 0, &[(0, 1_000), (2, 3_000)]);
    reservations::apply(&tx, proposal, (&first).into(), &first.change_to(&next)).await.unwrap();
    reservations::move_owner(&tx, proposal, contract).await.unwrap();
    assert_eq!(reservations::find(&tx, proposal).await.unwrap(), None);
    assert_eq!(reservations::find(&tx, contract).await.unwrap(), Some(next));
    let promised = reservations::promised_demand(&tx, posts.demand.into()).await.unwrap();
    assert_eq!((promised.total(), promised.suppliers()), (Kg::from_whole(4_000).unwrap(), 1));
    tx.commit().await.unwrap();
    counters_agree(&raw).await;
    release(&app.app, contract).await;
    release(&app.app, contract).await;
    counters_agree(&raw).await;
    assert_eq!(number(&raw, "SELECT held_g FROM offer").await, 0);
}

#[tokio::test]
async fn a_supplier_has_one_place_however_many_proposals_it_has() {
    let app = TestApp::new().await;
    let posts = posts(&app).await;
    let ids: Vec<Uuid> = (0..4).map(|_| app.app.env.id()).collect();
    assert!(take(&app.app, ids[0], &hold(&posts, 0, &[(0, 100)])).await);
    assert!(take(&app.app, ids[1], &hold(&posts, 0, &[(1, 100)])).await);
    assert!(take(&app.app, ids[2], &hold(&posts, 1, &[(1, 100)])).await);
    assert!(!take(&app.app, ids[3], &hold(&posts, 2, &[(1, 100)])).await, "both places are taken");
    release(&app.app, ids[0]).await;
    assert!(!take(&app.app, ids[3], &hold(&posts, 2, &[(1, 100)])).await, "the first supplier still has its other proposal");
    release(&app.app, ids[1]).await;
    assert!(take(&app.app, ids[3], &hold(&posts, 2, &[(1, 100)])).await);
    counters_agree(&raw(&app).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_servers_and_eight_clients_never_promise_more_than_there_is() {
    let app = TestApp::new().await;
    let posts = Arc::new(posts(&app).await);
    let (second, _) = app.another().await;
    let mut clients = Vec::new();
    for client in 0..8_u32 {
        let (server, posts) = (if client % 2 == 0 { app.app.clone() } else { second.clone() }, Arc::clone(&posts));
        clients.push(tokio::spawn(async move {
            let (mut mine, mut taken) = (Vec::new(), 0);
            for n in 0..12_u32 {
                let owner: Uuid = server.env.id();
                let supplier = usize::try_from((client + n) % 3).unwrap();
                let wanted = hold(&posts, supplier, &[((client + n) % 3, 700), ((client + n + 1) % 3, 450)]);
                if take(&server, owner, &wanted).await {
                    taken += 1;
                    mine.push(owner);
                }
                if n % 4 == 3
                    && let Some(owner) = mine.pop()
                {
                    release(&server, owner).await;
                }
            }
            (taken, mine.len())
        }));
    }
    let (mut taken, mut kept) = (0, 0);
    for client in clients {
        let (one, left) = client.await.unwrap();
        taken += one;
        kept += left;
    }
    let raw = raw(&app).await;
    counters_agree(&raw).await;
    assert_eq!(number(&raw, "SELECT count(*) FROM demand_week WHERE held_g > needed_g").await, 0);
    assert_eq!(number(&raw, "SELECT count(*) FROM offer_week w JOIN offer o ON o.id = w.offer_id WHERE w.held_g > o.per_week_g").await, 0);
    assert_eq!(number(&raw, "SELECT count(*) FROM demand WHERE suppliers_held > max_suppliers").await, 0);
    assert_eq!(number(&raw, "SELECT count(*) FROM hold").await, i64::try_from(kept).unwrap());
    assert!(taken > 3, "{taken} were taken, some of them given back");
}

#[tokio::test]
async fn of_two_counters_for_the_last_kilograms_one_wins() {
    let app = TestApp::new().await;
    let seller = app.cooperative("HTX Cam 1").await;
    seller.post_offer(json!({ "kg_total": "3000", "kg_per_week": "3000" })).await;
    for name in ["Cty 1", "Cty 2"] {
        let weeks = json!([{ "week": "2026-11-30", "kg": "1000" }]);
        let demand = app.enterprise(name).await.post_demand(json!({ "weeks": weeks })).await;
        assert_eq!(demand["terms"]["weeks"][0]["kg"], "1000");
    }
    app.officer().await.post("/rounds", json!({})).await.expect(201);
    let mut answers = Vec::new();
    let (_, second) = app.another().await;
    for (name, router) in [("cty-1", app.router.clone()), ("cty-2", second)] {
        let buyer = app.signed_in(&format!("{name}@mua.example")).await.on(router);
        let demand = buyer.get("/demands").await.expect(200)["items"][0].clone();
        let mut terms = demand["terms"].clone();
        terms["weeks"][0]["kg"] = "2000".into();
        terms.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        let id = demand["id"].as_str().unwrap();
        buyer.put(&format!("/demands/{id}"), json!({ "version": 1, "terms": terms })).await.expect(200);
        let proposal = buyer.get("/proposals").await.expect(200)["items"][0].clone();
        let mut terms =
            buyer.get(&format!("/proposals/{}", proposal["id"].as_str().unwrap())).await.expect(200)["revisions"][0]["terms"].clone();
        terms["lines"][0]["kg"] = "2000".into();
        answers.push((buyer, format!("/proposals/{}/counter", proposal["id"].as_str().unwrap()), json!({ "revision": 1, "terms": terms })));
    }
    let [(one, one_path, one_body), (two, two_path, two_body)] = answers.try_into().ok().unwrap();
    let (one, two) = tokio::join!(one.post(&one_path, one_body), two.post(&two_path, two_body));
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "{} {}", one.json, two.json);
    assert_eq!(seller.get("/offers").await.expect(200)["items"][0]["kg_held"], "3000");
}
