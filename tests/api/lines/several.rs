//! One transfer for many lines.
use super::{PRICE, Story};
use sea_orm::{ConnectionTrait, DatabaseBackend, TransactionOptions, TransactionTrait};
use serde_json::{Value, json};
use support::TestApp;
use support::deals::{BUYER_MAIL, SUPPLIER_MAIL};

/// Two lines received and owed.
async fn owed() -> Story {
    let story = Story::begin().await;
    for number in 1..=2 {
        story.send(number, "3000").await.expect(200);
        story.receive(number, "3000", "3000", &[]).await.expect(200);
    }
    story
}

fn item(story: &Story, line: usize, amount: i64) -> Value {
    json!({ "contract": story.deal.contract, "line": line, "amount": amount })
}

async fn states(story: &Story) -> Vec<Value> {
    let lines = story.deal.buyer.get(&story.deal.path("/lines")).await.expect(200);
    lines["lines"].as_array().unwrap().iter().map(|line| line["payment"]["status"].clone()).collect()
}

#[tokio::test]
async fn one_transfer_pays_two_lines_and_one_look_confirms_both() {
    let story = owed().await;
    let paid = json!({ "items": [item(&story, 2, 3000 * PRICE), item(&story, 1, 3000 * PRICE)], "reference": "FT26335009" });
    story.deal.buyer.post("/payments/declare", paid.clone()).await.expect(204);
    assert_eq!(states(&story).await[..2], [json!("declared"), json!("declared")]);
    story.deal.buyer.post("/payments/declare", paid).await.expect(204);
    assert_eq!(states(&story).await[..2], [json!("declared"), json!("declared")], "said twice, it is declared once");
    let found: Vec<Value> = (1..=2).map(|line| json!({ "contract": story.deal.contract, "line": line })).collect();
    story.deal.supplier.post("/payments/confirm", json!({ "items": found })).await.expect(204);
    assert_eq!(states(&story).await[..2], [json!("confirmed"), json!("confirmed")]);
}

#[tokio::test]
async fn all_are_paid_or_none() {
    let story = owed().await;
    let wrong = json!({ "items": [item(&story, 1, 3000 * PRICE), item(&story, 2, 1)], "reference": null });
    let problem = story.deal.buyer.post("/payments/declare", wrong).await.problem();
    assert_eq!(problem, "409 payment_amount_differs [items.1.amount: payment_amount_differs]");
    assert_eq!(states(&story).await[..2], [json!("due"), json!("due")]);
    let twice = json!({ "items": [item(&story, 1, 1), item(&story, 1, 1)], "reference": null });
    let problem = story.deal.buyer.post("/payments/declare", twice).await.problem();
    assert_eq!(problem, "422 invalid [items.1.line: line_repeated]");
    let none = story.deal.buyer.post("/payments/declare", json!({ "items": [], "reference": null })).await;
    assert_eq!(none.problem(), "422 invalid [items: items_out_of_range]");
    let paid = json!({ "items": [item(&story, 1, 3000 * PRICE)], "reference": null });
    assert_eq!(story.deal.supplier.post("/payments/declare", paid.clone()).await.problem(), "403 forbidden");
    let stranger = story.app.enterprise("Công ty Lạ 2").await;
    assert_eq!(stranger.post("/payments/declare", paid).await.problem(), "404 not_found");
}

