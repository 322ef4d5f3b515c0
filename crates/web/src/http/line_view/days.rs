//! The day of a delivery as both sides see it: asked, confirmed, done.
use chrono::{DateTime, Utc};
use domain::day::TradeDay;
use domain::delivery::Line;
use domain::delivery_day::{DayStep, DayWord, days_outside};
use domain::ledger::Ledger;
use domain::text::Note;
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct DayView {
    /// The day that holds, once the supplier named one; the asked days are the window.
    pub confirmed: Option<TradeDay>,
    /// A day outside the asked ones that waits for the buyer.
    pub waiting: Option<TradeDay>,
    /// The day on which the goods left.
    pub done: Option<TradeDay>,
    /// Whole days that the confirmed day lies outside the asked ones: before them less than nothing.
    pub days_moved: Option<i64>,
    /// Whole days between what was confirmed, otherwise asked, and what was done: after it more than nothing.
    pub days_off: Option<i64>,
    /// Everything that was said, in order.
    pub steps: Vec<DayStepView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DayStepView {
    pub word: DayWord,
    pub day: TradeDay,
    pub note: Option<Note>,
    pub at: DateTime<Utc>,
}

impl DayView {
    pub fn new(line: &Line) -> Self {
        let step = |DayStep { word, day, note, at, .. }: &DayStep| DayStepView { word: *word, day: *day, note: note.clone(), at: *at };
        Self {
            confirmed: line.confirmed_day(),
            waiting: line.waiting_day(),
            done: line.sent_on(),
            days_moved: line.confirmed_day().map(|day| days_outside(line.window, day)),
            days_off: line.days_off(),
            steps: line.day.steps().iter().map(step).collect(),
        }
    }
}

/// How the deliveries of a contract kept their days.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct PunctualityView {
    /// Deliveries that left.
    pub sent: usize,
    /// Of these, on the confirmed day, or within the asked days where none was confirmed.
    pub on_day: usize,
}

impl PunctualityView {
    pub fn new(ledger: &Ledger) -> Self {
        let off = || ledger.lines().iter().filter_map(Line::days_off);
        Self { sent: off().count(), on_day: off().filter(|days| *days == 0).count() }
    }
}
