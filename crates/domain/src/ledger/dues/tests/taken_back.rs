//! What was said to be paid by mistake is taken back, and what was paid and not said is said late.
use super::*;
use crate::account::Side;
use crate::ledger::tests::supplier;

const DEPOSIT: i64 = 4_800 * PRICE;

fn deny() -> Money {
    Money::Dispute { note: "Chưa nhận".parse().unwrap() }
}

/// Everything was missed, and the contract is over.
fn missed() -> Story {
    let mut story = Story::begin(usual());
    story.on(60);
    assert_eq!(story.contract.state.code(), "completed");
    story
}

#[test]
fn a_declaration_is_taken_back_by_the_side_that_made_it_denied_or_not() {
    for denied in [false, true] {
        let mut story = Story::begin(usual());
        let before = story.ledger.clone();
        story.pay_due(DueKind::Deposit, &declare(DEPOSIT)).unwrap();
        if denied {
            story.pay_due(DueKind::Deposit, &deny()).unwrap();
        }
        let other = story.ledger.pay_due(&story.contract, &supplier(), DueKind::Deposit, &Money::Withdraw, story.now);
        assert!(matches!(other, Err(Refusal::Denied(_))), "the supplier did not say it");
        story.pay_due(DueKind::Deposit, &Money::Withdraw).unwrap();
        assert_eq!(story.ledger, before, "as if nobody had said anything");
        let again = story.ledger.pay_due(&story.contract, &buyer(), DueKind::Deposit, &Money::Withdraw, story.now);
        assert_eq!(again, Err(Refusal::Conflict(PaymentConflict::NotDeclared)));
    }
}

#[test]
fn what_the_other_side_has_is_not_taken_back() {
    let mut story = Story::begin(usual());
    story.pay_due(DueKind::Deposit, &declare(DEPOSIT)).unwrap();
    story.pay_due(DueKind::Deposit, &Money::Confirm).unwrap();
    let late = story.ledger.pay_due(&story.contract, &buyer(), DueKind::Deposit, &Money::Withdraw, story.now);
    assert_eq!(late, Err(Refusal::Conflict(PaymentConflict::AlreadyConfirmed)));
}

#[test]
fn a_deposit_stays_while_its_rest_is_said_to_be_given_back_and_both_can_go_backwards() {
    let mut story = Story::begin(usual());
    story.pay_due(DueKind::Deposit, &declare(DEPOSIT)).unwrap();
    story.deliver(1, 3_000_000, 0).unwrap();
    story.end(Side::Supplier).unwrap();
    let back = story.owes(DueKind::Return);
    story.pay_due(DueKind::Return, &declare(back)).unwrap();
    let taken = |story: &Story| story.ledger.pay_due(&story.contract, &buyer(), DueKind::Deposit, &Money::Withdraw, story.now);
    assert_eq!(taken(&story), Err(Refusal::Conflict(PaymentConflict::GoesBack)));
    story.pay_due(DueKind::Return, &deny()).unwrap();
    assert_eq!(taken(&story), Err(Refusal::Conflict(PaymentConflict::GoesBack)), "denied, it is still said");
    story.pay_due(DueKind::Return, &Money::Withdraw).unwrap();
    story.pay_due(DueKind::Deposit, &Money::Withdraw).unwrap();
    assert_eq!((story.owes(DueKind::Deposit), story.owes(DueKind::Return)), (3_000 * PRICE, 0), "owed as far as goods stand against it");
}

#[test]
fn a_delivery_that_is_open_again_takes_nothing_of_what_went_back() {
    let mut story = Story::begin(DueTerms { retention_percent: 0, ..usual() });
    story.pay_due(DueKind::Deposit, &declare(DEPOSIT)).unwrap();
    story.deliver(1, 6_000_000, 0).unwrap();
    story.deliver(2, 6_000_000, 0).unwrap();
    story.pay(2, &declare(6_000 * PRICE)).unwrap();
    // The first was worth less: a part of the deposit is free, and the second stays as the buyer paid it.
    story.goods(1, Goods::Correct { number: 1, weighed: None, findings: findings(1_000_000, 5_000_000) }).unwrap();
    story.end(Side::Supplier).unwrap();
    let back = story.owes(DueKind::Return);
    assert_eq!(back, 3_800 * PRICE);
    story.pay_due(DueKind::Return, &declare(back)).unwrap();
    story.pay(2, &Money::Withdraw).unwrap();
    assert_eq!((story.line(2), story.owes(DueKind::Return)), (6_000 * PRICE, back), "one đồng is not given back and set off");
    story.pay_due(DueKind::Return, &Money::Withdraw).unwrap();
    assert_eq!((story.line(2), story.owes(DueKind::Return)), (2_200 * PRICE, 0), "nothing goes back: it pays the goods");
}

#[test]
fn a_deposit_that_nobody_declared_before_the_end_is_declared_whole_and_goes_back() {
    let mut story = missed();
    assert_eq!(story.owes(DueKind::Deposit), 0);
    let wrong = story.ledger.pay_due(&story.contract, &buyer(), DueKind::Deposit, &declare(1), story.now);
    assert_eq!(wrong, Err(Refusal::Conflict(PaymentConflict::AmountDiffers { due: Vnd::new(DEPOSIT) })));
    story.declare_late().unwrap();
    let said = TradeDay::of(story.now);
    let back = story.ledger.due(DueKind::Return).unwrap().payment.debt().unwrap();
    assert_eq!((back.amount.dong(), back.on), (DEPOSIT, said.plus(7)), "not late before the supplier had heard of it");
    story.on(3);
    story.pay_due(DueKind::Deposit, &Money::Confirm).unwrap();
    assert_eq!(story.ledger.due(DueKind::Return).unwrap().payment.debt(), Some(back), "who confirms late does not win days");
    story.pay_due(DueKind::Return, &declare(DEPOSIT)).unwrap();
    story.pay_due(DueKind::Return, &Money::Confirm).unwrap();
    let Progress { due, confirmed, .. } = story.ledger.progress();
    assert_eq!((due, confirmed), (Vnd::ZERO, Vnd::ZERO));
}

#[test]
fn a_late_deposit_that_the_supplier_denies_can_be_taken_back() {
    let mut story = missed();
    let before = story.ledger.clone();
    story.declare_late().unwrap();
    story.pay_due(DueKind::Deposit, &deny()).unwrap();
    assert_eq!(story.owes(DueKind::Return), 0);
    story.pay_due(DueKind::Deposit, &Money::Withdraw).unwrap();
    assert_eq!(story.ledger, before);
    story.declare_late().expect("and said again");
}

#[test]
fn at_the_end_the_buyer_says_what_is_owed_of_the_deposit_or_all_of_it() {
    let ended = || {
        let mut story = Story::begin(usual());
        assert!(story.ledger.late_deposit(&story.contract, TradeDay::of(story.now)).is_none(), "goods may still come");
        story.deliver(1, 1_000_000, 0).unwrap();
        story.end(Side::Supplier).unwrap();
        story
    };
    let mut story = ended();
    let owed = story.owes(DueKind::Deposit);
    assert_eq!(owed, 1_000 * PRICE);
    story.pay_due(DueKind::Deposit, &declare(owed)).unwrap();
    assert_eq!(story.owes(DueKind::Return), 0);
    let mut story = ended();
    story.declare_late().unwrap();
    assert_eq!((story.owes(DueKind::Deposit), story.owes(DueKind::Return)), (DEPOSIT, 3_800 * PRICE));
    assert!(story.ledger.late_deposit(&story.contract, TradeDay::of(story.now)).is_none(), "said once");
}
