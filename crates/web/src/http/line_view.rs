//! A delivery line as both parties see it; a driver sees it without the money.
mod days;
mod dues;
mod inspection;

use days::{DayView, PunctualityView};
pub use dues::{DuesView, ShareView};
use inspection::InspectingView;

use super::deliveries::DealFacts;
use chrono::{DateTime, Utc};
use domain::account::{Actor, Side};
use domain::contract::{Contract, QualityPromise, State};
use domain::day::{TradeDay, Week, Window};
use domain::delivery::{Line, Outcome, Rejection};
use domain::disclosure::{Field, Stage};
use domain::hours::Hours;
use domain::id::ContractId;
use domain::ledger::{Ledger, Progress};
use domain::money::Vnd;
use domain::payment::Payment;
use domain::phone::Phone;
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
    pub punctuality: PunctualityView,
    /// Deposit and retention; absent for a contract without both, and for a driver.
    pub dues: Option<DuesView>,
    /// What the supplier promised of every delivery beyond the grade, to be measured at the dock.
    pub quality: Option<QualityPromise>,
    /// For a party: which contract it is, and the way to the other side. The office reads the contract.
    pub way: Option<WayView>,
}

/// What somebody on the road needs to know of the other side.
#[derive(Debug, Serialize, ToSchema)]
pub struct WayView {
    #[serde(flatten)]
    pub deal: DealFacts,
    /// Where the goods are loaded, the buyer's dock, and when it receives.
    pub pickup: Name,
    pub dock: Name,
    pub hours: Hours,
    /// Whom to ring on the other side.
    pub contact: Option<Name>,
    pub phone: Option<Phone>,
}

impl WayView {
    fn new(reader: &Actor, contract: &Contract, side: Side) -> Self {
        let terms = &contract.terms;
        let stage = Stage::of_contract(reader, &contract.state);
        let other = match side {
            Side::Supplier => &terms.buyer,
            Side::Buyer => &terms.supplier,
        };
        Self {
            deal: DealFacts::new(contract, side),
            pickup: terms.places.pickup.clone(),
            dock: terms.places.dock.clone(),
            hours: terms.places.hours,
            contact: stage.show(Field::Representative, other.representative.clone()),
            phone: stage.show(Field::Phone, other.phone.clone()),
        }
    }
}

impl DeliveryLinesView {
    pub fn new(reader: &Actor, contract: &Contract, ledger: &Ledger, today: TradeDay) -> Self {
        Self {
            contract: contract.id,
            contract_status: contract.state.code().to_owned(),
            version: contract.version,
            lines: ledger.lines().iter().map(|line| DeliveryLineView::new(reader, contract, Some(ledger), line, today)).collect(),
            progress: ProgressView::new(reader, ledger.progress()),
            punctuality: PunctualityView::new(ledger),
            dues: money(reader, DuesView::new(contract, ledger, today)).flatten(),
            quality: contract.terms.goods.quality.clone(),
            way: reader.membership.map(|member| WayView::new(reader, contract, member.side)),
        }
    }
}

/// How far a contract has come, all lines together; money is left out for a driver.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct ProgressView {
    pub contracted_kg: Kg,
    pub shipped_kg: Kg,
    /// Accepted or rejected so far.
    pub received_kg: Kg,
    pub accepted_kg: Kg,
    pub rejected_kg: Kg,
    /// What the buyer owes by now, paid or not, less what goes back of the deposit: at the end what the accepted goods are worth, and what
    /// of a deposit stays with the supplier.
    pub due: Option<Vnd>,
    /// What of it the buyer says was paid, the confirmed part included; never above `due`.
    pub declared: Option<Vnd>,
    pub confirmed: Option<Vnd>,
}

/// A value of money, for those who know of money.
fn money<T>(reader: &Actor, value: T) -> Option<T> {
    reader.role.knows_money().then_some(value)
}

impl ProgressView {
    fn new(reader: &Actor, progress: Progress) -> Self {
        let Progress { contracted, shipped, received, accepted, rejected, due, declared, confirmed } = progress;
        Self {
            contracted_kg: contracted,
            shipped_kg: shipped,
            received_kg: received,
            accepted_kg: accepted,
            rejected_kg: rejected,
            due: money(reader, due),
            declared: money(reader, declared),
            confirmed: money(reader, confirmed),
        }
    }
}

/// One week's delivery with its payment.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeliveryLineView {
    pub number: u16,
    pub week: Week,
    /// The days asked for, as signed.
    pub window: Window,
    pub day: DayView,
    pub planned_kg: Kg,
    /// The most that may be sent and accepted: the plan and the tolerance of the contract.
    pub most_kg: Kg,
    /// What the planned kilograms cost.
    pub planned_amount: Option<Vnd>,
    /// `planned`, `dispatched`, `inspecting`, `received` or `missed`.
    pub status: String,
    /// Whole days past the window while nothing was dispatched and still may be.
    pub days_late: Option<i64>,
    pub dispatch: Option<DispatchView>,
    /// What the buyer found so far, entry by entry; it stays when everything is decided.
    pub inspecting: Option<InspectingView>,
    pub receipt: Option<ReceiptView>,
    /// What was paid ahead of it and what is kept back; absent where the contract knows neither.
    pub share: Option<ShareView>,
    pub payment: Option<PaymentView>,
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
    /// In a list of deliveries of many contracts the ledger is not read, and no correction offered.
    pub fn new(reader: &Actor, contract: &Contract, ledger: Option<&Ledger>, line: &Line, today: TradeDay) -> Self {
        let in_force = matches!(contract.state, State::InForce { .. });
        let promised = contract.terms.lines.iter().find(|promised| promised.number == line.number);
        Self {
            number: line.number,
            week: line.window.from.week(),
            window: line.window,
            day: DayView::new(line),
            planned_kg: line.planned,
            most_kg: contract.terms.conditions.most(line.planned),
            planned_amount: money(reader, promised.map_or(Vnd::ZERO, |promised| promised.amount)),
            status: status(line, today),
            days_late: line.days_late(today).filter(|_| in_force),
            dispatch: line.dispatch().cloned().map(|dispatch| DispatchView {
                kg: dispatch.kg,
                vehicle: dispatch.vehicle,
                note: dispatch.note,
                at: dispatch.at,
            }),
            inspecting: InspectingView::new(contract, ledger, line),
            receipt: line.receipt().map(|receipt| ReceiptView {
                received: receipt.received(),
                accepted: receipt.accepted(),
                rejected: receipt.rejected(),
                rejections: receipt.rejections().cloned().collect(),
                outcome: receipt.outcome(),
                at: receipt.at,
            }),
            share: money(reader, ShareView::new(contract, line)).flatten(),
            payment: money(reader, PaymentView::new(&line.payment, today)),
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
