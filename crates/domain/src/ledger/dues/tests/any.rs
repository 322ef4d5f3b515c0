//! Whatever people do in any order, the sums agree.
use super::story::{Story, findings, usual};
use crate::account::Side;
use crate::contract::State;
use crate::day::TradeDay;
use crate::delivery::Command as Goods;
use crate::dues::{DueKind, DueTerms};
use crate::ledger::tests::declare;
use crate::ledger::{Ledger, Progress, share};
use crate::money::Vnd;
use crate::payment::{Command as Money, Payment};
use proptest::prelude::*;

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
    Withdraw(usize),
    WithdrawDue(DueKind),
    LateDeposit,
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
        2 => line().prop_map(Step::Withdraw),
        2 => kind().prop_map(Step::WithdrawDue),
        2 => Just(Step::LateDeposit),
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
        Step::Withdraw(line) => story.pay(line, &Money::Withdraw),
        Step::WithdrawDue(kind) => story.pay_due(kind, &Money::Withdraw),
        Step::LateDeposit => story.declare_late(),
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

/// All that the lines come to once no more goods come, less what goes back.
fn owed_at_the_end(story: &Story, ledger: &Ledger) -> Option<i64> {
    let own = |kind| ledger.due(kind).map_or(0, |due| due.payment.due().dong());
    let lines: i64 = ledger.lines().iter().map(|line| line.payment.due().dong()).sum();
    over(story, ledger).then(|| lines + own(DueKind::Deposit) + own(DueKind::Retention) - own(DueKind::Return))
}

/// What was accepted, and what of the deposit stays with the supplier.
fn worth_at_the_end(story: &Story, ledger: &Ledger) -> Option<i64> {
    let books = ledger.books(&story.contract, TradeDay::of(story.now))?;
    over(story, ledger).then(|| story.accepted_value() + books.kept.dong())
}

/// No more goods come, and nobody denies that the deposit came: nothing goes back while they disagree.
fn over(story: &Story, ledger: &Ledger) -> bool {
    let denied = matches!(ledger.due(DueKind::Deposit).unwrap().payment, Payment::Due { disputed: Some(_), .. });
    let books = ledger.books(&story.contract, TradeDay::of(story.now));
    !denied && books.is_some_and(|books| books.retention.is_some())
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
                if matches!(was.payment, Payment::Confirmed { .. }) {
                    prop_assert_eq!(&is.payment, &was.payment, "confirmed money stays");
                }
                if let Some(share) = share(&story.contract, is) {
                    prop_assert!([share.set_off, share.retained, share.debt.amount].iter().all(|amount| *amount >= Vnd::ZERO), "{:?}", share);
                }
            }
            for (was, is) in before.dues().iter().zip(story.ledger.dues()) {
                if matches!(was.payment, Payment::Confirmed { .. }) {
                    prop_assert_eq!(&is.payment, &was.payment, "confirmed money stays");
                }
            }
            prop_assert!(story.ledger.restored(), "what is stored can be read");
            let again = story.ledger.reckoned(&story.contract, TradeDay::of(story.now));
            prop_assert_eq!(&again.reckoned(&story.contract, TradeDay::of(story.now)), &again, "said twice, it is the same");
            let (early, late) = story.early_and_late(30);
            prop_assert_eq!(early, late, "reckoned late, it is what it would have been early");
            prop_assert_eq!(owed_at_the_end(&story, &again), worth_at_the_end(&story, &again));
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
