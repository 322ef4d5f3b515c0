//! What is guarded, old or new.
use crate::account::{BankAccount, OrgProfile};
use crate::coded::coded;
use crate::text::Name;
use serde::{Deserialize, Serialize};

coded! {
    /// What a guarded change is about.
    GuardedKind, GuardedKindError = "guarded_kind_unknown";
    BankAccount = "bank_account",
    Representative = "representative",
}

/// Who signs for an organisation, by law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Representative {
    pub name: Name,
    pub position: Name,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GuardedValue {
    BankAccount(BankAccount),
    Representative(Representative),
}

impl GuardedValue {
    pub const fn kind(&self) -> GuardedKind {
        match self {
            Self::BankAccount(_) => GuardedKind::BankAccount,
            Self::Representative(_) => GuardedKind::Representative,
        }
    }

    /// What stands in a profile now.
    pub fn of(profile: &OrgProfile, kind: GuardedKind) -> Option<Self> {
        match kind {
            GuardedKind::BankAccount => profile.bank_account.clone().map(Self::BankAccount),
            GuardedKind::Representative => {
                Some(Self::Representative(Representative { name: profile.representative.clone(), position: profile.position.clone() }))
            }
        }
    }

    /// In one line that may lie in a notice or in a mail: of an account the bank and the last digits.
    pub fn in_short(&self) -> String {
        match self {
            Self::BankAccount(account) => {
                let number = account.number.as_str();
                format!("{} …{}", account.bank, number.get(number.len().saturating_sub(4)..).unwrap_or_default())
            }
            Self::Representative(person) => format!("{}, {}", person.name, person.position),
        }
    }
}
