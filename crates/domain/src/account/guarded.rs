//! What thieves change first: where an organisation's money goes, who signs for it, and who leads it. Such a change passes a director who knows
//! the password, a second member, the programme office, and some days in which everybody may say that it is wrong.
mod ring;
mod value;

pub use ring::PhoneChange;
pub use value::{Asked, GuardedKind, GuardedKindError, GuardedValue, MemberRole, Representative};

use super::{Actor, BankAccount, OrgStatus, Organisation, Role, User};
use crate::day::Timestamp;
use crate::error::{Conflict, Refusal, fresh};
use crate::id::{GuardedChangeId, OrgId, UserId};
use crate::policy::{self, Command, Target};
use crate::reason::Reason;
use chrono::TimeDelta;
use std::borrow::Cow;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuardedChange {
    pub id: GuardedChangeId,
    pub org: OrgId,
    /// What stood there when it was asked for; nothing when there was no account yet.
    pub old: Option<GuardedValue>,
    pub new: GuardedValue,
    pub reason: Reason,
    pub asked: Step,
    /// The second member; nobody when there is none who could, and then the wait is longer.
    pub confirmed: Option<Step>,
    pub state: GuardedState,
    pub version: i64,
}

/// Who, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub by: UserId,
    pub at: Timestamp,
}

/// What the office says, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuardedVerdict {
    pub step: Step,
    pub reason: Reason,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GuardedState {
    /// For the second member.
    ToConfirm,
    /// For the office.
    ToDecide,
    /// Approved; it takes effect at that time unless somebody stops it.
    Cooling {
        verdict: GuardedVerdict,
        from: Timestamp,
    },
    InForce {
        verdict: GuardedVerdict,
        from: Timestamp,
    },
    Refused {
        verdict: GuardedVerdict,
    },
    /// Nobody confirmed it in time; or the office had said yes, and when the time came there was nothing left to change: the member
    /// had gone, or was the last director.
    Expired {
        at: Timestamp,
        verdict: Option<GuardedVerdict>,
    },
    /// By a director or the office, at whatever step it was.
    Stopped {
        by: GuardedVerdict,
        verdict: Option<GuardedVerdict>,
        from: Option<Timestamp>,
    },
}

impl GuardedState {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::ToConfirm => "to_confirm",
            Self::ToDecide => "to_decide",
            Self::Cooling { .. } => "cooling",
            Self::InForce { .. } => "in_force",
            Self::Refused { .. } => "refused",
            Self::Expired { .. } => "expired",
            Self::Stopped { .. } => "stopped",
        }
    }

    pub const fn is_open(&self) -> bool {
        match self {
            Self::ToConfirm | Self::ToDecide | Self::Cooling { .. } => true,
            Self::InForce { .. } | Self::Refused { .. } | Self::Expired { .. } | Self::Stopped { .. } => false,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum GuardedConflict {
    /// The office never looked at this organisation: it corrects its own form.
    #[error("guarded_change_not_yet")]
    NotYet,
    #[error("organisation_closed")]
    OrgClosed,
    #[error("guarded_change_nothing")]
    Nothing,
    #[error("guarded_change_own")]
    Own,
    /// It is about the role of whoever wants to confirm or stop it.
    #[error("guarded_change_about_you")]
    AboutYou,
    /// Nobody becomes a director by it and no other director stops being one.
    #[error("guarded_change_role_free")]
    RoleFree,
    #[error("role_not_of_a_member")]
    RoleNotOfAMember,
    #[error("account_closed")]
    MemberClosed,
    #[error("guarded_change_newcomer")]
    Newcomer,
    /// Whoever could confirm lost the account only days ago.
    #[error("guarded_change_members_left")]
    MembersLeft,
    /// It is at another step by now, or over.
    #[error("guarded_change_elsewhere")]
    Elsewhere,
}

impl Conflict for GuardedConflict {
    fn field(&self) -> Option<Cow<'static, str>> {
        None
    }
}

pub type GuardedError = Refusal<GuardedConflict>;

const fn against<T>(conflict: GuardedConflict) -> Result<T, GuardedError> {
    Err(Refusal::Conflict(conflict))
}

/// The other members of an organisation when one of them asks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Others {
    /// How many could confirm.
    pub able: u64,
    /// How many accounts were closed since a confirmer's account must be open.
    pub left: u64,
}

