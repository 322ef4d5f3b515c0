//! Prices by the kilogram: `22.500`, `22,5k`, `18.000đ/kg`, `1tr2`.
use super::number::{NumberFault, Written, obvious, scaled, written};
use super::{Question, Reading};
use crate::grid::{Cell, comma, plain};
use domain::money::VndPerKg;
use domain::text::fold;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyFault {
    #[error(transparent)]
    Number(#[from] NumberFault),
    #[error("money_fraction_of_dong")]
    Fraction,
    /// For a fruit or a crate, not for a kilogram.
    #[error("money_for_another_unit")]
    OtherUnit,
}

/// A price; `thousands` when the header says that the column counts them.
pub fn price(cell: &Cell, thousands: bool) -> Reading<VndPerKg> {
    let zeros = if thousands { 3 } else { 0 };
    let read = match cell {
        Cell::Number(number) if *number < 0.0 => Err(NumberFault::Negative.into()),
        Cell::Number(number) => whole(&plain(*number), zeros).map(|dong| (dong, thousands)),
        Cell::Text(text) if thousands && !text.contains(char::is_alphabetic) => dong(&format!("{text} nghin")).map(|dong| (dong, true)),
        Cell::Text(text) => dong(text).map(|dong| (dong, scale(&fold(text)).1 > 0)),
        Cell::Day(_) | Cell::Fault(_) => Err(NumberFault::Format.into()),
    };
    match read {
        Ok((dong, scaled)) => match VndPerKg::new(dong) {
            Ok(value) if scaled => Reading::Corrected { value, to: grouped(dong), code: "thousands_written_out" },
            Ok(value) => Reading::Same(value),
            Err(error) => Reading::Ask(Question::new(error.to_string()).or(meant(cell, thousands))),
        },
        Err(MoneyFault::OtherUnit) => Reading::ask(MoneyFault::OtherUnit.to_string()),
        Err(fault) => Reading::Ask(Question::new(fault.to_string()).or(meant(cell, thousands))),
    }
}

/// Prices that were probably meant: `18.5` or `18,000` for eighteen thousand and so on. In a column of thousands with the sign.
fn meant(cell: &Cell, thousands: bool) -> Vec<String> {
    let digits = match cell {
        Cell::Number(number) => plain(*number),
        Cell::Text(text) => match written(fold(text).trim_end_matches(|c: char| !c.is_ascii_digit())) {
            Ok(Written::Point(digits) | Written::Clear(digits) | Written::Comma { decimal: digits, .. }) => digits,
            Ok(Written::Grouped { decimal, .. }) => decimal,
            Err(_) => return Vec::new(),
        },
        Cell::Day(_) | Cell::Fault(_) => return Vec::new(),
    };
    let possible = [0, 3].into_iter().filter_map(|zeros| scaled(&digits, zeros).ok()).filter(|dong| VndPerKg::new(*dong).is_ok());
    possible.map(|dong| format!("{}{}", grouped(dong), if thousands { "đ" } else { "" })).collect()
}

/// An amount as it is typed, in đồng.
pub fn dong(text: &str) -> Result<i64, MoneyFault> {
    let text = fold(text);
    let (amount, unit) = text.split_once('/').unwrap_or((&text, "kg"));
    obvious(amount.trim())?;
    if !matches!(unit.trim(), "kg" | "1kg" | "1 kg" | "ki" | "can" | "kilogam") {
        return Err(MoneyFault::OtherUnit);
    }
    let (number, zeros, rest) = scale(amount);
    if zeros == 0 {
        return match written(number)? {
            Written::Clear(digits) | Written::Grouped { whole: digits, .. } => whole(&digits, 0),
            Written::Comma { .. } => Err(NumberFault::Ambiguous.into()),
            Written::Point(_) => Err(MoneyFault::Fraction),
        };
    }
    match (written(number)?, rest) {
        (Written::Clear(digits) | Written::Point(digits), "") => whole(&digits, zeros),
        // `1tr2`: what follows are the next decimals.
        (Written::Clear(digits), more) if !digits.contains('.') && more.bytes().all(|byte| byte.is_ascii_digit()) => {
            whole(&format!("{digits}.{more}"), zeros)
        }
        (Written::Grouped { .. } | Written::Comma { .. }, "") => Err(NumberFault::Ambiguous.into()),
        _ => Err(NumberFault::Format.into()),
    }
}

/// The number, the zeros of its scale word, and what stands behind that. `text` is folded.
fn scale(text: &str) -> (&str, usize, &str) {
    let text = text.split('/').next().unwrap_or(text).trim();
    let text = ["vnd", "dong", "d", "₫"].iter().find_map(|sign| text.strip_suffix(sign)).unwrap_or(text).trim();
    let Some(at) = text.find(|c: char| c.is_alphabetic()) else { return (text, 0, "") };
    let (number, behind) = text.split_at(at);
    let word_ends = behind.find(|c: char| !c.is_alphabetic()).unwrap_or(behind.len());
    let (word, rest) = behind.split_at(word_ends);
    let zeros = match word {
        "k" | "nghin" | "ngan" | "ng" => 3,
        "tr" | "trieu" => 6,
        "ty" | "ti" => 9,
        _ => return (text, 0, ""),
    };
    (number.trim(), zeros, rest.trim())
}

fn whole(digits: &str, zeros: usize) -> Result<i64, MoneyFault> {
    scaled(digits, zeros).map_err(|fault| fault.map_or(MoneyFault::Fraction, MoneyFault::Number))
}

/// `22.500`.
pub fn grouped(dong: i64) -> String {
    let digits = comma(&dong.to_string());
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}
