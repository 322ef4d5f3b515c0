//! Areas, kept in square metres.
use super::number::{NumberFault, Written, obvious, scaled, written};
use super::{Question, Reading};
use crate::grid::{Cell, comma, plain};
use domain::text::fold;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AreaUnit {
    Hectare,
    SquareMetre,
    /// Of the north, 360 m².
    Sao,
    /// Of the north, 3,600 m².
    Mau,
}

impl AreaUnit {
    const fn square_metres(self) -> u64 {
        match self {
            Self::Hectare => 10_000,
            Self::SquareMetre => 1,
            Self::Sao => 360,
            Self::Mau => 3_600,
        }
    }

    const fn written_out(self) -> &'static str {
        match self {
            Self::Hectare => "ha",
            Self::SquareMetre => "m2",
            Self::Sao => "sào",
            Self::Mau => "mẫu",
        }
    }

    /// `amount` in plain digits, in thousandths of a square metre.
    pub fn thousandths(self, amount: &str) -> Option<u64> {
        let (whole, fraction) = amount.split_once('.').unwrap_or((amount, ""));
        let fraction = fraction.trim_end_matches('0');
        if fraction.len() > 6 {
            return None;
        }
        let millionths: u64 = format!("{whole}{fraction:0<6}").parse().ok()?;
        Some(millionths.checked_mul(self.square_metres())? / 1_000)
    }
}

/// The unit named in a header or behind a number.
pub fn unit_in(text: &str) -> Option<AreaUnit> {
    let text = fold(text).replace('²', "2");
    text.split(|c: char| !c.is_alphanumeric()).find_map(|word| match word.trim_start_matches(|c: char| c.is_ascii_digit()) {
        "ha" | "hecta" | "hec" => Some(AreaUnit::Hectare),
        "m2" | "met" => Some(AreaUnit::SquareMetre),
        "sao" => Some(AreaUnit::Sao),
        "mau" => Some(AreaUnit::Mau),
        _ => None,
    })
}

pub fn area(cell: &Cell, header: Option<AreaUnit>) -> Reading<u32> {
    let (digits, unit) = match cell {
        Cell::Number(number) if *number < 0.0 => return Reading::ask(NumberFault::Negative.to_string()),
        Cell::Number(number) => (plain(*number), header),
        Cell::Text(text) => match typed(text) {
            Ok(digits) => (digits, unit_in(text).or_else(|| header.filter(|_| !text.contains(char::is_alphabetic)))),
            Err(question) => return Reading::Ask(question),
        },
        Cell::Day(_) | Cell::Fault(_) => return Reading::ask(NumberFault::Format.to_string()),
    };
    let Some(unit) = unit else { return Reading::Ask(which_unit(cell, &digits)) };
    let metres = unit.thousandths(&digits).map(|thousandths| (thousandths + 500) / 1000).and_then(|metres| u32::try_from(metres).ok());
    let Some(value) = metres else { return Reading::ask("area_out_of_range") };
    if unit == AreaUnit::SquareMetre && !digits.contains('.') {
        return Reading::Same(value);
    }
    // Hectares are how everybody writes it: only what was rounded or local is worth a word.
    let exact = unit == AreaUnit::Hectare && unit.thousandths(&digits) == Some(u64::from(value) * 1000);
    if exact { Reading::Same(value) } else { Reading::Corrected { value, to: format!("{value} m2"), code: "unit_converted" } }
}

/// A công is a thousand square metres in the south and nothing in the north.
fn which_unit(cell: &Cell, digits: &str) -> Question {
    match cell.text().filter(|text| text.contains(char::is_alphabetic)) {
        Some(text) if fold(text).ends_with("cong") => {
            Question::new("area_unit_of_the_south").or(scaled(digits, 3).ok().map(|metres| format!("{metres} m2")))
        }
        Some(_) => Question::new("area_unit_unknown"),
        None => Question::new("area_unit_missing").or(["ha", "m2", "sào", "mẫu"].map(|unit| format!("{} {unit}", comma(digits)))),
    }
}

fn typed(text: &str) -> Result<String, Question> {
    let text = fold(text);
    let number = text.split(|c: char| c.is_alphabetic()).next().unwrap_or_default().trim();
    let read = obvious(&text).and_then(|()| written(number));
    match read {
        Ok(Written::Clear(digits) | Written::Point(digits)) => Ok(digits),
        Ok(Written::Grouped { whole, decimal } | Written::Comma { decimal, whole }) => {
            let unit = unit_in(&text).map_or("", AreaUnit::written_out);
            let readings = [comma(&decimal), whole].map(|number| format!("{number} {unit}").trim().to_owned());
            Err(Question::new(NumberFault::Ambiguous.to_string()).or(readings))
        }
        Err(fault) => Err(Question::new(fault.to_string())),
    }
}
