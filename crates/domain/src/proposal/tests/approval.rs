//! What a clerk decides alone, and what a director says to the rest.
use super::*;
use crate::policy::Denied;

fn clerk(side: Side) -> Actor {
    Actor { user: Uuid::from_u128(40).into(), ..actor(side, Role::Clerk) }
}

fn up_to(dong: i64) -> ClerkLimit {
    dong.try_into().unwrap()
}

fn asked(side: Side, command: Command) -> Approval {
    Approval::ask(&clerk(side), &proposal(), command, Uuid::from_u128(41).into(), start()).unwrap()
}

fn yes() -> Command {
    Command::Accept { revision: 1 }
}

#[test]
fn a_clerk_binds_up_to_the_limit_and_not_a_dong_more() {
    let worth = proposal().current.terms.at_dock().dong();
    for side in Side::BOTH {
        let accept = |limit| proposal().apply(&clerk(side), up_to(limit), yes(), start());
        assert_eq!(accept(worth - 1), refused(ProposalConflict::AboveClerkLimit));
        assert_eq!(accept(worth).unwrap().current.acceptance(side).unwrap().user, clerk(side).user);
        assert!(proposal().apply(&director(side), ClerkLimit::NOTHING, yes(), start()).is_ok());
    }
}

/// The limit is about the larger of what is on the table and what the clerk puts there, freight included: neither a low price nor
/// another carrier makes a large deal a small one.
#[test]
fn a_clerks_counter_is_measured_by_the_larger_value() {
    let now = proposal().current.terms;
    let dearer = priced(now.farm_gate().dong() + 100);
    let cheaper = priced(1_000);
    let fetched = ProposalTerms::new(Draft { carrier: Carrier::Buyer, ..draft() }).unwrap();
    for (terms, worth) in [(dearer.clone(), dearer.at_dock()), (cheaper, now.at_dock()), (fetched, now.at_dock())] {
        let counter = Command::Counter { revision: 1, terms, message: None };
        let by = |limit: i64| proposal().apply(&clerk(Side::Supplier), up_to(limit), counter.clone(), start());
        assert_eq!(by(worth.dong() - 1), refused(ProposalConflict::AboveClerkLimit));
        assert_eq!(by(worth.dong()).unwrap().current.number, 2);
    }
}

#[test]
fn declining_is_the_directors() {
    let no = Command::Decline { revision: 1, reason: reason() };
    assert!(matches!(proposal().apply(&clerk(Side::Buyer), up_to(ClerkLimit::MOST), no, start()), Err(Refusal::Denied(Denied::Forbidden))));
}

#[test]
fn a_director_gives_exactly_what_the_clerk_asked_for() {
    let counter = Command::Counter { revision: 1, terms: priced(20_000), message: None };
    for command in [yes(), counter] {
        let approval = asked(Side::Buyer, command.clone());
        let (given, approved) = approval.give(&director(Side::Buyer), &proposal(), start()).unwrap();
        assert_eq!(approved, command);
        let again = given.give(&director(Side::Buyer), &proposal(), start());
        assert_eq!(again, Err(Refusal::Conflict(ApprovalConflict::Over)));
    }
}

#[test]
fn what_overtakes_the_proposal_ends_the_question() {
    let approval = asked(Side::Buyer, yes());
    let countered = counter(&proposal(), Side::Supplier, priced(20_000), start()).unwrap();
    let accepted = accept(&proposal(), Side::Buyer, start()).unwrap();
    let theirs = accept(&proposal(), Side::Supplier, start()).unwrap();
    let waits = |proposal: &Proposal| approval.waits(proposal, start());
    assert!(waits(&proposal()) && waits(&theirs) && !waits(&countered) && !waits(&accepted));
    assert!(!approval.waits(&proposal(), proposal().expires_at));
    let refused = approval.refuse(&director(Side::Buyer), &proposal(), reason(), start()).unwrap();
    assert!(!refused.waits(&proposal(), start()));
}

/// The other side never learns that somebody has to ask.
#[test]
fn only_the_own_director_answers() {
    let approval = asked(Side::Buyer, yes());
    let by = |actor: &Actor| approval.give(actor, &proposal(), start()).unwrap_err();
    assert_eq!(by(&director(Side::Supplier)), Refusal::Denied(Denied::Hidden));
    assert_eq!(by(&clerk(Side::Buyer)), Refusal::Denied(Denied::Forbidden));
}
