//! Vietnamese text as people type it: one stored form, one form for searching, and bounds on what is accepted.
use crate::newtype::checked_text;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The form in which text is stored: composed letters, so that equal looking text is equal.
pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// Text for the search index: no marks, no case, no apostrophes, single spaces. Never shown, since it loses meaning.
pub fn fold(text: &str) -> String {
    let plain: String = text.nfd().filter(|c| !is_combining_mark(*c) && !is_apostrophe(*c)).flat_map(fold_letter).collect();
    single_spaces(&plain)
}

fn fold_letter(c: char) -> impl Iterator<Item = char> {
    // Đ does not decompose; Ð is the Icelandic letter that old fonts put in its place.
    let c = if matches!(c, 'Đ' | 'đ' | 'Ð' | 'ð') { 'd' } else { c };
    c.to_lowercase()
}

/// Every sign that stands in names such as Đắk R'lấp.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '´' | '`')
}

fn single_spaces(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    #[error("text_too_long")]
    TooLong,
    #[error("text_empty")]
    Empty,
    #[error("text_control_characters")]
    ControlCharacters,
}

checked_text! {
    /// The name of a person, an organisation or a place: one line with something to read in it.
    Name, TextError
}

checked_text! {
    /// Free text from a person, possibly empty, possibly several lines. HTML in it is text like any other.
    #[derive(Default)]
    Note, TextError
}

impl Name {
    pub const MOST_CHARS: usize = 200;

    /// What stands in the place of the name of a person who was erased.
    pub fn erased() -> Option<Self> {
        "(đã xóa)".parse().ok()
    }

    pub fn fold(&self) -> String {
        fold(&self.0)
    }
}

impl Note {
    pub const MOST_CHARS: usize = 2_000;

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl std::str::FromStr for Name {
    type Err = TextError;

    fn from_str(text: &str) -> Result<Self, TextError> {
        let text = text.trim();
        if text.chars().any(is_hidden) {
            return Err(TextError::ControlCharacters);
        }
        let name = bounded(&single_spaces(text), Self::MOST_CHARS)?;
        if name.chars().any(char::is_alphanumeric) { Ok(Self(name)) } else { Err(TextError::Empty) }
    }
}

impl std::str::FromStr for Note {
    type Err = TextError;

    fn from_str(text: &str) -> Result<Self, TextError> {
        // A form may send the line ends of the network instead of the plain ones.
        let text = text.replace("\r\n", "\n");
        let text = text.trim();
        if text.chars().any(|c| c != '\n' && is_hidden(c)) {
            return Err(TextError::ControlCharacters);
        }
        bounded(text, Self::MOST_CHARS).map(Self)
    }
}

fn bounded(text: &str, most: usize) -> Result<String, TextError> {
    // Cut before composing: a few marks too many are an answer already, and 40 kB need no work.
    let composed: String = text.nfc().take(most + 1).collect();
    if composed.chars().count() > most { Err(TextError::TooLong) } else { Ok(composed) }
}

/// Controls, line separators, and the marks that reverse the reading direction, which can make a name lie.
fn is_hidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vectors::{self, Failures};
    use proptest::prelude::*;

    #[test]
    fn folding_follows_the_vectors() {
        let group = vectors::group("folding");
        let mut failures = Failures::default();
        for case in vectors::cases(&group, "fold") {
            let input = vectors::text(case, "input");
            failures.same(input, fold(input).as_str(), vectors::text(case, "output"));
        }
        for case in vectors::cases(&group, "pairs") {
            let (a, b) = (vectors::text(case, "a"), vectors::text(case, "b"));
            failures.same(&format!("{a} / {b}"), fold(a) == fold(b), vectors::flag(case, "equal_after_folding"));
        }
        for case in vectors::cases(&group, "normalize_nfc") {
            let decomposed: String = vectors::cases(case, "input_codepoints").iter().map(code_point).collect();
            failures.same(&decomposed, nfc(&decomposed).as_str(), vectors::text(case, "nfc"));
        }
        failures.none();
    }

    fn code_point(value: &serde_json::Value) -> char {
        let digits = value.as_str().unwrap().strip_prefix("U+").unwrap();
        char::from_u32(u32::from_str_radix(digits, 16).unwrap()).unwrap()
    }

    #[test]
    fn apostrophes_of_every_kind_fold_away() {
        for name in ["Đắk R'lấp", "Đắk R’Lấp", "ĐẮK RʼLẤP", "  dak\u{A0} rlap "] {
            assert_eq!(fold(name), "dak rlap", "{name}");
        }
    }

    #[test]
    fn a_name_is_one_tidy_line() {
        let name = |text: &str| text.parse::<Name>().map(String::from);
        assert_eq!(name("  HTX  Cao\u{A0}Phong "), Ok("HTX Cao Phong".into()));
        assert_eq!(name("Hoa\u{300} Bi\u{300}nh"), Ok("Hoà Bình".into()));
        assert_eq!(name("<b>HTX</b>"), Ok("<b>HTX</b>".into()));
        for empty in ["", "   ", "...", "\u{200B}"] {
            assert_eq!(name(empty), Err(TextError::Empty), "{empty:?}");
        }
        for hidden in ["a\nb", "a\tb", "a\0b", "HTX \u{202E}gnohP oaC"] {
            assert_eq!(name(hidden), Err(TextError::ControlCharacters), "{hidden:?}");
        }
    }

    #[test]
    fn bounds_count_characters_as_stored() {
        assert!("ệ".repeat(Name::MOST_CHARS).parse::<Name>().is_ok());
        assert!("e\u{323}\u{302}".repeat(Name::MOST_CHARS).parse::<Name>().is_ok());
        assert_eq!("a".repeat(Name::MOST_CHARS + 1).parse::<Name>(), Err(TextError::TooLong));
        assert_eq!("a".repeat(40_000).parse::<Note>(), Err(TextError::TooLong));
        assert!("ệ".repeat(Note::MOST_CHARS).parse::<Note>().is_ok());
    }

    #[test]
    fn a_note_keeps_its_lines_and_may_be_empty() {
        assert_eq!("một\r\nhai\n".parse::<Note>().unwrap().as_str(), "một\nhai");
        assert!(" ".parse::<Note>().unwrap().is_empty());
        assert_eq!("a\u{7}".parse::<Note>(), Err(TextError::ControlCharacters));
        assert_eq!("a\rb".parse::<Note>(), Err(TextError::ControlCharacters));
    }

    #[test]
    fn json_names_the_error() {
        let error = serde_json::from_str::<Name>("\"\"").unwrap_err();
        assert!(error.to_string().starts_with("text_empty"), "{error}");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn folding_ignores_how_letters_are_composed(text in "[aàảãáạăằâầđĐÊỆôơƠỢuưỰyỹ' ’]{0,20}") {
            prop_assert_eq!(fold(&text.nfd().collect::<String>()), fold(&text));
        }

        #[test]
        fn a_stored_name_reads_back_the_same(text in "\\PC{0,220}") {
            if let Ok(name) = text.parse::<Name>() {
                prop_assert_eq!(name.as_str().parse::<Name>(), Ok(name.clone()));
            }
        }
    }
}
