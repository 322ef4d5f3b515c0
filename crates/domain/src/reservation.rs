//! What a live proposal or contract keeps from being promised twice.
//!
//! A hold counts against four things: the offer's total, the offer's kilograms of each week, the demand's kilograms of each
//! week, and one supplier slot of the demand. The store adds and frees exactly what is described here, in one transaction.
use crate::day::Week;
use crate::id::{DemandId, OfferId, OrgId};
use crate::quantity::Kg;
use std::collections::BTreeMap;

/// The kilograms one proposal or contract holds, by delivery week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    pub offer: OfferId,
    pub demand: DemandId,
    /// Takes one of the demand's supplier slots, however many proposals this supplier has on it.
    pub supplier: OrgId,
    weeks: BTreeMap<Week, Kg>,
}

/// How one hold turns into another; weeks that stay as they are do not appear.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// Kilograms to take, refused as a whole when one of them is not there.
    pub more: BTreeMap<Week, Kg>,
    /// Kilograms to give back.
    pub less: BTreeMap<Week, Kg>,
    pub slot: Slot,
}

/// What happens to the supplier slot.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Slot {
    #[default]
    Kept,
    Taken,
    Freed,
}

impl Hold {
    /// A week named twice holds the sum; weeks without kilograms hold nothing. Nothing when a sum leaves the range of a weight.
    pub fn new(offer: OfferId, demand: DemandId, supplier: OrgId, lines: impl IntoIterator<Item = (Week, Kg)>) -> Option<Self> {
        let mut weeks = BTreeMap::new();
        for (week, kg) in lines.into_iter().filter(|(_, kg)| !kg.is_zero()) {
            let held: &mut Kg = weeks.entry(week).or_default();
            *held = held.checked_add(kg)?;
        }
        Kg::sum(weeks.values().copied())?;
        Some(Self { offer, demand, supplier, weeks })
    }

    pub fn weeks(&self) -> impl Iterator<Item = (Week, Kg)> {
        self.weeks.iter().map(|(week, kg)| (*week, *kg))
    }

    pub fn in_week(&self, week: Week) -> Kg {
        self.weeks.get(&week).copied().unwrap_or_default()
    }

    /// What it takes from the offer's total.
    pub fn total(&self) -> Kg {
        Kg::sum(self.weeks.values().copied()).expect("the sum was checked when the hold was made")
    }

    /// From nothing to this hold.
    pub fn take(&self) -> Change {
        Change { more: self.weeks.clone(), less: BTreeMap::new(), slot: Slot::Taken }
    }

    /// From this hold to nothing.
    pub fn free(&self) -> Change {
        Change { more: BTreeMap::new(), less: self.weeks.clone(), slot: Slot::Freed }
    }

    /// From this hold to another of the same offer, demand and supplier: a counter that moves kilograms.
    pub fn change_to(&self, next: &Self) -> Change {
        let mut change = Change::default();
        for week in self.weeks.keys().chain(next.weeks.keys()) {
            let (held, wanted) = (self.in_week(*week), next.in_week(*week));
            if let Some(more) = wanted.checked_sub(held).filter(|kg| !kg.is_zero()) {
                change.more.insert(*week, more);
            }
            if let Some(less) = held.checked_sub(wanted).filter(|kg| !kg.is_zero()) {
                change.less.insert(*week, less);
            }
        }
        change
    }
}

impl Change {
    /// From what was held to what will be; both holds are of the same offer, demand and supplier.
    pub fn between(held: Option<&Hold>, wanted: Option<&Hold>) -> Self {
        match (held, wanted) {
            (None, None) => Self::default(),
            (None, Some(wanted)) => wanted.take(),
            (Some(held), None) => held.free(),
            (Some(held), Some(wanted)) => held.change_to(wanted),
        }
    }

    pub fn is_nothing(&self) -> bool {
        self.more.is_empty() && self.less.is_empty() && self.slot == Slot::Kept
    }

    /// Whether the store has to find free kilograms or a free slot.
    pub fn needs_room(&self) -> bool {
        !self.more.is_empty() || self.slot == Slot::Taken
    }

    /// Grams the offer's total gains (positive) or gives back (negative).
    pub fn total_grams(&self) -> i64 {
        let grams = |weeks: &BTreeMap<Week, Kg>| weeks.values().map(|kg| kg.grams()).sum::<i64>();
        grams(&self.more) - grams(&self.less)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::TradeDay;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn week(n: u32) -> Week {
        TradeDay::from_ymd(2026, 11, 30).unwrap().plus(7 * n).week()
    }

    fn hold(lines: &[(u32, i64)]) -> Hold {
        let lines = lines.iter().map(|(n, grams)| (week(*n), Kg::from_grams(*grams).unwrap()));
        Hold::new(Uuid::from_u128(1).into(), Uuid::from_u128(2).into(), Uuid::from_u128(3).into(), lines).unwrap()
    }

    #[test]
    fn a_counter_takes_and_frees_week_by_week() {
        let change = hold(&[(0, 5_000), (1, 5_000), (2, 1_000)]).change_to(&hold(&[(0, 7_000), (1, 4_000), (3, 500), (2, 1_000)]));
        assert_eq!(change.more, BTreeMap::from([(week(0), Kg::from_grams(2_000).unwrap()), (week(3), Kg::from_grams(500).unwrap())]));
        assert_eq!(change.less, BTreeMap::from([(week(1), Kg::from_grams(1_000).unwrap())]));
        assert_eq!(change.slot, Slot::Kept);
        assert_eq!(change.total_grams(), 1_500);
        assert!(change.needs_room());
    }

    #[test]
    fn a_hold_of_nothing_has_no_weeks() {
        assert_eq!(hold(&[(0, 0)]).weeks().count(), 0);
        assert_eq!(hold(&[(0, 0)]).total(), Kg::ZERO);
        assert!(hold(&[(0, 10)]).change_to(&hold(&[(0, 10)])).is_nothing());
    }

    #[test]
    fn a_hold_past_the_largest_weight_cannot_be_made() {
        let most = Kg::from_grams(Kg::MOST_GRAMS).unwrap();
        let id = Uuid::from_u128(1);
        assert_eq!(Hold::new(id.into(), id.into(), id.into(), [(week(0), most), (week(1), most)]), None);
    }

    proptest! {
        #[test]
        fn taking_the_change_turns_one_hold_into_the_other(
            a in prop::collection::vec((0..6u32, 0..1_000_000i64), 0..8),
            b in prop::collection::vec((0..6u32, 0..1_000_000i64), 0..8),
        ) {
            let (a, b) = (hold(&a), hold(&b));
            let change = a.change_to(&b);
            for n in 0..6 {
                let of = |weeks: &BTreeMap<Week, Kg>| weeks.get(&week(n)).copied().unwrap_or_default().grams();
                prop_assert_eq!(a.in_week(week(n)).grams() + of(&change.more) - of(&change.less), b.in_week(week(n)).grams());
                prop_assert!(of(&change.more) == 0 || of(&change.less) == 0);
            }
            prop_assert_eq!(a.total().grams() + change.total_grams(), b.total().grams());
        }
    }
}
