//! Telephone numbers, with what was repaired said aloud.
use super::{Question, Reading};
use crate::grid::Cell;
use domain::phone::{Phone, PhoneError};

pub fn phone(cell: &Cell) -> Reading<Phone> {
    let typed = cell.shown();
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    match typed.parse::<Phone>() {
        Ok(value) => {
            let national = value.national();
            let code = if !digits.ends_with(national.trim_start_matches('0')) {
                "phone_prefix_renewed"
            } else if format!("0{digits}") == national {
                "leading_zero_restored"
            } else {
                return Reading::Same(value);
            };
            Reading::Corrected { value, to: national, code }
        }
        Err(error) => {
            let one_of = |error| if error == PhoneError::TwoNumbers { several(&typed) } else { Vec::new() };
            Reading::Ask(Question::new(error.to_string()).or(one_of(error)))
        }
    }
}

fn several(typed: &str) -> Vec<String> {
    typed.split(['/', ',', ';']).filter_map(|one| one.parse::<Phone>().ok()).map(|phone| phone.national()).collect()
}
