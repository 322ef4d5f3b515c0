//! The certificate: at each of the three prices no pair could do better, and together they prove the bound.

use std::collections::BTreeMap;

use super::Violation;
use super::facts::{Facts, limit};
use crate::plan::{Ends, Plan, WeekPrice};

/// Which of the three prices.
type Which = fn(&Ends) -> i64;
pub(super) const BUYER_BEST: Which = |ends| ends.buyer_best;
pub(super) const SETTLED: Which = |ends| ends.settled;
pub(super) const SELLER_BEST: Which = |ends| ends.seller_best;

/// The plan's rents by id; what is not listed is 0.
pub(super) struct Rents {
    offers: BTreeMap<u128, Ends>,
    weeks: BTreeMap<(u128, i32), Ends>,
    lines: BTreeMap<(u128, i32), Ends>,
}

impl Rents {
    pub(super) fn offer(&self, offer: u128) -> Ends {
        self.offers.get(&offer).copied().unwrap_or_default()
    }

    pub(super) fn week(&self, offer: u128, week: i32) -> Ends {
        self.weeks.get(&(offer, week)).copied().unwrap_or_default()
    }

    pub(super) fn line(&self, demand: u128, week: i32) -> Ends {
        self.lines.get(&(demand, week)).copied().unwrap_or_default()
    }

    /// Of one kg of the offer in a week, all told.
    pub(super) fn in_week(&self, offer: u128, week: i32, which: Which) -> i64 {
        which(&self.offer(offer)) + which(&self.week(offer, week))
    }
}

pub(super) fn check(facts: &Facts, plan: &Plan) -> Result<Rents, Violation> {
    let rents = read(facts, plan)?;
    let all = rents.offers.iter().map(|(id, ends)| (*id, *ends));
    let all = all.chain(rents.weeks.iter().chain(&rents.lines).map(|((id, _), ends)| (*id, *ends)));
    for (id, ends) in all {
        if ends.buyer_best < 0 || ends.settled < 0 || ends.seller_best < 0 {
            return Err(Violation::NegativeRent(id));
        }
    }
    for which in [SETTLED, BUYER_BEST, SELLER_BEST] {
        for pair in facts.pairs.values() {
            for line in &pair.lines {
                let rent = rents.in_week(pair.offer.id, line.week, which) + which(&rents.line(pair.demand.id, line.week));
                if rent < pair.gain {
                    return Err(Violation::BlockingPair(pair.offer.id, pair.demand.id, line.week));
                }
            }
        }
        let times = |rent: i64, kg: i64| i128::from(rent) * i128::from(kg);
        let offers: i128 = rents.offers.iter().map(|(id, ends)| times(which(ends), facts.offers[id].kg)).sum();
        let weeks: i128 = rents.weeks.iter().map(|((id, week), ends)| times(which(ends), limit(facts.offers[id], *week))).sum();
        let kg = |id: u128, week: i32| facts.demands[&id].lines.iter().filter(|line| line.week == week).map(|line| line.kg).sum();
        let lines: i128 = rents.lines.iter().map(|((id, week), ends)| times(which(ends), kg(*id, *week))).sum();
        let proved = offers + weeks + lines;
        if proved != plan.bound {
            return Err(Violation::BoundNotProved { bound: plan.bound, proved });
        }
    }
    crossed(&rents)?;
    Ok(rents)
}

fn read(facts: &Facts, plan: &Plan) -> Result<Rents, Violation> {
    let mut rents = Rents { offers: BTreeMap::new(), weeks: BTreeMap::new(), lines: BTreeMap::new() };
    for row in &plan.offer_prices {
        if !facts.offers.contains_key(&row.offer) {
            return Err(Violation::UnknownOffer(row.offer));
        }
        rents.offers.insert(row.offer, row.total);
        rents.weeks.extend(by_week(row.offer, &row.weeks)?);
    }
    for row in &plan.demand_prices {
        if !facts.demands.contains_key(&row.demand) {
            return Err(Violation::UnknownDemand(row.demand));
        }
        rents.lines.extend(by_week(row.demand, &row.weeks)?);
    }
    Ok(rents)
}

fn by_week(id: u128, rows: &[WeekPrice]) -> Result<impl Iterator<Item = ((u128, i32), Ends)> + '_, Violation> {
    super::sorted("weeks of a price", rows.iter().map(|row| row.week))?;
    Ok(rows.iter().map(move |row| ((id, row.week), row.rent)))
}

/// A seller earns least at the buyers' best end, a buyer at the sellers'.
fn crossed(rents: &Rents) -> Result<(), Violation> {
    for (&offer, ends) in &rents.offers {
        if !(ends.buyer_best <= ends.settled && ends.settled <= ends.seller_best) {
            return Err(Violation::EndsCrossed(offer));
        }
    }
    for &(offer, week) in rents.weeks.keys() {
        let at = |which| rents.in_week(offer, week, which);
        if !(at(BUYER_BEST) <= at(SETTLED) && at(SETTLED) <= at(SELLER_BEST)) {
            return Err(Violation::EndsCrossed(offer));
        }
    }
    for (&(demand, _), ends) in &rents.lines {
        if !(ends.seller_best <= ends.settled && ends.settled <= ends.buyer_best) {
            return Err(Violation::EndsCrossed(demand));
        }
    }
    Ok(())
}
