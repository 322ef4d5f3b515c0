use super::*;
use crate::account::{Membership, Role, Side};
use crate::quantity::Kg;
use std::fmt::Write;
use uuid::Uuid;

fn day(text: &str) -> TradeDay {
    TradeDay::new(text.parse().unwrap())
}

fn now() -> Timestamp {
    "2026-11-21T05:00:00Z".parse().unwrap()
}

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn terms(kind: CertKind, varieties: &[&str]) -> CertificateTerms {
    CertificateTerms {
        kind,
        number: "VietGAP-TT-MAU-25-0001".parse().unwrap(),
        issuer: "Tổ chức chứng nhận mẫu".parse().unwrap(),
        varieties: varieties.iter().map(|variety| slug(variety)).collect(),
        issued_on: day("2026-01-10"),
        valid_to: day("2026-12-10"),
        stars: None,
        criteria: None,
        old_commune: None,
        lab: None,
        area_m2: Some(41_000),
        expected: Some(Kg::from_whole(81_000).unwrap()),
    }
}

fn officer() -> Actor {
    Actor { user: Uuid::from_u128(9).into(), role: Role::Officer, membership: None }
}

fn clerk(side: Side) -> Actor {
    let membership = Some(Membership { org: Uuid::from_u128(1).into(), side, verified: false });
    Actor { user: Uuid::from_u128(2).into(), role: Role::Clerk, membership }
}

fn reason() -> Reason {
    "Đã đối chiếu bản gốc".parse().unwrap()
}

fn added(terms: CertificateTerms) -> Certificate {
    Certificate::add(&clerk(Side::Supplier), terms, Uuid::from_u128(3).into(), now()).unwrap()
}

fn verified(terms: CertificateTerms) -> Certificate {
    added(terms).verify(&officer(), reason(), 1, now()).unwrap()
}

fn faults(terms: &CertificateTerms) -> Vec<String> {
    let faults = terms.check(TradeDay::of(now())).err().unwrap_or_default();
    faults.into_iter().map(|fault| format!("{}: {}", fault.field, fault.code)).collect()
}

#[test]
fn every_fault_names_its_field() {
    let plain = || terms(CertKind::Vietgap, &[]);
    assert_eq!(faults(&plain()), [""; 0]);
    assert_eq!(faults(&CertificateTerms { issued_on: day("2026-11-22"), ..plain() }), ["issued_on: issued_in_the_future"]);
    assert_eq!(faults(&CertificateTerms { valid_to: day("2026-01-09"), ..plain() }), ["valid_to: validity_reversed"]);
    assert_eq!(faults(&CertificateTerms { valid_to: day("2099-01-09"), ..plain() }), ["valid_to: validity_too_long"]);
    assert_eq!(faults(&CertificateTerms { stars: Some(3), ..plain() }), ["stars: stars_only_for_ocop"]);
    assert_eq!(faults(&CertificateTerms { area_m2: Some(0), ..plain() }), ["area_m2: area_out_of_range"]);
    assert_eq!(faults(&CertificateTerms { expected: Some(Kg::ZERO), ..plain() }), ["expected: kg_out_of_range"]);
    assert_eq!(faults(&terms(CertKind::Vietgap, &["cam-v2", "cam-v2"])), ["varieties.1: variety_repeated"]);
    let graded = Some(OcopCriteria::Decision148);
    let ocop = || CertificateTerms { criteria: graded, ..terms(CertKind::Ocop, &["buoi-dien"]) };
    assert_eq!(faults(&ocop()), ["stars: stars_required"]);
    assert_eq!(faults(&CertificateTerms { stars: Some(2), ..ocop() }), ["stars: stars_out_of_range"]);
    assert_eq!(faults(&CertificateTerms { stars: Some(4), ..ocop() }), [""; 0]);
    assert_eq!(faults(&CertificateTerms { stars: Some(4), criteria: None, ..ocop() }), ["criteria: criteria_required"]);
    let (issued_on, valid_to) = (day("2023-02-23"), day("2026-02-23"));
    assert_eq!(faults(&CertificateTerms { stars: Some(4), issued_on, valid_to, ..ocop() }), ["criteria: criteria_after_grading"]);
    let earlier = Some(OcopCriteria::Decision1048);
    assert_eq!(faults(&CertificateTerms { stars: Some(4), issued_on, valid_to, criteria: earlier, ..ocop() }), [""; 0]);
    assert_eq!(faults(&CertificateTerms { criteria: graded, ..plain() }), ["criteria: criteria_only_for_ocop"]);
    assert_eq!(faults(&terms(CertKind::GrowingAreaCode, &["cam-canh"])), ["number: growing_area_code_malformed"]);
}

