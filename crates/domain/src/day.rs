//! Civil days and weeks in Viet Nam, and the only conversion between them and instants.
use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveTime, TimeZone, Utc};
use serde::{Deserialize, Serialize};

/// An instant, cut to microseconds by the clock that made it.
pub type Timestamp = DateTime<Utc>;

/// Seconds east of Greenwich; Viet Nam has no daylight saving.
const HO_CHI_MINH: i32 = 7 * 3600;

fn zone() -> FixedOffset {
    FixedOffset::east_opt(HO_CHI_MINH).expect("seven hours is an offset")
}

/// A trading day, `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
#[schema(value_type = String, format = Date, example = "2026-11-23")]
pub struct TradeDay(NaiveDate);

impl TradeDay {
    pub const fn new(date: NaiveDate) -> Self {
        Self(date)
    }

    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// The day in Viet Nam at this instant.
    pub fn of(at: Timestamp) -> Self {
        Self(at.with_timezone(&zone()).date_naive())
    }

    /// The time on the clocks of Viet Nam at this instant.
    pub fn clock(at: Timestamp) -> NaiveTime {
        at.with_timezone(&zone()).time()
    }

    pub const fn date(self) -> NaiveDate {
        self.0
    }

    /// This day in Viet Nam at the given wall-clock time.
    pub fn at(self, time: NaiveTime) -> Timestamp {
        zone().from_local_datetime(&self.0.and_time(time)).single().expect("a fixed offset has no gaps").with_timezone(&Utc)
    }

    #[must_use]
    pub fn plus(self, days: u32) -> Self {
        Self(self.0.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX))
    }

    #[must_use]
    pub fn minus(self, days: u32) -> Self {
        Self(self.0.checked_sub_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MIN))
    }

    /// Whole days from `earlier` to this day; negative when it is later.
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    pub fn week(self) -> Week {
        Week(self.minus(self.0.weekday().num_days_from_monday()))
    }
}

/// A week, named by its Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(try_from = "TradeDay", into = "TradeDay")]
#[schema(value_type = String, format = Date, example = "2026-11-23")]
pub struct Week(TradeDay);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("week_not_a_monday")]
pub struct WeekError;

impl Week {
    pub const fn monday(self) -> TradeDay {
        self.0
    }

    pub fn sunday(self) -> TradeDay {
        self.0.plus(6)
    }

    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.plus(7))
    }

    pub fn window(self) -> Window {
        Window { from: self.monday(), to: self.sunday() }
    }
}

impl TryFrom<TradeDay> for Week {
    type Error = WeekError;
    fn try_from(day: TradeDay) -> Result<Self, WeekError> {
        if day.week().0 == day { Ok(Self(day)) } else { Err(WeekError) }
    }
}

impl From<Week> for TradeDay {
    fn from(week: Week) -> Self {
        week.0
    }
}

/// Days from `from` to `to`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Window {
    pub from: TradeDay,
    pub to: TradeDay,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WindowError {
    #[error("window_reversed")]
    Reversed,
    #[error("window_too_long")]
    TooLong,
}

impl Window {
    /// The longest span an offer or a demand may cover.
    pub const MOST_DAYS: i64 = 366;

    pub fn new(from: TradeDay, to: TradeDay) -> Result<Self, WindowError> {
        match to.days_since(from) {
            ..0 => Err(WindowError::Reversed),
            0..Self::MOST_DAYS => Ok(Self { from, to }),
            _ => Err(WindowError::TooLong),
        }
    }

    pub fn meets(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// Every week that shares a day with this window, in order.
    pub fn weeks(self) -> impl Iterator<Item = Week> {
        let last = self.to.week();
        std::iter::successors(Some(self.from.week()), |week| Some(week.next())).take_while(move |week| *week <= last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vectors::{self, Failures};

    fn day(text: &str) -> TradeDay {
        TradeDay::new(text.parse().unwrap())
    }

    #[test]
    fn the_day_turns_at_midnight_in_viet_nam() {
        assert_eq!(TradeDay::of("2026-11-30T16:59:59Z".parse().unwrap()), day("2026-11-30"));
        assert_eq!(TradeDay::of("2026-11-30T17:00:00Z".parse().unwrap()), day("2026-12-01"));
        let dawn = day("2026-12-01").at(NaiveTime::from_hms_opt(6, 30, 0).unwrap());
        assert_eq!(dawn, "2026-11-30T23:30:00Z".parse::<Timestamp>().unwrap());
        assert_eq!(TradeDay::clock(dawn), NaiveTime::from_hms_opt(6, 30, 0).unwrap());
    }

    #[test]
    fn days_follow_the_vectors() {
        let group = vectors::group("dates");
        let mut failures = Failures::default();
        for case in vectors::cases(&group, "utc_to_business_day") {
            let utc = vectors::text(case, "utc");
            failures.same(utc, TradeDay::of(utc.parse().unwrap()), day(vectors::text(case, "day")));
        }
        failures.none();
    }

    #[test]
    fn a_week_starts_on_monday_and_weeks_cover_the_window() {
        let window = Window::new(day("2026-12-06"), day("2026-12-14")).unwrap();
        let weeks: Vec<_> = window.weeks().map(Week::monday).collect();
        assert_eq!(weeks, [day("2026-11-30"), day("2026-12-07"), day("2026-12-14")]);
        assert_eq!(Week::try_from(day("2026-12-08")), Err(WeekError));
    }

    #[test]
    fn a_window_runs_forward_and_within_a_year() {
        assert_eq!(Window::new(day("2026-12-02"), day("2026-12-01")), Err(WindowError::Reversed));
        assert_eq!(Window::new(day("2026-01-01"), day("2027-01-02")), Err(WindowError::TooLong));
        assert!(Window::new(day("2026-01-01"), day("2026-01-01")).is_ok());
    }
}
