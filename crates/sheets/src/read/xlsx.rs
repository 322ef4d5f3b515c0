//! XLSX, cell by cell: a sheet that claims a cell in its last corner costs one cell, not a rectangle.
use super::archive;
use crate::error::{FileError, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS};
use crate::grid::{Book, Budget, Cell, Entry, Merge, Row, Sheet};
use calamine::{DataRef, Dimensions, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use domain::day::TradeDay;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Titles and remarks come on top of the rows of the list.
const ROWS_WITH_TITLES: usize = MOST_ROWS + 200;

pub fn read(bytes: &[u8]) -> Result<Book, FileError> {
    archive::check(bytes)?;
    // The parser is not ours and the file is a stranger's: should it panic, the file is broken and nothing else happens.
    catch_unwind(AssertUnwindSafe(|| parse(bytes))).unwrap_or(Err(FileError::Broken))
}

fn parse(bytes: &[u8]) -> Result<Book, FileError> {
    let mut file = Xlsx::new(Cursor::new(bytes)).map_err(|_| FileError::Broken)?;
    let shown = |sheet: &&calamine::Sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet;
    let names: Vec<String> = file.sheets_metadata().iter().filter(shown).take(MOST_SHEETS).map(|sheet| sheet.name.clone()).collect();
    let mut budget = Budget::new();
    let mut book = Book { sheets: Vec::new(), from_1904: file.has_1904_epoch() };
    for name in names {
        book.sheets.push(sheet(&mut file, name, &mut budget)?);
    }
    Ok(book)
}

type Rows = BTreeMap<u32, BTreeMap<u32, Entry>>;

fn sheet(file: &mut Xlsx<Cursor<&[u8]>>, name: String, budget: &mut Budget) -> Result<Sheet, FileError> {
    let (mut rows, longer) = rows(file, &name, budget)?;
    for block in file.merge_cells_by_sheet_name(&name).map_err(|_| FileError::Broken)? {
        spread(&mut rows, &block, budget)?;
    }
    let rows = rows.into_iter().map(|(row, entries)| Row { number: row.saturating_add(1), entries: entries.into_values().collect() });
    Ok(Sheet { name, rows: rows.collect(), longer })
}

/// The cells that say something, and whether rows follow that are too many to read.
fn rows(file: &mut Xlsx<Cursor<&[u8]>>, name: &str, budget: &mut Budget) -> Result<(Rows, bool), FileError> {
    let mut rows = Rows::new();
    let mut cells = file.worksheet_cells_reader(name).map_err(|_| FileError::Broken)?;
    while let Some(found) = cells.next_cell().map_err(|_| FileError::Broken)? {
        let (row, column) = found.get_position();
        let entry = if column < MOST_COLUMNS { entry(column, found.get_value(), budget)? } else { None };
        let Some(entry) = entry else { continue };
        if rows.len() == ROWS_WITH_TITLES && !rows.contains_key(&row) {
            return Ok((rows, true));
        }
        rows.entry(row).or_default().insert(column, entry);
    }
    Ok((rows, false))
}

fn entry(column: u32, value: &DataRef<'_>, budget: &mut Budget) -> Result<Option<Entry>, FileError> {
    match value {
        DataRef::Empty => Ok(None),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => budget.text(column, text),
        DataRef::SharedString(text) => budget.text(column, text),
        DataRef::Bool(flag) => budget.text(column, if *flag { "TRUE" } else { "FALSE" }),
        DataRef::Int(number) => budget.cell(column, Cell::Number(whole(*number))).map(Some),
        DataRef::Float(number) => budget.cell(column, Cell::Number(*number)).map(Some),
        DataRef::DateTime(at) => match moment(at) {
            Cell::Text(text) => budget.text(column, &text),
            cell => budget.cell(column, cell).map(Some),
        },
        DataRef::Error(fault) => budget.cell(column, Cell::Fault(fault.to_string())).map(Some),
    }
}

#[expect(clippy::cast_precision_loss, reason = "a sheet holds its numbers in this form")]
const fn whole(number: i64) -> f64 {
    number as f64
}

/// A day; or, without one, a time of the day.
fn moment(at: &ExcelDateTime) -> Cell {
    let serial = at.as_f64();
    let (year, month, day, hour, minute, ..) = at.to_ymd_hms_milli();
    if (0.0..1.0).contains(&serial) && at.is_datetime() {
        return Cell::Text(format!("{hour:02}:{minute:02}"));
    }
    let known = TradeDay::from_ymd(i32::from(year), u32::from(month), u32::from(day)).filter(|_| at.is_datetime() && serial > 0.0);
    known.map_or(Cell::Number(serial), Cell::Day)
}

/// A block over several rows says the same of each row that has something else to say.
fn spread(rows: &mut Rows, block: &Dimensions, budget: &mut Budget) -> Result<(), FileError> {
    let ((top, column), (bottom, _)) = (block.start, block.end);
    let Some(first) = rows.get(&top).and_then(|row| row.get(&column)).cloned().filter(|_| top < bottom) else { return Ok(()) };
    let mut copied = false;
    for (_, row) in rows.range_mut(top + 1..=bottom) {
        if let std::collections::btree_map::Entry::Vacant(free) = row.entry(column) {
            let cell = budget.cell(column, first.cell.clone())?;
            free.insert(Entry { merge: Merge::Below, ..cell });
            copied = true;
        }
    }
    if let Some(first) = rows.get_mut(&top).and_then(|row| row.get_mut(&column)).filter(|_| copied) {
        first.merge = Merge::Top;
    }
    Ok(())
}
