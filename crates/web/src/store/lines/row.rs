//! One line ↔ one row. A state's facts stand in its columns; a state without its facts is a row nobody wrote.
use super::{days, inspections};
use crate::store::entity::line::{ActiveModel, Model};
use crate::store::entity::{delivery_day, inspection};
use crate::store::{StoreError, corrupt};
use domain::day::{TradeDay, Window};
use domain::delivery::{Delivery, Dispatch, Line, Receipt};
use domain::id::{ContractId, UserId};
use domain::money::Vnd;
use domain::payment::{Debt, Declaration, Dispute, Payment};
use domain::quantity::Kg;
use sea_orm::Set;
use uuid::Uuid;

/// What lies in other tables of one line.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'a> {
    pub entries: &'a [inspection::Model],
    pub days: &'a [delivery_day::Model],
}

pub fn to_row(contract: ContractId, line: &Line) -> ActiveModel {
    let mut row = ActiveModel {
        id: Set(line.id.into()),
        contract_id: Set(contract.into()),
        number: Set(line.number.into()),
        week: Set(line.window.from.week().monday().date()),
        window_from: Set(line.window.from.date()),
        window_to: Set(line.window.to.date()),
        planned_g: Set(line.planned.grams()),
        delivery: Set(line.delivery.code().to_owned()),
        payment: Set(line.payment.code().to_owned()),
        day_steps: Set(i64::try_from(line.day.steps().len()).unwrap_or_default()),
        confirmed_on: Set(line.confirmed_day().map(TradeDay::date)),
        waiting_on: Set(line.waiting_day().map(TradeDay::date)),
        ..Default::default()
    };
    write_goods(&mut row, line);
    write_payment(&mut row, &line.payment);
    row
}

fn write_goods(row: &mut ActiveModel, line: &Line) {
    let dispatch = line.dispatch();
    row.dispatched_g = Set(dispatch.map(|dispatch| dispatch.kg.grams()));
    row.vehicle = Set(dispatch.and_then(|dispatch| dispatch.vehicle.clone()).map(String::from));
    row.dispatch_note = Set(dispatch.and_then(|dispatch| dispatch.note.clone()).map(String::from));
    row.dispatched_at = Set(dispatch.map(|dispatch| dispatch.at));
    row.dispatched_by = Set(dispatch.map(|dispatch| dispatch.by.into()));
    let (all, found) = (line.inspections(), line.found());
    row.weighed_g = Set(all.map(|all| all.weighed().grams()));
    row.inspections = Set(all.map_or(0, |all| i64::try_from(all.entries().len()).unwrap_or_default()));
    row.received_g = Set(all.map(|_| found.inspected.grams()));
    row.accepted_g = Set(all.map(|_| found.accepted.grams()));
    row.rejected_g = Set(all.map(|_| found.rejected.grams()));
    let receipt = line.receipt();
    row.received_at = Set(receipt.map(|receipt| receipt.at));
    row.received_by = Set(receipt.map(|receipt| receipt.by.into()));
}

fn write_payment(row: &mut ActiveModel, payment: &Payment) {
    let (declared, confirmed, disputed) = match payment {
        Payment::None => (None, None, None),
        Payment::Due { disputed, .. } => (None, None, disputed.clone()),
        Payment::Declared { declared, .. } => (Some(declared.clone()), None, None),
        Payment::Confirmed { declared, by, at, .. } => (Some(declared.clone()), Some((*by, *at)), None),
    };
    row.due_amount = Set(payment.debt().map(|debt| debt.amount.dong()));
    row.due_on = Set(payment.debt().map(|debt| debt.on.date()));
    row.declared_at = Set(declared.as_ref().map(|declared| declared.at));
    row.declared_by = Set(declared.as_ref().map(|declared| declared.by.into()));
    row.reference = Set(declared.and_then(|declared| declared.reference).map(String::from));
    row.confirmed_at = Set(confirmed.map(|(_, at)| at));
    row.confirmed_by = Set(confirmed.map(|(by, _)| by.into()));
    row.disputed_at = Set(disputed.as_ref().map(|disputed| disputed.at));
    row.disputed_by = Set(disputed.as_ref().map(|disputed| disputed.by.into()));
    row.dispute_note = Set(disputed.map(|disputed| disputed.note.into()));
}

