//! Smallest lots, supplier limits and the most of one supplier, kept from the exact optimum on.
//!
//! 1. *Dive*: contracts below their lot and suppliers beyond a demand's limit are taken out of the network, which is solved again
//!    from where it stands, until none is left. Then what one supplier has too much of a demand is cut, its least gain first.
//! 2. *Search*: small parts of the plan are torn down and built up again in another order, guided by the shadow prices; threshold
//!    accepting with a fixed seed and a fixed number of rounds, so the same market gives the same plan.
//!
//! Every state in between keeps all rules and no pair of it loses; at the end no kg can be added anywhere.

mod dive;
mod random;
mod search;
mod state;

use crate::book::Book;
use crate::eligible::Component;
use crate::flow::{Network, Rents};
use state::State;

/// Kg of each slot of a plan that keeps lots and limits. The network is left without the pairs that were taken out.
pub(crate) fn repair(book: &Book, component: &Component, network: &mut Network, optimum: Vec<i64>, rents: &Rents) -> Vec<i64> {
    let no_lots = component.offers.iter().all(|&offer| book.sellers[offer].offer.min_lot == 0);
    let free = |&demand: &usize| {
        let demand = book.buyers[demand].demand;
        demand.min_lot == 0 && demand.max_suppliers == 0 && demand.most_per_supplier.is_none()
    };
    if no_lots && component.demands.iter().all(free) {
        return optimum;
    }
    let mut state = State::new(book, component, rents);
    if state.violations(&optimum, false).is_empty() && state.within_shares(&optimum) {
        return optimum;
    }
    dive::dive(&mut state, network, optimum);
    search::search(&mut state);
    state.kg
}
