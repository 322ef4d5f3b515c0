//! What both sides say of the day of a delivery.
use super::{against, fault};
use crate::day::{Timestamp, TradeDay};
use crate::delivery::{Delivery, DeliveryConflict, DeliveryError, Line};
use crate::delivery_day::{DayStep, DayWord, DeliveryDay};
use crate::error::Refusal;
use crate::id::UserId;
use crate::text::Note;

type Said = (TradeDay, Option<Note>);

/// A day from today on, near the asked ones: before them by some days, after them as long as the goods may still leave.
pub(super) fn name(line: &Line, (day, note): Said, by: UserId, now: Timestamp) -> Result<Line, DeliveryError> {
    let today = TradeDay::of(now);
    check(line, today)?;
    if day < today {
        return Err(fault("day", "delivery_day_past"));
    }
    if day < line.window.from.minus(DeliveryDay::AHEAD_DAYS) || day > line.window.to.plus(Line::GRACE_DAYS) {
        return Err(fault("day", "delivery_day_too_far"));
    }
    // One step is kept for the answer.
    if line.day.steps().len() + 1 >= DeliveryDay::MOST {
        return against(DeliveryConflict::TooManyDays);
    }
    with(line, DayStep { word: DayWord::Named, day, note, by, at: now })
}

pub(super) fn answer(line: &Line, (day, note): Said, agree: bool, by: UserId, now: Timestamp) -> Result<Line, DeliveryError> {
    let today = TradeDay::of(now);
    check(line, today)?;
    // The day is said again, so that nobody agrees to one that changed under them.
    if line.waiting_day() != Some(day) {
        return against(DeliveryConflict::NoDayWaits);
    }
    // Goods that nobody sent cannot have been in time.
    if agree && day < today {
        return Err(fault("day", "delivery_day_over"));
    }
    let word = if agree { DayWord::Agreed } else { DayWord::Refused };
    with(line, DayStep { word, day, note, by, at: now })
}

fn check(line: &Line, today: TradeDay) -> Result<(), DeliveryError> {
    match line.delivery {
        Delivery::Planned if line.missed(today) => against(DeliveryConflict::Missed),
        Delivery::Planned => Ok(()),
        Delivery::Dispatched(_) | Delivery::Inspecting { .. } | Delivery::Received { .. } => against(DeliveryConflict::AlreadySent),
    }
}

fn with(line: &Line, step: DayStep) -> Result<Line, DeliveryError> {
    let steps = line.day.steps().iter().cloned().chain([step]).collect();
    let day = DeliveryDay::new(line.window, steps).ok_or(Refusal::Conflict(DeliveryConflict::TooManyDays))?;
    Ok(Line { day, ..line.clone() })
}

#[cfg(test)]
mod tests;
