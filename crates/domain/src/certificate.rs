//! A certificate as its holder enters it and the programme office verifies it; what it proves on a day for a variety.
mod expiry;
mod growing;
mod indication;
mod lab;
mod ocop;
mod terms;
mod tonnage;

pub use expiry::NOTICE_DAYS;
pub use indication::{GI_VARIETIES, OldCommune, OldCommuneError};
pub use lab::{Analyte, LabResult};
pub use ocop::{OcopCriteria, OcopCriteriaError};
pub use terms::CertificateTerms;
pub use tonnage::{Sold, Tonnage, season, tonnage};

use crate::account::Actor;
use crate::coded::coded;
use crate::day::{Timestamp, TradeDay};
use crate::error::{Conflict, Refusal, fresh};
use crate::id::{CertificateId, OrgId, UserId};
use crate::policy::{self, Command, Denied, Target};
use crate::product::{CertKind, CertKinds, Slug};
use crate::reason::Reason;
use crate::text::Name;
use std::borrow::Cow;

/// Where a certificate stands with the programme office. That it ran out is decided by the day alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CertificateStatus {
    Submitted { at: Timestamp },
    Verified { by: UserId, at: Timestamp, reason: Reason },
    Refused { by: UserId, at: Timestamp, reason: Reason },
    Suspended { by: UserId, at: Timestamp, reason: Reason },
}

coded! {
    /// The name of a status, without who and when.
    CertificateStanding, CertificateStandingError = "unknown_choice";
    Submitted = "submitted",
    Verified = "verified",
    Refused = "refused",
    Suspended = "suspended",
}

impl CertificateStatus {
    pub const fn code(&self) -> &'static str {
        self.standing().code()
    }

    pub const fn standing(&self) -> CertificateStanding {
        match self {
            Self::Submitted { .. } => CertificateStanding::Submitted,
            Self::Verified { .. } => CertificateStanding::Verified,
            Self::Refused { .. } => CertificateStanding::Refused,
            Self::Suspended { .. } => CertificateStanding::Suspended,
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
pub enum CertificateConflict {
    #[error("certificate_not_waiting")]
    NotWaiting,
    #[error("certificate_not_active")]
    NotActive,
}

impl Conflict for CertificateConflict {
    fn field(&self) -> Option<Cow<'static, str>> {
        match self {
            Self::NotWaiting | Self::NotActive => None,
        }
    }
}

pub type CertificateError = Refusal<CertificateConflict>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    pub id: CertificateId,
    pub org: OrgId,
    pub terms: CertificateTerms,
    pub status: CertificateStatus,
    /// Counts up by one with every change and with every scan that comes or goes; an edit and a decision name the version they were
    /// made on.
    pub version: i64,
}

impl Certificate {
    /// For the actor's own organisation.
    pub fn add(actor: &Actor, terms: CertificateTerms, id: CertificateId, now: Timestamp) -> Result<Self, CertificateError> {
        policy::allow(actor, Command::AddCertificate, Target::own(actor))?;
        let org = actor.org().ok_or(Denied::Forbidden)?;
        terms.check(TradeDay::of(now))?;
        Ok(Self { id, org, terms, status: CertificateStatus::Submitted { at: now }, version: 1 })
    }

    /// The office enters a holder's certificate from its own lists; with a reason it is verified at once.
    pub fn enter(
        actor: &Actor,
        org: OrgId,
        terms: CertificateTerms,
        verified: Option<Reason>,
        id: CertificateId,
        now: Timestamp,
    ) -> Result<Self, CertificateError> {
        policy::allow(actor, Command::KeepOfficeLists, Target::Whole)?;
        terms.check(TradeDay::of(now))?;
        let status = match verified {
            None => CertificateStatus::Submitted { at: now },
            Some(reason) => CertificateStatus::Verified { by: actor.user, at: now, reason },
        };
        Ok(Self { id, org, terms, status, version: 1 })
    }

    /// Whatever it was, a changed certificate waits for the office again.
    pub fn edit(&self, actor: &Actor, terms: CertificateTerms, seen: i64, now: Timestamp) -> Result<Self, CertificateError> {
        policy::allow(actor, Command::EditCertificate, Target::Org(self.org))?;
        fresh(self.version, seen)?;
        terms.check(TradeDay::of(now))?;
        Ok(Self { terms, ..self.moved_to(CertificateStatus::Submitted { at: now }) })
    }

