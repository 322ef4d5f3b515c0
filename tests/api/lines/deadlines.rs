//! What the calendar does: reminders once each, missed deliveries, debts past their day.
use super::Story;
use serde_json::json;
use support::deals::{BUYER_MAIL, SUPPLIER_MAIL};

impl Story {
    /// The worker on a morning, twice, because it may run again.
    pub(super) async fn morning(&mut self, day: &str) {
        self.on(day).await;
        for _ in 0..2 {
            web::flow::deadlines(&self.app.app).await.expect("the deadlines");
        }
    }
}

#[tokio::test]
async fn a_delivery_is_announced_before_its_first_and_its_last_day() {
    let mut story = Story::begin().await;
    story.send(1, "3000").await.expect(200);
    let mut heard = Vec::new();
    for day in ["2026-12-05", "2026-12-06", "2026-12-07", "2026-12-11", "2026-12-12", "2026-12-13"] {
        story.morning(day).await;
        heard.push(story.mailed("delivery_due", SUPPLIER_MAIL).await);
    }
    assert_eq!(heard, [0, 1, 1, 1, 2, 3], "the second line on two eves, then the third on the eve of its week");
    let mail = story.app.last_mail("delivery_due", SUPPLIER_MAIL).await;
    assert!(mail.text.contains("14/12/2026") && mail.text.contains("3.000\u{a0}kg"), "{}", mail.text);
    assert_eq!(story.mailed("delivery_due", BUYER_MAIL).await, 0);
}

#[tokio::test]
async fn a_buyer_who_does_not_say_what_arrived_is_asked_after_two_days_and_every_week() {
    let mut story = Story::begin().await;
    story.send(1, "3000").await.expect(200);
    let mut heard = Vec::new();
    for day in ["2026-12-02", "2026-12-03", "2026-12-09", "2026-12-10"] {
        story.morning(day).await;
        heard.push(story.mailed("delivery_to_receive", BUYER_MAIL).await);
    }
    assert_eq!(heard, [0, 1, 1, 2]);
    let mail = story.app.last_mail("delivery_to_receive", BUYER_MAIL).await;
    assert!(mail.text.contains("3.000\u{a0}kg") && mail.text.contains("01/12/2026") && mail.text.contains("/hop-dong/"), "{}", mail.text);
    let notice = &story.deal.buyer.get("/notices").await.expect(200)["items"][0];
    assert_eq!((&notice["kind"], &notice["arguments"]["amount"]), (&json!("delivery_to_receive"), &json!(null)));
    assert_eq!(story.notices(&story.deal.supplier, "delivery_to_receive").await, 0);
    story.receive(1, "3000", "3000", &[]).await.expect(200);
    story.morning("2026-12-17").await;
    assert_eq!(story.mailed("delivery_to_receive", BUYER_MAIL).await, 2, "nothing to ask for any more");
}

#[tokio::test]
async fn a_buyer_who_looked_at_a_part_is_told_how_much_is_left() {
    let mut story = Story::begin().await;
    story.send(1, "3000").await.expect(200);
    let part = json!({ "weighed": "2990", "inspected": "1000", "accepted": "1000" });
    story.act(&story.deal.buyer, 1, "inspections", part).await.expect(200);
    story.morning("2026-12-03").await;
    let mail = story.app.last_mail("delivery_to_receive", BUYER_MAIL).await;
    assert!(mail.text.contains("Còn 1.990\u{a0}kg chưa kiểm trong 2.990\u{a0}kg đã cân"), "{}", mail.text);
}

#[tokio::test]
async fn nobody_is_woken_by_a_reminder() {
    let mut story = Story::begin().await;
    story.app.app.env.set("2026-12-05T22:59:00Z".parse().unwrap());
    web::flow::deadlines(&story.app.app).await.unwrap();
    assert_eq!(story.mailed("delivery_due", SUPPLIER_MAIL).await, 0, "one minute to six");
    story.morning("2026-12-06").await;
    assert_eq!(story.mailed("delivery_due", SUPPLIER_MAIL).await, 1, "two lines in one mail");
}

#[tokio::test]
async fn a_debt_is_announced_asked_for_on_its_day_and_every_week_after() {
    let mut story = Story::begin().await;
    for number in 1..=2 {
        story.send(number, "3000").await.expect(200);
        story.receive(number, "3000", "3000", &[]).await.expect(200);
    }
    let mut heard = Vec::new();
    for day in ["2026-12-27", "2026-12-28", "2026-12-31", "2027-01-01", "2027-01-04", "2027-01-08"] {
        story.morning(day).await;
        heard.push((story.mailed("payment_due", BUYER_MAIL).await, story.mailed("payment_overdue", BUYER_MAIL).await));
    }
    assert_eq!(heard, [(0, 0), (1, 0), (2, 0), (2, 1), (2, 1), (2, 2)], "one mail for both lines");
    assert_eq!(story.mailed("payment_overdue", SUPPLIER_MAIL).await, 2, "the seller hears that the buyer is late");
    let mail = story.app.last_mail("payment_overdue", BUYER_MAIL).await;
    assert!(mail.subject.contains("167.400.000\u{a0}₫") && mail.text.contains("quá hạn 8 ngày"), "{} {}", mail.subject, mail.text);
    let notices = story.deal.buyer.get("/notices").await.expect(200);
    assert_eq!(notices["items"][0]["kind"], "payment_overdue");
    assert_eq!(notices["items"][0]["arguments"]["lines"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn two_workers_tell_people_once() {
    let mut story = Story::begin().await;
    story.on("2026-12-06").await;
    let (other, _) = story.app.another().await;
    let (first, second) = tokio::join!(web::flow::deadlines(&story.app.app), web::flow::deadlines(&other));
    first.unwrap();
    second.unwrap();
    assert_eq!(story.mailed("delivery_due", SUPPLIER_MAIL).await, 1);
}

#[tokio::test]
async fn what_was_not_sent_in_time_is_missed_and_given_back() {
    let mut story = Story::begin().await;
    story.deliver(1, 3_000).await;
    story.confirm(1).await.expect(200);
    let left = async |story: &Story| story.deal.supplier.get(&format!("/offers/{}", story.deal.offer)).await.expect(200)["kg_left"].clone();
    story.morning("2026-12-20").await;
    assert_eq!(story.notices(&story.deal.buyer, "delivery_missed").await, 0, "a week of grace");
    story.morning("2026-12-21").await;
    assert_eq!(story.send(2, "3000").await.problem(), "409 line_missed");
    assert_eq!(story.lines().await["lines"][1]["status"], "missed");
    assert_eq!(left(&story).await, "6000");
    assert_eq!(story.lines().await["contract_status"], "in_force");
    story.morning("2026-12-28").await;
    let view = story.lines().await;
    assert_eq!((&view["contract_status"], &view["progress"]["accepted_kg"]), (&json!("completed"), &json!("3000")));
    assert_eq!(left(&story).await, "9000");
    for (who, mail) in [(&story.deal.supplier, SUPPLIER_MAIL), (&story.deal.buyer, BUYER_MAIL)] {
        assert_eq!(story.notices(who, "delivery_missed").await, 2, "one for each line");
        assert_eq!(story.notices(who, "contract_completed").await, 1);
        assert!(story.app.last_mail("delivery_missed", mail).await.text.contains("3.000\u{a0}kg"));
    }
}
