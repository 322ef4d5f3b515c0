//! Whatever people do with a ledger, in whatever order.
use super::tests::{buyer, declare, id, morning, supplier};
use super::*;
use crate::contract::samples::{in_force, ledger};
use crate::delivery::{Command as Goods, RejectReason, Rejection};
use crate::payment::Command as Money;
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Step {
    Dispatch(usize, i64),
    Receive(usize, i64, i64),
    Declare(usize, bool),
    Confirm(usize),
    Dispute(usize),
    Days(u32),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let line = || 1..=4usize;
    let step = prop_oneof![
        4 => (line(), 0..7_000_000i64).prop_map(|(line, grams)| Step::Dispatch(line, grams)),
        4 => (line(), 0..7_000_000i64, 0..100i64).prop_map(|(line, grams, share)| Step::Receive(line, grams, share)),
        4 => (line(), prop::bool::weighted(0.9)).prop_map(|(line, right)| Step::Declare(line, right)),
        4 => line().prop_map(Step::Confirm),
        1 => line().prop_map(Step::Dispute),
        2 => (0..12u32).prop_map(Step::Days),
    ];
    prop::collection::vec(step, 0..60)
}

fn take(ledger: &Ledger, contract: &Contract, step: &Step, now: Timestamp) -> Option<Ledger> {
    let goods = |who: &Actor, line: usize, command| ledger.deliver(contract, who, id(ledger, line), command, now).ok();
    let money = |who: &Actor, line: usize, command: &Money| ledger.pay(contract, who, id(ledger, line), command, now).ok();
    match step {
        Step::Days(_) => None,
        Step::Dispatch(line, grams) => {
            goods(&supplier(), *line, Goods::Dispatch { kg: Kg::from_grams(*grams).unwrap(), vehicle: None, note: None })
        }
        Step::Receive(line, grams, share) => {
            let (received, accepted) = (Kg::from_grams(*grams).unwrap(), Kg::from_grams(grams * share / 100).unwrap());
            let rejected = received.checked_sub(accepted).unwrap();
            let reason = RejectReason::Damaged;
            let rejections = if rejected.is_zero() { vec![] } else { vec![Rejection { kg: rejected, reason, note: None }] };
            goods(&buyer(), *line, Goods::Receive { received, accepted, rejections })
        }
        Step::Declare(line, right) => {
            let due = ledger.lines()[line - 1].payment.due().dong();
            money(&buyer(), *line, &declare(if *right { due } else { due + 1 }))
        }
        Step::Confirm(line) => money(&supplier(), *line, &Money::Confirm),
        Step::Dispute(line) => money(&supplier(), *line, &Money::Dispute { note: "Chưa nhận".parse().unwrap() }),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// On whatever day, the numbers of a contract agree with each other.
    #[test]
    fn any_order_of_commands_adds_up(steps in steps()) {
        let mut contract = in_force();
        let mut ledger = ledger(&contract);
        let mut now = morning();
        for step in steps {
            if let Step::Days(days) = step {
                now += chrono::TimeDelta::days(i64::from(days));
            }
            let next = take(&ledger, &contract, &step, now);
            let today = TradeDay::of(now);
            if let Some(next) = next {
                prop_assert!(!matches!(contract.state, State::Completed { .. }) || next == ledger, "nothing moves after completion");
                ledger = next;
                contract = contract.beside(&ledger, now);
            } else if let Some(done) = contract.settle(&ledger, now) {
                contract = done;
            }
            let sums = ledger.progress();
            prop_assert_eq!(sums.accepted.checked_add(sums.rejected), Some(sums.received));
            prop_assert!(sums.confirmed <= sums.declared && sums.declared <= sums.due);
            let mut parts = [0i128; 3];
            for line in ledger.lines() {
                let accepted = line.receipt().map_or(Kg::ZERO, Receipt::accepted);
                prop_assert_eq!(line.payment.due(), contract.terms.price.total(accepted).unwrap());
                prop_assert!(accepted <= contract.terms.conditions.most(line.planned));
                prop_assert!(line.payment.confirmed() <= line.payment.declared() && line.payment.declared() <= line.payment.due());
                for (part, amount) in parts.iter_mut().zip([line.payment.due(), line.payment.declared(), line.payment.confirmed()]) {
                    *part += i128::from(amount.dong());
                }
            }
            prop_assert_eq!(parts, [sums.due, sums.declared, sums.confirmed].map(|amount| i128::from(amount.dong())));
            let all_settled = ledger.lines().iter().all(|line| line.settled(today));
            prop_assert_eq!(all_settled, matches!(contract.state, State::Completed { .. }));
            if all_settled {
                prop_assert_eq!(sums.confirmed, sums.due);
            }
        }
    }
}
