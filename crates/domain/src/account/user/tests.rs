use super::*;
use crate::account::profile::tests::cooperative;
use crate::policy::Denied;
use uuid::Uuid;

fn now() -> Timestamp {
    "2026-11-21T05:00:00Z".parse().unwrap()
}

fn details() -> UserDetails {
    UserDetails { name: "Quách Thị Lan".parse().unwrap(), phone: None, email: None, language: Language::Vi }
}

fn org() -> Organisation {
    Organisation::register(cooperative(), Uuid::from_u128(1).into(), now()).unwrap()
}

fn director() -> User {
    User::first_director(org().id, "lan@example.vn".parse().unwrap(), details(), Uuid::from_u128(2).into(), now())
}

/// So many directors of an organisation that the office has not seen.
const fn free(open: u64) -> Directors {
    Directors { open, guarded: false }
}

fn add(role: Role) -> Result<User, UserError> {
    let actor = director().actor(Some(&org())).unwrap();
    User::add_member(&actor, role, false, "0912345678".parse().unwrap(), details(), Uuid::from_u128(3).into(), now())
}

#[test]
fn the_sign_in_name_fills_in_what_was_left_out() {
    assert_eq!(director().details.email.unwrap().as_str(), "lan@example.vn");
    let clerk = add(Role::Clerk).unwrap();
    assert_eq!(clerk.details.phone.unwrap().as_str(), "+84912345678");
    assert_eq!(clerk.details.email, None);
    let other = UserDetails { email: Some("htx@example.vn".parse().unwrap()), ..details() };
    let user = User::first_director(org().id, "lan@example.vn".parse().unwrap(), other, Uuid::from_u128(2).into(), now());
    assert_eq!(user.details.email.unwrap().as_str(), "htx@example.vn");
}

#[test]
fn members_join_the_directors_organisation_and_staff_join_none() {
    assert_eq!(add(Role::Clerk).unwrap().org, Some(org().id));
    assert_eq!(add(Role::Officer), Err(Refusal::Conflict(UserConflict::RoleNotOfAMember)));
    let clerk = add(Role::Clerk).unwrap().actor(Some(&org())).unwrap();
    let by_clerk = User::add_member(&clerk, Role::Clerk, false, "lan".parse().unwrap(), details(), Uuid::from_u128(4).into(), now());
    assert_eq!(by_clerk, Err(Refusal::Denied(Denied::Forbidden)));
    let staff = |role| User::staff(role, "can.bo".parse().unwrap(), details(), Uuid::from_u128(5).into(), now());
    assert_eq!(staff(Role::Officer).unwrap().org, None);
    assert_eq!(staff(Role::Clerk), None);
}

#[test]
fn somebody_stays_to_sign() {
    let actor = director().actor(Some(&org())).unwrap();
    let clerk = add(Role::Clerk).unwrap();
    let gone = clerk.remove_member(&actor, free(1), now()).unwrap();
    assert_eq!(gone.actor(Some(&org())), None);
    assert_eq!(gone.remove_member(&actor, free(1), now()), Err(Refusal::Conflict(UserConflict::Closed)));
    assert_eq!(director().remove_member(&actor, free(1), now()), Err(Refusal::Conflict(UserConflict::LastDirector)));
    assert!(director().remove_member(&actor, free(2), now()).is_ok());
    let stranger = User { org: Some(Uuid::from_u128(8).into()), ..clerk };
    assert_eq!(stranger.remove_member(&actor, free(1), now()), Err(Refusal::Denied(Denied::Hidden)));
}

