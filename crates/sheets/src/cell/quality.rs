//! What was measured or is required beyond the grade: size labels, sugar, juice; and what much in one contract takes off the price.
use super::money::{dong, grouped};
use super::number::{NumberFault, Written, obvious, scaled, written};
use super::weight::kilograms;
use super::{Question, Reading};
use crate::grid::{Cell, comma, plain};
use domain::money::VndPerKg;
use domain::offer::Tier;
use domain::product::SizeCode;
use domain::text::fold;
use domain::unit::MassUnit;

/// Words beside labels that say nothing more.
const AROUND_SIZES: [&str; 10] = ["co", "size", "sizes", "so", "nhan", "va", "and", "code", "loai", "qua"];
/// What the trade calls the sizes of the programme's sheets; of two words first, so that neither is read alone.
const LOCAL_WORDS: [(&str, &str); 3] = [("rat to", "xl"), ("rat lon", "xl"), ("trung binh", "m")];
const LOCAL_SIZES: [(&str, &str); 7] = [("to", "L"), ("lon", "L"), ("dai", "L"), ("vua", "M"), ("nho", "S"), ("be", "S"), ("ngan", "S")];
/// What a buyer writes before the least it takes.
const AT_LEAST: [&str; 6] = ["≥", ">=", "tu", "it nhat", "toi thieu", "min"];

/// Labels of a grade sheet: `3; 4`, `cỡ 3 và 4`, `1-XX`, `to và vừa`. Which there are only the sheet of the goods can say.
pub fn sizes(cell: &Cell) -> Reading<Vec<SizeCode>> {
    let unreadable = || Reading::Ask(Question::new("sizes_unreadable").or(["3; 4".to_owned()]));
    let shown = match cell {
        // `3.4` may be two labels, and a day was two labels before the spreadsheet took it for a day.
        Cell::Number(number) if number.fract() == 0.0 => plain(*number),
        Cell::Text(text) => text.clone(),
        Cell::Number(_) | Cell::Day(_) | Cell::Fault(_) => return unreadable(),
    };
    let folded = LOCAL_WORDS.iter().fold(fold(&shown), |text, (words, label)| text.replace(words, label));
    let parts = folded.split([';', ',', '/', '+', '&', ' ', '\n']).filter(|part| !part.is_empty() && !AROUND_SIZES.contains(part));
    let label = |part: &str| {
        LOCAL_SIZES.iter().find(|(word, _)| *word == part).map_or_else(|| part.to_uppercase(), |(_, label)| (*label).to_owned())
    };
    let Ok(found) = parts.map(|part| label(part).parse()).collect::<Result<Vec<SizeCode>, _>>() else { return unreadable() };
    let to = written_sizes(&found);
    if found.is_empty() {
        unreadable()
    } else if to == shown.trim() {
        Reading::Same(found)
    } else {
        Reading::Corrected { value: found, to, code: "other_word" }
    }
}

pub fn written_sizes(sizes: &[SizeCode]) -> String {
    sizes.iter().map(SizeCode::as_str).collect::<Vec<_>>().join("; ")
}

/// Tenths of a degree: `11,5`, `11.5 °Brix`, `≥ 11`.
pub fn brix(cell: &Cell) -> Reading<u16> {
    figure(cell, &["°brix", "° brix", "do brix", "brix", "°bx", "bx", "°", "do"], 1, "brix_out_of_range")
}

/// Percent, with or without the sign; a cell that a spreadsheet shows as 40 % holds 0.4.
pub fn juice(cell: &Cell) -> Reading<u16> {
    match cell {
        Cell::Number(part) if *part > 0.0 && *part <= 1.0 => {
            let percent = part * 100.0;
            // 35.5 % is no whole percent, and 1 is 100 % to some and 1 % to others.
            let whole = (percent - percent.round()).abs() < 1e-9 && *part < 1.0;
            if whole { juice(&Cell::Number(percent.round())) } else { Reading::ask("juice_out_of_range") }
        }
        cell => figure(cell, &["%", "phan tram"], 0, "juice_out_of_range"),
    }
}

fn figure(cell: &Cell, units: &[&str], zeros: usize, out_of_range: &'static str) -> Reading<u16> {
    let (digits, bare) = match cell {
        Cell::Number(number) if *number < 0.0 => return Reading::ask(NumberFault::Negative.to_string()),
        Cell::Number(number) => (plain(*number), true),
        Cell::Text(text) => {
            let folded = fold(text);
            let least = AT_LEAST.iter().find_map(|word| folded.strip_prefix(word));
            let figure = least.unwrap_or(&folded).trim();
            let figure = units.iter().find_map(|unit| figure.strip_suffix(unit)).unwrap_or(figure).trim();
            match obvious(figure).and_then(|()| written(figure)) {
                Ok(Written::Clear(digits) | Written::Point(digits)) => (digits, least.is_none()),
                Ok(Written::Grouped { .. } | Written::Comma { .. }) => return Reading::ask(NumberFault::Ambiguous.to_string()),
                Err(fault) => return Reading::ask(fault.to_string()),
            }
        }
        Cell::Day(_) | Cell::Fault(_) => return Reading::ask(NumberFault::Format.to_string()),
    };
    match scaled(&digits, zeros).ok().and_then(|value| u16::try_from(value).ok()) {
        Some(value) if bare => Reading::Same(value),
        Some(value) => Reading::Corrected { value, to: comma(&digits), code: "other_word" },
        None => Reading::ask(out_of_range),
    }
}

