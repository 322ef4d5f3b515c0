//! A file as a stream of rows, each accepted, in doubt, or left out. One row is in work at a time, so that a caller can store
//! them in batches and say how far it is.
use crate::context::{Context, Lookups};
use crate::error::{FileError, MOST_ROWS};
use crate::fields::{Fields, Key};
use crate::fingerprint::Fingerprint;
use crate::grid::{Row, letters};
use crate::header::{self, Header};
use crate::outcome::{ImportedRow, Outcome, Problem, Skip, SourceCell};
use crate::read;
use crate::rows::{Record, Value};
use crate::skip;
use domain::account::Language;
use std::collections::HashMap;

/// How one column of the file was understood, for the preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// `C`, as the spreadsheet program calls it.
    pub letter: String,
    pub header: String,
    pub column: crate::outcome::Code,
}

pub struct Import<'a, R> {
    context: &'a Context<'a>,
    sheet: String,
    from_1904: bool,
    header: Header,
    header_number: u32,
    rows: std::vec::IntoIter<Row>,
    waiting: Option<Row>,
    last_number: u32,
    seen: HashMap<Key, u32>,
    contents: HashMap<Fingerprint, u32>,
    kind: std::marker::PhantomData<R>,
}

/// Reads the file far enough to know its header; the rows come one by one.
pub fn open<'a, R: Record>(bytes: &[u8], context: &'a Context<'a>) -> Result<Import<'a, R>, FileError> {
    let mut book = read::book(bytes)?;
    let (at, header) = header::find(&book, R::KIND, R::COLUMNS).ok_or(FileError::NoHeader)?;
    let mut sheet = book.sheets.swap_remove(at);
    let mut rows = sheet.rows.split_off((header.last + 1).min(sheet.rows.len()));
    if sheet.longer || rows.len() > MOST_ROWS {
        return Err(FileError::TooManyRows);
    }
    rows.shrink_to_fit();
    let number = |at: usize| sheet.rows.get(at).map_or(1, |row| row.number);
    let (header_number, last_number) = (number(header.first), number(header.last));
    Ok(Import {
        context,
        sheet: sheet.name,
        from_1904: book.from_1904,
        header,
        header_number,
        rows: rows.into_iter(),
        waiting: None,
        last_number,
        seen: HashMap::new(),
        contents: HashMap::new(),
        kind: std::marker::PhantomData,
    })
}

/// Reads one row again after a person edited its cells. What other rows say is not asked again.
pub fn reread<R: Record>(cells: &[SourceCell], context: &Context<'_>) -> ImportedRow<R> {
    let (row, places) = skip::rebuilt(cells);
    finish(Fields::of(row, &places, R::COLUMNS, false, context), 0, |_, _| Vec::new())
}

/// `doubts` looks at the rows before, by what this one says as a whole and by what only one row should say.
fn finish<R: Record>(
    mut fields: Fields<'_>,
    number: u32,
    doubts: impl FnOnce(Option<Fingerprint>, Vec<Key>) -> Vec<Problem>,
) -> ImportedRow<R> {
    let cells = fields.source();
    let source = Fingerprint::of(R::KIND, cells.iter().map(|cell| (cell.column.as_ref(), cell.text.as_str())));
    let row = R::read(&mut fields).filter(|_| fields.problems.is_empty());
    let content = row.as_ref().map(|row| content(row, fields.context.lookups));
    let mut problems = fields.problems;
    let told = |code: &str| cells.iter().find(|cell| cell.column == code).map(|cell| cell.text.clone()).unwrap_or_default();
    problems.extend(
        doubts(content, fields.keys).into_iter().map(|doubt| Problem { given: told(doubt.column.as_deref().unwrap_or_default()), ..doubt }),
    );
    let outcome = match row {
        Some(row) if problems.is_empty() => Outcome::Accepted(row),
        row => Outcome::Review { row, problems },
    };
    ImportedRow { number, source, content, cells, corrections: fields.corrections, outcome }
}

