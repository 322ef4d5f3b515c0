//! A good plan, bent in every way: each is refused under its own name.

use std::mem::discriminant;

use matching::check::{Violation, verify};
use matching::market::{Market, Mix, WeekKg};
use matching::plan::{Band, Plan};
use matching::reason::{Crowd, Obstacle, Reason, TradeKind};
use matching::solve;

use crate::support::{demand, line, market, offer};

type Bend = Box<dyn Fn(&mut Plan)>;

/// A crowded group, a lone pair (other product), a lot too large, a full week, supplier limits and posts that fit nobody.
fn good() -> (Market, Plan) {
    let mut offers: Vec<_> = (1..=8).map(|id| offer(id, 8000 + 37 * i64::try_from(id).unwrap())).collect();
    (offers[1].kg_per_week, offers[1].to) = (70, offers[1].from + 13);
    (offers[2].kg, offers[2].kg_per_week, offers[2].min_lot) = (300, 300, 250);
    offers[4].grade = 0;
    offers[5].product = 1;
    let mut demands: Vec<_> = (1..=5).map(|id| demand(id, 11_000 + 53 * i64::try_from(id).unwrap())).collect();
    demands[0].lines = vec![line(0, 60), line(1, 60)];
    demands[1].max_suppliers = 1;
    demands[3].certs = 4;
    demands[4].product = 1;
    let market = market(offers, demands);
    let plan = solve(&market);
    assert_eq!(verify(&market, &plan), Ok(()));
    (market, plan)
}

