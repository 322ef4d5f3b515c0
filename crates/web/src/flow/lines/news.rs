//! What is told of a command.
use super::Command;
use domain::account::Side;
use domain::delivery::{self, Line};
use domain::dues::Due;
use domain::notice::NoticeKind;
use domain::payment;
use serde_json::{Value, json};

/// What happened, whom to tell, and the facts beside those of the line.
pub fn of(command: &Command, was: &Line, is: &Line) -> (NoticeKind, Side, Value) {
    let amount = is.payment.due();
    match command {
        Command::Goods(delivery::Command::Dispatch { kg, vehicle, .. }) => {
            (NoticeKind::DeliveryDispatched, Side::Buyer, json!({ "kg": kg, "vehicle": vehicle }))
        }
        Command::Goods(delivery::Command::NameDay { day, note }) => {
            let kind = if is.waiting_day().is_some() { NoticeKind::DeliveryDayAsked } else { NoticeKind::DeliveryDayNamed };
            (kind, Side::Buyer, json!({ "day": day, "note": note, "confirmed_on": is.confirmed_day() }))
        }
        Command::Goods(delivery::Command::AnswerDay { day, agree, note }) => {
            (NoticeKind::DeliveryDayAnswered, Side::Supplier, json!({ "day": day, "agreed": agree, "note": note }))
        }
        Command::Goods(command) => (found(command, was, is), Side::Supplier, facts(is)),
        Command::Money(payment::Command::Declare { reference, .. }) => {
            (NoticeKind::PaymentDeclared, Side::Supplier, json!({ "amount": amount, "reference": reference }))
        }
        Command::Money(payment::Command::Confirm) => (NoticeKind::PaymentConfirmed, Side::Buyer, json!({ "amount": amount })),
        Command::Money(payment::Command::Dispute { note }) => {
            (NoticeKind::PaymentDisputed, Side::Buyer, json!({ "amount": amount, "reason": note }))
        }
        // What was said to be paid: what is owed now may be another sum.
        Command::Money(payment::Command::Withdraw) => {
            (NoticeKind::PaymentWithdrawn, Side::Supplier, json!({ "amount": was.payment.due() }))
        }
    }
}

/// The same of one of the contract's own debts, as it was before.
pub fn of_due(command: &payment::Command, due: &Due) -> (NoticeKind, Side, Value) {
    let (amount, payer) = (due.payment.due(), due.kind.payer());
    match command {
        // The sum that is said: a deposit of which nobody spoke before the end can be more than what was owed of it.
        payment::Command::Declare { amount, reference } => {
            (NoticeKind::PaymentDeclared, payer.other(), json!({ "due": due.kind, "amount": amount, "reference": reference }))
        }
        payment::Command::Confirm => (NoticeKind::PaymentConfirmed, payer, json!({ "due": due.kind, "amount": amount })),
        payment::Command::Dispute { note } => {
            (NoticeKind::PaymentDisputed, payer, json!({ "due": due.kind, "amount": amount, "reason": note }))
        }
        payment::Command::Withdraw => (NoticeKind::PaymentWithdrawn, payer.other(), json!({ "due": due.kind, "amount": amount })),
    }
}

/// Whatever ends the looking is the news; before and after that, a part or a correction.
const fn found(command: &delivery::Command, was: &Line, is: &Line) -> NoticeKind {
    match (was.receipt(), is.receipt(), command) {
        (None, Some(_), _) => NoticeKind::DeliveryReceived,
        (_, _, delivery::Command::Correct { .. }) => NoticeKind::InspectionCorrected,
        _ => NoticeKind::DeliveryInspected,
    }
}

/// What the entries add up to, and what is owed once all is decided.
fn facts(line: &Line) -> Value {
    let sums = line.found();
    let weighed = line.inspections().map(domain::inspection::Inspections::weighed);
    let last = line.inspections().and_then(|all| all.entries().last());
    json!({
        "weighed_kg": weighed,
        "received_kg": sums.inspected,
        "accepted_kg": sums.accepted,
        "rejected_kg": sums.rejected,
        "part": last.and_then(|entry| entry.findings.part.as_ref()),
        "corrects": last.and_then(|entry| entry.corrects),
        "amount": line.payment.due(),
        "due_on": line.payment.debt().map(|debt| debt.on),
    })
}
