use super::*;
use crate::account::profile::tests::cooperative;
use crate::account::{BankAccount, Language, Role, User, UserDetails};
use crate::policy::Denied;
use std::fmt::Write;
use uuid::Uuid;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn now() -> Timestamp {
    at("2026-11-21T05:00:00Z")
}

fn words() -> Reason {
    "Đổi ngân hàng".parse().unwrap()
}

fn officer() -> Actor {
    Actor { user: Uuid::from_u128(9).into(), role: Role::Officer, membership: None }
}

fn org() -> Organisation {
    let org = Organisation::register(cooperative(), Uuid::from_u128(1).into(), now()).unwrap();
    org.verify(&officer(), words(), now()).unwrap()
}

fn member(id: u128, role: Role) -> Actor {
    Actor { user: Uuid::from_u128(id).into(), role, membership: Some(org().membership()) }
}

fn bank() -> BankAccount {
    BankAccount { bank: "Agribank".parse().unwrap(), number: "3001205678".parse().unwrap(), holder: "HTX Cam".parse().unwrap() }
}

fn account() -> GuardedValue {
    GuardedValue::BankAccount(bank())
}

fn asked_account() -> Asked {
    Asked::bank_account(&org().profile, bank())
}

fn person(id: u128, role: Role) -> User {
    let details = UserDetails { name: "Quách Thị Lan".parse().unwrap(), phone: None, email: None, language: Language::Vi };
    User { role, ..User::first_director(org().id, "lan@example.vn".parse().unwrap(), details, Uuid::from_u128(id).into(), now()) }
}

fn about(id: u128, was: Role, becomes: Role) -> Result<GuardedChange, GuardedError> {
    let director = member(2, Role::Director);
    let asked = GuardedChange::of_role(&director, &person(id, was), becomes)?;
    GuardedChange::ask(&director, &org(), asked, words(), Others { able: 1, left: 0 }, Uuid::from_u128(5).into(), now())
}

fn ask(others: u64) -> GuardedChange {
    GuardedChange::ask(
        &member(2, Role::Director),
        &org(),
        asked_account(),
        words(),
        Others { able: others, left: 0 },
        Uuid::from_u128(5).into(),
        now(),
    )
    .unwrap()
}

fn old_account() -> Timestamp {
    now() - TimeDelta::days(GuardedChange::CONFIRMER_DAYS)
}

fn cooling() -> GuardedChange {
    let confirmed = ask(1).confirm(&member(3, Role::Clerk), old_account(), 1, now()).unwrap();
    confirmed.decide(&officer(), true, words(), 2, now()).unwrap()
}

fn in_each_state() -> Vec<GuardedChange> {
    let cooling = cooling();
    let refused = ask(0).decide(&officer(), false, words(), 1, now()).unwrap();
    let in_force = cooling.take_effect(now() + TimeDelta::days(3)).unwrap();
    let stopped = cooling.stop(&officer(), words(), now()).unwrap();
    let expired = ask(1).expire(now() + TimeDelta::days(14)).unwrap();
    vec![ask(1), ask(0), cooling, in_force, refused, stopped, expired]
}

#[test]
fn every_step_from_every_state() {
    let mut table = String::new();
    for change in in_each_state() {
        let late = now() + TimeDelta::days(8);
        let steps = [
            ("confirm", change.confirm(&member(3, Role::Viewer), old_account(), change.version, now())),
            ("approve", change.decide(&officer(), true, words(), change.version, now())),
            ("refuse", change.decide(&officer(), false, words(), change.version, now())),
            ("stop", change.stop(&member(4, Role::Director), words(), now())),
            ("fortnight", change.expire(now() + TimeDelta::days(14)).ok_or(Refusal::Conflict(GuardedConflict::Elsewhere))),
            ("time", change.take_effect(late).ok_or(Refusal::Conflict(GuardedConflict::Elsewhere))),
        ];
        for (step, result) in steps {
            let result = result.map_or_else(|error| error.to_string(), |next| next.state.code().to_owned());
            writeln!(table, "{} + {step} -> {result}", change.state.code()).unwrap();
        }
    }
    insta::assert_snapshot!("steps", table);
}

