//! The hours in which a depot takes goods: `05:00-07:00`, `5h–7h30`, `từ 22h đến 6h`.
use super::Reading;
use crate::grid::Cell;
use domain::hours::{ClockTime, Hours};
use domain::text::fold;

pub fn shown(hours: Hours) -> String {
    format!("{}-{}", hours.from, hours.to)
}

pub fn hours(cell: &Cell) -> Reading<Hours> {
    let Some(text) = cell.text() else { return Reading::ask("hours_malformed") };
    let folded = fold(text);
    let folded = folded.strip_prefix("tu ").unwrap_or(&folded).replace("den", "-").replace(['–', '—', '~'], "-");
    let read = folded.split_once('-').and_then(|(from, to)| Some(Hours { from: time(from)?, to: time(to)? }));
    match read {
        Some(value) if shown(value) == text => Reading::Same(value),
        Some(value) => Reading::Corrected { value, to: shown(value), code: "hours_written_out" },
        None => Reading::ask("hours_malformed"),
    }
}

fn time(text: &str) -> Option<ClockTime> {
    let text = text.trim().replace("gio", "h").replace('g', "h").replace(' ', "");
    let (hour, minute) = text.split_once(['h', ':']).unwrap_or((&text, ""));
    let minute = minute.trim_end_matches(['p', 'h']);
    let minute = if minute.is_empty() { "00" } else { minute };
    let short = hour.len() <= 2 && minute.len() <= 2 && !hour.is_empty();
    if short { format!("{hour:0>2}:{minute:0>2}").parse().ok() } else { None }
}
