//! The number people cite a contract by: `031/2026/HĐTT-HTX-DN`.
use crate::account::OrgKind;
use crate::newtype::checked_text;

checked_text! {
    /// A contract's number: serial in the year, the year, what it is and between whom.
    ContractNumber, ContractNumberError
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("contract_number_malformed")]
pub struct ContractNumberError;

impl ContractNumber {
    /// The serial counts from 1 within the year in which the contract is made.
    pub fn new(serial: u32, year: i32, supplier: OrgKind) -> Self {
        Self(format!("{serial:03}/{year:04}/HĐTT-{}-DN", letters(supplier)))
    }

    /// The part people say: `031/2026`.
    pub fn short(&self) -> &str {
        self.0.match_indices('/').nth(1).and_then(|(at, _)| self.0.get(..at)).unwrap_or(&self.0)
    }
}

const fn letters(supplier: OrgKind) -> &'static str {
    match supplier {
        OrgKind::Cooperative => "HTX",
        OrgKind::ProductionGroup => "THT",
        OrgKind::Farm => "TT",
        OrgKind::Enterprise => "DN",
    }
}

impl std::str::FromStr for ContractNumber {
    type Err = ContractNumberError;

    fn from_str(text: &str) -> Result<Self, ContractNumberError> {
        let mut parts = text.splitn(3, '/');
        let mut digits = |least: usize, most: usize| {
            let part = parts.next().unwrap_or_default();
            (least..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        let numbered = digits(3, 10) && digits(4, 4);
        let kind = parts.next().unwrap_or_default();
        let known = ["HTX", "THT", "TT", "DN"].into_iter().any(|letters| kind == format!("HĐTT-{letters}-DN"));
        if numbered && known { Ok(Self(text.to_owned())) } else { Err(ContractNumberError) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_reads_back_and_has_a_short_form() {
        let number = ContractNumber::new(31, 2026, OrgKind::Cooperative);
        assert_eq!(number.as_str(), "031/2026/HĐTT-HTX-DN");
        assert_eq!(number.short(), "031/2026");
        for number in [number, ContractNumber::new(u32::MAX, 2027, OrgKind::Farm)] {
            assert_eq!(number.as_str().parse(), Ok(number));
        }
    }

    #[test]
    fn anything_else_is_malformed() {
        for bad in ["", "031", "31/2026/HĐTT-HTX-DN", "031/26/HĐTT-HTX-DN", "031/2026/", "031/2026/HĐTT-XYZ-DN", "a31/2026/HĐTT-HTX-DN"]
        {
            assert_eq!(bad.parse::<ContractNumber>(), Err(ContractNumberError), "{bad}");
        }
    }
}
