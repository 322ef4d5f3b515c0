//! A contract (hợp đồng): what both sides accepted, frozen as text, signed by a director of each, then carried out.
//!
//! [`Contract::apply`] is what people do, [`Contract::lapse`] what time does, [`Contract::settle`] what the deliveries and
//! payments in its [`crate::ledger::Ledger`] do.
mod conditions;
mod number;
mod party;
mod signature;
mod terms;

pub use conditions::{Conditions, Forum, ForumError, Mediator, MediatorError};
pub use number::{ContractNumber, ContractNumberError};
pub use party::PartySnapshot;
pub use signature::{Authority, DocHash, DocHashError, Signature, SignatureFacts};
pub use terms::{
    Agreement, CertificatePromise, ContractTerms, Frozen, Goods, Places, PromisedLine, QualityPromise, SizePromise, TermsError,
};

use crate::account::{Actor, Side};
use crate::day::{Timestamp, TradeDay};
use crate::error::{Conflict, FieldError, Refusal};
use crate::id::{ContractId, DemandId, OfferId, OrgId, ProposalId, UserId};
use crate::ledger::Ledger;
use crate::policy;
use crate::proposal::Proposal;
use crate::quantity::Kg;
use crate::reason::Reason;
use crate::reservation::Hold;
use std::borrow::Cow;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contract {
    pub id: ContractId,
    pub proposal: ProposalId,
    pub offer: OfferId,
    pub demand: DemandId,
    pub supplier: OrgId,
    pub buyer: OrgId,
    /// Counts the texts this contract has had; each new one starts unsigned.
    pub edition: u16,
    pub terms: ContractTerms,
    /// The SHA-256 of [`crate::contract_text::render`] of the terms.
    pub hash: DocHash,
    pub state: State,
    /// Those on this edition.
    pub signatures: Vec<Signature>,
    /// Counts up by one with every change, of its ledger too.
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    Signing,
    HalfSigned { by: Side, at: Timestamp },
    InForce { since: Timestamp },
    Completed { at: Timestamp },
    Terminated { by: Side, user: UserId, at: Timestamp, reason: Reason },
    Expired { at: Timestamp },
}

/// What a director does with a contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    Sign(SignatureFacts),
    /// Refuses to sign.
    Decline {
        reason: Reason,
    },
    /// Ends a contract in force; what was delivered is still owed.
    Terminate {
        reason: Reason,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ContractConflict {
    #[error("contract_not_in_signing")]
    NotInSigning,
    #[error("contract_not_in_force")]
    NotInForce,
    #[error("contract_expired")]
    Expired,
    #[error("contract_already_signed")]
    AlreadySigned,
    /// The text on the screen is not the one to sign.
    #[error("hash_mismatch")]
    HashMismatch,
}

impl Conflict for ContractConflict {
    fn field(&self) -> Option<Cow<'static, str>> {
        match self {
            Self::HashMismatch => Some("hash".into()),
            Self::NotInSigning | Self::NotInForce | Self::Expired | Self::AlreadySigned => None,
        }
    }
}

pub type ContractError = Refusal<ContractConflict>;

fn against<T>(conflict: ContractConflict) -> Result<T, ContractError> {
    Err(Refusal::Conflict(conflict))
}

impl Command {
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Sign(_) => "sign",
            Self::Decline { .. } => "decline",
            Self::Terminate { .. } => "terminate",
        }
    }

    const fn right(&self) -> policy::Command {
        match self {
            Self::Sign(_) => policy::Command::SignContract,
            Self::Decline { .. } => policy::Command::DeclineContract,
            Self::Terminate { .. } => policy::Command::TerminateContract,
        }
    }
}

impl State {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Signing => "signing",
            Self::HalfSigned { .. } => "half_signed",
            Self::InForce { .. } => "in_force",
            Self::Completed { .. } => "completed",
            Self::Terminated { .. } => "terminated",
            Self::Expired { .. } => "expired",
        }
    }
}

impl Contract {
    /// How long both sides have to sign.
    pub const SIGN_HOURS: i64 = 48;

    /// What both sides accepted, as a first text that nobody has signed.
    pub fn draw_up(id: ContractId, proposal: &Proposal, terms: ContractTerms, hash: DocHash) -> Self {
        Self {
            id,
            proposal: proposal.id,
            offer: proposal.offer,
            demand: proposal.demand,
            supplier: proposal.supplier,
            buyer: proposal.buyer,
            edition: 1,
            terms,
            hash,
            state: State::Signing,
            signatures: Vec::new(),
            version: 1,
        }
    }

    /// The side for which this person may sign now; asked before a code is sent.
    pub fn signing_side(&self, actor: &Actor, now: Timestamp) -> Result<Side, ContractError> {
        let side = policy::party(actor, policy::Command::SignContract, self.supplier, self.buyer)?;
        match self.state {
            State::Signing | State::HalfSigned { .. } if now >= self.terms.sign_by => against(ContractConflict::Expired),
            State::Signing | State::HalfSigned { .. } if self.signature(side).is_some() => against(ContractConflict::AlreadySigned),
            State::Signing | State::HalfSigned { .. } => Ok(side),
            State::Expired { .. } => against(ContractConflict::Expired),
            State::InForce { .. } | State::Completed { .. } | State::Terminated { .. } => against(ContractConflict::NotInSigning),
        }
    }

