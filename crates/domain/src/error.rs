//! How a form says what is wrong with it: every failing field at once, each with a stable code that the screens translate.
use crate::policy::Denied;
use serde::Serialize;
use std::borrow::Cow;

/// One field that cannot be accepted. `field` is the path in the JSON body (`kg_total`, `weeks.3.kg`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, thiserror::Error)]
#[error("{code}")]
pub struct FieldError {
    pub field: Cow<'static, str>,
    pub code: &'static str,
}

impl FieldError {
    pub fn new(field: impl Into<Cow<'static, str>>, code: &'static str) -> Self {
        Self { field: field.into(), code }
    }

    /// The same fault of a form that sits inside another one, under `name`.
    #[must_use]
    pub fn inside(self, name: &str) -> Self {
        let field = if self.field.is_empty() { name.to_owned() } else { format!("{name}.{}", self.field) };
        Self { field: field.into(), code: self.code }
    }
}

/// Gathers the faults of a form.
#[derive(Debug, Default)]
pub struct Faults(Vec<FieldError>);

impl Faults {
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Notes the fault unless the rule holds.
    pub fn require(&mut self, holds: bool, field: impl Into<Cow<'static, str>>, code: &'static str) {
        if !holds {
            self.0.push(FieldError::new(field, code));
        }
    }

    pub fn finish(self) -> Result<(), Vec<FieldError>> {
        if self.0.is_empty() { Ok(()) } else { Err(self.0) }
    }
}

/// A rule of the business that stands against a command, with the field that would have to change, if it is one.
pub trait Conflict: std::error::Error {
    fn field(&self) -> Option<Cow<'static, str>>;
}

/// Why a command was refused; `C` lists the rules that can stand against it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal<C> {
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The form as it was filled in; each field has its own code.
    #[error("invalid")]
    Invalid(Vec<FieldError>),
    /// Somebody else changed it since it was read.
    #[error("stale")]
    Stale,
    #[error("{0}")]
    Conflict(C),
}

impl<C> From<Vec<FieldError>> for Refusal<C> {
    fn from(faults: Vec<FieldError>) -> Self {
        Self::Invalid(faults)
    }
}

/// An edit is made on what was read: `seen` is the version the person had on the screen.
pub(crate) fn fresh<C>(version: i64, seen: i64) -> Result<(), Refusal<C>> {
    if version == seen { Ok(()) } else { Err(Refusal::Stale) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_reports_every_fault_in_order() {
        let mut faults = Faults::new();
        faults.require(true, "name", "name_empty");
        faults.require(false, "kg_total", "kg_out_of_range");
        faults.require(false, format!("weeks.{}.kg", 3), "kg_not_whole");
        assert_eq!(
            faults.finish(),
            Err(vec![FieldError::new("kg_total", "kg_out_of_range"), FieldError::new("weeks.3.kg", "kg_not_whole")])
        );
        assert_eq!(Faults::new().finish(), Ok(()));
    }

    #[test]
    fn a_nested_fault_carries_the_whole_path() {
        let fault = FieldError::new("kg_total", "kg_out_of_range").inside("terms");
        assert_eq!(fault.field, "terms.kg_total");
        assert_eq!(fault.to_string(), "kg_out_of_range");
        assert_eq!(FieldError::new("", "malformed").inside("lines.3").field, "lines.3", "the whole of it");
    }
}
