//! Writes on the lines and on the contract's own debts what [`crate::dues::reckon`] says. Money that somebody said was paid, or denied,
//! stays as it is; a contract without deposit and retention is never touched.
use super::Ledger;
use crate::account::Side;
use crate::contract::{Contract, State};
use crate::day::{Timestamp, TradeDay};
use crate::delivery::{Delivery, Line};
use crate::dues::{self, Accepted, Books, Due, DueKind, End, Given, Reckoning, Rest, Share};
use crate::id::LineId;
use crate::money::Vnd;
use crate::payment::{Debt, Payment};

/// A debt would become nothing while the two sides disagree whether it was paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Disputed;

impl Ledger {
    /// The same goods with every debt as it stands on this day.
    #[must_use]
    pub fn reckoned(&self, contract: &Contract, today: TradeDay) -> Self {
        self.write(contract, today, None).unwrap_or_else(|Disputed| self.clone())
    }

    /// `changed` is the line somebody just wrote on: its debt follows the goods even while it is denied that it was paid.
    pub(super) fn write(&self, contract: &Contract, today: TradeDay, changed: Option<LineId>) -> Result<Self, Disputed> {
        if contract.terms.dues.is_none() {
            return Ok(self.clone());
        }
        let reckoning = self.reckoning(contract, today, changed);
        let mut next = self.clone();
        for (line, share) in self.accepted(contract).into_iter().zip(&reckoning.deliveries) {
            let stays = fixed(&line.payment) && (changed != Some(line.id) || paid(&line.payment));
            if let Some(row) = next.lines.iter_mut().find(|row| row.id == line.id).filter(|_| !stays) {
                row.payment = owed(&line.payment, share.debt)?;
            }
        }
        for due in &mut next.dues {
            let debt = match due.kind {
                DueKind::Deposit => Some(reckoning.deposit),
                DueKind::Retention => reckoning.retention,
                DueKind::Return => reckoning.given_back,
            };
            if !fixed(&due.payment) {
                due.payment = debt.map_or(Ok(Payment::None), |debt| owed(&due.payment, debt))?;
            }
        }
        Ok(next)
    }

    /// Every due line as it stands; `changed` as above.
    fn reckoning(&self, contract: &Contract, today: TradeDay, changed: Option<LineId>) -> Reckoning {
        let terms = contract.terms.dues;
        let delivery = |line: &&Line| {
            let value = value(contract, line);
            let on = line.receipt().map_or(today, |receipt| TradeDay::of(receipt.at));
            let stands = fixed(&line.payment) && (changed != Some(line.id) || paid(&line.payment));
            let rest = value.dong() - terms.retained_of(value).dong() - line.payment.due().dong();
            Accepted {
                value,
                due_on: on.plus(contract.terms.payment_days.into()),
                accepted_on: on,
                fixed: stands.then(|| Vnd::new(rest.max(0))),
            }
        };
        let accepted: Vec<_> = self.accepted(contract).iter().map(delivery).collect();
        dues::reckon(&Books {
            terms,
            value: contract.terms.total,
            signed_on: signed_on(contract),
            deposit: self.given(),
            accepted: &accepted,
            retention: self.fixed(DueKind::Retention),
            given_back: self.fixed(DueKind::Return),
            end: self.end(contract, today),
        })
    }

    /// What the contract owes beside its deliveries, with the sums that stand behind it; nothing for a contract that has none of it.
    pub fn books(&self, contract: &Contract, today: TradeDay) -> Option<Reckoning> {
        (!contract.terms.dues.is_none()).then(|| self.reckoning(contract, today, None))
    }

    pub fn due(&self, kind: DueKind) -> Option<&Due> {
        self.dues.iter().find(|due| due.kind == kind)
    }

    /// What somebody said was paid of one of them, or denied: it stays as it is.
    fn fixed(&self, kind: DueKind) -> Option<Vnd> {
        self.due(kind).filter(|due| fixed(&due.payment)).map(|due| due.payment.due())
    }

    /// What the buyer may still say it paid ahead when nobody said so while goods could come: all that was promised, whatever of it is
    /// owed at the end. Nothing where that is no more than what is owed anyway.
    pub fn late_deposit(&self, contract: &Contract, today: TradeDay) -> Option<Debt> {
        let owed = self.due(DueKind::Deposit)?.payment.due();
        let terms = contract.terms.dues;
        // Nobody asked for all of it since the end: denied, it is late from the day on which it was said, not from the old one.
        let on = signed_on(contract).plus(terms.deposit_days.into()).max(today);
        let debt = Debt { amount: terms.deposit_of(contract.terms.total), on };
        let over = contract.signatures.len() == Side::BOTH.len() && self.end(contract, today).is_some();
        (over && self.given() == Given::No && debt.amount > owed).then_some(debt)
    }

