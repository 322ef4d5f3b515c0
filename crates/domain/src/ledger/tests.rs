use super::*;
use crate::account::{Role, Side};
use crate::contract::samples::{STRANGER, actor, at, day, draft, in_force, in_force_of, kg, ledger, limits, member, name};
use crate::contract::{Agreement, Command as ContractCommand, ContractTerms};
use crate::delivery::{Command as Goods, Outcome, RejectReason, Rejection};
use crate::inspection::Findings;
use crate::payment::Command as Money;
use crate::policy::Denied;
use crate::proposal::{Draft, ProposalTerms};

/// Of the contract of these tests.
const HOURS: u8 = 12;

pub fn supplier() -> Actor {
    actor(Side::Supplier, Role::Clerk)
}

pub fn buyer() -> Actor {
    actor(Side::Buyer, Role::Clerk)
}

pub fn morning() -> Timestamp {
    at("2026-12-01T01:00:00Z")
}

fn dispatch(weight: &str) -> Goods {
    Goods::Dispatch { kg: kg(weight), vehicle: Some(name("28C-041.23")), note: None }
}

fn receive(received: &str, accepted: &str, rejected: &[(&str, RejectReason)]) -> Goods {
    let rejections = rejected.iter().map(|(weight, reason)| Rejection { kg: kg(weight), reason: *reason, note: None });
    Goods::Receive { received: kg(received), accepted: kg(accepted), rejections: rejections.collect() }
}

pub fn declare(amount: i64) -> Money {
    Money::Declare { amount: Vnd::new(amount), reference: Some(name("FT26335001")) }
}

pub fn id(ledger: &Ledger, number: usize) -> LineId {
    ledger.lines()[number - 1].id
}

fn deliver(ledger: &Ledger, number: usize, command: Goods) -> Result<Ledger, DeliveryError> {
    let who = if matches!(command, Goods::Dispatch { .. }) { supplier() } else { buyer() };
    ledger.deliver(&in_force(), &who, id(ledger, number), command, morning())
}

fn pay(ledger: &Ledger, number: usize, command: &Money, now: Timestamp) -> Result<Ledger, PaymentError> {
    let who = if matches!(command, Money::Declare { .. }) { buyer() } else { supplier() };
    ledger.pay(&in_force(), &who, id(ledger, number), command, now)
}

fn conflict(result: Result<Ledger, DeliveryError>) -> DeliveryConflict {
    match result {
        Err(Refusal::Conflict(conflict)) => conflict,
        other => panic!("{other:?}"),
    }
}

fn money_conflict(result: Result<Ledger, PaymentError>) -> PaymentConflict {
    match result {
        Err(Refusal::Conflict(conflict)) => conflict,
        other => panic!("{other:?}"),
    }
}

fn faults(result: Result<Ledger, DeliveryError>) -> Vec<(String, &'static str)> {
    match result {
        Err(Refusal::Invalid(faults)) => faults.into_iter().map(|fault| (fault.field.into_owned(), fault.code)).collect(),
        other => panic!("{other:?}"),
    }
}

/// Sent 6,040 kg, weighed 6,025, accepted 5,940.
fn received() -> Ledger {
    let sent = deliver(&ledger(&in_force()), 1, dispatch("6040")).unwrap();
    let rejected = [("50", RejectReason::Damaged), ("35", RejectReason::Unripe)];
    deliver(&sent, 1, receive("6025", "5940", &rejected)).unwrap()
}

#[test]
fn a_line_goes_from_the_farm_to_the_money() {
    let ledger = received();
    let progress = ledger.progress();
    let kilograms = [progress.contracted, progress.shipped, progress.received, progress.accepted, progress.rejected];
    assert_eq!(kilograms, ["24000", "6040", "6025", "5940", "85"].map(kg));
    let debt = ledger.lines()[0].payment.debt().unwrap();
    assert_eq!((debt.amount, debt.on), (Vnd::new(5_940 * 23_260), day("2026-12-16")));
    assert_eq!(ledger.lines()[0].receipt().unwrap().outcome(), Outcome::Part);
    let declared = pay(&ledger, 1, &declare(5_940 * 23_260), morning()).unwrap();
    let paid = pay(&declared, 1, &Money::Confirm, morning()).unwrap();
    assert_eq!(paid.progress().confirmed, debt.amount);
    assert!(paid.lines()[0].settled(HOURS, morning()) && !paid.settled(HOURS, morning()));
    assert_eq!(pay(&paid, 1, &Money::Confirm, morning()), Ok(paid.clone()));
}

