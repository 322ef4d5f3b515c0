//! The goods of one week of a contract: planned, sent, weighed at the dock, accepted or not.
//!
//! Contracted, sent, received and accepted kilograms are four numbers and stay apart: the scale's word is recorded as it is.
use crate::day::{Timestamp, TradeDay, Window};
use crate::id::LineId;
use crate::payment::Payment;
use crate::policy::{self, Denied};
use crate::quantity::Kg;
use crate::text::{Name, Note};
use serde::{Deserialize, Serialize};

/// One week's delivery under a contract, with its payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub id: LineId,
    /// Counted from 1 in the order of delivery.
    pub number: u16,
    pub window: Window,
    pub planned: Kg,
    pub delivery: Delivery,
    pub payment: Payment,
}

/// Where the goods are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    Planned,
    Dispatched(Dispatch),
    Received { dispatch: Dispatch, receipt: Receipt },
}

/// What the supplier says left the farm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispatch {
    pub kg: Kg,
    pub vehicle: Option<Name>,
    pub note: Option<Note>,
    pub at: Timestamp,
}

/// What the buyer found at the dock. `accepted` and the rejections add up to `received`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    received: Kg,
    accepted: Kg,
    rejections: Vec<Rejection>,
    pub at: Timestamp,
}

/// Kilograms that were not accepted, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejection {
    pub kg: Kg,
    pub reason: RejectReason,
    pub note: Option<Note>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RejectReason {
    Damaged,
    Rotten,
    Unripe,
    Overripe,
    WrongSize,
    WrongGrade,
    WrongVariety,
    Pest,
    Residue,
    Packaging,
    PapersMissing,
    OverQuantity,
    /// Needs a note.
    Other,
}

impl RejectReason {
    pub const ALL: [Self; 13] = [
        Self::Damaged,
        Self::Rotten,
        Self::Unripe,
        Self::Overripe,
        Self::WrongSize,
        Self::WrongGrade,
        Self::WrongVariety,
        Self::Pest,
        Self::Residue,
        Self::Packaging,
        Self::PapersMissing,
        Self::OverQuantity,
        Self::Other,
    ];
}

/// How a received line came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Accepted,
    Part,
    Refused,
}

/// What a person does about the goods of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// The supplier sends the goods, or corrects what was said before the buyer received them.
    Dispatch { kg: Kg, vehicle: Option<Name>, note: Option<Note> },
    /// The buyer weighs and decides, once.
    Receive { received: Kg, accepted: Kg, rejections: Vec<Rejection> },
}

