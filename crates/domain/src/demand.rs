//! A demand: what an enterprise wants to buy week by week, and for how much delivered at most.
mod common;
mod line;
mod points;
mod posted;
mod preference;
mod state;
mod title;

pub use common::{CommonTerms, PointRefusal};
pub use line::DemandLine;
pub use points::DeliveryPoint;
pub use posted::PostDemand;
pub use preference::{Attribute, AttributeError, Preference};
pub use state::{DemandState, DemandStatus, DemandStatusError};
pub use title::Title;

use crate::account::Actor;
use crate::day::{Timestamp, TradeDay, Week};
use crate::dues::DueTerms;
use crate::error::{Faults, FieldError, Refusal, fresh};
use crate::hours::Hours;
use crate::id::{BatchId, DemandId, OrgId, UserId};
use crate::money::VndPerKg;
use crate::place::{CommuneCode, GeoPoint};
use crate::policy::{self, Command, Denied, Target};
use crate::post::{PostConflict, PostError, Promised};
use crate::post::{begins_too_far_ahead, end_of, require_payment_days, require_whole};
use crate::product::{CertKinds, Grade, Quality, Slug};
use crate::quantity::Kg;
use crate::text::Note;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DemandWeek {
    pub week: Week,
    pub kg: Kg,
}

/// The form of a demand, and what its owner sees of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DemandTerms {
    pub product: Slug,
    /// Any variety of the product when empty.
    #[serde(default)]
    pub varieties: Vec<Slug>,
    pub min_grade: Grade,
    /// All of these, valid on the day of delivery.
    #[serde(default)]
    pub certificates: CertKinds,
    /// Not required, but worth more: each attribute once, four at most.
    #[serde(default)]
    #[schema(max_items = 4)]
    pub preferred: Vec<Preference>,
    /// In order, each week once.
    pub weeks: Vec<DemandWeek>,
    /// The highest price delivered, for goods without anything preferred. Nobody but the owner sees it.
    pub bid: VndPerKg,
    pub delivery_commune: CommuneCode,
    #[serde(default)]
    pub delivery_point: Option<GeoPoint>,
    pub delivery_hours: Hours,
    pub payment_days: u16,
    /// The most suppliers to deal with; zero for any number.
    #[serde(default)]
    pub max_suppliers: u16,
    /// The largest part of all weeks together that one supplier may have, in percent; zero for any part.
    #[serde(default)]
    #[schema(maximum = 100)]
    pub max_share: u8,
    #[serde(default)]
    pub note: Note,
    /// What is required beyond the grade: every size of a lot among these, sugar and juice at least these. An offer that does not
    /// state what is asked for does not fit.
    #[serde(default, skip_serializing_if = "Quality::is_empty")]
    pub quality: Quality,
    /// The smallest contract that a round may make of it, all weeks together; zero for any. Many suppliers ask less for much.
    #[serde(default, skip_serializing_if = "any_lot")]
    pub min_lot: Kg,
    /// What is paid ahead and what is kept back; none of both where nothing is said.
    #[serde(default, skip_serializing_if = "DueTerms::is_none")]
    pub dues: DueTerms,
}

impl DemandTerms {
    pub const MOST_WEEKS: usize = 53;
    pub const MOST_VARIETIES: usize = 32;
    pub const MOST_SUPPLIERS: u16 = 50;
    pub const LEAST_SHARE: u8 = 10;

    /// Every fault of the form on this day. `before` is the form that is edited: its weeks may have passed meanwhile.
    pub fn check(&self, today: TradeDay, before: Option<&Self>) -> Result<(), Vec<FieldError>> {
        let mut faults = Faults::new();
        self.check_varieties(&mut faults);
        self.check_preferred(&mut faults);
        self.check_weeks(&mut faults, today, before.map_or(&[], |before| &before.weeks));
        faults.require(self.delivery_hours.minutes() > 0, "delivery_hours.to", "hours_empty");
        require_payment_days(&mut faults, "payment_days", self.payment_days);
        faults.require(self.max_suppliers <= Self::MOST_SUPPLIERS, "max_suppliers", "suppliers_out_of_range");
        self.check_share(&mut faults);
        self.quality.check(&mut faults, "");
        self.check_min_lot(&mut faults);
        self.dues.check(&mut faults);
        faults.finish()
    }

    fn check_varieties(&self, faults: &mut Faults) {
        faults.require(self.varieties.len() <= Self::MOST_VARIETIES, "varieties", "too_many_varieties");
        let mut known = BTreeSet::new();
        for (at, variety) in self.varieties.iter().take(Self::MOST_VARIETIES).enumerate() {
            faults.require(known.insert(variety), format!("varieties.{at}"), "variety_repeated");
        }
    }

    fn check_weeks(&self, faults: &mut Faults, today: TradeDay, before: &[DemandWeek]) {
        faults.require(!self.weeks.is_empty(), "weeks", "weeks_empty");
        faults.require(self.weeks.len() <= Self::MOST_WEEKS, "weeks", "too_many_weeks");
        let mut earlier: Option<Week> = None;
        for (at, row) in self.weeks.iter().take(Self::MOST_WEEKS).enumerate() {
            require_whole(faults, format!("weeks.{at}.kg"), row.kg);
            let field = || format!("weeks.{at}.week");
            faults.require(earlier.is_none_or(|earlier| earlier < row.week), field(), "week_out_of_order");
            faults.require(row.week.sunday() >= today || before.contains(row), field(), "week_over");
            earlier = Some(row.week);
        }
        if let (Some(first), Some(last)) = (self.weeks.first(), self.weeks.last()) {
            faults.require(!begins_too_far_ahead(first.week.monday(), today), "weeks.0.week", "week_too_far_ahead");
            let span = last.week.monday().days_since(first.week.monday());
            faults.require(span <= 52 * 7, "weeks", "weeks_too_long");
            faults.require(last.week.sunday() >= today, "weeks", "weeks_over");
        }
        faults.require(self.kg_total().is_some(), "weeks", "kg_total_out_of_range");
    }

