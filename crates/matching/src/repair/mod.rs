//! Smallest lots, supplier limits and the most of one supplier, kept from the exact optimum on.
//!
//! 1. *Dive*: contracts below their lot and suppliers beyond a demand's limit are taken out of the network, which is solved again
//!    from where it stands, until none is left. Then what one supplier has too much of a demand is cut, its least gain first.
//! 2. *Search*: small parts of the plan are torn down and built up again in another order, guided by the shadow prices; threshold
//!    accepting with a fixed seed and a fixed number of rounds, so the same market gives the same plan.
//!
//! 3. *Limits*: prices that know the lots and limits prove how much better a plan could be at most.
//!
//! Every state in between keeps all rules and no pair of it loses; at the end no kg can be added anywhere.

mod dive;
mod limits;
mod near;
mod random;
mod search;
mod state;

use crate::book::Book;
use crate::eligible::Component;
use crate::flow::{Network, Rents};
pub(crate) use limits::Limited;
use limits::Relaxed;
use near::Near;
use state::State;

/// Larger groups are searched among their likely pairs alone.
const FEW: usize = 8_000;

/// A plan that keeps lots and limits, and, where those cost anything, a bound that knows them.
pub(crate) struct Repaired {
    /// Kg of each slot.
    pub(crate) kg: Vec<i64>,
    pub(crate) limited: Option<Limited>,
}

/// The network may be left without pairs that were taken out.
pub(crate) fn repair(book: &Book, component: &Component, network: &mut Network, optimum: Vec<i64>, rents: &Rents) -> Repaired {
    let no_lots = component.offers.iter().all(|&offer| book.sellers[offer].offer.min_lot == 0);
    let free = |&demand: &usize| {
        let demand = book.buyers[demand].demand;
        demand.min_lot == 0 && demand.max_suppliers == 0 && demand.most_per_supplier.is_none()
    };
    if no_lots && component.demands.iter().all(free) {
        return Repaired { kg: optimum, limited: None };
    }
    let mut state = State::new(book, component, rents);
    if state.violations(&optimum, false).is_empty() && state.within_shares(&optimum) {
        return Repaired { kg: optimum, limited: None };
    }
    let all = Relaxed::of(&state);
    let limited = if component.pairs.len() <= FEW {
        dive::dive(&mut state, network, optimum);
        search::search(&mut state);
        limits::tighten(&all, &all, rents, state.value)
    } else {
        let near = Near::of(&state, &optimum);
        let mut part = State::new(book, &near.component, rents);
        let relaxed = Relaxed::of(&part);
        let mut network = Network::new(&near.component);
        let optimum = network.solve();
        dive::dive(&mut part, &mut network, optimum);
        search::search(&mut part);
        near.give_back(&part, &mut state);
        limits::tighten(&all, &relaxed, rents, state.value)
    };
    Repaired { kg: state.kg, limited: Some(limited) }
}