#[test]
fn the_last_confirmed_payment_completes_the_contract() {
    let contract = in_force();
    let mut ledger = ledger(&contract);
    for number in 1..=4 {
        for command in [dispatch("6000"), receive("6000", "6000", &[])] {
            ledger = deliver(&ledger, number, command).unwrap();
        }
        for command in [declare(6_000 * 23_260), Money::Confirm] {
            assert_eq!(contract.settle(&ledger, morning()), None);
            ledger = pay(&ledger, number, &command, morning()).unwrap();
        }
    }
    let done = contract.beside(&ledger, morning());
    assert_eq!((done.state, done.version), (State::Completed { at: morning() }, contract.version + 1));
    assert_eq!(ledger.progress().confirmed, contract.terms.total);
    assert_eq!(contract.beside(&received(), morning()).version, contract.version + 1);
}

#[test]
fn a_dispatch_is_corrected_until_it_is_received() {
    let open = ledger(&in_force());
    let sent = deliver(&open, 1, dispatch("600")).unwrap();
    let corrected = deliver(&sent, 1, dispatch("6000")).unwrap();
    assert_eq!(corrected.progress().shipped, kg("6000"));
    assert_eq!(sent.lines()[0].held(day("2026-12-01")), kg("6000"), "a slip gives nothing away");
    let later = at("2026-12-02T01:00:00Z");
    assert_eq!(sent.deliver(&in_force(), &supplier(), id(&sent, 1), dispatch("600"), later), Ok(sent.clone()), "the same tap twice");
    let again = receive("6025", "5940", &[("50", RejectReason::Damaged), ("35", RejectReason::Unripe)]);
    assert_eq!(deliver(&received(), 1, again), Ok(received()));
    let renamed = sent.deliver(&in_force(), &supplier(), id(&sent, 1), dispatch("6000"), later).unwrap();
    assert_eq!(renamed.lines()[0].sent_on(), Some(day("2026-12-01")), "a correction moves no day");
    assert_eq!(conflict(deliver(&received(), 1, dispatch("6000"))), DeliveryConflict::AlreadyReceived);
    assert_eq!(conflict(deliver(&received(), 1, receive("1", "1", &[]))), DeliveryConflict::AlreadyReceived);
    assert_eq!(conflict(deliver(&open, 1, receive("1", "1", &[]))), DeliveryConflict::NotDispatched);
}

#[test]
fn kilograms_that_cannot_be_name_their_field() {
    let open = ledger(&in_force());
    let sent = deliver(&open, 1, dispatch("6300")).unwrap();
    let fault = |field: &str, code| vec![(field.to_owned(), code)];
    assert_eq!(faults(deliver(&open, 1, dispatch("0"))), fault("kg", "kg_out_of_range"));
    assert_eq!(faults(deliver(&open, 1, dispatch("6300.001"))), fault("kg", "dispatch_above_tolerance"));
    assert_eq!(faults(deliver(&sent, 1, receive("100", "90", &[]))), fault("accepted", "kg_do_not_add_up"));
    let damaged = |weight| [(weight, RejectReason::Damaged)];
    assert_eq!(faults(deliver(&sent, 1, receive("100", "90", &damaged("11")))), fault("accepted", "kg_do_not_add_up"));
    assert_eq!(faults(deliver(&sent, 1, receive("12601", "0", &damaged("12601")))), fault("received", "received_far_above_dispatch"));
    assert_eq!(faults(deliver(&sent, 1, receive("6301", "6301", &[]))), fault("accepted", "accepted_above_tolerance"));
    assert_eq!(faults(deliver(&sent, 1, receive("90", "90", &damaged("0")))), fault("rejections.0.kg", "kg_out_of_range"));
    let other = [("10", RejectReason::Other)];
    assert_eq!(faults(deliver(&sent, 1, receive("100", "90", &other))), fault("rejections.0.note", "note_missing"));
    let many = [("1", RejectReason::Pest); 11];
    assert_eq!(faults(deliver(&sent, 1, receive("11", "0", &many))), fault("rejections", "too_many_rejections"));
    let above = receive("6400", "6300", &[("100", RejectReason::OverQuantity)]);
    assert_eq!(deliver(&sent, 1, above).unwrap().progress().accepted, kg("6300"));
}

