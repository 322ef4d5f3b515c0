use super::*;
use crate::account::{Membership, Role, Side};
use crate::error::Refusal;
use proptest::prelude::*;
use serde_json::json;
use uuid::Uuid;

fn at(day: &str) -> Timestamp {
    format!("{day}T05:00:00Z").parse().unwrap()
}

fn clerk() -> Actor {
    let membership = Some(Membership { org: Uuid::from_u128(1).into(), side: Side::Buyer, verified: true });
    Actor { user: Uuid::from_u128(2).into(), role: Role::Clerk, membership }
}

fn terms(from: &str, to: &str, weeks_ahead: u8) -> RecurringDemandTerms {
    let line = json!({
        "product": "cam", "min_grade": "second", "bid": 34_000, "delivery_commune": "00004", "from": from, "to": to,
        "kg_per_week": "1000", "delivery_hours": { "from": "05:00", "to": "07:00" }, "payment_days": 30,
    });
    RecurringDemandTerms { line: serde_json::from_value(line).unwrap(), weeks_ahead, by_season: false, points: Vec::new() }
}

fn post(terms: RecurringDemandTerms, day: &str) -> Result<RecurringDemand, PostError> {
    RecurringDemand::post(&clerk(), terms, Uuid::from_u128(3).into(), at(day))
}

fn posts(rule: &RecurringDemand, at: Timestamp) -> Option<(Vec<Demand>, RecurringDemand)> {
    rule.due(Uuid::from_u128(9).into(), || Uuid::from_u128(4).into(), at)
}

fn due(rule: &RecurringDemand, day: &str) -> Option<(Vec<String>, RecurringDemand)> {
    let (demands, after) = posts(rule, at(day))?;
    let weeks = demands.into_iter().next().map_or_else(Vec::new, |demand| demand.terms.weeks);
    Some((weeks.iter().map(|row| format!("{} {}", row.week.monday().date(), row.kg.whole())).collect(), after))
}

#[test]
fn each_week_is_posted_once_and_some_weeks_before_it_comes() {
    // 2026-11-21 is a Saturday.
    let rule = post(terms("2026-11-30", "2026-12-27", 2), "2026-11-21").unwrap();
    assert_eq!(rule.next_on().unwrap().date().to_string(), "2026-11-16");
    let (weeks, rule) = due(&rule, "2026-11-21").unwrap();
    assert_eq!(weeks, ["2026-11-30 1000"]);
    assert_eq!(due(&rule, "2026-11-22"), None);
    let (weeks, rule) = due(&rule, "2026-11-23").unwrap();
    assert_eq!(weeks, ["2026-12-07 1000"]);
    // The server was off for a while.
    let (weeks, rule) = due(&rule, "2026-12-16").unwrap();
    assert_eq!(weeks, ["2026-12-14 1000", "2026-12-21 1000"]);
    assert_eq!((rule.status(), rule.next_on()), (RecurringDemandStatus::Over, None));
    assert_eq!(due(&rule, "2027-01-16"), None);
}

/// The smallest contract is named for all weeks together: of one week alone it is at most that week.
#[test]
fn what_is_posted_week_by_week_never_asks_for_more_than_it_wants() {
    let mut whole = terms("2026-11-30", "2026-12-27", 2);
    whole.line.min_lot = Kg::from_whole(2500).unwrap();
    let rule = post(whole, "2026-11-21").unwrap();
    let (demands, _) = posts(&rule, at("2026-11-21")).unwrap();
    assert_eq!(demands[0].terms.min_lot, Kg::from_whole(1000).unwrap());
}

fn points(kg: &[i64]) -> Vec<DeliveryPoint> {
    let point = |(at, kg): (usize, &i64)| json!({ "delivery_commune": (if at == 0 { "00004" } else { "05089" }), "kg": kg.to_string(), "note": format!("Cửa hàng {at}") });
    kg.iter().enumerate().map(point).map(|point| serde_json::from_value(point).unwrap()).collect()
}

