//! A recurring demand: the same goods in every week of a span, each week put on the market some weeks before it comes.
use crate::account::Actor;
use crate::coded::coded;
use crate::day::{Timestamp, TradeDay, Week, Window};
use crate::demand::{DeliveryPoint, Demand, DemandLine, DemandState, DemandTerms, DemandWeek};
use crate::error::{Faults, FieldError, fresh};
use crate::id::{BatchId, DemandId, OrgId, RecurringDemandId, UserId};
use crate::policy::{self, Command, Denied, Target};
use crate::post::{PostConflict, PostError, PostState};
use crate::quantity::Kg;
use crate::tet::in_season;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecurringDemandTerms {
    /// What is wanted, from which week to which, and how much in a usual one.
    pub line: DemandLine,
    /// How many weeks before its own a week goes on the market.
    #[schema(minimum = 1, maximum = 12)]
    pub weeks_ahead: u8,
    /// Twice as much before Tết, half in the week of its first day, nothing in the week off.
    #[serde(default)]
    pub by_season: bool,
    /// Where it goes, if not to the one place of the line: together they take what the line wants in a usual week.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 9)]
    pub points: Vec<DeliveryPoint>,
}

coded! {
    /// Where a recurring demand stands.
    RecurringDemandStatus, RecurringDemandStatusError = "recurring_demand_status_unknown";
    Running = "running",
    /// Stopped by a person; what was posted stays.
    Stopped = "stopped",
    /// Every week was posted.
    Over = "over",
}

impl RecurringDemandTerms {
    pub const MOST_WEEKS_AHEAD: u8 = 12;

    /// Every fault of the form on this day; `next` is the first week of an edited rule that is not posted yet.
    fn check(&self, today: TradeDay, next: Option<Week>) -> Result<(), Vec<FieldError>> {
        let mut faults = Faults::new();
        faults.require((1..=Self::MOST_WEEKS_AHEAD).contains(&self.weeks_ahead), "weeks_ahead", "weeks_ahead_out_of_range");
        if !self.points.is_empty() {
            DeliveryPoint::check(&mut faults, &self.points, &self.line.note);
            let sum = Kg::sum(self.points.iter().map(|point| point.kg));
            faults.require(sum == Some(self.line.kg_per_week), "points", "points_sum");
        }
        let mut found: Vec<_> = self.line.faults(today, next).into_iter().map(|fault| fault.inside("line")).collect();
        if found.is_empty() {
            let total = Kg::sum(self.weeks(self.line.from.week()).map(|row| row.kg));
            faults.require(total.is_some(), "line.kg_per_week", "kg_total_out_of_range");
        }
        found.extend(faults.finish().err().unwrap_or_default());
        if found.is_empty() { Ok(()) } else { Err(found) }
    }

    /// Its weeks from one on, each with what is wanted in it.
    pub fn weeks(&self, from: Week) -> impl Iterator<Item = DemandWeek> {
        let span = Window { from: self.line.from, to: self.line.to };
        let usual = self.line.kg_per_week;
        span.weeks().filter(move |week| *week >= from).filter_map(move |week| {
            let kg = if self.by_season { in_season(week, usual) } else { Some(usual) };
            kg.map(|kg| DemandWeek { week, kg })
        })
    }

