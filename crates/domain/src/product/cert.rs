//! Kinds of certificate, each a bit, so that "has all of these" is one operation on the whole market.
use crate::coded::coded;
use serde::{Deserialize, Serialize};

coded! {
    CertKind, CertKindError = "certificate_kind_unknown";
    Vietgap = "vietgap",
    Globalgap = "globalgap",
    Organic = "organic",
    Haccp = "haccp",
    /// An establishment fit for food safety (an toàn thực phẩm).
    Attp = "attp",
    Ocop = "ocop",
    /// The right to use a geographical indication.
    Gi = "gi",
    GrowingAreaCode = "growing_area_code",
    /// What a lab found in a sample of the goods.
    LabResult = "lab_result",
}

impl CertKind {
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
            Self::LabResult => 256,
        }
    }
}

/// A set of kinds. In JSON a list of their names; in the database and in a round the bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(from = "Vec<CertKind>", into = "Vec<CertKind>")]
#[schema(value_type = Vec<CertKind>)]
pub struct CertKinds(u32);

impl CertKinds {
    pub const NONE: Self = Self(0);
    const EVERY: u32 = 511;

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
        CertKind::ALL.iter().copied().filter(move |kind| self.has(*kind))
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
        let all: CertKinds = CertKind::ALL.iter().copied().collect();
        assert_eq!(all.bits(), CertKinds::EVERY);
        assert_eq!(CertKind::ALL.iter().map(|kind| kind.bit()).sum::<u32>(), CertKinds::EVERY);
        assert_eq!(CertKinds::from_bits(512), Err(CertKindError));
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
        fn covering_means_nothing_is_missing(have in 0..=511u32, asked in 0..=511u32) {
            let (have, asked) = (CertKinds::from_bits(have).unwrap(), CertKinds::from_bits(asked).unwrap());
            let by_kind = asked.iter().all(|kind| have.has(kind));
            prop_assert_eq!(have.covers(asked), by_kind);
            prop_assert_eq!(have.missing(asked).is_empty(), by_kind);
        }
    }
}