impl GuardedChange {
    /// Days between the office's yes and the effect. A weekend and a day: whoever is robbed has the time to notice and to ring, and
    /// a cooperative that changes its bank does not miss a payment run.
    pub const COOLING_DAYS: i64 = 3;
    /// The same when no second member looked at it. Then nobody but the office could have noticed, so people get a whole week.
    pub const COOLING_DAYS_ALONE: i64 = 7;
    /// How old an account must be to confirm: whoever takes a director's account over could open a second one the same hour.
    pub const CONFIRMER_DAYS: i64 = 7;
    /// How long a second member has to confirm: long enough for a manager who is away, too short for a request that everybody
    /// forgot to be confirmed by whoever comes later.
    pub const CONFIRM_DAYS: i64 = 14;
    /// How long everybody who pays is warned after a new account took effect. Whose contract names the old one is warned as long as
    /// it does.
    pub const WARNING_DAYS: i64 = 30;

    /// Accounts opened after this cannot confirm what is asked now.
    pub fn confirmers_before(asked_at: Timestamp) -> Timestamp {
        asked_at - TimeDelta::days(Self::CONFIRMER_DAYS)
    }

    /// A director asks, the password just typed again. When no other member could confirm, the office alone decides.
    pub fn ask(
        actor: &Actor,
        org: &Organisation,
        asked: Asked,
        reason: Reason,
        others: Others,
        id: GuardedChangeId,
        now: Timestamp,
    ) -> Result<Self, GuardedError> {
        policy::allow(actor, Command::AskGuardedChange, Target::Org(org.id))?;
        if org.first_verified_at.is_none() {
            return against(GuardedConflict::NotYet);
        }
        if matches!(org.status, OrgStatus::Closed { .. }) {
            return against(GuardedConflict::OrgClosed);
        }
        let Asked { old, new } = asked;
        if old.as_ref() == Some(&new) {
            return against(GuardedConflict::Nothing);
        }
        if others.able == 0 && others.left > 0 {
            return against(GuardedConflict::MembersLeft);
        }
        let state = if others.able == 0 { GuardedState::ToDecide } else { GuardedState::ToConfirm };
        let asked = Step { by: actor.user, at: now };
        Ok(Self { id, org: org.id, old, new, reason, asked, confirmed: None, state, version: 1 })
    }

    /// What may be asked about a colleague's role. One's own a director gives up alone.
    pub fn of_role(actor: &Actor, member: &User, role: Role) -> Result<Asked, GuardedError> {
        policy::allow(actor, Command::AskGuardedChange, member.org.map_or(Target::Person(member.id), Target::Org))?;
        if member.closed_at.is_some() {
            return against(GuardedConflict::MemberClosed);
        }
        if !role.is_member() {
            return against(GuardedConflict::RoleNotOfAMember);
        }
        let directs = [member.role, role].contains(&Role::Director);
        if !directs || member.id == actor.user { against(GuardedConflict::RoleFree) } else { Ok(Asked::role(member, role)) }
    }

    /// Another member says that the organisation wants it. `settled` is since when that member's account is in the hands it is in.
    pub fn confirm(&self, actor: &Actor, settled: Timestamp, seen: i64, now: Timestamp) -> Result<Self, GuardedError> {
        policy::allow(actor, Command::ConfirmGuardedChange, Target::Org(self.org))?;
        if self.confirm_by().is_none_or(|end| end <= now) {
            return against(GuardedConflict::Elsewhere);
        }
        if actor.user == self.asked.by {
            return against(GuardedConflict::Own);
        }
        self.not_about(actor)?;
        if !Self::may_confirm(self.asked.at, settled) {
            return against(GuardedConflict::Newcomer);
        }
        fresh(self.version, seen)?;
        Ok(Self { confirmed: Some(Step { by: actor.user, at: now }), ..self.moved_to(GuardedState::ToDecide) })
    }

    /// Nobody decides about the own role: it would be no second pair of eyes, and whoever is to go would stop it every time.
    fn not_about(&self, actor: &Actor) -> Result<(), GuardedError> {
        if self.is_about(actor.user) { against(GuardedConflict::AboutYou) } else { Ok(()) }
    }

    pub fn is_about(&self, user: UserId) -> bool {
        self.new.member().is_some_and(|of| of.member == user)
    }

