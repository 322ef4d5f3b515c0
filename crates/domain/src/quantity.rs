//! Weight. Kept in whole grams, spoken in kilograms; a round trades whole kilograms.
use serde::{Deserialize, Serialize};

/// A weight from nothing to 100,000 tonnes. In JSON a decimal string of kilograms: `"12.5"`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, example = "12.5")]
pub struct Kg(i64);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KgError {
    #[error("kg_not_a_number")]
    NotANumber,
    #[error("kg_finer_than_a_gram")]
    TooFine,
    #[error("kg_out_of_range")]
    OutOfRange,
}

impl Kg {
    pub const ZERO: Self = Self(0);
    pub const MOST: Self = Self(Self::MOST_GRAMS);
    pub const MOST_GRAMS: i64 = 100_000_000_000;

    pub fn from_grams(grams: i64) -> Result<Self, KgError> {
        if (0..=Self::MOST_GRAMS).contains(&grams) { Ok(Self(grams)) } else { Err(KgError::OutOfRange) }
    }

    pub fn from_whole(kg: i64) -> Result<Self, KgError> {
        kg.checked_mul(1000).map_or(Err(KgError::OutOfRange), Self::from_grams)
    }

    pub const fn grams(self) -> i64 {
        self.0
    }

    /// Kilograms rounded down, as a round trades them.
    pub const fn whole(self) -> i64 {
        self.0 / 1000
    }

    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).and_then(|grams| Self::from_grams(grams).ok())
    }

    /// Nothing when more is taken than there is.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).and_then(|grams| Self::from_grams(grams).ok())
    }

    /// The sum, or nothing when it passes the largest weight.
    pub fn sum(parts: impl IntoIterator<Item = Self>) -> Option<Self> {
        let total: i128 = parts.into_iter().map(|part| i128::from(part.0)).sum();
        i64::try_from(total).ok().and_then(|grams| Self::from_grams(grams).ok())
    }
}

impl std::str::FromStr for Kg {
    type Err = KgError;

    fn from_str(text: &str) -> Result<Self, KgError> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(fraction) || text.ends_with('.') {
            return Err(KgError::NotANumber);
        }
        let fraction = fraction.trim_end_matches('0');
        if fraction.len() > 3 {
            return Err(KgError::TooFine);
        }
        let whole: i64 = whole.parse().map_err(|_| KgError::OutOfRange)?;
        let grams: i64 = format!("{fraction:0<3}").parse().map_err(|_| KgError::NotANumber)?;
        whole.checked_mul(1000).and_then(|kg| kg.checked_add(grams)).map_or(Err(KgError::OutOfRange), Self::from_grams)
    }
}

impl TryFrom<String> for Kg {
    type Error = KgError;
    fn try_from(text: String) -> Result<Self, KgError> {
        text.parse()
    }
}

impl From<Kg> for String {
    fn from(kg: Kg) -> Self {
        kg.to_string()
    }
}

impl std::fmt::Display for Kg {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, grams) = (self.0 / 1000, self.0 % 1000);
        if grams == 0 {
            return write!(f, "{whole}");
        }
        write!(f, "{whole}.{}", format!("{grams:03}").trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_kilograms_exactly_or_says_why_not() {
        let read = |text: &str| text.parse::<Kg>().map(Kg::grams);
        assert_eq!(read("12.5"), Ok(12_500));
        assert_eq!(read("0.001"), Ok(1));
        assert_eq!(read("1.5000"), Ok(1_500));
        assert_eq!(read("0.0001"), Err(KgError::TooFine));
        assert_eq!(read("100000000"), Ok(Kg::MOST_GRAMS));
        assert_eq!(read("100000000.001"), Err(KgError::OutOfRange));
        assert_eq!(read("99999999999999999999"), Err(KgError::OutOfRange));
        for bad in ["", ".", "1.", ".5", "-1", "1,5", "1e3", "một", " 1"] {
            assert_eq!(read(bad), Err(KgError::NotANumber), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn printing_and_reading_agree(grams in 0..=Kg::MOST_GRAMS) {
            let kg = Kg::from_grams(grams).unwrap();
            prop_assert_eq!(kg.to_string().parse::<Kg>(), Ok(kg));
        }
    }
}
