//! A delivery line as both parties see it.
use chrono::{DateTime, Utc};
use domain::contract::{Contract, State};
use domain::day::{TradeDay, Week, Window};
use domain::delivery::{Line, Outcome, Rejection};
use domain::id::ContractId;
use domain::ledger::{Ledger, Progress};
use domain::money::Vnd;
use domain::payment::Payment;
use domain::quantity::Kg;
use domain::text::{Name, Note};
use serde::Serialize;
use utoipa::ToSchema;

/// All lines of a contract.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeliveryLinesView {
    pub contract: ContractId,
    /// `signing`, `half_signed`, `in_force`, `completed`, `terminated` or `expired`.
    pub contract_status: String,
    pub version: i64,
    pub lines: Vec<DeliveryLineView>,
    pub progress: ProgressView,
}

impl DeliveryLinesView {
    pub fn new(contract: &Contract, ledger: &Ledger, today: TradeDay) -> Self {
        Self {
            contract: contract.id,
            contract_status: contract.state.code().to_owned(),
            version: contract.version,
            lines: ledger.lines().iter().map(|line| DeliveryLineView::new(contract, line, today)).collect(),
            progress: ledger.progress().into(),
        }
    }
}

/// How far a contract has come, all lines together.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct ProgressView {
    pub contracted_kg: Kg,
    pub shipped_kg: Kg,
    pub received_kg: Kg,
    pub accepted_kg: Kg,
    pub rejected_kg: Kg,
    /// What the accepted goods are worth, paid or not.
    pub due: Vnd,
    /// What the buyer says was paid, the confirmed part included.
    pub declared: Vnd,
    pub confirmed: Vnd,
}

impl From<Progress> for ProgressView {
    fn from(progress: Progress) -> Self {
        let Progress { contracted, shipped, received, accepted, rejected, due, declared, confirmed } = progress;
        Self {
            contracted_kg: contracted,
            shipped_kg: shipped,
            received_kg: received,
            accepted_kg: accepted,
            rejected_kg: rejected,
            due,
            declared,
            confirmed,
        }
    }
}

/// One week's delivery with its payment.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeliveryLineView {
    pub number: u16,
    pub week: Week,
    pub window: Window,
    pub planned_kg: Kg,
    /// The most that may be sent and accepted: the plan and the tolerance of the contract.
    pub most_kg: Kg,
    /// What the planned kilograms cost.
    pub planned_amount: Vnd,
    /// `planned`, `dispatched`, `received` or `missed`.
    pub status: String,
    /// Whole days past the window while nothing was dispatched and still may be.
    pub days_late: Option<i64>,
    pub dispatch: Option<DispatchView>,
    pub receipt: Option<ReceiptView>,
    pub payment: PaymentView,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DispatchView {
    pub kg: Kg,
    pub vehicle: Option<Name>,
    pub note: Option<Note>,
    pub at: DateTime<Utc>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ReceiptView {
    pub received: Kg,
    pub accepted: Kg,
    pub rejected: Kg,
    pub rejections: Vec<Rejection>,
    pub outcome: Outcome,
    pub at: DateTime<Utc>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct PaymentView {
    /// `none`, `due`, `declared` or `confirmed`.
    pub status: String,
    pub amount: Option<Vnd>,
    pub due_on: Option<TradeDay>,
    /// Whole days past the due day while no payment is declared.
    pub days_late: Option<i64>,
    pub declared_at: Option<DateTime<Utc>>,
    /// The bank's reference, as the buyer gives it.
    pub reference: Option<Name>,
    pub confirmed_at: Option<DateTime<Utc>>,
    /// Why the supplier says that a declared payment did not arrive.
    pub dispute: Option<String>,
    pub disputed_at: Option<DateTime<Utc>>,
}

/// Where the goods are, in one word.
pub fn status(line: &Line, today: TradeDay) -> String {
    if line.missed(today) { "missed" } else { line.delivery.code() }.to_owned()
}

impl DeliveryLineView {
    pub fn new(contract: &Contract, line: &Line, today: TradeDay) -> Self {
        let in_force = matches!(contract.state, State::InForce { .. });
        let promised = contract.terms.lines.iter().find(|promised| promised.number == line.number);
        Self {
            number: line.number,
            week: line.window.from.week(),
            window: line.window,
            planned_kg: line.planned,
            most_kg: contract.terms.conditions.most(line.planned),
            planned_amount: promised.map_or(Vnd::ZERO, |promised| promised.amount),
            status: status(line, today),
            days_late: line.days_late(today).filter(|_| in_force),
            dispatch: line.dispatch().cloned().map(|dispatch| DispatchView {
                kg: dispatch.kg,
                vehicle: dispatch.vehicle,
                note: dispatch.note,
                at: dispatch.at,
            }),
            receipt: line.receipt().map(|receipt| ReceiptView {
                received: receipt.received(),
                accepted: receipt.accepted(),
                rejected: receipt.rejected(),
                rejections: receipt.rejections().to_vec(),
                outcome: receipt.outcome(),
                at: receipt.at,
            }),
            payment: PaymentView::new(&line.payment, today),
        }
    }
}

impl PaymentView {
    pub fn new(payment: &Payment, today: TradeDay) -> Self {
        let (declared, confirmed_at, disputed) = match payment.clone() {
            Payment::None => (None, None, None),
            Payment::Due { disputed, .. } => (None, None, disputed),
            Payment::Declared { declared, .. } => (Some(declared), None, None),
            Payment::Confirmed { declared, at, .. } => (Some(declared), Some(at), None),
        };
        let debt = payment.debt();
        Self {
            status: payment.code().to_owned(),
            amount: debt.map(|debt| debt.amount),
            due_on: debt.map(|debt| debt.on),
            days_late: payment.days_late(today),
            declared_at: declared.as_ref().map(|declared| declared.at),
            reference: declared.and_then(|declared| declared.reference),
            confirmed_at,
            disputed_at: disputed.as_ref().map(|disputed| disputed.at),
            dispute: disputed.map(|disputed| disputed.note.into()),
        }
    }
}
