//! What a buyer calls a demand among its own: "Khai trương Q7", "Tết tuần 3". Nobody else reads it.
use super::Demand;
use crate::account::Actor;
use crate::newtype::checked_text;
use crate::policy::{self, Command, Target};
use crate::post::PostError;
use crate::text::{Name, TextError};

checked_text! {
    /// One line with something to read in it, short enough for the head of a phone's page.
    Title, TextError
}

impl Title {
    pub const MOST_CHARS: usize = 80;
}

impl std::str::FromStr for Title {
    type Err = TextError;

    fn from_str(text: &str) -> Result<Self, TextError> {
        let name: Name = text.parse()?;
        if name.as_str().chars().count() > Self::MOST_CHARS { Err(TextError::TooLong) } else { Ok(Self(name.into())) }
    }
}

impl Demand {
    /// Calls it something, or nothing any more; its terms, its state and its version stay as they are, and who renames it last is right.
    pub fn rename(&self, actor: &Actor, title: Option<Title>) -> Result<Self, PostError> {
        policy::allow(actor, Command::RenameDemand, Target::Org(self.org))?;
        Ok(Self { title, ..self.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_title_is_one_short_line() {
        let read = |text: &str| text.parse::<Title>().map(String::from);
        assert_eq!(read("  Khai   trương Q7 "), Ok("Khai trương Q7".to_owned()));
        assert_eq!(read(&"ạ".repeat(80)), Ok("ạ".repeat(80)));
        assert_eq!(read(&"a".repeat(81)), Err(TextError::TooLong));
        assert_eq!(
            (read(""), read("—"), read("hai\ndòng")),
            (Err(TextError::Empty), Err(TextError::Empty), Err(TextError::ControlCharacters))
        );
    }

    proptest! {
        /// What was read once is read again as the same.
        #[test]
        fn a_title_stays_itself(text in ".{0,120}") {
            if let Ok(title) = text.parse::<Title>() {
                prop_assert!(title.as_str().chars().count() <= Title::MOST_CHARS);
                prop_assert_eq!(title.as_str().parse::<Title>(), Ok(title.clone()));
            }
        }
    }
}