    /// Takes a waiting certificate as true, or a suspended one back: as it was seen, with its scans, and no other.
    pub fn verify(&self, actor: &Actor, reason: Reason, seen: i64, now: Timestamp) -> Result<Self, CertificateError> {
        policy::allow(actor, Command::VerifyCertificate, Target::Org(self.org))?;
        fresh(self.version, seen)?;
        match self.status {
            CertificateStatus::Submitted { .. } | CertificateStatus::Suspended { .. } => {
                Ok(self.moved_to(CertificateStatus::Verified { by: actor.user, at: now, reason }))
            }
            CertificateStatus::Verified { .. } | CertificateStatus::Refused { .. } => {
                Err(Refusal::Conflict(CertificateConflict::NotWaiting))
            }
        }
    }

    /// A refusal is about what was seen too: its reason may be mended meanwhile.
    pub fn refuse(&self, actor: &Actor, reason: Reason, seen: i64, now: Timestamp) -> Result<Self, CertificateError> {
        policy::allow(actor, Command::VerifyCertificate, Target::Org(self.org))?;
        fresh(self.version, seen)?;
        match self.status {
            CertificateStatus::Submitted { .. } => Ok(self.moved_to(CertificateStatus::Refused { by: actor.user, at: now, reason })),
            CertificateStatus::Verified { .. } | CertificateStatus::Refused { .. } | CertificateStatus::Suspended { .. } => {
                Err(Refusal::Conflict(CertificateConflict::NotWaiting))
            }
        }
    }

    /// The issuer or the office took it back for now: from here on it proves nothing.
    pub fn suspend(&self, actor: &Actor, reason: Reason, now: Timestamp) -> Result<Self, CertificateError> {
        policy::allow(actor, Command::VerifyCertificate, Target::Org(self.org))?;
        match self.status {
            CertificateStatus::Verified { .. } => Ok(self.moved_to(CertificateStatus::Suspended { by: actor.user, at: now, reason })),
            CertificateStatus::Submitted { .. } | CertificateStatus::Refused { .. } | CertificateStatus::Suspended { .. } => {
                Err(Refusal::Conflict(CertificateConflict::NotActive))
            }
        }
    }

    fn moved_to(&self, status: CertificateStatus) -> Self {
        Self { status, version: self.version + 1, ..self.clone() }
    }

    /// Whether it counts for this variety on this day.
    pub fn covers(&self, variety: &Slug, day: TradeDay) -> bool {
        self.proof().is_some_and(|proof| proof.covers(variety, day))
    }

    /// What it proves to others: nothing unless it is verified, and a test that was failed never does.
    pub fn proof(&self) -> Option<Proof> {
        let CertificateTerms { kind, number, varieties, issued_on, valid_to, .. } = &self.terms;
        let proof =
            || Proof { kind: *kind, number: number.clone(), varieties: varieties.clone(), issued_on: *issued_on, valid_to: *valid_to };
        (self.status.is_verified() && self.terms.speaks_for_the_goods()).then(proof)
    }
}

/// What a verified certificate proves: all that lists and rounds read of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    pub kind: CertKind,
    pub number: Name,
    /// The whole site when empty.
    pub varieties: Vec<Slug>,
    pub issued_on: TradeDay,
    pub valid_to: TradeDay,
}

impl Proof {
    /// Whether it is about this variety, on whatever day.
    pub fn names(&self, variety: &Slug) -> bool {
        self.varieties.is_empty() || self.varieties.contains(variety)
    }

    /// Whether it counts for this variety on this day.
    pub fn covers(&self, variety: &Slug, day: TradeDay) -> bool {
        self.issued_on <= day && day <= self.valid_to && self.names(variety)
    }
}

/// What an organisation's certificates prove for a variety on a day.
pub fn kinds_valid<'a>(proofs: impl IntoIterator<Item = &'a Proof>, variety: &Slug, day: TradeDay) -> CertKinds {
    proofs.into_iter().filter(|proof| proof.covers(variety, day)).map(|proof| proof.kind).collect()
}

#[cfg(test)]
mod tests;
