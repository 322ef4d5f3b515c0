//! What the buyer does with goods that arrived. Here alone entries become the acceptance of a line, and that its debt.
use super::{against, fault, most};
use crate::contract::Contract;
use crate::day::{Timestamp, TradeDay};
use crate::delivery::{Command, Delivery, DeliveryConflict, DeliveryError, Dispatch, Line, Receipt};
use crate::error::Refusal;
use crate::id::UserId;
use crate::inspection::{Findings, Inspection, Inspections};
use crate::payment::Payment;
use crate::quantity::Kg;

/// The scale may show more than was sent, but twice as much is a slip of the finger.
const MOST_TIMES_DISPATCHED: i64 = 2;

/// An entry about to be made.
struct New {
    corrects: Option<u16>,
    rest: bool,
    weighed: Kg,
    findings: Findings,
}

pub(super) fn apply(line: &Line, contract: &Contract, by: UserId, command: Command, now: Timestamp) -> Result<Line, DeliveryError> {
    let dispatch = line.dispatch().ok_or(Refusal::Conflict(DeliveryConflict::NotDispatched))?;
    let new = match (&line.delivery, command) {
        (Delivery::Dispatched(_), Command::Receive { received, accepted, rejections }) => {
            // What the form calls `received` is both the weight and what was looked at.
            check_weighed("received", received, dispatch)?;
            New { corrects: None, rest: false, weighed: received, findings: Findings::whole(received, accepted, rejections) }
        }
        (Delivery::Dispatched(_), Command::Inspect { weighed, findings }) => {
            let weighed = weighed.ok_or_else(|| fault("weighed", "weighed_missing"))?;
            New { corrects: None, rest: false, weighed, findings }
        }
        (Delivery::Dispatched(_), _) => return against(DeliveryConflict::NotBegun),
        (Delivery::Inspecting { inspections, .. }, Command::Inspect { weighed, findings }) => {
            // Whoever believes to be the first does not change the weight of whoever was.
            if weighed.is_some_and(|weighed| weighed != inspections.weighed()) {
                return Err(fault("weighed", "weighed_already"));
            }
            New { corrects: None, rest: false, weighed: inspections.weighed(), findings }
        }
        (Delivery::Inspecting { inspections, .. }, Command::Correct { number, weighed, findings }) => {
            standing(inspections, number)?;
            New { corrects: Some(number), rest: false, weighed: weighed.unwrap_or(inspections.weighed()), findings }
        }
        (Delivery::Inspecting { inspections, .. }, Command::AcceptRest { left }) => {
            if left != inspections.left() {
                return against(DeliveryConflict::RestChanged);
            }
            New { corrects: None, rest: true, weighed: inspections.weighed(), findings: Findings::whole(left, left, Vec::new()) }
        }
        (Delivery::Inspecting { .. }, _) => return against(DeliveryConflict::Begun),
        (Delivery::Received { receipt, .. }, Command::Correct { number, weighed, findings }) => {
            let old = standing(receipt.inspections(), number)?;
            if findings.inspected != old.findings.inspected {
                return Err(fault("inspected", "correction_keeps_weight"));
            }
            if weighed.is_some_and(|weighed| weighed != receipt.received()) {
                return Err(fault("weighed", "correction_keeps_weight"));
            }
            New { corrects: Some(number), rest: false, weighed: receipt.received(), findings }
        }
        (Delivery::Planned | Delivery::Received { .. }, _) => return against(DeliveryConflict::AlreadyReceived),
    };
    check_weighed("weighed", new.weighed, dispatch)?;
    if new.findings.inspected.is_zero() && !new.weighed.is_zero() {
        return Err(fault("inspected", "kg_out_of_range"));
    }
    let inspections = add(line.inspections(), new, by, now)?;
    with_all(line, contract, dispatch, inspections, by, now)
}

/// An entry that another one may still take the place of.
fn standing(inspections: &Inspections, number: u16) -> Result<&Inspection, DeliveryError> {
    let old = inspections.entries().iter().find(|entry| entry.number == number);
    let old = old.ok_or(Refusal::Conflict(DeliveryConflict::NoSuchInspection))?;
    if inspections.counts(number) { Ok(old) } else { against(DeliveryConflict::AlreadyCorrected) }
}

fn check_weighed(field: &'static str, weighed: Kg, dispatch: &Dispatch) -> Result<(), DeliveryError> {
    let scale = Kg::from_grams(dispatch.kg.grams().saturating_mul(MOST_TIMES_DISPATCHED).min(Kg::MOST_GRAMS)).unwrap_or(dispatch.kg);
    if weighed > scale { Err(fault(field, "received_far_above_dispatch")) } else { Ok(()) }
}

fn add(before: Option<&Inspections>, new: New, by: UserId, at: Timestamp) -> Result<Inspections, DeliveryError> {
    new.findings.check().map_err(Refusal::Invalid)?;
    let mut entries = before.map(|all| all.entries().to_vec()).unwrap_or_default();
    // The end is always there: what is left can be accepted whatever was written before.
    if entries.len() >= if new.rest { Inspections::MOST } else { Inspections::MOST_BEFORE_REST } {
        return against(DeliveryConflict::TooMany);
    }
    let number = u16::try_from(entries.len() + 1).map_err(|_| Refusal::Conflict(DeliveryConflict::TooMany))?;
    entries.push(Inspection { number, corrects: new.corrects, rest: new.rest, weighed: new.weighed, findings: new.findings, by, at });
    // Everything else was looked at above.
    Inspections::new(entries).ok_or_else(|| fault("inspected", "inspected_above_weighed"))
}

/// The line with these entries: received, and its debt due, once nothing is left to decide.
fn with_all(
    line: &Line,
    contract: &Contract,
    dispatch: &Dispatch,
    inspections: Inspections,
    by: UserId,
    now: Timestamp,
) -> Result<Line, DeliveryError> {
    let accepted = inspections.sums().accepted;
    if accepted > most(line, contract) {
        return Err(fault("accepted", "accepted_above_tolerance"));
    }
    let dispatch = dispatch.clone();
    // A correction moves neither the day of acceptance nor the day the debt is due.
    let (by, at) = line.receipt().map_or((by, now), |receipt| (receipt.by, receipt.at));
    let Some(receipt) = Receipt::new(inspections.clone(), by, at) else {
        return Ok(Line { delivery: Delivery::Inspecting { dispatch, inspections }, payment: Payment::None, ..line.clone() });
    };
    let amount = contract.terms.price.total(accepted).ok_or_else(|| fault("accepted", "kg_out_of_range"))?;
    let payment = match (Payment::owed(amount, TradeDay::of(at), contract.terms.payment_days), &line.payment) {
        (Payment::Due { debt, .. }, Payment::Due { disputed, .. }) => Payment::Due { debt, disputed: disputed.clone() },
        // The buyer said that it paid, and the supplier that nothing came: that is not over because nothing is owed any more.
        (_, Payment::Due { disputed: Some(_), .. }) => return Err(fault("accepted", "disputed_keeps_debt")),
        (payment, _) => payment,
    };
    Ok(Line { delivery: Delivery::Received { dispatch, receipt }, payment, ..line.clone() })
}
