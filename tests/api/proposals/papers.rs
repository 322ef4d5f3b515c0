//! Papers that a demand requires, while its proposals are open.
use super::first;
use serde_json::{Value, json};
use support::posts::{changed, demand_terms};
use support::{Client, TestApp};

struct Required {
    app: TestApp,
    seller: Client,
    buyer: Client,
    demand: String,
    proposal: String,
    paper: String,
}

/// A proposal for a demand that requires VietGAP, of a cooperative that has it.
async fn required() -> Required {
    let app = TestApp::new().await;
    let (seller, buyer) = (app.cooperative("HTX Cam 1").await, app.enterprise("Siêu thị 1").await);
    let paper = seller.add_certificate(json!({ "valid_to": "2027-12-31" })).await;
    let paper = paper["id"].as_str().unwrap().to_owned();
    app.officer().await.review_certificate(&paper, "verify", "Đủ giấy").await.expect(200);
    seller.post_offer(json!({})).await;
    let demand = buyer.post_demand(json!({ "certificates": ["vietgap"] })).await["id"].as_str().unwrap().to_owned();
    app.officer().await.post("/rounds", json!({})).await.expect(201);
    let proposal = first(&seller, "/proposals").await["id"].as_str().unwrap().to_owned();
    Required { app, seller, buyer, demand, proposal, paper }
}

impl Required {
    async fn decide(&self, decision: &str) {
        self.app.officer().await.review_certificate(&self.paper, decision, "Đơn vị cấp báo").await.expect(200);
    }

    async fn missing(&self, client: &Client) -> Value {
        client.get(&format!("/proposals/{}", self.proposal)).await.expect(200)["missing"].clone()
    }

    async fn accept(&self, client: &Client) -> String {
        let reply = client.post(&format!("/proposals/{}/accept", self.proposal), json!({ "revision": 1 })).await;
        if reply.status == 200 { "accepted".to_owned() } else { reply.problem() }
    }
}

#[tokio::test]
async fn a_required_paper_that_is_gone_is_told_to_both_before_anybody_accepts() {
    let deal = required().await;
    assert_eq!(deal.missing(&deal.seller).await, json!([]));
    deal.decide("suspend").await;
    assert_eq!((deal.missing(&deal.seller).await, deal.missing(&deal.buyer).await), (json!(["vietgap"]), json!(["vietgap"])));
    let grid = deal.buyer.get(&format!("/demands/{}/proposals", deal.demand)).await.expect(200);
    assert_eq!(grid["items"][0]["gone"], json!(["vietgap"]));
    assert_eq!(deal.accept(&deal.buyer).await, "409 certificate_missing", "the first side is refused like the second");
    let many = json!({ "items": [{ "id": deal.proposal, "revision": 1 }] });
    let refused = deal.buyer.post("/proposals/accept", many).await.expect(200);
    assert_eq!(refused["items"][0]["problem"]["code"], "certificate_missing", "{refused}");
    // Nobody asks the directors for what they could not do either.
    let clerk = deal.app.clerk(&deal.buyer, "mua-hang-1").await;
    deal.buyer.put("/organisation/clerk-limit", json!({ "limit": 1 })).await.expect(200);
    assert_eq!(deal.accept(&clerk).await, "409 certificate_missing");
    let many = json!({ "items": [{ "id": deal.proposal, "revision": 1 }] });
    let refused = clerk.post("/proposals/accept", many).await.expect(200);
    assert_eq!((&refused["items"][0]["asked"], &refused["items"][0]["problem"]["code"]), (&json!(false), &json!("certificate_missing")));

    deal.decide("verify").await;
    assert_eq!(deal.missing(&deal.buyer).await, json!([]));
    assert_eq!((deal.accept(&deal.buyer).await, deal.accept(&deal.seller).await), ("accepted".into(), "accepted".into()));
    assert_eq!(deal.missing(&deal.buyer).await, json!([]), "what is agreed stands in the contract");
}

/// The buyer's way out: it requires the paper no more.
#[tokio::test]
async fn a_buyer_who_requires_it_no_more_goes_on() {
    let deal = required().await;
    deal.decide("suspend").await;
    let terms = changed(demand_terms(), json!({ "certificates": [] }));
    deal.buyer.put(&format!("/demands/{}", deal.demand), json!({ "version": 1, "terms": terms })).await.expect(200);
    assert_eq!(deal.missing(&deal.seller).await, json!([]));
    assert_eq!((deal.accept(&deal.seller).await, deal.accept(&deal.buyer).await), ("accepted".into(), "accepted".into()));
}

/// What is required only after the match counts like what was required before.
#[tokio::test]
async fn a_paper_required_since_is_missing_too() {
    let deal = required().await;
    let terms = changed(demand_terms(), json!({ "certificates": ["vietgap", "organic"] }));
    deal.buyer.put(&format!("/demands/{}", deal.demand), json!({ "version": 1, "terms": terms })).await.expect(200);
    assert_eq!(deal.missing(&deal.seller).await, json!(["organic"]));
    assert_eq!(deal.accept(&deal.seller).await, "409 certificate_missing");
}
