//! Contracts that two organisations agreed on.
use crate::app::TestApp;
use crate::client::{Client, Reply};
use crate::people::PASSWORD;
use serde_json::{Value, json};

/// Both directors, and the contract that waits for them.
pub struct Deal {
    pub supplier: Client,
    pub buyer: Client,
    pub round: String,
    pub offer: String,
    pub proposal: String,
    pub contract: String,
}

pub const SUPPLIER_MAIL: &str = "htx-cam-1@htx.example";
pub const BUYER_MAIL: &str = "sieu-thi-1@mua.example";

impl TestApp {
    /// Nine tonnes of oranges in three weeks, agreed between HTX Cam 1 and Siêu thị 1.
    pub async fn deal(&self) -> Deal {
        let (supplier, buyer) = (self.cooperative("HTX Cam 1").await, self.enterprise("Siêu thị 1").await);
        self.deal_between(supplier, buyer).await
    }

    /// Another contract between the same two.
    pub async fn deal_between(&self, supplier: Client, buyer: Client) -> Deal {
        self.deal_with(supplier, buyer, json!({}), json!({})).await
    }

    /// The same of posts with some fields changed.
    pub async fn deal_with(&self, supplier: Client, buyer: Client, offer: Value, demand: Value) -> Deal {
        let offer = supplier.post_offer(offer).await["id"].as_str().expect("an id").to_owned();
        let demand = buyer.post_demand(demand).await["id"].as_str().expect("an id").to_owned();
        self.agree(supplier, buyer, offer, &demand).await
    }

    /// A round matches the two posts; the supplier asks for 27 000 ₫ at the farm gate and 900 ₫ of freight for all that is
    /// wanted, and the buyer accepts.
    async fn agree(&self, supplier: Client, buyer: Client, offer: String, demand: &str) -> Deal {
        let round = self.officer().await.post("/rounds", json!({})).await.expect(201);
        let round = round["id"].as_str().expect("an id").to_owned();
        let mut proposal = None;
        for row in supplier.get(&format!("/proposals?round={round}")).await.expect(200)["items"].as_array().expect("proposals") {
            let id = row["id"].as_str().expect("an id").to_owned();
            if row["offer"] == offer && row["demand"] == demand {
                proposal = Some(id);
            } else {
                let decline = json!({ "revision": 1, "reason": "Để dành cho bên khác" });
                supplier.post(&format!("/proposals/{id}/decline"), decline).await.expect(200);
            }
        }
        let proposal = proposal.expect("the round matches the two posts");
        let wanted = buyer.get(&format!("/demands/{demand}")).await.expect(200);
        let mut terms = json!({
            "farm_gate": 27_000, "freight": 900, "carrier": "seller", "payment_days": wanted["terms"]["payment_days"],
            "lines": wanted["terms"]["weeks"],
        });
        if wanted["terms"]["dues"] != Value::Null {
            terms["dues"] = wanted["terms"]["dues"].clone();
        }
        supplier.post(&format!("/proposals/{proposal}/counter"), json!({ "revision": 1, "terms": terms })).await.expect(200);
        let agreed = buyer.post(&format!("/proposals/{proposal}/accept"), json!({ "revision": 2 })).await.expect(200);
        let contract = agreed["contract"].as_str().expect("a contract").to_owned();
        Deal { supplier, buyer, round, offer, proposal, contract }
    }
}

impl Deal {
    pub fn path(&self, rest: &str) -> String {
        format!("/contracts/{}{rest}", self.contract)
    }

    pub async fn view(&self, who: &Client) -> Value {
        who.get(&self.path("")).await.expect(200)
    }

    pub async fn ask_code(&self, who: &Client) -> Reply {
        who.post(&self.path("/signing-code"), json!({ "password": PASSWORD })).await
    }

    /// Signs what stands there now.
    pub async fn sign(&self, who: &Client, code: &str) -> Reply {
        let body = self.signing(who, code).await;
        who.post(&self.path("/sign"), body).await
    }

    /// The form of a signature on the current text.
    pub async fn signing(&self, who: &Client, code: &str) -> Value {
        let view = self.view(who).await;
        json!({ "password": PASSWORD, "code": code, "hash": view["hash"], "edition": view["edition"] })
    }
}

impl TestApp {
    /// The six digits of the last code that was mailed to an address.
    pub async fn mailed_code(&self, to: &str) -> String {
        let text = self.last_mail("signing_code", to).await.text;
        let digits = text.split(|c: char| !c.is_ascii_digit()).find(|digits| digits.len() == 6);
        digits.unwrap_or_else(|| panic!("no code in {text}")).to_owned()
    }

    /// Asks for a code by mail and signs with it.
    pub async fn sign_by_mail(&self, deal: &Deal, who: &Client, mail: &str) -> Value {
        deal.ask_code(who).await.expect(200);
        let code = self.mailed_code(mail).await;
        deal.sign(who, &code).await.expect(200)
    }

    /// Both directors sign.
    pub async fn in_force(&self) -> Deal {
        let deal = self.deal().await;
        self.sign_by_mail(&deal, &deal.buyer, BUYER_MAIL).await;
        self.sign_by_mail(&deal, &deal.supplier, SUPPLIER_MAIL).await;
        deal
    }
}