#[test]
fn a_refused_load_settles_with_nothing_due() {
    let sent = deliver(&ledger(&in_force()), 1, dispatch("6000")).unwrap();
    for command in [receive("6000", "0", &[("6000", RejectReason::Rotten)]), receive("0", "0", &[])] {
        let refused = deliver(&sent, 1, command).unwrap();
        let line = &refused.lines()[0];
        assert_eq!((line.receipt().unwrap().outcome(), &line.payment), (Outcome::Refused, &Payment::None));
        let until = line.correct_until(HOURS).unwrap();
        assert!(!line.settled(HOURS, until) && line.settled(HOURS, until + chrono::TimeDelta::seconds(1)));
        assert_eq!(money_conflict(pay(&refused, 1, &declare(1), morning())), PaymentConflict::NotDue);
    }
}

/// A finger that slips on the last line is corrected like any other, and the money is what was then accepted.
#[test]
fn a_contract_is_not_over_while_its_last_refusal_can_be_corrected() {
    let contract = in_force();
    let mut ledger = ledger(&contract);
    for number in 1..=4 {
        ledger = deliver(&deliver(&ledger, number, dispatch("6000")).unwrap(), number, receive("0", "0", &[])).unwrap();
    }
    assert_eq!(contract.settle(&ledger, morning()), None);
    let until = ledger.lines()[3].correct_until(HOURS).unwrap();
    let over = until + chrono::TimeDelta::seconds(1);
    assert_eq!(contract.settle(&ledger, until), None);
    assert_eq!(contract.settle(&ledger, over).unwrap().state, State::Completed { at: over });
    let mut refused = self::ledger(&contract);
    refused = deliver(&refused, 4, dispatch("6000")).unwrap();
    refused = deliver(&refused, 4, receive("6000", "0", &[("6000", RejectReason::Rotten)])).unwrap();
    let meant = refused.deliver(&contract, &buyer(), id(&refused, 4), correct(1, "6000", "6000"), until).unwrap();
    assert_eq!(meant.lines()[3].payment.due(), Vnd::new(6_000 * 23_260));
    assert!(!meant.lines()[3].settled(HOURS, over), "a debt waits for its payment");
}

#[test]
fn a_payment_is_declared_whole_and_answered() {
    let ledger = received();
    let owed = 5_940 * 23_260;
    assert_eq!(money_conflict(pay(&ledger, 2, &declare(1), morning())), PaymentConflict::NotDue);
    assert_eq!(money_conflict(pay(&ledger, 1, &declare(owed - 1), morning())), PaymentConflict::AmountDiffers { due: Vnd::new(owed) });
    assert_eq!(money_conflict(pay(&ledger, 1, &Money::Confirm, morning())), PaymentConflict::NotDeclared);
    let declared = pay(&ledger, 1, &declare(owed), morning()).unwrap();
    assert_eq!(pay(&declared, 1, &declare(owed), at("2026-12-02T01:00:00Z")), Ok(declared.clone()), "the second tap is harmless");
    let elsewhere = Money::Declare { amount: Vnd::new(owed), reference: None };
    assert_eq!(money_conflict(pay(&declared, 1, &elsewhere, morning())), PaymentConflict::AlreadyDeclared);
    let dispute = Money::Dispute { note: "Chưa thấy tiền về".parse().unwrap() };
    let disputed = pay(&declared, 1, &dispute, morning()).unwrap();
    assert!(matches!(&disputed.lines()[0].payment, Payment::Due { disputed: Some(said), .. } if said.note.as_str() == "Chưa thấy tiền về"));
    assert_eq!(disputed.progress().declared, Vnd::ZERO);
    let paid = pay(&pay(&disputed, 1, &declare(owed), morning()).unwrap(), 1, &Money::Confirm, morning()).unwrap();
    assert_eq!(money_conflict(pay(&paid, 1, &dispute, morning())), PaymentConflict::AlreadyConfirmed);
}

#[test]
fn lateness_counts_whole_days() {
    let ledger = received();
    let late = |today| ledger.lines()[0].payment.days_late(day(today));
    assert_eq!((late("2026-12-16"), late("2026-12-17"), late("2026-12-22")), (None, Some(1), Some(6)));
    let waiting = &ledger.lines()[1];
    let late = |today| waiting.days_late(day(today));
    assert_eq!((late("2026-12-13"), late("2026-12-14"), late("2026-12-20"), late("2026-12-21")), (None, Some(1), Some(7), None));
    assert!(!waiting.missed(day("2026-12-20")) && waiting.missed(day("2026-12-21")));
}

