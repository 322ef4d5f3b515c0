//! The most that each post is worth over all optimal prices.

use std::collections::BTreeMap;

use crate::book::Book;
use crate::eligible::components;
use crate::flow::{Network, ends::price_ends};
use crate::plan::{Ends, Plan, WeekPrice};

#[derive(Default)]
pub(super) struct Rents {
    offers: BTreeMap<u128, i64>,
    limits: BTreeMap<(u128, i32), i64>,
    lines: BTreeMap<(u128, i32), i64>,
}

impl Rents {
    pub(super) fn of_plan(plan: &Plan) -> Self {
        Self {
            offers: plan.offer_prices.iter().map(|row| (row.offer, row.total.seller_best)).collect(),
            limits: by_week(plan.offer_prices.iter().map(|row| (row.offer, row.weeks.as_slice())), |ends| ends.seller_best),
            lines: by_week(plan.demand_prices.iter().map(|row| (row.demand, row.weeks.as_slice())), |ends| ends.buyer_best),
        }
    }

    /// Of a market as it clears without lots and limits.
    pub(super) fn of_market(book: &Book) -> Self {
        let mut rents = Self::default();
        for component in components(book) {
            let mut network = Network::new(&component);
            network.solve();
            let ends = price_ends(&network);
            let (most_sold, most_wanted) = (network.rents(&component, &ends.seller_best), network.rents(&component, &ends.buyer_best));
            let offer = |at: usize| book.sellers[component.offers[at]].offer.id;
            rents.offers.extend(most_sold.offer.iter().enumerate().map(|(at, rent)| (offer(at), *rent)));
            rents.limits.extend(component.offer_weeks.iter().zip(most_sold.week).map(|(row, rent)| ((offer(row.offer), row.week), rent)));
            let demand = |at: usize| book.buyers[component.demands[at]].demand.id;
            rents.lines.extend(component.lines.iter().zip(most_wanted.line).map(|(row, rent)| ((demand(row.demand), row.week), rent)));
        }
        rents
    }

    /// Of an offer's open kg.
    pub(super) fn offer(&self, offer: u128) -> i64 {
        self.offers.get(&offer).copied().unwrap_or(0)
    }

    /// Of an offer's kg in a week.
    pub(super) fn offer_in(&self, offer: u128, week: i32) -> i64 {
        self.offer(offer) + self.limits.get(&(offer, week)).copied().unwrap_or(0)
    }

    pub(super) fn line(&self, demand: u128, week: i32) -> i64 {
        self.lines.get(&(demand, week)).copied().unwrap_or(0)
    }
}

fn by_week<'a>(rows: impl Iterator<Item = (u128, &'a [WeekPrice])>, end: impl Fn(&Ends) -> i64) -> BTreeMap<(u128, i32), i64> {
    rows.flat_map(|(id, weeks)| weeks.iter().map(move |row| ((id, row.week), row.rent))).map(|(key, rent)| (key, end(&rent))).collect()
}
