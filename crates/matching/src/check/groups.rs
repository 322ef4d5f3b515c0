//! Connected groups, how their prices were settled, and what each trade shows of it.

use std::collections::{BTreeMap, BTreeSet};

use super::Violation;
use super::facts::{Facts, Fit};
use super::prices::{BUYER_BEST, Rents, SELLER_BEST, SETTLED};
use crate::market::Mix;
use crate::plan::{Band, Ends, Group, Plan, Trade};
use crate::reason::{Crowd, TradeKind, TradeReason};

/// The steps of a leaning mix.
const GRID: i128 = 1_000_000;

pub(super) fn check(facts: &Facts, plan: &Plan, rents: &Rents) -> Result<(), Violation> {
    let groups = Groups::new(facts);
    if groups.list.len() != plan.groups.len() {
        return Err(Violation::Group(groups.list.len().min(plan.groups.len())));
    }
    for (index, (mine, found)) in groups.list.iter().zip(&plan.groups).enumerate() {
        let same = (mine.product, mine.sellers.len(), mine.buyers.len());
        if same != (found.product, wide(found.suppliers), wide(found.buyers)) {
            return Err(Violation::Group(index));
        }
        let trades = plan.trades.iter().filter(|trade| wide(trade.group) == index);
        if !mix_allowed(facts, found, trades) {
            return Err(Violation::GroupMix(index));
        }
    }
    mixed(facts, plan, rents, &groups)?;
    for trade in &plan.trades {
        check_trade(facts, plan, rents, &groups, trade)?;
    }
    Ok(())
}

fn wide(value: u32) -> usize {
    usize::try_from(value).unwrap_or(usize::MAX)
}

struct Members {
    product: u32,
    sellers: BTreeSet<u128>,
    buyers: BTreeSet<u128>,
}

struct Groups {
    list: Vec<Members>,
    of_offer: BTreeMap<u128, usize>,
    of_demand: BTreeMap<u128, usize>,
}

impl Groups {
    /// Floods the fit pairs, oldest offer of each product first.
    fn new(facts: &Facts) -> Self {
        let mut groups = Self { list: Vec::new(), of_offer: BTreeMap::new(), of_demand: BTreeMap::new() };
        let mut offers: Vec<u128> = facts.offers.keys().copied().collect();
        offers.sort_by_key(|id| (facts.offers[id].product, facts.offers[id].posted_at, *id));
        for start in offers {
            let index = groups.list.len();
            let mut members = Members { product: facts.offers[&start].product, sellers: BTreeSet::new(), buyers: BTreeSet::new() };
            let mut open = vec![start];
            while let Some(offer) = open.pop() {
                if groups.of_offer.contains_key(&offer) || facts.fits_of_offer(offer).next().is_none() {
                    continue;
                }
                groups.of_offer.insert(offer, index);
                members.sellers.insert(facts.offers[&offer].org);
                for Fit { demand, .. } in facts.fits_of_offer(offer) {
                    if groups.of_demand.insert(demand.id, index).is_none() {
                        members.buyers.insert(demand.org);
                        open.extend(facts.fits_of_demand(demand.id).map(|fit| fit.offer.id));
                    }
                }
            }
            if !members.sellers.is_empty() {
                groups.list.push(members);
            }
        }
        groups
    }
}

fn crowded(group: &Group) -> bool {
    group.suppliers >= 3 && group.buyers >= 3
}

/// The market's mix where both sides are many; else the one nearest to the reference prices.
fn mix_allowed<'a>(facts: &Facts, group: &Group, trades: impl Iterator<Item = &'a Trade>) -> bool {
    if crowded(group) {
        return group.mix == facts.market.mix;
    }
    let mix = group.mix;
    if mix.denominator < 1 || !(0..=mix.denominator).contains(&mix.numerator) {
        return false;
    }
    let rows: Vec<(Band, i64, i64)> =
        trades.filter_map(|trade| Some((trade.interval, facts.reference(facts.offers.get(&trade.offer)?)?, trade.kg))).collect();
    let miss = |step: i128| -> i128 {
        // Half a ₫ above the reference price, because prices are rounded down.
        let over =
            |band: &Band, reference: i64| i128::from(band.low - reference) * GRID + i128::from(band.high - band.low) * step - GRID / 2;
        rows.iter().map(|(band, reference, kg)| over(band, *reference).abs() * i128::from(*kg)).sum()
    };
    // The miss is convex: no worse than both neighbours is nearest of all.
    let scaled = i128::from(mix.numerator) * GRID;
    let denominator = i128::from(mix.denominator);
    let (down, up) = (scaled.div_euclid(denominator), (scaled + denominator - 1).div_euclid(denominator));
    let nearest = miss(down) == miss(up) && (down == 0 || miss(down - 1) >= miss(down)) && (up == GRID || miss(up + 1) >= miss(up));
    if mix == facts.market.mix || !nearest {
        return nearest;
    }
    // Among mixes as near, the one next to the market's own.
    let own = i128::from(facts.market.mix.numerator) * GRID;
    let toward = if own < down * i128::from(facts.market.mix.denominator) { down - 1 } else { up + 1 };
    down == up && (!(0..=GRID).contains(&toward) || miss(toward) > miss(down))
}

