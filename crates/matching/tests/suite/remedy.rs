//! What is said to help, against clearing the market that has it.

use matching::market::{Attribute, Certificate, Market, Pair, Premium};
use matching::remedy::{Change, Remedy, of_demand, of_offer};
use matching::{MAX_DAY, solve};
use proptest::prelude::*;

use crate::markets::{Rules, market as random_market};
use crate::support::{demand, line, market, offer};

fn sold(market: &Market, offer: u128) -> i64 {
    solve(market).trades.iter().filter(|trade| trade.offer == offer).map(|trade| trade.kg).sum()
}

fn filled(market: &Market, demand: u128) -> i64 {
    solve(market).trades.iter().filter(|trade| trade.demand == demand).map(|trade| trade.kg).sum()
}

fn offer_with(market: &Market, at: usize, change: &Change) -> Market {
    let mut changed = market.clone();
    changed.offers[at] = change.of_offer(&market.offers[at]);
    changed
}

fn demand_with(market: &Market, at: usize, change: &Change) -> Market {
    let mut changed = market.clone();
    changed.demands[at] = change.of_demand(&market.demands[at]);
    changed
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Every change that is named trades more, or (of a post that trades already) gains more.
    #[test]
    fn what_is_said_to_help_helps(mut market in random_market(8, 8, 40, Rules::Plain)) {
        // Where a change lets a pair trade in one week more, a paper that does not last so long takes its premium with it in all weeks.
        let lasts = |row: &Premium| !matches!(row.attribute, Attribute::Certificates(_));
        market.demands.iter_mut().for_each(|row| row.premiums.retain(lasts));
        let plan = solve(&market);
        for (at, offer) in market.offers.iter().enumerate() {
            let before = sold(&market, offer.id);
            for Remedy { change, .. } in of_offer(&market, &plan, offer.id) {
                let changed = offer_with(&market, at, &change);
                prop_assert!(changed.validate().is_ok());
                prop_assert!(solve(&changed).value > plan.value, "{change:?} of offer {}", offer.id);
                let surely = before == 0 || matches!(change, Change::Price { .. });
                prop_assert!(!surely || sold(&changed, offer.id) > before, "{change:?} of offer {}", offer.id);
            }
        }
        for (at, demand) in market.demands.iter().enumerate() {
            let before = filled(&market, demand.id);
            for Remedy { change, .. } in of_demand(&market, &plan, demand.id) {
                let changed = demand_with(&market, at, &change);
                prop_assert!(changed.validate().is_ok());
                prop_assert!(solve(&changed).value > plan.value, "{change:?} of demand {}", demand.id);
                let surely = before == 0 || matches!(change, Change::Price { .. });
                prop_assert!(!surely || filled(&changed, demand.id) > before, "{change:?} of demand {}", demand.id);
            }
        }
    }

    /// With one week a smaller step of the price does not help, and where no step is named none does.
    #[test]
    fn no_smaller_price_helps(mut market in random_market(8, 8, 40, Rules::Plain)) {
        market.offers.iter_mut().for_each(|row| row.tiers.clear());
        for row in &mut market.demands {
            row.lines.truncate(1);
            row.premiums.clear();
        }
        let plan = solve(&market);
        for (at, offer) in market.offers.iter().enumerate().filter(|(_, row)| plan.unsold.iter().any(|left| left.offer == row.id)) {
            let named = of_offer(&market, &plan, offer.id).iter().find_map(|row| by(&row.change));
            let short = named.map_or(offer.ask - 1, |by| by - 2);
            if short > 0 {
                let short = Change::Price { by: short };
                prop_assert_eq!(sold(&offer_with(&market, at, &short), offer.id), sold(&market, offer.id), "{:?} of offer {}", short, offer.id);
            }
        }
        for (at, demand) in market.demands.iter().enumerate().filter(|(_, row)| plan.unserved.iter().any(|left| left.demand == row.id)) {
            let named = of_demand(&market, &plan, demand.id).iter().find_map(|row| by(&row.change));
            let short = named.map_or(50_000, |by| by - 2);
            if short > 0 {
                let short = Change::Price { by: short };
                prop_assert_eq!(filled(&demand_with(&market, at, &short), demand.id), filled(&market, demand.id), "{:?} of demand {}", short, demand.id);
            }
        }
    }
}

