use super::*;
use crate::account::Membership;
use crate::account::profile_for_tests as cooperative;
use crate::day::TradeDay;
use proptest::prelude::*;

fn now() -> Timestamp {
    "2026-11-21T05:00:00Z".parse().unwrap()
}

fn officer() -> Actor {
    Actor { user: Uuid::from_u128(9).into(), role: Role::Officer, membership: None }
}

fn verified() -> Organisation {
    let org = Organisation::register(cooperative(), Uuid::from_u128(1).into(), now()).unwrap();
    org.verify(&officer(), "Đủ".parse().unwrap(), now()).unwrap()
}

fn member(role: Role) -> Actor {
    Actor { user: Uuid::from_u128(2).into(), role, membership: Some(verified().membership()) }
}

fn asked() -> Asked {
    Asked { name: "Bùi Văn Tư".parse().unwrap(), way: AskedBy::Phone, note: Note::default() }
}

fn entered(waiting: u64) -> Result<Assisted, AssistedError> {
    let post = EnteredPost::of(Side::Supplier, Uuid::from_u128(7));
    Assisted::enter(&officer(), verified().id, post, asked(), waiting, Uuid::from_u128(3).into(), now())
}

fn reason() -> Reason {
    "Không ai nhờ".parse().unwrap()
}

const SETTLED: AssistedError = Refusal::Conflict(AssistedConflict::Settled);

#[test]
fn only_the_office_enters_and_stands_under_the_rules_of_the_organisation() {
    let org = verified();
    let desk = Assisted::desk(&officer(), &org).unwrap();
    assert_eq!((desk.user, desk.membership), (officer().user, Some(org.membership())));
    let waiting = Organisation::register(cooperative(), Uuid::from_u128(1).into(), now()).unwrap();
    let unverified = Assisted::desk(&officer(), &waiting).unwrap();
    assert_eq!(policy::allow(&unverified, Command::PostOffer, Target::Org(org.id)), Err(Denied::NotVerified));
    assert_eq!(policy::allow(&desk, Command::PostDemand, Target::Org(org.id)), Err(Denied::Forbidden), "the other side");
    for command in [Command::SignContract, Command::DeclineProposal] {
        assert!(policy::allow(&desk, command, Target::Deal { supplier: org.id, buyer: Uuid::from_u128(5).into() }).is_err());
    }
    for role in [Role::Director, Role::Clerk, Role::Viewer] {
        assert_eq!(Assisted::desk(&member(role), &org), Err(Denied::Forbidden));
    }
    assert_eq!(entered(Assisted::MOST_WAITING), Err(Refusal::Conflict(AssistedConflict::TooMany)));
}

#[test]
fn an_entry_waits_no_longer_than_its_post_stands() {
    let entry = entered(0).unwrap();
    let soon = now() + chrono::TimeDelta::days(3);
    assert_eq!(entry.clone().until(soon).confirm_by, soon);
    assert_eq!(entry.clone().until(now() + chrono::TimeDelta::days(90)), entry);
}

#[test]
fn the_desk_of_the_organisation_answers_once_and_nobody_else_does() {
    let entry = entered(0).unwrap();
    let confirmed = entry.confirm(&member(Role::Clerk), now()).unwrap();
    assert_eq!(confirmed.confirm(&member(Role::Director), now()).as_ref(), Ok(&confirmed), "twice is harmless");
    assert_eq!(confirmed.refuse(&member(Role::Director), reason(), now()), Err(SETTLED));
    assert_eq!(entry.refuse(&member(Role::Director), reason(), now()).unwrap().confirm(&member(Role::Director), now()), Err(SETTLED));
    for stranger in [member(Role::Viewer), officer()] {
        assert_eq!(entry.confirm(&stranger, now()), Err(Refusal::Denied(Denied::Forbidden)));
        assert_eq!(entry.refuse(&stranger, reason(), now()), Err(Refusal::Denied(Denied::Forbidden)));
    }
    let other = Membership { org: Uuid::from_u128(8).into(), ..verified().membership() };
    let neighbour = Actor { membership: Some(other), ..member(Role::Director) };
    assert_eq!(entry.confirm(&neighbour, now()), Err(Refusal::Denied(Denied::Hidden)));
}

