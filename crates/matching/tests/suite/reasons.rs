//! Reasons are true: lifting the obstacle named, and nothing else, makes a fit pair.

use matching::market::{Attribute, Certificate, Line, Market, Pair, Premium, Varieties, WeekKg};
use matching::reason::{Crowd, Obstacle, Reason};
use matching::{MAX_DAY, solve};
use proptest::prelude::*;

use crate::markets::{Rules, market as random_market};
use crate::support::{demand, fits, line, market, offer};

/// Does this offer fit anywhere?
fn offer_fits(market: &Market, at: usize) -> bool {
    market.demands.iter().any(|demand| demand.lines.iter().any(|line| fits(market, &market.offers[at], demand, line)))
}

/// Does any offer fit this line?
fn line_fits(market: &Market, at: usize, week: i32) -> bool {
    let demand = &market.demands[at];
    let line = demand.lines.iter().find(|line| line.week == week).unwrap();
    market.offers.iter().any(|offer| fits(market, offer, demand, line))
}

/// The market in which one obstacle of an offer does not exist.
fn lift_for_offer(market: &mut Market, at: usize, obstacle: &Obstacle) {
    let all: Vec<Line> = market.demands.iter().flat_map(|demand| demand.lines.clone()).collect();
    let offer = &mut market.offers[at];
    match *obstacle {
        Obstacle::VarietyNotAccepted => market.demands.iter_mut().for_each(|demand| demand.varieties = Varieties::Any),
        Obstacle::OwnOrganisation => offer.org = 99,
        Obstacle::GradeBelow { need } => offer.grade = need,
        Obstacle::SizeNotTaken => market.demands.iter_mut().for_each(|demand| demand.quality.sizes.clear()),
        Obstacle::SugarBelow { need } => offer.quality.brix_tenths = Some(need),
        Obstacle::JuiceBelow { need } => offer.quality.juice_percent = Some(need),
        Obstacle::CertificateMissing { kinds } => offer.certs.push(Certificate { kinds, from: -MAX_DAY, to: MAX_DAY }),
        Obstacle::WindowsDoNotMeet => {
            offer.from = all.iter().map(|line| line.from).chain([offer.from]).min().unwrap();
            offer.to = all.iter().map(|line| line.to).chain([offer.to]).max().unwrap();
        }
        Obstacle::TooFar { max_km } => {
            market.demands.iter_mut().filter(|demand| demand.max_km == Some(max_km)).for_each(|demand| demand.max_km = None);
        }
        Obstacle::PaymentTooLate { days } => offer.max_payment_days = days,
        Obstacle::PairResting => market.resting.clear(),
        Obstacle::PriceGap { .. } => offer.ask = 0,
        Obstacle::WeeklyCapacity => (offer.promised, offer.kg_per_week) = (Vec::new(), offer.kg),
        _ => panic!("{obstacle:?} does not keep a pair from fitting"),
    }
}

fn lift_for_line(market: &mut Market, at: usize, week: i32, obstacle: &Obstacle) {
    let demand = &mut market.demands[at];
    let line = *demand.lines.iter().find(|line| line.week == week).unwrap();
    match *obstacle {
        Obstacle::VarietyNotAccepted => demand.varieties = Varieties::Any,
        Obstacle::OwnOrganisation => demand.org = 99,
        Obstacle::GradeBelow { .. } => demand.min_grade = 0,
        Obstacle::SizeNotTaken => demand.quality.sizes.clear(),
        Obstacle::SugarBelow { .. } => demand.quality.brix_tenths = None,
        Obstacle::JuiceBelow { .. } => demand.quality.juice_percent = None,
        Obstacle::CertificateMissing { kinds } => demand.certs &= !kinds,
        Obstacle::WindowsDoNotMeet => market.offers.iter_mut().for_each(|offer| {
            (offer.from, offer.to) = (offer.from.min(line.from), offer.to.max(line.to));
        }),
        Obstacle::TooFar { .. } => demand.max_km = None,
        Obstacle::PaymentTooLate { .. } => demand.payment_days = 0,
        Obstacle::PairResting => market.resting.clear(),
        Obstacle::PriceGap { .. } => demand.bid = 100_000,
        Obstacle::WeeklyCapacity => {
            market.offers.iter_mut().for_each(|offer| (offer.promised, offer.kg_per_week) = (Vec::new(), offer.kg));
        }
        _ => panic!("{obstacle:?} does not keep a pair from fitting"),
    }
}

