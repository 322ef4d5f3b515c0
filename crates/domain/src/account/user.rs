//! A person with an account. Passwords, authenticator secrets and their hashes live in the store alone.
use super::{Actor, Organisation, Role, SignInName};
use crate::coded::coded;
use crate::day::Timestamp;
use crate::email::Email;
use crate::error::{Conflict, Refusal, fresh};
use crate::id::{OrgId, UserId};
use crate::phone::Phone;
use crate::policy::{self, Command, Target};
use crate::text::Name;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use uuid::Uuid;

coded! {
    /// The language of the screens and of the mail.
    Language, LanguageError = "language_unknown";
    Vi = "vi",
    En = "en",
}

/// What a person says about themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UserDetails {
    pub name: Name,
    #[serde(default)]
    pub phone: Option<Phone>,
    /// Where mail goes; a manager may have none.
    #[serde(default)]
    pub email: Option<Email>,
    pub language: Language,
}

impl UserDetails {
    /// A sign-in name that is an address or a number says it for both, unless another one is given.
    fn with_name(self, sign_in: &SignInName) -> Self {
        Self { phone: self.phone.or_else(|| sign_in.phone()), email: self.email.or_else(|| sign_in.email()), ..self }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    pub id: UserId,
    pub sign_in: SignInName,
    pub role: Role,
    /// Members have one, officers and operators none.
    pub org: Option<OrgId>,
    pub details: UserDetails,
    /// When a mail to the present address was answered.
    pub email_confirmed_at: Option<Timestamp>,
    pub created_at: Timestamp,
    /// When the account was closed; nobody signs in with it after that.
    pub closed_at: Option<Timestamp>,
    /// When the person was erased; the row stays for what was signed.
    pub erased_at: Option<Timestamp>,
    pub version: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UserConflict {
    #[error("role_not_of_a_member")]
    RoleNotOfAMember,
    #[error("last_director")]
    LastDirector,
    #[error("account_closed")]
    Closed,
    #[error("own_password")]
    OwnPassword,
    /// The only director wants to be erased while the organisation has something open with others.
    #[error("erase_last_director_deals")]
    EraseLastDirectorDeals,
    /// The same with nothing open: the organisation would be nobody's.
    #[error("erase_last_director")]
    EraseLastDirector,
}

impl Conflict for UserConflict {
    fn field(&self) -> Option<Cow<'static, str>> {
        match self {
            Self::RoleNotOfAMember => Some("role".into()),
            Self::LastDirector | Self::Closed | Self::OwnPassword | Self::EraseLastDirectorDeals | Self::EraseLastDirector => None,
        }
    }
}

pub type UserError = Refusal<UserConflict>;

/// The organisation that somebody leaves who is erased.
#[derive(Debug, Clone, Copy)]
pub struct Leaving {
    /// How many open director accounts it has.
    pub directors: u64,
    /// It left the market already.
    pub closed: bool,
    /// Whether it has anything open with others.
    pub open: bool,
}

impl User {
    /// The first director, who registers with the organisation.
    pub fn first_director(org: OrgId, sign_in: SignInName, details: UserDetails, id: UserId, now: Timestamp) -> Self {
        Self::new(Role::Director, Some(org), sign_in, details, id, now)
    }

    /// An officer or an operator, made on the server's command line.
    pub fn staff(role: Role, sign_in: SignInName, details: UserDetails, id: UserId, now: Timestamp) -> Option<Self> {
        if role.is_member() { None } else { Some(Self::new(role, None, sign_in, details, id, now)) }
    }

    /// A director takes somebody into the own organisation.
    pub fn add_member(
        actor: &Actor,
        role: Role,
        sign_in: SignInName,
        details: UserDetails,
        id: UserId,
        now: Timestamp,
    ) -> Result<Self, UserError> {
        policy::allow(actor, Command::AddMember, Target::own(actor))?;
        if !role.is_member() {
            return Err(Refusal::Conflict(UserConflict::RoleNotOfAMember));
        }
        Ok(Self::new(role, actor.org(), sign_in, details, id, now))
    }

    /// Somebody who opened an invitation of an organisation.
    pub(super) fn invited(role: Role, org: OrgId, sign_in: SignInName, details: UserDetails, id: UserId, now: Timestamp) -> Self {
        Self::new(role, Some(org), sign_in, details, id, now)
    }

    fn new(role: Role, org: Option<OrgId>, sign_in: SignInName, details: UserDetails, id: UserId, now: Timestamp) -> Self {
        let details = details.with_name(&sign_in);
        Self { id, sign_in, role, org, details, email_confirmed_at: None, created_at: now, closed_at: None, erased_at: None, version: 1 }
    }

