//! An invitation into an organisation: a link that a director hands on, good once and for a week.
use super::{Actor, Role, SignInName, User, UserConflict, UserDetails};
use crate::day::Timestamp;
use crate::error::{Conflict, Refusal};
use crate::id::{InvitationId, OrgId, UserId};
use crate::policy::{self, Command, Target};
use crate::text::Name;
use chrono::TimeDelta;
use std::borrow::Cow;

/// An invitation as it is stored, without the secret of its link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    pub id: InvitationId,
    pub org: OrgId,
    /// What the invited person will be.
    pub role: Role,
    /// Whom it is meant for, in the words of the director.
    pub name: Option<Name>,
    pub invited_by: UserId,
    pub made_at: Timestamp,
    pub state: InvitationState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvitationState {
    Open,
    Used { by: UserId, at: Timestamp },
    Revoked { by: UserId, at: Timestamp },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvitationConflict {
    #[error("invitation_expired")]
    Expired,
    #[error("invitation_used")]
    Used,
    #[error("invitation_revoked")]
    Revoked,
    /// Made before the office looked: now directors come by a guarded change.
    #[error("invitation_director_guarded")]
    DirectorGuarded,
    /// Who leads an organisation already invites its people; the office only opens the door to the first one.
    #[error("organisation_has_director")]
    HasDirector,
    #[error(transparent)]
    User(UserConflict),
}

impl Conflict for InvitationConflict {
    fn field(&self) -> Option<Cow<'static, str>> {
        match self {
            Self::User(conflict) => conflict.field(),
            Self::Expired | Self::Used | Self::Revoked | Self::DirectorGuarded | Self::HasDirector => None,
        }
    }
}

pub type InvitationError = Refusal<InvitationConflict>;

impl Invitation {
    pub const LIFETIME: TimeDelta = TimeDelta::days(7);

    /// A director invites somebody into the own organisation; as a director only while that is not guarded.
    pub fn make(
        actor: &Actor,
        role: Role,
        guarded: bool,
        name: Option<Name>,
        id: InvitationId,
        now: Timestamp,
    ) -> Result<Self, InvitationError> {
        policy::allow(actor, Command::InviteMember, Target::own(actor))?;
        let org = actor.org().ok_or(policy::Denied::Forbidden)?;
        if !role.is_member() {
            return Err(Refusal::Conflict(InvitationConflict::User(UserConflict::RoleNotOfAMember)));
        }
        User::may_come_as(role, guarded).map_err(|conflict| Refusal::Conflict(InvitationConflict::User(conflict)))?;
        Ok(Self { id, org, role, name, invited_by: actor.user, made_at: now, state: InvitationState::Open })
    }

    /// The office invites the first director of an organisation that it entered itself.
    pub fn for_director(
        actor: &Actor,
        org: OrgId,
        directors: u64,
        name: Option<Name>,
        id: InvitationId,
        now: Timestamp,
    ) -> Result<Self, InvitationError> {
        policy::allow(actor, Command::InviteDirector, Target::Org(org))?;
        if directors > 0 {
            return Err(Refusal::Conflict(InvitationConflict::HasDirector));
        }
        Ok(Self { id, org, role: Role::Director, name, invited_by: actor.user, made_at: now, state: InvitationState::Open })
    }

    pub fn expires_at(&self) -> Timestamp {
        self.made_at + Self::LIFETIME
    }

