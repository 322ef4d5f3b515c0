//! One line ↔ one row. A state's facts stand in its columns; a state without its facts is a row nobody wrote.
use super::money::{columns, set};
use super::{days, inspections};
use crate::store::entity::line::{ActiveModel, Model};
use crate::store::entity::{delivery_day, inspection};
use crate::store::{StoreError, corrupt};
use domain::day::{TradeDay, Window};
use domain::delivery::{Delivery, Dispatch, Line, Receipt};
use domain::id::{ContractId, UserId};
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
        day_steps: Set(i64::try_from(line.day.steps().len()).unwrap_or_default()),
        confirmed_on: Set(line.confirmed_day().map(TradeDay::date)),
        waiting_on: Set(line.waiting_day().map(TradeDay::date)),
        ..Default::default()
    };
    write_goods(&mut row, line);
    set!(row, &line.payment);
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
    Some(Line {
        id: row.id.into(),
        number: row.number.try_into().ok()?,
        window,
        day: days::read(window, days)?,
        planned: grams(Some(row.planned_g))?,
        delivery,
        payment: columns!(row).read()?,
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

fn grams(grams: Option<i64>) -> Option<Kg> {
    Kg::from_grams(grams?).ok()
}

fn user(id: Option<Uuid>) -> Option<UserId> {
    id.map(UserId::from)
}
