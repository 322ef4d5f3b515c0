//! Goods and money after a contract took effect: nine tonnes in three weeks at 27,900 ₫, paid 30 days after each delivery.
mod days;
mod deadlines;
mod dues;
mod inspections;
mod lists;
mod several;
mod stored;
mod transfer;

use serde_json::{Value, json};
use support::TestApp;
use support::client::{Client, Reply};
use support::deals::{BUYER_MAIL, Deal, SUPPLIER_MAIL};

const PRICE: i64 = 27_900;

/// A contract in force on a morning of its first week.
struct Story {
    app: TestApp,
    deal: Deal,
}

impl Story {
    async fn begin() -> Self {
        let app = TestApp::new().await;
        let deal = app.in_force().await;
        let mut story = Self { app, deal };
        story.on("2026-12-01").await;
        story
    }

    /// Eight in the morning of a day; both sign in anew.
    async fn on(&mut self, day: &str) {
        self.app.app.env.set(format!("{day}T01:00:00Z").parse().expect("a time"));
        self.deal.supplier = self.app.signed_in(SUPPLIER_MAIL).await;
        self.deal.buyer = self.app.signed_in(BUYER_MAIL).await;
    }

    async fn act(&self, who: &Client, number: usize, command: &str, body: Value) -> Reply {
        who.post(&self.deal.path(&format!("/lines/{number}/{command}")), body).await
    }

    async fn send(&self, number: usize, kg: &str) -> Reply {
        self.act(&self.deal.supplier, number, "dispatch", json!({ "kg": kg, "vehicle": "28C-041.23", "note": null })).await
    }

    async fn receive(&self, number: usize, received: &str, accepted: &str, rejected: &[(&str, &str)]) -> Reply {
        let rejections: Vec<Value> = rejected.iter().map(|(kg, reason)| json!({ "kg": kg, "reason": reason, "note": null })).collect();
        let body = json!({ "received": received, "accepted": accepted, "rejections": rejections });
        self.act(&self.deal.buyer, number, "receive", body).await
    }

    async fn declare(&self, number: usize, amount: i64) -> Reply {
        self.act(&self.deal.buyer, number, "declare-payment", json!({ "amount": amount, "reference": "FT26335001" })).await
    }

    async fn confirm(&self, number: usize) -> Reply {
        self.act(&self.deal.supplier, number, "confirm-payment", json!({})).await
    }

    /// Sent, accepted whole and declared as paid.
    async fn deliver(&self, number: usize, kg: i64) {
        let weight = kg.to_string();
        self.send(number, &weight).await.expect(200);
        self.receive(number, &weight, &weight, &[]).await.expect(200);
        self.declare(number, kg * PRICE).await.expect(200);
    }

    async fn lines(&self) -> Value {
        self.deal.supplier.get(&self.deal.path("/lines")).await.expect(200)
    }

    /// How often a notice of a kind reached somebody.
    async fn notices(&self, who: &Client, kind: &str) -> usize {
        let notices = who.get("/notices?limit=100").await.expect(200);
        notices["items"].as_array().into_iter().flatten().filter(|notice| notice["kind"] == kind).count()
    }

    /// How often a mail of a kind went to an address.
    async fn mailed(&self, kind: &str, to: &str) -> usize {
        self.app.mails().await.iter().filter(|mail| mail.kind == kind && mail.recipient == to).count()
    }
}

#[tokio::test]
async fn a_delivery_goes_from_the_farm_to_the_money() {
    let mut story = Story::begin().await;
    story.send(1, "3040.5").await.expect(200);
    let mail = story.app.last_mail("delivery_dispatched", BUYER_MAIL).await;
    assert!(mail.text.contains("3.040,5\u{a0}kg") && mail.text.contains("28C-041.23") && mail.text.contains("/hop-dong/"), "{}", mail.text);

    let view = story.receive(1, "3025", "2940", &[("50", "damaged"), ("35", "unripe")]).await.expect(200);
    let line = &view["lines"][0];
    assert_eq!(line["receipt"]["outcome"], "part");
    assert_eq!(line["payment"]["amount"], 2_940 * PRICE);
    assert_eq!(line["payment"]["due_on"], "2026-12-31", "thirty days after the goods were accepted");
    let mail = story.app.last_mail("delivery_received", SUPPLIER_MAIL).await;
    assert!(mail.text.contains("82.026.000\u{a0}₫") && mail.text.contains("31/12/2026"), "{}", mail.text);

    story.on("2026-12-30").await;
    story.declare(1, 2_940 * PRICE).await.expect(200);
    assert!(story.app.last_mail("payment_declared", SUPPLIER_MAIL).await.text.contains("FT26335001"));
    let view = story.confirm(1).await.expect(200);
    assert_eq!(view["lines"][0]["payment"]["status"], "confirmed");
    let notices = story.deal.buyer.get("/notices").await.expect(200);
    assert_eq!(notices["items"][0]["kind"], "payment_confirmed");
    assert_eq!(notices["items"][0]["arguments"]["amount"], 2_940 * PRICE);
    let expected = json!({
        "contracted_kg": "9000", "shipped_kg": "3040.5", "received_kg": "3025", "accepted_kg": "2940", "rejected_kg": "85",
        "due": 2_940 * PRICE, "declared": 2_940 * PRICE, "confirmed": 2_940 * PRICE,
    });
    assert_eq!(story.lines().await["progress"], expected);
}

