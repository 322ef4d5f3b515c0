//! What holds on every market.

use matching::check::verify;
use matching::market::{Attribute, Market, OrgKg, Premium, Tier};
use matching::plan::Plan;
use matching::solve;
use proptest::prelude::*;

use crate::markets::{Rules, market};

/// Another order of everything whose order means nothing.
fn turned(market: &Market, by: usize) -> Market {
    fn turn<T>(list: &mut [T], by: usize) {
        if !list.is_empty() {
            list.reverse();
            list.rotate_left(by % list.len());
        }
    }
    let mut market = market.clone();
    turn(&mut market.offers, by);
    turn(&mut market.demands, by / 2);
    turn(&mut market.products, by);
    turn(&mut market.freight, by);
    turn(&mut market.references, by);
    turn(&mut market.resting, by);
    for offer in &mut market.offers {
        turn(&mut offer.certs, by);
        turn(&mut offer.promised, by);
        turn(&mut offer.tiers, by);
        turn(&mut offer.quality.sizes, by);
    }
    for demand in &mut market.demands {
        turn(&mut demand.lines, by);
        turn(&mut demand.suppliers, by);
        turn(&mut demand.premiums, by);
        turn(&mut demand.supplied, by);
        turn(&mut demand.quality.sizes, by);
    }
    market
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_plan_is_proved(market in market(20, 14, 80, Rules::LotsAndLimits)) {
        prop_assert_eq!(market.validate(), Ok(()));
        prop_assert_eq!(verify(&market, &solve(&market)), Ok(()));
    }

    #[test]
    fn the_order_of_the_input_means_nothing(market in market(16, 12, 80, Rules::LotsAndLimits), by in 0..50_usize) {
        let other = turned(&market, by);
        prop_assert_eq!(market.canonical_bytes(), other.canonical_bytes());
        let (plan, again) = (solve(&market), solve(&other));
        prop_assert_eq!(plan.canonical_bytes(), again.canonical_bytes());
        prop_assert_eq!(plan, again);
    }

    #[test]
    fn an_offer_that_fits_nobody_changes_nothing_else(market in market(10, 8, 40, Rules::LotsAndLimits)) {
        let mut more = market.clone();
        let mut useless = market.offers[0].clone();
        (useless.id, useless.ask) = (1 << 70, 9_999_999);
        more.offers.push(useless);
        let (plan, other) = (solve(&market), solve(&more));
        prop_assert_eq!(&plan.trades, &other.trades);
        prop_assert_eq!(plan.bound, other.bound);
        prop_assert_eq!(other.unsold.len(), plan.unsold.len() + 1);
    }

    /// Whoever asks less for much is never worth less to the market.
    #[test]
    fn a_tier_never_lowers_the_optimum(market in market(10, 8, 40, Rules::LotsAndLimits)) {
        let mut plain = market.clone();
        for offer in &mut plain.offers {
            offer.tiers.clear();
        }
        prop_assert!(solve(&plain).bound <= solve(&market).bound);
    }

    #[test]
    fn market_and_plan_survive_storage(market in market(8, 6, 40, Rules::LotsAndLimits)) {
        let stored: Market = serde_json::from_str(&serde_json::to_string(&market).unwrap()).unwrap();
        prop_assert_eq!(&stored, &market);
        let plan = solve(&market);
        let stored: Plan = serde_json::from_value(serde_json::to_value(&plan).unwrap()).unwrap();
        prop_assert_eq!(stored, plan);
    }

    #[test]
    fn different_markets_hash_differently(market in market(5, 5, 40, Rules::LotsAndLimits), at in 0..15_usize) {
        let mut other = market.clone();
        let (offer, demand) = (&mut other.offers[0], &mut other.demands[0]);
        match at {
            0 => offer.ask += 1,
            1 => offer.posted_at += 1,
            2 => offer.kg += 1,
            3 => demand.bid += 1,
            4 => demand.max_suppliers += 1,
            5 => demand.max_km = Some(demand.max_km.unwrap_or(0) + 1),
            6 => demand.suppliers.push(77),
            7 => demand.premiums.push(Premium { attribute: Attribute::Certificates(8), per_kg: 100 }),
            8 => demand.most_per_supplier = Some(demand.most_per_supplier.unwrap_or(0) + 1),
            9 => demand.supplied.push(OrgKg { org: 77, kg: 1 }),
            10 => offer.quality.sizes.push(77),
            11 => demand.quality.brix_tenths = Some(demand.quality.brix_tenths.unwrap_or(0) + 1),
            12 => demand.quality.juice_percent = Some(demand.quality.juice_percent.unwrap_or(0) + 1),
            13 => offer.tiers.push(Tier { from_kg: 10_000, off: 999 }),
            _ => other.mix.denominator += 1,
        }
        prop_assert_ne!(market.canonical_bytes(), other.canonical_bytes());
    }
}
