use super::*;
use crate::contract::samples::{at, kg};

fn entry(number: u16, corrects: Option<u16>, weighed: &str, inspected: &str, accepted: &str) -> Inspection {
    let rejected = kg(inspected).checked_sub(kg(accepted)).unwrap();
    let rejections = if rejected.is_zero() { vec![] } else { vec![Rejection { kg: rejected, reason: RejectReason::Rotten, note: None }] };
    let findings = Findings::whole(kg(inspected), kg(accepted), rejections);
    let (by, at) = (uuid::Uuid::nil().into(), at("2026-12-01T01:00:00Z"));
    Inspection { number, corrects, rest: false, weighed: kg(weighed), findings, by, at }
}

#[test]
fn a_correction_takes_the_place_of_an_entry_and_both_stay() {
    let first = entry(1, None, "3000", "1000", "900");
    let second = entry(2, None, "3000", "2000", "2000");
    let all = Inspections::new(vec![first.clone(), second.clone(), entry(3, Some(1), "3000", "1000", "1000")]).unwrap();
    assert_eq!(all.sums(), Sums { inspected: kg("3000"), accepted: kg("3000"), rejected: Kg::ZERO });
    assert!(all.complete() && all.entries().len() == 3 && !all.counts(1) && all.counts(3));
    let half = Inspections::new(vec![first.clone()]).unwrap();
    assert_eq!((half.left(), half.sums().rejected), (kg("2000"), kg("100")));
    // Corrected twice, the later one counts.
    let again = Inspections::new(vec![first.clone(), entry(2, Some(1), "3000", "900", "900"), entry(3, Some(2), "3000", "800", "800")]);
    assert_eq!(again.unwrap().sums().inspected, kg("800"));
    for wrong in [
        vec![],
        vec![entry(2, None, "3000", "1000", "1000")],
        vec![first.clone(), entry(2, Some(2), "3000", "1", "1")],
        vec![first.clone(), entry(2, Some(1), "3000", "1", "1"), entry(3, Some(1), "3000", "1", "1")],
        vec![first, entry(2, None, "2999.999", "2000", "2000")],
    ] {
        assert_eq!(Inspections::new(wrong.clone()), None, "{wrong:?}");
    }
}

#[test]
fn every_figure_outside_its_bounds_is_named() {
    let with = |measured| Findings { measured, ..entry(1, None, "1", "1", "1").findings };
    let named = |measured| {
        let faults = with(measured).check().err().unwrap_or_default();
        faults.into_iter().map(|fault| format!("{} {}", fault.field, fault.code)).collect::<Vec<_>>()
    };
    let good = Measured { size_from_mm: Some(5), size_to_mm: Some(400), brix_tenths: Some(105), juice_percent: Some(100) };
    assert!(named(good).is_empty());
    let bad = Measured { size_from_mm: Some(4), size_to_mm: Some(401), brix_tenths: Some(9), juice_percent: Some(0) };
    assert_eq!(
        named(bad),
        [
            "measured.size_from_mm size_mm_out_of_range",
            "measured.size_to_mm size_mm_out_of_range",
            "measured.brix_tenths brix_out_of_range",
            "measured.juice_percent juice_out_of_range"
        ]
    );
    assert_eq!(named(Measured { size_from_mm: Some(70), size_to_mm: Some(60), ..good }), ["measured.size_to_mm size_mm_reversed"]);
}
