//! One row by the names of its columns. Reading a field gives its value and notes what was corrected or is in doubt.
use crate::cell::{Question, Reading};
use crate::column::Column;
use crate::context::Context;
use crate::grid::{Cell, Entry, Merge, Row};
use crate::header::Place;
use crate::outcome::{Code, Correction, Problem, SourceCell};
use domain::error::FieldError;
use std::collections::BTreeMap;

/// Something two rows of a list should not share.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    /// Why the later row is in doubt.
    pub code: &'static str,
    pub column: &'static str,
    pub text: String,
}

pub struct Fields<'a> {
    pub context: &'a Context<'a>,
    pub from_1904: bool,
    columns: &'static [Column],
    given: BTreeMap<Code, Given>,
    pub(crate) corrections: Vec<Correction>,
    pub(crate) problems: Vec<Problem>,
    pub(crate) keys: Vec<Key>,
}

struct Given {
    cell: Cell,
    header: String,
    merge: Merge,
    was: Option<String>,
    /// Said once for the whole list instead of in the row.
    default: bool,
}

impl<'a> Fields<'a> {
    pub fn of(row: Row, places: &[Place], columns: &'static [Column], from_1904: bool, context: &'a Context<'a>) -> Self {
        let mut given = BTreeMap::new();
        for Entry { column, cell, merge, was } in row.entries {
            if let Some(place) = places.iter().find(|place| place.column == column) {
                given.insert(place.code.clone(), Given { cell, header: place.header.clone(), merge, was, default: false });
            }
        }
        for column in columns {
            if let Some(text) = context.defaults.get(column.code) {
                let header = column.vi.to_owned();
                let default = || Given { cell: Cell::Text(text.clone()), header, merge: Merge::No, was: None, default: true };
                given.entry(column.code.into()).or_insert_with(default);
            }
        }
        Self { context, from_1904, columns, given, corrections: Vec::new(), problems: Vec::new(), keys: Vec::new() }
    }

    /// The cells as they came, for the review queue.
    pub fn source(&self) -> Vec<SourceCell> {
        let own = self.given.iter().filter(|(_, given)| !given.default);
        let cell =
            |(code, given): (&Code, &Given)| SourceCell { column: code.clone(), header: given.header.clone(), text: given.cell.shown() };
        own.map(cell).collect()
    }

    /// The field if something stands in it.
    pub fn read<T>(&mut self, code: &str, reading: impl FnOnce(&Cell, &str) -> Reading<T>) -> Option<T> {
        let (column, given) = self.given.get_key_value(code)?;
        let (column, shown) = (column.clone(), given.cell.shown());
        let reading = match &given.cell {
            Cell::Fault(_) => Reading::ask("cell_fault"),
            _ if given.merge != Merge::No && self.columns.iter().any(|column| column.code == code && column.is_amount()) => {
                Reading::ask("amount_in_merged_cells")
            }
            cell => reading(cell, &given.header),
        };
        let mut correct = |from: &str, to: &str, why| {
            self.corrections.push(Correction { column: column.clone(), from: from.to_owned(), to: to.to_owned(), code: why });
        };
        if let Some(was) = &given.was {
            correct(was, &shown, "old_font");
        }
        if given.merge == Merge::Below {
            correct("", &shown, "copied_from_merged_cells");
        }
        if given.default {
            correct("", &shown, "default_of_the_list");
        }
        match reading {
            Reading::Same(value) => Some(value),
            Reading::Corrected { value, to, code: why } => {
                correct(&shown, &to, why);
                Some(value)
            }
            Reading::Ask(Question { code, choices }) => {
                self.problems.push(Problem { column: Some(column), code, given: shown, choices, row: None });
                None
            }
        }
    }

    /// The field, which has to be there.
    pub fn required<T>(&mut self, code: &'static str, reading: impl FnOnce(&Cell, &str) -> Reading<T>) -> Option<T> {
        if !self.given.contains_key(code) {
            self.problem(code, "required");
        }
        self.read(code, reading)
    }

    /// The text of a cell that another column's reading looks at.
    pub fn beside(&self, code: &str) -> Option<String> {
        self.given.get(code).map(|given| given.cell.shown())
    }

    /// Whether the row itself says something there.
    pub fn has_own(&self, code: &str) -> bool {
        self.given.get(code).is_some_and(|given| !given.default)
    }

    /// The one answer that a question about this column offers.
    pub fn suggested(&self, code: &str) -> Option<String> {
        let asked = self.problems.iter().find(|problem| problem.column.as_deref() == Some(code));
        asked.and_then(|problem| problem.choices.first()).cloned()
    }

    /// Notes what no other row of the list should say too.
    pub fn key(&mut self, code: &'static str, column: &'static str, text: String) {
        self.keys.push(Key { code, column, text });
    }

    pub fn problem(&mut self, code: &'static str, why: &'static str) {
        self.ask(code, Question::new(why));
    }

    pub fn ask(&mut self, code: &'static str, question: Question) {
        let given = self.beside(code).unwrap_or_default();
        self.problems.push(Problem { column: Some(code.into()), code: question.code, given, choices: question.choices, row: None });
    }

    pub fn correct(&mut self, code: &'static str, to: &str, why: &'static str) {
        let own = self.given.get(code).filter(|given| !given.default);
        let from = own.map(|given| given.cell.shown()).unwrap_or_default();
        self.corrections.push(Correction { column: code.into(), from, to: to.to_owned(), code: why });
    }

    /// The rules of the form itself; `column` turns a field of the form into a column of the list.
    pub fn check(&mut self, faults: Result<(), Vec<FieldError>>, column: impl Fn(&str) -> &'static str) {
        for fault in faults.err().unwrap_or_default() {
            self.problem(column(&fault.field), fault.code);
        }
    }

    /// The columns whose names begin so.
    pub fn starting(&self, with: &str) -> Vec<String> {
        self.given.keys().filter(|code| code.starts_with(with)).map(ToString::to_string).collect()
    }
}

/// A field of the domain that reads itself from text.
pub fn parsed<T>(cell: &Cell, _header: &str) -> Reading<T>
where
    T: std::str::FromStr,
    T::Err: std::fmt::Display,
{
    cell.shown().parse().map_or_else(|error: T::Err| Reading::ask(error.to_string()), Reading::Same)
}