    /// Closes a member's account. `directors` is how many open director accounts the organisation has.
    pub fn remove_member(&self, actor: &Actor, directors: u64, now: Timestamp) -> Result<Self, UserError> {
        policy::allow(actor, Command::RemoveMember, self.org.map_or(Target::Person(self.id), Target::Org))?;
        self.may_step_down(directors)?;
        Ok(Self { closed_at: Some(now), version: self.version + 1, ..self.clone() })
    }

    /// Gives a member another role. `directors` as in [`Self::remove_member`].
    pub fn change_role(&self, actor: &Actor, role: Role, directors: u64, seen: i64) -> Result<Self, UserError> {
        policy::allow(actor, Command::ChangeRole, self.org.map_or(Target::Person(self.id), Target::Org))?;
        fresh(self.version, seen)?;
        if !role.is_member() {
            return Err(Refusal::Conflict(UserConflict::RoleNotOfAMember));
        }
        if role != Role::Director {
            self.may_step_down(directors)?;
        } else if self.closed_at.is_some() {
            return Err(Refusal::Conflict(UserConflict::Closed));
        }
        Ok(Self { role, version: self.version + 1, ..self.clone() })
    }

    /// Whether a director may hand this colleague a link for a new password.
    pub fn reset_by_director(&self, actor: &Actor) -> Result<(), UserError> {
        policy::allow(actor, Command::ResetMemberPassword, self.org.map_or(Target::Person(self.id), Target::Org))?;
        self.may_be_reset(actor)
    }

    /// Whether an operator may hand this person a link for a new password.
    pub fn reset_by_operator(&self, actor: &Actor) -> Result<(), UserError> {
        policy::allow(actor, Command::ResetAnyPassword, Target::Whole)?;
        self.may_be_reset(actor)
    }

    /// The own password is changed by whoever knows it: a device left open must not be enough.
    fn may_be_reset(&self, actor: &Actor) -> Result<(), UserError> {
        if self.id == actor.user {
            return Err(Refusal::Conflict(UserConflict::OwnPassword));
        }
        if self.closed_at.is_some() { Err(Refusal::Conflict(UserConflict::Closed)) } else { Ok(()) }
    }

    /// Somebody stays to sign: the only open director neither leaves nor becomes something else.
    fn may_step_down(&self, directors: u64) -> Result<(), UserError> {
        if self.closed_at.is_some() {
            return Err(Refusal::Conflict(UserConflict::Closed));
        }
        if self.role == Role::Director && directors <= 1 {
            return Err(Refusal::Conflict(UserConflict::LastDirector));
        }
        Ok(())
    }

    /// A new address has to be confirmed again.
    pub fn edit(&self, actor: &Actor, details: UserDetails, seen: i64) -> Result<Self, UserError> {
        policy::allow(actor, Command::ManageOwnAccount, Target::Person(self.id))?;
        fresh(self.version, seen)?;
        let email_confirmed_at = self.email_confirmed_at.filter(|_| details.email == self.details.email);
        Ok(Self { details, email_confirmed_at, version: self.version + 1, ..self.clone() })
    }

    /// The mail to the address came back; the first time counts.
    #[must_use]
    pub fn confirm_email(&self, now: Timestamp) -> Self {
        if self.email_confirmed_at.is_some() || self.details.email.is_none() {
            return self.clone();
        }
        Self { email_confirmed_at: Some(now), version: self.version + 1, ..self.clone() }
    }

    /// Without name, address and sign-in, and closed. The only director first hands the organisation over or closes it.
    pub fn erase(&self, leaving: Leaving, token: Uuid, now: Timestamp) -> Result<Self, UserError> {
        if self.erased_at.is_some() {
            return Ok(self.clone());
        }
        if self.closed_at.is_none() && self.role == Role::Director && leaving.directors <= 1 && !leaving.closed {
            let conflict = if leaving.open { UserConflict::EraseLastDirectorDeals } else { UserConflict::EraseLastDirector };
            return Err(Refusal::Conflict(conflict));
        }
        let (sign_in, name) = SignInName::erased(token).zip(Name::erased()).ok_or(Refusal::Conflict(UserConflict::Closed))?;
        Ok(Self {
            sign_in,
            details: UserDetails { name, phone: None, email: None, language: self.details.language },
            email_confirmed_at: None,
            closed_at: self.closed_at.or(Some(now)),
            erased_at: Some(now),
            version: self.version + 1,
            ..self.clone()
        })
    }

