//! Spreadsheets made cell by cell, so that what is wrong with them can be read.
use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet};

pub enum C {
    T(&'static str),
    N(f64),
    D(&'static str),
    O,
}
use C::{D, N, O, T};

pub fn put(sheet: &mut Worksheet, row: u32, cells: &[C]) {
    let day = Format::new().set_num_format("dd/mm/yyyy");
    for (column, cell) in (0_u16..).zip(cells) {
        match cell {
            T(text) => sheet.write_string(row, column, *text).unwrap(),
            N(number) => sheet.write_number(row, column, *number).unwrap(),
            D(iso) => sheet.write_datetime_with_format(row, column, ExcelDateTime::parse_from_str(iso).unwrap(), &day).unwrap(),
            O => sheet,
        };
    }
}

pub fn merge(sheet: &mut Worksheet, (top, left): (u32, u16), (bottom, right): (u32, u16), text: &str) {
    sheet.merge_range(top, left, bottom, right, text, &Format::new()).unwrap();
}