#[test]
fn the_office_corrects_and_reads_the_reserve_until_somebody_answered() {
    let entry = entered(0).unwrap();
    assert!(entry.office(&officer(), &verified()).is_ok() && entry.shows_reserve(&officer()));
    let confirmed = entry.confirm(&member(Role::Clerk), now()).unwrap();
    assert_eq!(confirmed.office(&officer(), &verified()), Err(SETTLED));
    assert!(!confirmed.shows_reserve(&officer()));
    assert!(!entry.shows_reserve(&Actor { role: Role::Operator, ..officer() }));
}

proptest! {
    /// It leaves the market when its days are over, not a second sooner, and never once somebody answered.
    #[test]
    fn it_lapses_on_time_and_only_while_it_waits(seconds in 0i64..60 * 86_400, answer in 0u8..3) {
        let entry = entered(0).unwrap();
        let later = now() + TimeDelta::seconds(seconds);
        let entry = match answer {
            0 => entry,
            1 => entry.confirm(&member(Role::Clerk), now()).unwrap(),
            _ => entry.refuse(&member(Role::Clerk), reason(), now()).unwrap(),
        };
        let due = answer == 0 && seconds >= Assisted::DAYS * 86_400;
        let lapsed = entry.lapse(&verified(), later);
        prop_assert_eq!(lapsed.is_some(), due);
        if let Some((lapsed, desk)) = lapsed {
            prop_assert_eq!(desk.user, entry.entered_by);
            prop_assert!(lapsed.lapse(&verified(), later).is_none());
        }
    }
}

#[test]
fn a_signed_slip_keeps_an_entry_until_it_is_changed_and_answers_nothing() {
    let entry = entered(0).unwrap();
    let form = |day: &str| SlipForm { reference: "PK-1".parse().unwrap(), signed_on: TradeDay::new(day.parse().unwrap()), version: 1 };
    let sign = |entry: &Assisted, day: &str, have| entry.sign(&officer(), form(day), have, Uuid::from_u128(4).into(), now());
    let (signed, slip) = sign(&entry, "2026-10-22", 0).unwrap();
    assert_eq!((signed.slip, slip.version, slip.by), (Some(slip.id), 1, officer().user));
    for day in ["2026-10-21", "2026-11-22"] {
        assert!(matches!(sign(&entry, day, 0), Err(Refusal::Invalid(_))), "{day}");
    }
    assert_eq!(sign(&entry, "2026-11-21", Slip::MOST), Err(Refusal::Conflict(AssistedConflict::TooManySlips)));
    let late = now() + TimeDelta::days(60);
    assert!(entry.lapse(&verified(), late).is_some() && signed.lapse(&verified(), late).is_none());
    assert!(signed.refuse(&member(Role::Director), reason(), late).is_ok(), "the organisation may still say no");
    let changed = signed.without_slip(late);
    assert_eq!((changed.slip, changed.confirm_by), (None, late + TimeDelta::days(Assisted::DAYS)));
    assert_eq!(entry.without_slip(late), entry, "nothing was signed for");
    let own = member(Role::Director);
    assert_eq!(entry.sign(&own, form("2026-11-21"), 0, Uuid::from_u128(4).into(), now()), Err(Refusal::Denied(Denied::Forbidden)));
    let confirmed = entry.confirm(&own, now()).unwrap();
    assert_eq!(sign(&confirmed, "2026-11-21", 0), Err(SETTLED));
}

#[test]
fn an_officer_who_files_papers_neither_trades_nor_signs() {
    let secretary = Assisted::secretary(&officer(), &verified()).unwrap();
    assert_eq!(policy::allow(&secretary, Command::SendDocument, Target::Org(verified().id)), Ok(()));
    assert_eq!(policy::allow(&secretary, Command::VerifyCertificate, Target::Org(verified().id)), Err(Denied::Forbidden));
    for role in [Role::Director, Role::Clerk, Role::Viewer] {
        assert_eq!(Assisted::secretary(&member(role), &verified()), Err(Denied::Forbidden));
    }
}
