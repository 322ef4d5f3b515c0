//! A person with an account. Passwords, authenticator secrets and their hashes live in the store alone.
use super::{Actor, GuardedValue, MemberRole, Organisation, Role, SignInName};
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
    /// A director comes and goes by a guarded change.
    #[error("guarded_director_needed")]
    DirectorGuarded,
    /// First the role goes, by a guarded change, then the account.
    #[error("guarded_director_first")]
    DirectorFirst,
    /// Where it is guarded who leads, no director opens the account of another.
    #[error("guarded_director_password")]
    DirectorPassword,
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
            Self::RoleNotOfAMember | Self::DirectorGuarded => Some("role".into()),
            Self::LastDirector
            | Self::Closed
            | Self::OwnPassword
            | Self::DirectorFirst
            | Self::DirectorPassword
            | Self::EraseLastDirectorDeals
            | Self::EraseLastDirector => None,
        }
    }
}

pub type UserError = Refusal<UserConflict>;

/// The directors of an organisation when one of its members gets another role or leaves.
#[derive(Debug, Clone, Copy)]
pub struct Directors {
    /// How many open director accounts it has.
    pub open: u64,
    /// [`Organisation::is_guarded`].
    pub guarded: bool,
}

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

    /// A director takes somebody into the own organisation; as a director only while that is not guarded.
    pub fn add_member(
        actor: &Actor,
        role: Role,
        guarded: bool,
        sign_in: SignInName,
        details: UserDetails,
        id: UserId,
        now: Timestamp,
    ) -> Result<Self, UserError> {
        policy::allow(actor, Command::AddMember, Target::own(actor))?;
        if !role.is_member() {
            return Err(Refusal::Conflict(UserConflict::RoleNotOfAMember));
        }
        Self::may_come_as(role, guarded).map_err(Refusal::Conflict)?;
        Ok(Self::new(role, actor.org(), sign_in, details, id, now))
    }

    /// Whether somebody new may be taken in with this role.
    pub(super) fn may_come_as(role: Role, guarded: bool) -> Result<(), UserConflict> {
        if guarded && role == Role::Director { Err(UserConflict::DirectorGuarded) } else { Ok(()) }
    }

    /// Somebody who opened an invitation of an organisation.
    pub(super) fn invited(role: Role, org: OrgId, sign_in: SignInName, details: UserDetails, id: UserId, now: Timestamp) -> Self {
        Self::new(role, Some(org), sign_in, details, id, now)
    }

    fn new(role: Role, org: Option<OrgId>, sign_in: SignInName, details: UserDetails, id: UserId, now: Timestamp) -> Self {
        let details = details.with_name(&sign_in);
        Self { id, sign_in, role, org, details, email_confirmed_at: None, created_at: now, closed_at: None, erased_at: None, version: 1 }
    }

    /// Closes a member's account.
    pub fn remove_member(&self, actor: &Actor, directors: Directors, now: Timestamp) -> Result<Self, UserError> {
        policy::allow(actor, Command::RemoveMember, self.org.map_or(Target::Person(self.id), Target::Org))?;
        self.may_step_down(directors.open)?;
        if directors.guarded && self.role == Role::Director && self.id != actor.user {
            return Err(Refusal::Conflict(UserConflict::DirectorFirst));
        }
        Ok(Self { closed_at: Some(now), version: self.version + 1, ..self.clone() })
    }

    /// Gives a member another role. Where it is guarded who leads the organisation, nobody but the director alone gives that up.
    pub fn change_role(&self, actor: &Actor, role: Role, directors: Directors, seen: i64) -> Result<Self, UserError> {
        policy::allow(actor, Command::ChangeRole, self.org.map_or(Target::Person(self.id), Target::Org))?;
        fresh(self.version, seen)?;
        if !role.is_member() {
            return Err(Refusal::Conflict(UserConflict::RoleNotOfAMember));
        }
        if role != Role::Director {
            self.may_step_down(directors.open)?;
        } else if self.closed_at.is_some() {
            return Err(Refusal::Conflict(UserConflict::Closed));
        }
        let directs = (role == Role::Director) != (self.role == Role::Director);
        if directors.guarded && directs && self.id != actor.user {
            return Err(Refusal::Conflict(UserConflict::DirectorGuarded));
        }
        Ok(Self { role, version: self.version + 1, ..self.clone() })
    }

    /// The role of a guarded change whose time has come; nothing where it fits no more. `directors` is how many there are.
    pub fn take_role(&self, change: &GuardedValue, directors: u64) -> Option<Self> {
        let fits = match change {
            GuardedValue::NewDirector(_) => self.role != Role::Director,
            GuardedValue::FormerDirector(_) => self.role == Role::Director && directors > 1,
            GuardedValue::BankAccount(_) | GuardedValue::Representative(_) => false,
        };
        let MemberRole { member, role } = change.member()?;
        let open = self.id == member && self.closed_at.is_none();
        (fits && open).then(|| Self { role, version: self.version + 1, ..self.clone() })
    }

    /// Whether a director may hand this colleague a link for a new password. To another director only the operator does where the
    /// organisation is `guarded`: the link is that director's account for whoever holds it.
    pub fn reset_by_director(&self, actor: &Actor, guarded: bool) -> Result<(), UserError> {
        policy::allow(actor, Command::ResetMemberPassword, self.org.map_or(Target::Person(self.id), Target::Org))?;
        self.may_be_reset(actor)?;
        if guarded && self.role == Role::Director { Err(Refusal::Conflict(UserConflict::DirectorPassword)) } else { Ok(()) }
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
mod tests;
