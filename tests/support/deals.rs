//! Contracts that two organisations agreed on.
use crate::app::TestApp;
use crate::client::{Client, Reply};
use crate::people::PASSWORD;
use chrono::TimeDelta;
use domain::account::{Actor, Membership, Role, Side};
use domain::day::Window;
use domain::id::OrgId;
use domain::policy::Scope;
use domain::proposal::{Carrier, Command, Draft, Freight, Pair, Proposal, ProposalLimits, ProposalTerms, WeekKg};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, Statement};
use serde_json::{Value, json};
use uuid::Uuid;
use web::store::{Tx, demands, offers, reservations};

/// Both directors, and the contract that waits for them.
pub struct Deal {
    pub supplier: Client,
    pub buyer: Client,
    pub offer: String,
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
        let contract = self.agree(&offer, &demand).await;
        Deal { supplier, buyer, offer, contract }
    }

    async fn agree(&self, offer: &str, demand: &str) -> String {
        let tx = Tx::write(&self.app.db).await.expect("tx");
        let offer = offers::get(&tx, Scope::All, offer.parse().expect("id")).await.expect("offer").offer;
        let demand = demands::get(&tx, Scope::All, demand.parse().expect("id")).await.expect("demand").demand;
        let now = self.app.env.now();
        let pair = Pair { round: self.app.env.id(), offer: offer.id, demand: demand.id, supplier: offer.org, buyer: demand.org };
        let (first, last) = (demand.terms.weeks[0].week, demand.terms.weeks[demand.terms.weeks.len() - 1].week);
        let limits = ProposalLimits {
            offer: offer.terms.window,
            demand: Window { from: first.monday(), to: last.sunday() },
            smallest_lot: offer.terms.min_lot,
            longest_payment_days: offer.terms.max_payment_days,
        };
        let terms = ProposalTerms::new(Draft {
            farm_gate: 27_000.try_into().expect("price"),
            freight: Freight::new(900).expect("freight"),
            carrier: Carrier::default(),
            lines: demand.terms.weeks.iter().map(|week| WeekKg { week: week.week, kg: week.kg }).collect(),
            payment_days: 30,
        })
        .expect("terms");
        let mut proposal = Proposal::open(self.app.env.id(), pair, limits, terms, now, TimeDelta::hours(48));
        reservations::take(&tx, proposal.id, &proposal.hold().expect("hold")).await.expect("held");
        tx.commit().await.expect("commit");
        let mut options = ConnectOptions::new(self.app.config.database_url.expose());
        options.max_connections(1);
        let db = Database::connect(options).await.expect("db");
        db.execute_unprepared(if self.app.config.database_url.expose().starts_with("sqlite") {
            "PRAGMA foreign_keys = OFF"
        } else {
            "SET session_replication_role = replica"
        })
        .await
        .expect("off");
        let sql = "INSERT INTO proposal (id, round_id, offer_id, demand_id, supplier_org, buyer_org, product, variety, grade, ask, bid, trade, offer_from, offer_to, demand_from, demand_to, smallest_lot_g, longest_payment_days, revision, status, waits_supplier, waits_buyer, expires_at, version) VALUES ($1,$2,$3,$4,$5,$6,'cam','cam-canh',2,1,1,'{}','2026-01-01','2026-01-01','2026-01-01','2026-01-01',1000,1,1,'agreed',false,false,'2026-01-01T00:00:00Z',1)";
        let ids: [Uuid; 6] =
            [proposal.id.into(), pair.round.into(), pair.offer.into(), pair.demand.into(), pair.supplier.into(), pair.buyer.into()];
        db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, ids.map(Into::into))).await.expect("row");
        for (side, org) in [(Side::Supplier, offer.org), (Side::Buyer, demand.org)] {
            proposal = proposal.apply(&director(org, side, offer.posted_by.into()), Command::Accept { revision: 1 }, now).expect("ok");
        }
        let tx = Tx::write(&self.app.db).await.expect("tx");
        let id = web::flow::conclude::conclude(&self.app, &tx, &proposal).await.expect("contract");
        tx.commit().await.expect("commit");
        id.to_string()
    }
}

fn director(org: OrgId, side: Side, user: Uuid) -> Actor {
    Actor { user: user.into(), role: Role::Director, membership: Some(Membership { org, side, verified: true }) }
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
