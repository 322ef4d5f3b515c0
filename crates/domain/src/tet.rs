//! What the lunar new year does to a usual week of trade.
use crate::day::Week;
use crate::lunar::LunarDay;
use crate::quantity::Kg;
use chrono::Datelike;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tet {
    /// The two weeks in which everybody buys for the feast.
    Before,
    /// The week of its first day.
    NewYear,
    /// The week off.
    Holiday,
}

fn tet_of(week: Week) -> Option<Tet> {
    // It falls between 20 January and 20 February: in the year of the week, or, for the last weeks of one, in the next.
    let year = week.monday().date().year();
    [year, year + 1].into_iter().filter_map(|year| LunarDay::new_year(year).civil()).find_map(|day| match day.days_since(week.monday()) {
        0..7 => Some(Tet::NewYear),
        7..21 => Some(Tet::Before),
        -7..0 => Some(Tet::Holiday),
        _ => None,
    })
}

/// What a buyer of so much in a usual week buys in this one: twice before Tết, half in the week of its first day, nothing in the
/// week off. A round trades whole kilograms.
pub fn in_season(week: Week, usual: Kg) -> Option<Kg> {
    match tet_of(week) {
        None => Some(usual),
        Some(Tet::Before) => Some(usual.checked_add(usual).unwrap_or(Kg::MOST)),
        Some(Tet::NewYear) => Kg::from_whole((usual.whole() / 2).max(1)).ok(),
        Some(Tet::Holiday) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::TradeDay;

    fn kg(whole: i64) -> Kg {
        Kg::from_whole(whole).unwrap()
    }

    fn week(text: &str) -> Week {
        TradeDay::new(text.parse().unwrap()).week()
    }

    #[test]
    fn the_weeks_around_tet_of_2027() {
        let wanted = |day: &str| in_season(week(day), kg(1001));
        for (day, expected) in [
            ("2027-01-11", Some(kg(1001))),
            ("2027-01-18", Some(kg(2002))),
            ("2027-01-25", Some(kg(2002))),
            ("2027-02-01", Some(kg(500))),
            ("2027-02-08", None),
            ("2027-02-15", Some(kg(1001))),
        ] {
            assert_eq!(wanted(day), expected, "{day}");
        }
        assert_eq!(in_season(week("2027-02-01"), kg(1)), Some(kg(1)), "at least one");
        assert_eq!(in_season(week("2027-01-25"), Kg::MOST), Some(Kg::MOST));
    }

    #[test]
    fn the_years_are_those_of_the_calendar() {
        let calendar = include_str!("../../../data/holidays.csv");
        let days = calendar.lines().filter(|line| line.contains(",Tet day 1,")).filter_map(|line| line.split(',').next());
        let ours: Vec<String> =
            (2026..=2035).filter_map(|year| LunarDay::new_year(year).civil()).map(|day| day.date().to_string()).collect();
        assert_eq!(days.collect::<Vec<_>>(), ours);
    }
}