impl Command {
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Dispatch { .. } => "dispatch",
            Self::Receive { .. } => "receive",
        }
    }

    pub const fn right(&self) -> policy::Command {
        match self {
            Self::Dispatch { .. } => policy::Command::DispatchLine,
            Self::Receive { .. } => policy::Command::ReceiveLine,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DeliveryError {
    #[error(transparent)]
    Denied(#[from] Denied),
    #[error("line_not_found")]
    NoSuchLine,
    #[error("contract_not_in_force")]
    NotInForce,
    #[error("line_missed")]
    Missed,
    #[error("dispatch_empty")]
    DispatchEmpty,
    #[error("dispatch_above_tolerance")]
    DispatchAboveTolerance { most: Kg },
    #[error("line_not_dispatched")]
    NotDispatched,
    #[error("line_already_received")]
    AlreadyReceived,
    #[error("received_far_above_dispatch")]
    ReceivedFarAboveDispatch { most: Kg },
    #[error("accepted_above_tolerance")]
    AcceptedAboveTolerance { most: Kg },
    #[error("kg_do_not_add_up")]
    DoNotAddUp,
    #[error("rejection_empty")]
    RejectionEmpty { index: usize },
    #[error("rejection_note_missing")]
    RejectionNoteMissing { index: usize },
    #[error("too_many_rejections")]
    TooManyRejections,
    #[error("kg_out_of_range")]
    OutOfRange,
}

impl DeliveryError {
    pub fn field(self) -> Option<String> {
        let field = match self {
            Self::DispatchEmpty | Self::DispatchAboveTolerance { .. } => "kg",
            Self::ReceivedFarAboveDispatch { .. } => "received",
            Self::AcceptedAboveTolerance { .. } | Self::DoNotAddUp => "accepted",
            Self::TooManyRejections => "rejections",
            Self::RejectionEmpty { index } => return Some(format!("rejections.{index}.kg")),
            Self::RejectionNoteMissing { index } => return Some(format!("rejections.{index}.note")),
            Self::Denied(_)
            | Self::NoSuchLine
            | Self::NotInForce
            | Self::Missed
            | Self::NotDispatched
            | Self::AlreadyReceived
            | Self::OutOfRange => return None,
        };
        Some(field.to_owned())
    }
}

impl Receipt {
    pub const MOST_REJECTIONS: usize = 10;

    /// A receipt adds up, and each rejected part says why.
    pub fn new(received: Kg, accepted: Kg, rejections: Vec<Rejection>, at: Timestamp) -> Result<Self, DeliveryError> {
        if rejections.len() > Self::MOST_REJECTIONS {
            return Err(DeliveryError::TooManyRejections);
        }
        for (index, rejection) in rejections.iter().enumerate() {
            if rejection.kg.is_zero() {
                return Err(DeliveryError::RejectionEmpty { index });
            }
            if rejection.reason == RejectReason::Other && rejection.note.is_none() {
                return Err(DeliveryError::RejectionNoteMissing { index });
            }
        }
        let receipt = Self { received, accepted, rejections, at };
        let parts = Kg::sum(receipt.rejections.iter().map(|rejection| rejection.kg)).and_then(|rejected| rejected.checked_add(accepted));
        if parts == Some(received) { Ok(receipt) } else { Err(DeliveryError::DoNotAddUp) }
    }

    pub const fn received(&self) -> Kg {
        self.received
    }

    pub const fn accepted(&self) -> Kg {
        self.accepted
    }

    pub fn rejections(&self) -> &[Rejection] {
        &self.rejections
    }

    pub fn rejected(&self) -> Kg {
        self.received.checked_sub(self.accepted).expect("a receipt adds up when it is made")
    }

    pub const fn outcome(&self) -> Outcome {
        if self.accepted.is_zero() {
            Outcome::Refused
        } else if self.accepted.grams() == self.received.grams() {
            Outcome::Accepted
        } else {
            Outcome::Part
        }
    }
}

impl Delivery {
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Dispatched(_) => "dispatched",
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
            Delivery::Dispatched(dispatch) | Delivery::Received { dispatch, .. } => Some(dispatch),
        }
    }

    pub const fn receipt(&self) -> Option<&Receipt> {
        match &self.delivery {
            Delivery::Planned | Delivery::Dispatched(_) => None,
            Delivery::Received { receipt, .. } => Some(receipt),
        }
    }

    /// Whole days past the window while nothing was dispatched; nothing while it is in time or already missed.
    pub fn days_late(&self, today: TradeDay) -> Option<i64> {
        match self.delivery {
            Delivery::Planned if !self.missed(today) => Some(today.days_since(self.window.to)).filter(|days| *days > 0),
            Delivery::Planned | Delivery::Dispatched(_) | Delivery::Received { .. } => None,
        }
    }

    pub fn missed(&self, today: TradeDay) -> bool {
        self.delivery == Delivery::Planned && today > self.window.to.plus(Self::GRACE_DAYS)
    }

    /// Nothing more can happen to it: missed, refused whole, or paid.
    pub fn settled(&self, today: TradeDay) -> bool {
        match (&self.delivery, &self.payment) {
            (Delivery::Planned, _) => self.missed(today),
            (Delivery::Dispatched(_), _) => false,
            (Delivery::Received { .. }, payment) => match payment {
                Payment::None | Payment::Confirmed { .. } => true,
                Payment::Due { .. } | Payment::Declared { .. } => false,
            },
        }
    }

    /// What the line still keeps from being promised to others: the plan, until goods left; then what left.
    pub fn held(&self, today: TradeDay) -> Kg {
        match &self.delivery {
            Delivery::Planned if self.missed(today) => Kg::ZERO,
            Delivery::Planned => self.planned,
            Delivery::Dispatched(dispatch) | Delivery::Received { dispatch, .. } => dispatch.kg.min(self.planned),
        }
    }
}
