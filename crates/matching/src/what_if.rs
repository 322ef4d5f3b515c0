//! "What if": what the book of a round would have taken of one post at another price, in other weeks or with another paper.
//!
//! The round is cleared again with the changed post, so the answer knows of lots, limits and everybody else's gain. It is told
//! coarsely, because an exact one asked often enough would tell the others' reserve prices: prices can be asked about in steps of 2 % of
//! the reference price only, kg are told in bands, and nothing is told where fewer than three organisations stand on the other side.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::book::{Book, Buyer, Seller};
use crate::explain::{Misses, Survey};
use crate::indicate::Post;
use crate::market::{Certificate, Demand, Market, Offer};
use crate::plan::{Band, Plan};
use crate::price::{self, ENOUGH};
use crate::reason::{Crowd, Reason};
use crate::solve;
use crate::validate::{MAX_DAY, MAX_PRICE};

/// Prices that can be asked about, each way.
const PRICES: i64 = 10;
/// Weeks that can be asked about, each way.
pub const MOST_WEEKS: i32 = 8;

/// How the post is changed; what is not named stays as it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Question {
    /// One of [`prices`].
    pub price: Option<i64>,
    /// All days later by so many weeks.
    pub weeks: i32,
    /// Kinds that an offer holds besides, or that a demand requires no more.
    pub kinds: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Answer {
    /// Nobody fits, whatever the price.
    Nobody { reason: Reason },
    /// One or two organisations fit, and an answer would tell their price.
    TooFew,
    Taken {
        /// Organisations that fit, the price aside.
        fit: Crowd,
        kg: KgBand,
        /// In the poster's own terms (an offer: farm gate, a demand: delivered), rounded outward to steps; absent where nothing is taken or
        /// few trade around it.
        price: Option<Band>,
        /// Why the rest stayed.
        reason: Option<Reason>,
    },
}

/// Kg from 1, 2, 5 × a power of ten (or 0) to the next such number, both included; never above the post's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct KgBand {
    pub at_least: i64,
    pub at_most: i64,
}

impl KgBand {
    fn of(kg: i64, whole: i64) -> Self {
        if kg == 0 || kg == whole {
            return Self { at_least: kg, at_most: kg };
        }
        let rounds: Vec<i64> = (2..8).map(|power| 10_i64.pow(power)).flat_map(|decade| [decade, 2 * decade, 5 * decade]).collect();
        let next = rounds.partition_point(|round| *round <= kg);
        let at_least = next.checked_sub(1).map_or(1, |last| rounds[last]);
        Self { at_least, at_most: rounds.get(next).map_or(whole, |most| whole.min(*most)) }
    }
}

/// The prices that can be asked about: whole steps of 2 % of the reference price (of the own price where there is none) below and
/// above the own price, ascending. They stay on one grid however the own price moves, so that moving it finds no finer answer.
pub fn prices(market: &Market, post: &Post) -> Vec<i64> {
    let book = Book::new(market);
    let (own, step) = (own_price(post), step(&book, post));
    let below = (own - 1).div_euclid(step) * step;
    let above = (own.div_euclid(step) + 1) * step;
    let down = (0..PRICES).rev().map(|count| below - count * step);
    let up = (0..PRICES).map(|count| above + count * step);
    let added: i64 = match post {
        Post::Offer(_) => 0,
        Post::Demand(demand) => demand.premiums.iter().map(|row| row.per_kg).sum(),
    };
    down.chain(up).filter(|price| (step..=MAX_PRICE - added).contains(price)).collect()
}

/// The kinds that can be asked about: what an offer does not hold through its whole harvest window, what a demand requires.
pub fn kinds(post: &Post) -> u32 {
    match post {
        Post::Offer(offer) => !Seller::new(offer).held(),
        Post::Demand(demand) => demand.certs,
    }
}

/// What the market would have made of the post with the change. The market may hold the post, then this one takes its place; both
/// must keep the bounds of [`Market::validate`], and the price must be one of [`prices`].
pub fn answer(market: &Market, post: &Post, question: &Question) -> Answer {
    let post = changed(post, question);
    let market = with(market, &post);
    let book = Book::new(&market);
    let fit = match survey(&book, &post) {
        (0, survey) => return Answer::Nobody { reason: survey.reason(reference(&book, &post)) },
        (organisations, _) if organisations < ENOUGH => return Answer::TooFew,
        (organisations, _) => Crowd::of(organisations),
    };
    let plan = solve(&market);
    let (kg, band) = taken(&plan, &post);
    let reason = match &post {
        Post::Offer(offer) => plan.unsold.iter().find(|row| row.offer == offer.id).map(|row| row.reason.clone()),
        Post::Demand(demand) => {
            let rests = plan.unserved.iter().filter(|row| row.demand == demand.id);
            rests.max_by_key(|row| (row.kg, -row.week)).map(|row| row.reason.clone())
        }
    };
    let basis = reference(&book, &post).unwrap_or_else(|| own_price(&post));
    Answer::Taken { fit, kg: KgBand::of(kg, whole(&post)), price: band.map(|band| price::outward(band, basis)), reason }
}

fn own_price(post: &Post) -> i64 {
    match post {
        Post::Offer(offer) => offer.ask,
        Post::Demand(demand) => demand.bid,
    }
}

