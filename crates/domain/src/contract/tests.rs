use super::samples::*;
use super::*;
use crate::account::Role;
use crate::signing::Proof;
use std::fmt::Write;

fn reason() -> Reason {
    "Không đủ sản lượng".parse().unwrap()
}

fn states() -> Vec<(&'static str, Contract)> {
    let signed = |side| contract().apply(&actor(side, Role::Director), Command::Sign(facts(side)), made_at()).unwrap();
    let later = at("2027-02-01T00:00:00Z");
    vec![
        ("signing", contract()),
        ("half_signed by supplier", signed(Side::Supplier)),
        ("half_signed by buyer", signed(Side::Buyer)),
        ("in_force", in_force()),
        ("completed", Contract { state: State::Completed { at: later }, ..in_force() }),
        ("terminated", in_force().apply(&actor(Side::Buyer, Role::Director), Command::Terminate { reason: reason() }, made_at()).unwrap()),
        ("expired", contract().lapse(at("2026-11-22T11:00:00Z")).unwrap()),
    ]
}

fn actors() -> Vec<(String, Actor)> {
    let mut actors = Vec::new();
    for role in [Role::Director, Role::Clerk] {
        for side in Side::BOTH {
            actors.push((format!("{} {}", side.code(), role.code()), actor(side, role)));
        }
    }
    actors.push(("stranger director".to_owned(), member(STRANGER, Side::Supplier, Role::Director)));
    for role in [Role::Officer, Role::Operator] {
        actors.push((role.code().to_owned(), Actor { membership: None, ..actor(Side::Supplier, role) }));
    }
    actors
}

fn commands(side: Side) -> [Command; 3] {
    [Command::Sign(facts(side)), Command::Decline { reason: reason() }, Command::Terminate { reason: reason() }]
}

fn outcome(before: &Contract, after: Result<Contract, ContractError>) -> String {
    match after {
        Ok(after) if after == *before => "unchanged".to_owned(),
        Ok(after) => match after.state {
            State::HalfSigned { by, .. } => format!("half_signed by {}", by.code()),
            state => state.code().to_owned(),
        },
        Err(error) => format!("refused: {error}"),
    }
}

/// A code is sent to exactly those whose signature would count.
#[test]
fn who_may_ask_for_a_code_may_sign_and_nobody_else() {
    for (state, contract) in states() {
        for (who, actor) in actors() {
            let side = if who.starts_with("buyer") { Side::Buyer } else { Side::Supplier };
            let asked = contract.signing_side(&actor, made_at());
            match contract.apply(&actor, Command::Sign(facts(side)), made_at()) {
                Ok(signed) if signed != contract => assert_eq!(asked, Ok(side), "{state}, {who}"),
                Ok(_) => assert!(matches!(asked, Err(Refusal::Conflict(_))), "{state}, {who}: signed already"),
                Err(refused) => assert_eq!(asked, Err(refused), "{state}, {who}"),
            }
        }
    }
    let late = contract().terms.sign_by;
    let asked = contract().signing_side(&actor(Side::Buyer, Role::Director), late);
    assert_eq!(asked, Err(Refusal::Conflict(ContractConflict::Expired)));
}

/// Every state, every command, every role: a change of the rules is one visible difference here.
#[test]
fn the_whole_table() {
    let mut table = String::new();
    for (state, contract) in states() {
        writeln!(table, "{state}").unwrap();
        for index in 0..3 {
            for (who, actor) in actors() {
                let side = actor.membership.map_or(Side::Supplier, |member| member.side);
                let command = commands(side)[index].clone();
                let name = command.name();
                let result = outcome(&contract, contract.apply(&actor, command, made_at()));
                writeln!(table, "  {name:<10}{who:<20}{result}").unwrap();
            }
        }
    }
    insta::assert_snapshot!("table", table);
}

#[test]
fn a_signature_keeps_its_facts() {
    let contract = in_force();
    let signature = contract.signature(Side::Buyer).unwrap();
    assert_eq!((signature.at, signature.signer), (made_at(), actor(Side::Buyer, Role::Director).user));
    assert_eq!(signature.facts, facts(Side::Buyer));
    assert_eq!(contract.signatures.len(), 2);
    assert_eq!(contract.version, 3);
}

