//! The lines of a contract with a deposit and a retention, whatever people do and whoever ends it.
use super::tests::{buyer, declare, id, morning, supplier};
use super::*;
use crate::account::{Role, Side};
use crate::contract::samples::{actor, agreement, contract_of, day, draft, in_force_of, kg, ledger, limits};
use crate::contract::{Command as End, ContractTerms};
use crate::delivery::{Command as Goods, RejectReason, Rejection};
use crate::dues::DueTerms;
use crate::inspection::Findings;
use crate::payment::Command as Money;
use crate::proposal::{Draft, ProposalTerms};
use chrono::TimeDelta;
use proptest::prelude::*;

const PRICE: i64 = 23_260;

/// Four times six tonnes; a deposit of a fifth, a twentieth kept back.
fn contract(dues: DueTerms) -> Contract {
    let terms = ProposalTerms::new(Draft { dues, ..draft() }).unwrap();
    in_force_of(contract_of(ContractTerms::freeze(agreement(), &terms, &limits()).unwrap()))
}

fn usual() -> DueTerms {
    DueTerms { deposit_percent: 20, deposit_days: 3, retention_percent: 5, retention_days: 15 }
}

fn findings(accepted: i64, rejected: i64) -> Findings {
    let kg = |grams: i64| Kg::from_grams(grams).unwrap();
    let reason = Rejection { kg: kg(rejected), reason: RejectReason::Damaged, note: None };
    Findings::whole(kg(accepted + rejected), kg(accepted), if rejected == 0 { vec![] } else { vec![reason] })
}

struct Story {
    contract: Contract,
    ledger: Ledger,
    now: Timestamp,
}

impl Story {
    fn begin(dues: DueTerms) -> Self {
        let contract = contract(dues);
        Self { ledger: ledger(&contract), contract, now: morning() }
    }

    fn goods(&mut self, number: usize, command: Goods) -> Result<(), DeliveryError> {
        let who = if matches!(command, Goods::Dispatch { .. }) { supplier() } else { buyer() };
        let next = self.ledger.deliver(&self.contract, &who, id(&self.ledger, number), command, self.now)?;
        self.keep(next);
        Ok(())
    }

    /// Sent and decided about.
    fn deliver(&mut self, number: usize, accepted: i64, rejected: i64) -> Option<()> {
        let kg = Kg::from_grams(accepted + rejected).unwrap();
        self.goods(number, Goods::Dispatch { kg, vehicle: None, note: None }).ok()?;
        let Findings { inspected, accepted, rejections, .. } = findings(accepted, rejected);
        self.goods(number, Goods::Receive { received: inspected, accepted, rejections }).ok()
    }

    fn pay(&mut self, number: usize, command: &Money) -> Option<()> {
        let who = if matches!(command, Money::Declare { .. }) { buyer() } else { supplier() };
        let next = self.ledger.pay(&self.contract, &who, id(&self.ledger, number), command, self.now).ok()?;
        self.keep(next);
        Some(())
    }

    fn pay_due(&mut self, kind: DueKind, command: &Money) -> Option<()> {
        let payer = if kind.payer() == Side::Buyer { [buyer(), supplier()] } else { [supplier(), buyer()] };
        let who = &payer[usize::from(!matches!(command, Money::Declare { .. }))];
        let next = self.ledger.pay_due(&self.contract, who, kind, command, self.now).ok()?;
        self.keep(next);
        Some(())
    }

    fn end(&mut self, by: Side) -> Option<()> {
        let command = End::Terminate { reason: "Không làm nữa".parse().unwrap() };
        self.contract = self.contract.apply(&actor(by, Role::Director), command, self.now).ok()?;
        self.ledger = self.ledger.reckoned(&self.contract, TradeDay::of(self.now));
        Some(())
    }

    fn keep(&mut self, next: Ledger) {
        self.ledger = next;
        self.contract = self.contract.beside(&self.ledger, self.now);
    }

