//! CSV as the spreadsheet programs of the country open it: UTF-8 with its mark, semicolons, decimal commas.
use super::Table;
use crate::cell::date;
use crate::context::Lookups;
use crate::error::WriteError;
use crate::escape::escaped;
use crate::grid::comma;
use crate::rows::{Record, Value};
use csv::{Terminator, WriterBuilder};
use domain::account::Language;

pub fn csv<R: Record>(rows: &[R], lookups: &Lookups, language: Language) -> Result<Vec<u8>, WriteError> {
    let table = Table::of(rows, lookups, language)?;
    let mut writer = WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).from_writer("\u{FEFF}".as_bytes().to_vec());
    let failed = |_| WriteError::NotWritten;
    writer.write_record(table.headings.iter().map(|heading| heading.title.as_str())).map_err(failed)?;
    for row in &table.rows {
        writer.write_record(table.headings.iter().map(|heading| row.get(&heading.code).map(field).unwrap_or_default())).map_err(failed)?;
    }
    writer.into_inner().map_err(|_| WriteError::NotWritten)
}

fn field(value: &Value) -> String {
    match value {
        Value::Text(text) => escaped(text),
        Value::Number(plain) => comma(plain),
        Value::Day(day) => date::shown(*day),
    }
}
