//! The demo files, row by row. A row that does not fit stops the load and is named.
use anyhow::{Context, anyhow};
use domain::error::{FieldError, Refusal};
use serde::de::DeserializeOwned;
use std::str::FromStr;

/// The files as they are built into the program.
#[derive(Debug, Clone, Copy)]
pub struct Files {
    pub organisations: &'static str,
    pub certificates: &'static str,
    pub offers: &'static str,
    pub demands: &'static str,
    pub demand_weeks: &'static str,
    pub price_board: &'static str,
}

impl Files {
    pub const BUILT_IN: Self = Self {
        organisations: include_str!("../../../../../data/demo/organizations.csv"),
        certificates: include_str!("../../../../../data/demo/certificates.csv"),
        offers: include_str!("../../../../../data/demo/offers.csv"),
        demands: include_str!("../../../../../data/demo/demands.csv"),
        demand_weeks: include_str!("../../../../../data/demo/demand_weeks.csv"),
        price_board: include_str!("../../../../../data/demo/price_board.csv"),
    };
}

/// Makes something of every row of a file.
pub fn each<T: DeserializeOwned, U>(file: &str, text: &str, mut make: impl FnMut(T) -> anyhow::Result<U>) -> anyhow::Result<Vec<U>> {
    let mut made = Vec::new();
    for (at, row) in csv::Reader::from_reader(text.as_bytes()).deserialize().enumerate() {
        // The first row under the head is the second line of the file.
        made.push(row.map_err(anyhow::Error::from).and_then(&mut make).with_context(|| format!("data/demo/{file}, line {}", at + 2))?);
    }
    Ok(made)
}

/// A field that a domain type reads.
pub fn read<T: FromStr<Err: std::error::Error + Send + Sync + 'static>>(field: &str, text: &str) -> anyhow::Result<T> {
    text.parse().with_context(|| format!("{field} `{text}`"))
}

/// A field that may be empty.
pub fn optional<T: FromStr<Err: std::error::Error + Send + Sync + 'static>>(field: &str, text: &str) -> anyhow::Result<Option<T>> {
    if text.is_empty() { Ok(None) } else { read(field, text).map(Some) }
}

/// A field with several values.
pub fn several<T: FromStr<Err: std::error::Error + Send + Sync + 'static>>(field: &str, text: &str) -> anyhow::Result<Vec<T>> {
    text.split(';').filter(|part| !part.is_empty()).map(|part| read(field, part)).collect()
}

/// What the domain says against a form.
pub fn invalid(faults: &[FieldError]) -> anyhow::Error {
    anyhow!(faults.iter().map(|fault| format!("{} {}", fault.field, fault.code)).collect::<Vec<_>>().join(", "))
}

/// What the domain says against a command.
pub fn refused<C: std::fmt::Display>(refusal: &Refusal<C>) -> anyhow::Error {
    match refusal {
        Refusal::Invalid(faults) => invalid(faults),
        Refusal::Denied(denied) => anyhow!("{denied}"),
        Refusal::Stale => anyhow!("stale"),
        Refusal::Conflict(conflict) => anyhow!("{conflict}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::quantity::Kg;
    use serde::Deserialize;

    #[derive(Deserialize)]
    struct Row {
        kg: String,
    }

    #[test]
    fn a_row_that_does_not_fit_is_named() {
        let weigh = |text: &str| each("crates.csv", text, |row: Row| read::<Kg>("kg", &row.kg)).map_err(|error| format!("{error:#}"));
        assert_eq!(weigh("kg\n1\n2.5\n").unwrap().len(), 2);
        assert_eq!(weigh("kg\n1\nmany\n").unwrap_err(), "data/demo/crates.csv, line 3: kg `many`: kg_not_a_number");
        assert!(weigh("kg\n1\n2,3\n").unwrap_err().starts_with("data/demo/crates.csv, line 3: "), "a column too many");
        assert!(weigh("lb\n1\n").unwrap_err().starts_with("data/demo/crates.csv, line 2: "), "a column that is missing");
    }
}
