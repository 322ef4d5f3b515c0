//! The goods of one week of a contract: planned, sent, weighed at the dock, inspected part by part, accepted or not.
//!
//! Contracted, sent, received and accepted kilograms are four numbers and stay apart: the scale's word is recorded as it is.
use crate::coded::coded;
use crate::day::{Timestamp, TradeDay, Window};
use crate::delivery_day::{DayWord, DeliveryDay, days_outside, inside};
use crate::error::{Conflict, Refusal};
use crate::id::{LineId, UserId};
use crate::inspection::{Findings, Inspections, Sums};
use crate::payment::Payment;
use crate::policy;
use crate::quantity::Kg;
use crate::text::{Name, Note};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

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

/// What a person does about the goods of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// The supplier sends the goods, or corrects what was said before the buyer received them.
    Dispatch { kg: Kg, vehicle: Option<Name>, note: Option<Note> },
    /// The supplier says on which day the goods come; outside the asked days the buyer agrees first.
    NameDay { day: TradeDay, note: Option<Note> },
    /// The buyer's answer to a day outside.
    AnswerDay { day: TradeDay, agree: bool, note: Option<Note> },
    /// The buyer weighs and decides about everything at once.
    Receive { received: Kg, accepted: Kg, rejections: Vec<Rejection> },
    /// The buyer decides about a part; the first time with what the whole delivery weighs.
    Inspect { weighed: Option<Kg>, findings: Findings },
    /// An entry was wrong: another takes its place.
    Correct { number: u16, weighed: Option<Kg>, findings: Findings },
    /// What nobody looked at is accepted as weighed; how much that is, so that nobody accepts a rest that changed under them.
    AcceptRest { left: Kg },
}

impl Command {
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Dispatch { .. } => "dispatch",
            Self::NameDay { .. } => "name_day",
            Self::AnswerDay { .. } => "answer_day",
            Self::Receive { .. } => "receive",
            Self::Inspect { .. } => "inspect",
            Self::Correct { .. } => "correct",
            Self::AcceptRest { .. } => "accept_rest",
        }
    }

    pub const fn right(&self) -> policy::Command {
        match self {
            Self::Dispatch { .. } => policy::Command::DispatchLine,
            Self::NameDay { .. } => policy::Command::NameDeliveryDay,
            Self::AnswerDay { .. } => policy::Command::AnswerDeliveryDay,
            Self::Receive { .. } | Self::Inspect { .. } | Self::Correct { .. } | Self::AcceptRest { .. } => policy::Command::ReceiveLine,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DeliveryConflict {
    #[error("line_not_found")]
    NoSuchLine,
    #[error("contract_not_in_force")]
    NotInForce,
    #[error("line_missed")]
    Missed,
    #[error("line_not_dispatched")]
    NotDispatched,
    #[error("line_already_received")]
    AlreadyReceived,
    /// The day is over with the goods on the road.
    #[error("line_already_sent")]
    AlreadySent,
    /// No such day waits for an answer.
    #[error("day_not_waiting")]
    NoDayWaits,
    #[error("too_many_days")]
    TooManyDays,
    /// Parts are written down already: the rest goes the same way.
    #[error("inspection_begun")]
    Begun,
    #[error("inspection_not_begun")]
    NotBegun,
    /// Somebody wrote down another part, or corrected one, since the rest was read.
    #[error("inspection_rest_changed")]
    RestChanged,
    #[error("inspection_not_found")]
    NoSuchInspection,
    #[error("inspection_already_corrected")]
    AlreadyCorrected,
    /// The hours in which either side may object are over.
    #[error("inspection_final")]
    Final,
    /// The buyer said that it paid what was found.
    #[error("inspection_paid")]
    Paid,
    #[error("too_many_inspections")]
    TooMany,
}

impl Conflict for DeliveryConflict {
    fn field(&self) -> Option<Cow<'static, str>> {
        None
    }
}

/// Kilograms that cannot be are faults of the form.
pub type DeliveryError = Refusal<DeliveryConflict>;

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

    pub fn missed(&self, today: TradeDay) -> bool {
        self.delivery == Delivery::Planned && today > self.window.to.plus(Self::GRACE_DAYS)
    }

    /// Nothing more can happen to it: missed, refused whole, or paid.
    pub fn settled(&self, today: TradeDay) -> bool {
        match (&self.delivery, &self.payment) {
            (Delivery::Planned, _) => self.missed(today),
            (Delivery::Dispatched(_) | Delivery::Inspecting { .. }, _) => false,
            (Delivery::Received { .. }, payment) => match payment {
                Payment::None | Payment::Confirmed { .. } => true,
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
