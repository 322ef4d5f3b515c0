//! What is guarded, old or new.
use crate::account::{BankAccount, OrgProfile, Role, User};
use crate::coded::coded;
use crate::id::UserId;
use crate::text::Name;
use serde::{Deserialize, Serialize};

coded! {
    /// What a guarded change is about.
    GuardedKind, GuardedKindError = "guarded_kind_unknown";
    BankAccount = "bank_account",
    Representative = "representative",
    NewDirector = "new_director",
    FormerDirector = "former_director",
}

/// Who signs for an organisation, by law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Representative {
    pub name: Name,
    pub position: Name,
}

/// A role within the organisation, and whose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MemberRole {
    pub member: UserId,
    pub role: Role,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GuardedValue {
    BankAccount(BankAccount),
    Representative(Representative),
    /// A member on the way to director: what that member was, or becomes.
    NewDirector(MemberRole),
    /// The same of a director who becomes something else.
    FormerDirector(MemberRole),
}

/// What is asked for, beside what stood there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub(super) old: Option<GuardedValue>,
    pub(super) new: GuardedValue,
}

impl Asked {
    /// Another account.
    pub fn bank_account(profile: &OrgProfile, account: BankAccount) -> Self {
        Self { old: profile.bank_account.clone().map(GuardedValue::BankAccount), new: GuardedValue::BankAccount(account) }
    }

    /// Somebody else who signs by law.
    pub fn representative(profile: &OrgProfile, person: Representative) -> Self {
        let old = Representative { name: profile.representative.clone(), position: profile.position.clone() };
        Self { old: Some(GuardedValue::Representative(old)), new: GuardedValue::Representative(person) }
    }

    /// Another role of a member. Which of the two kinds it is says whether that member is a director today.
    pub fn role(member: &User, role: Role) -> Self {
        let of = |role| MemberRole { member: member.id, role };
        let kind = if member.role == Role::Director { GuardedValue::FormerDirector } else { GuardedValue::NewDirector };
        Self { old: Some(kind(of(member.role))), new: kind(of(role)) }
    }
}

impl GuardedValue {
    pub const fn kind(&self) -> GuardedKind {
        match self {
            Self::BankAccount(_) => GuardedKind::BankAccount,
            Self::Representative(_) => GuardedKind::Representative,
            Self::NewDirector(_) => GuardedKind::NewDirector,
            Self::FormerDirector(_) => GuardedKind::FormerDirector,
        }
    }

    /// Whose role it is about.
    pub const fn member(&self) -> Option<MemberRole> {
        match self {
            Self::BankAccount(_) | Self::Representative(_) => None,
            Self::NewDirector(of) | Self::FormerDirector(of) => Some(*of),
        }
    }

    /// In one line that may lie in a notice or in a mail: of an account the bank and the last digits, of a role whose it is.
    pub fn in_short(&self, name: impl Fn(UserId) -> String) -> String {
        match self {
            Self::BankAccount(account) => {
                let number = account.number.as_str();
                format!("{} …{}", account.bank, number.get(number.len().saturating_sub(4)..).unwrap_or_default())
            }
            Self::Representative(person) => format!("{}, {}", person.name, person.position),
            Self::NewDirector(of) | Self::FormerDirector(of) => name(of.member),
        }
    }
}
