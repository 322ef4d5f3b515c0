//! The lines of a contract with a deposit and a retention, whatever people do and whoever ends it.
mod any;
mod story;
mod taken_back;

use super::*;
use crate::contract::samples::{day, kg};
use crate::delivery::{Command as Goods, DeliveryConflict};
use crate::dues::DueTerms;
use crate::error::Refusal;
use crate::ledger::Progress;
use crate::ledger::tests::{buyer, declare};
use crate::payment::{Command as Money, PaymentConflict};
use story::{PRICE, Story, findings, usual};

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