#[test]
fn a_missed_line_is_over_and_lets_the_contract_complete() {
    let contract = in_force();
    let open = ledger(&contract);
    let after = at("2026-12-31T00:00:00Z");
    let result = open.deliver(&contract, &supplier(), id(&open, 1), dispatch("6000"), after);
    assert_eq!(conflict(result), DeliveryConflict::Missed);
    assert_eq!(contract.settle(&open, at("2026-12-30T16:59:59Z")), None);
    assert_eq!(contract.settle(&open, after).unwrap().state, State::Completed { at: after });
    let sent = deliver(&open, 1, dispatch("6000")).unwrap();
    assert_eq!(contract.settle(&sent, after), None);
}

#[test]
fn each_side_does_its_own_part() {
    let contract = in_force();
    let open = ledger(&contract);
    let sent = deliver(&open, 1, dispatch("6000")).unwrap();
    let goods = |ledger: &Ledger, who: &Actor, command| ledger.deliver(&contract, who, id(ledger, 1), command, morning()).err();
    let forbidden = Some(Refusal::Denied(Denied::Forbidden));
    assert_eq!(goods(&open, &buyer(), dispatch("1")), forbidden);
    assert_eq!(goods(&sent, &supplier(), receive("6000", "6000", &[])), forbidden);
    assert_eq!(goods(&open, &member(STRANGER, Side::Supplier, Role::Director), dispatch("1")), Some(Refusal::Denied(Denied::Hidden)));
    let ledger = received();
    let money = |who: &Actor, command| ledger.pay(&contract, who, id(&ledger, 1), &command, morning()).err();
    assert_eq!(money(&supplier(), declare(1)), Some(Refusal::Denied(Denied::Forbidden)));
    assert_eq!(money(&buyer(), Money::Confirm), Some(Refusal::Denied(Denied::Forbidden)));
    assert_eq!(money(&member(STRANGER, Side::Buyer, Role::Director), declare(1)), Some(Refusal::Denied(Denied::Hidden)));
    let elsewhere = uuid::Uuid::nil().into();
    assert_eq!(conflict(open.deliver(&contract, &supplier(), elsewhere, dispatch("1"), morning())), DeliveryConflict::NoSuchLine);
    assert_eq!(money_conflict(ledger.pay(&contract, &buyer(), elsewhere, &declare(1), morning())), PaymentConflict::NoSuchLine);
}

#[test]
fn an_ended_contract_still_receives_and_pays_what_was_sent() {
    let contract = in_force();
    let sent = deliver(&ledger(&contract), 1, dispatch("6000")).unwrap();
    let reason = "Không còn nhu cầu".parse().unwrap();
    let director = actor(Side::Buyer, Role::Director);
    let ended = contract.apply(&director, ContractCommand::Terminate { reason }, morning()).unwrap();
    assert_eq!(conflict(sent.deliver(&ended, &supplier(), id(&sent, 2), dispatch("1"), morning())), DeliveryConflict::NotInForce);
    let got = sent.deliver(&ended, &buyer(), id(&sent, 1), receive("6000", "6000", &[]), morning()).unwrap();
    let declared = got.pay(&ended, &buyer(), id(&got, 1), &declare(6_000 * 23_260), morning()).unwrap();
    assert!(declared.pay(&ended, &supplier(), id(&got, 1), &Money::Confirm, morning()).is_ok());
    assert_eq!(ended.hold(&got, day("2026-12-01")).unwrap().total(), kg("6000"));
    let unsigned = crate::contract::samples::contract();
    assert_eq!(conflict(sent.deliver(&unsigned, &supplier(), id(&sent, 2), dispatch("1"), morning())), DeliveryConflict::NotInForce);
}

#[test]
fn a_contract_at_the_largest_weight_refuses_what_no_longer_fits() {
    let half = Kg::from_whole(50_000_000).unwrap();
    let mut lines = draft().lines;
    lines.truncate(2);
    for line in &mut lines {
        line.kg = half;
    }
    let terms = ProposalTerms::new(Draft { lines, ..draft() }).unwrap();
    let agreement = Agreement { ..crate::contract::samples::agreement() };
    let contract = in_force_of(crate::contract::samples::contract_of(ContractTerms::freeze(agreement, &terms, &limits()).unwrap()));
    let open = ledger(&contract);
    let send = |ledger: &Ledger, number, weight| ledger.deliver(&contract, &supplier(), id(ledger, number), dispatch(weight), morning());
    let first = send(&open, 1, "52500000").unwrap();
    assert_eq!(faults(send(&first, 2, "52500000")), [("kg".to_owned(), "kg_out_of_range")]);
    assert!(send(&first, 2, "47500000").is_ok());
}

