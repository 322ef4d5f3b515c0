//! CSV with whatever sign between the fields the writer's program chose.
use crate::error::{FileError, MOST_COLUMNS, MOST_ROWS};
use crate::grid::{Budget, Entry, Row, Sheet};
use csv::{ReaderBuilder, StringRecord};

const ROWS_WITH_TITLES: usize = MOST_ROWS + 200;
const SAMPLED_ROWS: usize = 40;

pub fn read(text: &str) -> Result<Sheet, FileError> {
    let (declared, text) = declared(text);
    let delimiter = declared.unwrap_or_else(|| delimiter(text));
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let (mut sheet, mut budget) = (Sheet::default(), Budget::new());
    let (mut record, mut number, mut next_line) = (StringRecord::new(), 0_u64, 1_u64);
    while reader.read_record(&mut record).map_err(|_| FileError::Broken)? {
        let line = record.position().map_or(next_line, csv::Position::line);
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
