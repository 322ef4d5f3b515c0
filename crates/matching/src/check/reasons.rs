//! Every rest is listed with its kg and a reason that is true and tells no more than it may.

use std::collections::{BTreeMap, BTreeSet};

use super::Violation;
use super::facts::{Facts, Fit, Kinds, kind, missing, week_obstacles};
use super::trades::Left;
use crate::market::{Demand, Line, Offer};
use crate::plan::Plan;
use crate::reason::{Crowd, Obstacle, Reason};

pub(super) fn check(facts: &Facts, plan: &Plan, left: &Left) -> Result<(), Violation> {
    let unsold: BTreeMap<u128, i64> = plan.unsold.iter().map(|row| (row.offer, row.kg)).collect();
    for (&offer, &kg) in &left.offers {
        if unsold.get(&offer).copied().unwrap_or(0) != kg {
            return Err(Violation::Unsold(offer));
        }
    }
    let unserved: BTreeMap<(u128, i32), i64> = plan.unserved.iter().map(|row| ((row.demand, row.week), row.kg)).collect();
    for (&(demand, week), &kg) in &left.lines {
        if unserved.get(&(demand, week)).copied().unwrap_or(0) != kg {
            return Err(Violation::Unserved(demand, week));
        }
    }
    for row in &plan.unsold {
        let offer = facts.offers.get(&row.offer).filter(|_| row.kg > 0).ok_or(Violation::Unsold(row.offer))?;
        let fits: Vec<&Fit> = facts.fits_of_offer(offer.id).collect();
        let case = Case { id: offer.id, reason: &row.reason, reference: facts.reference(offer) };
        if fits.is_empty() {
            let others = facts.demands_of.get(&offer.product).into_iter().flatten();
            case.check_misses(
                &others
                    .filter_map(|demand| nearest_line(offer, demand).map(|line| Miss::new(facts, offer, demand, line, demand.org)))
                    .collect::<Vec<_>>(),
            )?;
        } else {
            let weeks = fits.iter().flat_map(|fit| fit.lines.iter().map(move |line| (*fit, *line)));
            case.check_rest(
                facts,
                left,
                &weeks.collect::<Vec<_>>(),
                |fit, line| left.lines[&(fit.demand.id, line.week)] > 0,
                |fit| fit.demand.org,
            )?;
        }
    }
    for row in &plan.unserved {
        let missing_row = Violation::Unserved(row.demand, row.week);
        let demand = facts.demands.get(&row.demand).filter(|_| row.kg > 0).ok_or(missing_row.clone())?;
        let line = demand.lines.iter().find(|line| line.week == row.week).ok_or(missing_row)?;
        let fits = facts.fits_of_demand(demand.id);
        let weeks: Vec<(&Fit, &Line)> =
            fits.filter(|fit| fit.lines.iter().any(|fit| fit.week == line.week)).map(|fit| (fit, line)).collect();
        let case = Case { id: demand.id, reason: &row.reason, reference: facts.demand_reference(demand) };
        if weeks.is_empty() {
            let others = facts.offers_of.get(&demand.product).into_iter().flatten();
            case.check_misses(&others.map(|offer| Miss::new(facts, offer, demand, line, offer.org)).collect::<Vec<_>>())?;
        } else {
            case.check_rest(facts, left, &weeks, |fit, _| left.offers[&fit.offer.id] > 0, |fit| fit.offer.org)?;
        }
    }
    Ok(())
}

/// What stands between a post and one counterparty.
struct Miss {
    kinds: Kinds,
    organisation: u128,
    need: u8,
    missing: u32,
    days: u16,
    max_km: Option<u32>,
    brix: Option<u16>,
    juice: Option<u16>,
}

impl Miss {
    fn new(facts: &Facts, offer: &Offer, demand: &Demand, line: &Line, organisation: u128) -> Self {
        let mut kinds = week_obstacles(offer, demand, line);
        kinds.extend(facts.pair_obstacles(offer, demand, &facts.way(offer, demand)));
        let missing = missing(offer, demand, line);
        let (brix, juice) = (demand.quality.brix_tenths, demand.quality.juice_percent);
        Self { kinds, organisation, need: demand.min_grade, missing, days: demand.payment_days, max_km: demand.max_km, brix, juice }
    }

    fn says(&self, obstacle: &Obstacle) -> bool {
        match *obstacle {
            Obstacle::GradeBelow { need } => need == self.need,
            Obstacle::CertificateMissing { kinds } => kinds == self.missing,
            Obstacle::PaymentTooLate { days } => days == self.days,
            Obstacle::SugarBelow { need } => self.brix == Some(need),
            Obstacle::JuiceBelow { need } => self.juice == Some(need),
            Obstacle::TooFar { max_km } => self.max_km == Some(max_km),
            _ => true,
        }
    }
}

/// The week of a demand in which fewest obstacles stand; the latest kinds among those.
fn nearest_line<'a>(offer: &Offer, demand: &'a Demand) -> Option<&'a Line> {
    let weeks = |line: &&Line| {
        let kinds = week_obstacles(offer, demand, line);
        // Limits of the offer come after windows, and those after certificates.
        let late = [10, 5, 4].map(|kind| !kinds.contains(&kind));
        (kinds.len(), late, missing(offer, demand, line).count_ones(), missing(offer, demand, line))
    };
    demand.lines.iter().min_by_key(weeks)
}

