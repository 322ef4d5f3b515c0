//! XLSX with real numbers and days. Text is stored as text, so nothing in it can run as a formula.
use super::{Heading, Table};
use crate::cell::date;
use crate::column::Shape;
use crate::context::Lookups;
use crate::error::WriteError;
use crate::rows::{Record, Value};
use domain::account::Language;
use domain::day::TradeDay;
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use std::collections::BTreeMap;

pub fn xlsx<R: Record>(rows: &[R], lookups: &Lookups, language: Language, today: TradeDay) -> Result<Vec<u8>, WriteError> {
    let table = Table::of(rows, lookups, language)?;
    let mut book = Workbook::new();
    let saved = fill(book.add_worksheet(), sheet_name(language), &table).and_then(|()| save(book, today));
    saved.map_err(|_| WriteError::NotWritten)
}

/// An empty list to fill in, and beside it one that shows how.
pub fn template<R: Record>(language: Language, today: TradeDay) -> Result<Vec<u8>, WriteError> {
    let mut table = Table::empty::<R>(today, language);
    let mut book = Workbook::new();
    let name = match language {
        Language::Vi => "Ví dụ",
        Language::En => "Example",
    };
    let written = fill(book.add_worksheet(), sheet_name(language), &table).and_then(|()| {
        table.rows = vec![table.headings.iter().map(|heading| (heading.code.clone(), example(heading))).collect()];
        fill(book.add_worksheet(), name, &table)
    });
    written.and_then(|()| save(book, today)).map_err(|_| WriteError::NotWritten)
}

const fn sheet_name(language: Language) -> &'static str {
    match language {
        Language::Vi => "Danh sách",
        Language::En => "List",
    }
}

fn example(heading: &Heading) -> Value {
    let text = heading.example.to_owned();
    match (heading.shape, date::typed(heading.example)) {
        (Shape::Day, Ok(day)) => Value::Day(day),
        (Shape::Number, _) if !text.is_empty() => Value::Number(text),
        _ => Value::Text(text),
    }
}

fn fill(sheet: &mut Worksheet, name: &str, table: &Table) -> Result<(), XlsxError> {
    let head =
        Format::new().set_bold().set_text_wrap().set_align(FormatAlign::VerticalCenter).set_background_color(Color::RGB(0x00E8_F0E4));
    let day_format = Format::new().set_num_format("dd/mm/yyyy");
    // Without this the program takes the zero off the next telephone number that somebody types.
    let text_format = Format::new().set_num_format("@");
    sheet.set_name(name)?.set_freeze_panes(1, 0)?;
    for (column, heading) in (0_u16..).zip(&table.headings) {
        sheet.write_string_with_format(0, column, &heading.title, &head)?;
        sheet.set_column_width(column, width(heading))?;
        match heading.shape {
            Shape::Text => sheet.set_column_format(column, &text_format)?,
            Shape::Day => sheet.set_column_format(column, &day_format)?,
            Shape::Number => sheet,
        };
    }
    for (number, row) in (1_u32..).zip(&table.rows) {
        cells(sheet, number, row, &table.headings, (&text_format, &day_format))?;
    }
    Ok(())
}

fn cells(
    sheet: &mut Worksheet,
    number: u32,
    row: &BTreeMap<crate::outcome::Code, Value>,
    headings: &[Heading],
    (text_format, day_format): (&Format, &Format),
) -> Result<(), XlsxError> {
    for (column, heading) in (0_u16..).zip(headings) {
        match row.get(&heading.code) {
            None => {}
            Some(Value::Text(text)) if text.is_empty() => {}
            Some(Value::Text(text)) => {
                sheet.write_string_with_format(number, column, text, text_format)?;
            }
            Some(Value::Number(plain)) => {
                sheet.write_number(number, column, plain.parse::<f64>().unwrap_or_default())?;
            }
            Some(Value::Day(day)) => {
                sheet.write_datetime_with_format(number, column, excel(*day)?, day_format)?;
            }
        }
    }
    Ok(())
}

fn width(heading: &Heading) -> f64 {
    match heading.shape {
        Shape::Text => 24.0,
        Shape::Number => 14.0,
        Shape::Day => 13.0,
    }
}

fn excel(day: TradeDay) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::parse_from_str(&day.date().to_string())
}

/// The same rows on the same day are the same bytes.
fn save(mut book: Workbook, today: TradeDay) -> Result<Vec<u8>, XlsxError> {
    book.set_properties(&DocProperties::new().set_creation_datetime(&excel(today)?));
    book.save_to_buffer()
}
