//! The delivery lines of one contract with their payments, the debts that belong to the contract itself, and what they add up to.
mod days;
mod dues;
mod receive;

pub use dues::share;

use crate::account::Actor;
use crate::contract::{Contract, State};
use crate::day::{Timestamp, TradeDay};
use crate::delivery::{self, Delivery, DeliveryConflict, DeliveryError, Dispatch, Line};
use crate::delivery_day::DeliveryDay;
use crate::dues::{Due, DueKind};
use crate::error::{FieldError, Refusal};
use crate::id::LineId;
use crate::money::Vnd;
use crate::payment::{self, Payment, PaymentConflict, PaymentError};
use crate::policy;
use crate::quantity::Kg;
use uuid::Uuid;

/// All lines of a contract, in order of delivery. Their sums always fit: a command that would break that is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    lines: Vec<Line>,
    /// Deposit, retention and what goes back, as far as the terms know them.
    dues: Vec<Due>,
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
    /// What the buyer owes by now, paid or not, less what goes back of the deposit: at the end what the accepted goods are worth, and what
    /// of a deposit stays with the supplier.
    pub due: Vnd,
    /// What of it the buyer says was paid, the confirmed part included. Never above `due`.
    pub declared: Vnd,
    pub confirmed: Vnd,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("ledger_out_of_range")]
pub struct LedgerError;

impl Ledger {
    /// What a contract starts with on the day of the last signature; `ids` gives everything its id.
    pub fn open(contract: &Contract, mut ids: impl FnMut() -> Uuid, today: TradeDay) -> Self {
        let lines = contract.terms.lines.iter().map(|promised| Line {
            id: ids().into(),
            number: promised.number,
            window: promised.window,
            day: DeliveryDay::default(),
            planned: promised.kg,
            delivery: Delivery::Planned,
            payment: Payment::None,
        });
        let lines = lines.collect();
        let dues = DueKind::of(contract.terms.dues).map(|kind| Due { id: ids().into(), kind, payment: Payment::None });
        let open = Self { lines, dues: dues.collect() };
        // Before both have signed nothing is owed.
        if matches!(contract.state, State::InForce { .. }) { open.reckoned(contract, today) } else { open }
    }

    /// Lines as they were stored.
    pub fn restore(mut lines: Vec<Line>, mut dues: Vec<Due>) -> Result<Self, LedgerError> {
        lines.sort_by_key(|line| line.number);
        dues.sort_by_key(|due| due.kind);
        add_up(&lines, &dues).map(|_| Self { lines, dues }).ok_or(LedgerError)
    }

    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    pub fn dues(&self) -> &[Due] {
        &self.dues
    }

    pub fn line(&self, id: LineId) -> Option<&Line> {
        self.lines.iter().find(|line| line.id == id)
    }

    pub fn progress(&self) -> Progress {
        add_up(&self.lines, &self.dues).expect("the sums were checked when the ledger was made")
    }

