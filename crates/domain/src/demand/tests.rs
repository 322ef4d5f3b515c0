use super::*;
use crate::account::{Membership, Role, Side};
use crate::product::CertKind;
use proptest::prelude::*;
use uuid::Uuid;

fn day(text: &str) -> TradeDay {
    TradeDay::new(text.parse().unwrap())
}

pub(super) fn now() -> Timestamp {
    "2026-11-21T05:00:00Z".parse().unwrap()
}

pub(super) fn kg(kg: i64) -> Kg {
    Kg::from_whole(kg).unwrap()
}

fn weeks(rows: &[(&str, i64)]) -> Vec<DemandWeek> {
    rows.iter().map(|(monday, amount)| DemandWeek { week: day(monday).week(), kg: kg(*amount) }).collect()
}

pub(super) fn terms() -> DemandTerms {
    DemandTerms {
        product: "cam".parse().unwrap(),
        varieties: vec!["cam-canh".parse().unwrap()],
        min_grade: Grade::Second,
        certificates: CertKinds::NONE,
        preferred: Vec::new(),
        weeks: weeks(&[("2026-11-30", 3_000), ("2026-12-07", 3_500)]),
        bid: VndPerKg::new(44_700).unwrap(),
        delivery_commune: "00331".parse().unwrap(),
        delivery_point: None,
        delivery_hours: Hours { from: "22:00".parse().unwrap(), to: "06:00".parse().unwrap() },
        payment_days: 30,
        max_suppliers: 5,
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

pub(super) fn buyer() -> Actor {
    clerk(Side::Buyer, true)
}

pub(super) fn posted() -> Demand {
    Demand::post(&buyer(), terms(), Uuid::from_u128(3).into(), now()).unwrap()
}

fn faults(terms: &DemandTerms) -> Vec<String> {
    let faults = terms.check(TradeDay::of(now()), None).err().unwrap_or_default();
    faults.into_iter().map(|fault| format!("{}: {}", fault.field, fault.code)).collect()
}

#[test]
fn every_fault_names_its_field() {
    let with_weeks = |rows: &[(&str, i64)]| faults(&DemandTerms { weeks: weeks(rows), ..terms() });
    assert_eq!(faults(&terms()), [""; 0]);
    assert_eq!(with_weeks(&[]), ["weeks: weeks_empty"]);
    assert_eq!(with_weeks(&[("2026-11-30", 1), ("2026-12-07", 0)]), ["weeks.1.kg: kg_out_of_range"]);
    assert_eq!(with_weeks(&[("2026-12-07", 1), ("2026-12-07", 1)]), ["weeks.1.week: week_out_of_order"]);
    assert_eq!(with_weeks(&[("2026-12-07", 1), ("2026-11-30", 1)]), ["weeks.1.week: week_out_of_order"]);
    assert_eq!(with_weeks(&[("2026-11-09", 1), ("2026-12-07", 1)]), ["weeks.0.week: week_over"]);
    assert_eq!(with_weeks(&[("2027-11-29", 1)]), ["weeks.0.week: week_too_far_ahead"]);
    assert_eq!(with_weeks(&[("2026-11-30", 1), ("2027-12-06", 1)]), ["weeks: weeks_too_long"]);
    assert_eq!(with_weeks(&[("2026-11-30", 100_000_000), ("2026-12-07", 1)]), ["weeks: kg_total_out_of_range"]);
    let twice = vec!["cam-canh".parse().unwrap(), "cam-v2".parse().unwrap(), "cam-canh".parse().unwrap()];
    assert_eq!(faults(&DemandTerms { varieties: twice, ..terms() }), ["varieties.2: variety_repeated"]);
    let never = Hours { from: "06:00".parse().unwrap(), to: "06:00".parse().unwrap() };
    assert_eq!(faults(&DemandTerms { delivery_hours: never, ..terms() }), ["delivery_hours.to: hours_empty"]);
    assert_eq!(faults(&DemandTerms { payment_days: 121, ..terms() }), ["payment_days: payment_days_out_of_range"]);
    let lot =
        |kg: i64, max_share| faults(&DemandTerms { min_lot: Kg::from_grams(kg * 1000).unwrap(), max_share, max_suppliers: 0, ..terms() });
    assert_eq!([lot(0, 0), lot(6_500, 0), lot(3_250, 50)], [const { Vec::<String>::new() }; 3]);
    assert_eq!(
        (lot(6_501, 50), lot(3_251, 50)),
        (vec!["min_lot: lot_above_total".to_owned()], vec!["min_lot: lot_above_share".to_owned()])
    );
    let share = |max_suppliers, max_share| faults(&DemandTerms { max_suppliers, max_share, ..terms() });
    assert_eq!([share(0, 10), share(3, 34), share(1, 100)], [const { Vec::<String>::new() }; 3]);
    assert_eq!([share(0, 9), share(0, 101)].concat(), ["max_share: share_out_of_range"; 2]);
    assert_eq!(share(3, 33), ["max_share: share_too_small"]);
    let prefer = |rows: &[(Attribute, i64)]| {
        let preferred = rows.iter().map(|(attribute, dong)| Preference::of(*attribute, VndPerKg::new(*dong).unwrap()));
        faults(&DemandTerms { certificates: CertKinds::NONE.with(CertKind::Attp), preferred: preferred.collect(), ..terms() })
    };
    assert_eq!(prefer(&[(Attribute::Organic, 44_000), (Attribute::First, 700)]), [""; 0]);
    assert_eq!(prefer(&[(Attribute::Organic, 44_000), (Attribute::First, 701)]), ["preferred.1.premium: premiums_too_high"]);
    assert_eq!(prefer(&[(Attribute::Gi, 100), (Attribute::Gi, 200)]), ["preferred.1.attribute: preference_repeated"]);
    assert_eq!(prefer(&[(Attribute::Attp, 100)]), ["preferred.0.attribute: preference_required"]);
    assert_eq!(prefer(&[(Attribute::Second, 100)]), ["preferred.0.attribute: preference_required"]);
    let five = [Attribute::Gi, Attribute::Ocop, Attribute::Organic, Attribute::Extra, Attribute::Haccp].map(|attribute| (attribute, 100));
    assert_eq!(prefer(&five), ["preferred: too_many_preferred"]);
    let size = |codes: &[&str]| Quality { sizes: codes.iter().map(|code| code.parse().unwrap()).collect(), ..Quality::default() };
    let required = Quality { brix_tenths: Some(100), ..size(&["3", "4"]) };
    let measured = |attribute, quality| {
        let preferred = vec![Preference { quality, ..Preference::of(attribute, VndPerKg::new(500).unwrap()) }];
        faults(&DemandTerms { preferred, quality: required.clone(), ..terms() })
    };
    let sugar = |tenths| Quality { brix_tenths: Some(tenths), ..Quality::default() };
    assert_eq!([measured(Attribute::Size, size(&["3"])), measured(Attribute::Brix, sugar(101))], [const { Vec::<String>::new() }; 2]);
    assert_eq!(measured(Attribute::Size, size(&["4", "3"])), ["preferred.0.attribute: preference_required"]);
    assert_eq!(measured(Attribute::Brix, sugar(100)), ["preferred.0.attribute: preference_required"]);
    assert_eq!(measured(Attribute::Brix, sugar(351)), ["preferred.0.quality.brix_tenths: brix_out_of_range"]);
    for (attribute, quality) in [(Attribute::Size, sugar(120)), (Attribute::Juice, Quality::default()), (Attribute::Organic, sugar(120))] {
        assert_eq!(measured(attribute, quality), ["preferred.0.quality: preference_figure"], "{attribute:?}");
    }
    assert_eq!(faults(&DemandTerms { max_suppliers: 51, ..terms() }), ["max_suppliers: suppliers_out_of_range"]);
}

#[test]
fn a_huge_form_is_refused_without_a_fault_for_each_row() {
    let row = terms().weeks[0];
    let flood = DemandTerms { weeks: vec![row; 100_000], ..terms() };
    assert!(faults(&flood).len() <= DemandTerms::MOST_WEEKS + 3);
    assert!(faults(&flood).contains(&"weeks: too_many_weeks".to_owned()));
}

#[test]
fn only_verified_buyers_post() {
    let post = |actor: &Actor| Demand::post(actor, terms(), Uuid::from_u128(3).into(), now()).map(|demand| demand.version);
    assert_eq!(post(&buyer()), Ok(1));
    assert_eq!(post(&clerk(Side::Buyer, false)), Err(Refusal::Denied(Denied::NotVerified)));
    assert_eq!(post(&clerk(Side::Supplier, true)), Err(Refusal::Denied(Denied::Forbidden)));
}

#[test]
fn a_demand_is_over_with_its_last_sunday_and_withdrawn_for_good() {
    let demand = posted();
    let at = |time: &str| demand.status(Kg::ZERO, time.parse().unwrap());
    assert_eq!((at("2026-12-13T16:59:59Z"), at("2026-12-13T17:00:00Z")), (DemandStatus::Open, DemandStatus::Expired));
    let gone = demand.withdraw(&buyer(), now()).unwrap();
    assert_eq!((gone.status(Kg::ZERO, now()), gone.version), (DemandStatus::Withdrawn, 2));
    assert_eq!(gone.withdraw(&buyer(), now()), Ok(gone.clone()));
    let edited = gone.edit(&buyer(), terms(), 2, &Promised::default(), now());
    assert_eq!(edited, Err(Refusal::Conflict(PostConflict::Withdrawn)));
}

#[test]
fn weeks_that_passed_meanwhile_do_not_stop_an_edit() {
    let later = "2026-12-08T05:00:00Z".parse().unwrap();
    let edit =
        |rows: &[(&str, i64)]| posted().edit(&buyer(), DemandTerms { weeks: weeks(rows), ..terms() }, 1, &Promised::default(), later);
    assert!(edit(&[("2026-11-30", 3_000), ("2026-12-07", 4_000)]).is_ok());
    assert!(edit(&[("2026-12-07", 4_000)]).is_ok());
    let rewritten = edit(&[("2026-11-30", 9_000), ("2026-12-07", 4_000)]);
    assert_eq!(rewritten, Err(Refusal::Invalid(vec![FieldError::new("weeks.0.week", "week_over")])));
}

#[test]
fn a_demand_never_falls_below_its_promises() {
    let held = Promised::new([(day("2026-12-07").week(), kg(2_000))], 2).unwrap();
    let edit = |terms| posted().edit(&buyer(), terms, 1, &held, now());
    let below = |terms| match edit(terms) {
        Err(Refusal::Conflict(PostConflict::BelowPromised { field, promised })) => format!("{field} {promised}"),
        other => panic!("{other:?}"),
    };
    assert!(edit(DemandTerms { weeks: weeks(&[("2026-12-07", 2_000)]), max_suppliers: 2, ..terms() }).is_ok());
    assert!(edit(DemandTerms { max_suppliers: 0, ..terms() }).is_ok());
    assert_eq!(below(DemandTerms { weeks: weeks(&[("2026-12-07", 1_999)]), ..terms() }), "weeks.0.kg 2000");
    assert_eq!(below(DemandTerms { weeks: weeks(&[("2026-11-30", 5_000)]), ..terms() }), "weeks 2000");
    let fewer = edit(DemandTerms { max_suppliers: 1, ..terms() });
    assert_eq!(fewer, Err(Refusal::Conflict(PostConflict::BelowPromisedSuppliers { promised: 2 })));
    let other = edit(DemandTerms { product: "buoi".parse().unwrap(), ..terms() });
    assert_eq!(other, Err(Refusal::Conflict(PostConflict::GoodsPromised { field: "product" })));
    let old_copy = posted().edit(&buyer(), terms(), 0, &held, now());
    assert_eq!(old_copy, Err(Refusal::Stale));
}

#[test]
fn the_form_is_strict_json() {
    let mut json = serde_json::to_value(terms()).unwrap();
    assert_eq!(json["weeks"][0], serde_json::json!({ "week": "2026-11-30", "kg": "3000" }));
    assert_eq!(serde_json::from_value::<DemandTerms>(json.clone()).unwrap(), terms());
    json["weeks"][0]["week"] = "2026-12-01".into();
    assert!(serde_json::from_value::<DemandTerms>(json).unwrap_err().to_string().starts_with("week_not_a_monday"));
}

proptest! {
    /// Whatever rows are typed: an accepted demand has weeks in order, whole kilograms, and a sum within bounds.
    #[test]
    fn an_accepted_form_is_in_order(rows in prop::collection::vec((0u32..80, 0i64..3_000_000), 0..60)) {
        let first = day("2026-11-16");
        let weeks = rows.iter().map(|(n, grams)| DemandWeek { week: first.plus(7 * n).week(), kg: Kg::from_grams(*grams).unwrap() });
        let terms = DemandTerms { weeks: weeks.collect(), ..terms() };
        let good = !rows.is_empty()
            && rows.len() <= 53
            && rows.windows(2).all(|pair| pair[0].0 < pair[1].0)
            && rows.iter().all(|(_, grams)| *grams > 0 && grams % 1000 == 0)
            && rows[rows.len() - 1].0 - rows[0].0 <= 52
            && rows[0].0 <= 53;
        prop_assert_eq!(terms.check(TradeDay::of(now()), None).is_ok(), good);
    }
}
