//! Vietnamese alphabetical order as a key to store and compare by bytes, since no database orders Vietnamese by itself.
//!
//! The order is that of ICU for the locale `vi`: first the letters (ă, â, đ, ê, ô, ơ, ư are letters of their own), a space
//! before every letter; then the tones, ngang, huyền, hỏi, ngã, sắc, nặng; then small before capital and straight quotes before
//! curly ones. On PostgreSQL a column of keys needs `COLLATE "C"`.
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Every sign with a place of its own, in order. A place is one printable ASCII character of the key; the rest of Unicode
/// follows by code point.
const SIGNS: &str = " _-–—,;:!?.·'\"()[]{}@*/\\&#%`^+<=>|~$₫0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// Ends a level. Lower than every place, so that a word comes before its continuations.
const END: char = ' ';

/// No tone, no capital.
const PLAIN: char = '0';

/// Compare keys by bytes. Two texts have the same key only when they read the same.
pub fn sort_key(text: &str) -> String {
    levels(text).trim_end_matches(END).to_owned()
}

/// Orders people by their given name, the last word, then by the rest of the name.
pub fn given_name_key(name: &str) -> String {
    let name = name.trim();
    let (rest, given) = name.rsplit_once(char::is_whitespace).unwrap_or(("", name));
    format!("{}{END}{}", levels(given), sort_key(rest))
}

fn levels(text: &str) -> String {
    let (mut letters, mut tones, mut variants) = (String::new(), String::new(), String::new());
    let spaced = text.split_whitespace().collect::<Vec<_>>().join(" ").replace('…', "...");
    for sign in spaced.nfc().filter(|c| !c.is_control()) {
        let mut marks: Vec<char> = sign.nfd().collect();
        if !is_combining_mark(sign) {
            let base = marks.remove(0);
            let (plain, variant) = plain(base);
            let shape = marks.iter().enumerate().find_map(|(at, mark)| shaped(plain, *mark).map(|letter| (at, letter)));
            letters.push(place(shape.map_or(plain, |(_, letter)| letter)));
            tones.push(PLAIN);
            variants.push(variant);
            if let Some((at, _)) = shape {
                marks.remove(at);
            }
        }
        tones.extend(marks.into_iter().map(tone));
    }
    format!("{letters}{END}{}{END}{}", tones.trim_end_matches(PLAIN), variants.trim_end_matches(PLAIN))
}

fn place(sign: char) -> char {
    let at = SIGNS.chars().position(|known| known == sign).and_then(|at| u8::try_from(at).ok());
    at.map_or(sign, |at| char::from(b'!' + at))
}

/// The sign whose place this one shares, and what tells them apart in the end: capitals from small letters, curly quotes from
/// straight ones.
fn plain(sign: char) -> (char, char) {
    match sign {
        '‘' => return ('\'', '1'),
        '’' => return ('\'', '2'),
        '“' => return ('"', '1'),
        '”' => return ('"', '2'),
        _ => {}
    }
    let mut lower = sign.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(small), None) if small != sign && small.to_uppercase().eq([sign]) => (small, '1'),
        _ => (sign, PLAIN),
    }
}

/// The Vietnamese letter that a mark makes of a plain one.
fn shaped(letter: char, mark: char) -> Option<char> {
    const BREVE: char = '\u{306}';
    const CIRCUMFLEX: char = '\u{302}';
    const HORN: char = '\u{31B}';
    match (letter, mark) {
        ('a', BREVE) => Some('ă'),
        ('a', CIRCUMFLEX) => Some('â'),
        ('e', CIRCUMFLEX) => Some('ê'),
        ('o', CIRCUMFLEX) => Some('ô'),
        ('o', HORN) => Some('ơ'),
        ('u', HORN) => Some('ư'),
        _ => None,
    }
}

fn tone(mark: char) -> char {
    match mark {
        '\u{300}' => '1',
        '\u{309}' => '2',
        '\u{303}' => '3',
        '\u{301}' => '4',
        '\u{323}' => '5',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::nfc;
    use crate::vectors::{self, Failures};
    use proptest::prelude::*;

    /// Reports every neighbour that the key does not put in the order of the list.
    fn check(list: &serde_json::Value, key: fn(&str) -> String, failures: &mut Failures) {
        let words: Vec<&str> = list.as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
        assert!(words.len() > 1);
        for pair in words.windows(2) {
            failures.same(&pair.join(" < "), key(pair[0]) < key(pair[1]), true);
        }
    }

    #[test]
    fn lists_are_sorted_as_in_the_vectors() {
        let group = vectors::group("collation");
        let mut failures = Failures::default();
        for list in vectors::cases(&group, "sorted_lists") {
            check(list, sort_key, &mut failures);
        }
        check(&group["person_names_by_given_name"], given_name_key, &mut failures);
        failures.none();
    }

    #[test]
    fn given_names_of_different_tone_are_kept_apart() {
        let mut people = ["Vũ Hòa", "An Hoà", "Vũ Hoa", "Lê Hoàn", "Hoa"];
        people.sort_by_key(|name| given_name_key(name));
        assert_eq!(people, ["Hoa", "Vũ Hoa", "An Hoà", "Vũ Hòa", "Lê Hoàn"]);
    }

    #[test]
    fn places_are_printable_ascii_above_the_end() {
        let places: String = SIGNS.chars().map(place).collect();
        assert!(places.bytes().all(|byte| byte.is_ascii_graphic()));
        assert!(places.chars().is_sorted());
        assert!((' '..='~').all(|c| SIGNS.contains(plain(c).0)), "every printable ASCII character has a place");
    }

    proptest! {
        #[test]
        fn keys_are_equal_exactly_when_the_text_is(
            a in "[aăâAĂÂeoôơốuự\u{300}\u{301}\u{302}\u{306}\u{31B}\u{323} b'’–字]{0,4}",
            b in "[aăâAĂÂeoôơốuự\u{300}\u{301}\u{302}\u{306}\u{31B}\u{323} b'’–字]{0,4}",
        ) {
            let tidy = |text: &str| nfc(&text.split_whitespace().collect::<Vec<_>>().join(" "));
            prop_assert_eq!(sort_key(&a) == sort_key(&b), tidy(&a) == tidy(&b));
        }

        #[test]
        fn a_beginning_comes_first(start in "[a-zăâđêôơư ]{1,6}", more in "[a-zăâđêôơư]{1,4}") {
            let start = start.trim();
            let continued = format!("{start}{more}");
            prop_assert!(sort_key(start) < sort_key(&continued));
        }
    }
}