    /// Who speaks in a request; nobody, when the account is closed or `org` is not this person's organisation.
    pub fn actor(&self, org: Option<&Organisation>) -> Option<Actor> {
        if self.closed_at.is_some() || self.org != org.map(|org| org.id) {
            return None;
        }
        Some(Actor { user: self.id, role: self.role, membership: org.map(Organisation::membership) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::profile::tests::cooperative;
    use crate::policy::Denied;
    use uuid::Uuid;

    fn now() -> Timestamp {
        "2026-11-21T05:00:00Z".parse().unwrap()
    }

    fn details() -> UserDetails {
        UserDetails { name: "Quách Thị Lan".parse().unwrap(), phone: None, email: None, language: Language::Vi }
    }

    fn org() -> Organisation {
        Organisation::register(cooperative(), Uuid::from_u128(1).into(), now()).unwrap()
    }

    fn director() -> User {
        User::first_director(org().id, "lan@example.vn".parse().unwrap(), details(), Uuid::from_u128(2).into(), now())
    }

    fn add(role: Role) -> Result<User, UserError> {
        let actor = director().actor(Some(&org())).unwrap();
        User::add_member(&actor, role, "0912345678".parse().unwrap(), details(), Uuid::from_u128(3).into(), now())
    }

    #[test]
    fn the_sign_in_name_fills_in_what_was_left_out() {
        assert_eq!(director().details.email.unwrap().as_str(), "lan@example.vn");
        let clerk = add(Role::Clerk).unwrap();
        assert_eq!(clerk.details.phone.unwrap().as_str(), "+84912345678");
        assert_eq!(clerk.details.email, None);
        let other = UserDetails { email: Some("htx@example.vn".parse().unwrap()), ..details() };
        let user = User::first_director(org().id, "lan@example.vn".parse().unwrap(), other, Uuid::from_u128(2).into(), now());
        assert_eq!(user.details.email.unwrap().as_str(), "htx@example.vn");
    }

    #[test]
    fn members_join_the_directors_organisation_and_staff_join_none() {
        assert_eq!(add(Role::Clerk).unwrap().org, Some(org().id));
        assert_eq!(add(Role::Officer), Err(Refusal::Conflict(UserConflict::RoleNotOfAMember)));
        let clerk = add(Role::Clerk).unwrap().actor(Some(&org())).unwrap();
        let by_clerk = User::add_member(&clerk, Role::Clerk, "lan".parse().unwrap(), details(), Uuid::from_u128(4).into(), now());
        assert_eq!(by_clerk, Err(Refusal::Denied(Denied::Forbidden)));
        let staff = |role| User::staff(role, "can.bo".parse().unwrap(), details(), Uuid::from_u128(5).into(), now());
        assert_eq!(staff(Role::Officer).unwrap().org, None);
        assert_eq!(staff(Role::Clerk), None);
    }

    #[test]
    fn somebody_stays_to_sign() {
        let actor = director().actor(Some(&org())).unwrap();
        let clerk = add(Role::Clerk).unwrap();
        let gone = clerk.remove_member(&actor, 1, now()).unwrap();
        assert_eq!(gone.actor(Some(&org())), None);
        assert_eq!(gone.remove_member(&actor, 1, now()), Err(Refusal::Conflict(UserConflict::Closed)));
        assert_eq!(director().remove_member(&actor, 1, now()), Err(Refusal::Conflict(UserConflict::LastDirector)));
        assert!(director().remove_member(&actor, 2, now()).is_ok());
        let stranger = User { org: Some(Uuid::from_u128(8).into()), ..clerk };
        assert_eq!(stranger.remove_member(&actor, 1, now()), Err(Refusal::Denied(Denied::Hidden)));
    }

    #[test]
    fn a_role_changes_within_the_organisation_and_never_away_from_the_last_director() {
        let actor = director().actor(Some(&org())).unwrap();
        let clerk = add(Role::Clerk).unwrap();
        assert_eq!(clerk.change_role(&actor, Role::Viewer, 1, 1).map(|user| (user.role, user.version)), Ok((Role::Viewer, 2)));
        assert_eq!(clerk.change_role(&actor, Role::Officer, 1, 1), Err(Refusal::Conflict(UserConflict::RoleNotOfAMember)));
        assert_eq!(clerk.change_role(&actor, Role::Director, 1, 0), Err(Refusal::Stale));
        assert_eq!(director().change_role(&actor, Role::Clerk, 1, 1), Err(Refusal::Conflict(UserConflict::LastDirector)));
        assert_eq!(director().change_role(&actor, Role::Clerk, 2, 1).map(|user| user.role), Ok(Role::Clerk));
        let gone = clerk.remove_member(&actor, 1, now()).unwrap();
        assert_eq!(gone.change_role(&actor, Role::Director, 1, 2), Err(Refusal::Conflict(UserConflict::Closed)));
        let by_clerk = clerk.actor(Some(&org())).unwrap();
        assert_eq!(clerk.change_role(&by_clerk, Role::Director, 1, 1), Err(Refusal::Denied(Denied::Forbidden)));
    }

    #[test]
    fn a_director_or_an_operator_helps_others_to_a_password_and_nobody_themselves() {
        let actor = director().actor(Some(&org())).unwrap();
        let clerk = add(Role::Clerk).unwrap();
        assert_eq!(clerk.reset_by_director(&actor), Ok(()));
        assert_eq!(director().reset_by_director(&actor), Err(Refusal::Conflict(UserConflict::OwnPassword)));
        assert_eq!(director().reset_by_director(&clerk.actor(Some(&org())).unwrap()), Err(Refusal::Denied(Denied::Forbidden)));
        let gone = clerk.remove_member(&actor, 1, now()).unwrap();
        assert_eq!(gone.reset_by_director(&actor), Err(Refusal::Conflict(UserConflict::Closed)));
        let operator = User::staff(Role::Operator, "van.hanh".parse().unwrap(), details(), Uuid::from_u128(5).into(), now()).unwrap();
        assert_eq!(clerk.reset_by_operator(&operator.actor(None).unwrap()), Ok(()));
        assert_eq!(clerk.reset_by_director(&operator.actor(None).unwrap()), Err(Refusal::Denied(Denied::Hidden)));
        assert_eq!(clerk.reset_by_operator(&actor), Err(Refusal::Denied(Denied::Forbidden)));
        assert_eq!(operator.reset_by_director(&actor), Err(Refusal::Denied(Denied::Hidden)));
    }

    #[test]
    fn whoever_is_erased_leaves_no_name_and_no_organisation_without_a_director() {
        let leaving = |directors, closed, open| Leaving { directors, closed, open };
        let user = director().confirm_email(now());
        assert_eq!(
            user.erase(leaving(1, false, true), Uuid::from_u128(77), now()),
            Err(Refusal::Conflict(UserConflict::EraseLastDirectorDeals))
        );
        assert_eq!(
            user.erase(leaving(1, false, false), Uuid::from_u128(77), now()),
            Err(Refusal::Conflict(UserConflict::EraseLastDirector))
        );
        assert!(user.erase(leaving(2, false, true), Uuid::from_u128(77), now()).is_ok());
        let gone = user.erase(leaving(1, true, false), Uuid::from_u128(77), now()).unwrap();
        assert_eq!((gone.closed_at, gone.erased_at, gone.email_confirmed_at), (Some(now()), Some(now()), None));
        assert_eq!((gone.details.email.clone(), gone.details.phone.clone()), (None, None));
        assert!(gone.sign_in.as_str().starts_with("da-xoa-") && gone.details.name.as_str() != user.details.name.as_str());
        assert_eq!(
            gone.erase(leaving(1, false, true), Uuid::from_u128(77), now() + chrono::TimeDelta::days(1)),
            Ok(gone.clone()),
            "once more changes nothing"
        );
        assert!(add(Role::Clerk).unwrap().erase(leaving(1, false, true), Uuid::from_u128(77), now()).is_ok());
    }

    #[test]
    fn a_new_address_is_confirmed_again() {
        let user = director().confirm_email(now());
        assert_eq!((user.email_confirmed_at, user.version), (Some(now()), 2));
        assert_eq!(user.confirm_email(now() + chrono::TimeDelta::days(1)), user);
        let actor = user.actor(Some(&org())).unwrap();
        let renamed = UserDetails { name: "Lan Quách".parse().unwrap(), ..user.details.clone() };
        assert_eq!(user.edit(&actor, renamed, 2).unwrap().email_confirmed_at, Some(now()));
        let moved = UserDetails { email: Some("moi@example.vn".parse().unwrap()), ..user.details.clone() };
        assert_eq!(user.edit(&actor, moved.clone(), 2).unwrap().email_confirmed_at, None);
        assert_eq!(user.edit(&actor, moved, 1), Err(Refusal::Stale));
        assert_eq!(add(Role::Clerk).unwrap().confirm_email(now()).email_confirmed_at, None);
    }

    #[test]
    fn nobody_acts_for_an_organisation_they_are_not_in() {
        let other = Organisation { id: Uuid::from_u128(8).into(), ..org() };
        assert_eq!(director().actor(Some(&other)), None);
        assert_eq!(director().actor(None), None);
    }
}