#[test]
fn every_week_is_split_between_the_points_and_what_takes_nothing_posts_nothing() {
    let several = RecurringDemandTerms { by_season: true, points: points(&[700, 299, 1]), ..terms("2027-01-25", "2027-02-07", 4) };
    let rule = post(several, "2027-01-20").unwrap();
    let (demands, over) = posts(&rule, at("2027-01-25")).unwrap();
    let said = |demand: &Demand| {
        let weeks: Vec<_> = demand.terms.weeks.iter().map(|row| row.kg.whole()).collect();
        format!("{} {} {weeks:?}", demand.terms.note, demand.terms.delivery_commune)
    };
    // Twice as much before Tết and half in its week: a kilogram of a thousand is nothing of five hundred but for the last point's rest.
    let whole: Vec<_> = demands.iter().map(said).collect();
    assert_eq!(whole[0], "Cửa hàng 0 00004 [1400, 350]");
    let total = |week: usize| demands.iter().filter_map(|demand| demand.terms.weeks.get(week)).map(|row| row.kg.whole()).sum::<i64>();
    assert_eq!((total(0), total(1)), (2000, 500), "no kilogram is lost: {whole:?}");
    assert!(demands.iter().all(|demand| demand.group == Some(Uuid::from_u128(9).into())));
    assert_eq!(over.status(), RecurringDemandStatus::Over);
}

