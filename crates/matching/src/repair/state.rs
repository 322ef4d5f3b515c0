//! A plan of one group under change: what is taken, what is left, and how to take a change back.

use std::collections::BTreeMap;

use crate::book::Book;
use crate::eligible::Component;
use crate::flow::Rents;

pub(crate) struct State<'a> {
    pub(crate) component: &'a Component,
    /// Kg of each slot.
    pub(crate) kg: Vec<i64>,
    /// Kg of each pair.
    pub(crate) pair_kg: Vec<i64>,
    pub(crate) value: i128,
    offer_left: Vec<i64>,
    week_left: Vec<i64>,
    line_left: Vec<i64>,
    /// Least kg of a contract of the pair, at least 1.
    pub(crate) lot: Vec<i64>,
    /// The place (demand, organisation) that a pair uses; `None` where no place is needed.
    place: Vec<Option<usize>>,
    /// Contracts that use each place.
    place_used: Vec<usize>,
    /// Places left per demand.
    places_left: Vec<usize>,
    /// The share (demand, organisation) that a pair draws on; `None` where a supplier may give any amount.
    share: Vec<Option<usize>>,
    /// Kg left of each share.
    share_left: Vec<i64>,
    /// What a kg of the pair costs others at the optimal prices, in its cheapest week.
    pub(crate) worth: Vec<i64>,
    /// The slots of every pair, cheapest week first.
    order: Vec<usize>,
    pub(crate) pairs_of_offer: Vec<Vec<usize>>,
    pub(crate) pairs_of_demand: Vec<Vec<usize>>,
    /// Changes since the last `keep`: slot and kg added.
    log: Vec<(usize, i64)>,
}

impl<'a> State<'a> {
    pub(crate) fn new(book: &Book, component: &'a Component, rents: &Rents) -> Self {
        let (mut place, mut places) = (Vec::new(), BTreeMap::new());
        let (mut share, mut shares, mut share_left) = (Vec::new(), BTreeMap::new(), Vec::new());
        let (mut lot, mut worth) = (Vec::new(), Vec::new());
        let mut pairs_of_offer = vec![Vec::new(); component.offers.len()];
        let mut pairs_of_demand = vec![Vec::new(); component.demands.len()];
        let mut order: Vec<usize> = (0..component.slots.len()).collect();
        let price = |slot: usize| rents.week[component.slots[slot].offer_week] + rents.line[component.slots[slot].line];
        for (pair, row) in component.pairs.iter().enumerate() {
            let (offer, demand) = (book.sellers[component.offers[row.offer]].offer, book.buyers[component.demands[row.demand]].demand);
            lot.push(offer.min_lot.max(demand.min_lot).max(1));
            let free = demand.max_suppliers == 0 || demand.suppliers.contains(&offer.org);
            let next = places.len();
            place.push((!free).then(|| *places.entry((row.demand, offer.org)).or_insert(next)));
            share.push(demand.share_left(offer.org).map(|left| {
                *shares.entry((row.demand, offer.org)).or_insert_with(|| {
                    share_left.push(left);
                    share_left.len() - 1
                })
            }));
            order[row.slots.0..row.slots.1].sort_by_key(|&slot| (price(slot), slot));
            worth.push(rents.offer[row.offer] + price(order[row.slots.0]));
            pairs_of_offer[row.offer].push(pair);
            pairs_of_demand[row.demand].push(pair);
        }
        let left = |&demand: &usize| {
            let demand = book.buyers[demand].demand;
            let mut known = demand.suppliers.clone();
            known.sort_unstable();
            known.dedup();
            usize::try_from(demand.max_suppliers).unwrap_or(usize::MAX).saturating_sub(known.len())
        };
        Self {
            component,
            kg: vec![0; component.slots.len()],
            pair_kg: vec![0; component.pairs.len()],
            value: 0,
            offer_left: component.supply.clone(),
            week_left: component.offer_weeks.iter().map(|row| row.capacity).collect(),
            line_left: component.lines.iter().map(|row| row.kg).collect(),
            lot,
            place,
            place_used: vec![0; places.len()],
            places_left: component.demands.iter().map(left).collect(),
            share,
            share_left,
            worth,
            order,
            pairs_of_offer,
            pairs_of_demand,
            log: Vec::new(),
        }
    }

