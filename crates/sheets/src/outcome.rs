//! What came of each row, in words a screen can translate: stable codes with what they are about.
use crate::fingerprint::Fingerprint;
use std::borrow::Cow;

/// A column's stable name: `phone`, or `week:2026-11-30`.
pub type Code = Cow<'static, str>;

/// A value that was not taken as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    pub column: Code,
    pub from: String,
    pub to: String,
    pub code: &'static str,
}

/// Why a person has to look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Nothing when it is about the row as a whole.
    pub column: Option<Code>,
    pub code: Cow<'static, str>,
    /// What stands in the cell.
    pub given: String,
    /// Texts that answer the question, for the person to choose from.
    pub choices: Vec<String>,
    /// The earlier row that says the same.
    pub row: Option<u32>,
}

/// A cell as it came, with its header, which may hold a unit: enough to read the row again after somebody edited it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceCell {
    pub column: Code,
    pub header: String,
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skip {
    /// Empty rows up to and with this one.
    Blank { through: u32 },
    /// A sum of the rows above.
    Total,
    /// A heading between the rows, a signature, a remark.
    Remark,
    /// The header once more, as printed pages have it.
    HeaderAgain,
    /// The row that numbers the columns.
    ColumnNumbers,
}

impl Skip {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Blank { .. } => "blank",
            Self::Total => "total",
            Self::Remark => "remark",
            Self::HeaderAgain => "header_again",
            Self::ColumnNumbers => "column_numbers",
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Outcome<R> {
    /// To be taken as it is, with the corrections shown.
    Accepted(R),
    /// For a person to decide. The row is there when each cell could be read and only the row as a whole is in doubt.
    Review {
        row: Option<R>,
        problems: Vec<Problem>,
    },
    Skipped(Skip),
}

#[derive(Debug, Clone, PartialEq)]
pub struct ImportedRow<R> {
    /// As the spreadsheet program numbers it, from one.
    pub number: u32,
    /// The cells as they came: wherever the row or its columns stand in a second upload, this stays.
    pub source: Fingerprint,
    /// What the row says once it is read: the same for another way of writing it.
    pub content: Option<Fingerprint>,
    pub cells: Vec<SourceCell>,
    pub corrections: Vec<Correction>,
    pub outcome: Outcome<R>,
}