#[test]
fn every_mutation_is_refused_by_name() {
    let (market, good) = good();
    let ids = |at: usize| (good.trades[at].offer, good.trades[at].demand);
    let (offer, demand) = ids(0);
    let week = good.trades[0].weeks[0].week;
    let crowded = good.trades.iter().position(|trade| trade.fair.is_some()).unwrap();
    let lone = good.trades.iter().position(|trade| trade.fair.is_none()).unwrap();
    let with_weeks = good.offer_prices.iter().position(|row| row.total.settled > 0).unwrap();
    let mutations: Vec<(Violation, Bend)> = vec![
        (Violation::NotSorted("trades"), Box::new(|plan| plan.trades.swap(0, 1))),
        (Violation::NotSorted("trades"), Box::new(|plan| plan.trades.insert(0, plan.trades[0].clone()))),
        (Violation::NotSorted("unsold"), Box::new(|plan| plan.unsold.reverse())),
        (Violation::UnknownOffer(0), Box::new(|plan| plan.trades[0].offer = 0)),
        (Violation::UnknownDemand(0), Box::new(|plan| plan.trades[0].demand = 0)),
        (Violation::NoKg(offer, demand), Box::new(|plan| plan.trades[0].weeks.clear())),
        (Violation::NoKg(offer, demand), Box::new(|plan| plan.trades[0].weeks[0].kg = -5)),
        (Violation::KgSum(offer, demand), Box::new(|plan| plan.trades[0].kg += 1)),
        (Violation::NotFit(offer, demand, week + 700), Box::new(move |plan| plan.trades[0].weeks.last_mut().unwrap().week += 700)),
        (Violation::OverLine(demand, week), Box::new(|plan| add(plan, 0, 1_000_000))),
        (Violation::OverLine(demand, week), Box::new(|plan| add(plan, 0, i64::MAX - 10_000))),
        (Violation::Freight(offer, demand), Box::new(|plan| plan.trades[0].freight -= 1)),
        (Violation::Freight(offer, demand), Box::new(|plan| plan.trades[0].road_km += 1)),
        (Violation::PriceOutside(offer, demand), Box::new(|plan| plan.trades[0].price = 1)),
        (Violation::PriceOutside(offer, demand), Box::new(|plan| plan.trades[0].price = 90_000)),
        (Violation::PriceNotSettled(offer, demand), Box::new(|plan| plan.trades[0].price += 1)),
        (Violation::Interval(offer, demand), Box::new(|plan| plan.trades[0].interval.low -= 1)),
        (Violation::FairRange(ids(crowded).0, ids(crowded).1), Box::new(move |plan| plan.trades[crowded].fair = None)),
        (
            Violation::FairRange(ids(crowded).0, ids(crowded).1),
            Box::new(move |plan| plan.trades[crowded].fair = Some(plan.trades[crowded].interval)),
        ),
        (
            Violation::FairRange(ids(lone).0, ids(lone).1),
            Box::new(move |plan| plan.trades[lone].fair = Some(Band { low: 8000, high: 12_000 })),
        ),
        (Violation::TradeReason(offer, demand), Box::new(|plan| plan.trades[0].reason.kind = TradeKind::OnlyFit)),
        (Violation::TradeReason(offer, demand), Box::new(|plan| plan.trades[0].reason.buyers = Crowd::OverTen)),
        (Violation::TradeGroup(offer, demand), Box::new(move |plan| plan.trades[0].group = plan.trades[lone].group)),
        (Violation::Value { found: good.value + 1, counted: good.value }, Box::new(|plan| plan.value += 1)),
        (Violation::BoundBelowValue, Box::new(|plan| plan.bound = plan.value - 1)),
        (Violation::BoundNotProved { bound: good.bound + 1, proved: good.bound }, Box::new(|plan| plan.bound += 1)),
        (Violation::LimitsNotProved { bound: 0, proved: 0 }, Box::new(|plan| plan.limits.as_mut().unwrap().bound -= 1)),
        (Violation::LimitsNotProved { bound: 0, proved: 0 }, Box::new(|plan| plan.limits.as_mut().unwrap().offers[0].total += 1)),
        (Violation::LimitsNotProved { bound: 0, proved: 0 }, Box::new(|plan| plan.limits.as_mut().unwrap().demands.clear())),
        (Violation::NotSorted("offers of the limits"), Box::new(|plan| plan.limits.as_mut().unwrap().offers.reverse())),
        (Violation::NegativeRent(offer), Box::new(|plan| plan.offer_prices[0].total.settled = -1)),
        (Violation::BlockingPair(0, 0, 0), Box::new(move |plan| plan.offer_prices[with_weeks].total.settled -= 1)),
        (Violation::BlockingPair(0, 0, 0), Box::new(move |plan| plan.offer_prices[with_weeks].total.buyer_best -= 1)),
        (Violation::BlockingPair(0, 0, 0), Box::new(|plan| plan.demand_prices.clear())),
        (Violation::BoundNotProved { bound: 0, proved: 0 }, Box::new(move |plan| plan.offer_prices[with_weeks].total.seller_best += 1)),
        (Violation::UnknownOffer(0), Box::new(|plan| plan.offer_prices[0].offer = 0)),
        (Violation::NotMixed(0), Box::new(settle_at_an_end)),
        (Violation::EndsCrossed(0), Box::new(swap_ends)),
        (Violation::Group(0), Box::new(|plan| plan.groups[0].suppliers += 1)),
        (Violation::Group(0), Box::new(|plan| plan.groups.clear())),
        (Violation::GroupMix(0), Box::new(|plan| plan.groups[0].mix = Mix { numerator: 1, denominator: 1 })),
        (Violation::GroupMix(1), Box::new(|plan| plan.groups[1].mix = Mix { numerator: 999_999, denominator: 1_000_000 })),
        (Violation::Unsold(good.unsold[0].offer), Box::new(|plan| drop(plan.unsold.remove(0)))),
        (Violation::Unsold(good.unsold[0].offer), Box::new(|plan| plan.unsold[0].kg += 1)),
        (Violation::Unserved(good.unserved[0].demand, good.unserved[0].week), Box::new(|plan| drop(plan.unserved.remove(0)))),
        (Violation::Reason(good.unsold[0].offer), Box::new(|plan| plan.unsold[0].reason = untrue())),
        (Violation::Reason(good.unserved[0].demand), Box::new(|plan| plan.unserved[0].reason.scope = Crowd::None)),
        (Violation::ReasonTellsTooMuch(0), Box::new(tell_the_price)),
    ];
    for (index, (expected, mutate)) in mutations.iter().enumerate() {
        let mut plan = good.clone();
        mutate(&mut plan);
        assert_ne!(plan, good, "mutation {index} changes something");
        let found = verify(&market, &plan).expect_err("a bent plan is refused");
        assert_eq!(discriminant(&found), discriminant(expected), "mutation {index}: {found}, not {expected}");
    }
}

