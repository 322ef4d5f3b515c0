//! What an officer writes down about an organisation for the office alone. The organisation never reads it; nobody changes it.
use crate::day::Timestamp;
use crate::error::FieldError;
use crate::id::{OfficeNoteId, OrgId, UserId};
use crate::text::Note;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeNote {
    pub id: OfficeNoteId,
    pub org: OrgId,
    pub words: Note,
    pub by: UserId,
    pub at: Timestamp,
}

impl OfficeNote {
    /// Words that say nothing are none.
    pub fn write(org: OrgId, words: Note, by: UserId, id: OfficeNoteId, now: Timestamp) -> Result<Self, FieldError> {
        if words.as_str().chars().any(char::is_alphanumeric) {
            Ok(Self { id, org, words, by, at: now })
        } else {
            Err(FieldError::new("words", "text_empty"))
        }
    }
}
