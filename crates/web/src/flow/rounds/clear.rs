//! From a market to a proved plan, and what of it is kept in columns.
use crate::app::App;
use crate::auth::hex;
use crate::store::corrupt;
use crate::store::market::{Loaded, week_of};
use crate::store::rounds::{Totals, Unmatched, pack};
use anyhow::Context;
use domain::account::Side;
use domain::quantity::Kg;
use matching::market::Market;
use matching::plan::Plan;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

pub struct Cleared {
    pub plan: Plan,
    pub market_hash: String,
    pub plan_hash: String,
    pub packed_market: Vec<u8>,
    pub packed_plan: Vec<u8>,
}

impl Cleared {
    /// Everything that takes time and no database.
    pub fn of(market: &Market) -> anyhow::Result<Self> {
        market.validate().context("the market of the round is malformed")?;
        let plan = matching::solve(market);
        matching::check::verify(market, &plan).context("the plan of the round cannot be proved")?;
        Ok(Self {
            market_hash: hash(&market.canonical_bytes()),
            plan_hash: hash(&plan.canonical_bytes()),
            packed_market: pack(market)?,
            packed_plan: pack(&plan)?,
            plan,
        })
    }
}

/// SHA-256 in hexadecimal digits.
pub fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

pub fn totals(market: &Market, plan: &Plan) -> anyhow::Result<Totals> {
    let offers: BTreeMap<u128, _> = market.offers.iter().map(|offer| (offer.id, offer)).collect();
    let demands: BTreeMap<u128, _> = market.demands.iter().map(|demand| (demand.id, demand)).collect();
    let (mut supplier_gain, mut above_ask, mut goods, mut freight) = (0_i128, 0_i128, 0_i128, 0_i128);
    for trade in &plan.trades {
        let kg = i128::from(trade.kg);
        if let Some((offer, demand)) = offers.get(&trade.offer).zip(demands.get(&trade.demand)) {
            // What is asked for so much; the value counts with what is asked of the pair for sure.
            supplier_gain += kg * i128::from(trade.price - (offer.ask - trade.discount));
            above_ask += kg * i128::from(trade.price - offer.sure_ask(demand));
        }
        goods += kg * i128::from(trade.price);
        freight += kg * i128::from(trade.freight);
    }
    let offered: i128 = market.offers.iter().map(|offer| i128::from(offer.kg)).sum();
    let demanded: i128 = market.demands.iter().flat_map(|demand| &demand.lines).map(|line| i128::from(line.kg)).sum();
    let number = |value: i128| i64::try_from(value).context("a sum of the round is out of range");
    let count = |length: usize| i64::try_from(length).context("a count of the round is out of range");
    Ok(Totals {
        offers: count(market.offers.len())?,
        demands: count(market.demands.len())?,
        suppliers: count(market.offers.iter().map(|offer| offer.org).collect::<BTreeSet<_>>().len())?,
        buyers: count(market.demands.iter().map(|demand| demand.org).collect::<BTreeSet<_>>().len())?,
        offered_g: number(offered * 1000)?,
        demanded_g: number(demanded * 1000)?,
        matched_g: number(plan.kg() * 1000)?,
        value: number(plan.value)?,
        bound: number(plan.least_bound())?,
        supplier_gain: number(supplier_gain)?,
        buyer_gain: number(plan.value - above_ask)?,
        goods_amount: number(goods)?,
        freight_amount: number(freight)?,
        trades: count(plan.trades.len())?,
        dropped: 0,
    })
}

/// A row for every rest.
pub fn unmatched(app: &App, loaded: &Loaded, plan: &Plan) -> anyhow::Result<Vec<Unmatched>> {
    let mut rows = Vec::with_capacity(plan.unsold.len() + plan.unserved.len());
    for rest in &plan.unsold {
        let post = Uuid::from_u128(rest.offer);
        let held = loaded.offers.get(&post).ok_or_else(|| corrupt("offer", post))?;
        let variety = held.offer.terms.variety.clone();
        rows.push(Unmatched {
            id: app.env.id(),
            side: Side::Supplier,
            post,
            org: held.offer.org,
            product: crate::store::market::product_of(held),
            variety: Some(variety),
            week: None,
            left: Kg::from_whole(rest.kg)?,
            reason: rest.reason.clone(),
        });
    }
    for rest in &plan.unserved {
        let post = Uuid::from_u128(rest.demand);
        let held = loaded.demands.get(&post).ok_or_else(|| corrupt("demand", post))?;
        rows.push(Unmatched {
            id: app.env.id(),
            side: Side::Buyer,
            post,
            org: held.demand.org,
            product: held.demand.terms.product.clone(),
            variety: None,
            week: week_of(rest.week),
            left: Kg::from_whole(rest.kg)?,
            reason: rest.reason.clone(),
        });
    }
    Ok(rows)
}
