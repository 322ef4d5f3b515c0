use super::*;
use crate::account::{Membership, Role, Side};
use crate::day::Week;
use crate::error::Refusal;
use crate::post::PostConflict;
use proptest::prelude::*;
use uuid::Uuid;

fn day(text: &str) -> TradeDay {
    TradeDay::new(text.parse().unwrap())
}

fn today() -> TradeDay {
    day("2026-11-21")
}

fn now() -> Timestamp {
    "2026-11-21T05:00:00Z".parse().unwrap()
}

fn kg(kg: i64) -> Kg {
    Kg::from_whole(kg).unwrap()
}

fn terms() -> OfferTerms {
    OfferTerms {
        variety: "cam-canh".parse().unwrap(),
        grade: Grade::First,
        kg_total: kg(12_000),
        kg_per_week: kg(4_000),
        window: Window { from: day("2026-11-30"), to: day("2026-12-20") },
        ask: VndPerKg::new(25_000).unwrap(),
        min_lot: kg(500),
        max_payment_days: 30,
        pickup_commune: "05089".parse().unwrap(),
        pickup_point: None,
        note: Note::default(),
        forecast: None,
        quality: Quality::default(),
        tiers: Vec::new(),
    }
}

fn clerk(side: Side, verified: bool) -> Actor {
    let membership = Some(Membership { org: Uuid::from_u128(1).into(), side, verified });
    Actor { user: Uuid::from_u128(2).into(), role: Role::Clerk, membership }
}

fn supplier() -> Actor {
    clerk(Side::Supplier, true)
}

fn posted() -> Offer {
    Offer::post(&supplier(), terms(), Uuid::from_u128(3).into(), now()).unwrap()
}

fn promised(weeks: &[(&str, i64)]) -> Promised {
    Promised::new(weeks.iter().map(|(monday, amount)| (day(monday).week(), kg(*amount))), 0).unwrap()
}

fn faults(terms: &OfferTerms) -> Vec<(String, &'static str)> {
    let faults = terms.check(today()).err().unwrap_or_default();
    faults.into_iter().map(|fault| (fault.field.into_owned(), fault.code)).collect()
}

#[test]
fn a_good_form_passes() {
    assert_eq!(faults(&terms()), []);
    assert_eq!(faults(&OfferTerms { min_lot: Kg::ZERO, max_payment_days: 0, ..terms() }), []);
    let last_day = Window { from: day("2026-01-01"), to: today() };
    assert_eq!(faults(&OfferTerms { window: last_day, ..terms() }), []);
}

#[test]
fn every_fault_names_its_field() {
    let one = |terms: OfferTerms| match faults(&terms).as_slice() {
        [(field, code)] => format!("{field}: {code}"),
        more => panic!("{more:?}"),
    };
    let window = |from, to| OfferTerms { window: Window { from: day(from), to: day(to) }, ..terms() };
    assert_eq!(one(OfferTerms { kg_total: Kg::from_grams(12_000_500).unwrap(), ..terms() }), "kg_total: kg_not_whole");
    assert_eq!(one(OfferTerms { kg_per_week: Kg::ZERO, min_lot: Kg::ZERO, ..terms() }), "kg_per_week: kg_out_of_range");
    assert_eq!(one(OfferTerms { kg_per_week: kg(12_001), ..terms() }), "kg_per_week: week_above_total");
    assert_eq!(one(OfferTerms { min_lot: kg(12_001), ..terms() }), "kg_total: total_below_smallest_lot");
    assert_eq!(one(OfferTerms { kg_per_week: kg(100), ..terms() }), "min_lot: smallest_lot_never_picked");
    assert_eq!(one(OfferTerms { max_payment_days: 121, ..terms() }), "max_payment_days: payment_days_out_of_range");
    assert_eq!(one(window("2026-12-20", "2026-11-30")), "window.to: window_reversed");
    assert_eq!(one(window("2026-11-30", "2027-12-01")), "window.to: window_too_long");
    assert_eq!(one(window("2026-11-01", "2026-11-20")), "window.to: window_over");
    assert_eq!(one(window("2027-11-23", "2027-12-20")), "window.from: window_too_far_ahead");
}

fn forecast(low: i64, mid: i64, high: i64) -> OfferTerms {
    OfferTerms { forecast: Some(Forecast { low: kg(low), mid: kg(mid), high: kg(high) }), ..terms() }
}

