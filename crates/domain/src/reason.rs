//! Why somebody says no: free text that cannot be left empty.
use crate::newtype::checked_text;
use crate::text::{Note, TextError};

checked_text! {
    /// A reason given to the other side, in the words of the person who gives it.
    Reason, ReasonError
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReasonError {
    #[error("reason_missing")]
    Missing,
    #[error(transparent)]
    Text(#[from] TextError),
}

impl std::str::FromStr for Reason {
    type Err = ReasonError;

    fn from_str(text: &str) -> Result<Self, ReasonError> {
        let note: Note = text.parse()?;
        if note.as_str().chars().any(char::is_alphanumeric) { Ok(Self(note.into())) } else { Err(ReasonError::Missing) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_says_something() {
        let read = |text: &str| text.parse::<Reason>().map(String::from);
        assert_eq!(read("  Giá thấp quá  "), Ok("Giá thấp quá".to_owned()));
        for empty in ["", "  \n ", "...", "\u{200B}"] {
            assert_eq!(read(empty), Err(ReasonError::Missing), "{empty:?}");
        }
        assert_eq!(read(&"a".repeat(2_001)).unwrap_err().to_string(), "text_too_long");
        assert_eq!(serde_json::from_str::<Reason>("\"\"").unwrap_err().to_string().split(" at ").next(), Some("reason_missing"));
    }
}