fn all(reason: &Reason) -> impl Iterator<Item = &Obstacle> {
    reason.also.iter().chain([&reason.obstacle])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn lifting_the_obstacle_makes_a_fit_pair(mut market in random_market(10, 10, 40, Rules::LotsAndLimits)) {
        // A paper that does not last through the weeks that are lifted takes its premium with it, and then the price may stand in the way.
        let lasts = |row: &Premium| !matches!(row.attribute, Attribute::Certificates(_));
        market.demands.iter_mut().for_each(|demand| demand.premiums.retain(lasts));
        let plan = solve(&market);
        for row in &plan.unsold {
            let at = market.offers.iter().position(|offer| offer.id == row.offer).unwrap();
            if row.reason.obstacle == Obstacle::NoCounterparty {
                let product = market.offers[at].product;
                prop_assert!(market.demands.iter().all(|demand| demand.product != product || demand.lines.is_empty()));
            } else if !offer_fits(&market, at) {
                let mut lifted = market.clone();
                all(&row.reason).for_each(|obstacle| lift_for_offer(&mut lifted, at, obstacle));
                prop_assert!(offer_fits(&lifted, at), "offer {}: {:?}", row.offer, row.reason);
            }
        }
        for row in &plan.unserved {
            let at = market.demands.iter().position(|demand| demand.id == row.demand).unwrap();
            if row.reason.obstacle == Obstacle::NoCounterparty {
                prop_assert!(market.offers.iter().all(|offer| offer.product != market.demands[at].product));
            } else if !line_fits(&market, at, row.week) {
                let mut lifted = market.clone();
                all(&row.reason).for_each(|obstacle| lift_for_line(&mut lifted, at, row.week, obstacle));
                prop_assert!(line_fits(&lifted, at, row.week), "demand {}: {:?}", row.demand, row.reason);
            }
        }
    }
}

/// The reason of the only offer, or of the one beside others that all sell.
fn reason_of(market: &Market, offer: u128) -> Reason {
    let plan = solve(market);
    assert_eq!(matching::check::verify(market, &plan), Ok(()));
    plan.unsold.iter().find(|row| row.offer == offer).unwrap().reason.clone()
}

#[test]
fn every_obstacle_has_its_case() {
    let pair = |change: &dyn Fn(&mut Market)| {
        let mut market = market(vec![offer(1, 9000)], vec![demand(1, 12_000)]);
        change(&mut market);
        reason_of(&market, 1)
    };
    let lone = |obstacle| Reason { obstacle, also: Vec::new(), scope: Crowd::Few };
    assert_eq!(pair(&|m| m.demands.clear()), Reason { scope: Crowd::None, ..lone(Obstacle::NoCounterparty) });
    assert_eq!(pair(&|m| m.demands[0].varieties = Varieties::Only(vec![2])), lone(Obstacle::VarietyNotAccepted));
    assert_eq!(pair(&|m| m.demands[0].org = m.offers[0].org), lone(Obstacle::OwnOrganisation));
    assert_eq!(pair(&|m| m.demands[0].min_grade = 3), lone(Obstacle::GradeBelow { need: 3 }));
    assert_eq!(pair(&|m| m.demands[0].certs = 5), lone(Obstacle::CertificateMissing { kinds: 5 }));
    assert_eq!(pair(&|m| m.demands[0].lines = vec![line(9, 50)]), lone(Obstacle::WindowsDoNotMeet));
    assert_eq!(pair(&|m| (m.demands[0].max_km, m.offers[0].lat_e6) = (Some(20), 20_600_000)), lone(Obstacle::TooFar { max_km: 20 }));
    assert_eq!(pair(&|m| m.demands[0].payment_days = 45), lone(Obstacle::PaymentTooLate { days: 45 }));
    assert_eq!(pair(&|m| m.resting = vec![Pair { offer: 1, demand: 1 }]), lone(Obstacle::PairResting));
    assert_eq!(pair(&|m| m.offers[0].promised = vec![WeekKg { week: line(0, 1).week, kg: 100 }]), lone(Obstacle::WeeklyCapacity));
    assert_eq!(pair(&|m| m.offers[0].kg_per_week = 40), lone(Obstacle::WeeklyCapacity));
    assert_eq!(pair(&|m| m.offers[0].ask = 13_000), lone(Obstacle::PriceGap { by: None }));
    assert_eq!(pair(&|m| m.demands[0].lines[0].kg = 30), lone(Obstacle::Outbid { by: None }));
    assert_eq!(
        pair(&|m| (m.demands[0].certs, m.demands[0].min_grade) = (1, 3)),
        Reason { also: vec![Obstacle::GradeBelow { need: 3 }], ..lone(Obstacle::CertificateMissing { kinds: 1 }) }
    );
}

#[test]
fn a_price_is_told_in_steps_and_only_among_three() {
    let buyers = |count: u128| market(vec![offer(1, 13_000)], (1..=count).map(|id| demand(id, 12_000)).collect());
    assert_eq!(reason_of(&buyers(2), 1).obstacle, Obstacle::PriceGap { by: None });
    // 13,000 + 300 − 12,000 = 1,300, in steps of 2 % of 10,000.
    let told = reason_of(&buyers(3), 1);
    assert_eq!((told.obstacle, told.scope), (Obstacle::PriceGap { by: Some(1400) }, Crowd::ThreeToFive));
    let mut bare = buyers(3);
    bare.references.clear();
    assert_eq!(reason_of(&bare, 1).obstacle, Obstacle::PriceGap { by: None });
    let mut one = buyers(3);
    one.demands.iter_mut().for_each(|demand| demand.org = 5);
    assert_eq!(reason_of(&one, 1).obstacle, Obstacle::PriceGap { by: None });
}
