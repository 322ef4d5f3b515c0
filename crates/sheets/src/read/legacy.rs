//! Text in the fonts of before Unicode, which also sits inside today's spreadsheets: found by its impossible words.
use super::tcvn3;
use crate::grid::{Cell, Sheet};
use domain::text::nfc;
use unicode_normalization::UnicodeNormalization;

/// Whether this letter is one of the Vietnamese alphabet, with or without a tone.
pub fn is_vietnamese(c: char) -> bool {
    const BASES: &str = "aăâeêioôơuưyđ";
    let mut parts = c.nfd();
    let Some(base) = parts.next() else { return false };
    let marks: String = parts.filter(|mark| !matches!(mark, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')).collect();
    let base = nfc(&format!("{base}{marks}")).to_lowercase();
    !c.is_ascii() && BASES.contains(&base) && base.chars().count() == 1
}

/// How many words could not be Vietnamese: a foreign letter, two tones, a capital after a small letter.
pub fn strange(text: &str) -> usize {
    text.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation())
        .filter(|word| !word.is_ascii())
        .filter(|word| is_strange(word))
        .count()
}

fn is_strange(word: &str) -> bool {
    let tones = word.nfd().filter(|mark| matches!(mark, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')).count();
    let foreign = word.chars().any(|c| !c.is_ascii() && !is_vietnamese(c));
    let climbs = word.chars().zip(word.chars().skip(1)).any(|(one, two)| one.is_lowercase() && !two.is_ascii() && two.is_uppercase());
    tones > 1 || foreign || climbs
}

/// Letters that only Unicode has: who typed one had no old font.
fn is_unicode(text: &str) -> bool {
    text.chars().any(|c| c > '\u{FF}' && is_vietnamese(c))
}

/// An impossible sign beside a letter. Alone it may be a degree, a square or a bullet.
fn tells(text: &str) -> bool {
    let signs: Vec<char> = text.chars().collect();
    let beside = |at: usize| {
        let letter = |at: usize| signs.get(at).is_some_and(char::is_ascii_alphabetic);
        letter(at + 1) || at.checked_sub(1).is_some_and(letter)
    };
    let found = signs.iter().enumerate().any(|(at, sign)| tcvn3::is_telling(*sign) && beside(at));
    found && !is_unicode(text) && strange(&tcvn3::renewed(text)) < strange(text).max(1)
}

/// Renews what is written in TCVN3 and keeps what stood there. Where most of a sheet is, so is the word that alone would tell
/// nothing: `Cóc` is a toad in Unicode, and Cúc in TCVN3.
pub fn renew(sheet: &mut Sheet) {
    let marked = || sheet.rows.iter().flat_map(|row| &row.entries).filter_map(|entry| entry.cell.text()).filter(|text| !text.is_ascii());
    let (all, telling) = (marked().count(), marked().filter(|text| tells(text)).count());
    if telling == 0 {
        return;
    }
    let most = telling * 2 > all;
    for entry in sheet.rows.iter_mut().flat_map(|row| &mut row.entries) {
        let Cell::Text(text) = &mut entry.cell else { continue };
        let old = !text.is_ascii() && (tells(text) || most && !is_unicode(text));
        let renewed = if old { tcvn3::renewed(text) } else { continue };
        if renewed != *text {
            entry.was = Some(std::mem::replace(text, renewed));
        }
    }
}
