//! The market in its canonical order (older post first, then id) with what every pair check needs at hand.

use std::collections::{BTreeMap, BTreeSet};

use crate::geo::{Haul, Point, Rate};
use crate::market::{Certificate, Demand, Line, Market, Offer, Varieties};

pub(crate) struct Seller<'a> {
    pub(crate) offer: &'a Offer,
    point: Point,
    held: u32,
    promised: BTreeMap<i32, i64>,
}

pub(crate) struct Buyer<'a> {
    pub(crate) demand: &'a Demand,
    point: Point,
    /// By week.
    pub(crate) lines: Vec<Line>,
    /// Sorted; `None` takes any.
    varieties: Option<Vec<u32>>,
}

pub(crate) struct Book<'a> {
    pub(crate) market: &'a Market,
    pub(crate) sellers: Vec<Seller<'a>>,
    pub(crate) buyers: Vec<Buyer<'a>>,
    rates: BTreeMap<u32, Rate>,
    resting: BTreeSet<(u128, u128)>,
    references: BTreeMap<(u32, u32), i64>,
}

impl<'a> Seller<'a> {
    pub(crate) fn new(offer: &'a Offer) -> Self {
        Self {
            offer,
            point: Point::new(offer.lat_e6, offer.lon_e6),
            held: kinds_through(&offer.certs, u32::MAX, offer.from, offer.to),
            promised: offer.promised.iter().map(|row| (row.week, row.kg)).collect(),
        }
    }

    /// Kinds valid through the whole harvest window.
    pub(crate) fn held(&self) -> u32 {
        self.held
    }

    /// Kg that the offer can still give in a week.
    pub(crate) fn capacity(&self, week: i32) -> i64 {
        let promised = self.promised.get(&week).copied().unwrap_or(0);
        (self.offer.kg_per_week - promised).clamp(0, self.offer.kg)
    }

    pub(crate) fn meets(&self, line: &Line) -> bool {
        self.offer.from.max(line.from) <= self.offer.to.min(line.to)
    }

    /// Required kinds that do not hold through the days on which the line may be delivered. Where the windows do not meet, the
    /// line's own days count.
    pub(crate) fn missing(&self, required: u32, line: &Line) -> u32 {
        let lacking = required & !self.held;
        if self.meets(line) {
            let (from, to) = (self.offer.from.max(line.from), self.offer.to.min(line.to));
            if lacking == 0 { 0 } else { lacking & !kinds_through(&self.offer.certs, lacking, from, to) }
        } else {
            required & !kinds_through(&self.offer.certs, required, line.from, line.to)
        }
    }
}

/// Kinds among `wanted` that are valid on every day from `from` to `to`, be it by several certificates in turn.
fn kinds_through(certs: &[Certificate], wanted: u32, from: i32, to: i32) -> u32 {
    let kinds = certs.iter().fold(0, |all, cert| all | cert.kinds) & wanted;
    (0..32).map(|bit| 1_u32 << bit).filter(|bit| kinds & bit != 0 && covered(certs, *bit, from, to)).sum()
}

fn covered(certs: &[Certificate], bit: u32, from: i32, to: i32) -> bool {
    let mut day = from;
    while day <= to {
        let reach = certs.iter().filter(|cert| cert.kinds & bit != 0 && cert.from <= day && day <= cert.to).map(|cert| cert.to).max();
        let Some(last) = reach else { return false };
        day = last + 1;
    }
    true
}

impl<'a> Buyer<'a> {
    pub(crate) fn new(demand: &'a Demand) -> Self {
        let mut lines = demand.lines.clone();
        lines.sort_by_key(|line| line.week);
        let varieties = match &demand.varieties {
            Varieties::Any => None,
            Varieties::Only(list) => {
                let mut list = list.clone();
                list.sort_unstable();
                Some(list)
            }
        };
        Self { demand, point: Point::new(demand.lat_e6, demand.lon_e6), lines, varieties }
    }

    pub(crate) fn takes(&self, variety: u32) -> bool {
        self.varieties.as_ref().is_none_or(|list| list.binary_search(&variety).is_ok())
    }
}

impl<'a> Book<'a> {
    pub(crate) fn new(market: &'a Market) -> Self {
        let mut sellers: Vec<Seller> = market.offers.iter().map(Seller::new).collect();
        sellers.sort_by_key(|seller| (seller.offer.posted_at, seller.offer.id));
        let mut buyers: Vec<Buyer> = market.demands.iter().map(Buyer::new).collect();
        buyers.sort_by_key(|buyer| (buyer.demand.posted_at, buyer.demand.id));
        let classes: BTreeMap<u32, Rate> = market.freight.iter().map(|rate| (rate.class, Rate::new(rate))).collect();
        let rates = market.products.iter().filter_map(|product| Some((product.id, *classes.get(&product.freight_class)?))).collect();
        let resting = market.resting.iter().map(|pair| (pair.offer, pair.demand)).collect();
        let references = market.references.iter().map(|row| ((row.product, row.variety), row.price)).collect();
        Self { market, sellers, buyers, rates, resting, references }
    }

    /// The products in which both sides, or one side, trade; with the posts of each, in canonical order.
    pub(crate) fn by_product(&self) -> BTreeMap<u32, (Vec<usize>, Vec<usize>)> {
        let mut products: BTreeMap<u32, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for (index, seller) in self.sellers.iter().enumerate() {
            products.entry(seller.offer.product).or_default().0.push(index);
        }
        for (index, buyer) in self.buyers.iter().enumerate() {
            products.entry(buyer.demand.product).or_default().1.push(index);
        }
        products
    }

    /// The way between two posts of one product.
    pub(crate) fn haul(&self, seller: &Seller, buyer: &Buyer) -> Haul {
        let rate = self.rates.get(&buyer.demand.product).expect("a validated market lists every product and its freight");
        rate.haul(seller.point, buyer.point)
    }

    pub(crate) fn rests(&self, seller: &Seller, buyer: &Buyer) -> bool {
        !self.resting.is_empty() && self.resting.contains(&(seller.offer.id, buyer.demand.id))
    }

    pub(crate) fn reference(&self, product: u32, variety: u32) -> Option<i64> {
        self.references.get(&(product, variety)).copied()
    }

    /// The reference price that a demand's numbers are rounded by: that of its first variety that has one.
    pub(crate) fn demand_reference(&self, buyer: &Buyer) -> Option<i64> {
        let product = buyer.demand.product;
        let mut rows = self.references.range((product, 0)..=(product, u32::MAX));
        rows.find(|((_, variety), _)| buyer.takes(*variety)).map(|(_, price)| *price)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_renewed_certificate_covers_without_a_gap_only() {
        let certs = [Certificate { kinds: 1, from: 0, to: 3 }, Certificate { kinds: 3, from: 4, to: 9 }];
        assert_eq!(kinds_through(&certs, u32::MAX, 0, 9), 1);
        assert_eq!(kinds_through(&certs, u32::MAX, 4, 9), 3);
        assert_eq!(kinds_through(&certs, 2, 4, 10), 0);
        assert_eq!(kinds_through(&certs[1..], u32::MAX, 3, 9), 0);
    }
}
