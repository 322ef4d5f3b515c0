//! The goods of one week of a contract: planned, sent, weighed at the dock, accepted or not.
//!
//! Contracted, sent, received and accepted kilograms are four numbers and stay apart: the scale's word is recorded as it is.
use crate::coded::coded;
use crate::day::{Timestamp, TradeDay, Window};
use crate::error::{Conflict, Faults, FieldError, Refusal};
use crate::id::{LineId, UserId};
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
    pub by: UserId,
    pub at: Timestamp,
}

/// What the buyer found at the dock. `accepted` and the rejections add up to `received`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    received: Kg,
    accepted: Kg,
    rejections: Vec<Rejection>,
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
}

impl Conflict for DeliveryConflict {
    fn field(&self) -> Option<Cow<'static, str>> {
        None
    }
}

/// Kilograms that cannot be are faults of the form.
pub type DeliveryError = Refusal<DeliveryConflict>;

impl Receipt {
    pub const MOST_REJECTIONS: usize = 10;

    /// A receipt adds up, and each rejected part says why.
    pub fn new(received: Kg, accepted: Kg, rejections: Vec<Rejection>, by: UserId, at: Timestamp) -> Result<Self, Vec<FieldError>> {
        let mut faults = Faults::new();
        faults.require(rejections.len() <= Self::MOST_REJECTIONS, "rejections", "too_many_rejections");
        for (index, rejection) in rejections.iter().enumerate().take(Self::MOST_REJECTIONS) {
            faults.require(!rejection.kg.is_zero(), format!("rejections.{index}.kg"), "kg_out_of_range");
            let said = rejection.reason != RejectReason::Other || rejection.note.as_ref().is_some_and(|note| !note.is_empty());
            faults.require(said, format!("rejections.{index}.note"), "note_missing");
        }
        let parts = Kg::sum(rejections.iter().map(|rejection| rejection.kg)).and_then(|rejected| rejected.checked_add(accepted));
        faults.require(parts == Some(received), "accepted", "kg_do_not_add_up");
        faults.finish()?;
        Ok(Self { received, accepted, rejections, by, at })
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
    pub const fn code(&self) -> &'static str {
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

    /// Whether a command repeats word for word what was last said about the goods.
    pub fn says(&self, command: &Command) -> bool {
        match (&self.delivery, command) {
            (Delivery::Dispatched(said), Command::Dispatch { kg, vehicle, note }) => {
                (said.kg, &said.vehicle, &said.note) == (*kg, vehicle, note)
            }
            (Delivery::Received { receipt, .. }, Command::Receive { received, accepted, rejections }) => {
                (receipt.received, receipt.accepted, &receipt.rejections) == (*received, *accepted, rejections)
            }
            _ => false,
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

    /// What the line still keeps from being promised to others: the plan, until the buyer has received; then what left the
    /// farm. Goods on the road keep the whole plan, so that a slip in the kilograms sent can be corrected.
    pub fn held(&self, today: TradeDay) -> Kg {
        match &self.delivery {
            Delivery::Planned if self.missed(today) => Kg::ZERO,
            Delivery::Planned | Delivery::Dispatched(_) => self.planned,
            Delivery::Received { dispatch, .. } => dispatch.kg.min(self.planned),
        }
    }
}
