//! The day of a delivery: asked as it was signed, confirmed by the supplier, and agreed by the buyer where it lies outside what was
//! asked. Every step stays.
use crate::coded::coded;
use crate::day::{Timestamp, TradeDay, Window};
use crate::id::UserId;
use crate::text::Note;

/// One word about the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayStep {
    pub word: DayWord,
    /// The day that is meant.
    pub day: TradeDay,
    pub note: Option<Note>,
    pub by: UserId,
    pub at: Timestamp,
}

coded! {
    /// What was said of a day.
    DayWord, DayWordError = "day_word_unknown";
    /// By the supplier. Inside the asked days it stands at once.
    Named = "named",
    /// By the buyer, of a day outside.
    Agreed = "agreed",
    Refused = "refused",
}

/// All that was said of the day of one delivery, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeliveryDay(Vec<DayStep>);

impl DeliveryDay {
    pub const MOST: usize = 30;
    /// How far before the asked days a delivery may be brought forward.
    pub const AHEAD_DAYS: u32 = 14;

    /// Steps as they are made or stored; nothing when an answer has no question.
    pub fn new(asked: Window, steps: Vec<DayStep>) -> Option<Self> {
        let answers = |at: usize, step: &DayStep| match step.word {
            DayWord::Named => true,
            DayWord::Agreed | DayWord::Refused => at
                .checked_sub(1)
                .and_then(|before| steps.get(before))
                .is_some_and(|before| before.word == DayWord::Named && before.day == step.day && !inside(asked, before.day)),
        };
        let sound = steps.iter().enumerate().all(|(at, step)| answers(at, step));
        (sound && steps.len() <= Self::MOST).then_some(Self(steps))
    }

    pub fn steps(&self) -> &[DayStep] {
        &self.0
    }

    /// The day that holds: named inside the asked days, or agreed. A day that waits or was refused leaves the one before.
    pub fn confirmed(&self, asked: Window) -> Option<TradeDay> {
        let holds = |step: &&DayStep| match step.word {
            DayWord::Named => inside(asked, step.day),
            DayWord::Agreed => true,
            DayWord::Refused => false,
        };
        self.0.iter().rev().find(holds).map(|step| step.day)
    }

    /// The day outside the asked ones that waits for the buyer.
    pub fn waiting(&self, asked: Window) -> Option<TradeDay> {
        self.0.last().filter(|step| step.word == DayWord::Named && !inside(asked, step.day)).map(|step| step.day)
    }
}

pub fn inside(asked: Window, day: TradeDay) -> bool {
    (asked.from..=asked.to).contains(&day)
}

/// Whole days that a day lies outside a window: before it less than nothing, after it more.
pub fn days_outside(asked: Window, day: TradeDay) -> i64 {
    if day < asked.from { day.days_since(asked.from) } else { day.days_since(asked.to).max(0) }
}
