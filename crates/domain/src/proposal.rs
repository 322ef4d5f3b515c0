//! A proposal (đề xuất): terms between one offer and one demand that both sides accept, change or refuse.
//!
//! Every revision is kept. A counter (trả giá) is a new revision its author has accepted and the other side has not; a
//! proposal is agreed when both sides have accepted the same revision.
mod approval;
mod revision;
mod tally;
mod terms;

pub use approval::{Approval, ApprovalConflict, ApprovalError, ApprovalState, ClerkLimit, ClerkLimitError, Wish};
pub use revision::{Acceptance, Author, REST_DAYS, Revision, Status, rests_until};
pub use tally::Tally;
pub use terms::{Carrier, CarrierError, Draft, Freight, FreightError, ProposalLimits, ProposalTerms, WeekKg};

use crate::account::{Actor, Role, Side};
use crate::day::{Timestamp, TradeDay};
use crate::error::{Conflict, FieldError, Refusal};
use crate::id::{DemandId, OfferId, OrgId, ProposalId, RoundId, UserId};
use crate::policy;
use crate::reason::Reason;
use crate::reservation::{Change, Hold};
use crate::text::Note;
use chrono::TimeDelta;
use std::borrow::Cow;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub id: ProposalId,
    pub round: RoundId,
    pub offer: OfferId,
    pub demand: DemandId,
    pub supplier: OrgId,
    pub buyer: OrgId,
    pub limits: ProposalLimits,
    /// The revision on the table.
    pub current: Revision,
    /// Those before it, oldest first.
    pub earlier: Vec<Revision>,
    pub status: Status,
    pub expires_at: Timestamp,
    /// Counts up by one with every change.
    pub version: i64,
}

/// What a director does with a proposal. The revision is the one on the director's screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    Accept { revision: u16 },
    Decline { revision: u16, reason: Reason },
    Counter { revision: u16, terms: ProposalTerms, message: Option<Note> },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProposalConflict {
    #[error("proposal_closed")]
    Closed,
    #[error("proposal_expired")]
    Expired,
    #[error("revision_changed")]
    RevisionChanged { current: u16 },
    #[error("terms_unchanged")]
    Unchanged,
    #[error("too_many_counters")]
    TooManyCounters,
    /// More than a clerk decides alone: a director has to approve it.
    #[error("above_clerk_limit")]
    AboveClerkLimit,
}

impl Conflict for ProposalConflict {
    fn field(&self) -> Option<Cow<'static, str>> {
        match self {
            Self::RevisionChanged { .. } => Some("revision".into()),
            Self::Unchanged => Some("terms".into()),
            Self::Closed | Self::Expired | Self::TooManyCounters | Self::AboveClerkLimit => None,
        }
    }
}

/// The faults of a counter's terms are fields under `terms`.
pub type ProposalError = Refusal<ProposalConflict>;

fn against<T>(conflict: ProposalConflict) -> Result<T, ProposalError> {
    Err(Refusal::Conflict(conflict))
}

/// How long a proposal waits unless the operator sets otherwise.
pub const DEFAULT_HOURS: i64 = 48;
/// After a counter the other side has at least this long to answer.
pub const REPLY_HOURS: i64 = 24;
/// Counters of both sides together.
pub const MOST_COUNTERS: u16 = 10;
impl Command {
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Accept { .. } => "accept",
            Self::Decline { .. } => "decline",
            Self::Counter { .. } => "counter",
        }
    }

    const fn right(&self) -> policy::Command {
        match self {
            Self::Accept { .. } => policy::Command::AcceptProposal,
            Self::Decline { .. } => policy::Command::DeclineProposal,
            Self::Counter { .. } => policy::Command::CounterProposal,
        }
    }

    const fn revision(&self) -> u16 {
        match self {
            Self::Accept { revision } | Self::Decline { revision, .. } | Self::Counter { revision, .. } => *revision,
        }
    }
}

/// The parties and posts a round joins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    pub round: RoundId,
    pub offer: OfferId,
    pub demand: DemandId,
    pub supplier: OrgId,
    pub buyer: OrgId,
}

impl Proposal {
    /// What a round puts to both sides, open for `life`.
    pub fn open(id: ProposalId, pair: Pair, limits: ProposalLimits, terms: ProposalTerms, now: Timestamp, life: TimeDelta) -> Self {
        Self {
            id,
            round: pair.round,
            offer: pair.offer,
            demand: pair.demand,
            supplier: pair.supplier,
            buyer: pair.buyer,
            limits,
            current: Revision { number: 1, by: Author::Round, at: now, terms, message: None, supplier: None, buyer: None },
            earlier: Vec::new(),
            status: Status::Open,
            expires_at: now + life,
            version: 1,
        }
    }

