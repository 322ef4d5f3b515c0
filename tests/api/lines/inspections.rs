//! A delivery looked at part by part: by pallet, by day, by two people.
use super::{PRICE, Story};
use serde_json::{Value, json};
use support::client::Reply;
use support::deals::{BUYER_MAIL, SUPPLIER_MAIL};
use support::people::PASSWORD;

fn part(inspected: &str, accepted: &str, rejected: &[(&str, &str)]) -> Value {
    let rejections: Vec<_> = rejected.iter().map(|(kg, reason)| json!({ "kg": kg, "reason": reason, "note": null })).collect();
    json!({ "inspected": inspected, "accepted": accepted, "rejections": rejections })
}

fn with(mut body: Value, more: &Value) -> Value {
    for (name, value) in more.as_object().expect("an object") {
        body[name] = value.clone();
    }
    body
}

impl Story {
    async fn inspect(&self, body: Value) -> Reply {
        self.act(&self.deal.buyer, 1, "inspections", body).await
    }

    async fn correct(&self, entry: u16, body: Value) -> Reply {
        self.act(&self.deal.buyer, 1, &format!("inspections/{entry}/correct"), body).await
    }

    /// Nothing new is said of the sums of line 1: what was found, what is owed.
    async fn sums(&self) -> Value {
        let line = self.lines().await["lines"][0].clone();
        json!([line["status"], line["inspecting"]["inspected"], line["inspecting"]["accepted"], line["payment"]["amount"]])
    }
}

#[tokio::test]
async fn two_people_look_at_pallets_and_the_last_one_makes_the_debt() {
    let mut story = Story::begin().await;
    assert_eq!(story.inspect(part("1", "1", &[])).await.problem(), "409 line_not_dispatched");
    story.send(1, "3000").await.expect(200);
    assert_eq!(story.inspect(part("1000", "1000", &[])).await.problem(), "422 invalid [weighed: weighed_missing]");
    assert_eq!(story.act(&story.deal.buyer, 1, "accept-rest", json!({ "left": "3000" })).await.problem(), "409 inspection_not_begun");
    let first = json!({ "weighed": "2990", "part": "Pallet 1", "measured": { "size_from_mm": 65, "size_to_mm": 78, "brix_tenths": 105 } });
    let view = story.inspect(with(part("1000", "950", &[("50", "damaged")]), &first)).await.expect(200);
    let line = &view["lines"][0];
    assert_eq!((&line["status"], &line["receipt"], &line["payment"]["status"]), (&json!("inspecting"), &Value::Null, &json!("none")));
    assert_eq!(line["inspecting"]["left"], "1990");
    let entry = &line["inspecting"]["entries"][0];
    assert_eq!((&entry["part"], &entry["measured"]["brix_tenths"], &entry["rejected"]), (&json!("Pallet 1"), &json!(105), &json!("50")));
    assert_eq!((&view["progress"]["received_kg"], &view["progress"]["accepted_kg"]), (&json!("1000"), &json!("950")));
    assert_eq!(story.send(1, "2990").await.problem(), "409 line_already_received");
    assert_eq!(story.receive(1, "2990", "2990", &[]).await.problem(), "409 inspection_begun");
    assert_eq!(story.inspect(part("1991", "1991", &[])).await.problem(), "422 invalid [inspected: inspected_above_weighed]");
    let stale = with(part("990", "990", &[]), &json!({ "weighed": "3000" }));
    assert_eq!(story.inspect(stale).await.problem(), "422 invalid [weighed: weighed_already]");
    assert_eq!(story.declare(1, 950 * PRICE).await.problem(), "409 payment_not_due");

    // It still waits for the buyer, and the supplier sees what was found.
    let open = story.deal.buyer.get("/deliveries?state=dispatched").await.expect(200);
    assert_eq!(open["items"][0]["line"]["status"], "inspecting");
    assert_eq!(story.deal.buyer.get("/tasks").await.expect(200)["items"][0]["kind"], "receive");
    story.app.clerk(&story.deal.buyer, "thu-ky-1").await;
    let keeper = json!({ "role": "driver", "name": "Thủ kho", "sign_in": "thu-kho-1", "password": PASSWORD, "language": "vi" });
    story.deal.buyer.post("/members", keeper).await.expect(201);
    let driver = story.app.signed_in("thu-kho-1").await;
    let view = story.act(&driver, 1, "inspections", part("990", "990", &[])).await.expect(200);
    assert_eq!((&view["lines"][0]["inspecting"]["left"], &view["lines"][0]["payment"]), (&json!("1000"), &Value::Null));
    assert_eq!(story.notices(&story.deal.supplier, "delivery_inspected").await, 2);
    assert_eq!(story.mailed("delivery_inspected", SUPPLIER_MAIL).await, 0);

    story.on("2026-12-02").await;
    let clerk = story.app.signed_in("thu-ky-1").await;
    // The page was opened before the driver looked at the second pallet.
    assert_eq!(story.act(&clerk, 1, "accept-rest", json!({ "left": "1990" })).await.problem(), "409 inspection_rest_changed");
    let view = story.act(&clerk, 1, "accept-rest", json!({ "left": "1000" })).await.expect(200);
    let line = &view["lines"][0];
    assert_eq!((&line["receipt"]["outcome"], &line["receipt"]["accepted"]), (&json!("part"), &json!("2940")));
    assert_eq!((&line["payment"]["amount"], &line["payment"]["due_on"]), (&json!(2_940 * PRICE), &json!("2027-01-01")));
    assert_eq!(line["inspecting"]["entries"][2]["rest"], true);
    assert_eq!(line["inspecting"]["correct_until"], "2026-12-02T13:00:00Z");
    let mail = story.app.last_mail("delivery_received", SUPPLIER_MAIL).await;
    assert!(mail.text.contains("82.026.000\u{a0}₫") && mail.text.contains("2.940\u{a0}kg"), "{}", mail.text);
    story.declare(1, 2_940 * PRICE).await.expect(200);
    story.confirm(1).await.expect(200);
}