#[test]
fn whoever_asked_does_not_confirm_nor_does_an_account_of_yesterday() {
    let change = ask(1);
    let confirm = |who: u128, opened| change.confirm(&member(who, Role::Director), opened, 1, now()).map(|next| next.state.code());
    assert_eq!(confirm(2, old_account()), Err(Refusal::Conflict(GuardedConflict::Own)));
    assert_eq!(confirm(3, old_account() + TimeDelta::seconds(1)), Err(Refusal::Conflict(GuardedConflict::Newcomer)));
    assert_eq!(confirm(3, old_account()), Ok("to_decide"));
    assert_eq!(change.confirm(&officer(), old_account(), 1, now()), Err(Refusal::Denied(Denied::Forbidden)));
    assert_eq!(change.confirm(&member(3, Role::Clerk), old_account(), 2, now()), Err(Refusal::Stale));
}

#[test]
fn alone_it_takes_a_week_and_with_a_second_member_three_days() {
    let from = |change: &GuardedChange| match &change.state {
        GuardedState::Cooling { from, .. } => *from - now(),
        other => panic!("{other:?}"),
    };
    assert_eq!(from(&cooling()), TimeDelta::days(3));
    let alone = ask(0).decide(&officer(), true, words(), 1, now()).unwrap();
    assert_eq!(from(&alone), TimeDelta::days(7));
    assert_eq!(alone.take_effect(now() + TimeDelta::days(7) - TimeDelta::seconds(1)), None);
    assert!(alone.take_effect(now() + TimeDelta::days(7)).is_some());
}

#[test]
fn what_may_be_asked() {
    let director = member(2, Role::Director);
    let id = Uuid::from_u128(5).into();
    let asked =
        |org: &Organisation, new| GuardedChange::ask(&director, org, new, words(), Others::default(), id, now()).map(|change| change.old);
    let own = org().profile;
    let same = Asked::representative(&own, Representative { name: own.representative.clone(), position: own.position.clone() });
    assert_eq!(asked(&org(), same), Err(Refusal::Conflict(GuardedConflict::Nothing)));
    assert_eq!(asked(&org(), asked_account()), Ok(None));
    let moved = org().with(&account());
    assert_eq!(moved.profile.bank_account.as_ref().map(|account| account.bank.as_str()), Some("Agribank"));
    assert_eq!((moved.status.code(), moved.version), ("verified", org().version + 1));
    let registered = Organisation::register(cooperative(), Uuid::from_u128(1).into(), now()).unwrap();
    assert_eq!(asked(&registered, asked_account()), Err(Refusal::Conflict(GuardedConflict::NotYet)));
    let clerk = GuardedChange::ask(&member(3, Role::Clerk), &org(), asked_account(), words(), Others::default(), id, now());
    assert_eq!(clerk, Err(Refusal::Denied(Denied::Forbidden)));
}

#[test]
fn payers_are_warned_from_the_offices_yes_until_a_month_after() {
    let change = cooling();
    let from = now() + TimeDelta::days(3);
    assert_eq!(ask(1).warns_payers(None, now()), None);
    assert_eq!(change.warns_payers(None, now()), Some(from));
    let done = change.take_effect(from).unwrap();
    let GuardedValue::BankAccount(new) = account() else { panic!("an account") };
    let month = from + TimeDelta::days(30);
    assert_eq!(done.warns_payers(Some(&new), month - TimeDelta::seconds(1)), Some(from));
    assert_eq!(done.warns_payers(Some(&new), month), None);
    assert_eq!(done.warns_payers(None, month + TimeDelta::days(90)), Some(from), "a contract that names another account");
    assert_eq!(change.stop(&officer(), words(), now()).unwrap().warns_payers(None, now()), None);
    assert_eq!(account().in_short(|_| String::new()), "Agribank …5678");
}

#[test]
fn who_closed_the_accounts_of_all_others_cannot_ask_at_once() {
    let ask = |able, left| {
        let others = Others { able, left };
        let asked =
            GuardedChange::ask(&member(2, Role::Director), &org(), asked_account(), words(), others, Uuid::from_u128(5).into(), now());
        asked.map(|change| change.state)
    };
    assert_eq!(ask(0, 1), Err(Refusal::Conflict(GuardedConflict::MembersLeft)));
    assert_eq!(ask(1, 1), Ok(GuardedState::ToConfirm));
}

