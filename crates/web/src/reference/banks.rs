//! Banks by the number that transfer codes know them by, and the words people write for them.
use super::rows;
use domain::text::{Name, fold};
use serde::Deserialize;
use std::ops::Range;
use std::sync::LazyLock;

#[derive(Debug)]
pub struct Bank {
    pub bin: String,
    words: Vec<String>,
}

#[derive(Deserialize)]
struct Row {
    bin: String,
    words: String,
}

static BANKS: LazyLock<Vec<Bank>> = LazyLock::new(|| {
    let rows: Vec<Row> = rows("banks.csv", include_str!("../../../../data/banks.csv"));
    rows.into_iter().map(|row| Bank { bin: row.bin, words: row.words.split('|').map(str::to_owned).collect() }).collect()
});

/// The bank that somebody named, branch and all; nothing where two are named, rather than a guess. Of words that overlap the longer ones
/// are meant: "TMCP Sài Gòn Thương Tín" does not name the "TMCP Sài Gòn".
pub fn named(name: &Name) -> Option<&'static Bank> {
    let plain = fold(name.as_str()).replace([',', '.', '(', ')', '–', ':'], " ");
    let said: Vec<&str> = plain.split_whitespace().collect();
    let mut found: Vec<(Range<usize>, &Bank)> = Vec::new();
    for bank in BANKS.iter() {
        for word in &bank.words {
            let word: Vec<&str> = word.split_whitespace().collect();
            let places = said.windows(word.len()).enumerate().filter(|(_, window)| *window == word);
            found.extend(places.map(|(at, _)| (at..at + word.len(), bank)));
        }
    }
    found.sort_by_key(|(place, _)| std::cmp::Reverse(place.len()));
    let mut meant: Vec<(Range<usize>, &Bank)> = Vec::new();
    for (place, bank) in found {
        if meant.iter().all(|(longer, _)| place.end <= longer.start || longer.end <= place.start) {
            meant.push((place, bank));
        }
    }
    let (_, bank) = meant.first()?;
    meant.iter().all(|(_, other)| other.bin == bank.bin).then_some(bank)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bin(name: &str) -> Option<&'static str> {
        named(&name.parse().unwrap()).map(|bank| bank.bin.as_str())
    }

    #[test]
    fn banks_are_known_however_people_write_them() {
        for (name, expected) in [
            ("Agribank", "970405"),
            ("AGRIBANK - CN huyện Cao Phong", "970405"),
            ("Ngân hàng Nông nghiệp và Phát triển Nông thôn Việt Nam, chi nhánh Hòa Bình", "970405"),
            ("NH NN&PTNT Kim Bôi", "970405"),
            ("Ngân hàng TMCP Công Thương Việt Nam", "970415"),
            ("Ngân hàng TMCP Đầu tư và Phát triển Việt Nam (BIDV)", "970418"),
            ("MB", "970422"),
            ("NH TMCP Quân đội", "970422"),
            ("Sacombank", "970403"),
            ("Ngân hàng TMCP Sài Gòn Thương Tín", "970403"),
            ("Ngân hàng TMCP Sài Gòn - Hà Nội", "970443"),
            ("Ngân hàng TMCP Sài Gòn", "970429"),
            ("Ngân hàng Hợp tác xã Việt Nam", "970446"),
            ("Ngân hàng TMCP Việt Á", "970427"),
        ] {
            assert_eq!(bin(name), Some(expected), "{name}");
        }
    }

    #[test]
    fn a_bank_that_is_not_known_for_sure_is_none() {
        for name in ["Quỹ tín dụng nhân dân Cao Phong", "Ngân hàng", "Agribank hoặc BIDV", "HMB", "Vietcom"] {
            assert_eq!(bin(name), None, "{name}");
        }
    }

    #[test]
    fn every_number_and_every_word_is_one_bank_s() {
        let mut bins: Vec<&str> = BANKS.iter().map(|bank| bank.bin.as_str()).collect();
        let mut words: Vec<&str> = BANKS.iter().flat_map(|bank| &bank.words).map(String::as_str).collect();
        assert!(BANKS.iter().all(|bank| bank.bin.len() == 6 && bank.bin.bytes().all(|byte| byte.is_ascii_digit())));
        assert!(words.iter().all(|word| *word == fold(word)), "{words:?}");
        let (all_bins, all_words) = (bins.len(), words.len());
        bins.sort_unstable();
        bins.dedup();
        words.sort_unstable();
        words.dedup();
        assert_eq!((bins.len(), words.len()), (all_bins, all_words));
    }
}
