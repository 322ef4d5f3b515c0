//! A lower ask for much.

use matching::check::{Violation, verify};
use matching::market::{Demand, Market, Offer, Tier};
use matching::plan::Plan;
use matching::reason::Obstacle;
use matching::solve;

use crate::support::{demand, line, market, offer};

/// 100 kg at 8,000 ₫; 500 ₫ less from 60 kg on, 900 ₫ from 90 kg on.
fn tiered(id: u128) -> Offer {
    Offer { tiers: vec![Tier { from_kg: 90, off: 900 }, Tier { from_kg: 60, off: 500 }], ..offer(id, 8000) }
}

/// Takes no contract below so many kg.
fn large(id: u128, bid: i64, min_lot: i64) -> Demand {
    Demand { min_lot, ..demand(id, bid) }
}

fn solved(market: &Market) -> Plan {
    let plan = solve(market);
    assert_eq!(verify(market, &plan), Ok(()));
    plan
}

#[test]
fn a_large_lot_buys_below_the_plain_ask() {
    // 8,000 ₫ and 300 ₫ of freight are more than the bid; 500 ₫ less are not.
    let bid = 7900;
    assert!(solved(&market(vec![offer(1, 8000)], vec![large(1, bid, 60)])).trades.is_empty());
    let plan = solved(&market(vec![tiered(1)], vec![large(1, bid, 60)]));
    let trade = &plan.trades[0];
    // Sure of 60 kg, so the pair gains 100 ₫ a kilogram; it comes to 100 kg, which has 900 ₫ off.
    assert_eq!((trade.kg, plan.value, trade.discount), (100, 10_000, 900));
    assert!((7100..=7200).contains(&trade.price), "{}", trade.price);
    // Who may take less is not sure of the tier.
    let small = solved(&market(vec![tiered(1)], vec![large(1, bid, 59)]));
    assert!(small.trades.is_empty());
    assert!(matches!(small.unsold[0].reason.obstacle, Obstacle::PriceGap { .. }));
}

#[test]
fn a_seller_of_all_or_nothing_is_sure_of_its_own_tier() {
    let whole = Offer { min_lot: 100, ..tiered(1) };
    let plan = solved(&market(vec![whole], vec![demand(1, 7500)]));
    assert_eq!((plan.trades[0].discount, plan.trades[0].price, plan.value), (900, 7200, 10_000));
}

#[test]
fn a_trade_that_comes_to_a_tier_has_it_taken_off() {
    let with = |kg: i64| {
        let buyer = Demand { lines: vec![line(0, kg / 2), line(1, kg - kg / 2)], ..demand(1, 9300) };
        let plain = solved(&market(vec![offer(1, 8000)], vec![buyer.clone()]));
        let plan = solved(&market(vec![tiered(1)], vec![buyer]));
        assert_eq!((plan.value, plan.bound, &plan.offer_prices), (plain.value, plain.bound, &plain.offer_prices), "nobody was bound to it");
        (plain.trades[0].price - plan.trades[0].price, plan.trades[0].discount)
    };
    assert_eq!([59, 60, 89, 90].map(with), [(0, 0), (500, 500), (500, 500), (900, 900)]);
}

#[test]
fn to_bid_more_never_loses_a_trade_to_who_bids_less() {
    let plan = solved(&market(vec![tiered(1)], vec![large(1, 7900, 60), large(2, 8400, 60)]));
    assert_eq!(plan.trades.iter().map(|trade| trade.demand).collect::<Vec<_>>(), [2]);
}

#[test]
fn a_wrong_discount_or_price_is_refused() {
    let market = market(vec![tiered(1)], vec![large(1, 9300, 60)]);
    let good = solved(&market);
    let refused = |bend: &dyn Fn(&mut Plan)| {
        let mut plan = good.clone();
        bend(&mut plan);
        verify(&market, &plan)
    };
    assert_eq!(refused(&|plan| plan.trades[0].discount = 500), Err(Violation::Discount(1, 1)));
    assert_eq!(refused(&|plan| plan.trades[0].discount = 0), Err(Violation::Discount(1, 1)));
    assert_eq!(refused(&|plan| plan.trades[0].price = 7099), Err(Violation::PriceOutside(1, 1)));
    assert_eq!(refused(&|plan| plan.trades[0].price -= 1), Err(Violation::PriceNotSettled(1, 1)));
    assert_eq!(refused(&|plan| plan.trades[0].interval.high += 900), Err(Violation::Interval(1, 1)));
}

#[test]
fn a_market_without_tiers_keeps_its_form_and_its_bytes() {
    let plain = market(vec![offer(1, 8000)], vec![demand(1, 9000)]);
    let plan = solved(&plain);
    let stored = [serde_json::to_string(&plain).unwrap(), serde_json::to_string(&plan).unwrap()];
    assert!(stored.iter().all(|json| !json.contains("tiers") && !json.contains("discount")));
    let mut tiered = plain.clone();
    tiered.offers[0].tiers = vec![Tier { from_kg: 101, off: 100 }];
    assert!(tiered.canonical_bytes().starts_with(&plain.canonical_bytes()));
    assert_ne!(tiered.canonical_bytes(), plain.canonical_bytes());
    assert_eq!(solved(&tiered).canonical_bytes(), plan.canonical_bytes(), "nobody reaches it, so the outcome is the same");
    let wrong = |tiers: Vec<Tier>| market(vec![Offer { tiers, ..offer(1, 8000) }], Vec::new()).validate().is_err();
    let tier = |from_kg, off| Tier { from_kg, off };
    assert!(wrong(vec![tier(0, 100)]) && wrong(vec![tier(10, 8001)]) && wrong(vec![tier(10, 100), tier(20, 100)]));
    assert!(wrong(vec![tier(10, 100), tier(10, 200)]) && !wrong(vec![tier(20, 200), tier(10, 100)]));
}