fn whole(post: &Post) -> i64 {
    match post {
        Post::Offer(offer) => offer.kg,
        Post::Demand(demand) => demand.lines.iter().map(|line| line.kg).sum(),
    }
}

fn reference(book: &Book, post: &Post) -> Option<i64> {
    match post {
        Post::Offer(offer) => book.reference(offer.product, offer.variety),
        Post::Demand(demand) => book.demand_reference(&Buyer::new(demand)),
    }
}

fn step(book: &Book, post: &Post) -> i64 {
    price::step(reference(book, post).unwrap_or_else(|| own_price(post)))
}

fn changed(post: &Post, question: &Question) -> Post {
    let later = |day: &mut i32| *day = (*day + 7 * question.weeks.clamp(-MOST_WEEKS, MOST_WEEKS)).clamp(-MAX_DAY, MAX_DAY);
    let mut post = post.clone();
    match &mut post {
        Post::Offer(Offer { ask, from, to, certs, tiers, .. }) => {
            *ask = question.price.unwrap_or(*ask);
            // What is taken off for much is no more than there is to take off.
            tiers.retain(|tier| tier.off < *ask);
            later(from);
            later(to);
            if question.kinds != 0 {
                certs.push(Certificate { kinds: question.kinds, from: *from, to: *to });
            }
        }
        Post::Demand(Demand { bid, lines, certs, .. }) => {
            *bid = question.price.unwrap_or(*bid);
            *certs &= !question.kinds;
            for line in lines {
                later(&mut line.week);
                later(&mut line.from);
                later(&mut line.to);
            }
        }
    }
    post
}

/// The part of the market that trades the post's product, with the post as it is now.
fn with(market: &Market, post: &Post) -> Market {
    let product = match post {
        Post::Offer(offer) => offer.product,
        Post::Demand(demand) => demand.product,
    };
    let mut offers: Vec<Offer> = market.offers.iter().filter(|row| row.product == product).cloned().collect();
    let mut demands: Vec<Demand> = market.demands.iter().filter(|row| row.product == product).cloned().collect();
    match post {
        Post::Offer(offer) => {
            offers.retain(|row| row.id != offer.id);
            offers.push(offer.clone());
        }
        Post::Demand(demand) => {
            demands.retain(|row| row.id != demand.id);
            demands.push(demand.clone());
        }
    }
    Market {
        offers,
        demands,
        products: market.products.clone(),
        freight: market.freight.clone(),
        references: market.references.clone(),
        resting: market.resting.clone(),
        mix: market.mix,
    }
}

/// How many organisations fit, the price aside, and what stands between the post and the others.
fn survey(book: &Book, post: &Post) -> (usize, Survey) {
    let (mut organisations, mut survey) = (BTreeSet::new(), Survey::default());
    let mut add = |misses: Option<Misses>, organisation: u128| match misses {
        Some(misses) if misses.but_price() => {
            organisations.insert(organisation);
        }
        Some(misses) => survey.add(misses, organisation),
        None => {}
    };
    match post {
        Post::Offer(offer) => {
            let seller = Seller::new(offer);
            for buyer in &book.buyers {
                add(Misses::of(book, &seller, buyer, 0..buyer.lines.len()), buyer.demand.org);
            }
        }
        Post::Demand(demand) => {
            let buyer = Buyer::new(demand);
            for seller in &book.sellers {
                add(Misses::of(book, seller, &buyer, 0..buyer.lines.len()), seller.offer.org);
            }
        }
    }
    (organisations.len(), survey)
}

/// Kg of the post's trades, and their prices where enough trade around it.
fn taken(plan: &Plan, post: &Post) -> (i64, Option<Band>) {
    let (mut kg, mut band): (i64, Option<Band>) = (0, None);
    for trade in &plan.trades {
        let price = match post {
            Post::Offer(offer) if offer.id == trade.offer => trade.price,
            Post::Demand(demand) if demand.id == trade.demand => trade.price + trade.freight,
            Post::Offer(_) | Post::Demand(_) => continue,
        };
        kg += trade.kg;
        let group = usize::try_from(trade.group).ok().and_then(|at| plan.groups.get(at));
        let crowded = |count: u32| usize::try_from(count).is_ok_and(|count| count >= ENOUGH);
        if group.is_some_and(|group| crowded(group.suppliers) && crowded(group.buyers)) {
            let Band { low, high } = band.unwrap_or(Band { low: price, high: price });
            band = Some(Band { low: low.min(price), high: high.max(price) });
        }
    }
    (kg, band)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kg_are_told_from_one_round_number_to_the_next() {
        for (kg, at_least, at_most) in [
            (0, 0, 0),
            (1, 1, 100),
            (99, 1, 100),
            (100, 100, 200),
            (499, 200, 500),
            (500, 500, 1000),
            (7000, 5000, 8000),
            (8000, 8000, 8000),
        ] {
            assert_eq!(KgBand::of(kg, 8000), KgBand { at_least, at_most }, "{kg}");
        }
        assert_eq!(KgBand::of(99_999_999, 100_000_000), KgBand { at_least: 50_000_000, at_most: 100_000_000 });
    }
}
