//! The goods of one week of a contract: planned, sent, weighed at the dock, inspected part by part, accepted or not.
//!
//! Contracted, sent, received and accepted kilograms are four numbers and stay apart: the scale's word is recorded as it is.
mod command;

pub use command::{Command, DeliveryConflict, DeliveryError};

use crate::coded::coded;
use crate::day::{Timestamp, TradeDay, Window};
use crate::delivery_day::{DayWord, DeliveryDay, days_outside, inside};
use crate::id::{LineId, UserId};
use crate::inspection::{Findings, Inspections, Sums};
use crate::payment::Payment;
use crate::quantity::Kg;
use crate::text::{Name, Note};
use serde::{Deserialize, Serialize};

/// One week's delivery under a contract, with its payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub id: LineId,
    /// Counted from 1 in the order of delivery.
    pub number: u16,
    /// The days asked for, as signed.
    pub window: Window,
    /// What was said of the day since.
    pub day: DeliveryDay,
    pub planned: Kg,
    pub delivery: Delivery,
    pub payment: Payment,
}

/// Where the goods are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    Planned,
    Dispatched(Dispatch),
    /// Weighed, and not all of it accepted or rejected yet: nothing is owed.
    Inspecting {
        dispatch: Dispatch,
        inspections: Inspections,
    },
    Received {
        dispatch: Dispatch,
        receipt: Receipt,
    },
}

/// What the supplier says left the farm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispatch {
    pub kg: Kg,
    pub vehicle: Option<Name>,
    pub note: Option<Note>,
    pub by: UserId,
    pub at: Timestamp,
}

/// What the buyer found at the dock, once everything that was weighed is accepted or rejected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    inspections: Inspections,
    /// Who made the entry that completed it, and when: the day of acceptance, which no correction moves.
    pub by: UserId,
    pub at: Timestamp,
}

/// Kilograms that were not accepted, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Rejection {
    pub kg: Kg,
    pub reason: RejectReason,
    pub note: Option<Note>,
}

coded! {
    /// Why goods were not accepted.
    RejectReason, RejectReasonError = "reject_reason_unknown";
    Damaged = "damaged",
    Rotten = "rotten",
    Unripe = "unripe",
    Overripe = "overripe",
    WrongSize = "wrong_size",
    WrongGrade = "wrong_grade",
    WrongVariety = "wrong_variety",
    Pest = "pest",
    Residue = "residue",
    Packaging = "packaging",
    PapersMissing = "papers_missing",
    OverQuantity = "over_quantity",
    /// Needs a note.
    Other = "other",
}

coded! {
    /// How a received line came out.
    Outcome, OutcomeError = "outcome_unknown";
    Accepted = "accepted",
    Part = "part",
    Refused = "refused",
}

impl Receipt {
    /// Nothing while a part is still open.
    pub fn new(inspections: Inspections, by: UserId, at: Timestamp) -> Option<Self> {
        inspections.complete().then_some(Self { inspections, by, at })
    }

    pub const fn inspections(&self) -> &Inspections {
        &self.inspections
    }

    pub fn received(&self) -> Kg {
        self.inspections.weighed()
    }

    pub fn accepted(&self) -> Kg {
        self.inspections.sums().accepted
    }

    pub fn rejected(&self) -> Kg {
        self.inspections.sums().rejected
    }

    /// Those of all entries that count.
    pub fn rejections(&self) -> impl Iterator<Item = &Rejection> {
        self.inspections.counted().flat_map(|entry| &entry.findings.rejections)
    }

    pub fn outcome(&self) -> Outcome {
        let accepted = self.accepted();
        if accepted.is_zero() {
            Outcome::Refused
        } else if accepted == self.received() {
            Outcome::Accepted
        } else {
            Outcome::Part
        }
    }
}

impl Delivery {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Dispatched(_) => "dispatched",
            Self::Inspecting { .. } => "inspecting",
            Self::Received { .. } => "received",
        }
    }
}

impl Line {
    /// A line nobody dispatched this many days after its window is missed: it settles with nothing delivered.
    pub const GRACE_DAYS: u32 = 7;

    pub const fn dispatch(&self) -> Option<&Dispatch> {
        match &self.delivery {
            Delivery::Planned => None,
            Delivery::Dispatched(dispatch) | Delivery::Inspecting { dispatch, .. } | Delivery::Received { dispatch, .. } => Some(dispatch),
        }
    }

