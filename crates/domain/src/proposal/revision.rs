//! What was said so far, by whom, and how it ended.
use super::terms::ProposalTerms;
use crate::account::Side;
use crate::day::Timestamp;
use crate::id::UserId;
use crate::reason::Reason;
use crate::text::Note;
use chrono::TimeDelta;

/// One version of the terms, and who stands by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Counted from 1.
    pub number: u16,
    pub by: Author,
    pub at: Timestamp,
    pub terms: ProposalTerms,
    pub message: Option<Note>,
    pub supplier: Option<Acceptance>,
    pub buyer: Option<Acceptance>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Author {
    Round,
    Party { side: Side, user: UserId },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Acceptance {
    pub user: UserId,
    pub at: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    Open,
    Agreed {
        at: Timestamp,
    },
    Declined {
        by: Side,
        user: UserId,
        reason: Reason,
        at: Timestamp,
    },
    Expired {
        at: Timestamp,
    },
    /// One side was suspended before both had agreed.
    Stopped {
        at: Timestamp,
    },
}

/// A pair that declined or let a proposal lapse is not proposed again for this long.
pub const REST_DAYS: i64 = 7;

impl Status {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Agreed { .. } => "agreed",
            Self::Declined { .. } => "declined",
            Self::Expired { .. } => "expired",
            Self::Stopped { .. } => "stopped",
        }
    }

    /// Until when the pair rests; nothing while it is open or agreed, or when neither side had a say in its end.
    pub fn rests_until(&self) -> Option<Timestamp> {
        match self {
            Self::Open | Self::Agreed { .. } | Self::Stopped { .. } => None,
            Self::Declined { at, .. } | Self::Expired { at } => Some(rests_until(*at)),
        }
    }
}

/// Until when a pair rests that closed without an agreement at this instant.
pub fn rests_until(closed_at: Timestamp) -> Timestamp {
    closed_at + TimeDelta::days(REST_DAYS)
}

impl Revision {
    pub const fn acceptance(&self, side: Side) -> Option<Acceptance> {
        match side {
            Side::Supplier => self.supplier,
            Side::Buyer => self.buyer,
        }
    }

    pub(super) const fn accept(&mut self, side: Side, acceptance: Acceptance) {
        match side {
            Side::Supplier => self.supplier = Some(acceptance),
            Side::Buyer => self.buyer = Some(acceptance),
        }
    }
}
