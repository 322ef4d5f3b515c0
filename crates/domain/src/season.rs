//! When a variety is picked: weeks of the year, the same every year. Ranges may pass the new year.
use crate::day::Week;
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// From one week of the year to another, both meant; `40` to `5` passes the new year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WeekRange {
    /// 1 to 53.
    #[schema(minimum = 1, maximum = 53)]
    pub from: u32,
    #[schema(minimum = 1, maximum = 53)]
    pub to: u32,
}

/// Weeks of the year, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "Vec<WeekRange>", into = "Vec<WeekRange>")]
#[schema(value_type = Vec<WeekRange>)]
pub struct Season(u64);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SeasonError {
    #[error("season_empty")]
    Empty,
    #[error("season_too_many_parts")]
    TooManyParts,
    #[error("season_week_out_of_range")]
    OutOfRange,
}

/// Some years have a week more.
const WEEKS: u32 = 53;
/// The last day of each month, counted through a year without a leap day.
const MONTH_ENDS: [u32; 12] = [31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

const fn bit(week: u32) -> u64 {
    1 << (week - 1)
}

impl Season {
    /// Nobody picks the same fruit in more spells than this.
    pub const MOST_PARTS: usize = 6;

    pub fn new(parts: &[WeekRange]) -> Result<Self, SeasonError> {
        if parts.is_empty() {
            return Err(SeasonError::Empty);
        }
        if parts.len() > Self::MOST_PARTS {
            return Err(SeasonError::TooManyParts);
        }
        let mut weeks = 0;
        for WeekRange { from, to } in parts.iter().copied() {
            if !(1..=WEEKS).contains(&from) || !(1..=WEEKS).contains(&to) {
                return Err(SeasonError::OutOfRange);
            }
            let meant = |week: u32| if from <= to { (from..=to).contains(&week) } else { week >= from || week <= to };
            weeks |= (1..=WEEKS).filter(|week| meant(*week)).map(bit).sum::<u64>();
        }
        // Some years have one week more between the last and the first.
        if weeks & bit(WEEKS - 1) != 0 && weeks & bit(1) != 0 {
            weeks |= bit(WEEKS);
        }
        Ok(Self(weeks))
    }

    /// From months as lists write them: `10-12`, or `4-7;10-1`. A week belongs to the month of its Thursday.
    pub fn of_months(text: &str) -> Option<Self> {
        let mut months = [false; 12];
        for part in text.split(';') {
            let (from, to) = part.split_once('-').unwrap_or((part, part));
            let (from, to): (usize, usize) = (from.trim().parse().ok()?, to.trim().parse().ok()?);
            let mut month = from;
            loop {
                *months.get_mut(month.checked_sub(1)?)? = true;
                if month == to {
                    break;
                }
                month = month % 12 + 1;
                if month == from {
                    return None;
                }
            }
        }
        let weeks = (1..=WEEKS).filter(|week| months.get(month_of(*week)).copied().unwrap_or_default());
        let weeks = weeks.map(bit).sum();
        (weeks != 0).then_some(Self(weeks))
    }

    pub fn has(self, week: Week) -> bool {
        self.0 & bit(week.monday().date().iso_week().week()) != 0
    }

    /// The spells, each as long as it can be, the one that passes the new year last.
    pub fn parts(self) -> Vec<WeekRange> {
        let inside = |week: u32| self.0 & bit(week) != 0;
        if (1..=WEEKS).all(inside) {
            return vec![WeekRange { from: 1, to: WEEKS }];
        }
        let before = |week: u32| if week == 1 { WEEKS } else { week - 1 };
        let after = |week: u32| week % WEEKS + 1;
        let starts = (1..=WEEKS).filter(|week| inside(*week) && !inside(before(*week)));
        let part = |from: u32| {
            let mut to = from;
            while inside(after(to)) {
                to = after(to);
            }
            WeekRange { from, to }
        };
        starts.map(part).collect()
    }
}

/// From 0 for January.
fn month_of(week: u32) -> usize {
    let thursday = (7 * (week - 1) + 4).min(365);
    MONTH_ENDS.iter().position(|end| thursday <= *end).unwrap_or(11)
}

impl TryFrom<Vec<WeekRange>> for Season {
    type Error = SeasonError;

    fn try_from(parts: Vec<WeekRange>) -> Result<Self, SeasonError> {
        Self::new(&parts)
    }
}

impl From<Season> for Vec<WeekRange> {
    fn from(season: Season) -> Self {
        season.parts()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::TradeDay;
    use proptest::prelude::*;

    fn parts(months: &str) -> Vec<(u32, u32)> {
        Season::of_months(months).unwrap().parts().iter().map(|part| (part.from, part.to)).collect()
    }

    #[test]
    fn months_become_weeks_and_a_season_passes_the_new_year() {
        assert_eq!(parts("10-12"), [(40, 53)]);
        assert_eq!(parts("12-5"), [(49, 22)]);
        assert_eq!(parts("1-12"), [(1, 53)]);
        assert_eq!(parts("8"), [(31, 35)]);
        assert_eq!(parts("4-7;10-1"), [(14, 30), (40, 4)]);
        for bad in ["", "0", "13", "x", "1-13", "0-3"] {
            assert_eq!(Season::of_months(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_week_is_in_it_or_not() {
        let season = Season::of_months("11-1").unwrap();
        let on = |month, day| season.has(TradeDay::from_ymd(2026, month, day).unwrap().week());
        assert!(on(11, 30) && on(12, 31) && on(1, 15));
        assert!(!on(10, 12) && !on(2, 16));
    }

    #[test]
    fn a_form_without_a_week_or_with_one_that_is_none_is_refused() {
        let season =
            |parts: &[(u32, u32)]| Season::new(&parts.iter().map(|(from, to)| WeekRange { from: *from, to: *to }).collect::<Vec<_>>());
        assert_eq!(season(&[]), Err(SeasonError::Empty));
        assert_eq!(season(&[(1, 2); 7]), Err(SeasonError::TooManyParts));
        for bad in [(0, 3), (1, 54), (54, 1), (u32::MAX, 1)] {
            assert_eq!(season(&[bad]), Err(SeasonError::OutOfRange), "{bad:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(from in 1..=53_u32, to in 1..=53_u32, more in 1..=53_u32) {
            let season = Season::new(&[WeekRange { from, to }, WeekRange { from: more, to: more }]).unwrap();
            prop_assert_eq!(Season::new(&season.parts()), Ok(season));
        }
    }
}
