//! What an organisation says about itself; contracts take their party blocks from it.
use super::OrgKind;
use crate::coded::coded;
use crate::email::Email;
use crate::error::{Faults, FieldError};
use crate::newtype::checked_text;
use crate::phone::Phone;
use crate::place::{CommuneCode, GeoPoint, OldDistrictCode};
use crate::tax_code::{TaxCode, TaxCodeKind};
use crate::text::Name;
use serde::{Deserialize, Serialize};

coded! {
    /// How an organisation accounts for value added tax.
    VatMethod, VatMethodError = "vat_method_unknown";
    Deduction = "deduction",
    Direct = "direct",
}

checked_text! {
    /// The number of a bank account, without the spaces it is printed with.
    AccountNumber, AccountNumberError
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("account_number_malformed")]
pub struct AccountNumberError;

impl std::str::FromStr for AccountNumber {
    type Err = AccountNumberError;

    fn from_str(text: &str) -> Result<Self, AccountNumberError> {
        let number: String = text.chars().filter(|c| !matches!(c, ' ' | '.' | '-')).take(20).collect::<String>().to_ascii_uppercase();
        let fits = (6..=19).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if fits { Ok(Self(number)) } else { Err(AccountNumberError) }
    }
}

/// Where money for this organisation goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BankAccount {
    pub bank: Name,
    pub number: AccountNumber,
    pub holder: Name,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrgProfile {
    pub kind: OrgKind,
    pub name: Name,
    #[serde(default)]
    pub tax_code: Option<TaxCode>,
    /// House, hamlet, street: what comes before the commune.
    #[serde(default)]
    pub address_line: Option<Name>,
    pub commune: CommuneCode,
    /// The district of before July 2025, by which people and the programme's reports still count.
    #[serde(default)]
    pub old_district: Option<OldDistrictCode>,
    /// The yard or the depot; without it the commune's point stands in.
    #[serde(default)]
    pub point: Option<GeoPoint>,
    pub representative: Name,
    pub position: Name,
    /// To be called on; several organisations may share one.
    pub phone: Phone,
    #[serde(default)]
    pub email: Option<Email>,
    pub vat_method: VatMethod,
    #[serde(default)]
    pub bank_account: Option<BankAccount>,
}

impl OrgProfile {
    pub fn check(&self) -> Result<(), Vec<FieldError>> {
        let mut faults = Faults::new();
        faults.require(self.tax_code.is_some() || !self.kind.needs_tax_code(), "tax_code", "tax_code_required");
        let personal = self.tax_code.as_ref().is_some_and(|code| code.kind() == TaxCodeKind::Personal);
        faults.require(!(personal && self.kind.needs_tax_code()), "tax_code", "tax_code_of_a_person");
        faults.finish()
    }

    /// Whether the programme office would have to look again at who they are in law.
    pub(super) fn is_same_party(&self, other: &Self) -> bool {
        self.kind == other.kind && self.name == other.name && self.tax_code == other.tax_code
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub fn cooperative() -> OrgProfile {
        OrgProfile {
            kind: OrgKind::Cooperative,
            name: "HTX Cam Cao Phong".parse().unwrap(),
            tax_code: Some("0100100079".parse().unwrap()),
            address_line: Some("Xóm Lành 7".parse().unwrap()),
            commune: "05089".parse().unwrap(),
            old_district: None,
            point: None,
            representative: "Quách Thị Lan".parse().unwrap(),
            position: "Giám đốc".parse().unwrap(),
            phone: "0912345678".parse().unwrap(),
            email: None,
            vat_method: VatMethod::Direct,
            bank_account: None,
        }
    }

    #[test]
    fn legal_persons_need_a_tax_code_of_their_own() {
        let with = |kind, tax_code: Option<&str>| {
            let profile = OrgProfile { kind, tax_code: tax_code.map(|code| code.parse().unwrap()), ..cooperative() };
            profile.check().map_err(|faults| faults.iter().map(|fault| fault.code).collect::<Vec<_>>())
        };
        for kind in [OrgKind::Cooperative, OrgKind::Enterprise] {
            assert_eq!(with(kind, None), Err(vec!["tax_code_required"]));
            assert_eq!(with(kind, Some("017190001234")), Err(vec!["tax_code_of_a_person"]));
            assert_eq!(with(kind, Some("0100100079-001")), Ok(()));
        }
        for kind in [OrgKind::ProductionGroup, OrgKind::Farm] {
            assert_eq!(with(kind, None), Ok(()));
            assert_eq!(with(kind, Some("017190001234")), Ok(()));
        }
    }

    #[test]
    fn an_account_number_is_kept_without_its_spacing() {
        let read = |text: &str| text.parse::<AccountNumber>().map(String::from);
        assert_eq!(read("1903 5678 9012"), Ok("190356789012".to_owned()));
        for bad in ["", "12345", "1903-5678-9012-3456-7890", "số tài khoản"] {
            assert_eq!(read(bad), Err(AccountNumberError), "{bad}");
        }
    }

    #[test]
    fn an_unknown_field_is_refused() {
        let mut json = serde_json::to_value(cooperative()).unwrap();
        assert_eq!(serde_json::from_value::<OrgProfile>(json.clone()).unwrap(), cooperative());
        json["verified"] = true.into();
        assert!(serde_json::from_value::<OrgProfile>(json).is_err());
    }
}