/// What a row is, however it was written. Stored rows have one too, so that an export that comes back adds nothing.
pub fn content<R: Record>(row: &R, lookups: &Lookups) -> Fingerprint {
    let cells = row.write(lookups, Language::Vi);
    let cells = cells.into_iter().filter(|(code, _)| !R::BESIDE.contains(&code.as_ref()));
    let texts: Vec<(String, String)> = cells.map(|(code, value)| (code.into_owned(), plain(value))).collect();
    Fingerprint::of(R::KIND, texts.iter().map(|(code, text)| (code.as_str(), text.as_str())))
}

fn plain(value: Value) -> String {
    match value {
        Value::Text(text) | Value::Number(text) => text,
        Value::Day(day) => day.date().to_string(),
    }
}

impl<R: Record> Import<'_, R> {
    /// Empty for a CSV file.
    pub fn sheet(&self) -> &str {
        &self.sheet
    }

    /// The first row of the header, as the spreadsheet program numbers it.
    pub const fn header_row(&self) -> u32 {
        self.header_number
    }

    pub fn understood(&self) -> Vec<Understood> {
        let column =
            |place: &header::Place| Understood { letter: letters(place.column), header: place.header.clone(), column: place.code.clone() };
        self.header.places.iter().map(column).collect()
    }

    /// Headers that are left out.
    pub fn unknown(&self) -> &[String] {
        &self.header.unknown
    }

    /// Columns that every row needs and that are not there: the person may give one value for all.
    pub fn missing(&self) -> Vec<&'static str> {
        let there = |code: &str| self.header.places.iter().any(|place| place.code == code) || self.context.defaults.contains_key(code);
        R::COLUMNS
            .iter()
            .filter(|column| column.need == crate::column::Need::Required && !there(column.code))
            .map(|column| column.code)
            .collect()
    }

    /// Rows still to come, at most.
    pub fn left(&self) -> usize {
        self.rows.len() + usize::from(self.waiting.is_some())
    }

    fn read(&mut self, row: Row) -> ImportedRow<R> {
        let number = row.number;
        let skipped = skip::reason(&row, &self.header);
        let fields = Fields::of(row, &self.header.places, R::COLUMNS, self.from_1904, self.context);
        if let Some(skip) = skipped {
            return left_out(number, fields.source(), skip);
        }
        let (seen, contents) = (&mut self.seen, &mut self.contents);
        // Nothing is merged: the later of two rows that may be one waits for a person.
        finish(fields, number, |content, keys| {
            let again = content.and_then(|content| earlier(contents, content, number));
            let mut problems: Vec<Problem> = again.map(|row| doubt(None, "row_repeated", row)).into_iter().collect();
            for key in keys {
                let (code, column) = (key.code, key.column);
                problems.extend(earlier(seen, key, number).map(|row| doubt(Some(column), code, row)));
            }
            problems
        })
    }
}

fn earlier<K: std::hash::Hash + Eq>(seen: &mut HashMap<K, u32>, key: K, number: u32) -> Option<u32> {
    let first = *seen.entry(key).or_insert(number);
    (first != number).then_some(first)
}

fn doubt(column: Option<&'static str>, code: &'static str, row: u32) -> Problem {
    Problem { column: column.map(Into::into), code: code.into(), given: String::new(), choices: Vec::new(), row: Some(row) }
}

fn left_out<R: Record>(number: u32, cells: Vec<SourceCell>, skip: Skip) -> ImportedRow<R> {
    let source = Fingerprint::of(R::KIND, cells.iter().map(|cell| (cell.column.as_ref(), cell.text.as_str())));
    ImportedRow { number, source, content: None, cells, corrections: Vec::new(), outcome: Outcome::Skipped(skip) }
}

impl<R: Record> Iterator for Import<'_, R> {
    type Item = ImportedRow<R>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = self.waiting.take().or_else(|| self.rows.next())?;
        let first_empty = self.last_number.saturating_add(1);
        if row.number > first_empty {
            self.last_number = row.number - 1;
            let through = self.last_number;
            self.waiting = Some(row);
            return Some(left_out(first_empty, Vec::new(), Skip::Blank { through }));
        }
        self.last_number = row.number;
        Some(self.read(row))
    }
}
