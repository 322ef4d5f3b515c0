//! Numbers and days as Vietnamese documents and mails print them.
use crate::day::{Timestamp, TradeDay};
use crate::money::{Vnd, VndPerKg};
use crate::quantity::Kg;
use chrono::Datelike;

/// Keeps an amount and its unit on one line.
const NO_BREAK_SPACE: char = '\u{A0}';

/// `1.234.567 ₫`
pub fn vnd(amount: Vnd) -> String {
    let sign = if amount.dong() < 0 { "-" } else { "" };
    format!("{sign}{}{NO_BREAK_SPACE}₫", grouped(amount.dong().unsigned_abs()))
}

/// `18.000 ₫/kg`
pub fn vnd_per_kg(price: VndPerKg) -> String {
    format!("{}/kg", vnd(Vnd::new(price.dong())))
}

/// `12.500,25 kg`
pub fn kg(weight: Kg) -> String {
    let plain = weight.to_string();
    let fraction = plain.split_once('.').map(|(_, fraction)| format!(",{fraction}")).unwrap_or_default();
    format!("{}{fraction}{NO_BREAK_SPACE}kg", grouped(weight.whole().unsigned_abs()))
}

/// `21/11/2026`
pub fn day(day: TradeDay) -> String {
    let date = day.date();
    format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
}

/// `14:35 ngày 21/11/2026`, in Viet Nam
pub fn clock(at: Timestamp) -> String {
    format!("{} ngày {}", TradeDay::clock(at).format("%H:%M"), day(TradeDay::of(at)))
}

/// `18:00 ngày 22/11/2026`, by the clocks of Viet Nam
pub fn instant(at: Timestamp) -> String {
    format!("{} ngày {}", TradeDay::clock(at).format("%H:%M"), day(TradeDay::of(at)))
}

/// With a dot between groups of three.
pub(crate) fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vectors::{self, Failures};
    use proptest::prelude::*;

    #[test]
    fn numbers_follow_the_vectors() {
        let group = vectors::group("number_format");
        let mut failures = Failures::default();
        for case in vectors::cases(&group, "vnd") {
            let n = vectors::number(case, "n");
            failures.same(&n.to_string(), vnd(Vnd::new(n)).as_str(), vectors::text(case, "text"));
        }
        for case in vectors::cases(&group, "kg") {
            let weight = vectors::text(case, "kg");
            failures.same(weight, kg(weight.parse().unwrap()).as_str(), vectors::text(case, "text"));
        }
        failures.none();
    }

    #[test]
    fn days_and_prices_are_printed_the_vietnamese_way() {
        assert_eq!(day(TradeDay::from_ymd(2027, 2, 1).unwrap()), "01/02/2027");
        assert_eq!(clock("2026-12-31T17:05:59Z".parse().unwrap()), "00:05 ngày 01/01/2027");
        assert_eq!(instant("2026-11-30T17:05:59Z".parse().unwrap()), "00:05 ngày 01/12/2026");
        assert_eq!(vnd_per_kg(VndPerKg::new(18_000).unwrap()), "18.000\u{A0}₫/kg");
    }

    proptest! {
        #[test]
        fn dots_stand_between_groups_of_three(n in any::<i64>()) {
            let text = vnd(Vnd::new(n));
            let number = text.trim_end_matches("\u{A0}₫");
            prop_assert_eq!(number.replace('.', ""), n.to_string());
            let groups: Vec<_> = number.trim_start_matches('-').split('.').map(str::len).collect();
            prop_assert!((1..=3).contains(&groups[0]) && groups[1..].iter().all(|len| *len == 3), "{}", text);
        }
    }
}
