//! Every offer and demand line with kg left, and what stands in its way.

use std::collections::{BTreeMap, BTreeSet};

use super::{Misses, Survey, coarse};
use crate::book::Book;
use crate::plan::{Plan, Unserved, Unsold};
use crate::reason::{Crowd, Obstacle, Reason};
use crate::solve::Cleared;

/// Fills `unsold` and `unserved`.
pub(crate) fn rests(book: &Book, cleared: &[Cleared], plan: &mut Plan) {
    let (mut offers, mut lines) = (BTreeMap::new(), BTreeMap::new());
    for group in cleared {
        let left = Left::new(book, group);
        let component = &group.component;
        for (at, &offer) in component.offers.iter().enumerate() {
            offers.insert(offer, (left.offers[at] > 0).then(|| (left.offers[at], left.offer_reason(book, at))));
        }
        for (at, row) in component.lines.iter().enumerate() {
            let rest = (left.lines[at] > 0).then(|| (left.lines[at], left.line_reason(book, at)));
            lines.insert((component.demands[row.demand], row.week), rest);
        }
    }
    let products = book.by_product();
    for (index, seller) in book.sellers.iter().enumerate() {
        let rest = offers.remove(&index).unwrap_or_else(|| {
            let mut survey = Survey::default();
            for buyer in products[&seller.offer.product].1.iter().map(|&demand| &book.buyers[demand]) {
                if let Some(misses) = Misses::of(book, seller, buyer, 0..buyer.lines.len()) {
                    survey.add(misses, buyer.demand.org);
                }
            }
            Some((seller.offer.kg, survey.reason(book.reference(seller.offer.product, seller.offer.variety))))
        });
        if let Some((kg, reason)) = rest {
            plan.unsold.push(Unsold { offer: seller.offer.id, kg, reason });
        }
    }
    for (index, buyer) in book.buyers.iter().enumerate() {
        for (at, line) in buyer.lines.iter().enumerate() {
            let rest = lines.remove(&(index, line.week)).unwrap_or_else(|| {
                let mut survey = Survey::default();
                for seller in products[&buyer.demand.product].0.iter().map(|&offer| &book.sellers[offer]) {
                    if let Some(misses) = Misses::of(book, seller, buyer, std::iter::once(at)) {
                        survey.add(misses, seller.offer.org);
                    }
                }
                Some((line.kg, survey.reason(book.demand_reference(buyer))))
            });
            if let Some((kg, reason)) = rest {
                plan.unserved.push(Unserved { demand: buyer.demand.id, week: line.week, kg, reason });
            }
        }
    }
    plan.unsold.sort_by_key(|row| row.offer);
    plan.unserved.sort_by_key(|row| (row.demand, row.week));
}

/// What a cleared group leaves.
struct Left<'a> {
    group: &'a Cleared,
    offers: Vec<i64>,
    weeks: Vec<i64>,
    lines: Vec<i64>,
    /// Per demand: organisations that use its places.
    places: Vec<BTreeSet<u128>>,
    /// Kg that organisations may still give, by demand and organisation, where that is limited.
    shares: BTreeMap<(usize, u128), i64>,
    slots_of_offer: Vec<Vec<usize>>,
    slots_of_line: Vec<Vec<usize>>,
}

/// How near a slot of a fit pair is to carrying more; a later variant is nearer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Taken,
    WeekFull,
    Lot,
    Share,
    Places,
}

impl<'a> Left<'a> {
    fn new(book: &Book, group: &'a Cleared) -> Self {
        let component = &group.component;
        let places = |&demand: &usize| book.buyers[demand].demand.suppliers.iter().copied().collect();
        let mut left = Self {
            group,
            offers: component.supply.clone(),
            weeks: component.offer_weeks.iter().map(|row| row.capacity).collect(),
            lines: component.lines.iter().map(|row| row.kg).collect(),
            places: component.demands.iter().map(places).collect(),
            shares: BTreeMap::new(),
            slots_of_offer: vec![Vec::new(); component.offers.len()],
            slots_of_line: vec![Vec::new(); component.lines.len()],
        };
        for (index, (slot, &kg)) in component.slots.iter().zip(&group.kg).enumerate() {
            let (offer, demand) = (component.pairs[slot.pair].offer, component.pairs[slot.pair].demand);
            let org = book.sellers[component.offers[offer]].offer.org;
            if kg > 0 {
                left.places[demand].insert(org);
            }
            if let Some(share) = book.buyers[component.demands[demand]].demand.share_left(org) {
                *left.shares.entry((demand, org)).or_insert(share) -= kg;
            }
            left.offers[offer] -= kg;
            left.weeks[slot.offer_week] -= kg;
            left.lines[slot.line] -= kg;
            left.slots_of_offer[offer].push(index);
            left.slots_of_line[slot.line].push(index);
        }
        left
    }

