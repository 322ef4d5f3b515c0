//! What the book of a round would have taken of a changed post, and how much that tells.

use matching::indicate::Post;
use matching::market::{Certificate, Market, Tier};
use matching::plan::Band;
use matching::reason::{Crowd, Obstacle};
use matching::what_if::{Answer, KgBand, Question, answer, prices};
use proptest::prelude::*;

use crate::markets::{Rules, market as random_market};
use crate::support::{MONDAY, demand, line, market, offer};

/// Four buyers of 100 kg each, at 12,100 to 12,400 ₫/kg delivered, and three others who offer 300 kg at 11,000.
fn crowd() -> Market {
    let buyers = (1..=4).map(|id| demand(id, 12_000 + 100 * i64::try_from(id).unwrap())).collect();
    market((1..=3).map(|id| offer(id, 11_000)).collect(), buyers)
}

fn at(price: i64) -> Question {
    Question { price: Some(price), ..Question::default() }
}

#[test]
fn a_lower_price_sells_what_a_high_one_did_not() {
    let (book, post) = (crowd(), Post::Offer(offer(9, 11_900)));
    let Answer::Taken { fit, kg, reason, price } = answer(&book, &post, &Question::default()) else { panic!("four buyers fit") };
    assert_eq!((fit, kg, price), (Crowd::ThreeToFive, KgBand { at_least: 0, at_most: 0 }, None));
    assert_eq!(reason.unwrap().obstacle, Obstacle::Outbid { by: Some(200) });
    let Answer::Taken { kg, price, reason, .. } = answer(&book, &post, &at(11_600)) else { panic!("four buyers fit") };
    assert_eq!((kg, reason), (KgBand { at_least: 100, at_most: 100 }, None), "all of it");
    assert_eq!(price, Some(Band { low: 11_600, high: 11_800 }));
}

#[test]
fn prices_stand_on_one_grid_however_the_own_price_moves() {
    let book = crowd();
    let of = |ask| prices(&book, &Post::Offer(offer(9, ask)));
    assert_eq!((of(11_900).first(), of(11_900).last(), of(11_900).len()), (Some(&10_000), Some(&13_800), 20));
    assert!((11_801..12_000).all(|ask| of(ask) == of(11_900)));
    assert!(!of(11_800).contains(&11_800), "as it is needs no question");
    assert_eq!(of(250), [200, 400, 600, 800, 1000, 1200, 1400, 1600, 1800, 2000, 2200]);
    let mut plain = book;
    plain.references.clear();
    assert_eq!(prices(&plain, &Post::Demand(demand(9, 10_000)))[9..11], [9_800, 10_200], "steps of the own price where nothing is known");
}

#[test]
fn other_weeks_meet_other_buyers() {
    let mut book = crowd();
    let late = Post::Offer(offer(9, 9000));
    for buyer in &mut book.demands {
        buyer.lines = vec![line(4, 100)];
    }
    let Answer::Nobody { reason } = answer(&book, &late, &Question::default()) else { panic!("no week meets") };
    assert_eq!(reason.obstacle, Obstacle::WindowsDoNotMeet);
    let Answer::Taken { kg, .. } = answer(&book, &late, &Question { weeks: 2, ..Question::default() }) else { panic!("the fourth week") };
    assert_eq!(kg.at_most, 100);
    // A demand moves its weeks towards the goods.
    let Answer::Taken { kg, .. } = answer(&book, &Post::Demand(book.demands[3].clone()), &Question { weeks: -4, ..Question::default() })
    else {
        panic!("the first week")
    };
    assert_eq!(kg, KgBand { at_least: 100, at_most: 100 });
}

#[test]
fn a_paper_opens_the_market_or_narrows_it_no_more() {
    let mut book = crowd();
    for buyer in &mut book.demands {
        buyer.certs = 1;
    }
    let bare = Post::Offer(offer(9, 9000));
    let Answer::Nobody { reason } = answer(&book, &bare, &Question::default()) else { panic!("all want the paper") };
    assert_eq!(reason.obstacle, Obstacle::CertificateMissing { kinds: 1 });
    let Answer::Taken { kg, .. } = answer(&book, &bare, &Question { kinds: 1, ..Question::default() }) else { panic!("it has it now") };
    assert_eq!(kg.at_least, 100);
    let Answer::Taken { kg, .. } = answer(&book, &Post::Demand(book.demands[0].clone()), &Question { kinds: 1, ..Question::default() })
    else {
        panic!("three suppliers without paper")
    };
    assert_eq!(kg.at_least, 100);
}

#[test]
fn fewer_than_three_are_not_told_about() {
    let mut book = crowd();
    for buyer in &mut book.demands {
        buyer.org = buyer.id % 2;
    }
    for price in prices(&book, &Post::Offer(offer(9, 11_900))) {
        assert_eq!(answer(&book, &Post::Offer(offer(9, 11_900)), &at(price)), Answer::TooFew);
    }
}

#[test]
fn the_question_takes_the_place_of_the_post() {
    let mut book = crowd();
    book.offers.push(offer(9, 9000));
    book.offers[3].certs = vec![Certificate { kinds: 1, from: MONDAY, to: MONDAY + 20 }];
    let known = answer(&book, &Post::Offer(book.offers[3].clone()), &at(11_600));
    book.offers.pop();
    assert_eq!(known, answer(&book, &Post::Offer(offer(9, 9000)), &at(11_600)));
}

#[test]
fn a_price_below_what_is_taken_off_for_much_has_an_answer() {
    let mut much = offer(9, 2000);
    much.tiers = vec![Tier { from_kg: 50, off: 1500 }];
    let (book, post) = (crowd(), Post::Offer(much));
    for price in prices(&book, &post) {
        assert!(matches!(answer(&book, &post, &at(price)), Answer::Taken { .. }), "{price}");
    }
}

/// Bounds of the answer; nothing where few fit.
fn sold(market: &Market, post: &Post, price: i64) -> Option<KgBand> {
    match answer(market, post, &at(price)) {
        Answer::Taken { kg, .. } => Some(kg),
        Answer::Nobody { .. } | Answer::TooFew => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn who_asks_less_sells_no_less(market in random_market(8, 8, 4000, Rules::Plain), at in 0..8_usize) {
        let post = Post::Offer(market.offers[at % market.offers.len()].clone());
        let told: Vec<KgBand> = prices(&market, &post).into_iter().filter_map(|price| sold(&market, &post, price)).collect();
        prop_assert!(told.windows(2).all(|pair| pair[0].at_most >= pair[1].at_least), "{told:?}");
    }

    #[test]
    fn who_bids_more_gets_no_less(market in random_market(8, 8, 4000, Rules::Plain), at in 0..8_usize) {
        let post = Post::Demand(market.demands[at % market.demands.len()].clone());
        let told: Vec<KgBand> = prices(&market, &post).into_iter().filter_map(|price| sold(&market, &post, price)).collect();
        prop_assert!(told.windows(2).all(|pair| pair[0].at_least <= pair[1].at_most), "{told:?}");
    }

    #[test]
    fn every_question_has_an_answer(market in random_market(6, 6, 400, Rules::LotsAndLimits), at in 0..6_usize) {
        for post in [Post::Offer(market.offers[at % market.offers.len()].clone()), Post::Demand(market.demands[at % market.demands.len()].clone())] {
            for price in prices(&market, &post) {
                let question = Question { price: Some(price), weeks: 1, kinds: 1 };
                prop_assert_eq!(answer(&market, &post, &question), answer(&market, &post, &question));
            }
        }
    }
}
