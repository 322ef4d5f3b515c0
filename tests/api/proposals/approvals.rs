//! What a clerk may decide alone, and what waits for a director's word.
use super::{Deal, first};
use serde_json::{Value, json};
use support::Client;

struct Desk {
    deal: Deal,
    clerk: Client,
}

impl Desk {
    async fn new() -> Self {
        let deal = Deal::new().await;
        let clerk = deal.app.clerk(&deal.buyer, "mua-hang-1").await;
        Self { deal, clerk }
    }

    async fn limit(&self, limit: i64) {
        self.deal.buyer.put("/organisation/clerk-limit", json!({ "limit": limit })).await.expect(200);
    }

    /// The clerk says yes; what the clerk then reads.
    async fn clerk_accepts(&self) -> Value {
        self.clerk.post(&self.deal.path("/accept"), json!({ "revision": 1 })).await.expect(200)
    }

    fn answer(&self, view: &Value, word: &str) -> String {
        self.deal.path(&format!("/approvals/{}/{word}", view["approval"]["id"].as_str().unwrap()))
    }
}

async fn kinds(client: &Client) -> Vec<String> {
    let notices = client.get("/notices").await.expect(200);
    notices["items"].as_array().unwrap().iter().map(|notice| notice["kind"].as_str().unwrap().to_owned()).collect()
}

async fn tasks(client: &Client) -> Vec<Value> {
    let list = client.get("/tasks").await.expect(200);
    list["items"].as_array().unwrap().iter().map(|task| task["kind"].clone()).collect()
}

#[tokio::test]
async fn a_clerk_decides_alone_up_to_the_value_that_a_director_set() {
    let desk = Desk::new().await;
    let total = desk.deal.see(&desk.clerk).await["total"].as_i64().unwrap();
    desk.limit(total).await;
    let view = desk.clerk_accepts().await;
    assert_eq!((&view["approval"], &view["waits_for"]), (&Value::Null, &json!(["supplier"])));
    let agreed = desk.deal.seller.post(&desk.deal.path("/accept"), json!({ "revision": 1 })).await.expect(200);
    assert_eq!(agreed["status"], "agreed");
}

#[tokio::test]
async fn above_it_the_directors_are_asked_and_the_other_side_hears_nothing() {
    let desk = Desk::new().await;
    let total = desk.deal.see(&desk.clerk).await["total"].as_i64().unwrap();
    desk.limit(total - 1).await;
    assert_eq!(tasks(&desk.clerk).await, [json!("answer_proposal")]);
    let seen = kinds(&desk.deal.seller).await;
    let view = desk.clerk_accepts().await;
    assert_eq!(view["waits_for"], json!(["supplier", "buyer"]));
    assert_eq!((&view["approval"]["wish"], &view["approval"]["waits"]), (&json!("accept"), &json!(true)));
    assert_eq!(tasks(&desk.clerk).await, [] as [Value; 0]);
    assert_eq!(tasks(&desk.deal.buyer).await, [json!("approve_answer")]);
    assert_eq!(kinds(&desk.deal.buyer).await[0], "approval_asked");
    assert_eq!(first(&desk.deal.buyer, "/proposals").await["asks_director"], true);

    let theirs = desk.deal.see(&desk.deal.seller).await;
    assert_eq!((&theirs["approval"], &theirs["asks_director"]), (&Value::Null, &json!(false)));
    assert_eq!(kinds(&desk.deal.seller).await, seen);

    let given = desk.deal.buyer.post(&desk.answer(&view, "give"), json!({})).await.expect(200);
    assert_eq!((&given["waits_for"], &given["approval"]["status"]), (&json!(["supplier"]), &json!("given")));
    assert_eq!(kinds(&desk.clerk).await[0], "approval_given");
    let again = desk.deal.buyer.post(&desk.answer(&view, "give"), json!({})).await;
    assert_eq!(again.problem(), "409 approval_over");
}

/// As long as no director set a limit, every value is above it.
#[tokio::test]
async fn a_director_refuses_with_a_reason_and_the_clerk_may_ask_anew() {
    let desk = Desk::new().await;
    let view = desk.clerk_accepts().await;
    let no = desk.deal.buyer.post(&desk.answer(&view, "refuse"), json!({ "reason": "Giá cao hơn tuần trước" })).await.expect(200);
    assert_eq!((&no["status"], &no["approval"]["reason"]), (&json!("open"), &json!("Giá cao hơn tuần trước")));
    assert_eq!(kinds(&desk.clerk).await[0], "approval_refused");
    assert_eq!(tasks(&desk.clerk).await, [json!("answer_proposal")]);

    let mut body = json!({ "revision": 1, "terms": desk.deal.terms("2000", 20_000).await, "message": "Giảm theo thị trường" });
    let asked = desk.clerk.post(&desk.deal.path("/counter"), body.clone()).await.expect(200);
    assert_eq!((&asked["approval"]["terms"]["farm_gate"], &asked["revision"]), (&json!(20_000), &json!(1)));
    body["terms"]["farm_gate"] = 21_000.into();
    let asked = desk.clerk.post(&desk.deal.path("/counter"), body).await.expect(200);
    assert_eq!(asked["approval"]["terms"]["farm_gate"], 21_000, "the last wish counts");
    let given = desk.deal.buyer.post(&desk.answer(&asked, "give"), json!({})).await.expect(200);
    assert_eq!((&given["revision"], &given["farm_gate"], &given["waits_for"]), (&json!(2), &json!(21_000), &json!(["supplier"])));
}

#[tokio::test]
async fn a_counter_of_the_other_side_overtakes_the_question() {
    let desk = Desk::new().await;
    let view = desk.clerk_accepts().await;
    let counter = json!({ "revision": 1, "terms": desk.deal.terms("2500", 25_000).await });
    desk.deal.seller.post(&desk.deal.path("/counter"), counter).await.expect(200);
    assert_eq!(desk.deal.see(&desk.deal.buyer).await["approval"]["waits"], false);
    let late = desk.deal.buyer.post(&desk.answer(&view, "give"), json!({})).await;
    assert_eq!(late.problem(), "409 approval_over");
}

#[tokio::test]
async fn the_limit_is_a_directors_and_has_a_bound() {
    let desk = Desk::new().await;
    let set = async |client: &Client, limit: i64| client.put("/organisation/clerk-limit", json!({ "limit": limit })).await.problem();
    assert_eq!(set(&desk.clerk, 1).await, "403 forbidden");
    assert_eq!(set(&desk.deal.buyer, -1).await, "422 invalid [limit: clerk_limit_out_of_range]");
    assert_eq!(set(&desk.deal.buyer, 1_000_000_000_001).await, "422 invalid [limit: clerk_limit_out_of_range]");
    desk.limit(50_000_000).await;
    desk.limit(70_000_000).await;
    let read = desk.clerk.get("/organisation/clerk-limit").await.expect(200);
    assert_eq!((&read["limit"], read["set_at"].is_string()), (&json!(70_000_000), true));
    assert_eq!(desk.deal.seller.get("/organisation/clerk-limit").await.expect(200)["limit"], 0, "each its own");
    let view = desk.clerk_accepts().await;
    let clerk = desk.clerk.post(&desk.answer(&view, "give"), json!({})).await;
    assert_eq!(clerk.problem(), "403 forbidden");
    let stranger = desk.deal.seller.post(&desk.answer(&view, "give"), json!({})).await;
    assert_eq!(stranger.problem(), "404 not_found", "not even the other side");
}
