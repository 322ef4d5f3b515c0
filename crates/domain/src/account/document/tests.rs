use super::*;
use crate::account::{Membership, Role, Side};
use crate::policy::Denied;
use uuid::Uuid;

fn now() -> Timestamp {
    "2026-11-21T05:00:00Z".parse().unwrap()
}

fn words() -> Reason {
    "Ảnh mờ, không đọc được số".parse().unwrap()
}

fn officer() -> Actor {
    Actor { user: Uuid::from_u128(9).into(), role: Role::Officer, membership: None }
}

fn member(role: Role) -> Actor {
    let membership = Some(Membership { org: Uuid::from_u128(1).into(), side: Side::Supplier, verified: false });
    Actor { user: Uuid::from_u128(2).into(), role, membership }
}

fn list(kind: OrgKind) -> Checklist {
    Checklist { org: Uuid::from_u128(1).into(), kind, events: Vec::new() }
}

fn with(list: &Checklist, event: DocumentEvent) -> Checklist {
    Checklist { events: list.events.iter().cloned().chain([event]).collect(), ..list.clone() }
}

fn sent(list: &Checklist, item: DocumentItem) -> Checklist {
    with(list, list.send(&member(Role::Director), item, Uuid::from_u128(7).into(), now()).unwrap())
}

fn verdict(step: DocumentStep, seen: u32) -> DocumentVerdict {
    DocumentVerdict { step, reason: (step != DocumentStep::Accepted).then(words), seen }
}

fn decided(list: &Checklist, item: DocumentItem, step: DocumentStep) -> Checklist {
    let seen = list.last(item).map_or(0, |event| event.number);
    with(list, list.decide(&officer(), item, verdict(step, seen), now()).unwrap())
}

#[test]
fn each_kind_shows_what_it_is_in_law() {
    for kind in OrgKind::ALL.iter().copied() {
        let list = list(kind);
        let required = DocumentItem::of(kind).iter().filter(|item| item.is_required()).count();
        assert!(required > 0 && !list.is_complete(), "{kind}");
        let done = list.items().into_iter().filter(|item| item.is_required());
        let full = done.fold(list, |list, item| decided(&sent(&list, item), item, DocumentStep::Accepted));
        assert!(full.is_complete(), "{kind}: an authorisation is for whoever needs one");
    }
}

#[test]
fn the_office_can_decide_however_often_a_paper_was_sent() {
    let item = DocumentItem::FarmConfirmation;
    let mut list = list(OrgKind::Farm);
    for _ in 0..Checklist::MOST_VERSIONS {
        list = sent(&list, item);
    }
    let more = list.send(&member(Role::Director), item, Uuid::from_u128(7).into(), now());
    assert_eq!(more, against(DocumentConflict::TooMany));
    assert!(decided(&list, item, DocumentStep::Accepted).is_complete());
}

#[test]
fn a_version_is_revised_until_it_is_good() {
    let item = DocumentItem::FarmConfirmation;
    let first = sent(&list(OrgKind::Farm), item);
    assert!(!first.lacks(item) && !first.is_complete(), "it waits for the office");
    let back = decided(&first, item, DocumentStep::Revise);
    assert!(back.lacks(item));
    let done = decided(&sent(&back, item), item, DocumentStep::Accepted);
    assert_eq!((done.is_complete(), done.of(item).count()), (true, 4));
    assert!(!sent(&done, item).is_complete(), "a newer paper is looked at anew");
    assert!(decided(&done, item, DocumentStep::Revise).lacks(item), "the office may see later that it ran out");
}

#[test]
fn what_is_lacking_is_waived_with_a_reason_and_never_unseen() {
    let coop = list(OrgKind::Cooperative);
    let waived = coop.waive(&officer(), &words(), now()).unwrap();
    assert_eq!(waived.iter().map(|event| event.item).collect::<Vec<_>>(), [DocumentItem::Registration, DocumentItem::Election]);
    assert!(waived.iter().all(|event| event.reason.is_some()));
    assert!(waived.into_iter().fold(coop.clone(), |list, event| with(&list, event)).is_complete());
    let waits = sent(&coop, DocumentItem::Registration);
    assert_eq!(waits.waive(&officer(), &words(), now()), Err(Refusal::Conflict(DocumentConflict::Waiting)));
}

