use super::*;
use crate::account::{Membership, Role, Side};
use crate::day::TradeDay;
use crate::policy::Denied;
use uuid::Uuid;

fn day(text: &str) -> TradeDay {
    TradeDay::new(text.parse().unwrap())
}

fn now() -> Timestamp {
    "2026-11-21T05:00:00Z".parse().unwrap()
}

fn line() -> DemandLine {
    DemandLine {
        product: "cam".parse().unwrap(),
        varieties: vec!["cam-canh".parse().unwrap()],
        min_grade: Grade::Second,
        certificates: CertKinds::NONE,
        preferred: Vec::new(),
        from: day("2026-12-02"),
        to: day("2026-12-14"),
        kg_per_week: Kg::from_whole(3_000).unwrap(),
        bid: VndPerKg::new(34_000).unwrap(),
        delivery_commune: "00004".parse().unwrap(),
        delivery_hours: Hours { from: "05:00".parse().unwrap(), to: "07:00".parse().unwrap() },
        payment_days: 30,
        max_suppliers: 0,
        max_share: 0,
        note: Note::default(),
        quality: crate::product::Quality::default(),
        min_lot: Kg::ZERO,
        dues: crate::dues::DueTerms::default(),
    }
}

fn clerk(side: Side, verified: bool) -> Actor {
    let membership = Some(Membership { org: Uuid::from_u128(1).into(), side, verified });
    Actor { user: Uuid::from_u128(2).into(), role: Role::Clerk, membership }
}

fn post(actor: &Actor, lines: Vec<Result<DemandLine, FieldError>>) -> Result<Vec<Demand>, PostError> {
    Demand::post_list(actor, lines, now(), || Uuid::from_u128(3).into())
}

fn faults(lines: Vec<Result<DemandLine, FieldError>>) -> Vec<String> {
    match post(&clerk(Side::Buyer, true), lines) {
        Err(Refusal::Invalid(faults)) => faults.into_iter().map(|fault| format!("{}: {}", fault.field, fault.code)).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_line_wants_its_weight_in_every_week_it_touches() {
    let posted = post(&clerk(Side::Buyer, true), vec![Ok(line())]).unwrap();
    let weeks: Vec<_> = posted[0].terms.weeks.iter().map(|row| (row.week.monday().date().to_string(), row.kg.whole())).collect();
    assert_eq!(weeks, [("2026-11-30".to_owned(), 3_000), ("2026-12-07".to_owned(), 3_000), ("2026-12-14".to_owned(), 3_000)]);
}

#[test]
fn every_bad_line_is_told_at_once_and_each_fault_at_its_own_field() {
    let lines = vec![
        Ok(line()),
        Ok(DemandLine { from: day("2026-11-02"), to: day("2026-12-20"), ..line() }),
        Err(FieldError::new("bid", "price_out_of_range")),
        Ok(DemandLine { to: day("2026-12-01"), ..line() }),
        Ok(DemandLine { to: day("2028-01-01"), ..line() }),
        Ok(DemandLine { kg_per_week: Kg::from_grams(1_500).unwrap(), payment_days: 121, ..line() }),
        Ok(DemandLine { kg_per_week: Kg::MOST, ..line() }),
        Ok(DemandLine { from: day("2026-11-02"), to: day("2026-11-08"), ..line() }),
        Ok(DemandLine { from: day("2027-12-06"), to: day("2027-12-06"), ..line() }),
    ];
    assert_eq!(
        faults(lines),
        [
            "lines.1.from: week_over",
            "lines.2.bid: price_out_of_range",
            "lines.3.to: window_reversed",
            "lines.4.to: window_too_long",
            "lines.5.kg_per_week: kg_not_whole",
            "lines.5.payment_days: payment_days_out_of_range",
            "lines.6.kg_per_week: kg_total_out_of_range",
            "lines.7.from: week_over",
            "lines.7.to: weeks_over",
            "lines.8.from: week_too_far_ahead",
        ]
    );
}

#[test]
fn who_may_not_post_one_may_not_post_a_list_of_faults_either() {
    let bad = || vec![Err(FieldError::new("bid", "missing"))];
    assert_eq!(post(&clerk(Side::Supplier, true), bad()), Err(Refusal::Denied(Denied::Forbidden)));
    assert_eq!(post(&clerk(Side::Buyer, false), bad()), Err(Refusal::Denied(Denied::NotVerified)));
}
