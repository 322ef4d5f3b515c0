//! What a person does about the goods of a line, and what may stand against it.
use super::Rejection;
use crate::day::TradeDay;
use crate::error::{Conflict, Refusal};
use crate::inspection::Findings;
use crate::policy;
use crate::quantity::Kg;
use crate::text::{Name, Note};
use std::borrow::Cow;

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
