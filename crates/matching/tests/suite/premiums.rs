//! What a buyer pays more for.

use matching::check::{Violation, verify};
use matching::market::{Attribute, Certificate, Demand, Market, Offer, Premium, Quality};
use matching::plan::Plan;
use matching::reason::Obstacle;
use matching::solve;

use crate::support::{MONDAY, demand, line, market, offer};

const VIETGAP: u32 = 1;

fn preferring(id: u128, bid: i64, premiums: &[(Attribute, i64)]) -> Demand {
    let premiums = premiums.iter().map(|(attribute, per_kg)| Premium { attribute: attribute.clone(), per_kg: *per_kg }).collect();
    Demand { premiums, ..demand(id, bid) }
}

fn certified(id: u128, ask: i64, from: i32, to: i32) -> Offer {
    Offer { certs: vec![Certificate { kinds: VIETGAP, from, to }], ..offer(id, ask) }
}

fn solved(market: &Market) -> Plan {
    let plan = solve(market);
    assert_eq!(verify(market, &plan), Ok(()));
    plan
}

#[test]
fn a_premium_lets_dearer_goods_win_and_is_part_of_the_limit() {
    let prefers = [(Attribute::Certificates(VIETGAP), 800)];
    let offers = vec![offer(1, 8000), certified(2, 8700, MONDAY, MONDAY + 6)];
    let plan = solved(&market(offers, vec![preferring(1, 9000, &prefers)]));
    let trade = &plan.trades[0];
    // 9,000 + 800 − 300 of freight − 8,700 is 800 ₫ a kilogram; the plain goods gain 700.
    assert_eq!((trade.offer, plan.value), (2, 80_000));
    assert_eq!(trade.premiums, [Premium { attribute: Attribute::Certificates(VIETGAP), per_kg: 800 }]);
    // The plain goods bound what the dearer may ask beyond 8,700 ₫: the 100 ₫ that they gain more.
    assert_eq!(trade.price, 8800);
    // Alone they reach bid + premium − freight, because the reference price of 10,000 ₫ lies above it.
    let alone = solved(&market(vec![certified(2, 8700, MONDAY, MONDAY + 6)], vec![preferring(1, 9000, &prefers)]));
    assert_eq!(alone.trades[0].price, 9500);
    let plain = solved(&market(vec![offer(1, 8000)], vec![preferring(1, 9000, &prefers)]));
    assert_eq!((plain.trades[0].price, plain.trades[0].premiums.len()), (8700, 0));
}

#[test]
fn a_paper_that_ends_before_the_last_week_earns_nothing() {
    let with = |to: i32| {
        let mut buyer = preferring(1, 9000, &[(Attribute::Certificates(VIETGAP), 800)]);
        buyer.lines = vec![line(0, 50), line(1, 50)];
        solved(&market(vec![certified(1, 8000, MONDAY, to)], vec![buyer])).value
    };
    assert_eq!((with(MONDAY + 13), with(MONDAY + 12)), (150_000, 70_000));
    // A week in which the goods cannot come anyway does not count.
    let mut early = certified(1, 8000, MONDAY, MONDAY + 6);
    early.to = MONDAY + 6;
    let mut buyer = preferring(1, 9000, &[(Attribute::Certificates(VIETGAP), 800)]);
    buyer.lines = vec![line(0, 50), line(1, 50)];
    assert_eq!(solved(&market(vec![early], vec![buyer])).value, 75_000);
}

#[test]
fn premiums_add_up_and_a_better_grade_earns_that_of_the_lower() {
    let prefers = [(Attribute::Grade(3), 500), (Attribute::Certificates(VIETGAP), 200), (Attribute::Grade(2), 300)];
    let value = |grade: u8| {
        let mut seller = certified(1, 8000, MONDAY, MONDAY + 6);
        seller.grade = grade;
        solved(&market(vec![seller], vec![preferring(1, 8300, &prefers)])).value
    };
    assert_eq!([1, 2, 3].map(value), [20_000, 50_000, 100_000]);
}