fn tested(passed: bool) -> CertificateTerms {
    let analyte = |name: &str, passed| Analyte {
        name: name.parse().unwrap(),
        found: "0,02 mg/kg".parse().unwrap(),
        limit: Some("0,1 mg/kg".parse().unwrap()),
        passed,
    };
    let lab =
        LabResult { sampled_on: day("2026-01-05"), lot: None, analytes: vec![analyte("Carbendazim", true), analyte("Cadimi", passed)] };
    CertificateTerms { lab: Some(lab), ..terms(CertKind::LabResult, &["cam-canh"]) }
}

#[test]
fn a_lab_result_names_its_sample_and_ends_within_a_year() {
    assert_eq!(faults(&tested(true)), [""; 0]);
    assert_eq!(faults(&terms(CertKind::LabResult, &["cam-canh"])), ["lab: lab_required"]);
    assert_eq!(faults(&CertificateTerms { varieties: vec![], ..tested(true) }), ["varieties: variety_required"]);
    assert_eq!(faults(&CertificateTerms { valid_to: day("2027-01-07"), ..tested(true) }), ["valid_to: lab_result_too_long"]);
    let lab = |sampled_on, analytes: usize| {
        let analyte = tested(true).lab.unwrap().analytes.remove(0);
        Some(LabResult { sampled_on, lot: None, analytes: vec![analyte; analytes] })
    };
    let sampled = |sampled_on, analytes| CertificateTerms { lab: lab(sampled_on, analytes), ..tested(true) };
    assert_eq!(faults(&sampled(day("2026-01-11"), 1)), ["lab.sampled_on: sampled_after_report"]);
    assert_eq!(faults(&sampled(day("2026-01-05"), 0)), ["lab.analytes: analytes_none"]);
    assert_eq!(faults(&sampled(day("2026-01-05"), 41)), ["lab.analytes: too_many_analytes"]);
    assert_eq!(faults(&CertificateTerms { kind: CertKind::Vietgap, ..tested(true) }), ["lab: lab_only_for_lab_result"]);
}

#[test]
fn a_failed_test_is_a_true_paper_that_proves_nothing() {
    let (passed, failed) = (verified(tested(true)), verified(tested(false)));
    let on = day("2026-12-03");
    assert!(passed.covers(&slug("cam-canh"), on) && passed.expiry_step(on).is_some());
    assert!(failed.status.is_verified() && !failed.covers(&slug("cam-canh"), on) && failed.expiry_step(on).is_none());
    let later = CertificateTerms { valid_to: day("2026-12-20"), ..tested(false) };
    assert!(!verified(later).follows(&passed), "nobody renews by failing");
}

#[test]
fn the_indication_covers_its_four_varieties_only() {
    let gi = |varieties: &[&str]| CertificateTerms { old_commune: Some(OldCommune::TayPhong), ..terms(CertKind::Gi, varieties) };
    assert_eq!(faults(&gi(&GI_VARIETIES)), [""; 0]);
    assert_eq!(faults(&gi(&["cam-canh", "cam-v2"])), ["varieties.1: variety_outside_indication"]);
    assert_eq!(faults(&gi(&[])), ["varieties: variety_required"]);
    assert_eq!(faults(&CertificateTerms { old_commune: None, ..gi(&["cam-canh"]) }), ["old_commune: old_commune_required"]);
    assert_eq!(faults(&CertificateTerms { kind: CertKind::Vietgap, ..gi(&["cam-canh"]) }), ["old_commune: old_commune_only_for_gi"]);
    assert_eq!("05119".parse::<OldCommune>(), Err(OldCommuneError), "Nam Phong was not in it");
}

#[test]
fn a_certificate_counts_in_its_days_for_its_varieties_once_verified() {
    let canh = terms(CertKind::Vietgap, &["cam-canh"]);
    let valid = verified(canh.clone());
    assert!(valid.covers(&slug("cam-canh"), day("2026-01-10")) && valid.covers(&slug("cam-canh"), day("2026-12-10")));
    assert!(!valid.covers(&slug("cam-canh"), day("2026-01-09")) && !valid.covers(&slug("cam-canh"), day("2026-12-11")));
    assert!(!valid.covers(&slug("cam-v2"), day("2026-12-01")));
    let refused = added(canh.clone()).refuse(&officer(), reason(), 1, now()).unwrap();
    let suspended = valid.suspend(&officer(), reason(), now()).unwrap();
    for useless in [added(canh), refused, suspended] {
        assert!(!useless.covers(&slug("cam-canh"), day("2026-12-01")), "{:?}", useless.status);
    }
}

