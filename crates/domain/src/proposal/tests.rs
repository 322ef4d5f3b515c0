mod approval;

use super::*;
use crate::account::Role;
use crate::contract::samples::{STRANGER, actor, at, day, draft, kg, limits, member};
use crate::quantity::Kg;
use crate::reservation::Slot;
use proptest::prelude::*;
use uuid::Uuid;

fn start() -> Timestamp {
    at("2026-11-21T00:00:00Z")
}

fn terms() -> ProposalTerms {
    ProposalTerms::new(draft()).unwrap()
}

fn priced(farm_gate: i64) -> ProposalTerms {
    ProposalTerms::new(Draft { farm_gate: farm_gate.try_into().unwrap(), ..draft() }).unwrap()
}

fn proposal() -> Proposal {
    let id = |n| Uuid::from_u128(n);
    let pair = Pair { round: id(7).into(), offer: id(8).into(), demand: id(9).into(), supplier: id(1).into(), buyer: id(2).into() };
    Proposal::open(id(5).into(), pair, limits(), terms(), start(), TimeDelta::hours(DEFAULT_HOURS))
}

fn director(side: Side) -> Actor {
    actor(side, Role::Director)
}

fn reason() -> Reason {
    "Giá chưa phù hợp".parse().unwrap()
}

fn accept(proposal: &Proposal, side: Side, now: Timestamp) -> Result<Proposal, ProposalError> {
    proposal.apply(&director(side), ClerkLimit::NOTHING, Command::Accept { revision: proposal.current.number }, now)
}

fn counter(proposal: &Proposal, side: Side, terms: ProposalTerms, now: Timestamp) -> Result<Proposal, ProposalError> {
    proposal.apply(&director(side), ClerkLimit::NOTHING, Command::Counter { revision: proposal.current.number, terms, message: None }, now)
}

fn refused(conflict: ProposalConflict) -> Result<Proposal, ProposalError> {
    Err(Refusal::Conflict(conflict))
}

