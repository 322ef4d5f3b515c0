//! What the buyer's warehouse finds, part by part: a pallet, a day, one of two people. Entries are only added; a correction is a
//! new entry that takes the place of an old one, and both stay.
use crate::day::Timestamp;
use crate::delivery::{RejectReason, Rejection};
use crate::error::{Faults, FieldError};
use crate::id::UserId;
use crate::quantity::Kg;
use crate::text::{Name, Note};
use serde::{Deserialize, Serialize};

/// What was measured of the goods, as far as somebody measured it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Measured {
    /// The smallest and the largest fruit found, in millimetres across, 5 to 400.
    #[serde(default)]
    #[schema(minimum = 5, maximum = 400, example = 65)]
    pub size_from_mm: Option<u16>,
    #[serde(default)]
    #[schema(minimum = 5, maximum = 400, example = 78)]
    pub size_to_mm: Option<u16>,
    /// Sugar in tenths of a degree Brix, 10 to 350.
    #[serde(default)]
    #[schema(minimum = 10, maximum = 350, example = 105)]
    pub brix_tenths: Option<u16>,
    /// Juice in percent of the weight, 1 to 100.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 100, example = 40)]
    pub juice_percent: Option<u16>,
}

impl Measured {
    fn check(&self, faults: &mut Faults) {
        let size = |mm: Option<u16>| mm.is_none_or(|mm| (5..=400).contains(&mm));
        faults.require(size(self.size_from_mm), "measured.size_from_mm", "size_mm_out_of_range");
        faults.require(size(self.size_to_mm), "measured.size_to_mm", "size_mm_out_of_range");
        let ordered = self.size_from_mm.zip(self.size_to_mm).is_none_or(|(from, to)| from <= to);
        faults.require(ordered, "measured.size_to_mm", "size_mm_reversed");
        faults.require(self.brix_tenths.is_none_or(|brix| (10..=350).contains(&brix)), "measured.brix_tenths", "brix_out_of_range");
        faults.require(self.juice_percent.is_none_or(|juice| (1..=100).contains(&juice)), "measured.juice_percent", "juice_out_of_range");
    }
}

/// What was found in one part. `accepted` and the rejections add up to `inspected`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Findings {
    pub inspected: Kg,
    pub accepted: Kg,
    pub rejections: Vec<Rejection>,
    pub measured: Measured,
    /// Which part it was: a pallet, a hall, a day.
    pub part: Option<Name>,
    pub note: Option<Note>,
}

impl Findings {
    pub const MOST_REJECTIONS: usize = 10;

    /// All of a delivery at once.
    pub fn whole(received: Kg, accepted: Kg, rejections: Vec<Rejection>) -> Self {
        Self { inspected: received, accepted, rejections, measured: Measured::default(), part: None, note: None }
    }

    pub fn rejected(&self) -> Option<Kg> {
        self.inspected.checked_sub(self.accepted)
    }

    /// An entry adds up, and each rejected part says why.
    pub fn check(&self) -> Result<(), Vec<FieldError>> {
        let mut faults = Faults::new();
        faults.require(self.rejections.len() <= Self::MOST_REJECTIONS, "rejections", "too_many_rejections");
        for (index, rejection) in self.rejections.iter().enumerate().take(Self::MOST_REJECTIONS) {
            faults.require(!rejection.kg.is_zero(), format!("rejections.{index}.kg"), "kg_out_of_range");
            let said = rejection.reason != RejectReason::Other || rejection.note.as_ref().is_some_and(|note| !note.is_empty());
            faults.require(said, format!("rejections.{index}.note"), "note_missing");
        }
        let parts = Kg::sum(self.rejections.iter().map(|rejection| rejection.kg)).and_then(|rejected| rejected.checked_add(self.accepted));
        faults.require(parts == Some(self.inspected), "accepted", "kg_do_not_add_up");
        self.measured.check(&mut faults);
        faults.finish()
    }
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    /// Counted from 1 within the delivery.
    pub number: u16,
    /// The entry whose place it takes.
    pub corrects: Option<u16>,
    /// Nobody looked at this part: it is accepted as it was weighed.
    pub rest: bool,
    /// What the scale showed of the whole delivery, as it was known then.
    pub weighed: Kg,
    pub findings: Findings,
    pub by: UserId,
    pub at: Timestamp,
}

/// All entries of one delivery, at least one, in the order in which they were made. What counts of them never passes the weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspections(Vec<Inspection>);

/// What the entries that count add up to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sums {
    pub inspected: Kg,
    pub accepted: Kg,
    pub rejected: Kg,
}

impl Inspections {
    /// One more than are looked at: the end, which accepts the rest.
    pub const MOST: usize = 51;
    pub const MOST_BEFORE_REST: usize = 50;

    /// Entries as they are made or stored; nothing when they cannot be.
    pub fn new(entries: Vec<Inspection>) -> Option<Self> {
        let numbered = entries.iter().zip(1..).all(|(entry, number)| entry.number == number);
        let sound = entries.iter().enumerate().all(|(at, entry)| {
            let earlier = &entries[..at];
            let stood =
                |number: u16| earlier.iter().any(|one| one.number == number) && earlier.iter().all(|one| one.corrects != Some(number));
            entry.findings.check().is_ok() && entry.corrects.is_none_or(stood)
        });
        let all = Self(entries);
        let within = all.add_up().is_some_and(|sums| sums.inspected <= all.weighed());
        (!all.0.is_empty() && all.0.len() <= Self::MOST && numbered && sound && within).then_some(all)
    }

    pub fn entries(&self) -> &[Inspection] {
        &self.0
    }

    /// How often something can still be written down; then what is left can only be accepted.
    pub fn entries_left(&self) -> usize {
        Self::MOST_BEFORE_REST.saturating_sub(self.0.len())
    }

    /// Whether an entry counts, or another took its place.
    pub fn counts(&self, number: u16) -> bool {
        self.0.iter().all(|entry| entry.corrects != Some(number))
    }

    pub fn counted(&self) -> impl Iterator<Item = &Inspection> {
        self.0.iter().filter(|entry| self.counts(entry.number))
    }

    /// What the scale showed, as it is known now.
    pub fn weighed(&self) -> Kg {
        self.0.last().map_or(Kg::ZERO, |entry| entry.weighed)
    }

    pub fn sums(&self) -> Sums {
        self.add_up().expect("the sums were checked when the entries were put together")
    }

    /// What nobody looked at yet.
    pub fn left(&self) -> Kg {
        self.weighed().checked_sub(self.sums().inspected).expect("what was inspected never passes the weight")
    }

    /// Everything that was weighed is accepted or rejected.
    pub fn complete(&self) -> bool {
        self.left().is_zero()
    }

    fn add_up(&self) -> Option<Sums> {
        let sum =
            |of: fn(&Findings) -> Option<Kg>| self.counted().map(|entry| of(&entry.findings)).collect::<Option<Vec<_>>>().and_then(Kg::sum);
        Some(Sums {
            inspected: sum(|findings| Some(findings.inspected))?,
            accepted: sum(|findings| Some(findings.accepted))?,
            rejected: sum(Findings::rejected)?,
        })
    }
}

#[cfg(test)]
mod tests;
