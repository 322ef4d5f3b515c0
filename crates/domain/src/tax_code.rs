//! Tax codes (mã số thuế): ten digits with a check digit, a branch after a hyphen, or a person's twelve-digit number.
use crate::newtype::checked_text;

checked_text! {
    /// A tax code as it is printed: `0100100079`, `0100100079-001` or `017190001234`.
    TaxCode, TaxCodeError
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TaxCodeError {
    #[error("tax_code_empty")]
    Empty,
    #[error("tax_code_not_digits")]
    NotDigits,
    #[error("tax_code_length")]
    Length,
    #[error("tax_code_branch")]
    Branch,
    #[error("tax_code_never_issued")]
    NeverIssued,
    #[error("tax_code_check_digit")]
    CheckDigit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaxCodeKind {
    Organization,
    Branch,
    /// The number of a citizen's identity card, a tax code since July 2025. It has no check digit.
    Personal,
}

impl TaxCode {
    pub fn kind(&self) -> TaxCodeKind {
        match self.0.len() {
            10 => TaxCodeKind::Organization,
            12 => TaxCodeKind::Personal,
            _ => TaxCodeKind::Branch,
        }
    }

    /// What a nine-digit number was before a spreadsheet took its leading zero; a person has to confirm it.
    pub fn with_leading_zero(text: &str) -> Option<Self> {
        let digits = tidy(text);
        if digits.len() == 9 { format!("0{digits}").parse().ok() } else { None }
    }
}

impl std::str::FromStr for TaxCode {
    type Err = TaxCodeError;

    fn from_str(text: &str) -> Result<Self, TaxCodeError> {
        let code = tidy(text);
        if code.is_empty() {
            return Err(TaxCodeError::Empty);
        }
        if !code.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
            return Err(TaxCodeError::NotDigits);
        }
        let (number, branch) = match code.split_once('-') {
            Some((number, branch)) => (number, Some(branch)),
            None if code.len() == 13 => code.split_at_checked(10).map_or((code.as_str(), None), |(number, branch)| (number, Some(branch))),
            None => (code.as_str(), None),
        };
        match (number.len(), branch) {
            (12, None) if !number.contains('-') => Ok(Self(code)),
            (10, None) => check(number).map(|()| Self(code)),
            (10, Some(branch)) if branch.len() == 3 && !branch.contains('-') => {
                check(number)?;
                if branch == "000" { Err(TaxCodeError::Branch) } else { Ok(Self(format!("{number}-{branch}"))) }
            }
            _ => Err(TaxCodeError::Length),
        }
    }
}

/// Without the spaces and dots people group digits by, and with one kind of hyphen.
fn tidy(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_whitespace() && *c != '.');
    kept.map(|c| if matches!(c, '‐' | '‑' | '–' | '—') { '-' } else { c }).collect()
}

fn check(number: &str) -> Result<(), TaxCodeError> {
    const WEIGHTS: [u32; 9] = [31, 29, 23, 19, 17, 13, 7, 5, 3];
    let mut digits = number.chars().filter_map(|c| c.to_digit(10));
    let remainder = WEIGHTS.into_iter().zip(digits.by_ref()).map(|(weight, digit)| weight * digit).sum::<u32>() % 11;
    match remainder {
        0 => Err(TaxCodeError::NeverIssued),
        _ if digits.next() == Some(10 - remainder) => Ok(()),
        _ => Err(TaxCodeError::CheckDigit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vectors::{self, Failures};
    use proptest::prelude::*;

    /// The codes of this crate in the words of the vectors.
    fn reason(error: TaxCodeError) -> &'static str {
        match error {
            TaxCodeError::Empty => "empty",
            TaxCodeError::NotDigits => "characters",
            TaxCodeError::Length => "length",
            TaxCodeError::Branch => "branch_suffix",
            TaxCodeError::NeverIssued => "prefix_remainder_zero",
            TaxCodeError::CheckDigit => "check_digit",
        }
    }

    fn kind(code: &TaxCode) -> &'static str {
        match code.kind() {
            TaxCodeKind::Organization => "organization",
            TaxCodeKind::Branch => "branch",
            TaxCodeKind::Personal => "personal_12",
        }
    }

    #[test]
    fn tax_codes_follow_the_vectors() {
        let group = vectors::group("mst");
        let mut failures = Failures::default();
        for case in vectors::cases(&group, "cases") {
            let input = vectors::text(case, "input");
            let got = input.parse::<TaxCode>();
            if vectors::flag(case, "valid") {
                let want = (vectors::text(case, "normalized").to_owned(), vectors::text(case, "kind"));
                failures.same(input, got.map(|code| (code.to_string(), kind(&code))), Ok::<_, TaxCodeError>(want));
                continue;
            }
            let want = vectors::text(case, "reason").trim_start_matches("lost_leading_zero_or_");
            failures.same(input, got.map_err(reason), Err::<TaxCode, _>(want));
            if let Some(suggestion) = case.get("suggestion") {
                failures.same(input, TaxCode::with_leading_zero(input).as_ref().map(TaxCode::as_str), suggestion.as_str());
            }
        }
        failures.none();
    }

    #[test]
    fn misplaced_hyphens_are_a_wrong_length() {
        for bad in
            ["-", "0100100079-", "-0100100079", "01-00100079", "010010007-9001", "017190001234-001", "0100100079-0-1", "0171900012-4"]
        {
            assert_eq!(bad.parse::<TaxCode>(), Err(TaxCodeError::Length), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn each_prefix_has_at_most_one_check_digit(prefix in "[0-9]{9}") {
            let good = (0..10).filter(|digit| format!("{prefix}{digit}").parse::<TaxCode>().is_ok()).count();
            prop_assert!(good <= 1);
        }

        #[test]
        fn one_wrong_digit_is_noticed(place in 0..10usize, shift in 1..10u8) {
            let mut digits = *b"0100100079";
            digits[place] = b'0' + (digits[place] - b'0' + shift) % 10;
            let typed = std::str::from_utf8(&digits).unwrap();
            prop_assert!(typed.parse::<TaxCode>().is_err(), "{}", typed);
        }

        #[test]
        fn any_text_is_an_answer_and_a_good_one_stays(text in "[0-9 .–-]{0,18}") {
            if let Ok(code) = text.parse::<TaxCode>() {
                prop_assert_eq!(code.as_str().parse::<TaxCode>(), Ok(code.clone()));
            }
        }
    }
}