    /// What a person does, a clerk up to the organisation's limit. The caller reserves or frees [`Proposal::change_to`] in the same
    /// transaction, and makes the contract when the result is agreed.
    pub fn apply(&self, actor: &Actor, limit: ClerkLimit, command: Command, now: Timestamp) -> Result<Self, ProposalError> {
        let side = policy::party(actor, command.right(), self.supplier, self.buyer)?;
        match self.status {
            Status::Open if now >= self.expires_at => return against(ProposalConflict::Expired),
            Status::Open => {}
            // The same tap twice, the second after the other side agreed too.
            Status::Agreed { .. } if self.has_accepted(side, &command) => return Ok(self.clone()),
            Status::Expired { .. } => return against(ProposalConflict::Expired),
            Status::Agreed { .. } | Status::Declined { .. } | Status::Stopped { .. } => return against(ProposalConflict::Closed),
        }
        if command.revision() != self.current.number {
            return against(ProposalConflict::RevisionChanged { current: self.current.number });
        }
        let next = match command {
            Command::Accept { .. } => self.accept(side, actor.user, now)?,
            Command::Decline { reason, .. } => {
                Self { status: Status::Declined { by: side, user: actor.user, reason, at: now }, ..self.changed() }
            }
            Command::Counter { terms, message, .. } => self.counter(side, actor.user, terms, message, now)?,
        };
        let binds = next.version > self.version && next.current.acceptance(side).is_some();
        // A counter far below what is on the table does not make a large deal a small one.
        let worth = self.current.terms.at_dock().max(next.current.terms.at_dock());
        if binds && actor.role == Role::Clerk && !limit.covers(worth) {
            return against(ProposalConflict::AboveClerkLimit);
        }
        Ok(next)
    }

    /// What time does.
    pub fn lapse(&self, now: Timestamp) -> Option<Self> {
        match self.status {
            Status::Open if now >= self.expires_at => Some(Self { status: Status::Expired { at: self.expires_at }, ..self.changed() }),
            Status::Open | Status::Agreed { .. } | Status::Declined { .. } | Status::Expired { .. } | Status::Stopped { .. } => None,
        }
    }

    /// What the suspension of one side does: what nobody may agree to any more holds no goods.
    pub fn stop(&self, now: Timestamp) -> Option<Self> {
        match self.status {
            Status::Open => Some(Self { status: Status::Stopped { at: now }, ..self.changed() }),
            Status::Agreed { .. } | Status::Declined { .. } | Status::Expired { .. } | Status::Stopped { .. } => None,
        }
    }

    /// Whose answer it waits for.
    pub fn waits_for(&self, side: Side) -> bool {
        self.status == Status::Open && self.current.acceptance(side).is_none()
    }

    /// What it keeps from being promised to others; nothing once it ended without an agreement. The contract made from an
    /// agreed proposal takes the hold over as it is.
    pub fn hold(&self) -> Option<Hold> {
        match self.status {
            Status::Open | Status::Agreed { .. } => {
                let lines = self.current.terms.lines().iter().map(|line| (line.week, line.kg));
                Hold::new(self.offer, self.demand, self.supplier, lines)
            }
            Status::Declined { .. } | Status::Expired { .. } | Status::Stopped { .. } => None,
        }
    }

    /// The kilograms to take and to free when this proposal becomes `next`.
    pub fn change_to(&self, next: &Self) -> Change {
        Change::between(self.hold().as_ref(), next.hold().as_ref())
    }

    fn changed(&self) -> Self {
        Self { version: self.version + 1, ..self.clone() }
    }

    fn has_accepted(&self, side: Side, command: &Command) -> bool {
        matches!(command, Command::Accept { revision } if *revision == self.current.number) && self.current.acceptance(side).is_some()
    }

    fn accept(&self, side: Side, user: UserId, now: Timestamp) -> Result<Self, ProposalError> {
        self.check_weeks_ahead(now)?;
        if self.current.acceptance(side).is_some() {
            return Ok(self.clone());
        }
        let mut next = self.changed();
        next.current.accept(side, Acceptance { user, at: now });
        if Side::BOTH.into_iter().all(|side| next.current.acceptance(side).is_some()) {
            next.status = Status::Agreed { at: now };
        }
        Ok(next)
    }

    fn counter(
        &self,
        side: Side,
        user: UserId,
        terms: ProposalTerms,
        message: Option<Note>,
        now: Timestamp,
    ) -> Result<Self, ProposalError> {
        if self.current.number > MOST_COUNTERS {
            return against(ProposalConflict::TooManyCounters);
        }
        if terms == self.current.terms {
            return against(ProposalConflict::Unchanged);
        }
        self.limits.check(&terms, side, TradeDay::of(now)).map_err(under_terms)?;
        let number = self.current.number + 1;
        let mut current = Revision { number, by: Author::Party { side, user }, at: now, terms, message, supplier: None, buyer: None };
        current.accept(side, Acceptance { user, at: now });
        let mut next = Self { expires_at: self.expires_at.max(now + TimeDelta::hours(REPLY_HOURS)), ..self.changed() };
        next.earlier.push(std::mem::replace(&mut next.current, current));
        Ok(next)
    }

    /// Nobody agrees to a delivery whose days are over.
    fn check_weeks_ahead(&self, now: Timestamp) -> Result<(), ProposalError> {
        let today = TradeDay::of(now);
        let past = |line: &WeekKg| self.limits.window(line.week).is_none_or(|window| window.to < today);
        let faults = self.current.terms.lines().iter().enumerate().filter(|(_, line)| past(line));
        let faults: Vec<_> = faults.map(|(index, _)| FieldError::new(format!("lines.{index}.week"), "week_over")).collect();
        if faults.is_empty() { Ok(()) } else { Err(under_terms(faults)) }
    }
}

/// The terms are one field of the form a counter is.
fn under_terms(faults: Vec<FieldError>) -> ProposalError {
    Refusal::Invalid(faults.into_iter().map(|fault| fault.inside("terms")).collect())
}

#[cfg(test)]
mod tests;
