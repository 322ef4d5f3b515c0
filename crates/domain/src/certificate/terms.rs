//! What is printed on a paper, and what each kind of paper has to say.
use super::{GI_VARIETIES, LabResult, OcopCriteria, OldCommune, growing};
use crate::day::TradeDay;
use crate::error::{Faults, FieldError};
use crate::product::{CertKind, Slug};
use crate::quantity::Kg;
use crate::text::Name;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What is printed on the paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CertificateTerms {
    pub kind: CertKind,
    /// Of a growing area the code itself, of a lab result the number of the report.
    pub number: Name,
    /// Of a lab result the lab.
    pub issuer: Name,
    /// The whole site when empty.
    #[serde(default)]
    pub varieties: Vec<Slug>,
    pub issued_on: TradeDay,
    /// The last day it counts.
    pub valid_to: TradeDay,
    /// For OCOP alone.
    #[serde(default)]
    pub stars: Option<u8>,
    /// For OCOP alone: the criteria that graded it.
    #[serde(default)]
    pub criteria: Option<OcopCriteria>,
    /// For the geographical indication alone: where the plot lay when it was registered.
    #[serde(default)]
    pub old_commune: Option<OldCommune>,
    /// For a lab result alone.
    #[serde(default)]
    pub lab: Option<LabResult>,
    #[serde(default)]
    pub area_m2: Option<u32>,
    /// What the certified area is expected to yield in a year.
    #[serde(default)]
    pub expected: Option<Kg>,
}

impl CertificateTerms {
    pub const MOST_VARIETIES: usize = 100;
    /// Ten thousand hectares, more than any holder has.
    pub const MOST_AREA_M2: u32 = 100_000_000;
    const LONGEST_DAYS: u32 = 3660;

    /// Every fault of the form on this day.
    pub fn check(&self, today: TradeDay) -> Result<(), Vec<FieldError>> {
        let mut faults = Faults::new();
        self.check_varieties(&mut faults);
        faults.require(self.issued_on <= today, "issued_on", "issued_in_the_future");
        faults.require(self.issued_on <= self.valid_to, "valid_to", "validity_reversed");
        faults.require(self.valid_to <= self.issued_on.plus(Self::LONGEST_DAYS), "valid_to", "validity_too_long");
        self.check_ocop(&mut faults);
        self.check_old_commune(&mut faults);
        let code = self.kind != CertKind::GrowingAreaCode || growing::is_code(self.number.as_str());
        faults.require(code, "number", "growing_area_code_malformed");
        self.check_lab(&mut faults);
        let area = self.area_m2.is_none_or(|area| (1..=Self::MOST_AREA_M2).contains(&area));
        faults.require(area, "area_m2", "area_out_of_range");
        faults.require(self.expected.is_none_or(|kg| !kg.is_zero()), "expected", "kg_out_of_range");
        faults.finish()
    }

    fn check_varieties(&self, faults: &mut Faults) {
        faults.require(self.varieties.len() <= Self::MOST_VARIETIES, "varieties", "too_many_varieties");
        let named = match self.kind {
            CertKind::Gi | CertKind::Ocop | CertKind::LabResult => true,
            CertKind::Vietgap | CertKind::Globalgap | CertKind::Organic | CertKind::Haccp | CertKind::Attp | CertKind::GrowingAreaCode => {
                false
            }
        };
        faults.require(!named || !self.varieties.is_empty(), "varieties", "variety_required");
        let mut known = BTreeSet::new();
        for (at, variety) in self.varieties.iter().take(Self::MOST_VARIETIES).enumerate() {
            faults.require(known.insert(variety), format!("varieties.{at}"), "variety_repeated");
            let registered = self.kind != CertKind::Gi || GI_VARIETIES.contains(&variety.as_str());
            faults.require(registered, format!("varieties.{at}"), "variety_outside_indication");
        }
    }

    fn check_ocop(&self, faults: &mut Faults) {
        match (self.kind == CertKind::Ocop, self.stars) {
            (true, Some(stars)) => faults.require((3..=5).contains(&stars), "stars", "stars_out_of_range"),
            (true, None) => faults.require(false, "stars", "stars_required"),
            (false, stars) => faults.require(stars.is_none(), "stars", "stars_only_for_ocop"),
        }
        match (self.kind == CertKind::Ocop, self.criteria) {
            (true, Some(criteria)) => faults.require(criteria.decided_on() <= self.issued_on, "criteria", "criteria_after_grading"),
            (true, None) => faults.require(false, "criteria", "criteria_required"),
            (false, criteria) => faults.require(criteria.is_none(), "criteria", "criteria_only_for_ocop"),
        }
    }

    fn check_old_commune(&self, faults: &mut Faults) {
        let gi = self.kind == CertKind::Gi;
        faults.require(!gi || self.old_commune.is_some(), "old_commune", "old_commune_required");
        faults.require(gi || self.old_commune.is_none(), "old_commune", "old_commune_only_for_gi");
    }

    fn check_lab(&self, faults: &mut Faults) {
        match (self.kind == CertKind::LabResult, &self.lab) {
            (true, Some(lab)) => lab.check(faults, self.issued_on, self.valid_to),
            (true, None) => faults.require(false, "lab", "lab_required"),
            (false, lab) => faults.require(lab.is_none(), "lab", "lab_only_for_lab_result"),
        }
    }

    /// A lab may have found more than the limit: that paper is true and proves nothing good.
    pub fn speaks_for_the_goods(&self) -> bool {
        self.lab.as_ref().is_none_or(LabResult::passed)
    }
}