#[test]
fn the_kinds_of_all_valid_certificates_are_joined() {
    let certificates = [
        verified(terms(CertKind::Attp, &[])),
        verified(terms(CertKind::Vietgap, &["cam-canh"])),
        verified(CertificateTerms { valid_to: day("2026-11-30"), ..terms(CertKind::Organic, &[]) }),
        added(terms(CertKind::Haccp, &[])),
    ];
    let proofs: Vec<_> = certificates.iter().filter_map(Certificate::proof).collect();
    let kinds = |variety, on| kinds_valid(&proofs, &slug(variety), day(on)).iter().collect::<Vec<_>>();
    assert_eq!(kinds("cam-canh", "2026-11-30"), [CertKind::Vietgap, CertKind::Organic, CertKind::Attp]);
    assert_eq!(kinds("cam-canh", "2026-12-01"), [CertKind::Vietgap, CertKind::Attp]);
    assert_eq!(kinds("cam-v2", "2026-12-01"), [CertKind::Attp]);
    assert_eq!(kinds("cam-v2", "2027-12-01"), []);
}

#[test]
fn every_step_from_every_status() {
    let submitted = added(terms(CertKind::Vietgap, &[]));
    let active = submitted.verify(&officer(), reason(), 1, now()).unwrap();
    let refused = submitted.refuse(&officer(), reason(), 1, now()).unwrap();
    let suspended = active.suspend(&officer(), reason(), now()).unwrap();
    let mut table = String::new();
    for certificate in [submitted, active, refused, suspended] {
        let edited = CertificateTerms { number: "VietGAP-2".parse().unwrap(), ..certificate.terms.clone() };
        let steps = [
            ("verify", certificate.verify(&officer(), reason(), certificate.version, now())),
            ("refuse", certificate.refuse(&officer(), reason(), certificate.version, now())),
            ("suspend", certificate.suspend(&officer(), reason(), now())),
            ("edit", certificate.edit(&clerk(Side::Supplier), edited, certificate.version, now())),
        ];
        for (step, result) in steps {
            let result = result.map_or_else(|error| error.to_string(), |next| next.status.code().to_owned());
            writeln!(table, "{} + {step} -> {result}", certificate.status.code()).unwrap();
        }
    }
    insta::assert_snapshot!("steps", table);
}

#[test]
fn the_holder_adds_and_the_office_verifies() {
    let add = |actor: &Actor| Certificate::add(actor, terms(CertKind::Attp, &[]), Uuid::from_u128(3).into(), now());
    assert_eq!(add(&clerk(Side::Buyer)), Err(Refusal::Denied(Denied::Forbidden)));
    assert_eq!(add(&officer()), Err(Refusal::Denied(Denied::Forbidden)));
    let own = added(terms(CertKind::Attp, &[]));
    assert_eq!(own.verify(&clerk(Side::Supplier), reason(), own.version, now()), Err(Refusal::Denied(Denied::Forbidden)));
    assert_eq!(own.edit(&clerk(Side::Supplier), own.terms.clone(), 0, now()), Err(Refusal::Stale));
    assert_eq!(own.verify(&officer(), reason(), 0, now()), Err(Refusal::Stale));
    assert_eq!(own.refuse(&officer(), reason(), 2, now()), Err(Refusal::Stale));
}

#[test]
fn the_end_is_told_at_sixty_thirty_and_seven_days() {
    let paper = verified(terms(CertKind::Vietgap, &["cam-canh"]));
    let step = |on: &str| paper.expiry_step(day(on));
    assert_eq!([step("2026-10-10"), step("2026-10-11"), step("2026-11-09")], [None, Some(60), Some(60)]);
    assert_eq!([step("2026-11-10"), step("2026-12-02"), step("2026-12-03")], [Some(30), Some(30), Some(7)]);
    assert_eq!([step("2026-12-10"), step("2026-12-11")], [Some(7), None], "through its last day");
    let suspended = paper.suspend(&officer(), reason(), now()).unwrap();
    assert_eq!(suspended.expiry_step(day("2026-12-03")), None);
    assert_eq!(added(terms(CertKind::Vietgap, &[])).expiry_step(day("2026-12-03")), None);
}

#[test]
fn a_later_paper_of_the_same_scope_goes_on_where_one_ends() {
    let old = verified(terms(CertKind::Vietgap, &["cam-canh"]));
    let later = |kind, varieties: &[&str]| CertificateTerms { valid_to: day("2027-12-10"), ..terms(kind, varieties) };
    assert!(added(later(CertKind::Vietgap, &["cam-canh", "cam-v2"])).follows(&old));
    assert!(verified(later(CertKind::Vietgap, &[])).follows(&old), "the whole site");
    assert!(!added(later(CertKind::Vietgap, &["cam-v2"])).follows(&old));
    assert!(!added(later(CertKind::Attp, &[])).follows(&old));
    assert!(!added(later(CertKind::Vietgap, &[])).refuse(&officer(), reason(), 1, now()).unwrap().follows(&old));
    assert!(!old.follows(&old), "it does not follow itself");
    let site = verified(terms(CertKind::Vietgap, &[]));
    assert!(!added(later(CertKind::Vietgap, &["cam-canh"])).follows(&site), "a part does not replace the whole");
}