#[tokio::test]
async fn a_contract_is_complete_with_its_last_payment_and_gives_back_what_was_not_sent() {
    let story = Story::begin().await;
    let left = async || story.deal.supplier.get(&format!("/offers/{}", story.deal.offer)).await.expect(200)["kg_left"].clone();
    assert_eq!(left().await, "3000", "twelve tonnes offered, nine promised");
    for number in 1..=3 {
        story.deliver(number, 2_000).await;
        story.confirm(number).await.expect(200);
    }
    assert_eq!(story.lines().await["contract_status"], "completed");
    let happened = story.deal.view(&story.deal.buyer).await["events"].as_array().cloned().unwrap_or_default();
    assert_eq!(happened.last().map(|event| event["kind"].clone()), Some(json!("completed")));
    assert_eq!(left().await, "6000");
    for who in [&story.deal.supplier, &story.deal.buyer] {
        assert_eq!(story.notices(who, "contract_completed").await, 1);
        let notices = who.get("/notices").await.expect(200);
        let completed = notices["items"].as_array().unwrap().iter().find(|notice| notice["kind"] == "contract_completed").unwrap();
        assert_eq!(completed["arguments"]["amount"], 6_000 * PRICE);
    }
}

#[tokio::test]
async fn a_refused_load_settles_with_nothing_due() {
    let mut story = Story::begin().await;
    story.send(1, "3000").await.expect(200);
    let view = story.receive(1, "3000", "0", &[("3000", "rotten")]).await.expect(200);
    assert_eq!(view["lines"][0]["receipt"]["outcome"], "refused");
    assert_eq!(view["lines"][0]["payment"]["status"], "none");
    assert_eq!(story.declare(1, 1).await.problem(), "409 payment_not_due");
    for number in 2..=3 {
        story.send(number, "3000").await.expect(200);
        story.receive(number, "0", "0", &[]).await.expect(200);
    }
    assert_eq!(story.lines().await["contract_status"], "in_force", "a slip can still be corrected");
    let view = story.lines().await;
    assert_eq!(view["lines"][2]["inspecting"]["correct_until"], "2026-12-01T13:00:00Z");
    web::flow::deadlines(&story.app.app).await.expect("the deadlines");
    assert_eq!(story.lines().await["contract_status"], "in_force");
    story.on("2026-12-02").await;
    web::flow::deadlines(&story.app.app).await.expect("the deadlines");
    assert_eq!(story.lines().await["contract_status"], "completed");
    assert_eq!(story.notices(&story.deal.supplier, "contract_completed").await, 1);
}

/// "Refuse all" on the last line was a slip: it is corrected, paid, and the contract ends with that.
#[tokio::test]
async fn a_refusal_on_the_last_line_can_be_corrected() {
    let mut story = Story::begin().await;
    for number in 1..=2 {
        story.deliver(number, 3_000).await;
        story.confirm(number).await.expect(200);
    }
    story.send(3, "3000").await.expect(200);
    story.receive(3, "3000", "0", &[("3000", "rotten")]).await.expect(200);
    assert_eq!(story.lines().await["contract_status"], "in_force");
    let meant =
        json!({ "weighed": null, "inspected": "3000", "accepted": "3000", "rejections": [], "measured": {}, "part": null, "note": null });
    story.act(&story.deal.buyer, 3, "inspections/1/correct", meant).await.expect(200);
    let line = story.lines().await["lines"][2].clone();
    assert_eq!((&line["receipt"]["outcome"], &line["payment"]["amount"]), (&json!("accepted"), &json!(3_000 * PRICE)));
    story.on("2026-12-03").await;
    web::flow::deadlines(&story.app.app).await.expect("the deadlines");
    assert_eq!(story.lines().await["contract_status"], "in_force", "it is owed now");
    story.declare(3, 3_000 * PRICE).await.expect(200);
    story.confirm(3).await.expect(200);
    assert_eq!(story.lines().await["contract_status"], "completed");
}

