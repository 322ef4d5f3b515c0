//! What a demand prefers, as one cell says it.
use crate::cell::money::{dong, grouped};
use crate::cell::{Question, Reading, quality};
use crate::grid::Cell;
use crate::words::{self, CERT_KINDS, GRADES};
use domain::account::Language;
use domain::demand::{Attribute, Preference};
use domain::money::VndPerKg;
use domain::product::{Quality, SizeCode};
use domain::text::fold;

/// `Hữu cơ: 1.500; Đặc biệt: 800; Cỡ 3, 4: 500; Độ ngọt 12,5: 700`: what is preferred, and what a kilogram is worth more with it.
pub fn read(cell: &Cell) -> Reading<Vec<Preference>> {
    let shown = cell.shown();
    let parts = shown.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    match parts.map(read_preference).collect() {
        Some(rows) => Reading::Same(rows),
        None => Reading::Ask(
            Question::new("preference_unreadable").or(["Hữu cơ: 1.500; Đặc biệt: 800; Cỡ 3, 4: 500; Độ ngọt 12: 700".to_owned()]),
        ),
    }
}

fn read_preference(part: &str) -> Option<Preference> {
    let (name, amount) = part.rsplit_once([':', '+']).or_else(|| part.rsplit_once(' '))?;
    let premium = VndPerKg::new(dong(amount.trim()).ok()?).ok()?;
    let grade = || words::find(GRADES, name).and_then(|(grade, _)| Attribute::of_grade(grade));
    match words::find(CERT_KINDS, name).map(|(kind, _)| kind.into()).or_else(grade) {
        Some(attribute) => Some(Preference::of(attribute, premium)),
        None => measured(name).map(|(attribute, quality)| Preference { attribute, premium, quality }),
    }
}

/// What stands before the figures of something measured, folded.
const SIZE_WORDS: [&str; 3] = ["co qua", "co", "size"];
const BRIX_WORDS: [&str; 4] = ["do ngot", "do brix", "brix", "sugar"];
const JUICE_WORDS: [&str; 4] = ["luong nuoc qua", "nuoc qua", "nuoc", "juice"];

/// `Cỡ 3, 4`, `Độ ngọt từ 12,5`, `Nước quả 40 %`.
fn measured(name: &str) -> Option<(Attribute, Quality)> {
    let folded = fold(name);
    let after = |words: &[&str]| {
        let rest = words.iter().find_map(|word| folded.strip_prefix(word))?;
        // `co` begins other words, too.
        let apart = rest.starts_with(|next: char| !next.is_alphanumeric());
        apart.then(|| Cell::Text(rest.trim_start_matches([' ', ':']).to_owned()))
    };
    let said = |reading| match reading {
        Reading::Same(value) | Reading::Corrected { value, .. } => Some(value),
        Reading::Ask(_) => None,
    };
    let none = Quality::default();
    let sweet = folded.ends_with("brix").then(|| Cell::Text(folded.clone()));
    if let Some(cell) = after(&BRIX_WORDS).or(sweet) {
        return Some((Attribute::Brix, Quality { brix_tenths: Some(said(quality::brix(&cell))?), ..none }));
    }
    if let Some(cell) = after(&JUICE_WORDS) {
        return Some((Attribute::Juice, Quality { juice_percent: Some(said(quality::juice(&cell))?), ..none }));
    }
    let sizes = match quality::sizes(&after(&SIZE_WORDS)?) {
        Reading::Same(sizes) | Reading::Corrected { value: sizes, .. } => sizes,
        Reading::Ask(_) => return None,
    };
    Some((Attribute::Size, Quality { sizes, ..none }))
}

pub fn write(row: &Preference, language: Language) -> String {
    let kind = row.attribute.certificate().map(|kind| words::written(CERT_KINDS, kind, language).to_owned());
    let graded = || row.attribute.grade().map(|grade| words::written(GRADES, grade, language).to_owned());
    let name = kind.or_else(graded).unwrap_or_else(|| write_measured(&row.quality, language));
    format!("{name}: {}", grouped(row.premium.dong()))
}

/// Labels stand between commas: a semicolon ends a preference.
fn write_measured(quality: &Quality, language: Language) -> String {
    let vi = language == Language::Vi;
    let labels = quality.sizes.iter().map(SizeCode::as_str).collect::<Vec<_>>().join(", ");
    let sizes = (!labels.is_empty()).then(|| format!("{} {labels}", if vi { "Cỡ" } else { "Size" }));
    let tenths =
        |tenths: u16| if tenths.is_multiple_of(10) { (tenths / 10).to_string() } else { format!("{},{}", tenths / 10, tenths % 10) };
    let brix = quality.brix_tenths.map(|least| format!("{} {}", if vi { "Độ ngọt" } else { "Brix" }, tenths(least)));
    let juice = quality.juice_percent.map(|least| format!("{} {least} %", if vi { "Nước quả" } else { "Juice" }));
    sizes.or(brix).or(juice).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Result<Vec<String>, String> {
        match read(&Cell::Text(text.to_owned())) {
            Reading::Same(rows) | Reading::Corrected { value: rows, .. } => Ok(rows.iter().map(|row| write(row, Language::Vi)).collect()),
            Reading::Ask(question) => Err(question.code.to_string()),
        }
    }

    #[test]
    fn what_was_measured_is_read_as_people_write_it() {
        assert_eq!(said("Hữu cơ: 1.500; cỡ 3 và 4: 500"), Ok(vec!["Hữu cơ: 1.500".to_owned(), "Cỡ 3, 4: 500".to_owned()]));
        for text in ["Độ ngọt từ 12,5: 700", "do ngot >= 12.5 +700", "12,5 °Brix: 700", "brix 12,5 700"] {
            assert_eq!(said(text), Ok(vec!["Độ ngọt 12,5: 700".to_owned()]), "{text}");
        }
        assert_eq!(said("nước quả 40%: 300\nsize XL: 2k"), Ok(vec!["Nước quả 40 %: 300".to_owned(), "Cỡ XL: 2.000".to_owned()]));
        for text in ["cỡ: 500", "độ ngọt: 500", "công bằng 3: 500", "cỡ 3"] {
            assert_eq!(said(text), Err("preference_unreadable".to_owned()), "{text}");
        }
    }
}