    /// What a person does.
    pub fn apply(&self, actor: &Actor, command: Command, now: Timestamp) -> Result<Self, ContractError> {
        let side = policy::party(actor, command.right(), self.supplier, self.buyer)?;
        match (&self.state, command) {
            (State::Signing | State::HalfSigned { .. }, _) if now >= self.terms.sign_by => against(ContractConflict::Expired),
            // The same tap twice, the second perhaps after the other side signed too.
            (State::HalfSigned { .. } | State::InForce { .. }, Command::Sign(facts)) if self.carries(side, &facts) => Ok(self.clone()),
            (State::Signing | State::HalfSigned { .. }, Command::Sign(facts)) => self.sign(side, actor.user, facts, now),
            (State::Signing | State::HalfSigned { .. }, Command::Decline { reason })
            | (State::InForce { .. }, Command::Terminate { reason }) => {
                Ok(Self { state: State::Terminated { by: side, user: actor.user, at: now, reason }, ..self.changed() })
            }
            (State::Signing | State::HalfSigned { .. }, Command::Terminate { .. })
            | (State::Completed { .. } | State::Terminated { .. }, Command::Terminate { .. }) => against(ContractConflict::NotInForce),
            (State::InForce { .. } | State::Completed { .. } | State::Terminated { .. }, Command::Sign(_) | Command::Decline { .. }) => {
                against(ContractConflict::NotInSigning)
            }
            (State::Expired { .. }, _) => against(ContractConflict::Expired),
        }
    }

    /// What time does: a contract not signed by both sides in time never takes effect.
    pub fn lapse(&self, now: Timestamp) -> Option<Self> {
        match self.state {
            State::Signing | State::HalfSigned { .. } if now >= self.terms.sign_by => {
                Some(Self { state: State::Expired { at: self.terms.sign_by }, ..self.changed() })
            }
            _ => None,
        }
    }

    /// What the last payment does, or the clock: the grace of a missed line, or the hours in which a refusal can be corrected, running out.
    pub fn settle(&self, ledger: &Ledger, now: Timestamp) -> Option<Self> {
        let done = matches!(self.state, State::InForce { .. }) && ledger.settled(self.terms.conditions.complaint_hours, now);
        done.then(|| Self { state: State::Completed { at: now }, ..self.changed() })
    }

    /// The contract beside a ledger that was just changed. Its version moves even when nothing else does, so that two people
    /// who settle the last two lines at once do not both miss that it is complete.
    #[must_use]
    pub fn beside(&self, ledger: &Ledger, now: Timestamp) -> Self {
        self.settle(ledger, now).unwrap_or_else(|| self.changed())
    }

    /// New terms before both sides have signed: a new edition that nobody has signed.
    pub fn amend(&self, terms: ContractTerms, hash: DocHash) -> Result<Self, ContractError> {
        match self.state {
            State::Signing | State::HalfSigned { .. } if terms == self.terms => Ok(self.clone()),
            State::Signing | State::HalfSigned { .. } => {
                let edition = self.edition.saturating_add(1);
                Ok(Self { edition, terms, hash, state: State::Signing, signatures: Vec::new(), ..self.changed() })
            }
            _ => against(ContractConflict::NotInSigning),
        }
    }

    pub fn signature(&self, side: Side) -> Option<&Signature> {
        self.signatures.iter().find(|signature| signature.side == side)
    }

    /// Whose signature it waits for.
    pub fn waits_for(&self, side: Side) -> bool {
        matches!(self.state, State::Signing | State::HalfSigned { .. }) && self.signature(side).is_none()
    }

    /// What it keeps from being promised to others on this day; nothing when nothing of it is left to deliver or delivered.
    pub fn hold(&self, ledger: &Ledger, today: TradeDay) -> Option<Hold> {
        let running = match self.state {
            State::Signing | State::HalfSigned { .. } | State::InForce { .. } => true,
            State::Completed { .. } | State::Terminated { .. } => false,
            State::Expired { .. } => return None,
        };
        let lines = self.terms.lines.iter().zip(ledger.lines()).map(|(promised, line)| {
            let kept = running || line.dispatch().is_some();
            (promised.week, if kept { line.held(today) } else { Kg::ZERO })
        });
        let hold = Hold::new(self.offer, self.demand, self.supplier, lines)?;
        (hold.weeks().count() > 0).then_some(hold)
    }

    fn changed(&self) -> Self {
        Self { version: self.version + 1, ..self.clone() }
    }

    fn carries(&self, side: Side, facts: &SignatureFacts) -> bool {
        facts.hash == self.hash && self.signature(side).is_some()
    }

    fn sign(&self, side: Side, signer: UserId, facts: SignatureFacts, now: Timestamp) -> Result<Self, ContractError> {
        if facts.hash != self.hash {
            return against(ContractConflict::HashMismatch);
        }
        self.check_authority(side, &facts, TradeDay::of(now))?;
        let state = match self.state {
            State::HalfSigned { .. } => State::InForce { since: now },
            _ => State::HalfSigned { by: side, at: now },
        };
        let mut signed = Self { state, ..self.changed() };
        signed.signatures.push(Signature { side, signer, at: now, facts });
        Ok(signed)
    }

    /// Only the registered representative signs without papers; an authorisation covers the day of signing.
    fn check_authority(&self, side: Side, facts: &SignatureFacts, today: TradeDay) -> Result<(), ContractError> {
        let party = match side {
            Side::Supplier => &self.terms.supplier,
            Side::Buyer => &self.terms.buyer,
        };
        match &facts.authority {
            Authority::RegisteredRepresentative if facts.signer_name.fold() != party.representative.fold() => {
                Err(fault("authority", "signer_not_representative"))
            }
            Authority::Authorisation { dated, until, .. } if *dated > today || until.is_some_and(|until| until < today) => {
                Err(fault("authority", "authorisation_not_valid"))
            }
            Authority::RegisteredRepresentative | Authority::Authorisation { .. } => Ok(()),
        }
    }
}

fn fault(field: &'static str, code: &'static str) -> ContractError {
    Refusal::Invalid(vec![FieldError::new(field, code)])
}

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;
