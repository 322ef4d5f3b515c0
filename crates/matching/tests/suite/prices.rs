//! Who earns what: ties, ends, leaning, what parties may see.

use matching::check::verify;
use matching::market::{Mix, WeekKg};
use matching::plan::{Band, Plan};
use matching::solve;

use crate::support::{demand, line, market, offer};

fn solved(market: &matching::market::Market) -> Plan {
    let plan = solve(market);
    assert_eq!(verify(market, &plan), Ok(()));
    plan
}

fn sold(plan: &Plan, offer: u128) -> i64 {
    plan.trades.iter().filter(|trade| trade.offer == offer).map(|trade| trade.kg).sum()
}

#[test]
fn ties_go_to_the_older_post_then_the_smaller_id() {
    let mut offers = vec![offer(1, 5000), offer(2, 5000), offer(3, 5000)];
    offers[0].posted_at = 10;
    let plan = solved(&market(offers.clone(), vec![demand(1, 9000)]));
    assert_eq!([1, 2, 3].map(|id| sold(&plan, id)), [0, 100, 0]);
    offers[2].posted_at = -10;
    let plan = solved(&market(offers, vec![demand(1, 9000)]));
    assert_eq!([1, 2, 3].map(|id| sold(&plan, id)), [0, 0, 100]);
}

#[test]
fn a_tie_between_buyers_goes_to_the_older_post() {
    let mut demands = vec![demand(1, 9000), demand(2, 9000)];
    demands[0].posted_at = 10;
    let plan = solved(&market(vec![offer(1, 5000)], demands));
    assert_eq!(plan.trades.iter().map(|trade| trade.demand).collect::<Vec<_>>(), [2]);
}

#[test]
fn a_lone_pair_settles_at_the_reference_price_where_it_can() {
    // Between the ask and the bid less 300 ₫ freight lies the reference of 10,000 ₫.
    let plan = solved(&market(vec![offer(1, 9000)], vec![demand(1, 20_300)]));
    let trade = &plan.trades[0];
    assert_eq!((trade.price, trade.interval, trade.fair), (10_000, Band { low: 9000, high: 20_000 }, None));
    // It lies below the ask: as near as it gets.
    let plan = solved(&market(vec![offer(1, 11_000)], vec![demand(1, 20_300)]));
    assert_eq!(plan.trades[0].price, 11_000);
    // No reference price: the mix.
    let mut bare = market(vec![offer(1, 9000)], vec![demand(1, 20_301)]);
    bare.references.clear();
    let plan = solved(&bare);
    assert_eq!((plan.trades[0].price, plan.groups[0].mix), (14_500, Mix::HALF));
}

#[test]
fn a_crowd_shows_a_range_rounded_outward() {
    let offers = vec![offer(1, 9010), offer(2, 9020), offer(3, 9030), offer(4, 9650)];
    let demands = vec![demand(1, 12_310), demand(2, 12_320), demand(3, 12_330)];
    let plan = solved(&market(offers.clone(), demands.clone()));
    assert_eq!((plan.groups[0].suppliers, plan.groups[0].buyers), (4, 3));
    for trade in &plan.trades {
        // Nobody sells above the ask of the offer left out; steps are 200 ₫.
        assert_eq!((trade.interval.high, trade.fair), (9650, Some(Band { low: 9000, high: 9800 })));
        assert_eq!(trade.price, i64::midpoint(trade.interval.low, trade.interval.high));
    }
    let mut same = market(offers, demands);
    same.demands[2].org = same.demands[1].org;
    let plan = solved(&same);
    assert!(plan.trades.iter().all(|trade| trade.fair.is_none()), "two buyers may not be told a range");
}

#[test]
fn a_full_week_earns_its_own_rent() {
    let mut seller = offer(1, 5000);
    (seller.kg, seller.kg_per_week) = (100, 60);
    seller.promised = vec![WeekKg { week: line(0, 1).week, kg: 20 }];
    let mut buyer = demand(1, 9300);
    buyer.lines = vec![line(0, 100), line(1, 10)];
    let plan = solved(&market(vec![seller], vec![buyer]));
    assert_eq!(plan.trades[0].weeks, [WeekKg { week: line(0, 1).week, kg: 40 }, WeekKg { week: line(1, 1).week, kg: 10 }]);
    // The first week is short of limit, so the seller may ask all of the gain; the second is short of buyers.
    let prices = &plan.offer_prices[0];
    assert_eq!((prices.total.seller_best, prices.weeks[0].rent.seller_best), (0, 4000));
    let wanted = &plan.demand_prices[0].weeks;
    assert_eq!((wanted[0].week, wanted[0].rent.seller_best, wanted[0].rent.buyer_best), (line(1, 1).week, 4000, 4000));
}