fn faults(result: Result<Proposal, ProposalError>) -> Vec<(String, &'static str)> {
    match result {
        Err(Refusal::Invalid(faults)) => faults.into_iter().map(|fault| (fault.field.into_owned(), fault.code)).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn both_sides_accepting_one_revision_agree() {
    let half = accept(&proposal(), Side::Buyer, start()).unwrap();
    assert_eq!((half.status.clone(), half.waits_for(Side::Supplier), half.waits_for(Side::Buyer)), (Status::Open, true, false));
    assert_eq!(accept(&half, Side::Buyer, start()), Ok(half.clone()));
    let agreed = accept(&half, Side::Supplier, start()).unwrap();
    assert_eq!(agreed.status, Status::Agreed { at: start() });
    assert_eq!(accept(&agreed, Side::Buyer, start()), Ok(agreed.clone()));
    assert!(proposal().change_to(&agreed).is_nothing());
    let late = agreed.apply(&director(Side::Buyer), ClerkLimit::NOTHING, Command::Decline { revision: 1, reason: reason() }, start());
    assert_eq!(late, refused(ProposalConflict::Closed));
}

#[test]
fn a_counter_voids_the_acceptance_before_it_and_carries_its_authors() {
    let half = accept(&proposal(), Side::Buyer, start()).unwrap();
    let countered = counter(&half, Side::Supplier, priced(23_100), start()).unwrap();
    assert_eq!((countered.current.number, countered.earlier.len()), (2, 1));
    assert_eq!(countered.earlier[0], half.current);
    assert_eq!((countered.current.supplier.is_some(), countered.current.buyer.is_some()), (true, false));
    let stale = countered.apply(&director(Side::Buyer), ClerkLimit::NOTHING, Command::Accept { revision: 1 }, start());
    assert_eq!(stale, refused(ProposalConflict::RevisionChanged { current: 2 }));
    let agreed = accept(&countered, Side::Buyer, start()).unwrap();
    assert_eq!((agreed.status.code(), agreed.current.terms.price().dong()), ("agreed", 23_560));
}

#[test]
fn a_counter_says_which_kilograms_it_needs() {
    let mut wanted = draft();
    wanted.lines[0].kg = kg("7000");
    wanted.lines.remove(3);
    let countered = counter(&proposal(), Side::Buyer, ProposalTerms::new(wanted).unwrap(), start()).unwrap();
    let change = proposal().change_to(&countered);
    let weeks: Vec<_> = change.more.iter().map(|(week, kg)| (week.monday(), *kg)).collect();
    assert_eq!(weeks, [(day("2026-11-30"), kg("1000"))]);
    let freed: Vec<_> = change.less.iter().map(|(week, kg)| (week.monday(), *kg)).collect();
    assert_eq!(freed, [(day("2026-12-21"), kg("6000"))]);
    assert_eq!(change.slot, Slot::Kept);
}

#[test]
fn declining_and_expiring_free_everything_and_rest_the_pair() {
    let declined = proposal()
        .apply(&director(Side::Supplier), ClerkLimit::NOTHING, Command::Decline { revision: 1, reason: reason() }, start())
        .unwrap();
    let expired = proposal().lapse(start() + TimeDelta::hours(48)).unwrap();
    for closed in [&declined, &expired] {
        let change = proposal().change_to(closed);
        assert_eq!((change.total_grams(), change.slot), (-24_000_000, Slot::Freed));
        assert_eq!(accept(closed, Side::Buyer, start()).unwrap_err().to_string().split('_').next(), Some("proposal"));
    }
    assert_eq!(declined.status.rests_until(), Some(start() + TimeDelta::days(7)));
    assert_eq!(expired.status.rests_until(), Some(start() + TimeDelta::days(9)));
    assert_eq!(proposal().status.rests_until(), None);
}

#[test]
fn a_stopped_proposal_frees_everything_and_rests_nobody() {
    let stopped = proposal().stop(start()).unwrap();
    assert_eq!((stopped.status.code(), stopped.status.rests_until(), stopped.stop(start())), ("stopped", None, None));
    assert_eq!(proposal().change_to(&stopped).total_grams(), -24_000_000);
    assert_eq!(accept(&stopped, Side::Buyer, start()), refused(ProposalConflict::Closed));
    let agreed = accept(&accept(&proposal(), Side::Buyer, start()).unwrap(), Side::Supplier, start()).unwrap();
    assert_eq!(agreed.stop(start()), None, "what is agreed stays");
}

#[test]
fn time_ends_an_open_proposal_at_its_hour() {
    let end = start() + TimeDelta::hours(48);
    assert_eq!(proposal().lapse(end - TimeDelta::microseconds(1)), None);
    assert_eq!(accept(&proposal(), Side::Buyer, end), refused(ProposalConflict::Expired));
    assert_eq!(proposal().lapse(end).unwrap().lapse(end), None);
    let answered = counter(&proposal(), Side::Buyer, priced(22_000), end - TimeDelta::hours(1)).unwrap();
    assert_eq!(answered.expires_at, end + TimeDelta::hours(23));
    let early = counter(&proposal(), Side::Buyer, priced(22_000), start()).unwrap();
    assert_eq!(early.expires_at, end);
}

#[test]
fn counters_end_after_ten() {
    let mut countered = proposal();
    for round in 0..i64::from(MOST_COUNTERS) {
        let side = if round % 2 == 0 { Side::Buyer } else { Side::Supplier };
        countered = counter(&countered, side, priced(22_000 + round), start()).unwrap();
    }
    assert_eq!(counter(&countered, Side::Buyer, priced(30_000), start()), refused(ProposalConflict::TooManyCounters));
    assert_eq!(accept(&countered, Side::Buyer, start()).unwrap().status.code(), "agreed");
    assert_eq!(countered.earlier.iter().map(|revision| revision.number).collect::<Vec<_>>(), (1..=10).collect::<Vec<_>>());
}

#[test]
fn a_counter_changes_something_and_stays_within_the_goods() {
    assert_eq!(counter(&proposal(), Side::Buyer, terms(), start()), refused(ProposalConflict::Unchanged));
    let late =
        ProposalTerms::new(Draft { lines: vec![WeekKg { week: day("2026-12-28").week(), kg: kg("500") }], payment_days: 45, ..draft() })
            .unwrap();
    assert_eq!(
        faults(counter(&proposal(), Side::Buyer, late.clone(), start())),
        [
            ("terms.lines.0.week".to_owned(), "week_outside_deal"),
            ("terms.lines".to_owned(), "below_smallest_lot"),
            ("terms.payment_days".to_owned(), "payment_days_above_longest"),
        ]
    );
    // The supplier may go below the own lot and wait longer for the money, but not beyond the weeks.
    assert_eq!(faults(counter(&proposal(), Side::Supplier, late, start())), [("terms.lines.0.week".to_owned(), "week_outside_deal")]);
}

#[test]
fn nobody_agrees_to_days_that_are_over() {
    let mut open = proposal();
    open.expires_at = at("2027-01-01T00:00:00Z");
    let monday = at("2026-12-07T00:00:00Z");
    assert_eq!(faults(accept(&open, Side::Buyer, monday)), [("terms.lines.0.week".to_owned(), "week_over")]);
    assert_eq!(faults(counter(&open, Side::Buyer, priced(20_000), monday)), [("terms.lines.0.week".to_owned(), "week_over")]);
    let sunday = at("2026-12-06T10:00:00Z");
    assert!(accept(&open, Side::Buyer, sunday).is_ok());
}

#[test]
fn only_the_two_parties_decide_and_their_viewers_do_not() {
    let commands = || {
        [
            Command::Accept { revision: 1 },
            Command::Decline { revision: 1, reason: reason() },
            Command::Counter { revision: 1, terms: priced(20_000), message: None },
        ]
    };
    for command in commands() {
        let by = |actor: &Actor| proposal().apply(actor, ClerkLimit::NOTHING, command.clone(), start()).err();
        assert_eq!(by(&actor(Side::Buyer, Role::Viewer)), Some(Refusal::Denied(crate::policy::Denied::Forbidden)), "{}", command.name());
        let stranger = member(STRANGER, Side::Supplier, Role::Director);
        assert_eq!(by(&stranger), Some(Refusal::Denied(crate::policy::Denied::Hidden)), "{}", command.name());
        assert_eq!(by(&director(Side::Supplier)), None, "{}", command.name());
    }
}

#[test]
fn terms_report_every_fault() {
    let week = day("2026-11-30").week();
    let bad = Draft {
        farm_gate: 10_000_000.try_into().unwrap(),
        lines: vec![WeekKg { week, kg: kg("0.5") }, WeekKg { week, kg: kg("100") }],
        payment_days: 400,
        ..draft()
    };
    let faults: Vec<_> = ProposalTerms::new(bad).unwrap_err().into_iter().map(|fault| (fault.field.into_owned(), fault.code)).collect();
    let fault = |field: &str, code| (field.to_owned(), code);
    assert_eq!(
        faults,
        [
            fault("lines.0.kg", "kg_out_of_range"),
            fault("lines.1.week", "week_repeated"),
            fault("payment_days", "payment_days_out_of_range"),
            fault("freight", "price_out_of_range"),
        ]
    );
    let empty = ProposalTerms::new(Draft { lines: Vec::new(), ..draft() }).unwrap_err();
    assert_eq!(empty, [FieldError::new("lines", "lines_empty")]);
    let heavy = vec![WeekKg { week, kg: Kg::MOST }, WeekKg { week: week.next(), kg: Kg::MOST }];
    assert_eq!(ProposalTerms::new(Draft { lines: heavy, ..draft() }).unwrap_err(), [FieldError::new("lines", "kg_out_of_range")]);
    assert!(Freight::new(-1).is_err() && Freight::new(10_000_001).is_err());
}

#[test]
fn the_buyers_truck_takes_the_freight_out_of_the_price() {
    let buyer = ProposalTerms::new(Draft { carrier: Carrier::Buyer, ..draft() }).unwrap();
    assert_eq!((buyer.price().dong(), buyer.delivered().dong(), buyer.total().dong()), (22_800, 23_260, 24_000 * 22_800));
    assert_eq!((terms().price().dong(), terms().delivered().dong(), terms().total().dong()), (23_260, 23_260, 24_000 * 23_260));
}

#[test]
fn terms_read_back_from_json_in_order() {
    let mut shuffled = draft();
    shuffled.lines.reverse();
    let json = serde_json::to_string(&shuffled).unwrap();
    assert_eq!(serde_json::from_str::<ProposalTerms>(&json).unwrap(), terms());
    assert_eq!(serde_json::from_str::<ProposalTerms>(&serde_json::to_string(&terms()).unwrap()).unwrap(), terms());
    let without = r#"{"farm_gate":22800,"lines":[],"payment_days":15}"#;
    assert!(serde_json::from_str::<ProposalTerms>(without).unwrap_err().to_string().starts_with("lines_empty"));
    let nine_tonnes = serde_json::json!({"week": "2026-11-30", "kg": "9000"});
    let plain = serde_json::json!({"farm_gate": 22_800, "lines": [nine_tonnes], "payment_days": 15});
    assert_eq!(serde_json::from_value::<ProposalTerms>(plain).unwrap().carrier(), Carrier::Seller);
}

#[derive(Debug, Clone)]
enum Step {
    Accept(Side),
    Decline(Side),
    Counter(Side, i64, [u16; 4]),
    Wait(i64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let side = || prop_oneof![Just(Side::Supplier), Just(Side::Buyer)];
    let step = prop_oneof![
        4 => side().prop_map(Step::Accept),
        1 => side().prop_map(Step::Decline),
        6 => (side(), 100..50_000i64, prop::array::uniform4(0..20_000u16)).prop_map(|(side, price, kg)| Step::Counter(side, price, kg)),
        2 => (0..30i64).prop_map(Step::Wait),
    ];
    prop::collection::vec(step, 0..30)
}

fn counter_terms(price: i64, kilograms: [u16; 4]) -> Option<ProposalTerms> {
    let lines = draft().lines.into_iter().zip(kilograms).filter(|(_, kg)| *kg > 0);
    let lines = lines.map(|(line, whole)| WeekKg { kg: Kg::from_whole(i64::from(whole)).unwrap(), ..line }).collect();
    ProposalTerms::new(Draft { farm_gate: price.try_into().ok()?, lines, ..draft() }).ok()
}

proptest! {
    /// Whatever people do, in whatever order: what is held follows from the changes, nobody is bound to terms they did not
    /// accept, no revision is lost, and nothing happens after the end.
    #[test]
    fn any_order_of_commands_keeps_the_promises(steps in steps()) {
        let (mut now, mut proposal) = (start(), proposal());
        let mut held = proposal.hold().unwrap().total().grams();
        for step in steps {
            let before = proposal.clone();
            let result = match step {
                Step::Wait(hours) => {
                    now += TimeDelta::hours(hours);
                    proposal.lapse(now).map_or_else(|| Ok(proposal.clone()), Ok)
                }
                Step::Accept(side) => accept(&proposal, side, now),
                Step::Decline(side) => {
                    let command = Command::Decline { revision: proposal.current.number, reason: reason() };
                    proposal.apply(&director(side), ClerkLimit::NOTHING, command, now)
                }
                Step::Counter(side, price, kilograms) => match counter_terms(price, kilograms) {
                    Some(terms) => counter(&proposal, side, terms, now),
                    None => continue,
                },
            };
            let Ok(next) = result else { continue };
            prop_assert!(before.status == Status::Open || next == before);
            held += before.change_to(&next).total_grams();
            prop_assert_eq!(held, next.hold().map_or(0, |hold| hold.total().grams()));
            prop_assert_eq!(next.version, before.version + i64::from(next != before));
            prop_assert_eq!(usize::from(next.current.number), next.earlier.len() + 1);
            prop_assert!(next.current.number <= MOST_COUNTERS + 1);
            if let Author::Party { side, .. } = next.current.by {
                prop_assert!(next.current.acceptance(side).is_some());
            }
            let both = Side::BOTH.into_iter().all(|side| next.current.acceptance(side).is_some());
            prop_assert_eq!(both, matches!(next.status, Status::Agreed { .. }));
            proposal = next;
        }
    }
}