#[tokio::test]
async fn what_cannot_be_is_refused_by_name() {
    let story = Story::begin().await;
    assert_eq!(story.receive(1, "1", "1", &[]).await.problem(), "409 line_not_dispatched");
    assert_eq!(story.send(1, "0").await.problem(), "422 invalid [kg: kg_out_of_range]");
    assert_eq!(story.send(1, "3150.001").await.problem(), "422 invalid [kg: dispatch_above_tolerance]");
    assert_eq!(story.send(1, "1.5 tấn").await.problem(), "422 invalid [kg: kg_not_a_number]");
    assert_eq!(story.send(1, "1000000000000").await.problem(), "422 invalid [kg: kg_out_of_range]");
    story.send(1, "3000").await.expect(200);
    let receive =
        async |received: &str, accepted: &str, rejected: &[(&str, &str)]| story.receive(1, received, accepted, rejected).await.problem();
    assert_eq!(receive("3000", "2900", &[]).await, "422 invalid [accepted: kg_do_not_add_up]");
    assert_eq!(receive("3000", "2900", &[("99", "damaged")]).await, "422 invalid [accepted: kg_do_not_add_up]");
    assert_eq!(receive("3000", "2900", &[("100", "other")]).await, "422 invalid [rejections.0.note: note_missing]");
    assert_eq!(receive("3000", "2900", &[("100", "ugly")]).await, "422 invalid [rejections.0.reason: reject_reason_unknown]");
    assert_eq!(receive("3200", "3200", &[]).await, "422 invalid [accepted: accepted_above_tolerance]");
    assert_eq!(receive("6001", "0", &[("6001", "damaged")]).await, "422 invalid [received: received_far_above_dispatch]");
    story.receive(1, "3000", "3000", &[]).await.expect(200);
    assert_eq!(story.declare(1, 3_000 * PRICE - 1).await.problem(), "409 payment_amount_differs [amount: payment_amount_differs]");
    assert_eq!(story.confirm(1).await.problem(), "409 payment_not_declared");
    assert_eq!(story.send(4, "3000").await.problem(), "404 not_found");
    assert_eq!(story.send(99_999, "3000").await.problem(), "404 not_found");
    assert_eq!(story.lines().await["progress"]["accepted_kg"], "3000");
}

#[tokio::test]
async fn each_side_does_its_own_part_and_nobody_elses() {
    let story = Story::begin().await;
    let dispatch = json!({ "kg": "3000" });
    let clerk = story.app.clerk(&story.deal.supplier, "thu-ky-1").await;
    assert_eq!(story.act(&story.deal.buyer, 1, "dispatch", dispatch.clone()).await.problem(), "403 forbidden");
    story.act(&clerk, 1, "dispatch", dispatch.clone()).await.expect(200);
    let receive = json!({ "received": "3000", "accepted": "3000" });
    assert_eq!(story.act(&clerk, 1, "receive", receive.clone()).await.problem(), "403 forbidden");
    story.act(&story.deal.buyer, 1, "receive", receive.clone()).await.expect(200);
    let declare = json!({ "amount": 3_000 * PRICE });
    assert_eq!(story.act(&clerk, 1, "declare-payment", declare.clone()).await.problem(), "403 forbidden");
    story.act(&story.deal.buyer, 1, "declare-payment", declare.clone()).await.expect(200);
    assert_eq!(story.act(&story.deal.buyer, 1, "confirm-payment", json!({})).await.problem(), "403 forbidden");
    let dispute = json!({ "reason": "Chưa thấy" });
    assert_eq!(story.act(&story.deal.buyer, 1, "dispute-payment", dispute.clone()).await.problem(), "403 forbidden");

    let (stranger, officer) = (story.app.cooperative("HTX Cam 2").await, story.app.officer().await);
    let commands = [
        ("dispatch", dispatch),
        ("receive", receive),
        ("declare-payment", declare),
        ("confirm-payment", json!({})),
        ("dispute-payment", dispute),
    ];
    for (command, body) in commands {
        assert_eq!(story.act(&stranger, 1, command, body.clone()).await.problem(), "404 not_found", "{command}");
        assert_eq!(story.act(&officer, 1, command, body.clone()).await.problem(), "403 forbidden", "{command}");
        assert_eq!(story.act(&story.app.visitor(), 1, command, body).await.problem(), "401 sign_in", "{command}");
    }
    assert_eq!(stranger.get(&story.deal.path("/lines")).await.problem(), "404 not_found");
    officer.get(&story.deal.path("/lines")).await.expect(200);
}

