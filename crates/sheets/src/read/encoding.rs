//! The letters of a text file: Unicode in its three forms, or one of the code pages of before.
use super::{legacy, tcvn3};
use crate::error::FileError;
use domain::text::nfc;
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};

pub fn text(bytes: &[u8]) -> Result<String, FileError> {
    if let Some((unicode, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        let (text, broken) = unicode.decode_without_bom_handling(rest);
        let sixteen = unicode == UTF_16LE || unicode == UTF_16BE;
        return if broken && sixteen { Err(FileError::Broken) } else { printable(&text) };
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => printable(text),
        Err(_) => printable(&old(bytes)),
    }
}

/// Of the two code pages the one in which the text looks like Vietnamese. TCVN3 stays as its font shows it in Latin letters:
/// [`legacy`] renews it where it stands, as in a spreadsheet.
fn old(bytes: &[u8]) -> String {
    let latin = WINDOWS_1252.decode_without_bom_handling(bytes).0;
    let windows = nfc(&WINDOWS_1258.decode_without_bom_handling(bytes).0);
    if legacy::strange(&windows) <= legacy::strange(&tcvn3::renewed(&latin)) { windows } else { latin.into_owned() }
}

/// A picture or a program is no text.
fn printable(text: &str) -> Result<String, FileError> {
    let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if text.trim().is_empty() {
        Err(FileError::Empty)
    } else if text.chars().any(|c| c == '\0') || text.chars().filter(|c| odd(*c)).count() * 100 > text.len() {
        Err(FileError::UnknownKind)
    } else {
        Ok(text.to_owned())
    }
}
