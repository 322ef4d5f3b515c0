//! CSV with whatever sign between the fields the writer's program chose.
use crate::error::{FileError, MOST_COLUMNS, MOST_ROWS};
use crate::grid::{Budget, Entry, Row, Sheet};
use csv::{ReaderBuilder, StringRecord};

const ROWS_WITH_TITLES: usize = MOST_ROWS + 200;
const SAMPLED_ROWS: usize = 40;

pub fn read(text: &str) -> Result<Sheet, FileError> {
    // One kind of line end, so that a line can be counted where it begins.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (declared, text) = declared(&text);
    let delimiter = declared.unwrap_or_else(|| delimiter(text));
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let (mut sheet, mut budget) = (Sheet::default(), Budget::new());
    let (mut record, mut number, mut next_line) = (StringRecord::new(), 0_u64, 1_u64);
    while reader.read_record(&mut record).map_err(|_| FileError::Broken)? {
        let line = record.position().map_or(next_line, |place| place.line() + empty_lines(text, place.byte()));
        // Empty lines are rows of the sheet, though no records; a line end inside quotes begins no row.
        number += 1 + line.saturating_sub(next_line);
        next_line = line + 1 + record.iter().map(line_ends).sum::<u64>();
        let entries = entries(&record, &mut budget)?;
        if !entries.is_empty() {
            if sheet.rows.len() == ROWS_WITH_TITLES {
                sheet.longer = true;
                break;
            }
            sheet.rows.push(Row { number: u32::try_from(number).unwrap_or(u32::MAX), entries });
        }
    }
    Ok(sheet)
}

fn entries(record: &StringRecord, budget: &mut Budget) -> Result<Vec<Entry>, FileError> {
    let mut entries = Vec::new();
    for (column, field) in (0..MOST_COLUMNS).zip(record) {
        entries.extend(budget.text(column, crate::escape::unescaped(field))?);
    }
    Ok(entries)
}

/// A record's place is where its reading began, which is before the empty lines above it.
fn empty_lines(text: &str, byte: u64) -> u64 {
    let rest = usize::try_from(byte).ok().and_then(|byte| text.as_bytes().get(byte..)).unwrap_or_default();
    u64::try_from(rest.iter().take_while(|byte| **byte == b'\n').count()).unwrap_or(u64::MAX)
}

fn line_ends(field: &str) -> u64 {
    u64::try_from(field.bytes().filter(|byte| *byte == b'\n').count()).unwrap_or(u64::MAX)
}

/// `sep=;` in the first line, which the spreadsheet program hides.
fn declared(text: &str) -> (Option<u8>, &str) {
    let Some((first, rest)) = text.split_once('\n') else { return (None, text) };
    match first.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        Some([sign]) => (Some(*sign), rest),
        _ => (None, text),
    }
}

/// The sign that divides most rows into the same number of fields, and into many.
fn delimiter(text: &str) -> u8 {
    let score = |sign: u8| {
        let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(sign).from_reader(text.as_bytes());
        let widths: Vec<usize> = reader.records().take(SAMPLED_ROWS).map_while(Result::ok).map(|record| record.len()).collect();
        widths.iter().map(|width| (width - 1) * widths.iter().filter(|other| *other == width).count()).max()
    };
    [b'\t', b',', b';'].into_iter().max_by_key(|sign| score(*sign)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_the_number_of_its_line_whatever_stands_above_it() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a;1", "", "", "b;2", ";", "c;3", "", "\"d", "d\";4", "e;5", ""].join(end);
            let numbers: Vec<u32> = read(&text).unwrap().rows.iter().map(|row| row.number).collect();
            assert_eq!(numbers, [1, 4, 6, 8, 9], "{end:?}");
        }
    }
}
