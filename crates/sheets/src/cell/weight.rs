//! Weights: `12,5 tấn`, `30 tạ`, `1.500 kg`, `1 tấn 2 tạ`, and the ones that have to be asked about.
use super::number::{NumberFault, Written, obvious, written};
use super::{Question, Reading};
use crate::grid::{Cell, comma, plain};
use domain::quantity::{Kg, KgError};
use domain::text::fold;
use domain::unit::MassUnit;
use std::borrow::Cow;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WeightFault {
    #[error(transparent)]
    Number(#[from] NumberFault),
    #[error(transparent)]
    Kg(#[from] KgError),
    /// A crate or a fruit weighs what the variety makes it weigh.
    #[error("weight_unit_needs_product")]
    UnitNeedsProduct,
    #[error("number_ambiguous")]
    Ambiguous { readings: Vec<String> },
}

/// `unit` is what the header counts in.
pub fn weight(cell: &Cell, unit: MassUnit) -> Reading<Kg> {
    let read = match cell {
        Cell::Number(number) if *number < 0.0 => Err(NumberFault::Negative.into()),
        Cell::Number(number) => unit.weight(&plain(*number)).map(|kg| (kg, unit != MassUnit::Kg)).map_err(WeightFault::from),
        Cell::Text(text) => kilograms(text, unit),
        Cell::Day(_) | Cell::Fault(_) => Err(NumberFault::Format.into()),
    };
    match read {
        Ok((value, true)) => Reading::Corrected { value, to: format!("{} kg", comma(&value.to_string())), code: "unit_converted" },
        Ok((value, false)) => Reading::Same(value),
        Err(WeightFault::Ambiguous { readings }) => Reading::Ask(Question::new(Cow::Borrowed("number_ambiguous")).or(readings)),
        Err(fault) => Reading::ask(fault.to_string()),
    }
}

/// The weight, and whether a unit other than the kilogram was turned into it.
pub fn kilograms(text: &str, unit: MassUnit) -> Result<(Kg, bool), WeightFault> {
    let text = fold(text);
    match obvious(&text) {
        Err(NumberFault::Words) => return Err(NumberFault::Missing.into()),
        other => other?,
    }
    let mut rest = text.as_str();
    let (mut total, mut last, mut converted) = (Kg::ZERO, None, false);
    while !rest.is_empty() {
        let (number, word, behind) = part(rest);
        let unit = if word.is_empty() { last.map_or(Ok(unit), |_| Err(NumberFault::Format))? } else { named(word)? };
        if last.is_some_and(|last: MassUnit| one(last) <= one(unit)) {
            return Err(NumberFault::Format.into());
        }
        let mut kg = unit.weight(&certain(number, unit, word)?)?;
        rest = behind;
        if let Some(after) = rest.strip_prefix("ruoi") {
            kg = kg.checked_add(unit.weight("0.5")?).ok_or(KgError::OutOfRange)?;
            rest = after.trim_start();
        }
        total = total.checked_add(kg).ok_or(KgError::OutOfRange)?;
        (last, converted) = (Some(unit), converted || unit != MassUnit::Kg);
    }
    Ok((total, converted))
}

/// The next number, its unit, and what follows.
fn part(text: &str) -> (&str, &str, &str) {
    let at = text.find(|c: char| c.is_alphabetic()).unwrap_or(text.len());
    let (number, behind) = text.split_at(at);
    let ends = behind.find(|c: char| c.is_ascii_digit() || c.is_whitespace()).unwrap_or(behind.len());
    let (word, behind) = behind.split_at(ends);
    (number.trim(), word.trim_end_matches('.'), behind.trim_start())
}

fn named(word: &str) -> Result<MassUnit, WeightFault> {
    match word {
        "t" | "tan" => Ok(MassUnit::Tonne),
        "ta" => Ok(MassUnit::Ta),
        "yen" => Ok(MassUnit::Yen),
        "kg" | "kgs" | "ki" | "kilo" | "ky" | "can" | "kilogam" | "kilogram" => Ok(MassUnit::Kg),
        "lang" => Ok(MassUnit::Lang),
        "g" | "gr" | "gam" | "gram" => Ok(MassUnit::Gram),
        _ => Err(WeightFault::UnitNeedsProduct),
    }
}

/// The unit named in a header: `tấn`, `(kg)`, `kg/tuần`.
pub fn unit_in(header: &str) -> Option<MassUnit> {
    fold(header).split(|c: char| !c.is_alphanumeric()).find_map(|word| match word {
        "tan" | "ta" | "yen" | "kg" => named(word).ok(),
        _ => None,
    })
}

/// So heavy a unit is rarely counted in thousands, and so light a one never in thousandths.
fn certain(number: &str, unit: MassUnit, word: &str) -> Result<String, WeightFault> {
    let heavy = one(unit) > 1_000;
    let ask = |decimal: &str, whole: &str| {
        let word = if word.is_empty() { "" } else { written_out(unit) };
        let readings = [comma(decimal), whole.to_owned()].map(|number| format!("{number} {word}").trim().to_owned());
        Err(WeightFault::Ambiguous { readings: readings.into() })
    };
    match written(number)? {
        Written::Clear(digits) => Ok(digits),
        Written::Grouped { whole, .. } if !heavy => Ok(whole),
        Written::Grouped { whole, decimal } | Written::Comma { decimal, whole } => ask(&decimal, &whole),
        Written::Point(digits) => match unit.weight(&digits).and_then(|kg| Kg::from_grams(kg.grams().saturating_mul(1000))) {
            Ok(_) => ask(&digits, &thousands(&digits)),
            Err(error) => Err(error.into()),
        },
    }
}

/// `1.5` as somebody who forgot the zeros of `1.500`.
fn thousands(digits: &str) -> String {
    super::number::scaled(digits, 3).map_or_else(|_| digits.replace('.', ""), |whole| whole.to_string())
}

fn written_out(unit: MassUnit) -> &'static str {
    match unit {
        MassUnit::Tonne => "tấn",
        MassUnit::Ta => "tạ",
        MassUnit::Yen => "yến",
        MassUnit::Kg => "kg",
        MassUnit::Lang => "lạng",
        MassUnit::Gram => "g",
    }
}

fn one(unit: MassUnit) -> i64 {
    unit.weight("1").map_or(0, Kg::grams)
}
