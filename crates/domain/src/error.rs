//! How a form says what is wrong with it: every failing field at once, each with a stable code that the screens translate.
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
        Self { field: format!("{name}.{}", self.field).into(), code: self.code }
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
    }
}
