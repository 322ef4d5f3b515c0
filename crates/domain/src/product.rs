//! The vocabulary of the catalogue: grades, certificate kinds, and the short names of products and varieties.
mod cert;
mod quality;

pub use cert::{CertKind, CertKindError, CertKinds};
pub use quality::{Quality, SizeCode, SizeCodeError, SizeMeasure, SizeMeasureError};

use crate::coded::coded;
use crate::newtype::checked_text;

coded! {
    /// Quality, worst first, so that a demand for a grade takes any grade not below it.
    Grade, GradeError = "grade_unknown";
    Ungraded = "ungraded",
    Second = "second",
    First = "first",
    Extra = "extra",
}

impl Grade {
    /// From 0 for ungraded produce to 3 for the best.
    pub const fn rank(self) -> u8 {
        match self {
            Self::Ungraded => 0,
            Self::Second => 1,
            Self::First => 2,
            Self::Extra => 3,
        }
    }

    pub fn from_rank(rank: u8) -> Option<Self> {
        Self::ALL.iter().copied().find(|grade| grade.rank() == rank)
    }
}

checked_text! {
    /// The short name of a product or a variety in addresses and files: `buoi-do-tan-lac`.
    Slug, SlugError
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("slug_malformed")]
pub struct SlugError;

impl Slug {
    pub const MOST_BYTES: usize = 64;
}

impl std::str::FromStr for Slug {
    type Err = SlugError;

    fn from_str(text: &str) -> Result<Self, SlugError> {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let words = text.split('-').all(|word| !word.is_empty() && word.bytes().all(plain));
        if words && text.len() <= Self::MOST_BYTES { Ok(Self(text.to_owned())) } else { Err(SlugError) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_are_ordered_and_named() {
        assert!(Grade::Ungraded < Grade::Second && Grade::Second < Grade::First && Grade::First < Grade::Extra);
        for grade in Grade::ALL.iter().copied() {
            assert_eq!(Grade::from_rank(grade.rank()), Some(grade));
            assert_eq!(serde_json::to_value(grade).unwrap(), grade.code());
        }
        assert_eq!(Grade::from_rank(4), None);
        assert_eq!("xo".parse::<Grade>(), Err(GradeError));
    }

    #[test]
    fn slugs_are_plain_words_joined_by_hyphens() {
        for good in ["cam", "cam-v2", "buoi-do-tan-lac"] {
            assert!(good.parse::<Slug>().is_ok(), "{good}");
        }
        for bad in ["", "-", "Cam", "cam ", "cam--v2", "-cam", "cam-", "bưởi", "cam_v2", &"a".repeat(65)] {
            assert_eq!(bad.parse::<Slug>(), Err(SlugError), "{bad}");
        }
    }
}
