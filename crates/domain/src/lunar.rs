//! The lunar calendar of Viet Nam (UTC+7), after Hồ Ngọc Đức's public description of its rules: a month begins on the day of the new
//! moon, the eleventh holds the winter solstice, and of thirteen months between two solstices the first without a principal term is leap.
//!
//! The moon and the sun are the only floats of this crate. They decide days, never money, and the shared vectors hold the days.
#![expect(
    clippy::float_arithmetic,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "series of the moon and the sun, by the names they are published with"
)]
use crate::day::TradeDay;
use chrono::{Datelike, NaiveDate};
use std::f64::consts::PI;

/// Hours that Viet Nam is ahead of Greenwich.
const AHEAD: f64 = 7.0;
/// Days of a mean month, and the mean new moon of 1 January 1900 that months are counted from.
const MONTH: f64 = 29.530_588_853;
const FIRST: f64 = 2_415_021.076_998_695;
/// Julian day of the day before 1 January of the year 1.
const ERA: i32 = 1_721_425;

/// A day of the lunar calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LunarDay {
    pub year: i32,
    pub month: u32,
    pub day: u32,
    /// In the second month of that number.
    pub leap: bool,
}

impl LunarDay {
    /// First day of the year: Tết.
    pub const fn new_year(year: i32) -> Self {
        Self { year, month: 1, day: 1, leap: false }
    }

    /// The same day of the civil calendar; nothing where that year has no such month or that month no such day.
    pub fn civil(self) -> Option<TradeDay> {
        if !(1900..=2199).contains(&self.year) || !(1..=12).contains(&self.month) || !(1..=30).contains(&self.day) {
            return None;
        }
        let from = if self.month < 11 { self.year - 1 } else { self.year };
        let (solstice, next) = (eleventh_month(from), eleventh_month(from + 1));
        let mut months = (i64::from(self.month) + 1) % 12;
        if next - solstice > 365 {
            let leap = leap_after(solstice);
            if self.leap && (leap + 10) % 12 != i64::from(self.month) % 12 {
                return None;
            }
            months += i64::from(self.leap || months >= leap);
        } else if self.leap {
            return None;
        }
        let count = (0.5 + (f64::from(solstice) - FIRST) / MONTH).floor() as i64 + months;
        let (first, end) = (new_moon(count), new_moon(count + 1));
        let day = first + i32::try_from(self.day).ok()? - 1;
        (day < end).then(|| NaiveDate::from_num_days_from_ce_opt(day - ERA).map(TradeDay::new))?
    }
}

/// Julian day, in Viet Nam, of the new moon number `k` since 1900.
fn new_moon(k: i64) -> i32 {
    let k = k as f64;
    let t = k / 1236.85;
    let (t2, t3) = (t * t, t * t * t);
    let sin = |degrees: f64| (degrees * PI / 180.0).sin();
    let mean =
        2_415_020.759_33 + 29.530_588_68 * k + 0.000_117_8 * t2 - 0.000_000_155 * t3 + 0.000_33 * sin(166.56 + 132.87 * t - 0.009_173 * t2);
    let sun = 359.2242 + 29.105_356_08 * k - 0.000_033_3 * t2 - 0.000_003_47 * t3;
    let moon = 306.0253 + 385.816_918_06 * k + 0.010_730_6 * t2 + 0.000_012_36 * t3;
    let f = 21.2964 + 390.670_506_46 * k - 0.001_652_8 * t2 - 0.000_002_39 * t3;
    let found = (0.1734 - 0.000_393 * t) * sin(sun) + 0.0021 * sin(2.0 * sun) - 0.4068 * sin(moon) + 0.0161 * sin(2.0 * moon)
        - 0.0004 * sin(3.0 * moon)
        + 0.0104 * sin(2.0 * f)
        - 0.0051 * sin(sun + moon)
        - 0.0074 * sin(sun - moon)
        + 0.0004 * sin(2.0 * f + sun)
        - 0.0004 * sin(2.0 * f - sun)
        - 0.0006 * sin(2.0 * f + moon)
        + 0.0010 * sin(2.0 * f - moon)
        + 0.0005 * sin(2.0 * moon + sun);
    let clock = -0.000_278 + 0.000_265 * t + 0.000_262 * t2;
    (mean + found - clock + 0.5 + AHEAD / 24.0).floor() as i32
}