    fn offer_reason(&self, book: &Book, at: usize) -> Reason {
        let component = &self.group.component;
        let offer = book.sellers[component.offers[at]].offer;
        let open = |slot: usize| self.lines[component.slots[slot].line] > 0;
        let org = |slot: usize| book.buyers[component.demands[component.pairs[component.slots[slot].pair].demand]].demand.org;
        self.reason(book, &self.slots_of_offer[at], open, org, book.reference(offer.product, offer.variety))
    }

    fn line_reason(&self, book: &Book, at: usize) -> Reason {
        let component = &self.group.component;
        let buyer = &book.buyers[component.demands[component.lines[at].demand]];
        let open = |slot: usize| self.offers[component.pairs[component.slots[slot].pair].offer] > 0;
        let org = |slot: usize| book.sellers[component.offers[component.pairs[component.slots[slot].pair].offer]].offer.org;
        self.reason(book, &self.slots_of_line[at], open, org, book.demand_reference(buyer))
    }

    /// The nearest of the slots through which the rest could go; `open` tells whether the other side has kg left.
    fn reason(
        &self,
        book: &Book,
        slots: &[usize],
        open: impl Fn(usize) -> bool,
        org: impl Fn(usize) -> u128,
        reference: Option<i64>,
    ) -> Reason {
        let component = &self.group.component;
        let step = |slot: usize| {
            if !open(slot) {
                Step::Taken
            } else if self.weeks[component.slots[slot].offer_week] == 0 {
                Step::WeekFull
            } else if !self.has_place(book, component.slots[slot].pair) {
                Step::Places
            } else if self.has_share(book, component.slots[slot].pair) {
                Step::Lot
            } else {
                Step::Share
            }
        };
        let nearest = slots.iter().map(|&slot| step(slot)).max().expect("every offer and line of a group has a fit pair");
        let stood: Vec<usize> = slots.iter().copied().filter(|&slot| step(slot) == nearest).collect();
        let organisations = stood.iter().map(|&slot| org(slot)).collect::<BTreeSet<_>>().len();
        let obstacle = match nearest {
            Step::Taken => {
                let short = stood.iter().map(|&slot| self.short_of(slot)).min().unwrap_or(0);
                Obstacle::Outbid { by: coarse(short, reference, organisations) }
            }
            Step::WeekFull => Obstacle::WeeklyCapacity,
            Step::Lot => Obstacle::LotTooLarge { lot: stood.iter().map(|&slot| self.lot(book, slot)).min().unwrap_or(0) },
            Step::Share => Obstacle::ShareLimit,
            Step::Places => Obstacle::SupplierLimit,
        };
        Reason { obstacle, also: Vec::new(), scope: Crowd::of(organisations) }
    }

    fn has_place(&self, book: &Book, pair: usize) -> bool {
        let component = &self.group.component;
        let row = &component.pairs[pair];
        let demand = book.buyers[component.demands[row.demand]].demand;
        let taken = &self.places[row.demand];
        let limit = usize::try_from(demand.max_suppliers).unwrap_or(usize::MAX);
        limit == 0 || taken.len() < limit || taken.contains(&book.sellers[component.offers[row.offer]].offer.org)
    }

    fn has_share(&self, book: &Book, pair: usize) -> bool {
        let row = &self.group.component.pairs[pair];
        let org = book.sellers[self.group.component.offers[row.offer]].offer.org;
        self.shares.get(&(row.demand, org)).is_none_or(|left| *left > 0)
    }

    fn lot(&self, book: &Book, slot: usize) -> i64 {
        let component = &self.group.component;
        let row = &component.pairs[component.slots[slot].pair];
        let (seller, buyer) = (&book.sellers[component.offers[row.offer]], &book.buyers[component.demands[row.demand]]);
        seller.offer.min_lot.max(buyer.demand.min_lot)
    }

    /// By how much the settled prices of both ends exceed what the pair gains.
    fn short_of(&self, slot: usize) -> i64 {
        let component = &self.group.component;
        let rents = &self.group.prices.settled;
        let slot = component.slots[slot];
        let row = component.pairs[slot.pair];
        (rents.offer[row.offer] + rents.week[slot.offer_week] + rents.line[slot.line] - row.gain).max(0)
    }
}
