//! Deposit and retention of a contract, as both sides see where they stand.
use super::PaymentView;
use domain::account::Side;
use domain::contract::{Contract, State};
use domain::day::TradeDay;
use domain::delivery::Line;
use domain::dues::{DueKind, DueTerms};
use domain::ledger::{self, Ledger};
use domain::money::Vnd;
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct DuesView {
    pub terms: DueTerms,
    /// Debts of the contract itself, those that are not owed yet among them.
    pub items: Vec<DueView>,
    /// Of the value that was signed.
    pub deposit: Vnd,
    /// What of the deposit was set off against accepted deliveries so far.
    pub set_off: Vnd,
    /// What is not set off yet, or for ever.
    pub left: Vnd,
    /// Kept back of accepted deliveries so far.
    pub retained: Vnd,
    /// What stays with the supplier because the buyer ended the contract while goods were still to come.
    pub kept: Vnd,
    /// The supplier ended it while goods were still to come, with so much of the deposit left: the law adds as much again, which the two settle between them.
    pub doubled: Option<Vnd>,
    /// No more goods come and nobody said that the deposit was paid: the buyer may still say that all of it was.
    pub late_deposit: Option<LateDepositView>,
}

/// A deposit of which nobody spoke while goods could come.
#[derive(Debug, Serialize, ToSchema)]
pub struct LateDepositView {
    /// All that was promised.
    pub amount: Vnd,
    /// What is not set off would stay with the supplier, because the buyer ended the contract while goods were still to come.
    pub stays: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DueView {
    pub kind: DueKind,
    pub payer: Side,
    pub payment: PaymentView,
}

/// How the value of an accepted delivery is made up.
#[derive(Debug, Serialize, ToSchema)]
pub struct ShareView {
    /// Accepted kilograms at the contract price.
    pub value: Vnd,
    /// Paid ahead with the deposit.
    pub set_off: Vnd,
    pub retained: Vnd,
}

impl DuesView {
    /// Nothing for a contract that knows neither, nor before both have signed.
    pub fn new(contract: &Contract, ledger: &Ledger, today: TradeDay) -> Option<Self> {
        let never_signed = matches!(contract.state, State::Signing | State::HalfSigned { .. } | State::Expired { .. });
        // One that was declined before both had signed is terminated as well.
        if never_signed || contract.signatures.len() < 2 {
            return None;
        }
        let books = ledger.books(contract, today)?;
        let terms = contract.terms.dues;
        let item =
            |due: &domain::dues::Due| DueView { kind: due.kind, payer: due.kind.payer(), payment: PaymentView::new(&due.payment, today) };
        let given_back = books.given_back.map(|debt| debt.amount).filter(|amount| *amount > Vnd::ZERO);
        let by_supplier = ledger.cut_off_by(contract) == Some(Side::Supplier);
        Some(Self {
            terms,
            items: ledger.dues().iter().map(item).collect(),
            deposit: terms.deposit_of(contract.terms.total),
            set_off: Vnd::sum(books.deliveries.iter().map(|share| share.set_off)).unwrap_or_default(),
            left: books.left,
            retained: books.retained,
            kept: books.kept,
            doubled: given_back.filter(|_| by_supplier),
            late_deposit: ledger
                .late_deposit(contract, today)
                .map(|debt| LateDepositView { amount: debt.amount, stays: ledger.cut_off_by(contract) == Some(Side::Buyer) }),
        })
    }
}

impl ShareView {
    pub fn new(contract: &Contract, line: &Line) -> Option<Self> {
        let share = ledger::share(contract, line)?;
        let value = Vnd::sum([share.set_off, share.retained, share.debt.amount])?;
        Some(Self { value, set_off: share.set_off, retained: share.retained })
    }
}
