//! Where a demand stands: what its buyer decided about it, and what contracts and the calendar make of that.
use super::Demand;
use crate::account::Actor;
use crate::coded::coded;
use crate::day::Timestamp;
use crate::error::{Refusal, fresh};
use crate::id::UserId;
use crate::policy::{self, Command, Target};
use crate::post::{PostConflict, PostError};
use crate::quantity::Kg;
use crate::reason::Reason;

/// What somebody decided. That it is over or that its kilograms are under contract is decided by nobody: see [`Demand::status`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DemandState {
    Open,
    /// Out of the next rounds; what was proposed may still be accepted.
    Withdrawn {
        by: UserId,
        at: Timestamp,
    },
    /// Nothing more is bought by it; contracts go on.
    Closed {
        by: UserId,
        at: Timestamp,
        reason: Option<Reason>,
    },
}

coded! {
    /// How a demand stands at a moment.
    DemandStatus, DemandStatusError = "demand_status_unknown";
    Open = "open",
    Filled = "filled",
    Closed = "closed",
    Withdrawn = "withdrawn",
    Expired = "expired",
}

impl Demand {
    /// `contracted` is what contracts in force or done hold of it.
    pub fn status(&self, contracted: Kg, now: Timestamp) -> DemandStatus {
        match self.state {
            DemandState::Withdrawn { .. } => DemandStatus::Withdrawn,
            DemandState::Closed { .. } => DemandStatus::Closed,
            DemandState::Open if self.terms.kg_total().is_some_and(|total| contracted >= total) => DemandStatus::Filled,
            DemandState::Open if now < self.terms.closes_at() => DemandStatus::Open,
            DemandState::Open => DemandStatus::Expired,
        }
    }

    /// Whether rounds may look at it; one that is filled has nothing left for them, and more may be asked for.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.require_open(now).is_ok()
    }

    /// Only an open demand changes.
    pub(super) fn require_open(&self, now: Timestamp) -> Result<(), PostError> {
        let conflict = match self.state {
            DemandState::Open if now < self.terms.closes_at() => return Ok(()),
            DemandState::Open => PostConflict::Expired,
            DemandState::Withdrawn { .. } => PostConflict::Withdrawn,
            DemandState::Closed { .. } => PostConflict::Closed,
        };
        Err(Refusal::Conflict(conflict))
    }

    /// Takes it out of the next rounds; proposals and contracts that exist stay. Withdrawing twice is harmless.
    pub fn withdraw(&self, actor: &Actor, now: Timestamp) -> Result<Self, PostError> {
        policy::allow(actor, Command::WithdrawDemand, Target::Org(self.org))?;
        if matches!(self.state, DemandState::Withdrawn { .. }) {
            return Ok(self.clone());
        }
        self.require_open(now)?;
        Ok(Self { state: DemandState::Withdrawn { by: actor.user, at: now }, ..self.changed() })
    }

    /// Ends it for good, also one that was withdrawn or is over: whoever calls declines what is still open of it in the same transaction.
    /// Contracts stay. Closing twice is harmless.
    pub fn close(&self, actor: &Actor, reason: Option<Reason>, seen: i64, now: Timestamp) -> Result<Self, PostError> {
        policy::allow(actor, Command::CloseDemand, Target::Org(self.org))?;
        if matches!(self.state, DemandState::Closed { .. }) {
            return Ok(self.clone());
        }
        fresh(self.version, seen)?;
        Ok(Self { state: DemandState::Closed { by: actor.user, at: now, reason }, ..self.changed() })
    }

    pub(super) fn changed(&self) -> Self {
        Self { version: self.version + 1, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::{Membership, Role, Side};
    use crate::demand::tests::{now, posted};
    use std::fmt::Write;
    use uuid::Uuid;

    fn director() -> Actor {
        let membership = Some(Membership { org: Uuid::from_u128(1).into(), side: Side::Buyer, verified: true });
        Actor { user: Uuid::from_u128(2).into(), role: Role::Director, membership }
    }

    fn said(outcome: Result<Demand, PostError>, from: &Demand) -> String {
        match outcome {
            Ok(next) if next == *from => "stays".to_owned(),
            Ok(next) => next.status(Kg::ZERO, now()).code().to_owned(),
            Err(refusal) => format!("({refusal})"),
        }
    }

    /// Each state under each command, while its weeks last and after; and what it is called with nothing, half or all under contract.
    #[test]
    fn the_whole_table() {
        let (open, director) = (posted(), director());
        let reason = "Đã mua đủ nơi khác".parse().ok();
        let states = [
            ("open", open.clone()),
            ("withdrawn", open.withdraw(&director, now()).unwrap()),
            ("closed", open.close(&director, reason, 1, now()).unwrap()),
        ];
        let total = open.terms.kg_total().unwrap();
        let half = Kg::from_grams(total.grams() / 2).unwrap();
        let mut table = String::new();
        for (at, time) in [("in its weeks", now()), ("after", open.terms.closes_at())] {
            for (name, demand) in &states {
                let called = [Kg::ZERO, half, total].map(|contracted| demand.status(contracted, time).code()).join(" / ");
                let edit = demand.edit(&director, demand.terms.clone(), demand.version, &crate::post::Promised::default(), now());
                let edit = if time == now() { said(edit, demand) } else { "-".to_owned() };
                let withdraw = said(demand.withdraw(&director, time), demand);
                let close = said(demand.close(&director, None, demand.version, time), demand);
                writeln!(table, "{name} {at}: {called}; edit {edit}; withdraw {withdraw}; close {close}").unwrap();
            }
        }
        insta::assert_snapshot!("table", table);
    }

    #[test]
    fn only_a_director_of_the_buyer_closes_and_on_the_version_that_was_seen() {
        let demand = posted();
        let clerk = Actor { role: Role::Clerk, ..director() };
        assert!(matches!(demand.close(&clerk, None, 1, now()), Err(Refusal::Denied(_))));
        assert!(matches!(demand.close(&director(), None, 7, now()), Err(Refusal::Stale)));
        let closed = demand.close(&director(), None, 1, now()).unwrap();
        assert_eq!(closed.close(&director(), None, 1, now()), Ok(closed.clone()), "twice is harmless");
    }
}
