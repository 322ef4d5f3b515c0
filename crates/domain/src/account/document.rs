//! The papers the office looks at before it takes an organisation in: which, by what the organisation is in law, and what became of
//! each. A paper is sent, decided, sent again; every version and every decision stays.
use super::{Actor, OrgKind};
use crate::coded::coded;
use crate::day::Timestamp;
use crate::error::{Conflict, FieldError, Refusal};
use crate::id::{DocumentId, OrgId, UserId};
use crate::policy::{self, Command, Target};
use crate::reason::Reason;
use std::borrow::Cow;
use std::collections::BTreeSet;

coded! {
    /// A paper about an organisation itself. What it may sell under is a certificate.
    DocumentItem, DocumentItemError = "document_item_unknown";
    /// Giấy chứng nhận đăng ký hợp tác xã, hay doanh nghiệp.
    Registration = "registration",
    /// Hợp đồng hợp tác: what a production group stands on (Law 17/2023).
    CooperationContract = "cooperation_contract",
    /// A farm's registration as a household business, or the commune's word on the land it works.
    FarmConfirmation = "farm_confirmation",
    /// The minutes that elect, or the decision that appoints, who represents a cooperative.
    Election = "election",
    /// Giấy ủy quyền, where somebody else signs than the head.
    Authorisation = "authorisation",
}

coded! {
    /// What happened to a paper.
    DocumentStep, DocumentStepError = "document_step_unknown";
    Sent = "sent",
    /// A director took back what waited for the office: a wrong file.
    Withdrawn = "withdrawn",
    Accepted = "accepted",
    /// Send another version: the reason says what is wrong.
    Revise = "revise",
    Refused = "refused",
    /// The office does without it, and says why.
    Waived = "waived",
}

impl DocumentItem {
    /// What the office asks of an organisation, in the order it is looked at.
    pub const fn of(kind: OrgKind) -> &'static [Self] {
        match kind {
            OrgKind::Cooperative => &[Self::Registration, Self::Election, Self::Authorisation],
            OrgKind::ProductionGroup => &[Self::CooperationContract, Self::Authorisation],
            OrgKind::Farm => &[Self::FarmConfirmation, Self::Authorisation],
            OrgKind::Enterprise => &[Self::Registration, Self::Authorisation],
        }
    }

    /// The law names the head of an organisation; an authorisation is there for whoever needs one.
    pub const fn is_required(self) -> bool {
        !matches!(self, Self::Authorisation)
    }
}

/// One thing that happened to a paper; never changed afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentEvent {
    pub org: OrgId,
    pub item: DocumentItem,
    /// Counted from 1 for each paper of an organisation.
    pub number: u32,
    pub step: DocumentStep,
    /// The version that was sent, or decided about.
    pub document: Option<DocumentId>,
    pub reason: Option<Reason>,
    pub by: UserId,
    pub at: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DocumentConflict {
    /// Not asked of this kind of organisation.
    #[error("document_not_asked")]
    NotAsked,
    #[error("too_many_versions")]
    TooMany,
    /// There is no version that waits for a decision.
    #[error("document_not_waiting")]
    NotWaiting,
    /// The office has not said yet what it thinks of papers that were sent.
    #[error("documents_waiting")]
    Waiting,
}

impl Conflict for DocumentConflict {
    fn field(&self) -> Option<Cow<'static, str>> {
        None
    }
}

pub type DocumentError = Refusal<DocumentConflict>;

const fn against<T>(conflict: DocumentConflict) -> Result<T, DocumentError> {
    Err(Refusal::Conflict(conflict))
}

/// What the office says of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentVerdict {
    pub step: DocumentStep,
    pub reason: Option<Reason>,
    /// How much had happened to the paper on the screen where this was decided.
    pub seen: u32,
}

/// All papers of one organisation with everything that happened to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checklist {
    pub org: OrgId,
    pub kind: OrgKind,
    /// Oldest first.
    pub events: Vec<DocumentEvent>,
}

impl Checklist {
    /// The most versions and decisions of one paper; nobody needs as many.
    pub const MOST_EVENTS: u32 = 60;
    /// The most versions of one paper; the rest is left to the office, so that it can always decide.
    pub const MOST_VERSIONS: usize = 20;

    pub fn of(&self, item: DocumentItem) -> impl DoubleEndedIterator<Item = &DocumentEvent> {
        self.events.iter().filter(move |event| event.item == item)
    }

    pub fn last(&self, item: DocumentItem) -> Option<&DocumentEvent> {
        self.of(item).next_back()
    }

    /// Papers of today's kind, and those that were sent when the organisation was of another.
    pub fn items(&self) -> Vec<DocumentItem> {
        let asked = DocumentItem::of(self.kind);
        let once = DocumentItem::ALL.iter().filter(|item| !asked.contains(item) && self.last(**item).is_some());
        asked.iter().chain(once).copied().collect()
    }

    /// What stands: the last event, as if nothing that was taken back had been sent.
    pub fn standing(&self, item: DocumentItem) -> Option<&DocumentEvent> {
        self.of(item)
            .fold((None, None), |(decided, _), event| match event.step {
                DocumentStep::Sent => (decided, Some(event)),
                DocumentStep::Withdrawn => (decided, decided),
                DocumentStep::Accepted | DocumentStep::Revise | DocumentStep::Refused | DocumentStep::Waived => (Some(event), Some(event)),
            })
            .1
    }

    fn step(&self, item: DocumentItem) -> Option<DocumentStep> {
        self.standing(item).map(|event| event.step)
    }

