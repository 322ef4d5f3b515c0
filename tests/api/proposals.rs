//! Proposals: accepted, declined, countered, and ended by time.
mod approvals;
mod papers;
mod premiums;
mod quality;
mod several;
mod shares;
mod tiers;

use chrono::TimeDelta;
use serde_json::{Value, json};
use support::{Client, TestApp};
use web::flow;

struct Deal {
    app: TestApp,
    seller: Client,
    buyer: Client,
    id: String,
}

impl Deal {
    /// One proposal between a cooperative and an enterprise: nine tonnes over three weeks of twelve that are offered.
    async fn new() -> Self {
        Self::between(json!({}), json!({})).await
    }

    async fn between(offer: Value, demand: Value) -> Self {
        let app = TestApp::new().await;
        let (seller, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Cty 1").await);
        seller.post_offer(offer).await;
        buyer.post_demand(demand).await;
        app.officer().await.post("/rounds", json!({})).await.expect(201);
        let id = first(&seller, "/proposals").await["id"].as_str().unwrap().to_owned();
        Self { app, seller, buyer, id }
    }

    fn path(&self, command: &str) -> String {
        format!("/proposals/{}{command}", self.id)
    }

    async fn see(&self, client: &Client) -> Value {
        client.get(&self.path("")).await.expect(200)
    }

    /// The terms on the table with another amount in the first week and another price.
    async fn terms(&self, kg: &str, price: i64) -> Value {
        let mut terms = self.see(&self.seller).await["revisions"].as_array().unwrap().last().unwrap()["terms"].clone();
        terms["lines"][0]["kg"] = kg.into();
        terms["farm_gate"] = price.into();
        terms
    }

    async fn held(&self) -> (Value, Value) {
        let offer = first(&self.seller, "/offers").await["kg_held"].clone();
        let demand = first(&self.buyer, "/demands").await["kg_held"].clone();
        (offer, demand)
    }
}

async fn first(client: &Client, path: &str) -> Value {
    client.get(path).await.expect(200)["items"][0].clone()
}

#[tokio::test]
async fn both_accept_one_revision_and_a_contract_waits_for_signatures() {
    let deal = Deal::new().await;
    let half = deal.buyer.post(&deal.path("/accept"), json!({ "revision": 1 })).await.expect(200);
    assert_eq!((&half["status"], &half["waits_for"]), (&json!("open"), &json!(["supplier"])));
    let notice = first(&deal.seller, "/notices").await;
    assert_eq!((&notice["kind"], &notice["arguments"]["other_party"]), (&json!("proposal_accepted"), &json!("Cty 1")));
    assert!(deal.app.last_mail("proposal_accepted", "htx-cam-1@htx.example").await.text.contains(&format!("/de-xuat/{}", deal.id)));
    assert!(deal.buyer.get("/proposals?waits_for=me").await.expect(200)["items"].as_array().unwrap().is_empty());
    let agreed = deal.seller.post(&deal.path("/accept"), json!({ "revision": 1 })).await.expect(200);
    assert_eq!((&agreed["status"], agreed["contract"].is_string()), (&json!("agreed"), true));
    assert_eq!(deal.held().await, (json!("9000"), json!("9000")), "the contract holds what the proposal held");
    let twice = deal.seller.post(&deal.path("/accept"), json!({ "revision": 1 })).await.expect(200);
    assert_eq!(twice["version"], agreed["version"], "the same tap twice is harmless");
    let late = deal.buyer.post(&deal.path("/decline"), json!({ "revision": 1, "reason": "Đổi ý" })).await;
    assert_eq!(late.problem(), "409 proposal_closed");
}

#[tokio::test]
async fn declining_frees_the_kilograms_and_rests_the_pair() {
    let deal = Deal::new().await;
    assert_eq!(deal.held().await, (json!("9000"), json!("9000")));
    let decline = |reason: &str| json!({ "revision": 1, "reason": reason });
    assert_eq!(deal.seller.post(&deal.path("/decline"), decline(" ")).await.problem(), "422 invalid [reason: reason_missing]");
    let declined = deal.seller.post(&deal.path("/decline"), decline("Giá thấp quá")).await.expect(200);
    assert_eq!((&declined["status"], &declined["declined"]["by"]), (&json!("declined"), &json!("supplier")));
    assert_eq!(deal.held().await, (json!("0"), json!("0")));
    let notice = first(&deal.buyer, "/notices").await;
    assert_eq!((&notice["kind"], &notice["arguments"]["reason"]), (&json!("proposal_declined"), &json!("Giá thấp quá")));
    let officer = deal.app.officer().await;
    let round = officer.post("/rounds", json!({})).await.expect(201);
    assert_eq!((&round["proposals"], &round["unmatched"][0]["obstacle"]), (&json!(0), &json!("pair_resting")));
    deal.app.advance(TimeDelta::days(7));
    let round = deal.app.officer().await.post("/rounds", json!({})).await.expect(201);
    assert_eq!(round["proposals"], json!(1), "after seven days they may meet again");
}

#[tokio::test]
async fn a_counter_is_a_new_revision_that_its_author_has_accepted() {
    let deal = Deal::new().await;
    deal.buyer.post(&deal.path("/accept"), json!({ "revision": 1 })).await.expect(200);
    let counter = json!({ "revision": 1, "terms": deal.terms("2500", 31_000).await, "message": "Cam đẹp hơn mọi năm" });
    let countered = deal.seller.post(&deal.path("/counter"), counter).await.expect(200);
    assert_eq!((&countered["revision"], &countered["waits_for"]), (&json!(2), &json!(["buyer"])), "the buyer's yes was to other terms");
    assert_eq!((&countered["kg_total"], &countered["farm_gate"]), (&json!("8500"), &json!(31_000)));
    let changes = &countered["revisions"][1]["changes"];
    let fields: Vec<_> = changes.as_array().unwrap().iter().map(|change| (change["field"].clone(), change["after"].clone())).collect();
    assert_eq!(fields, [(json!("farm_gate"), json!("31000")), (json!("kg"), json!("2500"))]);
    assert_eq!(deal.held().await, (json!("8500"), json!("8500")));
    let mail = deal.app.last_mail("proposal_countered", "cty-1@mua.example").await;
    assert!(mail.subject.contains("HTX Cam 1") && mail.text.contains("8.500"), "{mail:?}");
    let old = deal.buyer.post(&deal.path("/accept"), json!({ "revision": 1 })).await;
    assert_eq!(old.problem(), "409 revision_changed [revision: revision_changed]");
    let agreed = deal.buyer.post(&deal.path("/accept"), json!({ "revision": 2 })).await.expect(200);
    assert_eq!(agreed["status"], "agreed");
}

#[tokio::test]
async fn a_counter_takes_no_kilogram_that_is_not_there() {
    let deal = Deal::new().await;
    let counter = async |kg: &str| {
        let body = json!({ "revision": 1, "terms": deal.terms(kg, 30_000).await });
        deal.seller.post(&deal.path("/counter"), body).await.problem()
    };
    assert_eq!(counter("3001").await, "409 not_enough_left", "the buyer wants three tonnes in this week");
    assert_eq!(counter("0").await, "422 invalid [terms.lines.0.kg: kg_out_of_range]");
    assert_eq!(counter("một").await, "422 invalid [terms.lines.0.kg: kg_not_a_number]");
    assert_eq!(deal.held().await, (json!("9000"), json!("9000")));
    let unchanged = json!({ "revision": 1, "terms": deal.see(&deal.buyer).await["revisions"][0]["terms"] });
    assert_eq!(deal.buyer.post(&deal.path("/counter"), unchanged).await.problem(), "409 terms_unchanged [terms: terms_unchanged]");
    let mut outside = deal.terms("3000", 30_000).await;
    outside["lines"][0]["week"] = "2026-12-28".into();
    let reply = deal.buyer.post(&deal.path("/counter"), json!({ "revision": 1, "terms": outside })).await;
    assert_eq!(reply.problem(), "422 invalid [terms.lines.2.week: week_outside_deal]");
    let freed = json!({ "revision": 1, "terms": deal.terms("1000", 30_000).await });
    deal.buyer.post(&deal.path("/counter"), freed).await.expect(200);
    let back = json!({ "revision": 2, "terms": deal.terms("3000", 30_000).await });
    assert_eq!(deal.seller.post(&deal.path("/counter"), back).await.expect(200)["revision"], 3, "what was freed can be taken again");
}

#[tokio::test]
async fn a_proposal_that_nobody_answers_ends_and_frees_what_it_held() {
    let deal = Deal::new().await;
    deal.app.advance(TimeDelta::hours(48));
    let (seller, buyer) = (deal.app.signed_in("htx-cam-1@htx.example").await, deal.app.signed_in("cty-1@mua.example").await);
    let late = seller.post(&deal.path("/accept"), json!({ "revision": 1 })).await;
    assert_eq!(late.problem(), "409 proposal_expired");
    assert_eq!(flow::lapse_proposals(&deal.app.app).await.unwrap(), 1);
    assert_eq!(flow::lapse_proposals(&deal.app.app).await.unwrap(), 0);
    let deal = Deal { seller, buyer, ..deal };
    assert_eq!(deal.see(&deal.buyer).await["status"], "expired");
    assert_eq!(deal.held().await, (json!("0"), json!("0")));
    for client in [&deal.seller, &deal.buyer] {
        let notice = first(client, "/notices").await;
        assert_eq!((&notice["kind"], &notice["arguments"]["goods_vi"]), (&json!("proposal_expired"), &json!("Cam Canh")));
    }
    assert!(deal.app.mails().await.iter().all(|mail| mail.kind != "proposal_expired"), "what only closes a matter is found in the app");
}

#[tokio::test]
async fn a_buyer_accepts_a_set_and_hears_of_each() {
    let app = TestApp::new().await;
    let buyer = app.enterprise("Cty 1").await;
    for name in ["HTX Cam 1", "HTX Cam 2", "HTX Cam 3"] {
        app.cooperative(name).await.post_offer(json!({ "kg_total": "3000", "kg_per_week": "1000" })).await;
    }
    let demand = buyer.post_demand(json!({})).await;
    app.officer().await.post("/rounds", json!({})).await.expect(201);
    let list = buyer.get(&format!("/proposals?status=open&demand={}", demand["id"].as_str().unwrap())).await.expect(200);
    let ids: Vec<Value> = list["items"].as_array().unwrap().iter().map(|row| row["id"].clone()).collect();
    assert_eq!(ids.len(), 3);
    let item = |id: &Value, revision: u16| json!({ "id": id, "revision": revision });
    let reply =
        buyer.post("/proposals/accept", json!({ "items": [item(&ids[0], 1), item(&ids[1], 7), item(&ids[2], 1)] })).await.expect(200);
    let outcome: Vec<_> =
        reply["items"].as_array().unwrap().iter().map(|item| (item["accepted"].clone(), item["problem"]["code"].clone())).collect();
    assert_eq!(outcome, [(json!(true), Value::Null), (json!(false), json!("revision_changed")), (json!(true), Value::Null)]);
    let left = buyer.get("/proposals?waits_for=me").await.expect(200);
    assert_eq!((left["items"].as_array().unwrap().len(), &left["items"][0]["id"]), (1, &ids[1]));
    assert_eq!(buyer.post("/proposals/accept", json!({ "items": [] })).await.problem(), "422 invalid [items: items_out_of_range]");
    let page = buyer.get("/proposals?limit=2").await.expect(200);
    let rest = buyer.get(&format!("/proposals?limit=2&after={}", page["next"].as_str().unwrap())).await.expect(200);
    assert_eq!((&page["items"][0]["id"], &rest["items"][0]["id"], &rest["next"]), (&ids[0], &ids[2], &Value::Null));
}

#[tokio::test]
async fn nobody_sees_the_other_sides_reserve_and_few_see_no_range() {
    let deal = Deal::between(json!({ "ask": 25_111, "kg_total": "9000" }), json!({ "bid": 39_777 })).await;
    let (seller, buyer) = (deal.see(&deal.seller).await, deal.see(&deal.buyer).await);
    assert_eq!((&seller["why"]["own_reserve"], &buyer["why"]["own_reserve"]), (&json!(25_111), &json!(39_777)));
    assert!(!seller.to_string().contains("39777"), "{seller}");
    assert!(!buyer.to_string().contains("25111"), "{buyer}");
    for view in [&seller, &buyer] {
        assert_eq!(
            (&view["why"]["fair"], &view["why"]["few_counterparties"], &view["why"]["office"]),
            (&Value::Null, &json!(true), &Value::Null)
        );
    }
    let officer = deal.app.officer().await;
    let office = &officer.get(&deal.path("")).await.expect(200)["why"]["office"];
    assert_eq!((&office["ask"], &office["bid"], office["interval"].is_object()), (&json!(25_111), &json!(39_777), true));
}

#[tokio::test]
async fn three_organisations_on_each_side_see_a_range_rounded_outward() {
    let app = TestApp::new().await;
    for at in 1..=3 {
        app.cooperative(&format!("HTX Cam {at}")).await.post_offer(json!({ "ask": 24_000 + 321 * at })).await;
        app.enterprise(&format!("Cty {at}")).await.post_demand(json!({ "bid": 36_000 - 123 * at })).await;
    }
    app.officer().await.post("/rounds", json!({})).await.expect(201);
    let seller = app.signed_in("htx-cam-1@htx.example").await;
    let id = first(&seller, "/proposals").await["id"].as_str().unwrap().to_owned();
    let view = seller.get(&format!("/proposals/{id}")).await.expect(200);
    let (fair, step) = (&view["why"]["fair"], view["why"]["reference"]["price"].as_i64().unwrap() / 50);
    let exact = &app.officer().await.get(&format!("/proposals/{id}")).await.expect(200)["why"]["office"]["interval"];
    let (low, high) = (fair["low"].as_i64().unwrap(), fair["high"].as_i64().unwrap());
    assert_eq!((low % step, high % step), (0, 0));
    assert!(low <= exact["low"].as_i64().unwrap() && exact["high"].as_i64().unwrap() <= high, "{fair} {exact}");
    assert_eq!(view["why"]["few_counterparties"], false);
}

#[tokio::test]
async fn only_the_two_parties_answer_and_a_clerk_never_declines() {
    let deal = Deal::new().await;
    let stranger = deal.app.cooperative("HTX Cam 2").await;
    assert_eq!(stranger.get(&deal.path("")).await.problem(), "404 not_found");
    assert_eq!(stranger.post(&deal.path("/accept"), json!({ "revision": 1 })).await.problem(), "404 not_found");
    assert!(stranger.get("/proposals").await.expect(200)["items"].as_array().unwrap().is_empty());
    let clerk = deal.app.clerk(&deal.seller, "thu-ky-1").await;
    clerk.get(&deal.path("")).await.expect(200);
    let no = json!({ "revision": 1, "reason": "Giá thấp" });
    assert_eq!(clerk.post(&deal.path("/decline"), no).await.problem(), "403 forbidden");
    let officer = deal.app.officer().await;
    assert_eq!(officer.post(&deal.path("/accept"), json!({ "revision": 1 })).await.problem(), "403 forbidden");
    assert_eq!(deal.app.visitor().get(&deal.path("")).await.problem(), "401 sign_in");
}