#[tokio::test]
async fn a_correction_is_a_new_entry_and_changes_the_debt_while_it_may() {
    let mut story = Story::begin().await;
    story.send(1, "3000").await.expect(200);
    story.inspect(with(part("1000", "900", &[("100", "rotten")]), &json!({ "weighed": "3000" }))).await.expect(200);
    assert_eq!(story.correct(7, part("1", "1", &[])).await.problem(), "409 inspection_not_found");
    story.correct(1, part("1100", "1100", &[])).await.expect(200);
    assert_eq!(story.sums().await, json!(["inspecting", "1100", "1100", null]));
    assert_eq!(story.correct(1, part("1000", "1000", &[])).await.problem(), "409 inspection_already_corrected");
    assert_eq!(story.notices(&story.deal.supplier, "inspection_corrected").await, 1);
    story.correct(1, part("1100", "1100", &[])).await.expect(200);
    assert_eq!(story.notices(&story.deal.supplier, "inspection_corrected").await, 1, "the same tap twice");
    story.inspect(part("1900", "1900", &[])).await.expect(200);
    assert_eq!(story.sums().await, json!(["received", "3000", "3000", 3_000 * PRICE]));
    assert_eq!(story.correct(3, part("1800", "1800", &[])).await.problem(), "422 invalid [inspected: correction_keeps_weight]");
    story.correct(3, part("1900", "1700", &[("200", "wrong_size")])).await.expect(200);
    assert_eq!(story.sums().await, json!(["received", "3000", "2800", 2_800 * PRICE]));
    let told = story.app.mails().await.iter().any(|mail| mail.kind == "inspection_corrected" && mail.text.contains("78.120.000\u{a0}₫"));
    assert!(told, "the supplier reads what is owed now");
    let entries = story.lines().await["lines"][0]["inspecting"]["entries"].clone();
    let told: Vec<_> = entries.as_array().unwrap().iter().map(|entry| (entry["corrects"].as_i64(), entry["counts"] == true)).collect();
    assert_eq!(told, [(None, false), (Some(1), true), (None, false), (Some(3), true)]);
    assert_eq!(story.declare(1, 3_000 * PRICE).await.problem(), "409 payment_amount_differs [amount: payment_amount_differs]");
    story.declare(1, 2_800 * PRICE).await.expect(200);
    assert_eq!(story.correct(4, part("1900", "1", &[("1899", "pest")])).await.problem(), "409 inspection_paid");
    let dispute = json!({ "reason": "Chưa thấy tiền" });
    story.act(&story.deal.supplier, 1, "dispute-payment", dispute).await.expect(200);
    story.correct(4, part("1900", "1900", &[])).await.expect(200);
    story.correct(2, part("1100", "0", &[("1100", "rotten")])).await.expect(200);
    let nothing = part("1900", "0", &[("1900", "rotten")]);
    assert_eq!(story.correct(5, nothing).await.problem(), "422 invalid [accepted: disputed_keeps_debt]", "the dispute is not dropped");
    story.correct(6, part("1100", "1100", &[])).await.expect(200);
    assert_eq!(story.lines().await["lines"][0]["payment"]["dispute"], "Chưa thấy tiền");
    story.on("2026-12-02").await;
    assert_eq!(story.correct(5, part("1900", "1", &[("1899", "pest")])).await.problem(), "409 inspection_final");
    assert_eq!(story.sums().await, json!(["received", "3000", "3000", 3_000 * PRICE]));
}

