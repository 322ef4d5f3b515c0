//! From a market to a plan: groups apart, each solved, repaired, priced; then the rests explained.

use crate::book::Book;
use crate::eligible::{Component, components, discount, premiums};
use crate::explain;
use crate::flow::{Network, ends::price_ends};
use crate::geo::Haul;
use crate::market::{Market, WeekKg};
use crate::plan::{DemandPrices, Ends, Group, OfferPrices, Plan, Trade, WeekPrice};
use crate::price::{self, Prices};
use crate::repair;

/// A cleared group.
pub(crate) struct Cleared {
    pub(crate) component: Component,
    /// Kg of each slot.
    pub(crate) kg: Vec<i64>,
    pub(crate) prices: Prices,
    bound: i128,
}

/// Clears the market: the plan depends on its content alone.
///
/// # Panics
///
/// When the market does not pass [`Market::validate`].
pub fn solve(market: &Market) -> Plan {
    if let Err(error) = market.validate() {
        panic!("the market is not valid: {error}");
    }
    let book = Book::new(market);
    let cleared: Vec<Cleared> = components(&book).into_iter().map(|component| clear(&book, component)).collect();
    let mut plan = Plan {
        trades: Vec::new(),
        unsold: Vec::new(),
        unserved: Vec::new(),
        value: 0,
        bound: 0,
        offer_prices: Vec::new(),
        demand_prices: Vec::new(),
        groups: Vec::new(),
    };
    for group in &cleared {
        plan.value += total_gain(&group.component, &group.kg);
        plan.bound += group.bound;
        publish(&book, group, &mut plan);
    }
    explain::rests(&book, &cleared, &mut plan);
    plan.trades.sort_by_key(|trade| (trade.offer, trade.demand));
    plan.offer_prices.sort_by_key(|row| row.offer);
    plan.demand_prices.sort_by_key(|row| row.demand);
    plan
}

fn clear(book: &Book, component: Component) -> Cleared {
    let mut network = Network::new(&component);
    let optimum = network.solve();
    let bound = total_gain(&component, &optimum);
    let ends = price_ends(&network);
    let guide = network.rents(&component, &ends.seller_best);
    let kg = repair::repair(book, &component, &mut network, optimum, &guide);
    let prices = price::settle(book, &component, &network, &ends, &kg);
    Cleared { component, kg, prices, bound }
}

fn total_gain(component: &Component, kg: &[i64]) -> i128 {
    component.slots.iter().zip(kg).map(|(slot, kg)| i128::from(component.pairs[slot.pair].gain) * i128::from(*kg)).sum()
}

fn publish(book: &Book, group: &Cleared, plan: &mut Plan) {
    let Cleared { component, prices, .. } = group;
    let index = count(plan.groups.len());
    plan.groups.push(Group {
        product: component.product,
        suppliers: count(prices.suppliers),
        buyers: count(prices.buyers),
        mix: prices.mix,
    });
    let reasons = explain::TradeReasons::new(book, component);
    for (pair, row) in component.pairs.iter().enumerate() {
        if group.kg[row.slots.0..row.slots.1].iter().any(|kg| *kg > 0) {
            plan.trades.push(trade(book, group, pair, index, &reasons));
        }
    }
    let ends = |at: &dyn Fn(&crate::flow::Rents) -> i64| Ends {
        buyer_best: at(&prices.buyer_best),
        settled: at(&prices.settled),
        seller_best: at(&prices.seller_best),
    };
    let mut offer_weeks = component.offer_weeks.iter().enumerate().peekable();
    for (at, &offer) in component.offers.iter().enumerate() {
        let mut weeks = Vec::new();
        while let Some((index, row)) = offer_weeks.next_if(|(_, row)| row.offer == at) {
            weeks.push(WeekPrice { week: row.week, rent: ends(&|rents| rents.week[index]) });
        }
        weeks.retain(|row| row.rent != Ends::default());
        plan.offer_prices.push(OfferPrices { offer: book.sellers[offer].offer.id, total: ends(&|rents| rents.offer[at]), weeks });
    }
    let mut lines = component.lines.iter().enumerate().peekable();
    for (at, &demand) in component.demands.iter().enumerate() {
        let mut weeks = Vec::new();
        while let Some((index, row)) = lines.next_if(|(_, row)| row.demand == at) {
            weeks.push(WeekPrice { week: row.week, rent: ends(&|rents| rents.line[index]) });
        }
        weeks.retain(|row| row.rent != Ends::default());
        plan.demand_prices.push(DemandPrices { demand: book.buyers[demand].demand.id, weeks });
    }
}

fn trade(book: &Book, group: &Cleared, pair: usize, index: u32, reasons: &explain::TradeReasons) -> Trade {
    let Cleared { component, kg, prices, .. } = group;
    let row = &component.pairs[pair];
    let (seller, buyer) = (&book.sellers[component.offers[row.offer]], &book.buyers[component.demands[row.demand]]);
    let weeks: Vec<WeekKg> = (row.slots.0..row.slots.1)
        .filter(|&slot| kg[slot] > 0)
        .map(|slot| WeekKg { week: component.lines[component.slots[slot].line].week, kg: kg[slot] })
        .collect();
    let (rent, weight) = price::pair_rent(component, &prices.settled, pair, kg);
    let interval = price::interval(book, component, (&prices.buyer_best, &prices.seller_best), pair, kg);
    let reference = book.reference(seller.offer.product, seller.offer.variety).filter(|_| prices.crowded());
    let haul: Haul = book.haul(seller, buyer);
    let total = weeks.iter().map(|row| row.kg).sum();
    let discount = discount(seller.offer, total);
    Trade {
        offer: seller.offer.id,
        demand: buyer.demand.id,
        kg: total,
        weeks,
        discount,
        price: seller.offer.ask - discount + price::half_up(rent, weight).min(row.gain),
        freight: row.freight,
        premiums: premiums(seller, buyer),
        road_km: haul.whole_km(),
        interval,
        fair: reference.map(|reference| price::outward(interval, reference)),
        group: index,
        reason: reasons.reason(pair),
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).expect("posts are counted in 32 bits")
}
