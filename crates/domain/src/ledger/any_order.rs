//! Whatever people do with a ledger, in whatever order.
use super::tests::{buyer, declare, id, morning, supplier};
use super::*;
use crate::contract::samples::{in_force, ledger};
use crate::delivery::{Command as Goods, RejectReason, Rejection};
use crate::inspection::{Findings, Inspections};
use crate::payment::Command as Money;
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Step {
    Dispatch(usize, i64),
    Receive(usize, i64, i64),
    Inspect(usize, i64, i64),
    Correct(usize, u16, i64, i64),
    AcceptRest(usize),
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
        6 => (line(), 0..3_000_000i64, 0..100i64).prop_map(|(line, grams, share)| Step::Inspect(line, grams, share)),
        4 => (line(), 1..6u16, 0..3_000_000i64, 0..100i64).prop_map(|(line, number, grams, share)| Step::Correct(line, number, grams, share)),
        2 => line().prop_map(Step::AcceptRest),
        4 => (line(), prop::bool::weighted(0.9)).prop_map(|(line, right)| Step::Declare(line, right)),
        4 => line().prop_map(Step::Confirm),
        1 => line().prop_map(Step::Dispute),
        2 => (0..12u32).prop_map(Step::Days),
    ];
    prop::collection::vec(step, 0..60)
}

/// So much looked at and such a share of it accepted.
fn findings(grams: i64, share: i64) -> Findings {
    let (inspected, accepted) = (Kg::from_grams(grams).unwrap(), Kg::from_grams(grams * share / 100).unwrap());
    let rejected = inspected.checked_sub(accepted).unwrap();
    let reason = RejectReason::Damaged;
    let rejections = if rejected.is_zero() { vec![] } else { vec![Rejection { kg: rejected, reason, note: None }] };
    Findings::whole(inspected, accepted, rejections)
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
            let Findings { inspected: received, accepted, rejections, .. } = findings(*grams, *share);
            goods(&buyer(), *line, Goods::Receive { received, accepted, rejections })
        }
        Step::Inspect(line, grams, share) => {
            // The scale shows as much or twice as much; what is left is looked at whole now and then, so that some deliveries end.
            let left = ledger.lines()[line - 1].inspections().map(Inspections::left);
            let weighed = Kg::from_grams(grams * (1 + share % 2)).ok().filter(|_| left.is_none());
            let grams = left.filter(|_| share % 3 == 0).map_or(*grams, Kg::grams);
            goods(&buyer(), *line, Goods::Inspect { weighed, findings: findings(grams, *share) })
        }
        Step::Correct(line, number, grams, share) => {
            // Half of the corrections keep the weight of the entry, as those after the end must.
            let old = ledger.lines()[line - 1].inspections().and_then(|all| all.entries().get(usize::from(*number) - 1));
            let weighed = old.and_then(|old| Kg::from_grams(old.weighed.grams() + grams).ok()).filter(|_| share % 5 == 0);
            let grams = old.filter(|_| share % 2 == 0).map_or(*grams, |old| old.findings.inspected.grams());
            goods(&buyer(), *line, Goods::Correct { number: *number, weighed, findings: findings(grams, *share) })
        }
        Step::AcceptRest(line) => {
            let left = ledger.lines()[line - 1].inspections().map_or(Kg::ZERO, Inspections::left);
            goods(&buyer(), *line, Goods::AcceptRest { left })
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
            if let Some(next) = next {
                for (before, after) in ledger.lines().iter().zip(next.lines()) {
                    let entries = |line: &Line| line.inspections().map(|all| all.entries().to_vec()).unwrap_or_default();
                    prop_assert!(entries(after).starts_with(&entries(before)), "entries are only added");
                    if let Some(receipt) = before.receipt() {
                        prop_assert_eq!(after.receipt().map(|receipt| (receipt.received(), receipt.at)), Some((receipt.received(), receipt.at)));
                    }
                }
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
                let found = line.found();
                // Money follows from the sum, and only once everything is decided.
                let owed = line.receipt().map_or(Kg::ZERO, |_| found.accepted);
                prop_assert_eq!(line.payment.due(), contract.terms.price.total(owed).unwrap());
                let accepted = found.accepted;
                prop_assert_eq!(found.accepted.checked_add(found.rejected), Some(found.inspected));
                let weighed = line.inspections().map_or(Kg::ZERO, Inspections::weighed);
                prop_assert!(found.inspected <= weighed);
                prop_assert_eq!(line.inspections().is_some_and(Inspections::complete), line.receipt().is_some());
                if let Some(all) = line.inspections() {
                    let read = Inspections::new(all.entries().to_vec());
                    prop_assert_eq!(read.as_ref(), Some(all), "what is stored can be read");
                }
                prop_assert!(accepted <= contract.terms.conditions.most(line.planned));
                prop_assert!(line.payment.confirmed() <= line.payment.declared() && line.payment.declared() <= line.payment.due());
                for (part, amount) in parts.iter_mut().zip([line.payment.due(), line.payment.declared(), line.payment.confirmed()]) {
                    *part += i128::from(amount.dong());
                }
            }
            prop_assert_eq!(parts, [sums.due, sums.declared, sums.confirmed].map(|amount| i128::from(amount.dong())));
            let all_settled = ledger.lines().iter().all(|line| line.settled(contract.terms.conditions.complaint_hours, now));
            prop_assert_eq!(all_settled, matches!(contract.state, State::Completed { .. }));
            if all_settled {
                prop_assert_eq!(sums.confirmed, sums.due);
            }
        }
    }
}
