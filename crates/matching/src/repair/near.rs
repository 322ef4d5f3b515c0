//! The likely pairs of a large group: those that hardly cost beyond the optimum's prices.

use super::state::State;
use crate::eligible::{Component, PairRow};
use std::cmp::Reverse;

/// So many pairs of every demand, and of every offer, are likely.
const OF_DEMAND: usize = 20;
const OF_OFFER: usize = 6;

pub(crate) struct Near {
    /// The group with these pairs alone; offers, weeks and lines are the same.
    pub(crate) component: Component,
    /// The slot of the whole group that each slot stands for.
    slots: Vec<usize>,
}

impl Near {
    /// With every pair that carries kg in `optimum`.
    pub(crate) fn of(state: &State, optimum: &[i64]) -> Self {
        let whole = state.component;
        let mut likely: Vec<bool> = whole.pairs.iter().map(|row| optimum[row.slots.0..row.slots.1].iter().any(|kg| *kg > 0)).collect();
        let mut ranked = Vec::new();
        for (rows, most) in [(&state.pairs_of_demand, OF_DEMAND), (&state.pairs_of_offer, OF_OFFER)] {
            for pairs in rows {
                ranked.clear();
                ranked.extend(pairs.iter().map(|&pair| (Reverse(whole.pairs[pair].gain - state.worth[pair]), pair)));
                if ranked.len() > most {
                    ranked.select_nth_unstable(most);
                    ranked.truncate(most);
                }
                for &(_, pair) in &ranked {
                    likely[pair] = true;
                }
            }
        }
        let mut component = Component {
            product: whole.product,
            offers: whole.offers.clone(),
            demands: whole.demands.clone(),
            offer_weeks: whole.offer_weeks.clone(),
            lines: whole.lines.clone(),
            supply: whole.supply.clone(),
            ..Component::default()
        };
        let mut slots = Vec::new();
        for (row, _) in whole.pairs.iter().zip(&likely).filter(|(_, likely)| **likely) {
            let start = slots.len();
            slots.extend(row.slots.0..row.slots.1);
            let pair = component.pairs.len();
            component.slots.extend(whole.slots[row.slots.0..row.slots.1].iter().map(|slot| crate::eligible::Slot { pair, ..*slot }));
            component.pairs.push(PairRow { slots: (start, slots.len()), ..*row });
        }
        Self { component, slots }
    }

    /// Puts a plan of these pairs into the empty plan of the whole group, and adds what others can still take.
    pub(crate) fn give_back(&self, part: &State, whole: &mut State) {
        for (&slot, &kg) in self.slots.iter().zip(&part.kg) {
            whole.set(slot, kg);
        }
        whole.fill();
        whole.keep().for_each(drop);
    }
}