    /// `open`, `used`, `revoked` or `expired`.
    pub fn code(&self, now: Timestamp) -> &'static str {
        match self.check(now) {
            Ok(()) => "open",
            Err(InvitationConflict::Used) => "used",
            Err(InvitationConflict::Revoked) => "revoked",
            Err(
                InvitationConflict::Expired
                | InvitationConflict::DirectorGuarded
                | InvitationConflict::HasDirector
                | InvitationConflict::User(_),
            ) => "expired",
        }
    }

    /// Why the link no longer opens anything, in its own words.
    pub fn check(&self, now: Timestamp) -> Result<(), InvitationConflict> {
        match self.state {
            InvitationState::Used { .. } => Err(InvitationConflict::Used),
            InvitationState::Revoked { .. } => Err(InvitationConflict::Revoked),
            InvitationState::Open if now >= self.expires_at() => Err(InvitationConflict::Expired),
            InvitationState::Open => Ok(()),
        }
    }

    /// A director takes it back, also when it has run out; twice is harmless.
    pub fn revoke(&self, actor: &Actor, now: Timestamp) -> Result<Self, InvitationError> {
        policy::allow(actor, Command::InviteMember, Target::Org(self.org))?;
        match self.state {
            InvitationState::Used { .. } => Err(Refusal::Conflict(InvitationConflict::Used)),
            InvitationState::Revoked { .. } => Ok(self.clone()),
            InvitationState::Open => Ok(Self { state: InvitationState::Revoked { by: actor.user, at: now }, ..self.clone() }),
        }
    }

    /// Whoever has the link becomes a member. Nobody is signed in: the link is what speaks for them.
    pub fn accept(&self, sign_in: SignInName, details: UserDetails, id: UserId, now: Timestamp) -> Result<(Self, User), InvitationError> {
        self.check(now).map_err(Refusal::Conflict)?;
        let user = User::invited(self.role, self.org, sign_in, details, id, now);
        Ok((Self { state: InvitationState::Used { by: id, at: now }, ..self.clone() }, user))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::{Language, Membership, Side};
    use crate::policy::Denied;
    use uuid::Uuid;

    fn now() -> Timestamp {
        "2026-11-21T05:00:00Z".parse().unwrap()
    }

    fn member(org: u128, role: Role) -> Actor {
        let membership = Membership { org: Uuid::from_u128(org).into(), side: Side::Supplier, verified: false };
        Actor { user: Uuid::from_u128(2).into(), role, membership: Some(membership) }
    }

    fn make(role: Role) -> Result<Invitation, InvitationError> {
        Invitation::make(&member(1, Role::Director), role, false, None, Uuid::from_u128(3).into(), now())
    }

    fn accept(invitation: &Invitation, at: Timestamp) -> Result<(Invitation, User), InvitationError> {
        let details = UserDetails { name: "Quách Thị Lan".parse().unwrap(), phone: None, email: None, language: Language::Vi };
        invitation.accept("quach-lan".parse().unwrap(), details, Uuid::from_u128(4).into(), at)
    }

    #[test]
    fn an_open_invitation_makes_one_member_in_the_role_it_names() {
        let (used, user) = accept(&make(Role::Viewer).unwrap(), now()).unwrap();
        assert_eq!((user.role, user.org), (Role::Viewer, Some(used.org)));
        assert_eq!(used.code(now()), "used");
        assert_eq!(accept(&used, now()), Err(Refusal::Conflict(InvitationConflict::Used)));
        assert_eq!(used.revoke(&member(1, Role::Director), now()), Err(Refusal::Conflict(InvitationConflict::Used)));
    }

    #[test]
    fn it_ends_after_a_week_or_when_it_is_taken_back() {
        let invitation = make(Role::Clerk).unwrap();
        let last = now() + Invitation::LIFETIME;
        assert!(accept(&invitation, last - TimeDelta::seconds(1)).is_ok());
        assert_eq!(accept(&invitation, last), Err(Refusal::Conflict(InvitationConflict::Expired)));
        assert_eq!(invitation.code(last), "expired");
        let revoked = invitation.revoke(&member(1, Role::Director), now()).unwrap();
        assert_eq!(accept(&revoked, now()), Err(Refusal::Conflict(InvitationConflict::Revoked)));
        assert_eq!(revoked.revoke(&member(1, Role::Director), last).unwrap(), revoked);
    }

    #[test]
    fn the_office_invites_the_first_director_and_no_second_one() {
        let officer = Actor { user: Uuid::from_u128(9).into(), role: Role::Officer, membership: None };
        let org: OrgId = Uuid::from_u128(1).into();
        let invite = |actor: &Actor, directors| Invitation::for_director(actor, org, directors, None, Uuid::from_u128(3).into(), now());
        let invitation = invite(&officer, 0).unwrap();
        assert_eq!((invitation.org, invitation.role), (org, Role::Director));
        assert_eq!(invite(&officer, 1), Err(Refusal::Conflict(InvitationConflict::HasDirector)));
        assert_eq!(invite(&member(1, Role::Director), 0), Err(Refusal::Denied(Denied::Forbidden)));
        assert!(Invitation::make(&officer, Role::Clerk, false, None, Uuid::from_u128(3).into(), now()).is_err());
    }

    #[test]
    fn only_a_director_invites_and_only_into_a_members_role() {
        let clerk = Invitation::make(&member(1, Role::Clerk), Role::Clerk, false, None, Uuid::from_u128(3).into(), now());
        assert_eq!(clerk, Err(Refusal::Denied(Denied::Forbidden)));
        assert_eq!(make(Role::Operator), Err(Refusal::Conflict(InvitationConflict::User(UserConflict::RoleNotOfAMember))));
        let guarded = |role| Invitation::make(&member(1, Role::Director), role, true, None, Uuid::from_u128(3).into(), now());
        assert_eq!(guarded(Role::Director), Err(Refusal::Conflict(InvitationConflict::User(UserConflict::DirectorGuarded))));
        assert!(guarded(Role::Clerk).is_ok());
        let invitation = make(Role::Clerk).unwrap();
        assert_eq!(invitation.revoke(&member(7, Role::Director), now()), Err(Refusal::Denied(Denied::Hidden)));
    }
}
