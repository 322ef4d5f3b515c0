//! The money of one delivery line: owed once goods are accepted, declared by the buyer, confirmed by the seller.
use crate::day::{Timestamp, TradeDay};
use crate::error::{Conflict, Refusal};
use crate::id::UserId;
use crate::money::Vnd;
use crate::policy;
use crate::reason::Reason;
use crate::text::Name;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Where the payment of one line stands; every state carries the facts that exist in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Payment {
    /// Nothing owed: not received yet, or nothing of it accepted.
    None,
    Due {
        debt: Debt,
        /// The seller's last word that a declared payment did not arrive.
        disputed: Option<Dispute>,
    },
    Declared {
        debt: Debt,
        declared: Declaration,
    },
    Confirmed {
        debt: Debt,
        declared: Declaration,
        by: UserId,
        at: Timestamp,
    },
}

/// What the buyer owes for a line, and by which day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Debt {
    pub amount: Vnd,
    pub on: TradeDay,
}

/// The buyer's word that the debt was paid, with the bank's reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declaration {
    pub by: UserId,
    pub at: Timestamp,
    pub reference: Option<Name>,
}

/// The seller's word that the money did not arrive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute {
    pub by: UserId,
    pub at: Timestamp,
    pub note: Reason,
}

/// What a person does about a payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// The buyer paid. The amount is said again, so that nobody confirms a sum that changed under them.
    Declare { amount: Vnd, reference: Option<Name> },
    /// The seller has the money.
    Confirm,
    /// The seller does not have it: the debt is open again.
    Dispute { note: Reason },
    /// Whoever said that it was paid takes that back, before the other side has the money: the debt is open, and nobody disagrees.
    Withdraw,
}

impl Command {
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Declare { .. } => "declare",
            Self::Confirm => "confirm",
            Self::Dispute { .. } => "dispute",
            Self::Withdraw => "withdraw",
        }
    }

    /// The right this command needs: the seller's two answers are one right, and so are the buyer's word and taking it back.
    pub const fn right(&self) -> policy::Command {
        match self {
            Self::Declare { .. } | Self::Withdraw => policy::Command::DeclarePayment,
            Self::Confirm | Self::Dispute { .. } => policy::Command::ConfirmPayment,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PaymentConflict {
    #[error("line_not_found")]
    NoSuchLine,
    #[error("payment_not_due")]
    NotDue,
    /// The sum on the screen is not what is owed.
    #[error("payment_amount_differs")]
    AmountDiffers { due: Vnd },
    #[error("payment_already_declared")]
    AlreadyDeclared,
    #[error("payment_not_declared")]
    NotDeclared,
    #[error("payment_already_confirmed")]
    AlreadyConfirmed,
    /// A deposit that the supplier already gave back, as it says, was paid: taking back the one would leave the other without a reason.
    #[error("deposit_goes_back")]
    GoesBack,
}

impl Conflict for PaymentConflict {
    fn field(&self) -> Option<Cow<'static, str>> {
        match self {
            Self::AmountDiffers { .. } => Some("amount".into()),
            Self::NoSuchLine | Self::NotDue | Self::AlreadyDeclared | Self::NotDeclared | Self::AlreadyConfirmed | Self::GoesBack => None,
        }
    }
}

pub type PaymentError = Refusal<PaymentConflict>;

impl Payment {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Due { .. } => "due",
            Self::Declared { .. } => "declared",
            Self::Confirmed { .. } => "confirmed",
        }
    }

    /// What accepting goods makes of it; accepting nothing leaves nothing to pay.
    pub fn owed(amount: Vnd, accepted_on: TradeDay, payment_days: u16) -> Self {
        if amount <= Vnd::ZERO {
            return Self::None;
        }
        Self::Due { debt: Debt { amount, on: accepted_on.plus(u32::from(payment_days)) }, disputed: None }
    }

    pub const fn debt(&self) -> Option<Debt> {
        match self {
            Self::None => None,
            Self::Due { debt, .. } | Self::Declared { debt, .. } | Self::Confirmed { debt, .. } => Some(*debt),
        }
    }

    pub fn due(&self) -> Vnd {
        self.debt().map_or(Vnd::ZERO, |debt| debt.amount)
    }

    /// What the buyer says was paid, the confirmed part included.
    pub fn declared(&self) -> Vnd {
        match self {
            Self::None | Self::Due { .. } => Vnd::ZERO,
            Self::Declared { debt, .. } | Self::Confirmed { debt, .. } => debt.amount,
        }
    }

    pub fn confirmed(&self) -> Vnd {
        match self {
            Self::None | Self::Due { .. } | Self::Declared { .. } => Vnd::ZERO,
            Self::Confirmed { debt, .. } => debt.amount,
        }
    }

    /// Whole days past the due day while no payment is declared; nothing while it is in time.
    pub fn days_late(&self, today: TradeDay) -> Option<i64> {
        match self {
            Self::Due { debt, .. } => Some(today.days_since(debt.on)).filter(|days| *days > 0),
            Self::None | Self::Declared { .. } | Self::Confirmed { .. } => None,
        }
    }

    /// The move alone; who may make it is asked in [`crate::ledger::Ledger::pay`].
    pub(crate) fn apply(&self, command: &Command, by: UserId, now: Timestamp) -> Result<Self, PaymentConflict> {
        match (self, command) {
            (Self::None, _) => Err(PaymentConflict::NotDue),
            (Self::Due { debt, .. }, Command::Declare { amount, reference }) => {
                if *amount != debt.amount {
                    return Err(PaymentConflict::AmountDiffers { due: debt.amount });
                }
                Ok(Self::Declared { debt: *debt, declared: Declaration { by, at: now, reference: reference.clone() } })
            }
            (Self::Declared { debt, .. } | Self::Due { debt, disputed: Some(_) }, Command::Withdraw) => {
                Ok(Self::Due { debt: *debt, disputed: None })
            }
            (Self::Due { .. }, Command::Confirm | Command::Dispute { .. } | Command::Withdraw) => Err(PaymentConflict::NotDeclared),
            // A second tap on the button is harmless.
            (Self::Declared { debt, declared }, Command::Declare { amount, reference })
                if *amount == debt.amount && *reference == declared.reference =>
            {
                Ok(self.clone())
            }
            (Self::Declared { .. }, Command::Declare { .. }) => Err(PaymentConflict::AlreadyDeclared),
            (Self::Declared { debt, declared }, Command::Confirm) => {
                Ok(Self::Confirmed { debt: *debt, declared: declared.clone(), by, at: now })
            }
            (Self::Declared { debt, .. }, Command::Dispute { note }) => {
                Ok(Self::Due { debt: *debt, disputed: Some(Dispute { by, at: now, note: note.clone() }) })
            }
            (Self::Confirmed { .. }, Command::Confirm) => Ok(self.clone()),
            (Self::Confirmed { .. }, Command::Declare { .. } | Command::Dispute { .. } | Command::Withdraw) => {
                Err(PaymentConflict::AlreadyConfirmed)
            }
        }
    }
}