/// `5.000 kg: 500; 10 tấn: 800`: from how much on in one contract, and how much less every kilogram costs.
pub fn tiers(cell: &Cell) -> Reading<Vec<Tier>> {
    let shown = cell.shown();
    let parts = shown.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    match parts.map(tier).collect() {
        Some(rows) => Reading::Same(rows),
        None => Reading::Ask(Question::new("tiers_unreadable").or(["5.000 kg: 500; 10.000 kg: 800".to_owned()])),
    }
}

fn tier(part: &str) -> Option<Tier> {
    let (from, off) = part.rsplit_once([':', '='])?;
    let (from, off) = (fold(from), fold(off));
    let from = AT_LEAST.iter().find_map(|word| from.strip_prefix(word)).unwrap_or(&from).trim();
    let off = ["giam", "bot", "-", "−"].iter().find_map(|word| off.strip_prefix(word)).unwrap_or(&off).trim();
    let (from_kg, _) = kilograms(from, MassUnit::Kg).ok()?;
    Some(Tier { from_kg, discount: VndPerKg::new(dong(off).ok()?).ok()? })
}

pub fn written_tiers(tiers: &[Tier]) -> String {
    let tier = |tier: &Tier| format!("{} kg: {}", grouped(tier.from_kg.grams() / 1000), grouped(tier.discount.dong()));
    tiers.iter().map(tier).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told<T: std::fmt::Debug>(reading: Reading<T>) -> String {
        match reading {
            Reading::Same(value) => format!("{value:?}"),
            Reading::Corrected { value, to, .. } => format!("{value:?} ~ {to}"),
            Reading::Ask(question) => format!("? {}", question.code),
        }
    }

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn sugar_and_juice_as_people_write_them() {
        let sugar = |typed: &str| told(brix(&text(typed)));
        assert_eq!([sugar("11,5"), sugar("11.5 °Brix"), sugar("Độ Brix"), sugar("≥ 11")], ["115", "115", "? number_missing", "110 ~ 11"]);
        assert_eq!(
            [sugar("10-11"), sugar("khoảng 11"), sugar("11,55"), sugar("10.500")],
            ["? number_range", "? number_approximate", "? brix_out_of_range", "? number_ambiguous"]
        );
        assert_eq!([told(brix(&Cell::Number(10.5))), told(juice(&Cell::Number(0.4)))], ["105", "40"]);
        let shown = |part: f64| told(juice(&Cell::Number(part)));
        assert_eq!([shown(0.35), shown(0.57), shown(0.355), shown(1.0)], ["35", "57", "? juice_out_of_range", "? juice_out_of_range"]);
        assert_eq!(
            [told(juice(&text("40 %"))), told(juice(&text("từ 35%"))), told(juice(&text("40,5")))],
            ["40", "35 ~ 35", "? juice_out_of_range"]
        );
    }

    #[test]
    fn labels_of_sizes_and_what_much_takes_off() {
        let labels = |typed: &str| match sizes(&text(typed)) {
            Reading::Same(found) => written_sizes(&found),
            Reading::Corrected { to, .. } => format!("~ {to}"),
            Reading::Ask(question) => format!("? {}", question.code),
        };
        assert_eq!(
            [labels("3; 4"), labels("cỡ 3 và 4"), labels("1-xx/2"), labels("đẹp")],
            ["3; 4", "~ 3; 4", "~ 1-XX; 2", "? sizes_unreadable"]
        );
        assert_eq!(
            [labels("S; XL"), labels("quả to và vừa"), labels("rất to, trung bình"), labels("nhỏ")],
            ["S; XL", "~ L; M", "~ XL; M", "~ S"]
        );
        assert_eq!([told(sizes(&Cell::Number(3.4))), told(sizes(&text("cỡ")))], ["? sizes_unreadable", "? sizes_unreadable"]);
        let less = |typed: &str| match tiers(&text(typed)) {
            Reading::Same(found) => written_tiers(&found),
            other => told(other),
        };
        assert_eq!(less("từ 5 tấn: giảm 500đ; 10.000: 0,8k"), "5.000 kg: 500; 10.000 kg: 800");
        assert_eq!([less("5 tấn"), less("nhiều: 500")], ["? tiers_unreadable", "? tiers_unreadable"]);
    }
}