#[test]
fn points_add_up_to_the_week() {
    let told = |points| match post(RecurringDemandTerms { points, ..terms("2026-11-30", "2026-12-27", 2) }, "2026-11-21") {
        Ok(rule) => posts(&rule, at("2026-11-21")).unwrap().0.iter().map(|demand| format!("{:?}", demand.group.is_some())).collect(),
        Err(Refusal::Invalid(faults)) => faults.iter().map(|fault| format!("{}: {}", fault.field, fault.code)).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(told(points(&[600, 399])), ["points: points_sum"]);
    assert_eq!(told(points(&[1000, 0])), ["points.1.kg: kg_out_of_range"]);
    assert_eq!(told(points(&[100; 10])), ["points: points_out_of_range"]);
    assert_eq!(told(points(&[600, 400])), ["true", "true"]);
    assert_eq!(told(points(&[1000])), ["false"], "one place is no group");
}

#[test]
fn weeks_that_passed_and_weeks_off_are_left_out() {
    let by_season = RecurringDemandTerms { by_season: true, ..terms("2027-01-25", "2027-02-21", 4) };
    let rule = post(by_season, "2027-01-20").unwrap();
    let (weeks, over) = due(&rule, "2027-01-25").unwrap();
    assert_eq!(weeks, ["2027-01-25 2000", "2027-02-01 500", "2027-02-15 1000"]);
    assert_eq!(over.status(), RecurringDemandStatus::Over);
    let rest = RecurringDemand { next: at_week("2027-02-08"), ..rule };
    assert_eq!(due(&rest, "2027-03-01").unwrap().0, Vec::<String>::new(), "all of it has passed");
}

fn at_week(day: &str) -> Week {
    TradeDay::of(at(day)).week()
}

#[test]
fn every_fault_is_told_at_its_field() {
    let told = |terms: RecurringDemandTerms| match post(terms, "2026-11-21") {
        Err(Refusal::Invalid(faults)) => faults.iter().map(|fault| format!("{}: {}", fault.field, fault.code)).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(told(terms("2026-11-02", "2026-12-27", 0)), ["line.from: week_over", "weeks_ahead: weeks_ahead_out_of_range"]);
    assert_eq!(told(terms("2026-12-27", "2026-12-02", 13)), ["line.to: window_reversed", "weeks_ahead: weeks_ahead_out_of_range"]);
    let mut much = terms("2026-11-30", "2027-01-31", 4);
    much.line.kg_per_week = Kg::from_whole(10_000_000).unwrap();
    assert!(post(much.clone(), "2026-11-21").is_ok(), "nine usual weeks");
    assert_eq!(told(RecurringDemandTerms { by_season: true, ..much }), ["line.kg_per_week: kg_total_out_of_range"]);
}

#[test]
fn an_edit_counts_from_the_next_week_and_a_stopped_one_stays() {
    let rule = post(terms("2026-11-30", "2026-12-27", 2), "2026-11-21").unwrap();
    let (_, rule) = due(&rule, "2026-11-21").unwrap();
    let posted = Some(at_week("2026-11-30"));
    let mut changed = terms("2026-11-30", "2026-12-13", 3);
    changed.line.kg_per_week = Kg::from_whole(700).unwrap();
    assert_eq!(rule.edit(&clerk(), changed.clone(), posted, 1, at("2026-12-05")), Err(Refusal::Stale));
    let edited = rule.edit(&clerk(), changed.clone(), posted, 2, at("2026-12-05")).unwrap();
    assert_eq!(due(&edited, "2026-12-05").unwrap().0, ["2026-12-07 700"]);
    assert_eq!(
        rule.edit(&clerk(), terms("2026-11-30", "2026-12-06", 2), posted, 2, at("2026-12-05")),
        Err(Refusal::Invalid(vec![FieldError::new("line.to", "weeks_over")])),
    );
    let later = rule.edit(&clerk(), terms("2026-12-21", "2027-01-03", 2), posted, 2, at("2026-12-01")).unwrap();
    let back = later.edit(&clerk(), terms("2026-11-30", "2027-01-03", 2), posted, 3, at("2026-12-01")).unwrap();
    assert_eq!((later.next, back.next), (at_week("2026-12-21"), at_week("2026-12-07")), "a slip loses no week");
    let stopped = edited.stop(&clerk(), at("2026-12-05")).unwrap();
    assert_eq!((stopped.status(), due(&stopped, "2026-12-08")), (RecurringDemandStatus::Stopped, None));
    assert_eq!(stopped.stop(&clerk(), at("2026-12-06")).unwrap(), stopped);
    assert_eq!(stopped.edit(&clerk(), changed, posted, 4, at("2026-12-05")), Err(Refusal::Conflict(PostConflict::Withdrawn)));
}

proptest! {
    /// Whenever the clock is looked at, no week is posted twice, none is forgotten that had not passed, and it comes to an end.
    #[test]
    fn looking_at_any_days_posts_each_week_once(ahead in 1_u8..=12, length in 1_u32..180, looks in prop::collection::vec(0_u32..260, 0..40)) {
        let first = TradeDay::of(at("2026-11-30"));
        let to = first.plus(length).date().to_string();
        let mut rule = post(terms("2026-11-30", &to, ahead), "2026-11-21").unwrap();
        let span: Vec<_> = rule.terms.weeks(rule.next).map(|row| row.week).collect();
        let mut looks: Vec<_> = looks.into_iter().map(|days| TradeDay::of(at("2026-11-21")).plus(days)).collect();
        looks.sort_unstable();
        let mut posted = Vec::new();
        for day in looks {
            while let Some((demand, after)) = posts(&rule, day.at(chrono::NaiveTime::MIN)) {
                prop_assert!(after.next > rule.next);
                for row in demand.into_iter().next().map_or_else(Vec::new, |demand| demand.terms.weeks) {
                    prop_assert!(row.week >= day.week() && row.week.monday().days_since(day) <= i64::from(ahead) * 7);
                    posted.push(row.week);
                }
                rule = after;
            }
        }
        prop_assert!(posted.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert!(posted.iter().all(|week| span.contains(week)));
        prop_assert_eq!(rule.status() == RecurringDemandStatus::Over, span.last().is_none_or(|last| *last < rule.next));
    }
}