#[test]
fn a_forecast_offers_its_low_figure() {
    assert_eq!(faults(&forecast(12_000, 15_000, 20_000)), []);
    assert_eq!(faults(&forecast(12_000, 12_000, 12_000)), []);
    assert_eq!(faults(&forecast(12_000, 11_000, 20_000)), [("forecast.mid".to_owned(), "forecast_out_of_order")]);
    assert_eq!(faults(&forecast(12_000, 15_000, 14_999)), [("forecast.high".to_owned(), "forecast_out_of_order")]);
    assert_eq!(faults(&forecast(11_000, 15_000, 20_000)), [("forecast.low".to_owned(), "forecast_low_is_not_total")]);
}

#[test]
fn what_is_firm_stays_firm() {
    let forecast = forecast(12_000, 15_000, 20_000);
    let offer = Offer::post(&supplier(), forecast.clone(), Uuid::from_u128(3).into(), now()).unwrap();
    let more = OfferTerms { kg_total: kg(14_000), ..terms() };
    let firm = offer.edit(&supplier(), more, 1, &Promised::default(), now()).unwrap();
    assert_eq!((firm.terms.forecast, firm.terms.kg_total), (None, kg(14_000)));
    let back = firm.edit(&supplier(), forecast, 2, &Promised::default(), now());
    assert!(matches!(back, Err(Refusal::Invalid(faults)) if faults[0].code == "forecast_after_firm"));
}

#[test]
fn a_forecast_waits_to_be_made_firm_from_two_weeks_before_the_harvest() {
    let offer = Offer::post(&supplier(), forecast(12_000, 15_000, 20_000), Uuid::from_u128(3).into(), now()).unwrap();
    let later = OfferTerms { window: Window { from: day("2026-12-06"), to: day("2026-12-20") }, ..offer.terms.clone() };
    let later = Offer { terms: later, ..offer.clone() };
    assert!(offer.awaits_quantity(now()) && !later.awaits_quantity(now()), "fifteen days are left of the later one");
    assert!(later.awaits_quantity("2026-11-22T05:00:00Z".parse().unwrap()));
    assert!(!posted().awaits_quantity(now()), "it is firm");
    assert!(!offer.withdraw(&supplier(), now()).unwrap().awaits_quantity(now()));
}

#[test]
fn all_faults_come_at_once() {
    let bad = OfferTerms {
        kg_total: Kg::ZERO,
        max_payment_days: 500,
        window: Window { from: day("2026-12-20"), to: day("2026-11-30") },
        ..terms()
    };
    let fields: Vec<_> = faults(&bad).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["kg_total", "kg_per_week", "window.to", "kg_total", "max_payment_days"]);
}

#[test]
fn only_verified_suppliers_post() {
    let post = |actor: &Actor| Offer::post(actor, terms(), Uuid::from_u128(3).into(), now()).map(|offer| offer.version);
    assert_eq!(post(&supplier()), Ok(1));
    assert_eq!(post(&clerk(Side::Supplier, false)), Err(Refusal::Denied(Denied::NotVerified)));
    assert_eq!(post(&clerk(Side::Buyer, true)), Err(Refusal::Denied(Denied::Forbidden)));
}

#[test]
fn an_offer_is_over_when_its_last_day_is() {
    let offer = posted();
    assert_eq!(offer.status("2026-12-20T16:59:59Z".parse().unwrap()), PostStatus::Open);
    let over = "2026-12-20T17:00:00Z".parse().unwrap();
    assert_eq!(offer.status(over), PostStatus::Expired);
    let edited = offer.edit(&supplier(), terms(), 1, &Promised::default(), over);
    assert_eq!(edited, Err(Refusal::Conflict(PostConflict::Expired)));
    assert_eq!(offer.withdraw(&supplier(), over), Err(Refusal::Conflict(PostConflict::Expired)));
}

#[test]
fn a_withdrawn_offer_stays_withdrawn() {
    let gone = posted().withdraw(&supplier(), now()).unwrap();
    assert_eq!(gone.state, PostState::Withdrawn { by: supplier().user, at: now() });
    assert_eq!((gone.status(now()), gone.version), (PostStatus::Withdrawn, 2));
    assert_eq!(gone.withdraw(&supplier(), now()), Ok(gone.clone()));
    let edited = gone.edit(&supplier(), terms(), 2, &Promised::default(), now());
    assert_eq!(edited, Err(Refusal::Conflict(PostConflict::Withdrawn)));
}

#[test]
fn an_edit_on_an_old_copy_is_stale() {
    let offer = posted().edit(&supplier(), terms(), 1, &Promised::default(), now()).unwrap();
    assert_eq!(offer.version, 2);
    assert_eq!(offer.edit(&supplier(), terms(), 1, &Promised::default(), now()), Err(Refusal::Stale));
}

