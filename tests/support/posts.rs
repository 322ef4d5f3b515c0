//! What people post in the stories. The season begins after [`crate::app::START`], on Monday 2026-11-23.
use crate::app::TestApp;
use crate::client::{Client, Reply};
use domain::day::TradeDay;
use domain::policy::Scope;
use domain::reservation::Hold;
use serde_json::{Value, json};
use uuid::Uuid;
use web::store::{Tx, offers, reservations};

/// Twelve tonnes of oranges from Cao Phong, over three weeks.
pub fn offer_terms() -> Value {
    json!({
        "variety": "cam-canh", "grade": "first", "kg_total": "12000", "kg_per_week": "4000",
        "window": { "from": "2026-11-30", "to": "2026-12-20" }, "ask": 25_000, "min_lot": "500", "max_payment_days": 30,
        "pickup_commune": "05089",
    })
}

/// Nine tonnes of oranges to Hà Nội, in the same three weeks.
pub fn demand_terms() -> Value {
    json!({
        "product": "cam", "min_grade": "second", "bid": 34_000, "delivery_commune": "00004",
        "weeks": [{ "week": "2026-11-30", "kg": "3000" }, { "week": "2026-12-07", "kg": "3000" }, { "week": "2026-12-14", "kg": "3000" }],
        "delivery_hours": { "from": "05:00", "to": "07:00" }, "payment_days": 30,
    })
}

/// The same as a line of a list.
pub fn demand_line() -> Value {
    json!({
        "product": "cam", "min_grade": "second", "bid": 34_000, "delivery_commune": "00004", "from": "2026-11-30", "to": "2026-12-20",
        "kg_per_week": "3000", "delivery_hours": { "from": "05:00", "to": "07:00" }, "payment_days": 30,
    })
}

/// The same every week, each posted two weeks ahead.
pub fn recurring_terms() -> Value {
    json!({ "line": demand_line(), "weeks_ahead": 2, "by_season": false })
}

/// A VietGAP certificate for the whole farm, for two years.
pub fn certificate_terms() -> Value {
    json!({
        "kind": "vietgap", "number": "VG-TT-0001", "issuer": "Trung tâm chứng nhận", "issued_on": "2026-01-05", "valid_to": "2027-12-31",
    })
}

/// A form with some fields changed; a field changed to null is left out.
pub fn changed(mut terms: Value, changes: Value) -> Value {
    let (Some(fields), Value::Object(changes)) = (terms.as_object_mut(), changes) else { panic!("a form is an object") };
    for (name, value) in changes {
        if value.is_null() {
            fields.remove(&name);
        } else {
            fields.insert(name, value);
        }
    }
    terms
}

impl Client {
    /// Posts [`offer_terms`] with some fields changed.
    pub async fn try_offer(&self, changes: Value) -> Reply {
        self.post("/offers", changed(offer_terms(), changes)).await
    }

    /// The same, accepted: its view.
    pub async fn post_offer(&self, changes: Value) -> Value {
        self.try_offer(changes).await.expect(201)
    }

    /// Posts [`demand_terms`] with some fields changed.
    pub async fn try_demand(&self, changes: Value) -> Reply {
        self.post("/demands", changed(demand_terms(), changes)).await
    }

    pub async fn post_demand(&self, changes: Value) -> Value {
        self.try_demand(changes).await.expect(201)
    }

    /// Enters [`certificate_terms`] with some fields changed.
    pub async fn try_certificate(&self, changes: Value) -> Reply {
        self.post("/certificates", changed(certificate_terms(), changes)).await
    }

    pub async fn add_certificate(&self, changes: Value) -> Value {
        self.try_certificate(changes).await.expect(201)
    }

    /// An officer opens a certificate and decides on what is seen.
    pub async fn review_certificate(&self, id: &str, decision: &str, reason: &str) -> Reply {
        let seen = self.get(&format!("/certificates/{id}")).await.expect(200)["version"].clone();
        let body = json!({ "decision": decision, "reason": reason, "version": seen });
        self.post(&format!("/officer/certificates/{id}/review"), body).await
    }
}

impl TestApp {
    /// Promises kilograms of an offer to a demand, as a proposal does.
    pub async fn hold(&self, offer: &Value, demand: &Value, weeks: &[(&str, &str)]) {
        let id = |view: &Value| view["id"].as_str().expect("an id").parse::<Uuid>().expect("an id");
        let tx = Tx::write(&self.app.db).await.expect("a transaction");
        let supplier = offers::get(&tx, Scope::All, id(offer).into()).await.expect("an offer").offer.org;
        let lines = weeks.iter().map(|(monday, kg)| (TradeDay::new(monday.parse().expect("a day")).week(), kg.parse().expect("a weight")));
        let hold = Hold::new(id(offer).into(), id(demand).into(), supplier, lines).expect("a hold");
        reservations::take(&tx, self.app.env.id::<Uuid>(), &hold).await.expect("enough left");
        tx.commit().await.expect("kept");
    }
}
