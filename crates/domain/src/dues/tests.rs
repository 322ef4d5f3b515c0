use super::*;
use crate::contract::samples::day;
use crate::day::TradeDay;
use crate::error::Faults;
use crate::money::Vnd;
use proptest::prelude::*;

const fn terms(deposit_percent: u8, retention_percent: u8) -> DueTerms {
    DueTerms { deposit_percent, deposit_days: 3, retention_percent, retention_days: 15 }
}

fn accepted(value: i64, on: &str) -> Accepted {
    Accepted { value: Vnd::new(value), due_on: day(on).plus(30), accepted_on: day(on), fixed: None }
}

fn books(terms: DueTerms, deposit: Given, accepted: &[Accepted], end: Option<End>) -> Books<'_> {
    Books { terms, value: Vnd::new(1_000), signed_on: day("2026-11-23"), deposit, accepted, retention: None, given_back: None, end }
}

/// Since the day after the last signature.
fn yes(amount: i64) -> Given {
    Given::Yes { amount: Vnd::new(amount), since: day("2026-11-24") }
}

fn over(on: &str) -> End {
    End { on: day(on), rest: Rest::GoesBack }
}

/// What is still to pay of each delivery.
fn payable(reckoned: &Reckoning) -> Vec<i64> {
    reckoned.deliveries.iter().map(|share| share.debt.amount.dong()).collect()
}

#[test]
fn the_deposit_is_set_off_against_the_first_deliveries_and_a_part_of_each_is_kept_back() {
    let goods = [accepted(200, "2026-12-01"), accepted(400, "2026-12-08"), accepted(400, "2026-12-15")];
    let before = reckon(&books(terms(30, 10), yes(300), &goods, None));
    assert_eq!((before.deposit.amount, before.deposit.on), (Vnd::new(300), day("2026-11-26")));
    assert_eq!(payable(&before), [0, 240, 360], "180 and 120 of the deposit");
    assert_eq!((before.retained, before.retention, before.left), (Vnd::new(100), None, Vnd::ZERO));
    let after = reckon(&books(terms(30, 10), yes(300), &goods, Some(over("2026-12-15"))));
    let retention = after.retention.unwrap();
    assert_eq!((retention.amount, retention.on), (Vnd::new(100), day("2026-12-30")));
    assert_eq!(after.given_back.unwrap().amount, Vnd::ZERO);
}

#[test]
fn what_the_deposit_covers_beyond_the_goods_goes_back_or_stays_by_who_ended_it() {
    let goods = [accepted(100, "2026-12-01")];
    let of = |deposit, rest| reckon(&books(terms(30, 10), deposit, &goods, Some(End { on: day("2026-12-28"), rest })));
    let back = of(yes(300), Rest::GoesBack);
    let debt = back.given_back.unwrap();
    assert_eq!((debt.amount, debt.on), (Vnd::new(200), day("2027-01-04")));
    assert_eq!(back.retention.unwrap().amount, Vnd::ZERO, "the deposit pays what was kept back too");
    let stays = of(yes(300), Rest::StaysWithSupplier);
    assert_eq!((stays.kept, stays.given_back, stays.retention.unwrap().amount), (Vnd::new(210), None, Vnd::new(10)));
    let never = of(Given::No, Rest::GoesBack);
    assert_eq!((never.deposit.amount, never.given_back), (Vnd::new(100), None), "what never came is not asked for to go back");
    let denied = of(Given::Denied(Vnd::new(300)), Rest::GoesBack);
    assert_eq!((denied.deposit.amount, denied.given_back), (Vnd::new(300), None));
}

#[test]
fn what_went_back_or_paid_a_retention_is_set_off_against_nothing_else() {
    let goods = [accepted(200, "2026-12-01"), accepted(400, "2026-12-08")];
    let ended = |terms, retention, given_back| {
        let whole = books(terms, yes(300), &goods, Some(over("2026-12-28")));
        reckon(&Books { retention, given_back, ..whole })
    };
    let back = ended(terms(30, 0), None, Some(Vnd::new(100)));
    assert_eq!((payable(&back), back.left), (vec![0, 400], Vnd::new(100)));
    assert_eq!(back.given_back.unwrap().amount, Vnd::new(100));
    // Of 60 kept back the deposit paid 40, and somebody said that the other 20 are paid.
    let netted = ended(terms(30, 10), Some(Vnd::new(20)), None);
    assert_eq!((payable(&netted), netted.left), (vec![0, 280], Vnd::ZERO));
    assert_eq!(netted.retention.unwrap().amount, Vnd::new(20));
}

#[test]
fn the_days_of_a_return_run_from_the_end_or_from_the_word_that_the_deposit_came() {
    let on = |since| {
        let given = Given::Yes { amount: Vnd::new(300), since: day(since) };
        reckon(&books(terms(30, 0), given, &[], Some(over("2026-12-28")))).given_back.unwrap().on
    };
    assert_eq!([on("2026-11-24"), on("2026-12-28"), on("2027-01-10")], [day("2027-01-04"), day("2027-01-04"), day("2027-01-17")]);
}