#[test]
fn an_offer_never_falls_below_its_promises() {
    let held = promised(&[("2026-11-30", 3_000), ("2026-12-14", 1_000)]);
    let edit = |terms| posted().edit(&supplier(), terms, 1, &held, now());
    let below = |terms| match edit(terms) {
        Err(Refusal::Conflict(PostConflict::BelowPromised { field, promised })) => format!("{field} {promised}"),
        other => panic!("{other:?}"),
    };
    assert!(edit(OfferTerms { kg_total: kg(4_000), kg_per_week: kg(3_000), ..terms() }).is_ok());
    assert_eq!(below(OfferTerms { kg_total: kg(3_999), kg_per_week: kg(3_000), ..terms() }), "kg_total 4000");
    assert_eq!(below(OfferTerms { kg_per_week: kg(2_999), ..terms() }), "kg_per_week 3000");
    let later = Window { from: day("2026-12-07"), to: day("2026-12-20") };
    assert_eq!(below(OfferTerms { window: later, ..terms() }), "window.from 3000");
    let shorter = Window { from: day("2026-11-30"), to: day("2026-12-13") };
    assert_eq!(below(OfferTerms { window: shorter, ..terms() }), "window.to 1000");
    let other_grade = edit(OfferTerms { grade: Grade::Second, ..terms() });
    assert_eq!(other_grade, Err(Refusal::Conflict(PostConflict::GoodsPromised { field: "grade" })));
    let sweeter = edit(OfferTerms { quality: Quality { brix_tenths: Some(120), ..Quality::default() }, ..terms() });
    assert_eq!(sweeter, Err(Refusal::Conflict(PostConflict::GoodsPromised { field: "quality" })));
}

#[test]
fn the_form_is_strict_json() {
    let mut json = serde_json::to_value(terms()).unwrap();
    assert_eq!(json["kg_total"], "12000");
    assert_eq!(serde_json::from_value::<OfferTerms>(json.clone()).unwrap(), terms());
    json["reserve"] = 1.into();
    assert!(serde_json::from_value::<OfferTerms>(json).is_err());
}

proptest! {
    /// An accepted edit leaves room for everything promised, week by week and in all.
    #[test]
    fn what_an_edit_leaves_covers_the_promises(
        total in 1i64..10_000, week in 1i64..5_000, from in 0u32..40, days in 0u32..40,
        weeks in prop::collection::vec((0u32..6, 1i64..3_000), 0..5),
    ) {
        let first = day("2026-11-30");
        let held = Promised::new(weeks.iter().map(|(n, amount)| (first.plus(7 * n).week(), kg(*amount))), 0).unwrap();
        let window = Window { from: first.plus(from), to: first.plus(from + days) };
        let edited = OfferTerms { kg_total: kg(total), kg_per_week: kg(week), window, min_lot: Kg::ZERO, ..terms() };
        if let Ok(offer) = posted().edit(&supplier(), edited, 1, &held, now()) {
            let open: Vec<Week> = offer.terms.window.weeks().collect();
            for (week, amount) in held.weeks() {
                prop_assert!(open.contains(&week) && amount <= offer.terms.kg_per_week);
            }
            prop_assert!(held.total() <= offer.terms.kg_total);
        }
    }
}

#[test]
fn tiers_rise_are_within_reach_and_leave_a_price() {
    let tier = |from_kg: i64, discount: i64| Tier { from_kg: kg(from_kg), discount: VndPerKg::new(discount).unwrap() };
    let with = |tiers: Vec<Tier>| {
        let found = faults(&OfferTerms { tiers, min_lot: kg(500), ..terms() });
        found.iter().map(|(field, code)| format!("{field}: {code}")).collect::<Vec<_>>()
    };
    assert!(with(vec![tier(500, 100), tier(5_000, 300), tier(12_000, 1_000)]).is_empty());
    assert_eq!(with(vec![tier(499, 100)]), ["tiers.0.from_kg: tier_below_smallest_lot"]);
    assert_eq!(with(vec![tier(12_001, 100)]), ["tiers.0.from_kg: tier_above_total"]);
    assert_eq!(with(vec![tier(2_000, 300), tier(2_000, 400)]), ["tiers.1.from_kg: tier_out_of_order"]);
    assert_eq!(with(vec![tier(2_000, 300), tier(3_000, 300)]), ["tiers.1.discount: discount_out_of_order"]);
    assert_eq!(with(vec![tier(2_000, terms().ask.dong() - 99)]), ["tiers.0.discount: discount_above_ask"]);
    assert_eq!(with((1..5).map(|at| tier(at * 1_000, at * 100)).collect()), ["tiers: too_many_tiers"]);
}