#[test]
fn another_text_is_not_signed() {
    let other = SignatureFacts { hash: DocHash::new([8; 32]), ..facts(Side::Buyer) };
    for contract in [contract(), states()[1].1.clone(), states()[2].1.clone()] {
        let result = contract.apply(&actor(Side::Buyer, Role::Director), Command::Sign(other.clone()), made_at());
        assert_eq!(result, Err(Refusal::Conflict(ContractConflict::HashMismatch)));
    }
}

#[test]
fn only_the_representative_or_an_authorised_person_signs() {
    let sign = |signer: &str, authority| {
        let facts = SignatureFacts { signer_name: name(signer), authority, ..facts(Side::Supplier) };
        let result = contract().apply(&actor(Side::Supplier, Role::Director), Command::Sign(facts), made_at());
        result.map(|_| ()).map_err(|error| match error {
            Refusal::Invalid(faults) => faults[0].code,
            other => panic!("{other:?}"),
        })
    };
    let paper = |dated, until: Option<&str>| Authority::Authorisation { number: name("05/GUQ"), dated: day(dated), until: until.map(day) };
    assert_eq!(sign("hà thị minh oanh", Authority::RegisteredRepresentative), Ok(()));
    assert_eq!(sign("Bùi Văn Nam", Authority::RegisteredRepresentative), Err("signer_not_representative"));
    assert_eq!(sign("Bùi Văn Nam", paper("2026-11-01", None)), Ok(()));
    assert_eq!(sign("Bùi Văn Nam", paper("2026-11-01", Some("2026-11-21"))), Ok(()));
    assert_eq!(sign("Bùi Văn Nam", paper("2026-11-01", Some("2026-11-20"))), Err("authorisation_not_valid"));
    assert_eq!(sign("Bùi Văn Nam", paper("2026-11-22", None)), Err("authorisation_not_valid"));
}

#[test]
fn a_second_tap_is_harmless_even_after_the_other_side_signed() {
    let supplier = actor(Side::Supplier, Role::Director);
    let again = SignatureFacts { proof: Proof::Totp { step: 1 }, ..facts(Side::Supplier) };
    let signed = in_force();
    assert_eq!(signed.apply(&supplier, Command::Sign(again), made_at()), Ok(signed.clone()));
}

#[test]
fn time_ends_what_is_not_signed_and_nothing_else() {
    let (before, end) = (at("2026-11-22T10:59:59Z"), at("2026-11-22T11:00:00Z"));
    for (state, contract) in states() {
        assert_eq!(contract.lapse(before), None, "{state}");
        let waits = matches!(contract.state, State::Signing | State::HalfSigned { .. });
        assert_eq!(contract.lapse(end).is_some(), waits, "{state}");
    }
    for command in commands(Side::Buyer) {
        let late = contract().apply(&actor(Side::Buyer, Role::Director), command, end);
        assert_eq!(late, Err(Refusal::Conflict(ContractConflict::Expired)));
    }
}

#[test]
fn changed_terms_are_a_new_unsigned_edition() {
    let half = states()[1].1.clone();
    let changed = ContractTerms::freeze(
        Agreement { conditions: Conditions { complaint_hours: 24, ..Conditions::standard() }, ..agreement() },
        &crate::proposal::ProposalTerms::new(draft()).unwrap(),
        &limits(),
    )
    .unwrap();
    let amended = half.amend(changed.clone(), DocHash::new([9; 32])).unwrap();
    assert_eq!((amended.edition, &amended.state, amended.signatures.len()), (2, &State::Signing, 0));
    assert!(Side::BOTH.into_iter().all(|side| amended.waits_for(side)));
    assert_eq!(half.amend(terms(), half.hash), Ok(half.clone()));
    assert_eq!(in_force().amend(changed, DocHash::new([9; 32])), Err(Refusal::Conflict(ContractConflict::NotInSigning)));
    let old = amended.apply(&actor(Side::Supplier, Role::Director), Command::Sign(facts(Side::Supplier)), made_at());
    assert_eq!(old, Err(Refusal::Conflict(ContractConflict::HashMismatch)));
}

