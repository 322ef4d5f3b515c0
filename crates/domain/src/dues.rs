//! What is owed under a contract beside the price of each delivery: a deposit (đặt cọc), a part of every delivery that is kept back
//! (tiền giữ lại), and what of the deposit goes back when less came than it covers.
//!
//! `reckon` is the only place where a deposit is set off and money kept back; [`crate::ledger::Ledger`] writes its answer on the
//! lines. Nothing is rounded up against whoever pays: every share is cut to a whole đồng.
mod reckon;
mod terms;

pub use reckon::{Accepted, Books, End, Given, Reckoning, Rest, Share, reckon};
pub use terms::DueTerms;

use crate::account::Side;
use crate::coded::coded;
use crate::id::DueId;
use crate::payment::{Command, Payment};
use crate::policy;

coded! {
    /// A debt that belongs to the contract and to no single delivery.
    DueKind, DueKindError = "due_unknown";
    Deposit = "deposit",
    Retention = "retention",
    /// The rest of a deposit, which the supplier gives back.
    Return = "return",
}

/// One of the contract's own debts with its payment; nothing owed while there is no reason yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub id: DueId,
    pub kind: DueKind,
    pub payment: Payment,
}

impl DueKind {
    /// Whoever pays it; the other side confirms.
    pub const fn payer(self) -> Side {
        match self {
            Self::Deposit | Self::Retention => Side::Buyer,
            Self::Return => Side::Supplier,
        }
    }

    /// The right that a command on it needs.
    pub const fn right(self, command: &Command) -> policy::Command {
        match (self, command) {
            (Self::Deposit | Self::Retention, _) => command.right(),
            (Self::Return, Command::Declare { .. } | Command::Withdraw) => policy::Command::DeclareReturn,
            (Self::Return, Command::Confirm | Command::Dispute { .. }) => policy::Command::ConfirmReturn,
        }
    }

    /// Those a contract with these terms may come to owe.
    pub fn of(terms: DueTerms) -> impl Iterator<Item = Self> {
        let kept = move |kind: &Self| match kind {
            Self::Deposit | Self::Return => terms.deposit_percent > 0,
            Self::Retention => terms.retention_percent > 0,
        };
        Self::ALL.iter().copied().filter(kept)
    }
}

impl Due {
    /// Nothing more can happen to it as things stand.
    pub const fn settled(&self) -> bool {
        matches!(self.payment, Payment::None | Payment::Confirmed { .. })
    }
}

#[cfg(test)]
mod tests;