    /// What the clock does.
    fn on(&mut self, days: u32) {
        self.now += TimeDelta::days(i64::from(days));
        let reckoned = self.ledger.reckoned(&self.contract, TradeDay::of(self.now));
        if matches!(self.contract.state, State::InForce { .. }) {
            self.keep(reckoned);
        }
    }

    /// The clock runs and nothing is reckoned: the worker stood still, or has not come round yet.
    fn later(&mut self, days: u32) {
        self.now += TimeDelta::days(i64::from(days));
    }

    /// What the ledger would be after so many days, reckoned every day or once at the end.
    fn early_and_late(&self, days: u32) -> (Ledger, Ledger) {
        let today = TradeDay::of(self.now);
        let early = (0..=days).fold(self.ledger.clone(), |ledger, day| ledger.reckoned(&self.contract, today.plus(day)));
        (early, self.ledger.reckoned(&self.contract, today.plus(days)))
    }

    fn owes(&self, kind: DueKind) -> i64 {
        self.ledger.due(kind).unwrap().payment.due().dong()
    }

    fn line(&self, number: usize) -> i64 {
        self.ledger.lines()[number - 1].payment.due().dong()
    }

    fn settle(&mut self) {
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

    fn accepted_value(&self) -> i64 {
        let price = self.contract.terms.price;
        let accepted = self.ledger.lines().iter().filter_map(|line| line.receipt());
        accepted.map(|receipt| price.total(receipt.accepted()).unwrap().dong()).sum()
    }
}

#[test]
fn a_deposit_is_paid_set_off_and_the_rest_is_released_at_the_end() {
    let mut story = Story::begin(DueTerms { deposit_percent: 30, ..usual() });
    let deposit = story.ledger.due(DueKind::Deposit).unwrap().payment.debt().unwrap();
    assert_eq!((deposit.amount.dong(), deposit.on), (7_200 * PRICE, day("2026-11-24")));
    assert_eq!((story.owes(DueKind::Retention), story.owes(DueKind::Return)), (0, 0));
    story.pay_due(DueKind::Deposit, &declare(7_200 * PRICE)).unwrap();
    story.pay_due(DueKind::Deposit, &Money::Confirm).unwrap();
    // A twentieth of six tonnes is kept back; 5.7 of the first and 1.5 of the second were paid ahead.
    for (number, left) in [(1, 0), (2, 4_200), (3, 5_700), (4, 5_700)] {
        story.deliver(number, 6_000_000, 0).unwrap();
        assert_eq!(story.line(number), left * PRICE, "delivery {number}");
        assert_eq!(story.contract.state.code(), "in_force");
    }
    let retention = story.ledger.due(DueKind::Retention).unwrap().payment.debt().unwrap();
    assert_eq!((retention.amount.dong(), retention.on), (1_200 * PRICE, day("2026-12-16")));
    story.settle();
    assert_eq!(story.contract.state.code(), "in_force", "the slip of the first, which nothing is owed for, can still be corrected");
    story.on(3);
    assert_eq!(story.contract.state.code(), "completed");
    assert_eq!(story.ledger.progress().confirmed.dong(), 24_000 * PRICE);
}

#[test]
fn a_correction_after_the_set_off_moves_only_what_nobody_paid() {
    let mut story = Story::begin(DueTerms { retention_percent: 0, ..usual() });
    story.pay_due(DueKind::Deposit, &declare(24_000 * PRICE / 5)).unwrap();
    story.deliver(1, 3_000_000, 0).unwrap();
    story.deliver(2, 6_000_000, 0).unwrap();
    assert_eq!((story.line(1), story.line(2)), (0, (9_000 - 4_800) * PRICE));
    story.pay(2, &declare(4_200 * PRICE)).unwrap();
    story.goods(1, Goods::Correct { number: 1, weighed: None, findings: findings(2_000_000, 1_000_000) }).unwrap();
    assert_eq!((story.line(1), story.line(2)), (0, 4_200 * PRICE), "what was declared stays");
    story.deliver(3, 6_000_000, 0).unwrap();
    assert_eq!(story.line(3), 5_000 * PRICE, "the tonne that was paid ahead and is not there pays the next one");
    let late = story.goods(2, Goods::Correct { number: 1, weighed: None, findings: findings(5_000_000, 1_000_000) });
    assert_eq!(late, Err(Refusal::Conflict(DeliveryConflict::Paid)));
}

#[test]
fn whose_the_rest_is_follows_who_ended_it() {
    for (by, back, kept) in [(Side::Supplier, 1_800, 0), (Side::Buyer, 0, 1_800)] {
        let mut story = Story::begin(DueTerms { retention_percent: 0, ..usual() });
        story.pay_due(DueKind::Deposit, &declare(4_800 * PRICE)).unwrap();
        story.deliver(1, 3_000_000, 0).unwrap();
        story.end(by).unwrap();
        assert_eq!(story.owes(DueKind::Return), back * PRICE);
        let books = story.ledger.books(&story.contract, TradeDay::of(story.now)).unwrap();
        assert_eq!(books.kept.dong(), kept * PRICE);
        if back > 0 {
            let wrong = story.ledger.pay_due(&story.contract, &buyer(), DueKind::Return, &declare(back * PRICE), story.now);
            assert!(matches!(wrong, Err(Refusal::Denied(_))), "the supplier gives back");
            story.pay_due(DueKind::Return, &declare(back * PRICE)).unwrap();
            story.pay_due(DueKind::Return, &Money::Confirm).unwrap();
        }
    }
}

#[test]
fn ending_a_contract_moves_no_day_that_was_set_and_cuts_nothing_off_after_the_last_delivery() {
    let mut story = Story::begin(usual());
    story.pay_due(DueKind::Deposit, &declare(4_800 * PRICE)).unwrap();
    (1..=4).for_each(|number| story.deliver(number, 6_000_000, 0).unwrap());
    let day = |story: &Story, kind| story.ledger.due(kind).unwrap().payment.debt().unwrap().on;
    let released = day(&story, DueKind::Retention);
    story.on(40);
    story.end(Side::Supplier).unwrap();
    assert_eq!(day(&story, DueKind::Retention), released, "it was overdue and stays so");
    assert_eq!(story.ledger.cut_off_by(&story.contract), None);

    let mut story = Story::begin(DueTerms { deposit_percent: 50, ..usual() });
    story.pay_due(DueKind::Deposit, &declare(12_000 * PRICE)).unwrap();
    (1..=4).for_each(|number| story.deliver(number, 1_000_000, 0).unwrap());
    let goes_back = day(&story, DueKind::Return);
    story.on(40);
    story.end(Side::Buyer).unwrap();
    assert_eq!(day(&story, DueKind::Return), goes_back);
}

#[test]
fn no_more_is_paid_than_owed_while_a_return_is_open() {
    let mut story = Story::begin(usual());
    story.pay_due(DueKind::Deposit, &declare(4_800 * PRICE)).unwrap();
    story.pay_due(DueKind::Deposit, &Money::Confirm).unwrap();
    story.deliver(1, 1_000_000, 0).unwrap();
    story.end(Side::Supplier).unwrap();
    assert_eq!(story.owes(DueKind::Return), 3_800 * PRICE);
    let Progress { due, declared, confirmed, .. } = story.ledger.progress();
    assert_eq!([due, declared, confirmed].map(Vnd::dong), [1_000 * PRICE; 3], "the goods that came are paid");
}

#[test]
fn a_return_takes_nothing_off_goods_that_were_paid_while_the_deposit_is_only_declared() {
    let mut story = Story::begin(usual());
    story.deliver(1, 3_000_000, 0).unwrap();
    story.deliver(2, 6_000_000, 0).unwrap();
    let goods = story.line(2);
    story.pay(2, &declare(goods)).unwrap();
    story.pay(2, &Money::Confirm).unwrap();
    story.pay_due(DueKind::Deposit, &declare(4_800 * PRICE)).unwrap();
    // A part of the deposit is free again, and what was paid for the second delivery stays.
    story.goods(1, Goods::Correct { number: 1, weighed: None, findings: findings(1_000_000, 2_000_000) }).unwrap();
    story.end(Side::Supplier).unwrap();
    assert!(goods > 0 && story.owes(DueKind::Return) > 0);
    let confirmed = story.ledger.progress().confirmed.dong();
    assert_eq!(confirmed, goods, "what the supplier confirmed stays confirmed");
}

#[test]
fn a_correction_is_open_only_while_money_of_the_end_is_not_sent() {
    let mut story = Story::begin(usual());
    (1..=4).for_each(|number| story.deliver(number, 6_000_000, 0).unwrap());
    let open = |story: &Story| story.ledger.correct_until(&story.contract, &story.ledger.lines()[3]);
    assert!(open(&story).unwrap().is_some());
    story.pay_due(DueKind::Retention, &declare(story.owes(DueKind::Retention))).unwrap();
    assert_eq!(open(&story), Err(DeliveryConflict::Paid));
    let late = story.goods(4, Goods::Correct { number: 1, weighed: None, findings: findings(5_000_000, 1_000_000) });
    assert_eq!(late, Err(Refusal::Conflict(DeliveryConflict::Paid)));
}

#[test]
fn a_deposit_that_never_came_is_not_asked_for_once_nothing_comes() {
    let mut story = Story::begin(usual());
    story.on(60);
    assert_eq!((story.owes(DueKind::Deposit), story.owes(DueKind::Return)), (0, 0));
    assert_eq!(story.contract.state.code(), "completed", "every delivery was missed");
}

#[test]
fn a_deposit_in_dispute_gives_nothing_back_until_both_agree_that_it_came() {
    let mut story = Story::begin(usual());
    story.pay_due(DueKind::Deposit, &declare(4_800 * PRICE)).unwrap();
    story.on(60);
    assert_eq!(story.owes(DueKind::Return), 4_800 * PRICE);
    story.pay_due(DueKind::Deposit, &Money::Dispute { note: "Chưa nhận".parse().unwrap() }).unwrap();
    assert_eq!((story.owes(DueKind::Deposit), story.owes(DueKind::Return)), (4_800 * PRICE, 0));
    story.settle();
    assert_eq!(story.contract.state.code(), "completed");
}

#[test]
fn without_both_a_contract_has_no_debts_of_its_own() {
    let story = Story::begin(DueTerms::default());
    assert!(story.ledger.dues().is_empty() && story.ledger.books(&story.contract, day("2026-12-01")).is_none());
    let asked = story.ledger.pay_due(&story.contract, &buyer(), DueKind::Deposit, &declare(1), story.now);
    assert_eq!(asked, Err(Refusal::Conflict(PaymentConflict::NoSuchLine)));
    assert_eq!(kg("24000"), story.contract.terms.total_kg);
}

#[derive(Debug, Clone)]
enum Step {
    Deliver(usize, i64, i64),
    Correct(usize, i64),
    Pay(usize),
    Confirm(usize),
    Dispute(usize),
    PayDue(DueKind),
    ConfirmDue(DueKind),
    DisputeDue(DueKind),
    End(Side),
    Days(u32),
    Later(u32),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let line = || 1..=4usize;
    let kind = || prop::sample::select(DueKind::ALL.to_vec());
    let step = prop_oneof![
        6 => (line(), 0..6_300_000i64, 0..1_000_000i64).prop_map(|(line, accepted, rejected)| Step::Deliver(line, accepted, rejected)),
        3 => (line(), 0..6_300_000i64).prop_map(|(line, accepted)| Step::Correct(line, accepted)),
        4 => line().prop_map(Step::Pay),
        3 => line().prop_map(Step::Confirm),
        1 => line().prop_map(Step::Dispute),
        4 => kind().prop_map(Step::PayDue),
        3 => kind().prop_map(Step::ConfirmDue),
        1 => kind().prop_map(Step::DisputeDue),
        1 => prop::sample::select(Side::BOTH.to_vec()).prop_map(Step::End),
        2 => (0..12u32).prop_map(Step::Days),
        1 => (0..12u32).prop_map(Step::Later),
    ];
    prop::collection::vec(step, 0..50)
}

fn take(story: &mut Story, step: &Step) {
    let note = || "Chưa nhận".parse().unwrap();
    match *step {
        Step::Deliver(line, accepted, rejected) => story.deliver(line, accepted, rejected),
        Step::Correct(line, accepted) => {
            let received = story.ledger.lines()[line - 1].receipt().map_or(0, |receipt| receipt.received().grams());
            let (accepted, rejected) = (accepted.min(received), received - accepted.min(received));
            let number = u16::try_from(story.ledger.lines()[line - 1].inspections().map_or(1, |all| all.entries().len())).unwrap();
            story.goods(line, Goods::Correct { number, weighed: None, findings: findings(accepted, rejected) }).ok()
        }
        Step::Pay(line) => story.pay(line, &declare(story.line(line))),
        Step::Confirm(line) => story.pay(line, &Money::Confirm),
        Step::Dispute(line) => story.pay(line, &Money::Dispute { note: note() }),
        Step::PayDue(kind) => story.pay_due(kind, &declare(story.owes(kind))),
        Step::ConfirmDue(kind) => story.pay_due(kind, &Money::Confirm),
        Step::DisputeDue(kind) => story.pay_due(kind, &Money::Dispute { note: note() }),
        Step::End(by) => story.end(by),
        Step::Days(days) => {
            story.on(days);
            Some(())
        }
        Step::Later(days) => {
            story.later(days);
            Some(())
        }
    };
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever happens, no debt is below nothing or above its goods, what was paid never changes, and at the end the lines come to
    /// what was accepted.
    #[test]
    fn any_story_comes_to_what_was_accepted(steps in steps(), deposit_percent in 1..=50u8, retention_percent in 1..=10u8) {
        let mut story = Story::begin(DueTerms { deposit_percent, retention_percent, ..usual() });
        for step in &steps {
            let before = story.ledger.clone();
            take(&mut story, step);
            for (was, is) in before.lines().iter().zip(story.ledger.lines()) {
                if let (Payment::Confirmed { .. }, was) = (&was.payment, &was.payment) {
                    prop_assert_eq!(&is.payment, was, "confirmed money stays");
                }
                if let Some(share) = share(&story.contract, is) {
                    prop_assert!([share.set_off, share.retained, share.debt.amount].iter().all(|amount| *amount >= Vnd::ZERO), "{:?}", share);
                }
            }
            prop_assert!(story.ledger.restored(), "what is stored can be read");
            let again = story.ledger.reckoned(&story.contract, TradeDay::of(story.now));
            if !matches!(story.contract.state, State::Completed { .. }) {
                prop_assert_eq!(&again.reckoned(&story.contract, TradeDay::of(story.now)), &again, "said twice, it is the same");
                let (early, late) = story.early_and_late(30);
                prop_assert_eq!(early, late, "reckoned late, it is what it would have been early");
            }
            let Progress { due, declared, confirmed, .. } = story.ledger.progress();
            prop_assert!(confirmed <= declared && declared <= due, "no more is paid than owed");
            let books = story.ledger.books(&story.contract, TradeDay::of(story.now)).unwrap();
            let set_off: i64 = books.deliveries.iter().map(|share| share.set_off.dong()).sum();
            prop_assert!(set_off <= story.contract.terms.dues.deposit_of(story.contract.terms.total).dong());
        }
        // Nothing more is sent; what is on the road arrives, the clock runs, everybody pays.
        story.on(60);
        story.settle();
        let running = matches!(story.contract.state, State::InForce { .. });
        prop_assert!(!running, "no dead end: {:?}", story.ledger);
        let books = story.ledger.books(&story.contract, TradeDay::of(story.now)).unwrap();
        let progress = story.ledger.progress();
        prop_assert_eq!(progress.due.dong(), story.accepted_value() + books.kept.dong());
        prop_assert_eq!(progress.confirmed, progress.due);
    }
}

impl Ledger {
    fn restored(&self) -> bool {
        Self::restore(self.lines.clone(), self.dues.clone()).as_ref() == Ok(self)
    }
}
