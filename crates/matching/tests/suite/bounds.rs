//! Numbers at their limits, and numbers beyond.

use matching::check::verify;
use matching::market::{Attribute, FreightRate, Market, Mix, OrgKg, Premium, Reference};
use matching::{MAX_DAY, MAX_KG, MAX_PRICE, MarketError, solve};

use crate::support::{demand, line, market, offer};

#[test]
fn the_largest_market_numbers_do_not_overflow() {
    let offers = (0..40).map(|id| {
        let mut offer = offer(id, 0);
        (offer.kg, offer.kg_per_week, offer.from, offer.to) = (MAX_KG, MAX_KG - 1, -MAX_DAY, MAX_DAY);
        offer
    });
    let demands = (0..40).map(|id| {
        let mut demand = demand(id, MAX_PRICE);
        demand.lines = (0..3).map(|week| line(week, MAX_KG)).collect();
        demand.max_suppliers = 1;
        demand
    });
    let market = market(offers.collect(), demands.collect());
    let plan = solve(&market);
    assert_eq!(verify(&market, &plan), Ok(()));
    // Every offer sells all it has, at the greatest gain there is: 4 · 10^16 ₫.
    assert_eq!(plan.bound, 40 * i128::from(MAX_KG) * i128::from(MAX_PRICE - 300));
    assert_eq!(plan.gap(), 0);
}

#[test]
fn an_empty_market_has_an_empty_plan() {
    let market = market(Vec::new(), Vec::new());
    let plan = solve(&market);
    assert_eq!(verify(&market, &plan), Ok(()));
    assert!(plan.trades.is_empty() && plan.groups.is_empty() && plan.bound == 0);
}

#[test]
fn numbers_out_of_bounds_are_named() {
    let check = |change: &dyn Fn(&mut Market)| {
        let mut market = market(vec![offer(1, 1000)], vec![demand(1, 5000)]);
        change(&mut market);
        market.validate()
    };
    let field = |field| Err(MarketError::Offer { id: 1, field });
    let wish = |field| Err(MarketError::Demand { id: 1, field });
    assert_eq!(check(&|_| {}), Ok(()));
    assert_eq!(check(&|m| m.offers[0].kg = 0), field("kg"));
    assert_eq!(check(&|m| m.offers[0].kg = MAX_KG + 1), field("kg"));
    assert_eq!(check(&|m| m.offers[0].ask = -1), field("ask"));
    assert_eq!(check(&|m| m.offers[0].grade = 4), field("grade"));
    assert_eq!(check(&|m| m.offers[0].to = m.offers[0].from - 1), field("window"));
    assert_eq!(check(&|m| m.offers[0].lat_e6 = 90_000_001), field("place"));
    assert_eq!(check(&|m| m.demands[0].bid = MAX_PRICE + 1), wish("bid"));
    assert_eq!(check(&|m| m.demands[0].lines[0].kg = 0), wish("lines"));
    assert_eq!(check(&|m| m.demands[0].lines.push(line(0, 5))), wish("lines.week"));
    let prefer =
        |attribute: Attribute, per_kg| move |m: &mut Market| m.demands[0].premiums.push(Premium { attribute: attribute.clone(), per_kg });
    assert_eq!(check(&prefer(Attribute::Certificates(1), MAX_PRICE - 5000)), Ok(()));
    assert_eq!(check(&prefer(Attribute::Certificates(1), MAX_PRICE - 4999)), wish("premiums"));
    assert_eq!(check(&prefer(Attribute::Certificates(1), 0)), wish("premiums"));
    assert_eq!(check(&prefer(Attribute::Certificates(0), 5)), wish("premiums"));
    assert_eq!(check(&prefer(Attribute::Grade(4), 5)), wish("premiums"));
    assert_eq!(check(&prefer(Attribute::Sizes(vec![2, 3]), 5)), Ok(()));
    for sizes in [vec![], vec![3, 2], vec![2, 2]] {
        assert_eq!(check(&prefer(Attribute::Sizes(sizes), 5)), wish("premiums"));
    }
    assert_eq!(check(&prefer(Attribute::Brix(0), 5)), wish("premiums"));
    let twice = Premium { attribute: Attribute::Grade(2), per_kg: 5 };
    assert_eq!(check(&|m| m.demands[0].premiums = vec![twice.clone(); 2]), wish("premiums"));
    assert_eq!(check(&|m| m.demands[0].most_per_supplier = Some(MAX_KG + 1)), wish("most_per_supplier"));
    assert_eq!(check(&|m| m.demands[0].supplied = vec![OrgKg { org: 7, kg: 5 }; 2]), wish("supplied"));
    assert_eq!(check(&|m| m.offers.push(offer(1, 5))), Err(MarketError::DuplicateOffer(1)));
    assert_eq!(check(&|m| m.demands.push(demand(1, 5))), Err(MarketError::DuplicateDemand(1)));
    assert_eq!(check(&|m| m.offers[0].product = 9), Err(MarketError::UnknownProduct(9)));
    assert_eq!(check(&|m| m.demands[0].product = 9), Err(MarketError::UnknownProduct(9)));
    assert_eq!(check(&|m| m.products[0].freight_class = 9), Err(MarketError::UnknownFreight(9)));
    assert_eq!(check(&|m| m.products[1].id = 0), Err(MarketError::DuplicateProduct(0)));
    assert_eq!(check(&|m| m.freight.push(FreightRate::PLAIN)), Err(MarketError::Freight(0)));
    assert_eq!(check(&|m| m.references.push(Reference { product: 0, variety: 0, price: 5 })), Err(MarketError::Reference(0, 0)));
    assert_eq!(check(&|m| m.mix = Mix { numerator: 3, denominator: 2 }), Err(MarketError::Mix));
}
