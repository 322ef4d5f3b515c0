//! Who the parties were on the day the contract was made, whatever becomes of them later.
use crate::account::{BankAccount, OrgKind, Organisation};
use crate::email::Email;
use crate::id::OrgId;
use crate::phone::Phone;
use crate::tax_code::TaxCode;
use crate::text::Name;
use serde::{Deserialize, Serialize};

/// One party as the contract's text names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct PartySnapshot {
    pub org: OrgId,
    pub kind: OrgKind,
    pub name: Name,
    /// A group or a farm may trade without one.
    pub tax_code: Option<TaxCode>,
    /// House, hamlet, street.
    pub address_line: Option<Name>,
    /// Commune and province in full.
    pub place: Name,
    pub representative: Name,
    pub position: Name,
    pub phone: Phone,
    pub email: Option<Email>,
    pub bank_account: Option<BankAccount>,
}

impl PartySnapshot {
    /// `place` spells out the organisation's commune.
    pub fn of(org: &Organisation, place: Name) -> Self {
        let profile = org.profile.clone();
        Self {
            org: org.id,
            kind: profile.kind,
            name: profile.name,
            tax_code: profile.tax_code,
            address_line: profile.address_line,
            place,
            representative: profile.representative,
            position: profile.position,
            phone: profile.phone,
            email: profile.email,
            bank_account: profile.bank_account,
        }
    }

    /// The whole address on one line.
    pub fn address(&self) -> String {
        self.address_line.iter().chain([&self.place]).map(Name::as_str).collect::<Vec<_>>().join(", ")
    }
}
