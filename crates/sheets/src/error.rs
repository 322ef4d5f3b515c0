//! Why a whole file cannot be read, and the bounds that protect the reader. Each refusal is a stable code for the screens.

/// The largest upload.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;
/// The most rows below the header; a longer list is imported in parts.
pub const MOST_ROWS: usize = 10_000;
/// The rightmost column that is read.
pub const MOST_COLUMNS: u32 = 200;
/// Every sheet together, so that memory is bounded whatever the file says of itself.
pub(crate) const MOST_CELLS: usize = 1_000_000;
pub(crate) const MOST_TEXT: usize = 32 * 1024 * 1024;
/// A cell is cut one letter past the longest text any field takes, so that the field itself refuses it.
pub(crate) const MOST_CELL_CHARS: usize = 8_001;
/// All files inside an XLSX file together, unpacked.
pub(crate) const MOST_UNPACKED: u64 = 64 * 1024 * 1024;
/// A sheet packs ten to thirty times smaller; what packs better than this was made to.
pub(crate) const MOST_RATIO: u64 = 250;
/// Below this size nobody counts the ratio.
pub(crate) const RATIO_COUNTS_FROM: u64 = 1024 * 1024;
pub(crate) const MOST_MEMBERS: usize = 1_000;
pub(crate) const MOST_SHEETS: usize = 50;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    #[error("file_empty")]
    Empty,
    #[error("file_too_large")]
    TooLarge,
    /// Neither XLSX nor text.
    #[error("file_kind_unknown")]
    UnknownKind,
    /// An `.xls` of before 2007, or a file behind a password: both have the same outside.
    #[error("file_old_or_locked")]
    OldOrLocked,
    #[error("file_broken")]
    Broken,
    /// It unpacks to more than a list can hold.
    #[error("file_unpacks_too_large")]
    UnpacksTooLarge,
    #[error("file_too_many_rows")]
    TooManyRows,
    #[error("file_too_much_in_it")]
    TooMuch,
    /// No row names the columns of this kind of list.
    #[error("file_without_header")]
    NoHeader,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    #[error("file_too_many_rows")]
    TooManyRows,
    #[error("file_not_written")]
    NotWritten,
}
