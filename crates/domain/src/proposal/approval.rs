//! A clerk's word on a proposal that is worth more than the clerk decides alone waits for a director's.
use super::{Command, Proposal, ProposalTerms, Status};
use crate::account::{Actor, Side};
use crate::day::Timestamp;
use crate::error::{Conflict, Refusal};
use crate::id::{ApprovalId, OrgId, ProposalId, UserId};
use crate::money::Vnd;
use crate::policy;
use crate::reason::Reason;
use crate::text::Note;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Up to which value of a whole deal, before VAT, clerks bind their organisation alone. A director sets it; until then clerks decide
/// nothing alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(try_from = "i64", into = "i64")]
#[schema(value_type = i64, minimum = 0, maximum = 1_000_000_000_000_i64, example = 50_000_000)]
pub struct ClerkLimit(i64);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("clerk_limit_out_of_range")]
pub struct ClerkLimitError;

impl ClerkLimit {
    pub const NOTHING: Self = Self(0);
    /// A thousand billion đồng.
    pub const MOST: i64 = 1_000_000_000_000;

    pub const fn covers(self, value: Vnd) -> bool {
        value.dong() <= self.0
    }
}

impl TryFrom<i64> for ClerkLimit {
    type Error = ClerkLimitError;

    fn try_from(dong: i64) -> Result<Self, ClerkLimitError> {
        if (0..=Self::MOST).contains(&dong) { Ok(Self(dong)) } else { Err(ClerkLimitError) }
    }
}

impl From<ClerkLimit> for i64 {
    fn from(limit: ClerkLimit) -> Self {
        limit.0
    }
}

/// What a clerk would answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    Accept,
    Counter { terms: ProposalTerms, message: Option<Note> },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    pub id: ApprovalId,
    pub proposal: ProposalId,
    /// Whose clerk asks.
    pub org: OrgId,
    /// The revision that was on the clerk's screen.
    pub revision: u16,
    pub wish: Wish,
    pub asked_by: UserId,
    pub asked_at: Timestamp,
    pub state: ApprovalState,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApprovalState {
    Waiting,
    Given {
        by: UserId,
        at: Timestamp,
    },
    Refused {
        by: UserId,
        at: Timestamp,
        reason: Reason,
    },
    /// The clerk asked for something else meanwhile.
    Replaced {
        at: Timestamp,
    },
}

impl ApprovalState {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Given { .. } => "given",
            Self::Refused { .. } => "refused",
            Self::Replaced { .. } => "replaced",
        }
    }

    pub const fn answered_by(&self) -> Option<UserId> {
        match self {
            Self::Given { by, .. } | Self::Refused { by, .. } => Some(*by),
            Self::Waiting | Self::Replaced { .. } => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ApprovalConflict {
    /// Answered, replaced, or overtaken by what became of the proposal.
    #[error("approval_over")]
    Over,
}

impl Conflict for ApprovalConflict {
    fn field(&self) -> Option<Cow<'static, str>> {
        match self {
            Self::Over => None,
        }
    }
}

pub type ApprovalError = Refusal<ApprovalConflict>;

impl Approval {
    /// What becomes of a command that [`Proposal::apply`] refused for its value alone; a refusal to deal needs no approval.
    pub fn ask(actor: &Actor, proposal: &Proposal, command: Command, id: ApprovalId, now: Timestamp) -> Option<Self> {
        let revision = command.revision();
        let wish = match command {
            Command::Accept { .. } => Wish::Accept,
            Command::Counter { terms, message, .. } => Wish::Counter { terms, message },
            Command::Decline { .. } => return None,
        };
        let org = actor.org()?;
        Some(Self { id, proposal: proposal.id, org, revision, wish, asked_by: actor.user, asked_at: now, state: ApprovalState::Waiting })
    }

    /// Whether a director can still answer it: nothing about the proposal changed since it was asked.
    pub fn waits(&self, proposal: &Proposal, now: Timestamp) -> bool {
        let side = if self.org == proposal.supplier { Side::Supplier } else { Side::Buyer };
        let done = self.wish == Wish::Accept && proposal.current.acceptance(side).is_some();
        self.state == ApprovalState::Waiting
            && proposal.status == Status::Open
            && now < proposal.expires_at
            && proposal.current.number == self.revision
            && !done
    }

    /// The director says yes; the command is then the director's own and is applied in the same transaction.
    pub fn give(&self, actor: &Actor, proposal: &Proposal, now: Timestamp) -> Result<(Self, Command), ApprovalError> {
        self.require_waiting(actor, proposal, now)?;
        let revision = self.revision;
        let command = match self.wish.clone() {
            Wish::Accept => Command::Accept { revision },
            Wish::Counter { terms, message } => Command::Counter { revision, terms, message },
        };
        Ok((Self { state: ApprovalState::Given { by: actor.user, at: now }, ..self.clone() }, command))
    }

    /// The director says no to the clerk; the proposal stays as it is.
    pub fn refuse(&self, actor: &Actor, proposal: &Proposal, reason: Reason, now: Timestamp) -> Result<Self, ApprovalError> {
        self.require_waiting(actor, proposal, now)?;
        Ok(Self { state: ApprovalState::Refused { by: actor.user, at: now, reason }, ..self.clone() })
    }

    fn require_waiting(&self, actor: &Actor, proposal: &Proposal, now: Timestamp) -> Result<(), ApprovalError> {
        policy::party(actor, policy::Command::AnswerApproval, proposal.supplier, proposal.buyer)?;
        if actor.org() != Some(self.org) {
            return Err(Refusal::Denied(policy::Denied::Hidden));
        }
        if self.waits(proposal, now) { Ok(()) } else { Err(Refusal::Conflict(ApprovalConflict::Over)) }
    }
}
