//! A file as rows of cells, whatever it was stored in.
use crate::error::{FileError, MOST_CELL_CHARS, MOST_CELLS, MOST_TEXT};
use domain::day::TradeDay;
use domain::text::nfc;

#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Text(String),
    Number(f64),
    Day(TradeDay),
    /// A formula that failed, as the sheet shows it: `#REF!`.
    Fault(String),
}

/// Whether a cell was part of a merged block that reaches over several rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Merge {
    No,
    /// The first row of the block, which holds the value.
    Top,
    /// A row below, to which the value was copied.
    Below,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Counted from zero.
    pub column: u32,
    pub cell: Cell,
    pub merge: Merge,
    /// What stood here in an old font, before its letters were renewed.
    pub was: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// As the spreadsheet program numbers it, from one.
    pub number: u32,
    /// In the order of the columns, without the empty ones.
    pub entries: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    pub name: String,
    pub rows: Vec<Row>,
    /// It goes on below the last row that was read.
    pub longer: bool,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Book {
    pub sheets: Vec<Sheet>,
    /// Days are counted from 1904, as old Macintosh files do.
    pub from_1904: bool,
}

/// What is left of the memory a file may take.
#[derive(Debug)]
pub struct Budget {
    cells: usize,
    text: usize,
}

impl Budget {
    pub const fn new() -> Self {
        Self { cells: MOST_CELLS, text: MOST_TEXT }
    }

    /// A text cell, or nothing when there is nothing to read in it.
    pub fn text(&mut self, column: u32, text: &str) -> Result<Option<Entry>, FileError> {
        let kept: String = nfc(&text.chars().take(MOST_CELL_CHARS).collect::<String>());
        let kept = kept.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}' || c == '\u{200B}');
        if kept.is_empty() {
            return Ok(None);
        }
        self.text = self.text.checked_sub(kept.len()).ok_or(FileError::TooMuch)?;
        self.cell(column, Cell::Text(kept.to_owned())).map(Some)
    }

    pub fn cell(&mut self, column: u32, cell: Cell) -> Result<Entry, FileError> {
        self.cells = self.cells.checked_sub(1).ok_or(FileError::TooMuch)?;
        Ok(Entry { column, cell, merge: Merge::No, was: None })
    }
}

impl Row {
    pub fn at(&self, column: u32) -> Option<&Entry> {
        let place = self.entries.binary_search_by_key(&column, |entry| entry.column).ok()?;
        self.entries.get(place)
    }
}

impl Cell {
    /// As it is shown to a person, and written so that reading it again gives the same.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::Fault(text) => text.clone(),
            Self::Number(number) => comma(&plain(*number)),
            Self::Day(day) => day.date().format("%d/%m/%Y").to_string(),
        }
    }

    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) | Self::Day(_) | Self::Fault(_) => None,
        }
    }
}

/// A stored number in plain digits, without the noise of binary fractions.
pub fn plain(number: f64) -> String {
    let text = format!("{number:.6}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Plain digits with the comma of Viet Nam. Three decimals get a fourth: `1,500` alone might be fifteen hundred.
pub fn comma(plain: &str) -> String {
    match plain.split_once('.') {
        Some((whole, fraction)) if fraction.len() == 3 && whole != "0" => format!("{whole},{fraction}0"),
        Some((whole, fraction)) => format!("{whole},{fraction}"),
        None => plain.to_owned(),
    }
}

/// `A`, `B`, … `AA`: what the spreadsheet program calls a column.
pub fn letters(column: u32) -> String {
    let last = char::from_u32(u32::from('A') + column % 26).unwrap_or('A');
    if column < 26 { last.to_string() } else { format!("{}{last}", letters(column / 26 - 1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_they_can_be_read_again() {
        let shown = |number| Cell::Number(number).shown();
        assert_eq!((shown(1500.0), shown(12.5), shown(0.1 + 0.2)), ("1500".into(), "12,5".into(), "0,3".into()));
        assert_eq!((shown(1.125), shown(0.125), shown(-0.0)), ("1,1250".into(), "0,125".into(), "0".into()));
        assert_eq!(shown(912_345_678.0), "912345678");
    }

    #[test]
    fn columns_have_their_letters() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