pub fn from_row(row: &Model, beside: &Beside<'_>) -> Result<Line, StoreError> {
    read(row, beside).filter(|line| says_its_sums(row, line)).ok_or_else(|| corrupt("line", row.id))
}

/// What stands on the line is what its entries and steps come to.
fn says_its_sums(row: &Model, line: &Line) -> bool {
    let sums = line.inspections().map(|_| line.found());
    let grams = |kg: Option<Kg>| kg.map(Kg::grams);
    let (received, accepted) = (sums.map(|sums| sums.inspected), sums.map(|sums| sums.accepted));
    let days = [line.confirmed_day(), line.waiting_day()].map(|day| day.map(TradeDay::date));
    (row.received_g, row.accepted_g) == (grams(received), grams(accepted)) && [row.confirmed_on, row.waiting_on] == days
}

fn read(row: &Model, &Beside { entries, days }: &Beside<'_>) -> Option<Line> {
    let window = Window { from: TradeDay::new(row.window_from), to: TradeDay::new(row.window_to) };
    let delivery = match row.delivery.as_str() {
        "planned" => Delivery::Planned,
        "dispatched" => Delivery::Dispatched(dispatch(row)?),
        "inspecting" => Delivery::Inspecting { dispatch: dispatch(row)?, inspections: inspections::read(entries)? },
        "received" => Delivery::Received { dispatch: dispatch(row)?, receipt: receipt(row, entries)? },
        _ => return None,
    };
    let payment = match row.payment.as_str() {
        "none" => Payment::None,
        "due" => {
            let dispute = |at| Some(Dispute { by: user(row.disputed_by)?, at, note: row.dispute_note.as_deref()?.parse().ok()? });
            let disputed = match row.disputed_at {
                Some(at) => Some(dispute(at)?),
                None => None,
            };
            Payment::Due { debt: debt(row)?, disputed }
        }
        "declared" => Payment::Declared { debt: debt(row)?, declared: declared(row)? },
        "confirmed" => {
            Payment::Confirmed { debt: debt(row)?, declared: declared(row)?, by: user(row.confirmed_by)?, at: row.confirmed_at? }
        }
        _ => return None,
    };
    Some(Line {
        id: row.id.into(),
        number: row.number.try_into().ok()?,
        window,
        day: days::read(window, days)?,
        planned: grams(Some(row.planned_g))?,
        delivery,
        payment,
    })
}

fn dispatch(row: &Model) -> Option<Dispatch> {
    Some(Dispatch {
        kg: grams(row.dispatched_g)?,
        vehicle: row.vehicle.as_deref().map(str::parse).transpose().ok()?,
        note: row.dispatch_note.as_deref().map(str::parse).transpose().ok()?,
        by: user(row.dispatched_by)?,
        at: row.dispatched_at?,
    })
}

fn receipt(row: &Model, entries: &[inspection::Model]) -> Option<Receipt> {
    Receipt::new(inspections::read(entries)?, user(row.received_by)?, row.received_at?)
}

fn debt(row: &Model) -> Option<Debt> {
    Some(Debt { amount: Vnd::new(row.due_amount?), on: TradeDay::new(row.due_on?) })
}

fn declared(row: &Model) -> Option<Declaration> {
    Some(Declaration {
        by: user(row.declared_by)?,
        at: row.declared_at?,
        reference: row.reference.as_deref().map(str::parse).transpose().ok()?,
    })
}

fn grams(grams: Option<i64>) -> Option<Kg> {
    Kg::from_grams(grams?).ok()
}

fn user(id: Option<Uuid>) -> Option<UserId> {
    id.map(UserId::from)
}