/// Whoever changes the number first does not choose which one the office rings.
#[test]
fn the_office_rings_the_number_from_before_the_week_of_the_request() {
    let change = ask(1);
    let phone = |text: &str| text.parse::<crate::phone::Phone>().unwrap();
    let changed = |old: &str, new: &str, days: i64| PhoneChange {
        old: phone(old),
        new: phone(new),
        by: change.asked.by,
        at: change.asked.at + TimeDelta::days(days),
    };
    let all =
        vec![changed("0912000001", "0912000002", -30), changed("0912000002", "0912000003", -6), changed("0912000003", "0912000004", 1)];
    let now = phone("0912000004");
    let doubtful = change.doubtful(all.clone());
    assert_eq!(doubtful, all[1..]);
    assert_eq!(GuardedChange::to_ring(&now, &doubtful), &phone("0912000002"));
    assert_eq!(GuardedChange::to_ring(&now, &change.doubtful(all[..1].to_vec())), &now);
}

#[test]
fn a_request_that_nobody_confirms_ends_after_a_fortnight() {
    let (asked, end) = (ask(1), now() + TimeDelta::days(14));
    assert_eq!((asked.confirm_by(), ask(0).confirm_by()), (Some(end), None), "the office takes the time it takes");
    assert_eq!(asked.expire(end - TimeDelta::seconds(1)), None);
    let late = asked.confirm(&member(3, Role::Viewer), old_account(), 1, end);
    assert_eq!(late, Err(Refusal::Conflict(GuardedConflict::Elsewhere)), "before the clock comes by");
    assert_eq!(asked.expire(end).unwrap().state, GuardedState::Expired { at: end, verdict: None });
}

#[test]
fn nobody_decides_about_the_own_role() {
    let goes = about(3, Role::Director, Role::Clerk).unwrap();
    assert_eq!(
        (goes.new.kind(), goes.old.as_ref().map(GuardedValue::kind)),
        (GuardedKind::FormerDirector, Some(GuardedKind::FormerDirector))
    );
    let own = Err(Refusal::Conflict(GuardedConflict::AboutYou));
    assert_eq!(goes.confirm(&member(3, Role::Director), old_account(), 1, now()), own);
    assert_eq!(goes.stop(&member(3, Role::Director), words(), now()), own);
    assert!(goes.confirm(&member(4, Role::Viewer), old_account(), 1, now()).is_ok());
    assert!(goes.stop(&member(2, Role::Director), words(), now()).is_ok(), "whoever asked takes it back");
    let comes = about(3, Role::Viewer, Role::Director).unwrap();
    assert_eq!(comes.new.kind(), GuardedKind::NewDirector);
    assert_eq!(comes.confirm(&member(3, Role::Viewer), old_account(), 1, now()), own);
}

#[test]
fn only_who_leads_is_asked_for() {
    let refused = |conflict| Err(Refusal::Conflict(conflict));
    assert_eq!(about(3, Role::Clerk, Role::Viewer), refused(GuardedConflict::RoleFree));
    assert_eq!(about(2, Role::Director, Role::Clerk), refused(GuardedConflict::RoleFree), "the own one");
    assert_eq!(about(3, Role::Clerk, Role::Officer), refused(GuardedConflict::RoleNotOfAMember));
    assert_eq!(about(3, Role::Director, Role::Director), refused(GuardedConflict::Nothing));
    let director = member(2, Role::Director);
    let gone = User { closed_at: Some(now()), ..person(3, Role::Clerk) };
    assert_eq!(GuardedChange::of_role(&director, &gone, Role::Director), Err(Refusal::Conflict(GuardedConflict::MemberClosed)));
    let stranger = User { org: Some(Uuid::from_u128(8).into()), ..person(3, Role::Clerk) };
    assert_eq!(GuardedChange::of_role(&director, &stranger, Role::Director), Err(Refusal::Denied(Denied::Hidden)));
}

#[test]
fn what_fits_no_more_when_its_time_comes_keeps_what_the_office_said() {
    let change = cooling();
    let GuardedState::Cooling { verdict, from } = &change.state else { panic!("cooling") };
    assert_eq!(change.come_to_nothing(*from - TimeDelta::seconds(1)), None);
    let over = change.come_to_nothing(*from).unwrap();
    assert_eq!(over.state, GuardedState::Expired { at: *from, verdict: Some(verdict.clone()) });
}
