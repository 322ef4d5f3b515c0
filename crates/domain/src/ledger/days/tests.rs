use crate::account::{Role, Side};
use crate::contract::samples::{actor, at, day, in_force, kg, ledger};
use crate::day::{Timestamp, TradeDay};
use crate::delivery::{Command, DeliveryConflict, DeliveryError};
use crate::delivery_day::DayWord;
use crate::error::Refusal;
use crate::ledger::Ledger;
use crate::policy::Denied;
use proptest::prelude::*;

/// Asked are 30 November to 6 December.
fn morning() -> Timestamp {
    at("2026-11-25T01:00:00Z")
}

fn act(ledger: &Ledger, who: Side, command: Command, now: Timestamp) -> Result<Ledger, DeliveryError> {
    ledger.deliver(&in_force(), &actor(who, Role::Clerk), ledger.lines()[0].id, command, now)
}

fn named(ledger: &Ledger, on: &str) -> Result<Ledger, DeliveryError> {
    act(ledger, Side::Supplier, Command::NameDay { day: day(on), note: None }, morning())
}

fn answered(ledger: &Ledger, on: &str, agree: bool) -> Result<Ledger, DeliveryError> {
    act(ledger, Side::Buyer, Command::AnswerDay { day: day(on), agree, note: None }, morning())
}

fn days(ledger: &Ledger) -> (Option<TradeDay>, Option<TradeDay>) {
    (ledger.lines()[0].confirmed_day(), ledger.lines()[0].waiting_day())
}

#[test]
fn a_day_inside_holds_at_once_and_one_outside_waits_for_the_buyer() {
    let open = ledger(&in_force());
    assert_eq!(days(&open), (None, None));
    let first = named(&open, "2026-12-03").unwrap();
    assert_eq!(days(&first), (Some(day("2026-12-03")), None));
    assert_eq!(named(&first, "2026-12-03"), Ok(first.clone()), "the same tap twice");
    let second = named(&first, "2026-12-08").unwrap();
    assert_eq!(days(&second), (Some(day("2026-12-03")), Some(day("2026-12-08"))), "the day before holds until the buyer agrees");
    assert_eq!(answered(&second, "2026-12-09", true), Err(Refusal::Conflict(DeliveryConflict::NoDayWaits)));
    let refused = answered(&second, "2026-12-08", false).unwrap();
    assert_eq!(days(&refused), (Some(day("2026-12-03")), None));
    let agreed = answered(&second, "2026-12-08", true).unwrap();
    assert_eq!(days(&agreed), (Some(day("2026-12-08")), None));
    assert_eq!(answered(&agreed, "2026-12-08", true), Ok(agreed.clone()));
    assert_eq!(answered(&agreed, "2026-12-08", false), Err(Refusal::Conflict(DeliveryConflict::NoDayWaits)));
    assert_eq!(
        agreed.lines()[0].day.steps().iter().map(|step| step.word).collect::<Vec<_>>(),
        [DayWord::Named, DayWord::Named, DayWord::Agreed]
    );
}

#[test]
fn late_is_after_the_day_that_was_agreed_and_the_difference_is_told() {
    let open = ledger(&in_force());
    let agreed = answered(&named(&open, "2026-12-08").unwrap(), "2026-12-08", true).unwrap();
    let line = &agreed.lines()[0];
    assert_eq!((line.days_late(day("2026-12-08")), line.days_late(day("2026-12-10"))), (None, Some(2)));
    assert_eq!(open.lines()[0].days_late(day("2026-12-08")), Some(2));
    let sent = |ledger: &Ledger, now| {
        let command = Command::Dispatch { kg: kg("6000"), vehicle: None, note: None };
        act(ledger, Side::Supplier, command, at(now)).unwrap().lines()[0].days_off()
    };
    assert_eq!((sent(&agreed, "2026-12-08T01:00:00Z"), sent(&agreed, "2026-12-05T01:00:00Z")), (Some(0), Some(-3)));
    assert_eq!((sent(&open, "2026-12-05T01:00:00Z"), sent(&open, "2026-12-07T01:00:00Z")), (Some(0), Some(1)));
}

