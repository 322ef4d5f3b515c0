//! One transfer for many lines.
use super::{PRICE, Story};
use serde_json::{Value, json};
use support::TestApp;
use support::deals::BUYER_MAIL;

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
