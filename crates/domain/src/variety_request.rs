//! A variety that the catalogue does not have: members ask for it, each organisation once, and the programme office answers all
//! of them together.
use crate::account::Actor;
use crate::coded::coded;
use crate::day::Timestamp;
use crate::error::{Conflict, Refusal};
use crate::id::{OrgId, UserId, VarietyRequestId};
use crate::policy::{self, Command, Denied, Target};
use crate::product::Slug;
use crate::reason::Reason;
use crate::text::{Name, Note};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use utoipa::ToSchema;

coded! {
    /// What came of a request.
    RequestStatus, RequestStatusError = "request_status_unknown";
    Open = "open",
    /// There is a variety for it now.
    Taken = "taken",
    Refused = "refused",
}

/// What a member writes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskedVariety {
    pub name: Name,
    /// What it is called at home, where that is another name.
    #[serde(default)]
    pub local_name: Option<Name>,
    #[serde(default)]
    pub note: Note,
}

/// What one organisation asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    pub org: OrgId,
    pub by: UserId,
    pub at: Timestamp,
    pub asked: AskedVariety,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VarietyRequest {
    pub id: VarietyRequestId,
    /// As it was written first.
    pub name: Name,
    pub asked_at: Timestamp,
    pub answer: Option<RequestAnswer>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestAnswer {
    pub by: UserId,
    pub at: Timestamp,
    /// Nothing when it was refused.
    pub variety: Option<Slug>,
    /// Those who asked read it; a refusal has one.
    pub reason: Option<Reason>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RequestConflict {
    #[error("variety_request_answered")]
    Answered,
}

impl Conflict for RequestConflict {
    fn field(&self) -> Option<Cow<'static, str>> {
        match self {
            Self::Answered => None,
        }
    }
}

pub type RequestError = Refusal<RequestConflict>;

impl Voice {
    /// For the actor's own organisation.
    pub fn of(actor: &Actor, asked: AskedVariety, now: Timestamp) -> Result<Self, Denied> {
        policy::allow(actor, Command::AskForVariety, Target::own(actor))?;
        let org = actor.org().ok_or(Denied::Forbidden)?;
        Ok(Self { org, by: actor.user, at: now, asked })
    }

    /// Every name it is called by here.
    pub fn names(&self) -> impl Iterator<Item = &Name> {
        [&self.asked.name].into_iter().chain(&self.asked.local_name)
    }
}

impl VarietyRequest {
    /// The first to ask for a name; others join.
    pub fn begin(voice: &Voice, id: VarietyRequestId) -> Self {
        Self { id, name: voice.asked.name.clone(), asked_at: voice.at, answer: None }
    }

    /// By what those who ask for the same join: the name with its marks, in whatever case. "Dứa ta" is a pineapple, "Dừa ta" a coconut.
    pub fn called(name: &Name) -> String {
        name.as_str().to_lowercase()
    }

    pub fn status(&self) -> RequestStatus {
        match &self.answer {
            None => RequestStatus::Open,
            Some(RequestAnswer { variety: Some(_), .. }) => RequestStatus::Taken,
            Some(RequestAnswer { variety: None, .. }) => RequestStatus::Refused,
        }
    }

    /// The variety is there now, or was there under another name.
    pub fn take_up(&self, actor: &Actor, variety: Slug, reason: Option<Reason>, now: Timestamp) -> Result<Self, RequestError> {
        self.answered(actor, Some(variety), reason, now)
    }

    pub fn refuse(&self, actor: &Actor, reason: Reason, now: Timestamp) -> Result<Self, RequestError> {
        self.answered(actor, None, Some(reason), now)
    }

    fn answered(&self, actor: &Actor, variety: Option<Slug>, reason: Option<Reason>, now: Timestamp) -> Result<Self, RequestError> {
        policy::allow(actor, Command::EditCatalogue, Target::Whole)?;
        if self.answer.is_some() {
            return Err(Refusal::Conflict(RequestConflict::Answered));
        }
        Ok(Self { answer: Some(RequestAnswer { by: actor.user, at: now, variety, reason }), ..self.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::{Membership, Role, Side};
    use uuid::Uuid;

    fn now() -> Timestamp {
        "2026-11-21T05:00:00Z".parse().unwrap()
    }

    fn member(role: Role) -> Actor {
        let membership = Membership { org: Uuid::from_u128(9).into(), side: Side::Supplier, verified: false };
        Actor { user: Uuid::from_u128(1).into(), role, membership: role.is_member().then_some(membership) }
    }

    fn asked() -> AskedVariety {
        AskedVariety {
            name: "Hồng Nhân Hậu".parse().unwrap(), local_name: Some("hồng ngâm".parse().unwrap()), note: Note::default()
        }
    }

    #[test]
    fn whoever_works_asks_and_the_office_answers_once() {
        assert_eq!(Voice::of(&member(Role::Viewer), asked(), now()), Err(Denied::Forbidden));
        let voice = Voice::of(&member(Role::Clerk), asked(), now()).unwrap();
        assert_eq!(voice.names().map(Name::as_str).collect::<Vec<_>>(), ["Hồng Nhân Hậu", "hồng ngâm"]);
        let request = VarietyRequest::begin(&voice, Uuid::from_u128(5).into());
        assert_eq!(request.status(), RequestStatus::Open);
        let reason: Reason = "Chưa đủ thông tin".parse().unwrap();
        assert_eq!(request.refuse(&member(Role::Director), reason.clone(), now()), Err(Refusal::Denied(Denied::Forbidden)));
        let refused = request.refuse(&member(Role::Officer), reason, now()).unwrap();
        assert_eq!(refused.status(), RequestStatus::Refused);
        let again = refused.take_up(&member(Role::Officer), "hong".parse().unwrap(), None, now());
        assert_eq!(again, Err(Refusal::Conflict(RequestConflict::Answered)));
        let taken = request.take_up(&member(Role::Officer), "hong".parse().unwrap(), None, now()).unwrap();
        assert_eq!(taken.status(), RequestStatus::Taken);
    }
}
