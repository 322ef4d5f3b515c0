//! How long a whole market takes to read, and how long meanwhile a thread that answers requests is kept from it.
//! `market_reading OFFERS DEMANDS` prints both in milliseconds.
use domain::demand::{Demand, DemandState};
use domain::offer::Offer;
use domain::post::PostState;
use serde_json::{from_value, json};
use std::time::{Duration, Instant};
use support::TestApp;
use support::posts::{changed, demand_terms, offer_terms};
use uuid::Uuid;
use web::store::{Tx, demands, market, offers};

const TIMES: u32 = 5;

/// One thread alone: what holds it holds everything.
#[tokio::main(flavor = "current_thread")]
async fn main() {
    let counts: Vec<usize> = std::env::args().skip(1).map(|text| text.parse().expect("a number")).collect();
    let [offers, demands] = counts[..] else { panic!("OFFERS DEMANDS") };
    let app = filled(offers, demands).await;
    let (mut best, mut held) = (Duration::MAX, Duration::ZERO);
    for _ in 0..TIMES {
        let ticks = tokio::spawn(longest_pause());
        let began = Instant::now();
        let tx = Tx::read(&app.app.db).await.expect("a transaction");
        let loaded = market::load(&tx, &app.app.config, app.app.env.now(), None).await.expect("the market");
        best = best.min(began.elapsed());
        assert_eq!((loaded.offers.len(), loaded.demands.len()), (offers, demands));
        ticks.abort();
        held = held.max(LONGEST.with(|longest| longest.replace(Duration::ZERO)));
    }
    println!("{:.0} {:.0}", best.as_secs_f64() * 1000.0, held.as_secs_f64() * 1000.0);
}

thread_local! {
    static LONGEST: std::cell::Cell<Duration> = const { std::cell::Cell::new(Duration::ZERO) };
}

/// Between two moments at which anybody else could have been answered.
async fn longest_pause() {
    let mut last = Instant::now();
    loop {
        tokio::task::yield_now().await;
        LONGEST.with(|longest| longest.set(longest.get().max(last.elapsed())));
        last = Instant::now();
    }
}

async fn filled(offers: usize, demands: usize) -> TestApp {
    let app = TestApp::new().await;
    app.cooperative("HTX Cam 1").await;
    app.enterprise("Siêu thị 1").await;
    let person = async |end: &str, column: &str| -> Uuid {
        let sql = format!("SELECT {column} FROM \"user\" WHERE sign_in LIKE '%{end}'");
        app.column(&sql).await[0].parse().expect("an id")
    };
    let (seller, buyer) = ("@htx.example", "@mua.example");
    let (org, by) = (person(seller, "org_id").await.into(), person(seller, "id").await.into());
    let now = app.app.env.now();
    let offer = |number: usize| Offer {
        id: app.app.env.id(),
        org,
        terms: from_value(changed(offer_terms(), json!({ "ask": 20_000 + number % 9_000 }))).expect("terms"),
        state: PostState::Open,
        posted_by: by,
        posted_at: now,
        version: 1,
    };
    let tx = Tx::write(&app.app.db).await.expect("a transaction");
    offers::insert_many(&tx, &(0..offers).map(offer).collect::<Vec<_>>()).await.expect("offers");
    tx.commit().await.expect("kept");
    let (org, by) = (person(buyer, "org_id").await.into(), person(buyer, "id").await.into());
    let demand = |number: usize| Demand {
        id: app.app.env.id(),
        org,
        terms: from_value(changed(demand_terms(), json!({ "bid": 30_000 + number % 9_000 }))).expect("terms"),
        group: None,
        title: None,
        state: DemandState::Open,
        posted_by: by,
        posted_at: now,
        version: 1,
    };
    let tx = Tx::write(&app.app.db).await.expect("a transaction");
    demands::insert_many(&tx, &(0..demands).map(demand).collect::<Vec<_>>()).await.expect("demands");
    tx.commit().await.expect("kept");
    app
}
