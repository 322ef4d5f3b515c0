//! What a new post is told at once.

use matching::indicate::{Indication, Post, indicate};
use matching::plan::Band;
use matching::reason::{Crowd, Obstacle};
use proptest::prelude::*;

use crate::markets::{Rules, market as random_market};
use crate::support::{demand, fits, market, offer};

#[test]
fn a_new_offer_hears_how_many_fit_and_the_likely_band() {
    let crowd = market(Vec::new(), (1..=4).map(|id| demand(id, 12_000 + 100 * i64::try_from(id).unwrap())).collect());
    // Half of what each pair gains: 10,400 to 10,550 at the farm gate; the ends are means of two.
    let answer = indicate(&crowd, &Post::Offer(offer(1, 9000)));
    assert_eq!(answer, Indication { fit: Crowd::ThreeToFive, band: Some(Band { low: 10_400, high: 10_600 }), obstacle: None });
    let dear = indicate(&crowd, &Post::Offer(offer(1, 12_150)));
    assert_eq!((dear.fit, dear.band), (Crowd::None, None));
    assert_eq!(dear.obstacle.unwrap().obstacle, Obstacle::PriceGap { by: Some(200) });
}

#[test]
fn a_new_demand_hears_delivered_prices() {
    let crowd = market((1..=3).map(|id| offer(id, 8000)).collect(), Vec::new());
    let answer = indicate(&crowd, &Post::Demand(demand(1, 12_300)));
    assert_eq!(answer, Indication { fit: Crowd::ThreeToFive, band: Some(Band { low: 10_200, high: 10_400 }), obstacle: None });
}

#[test]
fn two_organisations_give_no_band() {
    let mut few = market(Vec::new(), (1..=4).map(|id| demand(id, 12_000)).collect());
    few.demands.iter_mut().for_each(|demand| demand.org = demand.id % 2);
    let answer = indicate(&few, &Post::Offer(offer(9, 9000)));
    assert_eq!(answer, Indication { fit: Crowd::Few, band: None, obstacle: None });
    let empty = market(Vec::new(), Vec::new());
    let answer = indicate(&empty, &Post::Offer(offer(9, 9000)));
    assert_eq!(answer.obstacle.unwrap().obstacle, Obstacle::NoCounterparty);
}

proptest! {
    #[test]
    fn an_indication_agrees_with_the_rules(market in random_market(8, 8, 40, Rules::LotsAndLimits)) {
        let offer = &market.offers[0];
        let partners = market.demands.iter().filter(|demand| demand.lines.iter().any(|line| fits(&market, offer, demand, line)));
        let organisations: std::collections::BTreeSet<u128> = partners.map(|demand| demand.org).collect();
        let answer = indicate(&market, &Post::Offer(offer.clone()));
        prop_assert_eq!(answer.fit, Crowd::of(organisations.len()));
        prop_assert_eq!(answer.obstacle.is_some(), organisations.is_empty());
        prop_assert!(answer.band.is_none() || organisations.len() >= 3);
    }
}
