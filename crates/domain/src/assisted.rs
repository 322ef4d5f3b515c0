//! What an officer enters on the market for a member without a phone: it is open at once under the organisation's own rules, and leaves
//! the market unless the organisation says in time that it asked for it.
mod slip;

pub use slip::{Slip, SlipForm};

use crate::account::{Actor, Organisation, Role, Side};
use crate::coded::coded;
use crate::day::Timestamp;
use crate::error::{Conflict, Refusal};
use crate::id::{AssistedId, DemandId, OfferId, OrgId, SlipId, UserId};
use crate::policy::{self, Command, Denied, Target};
use crate::reason::Reason;
use crate::text::{Name, Note};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use uuid::Uuid;

coded! {
    /// How the member asked the office.
    AskedBy, AskedByError = "asked_by_unknown";
    Phone = "phone",
    Office = "office",
    Paper = "paper",
    Visit = "visit",
}

/// Who asked the office, and how: the trace of what somebody else typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// The member who asked; often somebody without an account.
    pub name: Name,
    pub way: AskedBy,
    #[serde(default)]
    pub note: Note,
}

/// What was entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnteredPost {
    Offer(OfferId),
    Demand(DemandId),
}

impl EnteredPost {
    pub fn of(side: Side, id: Uuid) -> Self {
        match side {
            Side::Supplier => Self::Offer(id.into()),
            Side::Buyer => Self::Demand(id.into()),
        }
    }

    pub const fn side(self) -> Side {
        match self {
            Self::Offer(_) => Side::Supplier,
            Self::Demand(_) => Side::Buyer,
        }
    }

    pub fn id(self) -> Uuid {
        match self {
            Self::Offer(id) => id.into(),
            Self::Demand(id) => id.into(),
        }
    }
}

/// What the organisation said of it, or did not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AssistedState {
    Waiting,
    /// The organisation asked for it: it said so, changed it, or answered a proposal of it.
    Confirmed {
        by: UserId,
        at: Timestamp,
    },
    /// The organisation did not ask for it.
    Refused {
        by: UserId,
        at: Timestamp,
        reason: Reason,
    },
    /// Somebody took the post out of the market before anybody confirmed it.
    Withdrawn {
        by: UserId,
        at: Timestamp,
    },
    /// Nobody said anything in time.
    Lapsed {
        at: Timestamp,
    },
}

coded! {
    /// The name of a state in the database, in answers and in the log's filter.
    AssistedStatus, AssistedStatusError = "assisted_status_unknown";
    Waiting = "waiting",
    Confirmed = "confirmed",
    Refused = "refused",
    Withdrawn = "withdrawn",
    Lapsed = "lapsed",
}

