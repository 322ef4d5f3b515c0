use super::*;
use crate::account::{Membership, Role, Side};
use crate::hours::Hours;
use crate::money::VndPerKg;
use crate::product::{CertKinds, Grade, Quality};
use proptest::prelude::*;
use uuid::Uuid;

fn kg(kg: i64) -> Kg {
    Kg::from_whole(kg).unwrap()
}

fn terms(weeks: &[(&str, i64)]) -> DemandTerms {
    let week = |text: &str| TradeDay::new(text.parse().unwrap()).week();
    DemandTerms {
        product: "cam".parse().unwrap(),
        varieties: Vec::new(),
        min_grade: Grade::Second,
        certificates: CertKinds::NONE,
        preferred: Vec::new(),
        weeks: weeks.iter().map(|(monday, amount)| DemandWeek { week: week(monday), kg: kg(*amount) }).collect(),
        bid: VndPerKg::new(34_000).unwrap(),
        delivery_commune: "00004".parse().unwrap(),
        delivery_point: None,
        delivery_hours: Hours { from: "05:00".parse().unwrap(), to: "07:00".parse().unwrap() },
        payment_days: 30,
        min_lot: Kg::ZERO,
        dues: crate::dues::DueTerms::default(),
        quality: Quality::default(),
        max_suppliers: 2,
        max_share: 60,
        note: "Thùng 10 kg".parse().unwrap(),
    }
}

fn point(commune: &str, amount: i64, note: &str) -> DeliveryPoint {
    DeliveryPoint { delivery_commune: commune.parse().unwrap(), delivery_point: None, kg: kg(amount), note: note.parse().unwrap() }
}

fn post(terms: &DemandTerms, points: &[DeliveryPoint]) -> Result<Vec<Demand>, PostError> {
    let membership = Some(Membership { org: Uuid::from_u128(1).into(), side: Side::Buyer, verified: true });
    let actor = Actor { user: Uuid::from_u128(2).into(), role: Role::Clerk, membership };
    let now = "2026-11-21T05:00:00Z".parse().unwrap();
    Demand::post_points(&actor, terms, points, Uuid::from_u128(9).into(), now, || Uuid::from_u128(3).into())
}

fn faults(terms: &DemandTerms, points: &[DeliveryPoint]) -> Vec<String> {
    match post(terms, points) {
        Err(Refusal::Invalid(faults)) => faults.into_iter().map(|fault| format!("{}: {}", fault.field, fault.code)).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_point_gets_its_place_its_kilograms_and_its_note() {
    let form = terms(&[("2026-11-30", 1_000), ("2026-12-07", 1_500)]);
    let points = vec![point("00004", 500, "Kho 1"), point("00331", 300, ""), point("00331", 200, "Cửa sau")];
    let posted = post(&form, &points).unwrap();
    let weeks: Vec<Vec<_>> = posted.iter().map(|demand| demand.terms.weeks.iter().map(|row| row.kg.whole()).collect()).collect();
    assert_eq!(weeks, [vec![500, 750], vec![300, 450], vec![200, 300]]);
    let notes: Vec<_> = posted.iter().map(|demand| demand.terms.note.to_string()).collect();
    assert_eq!(notes, ["Kho 1\nThùng 10 kg", "Thùng 10 kg", "Cửa sau\nThùng 10 kg"]);
    assert_eq!(posted[1].terms.delivery_commune.to_string(), "00331");
    assert!(posted.iter().all(|demand| demand.group == Some(Uuid::from_u128(9).into())));
    let alone = post(&form, &[point("00331", 1, "")]).unwrap();
    assert_eq!((alone[0].group, &alone[0].terms.weeks), (None, &form.weeks), "one point is an ordinary demand with all of it");
}

#[test]
fn every_fault_names_the_form_or_the_point() {
    let form = DemandTerms { payment_days: 121, ..terms(&[("2026-11-30", 10)]) };
    let mut points = vec![point("00004", 500, ""), point("00004", 0, &"x".repeat(1_995))];
    points[0].kg = "0.5".parse().unwrap();
    let told = [
        "terms.payment_days: payment_days_out_of_range",
        "points.0.kg: kg_not_whole",
        "points.1.kg: kg_out_of_range",
        "points.1.note: text_too_long",
    ];
    assert_eq!(faults(&form, &points), told);
    let form = terms(&[("2026-11-30", 10)]);
    // The last point rounds up to what is left.
    assert_eq!(faults(&form, &[point("00004", 1, ""), point("00004", 100, "")]), ["points.0.kg: point_without_goods"]);
    let form = DemandTerms { min_lot: kg(4), ..form };
    let parted = faults(&form, &[point("00004", 1, ""), point("00004", 2, "")]);
    assert_eq!(parted, ["points.0.kg: point_below_lot"], "seven go to the other point");
    for count in [0, 10] {
        assert_eq!(faults(&form, &vec![point("00004", 1, ""); count]), ["points: points_out_of_range"]);
    }
}

proptest! {
    #[test]
    fn nothing_is_lost_and_nobody_is_off_by_a_kilogram(total in 0i64..100_000_000, parts in prop::collection::vec(1i64..1_000_000, 1..=9)) {
        let weights: Vec<_> = parts.iter().copied().map(kg).collect();
        let shares = split(kg(total), &weights);
        prop_assert_eq!(Kg::sum(shares.iter().copied()), Some(kg(total)));
        let all: i128 = parts.iter().map(|part| i128::from(*part)).sum();
        for (share, part) in shares.iter().zip(&parts) {
            let off = i128::from(share.whole()) * all - i128::from(total) * i128::from(*part);
            prop_assert!(off.abs() < all, "{share} of {total} for {part} of {all}");
        }
        let exact: Vec<_> = split(kg(parts.iter().sum()), &weights);
        prop_assert_eq!(exact, weights);
    }
}