    /// The supplier said that it gave the rest of the deposit back, or the buyer that this never came: the deposit was paid then.
    pub(super) fn return_is_fixed(&self) -> bool {
        self.fixed(DueKind::Return).is_some()
    }

    /// Money about the end was declared, or is in dispute: what it was reckoned from does not change any more.
    pub(super) fn end_is_fixed(&self) -> bool {
        self.dues.iter().any(|due| due.kind != DueKind::Deposit && fixed(&due.payment))
    }

    /// The first accepted first.
    fn accepted(&self, contract: &Contract) -> Vec<&Line> {
        let mut lines: Vec<_> = self.lines.iter().filter(|line| value(contract, line) > Vnd::ZERO).collect();
        lines.sort_by_key(|line| (line.receipt().map(|receipt| receipt.at), line.number));
        lines
    }

    fn given(&self) -> Given {
        match self.due(DueKind::Deposit).map(|due| &due.payment) {
            Some(Payment::Declared { debt, declared } | Payment::Confirmed { debt, declared, .. }) => {
                Given::Yes { amount: debt.amount, since: TradeDay::of(declared.at) }
            }
            Some(Payment::Due { debt, disputed: Some(_) }) => Given::Denied(debt.amount),
            Some(Payment::None | Payment::Due { disputed: None, .. }) | None => Given::No,
        }
    }

    /// Since when no more goods will come. Ending a contract ends only what was still to come: where everything had been delivered or
    /// missed before, the day that was set then stays.
    fn end(&self, contract: &Contract, today: TradeDay) -> Option<End> {
        let last = ended(contract).map_or(today, |(_, day)| day);
        let mut on = None;
        for line in &self.lines {
            let day = match &line.delivery {
                Delivery::Received { receipt, .. } => TradeDay::of(receipt.at),
                Delivery::Planned if line.missed(last) => line.missed_on(),
                Delivery::Planned => ended(contract)?.1,
                Delivery::Dispatched(_) | Delivery::Inspecting { .. } => return None,
            };
            on = on.max(Some(day));
        }
        let rest = if self.cut_off_by(contract) == Some(Side::Buyer) { Rest::StaysWithSupplier } else { Rest::GoesBack };
        on.map(|on| End { on, rest })
    }

    /// Who ended the contract while goods were still to come; nobody where nothing was cut off.
    pub fn cut_off_by(&self, contract: &Contract) -> Option<Side> {
        let (by, day) = ended(contract)?;
        let still_to_come = |line: &Line| matches!(line.delivery, Delivery::Planned) && !line.missed(day);
        self.lines.iter().any(still_to_come).then_some(by)
    }
}

/// By whom and when a contract was ended before its time.
fn ended(contract: &Contract) -> Option<(Side, TradeDay)> {
    match &contract.state {
        State::Terminated { by, at, .. } => Some((*by, TradeDay::of(*at))),
        _ => None,
    }
}

/// How the value of an accepted delivery is made up; nothing for a contract that has no deposit and no retention.
pub fn share(contract: &Contract, line: &Line) -> Option<Share> {
    let terms = contract.terms.dues;
    let receipt = line.receipt().filter(|_| !terms.is_none())?;
    let value = value(contract, line);
    let (retained, left) = (terms.retained_of(value), line.payment.due());
    let set_off = Vnd::new(value.dong() - retained.dong() - left.dong());
    let on = line.payment.debt().map_or(TradeDay::of(receipt.at), |debt| debt.on);
    Some(Share { set_off, retained, debt: Debt { amount: left, on } })
}

/// What was accepted of a line, once everything was decided.
fn value(contract: &Contract, line: &Line) -> Vnd {
    line.receipt().and_then(|receipt| contract.terms.price.total(receipt.accepted())).unwrap_or_default()
}

/// The day of the last signature.
fn signed_on(contract: &Contract) -> TradeDay {
    let last: Option<Timestamp> = contract.signatures.iter().map(|signature| signature.at).max();
    last.map_or(contract.terms.made_on, TradeDay::of)
}

const fn paid(payment: &Payment) -> bool {
    matches!(payment, Payment::Declared { .. } | Payment::Confirmed { .. })
}

const fn fixed(payment: &Payment) -> bool {
    paid(payment) || matches!(payment, Payment::Due { disputed: Some(_), .. })
}

/// The payment with another debt; whether somebody denied it stays.
fn owed(before: &Payment, debt: Debt) -> Result<Payment, Disputed> {
    let disputed = match before {
        Payment::Due { disputed, .. } => disputed.clone(),
        _ => None,
    };
    match (debt.amount > Vnd::ZERO, disputed) {
        (true, disputed) => Ok(Payment::Due { debt, disputed }),
        (false, None) => Ok(Payment::None),
        (false, Some(_)) => Err(Disputed),
    }
}

#[cfg(test)]
mod tests;
