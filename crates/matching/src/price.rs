//! From the two ends of the optimal prices to what each trade pays.

use std::collections::BTreeSet;

use crate::book::Book;
use crate::eligible::{Component, discount};
use crate::flow::{Network, Rents, ends::PriceEnds};
use crate::market::Mix;
use crate::plan::Band;

/// A side with fewer organisations leans to the reference price, and its ranges stay with the officer.
pub(crate) const ENOUGH: usize = 3;

/// Steps of a leaning mix.
pub(crate) const GRID: i64 = 1_000_000;

pub(crate) struct Prices {
    pub(crate) buyer_best: Rents,
    pub(crate) settled: Rents,
    pub(crate) seller_best: Rents,
    pub(crate) mix: Mix,
    /// Distinct organisations.
    pub(crate) suppliers: usize,
    pub(crate) buyers: usize,
}

impl Prices {
    pub(crate) fn crowded(&self) -> bool {
        self.suppliers >= ENOUGH && self.buyers >= ENOUGH
    }
}

/// Kg-weighted rent of a pair over its weeks: numerator and kg.
pub(crate) fn pair_rent(component: &Component, rents: &Rents, pair: usize, kg: &[i64]) -> (i128, i128) {
    let row = &component.pairs[pair];
    let mut sums = (0, 0);
    let (first, end) = row.slots;
    for (slot, &weight) in component.slots[first..end].iter().zip(&kg[first..end]) {
        sums.0 += i128::from(weight) * i128::from(rents.offer[row.offer] + rents.week[slot.offer_week]);
        sums.1 += i128::from(weight);
    }
    sums
}

/// Rounds a quotient of non-negative numbers half up.
pub(crate) fn half_up(numerator: i128, denominator: i128) -> i64 {
    whole((2 * numerator + denominator) / (2 * denominator))
}

fn whole(value: i128) -> i64 {
    i64::try_from(value).expect("a mean of prices is within their bounds")
}

/// The interval of a pair that trades: ask less its discount + rent at both ends, rounded
/// outward, within [ask − discount, bid + premiums − freight].
pub(crate) fn interval(book: &Book, component: &Component, ends: (&Rents, &Rents), pair: usize, kg: &[i64]) -> Band {
    let row = &component.pairs[pair];
    let offer = book.sellers[component.offers[row.offer]].offer;
    let ask = offer.ask - discount(offer, kg[row.slots.0..row.slots.1].iter().sum());
    let (low, weight) = pair_rent(component, ends.0, pair, kg);
    let (high, _) = pair_rent(component, ends.1, pair, kg);
    Band { low: ask + whole(low / weight).min(row.gain), high: ask + whole((high + weight - 1) / weight).min(row.gain) }
}

/// Settles the prices of a group whose trades are known, between the ends of the optimal prices.
pub(crate) fn settle(book: &Book, component: &Component, network: &Network, ends: &PriceEnds, kg: &[i64]) -> Prices {
    let buyer_best = network.rents(component, &ends.buyer_best);
    let seller_best = network.rents(component, &ends.seller_best);
    let sellers: BTreeSet<u128> = component.offers.iter().map(|&offer| book.sellers[offer].offer.org).collect();
    let buyers: BTreeSet<u128> = component.demands.iter().map(|&demand| book.buyers[demand].demand.org).collect();
    let mix = if sellers.len() < ENOUGH || buyers.len() < ENOUGH {
        lean(book, component, (&buyer_best, &seller_best), kg)
    } else {
        book.market.mix
    };
    let middle: Vec<i64> = ends.buyer_best.iter().zip(&ends.seller_best).map(|(&low, &high)| low + share(high - low, mix)).collect();
    let settled = network.rents(component, &middle);
    Prices { buyer_best, settled, seller_best, mix, suppliers: sellers.len(), buyers: buyers.len() }
}

/// Rounded down: node prices differ by whole numbers along arcs, so rounding all of them down keeps every arc respected. Rents of
/// lines are negative node prices and thus rounded up.
pub(crate) fn share(width: i64, mix: Mix) -> i64 {
    whole((i128::from(width) * i128::from(mix.numerator)).div_euclid(i128::from(mix.denominator)))
}

/// The mix that brings the group's prices as near as possible to their reference prices, kg-weighted; the market's own mix where
/// that is as near.
fn lean(book: &Book, component: &Component, ends: (&Rents, &Rents), kg: &[i64]) -> Mix {
    let mut trades = Vec::new();
    for (pair, row) in component.pairs.iter().enumerate() {
        let weight: i64 = kg[row.slots.0..row.slots.1].iter().sum();
        let offer = book.sellers[component.offers[row.offer]].offer;
        if let Some(reference) = book.reference(offer.product, offer.variety).filter(|_| weight > 0) {
            trades.push((interval(book, component, ends, pair, kg), reference, weight));
        }
    }
    let distance = |step: i64| -> i128 {
        let miss = |(band, reference, weight): &(Band, i64, i64)| {
            let price = i128::from(band.low) * i128::from(GRID) + i128::from(band.high - band.low) * i128::from(step);
            // Prices are rounded down later: half a ₫ above the reference comes out at the reference.
            let target = i128::from(*reference) * i128::from(GRID) + i128::from(GRID / 2);
            (price - target).abs() * i128::from(*weight)
        };
        trades.iter().map(miss).sum()
    };
    // The distance is convex in the step: the nearest steps are those between the last descent and the first ascent.
    let first = search(|step| distance(step + 1) >= distance(step));
    let last = search(|step| distance(step + 1) > distance(step));
    let mix = book.market.mix;
    let scaled = i128::from(mix.numerator) * i128::from(GRID);
    if scaled < i128::from(first) * i128::from(mix.denominator) {
        Mix { numerator: first, denominator: GRID }
    } else if scaled > i128::from(last) * i128::from(mix.denominator) {
        Mix { numerator: last, denominator: GRID }
    } else {
        mix
    }
}

/// The first step below `GRID` from which on `holds`, or `GRID`.
fn search(holds: impl Fn(i64) -> bool) -> i64 {
    let (mut low, mut high) = (0, GRID);
    while low < high {
        let middle = i64::midpoint(low, high);
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

/// One step of what parties may see of a price: 2 % of the reference.
pub(crate) fn step(reference: i64) -> i64 {
    (reference / 50).max(1)
}

/// Rounded outward to whole steps.
pub(crate) fn outward(band: Band, reference: i64) -> Band {
    let step = step(reference);
    Band { low: band.low.div_euclid(step) * step, high: -(-band.high).div_euclid(step) * step }
}
