//! What a plan left of one post, as a post of its own, and the others without what they trade with it.

use std::collections::BTreeMap;

use crate::market::{Demand, Market, Offer, WeekKg};
use crate::plan::{Plan, Trade};

/// What an offer kept, and the others of its product without what they trade with it.
pub(super) fn of_offer(market: &Market, plan: &Plan, own: &Offer) -> (Offer, Market) {
    let mut rest = own.clone();
    let (offers, mut demands) = of_product(market, own.product);
    for trade in plan.trades.iter().filter(|trade| trade.offer == own.id) {
        give(&mut rest, trade);
        demands.entry(trade.demand).and_modify(|demand| take(demand, trade));
    }
    (rest, with(market, offers.into_values().filter(|row| row.id != own.id).collect(), demands.into_values().collect()))
}

/// What of a demand stayed open, and the others of its product without what they trade with it.
pub(super) fn of_demand(market: &Market, plan: &Plan, own: &Demand) -> (Demand, Market) {
    let mut rest = own.clone();
    let (mut offers, demands) = of_product(market, own.product);
    for trade in plan.trades.iter().filter(|trade| trade.demand == own.id) {
        take(&mut rest, trade);
        offers.entry(trade.offer).and_modify(|offer| give(offer, trade));
    }
    offers.retain(|_, offer| offer.kg > 0);
    (rest, with(market, offers.into_values().collect(), demands.into_values().filter(|row| row.id != own.id).collect()))
}

type Posts = (BTreeMap<u128, Offer>, BTreeMap<u128, Demand>);

fn of_product(market: &Market, product: u32) -> Posts {
    let offers = market.offers.iter().filter(|row| row.product == product).map(|row| (row.id, row.clone()));
    let demands = market.demands.iter().filter(|row| row.product == product).map(|row| (row.id, row.clone()));
    (offers.collect(), demands.collect())
}

fn with(market: &Market, offers: Vec<Offer>, demands: Vec<Demand>) -> Market {
    Market {
        offers,
        demands,
        products: market.products.clone(),
        freight: market.freight.clone(),
        references: market.references.clone(),
        resting: market.resting.clone(),
        mix: market.mix,
    }
}

/// Takes what is traded in each week from the weeks of an offer.
fn give(offer: &mut Offer, trade: &Trade) {
    offer.kg -= trade.kg;
    offer.promised.extend(trade.weeks.iter().copied());
    let mut promised: BTreeMap<i32, i64> = BTreeMap::new();
    offer.promised.drain(..).for_each(|row| *promised.entry(row.week).or_default() += row.kg);
    offer.promised.extend(promised.into_iter().map(|(week, kg)| WeekKg { week, kg }));
}

fn take(demand: &mut Demand, trade: &Trade) {
    let traded: BTreeMap<i32, i64> = trade.weeks.iter().map(|row| (row.week, row.kg)).collect();
    demand.lines.iter_mut().for_each(|line| line.kg -= traded.get(&line.week).copied().unwrap_or(0));
    demand.lines.retain(|line| line.kg > 0);
}