    fn last(&self) -> Week {
        self.line.to.week()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecurringDemand {
    pub id: RecurringDemandId,
    pub org: OrgId,
    pub terms: RecurringDemandTerms,
    /// Every week before this one was posted or has passed.
    pub next: Week,
    pub state: PostState,
    pub posted_by: UserId,
    pub posted_at: Timestamp,
    /// Counts up by one with every change; an edit names the version it was made on.
    pub version: i64,
}

impl RecurringDemand {
    /// For the actor's own organisation.
    pub fn post(actor: &Actor, terms: RecurringDemandTerms, id: RecurringDemandId, now: Timestamp) -> Result<Self, PostError> {
        policy::allow(actor, Command::PostDemand, Target::own(actor))?;
        let org = actor.org().ok_or(Denied::Forbidden)?;
        terms.check(TradeDay::of(now), None)?;
        let next = terms.line.from.week();
        Ok(Self { id, org, terms, next, state: PostState::Open, posted_by: actor.user, posted_at: now, version: 1 })
    }

    /// Counts for the weeks after the last one that is posted; what is on the market stays as it is.
    pub fn edit(
        &self,
        actor: &Actor,
        terms: RecurringDemandTerms,
        posted: Option<Week>,
        seen: i64,
        now: Timestamp,
    ) -> Result<Self, PostError> {
        policy::allow(actor, Command::EditDemand, Target::Org(self.org))?;
        self.require_running()?;
        fresh(self.version, seen)?;
        let first = terms.line.from.week();
        let next = posted.map_or(first, |last| last.next().max(first));
        terms.check(TradeDay::of(now), Some(next))?;
        Ok(Self { terms, next, version: self.version + 1, ..self.clone() })
    }

    /// Posts nothing more. Stopping twice is harmless.
    pub fn stop(&self, actor: &Actor, now: Timestamp) -> Result<Self, PostError> {
        policy::allow(actor, Command::WithdrawDemand, Target::Org(self.org))?;
        if self.status() != RecurringDemandStatus::Running {
            return Ok(self.clone());
        }
        Ok(Self { state: PostState::Withdrawn { by: actor.user, at: now }, version: self.version + 1, ..self.clone() })
    }

    pub fn status(&self) -> RecurringDemandStatus {
        match self.state {
            PostState::Withdrawn { .. } => RecurringDemandStatus::Stopped,
            PostState::Open if self.next > self.terms.last() => RecurringDemandStatus::Over,
            PostState::Open => RecurringDemandStatus::Running,
        }
    }

    /// The day on which the next week goes on the market.
    pub fn next_on(&self) -> Option<TradeDay> {
        let ahead = u32::from(self.terms.weeks_ahead) * 7;
        (self.status() == RecurringDemandStatus::Running).then(|| self.next.monday().minus(ahead))
    }

    /// What is due by this day: a demand to post for each point at which any of the weeks wants something, and the rule after it. Weeks
    /// that passed while the organisation was at rest are left out. `group` is what binds several.
    pub fn due(&self, group: BatchId, id: impl Fn() -> DemandId, now: Timestamp) -> Option<(Vec<Demand>, Self)> {
        let today = TradeDay::of(now);
        self.next_on().filter(|day| *day <= today)?;
        let until = today.plus(u32::from(self.terms.weeks_ahead) * 7).week().min(self.terms.last());
        let from = self.next.max(today.week());
        let weeks: Vec<_> = self.terms.weeks(from).take_while(|row| row.week <= until).collect();
        let terms = DemandTerms { weeks, ..self.terms.line.clone().without_weeks() };
        let mut places = if self.terms.points.is_empty() { vec![terms] } else { DeliveryPoint::spread(&terms, &self.terms.points) };
        places.retain(|terms| !terms.weeks.is_empty());
        let group = (places.len() > 1).then_some(group);
        // What was meant for all weeks together may be more than is wanted of the few that are due: then it is all of those.
        let fitting = |terms: DemandTerms| {
            let most = terms.most_of_one().or(terms.kg_total()).unwrap_or(terms.min_lot);
            DemandTerms { min_lot: terms.min_lot.min(most), ..terms }
        };
        let demand = |terms| Demand {
            id: id(),
            org: self.org,
            terms: fitting(terms),
            group,
            title: None,
            state: DemandState::Open,
            posted_by: self.posted_by,
            posted_at: now,
            version: 1,
        };
        let demands = places.into_iter().map(demand).collect();
        Some((demands, Self { next: until.next().max(self.next), version: self.version + 1, ..self.clone() }))
    }

    /// What a new rule puts on the market at once; it is still its first version.
    pub fn begin(self, group: BatchId, id: impl Fn() -> DemandId, now: Timestamp) -> (Vec<Demand>, Self) {
        match self.due(group, id, now) {
            Some((demands, after)) => (demands, Self { version: self.version, ..after }),
            None => (Vec::new(), self),
        }
    }

    fn require_running(&self) -> Result<(), PostError> {
        match self.status() {
            RecurringDemandStatus::Running => Ok(()),
            RecurringDemandStatus::Stopped => Err(PostError::Conflict(PostConflict::Withdrawn)),
            RecurringDemandStatus::Over => Err(PostError::Conflict(PostConflict::Expired)),
        }
    }
}

#[cfg(test)]
mod tests;
