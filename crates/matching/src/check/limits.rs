//! The bound that knows lots and limits, from its prices and the market alone (see [`Limits`]).

use std::collections::{BTreeMap, BTreeSet};

use super::Violation;
use super::facts::{Facts, Fit, limit};
use crate::plan::{Limits, Plan, WeekRent};

struct Prices {
    offers: BTreeMap<u128, i64>,
    weeks: BTreeMap<(u128, i32), i64>,
    lines: BTreeMap<(u128, i32), i64>,
}

pub(super) fn check(facts: &Facts, plan: &Plan) -> Result<(), Violation> {
    let Some(limits) = &plan.limits else { return Ok(()) };
    let prices = read(facts, limits)?;
    let proved = prices.worth(facts) + beyond(facts, &prices);
    if proved != limits.bound || limits.bound > plan.bound {
        return Err(Violation::LimitsNotProved { bound: limits.bound, proved });
    }
    if limits.bound < plan.value { Err(Violation::BoundBelowValue) } else { Ok(()) }
}

fn read(facts: &Facts, limits: &Limits) -> Result<Prices, Violation> {
    super::sorted("offers of the limits", limits.offers.iter().map(|row| row.offer))?;
    super::sorted("demands of the limits", limits.demands.iter().map(|row| row.demand))?;
    let mut prices = Prices { offers: BTreeMap::new(), weeks: BTreeMap::new(), lines: BTreeMap::new() };
    for row in &limits.offers {
        if !facts.offers.contains_key(&row.offer) {
            return Err(Violation::UnknownOffer(row.offer));
        }
        prices.offers.insert(row.offer, row.total);
        prices.weeks.extend(by_week(row.offer, &row.weeks)?);
    }
    for row in &limits.demands {
        if !facts.demands.contains_key(&row.demand) {
            return Err(Violation::UnknownDemand(row.demand));
        }
        prices.lines.extend(by_week(row.demand, &row.weeks)?);
    }
    let negative = prices.offers.iter().find(|(_, rent)| **rent < 0).map(|(id, _)| *id);
    let weekly = prices.weeks.iter().chain(&prices.lines).find(|(_, rent)| **rent < 0).map(|((id, _), _)| *id);
    negative.or(weekly).map_or(Ok(prices), |id| Err(Violation::NegativeRent(id)))
}

fn by_week(id: u128, rows: &[WeekRent]) -> Result<impl Iterator<Item = ((u128, i32), i64)> + '_, Violation> {
    super::sorted("weeks of the limits", rows.iter().map(|row| row.week))?;
    Ok(rows.iter().map(move |row| ((id, row.week), row.rent)))
}

impl Prices {
    /// What all that is there is worth at these prices.
    fn worth(&self, facts: &Facts) -> i128 {
        let times = |rent: i64, kg: i64| i128::from(rent) * i128::from(kg);
        let offers = self.offers.iter().map(|(id, rent)| times(*rent, facts.offers[id].kg));
        let weeks = self.weeks.iter().map(|((id, week), rent)| times(*rent, limit(facts.offers[id], *week)));
        let wanted = |id: u128, week: i32| facts.demands[&id].lines.iter().filter(|line| line.week == week).map(|line| line.kg).sum();
        let lines = self.lines.iter().map(|((id, week), rent)| times(*rent, wanted(*id, *week)));
        offers.chain(weeks).chain(lines).sum()
    }

    /// The most that one contract of the pair gains beyond the prices: the best weeks first, and on to the lot.
    fn contract(&self, fit: &Fit) -> i128 {
        let (offer, demand) = (fit.offer, fit.demand);
        let rent = |map: &BTreeMap<(u128, i32), i64>, id, week| map.get(&(id, week)).copied().unwrap_or(0);
        let total = self.offers.get(&offer.id).copied().unwrap_or(0);
        let beyond = |week| fit.gain - total - rent(&self.weeks, offer.id, week) - rent(&self.lines, demand.id, week);
        let mut weeks: Vec<(i64, i64)> = fit.lines.iter().map(|line| (beyond(line.week), limit(offer, line.week).min(line.kg))).collect();
        weeks.sort_unstable_by(|one, next| next.cmp(one));
        let supplied: i64 = demand.supplied.iter().filter(|row| row.org == offer.org).map(|row| row.kg).sum();
        let most = demand.most_per_supplier.map_or(offer.kg, |most| offer.kg.min((most - supplied).max(0)));
        let lot = fit.lot().max(1);
        let (mut taken, mut gains) = (0, 0);
        for (gain, kg) in weeks {
            let part = kg.min(if gain > 0 { most - taken } else { (lot - taken).min(most - taken) }).max(0);
            taken += part;
            gains += i128::from(gain) * i128::from(part);
        }
        if taken < lot { 0 } else { gains.max(0) }
    }
}

/// For every demand the most that it gains beyond the prices by itself.
fn beyond(facts: &Facts, prices: &Prices) -> i128 {
    let mut free = 0;
    // What each organisation could gain a demand that counts its suppliers.
    let mut counted: BTreeMap<u128, BTreeMap<u128, i128>> = BTreeMap::new();
    for fit in facts.pairs.values() {
        let gains = prices.contract(fit);
        if fit.demand.max_suppliers == 0 || fit.demand.suppliers.contains(&fit.offer.org) {
            free += gains;
        } else {
            *counted.entry(fit.demand.id).or_default().entry(fit.offer.org).or_default() += gains;
        }
    }
    let limited = counted.into_iter().map(|(id, organisations)| {
        let demand = facts.demands[&id];
        let known: BTreeSet<u128> = demand.suppliers.iter().copied().collect();
        let places = usize::try_from(demand.max_suppliers).unwrap_or(usize::MAX).saturating_sub(known.len());
        let mut gains: Vec<i128> = organisations.into_values().collect();
        gains.sort_unstable_by(|one, next| next.cmp(one));
        gains.iter().take(places).sum::<i128>()
    });
    free + limited.sum::<i128>()
}