    /// So few suppliers with so small a part each could never bring all of it.
    fn check_share(&self, faults: &mut Faults) {
        let sane = self.max_share == 0 || (Self::LEAST_SHARE..=100).contains(&self.max_share);
        faults.require(sane, "max_share", "share_out_of_range");
        let together = u32::from(self.max_suppliers) * u32::from(self.max_share);
        faults.require(!sane || together == 0 || together >= 100, "max_share", "share_too_small");
    }

    /// A contract that nothing of it could be large enough for would never come.
    fn check_min_lot(&self, faults: &mut Faults) {
        faults.require(self.min_lot.grams() % 1000 == 0, "min_lot", "kg_not_whole");
        faults.require(self.kg_total().is_none_or(|total| self.min_lot <= total), "min_lot", "lot_above_total");
        let sane = (u32::from(Self::LEAST_SHARE)..=100).contains(&u32::from(self.max_share));
        let within = !sane || self.most_of_one().is_none_or(|most| self.min_lot <= most);
        faults.require(within || self.kg_total().is_some_and(|total| self.min_lot > total), "min_lot", "lot_above_share");
    }

    /// The most that one supplier may have of it; nothing where that is not limited.
    pub fn most_of_one(&self) -> Option<Kg> {
        let total = self.kg_total().filter(|_| self.max_share > 0)?;
        let grams = i128::from(total.grams()) * i128::from(self.max_share) / 100;
        Kg::from_grams(i64::try_from(grams).ok()?).ok()
    }

    /// All weeks together; nothing when they pass the largest weight, which no accepted demand does.
    pub fn kg_total(&self) -> Option<Kg> {
        Kg::sum(self.weeks.iter().map(|row| row.kg))
    }

    /// What is asked for in a week.
    pub fn in_week(&self, week: Week) -> Kg {
        self.weeks.iter().find(|row| row.week == week).map_or(Kg::ZERO, |row| row.kg)
    }

    /// From then on nothing of it can be traded. A form without weeks is over from the start.
    pub fn closes_at(&self) -> Timestamp {
        self.weeks.last().map_or(Timestamp::MIN_UTC, |last| end_of(last.week.sunday()))
    }

    fn check_promised(&self, before: &Self, promised: &Promised) -> Result<(), PostError> {
        promised.require_same_goods(self.product == before.product, "product")?;
        for (week, kg) in promised.weeks() {
            let row = self.weeks.iter().position(|row| row.week == week);
            let field = row.map_or_else(|| "weeks".to_owned(), |at| format!("weeks.{at}.kg"));
            Promised::require(field, self.in_week(week), kg)?;
        }
        if self.max_suppliers > 0 && self.max_suppliers < promised.suppliers() {
            return Err(Refusal::Conflict(PostConflict::BelowPromisedSuppliers { promised: promised.suppliers() }));
        }
        if self.most_of_one().is_some_and(|most| most < promised.most_of_one()) {
            return Err(Refusal::Conflict(PostConflict::BelowPromisedShare { promised: promised.most_of_one() }));
        }
        Ok(())
    }
}

/// A form of before had no such field; what was sent twice then is known again.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
pub(crate) fn any_lot(least: &Kg) -> bool {
    least.is_zero()
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demand {
    pub id: DemandId,
    pub org: OrgId,
    pub terms: DemandTerms,
    /// The form it came from with its other delivery points.
    pub group: Option<BatchId>,
    /// What its buyer calls it; nobody else reads that.
    pub title: Option<Title>,
    pub state: DemandState,
    pub posted_by: UserId,
    pub posted_at: Timestamp,
    /// Counts up by one with every change; an edit names the version it was made on.
    pub version: i64,
}

impl Demand {
    /// For the actor's own organisation.
    pub fn post(actor: &Actor, terms: DemandTerms, id: DemandId, now: Timestamp) -> Result<Self, PostError> {
        policy::allow(actor, Command::PostDemand, Target::own(actor))?;
        let org = actor.org().ok_or(Denied::Forbidden)?;
        terms.check(TradeDay::of(now), None)?;
        Ok(Self { id, org, terms, group: None, title: None, state: DemandState::Open, posted_by: actor.user, posted_at: now, version: 1 })
    }

    /// `promised` is what live proposals and contracts hold of it; a demand never falls below that.
    pub fn edit(&self, actor: &Actor, terms: DemandTerms, seen: i64, promised: &Promised, now: Timestamp) -> Result<Self, PostError> {
        policy::allow(actor, Command::EditDemand, Target::Org(self.org))?;
        self.require_open(now)?;
        fresh(self.version, seen)?;
        terms.check(TradeDay::of(now), Some(&self.terms))?;
        terms.check_promised(&self.terms, promised)?;
        Ok(Self { terms, ..self.changed() })
    }
}

#[cfg(test)]
mod tests;