    pub fn settled(&self, complaint_hours: u8, now: Timestamp) -> bool {
        self.lines.iter().all(|line| line.settled(complaint_hours, now)) && self.dues.iter().all(Due::settled)
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
            other => {
                if matches!(other, delivery::Command::Correct { .. }) && line.receipt().is_some() {
                    let until = self.correct_until(contract, line).map_err(Refusal::Conflict)?;
                    if until.is_some_and(|until| now > until) {
                        return against(DeliveryConflict::Final);
                    }
                }
                receive::apply(line, contract, actor.user, other, now)?
            }
        };
        let next = self.with(&next).ok_or_else(|| fault("kg", "kg_out_of_range"))?;
        next.write(contract, TradeDay::of(now), Some(id)).map_err(|dues::Disputed| fault("accepted", "disputed_keeps_debt"))
    }

    /// Until when an entry of a line can be corrected once everything was decided: it needs a contract that is not over, and money not yet
    /// sent. What is offered asks the same as what is accepted.
    pub fn correct_until(&self, contract: &Contract, line: &Line) -> Result<Option<Timestamp>, DeliveryConflict> {
        if matches!(contract.state, State::Completed { .. }) {
            return Err(DeliveryConflict::NotInForce);
        }
        if matches!(line.payment, Payment::Declared { .. } | Payment::Confirmed { .. }) || self.end_is_fixed() {
            return Err(DeliveryConflict::Paid);
        }
        Ok(line.correct_until(contract.terms.conditions.complaint_hours))
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
        let paid = self.with(&Line { payment, ..line.clone() }).ok_or(Refusal::Conflict(PaymentConflict::NotDue))?;
        // The last line may have become a missed one since anybody looked: then what was kept back is owed from now on.
        Ok(paid.reckoned(contract, TradeDay::of(now)))
    }

    /// The same about one of the contract's own debts. Whether a deposit came decides what goes back at the end.
    pub fn pay_due(
        &self,
        contract: &Contract,
        actor: &Actor,
        kind: DueKind,
        command: &payment::Command,
        now: Timestamp,
    ) -> Result<Self, PaymentError> {
        policy::party(actor, kind.right(command), contract.supplier, contract.buyer)?;
        let due = self.due(kind).ok_or(Refusal::Conflict(PaymentConflict::NoSuchLine))?;
        if kind == DueKind::Deposit && matches!(command, payment::Command::Withdraw) && self.return_is_fixed() {
            return Err(Refusal::Conflict(PaymentConflict::GoesBack));
        }
        let owed = self.owed(contract, due, command, TradeDay::of(now));
        let payment = owed.apply(command, actor.user, now).map_err(Refusal::Conflict)?;
        if payment == due.payment {
            return Ok(self.clone());
        }
        let paid = |due: &Due| if due.kind == kind { Due { payment: payment.clone(), ..due.clone() } } else { due.clone() };
        let next = Self { lines: self.lines.clone(), dues: self.dues.iter().map(paid).collect() };
        Ok(next.reckoned(contract, TradeDay::of(now)))
    }

    /// What a command is about: a deposit of which nobody said anything before the end can still be said to have come, all of it.
    fn owed(&self, contract: &Contract, due: &Due, command: &payment::Command, today: TradeDay) -> Payment {
        let late = match (due.kind, command) {
            (DueKind::Deposit, payment::Command::Declare { amount, .. }) => {
                let late = self.late_deposit(contract, today);
                late.filter(|late| late.amount == *amount || due.payment == Payment::None)
            }
            _ => None,
        };
        late.map_or_else(|| due.payment.clone(), |debt| Payment::Due { debt, disputed: None })
    }

    fn with(&self, changed: &Line) -> Option<Self> {
        let lines = self.lines.iter().map(|line| if line.id == changed.id { changed.clone() } else { line.clone() });
        let lines: Vec<_> = lines.collect();
        add_up(&lines, &self.dues).map(|_| Self { lines, dues: self.dues.clone() })
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

fn add_up(lines: &[Line], dues: &[Due]) -> Option<Progress> {
    let kg = |of: fn(&Line) -> Kg| Kg::sum(lines.iter().map(of));
    // What goes back never paid for goods: it counts neither as owed nor as paid, so that no more is ever paid than owed, whether or not
    // it has gone back already. It is a part of the deposit, so it takes nothing off money that came for goods while the deposit is only
    // declared.
    let back = Vnd::sum(dues.iter().filter(|due| due.kind == DueKind::Return).map(|due| due.payment.due()))?;
    let vnd = |of: fn(&Payment) -> Vnd| {
        let own = dues.iter().map(|due| match due.kind {
            DueKind::Deposit => Vnd::new((of(&due.payment).dong() - back.dong()).max(0)),
            DueKind::Retention => of(&due.payment),
            DueKind::Return => Vnd::ZERO,
        });
        Vnd::sum(lines.iter().map(|line| of(&line.payment)).chain(own))
    };
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
