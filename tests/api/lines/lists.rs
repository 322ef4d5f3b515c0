//! What is found across contracts: deliveries, payments, the work of the day.
use super::{PRICE, Story};
use serde_json::{Value, json};
use support::client::Client;

fn column<'a>(list: &'a Value, pointer: &str) -> Vec<&'a Value> {
    list["items"].as_array().into_iter().flatten().filter_map(|item| item.pointer(pointer)).collect()
}

/// Line number and state of every delivery of a list.
async fn deliveries(who: &Client, query: &str) -> Vec<(Value, Value)> {
    let list = who.get(&format!("/deliveries?{query}")).await.expect(200);
    column(&list, "/line/number").into_iter().cloned().zip(column(&list, "/line/status").into_iter().cloned()).collect()
}

/// Every task, most urgent first: kind and line.
async fn tasks(who: &Client) -> Vec<(Value, Value)> {
    let list = who.get("/tasks").await.expect(200);
    column(&list, "/kind").into_iter().cloned().zip(column(&list, "/line").into_iter().cloned()).collect()
}

#[tokio::test]
async fn deliveries_are_listed_by_day_filtered_and_paged() {
    let story = Story::begin().await;
    story.send(1, "3000").await.expect(200);
    let row = |number: i64, state: &str| (json!(number), json!(state));
    for who in [&story.deal.supplier, &story.deal.buyer] {
        assert_eq!(deliveries(who, "").await, [row(1, "dispatched"), row(2, "planned"), row(3, "planned")]);
        assert_eq!(deliveries(who, "state=dispatched").await, [row(1, "dispatched")]);
        assert_eq!(deliveries(who, "state=planned&to=2026-12-13").await, [row(2, "planned")]);
        assert_eq!(deliveries(who, "from=2026-12-14").await, [row(3, "planned")]);
        assert_eq!(deliveries(who, "state=missed").await, []);
    }
    let first = story.deal.buyer.get("/deliveries?limit=2").await.expect(200);
    assert_eq!(first["items"][0]["other_party"], "HTX Cam 1");
    assert_eq!(first["items"][0]["contract_number"], "001/2026/HĐTT-HTX-DN");
    let next = first["next"].as_str().unwrap();
    assert_eq!(deliveries(&story.deal.buyer, &format!("limit=2&after={next}")).await, [row(3, "planned")]);
    assert_eq!(story.deal.buyer.get("/deliveries?state=lost").await.problem(), "422 invalid [state: unknown_choice]");
    assert_eq!(story.deal.buyer.get("/deliveries?limit=0").await.problem(), "422 invalid [limit: limit_out_of_range]");

    let stranger = story.app.cooperative("HTX Cam 2").await;
    assert_eq!(deliveries(&stranger, "").await, []);
    assert_eq!(deliveries(&stranger, &format!("after={next}")).await, []);
    assert_eq!(story.app.officer().await.get("/deliveries").await.problem(), "403 forbidden");
    assert_eq!(story.app.visitor().get("/deliveries").await.problem(), "401 sign_in");
}

#[tokio::test]
async fn payments_add_up_whatever_page_is_shown() {
    let mut story = Story::begin().await;
    story.deliver(1, 3_000).await;
    for (number, day) in [(2, "2026-12-08"), (3, "2026-12-15")] {
        story.on(day).await;
        story.send(number, "1000").await.expect(200);
        story.receive(number, "1000", "1000", &[]).await.expect(200);
    }
    story.on("2027-01-10").await;
    let totals = json!({ "due": 2_000 * PRICE, "late": 1_000 * PRICE, "declared": 3_000 * PRICE, "back": 0 });
    let list = async |who: &Client, query: &str| who.get(&format!("/payments?{query}")).await.expect(200);
    for who in [&story.deal.supplier, &story.deal.buyer] {
        let all = list(who, "").await;
        assert_eq!(all["totals"], totals);
        assert_eq!(column(&all, "/line"), [1, 2, 3]);
        assert_eq!(column(&all, "/payment/days_late"), [&Value::Null, &json!(3), &Value::Null]);
        let late = list(who, "state=late").await;
        assert_eq!((column(&late, "/line"), &late["totals"]), (vec![&json!(2)], &totals));
        assert_eq!(column(&list(who, "state=due").await, "/line"), [2, 3]);
        assert_eq!(column(&list(who, "state=declared").await, "/line"), [1]);
        assert_eq!(column(&list(who, "state=confirmed").await, "/line"), [0; 0]);
        assert_eq!(column(&list(who, "from=2027-01-07&to=2027-01-07").await, "/line"), [2]);
        let first = list(who, "limit=2").await;
        let next = first["next"].as_str().unwrap();
        assert_eq!(column(&list(who, &format!("limit=2&after={next}")).await, "/line"), [3]);
    }
    let stranger = story.app.enterprise("Siêu thị 2").await;
    assert_eq!(
        list(&stranger, "").await,
        json!({ "items": [], "next": null, "totals": { "due": 0, "late": 0, "declared": 0, "back": 0 } })
    );
    assert_eq!(story.app.officer().await.get("/payments").await.problem(), "403 forbidden");
}

