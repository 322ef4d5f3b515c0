//! From bytes to cells: what kind of file it is, and the bounds on what it may make us do.
mod archive;
mod csv;
mod encoding;
mod legacy;
mod tcvn3;
mod xlsx;

use crate::error::{FileError, MOST_BYTES};
use crate::grid::Book;

/// Every sheet of the file. The kind is told by the content: a name may say anything.
pub fn book(bytes: &[u8]) -> Result<Book, FileError> {
    if bytes.len() > MOST_BYTES {
        return Err(FileError::TooLarge);
    }
    let mut book = match bytes {
        [] => return Err(FileError::Empty),
        [b'P', b'K', 3, 4, ..] => xlsx::read(bytes)?,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => return Err(FileError::OldOrLocked),
        _ => Book { sheets: vec![csv::read(&encoding::text(bytes)?)?], from_1904: false },
    };
    for sheet in &mut book.sheets {
        legacy::renew(sheet);
    }
    Ok(book)
}
