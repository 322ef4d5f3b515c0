//! From one cell to one value: as it stands, corrected in the open, or with a question.
pub mod analytes;
pub mod area;
pub mod date;
pub mod hours;
pub mod money;
pub mod number;
pub mod phone;
pub mod quality;
pub mod tax_code;
pub mod weight;

use std::borrow::Cow;

/// What came of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading<T> {
    Same(T),
    /// Taken as `to` for the reason `code`; the person sees both.
    Corrected {
        value: T,
        to: String,
        code: &'static str,
    },
    Ask(Question),
}

/// Why a cell is not taken, and what it may have meant: each choice is a text that reads without a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub code: Cow<'static, str>,
    pub choices: Vec<String>,
}

impl Question {
    pub fn new(code: impl Into<Cow<'static, str>>) -> Self {
        Self { code: code.into(), choices: Vec::new() }
    }

    #[must_use]
    pub fn or(self, choices: impl IntoIterator<Item = String>) -> Self {
        Self { choices: choices.into_iter().collect(), ..self }
    }
}

impl<T> Reading<T> {
    pub fn ask(code: impl Into<Cow<'static, str>>) -> Self {
        Self::Ask(Question::new(code))
    }

    pub fn value(self) -> Result<T, Question> {
        match self {
            Self::Same(value) | Self::Corrected { value, .. } => Ok(value),
            Self::Ask(question) => Err(question),
        }
    }
}

#[cfg(test)]
mod tests;
