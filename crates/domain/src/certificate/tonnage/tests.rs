use super::*;
use crate::account::{Actor, Membership, Role, Side};
use crate::certificate::{CertificateTerms, OldCommune};
use uuid::Uuid;

fn day(text: &str) -> TradeDay {
    TradeDay::new(text.parse().unwrap())
}

fn kg(kg: i64) -> Kg {
    Kg::from_whole(kg).unwrap()
}

fn paper(kind: CertKind, varieties: &[&str], expected: Option<i64>, area_m2: Option<u32>) -> Certificate {
    let membership = Some(Membership { org: Uuid::from_u128(1).into(), side: Side::Supplier, verified: true });
    let clerk = Actor { user: Uuid::from_u128(2).into(), role: Role::Clerk, membership };
    let officer = Actor { user: Uuid::from_u128(9).into(), role: Role::Officer, membership: None };
    let now = "2026-11-21T05:00:00Z".parse().unwrap();
    let terms = CertificateTerms {
        kind,
        number: "1".parse().unwrap(),
        issuer: "Nơi cấp".parse().unwrap(),
        varieties: varieties.iter().map(|variety| variety.parse().unwrap()).collect(),
        issued_on: day("2026-01-10"),
        valid_to: day("2027-12-10"),
        stars: None,
        criteria: None,
        old_commune: (kind == CertKind::Gi).then_some(OldCommune::TayPhong),
        lab: None,
        area_m2,
        expected: expected.map(kg),
    };
    let added = Certificate::add(&clerk, terms, Uuid::from_u128(3).into(), now).unwrap();
    added.verify(&officer, "Đúng".parse().unwrap(), 1, now).unwrap()
}

fn sold(parts: &[(&str, i64, i64)]) -> BTreeMap<Slug, Sold> {
    parts
        .iter()
        .map(|(variety, offered, contracted)| (variety.parse().unwrap(), Sold { offered: kg(*offered), contracted: kg(*contracted) }))
        .collect()
}

/// Twenty-five tonnes from a hectare of Cam Canh; of nothing else is it known.
fn usual(variety: &Slug) -> Option<u32> {
    (variety.as_str() == "cam-canh").then_some(25_000)
}

fn reckon(papers: &[Certificate], sold: &BTreeMap<Slug, Sold>) -> Vec<Tonnage> {
    tonnage(papers, season(day("2026-11-21")), sold, usual)
}

#[test]
fn a_season_runs_from_july_to_june() {
    let around = |text| season(day(text));
    let this = Window { from: day("2026-07-01"), to: day("2027-06-30") };
    assert_eq!([around("2026-07-01"), around("2026-11-21"), around("2027-06-30")], [this; 3]);
    assert_eq!(around("2026-06-30").from, day("2025-07-01"));
}

#[test]
fn what_is_sold_of_the_scope_stands_beside_what_the_paper_can_grow() {
    let market = sold(&[("cam-canh", 90_000, 20_000), ("cam-v2", 500_000, 0)]);
    let printed = &reckon(&[paper(CertKind::Vietgap, &["cam-canh"], Some(81_000), Some(10_000))], &market)[0];
    assert_eq!((printed.can_grow, printed.reckoned, printed.over()), (kg(81_000), false, kg(9_000)));
    assert_eq!((printed.sold.offered, printed.sold.contracted), (kg(90_000), kg(20_000)));
    let by_area = &reckon(&[paper(CertKind::Vietgap, &["cam-canh"], None, Some(41_000))], &market)[0];
    assert_eq!((by_area.can_grow, by_area.reckoned, by_area.exceeds()), (kg(102_500), true, false));
    let site = &reckon(&[paper(CertKind::Vietgap, &[], Some(600_000), None)], &market)[0];
    assert_eq!((site.sold.offered, site.exceeds()), (kg(590_000), false));
}

#[test]
fn contracts_alone_can_exceed() {
    let market = sold(&[("cam-canh", 0, 82_000)]);
    assert!(reckon(&[paper(CertKind::Vietgap, &["cam-canh"], Some(81_000), None)], &market)[0].exceeds());
}

