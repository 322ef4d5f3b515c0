//! Trades: fit, within every limit, at a price inside the reserves, and worth what the plan says.

use std::collections::{BTreeMap, BTreeSet};

use super::Violation;
use super::facts::{Facts, Fit, limit, off};
use crate::plan::{Plan, Trade};

/// Kg that the trades leave.
pub(super) struct Left {
    pub(super) offers: BTreeMap<u128, i64>,
    pub(super) weeks: BTreeMap<(u128, i32), i64>,
    pub(super) lines: BTreeMap<(u128, i32), i64>,
    /// Organisations that use a demand's places.
    pub(super) suppliers: BTreeMap<u128, BTreeSet<u128>>,
    pub(super) contracts: BTreeSet<(u128, u128)>,
    /// By demand and organisation, where the demand takes so much of one only.
    pub(super) shares: BTreeMap<(u128, u128), i64>,
}

pub(super) fn check(facts: &Facts, plan: &Plan) -> Result<Left, Violation> {
    let mut left = Left {
        offers: facts.offers.values().map(|offer| (offer.id, offer.kg)).collect(),
        weeks: BTreeMap::new(),
        lines: BTreeMap::new(),
        suppliers: facts.demands.values().map(|demand| (demand.id, demand.suppliers.iter().copied().collect())).collect(),
        contracts: BTreeSet::new(),
        shares: shares(facts),
    };
    for demand in facts.demands.values() {
        left.lines.extend(demand.lines.iter().map(|line| ((demand.id, line.week), line.kg)));
    }
    for pair in facts.pairs.values() {
        for line in &pair.lines {
            left.weeks.entry((pair.offer.id, line.week)).or_insert_with(|| limit(pair.offer, line.week));
        }
    }
    let mut counted = 0;
    for trade in &plan.trades {
        counted += count(facts, trade, &mut left)?;
    }
    for (&demand, suppliers) in &left.suppliers {
        let limit = usize::try_from(facts.demands[&demand].max_suppliers).unwrap_or(usize::MAX);
        let before: BTreeSet<&u128> = facts.demands[&demand].suppliers.iter().collect();
        if limit > 0 && suppliers.len() > limit.max(before.len()) {
            return Err(Violation::OverSuppliers(demand));
        }
    }
    if counted != plan.value {
        return Err(Violation::Value { found: plan.value, counted });
    }
    if plan.bound < plan.value { Err(Violation::BoundBelowValue) } else { Ok(left) }
}

/// Subtracts a trade; gives what it gains.
fn count(facts: &Facts, trade: &Trade, left: &mut Left) -> Result<i128, Violation> {
    let ids = (trade.offer, trade.demand);
    let offer = facts.offers.get(&ids.0).ok_or(Violation::UnknownOffer(ids.0))?;
    facts.demands.get(&ids.1).ok_or(Violation::UnknownDemand(ids.1))?;
    if trade.weeks.is_empty() || trade.weeks.iter().any(|row| row.kg <= 0) {
        return Err(Violation::NoKg(ids.0, ids.1));
    }
    super::sorted("weeks of a trade", trade.weeks.iter().map(|row| row.week))?;
    if i128::from(trade.kg) != trade.weeks.iter().map(|row| i128::from(row.kg)).sum::<i128>() {
        return Err(Violation::KgSum(ids.0, ids.1));
    }
    let fit = facts.pairs.get(&ids);
    for row in &trade.weeks {
        if !fit.is_some_and(|fit| fit.lines.iter().any(|line| line.week == row.week)) {
            return Err(Violation::NotFit(ids.0, ids.1, row.week));
        }
        take(&mut left.lines, &(ids.1, row.week), row.kg).ok_or(Violation::OverLine(ids.1, row.week))?;
        take(&mut left.weeks, &(ids.0, row.week), row.kg).ok_or(Violation::OverWeek(ids.0, row.week))?;
        take(&mut left.offers, &ids.0, row.kg).ok_or(Violation::OverSupply(ids.0))?;
    }
    if let Some(share) = left.shares.get_mut(&(ids.1, offer.org)) {
        *share -= trade.kg;
        if *share < 0 {
            return Err(Violation::OverShare(ids.1, offer.org));
        }
    }
    let fit = &facts.pairs[&ids];
    if trade.kg < fit.lot() {
        return Err(Violation::UnderLot(ids.0, ids.1));
    }
    if trade.freight != fit.way.freight || trade.road_km != fit.way.whole_km {
        return Err(Violation::Freight(ids.0, ids.1));
    }
    if trade.premiums != fit.premiums {
        return Err(Violation::Premiums(ids.0, ids.1));
    }
    if trade.discount != off(offer, trade.kg) {
        return Err(Violation::Discount(ids.0, ids.1));
    }
    if trade.price < offer.ask - trade.discount || trade.price > fit.bid() - fit.way.freight {
        return Err(Violation::PriceOutside(ids.0, ids.1));
    }
    left.suppliers.entry(ids.1).or_default().insert(offer.org);
    left.contracts.insert(ids);
    Ok(i128::from(fit.gain) * i128::from(trade.kg))
}

fn shares(facts: &Facts) -> BTreeMap<(u128, u128), i64> {
    let mut shares = BTreeMap::new();
    for Fit { offer, demand, .. } in facts.pairs.values() {
        if let Some(most) = demand.most_per_supplier {
            let before = demand.supplied.iter().find(|row| row.org == offer.org).map_or(0, |row| row.kg);
            shares.insert((demand.id, offer.org), (most - before).max(0));
        }
    }
    shares
}

fn take<K: Ord>(stock: &mut BTreeMap<K, i64>, key: &K, kg: i64) -> Option<()> {
    let left = stock.get_mut(key)?;
    *left = left.checked_sub(kg)?;
    (*left >= 0).then_some(())
}