/// Which twelfth of its way the sun is on at midnight of a Julian day in Viet Nam; 0 begins at the spring equinox.
fn term(day: i32) -> i32 {
    let t = (f64::from(day) - 0.5 - AHEAD / 24.0 - 2_451_545.0) / 36_525.0;
    let t2 = t * t;
    let sin = |degrees: f64| (degrees * PI / 180.0).sin();
    let m = 357.529_10 + 35_999.050_30 * t - 0.000_155_9 * t2 - 0.000_000_48 * t * t2;
    let mean = 280.466_45 + 36_000.769_83 * t + 0.000_303_2 * t2;
    let centre =
        (1.914_600 - 0.004_817 * t - 0.000_014 * t2) * sin(m) + (0.019_993 - 0.000_101 * t) * sin(2.0 * m) + 0.000_290 * sin(3.0 * m);
    ((mean + centre).rem_euclid(360.0) / 30.0).floor() as i32
}

/// First day of the month with the winter solstice of a civil year.
fn eleventh_month(year: i32) -> i32 {
    let last = NaiveDate::from_ymd_opt(year, 12, 31).map_or(0, |day| day.num_days_from_ce()) + ERA;
    let k = ((f64::from(last) - 2_415_021.0) / MONTH).floor() as i64;
    let first = new_moon(k);
    if term(first) >= 9 { new_moon(k - 1) } else { first }
}

/// How many months after the one at `solstice` the leap month comes, in a year that has one.
fn leap_after(solstice: i32) -> i64 {
    let k = ((f64::from(solstice) - FIRST) / MONTH + 0.5).floor() as i64;
    let is_leap = |month: &i64| term(new_moon(k + month)) == term(new_moon(k + month + 1));
    (1..14).find(is_leap).unwrap_or(13)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vectors::{Failures, cases, group, number, text};

    #[test]
    fn days_of_the_shared_vectors() {
        let mut failures = Failures::default();
        let lunar = group("lunar");
        for case in cases(&lunar, "cases") {
            let part = |key: &str| u32::try_from(number(case, key)).unwrap();
            let year = i32::try_from(number(case, "lunar_year")).unwrap();
            let day = LunarDay { year, month: part("lunar_month"), day: part("lunar_day"), leap: part("leap") == 1 };
            let civil = day.civil().map(|day| day.date().to_string());
            failures.same(&format!("{day:?}"), civil.as_deref(), Some(text(case, "solar")));
        }
        failures.none();
    }

    #[test]
    fn every_day_of_a_century_has_one_name_and_follows_the_one_before() {
        let mut before = LunarDay::new_year(1990).civil().unwrap();
        for year in 1990..2090 {
            for month in 1..=12 {
                for leap in [false, true] {
                    let Some(first) = (LunarDay { year, month, day: 1, leap }).civil() else {
                        assert!(leap, "{month}/{year} is missing");
                        continue;
                    };
                    assert!(first == before || first == LunarDay::new_year(1990).civil().unwrap(), "{month}/{year} begins {first:?}");
                    let length = if (LunarDay { year, month, day: 30, leap }).civil().is_some() { 30 } else { 29 };
                    before = first.plus(length);
                }
            }
        }
        assert_eq!(before, LunarDay::new_year(2090).civil().unwrap());
    }

    #[test]
    fn leap_months_fall_where_the_calendars_have_them() {
        let leaps = |year| (1..=12).filter(move |month| (LunarDay { year, month: *month, day: 1, leap: true }).civil().is_some());
        let found: Vec<(i32, u32)> = (2020..=2036).flat_map(|year| leaps(year).map(move |month| (year, month))).collect();
        assert_eq!(found, [(2020, 4), (2023, 2), (2025, 6), (2028, 5), (2031, 3), (2033, 11), (2036, 6)]);
    }

    #[test]
    fn a_day_that_is_none_is_refused() {
        for (year, month, day, leap) in
            [(2026, 13, 1, false), (2026, 0, 1, false), (2026, 1, 31, false), (2026, 1, 1, true), (1500, 1, 1, false)]
        {
            assert_eq!(LunarDay { year, month, day, leap }.civil(), None, "{day}/{month}/{year}");
        }
    }
}
