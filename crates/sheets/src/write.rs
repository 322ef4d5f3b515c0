//! Rows back into files: an export is an import template that is filled in.
mod csv;
mod xlsx;

pub use csv::csv;
pub use xlsx::{template, xlsx};

use crate::column::{Column, Kind, Shape};
use crate::context::Lookups;
use crate::error::{MOST_ROWS, WriteError};
use crate::header::{week_code, week_of};
use crate::outcome::Code;
use crate::rows::{Record, Value};
use domain::account::Language;
use domain::day::{TradeDay, Week};
use std::collections::{BTreeMap, BTreeSet};

/// The weeks that a template for demands has columns for.
const TEMPLATE_WEEKS: usize = 8;

struct Heading {
    code: Code,
    title: String,
    shape: Shape,
    example: &'static str,
}

struct Table {
    headings: Vec<Heading>,
    rows: Vec<BTreeMap<Code, Value>>,
}

impl Table {
    fn of<R: Record>(rows: &[R], lookups: &Lookups, language: Language) -> Result<Self, WriteError> {
        if rows.len() > MOST_ROWS {
            return Err(WriteError::TooManyRows);
        }
        let rows: Vec<BTreeMap<Code, Value>> = rows.iter().map(|row| row.write(lookups, language).into_iter().collect()).collect();
        let weeks: BTreeSet<Week> = rows.iter().flat_map(BTreeMap::keys).filter_map(|code| week_of(code)).collect();
        Ok(Self { headings: headings(R::COLUMNS, weeks, language), rows })
    }

    fn empty<R: Record>(today: TradeDay, language: Language) -> Self {
        let weeks = std::iter::successors(Some(today.week().next()), |week| Some(week.next())).take(TEMPLATE_WEEKS);
        let weeks = weeks.filter(|_| R::KIND == Kind::Demands);
        Self { headings: headings(R::COLUMNS, weeks, language), rows: Vec::new() }
    }
}

fn headings(columns: &'static [Column], weeks: impl IntoIterator<Item = Week>, language: Language) -> Vec<Heading> {
    let title = |column: &Column| match language {
        Language::Vi => column.vi,
        Language::En => column.en,
    };
    let fixed = columns.iter().map(|column| Heading {
        code: column.code.into(),
        title: title(column).to_owned(),
        shape: column.shape,
        example: column.example,
    });
    let word = match language {
        Language::Vi => "Tuần",
        Language::En => "Week",
    };
    let weeks = weeks.into_iter().map(|week| Heading {
        code: week_code(week),
        title: format!("{word} {} (kg)", crate::cell::date::shown(week.monday())),
        shape: Shape::Number,
        example: "3200",
    });
    fixed.chain(weeks).collect()
}