#[test]
fn what_was_measured_earns_where_it_is_stated_and_reached() {
    let prefers = [(Attribute::Sizes(vec![3, 4]), 300), (Attribute::Brix(110), 200), (Attribute::Juice(40), 100)];
    let value = |quality: Quality| {
        let seller = Offer { quality, ..offer(1, 8000) };
        // 8,300 − 8,000 − 300 of freight leaves nothing but what is paid more, of 100 kg.
        solved(&market(vec![seller], vec![preferring(1, 8300, &prefers)])).value / 100
    };
    let lot = |sizes: &[u32], brix_tenths, juice_percent| Quality { sizes: sizes.to_vec(), brix_tenths, juice_percent };
    assert_eq!(value(lot(&[], None, None)), 0, "what is not stated earns nothing");
    assert_eq!(value(lot(&[4], None, None)), 300);
    assert_eq!(value(lot(&[3, 4], Some(109), Some(40))), 400);
    assert_eq!(value(lot(&[3, 5], Some(110), Some(39))), 200, "one other size is another lot");
    assert_eq!(value(lot(&[3], Some(120), Some(50))), 600);
}

#[test]
fn each_attribute_has_bytes_of_its_own() {
    let bytes = |attributes: Vec<Attribute>| {
        let rows: Vec<_> = attributes.into_iter().map(|attribute| (attribute, 100)).collect();
        market(vec![offer(1, 8000)], vec![preferring(1, 9000, &rows)]).canonical_bytes()
    };
    let (sizes, brix, juice) = (Attribute::Sizes(vec![3]), Attribute::Brix(3), Attribute::Juice(3));
    let all = [
        bytes(vec![sizes.clone()]),
        bytes(vec![brix.clone()]),
        bytes(vec![juice.clone()]),
        bytes(vec![Attribute::Grade(3)]),
        bytes(vec![Attribute::Certificates(3)]),
        bytes(vec![Attribute::Sizes(vec![3, 4])]),
        bytes(vec![brix, juice]),
    ];
    assert!(all.iter().enumerate().all(|(at, one)| !all[..at].contains(one)));
}

#[test]
fn the_gap_to_a_bid_counts_what_the_goods_earn() {
    let prefers = [(Attribute::Grade(2), 400)];
    let offers = [9000, 9000, 9000].into_iter().zip(1..).map(|(ask, id)| offer(id, ask));
    let plan = solved(&market(offers.collect(), vec![preferring(1, 8000, &prefers)]));
    // 9,000 + 300 of freight − 8,000 − 400 is 900 ₫, told in steps of 200.
    assert_eq!(plan.unserved[0].reason.obstacle, Obstacle::PriceGap { by: Some(1000) });
}

#[test]
fn a_wrong_premium_is_refused() {
    let prefers = [(Attribute::Certificates(VIETGAP), 800), (Attribute::Grade(2), 100)];
    let market = market(vec![certified(1, 8700, MONDAY, MONDAY + 6)], vec![preferring(1, 9000, &prefers)]);
    let good = solved(&market);
    let refused = |bend: &dyn Fn(&mut Vec<Premium>)| {
        let mut plan = good.clone();
        bend(&mut plan.trades[0].premiums);
        verify(&market, &plan)
    };
    let wrong = Err(Violation::Premiums(1, 1));
    assert_eq!(refused(&Vec::clear), wrong);
    assert_eq!(refused(&|all| all[0].per_kg += 1), wrong);
    assert_eq!(refused(&|all| all.reverse()), wrong);
    let mut dear = good.clone();
    dear.trades[0].price = 9000 + 900 - 300 + 1;
    assert_eq!(verify(&market, &dear), Err(Violation::PriceOutside(1, 1)));
    // The same plan where the paper is not there: the goods earn less.
    let mut bare = market.clone();
    bare.offers[0].certs.clear();
    assert_eq!(verify(&bare, &good), wrong);
}

#[test]
fn a_market_of_before_keeps_its_form_and_its_bytes() {
    let plain = market(vec![offer(1, 8000)], vec![demand(1, 9000)]);
    let plan = solved(&plain);
    let stored = [serde_json::to_string(&plain).unwrap(), serde_json::to_string(&plan).unwrap()];
    assert!(stored.iter().all(|json| !json.contains("premiums")));
    assert_eq!(serde_json::from_str::<Market>(&stored[0]).unwrap(), plain);
    // The mix was the end of a market, its groups the end of a plan.
    let half: Vec<u8> = [1_i128, 2].iter().flat_map(|number| number.to_le_bytes()).collect();
    assert!(plain.canonical_bytes().ends_with(&half));
    let mut prefers = plain.clone();
    prefers.demands[0].premiums = vec![Premium { attribute: Attribute::Grade(3), per_kg: 100 }];
    assert!(prefers.canonical_bytes().starts_with(&plain.canonical_bytes()));
    // Nobody earns the premium, so the outcome is the same.
    assert_eq!(solved(&prefers).canonical_bytes(), plan.canonical_bytes());
}
