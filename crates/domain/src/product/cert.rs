//! Kinds of certificate, each a bit, so that "has all of these" is one operation on the whole market.
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CertKind {
    Vietgap,
    Globalgap,
    Organic,
    Haccp,
    /// An establishment fit for food safety (an toàn thực phẩm).
    Attp,
    Ocop,
    /// The right to use a geographical indication.
    Gi,
    GrowingAreaCode,
}

impl CertKind {
    pub const ALL: [Self; 8] =
        [Self::Vietgap, Self::Globalgap, Self::Organic, Self::Haccp, Self::Attp, Self::Ocop, Self::Gi, Self::GrowingAreaCode];

    pub const fn bit(self) -> u32 {
        match self {
            Self::Vietgap => 1,
            Self::Globalgap => 2,
            Self::Organic => 4,
            Self::Haccp => 8,
            Self::Attp => 16,
            Self::Ocop => 32,
            Self::Gi => 64,
            Self::GrowingAreaCode => 128,
        }
    }

    pub const fn code(self) -> &'static str {
        match self {
            Self::Vietgap => "vietgap",
            Self::Globalgap => "globalgap",
            Self::Organic => "organic",
            Self::Haccp => "haccp",
            Self::Attp => "attp",
            Self::Ocop => "ocop",
            Self::Gi => "gi",
            Self::GrowingAreaCode => "growing_area_code",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("certificate_kind_unknown")]
pub struct CertKindError;

impl std::str::FromStr for CertKind {
    type Err = CertKindError;
    fn from_str(code: &str) -> Result<Self, CertKindError> {
        Self::ALL.into_iter().find(|kind| kind.code() == code).ok_or(CertKindError)
    }
}

/// A set of kinds. In JSON a list of their names; in the database and in a round the bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Vec<CertKind>", into = "Vec<CertKind>")]
pub struct CertKinds(u32);

impl CertKinds {
    pub const NONE: Self = Self(0);
    const EVERY: u32 = 255;

    pub fn from_bits(bits: u32) -> Result<Self, CertKindError> {
        if bits & !Self::EVERY == 0 { Ok(Self(bits)) } else { Err(CertKindError) }
    }

    pub const fn bits(self) -> u32 {
        self.0
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    #[must_use]
    pub const fn with(self, kind: CertKind) -> Self {
        Self(self.0 | kind.bit())
    }

    pub const fn has(self, kind: CertKind) -> bool {
        self.0 & kind.bit() != 0
    }

    /// Whether everything asked for is here.
    pub const fn covers(self, asked: Self) -> bool {
        self.0 & asked.0 == asked.0
    }

    /// What is asked for and not here.
    #[must_use]
    pub const fn missing(self, asked: Self) -> Self {
        Self(asked.0 & !self.0)
    }

    pub fn iter(self) -> impl Iterator<Item = CertKind> {
        CertKind::ALL.into_iter().filter(move |kind| self.has(*kind))
    }
}

impl FromIterator<CertKind> for CertKinds {
    fn from_iter<T: IntoIterator<Item = CertKind>>(kinds: T) -> Self {
        kinds.into_iter().fold(Self::NONE, Self::with)
    }
}

impl From<Vec<CertKind>> for CertKinds {
    fn from(kinds: Vec<CertKind>) -> Self {
        kinds.into_iter().collect()
    }
}

impl From<CertKinds> for Vec<CertKind> {
    fn from(kinds: CertKinds) -> Self {
        kinds.iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_kind_has_its_own_bit_and_name() {
        let all: CertKinds = CertKind::ALL.into_iter().collect();
        assert_eq!(all.bits(), CertKinds::EVERY);
        assert_eq!(CertKind::ALL.map(CertKind::bit).iter().sum::<u32>(), CertKinds::EVERY);
        for kind in CertKind::ALL {
            assert_eq!(kind.code().parse(), Ok(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.code());
        }
        assert_eq!("iso".parse::<CertKind>(), Err(CertKindError));
        assert_eq!(CertKinds::from_bits(256), Err(CertKindError));
    }

    #[test]
    fn a_set_is_a_list_of_names_in_json() {
        let set: CertKinds = serde_json::from_str(r#"["organic","vietgap","organic"]"#).unwrap();
        assert_eq!(set.bits(), 5);
        assert_eq!(serde_json::to_string(&set).unwrap(), r#"["vietgap","organic"]"#);
        assert!(serde_json::from_str::<CertKinds>(r#"["iso"]"#).is_err());
    }

    proptest! {
        #[test]
        fn covering_means_nothing_is_missing(have in 0..=255u32, asked in 0..=255u32) {
            let (have, asked) = (CertKinds::from_bits(have).unwrap(), CertKinds::from_bits(asked).unwrap());
            let by_kind = asked.iter().all(|kind| have.has(kind));
            prop_assert_eq!(have.covers(asked), by_kind);
            prop_assert_eq!(have.missing(asked).is_empty(), by_kind);
        }
    }
}