#[test]
fn stored_lines_come_back_in_order_or_not_at_all() {
    let open = ledger(&in_force());
    let mut lines = open.lines().to_vec();
    lines.reverse();
    assert_eq!(Ledger::restore(lines.clone(), Vec::new()), Ok(open));
    for line in &mut lines {
        line.planned = Kg::MOST;
    }
    assert_eq!(Ledger::restore(lines, Vec::new()), Err(LedgerError));
}

fn found(inspected: &str, accepted: &str) -> Findings {
    let rejected = kg(inspected).checked_sub(kg(accepted)).unwrap();
    let rejections = if rejected.is_zero() { vec![] } else { vec![Rejection { kg: rejected, reason: RejectReason::Rotten, note: None }] };
    Findings::whole(kg(inspected), kg(accepted), rejections)
}

fn inspect(weighed: Option<&str>, inspected: &str, accepted: &str) -> Goods {
    Goods::Inspect { weighed: weighed.map(kg), findings: found(inspected, accepted) }
}

fn correct(number: u16, inspected: &str, accepted: &str) -> Goods {
    Goods::Correct { number, weighed: None, findings: found(inspected, accepted) }
}

fn accept(left: &str) -> Goods {
    Goods::AcceptRest { left: kg(left) }
}

#[test]
fn parts_add_up_and_money_is_owed_once_all_is_decided() {
    let sent = deliver(&ledger(&in_force()), 1, dispatch("6000")).unwrap();
    assert_eq!(faults(deliver(&sent, 1, inspect(None, "1000", "1000"))), [("weighed".to_owned(), "weighed_missing")]);
    assert_eq!(conflict(deliver(&sent, 1, accept("6000"))), DeliveryConflict::NotBegun);
    let first = deliver(&sent, 1, inspect(Some("6000"), "1000", "950")).unwrap();
    assert_eq!((first.lines()[0].delivery.code(), &first.lines()[0].payment), ("inspecting", &Payment::None));
    assert_eq!((first.progress().received, first.progress().accepted), (kg("1000"), kg("950")));
    assert_eq!(first.lines()[0].held(day("2026-12-01")), kg("6000"));
    assert_eq!(conflict(deliver(&first, 1, dispatch("6000"))), DeliveryConflict::AlreadyReceived);
    assert_eq!(conflict(deliver(&first, 1, receive("6000", "6000", &[]))), DeliveryConflict::Begun);
    assert_eq!(faults(deliver(&first, 1, inspect(None, "5000.001", "1"))), [("inspected".to_owned(), "inspected_above_weighed")]);
    let stale = inspect(Some("5900"), "1000", "1000");
    assert_eq!(faults(deliver(&first, 1, stale)), [("weighed".to_owned(), "weighed_already")]);
    assert_eq!(faults(deliver(&first, 1, inspect(None, "0", "0"))), [("inspected".to_owned(), "kg_out_of_range")]);
    let second = deliver(&first, 1, inspect(None, "2000", "2000")).unwrap();
    assert_eq!(conflict(deliver(&second, 1, accept("5000"))), DeliveryConflict::RestChanged);
    let done = deliver(&second, 1, accept("3000")).unwrap();
    assert_eq!(done.lines()[0].payment.due(), Vnd::new(5_950 * 23_260));
    assert_eq!(done.lines()[0].receipt().unwrap().outcome(), Outcome::Part);
    assert_eq!(deliver(&done, 1, accept("3000")), Ok(done.clone()), "the same tap twice");
    assert_eq!(conflict(deliver(&done, 1, inspect(None, "1", "1"))), DeliveryConflict::AlreadyReceived);
}