impl AssistedState {
    pub const fn status(&self) -> AssistedStatus {
        match self {
            Self::Waiting => AssistedStatus::Waiting,
            Self::Confirmed { .. } => AssistedStatus::Confirmed,
            Self::Refused { .. } => AssistedStatus::Refused,
            Self::Withdrawn { .. } => AssistedStatus::Withdrawn,
            Self::Lapsed { .. } => AssistedStatus::Lapsed,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assisted {
    pub id: AssistedId,
    pub post: EnteredPost,
    pub org: OrgId,
    pub asked: Asked,
    pub entered_by: UserId,
    pub entered_at: Timestamp,
    /// From then on it leaves the market, unless a signed slip stands for it.
    pub confirm_by: Timestamp,
    /// The slip that a member signed for what it says now.
    pub slip: Option<SlipId>,
    pub state: AssistedState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AssistedConflict {
    /// The organisation has answered, or it left the market: the office changes nothing any more.
    #[error("assisted_settled")]
    Settled,
    /// So much waits for the organisation's word already.
    #[error("too_many_assisted")]
    TooMany,
    #[error("too_many_slips")]
    TooManySlips,
}

impl Conflict for AssistedConflict {
    fn field(&self) -> Option<Cow<'static, str>> {
        None
    }
}

pub type AssistedError = Refusal<AssistedConflict>;

impl Assisted {
    /// How long the organisation has to say that it asked.
    pub const DAYS: i64 = 14;
    /// So much may wait for the word of one organisation; what was signed for waits for nobody.
    pub const MOST_WAITING: u64 = 30;

    /// Whom an officer stands for while entering or changing something: the desk of that organisation, under its own rules.
    pub fn desk(actor: &Actor, org: &Organisation) -> Result<Actor, Denied> {
        policy::allow(actor, Command::EnterForMember, Target::Org(org.id))?;
        Ok(Self::stand_in(actor.user, org))
    }

    /// Whom an officer stands for while filing papers of a member or correcting how to reach it: a director of it, for these acts alone.
    pub fn secretary(actor: &Actor, org: &Organisation) -> Result<Actor, Denied> {
        policy::allow(actor, Command::EnterForMember, Target::Org(org.id))?;
        Ok(Actor { role: Role::Director, ..Self::stand_in(actor.user, org) })
    }

    fn stand_in(user: UserId, org: &Organisation) -> Actor {
        Actor { user, role: Role::Clerk, membership: Some(org.membership()) }
    }

    /// Beside the post that was made by the desk; `waiting` counts what waits for this organisation's word.
    pub fn enter(
        actor: &Actor,
        org: OrgId,
        post: EnteredPost,
        asked: Asked,
        waiting: u64,
        id: AssistedId,
        now: Timestamp,
    ) -> Result<Self, AssistedError> {
        policy::allow(actor, Command::EnterForMember, Target::Org(org))?;
        if waiting >= Self::MOST_WAITING {
            return Err(Refusal::Conflict(AssistedConflict::TooMany));
        }
        let confirm_by = now + TimeDelta::days(Self::DAYS);
        let state = AssistedState::Waiting;
        Ok(Self { id, post, org, asked, entered_by: actor.user, entered_at: now, confirm_by, slip: None, state })
    }

    /// What ends before the days are over waits no longer than it stands on the market.
    #[must_use]
    pub fn until(self, closes: Timestamp) -> Self {
        Self { confirm_by: self.confirm_by.min(closes), ..self }
    }

    pub fn is_waiting(&self) -> bool {
        self.state == AssistedState::Waiting
    }

    /// As whom an officer changes or withdraws it: nobody any more once the organisation answered.
    pub fn office(&self, actor: &Actor, org: &Organisation) -> Result<Actor, AssistedError> {
        let desk = Self::desk(actor, org)?;
        self.require_waiting()?;
        Ok(desk)
    }

    /// The officer typed the reserve price and may read it to correct it, as long as it is the office's doing.
    pub fn shows_reserve(&self, actor: &Actor) -> bool {
        self.is_waiting() && policy::allow(actor, Command::EnterForMember, Target::Org(self.org)).is_ok()
    }

    /// "We asked for it." Saying it twice is harmless.
    pub fn confirm(&self, actor: &Actor, now: Timestamp) -> Result<Self, AssistedError> {
        policy::allow(actor, Command::AnswerAssisted, Target::Org(self.org))?;
        if matches!(self.state, AssistedState::Confirmed { .. }) {
            return Ok(self.clone());
        }
        self.settle(AssistedState::Confirmed { by: actor.user, at: now })
    }

    /// "It was not us." Whoever says so takes the post out of the market with it.
    pub fn refuse(&self, actor: &Actor, reason: Reason, now: Timestamp) -> Result<Self, AssistedError> {
        policy::allow(actor, Command::AnswerAssisted, Target::Org(self.org))?;
        self.settle(AssistedState::Refused { by: actor.user, at: now, reason })
    }

    /// In whose name the clock takes it out of the market: the officer's, who entered it under this condition. Nothing while there is
    /// time, while a signed slip stands for it, or once it is settled.
    pub fn lapse(&self, org: &Organisation, now: Timestamp) -> Option<(Self, Actor)> {
        (self.is_waiting() && self.slip.is_none() && now >= self.confirm_by)
            .then(|| (Self { state: AssistedState::Lapsed { at: now }, ..self.clone() }, Self::stand_in(self.entered_by, org)))
    }

    fn settle(&self, state: AssistedState) -> Result<Self, AssistedError> {
        self.require_waiting()?;
        Ok(Self { state, ..self.clone() })
    }

    fn require_waiting(&self) -> Result<(), AssistedError> {
        if self.is_waiting() { Ok(()) } else { Err(Refusal::Conflict(AssistedConflict::Settled)) }
    }
}

#[cfg(test)]
mod tests;