#[test]
fn nothing_released_late_is_overdue_the_moment_it_is_released() {
    let goods = [accepted(500, "2026-12-01")];
    let reckoned = reckon(&books(terms(0, 10), Given::No, &goods, Some(over("2027-02-01"))));
    assert_eq!(reckoned.retention.unwrap().on, day("2027-02-01"));
    assert_eq!(reckoned.deposit.amount, Vnd::ZERO);
}

#[test]
fn shares_and_days_have_their_bounds() {
    let faults = |terms: DueTerms| {
        let mut faults = Faults::new();
        terms.check(&mut faults);
        faults.finish().err().unwrap_or_default().into_iter().map(|fault| format!("{}: {}", fault.field, fault.code)).collect::<Vec<_>>()
    };
    assert!(faults(DueTerms { deposit_percent: 50, deposit_days: 30, retention_percent: 10, retention_days: 90 }).is_empty());
    assert_eq!(
        faults(DueTerms { deposit_percent: 51, deposit_days: 31, retention_percent: 11, retention_days: 91 }),
        [
            "dues.deposit_percent: deposit_out_of_range",
            "dues.deposit_days: deposit_days_out_of_range",
            "dues.retention_percent: retention_out_of_range",
            "dues.retention_days: retention_days_out_of_range",
        ]
    );
    assert!(DueTerms { deposit_days: 3, ..DueTerms::default() }.is_none());
}

#[test]
fn a_contract_has_the_debts_its_terms_ask_for() {
    let kinds = |terms| DueKind::of(terms).collect::<Vec<_>>();
    assert_eq!(kinds(terms(0, 0)), []);
    assert_eq!(kinds(terms(20, 0)), [DueKind::Deposit, DueKind::Return]);
    assert_eq!(kinds(terms(0, 5)), [DueKind::Retention]);
    assert_eq!(kinds(terms(20, 5)), DueKind::ALL);
}

fn any_books() -> impl Strategy<Value = (DueTerms, i64, Vec<i64>, Given, Rest)> {
    let value = 100..=1_000_000_000_000i64;
    (0..=50u8, 0..=10u8, value).prop_flat_map(|(deposit, retention, value)| {
        let terms = terms(deposit, retention);
        let given = prop_oneof![Just(Given::No), Just(yes(terms.deposit_of(Vnd::new(value)).dong()))];
        let rest = prop_oneof![Just(Rest::GoesBack), Just(Rest::StaysWithSupplier)];
        (Just(terms), Just(value), prop::collection::vec(0..=value, 0..6), given, rest)
    })
}

proptest! {
    /// At the end the lines come to exactly what was accepted, and to what the buyer left behind by ending it.
    #[test]
    fn the_lines_come_to_what_was_accepted((terms, value, goods, deposit, rest) in any_books(), order in any::<u64>()) {
        let first = TradeDay::from_ymd(2026, 12, 1).unwrap();
        let accepted: Vec<_> = goods.iter().zip(0..).map(|(value, at)| {
            let on = first.plus(at);
            Accepted { value: Vnd::new(*value), due_on: on.plus(30), accepted_on: on, fixed: None }
        }).collect();
        let all = |accepted: &[Accepted], end| reckon(&Books {
            terms, value: Vnd::new(value), signed_on: first, deposit, accepted, retention: None, given_back: None, end,
        });
        let running = all(&accepted, None);
        // Some of the deliveries were paid as they stood then.
        let fixed: Vec<_> = accepted.iter().zip(&running.deliveries).enumerate()
            .map(|(at, (delivery, share))| Accepted { fixed: (order >> at & 1 == 1).then_some(share.set_off), ..*delivery }).collect();
        prop_assert_eq!(&all(&fixed, None).deliveries, &running.deliveries, "what was paid changes nothing for the others");
        // And one of the others was corrected.
        let mut corrected = fixed;
        if let Some(open) = corrected.iter_mut().find(|delivery| delivery.fixed.is_none()) {
            open.value = Vnd::new(open.value.dong() / 3);
        }
        let end = all(&corrected, Some(End { on: first.plus(60), rest }));
        let came: i128 = corrected.iter().map(|delivery| i128::from(delivery.value.dong())).sum();
        let dong = |amount: Vnd| i128::from(amount.dong());
        let (retention, back) = (end.retention.unwrap().amount, end.given_back.map_or(Vnd::ZERO, |debt| debt.amount));
        let paid: i128 = end.deliveries.iter().map(|share| dong(share.debt.amount)).sum();
        prop_assert_eq!(dong(end.deposit.amount) + paid + dong(retention) - dong(back), came + dong(end.kept));
        let amounts = end.deliveries.iter().flat_map(|share| [share.debt.amount, share.set_off, share.retained]);
        prop_assert!(amounts.chain([end.deposit.amount, retention, back, end.kept, end.left]).all(|amount| amount >= Vnd::ZERO));
        for (delivery, share) in corrected.iter().zip(&end.deliveries) {
            prop_assert_eq!(dong(share.set_off) + dong(share.retained) + dong(share.debt.amount), dong(delivery.value));
        }
        prop_assert!(end.deposit.amount <= terms.deposit_of(Vnd::new(value)));
        prop_assert!(back <= end.deposit.amount, "no more goes back than was paid ahead");
    }
}
