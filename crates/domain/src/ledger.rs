//! The delivery lines of one contract with their payments, and what they add up to.
mod days;
mod receive;

use crate::account::Actor;
use crate::contract::{Contract, State};
use crate::day::{Timestamp, TradeDay};
use crate::delivery::{self, Delivery, DeliveryConflict, DeliveryError, Dispatch, Line};
use crate::delivery_day::DeliveryDay;
use crate::error::{FieldError, Refusal};
use crate::id::LineId;
use crate::money::Vnd;
use crate::payment::{self, Payment, PaymentConflict, PaymentError};
use crate::policy;
use crate::quantity::Kg;

/// All lines of a contract, in order of delivery. Their sums always fit: a command that would break that is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    lines: Vec<Line>,
}

/// How far a contract has come. Kilograms and đồng of all lines together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    pub contracted: Kg,
    pub shipped: Kg,
    /// What was decided about: accepted or rejected.
    pub received: Kg,
    pub accepted: Kg,
    pub rejected: Kg,
    /// What the accepted goods are worth, paid or not.
    pub due: Vnd,
    /// What the buyer says was paid, the confirmed part included.
    pub declared: Vnd,
    pub confirmed: Vnd,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("ledger_out_of_range")]
pub struct LedgerError;

impl Ledger {
    /// The lines a contract starts with; `ids` gives each its id.
    pub fn open(contract: &Contract, mut ids: impl FnMut() -> LineId) -> Self {
        let lines = contract.terms.lines.iter().map(|promised| Line {
            id: ids(),
            number: promised.number,
            window: promised.window,
            day: DeliveryDay::default(),
            planned: promised.kg,
            delivery: Delivery::Planned,
            payment: Payment::None,
        });
        Self { lines: lines.collect() }
    }

    /// Lines as they were stored.
    pub fn restore(mut lines: Vec<Line>) -> Result<Self, LedgerError> {
        lines.sort_by_key(|line| line.number);
        add_up(&lines).map(|_| Self { lines }).ok_or(LedgerError)
    }

    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    pub fn line(&self, id: LineId) -> Option<&Line> {
        self.lines.iter().find(|line| line.id == id)
    }

    pub fn progress(&self) -> Progress {
        add_up(&self.lines).expect("the sums were checked when the ledger was made")
    }

    pub fn settled(&self, complaint_hours: u8, now: Timestamp) -> bool {
        self.lines.iter().all(|line| line.settled(complaint_hours, now))
    }

    /// What a person does about the goods of one line of a contract.
    pub fn deliver(
        &self,
        contract: &Contract,
        actor: &Actor,
        id: LineId,
        command: delivery::Command,
        now: Timestamp,
    ) -> Result<Self, DeliveryError> {
        policy::party(actor, command.right(), contract.supplier, contract.buyer)?;
        let line = self.line(id).ok_or(Refusal::Conflict(DeliveryConflict::NoSuchLine))?;
        // What is on the road when a contract ends is still received.
        let running = match (&contract.state, &command) {
            (State::InForce { .. }, _) => true,
            (State::Terminated { .. }, command) => command.right() == policy::Command::ReceiveLine,
            (State::Completed { .. }, _) => !matches!(line.delivery, Delivery::Planned),
            _ => false,
        };
        if !running {
            return against(DeliveryConflict::NotInForce);
        }
        // The same tap twice: what was said stands, with its hour.
        if line.says(&command) {
            return Ok(self.clone());
        }
        let next = match command {
            delivery::Command::Dispatch { kg, vehicle, note } => {
                let most = most(line, contract);
                check_dispatch(line, kg, most, TradeDay::of(now))?;
                // A slip that is corrected moves no day: the goods left when it was first said.
                let at = line.dispatch().map_or(now, |first| first.at);
                Line { delivery: Delivery::Dispatched(Dispatch { kg, vehicle, note, by: actor.user, at }), ..line.clone() }
            }
            delivery::Command::NameDay { day, note } => days::name(line, (day, note), actor.user, now)?,
            delivery::Command::AnswerDay { day, agree, note } => days::answer(line, (day, note), agree, actor.user, now)?,
            other => receive::apply(line, contract, actor.user, other, now)?,
        };
        self.with(&next).ok_or_else(|| fault("kg", "kg_out_of_range"))
    }

    /// What a person does about the payment of one line; still possible after the contract ended.
    pub fn pay(
        &self,
        contract: &Contract,
        actor: &Actor,
        id: LineId,
        command: &payment::Command,
        now: Timestamp,
    ) -> Result<Self, PaymentError> {
        policy::party(actor, command.right(), contract.supplier, contract.buyer)?;
        let line = self.line(id).ok_or(Refusal::Conflict(PaymentConflict::NoSuchLine))?;
        let payment = line.payment.apply(command, actor.user, now).map_err(Refusal::Conflict)?;
        // A payment moves no amount, so the sums cannot leave their range.
        self.with(&Line { payment, ..line.clone() }).ok_or(Refusal::Conflict(PaymentConflict::NotDue))
    }

    fn with(&self, changed: &Line) -> Option<Self> {
        let lines = self.lines.iter().map(|line| if line.id == changed.id { changed.clone() } else { line.clone() });
        let lines: Vec<_> = lines.collect();
        add_up(&lines).map(|_| Self { lines })
    }
}

fn against<T>(conflict: DeliveryConflict) -> Result<T, DeliveryError> {
    Err(Refusal::Conflict(conflict))
}

fn fault(field: &'static str, code: &'static str) -> DeliveryError {
    Refusal::Invalid(vec![FieldError::new(field, code)])
}

/// The plan and the tolerance the contract grants on top of it.
fn most(line: &Line, contract: &Contract) -> Kg {
    contract.terms.conditions.most(line.planned)
}

fn check_dispatch(line: &Line, kg: Kg, most: Kg, today: TradeDay) -> Result<(), DeliveryError> {
    match line.delivery {
        Delivery::Inspecting { .. } | Delivery::Received { .. } => against(DeliveryConflict::AlreadyReceived),
        Delivery::Planned if line.missed(today) => against(DeliveryConflict::Missed),
        Delivery::Planned | Delivery::Dispatched(_) if kg.is_zero() => Err(fault("kg", "kg_out_of_range")),
        Delivery::Planned | Delivery::Dispatched(_) if kg > most => Err(fault("kg", "dispatch_above_tolerance")),
        Delivery::Planned | Delivery::Dispatched(_) => Ok(()),
    }
}

fn add_up(lines: &[Line]) -> Option<Progress> {
    let kg = |of: fn(&Line) -> Kg| Kg::sum(lines.iter().map(of));
    let vnd = |of: fn(&Payment) -> Vnd| Vnd::sum(lines.iter().map(|line| of(&line.payment)));
    Some(Progress {
        contracted: kg(|line| line.planned)?,
        shipped: kg(|line| line.dispatch().map_or(Kg::ZERO, |dispatch| dispatch.kg))?,
        received: kg(|line| line.found().inspected)?,
        accepted: kg(|line| line.found().accepted)?,
        rejected: kg(|line| line.found().rejected)?,
        due: vnd(Payment::due)?,
        declared: vnd(Payment::declared)?,
        confirmed: vnd(Payment::confirmed)?,
    })
}

#[cfg(test)]
mod any_order;
#[cfg(test)]
mod tests;