#[test]
fn everybody_does_their_part_of_what_they_saw() {
    let (item, coop) = (DocumentItem::Registration, list(OrgKind::Cooperative));
    for role in [Role::Clerk, Role::Viewer, Role::Driver] {
        let refused = coop.send(&member(role), item, Uuid::from_u128(7).into(), now());
        assert_eq!(refused, Err(Refusal::Denied(Denied::Forbidden)), "{role}");
    }
    let waits = sent(&coop, item);
    let decide = |who: &Actor, verdict| waits.decide(who, item, verdict, now());
    assert_eq!(decide(&member(Role::Director), verdict(DocumentStep::Accepted, 1)), Err(Refusal::Denied(Denied::Forbidden)));
    assert_eq!(decide(&officer(), verdict(DocumentStep::Accepted, 0)), Err(Refusal::Stale));
    assert_eq!(decide(&officer(), verdict(DocumentStep::Sent, 1)), Err(Refusal::Conflict(DocumentConflict::NotWaiting)));
    let silent = DocumentVerdict { reason: None, ..verdict(DocumentStep::Revise, 1) };
    assert_eq!(decide(&officer(), silent), Err(Refusal::Invalid(vec![FieldError::new("reason", "reason_missing")])));
    let unsent = coop.decide(&officer(), item, verdict(DocumentStep::Accepted, 0), now());
    assert_eq!(unsent, Err(Refusal::Conflict(DocumentConflict::NotWaiting)));
    let other = coop.send(&member(Role::Director), DocumentItem::FarmConfirmation, Uuid::from_u128(7).into(), now());
    assert_eq!(other, Err(Refusal::Conflict(DocumentConflict::NotAsked)));
}

#[test]
fn a_wrong_file_is_taken_back_until_somebody_decided_and_what_stood_before_stands_again() {
    let item = DocumentItem::FarmConfirmation;
    let director = member(Role::Director);
    let nothing = list(OrgKind::Farm);
    let not_waiting = Err(Refusal::Conflict(DocumentConflict::NotWaiting));
    assert_eq!(nothing.take_back(&director, item, 0, now()), not_waiting);
    let wrong = sent(&nothing, item);
    assert_eq!(wrong.take_back(&member(Role::Clerk), item, 1, now()), Err(Refusal::Denied(Denied::Forbidden)));
    assert_eq!(wrong.take_back(&director, item, 0, now()), Err(Refusal::Stale), "something else was on the screen");
    assert_eq!(wrong.take_back(&director, item, u32::MAX, now()), Err(Refusal::Stale));
    let back = with(&wrong, wrong.take_back(&director, item, 1, now()).unwrap());
    assert!(back.lacks(item) && back.standing(item).is_none());
    assert_eq!((back.taken_back().len(), back.undecided(item)), (1, Vec::new()));
    assert_eq!(back.take_back(&director, item, 2, now()), not_waiting, "once");
    let accept = back.decide(&officer(), item, verdict(DocumentStep::Accepted, 2), now());
    assert_eq!(accept, Err(Refusal::Conflict(DocumentConflict::NotWaiting)), "nobody accepts what is gone");

    let accepted = decided(&sent(&back, item), item, DocumentStep::Accepted);
    let again = sent(&accepted, item);
    assert!(!again.is_complete());
    let seen = again.last(item).unwrap().number;
    let restored = with(&again, again.take_back(&director, item, seen, now()).unwrap());
    assert!(restored.is_complete());
    assert_eq!(restored.standing(item).map(|event| event.step), Some(DocumentStep::Accepted));
}
