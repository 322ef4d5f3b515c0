//! What a demand could change for one of its weeks.

use std::collections::BTreeSet;

use super::{Change, Remedy, Rents, smallest};
use crate::book::{Book, Buyer, Seller};
use crate::explain::Misses;
use crate::market::Demand;
use crate::reason::Obstacle;
use crate::validate::MAX_PRICE;

pub(super) fn remedies(book: &Book, rents: &Rents, buyer: &Buyer) -> Vec<Remedy> {
    let demand = buyer.demand;
    let (mut found, mut dearer): (BTreeSet<Change>, Option<i64>) = (BTreeSet::new(), None);
    for seller in book.sellers.iter().filter(|seller| sane(seller, buyer)) {
        for (at, line) in buyer.lines.iter().enumerate() {
            let Some(misses) = Misses::of(book, seller, buyer, std::iter::once(at)) else { continue };
            let free = misses.gain() - rents.offer_in(seller.offer.id, line.week);
            if misses.but_price() {
                dearer = dearer.into_iter().chain([1 - free]).min();
            } else if let Some(obstacle) = misses.alone().filter(|_| free > 0) {
                found.extend(change(&obstacle, seller, || book.haul(seller, buyer).ceil_km()));
            }
        }
    }
    let added: i64 = demand.premiums.iter().map(|row| row.per_kg).sum();
    found.extend(dearer.filter(|by| *by > 0 && demand.bid + by + added <= MAX_PRICE).map(|by| Change::Price { by }));
    let helps = |change: &Change| helps(book, rents, &change.of_demand(demand));
    let reference = book.demand_reference(buyer);
    let size = |change: &Change| size(demand, change);
    smallest(found, size, helps).into_iter().map(|(change, organisations)| Remedy::new(change, organisations, reference)).collect()
}

/// Goods that the demand is about, of another organisation.
fn sane(seller: &Seller, buyer: &Buyer) -> bool {
    seller.offer.org != buyer.demand.org && buyer.takes(seller.offer.variety)
}

fn change(obstacle: &Obstacle, seller: &Seller, km: impl Fn() -> u32) -> Option<Change> {
    match *obstacle {
        Obstacle::CertificateMissing { kinds } => Some(Change::Certificates { kinds }),
        Obstacle::PaymentTooLate { .. } => Some(Change::Payment { days: seller.offer.max_payment_days }),
        Obstacle::TooFar { .. } => Some(Change::Distance { max_km: km() }),
        Obstacle::GradeBelow { .. } => Some(Change::Grade { least: seller.offer.grade }),
        _ => None,
    }
}

fn size(demand: &Demand, change: &Change) -> i64 {
    match *change {
        Change::Certificates { kinds } => i64::from(kinds.count_ones()),
        Change::Payment { days } => i64::from(demand.payment_days) - i64::from(days),
        Change::Distance { max_km } => i64::from(max_km),
        Change::Grade { least } => i64::from(demand.min_grade) - i64::from(least),
        _ => 0,
    }
}

impl Change {
    /// A demand with the change; the same where it is not one of demands.
    pub fn of_demand(&self, demand: &Demand) -> Demand {
        let mut demand = demand.clone();
        match *self {
            Self::Price { by } => demand.bid += by,
            Self::Certificates { kinds } => demand.certs &= !kinds,
            Self::Payment { days } => demand.payment_days = days,
            Self::Distance { max_km } => demand.max_km = Some(max_km),
            Self::Grade { least } => demand.min_grade = least,
            Self::Weeks { .. } | Self::WeeklyCapacity => {}
        }
        demand
    }
}

/// How many organisations would fit the changed demand, the price aside; `None` where none of them would supply any.
fn helps(book: &Book, rents: &Rents, demand: &Demand) -> Option<usize> {
    let buyer = Buyer::new(demand);
    let (mut organisations, mut helps) = (BTreeSet::new(), false);
    for seller in book.sellers.iter().filter(|seller| sane(seller, &buyer)) {
        for (at, line) in buyer.lines.iter().enumerate() {
            let Some(misses) = Misses::of(book, seller, &buyer, std::iter::once(at)).filter(Misses::but_price) else { continue };
            organisations.insert(seller.offer.org);
            helps |= misses.none() && misses.gain() > rents.offer_in(seller.offer.id, line.week);
        }
    }
    helps.then_some(organisations.len())
}
