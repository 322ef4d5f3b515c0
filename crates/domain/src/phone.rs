//! Vietnamese telephone numbers, kept in the international form whatever way they were typed.
mod plan;

use crate::newtype::checked_text;

checked_text! {
    /// A number as `+84912345678`. Reading one accepts spaces, dots, `0084`, a lost leading zero, and the prefixes of before
    /// 2018, which it renews.
    Phone, PhoneError
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhoneError {
    #[error("phone_empty")]
    Empty,
    #[error("phone_characters")]
    Characters,
    #[error("phone_length")]
    Length,
    #[error("phone_unassigned_prefix")]
    UnassignedPrefix,
    #[error("phone_two_numbers")]
    TwoNumbers,
    #[error("phone_foreign")]
    Foreign,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneKind {
    Mobile,
    Landline,
}

impl Phone {
    /// As it is dialled inside the country: `0912345678`.
    pub fn national(&self) -> String {
        format!("0{}", self.0.trim_start_matches(COUNTRY))
    }

    pub fn kind(&self) -> PhoneKind {
        if self.0.starts_with("+842") { PhoneKind::Landline } else { PhoneKind::Mobile }
    }
}

const COUNTRY: &str = "+84";

impl std::str::FromStr for Phone {
    type Err = PhoneError;

    fn from_str(text: &str) -> Result<Self, PhoneError> {
        let typed: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | '–' | '(' | ')')).collect();
        if typed.is_empty() {
            return Err(PhoneError::Empty);
        }
        if typed.bytes().any(|byte| matches!(byte, b'/' | b',' | b';')) && typed.bytes().any(|byte| byte.is_ascii_digit()) {
            return Err(PhoneError::TwoNumbers);
        }
        let digits = typed.strip_prefix('+').unwrap_or(&typed);
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(PhoneError::Characters);
        }
        let number = plan::renewed(&inside_country(&typed, digits)?)?;
        Ok(Self(format!("{COUNTRY}{number}")))
    }
}

/// The digits after the leading zero.
fn inside_country(typed: &str, digits: &str) -> Result<String, PhoneError> {
    let international = if typed.starts_with('+') { Some(digits) } else { digits.strip_prefix("00") };
    let number = match international {
        Some(number) => number.strip_prefix("84").ok_or(PhoneError::Foreign)?,
        // Nine digits from 84 on are a mobile number without its zero; with the country code there are more.
        None if digits.len() > 10 => digits.strip_prefix("84").unwrap_or(digits),
        None => digits,
    };
    Ok(number.strip_prefix('0').unwrap_or(number).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vectors::{self, Failures};
    use proptest::prelude::*;

    fn reason(error: PhoneError) -> &'static str {
        match error {
            PhoneError::Empty => "empty",
            PhoneError::Characters => "characters",
            PhoneError::Length => "length",
            PhoneError::UnassignedPrefix => "unassigned_prefix",
            PhoneError::TwoNumbers => "two_numbers",
            PhoneError::Foreign => "foreign",
        }
    }

    #[test]
    fn numbers_follow_the_vectors() {
        let group = vectors::group("phone");
        let mut failures = Failures::default();
        for case in vectors::cases(&group, "cases") {
            let input = vectors::text(case, "input");
            let got = input.parse::<Phone>();
            let Some(e164) = case["e164"].as_str() else {
                failures.same(input, got.map_err(reason), Err::<Phone, _>(vectors::text(case, "reason")));
                continue;
            };
            let Ok(phone) = got else {
                failures.same(input, got, Ok::<Phone, PhoneError>(Phone(e164.into())));
                continue;
            };
            failures.same(input, phone.as_str(), e164);
            failures.same(input, phone.national().as_str(), vectors::text(case, "national"));
            let kind = if phone.kind() == PhoneKind::Mobile { "mobile" } else { "landline" };
            failures.same(input, kind, vectors::text(case, "kind"));
            // A number whose digits end as they were typed was not converted.
            let typed: String = input.chars().filter(char::is_ascii_digit).collect();
            let converted = !typed.ends_with(&phone.national()[1..]);
            failures.same(input, converted, vectors::flag(case, "converted_from_old_prefix"));
        }
        failures.none();
    }

    #[test]
    fn every_old_prefix_is_renewed_as_in_the_vectors() {
        let group = vectors::group("phone");
        let mut failures = Failures::default();
        for (old, new) in group["old_to_new_prefix"].as_object().unwrap() {
            let phone = format!("{old}1234567").parse::<Phone>().unwrap();
            failures.same(old, phone.national(), format!("{}1234567", new.as_str().unwrap()));
        }
        failures.none();
    }

    #[test]
    fn a_number_that_begins_like_the_country_code_is_kept() {
        assert_eq!("841234567".parse::<Phone>().unwrap().as_str(), "+84841234567");
        assert_eq!("0841234567".parse::<Phone>().unwrap().as_str(), "+84841234567");
        assert_eq!("+84841234567".parse::<Phone>().unwrap().as_str(), "+84841234567");
        assert_eq!("0012025550100".parse::<Phone>(), Err(PhoneError::Foreign));
        assert_eq!("++84912345678".parse::<Phone>(), Err(PhoneError::Characters));
        assert_eq!("0217 3851234".parse::<Phone>(), Err(PhoneError::UnassignedPrefix));
    }

    proptest! {
        #[test]
        fn any_text_is_an_answer_and_a_good_one_stays(text in "[+(]?(00)?(84)?0?[0-9 .)-]{0,14}") {
            if let Ok(phone) = text.parse::<Phone>() {
                prop_assert_eq!(phone.as_str().parse::<Phone>(), Ok(phone.clone()));
                prop_assert_eq!(phone.national().parse::<Phone>(), Ok(phone.clone()));
            }
        }
    }
}