    /// Until when a second member can confirm it; nothing when it does not wait for one.
    pub fn confirm_by(&self) -> Option<Timestamp> {
        (self.state == GuardedState::ToConfirm).then(|| self.asked.at + TimeDelta::days(Self::CONFIRM_DAYS))
    }

    /// What the clock does to a request that nobody confirmed.
    pub fn expire(&self, now: Timestamp) -> Option<Self> {
        self.confirm_by().filter(|end| *end <= now).map(|_| self.moved_to(GuardedState::Expired { at: now, verdict: None }))
    }

    /// Whether an account is old enough to confirm.
    pub fn may_confirm(asked_at: Timestamp, settled: Timestamp) -> bool {
        settled <= Self::confirmers_before(asked_at)
    }

    /// The office says yes, and the wait begins, or no, and it is over.
    pub fn decide(&self, actor: &Actor, approve: bool, reason: Reason, seen: i64, now: Timestamp) -> Result<Self, GuardedError> {
        policy::allow(actor, Command::DecideGuardedChange, Target::Org(self.org))?;
        if self.state != GuardedState::ToDecide {
            return against(GuardedConflict::Elsewhere);
        }
        fresh(self.version, seen)?;
        let verdict = GuardedVerdict { step: Step { by: actor.user, at: now }, reason };
        Ok(self.moved_to(if approve {
            GuardedState::Cooling { verdict, from: now + TimeDelta::days(self.cooling_days()) }
        } else {
            GuardedState::Refused { verdict }
        }))
    }

    pub const fn cooling_days(&self) -> i64 {
        if self.confirmed.is_some() { Self::COOLING_DAYS } else { Self::COOLING_DAYS_ALONE }
    }

    /// A director or the office stops it while it has no effect. It takes no version: whoever sees a theft must not be told to
    /// read again first. A director whose role it is about tells the office.
    pub fn stop(&self, actor: &Actor, reason: Reason, now: Timestamp) -> Result<Self, GuardedError> {
        policy::allow(actor, Command::StopGuardedChange, Target::Org(self.org))?;
        self.not_about(actor)?;
        self.stopped(actor.user, reason, now).map_or_else(|| against(GuardedConflict::Elsewhere), Ok)
    }

    /// The same when the organisation is suspended or closed: part of what that person decided.
    pub fn stopped(&self, by: UserId, reason: Reason, now: Timestamp) -> Option<Self> {
        let (verdict, from) = match &self.state {
            GuardedState::ToConfirm | GuardedState::ToDecide => (None, None),
            GuardedState::Cooling { verdict, from } => (Some(verdict.clone()), Some(*from)),
            GuardedState::InForce { .. } | GuardedState::Refused { .. } | GuardedState::Expired { .. } | GuardedState::Stopped { .. } => {
                return None;
            }
        };
        let by = GuardedVerdict { step: Step { by, at: now }, reason };
        Some(self.moved_to(GuardedState::Stopped { by, verdict, from }))
    }

    /// What the clock does: the wait is over.
    pub fn take_effect(&self, now: Timestamp) -> Option<Self> {
        match &self.state {
            GuardedState::Cooling { verdict, from } if *from <= now => {
                Some(self.moved_to(GuardedState::InForce { verdict: verdict.clone(), from: *from }))
            }
            _ => None,
        }
    }

    /// The same where nothing was left to change by then.
    pub fn come_to_nothing(&self, now: Timestamp) -> Option<Self> {
        match &self.state {
            GuardedState::Cooling { verdict, from } if *from <= now => {
                Some(self.moved_to(GuardedState::Expired { at: now, verdict: Some(verdict.clone()) }))
            }
            _ => None,
        }
    }

    /// Since or until when whoever pays by a contract that names an account is warned that it is another; nothing when there is no
    /// need.
    pub fn warns_payers(&self, named: Option<&BankAccount>, now: Timestamp) -> Option<Timestamp> {
        match (&self.new, &self.state) {
            (GuardedValue::BankAccount(_), GuardedState::Cooling { from, .. }) => Some(*from),
            (GuardedValue::BankAccount(new), GuardedState::InForce { from, .. }) => {
                (named != Some(new) || now < *from + TimeDelta::days(Self::WARNING_DAYS)).then_some(*from)
            }
            _ => None,
        }
    }

    fn moved_to(&self, state: GuardedState) -> Self {
        Self { state, version: self.version + 1, ..self.clone() }
    }
}

#[cfg(test)]
mod tests;
