//! From a market to a plan: groups apart, each solved, repaired, priced; then the rests explained.

use crate::book::Book;
use crate::eligible::{Component, components, discount, premiums};
use crate::explain;
use crate::flow::{Network, ends::price_ends};
use crate::geo::Haul;
use crate::market::{Market, WeekKg};
use crate::plan::{DemandPrices, DemandRents, Ends, Group, Limits, OfferPrices, OfferRents, Plan, Trade, WeekPrice, WeekRent};
use crate::price::{self, Prices};
use crate::repair::{self, Limited, Repaired};

/// A cleared group.
pub(crate) struct Cleared {
    pub(crate) component: Component,
    /// Kg of each slot.
    pub(crate) kg: Vec<i64>,
    pub(crate) prices: Prices,
    bound: i128,
    limited: Option<Limited>,
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
        limits: None,
        offer_prices: Vec::new(),
        demand_prices: Vec::new(),
        groups: Vec::new(),
    };
    for group in &cleared {
        plan.value += total_gain(&group.component, &group.kg);
        plan.bound += group.bound;
        publish(&book, group, &mut plan);
    }
    plan.limits = limits(&book, &cleared);
    explain::rests(&book, &cleared, &mut plan);
    plan.trades.sort_by_key(|trade| (trade.offer, trade.demand));
    plan.offer_prices.sort_by_key(|row| row.offer);
    plan.demand_prices.sort_by_key(|row| row.demand);
    plan
}

/// The bound that knows lots and limits, where any cost something: with the settled rents of the groups where they do not.
fn limits(book: &Book, cleared: &[Cleared]) -> Option<Limits> {
    cleared.iter().find(|group| group.limited.is_some())?;
    let mut limits = Limits { bound: 0, offers: Vec::new(), demands: Vec::new() };
    for Cleared { component, prices, bound, limited, .. } in cleared {
        limits.bound += limited.as_ref().map_or(*bound, |limited| limited.bound);
        let rents = limited.as_ref().map_or(&prices.settled, |limited| &limited.rents);
        let mut weeks: Vec<Vec<WeekRent>> = vec![Vec::new(); component.offers.len()];
        for (row, &rent) in component.offer_weeks.iter().zip(&rents.week).filter(|(_, rent)| **rent > 0) {
            weeks[row.offer].push(WeekRent { week: row.week, rent });
        }
        let offers = component.offers.iter().zip(&rents.offer).zip(weeks);
        limits.offers.extend(offers.map(|((&offer, &total), weeks)| OfferRents { offer: book.sellers[offer].offer.id, total, weeks }));
        let mut lines: Vec<Vec<WeekRent>> = vec![Vec::new(); component.demands.len()];
        for (row, &rent) in component.lines.iter().zip(&rents.line).filter(|(_, rent)| **rent > 0) {
            lines[row.demand].push(WeekRent { week: row.week, rent });
        }
        let demands = component.demands.iter().zip(lines);
        limits.demands.extend(demands.map(|(&demand, weeks)| DemandRents { demand: book.buyers[demand].demand.id, weeks }));
    }
    limits.offers.retain(|row| row.total > 0 || !row.weeks.is_empty());
    limits.demands.retain(|row| !row.weeks.is_empty());
    limits.offers.sort_by_key(|row| row.offer);
    limits.demands.sort_by_key(|row| row.demand);
    Some(limits)
}

fn clear(book: &Book, component: Component) -> Cleared {
    let mut network = Network::new(&component);
    let optimum = network.solve();
    let bound = total_gain(&component, &optimum);
    let ends = price_ends(&network);
    let guide = network.rents(&component, &ends.seller_best);
    let Repaired { kg, limited } = repair::repair(book, &component, &mut network, optimum, &guide);
    let prices = price::settle(book, &component, &network, &ends, &kg);
    Cleared { component, kg, prices, bound, limited }
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