#[test]
fn a_day_that_cannot_be_names_its_field_and_each_side_says_its_own() {
    let open = ledger(&in_force());
    let fault = |on: &str| match named(&open, on) {
        Err(Refusal::Invalid(faults)) => faults[0].code,
        other => panic!("{other:?}"),
    };
    assert_eq!((fault("2026-11-24"), fault("2026-12-14")), ("delivery_day_past", "delivery_day_too_far"));
    assert!(named(&open, "2026-11-25").is_ok() && named(&open, "2026-12-13").is_ok());
    let naming = Command::NameDay { day: day("2026-12-03"), note: None };
    assert_eq!(act(&open, Side::Buyer, naming.clone(), morning()), Err(Refusal::Denied(Denied::Forbidden)));
    let driver = actor(Side::Supplier, Role::Driver);
    assert_eq!(open.deliver(&in_force(), &driver, open.lines()[0].id, naming.clone(), morning()), Err(Refusal::Denied(Denied::Forbidden)));
    let answer = Command::AnswerDay { day: day("2026-12-03"), agree: true, note: None };
    assert_eq!(act(&open, Side::Supplier, answer, morning()), Err(Refusal::Denied(Denied::Forbidden)));
    let sent = act(&open, Side::Supplier, Command::Dispatch { kg: kg("1"), vehicle: None, note: None }, morning()).unwrap();
    assert_eq!(act(&sent, Side::Supplier, naming.clone(), morning()), Err(Refusal::Conflict(DeliveryConflict::AlreadySent)));
    assert_eq!(act(&open, Side::Supplier, naming, at("2026-12-20T01:00:00Z")), Err(Refusal::Conflict(DeliveryConflict::Missed)));
}

#[test]
fn nobody_agrees_to_a_day_that_is_over() {
    let waits = named(&ledger(&in_force()), "2026-11-26").unwrap();
    let answer = |agree, now| act(&waits, Side::Buyer, Command::AnswerDay { day: day("2026-11-26"), agree, note: None }, at(now));
    assert!(answer(true, "2026-11-26T16:59:59Z").is_ok(), "until the end of the day");
    match answer(true, "2026-11-26T17:00:00Z") {
        Err(Refusal::Invalid(faults)) => assert_eq!(faults[0].code, "delivery_day_over"),
        other => panic!("{other:?}"),
    }
    assert_eq!(days(&answer(false, "2026-11-27T01:00:00Z").unwrap()), (None, None));
}

proptest! {
    /// Whatever is said in whatever order, a waiting day lies outside, one that holds was named, and history only grows.
    #[test]
    fn days_in_any_order(steps in prop::collection::vec((0..3u8, 0..25u32), 0..40)) {
        let mut ledger = ledger(&in_force());
        for (word, after) in steps {
            let on = day("2026-11-20").plus(after);
            let before = ledger.lines()[0].day.clone();
            let next = if word == 0 {
                act(&ledger, Side::Supplier, Command::NameDay { day: on, note: None }, morning())
            } else {
                let on = ledger.lines()[0].waiting_day().unwrap_or(on);
                act(&ledger, Side::Buyer, Command::AnswerDay { day: on, agree: word == 1, note: None }, morning())
            };
            ledger = next.unwrap_or(ledger);
            let line = &ledger.lines()[0];
            prop_assert!(line.day.steps().starts_with(before.steps()));
            prop_assert!(line.day.steps().len() <= crate::delivery_day::DeliveryDay::MOST);
            let inside = |day: TradeDay| (line.window.from..=line.window.to).contains(&day);
            prop_assert!(line.waiting_day().is_none_or(|day| !inside(day)));
            prop_assert!(line.confirmed_day().is_none_or(|day| line.day.steps().iter().any(|step| step.word == DayWord::Named && step.day == day)));
            let read = crate::delivery_day::DeliveryDay::new(line.window, line.day.steps().to_vec());
            prop_assert_eq!(read.as_ref(), Some(&line.day), "what is stored can be read");
        }
    }
}