#[tokio::test]
async fn a_second_tap_changes_nothing_and_a_slip_is_corrected_until_the_scale_has_spoken() {
    let story = Story::begin().await;
    story.send(1, "300").await.expect(200);
    story.send(1, "300").await.expect(200);
    assert_eq!(story.mailed("delivery_dispatched", BUYER_MAIL).await, 1);
    let view = story.send(1, "3000").await.expect(200);
    assert_eq!(view["progress"]["shipped_kg"], "3000");
    story.receive(1, "3000", "3000", &[]).await.expect(200);
    let version = story.receive(1, "3000", "3000", &[]).await.expect(200)["version"].clone();
    assert_eq!(story.receive(1, "2999", "2999", &[]).await.problem(), "409 line_already_received");
    assert_eq!(story.send(1, "2000").await.problem(), "409 line_already_received");
    story.declare(1, 3_000 * PRICE).await.expect(200);
    story.declare(1, 3_000 * PRICE).await.expect(200);
    story.confirm(1).await.expect(200);
    let view = story.confirm(1).await.expect(200);
    assert_eq!(view["version"].as_i64(), version.as_i64().map(|version| version + 2), "declared once, confirmed once");
    assert_eq!(story.declare(1, 3_000 * PRICE).await.problem(), "409 payment_already_confirmed");
    for kind in ["delivery_received", "payment_declared"] {
        assert_eq!(story.mailed(kind, SUPPLIER_MAIL).await, 1, "{kind}");
    }
    assert_eq!(story.notices(&story.deal.buyer, "payment_confirmed").await, 1);
}

#[tokio::test]
async fn money_that_did_not_arrive_is_owed_again_since_the_same_day() {
    let mut story = Story::begin().await;
    story.deliver(1, 3_000).await;
    story.on("2027-01-04").await;
    let dispute = async |reason: &str| story.act(&story.deal.supplier, 1, "dispute-payment", json!({ "reason": reason })).await;
    assert_eq!(dispute(" ").await.problem(), "422 invalid [reason: reason_missing]");
    let view = dispute("Chưa thấy tiền về").await.expect(200);
    let payment = &view["lines"][0]["payment"];
    assert_eq!((&payment["status"], &payment["due_on"], &payment["days_late"]), (&json!("due"), &json!("2026-12-31"), &json!(4)));
    assert_eq!(payment["dispute"], "Chưa thấy tiền về");
    assert_eq!(view["progress"]["declared"], 0);
    assert!(story.app.last_mail("payment_disputed", BUYER_MAIL).await.text.contains("Chưa thấy tiền về"));
    assert_eq!(dispute("Vẫn chưa").await.problem(), "409 payment_not_declared");
    story.declare(1, 3_000 * PRICE).await.expect(200);
    let view = story.confirm(1).await.expect(200);
    assert_eq!(view["lines"][0]["payment"]["dispute"], Value::Null);
}

#[tokio::test]
async fn two_people_settle_the_last_two_lines_at_once() {
    let story = Story::begin().await;
    for number in 1..=3 {
        story.deliver(number, 3_000).await;
    }
    story.confirm(1).await.expect(200);
    let (_, router) = story.app.another().await;
    let clerk = story.app.clerk(&story.deal.supplier, "thu-ky-1").await.on(router);
    let (second, third) = tokio::join!(story.confirm(2), story.act(&clerk, 3, "confirm-payment", json!({})));
    second.expect(200);
    third.expect(200);
    let view = story.lines().await;
    assert_eq!(view["contract_status"], "completed");
    assert_eq!(view["progress"]["confirmed"], 9_000 * PRICE);
    assert_eq!(story.notices(&story.deal.buyer, "contract_completed").await, 1);
}

#[tokio::test]
async fn nothing_is_sent_before_both_have_signed() {
    let app = TestApp::new().await;
    let deal = app.deal().await;
    let view = deal.buyer.get(&deal.path("/lines")).await.expect(200);
    assert_eq!(view["contract_status"], "signing");
    assert_eq!(view["lines"].as_array().map(Vec::len), Some(3));
    let story = Story { app, deal };
    assert_eq!(story.send(1, "3000").await.problem(), "409 contract_not_in_force");
}