    /// Pairs of an allocation that break a rule: below their lot, or without a place when the places go to the greatest gains. With
    /// `strict`, of such a demand all pairs but those with a place.
    pub(crate) fn violations(&self, kg: &[i64], strict: bool) -> Vec<usize> {
        let mut broken = Vec::new();
        let totals: Vec<i64> = self.component.pairs.iter().map(|row| kg[row.slots.0..row.slots.1].iter().sum()).collect();
        let mut small: Vec<usize> = (0..totals.len()).filter(|&pair| totals[pair] > 0 && totals[pair] < self.lot[pair]).collect();
        // Small contracts go in turn, the emptiest first: what they free may fill the others.
        if small.iter().any(|&pair| 2 * totals[pair] < self.lot[pair]) {
            small.retain(|&pair| 2 * totals[pair] < self.lot[pair]);
        } else if small.len() > 1 {
            small.sort_by_key(|&pair| (totals[pair] * 1000 / self.lot[pair], pair));
            small.truncate(small.len().div_ceil(2));
        }
        broken.extend(small);
        for (demand, pairs) in self.pairs_of_demand.iter().enumerate() {
            let mut gains: BTreeMap<usize, i128> = BTreeMap::new();
            for &pair in pairs {
                if let Some(place) = self.place[pair].filter(|_| totals[pair] > 0) {
                    *gains.entry(place).or_default() += i128::from(totals[pair]) * i128::from(self.component.pairs[pair].gain);
                }
            }
            if gains.len() > self.places_left[demand] {
                let mut ranked: Vec<(i128, usize)> = gains.into_iter().map(|(place, gain)| (-gain, place)).collect();
                ranked.sort_unstable();
                let (within, beyond) = ranked.split_at(self.places_left[demand]);
                let goes = |place: usize| {
                    if strict { within.iter().all(|(_, other)| *other != place) } else { beyond.iter().any(|(_, other)| *other == place) }
                };
                broken.extend(pairs.iter().filter(|&&pair| self.place[pair].is_some_and(goes)));
            }
        }
        broken
    }

    /// Places left of each demand; asked of the empty plan.
    pub(crate) fn places(&self) -> Vec<usize> {
        self.places_left.clone()
    }

    pub(crate) fn place(&self, pair: usize) -> Option<usize> {
        self.place[pair]
    }

    /// Kg that the share of the pair's supplier has left; asked of the empty plan.
    pub(crate) fn most(&self, pair: usize) -> i64 {
        self.share[pair].map_or(i64::MAX, |share| self.share_left[share])
    }

    /// Whether no supplier has more of a demand than its share; asked of the empty plan.
    pub(crate) fn within_shares(&self, kg: &[i64]) -> bool {
        self.excess(kg).iter().all(|excess| *excess <= 0)
    }

    /// By how much an allocation passes each share.
    fn excess(&self, kg: &[i64]) -> Vec<i64> {
        let mut excess: Vec<i64> = self.share_left.iter().map(|left| -left).collect();
        for (pair, row) in self.component.pairs.iter().enumerate() {
            if let Some(share) = self.share[pair] {
                excess[share] += kg[row.slots.0..row.slots.1].iter().sum::<i64>();
            }
        }
        excess
    }

    /// Takes what passes a share out of an allocation for the empty plan: the least gain first, of a pair its dearest week; a contract
    /// that falls below its lot goes whole.
    pub(crate) fn cut_shares(&self, kg: &mut [i64]) {
        let mut excess = self.excess(kg);
        let mut pairs: Vec<usize> = (0..self.share.len()).collect();
        pairs.sort_by_key(|&pair| (self.component.pairs[pair].gain, std::cmp::Reverse(pair)));
        for pair in pairs {
            let Some(share) = self.share[pair].filter(|&share| excess[share] > 0) else { continue };
            let over = &mut excess[share];
            let (first, end) = self.component.pairs[pair].slots;
            for &slot in self.order[first..end].iter().rev() {
                let cut = kg[slot].min(*over);
                kg[slot] -= cut;
                *over -= cut;
            }
            let rest: i64 = kg[first..end].iter().sum();
            if rest < self.lot[pair] {
                *over -= rest;
                kg[first..end].fill(0);
            }
        }
    }