    /// Whether a command repeats word for word what was last said about the goods.
    pub fn says(&self, command: &Command) -> bool {
        match (&self.delivery, command) {
            (Delivery::Dispatched(said), Command::Dispatch { kg, vehicle, note }) => {
                (said.kg, &said.vehicle, &said.note) == (*kg, vehicle, note)
            }
            (Delivery::Received { receipt, .. }, Command::Receive { received, accepted, rejections }) => {
                match receipt.inspections.entries() {
                    [only] => only.findings == Findings::whole(*received, *accepted, rejections.clone()),
                    _ => false,
                }
            }
            (Delivery::Received { receipt, .. }, Command::AcceptRest { left }) => {
                receipt.inspections.entries().last().is_some_and(|last| last.rest && last.findings.inspected == *left)
            }
            (Delivery::Planned, Command::NameDay { day, note }) => {
                self.day.steps().last().is_some_and(|last| last.word == DayWord::Named && last.day == *day && last.note == *note)
            }
            (Delivery::Planned, Command::AnswerDay { day, agree, .. }) => {
                let word = if *agree { DayWord::Agreed } else { DayWord::Refused };
                self.day.steps().last().is_some_and(|last| last.word == word && last.day == *day)
            }
            (_, Command::Correct { number, weighed, findings }) => self.inspections().is_some_and(|all| {
                all.counted().any(|entry| {
                    let same = entry.corrects == Some(*number) && entry.findings == *findings;
                    same && weighed.is_none_or(|weighed| weighed == entry.weighed)
                })
            }),
            _ => false,
        }
    }

    pub const fn receipt(&self) -> Option<&Receipt> {
        match &self.delivery {
            Delivery::Planned | Delivery::Dispatched(_) | Delivery::Inspecting { .. } => None,
            Delivery::Received { receipt, .. } => Some(receipt),
        }
    }

    /// What the buyer wrote down so far.
    pub const fn inspections(&self) -> Option<&Inspections> {
        match &self.delivery {
            Delivery::Planned | Delivery::Dispatched(_) => None,
            Delivery::Inspecting { inspections, .. } => Some(inspections),
            Delivery::Received { receipt, .. } => Some(&receipt.inspections),
        }
    }

    /// Until when entries can be corrected after everything was decided; nothing while a part is open.
    pub fn correct_until(&self, complaint_hours: u8) -> Option<Timestamp> {
        self.receipt().map(|receipt| receipt.at + chrono::TimeDelta::hours(complaint_hours.into()))
    }

    /// What was decided so far; all of the delivery once it is received.
    pub fn found(&self) -> Sums {
        self.inspections().map(Inspections::sums).unwrap_or_default()
    }

    /// The day that holds, once the supplier named one.
    pub fn confirmed_day(&self) -> Option<TradeDay> {
        self.day.confirmed(self.window)
    }

    /// The day outside the asked ones that waits for the buyer, while nothing was sent.
    pub fn waiting_day(&self) -> Option<TradeDay> {
        self.day.waiting(self.window).filter(|_| self.delivery == Delivery::Planned)
    }

    /// The last day on which the delivery is in time: the last that was asked, or the one outside that the buyer agreed to.
    pub fn last_day(&self) -> TradeDay {
        self.confirmed_day().filter(|day| !inside(self.window, *day)).unwrap_or(self.window.to)
    }

    /// The day on which the goods left.
    pub fn sent_on(&self) -> Option<TradeDay> {
        self.dispatch().map(|dispatch| TradeDay::of(dispatch.at))
    }

    /// Whole days between what was promised and what was done: the day that was confirmed, otherwise the asked days.
    pub fn days_off(&self) -> Option<i64> {
        let promised = self.confirmed_day().map_or(self.window, |day| Window { from: day, to: day });
        self.sent_on().map(|day| days_outside(promised, day))
    }

    /// Whole days past the last one while nothing was dispatched; nothing while it is in time or already missed.
    pub fn days_late(&self, today: TradeDay) -> Option<i64> {
        match self.delivery {
            Delivery::Planned if !self.missed(today) => Some(today.days_since(self.last_day())).filter(|days| *days > 0),
            Delivery::Planned | Delivery::Dispatched(_) | Delivery::Inspecting { .. } | Delivery::Received { .. } => None,
        }
    }

    /// The first day on which it is missed when nothing was sent.
    pub fn missed_on(&self) -> TradeDay {
        self.window.to.plus(Self::GRACE_DAYS + 1)
    }

    pub fn missed(&self, today: TradeDay) -> bool {
        self.delivery == Delivery::Planned && today >= self.missed_on()
    }

    /// Nothing more can happen to it: missed, paid, or refused whole with the hours over in which that can be corrected.
    pub fn settled(&self, complaint_hours: u8, now: Timestamp) -> bool {
        match (&self.delivery, &self.payment) {
            (Delivery::Planned, _) => self.missed(TradeDay::of(now)),
            (Delivery::Dispatched(_) | Delivery::Inspecting { .. }, _) => false,
            (Delivery::Received { .. }, payment) => match payment {
                Payment::None => self.correct_until(complaint_hours).is_some_and(|until| now > until),
                Payment::Confirmed { .. } => true,
                Payment::Due { .. } | Payment::Declared { .. } => false,
            },
        }
    }

    /// What the line still keeps from being promised to others: the plan, until the buyer has decided about all; then what left
    /// the farm. Goods on the road keep the whole plan, so that a slip in the kilograms sent can be corrected.
    pub fn held(&self, today: TradeDay) -> Kg {
        match &self.delivery {
            Delivery::Planned if self.missed(today) => Kg::ZERO,
            Delivery::Planned | Delivery::Dispatched(_) | Delivery::Inspecting { .. } => self.planned,
            Delivery::Received { dispatch, .. } => dispatch.kg.min(self.planned),
        }
    }
}