fn by(change: &Change) -> Option<i64> {
    if let Change::Price { by } = change { Some(*by) } else { None }
}

fn exact(remedies: Vec<Remedy>) -> Vec<Change> {
    remedies.into_iter().map(|row| row.change).collect()
}

#[test]
fn an_offer_learns_what_each_kind_of_change_would_do() {
    // The cheaper offer has the only buyer whose terms both keep; 300 ₫/kg is the way.
    let two = market(vec![offer(1, 8000), offer(2, 9000)], vec![demand(5, 12_000)]);
    let changes = |market: &Market| exact(of_offer(market, &solve(market), 2));
    assert_eq!(changes(&two), [Change::Price { by: 1001 }]);
    let wider = |change: &dyn Fn(&mut Market)| {
        let mut market = two.clone();
        market.demands.push(demand(6, 11_000));
        change(&mut market);
        changes(&market)
    };
    assert_eq!(wider(&|_| ()), [], "it sells all it has");
    assert_eq!(wider(&|m| m.demands[1].certs = 5), [Change::Price { by: 1001 }, Change::Certificates { kinds: 5 }]);
    assert_eq!(wider(&|m| m.demands[1].payment_days = 45), [Change::Price { by: 1001 }, Change::Payment { days: 45 }]);
    assert_eq!(wider(&|m| m.demands[1].lines = vec![line(4, 30)]), [Change::Price { by: 1001 }, Change::Weeks { later: 2 }]);
    assert_eq!(wider(&|m| m.offers[1].kg_per_week = 40), [Change::WeeklyCapacity]);
    let resting = |m: &mut Market| m.resting = [(1, 6), (2, 6)].map(|(offer, demand)| Pair { offer, demand }).to_vec();
    assert_eq!(wider(&resting), [Change::Price { by: 1001 }], "no change of terms lets a pair trade that rests");
    assert_eq!(wider(&|m| (m.demands[1].certs, m.demands[1].payment_days) = (1, 45)), [Change::Price { by: 1001 }], "two at once");
}

#[test]
fn a_demand_learns_what_each_kind_of_change_would_do() {
    let lone = |change: &dyn Fn(&mut Market)| {
        let mut market = market(vec![offer(1, 8000)], vec![demand(5, 12_000)]);
        change(&mut market);
        exact(of_demand(&market, &solve(&market), 5))
    };
    assert_eq!(lone(&|m| m.demands[0].bid = 8000), [Change::Price { by: 301 }], "as much as ask and freight together gains nothing yet");
    assert_eq!(lone(&|m| m.demands[0].min_grade = 3), [Change::Grade { least: 2 }]);
    assert_eq!(lone(&|m| m.demands[0].payment_days = 45), [Change::Payment { days: 30 }]);
    assert_eq!(lone(&|m| (m.demands[0].max_km, m.offers[0].lat_e6) = (Some(20), 20_600_000)), [Change::Distance { max_km: 29 }]);
    let held = |kinds| Certificate { kinds, from: -MAX_DAY, to: MAX_DAY };
    assert_eq!(lone(&|m| (m.demands[0].certs, m.offers[0].certs) = (7, vec![held(1)])), [Change::Certificates { kinds: 6 }]);
    assert_eq!(lone(&|m| m.demands[0].lines[0].kg = 150), [], "nobody has more");
}

#[test]
fn what_is_told_is_coarse_and_only_among_three() {
    let told = |buyers: u128| {
        let full = (0..buyers).map(|id| demand(10 + id, 12_000)).collect();
        let sellers = (0..=buyers).map(|id| offer(50 + id, 8000 + i64::try_from(id).unwrap())).collect();
        let market = market(sellers, full);
        let dearest = 50 + buyers;
        of_offer(&market, &solve(&market), dearest).first().unwrap().told
    };
    assert_eq!((told(2), told(3)), (None, Some(Change::Price { by: 200 })), "2 % of 10,000");
}