#[tokio::test]
async fn the_work_of_the_day_is_what_waits_for_this_side() {
    let mut story = Story::begin().await;
    let task = |kind: &str, line: i64| (json!(kind), json!(line));
    assert_eq!(tasks(&story.deal.supplier).await, [task("dispatch", 1), task("dispatch", 2)], "the third is more than a week away");
    assert_eq!(tasks(&story.deal.buyer).await, []);
    story.send(1, "3000").await.expect(200);
    assert_eq!(tasks(&story.deal.supplier).await, [task("dispatch", 2)]);
    assert_eq!(tasks(&story.deal.buyer).await, [task("receive", 1)]);
    story.receive(1, "3000", "2900", &[("100", "damaged")]).await.expect(200);
    assert_eq!(tasks(&story.deal.buyer).await, [], "thirty days to pay");
    story.on("2027-01-02").await;
    let list = story.deal.buyer.get("/tasks").await.expect(200);
    let pay = &list["items"][0];
    assert_eq!((&pay["kind"], &pay["amount"], &pay["days_late"]), (&json!("pay"), &json!(2_900 * PRICE), &json!(2)));
    assert_eq!((&pay["deadline"], &pay["kg"]), (&json!("2026-12-31T16:59:59Z"), &json!("2900")));
    assert_eq!(pay["path"], format!("/hop-dong/{}", story.deal.contract));
    story.declare(1, 2_900 * PRICE).await.expect(200);
    assert_eq!(tasks(&story.deal.buyer).await, []);
    assert_eq!(tasks(&story.deal.supplier).await, [task("confirm_payment", 1)], "what was not sent is missed by now");
}

#[tokio::test]
async fn a_proposal_to_answer_comes_before_what_has_time() {
    let story = Story::begin().await;
    let (supplier, buyer) = (&story.deal.supplier, &story.deal.buyer);
    supplier.post_offer(json!({})).await;
    buyer.post_demand(json!({})).await;
    story.app.officer().await.post("/rounds", json!({})).await.expect(201);
    let list = supplier.get("/tasks").await.expect(200);
    let kinds = column(&list, "/kind");
    assert_eq!(kinds.first(), Some(&&json!("answer_proposal")), "two days to answer: {list}");
    assert_eq!(list["items"][0]["other_party"], "Siêu thị 1");
    let id = list["items"][0]["id"].clone();
    let waits = async |who: &Client| column(&who.get("/tasks").await.expect(200), "/id").contains(&&id);
    assert_eq!((waits(supplier).await, waits(buyer).await), (true, true));
    supplier.post(&format!("/proposals/{}/accept", id.as_str().unwrap()), json!({ "revision": 1 })).await.expect(200);
    assert_eq!((waits(supplier).await, waits(buyer).await), (false, true));
}

#[tokio::test]
async fn a_contract_to_sign_is_work_for_directors_only() {
    let app = support::TestApp::new().await;
    let deal = app.deal().await;
    let clerk = app.clerk(&deal.buyer, "thu-ky-1").await;
    assert_eq!(tasks(&deal.buyer).await, [(json!("sign_contract"), Value::Null)]);
    assert_eq!(tasks(&clerk).await, []);
    assert_eq!(deal.buyer.get("/tasks").await.expect(200)["organisation_status"], Value::Null);
    let newcomer = app.visitor();
    newcomer.post("/auth/register", support::people::registration("cooperative", "HTX Cam 3", 3)).await.expect(201);
    assert_eq!(newcomer.get("/tasks").await.expect(200)["organisation_status"], "submitted");
}
