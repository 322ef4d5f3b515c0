//! Where an organisation stands with the programme office and by its own will.
use crate::coded::coded;
use crate::day::Timestamp;
use crate::id::UserId;
use crate::reason::Reason;

/// Only verified ones enter the rounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OrgStatus {
    Submitted {
        at: Timestamp,
    },
    /// By the office with a reason, or by the own director after a pause without one.
    Verified {
        by: UserId,
        at: Timestamp,
        reason: Option<Reason>,
    },
    /// Its director rests it for a season: what it posted stays out of the rounds, what it agreed goes on.
    Paused {
        by: UserId,
        at: Timestamp,
        reason: Option<Reason>,
    },
    Refused {
        by: UserId,
        at: Timestamp,
        reason: Reason,
    },
    /// By the office: nothing new until it is taken back.
    Suspended {
        by: UserId,
        at: Timestamp,
        reason: Reason,
    },
    /// By its own director: it left the market, and what it agreed can still be read.
    Closed {
        by: UserId,
        at: Timestamp,
        reason: Reason,
    },
}

coded! {
    /// The name of a status, without who and when.
    OrgStanding, OrgStandingError = "unknown_choice";
    Submitted = "submitted",
    Verified = "verified",
    Paused = "paused",
    Refused = "refused",
    Suspended = "suspended",
    Closed = "closed",
}

impl OrgStatus {
    pub const fn code(&self) -> &'static str {
        self.standing().code()
    }

    pub const fn standing(&self) -> OrgStanding {
        match self {
            Self::Submitted { .. } => OrgStanding::Submitted,
            Self::Verified { .. } => OrgStanding::Verified,
            Self::Paused { .. } => OrgStanding::Paused,
            Self::Refused { .. } => OrgStanding::Refused,
            Self::Suspended { .. } => OrgStanding::Suspended,
            Self::Closed { .. } => OrgStanding::Closed,
        }
    }

    pub const fn at(&self) -> Timestamp {
        match self {
            Self::Submitted { at }
            | Self::Verified { at, .. }
            | Self::Paused { at, .. }
            | Self::Refused { at, .. }
            | Self::Suspended { at, .. }
            | Self::Closed { at, .. } => *at,
        }
    }

    pub const fn by(&self) -> Option<UserId> {
        match self {
            Self::Submitted { .. } => None,
            Self::Verified { by, .. }
            | Self::Paused { by, .. }
            | Self::Refused { by, .. }
            | Self::Suspended { by, .. }
            | Self::Closed { by, .. } => Some(*by),
        }
    }

    pub const fn reason(&self) -> Option<&Reason> {
        match self {
            Self::Submitted { .. } => None,
            Self::Verified { reason, .. } | Self::Paused { reason, .. } => reason.as_ref(),
            Self::Refused { reason, .. } | Self::Suspended { reason, .. } | Self::Closed { reason, .. } => Some(reason),
        }
    }

    /// Whether it may post, answer and sign. A pause takes nothing of that away.
    pub fn may_trade(&self) -> bool {
        Self::code_may_trade(self.code())
    }

    /// The same of a status that is known by its code alone.
    pub fn code_may_trade(code: &str) -> bool {
        matches!(code, "verified" | "paused")
    }
}

/// What an organisation still has with others; it closes when nothing is left.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OpenDeals {
    /// Proposals that wait for an answer.
    pub proposals: u64,
    /// Contracts to sign and contracts in force.
    pub contracts: u64,
    /// Lines of ended contracts with goods on their way or money not settled.
    pub lines: u64,
}

impl OpenDeals {
    pub const fn any(self) -> bool {
        self.proposals > 0 || self.contracts > 0 || self.lines > 0
    }
}
