//! What an offer could change.

use std::collections::BTreeSet;

use super::{Change, Remedy, Rents, smallest};
use crate::book::{Book, Buyer, Seller};
use crate::explain::Misses;
use crate::market::{Certificate, Line, Offer};
use crate::reason::Obstacle;
use crate::validate::MAX_DAY;
use crate::what_if::MOST_WEEKS;

pub(super) fn remedies(book: &Book, rents: &Rents, seller: &Seller, whole: bool) -> Vec<Remedy> {
    let offer = seller.offer;
    let (mut found, mut cheaper): (BTreeSet<Change>, Option<i64>) = (BTreeSet::new(), None);
    for buyer in book.buyers.iter().filter(|buyer| sane(seller, buyer)) {
        for (at, line) in buyer.lines.iter().enumerate() {
            let Some(misses) = Misses::of(book, seller, buyer, std::iter::once(at)) else { continue };
            let free = misses.gain() - rents.line(buyer.demand.id, line.week);
            if misses.but_price() {
                cheaper = cheaper.into_iter().chain([1 - free]).min();
            } else if let Some(obstacle) = misses.alone().filter(|_| free > 0) {
                found.extend(change(&obstacle, offer, line, whole));
            }
        }
    }
    found.extend(cheaper.filter(|by| *by > 0 && lowest(offer) <= offer.ask - by).map(|by| Change::Price { by }));
    let reference = book.reference(offer.product, offer.variety);
    let helps = |change: &Change| helps(book, rents, &change.of_offer(offer));
    smallest(found, size, helps).into_iter().map(|(change, organisations)| Remedy::new(change, organisations, reference)).collect()
}

/// Goods that the buyer wants, of another organisation: what no change of terms can mend otherwise.
fn sane(seller: &Seller, buyer: &Buyer) -> bool {
    let (offer, demand) = (seller.offer, buyer.demand);
    offer.org != demand.org && offer.grade >= demand.min_grade && buyer.takes(offer.variety)
}

/// The least ask that still has something to take off for much.
fn lowest(offer: &Offer) -> i64 {
    offer.tiers.iter().map(|tier| tier.off + 1).max().unwrap_or(1)
}

fn change(obstacle: &Obstacle, offer: &Offer, line: &Line, whole: bool) -> Option<Change> {
    match *obstacle {
        Obstacle::CertificateMissing { kinds } => Some(Change::Certificates { kinds }),
        Obstacle::PaymentTooLate { days } => Some(Change::Payment { days }),
        Obstacle::WeeklyCapacity => Some(Change::WeeklyCapacity),
        // What is sold already keeps its days.
        Obstacle::WindowsDoNotMeet if whole => {
            let later = if line.from > offer.to { (line.from - offer.to + 6) / 7 } else { -((offer.from - line.to + 6) / 7) };
            (later.abs() <= MOST_WEEKS).then_some(Change::Weeks { later })
        }
        _ => None,
    }
}

fn size(change: &Change) -> i64 {
    match *change {
        Change::Weeks { later } => i64::from(later).abs(),
        Change::Certificates { kinds } => i64::from(kinds.count_ones()),
        Change::Payment { days } => i64::from(days),
        _ => 0,
    }
}

impl Change {
    /// An offer with the change; the same where it is not one of offers.
    pub fn of_offer(&self, offer: &Offer) -> Offer {
        let mut offer = offer.clone();
        match *self {
            Self::Price { by } => offer.ask -= by,
            Self::Weeks { later } => {
                offer.from = (offer.from + 7 * later).clamp(-MAX_DAY, MAX_DAY);
                offer.to = (offer.to + 7 * later).clamp(-MAX_DAY, MAX_DAY);
            }
            Self::WeeklyCapacity => (offer.kg_per_week, offer.promised) = (offer.kg, Vec::new()),
            Self::Certificates { kinds } => offer.certs.push(Certificate { kinds, from: -MAX_DAY, to: MAX_DAY }),
            Self::Payment { days } => offer.max_payment_days = days,
            Self::Distance { .. } | Self::Grade { .. } => {}
        }
        offer
    }
}

/// How many organisations would fit the changed offer, the price aside; `None` where none of them would take any.
fn helps(book: &Book, rents: &Rents, offer: &Offer) -> Option<usize> {
    let seller = Seller::new(offer);
    let (mut organisations, mut helps) = (BTreeSet::new(), false);
    for buyer in book.buyers.iter().filter(|buyer| sane(&seller, buyer)) {
        for (at, line) in buyer.lines.iter().enumerate() {
            let Some(misses) = Misses::of(book, &seller, buyer, std::iter::once(at)).filter(Misses::but_price) else { continue };
            organisations.insert(buyer.demand.org);
            helps |= misses.none() && misses.gain() > rents.line(buyer.demand.id, line.week);
        }
    }
    helps.then_some(organisations.len())
}
