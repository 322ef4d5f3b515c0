//! Why this pair and not another.

use crate::book::Book;
use crate::eligible::{Component, sure_ask};
use crate::reason::{Crowd, TradeKind, TradeReason};

/// What the best fit partner would be, per offer and demand of a group.
pub(crate) struct TradeReasons<'a> {
    component: &'a Component,
    /// Per offer: pairs, best net price, organisations that want it.
    offers: Vec<Best>,
    /// Per demand: pairs, least delivered ask less premiums (negative), organisations that have it.
    demands: Vec<Best>,
    /// Per pair: net price of the seller, delivered ask of the buyer less premiums (negative).
    terms: Vec<(i64, i64)>,
}

#[derive(Clone, Default)]
struct Best {
    pairs: usize,
    value: Option<i64>,
    /// Distinct, and no more than tell one crowd from the next.
    organisations: Vec<u128>,
}

impl Best {
    fn add(&mut self, value: i64, organisation: u128) {
        self.pairs += 1;
        self.value = self.value.max(Some(value));
        if self.organisations.len() < Crowd::COUNTED && !self.organisations.contains(&organisation) {
            self.organisations.push(organisation);
        }
    }
}

impl<'a> TradeReasons<'a> {
    pub(crate) fn new(book: &Book, component: &'a Component) -> Self {
        let mut offers = vec![Best::default(); component.offers.len()];
        let mut demands = vec![Best::default(); component.demands.len()];
        let mut terms = Vec::with_capacity(component.pairs.len());
        for row in &component.pairs {
            let (offer, demand) = (book.sellers[component.offers[row.offer]].offer, book.buyers[component.demands[row.demand]].demand);
            // The bid with its premiums less freight; minus the delivered ask, premiums taken off.
            let (net, delivered) = (sure_ask(offer, demand) + row.gain, row.gain - demand.bid);
            offers[row.offer].add(net, demand.org);
            demands[row.demand].add(delivered, offer.org);
            terms.push((net, delivered));
        }
        Self { component, offers, demands, terms }
    }

    pub(crate) fn reason(&self, pair: usize) -> TradeReason {
        let row = &self.component.pairs[pair];
        let (offer, demand, (net, delivered)) = (&self.offers[row.offer], &self.demands[row.demand], self.terms[pair]);
        let kind = if offer.pairs == 1 && demand.pairs == 1 {
            TradeKind::OnlyFit
        } else if demand.value == Some(delivered) {
            TradeKind::LowestDelivered
        } else if offer.value == Some(net) {
            TradeKind::HighestNet
        } else {
            TradeKind::BestTogether
        };
        TradeReason { kind, suppliers: Crowd::of(demand.organisations.len()), buyers: Crowd::of(offer.organisations.len()) }
    }
}