#[test]
fn a_role_changes_within_the_organisation_and_never_away_from_the_last_director() {
    let actor = director().actor(Some(&org())).unwrap();
    let clerk = add(Role::Clerk).unwrap();
    assert_eq!(clerk.change_role(&actor, Role::Viewer, free(1), 1).map(|user| (user.role, user.version)), Ok((Role::Viewer, 2)));
    assert_eq!(clerk.change_role(&actor, Role::Officer, free(1), 1), Err(Refusal::Conflict(UserConflict::RoleNotOfAMember)));
    assert_eq!(clerk.change_role(&actor, Role::Director, free(1), 0), Err(Refusal::Stale));
    assert_eq!(director().change_role(&actor, Role::Clerk, free(1), 1), Err(Refusal::Conflict(UserConflict::LastDirector)));
    assert_eq!(director().change_role(&actor, Role::Clerk, free(2), 1).map(|user| user.role), Ok(Role::Clerk));
    let gone = clerk.remove_member(&actor, free(1), now()).unwrap();
    assert_eq!(gone.change_role(&actor, Role::Director, free(1), 2), Err(Refusal::Conflict(UserConflict::Closed)));
    let by_clerk = clerk.actor(Some(&org())).unwrap();
    assert_eq!(clerk.change_role(&by_clerk, Role::Director, free(1), 1), Err(Refusal::Denied(Denied::Forbidden)));
}

#[test]
fn a_director_or_an_operator_helps_others_to_a_password_and_nobody_themselves() {
    let actor = director().actor(Some(&org())).unwrap();
    let clerk = add(Role::Clerk).unwrap();
    assert_eq!(clerk.reset_by_director(&actor, false), Ok(()));
    assert_eq!(director().reset_by_director(&actor, false), Err(Refusal::Conflict(UserConflict::OwnPassword)));
    assert_eq!(director().reset_by_director(&clerk.actor(Some(&org())).unwrap(), false), Err(Refusal::Denied(Denied::Forbidden)));
    let gone = clerk.remove_member(&actor, free(1), now()).unwrap();
    assert_eq!(gone.reset_by_director(&actor, false), Err(Refusal::Conflict(UserConflict::Closed)));
    let operator = User::staff(Role::Operator, "van.hanh".parse().unwrap(), details(), Uuid::from_u128(5).into(), now()).unwrap();
    assert_eq!(clerk.reset_by_operator(&operator.actor(None).unwrap()), Ok(()));
    assert_eq!(clerk.reset_by_director(&operator.actor(None).unwrap(), false), Err(Refusal::Denied(Denied::Hidden)));
    assert_eq!(clerk.reset_by_operator(&actor), Err(Refusal::Denied(Denied::Forbidden)));
    assert_eq!(operator.reset_by_director(&actor, false), Err(Refusal::Denied(Denied::Hidden)));
}

#[test]
fn whoever_is_erased_leaves_no_name_and_no_organisation_without_a_director() {
    let leaving = |directors, closed, open| Leaving { directors, closed, open };
    let user = director().confirm_email(now());
    assert_eq!(
        user.erase(leaving(1, false, true), Uuid::from_u128(77), now()),
        Err(Refusal::Conflict(UserConflict::EraseLastDirectorDeals))
    );
    assert_eq!(user.erase(leaving(1, false, false), Uuid::from_u128(77), now()), Err(Refusal::Conflict(UserConflict::EraseLastDirector)));
    assert!(user.erase(leaving(2, false, true), Uuid::from_u128(77), now()).is_ok());
    let gone = user.erase(leaving(1, true, false), Uuid::from_u128(77), now()).unwrap();
    assert_eq!((gone.closed_at, gone.erased_at, gone.email_confirmed_at), (Some(now()), Some(now()), None));
    assert_eq!((gone.details.email.clone(), gone.details.phone.clone()), (None, None));
    assert!(gone.sign_in.as_str().starts_with("da-xoa-") && gone.details.name.as_str() != user.details.name.as_str());
    assert_eq!(
        gone.erase(leaving(1, false, true), Uuid::from_u128(77), now() + chrono::TimeDelta::days(1)),
        Ok(gone.clone()),
        "once more changes nothing"
    );
    assert!(add(Role::Clerk).unwrap().erase(leaving(1, false, true), Uuid::from_u128(77), now()).is_ok());
}