#[test]
fn papers_whose_varieties_touch_answer_together_and_kinds_by_themselves() {
    let market = sold(&[("cam-canh", 90_000, 0), ("cam-v2", 10_000, 0), ("buoi-dien", 7_000, 0)]);
    let papers = [
        paper(CertKind::Vietgap, &["cam-canh"], Some(60_000), None),
        paper(CertKind::Vietgap, &["buoi-dien"], Some(5_000), None),
        paper(CertKind::Vietgap, &["cam-v2", "cam-canh"], Some(45_000), None),
        paper(CertKind::Gi, &["cam-canh"], Some(50_000), None),
    ];
    let found: Vec<_> = reckon(&papers, &market).into_iter().map(|one| (one.kind, one.can_grow, one.sold.offered, one.exceeds())).collect();
    assert!(found.contains(&(CertKind::Vietgap, kg(105_000), kg(100_000), false)), "{found:?}");
    assert!(found.contains(&(CertKind::Vietgap, kg(5_000), kg(7_000), true)), "{found:?}");
    assert!(found.contains(&(CertKind::Gi, kg(50_000), kg(90_000), true)), "{found:?}");
    assert_eq!(found.len(), 3);
}

#[test]
fn a_paper_renewed_within_the_season_counts_once_and_another_plot_beside_it() {
    let market = sold(&[("cam-canh", 90_000, 0)]);
    let dated = |number: &str, issued: &str, until: &str, area_m2, expected| {
        let paper = paper(CertKind::Vietgap, &["cam-canh"], expected, area_m2);
        let (issued_on, valid_to) = (day(issued), day(until));
        Certificate { terms: CertificateTerms { number: number.parse().unwrap(), issued_on, valid_to, ..paper.terms.clone() }, ..paper }
    };
    let grows = |papers: &[Certificate]| {
        let found = &reckon(papers, &market)[0];
        (found.can_grow, found.numbers.clone())
    };
    let old = dated("cũ", "2024-12-01", "2026-12-01", Some(20_000), Some(50_000));
    let new = dated("mới", "2026-11-15", "2028-11-15", Some(20_000), Some(45_000));
    let once = (kg(45_000), vec!["mới".to_owned()]);
    assert_eq!(grows(&[old.clone(), new.clone()]), once);
    assert_eq!(grows(&[new.clone(), old.clone()]), once, "in whatever order they were entered");
    let thrice = dated("mới hơn", "2027-03-01", "2029-03-01", Some(20_000), Some(48_000));
    assert_eq!(grows(&[old.clone(), new.clone(), thrice]).0, kg(48_000));
    let other_plot = dated("vườn khác", "2026-11-15", "2028-11-15", Some(10_000), Some(25_000));
    assert_eq!(grows(&[old.clone(), new.clone(), other_plot]).0, kg(70_000));
    let twin = dated("sinh đôi", "2026-11-15", "2028-11-15", Some(20_000), Some(45_000));
    assert_eq!(grows(&[new.clone(), twin]).0, kg(90_000), "two plots of one size that were certified on one day are two");
    let unmeasured = |number, issued, expected| dated(number, issued, "2028-01-01", None, expected);
    assert_eq!(grows(&[unmeasured("a", "2025-01-01", Some(30_000)), unmeasured("b", "2026-10-01", Some(30_000))]).0, kg(30_000));
    assert_eq!(grows(&[unmeasured("a", "2025-01-01", Some(30_000)), unmeasured("b", "2026-10-01", Some(31_000))]).0, kg(61_000));
}

#[test]
fn nothing_is_said_where_nothing_is_known() {
    let market = sold(&[("cam-v2", 500_000, 0), ("cam-canh", 500_000, 0)]);
    assert_eq!(reckon(&[paper(CertKind::Vietgap, &["cam-v2"], None, Some(10_000))], &market), []);
    assert_eq!(reckon(&[paper(CertKind::Vietgap, &[], None, Some(10_000))], &market), []);
    assert_eq!(reckon(&[paper(CertKind::Attp, &[], Some(10_000), None)], &market), [], "a packing house grows nothing");
    let half = [paper(CertKind::Vietgap, &["cam-canh"], Some(1_000), None), paper(CertKind::Vietgap, &["cam-canh"], None, None)];
    assert_eq!(reckon(&half, &market), [], "the other plot may grow the rest");
    let over = |paper: Certificate| Certificate { terms: CertificateTerms { valid_to: day("2026-06-30"), ..paper.terms.clone() }, ..paper };
    assert_eq!(reckon(&[over(paper(CertKind::Vietgap, &["cam-canh"], Some(1_000), None))], &market), [], "last season");
}
