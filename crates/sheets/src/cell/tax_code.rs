//! Tax codes. A lost zero is never put back without asking: the code names who is meant.
use super::{Question, Reading};
use crate::grid::Cell;
use domain::tax_code::{TaxCode, TaxCodeKind};

pub fn tax_code(cell: &Cell) -> Reading<TaxCode> {
    let typed = cell.shown();
    match typed.parse::<TaxCode>() {
        // Citizens' numbers begin with a zero, so this is a branch that lost its own.
        Ok(code) if code.kind() == TaxCodeKind::Personal && !code.as_str().starts_with('0') => Reading::Ask(lost(with_zero(&typed))),
        Ok(value) => Reading::Same(value),
        Err(error) => match with_zero(&typed) {
            Some(code) => Reading::Ask(lost(Some(code))),
            None => Reading::ask(error.to_string()),
        },
    }
}

fn lost(meant: Option<TaxCode>) -> Question {
    Question::new("tax_code_lost_zero").or(meant.map(String::from))
}

/// Of an organisation, whose check digit then has to fit; or of a person or a branch, one digit short.
fn with_zero(typed: &str) -> Option<TaxCode> {
    let digits = typed.bytes().filter(u8::is_ascii_digit).count();
    let person_or_branch = || format!("0{typed}").parse().ok().filter(|_| matches!(digits, 11 | 12));
    // Who begins with a zero has not lost it.
    if typed.trim().starts_with('0') { None } else { TaxCode::with_leading_zero(typed).or_else(person_or_branch) }
}