#[test]
fn it_waits_for_the_side_that_has_not_signed() {
    let waits = |contract: &Contract| Side::BOTH.map(|side| contract.waits_for(side));
    let table: Vec<_> = states().iter().map(|(_, contract)| waits(contract)).collect();
    let none = [false, false];
    assert_eq!(table, [[true, true], [false, true], [true, false], none, none, none, none]);
}

#[test]
fn what_it_holds_follows_its_state() {
    let today = day("2026-11-21");
    let held = |contract: &Contract| contract.hold(&ledger(contract), today).map(|hold| hold.total());
    let table: Vec<_> = states().iter().map(|(_, contract)| held(contract)).collect();
    let all = Some(kg("24000"));
    // Nothing was sent in any of them, so an ended contract holds nothing.
    assert_eq!(table, [all, all, all, all, None, None, None]);
    let late = in_force();
    assert_eq!(late.hold(&ledger(&late), day("2026-12-14")).unwrap().total(), kg("18000"));
}

#[test]
fn frozen_terms_add_up_or_are_not_believed() {
    let frozen = Frozen::from(terms());
    assert_eq!(frozen.price.dong(), 23_260);
    assert_eq!(frozen.total.dong(), 24_000 * 23_260);
    assert_eq!(frozen.lines[3].window, crate::day::Window::new(day("2026-12-21"), day("2026-12-23")).unwrap());
    let wrong: [fn(&mut Frozen); 9] = [
        |frozen| frozen.template = 3,
        |frozen| frozen.total = crate::money::Vnd::new(1),
        |frozen| frozen.total_kg = kg("24001"),
        |frozen| frozen.lines[0].amount = crate::money::Vnd::new(1),
        |frozen| frozen.lines[0].kg = kg("6001"),
        |frozen| frozen.lines.swap(0, 1),
        |frozen| frozen.lines.clear(),
        |frozen| frozen.freight = crate::proposal::Freight::new(0).unwrap(),
        |frozen| frozen.conditions.complaint_hours = 200,
    ];
    for (index, change) in wrong.into_iter().enumerate() {
        let mut changed = frozen.clone();
        change(&mut changed);
        assert_eq!(ContractTerms::try_from(changed), Err(TermsError), "{index}");
    }
    let json = serde_json::to_string(&terms()).unwrap();
    assert_eq!(serde_json::from_str::<ContractTerms>(&json).unwrap(), terms());
    let forged = json.replace("\"total\":558240000", "\"total\":558240001");
    assert_ne!(forged, json);
    assert!(serde_json::from_str::<ContractTerms>(&forged).is_err());
}

#[test]
fn an_agreement_outside_its_bounds_is_not_frozen() {
    let freeze = |agreement| ContractTerms::freeze(agreement, &crate::proposal::ProposalTerms::new(draft()).unwrap(), &limits());
    let faults =
        |agreement| freeze(agreement).unwrap_err().into_iter().map(|fault| (fault.field.into_owned(), fault.code)).collect::<Vec<_>>();
    assert_eq!(faults(Agreement { sign_by: made_at(), ..agreement() }), [("sign_by".to_owned(), "sign_by_past")]);
    let conditions = Conditions { complaint_hours: 1, ..Conditions::standard() };
    assert_eq!(
        faults(Agreement { conditions, ..agreement() }),
        [("conditions.complaint_hours".to_owned(), "complaint_hours_out_of_range")]
    );
}

#[test]
fn a_snapshot_of_a_party_spells_its_address() {
    assert_eq!(supplier().address(), "Xóm Lành 7, xã Cao Phong, tỉnh Phú Thọ");
    assert_eq!(PartySnapshot { address_line: None, ..supplier() }.address(), "xã Cao Phong, tỉnh Phú Thọ");
}
