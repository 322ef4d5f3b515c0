//! Days: as text in the order of the country, as the serial numbers of spreadsheets, as a month where an edge is enough.
use super::{Question, Reading};
use crate::grid::Cell;
use domain::day::TradeDay;
use domain::text::fold;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateFault {
    #[error("date_malformed")]
    Malformed,
    #[error("date_no_such_day")]
    NoSuchDay,
    #[error("date_no_such_month")]
    NoSuchMonth,
    /// `1/2/27`: the century is left out, and then the order is in doubt too.
    #[error("date_two_digit_year")]
    TwoDigitYear { year: i32, month: u32, day: u32 },
    /// A month alone.
    #[error("date_no_day")]
    NoDay { year: i32, month: u32 },
}

/// Which end of a month stands for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    First,
    Last,
}

const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;
/// The same years, counted from the first days of 1900.
const SERIALS: std::ops::Range<f64> = 32_874.0..73_416.0;

/// Where the day is the beginning or the end of a span, `tháng 11/2026` says enough.
pub fn day(cell: &Cell, from_1904: bool, edge: Option<Edge>) -> Reading<TradeDay> {
    let corrected = |value: TradeDay, code| Reading::Corrected { value, to: shown(value), code };
    let text = match cell {
        Cell::Day(day) => return Reading::Same(*day),
        Cell::Number(number) => {
            let day = serial(*number, from_1904);
            return day.map_or_else(|| Reading::ask(DateFault::Malformed.to_string()), |day| corrected(day, "date_from_serial"));
        }
        Cell::Text(text) => text,
        Cell::Fault(_) => return Reading::ask(DateFault::Malformed.to_string()),
    };
    if let Some(day) = five_digits(text).and_then(|number| serial(number, from_1904)) {
        return corrected(day, "date_from_serial");
    }
    match (typed(text), edge) {
        (Ok(day), _) => Reading::Same(day),
        (Err(DateFault::NoDay { year, month }), Some(edge)) => match of_month(year, month, edge) {
            Some(day) => corrected(day, if edge == Edge::First { "month_begins" } else { "month_ends" }),
            None => Reading::ask(DateFault::NoSuchMonth.to_string()),
        },
        (Err(fault), _) => Reading::Ask(Question::new(fault.to_string()).or(meant(text, fault))),
    }
}

pub fn shown(day: TradeDay) -> String {
    day.date().format("%d/%m/%Y").to_string()
}

fn meant(text: &str, fault: DateFault) -> Vec<String> {
    let swapped = || match numbers(&fold(text)).as_deref() {
        Some([(month, _), (day, _), (year, 4)]) => known(*year, *month, *day).ok(),
        _ => None,
    };
    let day = match fault {
        DateFault::TwoDigitYear { year, month, day } => known(year, month, day).ok(),
        DateFault::NoSuchMonth => swapped(),
        DateFault::Malformed | DateFault::NoSuchDay | DateFault::NoDay { .. } => None,
    };
    day.map(shown).into_iter().collect()
}

fn of_month(year: i32, month: u32, edge: Edge) -> Option<TradeDay> {
    let first = TradeDay::from_ymd(year, month, 1)?;
    match edge {
        Edge::First => Some(first),
        Edge::Last if month == 12 => TradeDay::from_ymd(year, 12, 31),
        Edge::Last => Some(TradeDay::from_ymd(year, month + 1, 1)?.minus(1)),
    }
}

/// Days since the beginning of 1900 or 1904, as spreadsheets count them; a time of the day is cut off.
pub fn serial(number: f64, from_1904: bool) -> Option<TradeDay> {
    let days = if from_1904 { number + 1462.0 } else { number };
    if !SERIALS.contains(&days) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few ten thousand")]
    let days = days.floor() as u32;
    TradeDay::from_ymd(1899, 12, 30).map(|zero| zero.plus(days))
}

fn five_digits(text: &str) -> Option<f64> {
    let digits = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

/// A day as people type it.
pub fn typed(text: &str) -> Result<TradeDay, DateFault> {
    let text = fold(text);
    match numbers(&text).ok_or(DateFault::Malformed)?.as_slice() {
        [(year, 4), (month, 1..=2), (day, 1..=2)] | [(day, 1..=2), (month, 1..=2), (year, 4)] => known(*year, *month, *day),
        [(day, 1..=2), (month, 1..=2), (year, 2)] => {
            let (year, month, day) = (i32::try_from(2000 + *year).unwrap_or(0), *month, *day);
            Err(DateFault::TwoDigitYear { year, month, day })
        }
        [(month, 1..=2), (year, 4)] | [(year, 4), (month, 1..=2)] => {
            let year = i32::try_from(*year).map_err(|_| DateFault::Malformed)?;
            if (1..=12).contains(month) && YEARS.contains(&year) {
                Err(DateFault::NoDay { year, month: *month })
            } else {
                Err(DateFault::NoSuchMonth)
            }
        }
        _ => Err(DateFault::Malformed),
    }
}

fn known<Y: TryInto<i32>>(year: Y, month: u32, day: u32) -> Result<TradeDay, DateFault> {
    let year = year.try_into().map_err(|_| DateFault::Malformed)?;
    if !YEARS.contains(&year) {
        return Err(DateFault::Malformed);
    }
    if !(1..=12).contains(&month) {
        return Err(DateFault::NoSuchMonth);
    }
    TradeDay::from_ymd(year, month, day).ok_or(DateFault::NoSuchDay)
}

/// The numbers of a date with how many digits each has; nothing when other words stand between. `text` is folded.
fn numbers(text: &str) -> Option<Vec<(u32, usize)>> {
    let text = text.split(" 00:00").next().unwrap_or(text);
    let text = text.split_once("t00:00").map_or(text, |(day, _)| day);
    let mut found = Vec::new();
    for part in text.split(|c: char| c.is_whitespace() || matches!(c, '/' | '-' | '.' | ',' | '–')) {
        let digits = part.bytes().all(|byte| byte.is_ascii_digit());
        match part {
            "" | "ngay" | "thang" | "nam" | "t" => {}
            _ if digits && part.len() <= 4 && found.len() < 3 => found.push((part.parse().ok()?, part.len())),
            _ => return None,
        }
    }
    Some(found)
}
