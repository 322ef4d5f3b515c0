//! Lots and supplier limits.

use matching::check::{Violation, verify};
use matching::market::{Market, OrgKg};
use matching::plan::Plan;
use matching::reason::Obstacle;
use matching::solve;

use crate::support::{demand, line, market, offer};

fn solved(market: &Market) -> Plan {
    let plan = solve(market);
    assert_eq!(verify(market, &plan), Ok(()));
    plan
}

#[test]
fn a_lot_too_large_is_left_out_and_said() {
    let mut seller = offer(1, 5000);
    (seller.kg, seller.kg_per_week, seller.min_lot) = (500, 500, 200);
    let plan = solved(&market(vec![seller], vec![demand(1, 9300)]));
    assert!(plan.trades.is_empty());
    // Without the lot 100 kg would trade; with it nothing can, and the plan says so.
    assert_eq!((plan.bound, plan.gap()), (400_000, 0));
    assert_eq!(plan.unsold[0].reason.obstacle, Obstacle::LotTooLarge { lot: 200 });
    assert_eq!(plan.unserved[0].reason.obstacle, Obstacle::LotTooLarge { lot: 200 });
}

#[test]
fn a_lot_counts_over_all_weeks_of_a_contract() {
    let mut seller = offer(1, 5000);
    (seller.kg, seller.kg_per_week, seller.min_lot) = (500, 500, 200);
    let mut buyer = demand(1, 9300);
    buyer.lines = vec![line(0, 100), line(1, 100)];
    let plan = solved(&market(vec![seller], vec![buyer]));
    assert_eq!((plan.trades[0].kg, plan.gap()), (200, 0));
}

#[test]
fn places_go_to_organisations_and_who_supplies_already_needs_none() {
    let offers: Vec<_> = (1..=4)
        .map(|id| {
            let mut seller = offer(id, 5000 + 10 * i64::try_from(id).unwrap());
            (seller.kg, seller.kg_per_week) = (25, 25);
            seller
        })
        .collect();
    let mut buyer = demand(1, 9300);
    buyer.max_suppliers = 1;
    let mut limited = market(offers, vec![buyer]);
    let plan = solved(&limited);
    assert_eq!(plan.trades.iter().map(|trade| trade.offer).collect::<Vec<_>>(), [1]);
    assert!(plan.unsold.iter().all(|row| row.reason.obstacle == Obstacle::SupplierLimit));
    limited.offers[2].org = limited.offers[0].org;
    assert_eq!(solved(&limited).trades.iter().map(|trade| trade.offer).collect::<Vec<_>>(), [1, 3]);
    limited.demands[0].suppliers = vec![limited.offers[3].org];
    assert_eq!(solved(&limited).trades.iter().map(|trade| trade.offer).collect::<Vec<_>>(), [4]);
}

#[test]
fn repair_does_better_than_dropping_what_breaks() {
    // The optimum splits 100 kg as 90 + 10; the lot of 20 kg forces the second offer to give all of its kg or none.
    let mut offers = vec![offer(1, 5000), offer(2, 5100), offer(3, 5200)];
    for (seller, (kg, lot)) in offers.iter_mut().zip([(90, 0), (50, 20), (10, 0)]) {
        (seller.kg, seller.kg_per_week, seller.min_lot) = (kg, kg, lot);
    }
    let plan = solved(&market(offers, vec![demand(1, 9300)]));
    assert_eq!(plan.trades.iter().map(|trade| (trade.offer, trade.kg)).collect::<Vec<_>>(), [(1, 90), (3, 10)]);
}

#[test]
fn no_supplier_gets_more_than_its_share() {
    let mut offers: Vec<_> = (1..=3).map(|id| offer(id, 5000 + 100 * i64::try_from(id).unwrap())).collect();
    let mut buyer = demand(1, 9300);
    buyer.most_per_supplier = Some(40);
    let limited = market(offers.clone(), vec![buyer.clone()]);
    let plan = solved(&limited);
    let sold = |plan: &Plan| plan.trades.iter().map(|trade| (trade.offer, trade.kg)).collect::<Vec<_>>();
    assert_eq!(sold(&plan), [(1, 40), (2, 40), (3, 20)]);
    assert_eq!((plan.value, plan.bound), (40 * 3900 + 40 * 3800 + 20 * 3700, 100 * 3900));
    // All the demand is served, so the rest of the offers is outbid, whatever their share.
    assert!(plan.unsold.iter().all(|row| matches!(row.reason.obstacle, Obstacle::Outbid { .. })));
    // Two offers of one organisation share its part; what it supplies already counts.
    offers[1].org = offers[0].org;
    buyer.supplied = vec![OrgKg { org: offers[0].org, kg: 15 }];
    let shared = market(offers, vec![buyer]);
    let plan = solved(&shared);
    assert_eq!(sold(&plan), [(1, 25), (3, 40)]);
    let reason = |offer: u128| plan.unsold.iter().find(|row| row.offer == offer).unwrap().reason.obstacle;
    assert_eq!([1, 2, 3].map(reason), [Obstacle::ShareLimit; 3]);
    assert_eq!(plan.unserved[0].reason.obstacle, Obstacle::ShareLimit);
    let mut greedy = plan.clone();
    (greedy.trades[0].kg, greedy.trades[0].weeks[0].kg) = (26, 26);
    assert_eq!(verify(&shared, &greedy), Err(Violation::OverShare(1, shared.offers[0].org)));
}

#[test]
fn a_share_below_the_lot_leaves_the_pair_out() {
    let mut seller = offer(1, 5000);
    seller.min_lot = 60;
    let mut buyer = demand(1, 9300);
    buyer.most_per_supplier = Some(50);
    let plan = solved(&market(vec![seller, offer(2, 6000)], vec![buyer]));
    assert_eq!(plan.trades.iter().map(|trade| (trade.offer, trade.kg)).collect::<Vec<_>>(), [(2, 50)]);
    assert_eq!(plan.unserved[0].reason.obstacle, Obstacle::ShareLimit);
    assert_eq!(plan.unsold[0].reason.obstacle, Obstacle::LotTooLarge { lot: 60 });
}

#[test]
fn a_large_group_is_searched_among_its_likely_pairs_and_its_bound_knows_the_limits() {
    let offers: Vec<_> = (0..100)
        .map(|id: i64| {
            let mut seller = offer(u128::try_from(id).unwrap(), 6000 + 17 * (id * 37 % 101));
            (seller.kg, seller.kg_per_week, seller.min_lot) = (400 + 10 * (id % 7), 400, 100);
            seller
        })
        .collect();
    let demands: Vec<_> = (0..100)
        .map(|id: i64| {
            let mut buyer = demand(u128::try_from(id).unwrap(), 9000 + 13 * (id * 53 % 103));
            buyer.lines = vec![line(0, 900 + 30 * (id % 11))];
            (buyer.max_suppliers, buyer.min_lot) = (1, 150);
            buyer
        })
        .collect();
    let plan = solved(&market(offers, demands));
    let limits = plan.limits.as_ref().expect("one supplier each costs something");
    // A demand wants twice what its one supplier has: the optimum without limits sells to few, the bound knows that all are needed.
    assert!(limits.bound < plan.bound, "{} {}", limits.bound, plan.bound);
    assert!(plan.gap() * 12 <= plan.value, "{} of {}", plan.gap(), plan.value);
}