    /// Versions that wait for the office, the newest last.
    pub fn undecided(&self, item: DocumentItem) -> Vec<DocumentId> {
        self.of(item).fold(Vec::new(), |mut waiting, event| {
            if event.step == DocumentStep::Sent {
                waiting.extend(event.document);
            } else {
                waiting.clear();
            }
            waiting
        })
    }

    /// Every version that was taken back.
    pub fn taken_back(&self) -> BTreeSet<DocumentId> {
        let mut gone = BTreeSet::new();
        for item in DocumentItem::ALL {
            let mut waiting = Vec::new();
            for event in self.of(*item) {
                match event.step {
                    DocumentStep::Sent => waiting.extend(event.document),
                    DocumentStep::Withdrawn => gone.extend(waiting.drain(..)),
                    DocumentStep::Accepted | DocumentStep::Revise | DocumentStep::Refused | DocumentStep::Waived => waiting.clear(),
                }
            }
        }
        gone
    }

    /// Whether the office still needs something of this paper: it is asked for and not there, or was not good enough.
    pub fn lacks(&self, item: DocumentItem) -> bool {
        let asked = DocumentItem::of(self.kind).contains(&item);
        match self.step(item) {
            None => asked && item.is_required(),
            Some(DocumentStep::Revise | DocumentStep::Refused) => asked,
            Some(DocumentStep::Sent | DocumentStep::Withdrawn | DocumentStep::Accepted | DocumentStep::Waived) => false,
        }
    }

    /// Nothing is lacking, and nothing waits for the office.
    pub fn is_complete(&self) -> bool {
        self.items().into_iter().all(|item| !self.lacks(item) && self.step(item) != Some(DocumentStep::Sent))
    }

    fn event(&self, actor: &Actor, item: DocumentItem, step: DocumentStep, now: Timestamp) -> Result<DocumentEvent, DocumentError> {
        if !self.items().contains(&item) {
            return against(DocumentConflict::NotAsked);
        }
        let number = self.last(item).map_or(0, |event| event.number) + 1;
        if number > Self::MOST_EVENTS {
            return against(DocumentConflict::TooMany);
        }
        let document = self.standing(item).and_then(|event| event.document);
        Ok(DocumentEvent { org: self.org, item, number, step, document, reason: None, by: actor.user, at: now })
    }

    /// A director sends a version; one that waits is replaced by it, one that was accepted is looked at anew.
    pub fn send(&self, actor: &Actor, item: DocumentItem, document: DocumentId, now: Timestamp) -> Result<DocumentEvent, DocumentError> {
        policy::allow(actor, Command::SendDocument, Target::Org(self.org))?;
        let event = self.event(actor, item, DocumentStep::Sent, now)?;
        if self.of(item).filter(|event| event.step == DocumentStep::Sent).count() >= Self::MOST_VERSIONS {
            return against(DocumentConflict::TooMany);
        }
        Ok(DocumentEvent { document: Some(document), ..event })
    }

    /// A director takes back what waits: the wrong file. What the office decided about before stands again.
    pub fn take_back(&self, actor: &Actor, item: DocumentItem, seen: u32, now: Timestamp) -> Result<DocumentEvent, DocumentError> {
        policy::allow(actor, Command::SendDocument, Target::Org(self.org))?;
        let event = self.event(actor, item, DocumentStep::Withdrawn, now)?;
        if seen.checked_add(1) != Some(event.number) {
            return Err(Refusal::Stale);
        }
        if self.step(item) == Some(DocumentStep::Sent) { Ok(event) } else { against(DocumentConflict::NotWaiting) }
    }

    /// The office accepts what waits, or says what is wrong with it; it may also ask for what nobody sent, or do without it.
    pub fn decide(
        &self,
        actor: &Actor,
        item: DocumentItem,
        verdict: DocumentVerdict,
        now: Timestamp,
    ) -> Result<DocumentEvent, DocumentError> {
        policy::allow(actor, Command::DecideDocument, Target::Org(self.org))?;
        let event = self.event(actor, item, verdict.step, now)?;
        if verdict.seen.checked_add(1) != Some(event.number) {
            return Err(Refusal::Stale);
        }
        match verdict.step {
            DocumentStep::Sent | DocumentStep::Withdrawn => return against(DocumentConflict::NotWaiting),
            DocumentStep::Accepted | DocumentStep::Refused if event.document.is_none() => return against(DocumentConflict::NotWaiting),
            DocumentStep::Revise | DocumentStep::Refused | DocumentStep::Waived if verdict.reason.is_none() => {
                return Err(Refusal::Invalid(vec![FieldError::new("reason", "reason_missing")]));
            }
            DocumentStep::Accepted | DocumentStep::Revise | DocumentStep::Refused | DocumentStep::Waived => {}
        }
        Ok(DocumentEvent { reason: verdict.reason, ..event })
    }

    /// What is written when the office takes the organisation in: what is lacking then is waived, for the reason given. What was
    /// sent and not looked at is looked at first.
    pub fn waive(&self, actor: &Actor, reason: &Reason, now: Timestamp) -> Result<Vec<DocumentEvent>, DocumentError> {
        policy::allow(actor, Command::DecideDocument, Target::Org(self.org))?;
        if self.items().into_iter().any(|item| self.step(item) == Some(DocumentStep::Sent)) {
            return against(DocumentConflict::Waiting);
        }
        let lacking = self.items().into_iter().filter(|item| self.lacks(*item));
        let waived = |item| {
            let event = self.event(actor, item, DocumentStep::Waived, now)?;
            Ok(DocumentEvent { reason: Some(reason.clone()), ..event })
        };
        lacking.map(waived).collect()
    }
}

#[cfg(test)]
mod tests;
