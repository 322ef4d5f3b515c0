//! An organisation on its way into the market and out of it: it registers, the programme office verifies it or says why not, its
//! director rests it for a season or closes it.
use super::{Actor, GuardedValue, Membership, OpenDeals, OrgProfile, OrgStatus, Representative};
use crate::day::Timestamp;
use crate::error::{Conflict, FieldError, Refusal, fresh};
use crate::id::OrgId;
use crate::policy::{self, Command, Target};
use crate::reason::Reason;
use std::borrow::Cow;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    pub id: OrgId,
    pub profile: OrgProfile,
    pub status: OrgStatus,
    pub registered_at: Timestamp,
    /// When the office first took it in. From then on others know who signs for it and where its money goes, and both change
    /// by a guarded change alone.
    pub first_verified_at: Option<Timestamp>,
    /// Counts up by one with every change; an edit names the version it was made on.
    pub version: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OrgConflict {
    #[error("organisation_not_waiting")]
    NotWaiting,
    #[error("organisation_not_active")]
    NotActive,
    #[error("organisation_not_paused")]
    NotPaused,
    #[error("organisation_closed")]
    Closed,
    #[error("organisation_side_fixed")]
    SideFixed,
    #[error("guarded_change_needed")]
    Guarded(&'static str),
    #[error("organisation_proposals_open")]
    ProposalsOpen,
    #[error("organisation_contracts_open")]
    ContractsOpen,
    #[error("organisation_lines_open")]
    LinesOpen,
}

impl Conflict for OrgConflict {
    fn field(&self) -> Option<Cow<'static, str>> {
        match self {
            Self::SideFixed => Some("kind".into()),
            Self::Guarded(field) => Some((*field).into()),
            Self::NotWaiting
            | Self::NotActive
            | Self::NotPaused
            | Self::Closed
            | Self::ProposalsOpen
            | Self::ContractsOpen
            | Self::LinesOpen => None,
        }
    }
}

pub type OrgError = Refusal<OrgConflict>;

const fn against<T>(conflict: OrgConflict) -> Result<T, OrgError> {
    Err(Refusal::Conflict(conflict))
}

impl Organisation {
    /// Nobody is signed in yet: the first director registers together with the organisation.
    pub fn register(profile: OrgProfile, id: OrgId, now: Timestamp) -> Result<Self, Vec<FieldError>> {
        profile.check()?;
        Ok(Self { id, profile, status: OrgStatus::Submitted { at: now }, registered_at: now, first_verified_at: None, version: 1 })
    }

    /// The office enters an organisation from its own lists. It has no members yet; with a reason it is verified at once.
    pub fn enter(actor: &Actor, profile: OrgProfile, verified: Option<Reason>, id: OrgId, now: Timestamp) -> Result<Self, OrgError> {
        policy::allow(actor, Command::KeepOfficeLists, Target::Whole)?;
        let entered = Self::register(profile, id, now)?;
        Ok(match verified {
            None => entered,
            Some(reason) => {
                let status = OrgStatus::Verified { by: actor.user, at: now, reason: Some(reason) };
                Self { status, first_verified_at: Some(now), ..entered }
            }
        })
    }

    /// What a member of this organisation stands for.
    pub fn membership(&self) -> Membership {
        Membership { org: self.id, side: self.profile.kind.side(), verified: self.status.may_trade() }
    }

    /// Takes a waiting organisation into the market, or one back that was refused, suspended or closed.
    pub fn verify(&self, actor: &Actor, reason: Reason, now: Timestamp) -> Result<Self, OrgError> {
        policy::allow(actor, Command::VerifyOrganisation, Target::Org(self.id))?;
        match self.status {
            OrgStatus::Submitted { .. } | OrgStatus::Refused { .. } | OrgStatus::Suspended { .. } | OrgStatus::Closed { .. } => {
                let first_verified_at = self.first_verified_at.or(Some(now));
                Ok(Self { first_verified_at, ..self.moved_to(OrgStatus::Verified { by: actor.user, at: now, reason: Some(reason) }) })
            }
            OrgStatus::Verified { .. } | OrgStatus::Paused { .. } => against(OrgConflict::NotWaiting),
        }
    }

    pub fn refuse(&self, actor: &Actor, reason: Reason, now: Timestamp) -> Result<Self, OrgError> {
        policy::allow(actor, Command::VerifyOrganisation, Target::Org(self.id))?;
        match self.status {
            OrgStatus::Submitted { .. } => Ok(self.moved_to(OrgStatus::Refused { by: actor.user, at: now, reason })),
            OrgStatus::Verified { .. }
            | OrgStatus::Paused { .. }
            | OrgStatus::Refused { .. }
            | OrgStatus::Suspended { .. }
            | OrgStatus::Closed { .. } => against(OrgConflict::NotWaiting),
        }
    }

    /// Stops an organisation from entering anything new; what it signed stands.
    pub fn suspend(&self, actor: &Actor, reason: Reason, now: Timestamp) -> Result<Self, OrgError> {
        policy::allow(actor, Command::SuspendOrganisation, Target::Org(self.id))?;
        match self.status {
            OrgStatus::Verified { .. } | OrgStatus::Paused { .. } => {
                Ok(self.moved_to(OrgStatus::Suspended { by: actor.user, at: now, reason }))
            }
            OrgStatus::Submitted { .. } | OrgStatus::Refused { .. } | OrgStatus::Suspended { .. } | OrgStatus::Closed { .. } => {
                against(OrgConflict::NotActive)
            }
        }
    }

