//! From the optimum to a plan that keeps lots and limits, by taking pairs out and solving again.

use super::state::State;
use crate::flow::Network;

/// More rounds cost more than they gain; what is left then is dropped.
const ROUNDS: usize = 24;

/// From this round on a demand beyond its limit keeps the suppliers it has: before, others may still turn out better.
const STRICT: usize = 6;

pub(crate) fn dive(state: &mut State, network: &mut Network, optimum: Vec<i64>) {
    let mut kg = optimum;
    let mut broken = state.violations(&kg, false);
    for round in 1..=ROUNDS {
        if broken.is_empty() {
            break;
        }
        network.ban(broken.iter().flat_map(|&pair| {
            let (first, end) = state.component.pairs[pair].slots;
            first..end
        }));
        kg = network.solve();
        broken = state.violations(&kg, round >= STRICT);
    }
    while !broken.is_empty() {
        for pair in broken {
            let (first, end) = state.component.pairs[pair].slots;
            kg[first..end].fill(0);
        }
        broken = state.violations(&kg, true);
    }
    state.cut_shares(&mut kg);
    for (slot, &kg) in kg.iter().enumerate() {
        state.set(slot, kg);
    }
    state.fill();
    state.keep().for_each(drop);
}
