//! What a lab found in a sample: residues, metals, germs, each beside its limit.
use crate::day::TradeDay;
use crate::error::Faults;
use crate::text::Name;
use serde::{Deserialize, Serialize};

/// The report of a lab on one sample. Its number and the lab stand where every paper has them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LabResult {
    pub sampled_on: TradeDay,
    /// The lot that was sampled, as the holder calls it.
    #[serde(default)]
    pub lot: Option<Name>,
    pub analytes: Vec<Analyte>,
}

/// One line of the report, as it is printed: labs write "KPH" or "< 0,01 mg/kg", so the lab's own verdict counts and not a sum of ours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Analyte {
    pub name: Name,
    pub found: Name,
    #[serde(default)]
    pub limit: Option<Name>,
    pub passed: bool,
}

impl LabResult {
    pub const MOST_ANALYTES: usize = 40;
    /// Of all lines together: more than a page of print, and what one cell of a list holds.
    pub const MOST_CHARS: usize = 3_500;
    /// A sample says little about the harvest of the year after.
    pub const LONGEST_DAYS: u32 = 366;

    /// Nothing above its limit.
    pub fn passed(&self) -> bool {
        self.analytes.iter().all(|analyte| analyte.passed)
    }

    pub(super) fn check(&self, faults: &mut Faults, reported_on: TradeDay, valid_to: TradeDay) {
        faults.require(self.sampled_on <= reported_on, "lab.sampled_on", "sampled_after_report");
        faults.require(valid_to <= self.sampled_on.plus(Self::LONGEST_DAYS), "valid_to", "lab_result_too_long");
        faults.require(!self.analytes.is_empty(), "lab.analytes", "analytes_none");
        faults.require(self.analytes.len() <= Self::MOST_ANALYTES, "lab.analytes", "too_many_analytes");
        let chars = |text: &Name| text.as_str().chars().count();
        let all =
            self.analytes.iter().map(|line| chars(&line.name) + chars(&line.found) + line.limit.as_ref().map_or(0, chars)).sum::<usize>();
        faults.require(all <= Self::MOST_CHARS, "lab.analytes", "analytes_too_long");
    }
}
