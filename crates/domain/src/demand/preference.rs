//! What a buyer prefers without requiring it, and how much more it pays for goods that have it.
use super::DemandTerms;
use crate::coded::coded;
use crate::error::Faults;
use crate::money::VndPerKg;
use crate::product::{CertKind, Grade, Quality};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

coded! {
    /// What goods may have beyond what a demand requires: a certificate, a grade and every better one, or something measured.
    Attribute, AttributeError = "attribute_unknown";
    Vietgap = "vietgap",
    Globalgap = "globalgap",
    Organic = "organic",
    Haccp = "haccp",
    Attp = "attp",
    Ocop = "ocop",
    Gi = "gi",
    GrowingAreaCode = "growing_area_code",
    LabResult = "lab_result",
    Second = "second",
    First = "first",
    Extra = "extra",
    Size = "size",
    Brix = "brix",
    Juice = "juice",
}

impl Attribute {
    /// Whether a preference says beside it how much of it.
    pub const fn is_measured(self) -> bool {
        matches!(self, Self::Size | Self::Brix | Self::Juice)
    }

    /// The certificate it is, by the same name.
    pub fn certificate(self) -> Option<CertKind> {
        self.code().parse().ok()
    }

    /// The grade it is, by the same name.
    pub fn grade(self) -> Option<Grade> {
        self.code().parse().ok()
    }

    /// Nothing for ungraded goods: all goods are at least that.
    pub fn of_grade(grade: Grade) -> Option<Self> {
        grade.code().parse().ok()
    }
}

impl From<CertKind> for Attribute {
    fn from(kind: CertKind) -> Self {
        match kind {
            CertKind::Vietgap => Self::Vietgap,
            CertKind::Globalgap => Self::Globalgap,
            CertKind::Organic => Self::Organic,
            CertKind::Haccp => Self::Haccp,
            CertKind::Attp => Self::Attp,
            CertKind::Ocop => Self::Ocop,
            CertKind::Gi => Self::Gi,
            CertKind::GrowingAreaCode => Self::GrowingAreaCode,
            CertKind::LabResult => Self::LabResult,
        }
    }
}

/// A premium on top of the highest price, for goods that have the attribute on every day on which they may be delivered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Preference {
    pub attribute: Attribute,
    pub premium: VndPerKg,
    /// Of something measured, and of nothing else: the sizes that every fruit of the lot has, the least sugar, or the least juice.
    #[serde(default, skip_serializing_if = "Quality::is_empty")]
    pub quality: Quality,
}

impl Preference {
    /// A paper or a grade.
    pub fn of(attribute: Attribute, premium: VndPerKg) -> Self {
        Self { attribute, premium, quality: Quality::default() }
    }

    /// Exactly the figure of the attribute is said.
    fn is_whole(&self) -> bool {
        let Quality { sizes, brix_tenths, juice_percent } = &self.quality;
        let said = (!sizes.is_empty(), brix_tenths.is_some(), juice_percent.is_some());
        said == (self.attribute == Attribute::Size, self.attribute == Attribute::Brix, self.attribute == Attribute::Juice)
    }

    /// Whether goods that meet the requirement have it anyway.
    fn goes_without_saying(&self, required: &Quality) -> bool {
        let least = |wanted: Option<u16>, required: Option<u16>| wanted.zip(required).is_some_and(|(wanted, least)| wanted <= least);
        match self.attribute {
            Attribute::Size => !required.sizes.is_empty() && required.sizes.iter().all(|size| self.quality.sizes.contains(size)),
            Attribute::Brix => least(self.quality.brix_tenths, required.brix_tenths),
            Attribute::Juice => least(self.quality.juice_percent, required.juice_percent),
            _ => false,
        }
    }
}

impl DemandTerms {
    pub const MOST_PREFERRED: usize = 4;

    /// The highest price for goods that have everything preferred.
    pub fn highest_bid(&self) -> i64 {
        self.bid.dong() + self.preferred.iter().map(|row| row.premium.dong()).sum::<i64>()
    }

    pub(super) fn check_preferred(&self, faults: &mut Faults) {
        faults.require(self.preferred.len() <= Self::MOST_PREFERRED, "preferred", "too_many_preferred");
        let (mut known, mut sum) = (BTreeSet::new(), 0);
        for (at, row) in self.preferred.iter().take(Self::MOST_PREFERRED).enumerate() {
            let attribute = row.attribute;
            let required = attribute.certificate().is_some_and(|kind| self.certificates.has(kind))
                || attribute.grade().is_some_and(|grade| grade.rank() <= self.min_grade.rank())
                || row.goes_without_saying(&self.quality);
            faults.require(row.is_whole(), format!("preferred.{at}.quality"), "preference_figure");
            row.quality.check(faults, &format!("preferred.{at}."));
            faults.require(known.insert(attribute), format!("preferred.{at}.attribute"), "preference_repeated");
            faults.require(!required, format!("preferred.{at}.attribute"), "preference_required");
            // More than the price again is a slip of the finger, and every sum stays a price.
            sum += row.premium.dong();
            let within = sum <= self.bid.dong() && VndPerKg::new(self.bid.dong() + sum).is_ok();
            faults.require(within, format!("preferred.{at}.premium"), "premiums_too_high");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_certificate_and_every_grade_above_none_can_be_preferred() {
        for kind in CertKind::ALL {
            assert_eq!(Attribute::from(*kind).certificate(), Some(*kind));
            assert_eq!(Attribute::from(*kind).grade(), None);
        }
        let grades: Vec<_> = Grade::ALL.iter().filter_map(|grade| Attribute::of_grade(*grade)?.grade()).collect();
        assert_eq!(grades, [Grade::Second, Grade::First, Grade::Extra]);
        let measured: Vec<_> = Attribute::ALL.iter().filter(|attribute| attribute.is_measured()).collect();
        assert!(measured.iter().all(|attribute| attribute.certificate().is_none() && attribute.grade().is_none()));
        assert_eq!(Attribute::ALL.len(), CertKind::ALL.len() + grades.len() + measured.len());
    }

    #[test]
    fn a_preference_reads_itself() {
        let read = |text: &str| serde_json::from_str::<Preference>(text).map_err(|error| error.to_string());
        let organic = Preference::of(Attribute::Organic, VndPerKg::new(1500).unwrap());
        assert_eq!(read(r#"{"attribute":"organic","premium":1500}"#), Ok(organic.clone()));
        assert_eq!(serde_json::to_string(&organic).unwrap(), r#"{"attribute":"organic","premium":1500}"#, "as it was stored before");
        let sweet = read(r#"{"attribute":"brix","premium":500,"quality":{"brix_tenths":125}}"#).unwrap();
        assert_eq!((sweet.quality.brix_tenths, sweet.is_whole()), (Some(125), true));
        assert!(read(r#"{"attribute":"ungraded","premium":1500}"#).unwrap_err().starts_with("attribute_unknown"));
        assert!(read(r#"{"attribute":"extra","premium":0}"#).unwrap_err().starts_with("price_out_of_range"));
    }
}
