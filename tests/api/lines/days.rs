//! The day of a delivery: asked from 30 November to 6 December, confirmed, done.
use super::Story;
use serde_json::{Value, json};
use support::client::Reply;
use support::deals::{BUYER_MAIL, SUPPLIER_MAIL};

impl Story {
    async fn name_day(&self, number: usize, day: &str) -> Reply {
        self.act(&self.deal.supplier, number, "day", json!({ "day": day })).await
    }

    async fn answer_day(&self, number: usize, day: &str, agree: bool) -> Reply {
        self.act(&self.deal.buyer, number, "day/answer", json!({ "day": day, "agree": agree, "note": "Kho bận" })).await
    }

    async fn kinds_of_tasks(&self, who: &support::Client) -> Vec<Value> {
        let list = who.get("/tasks").await.expect(200);
        list["items"].as_array().into_iter().flatten().map(|task| task["kind"].clone()).collect()
    }
}

#[tokio::test]
async fn a_day_inside_holds_and_one_outside_waits_for_the_buyer() {
    let story = Story::begin().await;
    let view = story.name_day(2, "2026-12-09").await.expect(200);
    let day = &view["lines"][1]["day"];
    assert_eq!((&day["confirmed"], &day["waiting"], &day["days_moved"]), (&json!("2026-12-09"), &Value::Null, &json!(0)));
    assert_eq!(view["lines"][1]["window"], json!({ "from": "2026-12-07", "to": "2026-12-13" }), "what was signed stays");
    assert!(story.app.last_mail("delivery_day_named", BUYER_MAIL).await.text.contains("09/12/2026"));
    story.name_day(2, "2026-12-09").await.expect(200);
    assert_eq!(story.mailed("delivery_day_named", BUYER_MAIL).await, 1, "the same tap twice");
    assert_eq!(story.kinds_of_tasks(&story.deal.buyer).await, [] as [Value; 0]);

    story.name_day(2, "2026-12-15").await.expect(200);
    let mail = story.app.last_mail("delivery_day_asked", BUYER_MAIL).await;
    assert!(mail.text.contains("15/12/2026") && mail.text.contains("ngày đã hẹn trước, 09/12/2026"), "{}", mail.text);
    assert_eq!(story.kinds_of_tasks(&story.deal.buyer).await, ["agree_day"]);
    assert_eq!(story.answer_day(2, "2026-12-14", true).await.problem(), "409 day_not_waiting");
    let view = story.answer_day(2, "2026-12-15", false).await.expect(200);
    let day = &view["lines"][1]["day"];
    assert_eq!((&day["confirmed"], &day["waiting"]), (&json!("2026-12-09"), &Value::Null), "the day before holds");
    assert!(story.app.last_mail("delivery_day_answered", SUPPLIER_MAIL).await.text.contains("Kho bận"));
    assert_eq!(story.kinds_of_tasks(&story.deal.buyer).await, [] as [Value; 0]);
    story.name_day(2, "2026-12-16").await.expect(200);
    let view = story.answer_day(2, "2026-12-16", true).await.expect(200);
    let day = &view["lines"][1]["day"];
    assert_eq!((&day["confirmed"], &day["days_moved"]), (&json!("2026-12-16"), &json!(3)));
    let words: Vec<_> = day["steps"].as_array().unwrap().iter().map(|step| step["word"].as_str().unwrap()).collect();
    assert_eq!(words, ["named", "named", "refused", "named", "agreed"]);
}

#[tokio::test]
async fn a_day_that_is_over_can_only_be_refused() {
    let mut story = Story::begin().await;
    story.name_day(2, "2026-12-05").await.expect(200);
    let mail = story.app.last_mail("delivery_day_asked", BUYER_MAIL).await;
    assert!(mail.text.contains("các ngày đã ký vẫn giữ"), "{}", mail.text);
    story.on("2026-12-06").await;
    assert_eq!(story.answer_day(2, "2026-12-05", true).await.problem(), "422 invalid [day: delivery_day_over]");
    story.answer_day(2, "2026-12-05", false).await.expect(200);
    assert_eq!(story.kinds_of_tasks(&story.deal.buyer).await, [] as [Value; 0]);
}

#[tokio::test]
async fn reminders_lateness_and_punctuality_follow_the_day_that_holds() {
    let mut story = Story::begin().await;
    story.name_day(1, "2026-12-09").await.expect(200);
    story.answer_day(1, "2026-12-09", true).await.expect(200);
    story.name_day(3, "2026-12-05").await.expect(200);
    story.answer_day(3, "2026-12-05", true).await.expect(200);
    story.on("2026-12-04").await;
    web::flow::deadlines(&story.app.app).await.expect("the deadlines");
    assert_eq!(story.mailed("delivery_due", SUPPLIER_MAIL).await, 1, "the eve of the third, which comes nine days early");
    story.on("2026-12-05").await;
    story.send(3, "3000").await.expect(200);
    story.on("2026-12-08").await;
    assert_eq!(story.lines().await["lines"][0]["days_late"], Value::Null, "two days after the asked ones, and agreed");
    story.on("2026-12-11").await;
    assert_eq!(story.lines().await["lines"][0]["days_late"], 2);
    story.send(1, "3000").await.expect(200);
    let view = story.lines().await;
    assert_eq!((&view["lines"][0]["day"]["days_off"], &view["lines"][2]["day"]["days_off"]), (&json!(2), &json!(0)));
    assert_eq!(view["punctuality"], json!({ "sent": 2, "on_day": 1 }));
    assert_eq!(story.name_day(1, "2026-12-12").await.problem(), "409 line_already_sent");
}

#[tokio::test]
async fn a_day_that_cannot_be_names_its_field_and_each_side_says_its_own() {
    let story = Story::begin().await;
    assert_eq!(story.name_day(1, "2026-11-30").await.problem(), "422 invalid [day: delivery_day_past]");
    assert_eq!(story.name_day(1, "2026-12-14").await.problem(), "422 invalid [day: delivery_day_too_far]");
    let body = json!({ "day": "2026-12-03" });
    assert_eq!(story.act(&story.deal.buyer, 1, "day", body.clone()).await.problem(), "403 forbidden");
    let answer = json!({ "day": "2026-12-03", "agree": true });
    assert_eq!(story.act(&story.deal.supplier, 1, "day/answer", answer.clone()).await.problem(), "403 forbidden");
    let stranger = story.app.cooperative("HTX Cam 2").await;
    assert_eq!(story.act(&stranger, 1, "day", body).await.problem(), "404 not_found");
    assert_eq!(story.act(&story.deal.buyer, 1, "day/answer", answer).await.problem(), "409 day_not_waiting");
}
