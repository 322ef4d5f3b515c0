//! The answer a new post gets at once: who fits, at about which price, or what stands in the way. Nothing is reserved.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::book::{Book, Buyer, Seller};
use crate::eligible::{premium, sure_ask};
use crate::explain::{Misses, Survey};
use crate::market::{Demand, Market, Offer};
use crate::plan::Band;
use crate::price::{self, ENOUGH};
use crate::reason::{Crowd, Reason};

/// A post that is not in a round yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Post {
    Offer(Offer),
    Demand(Demand),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indication {
    /// Organisations on the other side that fit.
    pub fit: Crowd,
    /// Likely price in the poster's own terms (an offer: farm gate, a demand: delivered), rounded outward to steps of 2 % of the
    /// reference price; absent with fewer than three organisations or no reference price.
    pub band: Option<Band>,
    /// The last obstacle where nobody fits.
    pub obstacle: Option<Reason>,
}

/// What a post could expect of the market as it stands; the post itself, if the market holds it already, is left out. The post must keep
/// the bounds of [`Market::validate`].
pub fn indicate(market: &Market, post: &Post) -> Indication {
    let book = Book::new(market);
    match post {
        Post::Offer(offer) => {
            let seller = Seller::new(offer);
            let mut answers = Answers::default();
            let others = book.buyers.iter().filter(|buyer| buyer.demand.product == offer.product);
            for buyer in others {
                let price = || sure_ask(offer, buyer.demand) + answer_share(market, &book, &seller, buyer);
                answers.add(&book, &seller, buyer, buyer.demand.org, price);
            }
            answers.indication(book.reference(offer.product, offer.variety))
        }
        Post::Demand(demand) => {
            let buyer = Buyer::new(demand);
            let mut answers = Answers::default();
            let others = book.sellers.iter().filter(|seller| seller.offer.product == demand.product);
            for seller in others {
                // Counted down, because a buyer's best is the least.
                let price =
                    || -(sure_ask(seller.offer, demand) + answer_share(market, &book, seller, &buyer) + book.haul(seller, &buyer).freight);
                answers.add(&book, seller, &buyer, seller.offer.org, price);
            }
            answers.indication(book.demand_reference(&buyer))
        }
    }
}

/// The seller's share of what a fit pair gains.
fn answer_share(market: &Market, book: &Book, seller: &Seller, buyer: &Buyer) -> i64 {
    let gain = buyer.demand.bid + premium(seller, buyer) - sure_ask(seller.offer, buyer.demand) - book.haul(seller, buyer).freight;
    price::share(gain, market.mix)
}

#[derive(Default)]
struct Answers {
    /// The best price of each organisation that fits.
    fit: BTreeMap<u128, i64>,
    survey: Survey,
}

impl Answers {
    fn add(&mut self, book: &Book, seller: &Seller, buyer: &Buyer, organisation: u128, price: impl FnOnce() -> i64) {
        let Some(misses) = Misses::of(book, seller, buyer, 0..buyer.lines.len()) else { return };
        if misses.none() {
            let price = price();
            self.fit.entry(organisation).and_modify(|best| *best = price.max(*best)).or_insert(price);
        } else {
            self.survey.add(misses, organisation);
        }
    }

    fn indication(&self, reference: Option<i64>) -> Indication {
        let obstacle = self.fit.is_empty().then(|| self.survey.reason(reference));
        let band = reference.and_then(|reference| Some(price::outward(self.band()?, reference)));
        Indication { fit: Crowd::of(self.fit.len()), band, obstacle }
    }

    /// The middle half of the prices; each end is the mean of two organisations, so that it is nobody's own.
    fn band(&self) -> Option<Band> {
        let mut prices: Vec<i64> = self.fit.values().map(|price| price.abs()).collect();
        prices.sort_unstable();
        let last = prices.len().checked_sub(1).filter(|_| prices.len() >= ENOUGH)?;
        let skip = last / 4;
        let mean = |one: usize, other: usize| i64::midpoint(prices[one], prices[other]);
        Some(Band { low: mean(skip, skip + 1), high: mean(last - skip - 1, last - skip) })
    }
}
