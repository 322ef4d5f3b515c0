//! Amounts in words, as contracts repeat them: northern reading (linh, nghìn, tỷ), and English.
use crate::money::Vnd;
use crate::quantity::Kg;

/// `một triệu hai trăm nghìn đồng`
pub fn vnd_words(amount: Vnd) -> String {
    let sign = if amount.dong() < 0 { "âm " } else { "" };
    format!("{sign}{} đồng", whole(amount.dong().unsigned_abs()))
}

/// `tám nghìn năm trăm ki-lô-gam`, `mười hai phẩy không năm ki-lô-gam`
pub fn kg_words(weight: Kg) -> String {
    let kg = whole(weight.whole().unsigned_abs());
    let grams = format!("{:03}", weight.grams() % 1000);
    let fraction = grams.trim_end_matches('0');
    if fraction.is_empty() {
        return format!("{kg} ki-lô-gam");
    }
    let significant = fraction.trim_start_matches('0');
    let zeros = "không ".repeat(fraction.len() - significant.len());
    let rest = significant.parse().map(whole).unwrap_or_default();
    format!("{kg} phẩy {zeros}{rest} ki-lô-gam")
}

/// `one million two hundred thousand dong`
pub fn vnd_words_en(amount: Vnd) -> String {
    let sign = if amount.dong() < 0 { "minus " } else { "" };
    format!("{sign}{} dong", english(amount.dong().unsigned_abs()))
}

/// With the first letter large, as a document begins a sentence.
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

fn digit(n: u64) -> &'static str {
    usize::try_from(n).ok().and_then(|n| DIGITS.get(n)).copied().unwrap_or_default()
}

fn whole(n: u64) -> String {
    if n == 0 {
        return digit(0).to_owned();
    }
    let mut words = Vec::new();
    read(n, false, &mut words);
    words.join(" ")
}

/// Reads a number; `inner` when more was read before it, so that its hundreds are spoken even when there are none.
fn read(n: u64, inner: bool, words: &mut Vec<&'static str>) {
    for (size, name) in [(1_000_000_000, "tỷ"), (1_000_000, "triệu"), (1_000, "nghìn")] {
        if n >= size {
            read(n / size, inner, words);
            words.push(name);
            return read(n % size, true, words);
        }
    }
    if n > 0 {
        read_three(n, inner, words);
    }
}

fn read_three(n: u64, inner: bool, words: &mut Vec<&'static str>) {
    let (hundreds, tens, ones) = (n / 100, n / 10 % 10, n % 10);
    let after_hundreds = inner || hundreds > 0;
    if after_hundreds {
        words.extend([digit(hundreds), "trăm"]);
    }
    match (tens, ones) {
        (0, 0) => return,
        (0, _) if after_hundreds => words.push("linh"),
        (0, _) => {}
        (1, _) => words.push("mười"),
        _ => words.extend([digit(tens), "mươi"]),
    }
    match (tens, ones) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt"),
        (2.., 4) => words.push("tư"),
        (1.., 5) => words.push("lăm"),
        _ => words.push(digit(ones)),
    }
}

fn english(n: u64) -> String {
    const ONES: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    const SIZES: [(u64, &str); 7] = [
        (1_000_000_000_000_000_000, "quintillion"),
        (1_000_000_000_000_000, "quadrillion"),
        (1_000_000_000_000, "trillion"),
        (1_000_000_000, "billion"),
        (1_000_000, "million"),
        (1_000, "thousand"),
        (100, "hundred"),
    ];
    let name = |names: &'static [&'static str], n: u64| usize::try_from(n).ok().and_then(|n| names.get(n)).copied().unwrap_or_default();
    if n < 20 {
        return name(&ONES, n).to_owned();
    }
    if let Some((size, size_name)) = SIZES.into_iter().find(|(size, _)| n >= *size) {
        let rest = if n.is_multiple_of(size) { String::new() } else { format!(" {}", english(n % size)) };
        return format!("{} {size_name}{rest}", english(n / size));
    }
    let ones = if n.is_multiple_of(10) { String::new() } else { format!("-{}", name(&ONES, n % 10)) };
    format!("{}{ones}", name(&TENS, n / 10))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vectors::{self, Failures};
    use proptest::prelude::*;
    use std::collections::HashSet;

    #[test]
    fn amounts_follow_the_vectors() {
        let group = vectors::group("vnd_words");
        let mut failures = Failures::default();
        for case in vectors::cases(&group, "cases") {
            let n = vectors::number(case, "n");
            failures.same(&n.to_string(), vnd_words(Vnd::new(n)).as_str(), vectors::text(case, "words"));
        }
        failures.none();
    }

    #[test]
    fn the_ends_of_the_range_have_words() {
        assert!(vnd_words(Vnd::new(i64::MIN)).starts_with("âm chín tỷ hai trăm hai mươi ba triệu"));
        assert!(vnd_words_en(Vnd::new(i64::MAX)).starts_with("nine quintillion two hundred twenty-three quadrillion"));
    }

    #[test]
    fn weights_are_read_with_their_fraction() {
        for (kg, words) in [
            ("0", "không ki-lô-gam"),
            ("8500", "tám nghìn năm trăm ki-lô-gam"),
            ("12.5", "mười hai phẩy năm ki-lô-gam"),
            ("12.05", "mười hai phẩy không năm ki-lô-gam"),
            ("0.125", "không phẩy một trăm hai mươi lăm ki-lô-gam"),
            ("1000.001", "một nghìn phẩy không không một ki-lô-gam"),
        ] {
            assert_eq!(kg_words(kg.parse().unwrap()), words);
        }
    }

    #[test]
    fn english_amounts() {
        for (n, words) in [
            (0, "zero dong"),
            (19, "nineteen dong"),
            (40, "forty dong"),
            (101, "one hundred one dong"),
            (1_000_021, "one million twenty-one dong"),
            (1_234_567, "one million two hundred thirty-four thousand five hundred sixty-seven dong"),
            (-1_250_000_000, "minus one billion two hundred fifty million dong"),
        ] {
            assert_eq!(vnd_words_en(Vnd::new(n)), words);
        }
    }

    #[test]
    fn a_document_begins_with_a_large_letter() {
        assert_eq!(capitalised("âm năm đồng"), "Âm năm đồng");
        assert_eq!(capitalised(""), "");
    }

    #[test]
    fn no_two_small_amounts_read_the_same() {
        let mut seen = HashSet::new();
        for n in 0..20_000 {
            assert!(seen.insert(vnd_words(Vnd::new(n))), "{n}");
            assert!(seen.insert(vnd_words_en(Vnd::new(n))), "{n}");
        }
    }

    proptest! {
        #[test]
        fn words_are_single_spaced_at_any_size(n in any::<i64>()) {
            for words in [vnd_words(Vnd::new(n)), vnd_words_en(Vnd::new(n))] {
                prop_assert!(words.split(' ').all(|word| !word.is_empty()), "{}", words);
            }
        }
    }
}
