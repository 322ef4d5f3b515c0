//! Banks by the number that transfer codes know them by, and the words people write for them.
use super::rows;
use domain::text::{Name, fold};
use serde::Deserialize;
use std::ops::Range;
use std::sync::LazyLock;

#[derive(Debug)]
pub struct Bank {
    pub bin: String,
    /// Names that nothing else has, wherever they stand.
    words: Vec<String>,
    /// Words that places and people use as well: they name a bank only directly after the word for one.
    named_after: Vec<String>,
}

#[derive(Deserialize)]
struct Row {
    bin: String,
    words: String,
    named_after: String,
}

static BANKS: LazyLock<Vec<Bank>> = LazyLock::new(|| {
    let rows: Vec<Row> = rows("banks.csv", include_str!("../../../../data/banks.csv"));
    let list = |words: &str| words.split('|').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    rows.into_iter().map(|row| Bank { words: list(&row.words), named_after: list(&row.named_after), bin: row.bin }).collect()
});

/// What a bank's name begins with.
const BEGINNINGS: [&str; 6] = ["ngan hang thuong mai co phan", "ngan hang tmcp", "nh tmcp", "ngan hang", "tmcp", "nh"];
/// Funds and brands with numbers of their own, whatever bank their name recalls: none of them is here.
const FUNDS: [&str; 11] = ["quy", "qtd", "qtdnd", "tin dung", "chartered", "cake", "ubank", "timo", "liobank", "vcbneo", "vcb neo"];

/// The bank that somebody named, branch and all; nothing where another could be meant, rather than a guess. A shorter name that lies whole inside a
/// longer one is not a second bank: "TMCP Sài Gòn Thương Tín" does not name the "TMCP Sài Gòn". Any other two are.
pub fn named(name: &Name) -> Option<&'static Bank> {
    let plain = fold(name.as_str()).replace([',', '.', '(', ')', '–', ':'], " ");
    let said: Vec<&str> = plain.split_whitespace().collect();
    if FUNDS.iter().any(|fund| places(&said, fund).next().is_some()) {
        return None;
    }
    let begun: Vec<usize> = BEGINNINGS.iter().flat_map(|word| places(&said, word)).map(|place| place.end).collect();
    let mut found: Vec<(Range<usize>, &Bank)> = Vec::new();
    for bank in BANKS.iter() {
        found.extend(bank.words.iter().flat_map(|word| places(&said, word)).map(|place| (place, bank)));
        let after = bank.named_after.iter().flat_map(|word| places(&said, word)).filter(|place| begun.contains(&place.start));
        found.extend(after.map(|place| (place, bank)));
    }
    found.sort_by_key(|(place, _)| std::cmp::Reverse(place.len()));
    let (longest, bank) = found.first()?;
    let inside = |place: &Range<usize>| longest.start <= place.start && place.end <= longest.end && place.len() < longest.len();
    found.iter().all(|(place, other)| other.bin == bank.bin || inside(place)).then_some(*bank)
}

/// Where these words stand, one after the other.
fn places<'a>(said: &'a [&str], words: &str) -> impl Iterator<Item = Range<usize>> + use<'a> {
    let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
    let length = words.len();
    (0..(said.len() + 1).saturating_sub(length)).filter(move |at| said[*at..*at + length] == words[..]).map(move |at| at..at + length)
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
            ("Ngân hàng Đầu tư và Phát triển Thành phố Hồ Chí Minh", "970418"),
            ("Ngân hàng Phương Đông", "970448"),
            ("NHNo&PTNT Việt Nam - Agribank Tân Lạc", "970405"),
        ] {
            assert_eq!(bin(name), Some(expected), "{name}");
        }
    }

    #[test]
    fn a_bank_that_is_not_known_for_sure_is_none() {
        for name in [
            "Quỹ tín dụng nhân dân Cao Phong",
            "QTDND phường Đông Ngàn",
            "Quỹ tín dụng nhân dân An Bình",
            "Quỹ tín dụng HTX nông nghiệp Yên Thủy",
            "Ngân hàng TMCP Đông Á CN An Bình",
            "Ngân hàng Hải Dương",
            "Ngân hàng Sài Gòn Công Thương Việt Nam hoặc BIDV",
            "Standard Chartered (SCB)",
            "Ngân hàng",
            "Agribank hoặc BIDV",
            "HMB",
            "Vietcom",
            "Cake by VPBank",
            "VCB Neo",
        ] {
            assert_eq!(bin(name), None, "{name}");
        }
    }

    #[test]
    fn every_number_and_every_word_is_one_bank_s() {
        let mut bins: Vec<&str> = BANKS.iter().map(|bank| bank.bin.as_str()).collect();
        let mut words: Vec<&str> = BANKS.iter().flat_map(|bank| bank.words.iter().chain(&bank.named_after)).map(String::as_str).collect();
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
