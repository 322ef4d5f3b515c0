//! The smallest single changes of a post that would have found it a partner in the round: a lower ask, a paper, a week later.
//!
//! What a post keeps is asked about as a post of its own, its trades left as they are. All optimal prices of the others then tell it
//! exactly: a pair that gains more than its partner's kg are worth at most is used by every optimum of the market with the rest in it,
//! and one that gains less by none. So the ask must go down until its best pair gains one đồng more than that; and of a paper, a week
//! or a limit it is told where the pair gains as much as soon as it is allowed. Of a post that trades in several weeks a rest could also
//! go where its own kg make room by changing their buyer within a week: then a smaller change may do; and where a change lets a pair that trades already do so in one more week, a premium that needs a
//! paper may be lost. Lots and limits on suppliers are
//! left aside, as in the prices; where only they left the rest nothing is told, and [`Reason`](crate::reason::Reason) names them.

mod lines;
mod offers;
mod rents;
mod rest;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::book::{Book, Buyer, Seller};
use crate::market::Market;
use crate::plan::Plan;
use crate::price::{self, ENOUGH};
use rents::Rents;

/// One change of a post, everything else as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Change {
    /// An ask lower, or a bid higher, by so many ₫/kg.
    Price { by: i64 },
    /// An offer's days so many weeks later (below zero: earlier).
    Weeks { later: i32 },
    /// An offer gives more in a week.
    WeeklyCapacity,
    /// An offer holds these kinds besides, or a demand requires them no more.
    Certificates { kinds: u32 },
    /// An offer accepts payment after so many days, or a demand pays so soon.
    Payment { days: u16 },
    /// A demand takes goods from so far.
    Distance { max_km: u32 },
    /// A demand takes this grade.
    Grade { least: u8 },
}

/// A change that would have found a partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Remedy {
    /// The smallest of its kind, exact: the officer's alone.
    pub change: Change,
    /// What the poster may see: a price in steps of 2 % of the reference price; nothing where fewer than three organisations would fit.
    pub told: Option<Change>,
}

impl Remedy {
    fn new(change: Change, organisations: usize, reference: Option<i64>) -> Self {
        let told = match change {
            Change::Price { by } => reference.map(price::step).map(|step| Change::Price { by: (by + step - 1).div_euclid(step) * step }),
            other => Some(other),
        };
        Self { change, told: told.filter(|_| organisations >= ENOUGH) }
    }
}

/// What would have helped an offer to sell some of what the plan left of it; at most one change of each kind, and nothing where the
/// plan left nothing.
pub fn of_offer(market: &Market, plan: &Plan, offer: u128) -> Vec<Remedy> {
    let left = plan.unsold.iter().any(|row| row.offer == offer);
    let Some(own) = market.offers.iter().find(|row| left && row.id == offer) else { return Vec::new() };
    let (rest, others) = rest::of_offer(market, plan, own);
    let (book, whole) = (Book::new(&others), rest.kg == own.kg);
    let rents = if whole { Rents::of_plan(plan) } else { Rents::of_market(&book) };
    // Lots and limits alone keep an offer that is worth something.
    if rents.offer(offer) > 0 { Vec::new() } else { offers::remedies(&book, &rents, &Seller::new(&rest), whole) }
}

/// What would have helped a demand to find some of what the plan left open of it, as [`of_offer`].
pub fn of_demand(market: &Market, plan: &Plan, demand: u128) -> Vec<Remedy> {
    let left = plan.unserved.iter().any(|row| row.demand == demand);
    let Some(own) = market.demands.iter().find(|row| left && row.id == demand) else { return Vec::new() };
    let (rest, others) = rest::of_demand(market, plan, own);
    let (book, whole) = (Book::new(&others), plan.trades.iter().all(|trade| trade.demand != demand));
    let rents = if whole { Rents::of_plan(plan) } else { Rents::of_market(&book) };
    let worthless = rest.lines.iter().all(|line| rents.line(demand, line.week) == 0);
    if worthless { lines::remedies(&book, &rents, &Buyer::new(&rest)) } else { Vec::new() }
}

/// Changes to try of each kind: the nearest pairs are enough, since a small change opens few.
const TRIED: usize = 6;

/// Of the changes that stand in one pair's way each, the smallest of every kind that holds when everything is looked at once more.
/// `size` tells how large a change is; `helps` how many organisations would then fit, where one of them would trade.
fn smallest(found: BTreeSet<Change>, size: impl Fn(&Change) -> i64, helps: impl Fn(&Change) -> Option<usize>) -> Vec<(Change, usize)> {
    let mut kinds: BTreeMap<u8, Vec<Change>> = BTreeMap::new();
    for change in found {
        kinds.entry(kind(&change)).or_default().push(change);
    }
    let smallest = |mut changes: Vec<Change>| {
        changes.sort_by_key(|change| (size(change), *change));
        changes.into_iter().take(TRIED).find_map(|change| helps(&change).map(|organisations| (change, organisations)))
    };
    kinds.into_values().filter_map(smallest).collect()
}

/// The order in which remedies are told.
fn kind(change: &Change) -> u8 {
    match change {
        Change::Price { .. } => 0,
        Change::Weeks { .. } => 1,
        Change::WeeklyCapacity => 2,
        Change::Certificates { .. } => 3,
        Change::Payment { .. } => 4,
        Change::Distance { .. } => 5,
        Change::Grade { .. } => 6,
    }
}