#[tokio::test]
async fn one_transfer_reaches_one_account() {
    let app = TestApp::new().await;
    app.enterprise("Siêu thị 1").await;
    let mut contracts = Vec::new();
    for number in 1..=2 {
        let supplier = app.cooperative(&format!("HTX Cam {number}")).await;
        let deal = app.deal_with(supplier, app.signed_in(BUYER_MAIL).await, json!({ "kg_total": "9000" }), json!({})).await;
        app.sign_by_mail(&deal, &deal.buyer, BUYER_MAIL).await;
        app.sign_by_mail(&deal, &deal.supplier, &format!("htx-cam-{number}@htx.example")).await;
        contracts.push(deal.contract);
    }
    app.app.env.set("2026-12-01T01:00:00Z".parse().expect("a time"));
    let buyer = app.signed_in(BUYER_MAIL).await;
    for (number, contract) in contracts.iter().enumerate() {
        let supplier = app.signed_in(&format!("htx-cam-{}@htx.example", number + 1)).await;
        let path = format!("/contracts/{contract}/lines/1");
        supplier.post(&format!("{path}/dispatch"), json!({ "kg": "3000", "vehicle": null, "note": null })).await.expect(200);
        let received = json!({ "received": "3000", "accepted": "3000", "rejections": [] });
        buyer.post(&format!("{path}/receive"), received).await.expect(200);
    }
    let item = |contract: &String| json!({ "contract": contract, "line": 1, "amount": 3000 * PRICE });
    let both = json!({ "items": contracts.iter().map(item).collect::<Vec<_>>(), "reference": null });
    assert_eq!(buyer.post("/payments/declare", both).await.problem(), "409 payment_accounts_differ");
    buyer.post("/payments/declare", json!({ "items": [item(&contracts[1])], "reference": null })).await.expect(204);
}

/// Whoever pays many holds all contracts before the posts that a missed line gives back to: somebody who has one of the contracts
/// can still reach its posts, and the two never wait for each other. SQLite has one writer, so there is nothing to show there.
#[tokio::test]
async fn paying_many_waits_for_a_contract_with_empty_hands() {
    let app = TestApp::new().await;
    app.cooperative("HTX Cam 1").await;
    app.enterprise("Siêu thị 1").await;
    let mut deals = Vec::new();
    for _ in 1..=2 {
        let (supplier, buyer) = (app.signed_in(SUPPLIER_MAIL).await, app.signed_in(BUYER_MAIL).await);
        let deal = app.deal_with(supplier, buyer, json!({ "kg_total": "9000" }), json!({})).await;
        app.sign_by_mail(&deal, &deal.buyer, BUYER_MAIL).await;
        app.sign_by_mail(&deal, &deal.supplier, SUPPLIER_MAIL).await;
        deals.push(deal);
    }
    app.app.env.set("2026-12-01T01:00:00Z".parse().expect("a time"));
    let (supplier, buyer) = (app.signed_in(SUPPLIER_MAIL).await, app.signed_in(BUYER_MAIL).await);
    for deal in &deals {
        supplier.post(&deal.path("/lines/1/dispatch"), json!({ "kg": "3000", "vehicle": null, "note": null })).await.expect(200);
        buyer.post(&deal.path("/lines/1/receive"), json!({ "received": "3000", "accepted": "3000" })).await.expect(200);
    }
    // The second line of both is missed by now, and nobody gave it back.
    app.app.env.set("2026-12-24T01:00:00Z".parse().expect("a time"));
    let buyer = app.signed_in(BUYER_MAIL).await;
    let raw = app.raw().await;
    if raw.get_database_backend() != DatabaseBackend::Postgres {
        return;
    }
    let items: Vec<_> = deals.iter().map(|deal| json!({ "contract": deal.contract, "line": 1, "amount": 3000 * PRICE })).collect();
    let other = raw.begin_with_options(TransactionOptions::default()).await.expect("a transaction");
    other.execute_unprepared(&format!("UPDATE contract SET version = version WHERE id = '{}'", deals[1].contract)).await.expect("a row");
    let pays = tokio::spawn(async move { buyer.post("/payments/declare", json!({ "items": items, "reference": null })).await });
    let waiting = "SELECT CAST(COUNT(*) AS text) FROM pg_locks l JOIN pg_database d ON d.datname = current_database() \
                   JOIN pg_stat_activity a ON a.pid = l.pid AND a.datid = d.oid WHERE NOT l.granted";
    while app.column(waiting).await != ["1"] {
        assert!(!pays.is_finished(), "it waits for the contract that somebody has");
        tokio::task::yield_now().await;
    }
    for deal in &deals {
        let post = format!("SELECT id FROM offer WHERE id = '{}' FOR UPDATE NOWAIT", deal.offer);
        other.execute_unprepared(&post).await.expect("nobody holds the posts yet");
    }
    other.commit().await.expect("the end");
    pays.await.expect("a reply").expect(204);
    let list = app.signed_in(BUYER_MAIL).await.get("/payments?state=declared").await.expect(200);
    assert_eq!(list["items"].as_array().map(Vec::len), Some(2));
}
