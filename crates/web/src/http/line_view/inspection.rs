//! What the buyer found in the parts of a delivery, as both sides see it.
use chrono::{DateTime, Utc};
use domain::contract::Contract;
use domain::delivery::{Line, Rejection};
use domain::inspection::{Inspection, Inspections, Measured};
use domain::ledger::Ledger;
use domain::quantity::Kg;
use domain::text::{Name, Note};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct InspectingView {
    /// What the scale showed, as it is known now.
    pub weighed: Kg,
    pub inspected: Kg,
    /// Not yet accepted or rejected.
    pub left: Kg,
    pub accepted: Kg,
    pub rejected: Kg,
    /// Every entry in its order, those that another took the place of too.
    pub entries: Vec<InspectionView>,
    /// How many more can be made or corrected; at 0 what is left can only be accepted.
    pub entries_left: usize,
    /// Until when an entry can be corrected once everything is decided; absent while a part is open, or when it cannot be any more
    /// because the money was declared or the contract is over, and in a list of deliveries.
    pub correct_until: Option<DateTime<Utc>>,
}

/// One entry.
#[derive(Debug, Serialize, ToSchema)]
pub struct InspectionView {
    pub number: u16,
    /// The entry whose place it took.
    pub corrects: Option<u16>,
    /// Whether it counts; otherwise a later one took its place.
    pub counts: bool,
    /// Nobody looked at this part: it was accepted as weighed.
    pub rest: bool,
    pub inspected: Kg,
    pub accepted: Kg,
    pub rejected: Kg,
    pub rejections: Vec<Rejection>,
    pub measured: Measured,
    pub part: Option<Name>,
    pub note: Option<Note>,
    pub at: DateTime<Utc>,
}

impl InspectingView {
    pub fn new(contract: &Contract, ledger: Option<&Ledger>, line: &Line) -> Option<Self> {
        let all = line.inspections()?;
        let sums = all.sums();
        Some(Self {
            weighed: all.weighed(),
            inspected: sums.inspected,
            left: all.left(),
            accepted: sums.accepted,
            rejected: sums.rejected,
            entries: all.entries().iter().map(|entry| InspectionView::new(all, entry)).collect(),
            entries_left: all.entries_left(),
            correct_until: ledger.and_then(|ledger| ledger.correct_until(contract, line).ok().flatten()),
        })
    }
}

impl InspectionView {
    fn new(all: &Inspections, entry: &Inspection) -> Self {
        let findings = entry.findings.clone();
        Self {
            number: entry.number,
            corrects: entry.corrects,
            counts: all.counts(entry.number),
            rest: entry.rest,
            inspected: findings.inspected,
            accepted: findings.accepted,
            rejected: findings.rejected().unwrap_or_default(),
            rejections: findings.rejections,
            measured: findings.measured,
            part: findings.part,
            note: findings.note,
            at: entry.at,
        }
    }
}