/// More kg, told consistently within the trade.
fn add(plan: &mut Plan, at: usize, kg: i64) {
    plan.trades[at].weeks[0].kg += kg;
    plan.trades[at].kg += kg;
}

fn settle_at_an_end(plan: &mut Plan) {
    for row in &mut plan.offer_prices {
        row.total.settled = row.total.seller_best;
        row.weeks.iter_mut().for_each(|week| week.rent.settled = week.rent.seller_best);
    }
    for row in &mut plan.demand_prices {
        row.weeks.iter_mut().for_each(|week| week.rent.settled = week.rent.seller_best);
    }
}

fn swap_ends(plan: &mut Plan) {
    for row in &mut plan.offer_prices {
        std::mem::swap(&mut row.total.buyer_best, &mut row.total.seller_best);
        row.weeks.iter_mut().for_each(|week| std::mem::swap(&mut week.rent.buyer_best, &mut week.rent.seller_best));
    }
    for row in &mut plan.demand_prices {
        row.weeks.iter_mut().for_each(|week| std::mem::swap(&mut week.rent.buyer_best, &mut week.rent.seller_best));
    }
}

fn untrue() -> Reason {
    Reason { obstacle: Obstacle::NoCounterparty, also: Vec::new(), scope: Crowd::None }
}

fn tell_the_price(plan: &mut Plan) {
    let outbid = plan.unserved.iter_mut().map(|row| &mut row.reason).chain(plan.unsold.iter_mut().map(|row| &mut row.reason));
    let mut all = outbid.filter(|reason| matches!(reason.obstacle, Obstacle::Outbid { .. }));
    all.next().expect("somebody is outbid").obstacle = Obstacle::Outbid { by: Some(1) };
}

#[test]
fn limits_of_offers_and_lots_are_refused_by_name() {
    // One offer, two buyers: kg move from one to the other beyond what the offer has.
    let mut seller = offer(1, 8000);
    (seller.kg, seller.kg_per_week) = (150, 80);
    let mut buyer = demand(1, 11_000);
    buyer.lines = vec![line(0, 100), line(1, 100)];
    let small = market(vec![seller.clone()], vec![buyer.clone()]);
    let plan = solve(&small);
    assert_eq!(verify(&small, &plan), Ok(()));
    let with = |weeks: [i64; 2]| {
        let mut plan = plan.clone();
        plan.trades[0].weeks = [0, 1].map(|at| WeekKg { week: line(at, 1).week, kg: weeks[usize::try_from(at).unwrap()] }).to_vec();
        plan.trades[0].kg = weeks.iter().sum();
        plan
    };
    assert_eq!(verify(&small, &with([81, 60])), Err(Violation::OverWeek(1, line(0, 1).week)));
    assert_eq!(verify(&small, &with([80, 80])), Err(Violation::OverSupply(1)));
    let mut lots = small.clone();
    lots.offers[0].min_lot = 151;
    assert_eq!(verify(&lots, &plan), Err(Violation::UnderLot(1, 1)));
    let mut places = small.clone();
    (places.demands[0].max_suppliers, places.demands[0].suppliers) = (1, vec![77]);
    assert_eq!(verify(&places, &plan), Err(Violation::OverSuppliers(1)));
    let mut broken = small;
    broken.offers[0].kg = 0;
    assert!(matches!(verify(&broken, &plan), Err(Violation::Market(_))));
}
