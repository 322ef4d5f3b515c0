//! Lists of organisations, certificates, offers and demands as people keep them in spreadsheets, and back.
//!
//! Bytes in, rows and bytes out: no clock, no database. What names can mean ([`Lookups`]) and which day it is come in as values.
//!
//! ```text
//! open::<OfferRow>(bytes, &context) -> Import      the sheet, its header, what each column was taken for
//!   for row in import               -> ImportedRow  number, source and content fingerprints, cells, corrections, outcome
//!     Outcome::Accepted(OfferRow)                    domain types, ready for a command
//!     Outcome::Review { row, problems }              codes, what stands there, choices that answer the question
//!     Outcome::Skipped(Skip)                         blank, a total, a remark, the header again
//! reread::<OfferRow>(cells, &context)                one row of the review queue after somebody edited or chose
//! write::{xlsx, csv, template}                       an export is a template filled in: it reads back as the same rows
//! ```
//!
//! Nothing is guessed in silence. A value is taken as it stands, or taken with a [`Correction`] a person sees, or asked about.
//! Nothing is merged: of two rows that may be one, the later waits. A row that was handled is known again by its
//! [`ImportedRow::source`] (the same cells, wherever they stand) or its [`ImportedRow::content`] (the same meaning, however it
//! is written): whoever stores both for each handled row adds nothing when the file is uploaded twice.
//!
//! A file may be anything: it is sniffed, unpacked within bounds, and read cell by cell ([`FileError`]).
#![cfg_attr(not(test), deny(clippy::unwrap_used))]

pub mod communes;
pub mod names;
pub mod rows;
pub mod words;
pub mod write;

mod cell;
mod column;
mod context;
mod error;
mod escape;
mod fields;
mod fingerprint;
mod grid;
mod header;
mod import;
mod outcome;
mod read;
mod same;
mod skip;
mod vocabulary;

pub use column::{Column, Kind, Need, Shape};
pub use context::{Context, Lookups};
pub use error::{FileError, MOST_BYTES, MOST_ROWS, WriteError};
pub use fields::Fields;
pub use fingerprint::Fingerprint;
pub use import::{Import, Understood, content, open, reread};
pub use outcome::{Code, Correction, ImportedRow, Outcome, Problem, Skip, SourceCell};
pub use rows::{CertificateRow, DemandRow, OfferRow, OrganisationRow, Owner, Record};
pub use same::name_key;
