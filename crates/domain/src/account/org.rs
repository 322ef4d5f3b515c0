//! An organisation on its way into the market: it registers, the programme office verifies it or says why not.
use super::{Actor, Membership, OrgProfile};
use crate::day::Timestamp;
use crate::error::{Conflict, FieldError, Refusal, fresh};
use crate::id::{OrgId, UserId};
use crate::policy::{self, Command, Target};
use crate::reason::Reason;
use std::borrow::Cow;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    pub id: OrgId,
    pub profile: OrgProfile,
    pub status: OrgStatus,
    pub registered_at: Timestamp,
    /// Counts up by one with every change; an edit names the version it was made on.
    pub version: i64,
}

/// Where an organisation stands with the programme office. Only verified ones enter the market.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OrgStatus {
    Submitted { at: Timestamp },
    Verified { by: UserId, at: Timestamp, reason: Reason },
    Refused { by: UserId, at: Timestamp, reason: Reason },
    Suspended { by: UserId, at: Timestamp, reason: Reason },
}

impl OrgStatus {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Submitted { .. } => "submitted",
            Self::Verified { .. } => "verified",
            Self::Refused { .. } => "refused",
            Self::Suspended { .. } => "suspended",
        }
    }

    pub const fn is_verified(&self) -> bool {
        match self {
            Self::Verified { .. } => true,
            Self::Submitted { .. } | Self::Refused { .. } | Self::Suspended { .. } => false,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OrgConflict {
    #[error("organisation_not_waiting")]
    NotWaiting,
    #[error("organisation_not_active")]
    NotActive,
    #[error("organisation_side_fixed")]
    SideFixed,
}

impl Conflict for OrgConflict {
    fn field(&self) -> Option<Cow<'static, str>> {
        match self {
            Self::SideFixed => Some("kind".into()),
            Self::NotWaiting | Self::NotActive => None,
        }
    }
}

pub type OrgError = Refusal<OrgConflict>;

impl Organisation {
    /// Nobody is signed in yet: the first director registers together with the organisation.
    pub fn register(profile: OrgProfile, id: OrgId, now: Timestamp) -> Result<Self, Vec<FieldError>> {
        profile.check()?;
        Ok(Self { id, profile, status: OrgStatus::Submitted { at: now }, registered_at: now, version: 1 })
    }

    /// What a member of this organisation stands for.
    pub const fn membership(&self) -> Membership {
        Membership { org: self.id, side: self.profile.kind.side(), verified: self.status.is_verified() }
    }

    /// Takes a waiting organisation into the market, or a suspended one back.
    pub fn verify(&self, actor: &Actor, reason: Reason, now: Timestamp) -> Result<Self, OrgError> {
        policy::allow(actor, Command::VerifyOrganisation, Target::Org(self.id))?;
        match self.status {
            OrgStatus::Submitted { .. } | OrgStatus::Suspended { .. } => {
                Ok(self.moved_to(OrgStatus::Verified { by: actor.user, at: now, reason }))
            }
            OrgStatus::Verified { .. } | OrgStatus::Refused { .. } => Err(Refusal::Conflict(OrgConflict::NotWaiting)),
        }
    }

    pub fn refuse(&self, actor: &Actor, reason: Reason, now: Timestamp) -> Result<Self, OrgError> {
        policy::allow(actor, Command::VerifyOrganisation, Target::Org(self.id))?;
        match self.status {
            OrgStatus::Submitted { .. } => Ok(self.moved_to(OrgStatus::Refused { by: actor.user, at: now, reason })),
            OrgStatus::Verified { .. } | OrgStatus::Refused { .. } | OrgStatus::Suspended { .. } => {
                Err(Refusal::Conflict(OrgConflict::NotWaiting))
            }
        }
    }

    /// Stops an organisation from entering anything new; what it promised stands.
    pub fn suspend(&self, actor: &Actor, reason: Reason, now: Timestamp) -> Result<Self, OrgError> {
        policy::allow(actor, Command::SuspendOrganisation, Target::Org(self.id))?;
        match self.status {
            OrgStatus::Verified { .. } => Ok(self.moved_to(OrgStatus::Suspended { by: actor.user, at: now, reason })),
            OrgStatus::Submitted { .. } | OrgStatus::Refused { .. } | OrgStatus::Suspended { .. } => {
                Err(Refusal::Conflict(OrgConflict::NotActive))
            }
        }
    }

    /// The organisation corrects what it says about itself. A refused one waits for the office again; so does a verified one
    /// whose party in law, signer or bank account is no longer what was verified. A suspension stays.
    pub fn edit(&self, actor: &Actor, profile: OrgProfile, seen: i64, now: Timestamp) -> Result<Self, OrgError> {
        policy::allow(actor, Command::EditOrganisation, Target::Org(self.id))?;
        fresh(self.version, seen)?;
        profile.check()?;
        if profile.kind.side() != self.profile.kind.side() {
            return Err(Refusal::Conflict(OrgConflict::SideFixed));
        }
        let status = match self.status {
            OrgStatus::Suspended { .. } => self.status.clone(),
            OrgStatus::Verified { .. } if profile.is_same_party(&self.profile) => self.status.clone(),
            OrgStatus::Verified { .. } | OrgStatus::Submitted { .. } | OrgStatus::Refused { .. } => OrgStatus::Submitted { at: now },
        };
        Ok(Self { profile, ..self.moved_to(status) })
    }

    fn moved_to(&self, status: OrgStatus) -> Self {
        Self { status, version: self.version + 1, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::profile::tests::cooperative;
    use crate::account::{OrgKind, Role};
    use crate::policy::Denied;
    use std::fmt::Write;
    use uuid::Uuid;

    fn now() -> Timestamp {
        "2026-11-21T05:00:00Z".parse().unwrap()
    }

    fn reason() -> Reason {
        "Giấy tờ đủ".parse().unwrap()
    }

    fn officer() -> Actor {
        Actor { user: Uuid::from_u128(9).into(), role: Role::Officer, membership: None }
    }

    fn director(org: &Organisation) -> Actor {
        Actor { user: Uuid::from_u128(2).into(), role: Role::Director, membership: Some(org.membership()) }
    }

    fn registered() -> Organisation {
        Organisation::register(cooperative(), Uuid::from_u128(1).into(), now()).unwrap()
    }

    fn in_each_status() -> Vec<Organisation> {
        let submitted = registered();
        let verified = submitted.verify(&officer(), reason(), now()).unwrap();
        let refused = submitted.refuse(&officer(), reason(), now()).unwrap();
        let suspended = verified.suspend(&officer(), reason(), now()).unwrap();
        vec![submitted, verified, refused, suspended]
    }

    #[test]
    fn every_step_from_every_status() {
        let mut table = String::new();
        for org in in_each_status() {
            let director = director(&org);
            let same = org.profile.clone();
            let called = OrgProfile { phone: "0987654321".parse().unwrap(), ..same.clone() };
            let other_signer = OrgProfile { representative: "Bùi Văn Nam".parse().unwrap(), ..same.clone() };
            let steps = [
                ("verify", org.verify(&officer(), reason(), now())),
                ("refuse", org.refuse(&officer(), reason(), now())),
                ("suspend", org.suspend(&officer(), reason(), now())),
                ("edit phone", org.edit(&director, called, org.version, now())),
                ("edit signer", org.edit(&director, other_signer, org.version, now())),
            ];
            for (step, result) in steps {
                let result = result.map_or_else(|error| error.to_string(), |next| next.status.code().to_owned());
                writeln!(table, "{} + {step} -> {result}", org.status.code()).unwrap();
            }
        }
        insta::assert_snapshot!("steps", table);
    }

    #[test]
    fn a_step_keeps_who_when_and_why_and_counts_the_version() {
        let verified = registered().verify(&officer(), reason(), now()).unwrap();
        assert_eq!(verified.status, OrgStatus::Verified { by: officer().user, at: now(), reason: reason() });
        assert_eq!(verified.version, 2);
        assert!(verified.membership().verified && !registered().membership().verified);
    }

    #[test]
    fn only_the_office_verifies_and_only_the_own_director_edits() {
        let org = registered();
        assert_eq!(org.verify(&director(&org), reason(), now()), Err(Refusal::Denied(Denied::Forbidden)));
        let clerk = Actor { role: Role::Clerk, ..director(&org) };
        assert_eq!(org.edit(&clerk, cooperative(), 1, now()), Err(Refusal::Denied(Denied::Forbidden)));
        let stranger = Organisation { id: Uuid::from_u128(7).into(), ..org.clone() };
        assert_eq!(org.edit(&director(&stranger), cooperative(), 1, now()), Err(Refusal::Denied(Denied::Hidden)));
    }

    #[test]
    fn an_edit_is_checked_like_a_registration() {
        let org = registered();
        let edit = |profile, seen| org.edit(&director(&org), profile, seen, now());
        assert_eq!(edit(cooperative(), 0), Err(Refusal::Stale));
        let untaxed = OrgProfile { tax_code: None, ..cooperative() };
        assert_eq!(edit(untaxed.clone(), 1), Err(Refusal::Invalid(vec![FieldError::new("tax_code", "tax_code_required")])));
        assert!(Organisation::register(untaxed, org.id, now()).is_err());
        let buyer = OrgProfile { kind: OrgKind::Enterprise, ..cooperative() };
        assert_eq!(edit(buyer, 1), Err(Refusal::Conflict(OrgConflict::SideFixed)));
        assert!(edit(OrgProfile { kind: OrgKind::Farm, ..cooperative() }, 1).is_ok());
    }
}
