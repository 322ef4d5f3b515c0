//! The days of the demo files, moved by whole weeks so that the season is under way today.
use chrono::{NaiveDate, TimeDelta};
use domain::day::{TradeDay, Week};

/// How long the market has been open when somebody sees it for the first time.
pub const WEEKS_PLAYED: u32 = 4;

#[derive(Debug, Clone, Copy)]
pub struct Season {
    /// The day the market opens: the same day of the week as today.
    pub opening: TradeDay,
    posts: TimeDelta,
    board: TimeDelta,
}

impl Season {
    /// The files take this day for today.
    fn written_for() -> TradeDay {
        TradeDay::from_ymd(2026, 11, 21).expect("a day of the calendar")
    }

    pub fn around(today: TradeDay) -> Self {
        let opening = today.minus(WEEKS_PLAYED * 7);
        let from = Self::written_for().week().monday();
        let to = |day: TradeDay| TimeDelta::days(day.week().monday().days_since(from));
        Self { opening, posts: to(opening), board: to(today) }
    }

    /// A day of a certificate, an offer or a demand.
    pub fn day(&self, written: NaiveDate) -> TradeDay {
        TradeDay::new(written + self.posts)
    }

    /// A week of the price board, which runs on while the market is open.
    pub fn board_week(&self, written: NaiveDate) -> Week {
        TradeDay::new(written + self.board).week()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_move_by_whole_weeks_to_any_day() {
        let written = |text: &str| text.parse::<NaiveDate>().unwrap();
        for today in ["2026-11-21", "2026-11-23", "2027-02-28", "2028-12-31", "2026-01-01"].map(written).map(TradeDay::new) {
            let season = Season::around(today);
            assert_eq!(today.days_since(season.opening), 28);
            let first = season.day(written("2026-11-23"));
            assert_eq!(first, season.opening.week().next().monday(), "the first harvest is the week after the opening");
            assert!(season.day(written("2026-11-02")) < season.opening, "the youngest paper was there before");
            assert_eq!(season.board_week(written("2026-11-16")), today.week(), "the board knows this week's prices");
        }
    }
}
