//! An offer: what a supplier has to sell, when, and for how much at least.
mod forecast;
mod tier;

pub use forecast::Forecast;
pub use tier::Tier;

use crate::account::Actor;
use crate::day::{Timestamp, TradeDay, Window, WindowError};
use crate::error::{Faults, FieldError, fresh};
use crate::id::{OfferId, OrgId, UserId};
use crate::money::VndPerKg;
use crate::place::{CommuneCode, GeoPoint};
use crate::policy::{self, Command, Denied, Target};
use crate::post::{PostError, PostState, PostStatus, Promised, begins_too_far_ahead, end_of, require_payment_days, require_whole};
use crate::product::{Grade, Quality, Slug};
use crate::quantity::Kg;
use crate::text::Note;
use serde::{Deserialize, Serialize};

/// The form of an offer, and what its owner sees of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfferTerms {
    pub variety: Slug,
    pub grade: Grade,
    pub kg_total: Kg,
    /// The most that can be picked in one week.
    pub kg_per_week: Kg,
    /// The harvest: days on which goods can leave the farm.
    pub window: Window,
    /// The least price at the farm gate. Nobody but the owner sees it.
    pub ask: VndPerKg,
    /// The smallest contract worth loading a truck for; zero for any.
    pub min_lot: Kg,
    pub max_payment_days: u16,
    pub pickup_commune: CommuneCode,
    #[serde(default)]
    pub pickup_point: Option<GeoPoint>,
    #[serde(default)]
    pub note: Note,
    /// While the harvest is still on the tree: the total is its low figure then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forecast: Option<Forecast>,
    /// What was measured beyond the grade.
    #[serde(default, skip_serializing_if = "Quality::is_empty")]
    pub quality: Quality,
    /// For much in one contract, in order. They may change at any time and count from the next round on, like the ask.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 3)]
    pub tiers: Vec<Tier>,
}

impl OfferTerms {
    /// Every fault of the form on this day.
    pub fn check(&self, today: TradeDay) -> Result<(), Vec<FieldError>> {
        let mut faults = Faults::new();
        require_whole(&mut faults, "kg_total", self.kg_total);
        require_whole(&mut faults, "kg_per_week", self.kg_per_week);
        faults.require(self.kg_per_week <= self.kg_total, "kg_per_week", "week_above_total");
        self.check_window(&mut faults, today);
        faults.require(self.min_lot.grams() % 1000 == 0, "min_lot", "kg_not_whole");
        faults.require(self.min_lot <= self.kg_total, "kg_total", "total_below_smallest_lot");
        require_payment_days(&mut faults, "max_payment_days", self.max_payment_days);
        self.quality.check(&mut faults, "");
        self.check_tiers(&mut faults);
        if let Some(forecast) = &self.forecast {
            forecast.check(&mut faults, self.kg_total);
        }
        faults.finish()
    }

    fn check_window(&self, faults: &mut Faults, today: TradeDay) {
        match Window::new(self.window.from, self.window.to) {
            Err(WindowError::Reversed) => faults.require(false, "window.to", "window_reversed"),
            Err(WindowError::TooLong) => faults.require(false, "window.to", "window_too_long"),
            Ok(window) => {
                faults.require(window.to >= today, "window.to", "window_over");
                faults.require(!begins_too_far_ahead(window.from, today), "window.from", "window_too_far_ahead");
                let most = i128::from(self.kg_per_week.grams()) * window.weeks().map(|_| 1).sum::<i128>();
                let fits = i128::from(self.min_lot.grams()) <= most || self.min_lot > self.kg_total;
                faults.require(fits, "min_lot", "smallest_lot_never_picked");
            }
        }
    }

    /// From then on nothing of it can be traded.
    pub fn closes_at(&self) -> Timestamp {
        end_of(self.window.to)
    }

    /// What is promised was these goods, in these weeks, in these amounts.
    fn check_promised(&self, before: &Self, promised: &Promised) -> Result<(), PostError> {
        promised.require_same_goods(self.variety == before.variety, "variety")?;
        promised.require_same_goods(self.grade == before.grade, "grade")?;
        promised.require_same_goods(self.quality == before.quality, "quality")?;
        Promised::require("kg_total", self.kg_total, promised.total())?;
        Promised::require("kg_per_week", self.kg_per_week, promised.most_in_a_week())?;
        for (week, kg) in promised.weeks() {
            let end = if week < self.window.from.week() { "window.from" } else { "window.to" };
            let open = if self.window.meets(week.window()) { kg } else { Kg::ZERO };
            Promised::require(end, open, kg)?;
        }
        Ok(())
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub id: OfferId,
    pub org: OrgId,
    pub terms: OfferTerms,
    pub state: PostState,
    pub posted_by: UserId,
    pub posted_at: Timestamp,
    /// Counts up by one with every change; an edit names the version it was made on.
    pub version: i64,
}

impl Offer {
    /// For the actor's own organisation.
    pub fn post(actor: &Actor, terms: OfferTerms, id: OfferId, now: Timestamp) -> Result<Self, PostError> {
        policy::allow(actor, Command::PostOffer, Target::own(actor))?;
        let org = actor.org().ok_or(Denied::Forbidden)?;
        terms.check(TradeDay::of(now))?;
        Ok(Self { id, org, terms, state: PostState::Open, posted_by: actor.user, posted_at: now, version: 1 })
    }

    /// `promised` is what live proposals and contracts hold of it; an offer never falls below that.
    pub fn edit(&self, actor: &Actor, terms: OfferTerms, seen: i64, promised: &Promised, now: Timestamp) -> Result<Self, PostError> {
        policy::allow(actor, Command::EditOffer, Target::Org(self.org))?;
        self.state.require_open(self.terms.closes_at(), now)?;
        fresh(self.version, seen)?;
        let mut faults = Faults::new();
        faults.require(self.terms.forecast.is_some() || terms.forecast.is_none(), "forecast", "forecast_after_firm");
        faults.finish().and(terms.check(TradeDay::of(now)))?;
        terms.check_promised(&self.terms, promised)?;
        Ok(Self { terms, version: self.version + 1, ..self.clone() })
    }

    /// Takes it out of the next rounds; proposals and contracts that exist stay. Withdrawing twice is harmless.
    pub fn withdraw(&self, actor: &Actor, now: Timestamp) -> Result<Self, PostError> {
        policy::allow(actor, Command::WithdrawOffer, Target::Org(self.org))?;
        match self.status(now) {
            PostStatus::Withdrawn => return Ok(self.clone()),
            PostStatus::Open | PostStatus::Expired => self.state.require_open(self.terms.closes_at(), now)?,
        }
        Ok(Self { state: PostState::Withdrawn { by: actor.user, at: now }, version: self.version + 1, ..self.clone() })
    }

    pub fn status(&self, now: Timestamp) -> PostStatus {
        self.state.status(self.terms.closes_at(), now)
    }
}

#[cfg(test)]
mod tests;