    /// Rests for a season: what is posted stays as it is and out of the rounds, what is agreed or proposed goes on.
    pub fn pause(&self, actor: &Actor, reason: Option<Reason>, seen: i64, now: Timestamp) -> Result<Self, OrgError> {
        policy::allow(actor, Command::PauseOrganisation, Target::Org(self.id))?;
        fresh(self.version, seen)?;
        match self.status {
            OrgStatus::Verified { .. } => Ok(self.moved_to(OrgStatus::Paused { by: actor.user, at: now, reason })),
            OrgStatus::Submitted { .. }
            | OrgStatus::Paused { .. }
            | OrgStatus::Refused { .. }
            | OrgStatus::Suspended { .. }
            | OrgStatus::Closed { .. } => against(OrgConflict::NotActive),
        }
    }

    /// Ends the own rest; nobody has to be asked.
    pub fn resume(&self, actor: &Actor, seen: i64, now: Timestamp) -> Result<Self, OrgError> {
        policy::allow(actor, Command::PauseOrganisation, Target::Org(self.id))?;
        fresh(self.version, seen)?;
        match self.status {
            OrgStatus::Paused { .. } => Ok(self.moved_to(OrgStatus::Verified { by: actor.user, at: now, reason: None })),
            OrgStatus::Submitted { .. }
            | OrgStatus::Verified { .. }
            | OrgStatus::Refused { .. }
            | OrgStatus::Suspended { .. }
            | OrgStatus::Closed { .. } => against(OrgConflict::NotPaused),
        }
    }

    /// Leaves the market, once nothing is open with anybody.
    pub fn close(&self, actor: &Actor, reason: Reason, open: OpenDeals, seen: i64, now: Timestamp) -> Result<Self, OrgError> {
        policy::allow(actor, Command::CloseOrganisation, Target::Org(self.id))?;
        self.closed(actor, reason, open, seen, now)
    }

    /// The office takes one out that is no more: dissolved, merged, or entered twice from its lists.
    pub fn close_for_office(&self, actor: &Actor, reason: Reason, open: OpenDeals, seen: i64, now: Timestamp) -> Result<Self, OrgError> {
        policy::allow(actor, Command::SuspendOrganisation, Target::Org(self.id))?;
        self.closed(actor, reason, open, seen, now)
    }

    fn closed(&self, actor: &Actor, reason: Reason, open: OpenDeals, seen: i64, now: Timestamp) -> Result<Self, OrgError> {
        fresh(self.version, seen)?;
        if matches!(self.status, OrgStatus::Closed { .. }) {
            return against(OrgConflict::Closed);
        }
        match open {
            OpenDeals { contracts: 1.., .. } => against(OrgConflict::ContractsOpen),
            OpenDeals { lines: 1.., .. } => against(OrgConflict::LinesOpen),
            OpenDeals { proposals: 1.., .. } => against(OrgConflict::ProposalsOpen),
            OpenDeals { proposals: 0, contracts: 0, lines: 0 } => Ok(self.moved_to(OrgStatus::Closed { by: actor.user, at: now, reason })),
        }
    }

    /// The organisation corrects what it says about itself. A refused one waits for the office again; so does a verified one
    /// whose party in law is no longer what was verified. A suspension stays, and so does a rest. Who signs and where money goes
    /// is free until the office first looked, and guarded from then on.
    pub fn edit(&self, actor: &Actor, profile: OrgProfile, seen: i64, now: Timestamp) -> Result<Self, OrgError> {
        policy::allow(actor, Command::EditOrganisation, Target::Org(self.id))?;
        fresh(self.version, seen)?;
        profile.check()?;
        if profile.kind.side() != self.profile.kind.side() {
            return against(OrgConflict::SideFixed);
        }
        let status = match self.status {
            OrgStatus::Closed { .. } => return against(OrgConflict::Closed),
            OrgStatus::Suspended { .. } => self.status.clone(),
            OrgStatus::Verified { .. } | OrgStatus::Paused { .. } if profile.is_same_party(&self.profile) => self.status.clone(),
            OrgStatus::Verified { .. } | OrgStatus::Paused { .. } | OrgStatus::Submitted { .. } | OrgStatus::Refused { .. } => {
                OrgStatus::Submitted { at: now }
            }
        };
        if let Some(field) = self.guarded_field(&profile) {
            return against(OrgConflict::Guarded(field));
        }
        Ok(Self { profile, ..self.moved_to(status) })
    }

    /// Whether money, signature and directors change by guarded changes alone: from the office's first look on.
    pub const fn is_guarded(&self) -> bool {
        self.first_verified_at.is_some()
    }

    /// The first field of an edit that only a guarded change may touch.
    fn guarded_field(&self, profile: &OrgProfile) -> Option<&'static str> {
        if !self.is_guarded() {
            return None;
        }
        let own = &self.profile;
        [
            ("profile.bank_account", profile.bank_account != own.bank_account),
            ("profile.representative", profile.representative != own.representative),
            ("profile.position", profile.position != own.position),
        ]
        .into_iter()
        .find_map(|(field, changes)| changes.then_some(field))
    }

    /// With what a guarded change brings in, when its time has come. The standing stays: the office has looked already. A role is
    /// the member's own, [`super::User::take_role`].
    #[must_use]
    pub fn with(&self, value: &GuardedValue) -> Self {
        let own = self.profile.clone();
        let profile = match value.clone() {
            GuardedValue::BankAccount(account) => OrgProfile { bank_account: Some(account), ..own },
            GuardedValue::Representative(Representative { name, position }) => OrgProfile { representative: name, position, ..own },
            GuardedValue::NewDirector(_) | GuardedValue::FormerDirector(_) => own,
        };
        Self { profile, ..self.moved_to(self.status.clone()) }
    }

    fn moved_to(&self, status: OrgStatus) -> Self {
        Self { status, version: self.version + 1, ..self.clone() }
    }
}

#[cfg(test)]
mod tests;