#[tokio::test]
async fn what_is_sent_twice_counts_once_and_two_at_once_both_count() {
    let story = Story::begin().await;
    story.send(1, "3000").await.expect(200);
    let body = with(part("1000", "1000", &[]), &json!({ "weighed": "3000" }));
    let path = story.deal.path("/lines/1/inspections");
    let send = async |key: &str, body: &Value| {
        story.deal.buyer.send(axum::http::Method::POST, &path, Some(body.clone()), &[("idempotency-key", key)]).await
    };
    send("pallet-0001", &body).await.expect(200);
    send("pallet-0001", &body).await.expect(200);
    assert_eq!(story.sums().await, json!(["inspecting", "1000", "1000", null]));
    let other = part("5", "5", &[]);
    assert_eq!(send("pallet-0001", &other).await.problem(), "409 idempotency_key_reused");
    let (_, router) = story.app.another().await;
    let clerk = story.app.clerk(&story.deal.buyer, "thu-ky-1").await.on(router);
    let (one, two) = tokio::join!(send("pallet-0002", &body), story.act(&clerk, 1, "inspections", body.clone()));
    one.expect(200);
    two.expect(200);
    assert_eq!(story.sums().await, json!(["received", "3000", "3000", 3_000 * PRICE]));
    assert_eq!(story.mailed("delivery_received", SUPPLIER_MAIL).await, 1);
}

#[tokio::test]
async fn a_wrong_entry_names_its_field_and_the_other_side_writes_none() {
    let story = Story::begin().await;
    story.send(1, "3000").await.expect(200);
    let whole = with(part("3000", "3000", &[]), &json!({ "weighed": "3000" }));
    let changed = |more: Value| with(whole.clone(), &more);
    let refused = async |body: Value| story.inspect(body).await.problem();
    assert_eq!(refused(changed(json!({ "weighed": "6001" }))).await, "422 invalid [weighed: received_far_above_dispatch]");
    assert_eq!(refused(changed(json!({ "accepted": "2999" }))).await, "422 invalid [accepted: kg_do_not_add_up]");
    assert_eq!(refused(changed(json!({ "inspected": "0", "accepted": "0" }))).await, "422 invalid [inspected: kg_out_of_range]");
    let above = changed(json!({ "weighed": "3200", "inspected": "3200", "accepted": "3200" }));
    assert_eq!(refused(above).await, "422 invalid [accepted: accepted_above_tolerance]");
    let measured = changed(json!({ "measured": { "size_from_mm": 80, "size_to_mm": 70, "brix_tenths": 351 } }));
    let said = "422 invalid [measured.size_to_mm: size_mm_reversed, measured.brix_tenths: brix_out_of_range]";
    assert_eq!(refused(measured).await, said);
    assert_eq!(story.act(&story.deal.supplier, 1, "inspections", whole.clone()).await.problem(), "403 forbidden");
    assert_eq!(story.act(&story.deal.supplier, 1, "accept-rest", json!({ "left": "3000" })).await.problem(), "403 forbidden");
    let stranger = story.app.enterprise("Siêu thị 2").await;
    assert_eq!(story.act(&stranger, 1, "inspections", whole.clone()).await.problem(), "404 not_found");
    story.inspect(whole).await.expect(200);
    assert_eq!(story.mailed("delivery_to_receive", BUYER_MAIL).await, 0);
}