#[test]
fn a_new_address_is_confirmed_again() {
    let user = director().confirm_email(now());
    assert_eq!((user.email_confirmed_at, user.version), (Some(now()), 2));
    assert_eq!(user.confirm_email(now() + chrono::TimeDelta::days(1)), user);
    let actor = user.actor(Some(&org())).unwrap();
    let renamed = UserDetails { name: "Lan Quách".parse().unwrap(), ..user.details.clone() };
    assert_eq!(user.edit(&actor, renamed, 2).unwrap().email_confirmed_at, Some(now()));
    let moved = UserDetails { email: Some("moi@example.vn".parse().unwrap()), ..user.details.clone() };
    assert_eq!(user.edit(&actor, moved.clone(), 2).unwrap().email_confirmed_at, None);
    assert_eq!(user.edit(&actor, moved, 1), Err(Refusal::Stale));
    assert_eq!(add(Role::Clerk).unwrap().confirm_email(now()).email_confirmed_at, None);
}

#[test]
fn nobody_acts_for_an_organisation_they_are_not_in() {
    let other = Organisation { id: Uuid::from_u128(8).into(), ..org() };
    assert_eq!(director().actor(Some(&other)), None);
    assert_eq!(director().actor(None), None);
}

#[test]
fn from_the_offices_first_look_on_directors_come_and_go_by_a_guarded_change() {
    let guarded = Directors { open: 2, guarded: true };
    let actor = director().actor(Some(&org())).unwrap();
    let new = User::add_member(&actor, Role::Director, true, "0912345678".parse().unwrap(), details(), Uuid::from_u128(3).into(), now());
    assert_eq!(new, Err(Refusal::Conflict(UserConflict::DirectorGuarded)));
    let clerk = add(Role::Clerk).unwrap();
    assert_eq!(clerk.change_role(&actor, Role::Director, guarded, 1), Err(Refusal::Conflict(UserConflict::DirectorGuarded)));
    assert!(clerk.change_role(&actor, Role::Viewer, guarded, 1).is_ok());
    let second = User { role: Role::Director, ..clerk.clone() };
    assert_eq!(second.change_role(&actor, Role::Clerk, guarded, 1), Err(Refusal::Conflict(UserConflict::DirectorGuarded)));
    assert_eq!(second.remove_member(&actor, guarded, now()), Err(Refusal::Conflict(UserConflict::DirectorFirst)));
    assert_eq!(second.reset_by_director(&actor, true), Err(Refusal::Conflict(UserConflict::DirectorPassword)));
    assert_eq!(second.reset_by_director(&actor, false), Ok(()));
    assert_eq!(clerk.reset_by_director(&actor, true), Ok(()));
    assert!(director().change_role(&actor, Role::Clerk, guarded, 1).is_ok(), "the own role is given up alone");
}

#[test]
fn a_role_that_was_waited_for_is_taken_only_where_it_still_fits() {
    let clerk = add(Role::Clerk).unwrap();
    let of = |member: &User, role| MemberRole { member: member.id, role };
    let comes = GuardedValue::NewDirector(of(&clerk, Role::Director));
    let raised = clerk.take_role(&comes, 1).unwrap();
    assert_eq!((raised.role, raised.version), (Role::Director, 2));
    assert_eq!(raised.take_role(&comes, 2), None, "a director already");
    assert_eq!(User { closed_at: Some(now()), ..clerk.clone() }.take_role(&comes, 1), None);
    assert_eq!(director().take_role(&comes, 1), None, "somebody else");
    let goes = GuardedValue::FormerDirector(of(&raised, Role::Viewer));
    assert_eq!(raised.take_role(&goes, 2).map(|user| user.role), Some(Role::Viewer));
    assert_eq!(raised.take_role(&goes, 1), None, "the last one stays");
    assert_eq!(clerk.take_role(&goes, 2), None, "stepped down before");
}
