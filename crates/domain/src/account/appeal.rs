//! An organisation that was refused, suspended or closed asks the programme office to look again.
use super::{Actor, OrgStatus, Organisation};
use crate::day::Timestamp;
use crate::error::{Conflict, Refusal};
use crate::id::{AppealId, OrgId, UserId};
use crate::policy::{self, Command, Target};
use crate::reason::Reason;
use std::borrow::Cow;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appeal {
    pub id: AppealId,
    pub org: OrgId,
    pub made_by: UserId,
    pub made_at: Timestamp,
    /// Why the office should decide otherwise.
    pub reason: Reason,
    pub state: AppealState,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AppealState {
    Open,
    /// `reopened` when the organisation was taken back into the market with the answer.
    Answered {
        by: UserId,
        at: Timestamp,
        answer: Reason,
        reopened: bool,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AppealConflict {
    /// The organisation is in the market, or waits for the office already.
    #[error("appeal_against_nothing")]
    AgainstNothing,
    #[error("appeal_answered")]
    Answered,
}

impl Conflict for AppealConflict {
    fn field(&self) -> Option<Cow<'static, str>> {
        match self {
            Self::AgainstNothing | Self::Answered => None,
        }
    }
}

pub type AppealError = Refusal<AppealConflict>;

impl Appeal {
    pub fn make(actor: &Actor, org: &Organisation, reason: Reason, id: AppealId, now: Timestamp) -> Result<Self, AppealError> {
        policy::allow(actor, Command::AppealDecision, Target::Org(org.id))?;
        match org.status {
            OrgStatus::Refused { .. } | OrgStatus::Suspended { .. } | OrgStatus::Closed { .. } => {
                Ok(Self { id, org: org.id, made_by: actor.user, made_at: now, reason, state: AppealState::Open })
            }
            OrgStatus::Submitted { .. } | OrgStatus::Verified { .. } | OrgStatus::Paused { .. } => {
                Err(Refusal::Conflict(AppealConflict::AgainstNothing))
            }
        }
    }

    pub fn is_open(&self) -> bool {
        self.state == AppealState::Open
    }

    /// The office answers, once.
    pub fn answer(&self, actor: &Actor, answer: Reason, reopened: bool, now: Timestamp) -> Result<Self, AppealError> {
        policy::allow(actor, Command::AnswerAppeal, Target::Org(self.org))?;
        if !self.is_open() {
            return Err(Refusal::Conflict(AppealConflict::Answered));
        }
        Ok(Self { state: AppealState::Answered { by: actor.user, at: now, answer, reopened }, ..self.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::Role;
    use crate::account::profile::tests::cooperative;
    use crate::policy::Denied;
    use uuid::Uuid;

    fn now() -> Timestamp {
        "2026-11-21T05:00:00Z".parse().unwrap()
    }

    fn words(text: &str) -> Reason {
        text.parse().unwrap()
    }

    fn officer() -> Actor {
        Actor { user: Uuid::from_u128(9).into(), role: Role::Officer, membership: None }
    }

    fn suspended() -> Organisation {
        let org = Organisation::register(cooperative(), Uuid::from_u128(1).into(), now()).unwrap();
        org.verify(&officer(), words("Đủ"), now()).unwrap().suspend(&officer(), words("Khiếu nại của bên mua"), now()).unwrap()
    }

    fn member(org: &Organisation, role: Role) -> Actor {
        Actor { user: Uuid::from_u128(2).into(), role, membership: Some(org.membership()) }
    }

    fn appeal(org: &Organisation, role: Role) -> Result<Appeal, AppealError> {
        Appeal::make(&member(org, role), org, words("Đã giao đủ hàng"), Uuid::from_u128(3).into(), now())
    }

    #[test]
    fn a_director_appeals_and_the_office_answers_once() {
        let open = appeal(&suspended(), Role::Director).unwrap();
        let answered = open.answer(&officer(), words("Đã xem lại"), true, now()).unwrap();
        assert!(open.is_open() && !answered.is_open());
        assert_eq!(answered.answer(&officer(), words("Thêm"), false, now()), Err(Refusal::Conflict(AppealConflict::Answered)));
        let own = open.answer(&member(&suspended(), Role::Director), words("Tự trả lời"), true, now());
        assert_eq!(own, Err(Refusal::Denied(Denied::Forbidden)));
    }

    #[test]
    fn there_is_something_to_appeal_against_and_a_director_does_it() {
        assert_eq!(appeal(&suspended(), Role::Clerk), Err(Refusal::Denied(Denied::Forbidden)));
        let back = suspended().verify(&officer(), words("Mở lại"), now()).unwrap();
        assert_eq!(appeal(&back, Role::Director), Err(Refusal::Conflict(AppealConflict::AgainstNothing)));
    }
}
