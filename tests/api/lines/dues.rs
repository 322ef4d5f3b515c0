//! Deposit and retention: nine tonnes in three weeks at 27,900 ₫, a deposit within three days, a part of each delivery until the end.
use super::{PRICE, Story};
use serde_json::{Value, json};
use support::TestApp;
use support::client::{Client, Reply};
use support::deals::{BUYER_MAIL, SUPPLIER_MAIL};

const TOTAL: i64 = 9_000 * PRICE;

fn usual() -> Value {
    json!({ "deposit_percent": 20, "deposit_days": 3, "retention_percent": 5, "retention_days": 15 })
}

/// In force since 21 November, on the morning of 24 November.
async fn begin(dues: Value) -> Story {
    let app = TestApp::new().await;
    let (supplier, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 1").await);
    let deal = app.deal_with(supplier, buyer, json!({}), json!({ "dues": dues })).await;
    app.sign_by_mail(&deal, &deal.buyer, BUYER_MAIL).await;
    app.sign_by_mail(&deal, &deal.supplier, SUPPLIER_MAIL).await;
    let mut story = Story { app, deal };
    story.on("2026-11-24").await;
    story
}

impl Story {
    async fn due(&self, who: &Client, due: &str, command: &str, body: Value) -> Reply {
        who.post(&self.deal.path(&format!("/dues/{due}/{command}")), body).await
    }

    async fn declare_due(&self, who: &Client, due: &str, amount: i64) -> Reply {
        self.due(who, due, "declare-payment", json!({ "amount": amount, "reference": "FT-COC" })).await
    }

    async fn confirm_due(&self, who: &Client, due: &str) -> Reply {
        self.due(who, due, "confirm-payment", json!({})).await
    }

    async fn withdraw_due(&self, who: &Client, due: &str) -> Reply {
        self.due(who, due, "withdraw-payment", json!({})).await
    }

    async fn pay_deposit(&self) {
        self.declare_due(&self.deal.buyer, "deposit", TOTAL / 5).await.expect(200);
        self.confirm_due(&self.deal.supplier, "deposit").await.expect(200);
    }

    async fn take(&self, number: usize, kg: &str) {
        self.send(number, kg).await.expect(200);
        self.receive(number, kg, kg, &[]).await.expect(200);
    }

    /// Status, amount and day of one of the contract's own debts.
    async fn owed(&self, due: &str) -> (String, i64, String) {
        let lines = self.lines().await;
        let found = lines["dues"]["items"].as_array().and_then(|all| all.iter().find(|one| one["kind"] == due)).cloned().expect("a due");
        let payment = &found["payment"];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        (text(&payment["status"]), payment["amount"].as_i64().unwrap_or_default(), text(&payment["due_on"]))
    }

    async fn amounts(&self) -> Vec<i64> {
        let lines = self.lines().await;
        lines["lines"].as_array().into_iter().flatten().map(|line| line["payment"]["amount"].as_i64().unwrap_or_default()).collect()
    }

    async fn debts(&self, who: &Client) -> Vec<String> {
        let list = who.get("/payments").await.expect(200);
        let name = |item: &Value| {
            let of = item["due"].as_str().map_or_else(|| item["line"].to_string(), str::to_owned);
            format!("{of} {}", item["payment"]["status"].as_str().unwrap_or_default())
        };
        list["items"].as_array().into_iter().flatten().map(name).collect()
    }
}

#[tokio::test]
async fn a_deposit_is_paid_set_off_the_rest_released_and_the_contract_settled() {
    let mut story = begin(usual()).await;
    assert_eq!(story.owed("deposit").await, ("due".into(), TOTAL / 5, "2026-11-24".into()));
    let tasks = story.deal.buyer.get("/tasks").await.expect(200);
    let task = tasks["items"].as_array().unwrap().iter().find(|task| task["due"] == "deposit").cloned().expect("a task of the day");
    assert_eq!((&task["kind"], &task["amount"]), (&json!("pay"), &json!(TOTAL / 5)));
    assert_eq!(story.debts(&story.deal.buyer).await, ["deposit due"]);
    story.declare_due(&story.deal.buyer, "deposit", TOTAL / 5).await.expect(200);
    let mail = story.app.last_mail("payment_declared", SUPPLIER_MAIL).await;
    assert!(mail.text.contains("cho tiền đặt cọc của hợp đồng") && mail.text.contains("FT-COC"), "{}", mail.text);
    let asked = story.deal.supplier.get("/tasks").await.expect(200);
    assert!(asked["items"].as_array().unwrap().iter().any(|task| task["kind"] == "confirm_payment" && task["due"] == "deposit"));
    story.confirm_due(&story.deal.supplier, "deposit").await.expect(200);

    story.on("2026-12-01").await;
    for number in 1..=3 {
        story.take(number, "3000").await;
    }
    // Of 83.7 million each, a twentieth is kept back; 50.22 million were paid ahead.
    let value = 3_000 * PRICE;
    assert_eq!(story.amounts().await, [value - value / 20 - TOTAL / 5, value - value / 20, value - value / 20]);
    let share = story.lines().await["lines"][0]["share"].clone();
    assert_eq!(share, json!({ "value": value, "set_off": TOTAL / 5, "retained": value / 20 }));
    assert_eq!(story.owed("retention").await, ("due".into(), TOTAL / 20, "2026-12-16".into()));
    assert_eq!(story.owed("return").await.1, 0);

    let lines = story.amounts().await;
    let mut items: Vec<Value> =
        lines.iter().zip(1..).map(|(amount, line)| json!({ "contract": story.deal.contract, "line": line, "amount": amount })).collect();
    items.push(json!({ "contract": story.deal.contract, "due": "retention", "amount": TOTAL / 20 }));
    story.deal.buyer.post("/payments/declare", json!({ "items": items, "reference": "FT-HET" })).await.expect(204);
    assert_eq!(story.lines().await["contract_status"], "in_force");
    let mut found: Vec<Value> = (1..=3).map(|line| json!({ "contract": story.deal.contract, "line": line })).collect();
    found.push(json!({ "contract": story.deal.contract, "due": "retention" }));
    story.deal.supplier.post("/payments/confirm", json!({ "items": found })).await.expect(204);
    let done = story.lines().await;
    assert_eq!(done["contract_status"], "completed");
    assert_eq!((&done["progress"]["due"], &done["progress"]["confirmed"]), (&json!(TOTAL), &json!(TOTAL)));
    assert_eq!(story.debts(&story.deal.supplier).await.len(), 5);
}

#[tokio::test]
async fn a_late_deposit_is_asked_for_and_its_own_line_is_late() {
    let mut story = begin(usual()).await;
    story.morning("2026-11-24").await;
    assert_eq!(story.mailed("payment_due", BUYER_MAIL).await, 1);
    story.morning("2026-11-26").await;
    let mail = story.app.last_mail("payment_overdue", BUYER_MAIL).await;
    assert!(mail.text.contains("tiền đặt cọc") && mail.text.contains("50.220.000"), "{}", mail.text);
    assert_eq!(story.mailed("payment_overdue", SUPPLIER_MAIL).await, 1);
    let late = story.deal.buyer.get("/payments?state=late").await.expect(200);
    assert_eq!((&late["items"][0]["due"], &late["items"][0]["payment"]["days_late"]), (&json!("deposit"), &json!(2)));
    assert_eq!(late["totals"]["late"], TOTAL / 5);
    story.pay_deposit().await;
    assert_eq!(story.deal.buyer.get("/payments?state=late").await.expect(200)["items"], json!([]));
}

#[tokio::test]
async fn what_the_deposit_paid_ahead_and_nobody_delivered_goes_back() {
    let mut story = begin(usual()).await;
    story.pay_deposit().await;
    story.on("2026-12-01").await;
    story.take(1, "1000").await;
    assert_eq!(story.amounts().await[0], 0, "all of it was paid ahead");
    let ended = story.deal.supplier.post(&story.deal.path("/terminate"), json!({ "reason": "Mất mùa" })).await;
    ended.expect(200);
    let left = TOTAL / 5 - 1_000 * PRICE;
    assert_eq!(story.owed("return").await, ("due".into(), left, "2026-12-08".into()));
    assert_eq!(story.lines().await["dues"]["doubled"], left, "as much again is for the two to settle");
    assert_eq!(story.declare_due(&story.deal.buyer, "return", left).await.problem(), "403 forbidden");
    let to_pay = story.deal.supplier.get("/payments").await.expect(200);
    assert_eq!(to_pay["totals"]["back"], left);
    assert_eq!(to_pay["items"].as_array().unwrap().iter().filter(|item| item["payer"] == "supplier").count(), 1);
    let tasks = story.deal.supplier.get("/tasks").await.expect(200);
    assert!(tasks["items"].as_array().unwrap().iter().any(|task| task["kind"] == "pay" && task["due"] == "return"));
    story.declare_due(&story.deal.supplier, "return", left).await.expect(200);
    assert_eq!(story.confirm_due(&story.deal.supplier, "return").await.problem(), "403 forbidden");
    let dispute = story.due(&story.deal.buyer, "return", "dispute-payment", json!({ "reason": "Chưa thấy tiền" })).await;
    dispute.expect(200);
    story.declare_due(&story.deal.supplier, "return", left).await.expect(200);
    story.confirm_due(&story.deal.buyer, "return").await.expect(200);
    assert_eq!(story.owed("return").await.0, "confirmed");
}

#[tokio::test]
async fn a_buyer_who_ends_it_leaves_the_rest_and_a_supplier_who_never_got_it_is_owed_nothing() {
    let story = begin(usual()).await;
    story.pay_deposit().await;
    story.deal.buyer.post(&story.deal.path("/terminate"), json!({ "reason": "Đổi kế hoạch" })).await.expect(200);
    let lines = story.lines().await;
    assert_eq!((&lines["dues"]["kept"], &lines["dues"]["doubled"]), (&json!(TOTAL / 5), &Value::Null));
    assert_eq!(story.owed("return").await.1, 0);

    let mut story = begin(usual()).await;
    story.morning("2026-12-29").await;
    assert_eq!(story.lines().await["contract_status"], "completed", "nothing came, nothing was paid ahead");
    assert_eq!(story.owed("deposit").await.0, "none");
}

#[tokio::test]
async fn a_correction_after_the_set_off_moves_what_nobody_paid() {
    let mut story = begin(json!({ "deposit_percent": 50 })).await;
    story.declare_due(&story.deal.buyer, "deposit", TOTAL / 2).await.expect(200);
    story.on("2026-12-01").await;
    story.take(1, "3000").await;
    story.take(2, "3000").await;
    assert_eq!(story.amounts().await[..2], [0, 1_500 * PRICE]);
    let findings = json!({ "inspected": "3000", "accepted": "2000", "rejections": [{ "kg": "1000", "reason": "damaged", "note": null }] });
    let path = story.deal.path("/lines/1/inspections/1/correct");
    story.deal.buyer.post(&path, findings.clone()).await.expect(200);
    assert_eq!(story.amounts().await[..2], [0, 500 * PRICE], "the deposit that is free again pays the next delivery");
    story.declare(2, 500 * PRICE).await.expect(200);
    let again = json!({ "inspected": "3000", "accepted": "1000", "rejections": [{ "kg": "2000", "reason": "damaged", "note": null }] });
    story.deal.buyer.post(&story.deal.path("/lines/1/inspections/2/correct"), again).await.expect(200);
    assert_eq!(story.amounts().await[..2], [0, 500 * PRICE], "what was declared stays");
    story.take(3, "3000").await;
    assert_eq!(story.amounts().await[2], 2_000 * PRICE, "and the tonne that went back pays the last one");
}

#[tokio::test]
async fn who_said_by_mistake_that_it_paid_takes_it_back() {
    let mut story = begin(usual()).await;
    let (buyer, supplier) = (&story.deal.buyer, &story.deal.supplier);
    assert_eq!(story.withdraw_due(buyer, "deposit").await.problem(), "409 payment_not_declared");
    story.declare_due(buyer, "deposit", TOTAL / 5).await.expect(200);
    assert_eq!(story.withdraw_due(supplier, "deposit").await.problem(), "403 forbidden");
    story.withdraw_due(buyer, "deposit").await.expect(200);
    assert_eq!(story.owed("deposit").await, ("due".into(), TOTAL / 5, "2026-11-24".into()));
    let mail = story.app.last_mail("payment_withdrawn", SUPPLIER_MAIL).await;
    assert!(mail.text.contains("rút lời báo đã trả") && mail.text.contains("tiền đặt cọc"), "{}", mail.text);
    // Denied, it is taken back as well, and nobody disagrees any more.
    story.declare_due(buyer, "deposit", TOTAL / 5).await.expect(200);
    story.due(supplier, "deposit", "dispute-payment", json!({ "reason": "Chưa thấy tiền" })).await.expect(200);
    let back = story.withdraw_due(buyer, "deposit").await.expect(200);
    assert_eq!(back["dues"]["items"][0]["payment"]["dispute"], Value::Null);
    // Of a delivery too.
    story.on("2026-12-01").await;
    story.take(1, "3000").await;
    let amount = story.amounts().await[0];
    story.declare(1, amount).await.expect(200);
    let path = story.deal.path("/lines/1/withdraw-payment");
    assert_eq!(story.deal.supplier.post(&path, json!({})).await.problem(), "403 forbidden");
    let lines = story.deal.buyer.post(&path, json!({})).await.expect(200);
    assert_eq!((&lines["lines"][0]["payment"]["status"], &lines["lines"][0]["payment"]["amount"]), (&json!("due"), &json!(amount)));
    assert_eq!(story.notices(&story.deal.supplier, "payment_withdrawn").await, 3);
    story.pay_deposit().await;
    assert_eq!(story.withdraw_due(&story.deal.buyer, "deposit").await.problem(), "409 payment_already_confirmed");
}

#[tokio::test]
async fn a_deposit_that_goes_back_stays_declared_until_the_supplier_takes_that_back() {
    let mut story = begin(usual()).await;
    story.declare_due(&story.deal.buyer, "deposit", TOTAL / 5).await.expect(200);
    story.on("2026-12-01").await;
    story.deal.supplier.post(&story.deal.path("/terminate"), json!({ "reason": "Mất mùa" })).await.expect(200);
    story.declare_due(&story.deal.supplier, "return", TOTAL / 5).await.expect(200);
    assert_eq!(story.withdraw_due(&story.deal.buyer, "deposit").await.problem(), "409 deposit_goes_back");
    assert_eq!(story.withdraw_due(&story.deal.buyer, "return").await.problem(), "403 forbidden");
    story.withdraw_due(&story.deal.supplier, "return").await.expect(200);
    assert!(story.app.last_mail("payment_withdrawn", BUYER_MAIL).await.text.contains("phần đặt cọc trả lại"));
    story.withdraw_due(&story.deal.buyer, "deposit").await.expect(200);
    assert_eq!((story.owed("deposit").await.0, story.owed("return").await.0), ("none".into(), "none".into()));
}

/// Every delivery was missed and the contract is over; the deposit had been sent, and nobody had said so.
#[tokio::test]
async fn a_deposit_that_nobody_declared_is_said_late_confirmed_and_given_back() {
    let mut story = begin(usual()).await;
    assert_eq!(story.lines().await["dues"]["late_deposit"], Value::Null, "goods may still come");
    story.morning("2026-12-29").await;
    let lines = story.lines().await;
    assert_eq!(lines["contract_status"], "completed");
    assert_eq!(lines["dues"]["late_deposit"], json!({ "amount": TOTAL / 5, "stays": false }));
    let (buyer, supplier) = (&story.deal.buyer, &story.deal.supplier);
    let wrong = story.declare_due(buyer, "deposit", 1).await.problem();
    assert_eq!(wrong, "409 payment_amount_differs [amount: payment_amount_differs]");
    assert_eq!(story.declare_due(supplier, "deposit", TOTAL / 5).await.problem(), "403 forbidden");
    story.declare_due(buyer, "deposit", TOTAL / 5).await.expect(200);
    assert!(story.app.last_mail("payment_declared", SUPPLIER_MAIL).await.text.contains("50.220.000"));
    assert_eq!(story.owed("return").await, ("due".into(), TOTAL / 5, "2027-01-05".into()), "seven days since the buyer said so");
    assert_eq!(story.owed("deposit").await.2, "2026-12-29", "nobody asked for it since the old day");
    let tasks = supplier.get("/tasks").await.expect(200)["items"].clone();
    let asked = |kind: &str, due: &str| tasks.as_array().unwrap().iter().any(|task| task["kind"] == kind && task["due"] == due);
    assert!(asked("confirm_payment", "deposit") && asked("pay", "return"), "{tasks}");
    // Denied: nothing goes back, and the buyer is not left with a debt that nobody asks for.
    story.due(supplier, "deposit", "dispute-payment", json!({ "reason": "Chưa thấy tiền" })).await.expect(200);
    assert_eq!(story.owed("return").await.0, "none");
    story.withdraw_due(buyer, "deposit").await.expect(200);
    assert_eq!(story.owed("deposit").await.0, "none");
    // The bank's slip is found: said again, confirmed, given back.
    story.declare_due(buyer, "deposit", TOTAL / 5).await.expect(200);
    story.confirm_due(supplier, "deposit").await.expect(200);
    assert_eq!(story.deal.supplier.get("/payments").await.expect(200)["totals"]["back"], TOTAL / 5);
    story.declare_due(&story.deal.supplier, "return", TOTAL / 5).await.expect(200);
    let done = story.confirm_due(&story.deal.buyer, "return").await.expect(200);
    assert_eq!((&done["contract_status"], &done["progress"]["due"]), (&json!("completed"), &json!(0)));
}

#[tokio::test]
async fn others_find_nothing_and_bad_figures_are_named() {
    let story = begin(usual()).await;
    let stranger = story.app.enterprise("Công ty Lạ 2").await;
    assert_eq!(story.declare_due(&stranger, "deposit", TOTAL / 5).await.problem(), "404 not_found");
    assert_eq!(story.declare_due(&story.deal.buyer, "penalty", 1).await.problem(), "404 not_found");
    let wrong = story.declare_due(&story.deal.buyer, "deposit", 1).await.problem();
    assert_eq!(wrong, "409 payment_amount_differs [amount: payment_amount_differs]");
    assert_eq!(story.declare_due(&story.deal.buyer, "retention", 1).await.problem(), "409 payment_not_due");
    for item in [json!({}), json!({ "line": 1, "due": "deposit" })] {
        let mut item = item;
        (item["contract"], item["amount"]) = (json!(story.deal.contract), json!(1));
        let problem = story.deal.buyer.post("/payments/declare", json!({ "items": [item] })).await.problem();
        assert!(
            ["422 invalid [items.0.line: required]", "422 invalid [items.0.due: line_or_due]"].contains(&problem.as_str()),
            "{problem}"
        );
    }
    for (dues, fault) in [
        (json!({ "deposit_percent": 51 }), "dues.deposit_percent: deposit_out_of_range"),
        (json!({ "deposit_percent": -1 }), "dues.deposit_percent: malformed"),
        (json!({ "deposit_percent": 20, "deposit_days": 31 }), "dues.deposit_days: deposit_days_out_of_range"),
        (json!({ "retention_percent": 11 }), "dues.retention_percent: retention_out_of_range"),
        (json!({ "retention_percent": 5, "retention_days": 91 }), "dues.retention_days: retention_days_out_of_range"),
        (json!({ "deposit": 20 }), "dues.deposit: unknown_field"),
    ] {
        let problem = story.deal.buyer.try_demand(json!({ "dues": dues })).await.problem();
        assert!(problem.ends_with(&format!("[{fault}]")), "{problem}");
    }
    let demand = story.deal.buyer.post_demand(json!({ "dues": usual() })).await;
    assert_eq!(demand["terms"]["dues"], usual());
}

/// A contract without both is what it was.
#[tokio::test]
async fn a_contract_without_both_has_no_debts_of_its_own() {
    let story = Story::begin().await;
    let lines = story.lines().await;
    assert_eq!((&lines["dues"], &lines["lines"][0]["share"]), (&Value::Null, &Value::Null));
    assert_eq!(story.declare_due(&story.deal.buyer, "deposit", 1).await.problem(), "404 not_found");
}

/// The supplier asks for a larger deposit, and the history says so.
#[tokio::test]
async fn both_bargain_deposit_and_retention() {
    let app = TestApp::new().await;
    let (supplier, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 1").await);
    supplier.post_offer(json!({})).await;
    buyer.post_demand(json!({ "dues": usual() })).await;
    app.officer().await.post("/rounds", json!({})).await.expect(201);
    let id = supplier.get("/proposals").await.expect(200)["items"][0]["id"].as_str().expect("an id").to_owned();
    let view = supplier.get(&format!("/proposals/{id}")).await.expect(200);
    assert_eq!(view["dues"], usual(), "read before answering");
    let mut terms = view["revisions"][0]["terms"].clone();
    terms["dues"] = json!({ "deposit_percent": 30, "deposit_days": 5, "retention_percent": 0, "retention_days": 0 });
    let path = format!("/proposals/{id}/counter");
    let countered = supplier.post(&path, json!({ "revision": 1, "terms": terms })).await.expect(200);
    let changes = countered["revisions"][1]["changes"].clone();
    let expected = json!([
        { "field": "deposit", "week": null, "before": "20/3", "after": "30/5" },
        { "field": "retention", "week": null, "before": "5/15", "after": null },
    ]);
    assert_eq!(changes, expected);
    terms["dues"]["deposit_percent"] = json!(51);
    let problem = buyer.post(&path, json!({ "revision": 2, "terms": terms })).await.problem();
    assert_eq!(problem, "422 invalid [terms.dues.deposit_percent: deposit_out_of_range]");
}
