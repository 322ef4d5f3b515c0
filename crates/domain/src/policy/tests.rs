use super::*;
use std::fmt::Write;
use uuid::Uuid;

const ME: u128 = 1;
const OURS: u128 = 10;
const THEIRS: u128 = 20;

fn org(id: u128) -> OrgId {
    Uuid::from_u128(id).into()
}

fn user(id: u128) -> UserId {
    Uuid::from_u128(id).into()
}

fn member(role: Role, side: Side, verified: bool) -> Actor {
    Actor { user: user(ME), role, membership: Some(Membership { org: org(OURS), side, verified }) }
}

fn staff(role: Role) -> Actor {
    Actor { user: user(ME), role, membership: None }
}

/// Everybody who can be signed in, by name.
fn actors() -> Vec<(String, Actor)> {
    let mut actors = Vec::new();
    for role in [Role::Director, Role::Clerk, Role::Viewer, Role::Driver] {
        for side in Side::BOTH {
            for verified in [true, false] {
                let state = if verified { "verified" } else { "unverified" };
                actors.push((format!("{} {} {state}", role.code(), side.code()), member(role, side, verified)));
            }
        }
    }
    actors.extend([Role::Officer, Role::Operator].map(|role| (role.code().to_owned(), staff(role))));
    actors
}

/// The thing a command is about, owned by the actor or by somebody else. For staff everything is somebody else's.
fn target(command: Command, actor: &Actor, own: bool) -> Target {
    let owner = org(if own { OURS } else { THEIRS });
    match rule_of(command).subject {
        Subject::Whole => Target::Whole,
        Subject::Org => Target::Org(owner),
        Subject::Deal => match actor.membership.map_or(Side::Supplier, |member| member.side) {
            Side::Supplier => Target::Deal { supplier: owner, buyer: org(30) },
            Side::Buyer => Target::Deal { supplier: org(30), buyer: owner },
        },
        Subject::Person => Target::Person(user(if own { ME } else { 2 })),
    }
}

fn word(answer: Result<(), Denied>) -> &'static str {
    match answer {
        Ok(()) => "yes",
        Err(Denied::Hidden) => "hidden",
        Err(Denied::Forbidden) => "forbidden",
        Err(Denied::NotVerified) => "not verified",
    }
}

fn reach(scope: Scope) -> &'static str {
    match scope {
        Scope::All => "all",
        Scope::Org(_) => "own",
        Scope::None => "none",
    }
}

/// A change of any rule is one visible difference in this table.
#[test]
fn the_whole_table() {
    let mut table = String::new();
    for &command in Command::ALL {
        writeln!(table, "{command:?}").unwrap();
        writeln!(table, "  {:<30}{:<14}{:<14}{:<14}scope", "", "own", "other's", "nobody's").unwrap();
        for (name, actor) in actors() {
            let [own, other] = [true, false].map(|own| word(allow(&actor, command, target(command, &actor, own))));
            let nobody = word(allow(&actor, command, Target::Whole));
            writeln!(table, "  {name:<30}{own:<14}{other:<14}{nobody:<14}{}", reach(scope(&actor, command))).unwrap();
        }
    }
    insta::assert_snapshot!("table", table);
}

/// What belongs to another organisation, or to another person, does not exist for a member; whatever the command.
#[test]
fn a_member_never_learns_of_what_is_somebody_elses() {
    for &command in Command::ALL {
        for (_, actor) in actors().into_iter().filter(|(_, actor)| actor.role.is_member()) {
            let theirs = [Target::Org(org(THEIRS)), Target::Deal { supplier: org(THEIRS), buyer: org(30) }, Target::Person(user(2))];
            for target in theirs {
                assert_eq!(allow(&actor, command, target), Err(Denied::Hidden), "{command:?} {actor:?} {target:?}");
            }
            assert_ne!(scope(&actor, command), Scope::All, "{command:?} {actor:?}");
        }
    }
}

/// An organisation that appears on the wrong side of a deal is not a party to it.
#[test]
fn a_deal_has_one_side_for_each_party() {
    let supplier = member(Role::Director, Side::Supplier, true);
    let buyer = member(Role::Director, Side::Buyer, true);
    assert_eq!(party(&supplier, Command::SignContract, org(OURS), org(THEIRS)), Ok(Side::Supplier));
    assert_eq!(party(&buyer, Command::SignContract, org(THEIRS), org(OURS)), Ok(Side::Buyer));
    assert_eq!(party(&supplier, Command::SignContract, org(THEIRS), org(OURS)), Err(Denied::Hidden));
    assert_eq!(party(&staff(Role::Officer), Command::ReadContract, org(OURS), org(THEIRS)), Err(Denied::Forbidden));
}

/// A handler that asks about the wrong kind of thing is refused rather than let through.
#[test]
fn a_target_of_another_kind_is_refused() {
    for &command in Command::ALL {
        for (_, actor) in actors() {
            let own = [Target::Whole, Target::own(&actor), target(Command::ReadContract, &actor, true), Target::Person(actor.user)];
            for target in own.into_iter().filter(|target| !fits(rule_of(command).subject, *target)) {
                assert!(allow(&actor, command, target).is_err(), "{command:?} {actor:?} {target:?}");
            }
        }
    }
}

#[test]
fn a_member_without_an_organisation_may_do_nothing() {
    for &command in Command::ALL {
        for role in [Role::Director, Role::Clerk, Role::Viewer, Role::Driver] {
            let stray = staff(role);
            assert!(allow(&stray, command, target(command, &stray, true)).is_err(), "{command:?}");
            assert_eq!(scope(&stray, command), Scope::None);
        }
    }
}