    fn change(&mut self, slot: usize, kg: i64) {
        let row = self.component.slots[slot];
        let pair = &self.component.pairs[row.pair];
        self.kg[slot] += kg;
        self.offer_left[pair.offer] -= kg;
        self.week_left[row.offer_week] -= kg;
        self.line_left[row.line] -= kg;
        self.value += i128::from(kg) * i128::from(pair.gain);
        if let Some(share) = self.share[row.pair] {
            self.share_left[share] -= kg;
        }
        let before = self.pair_kg[row.pair];
        self.pair_kg[row.pair] += kg;
        let after = self.pair_kg[row.pair];
        if let Some(place) = self.place[row.pair].filter(|_| (before == 0) != (after == 0)) {
            if after > 0 {
                self.place_used[place] += 1;
                self.places_left[pair.demand] -= usize::from(self.place_used[place] == 1);
            } else {
                self.place_used[place] -= 1;
                self.places_left[pair.demand] += usize::from(self.place_used[place] == 0);
            }
        }
    }

    /// Most kg that could be added to the pair now, 0 where its lot, the places or the share do not allow any.
    pub(crate) fn room(&self, pair: usize) -> i64 {
        let row = &self.component.pairs[pair];
        let share = self.share[pair].map_or(i64::MAX, |share| self.share_left[share]);
        let left = self.offer_left[row.offer].min(share);
        if left == 0 {
            return 0;
        }
        let slots = &self.component.slots[row.slots.0..row.slots.1];
        let room = slots.iter().map(|slot| self.week_left[slot.offer_week].min(self.line_left[slot.line])).sum::<i64>().min(left);
        if self.pair_kg[pair] > 0 {
            return room;
        }
        let placed = self.place[pair].is_none_or(|place| self.place_used[place] > 0 || self.places_left[row.demand] > 0);
        if placed && room >= self.lot[pair] { room } else { 0 }
    }

    /// Adds kg, at most its `room`, to the cheapest weeks first.
    pub(crate) fn add(&mut self, pair: usize, kg: i64) {
        let row = &self.component.pairs[pair];
        let share = self.share[pair].map_or(i64::MAX, |share| self.share_left[share]);
        let mut rest = kg.min(self.offer_left[row.offer]).min(share);
        for at in row.slots.0..row.slots.1 {
            let slot = self.order[at];
            let Slotted { week, line } = Slotted::of(self.component, slot);
            let part = rest.min(self.week_left[week]).min(self.line_left[line]);
            if part > 0 {
                self.change(slot, part);
                self.log.push((slot, part));
                rest -= part;
            }
        }
    }

    pub(crate) fn set(&mut self, slot: usize, kg: i64) {
        let by = kg - self.kg[slot];
        if by != 0 {
            self.change(slot, by);
            self.log.push((slot, by));
        }
    }

    pub(crate) fn drop(&mut self, pair: usize) {
        let row = &self.component.pairs[pair];
        for slot in row.slots.0..row.slots.1 {
            self.set(slot, 0);
        }
    }

    /// Makes the changes since the last call final; gives the slots changed.
    pub(crate) fn keep(&mut self) -> impl Iterator<Item = usize> + '_ {
        self.log.drain(..).map(|(slot, _)| slot)
    }

    /// Takes the changes since the last `keep` back.
    pub(crate) fn undo(&mut self) {
        while let Some((slot, kg)) = self.log.pop() {
            self.change(slot, -kg);
        }
    }

    /// Adds whatever can be added, greatest gain over worth first.
    pub(crate) fn fill(&mut self) {
        let mut pairs: Vec<usize> = (0..self.pair_kg.len()).collect();
        pairs.sort_by_key(|&pair| (self.worth[pair] - self.component.pairs[pair].gain, pair));
        for pair in pairs {
            let room = self.room(pair);
            if room > 0 {
                self.add(pair, room);
            }
        }
    }
}

struct Slotted {
    week: usize,
    line: usize,
}

impl Slotted {
    fn of(component: &Component, slot: usize) -> Self {
        Self { week: component.slots[slot].offer_week, line: component.slots[slot].line }
    }
}
