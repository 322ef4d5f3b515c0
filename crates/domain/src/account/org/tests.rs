use super::*;
use crate::account::profile::tests::cooperative;
use crate::account::{OrgKind, Role};
use crate::policy::Denied;
use std::fmt::Write;
use uuid::Uuid;

fn now() -> Timestamp {
    "2026-11-21T05:00:00Z".parse().unwrap()
}

fn reason() -> Reason {
    "Giấy tờ đủ".parse().unwrap()
}

fn officer() -> Actor {
    Actor { user: Uuid::from_u128(9).into(), role: Role::Officer, membership: None }
}

fn director(org: &Organisation) -> Actor {
    Actor { user: Uuid::from_u128(2).into(), role: Role::Director, membership: Some(org.membership()) }
}

fn registered() -> Organisation {
    Organisation::register(cooperative(), Uuid::from_u128(1).into(), now()).unwrap()
}

fn in_each_status() -> Vec<Organisation> {
    let submitted = registered();
    let verified = submitted.verify(&officer(), reason(), now()).unwrap();
    let refused = submitted.refuse(&officer(), reason(), now()).unwrap();
    let paused = verified.pause(&director(&verified), None, 2, now()).unwrap();
    let suspended = verified.suspend(&officer(), reason(), now()).unwrap();
    let closed = verified.close(&director(&verified), reason(), OpenDeals::default(), 2, now()).unwrap();
    vec![submitted, verified, paused, refused, suspended, closed]
}

#[test]
fn every_step_from_every_status() {
    let mut table = String::new();
    for org in in_each_status() {
        let director = director(&org);
        let same = org.profile.clone();
        let called = OrgProfile { phone: "0987654321".parse().unwrap(), ..same.clone() };
        let other_signer = OrgProfile { representative: "Bùi Văn Nam".parse().unwrap(), ..same.clone() };
        let renamed = OrgProfile { name: "HTX Cam Cao Phong mới".parse().unwrap(), ..same.clone() };
        let steps = [
            ("verify", org.verify(&officer(), reason(), now())),
            ("refuse", org.refuse(&officer(), reason(), now())),
            ("suspend", org.suspend(&officer(), reason(), now())),
            ("pause", org.pause(&director, None, org.version, now())),
            ("resume", org.resume(&director, org.version, now())),
            ("close", org.close(&director, reason(), OpenDeals::default(), org.version, now())),
            ("edit phone", org.edit(&director, called, org.version, now())),
            ("edit signer", org.edit(&director, other_signer, org.version, now())),
            ("edit name", org.edit(&director, renamed, org.version, now())),
        ];
        for (step, result) in steps {
            let result = result.map_or_else(|error| error.to_string(), |next| next.status.code().to_owned());
            writeln!(table, "{} + {step} -> {result}", org.status.code()).unwrap();
        }
    }
    insta::assert_snapshot!("steps", table);
}

#[test]
fn a_step_keeps_who_when_and_why_and_counts_the_version() {
    let verified = registered().verify(&officer(), reason(), now()).unwrap();
    assert_eq!(verified.status, OrgStatus::Verified { by: officer().user, at: now(), reason: Some(reason()) });
    assert_eq!(verified.version, 2);
    assert!(verified.membership().verified && !registered().membership().verified);
}

#[test]
fn only_the_office_verifies_and_only_the_own_director_edits() {
    let org = registered();
    assert_eq!(org.verify(&director(&org), reason(), now()), Err(Refusal::Denied(Denied::Forbidden)));
    let clerk = Actor { role: Role::Clerk, ..director(&org) };
    assert_eq!(org.edit(&clerk, cooperative(), 1, now()), Err(Refusal::Denied(Denied::Forbidden)));
    let stranger = Organisation { id: Uuid::from_u128(7).into(), ..org.clone() };
    assert_eq!(org.edit(&director(&stranger), cooperative(), 1, now()), Err(Refusal::Denied(Denied::Hidden)));
}

#[test]
fn an_edit_is_checked_like_a_registration() {
    let org = registered();
    let edit = |profile, seen| org.edit(&director(&org), profile, seen, now());
    assert_eq!(edit(cooperative(), 0), Err(Refusal::Stale));
    let untaxed = OrgProfile { tax_code: None, ..cooperative() };
    assert_eq!(edit(untaxed.clone(), 1), Err(Refusal::Invalid(vec![FieldError::new("tax_code", "tax_code_required")])));
    assert!(Organisation::register(untaxed, org.id, now()).is_err());
    let buyer = OrgProfile { kind: OrgKind::Enterprise, ..cooperative() };
    assert_eq!(edit(buyer, 1), Err(Refusal::Conflict(OrgConflict::SideFixed)));
    assert!(edit(OrgProfile { kind: OrgKind::Farm, ..cooperative() }, 1).is_ok());
}

#[test]
fn once_verified_the_signer_and_the_account_do_not_change_by_an_edit() {
    let verified = registered().verify(&officer(), reason(), now()).unwrap();
    let renamed = OrgProfile { name: "HTX Cam Cao Phong mới".parse().unwrap(), ..cooperative() };
    let waiting = verified.edit(&director(&verified), renamed.clone(), 2, now()).unwrap();
    assert_eq!(waiting.status.code(), "submitted");
    let promoted = OrgProfile { position: "Chủ tịch".parse().unwrap(), ..renamed };
    let again = waiting.edit(&director(&waiting), promoted, 3, now());
    assert_eq!(again, Err(Refusal::Conflict(OrgConflict::Guarded("profile.position"))), "nor while it waits for the office again");
}

#[test]
fn a_rest_takes_nothing_away_but_the_rounds_and_ends_by_itself() {
    let verified = registered().verify(&officer(), reason(), now()).unwrap();
    let paused = verified.pause(&director(&verified), Some("Hết vụ cam".parse().unwrap()), 2, now()).unwrap();
    assert!(paused.membership().verified && paused.status.code() == "paused");
    assert_eq!(paused.status.reason().map(ToString::to_string).as_deref(), Some("Hết vụ cam"));
    let back = paused.resume(&director(&paused), 3, now()).unwrap();
    assert_eq!((back.status.code(), back.status.reason(), back.version), ("verified", None, 4));
    assert_eq!(paused.resume(&officer(), 3, now()), Err(Refusal::Denied(Denied::Forbidden)));
    let clerk = Actor { role: Role::Clerk, ..director(&verified) };
    assert_eq!(verified.pause(&clerk, None, 2, now()), Err(Refusal::Denied(Denied::Forbidden)));
    assert_eq!(verified.pause(&director(&verified), None, 1, now()), Err(Refusal::Stale));
}

#[test]
fn whoever_owes_something_does_not_close() {
    let org = registered().verify(&officer(), reason(), now()).unwrap();
    let close = |open| org.close(&director(&org), reason(), open, 2, now()).map(|closed| closed.status.code());
    let nothing = OpenDeals::default();
    assert_eq!(close(nothing), Ok("closed"));
    assert_eq!(close(OpenDeals { proposals: 1, ..nothing }), Err(Refusal::Conflict(OrgConflict::ProposalsOpen)));
    assert_eq!(close(OpenDeals { contracts: 2, lines: 1, proposals: 1 }), Err(Refusal::Conflict(OrgConflict::ContractsOpen)));
    assert_eq!(close(OpenDeals { lines: 1, ..nothing }), Err(Refusal::Conflict(OrgConflict::LinesOpen)));
    let clerk = Actor { role: Role::Clerk, ..director(&org) };
    assert_eq!(org.close(&clerk, reason(), nothing, 2, now()), Err(Refusal::Denied(Denied::Forbidden)));
}
