//! Ruin and recreate with threshold accepting (Schrimpf et al., *Record breaking optimization results using the ruin and recreate
//! principle*, J. Comp. Phys. 159, 2000; Dueck and Scheuer, *Threshold accepting*, J. Comp. Phys. 90, 1990).

use super::random::Random;
use super::state::State;

/// Rounds per pair of a group up to `MANY` pairs; beyond, one more per `SPARSE` pairs.
const PER_PAIR: usize = 3;
const MANY: usize = 5_000;
const SPARSE: usize = 100;
const LEAST: usize = 400;

pub(crate) fn search(state: &mut State) {
    let pairs = state.pair_kg.len();
    let rounds = (pairs.min(MANY) * PER_PAIR + pairs.saturating_sub(MANY) / SPARSE).max(LEAST);
    let mut random = Random::new(1);
    let mut best = Best { kg: state.kg.clone(), value: state.value, stale: vec![false; state.kg.len()], changed: Vec::new() };
    let trades = state.pair_kg.iter().filter(|kg| **kg > 0).count().max(1);
    let start = i64::try_from(state.value / i128::try_from(trades).unwrap_or(1) / 20).unwrap_or(i64::MAX);
    let mut current = state.value;
    let mut work = Work::default();
    for round in 0..rounds {
        let threshold = i128::from(start) * i128::try_from(rounds - round).unwrap_or(0) / i128::try_from(rounds).unwrap_or(1);
        work.ruin(state, &mut random);
        work.recreate(state, &mut random);
        let slack = i128::from(random.up_to(i64::try_from(threshold).unwrap_or(i64::MAX)));
        if state.value + slack < current {
            state.undo();
            continue;
        }
        current = state.value;
        best.note(state);
    }
    best.restore(state);
}

/// The best plan so far, brought up to date only where it changed.
struct Best {
    kg: Vec<i64>,
    value: i128,
    /// Slots that may differ from the current plan.
    stale: Vec<bool>,
    changed: Vec<usize>,
}

impl Best {
    fn note(&mut self, state: &mut State) {
        for slot in state.keep() {
            if !self.stale[slot] {
                self.stale[slot] = true;
                self.changed.push(slot);
            }
        }
        if state.value > self.value {
            self.value = state.value;
            for slot in self.changed.drain(..) {
                self.stale[slot] = false;
                self.kg[slot] = state.kg[slot];
            }
        }
    }

    fn restore(&mut self, state: &mut State) {
        for &slot in &self.changed {
            state.set(slot, 0);
        }
        for &slot in &self.changed {
            state.set(slot, self.kg[slot]);
        }
        state.keep().for_each(drop);
    }
}

#[derive(Default)]
struct Work {
    offers: Vec<usize>,
    demands: Vec<usize>,
    /// Pairs to try, with their key.
    candidates: Vec<(i64, usize)>,
    forced: Option<usize>,
}

impl Work {
    /// Drops the contracts around a random pair.
    fn ruin(&mut self, state: &mut State, random: &mut Random) {
        self.offers.clear();
        self.demands.clear();
        let seed = random.below(state.pair_kg.len());
        let row = state.component.pairs[seed];
        self.forced = None;
        match random.below(4) {
            0 => self.ruin_demand(state, row.demand),
            1 => self.ruin_offer(state, row.offer),
            _ => {
                self.forced = Some(seed);
                self.ruin_demand(state, row.demand);
                self.ruin_offer(state, row.offer);
            }
        }
    }

    fn ruin_demand(&mut self, state: &mut State, demand: usize) {
        self.demands.push(demand);
        for at in 0..state.pairs_of_demand[demand].len() {
            let pair = state.pairs_of_demand[demand][at];
            if state.pair_kg[pair] > 0 {
                self.offers.push(state.component.pairs[pair].offer);
                state.drop(pair);
            }
        }
    }

    fn ruin_offer(&mut self, state: &mut State, offer: usize) {
        self.offers.push(offer);
        for at in 0..state.pairs_of_offer[offer].len() {
            let pair = state.pairs_of_offer[offer][at];
            if state.pair_kg[pair] > 0 {
                self.demands.push(state.component.pairs[pair].demand);
                state.drop(pair);
            }
        }
    }

    /// Adds what fits around the ruin, in an order of its own.
    fn recreate(&mut self, state: &mut State, random: &mut Random) {
        if let Some(pair) = self.forced {
            let room = state.room(pair);
            if room > 0 {
                let least = if random.below(3) == 0 { state.lot[pair].min(room) } else { room };
                state.add(pair, least);
            }
        }
        self.offers.sort_unstable();
        self.offers.dedup();
        self.demands.sort_unstable();
        self.demands.dedup();
        let weight = [4, 4, 3, 2, 0][random.below(5)];
        let noise = [0, 50, 200, 1000][random.below(4)];
        self.candidates.clear();
        let touched = self.offers.iter().flat_map(|&offer| &state.pairs_of_offer[offer]);
        for &pair in touched.chain(self.demands.iter().flat_map(|&demand| &state.pairs_of_demand[demand])) {
            if state.room(pair) > 0 {
                let key = 4 * state.component.pairs[pair].gain - weight * state.worth[pair] + 4 * random.up_to(noise);
                self.candidates.push((-key, pair));
            }
        }
        self.candidates.sort_unstable();
        for &(_, pair) in &self.candidates {
            let room = state.room(pair);
            if room > 0 {
                state.add(pair, room);
            }
        }
    }
}