/// Every settled price is the mix of its ends, rounded down for sellers and up for buyers.
fn mixed(facts: &Facts, plan: &Plan, rents: &Rents, groups: &Groups) -> Result<(), Violation> {
    let mix = |group: usize| plan.groups[group].mix;
    for pair in facts.pairs.values() {
        let (offer, demand) = (pair.offer.id, pair.demand.id);
        let mix = mix(groups.of_offer[&offer]);
        let total = rents.offer(offer);
        if total.settled != between(total.buyer_best, total.seller_best, mix) {
            return Err(Violation::NotMixed(offer));
        }
        for line in &pair.lines {
            let at = |which| rents.in_week(offer, line.week, which);
            if at(SETTLED) != between(at(BUYER_BEST), at(SELLER_BEST), mix) {
                return Err(Violation::NotMixed(offer));
            }
            let Ends { buyer_best, settled, seller_best } = rents.line(demand, line.week);
            if settled != -between(-buyer_best, -seller_best, mix) {
                return Err(Violation::NotMixed(demand));
            }
        }
    }
    Ok(())
}

fn between(from: i64, to: i64, mix: Mix) -> i64 {
    let part = (i128::from(to - from) * i128::from(mix.numerator)).div_euclid(i128::from(mix.denominator));
    from + i64::try_from(part).unwrap_or(i64::MAX / 4)
}

fn check_trade(facts: &Facts, plan: &Plan, rents: &Rents, groups: &Groups, trade: &Trade) -> Result<(), Violation> {
    let ids = (trade.offer, trade.demand);
    let fit = &facts.pairs[&ids];
    if groups.of_offer[&ids.0] != wide(trade.group) || groups.of_demand[&ids.1] != wide(trade.group) {
        return Err(Violation::TradeGroup(ids.0, ids.1));
    }
    let mean = |which| {
        let rent = |week: i32| i128::from(rents.in_week(ids.0, week, which));
        let sum: i128 = trade.weeks.iter().map(|row| rent(row.week) * i128::from(row.kg)).sum();
        (sum.div_euclid(trade.kg.into()), sum.rem_euclid(trade.kg.into()))
    };
    let clamp = |rent: i128| fit.offer.ask - trade.discount + i64::try_from(rent.min(fit.gain.into())).unwrap_or(i64::MAX / 4);
    let (floor, rest) = mean(SETTLED);
    if trade.price != clamp(floor + i128::from(2 * rest >= trade.kg.into())) {
        return Err(Violation::PriceNotSettled(ids.0, ids.1));
    }
    let ((low, _), (high, rest)) = (mean(BUYER_BEST), mean(SELLER_BEST));
    if trade.interval != (Band { low: clamp(low), high: clamp(high + i128::from(rest > 0)) }) {
        return Err(Violation::Interval(ids.0, ids.1));
    }
    let shown = facts.reference(fit.offer).filter(|_| crowded(&plan.groups[wide(trade.group)])).map(|reference| {
        let step = (reference / 50).max(1);
        let Band { low, high } = trade.interval;
        Band { low: low - low % step, high: if high % step == 0 { high } else { high - high % step + step } }
    });
    if trade.fair != shown {
        return Err(Violation::FairRange(ids.0, ids.1));
    }
    if trade.reason == why(facts, fit) { Ok(()) } else { Err(Violation::TradeReason(ids.0, ids.1)) }
}

fn why(facts: &Facts, fit: &Fit) -> TradeReason {
    let of_offer: Vec<&Fit> = facts.fits_of_offer(fit.offer.id).collect();
    let of_demand: Vec<&Fit> = facts.fits_of_demand(fit.demand.id).collect();
    // What the buyer pays more for makes the goods as much cheaper in its eyes.
    let delivered = |fit: &Fit| fit.ask + fit.way.freight + fit.demand.bid - fit.bid();
    let net = |fit: &Fit| fit.bid() - fit.way.freight;
    let kind = if of_offer.len() == 1 && of_demand.len() == 1 {
        TradeKind::OnlyFit
    } else if of_demand.iter().all(|other| delivered(other) >= delivered(fit)) {
        TradeKind::LowestDelivered
    } else if of_offer.iter().all(|other| net(other) <= net(fit)) {
        TradeKind::HighestNet
    } else {
        TradeKind::BestTogether
    };
    let suppliers: BTreeSet<u128> = of_demand.iter().map(|other| other.offer.org).collect();
    let buyers: BTreeSet<u128> = of_offer.iter().map(|other| other.demand.org).collect();
    TradeReason { kind, suppliers: Crowd::of(suppliers.len()), buyers: Crowd::of(buyers.len()) }
}