struct Case<'a> {
    id: u128,
    reason: &'a Reason,
    reference: Option<i64>,
}

impl Case<'_> {
    fn require(&self, holds: bool) -> Result<(), Violation> {
        if holds { Ok(()) } else { Err(Violation::Reason(self.id)) }
    }

    /// A number about prices comes in whole steps and only from three organisations on; where it may be told, it is.
    fn check_number(&self, obstacle: &Obstacle, organisations: usize) -> Result<(), Violation> {
        let (Obstacle::PriceGap { by } | Obstacle::Outbid { by }) = *obstacle else { return Ok(()) };
        let step = self.reference.filter(|_| organisations >= 3).map(|reference| (reference / 50).max(1));
        match (by, step) {
            (None, None) => Ok(()),
            (Some(by), Some(step)) if by > 0 && by % step == 0 => Ok(()),
            _ => Err(Violation::ReasonTellsTooMuch(self.id)),
        }
    }

    /// Nobody fits: the reason names what stands before a counterparty with fewest obstacles.
    fn check_misses(&self, misses: &[Miss]) -> Result<(), Violation> {
        let Reason { obstacle, also, scope } = self.reason;
        let Some(fewest) = misses.iter().map(|miss| miss.kinds.len()).min() else {
            return self.require(*obstacle == Obstacle::NoCounterparty && also.is_empty() && *scope == Crowd::None);
        };
        let named: Kinds = also.iter().chain([obstacle]).map(kind).collect();
        let same: Vec<&Miss> = misses.iter().filter(|miss| miss.kinds == named).collect();
        self.require(named.len() == fewest && also.len() + 1 == fewest)?;
        self.require(same.iter().any(|miss| also.iter().chain([obstacle]).all(|obstacle| miss.says(obstacle))))?;
        let organisations = same.iter().map(|miss| miss.organisation).collect::<BTreeSet<_>>().len();
        self.require(*scope == Crowd::of(organisations))?;
        also.iter().chain([obstacle]).try_for_each(|obstacle| self.check_number(obstacle, organisations))
    }

    /// Somebody fits: the reason is the nearest of what keeps the rest from going there.
    fn check_rest(
        &self,
        facts: &Facts,
        left: &Left,
        weeks: &[(&Fit, &Line)],
        open: impl Fn(&Fit, &Line) -> bool,
        organisation: impl Fn(&Fit) -> u128,
    ) -> Result<(), Violation> {
        let stage = |fit: &Fit, line: &Line| -> u8 {
            if !open(fit, line) {
                11
            } else if left.weeks[&(fit.offer.id, line.week)] == 0 {
                10
            } else if !place_free(facts, left, fit) {
                13
            } else if share(left, fit) == 0 {
                14
            } else {
                12
            }
        };
        let order = |stage: u8| [11, 10, 12, 14, 13].iter().position(|other| *other == stage);
        let nearest = weeks.iter().map(|(fit, line)| stage(fit, line)).max_by_key(|stage| order(*stage));
        self.require(Some(kind(&self.reason.obstacle)) == nearest && self.reason.also.is_empty())?;
        let stood: Vec<&Fit> = weeks.iter().filter(|(fit, line)| Some(stage(fit, line)) == nearest).map(|(fit, _)| *fit).collect();
        let organisations = stood.iter().map(|fit| organisation(fit)).collect::<BTreeSet<_>>().len();
        self.require(self.reason.scope == Crowd::of(organisations))?;
        if let Obstacle::LotTooLarge { lot } = self.reason.obstacle {
            // A contract that exists, or a lot that fits, could take the rest.
            let stuck = |fit: &Fit| !left.contracts.contains(&(fit.offer.id, fit.demand.id)) && room(left, fit) < fit.lot();
            self.require(stood.iter().all(|fit| stuck(fit)) && stood.iter().map(|fit| fit.lot()).min() == Some(lot))?;
        }
        self.check_number(&self.reason.obstacle, organisations)
    }
}

fn place_free(facts: &Facts, left: &Left, fit: &Fit) -> bool {
    let limit = usize::try_from(facts.demands[&fit.demand.id].max_suppliers).unwrap_or(usize::MAX);
    let taken = &left.suppliers[&fit.demand.id];
    limit == 0 || taken.len() < limit || taken.contains(&fit.offer.org)
}

/// Kg that the pair could still take in all its weeks.
fn room(left: &Left, fit: &Fit) -> i64 {
    let week = |line: &&Line| left.weeks[&(fit.offer.id, line.week)].min(left.lines[&(fit.demand.id, line.week)]);
    fit.lines.iter().map(week).sum::<i64>().min(left.offers[&fit.offer.id]).min(share(left, fit))
}

/// Kg that the offer's organisation may still give.
fn share(left: &Left, fit: &Fit) -> i64 {
    left.shares.get(&(fit.demand.id, fit.offer.org)).copied().unwrap_or(i64::MAX)
}