#[test]
fn a_correction_changes_the_debt_and_no_day_until_it_is_too_late() {
    let contract = in_force();
    let sent = deliver(&ledger(&contract), 1, dispatch("6000")).unwrap();
    let first = deliver(&sent, 1, inspect(Some("6000"), "1000", "950")).unwrap();
    assert_eq!(conflict(deliver(&first, 1, correct(2, "1", "1"))), DeliveryConflict::NoSuchInspection);
    let smaller = deliver(&first, 1, correct(1, "900", "900")).unwrap();
    assert_eq!(deliver(&smaller, 1, correct(1, "900", "900")), Ok(smaller.clone()), "the same tap twice");
    assert_eq!(conflict(deliver(&smaller, 1, correct(1, "901", "901"))), DeliveryConflict::AlreadyCorrected);
    let done = deliver(&smaller, 1, accept("5100")).unwrap();
    let correct_at = |ledger: &Ledger, command, now| ledger.deliver(&contract, &buyer(), id(ledger, 1), command, at(now));
    assert_eq!(faults(deliver(&done, 1, correct(2, "901", "901"))), [("inspected".to_owned(), "correction_keeps_weight")]);
    let later = correct_at(&done, correct(2, "900", "800"), "2026-12-01T13:00:00Z").unwrap();
    assert_eq!(
        later.lines()[0].payment.debt(),
        done.lines()[0].payment.debt().map(|debt| payment::Debt { amount: Vnd::new(5_900 * 23_260), ..debt })
    );
    assert_eq!(conflict(correct_at(&done, correct(2, "900", "800"), "2026-12-01T13:00:01Z")), DeliveryConflict::Final);
    let declared = pay(&later, 1, &declare(5_900 * 23_260), morning()).unwrap();
    assert_eq!(conflict(deliver(&declared, 1, correct(3, "5100", "0"))), DeliveryConflict::Paid);
    // All refused, and then not: the debt comes back with its day.
    let refused = deliver(&deliver(&done, 1, correct(2, "900", "0")).unwrap(), 1, correct(3, "5100", "0")).unwrap();
    assert_eq!((&refused.lines()[0].payment, refused.lines()[0].receipt().unwrap().outcome()), (&Payment::None, Outcome::Refused));
    let back = deliver(&refused, 1, correct(5, "5100", "5100")).unwrap();
    assert_eq!(back.lines()[0].payment.debt().unwrap().on, day("2026-12-16"));
    let dispute = Money::Dispute { note: "Chưa thấy tiền về".parse().unwrap() };
    let disputed = pay(&declared, 1, &dispute, morning()).unwrap();
    let less = deliver(&disputed, 1, correct(4, "900", "0")).unwrap();
    assert!(matches!(&less.lines()[0].payment, Payment::Due { disputed: Some(_), .. }));
    let nothing = correct(3, "5100", "0");
    assert_eq!(faults(deliver(&less, 1, nothing)), [("accepted".to_owned(), "disputed_keeps_debt")]);
    let over = contract.clone();
    let over = Contract { state: State::Completed { at: morning() }, ..over };
    assert_eq!(
        conflict(refused.deliver(&over, &buyer(), id(&refused, 1), correct(5, "5100", "1"), morning())),
        DeliveryConflict::NotInForce
    );
}

#[test]
fn the_weight_of_the_load_is_corrected_with_a_part() {
    let sent = deliver(&ledger(&in_force()), 1, dispatch("6000")).unwrap();
    let first = deliver(&sent, 1, inspect(Some("6000"), "1000", "950")).unwrap();
    let weigh = |number, weighed: &str| Goods::Correct { number, weighed: Some(kg(weighed)), findings: found("1000", "950") };
    let weighed = |ledger: &Ledger| ledger.lines()[0].inspections().unwrap().weighed();
    let lighter = deliver(&first, 1, weigh(1, "5900")).unwrap();
    assert_eq!(weighed(&lighter), kg("5900"));
    assert_eq!(deliver(&lighter, 1, weigh(1, "5900")), Ok(lighter.clone()), "the same tap twice");
    assert_eq!(conflict(deliver(&lighter, 1, weigh(1, "5800"))), DeliveryConflict::AlreadyCorrected);
    assert_eq!(conflict(deliver(&lighter, 1, accept("5000"))), DeliveryConflict::RestChanged);
    assert_eq!(deliver(&lighter, 1, accept("4900")).unwrap().lines()[0].receipt().unwrap().received(), kg("5900"));
}

#[test]
fn a_delivery_is_looked_at_fifty_times_at_most() {
    let mut ledger = deliver(&ledger(&in_force()), 1, dispatch("6000")).unwrap();
    for _ in 0..50 {
        ledger = deliver(&ledger, 1, inspect(Some("6000"), "1", "1")).unwrap();
    }
    assert_eq!(conflict(deliver(&ledger, 1, inspect(None, "1", "1"))), DeliveryConflict::TooMany);
    assert!(deliver(&ledger, 1, accept("5950")).is_ok(), "the end is always there");
}
