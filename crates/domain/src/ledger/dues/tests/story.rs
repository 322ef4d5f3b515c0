//! A contract with a deposit and a retention, and what people do about it.
use crate::account::{Role, Side};
use crate::contract::samples::{actor, agreement, contract_of, draft, in_force_of, ledger, limits};
use crate::contract::{Command as End, Contract, ContractTerms, State};
use crate::day::{Timestamp, TradeDay};
use crate::delivery::{Command as Goods, DeliveryError, RejectReason, Rejection};
use crate::dues::{DueKind, DueTerms};
use crate::inspection::Findings;
use crate::ledger::Ledger;
use crate::ledger::tests::{buyer, declare, id, morning, supplier};
use crate::payment::Command as Money;
use crate::proposal::{Draft, ProposalTerms};
use crate::quantity::Kg;
use chrono::TimeDelta;

pub(super) const PRICE: i64 = 23_260;

/// Four times six tonnes; a deposit of a fifth, a twentieth kept back.
pub(super) fn contract(dues: DueTerms) -> Contract {
    let terms = ProposalTerms::new(Draft { dues, ..draft() }).unwrap();
    in_force_of(contract_of(ContractTerms::freeze(agreement(), &terms, &limits()).unwrap()))
}

pub(super) fn usual() -> DueTerms {
    DueTerms { deposit_percent: 20, deposit_days: 3, retention_percent: 5, retention_days: 15 }
}

pub(super) fn findings(accepted: i64, rejected: i64) -> Findings {
    let kg = |grams: i64| Kg::from_grams(grams).unwrap();
    let reason = Rejection { kg: kg(rejected), reason: RejectReason::Damaged, note: None };
    Findings::whole(kg(accepted + rejected), kg(accepted), if rejected == 0 { vec![] } else { vec![reason] })
}

const fn of_payer(command: &Money) -> bool {
    matches!(command, Money::Declare { .. } | Money::Withdraw)
}

pub(super) struct Story {
    pub contract: Contract,
    pub ledger: Ledger,
    pub now: Timestamp,
}

impl Story {
    pub fn begin(dues: DueTerms) -> Self {
        let contract = contract(dues);
        Self { ledger: ledger(&contract), contract, now: morning() }
    }

    pub fn goods(&mut self, number: usize, command: Goods) -> Result<(), DeliveryError> {
        let who = if matches!(command, Goods::Dispatch { .. }) { supplier() } else { buyer() };
        let next = self.ledger.deliver(&self.contract, &who, id(&self.ledger, number), command, self.now)?;
        self.keep(next);
        Ok(())
    }

    /// Sent and decided about.
    pub fn deliver(&mut self, number: usize, accepted: i64, rejected: i64) -> Option<()> {
        let kg = Kg::from_grams(accepted + rejected).unwrap();
        self.goods(number, Goods::Dispatch { kg, vehicle: None, note: None }).ok()?;
        let Findings { inspected, accepted, rejections, .. } = findings(accepted, rejected);
        self.goods(number, Goods::Receive { received: inspected, accepted, rejections }).ok()
    }

    pub fn pay(&mut self, number: usize, command: &Money) -> Option<()> {
        let who = if of_payer(command) { buyer() } else { supplier() };
        let next = self.ledger.pay(&self.contract, &who, id(&self.ledger, number), command, self.now).ok()?;
        self.keep(next);
        Some(())
    }

    pub fn pay_due(&mut self, kind: DueKind, command: &Money) -> Option<()> {
        let payer = if kind.payer() == Side::Buyer { [buyer(), supplier()] } else { [supplier(), buyer()] };
        let who = &payer[usize::from(!of_payer(command))];
        let next = self.ledger.pay_due(&self.contract, who, kind, command, self.now).ok()?;
        self.keep(next);
        Some(())
    }

    pub fn end(&mut self, by: Side) -> Option<()> {
        let command = End::Terminate { reason: "Không làm nữa".parse().unwrap() };
        self.contract = self.contract.apply(&actor(by, Role::Director), command, self.now).ok()?;
        self.ledger = self.ledger.reckoned(&self.contract, TradeDay::of(self.now));
        Some(())
    }

    pub fn keep(&mut self, next: Ledger) {
        // What changed nothing is not written: a second tap completes no contract.
        if next == self.ledger {
            return;
        }
        self.ledger = next;
        self.contract = self.contract.beside(&self.ledger, self.now);
    }

    /// What the clock does.
    pub fn on(&mut self, days: u32) {
        self.now += TimeDelta::days(i64::from(days));
        let reckoned = self.ledger.reckoned(&self.contract, TradeDay::of(self.now));
        if matches!(self.contract.state, State::InForce { .. }) {
            self.ledger = reckoned;
            self.contract = self.contract.beside(&self.ledger, self.now);
        }
    }

    /// The clock runs and nothing is reckoned: the worker stood still, or has not come round yet.
    pub fn later(&mut self, days: u32) {
        self.now += TimeDelta::days(i64::from(days));
    }

    /// What the ledger would be after so many days, reckoned every day or once at the end.
    pub fn early_and_late(&self, days: u32) -> (Ledger, Ledger) {
        let today = TradeDay::of(self.now);
        let early = (0..=days).fold(self.ledger.clone(), |ledger, day| ledger.reckoned(&self.contract, today.plus(day)));
        (early, self.ledger.reckoned(&self.contract, today.plus(days)))
    }

    pub fn owes(&self, kind: DueKind) -> i64 {
        self.ledger.due(kind).unwrap().payment.due().dong()
    }

    pub fn line(&self, number: usize) -> i64 {
        self.ledger.lines()[number - 1].payment.due().dong()
    }

    pub fn settle(&mut self) {
        for kind in DueKind::ALL {
            let amount = self.owes(*kind);
            self.pay_due(*kind, &declare(amount));
            self.pay_due(*kind, &Money::Confirm);
        }
        for number in 1..=4 {
            self.pay(number, &declare(self.line(number)));
            self.pay(number, &Money::Confirm);
        }
    }

    /// The buyer says after the end that the whole deposit came.
    pub fn declare_late(&mut self) -> Option<()> {
        let late = self.ledger.late_deposit(&self.contract, TradeDay::of(self.now))?;
        self.pay_due(DueKind::Deposit, &declare(late.amount.dong()))
    }

    pub fn accepted_value(&self) -> i64 {
        let price = self.contract.terms.price;
        let accepted = self.ledger.lines().iter().filter_map(|line| line.receipt());
        accepted.map(|receipt| price.total(receipt.accepted()).unwrap().dong()).sum()
    }
}
