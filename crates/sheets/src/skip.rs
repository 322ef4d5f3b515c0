//! Rows that are no entries of the list.
use crate::grid::{Cell, Entry, Merge, Row};
use crate::header::{self, Header, Place};
use crate::outcome::{Skip, SourceCell};
use domain::text::fold;

pub fn reason(row: &Row, header: &Header) -> Option<Skip> {
    let known = row.entries.iter().filter(|entry| header.places.iter().any(|place| place.column == entry.column));
    let own: Vec<&Entry> = known.clone().filter(|entry| entry.merge != Merge::Below).collect();
    if is_total(row) {
        Some(Skip::Total)
    } else if header::repeats(row, header) {
        Some(Skip::HeaderAgain)
    } else if header::numbers_columns(row) {
        Some(Skip::ColumnNumbers)
    } else if own.len() <= 1 && (header.places.len() > 3 || own.is_empty()) {
        Some(Skip::Remark)
    } else {
        None
    }
}

/// Its first words say so; "Tổng công ty" is a company.
fn is_total(row: &Row) -> bool {
    let first = row.entries.iter().take(3).find_map(|entry| entry.cell.text().filter(|text| text.chars().any(char::is_alphabetic)));
    let Some(first) = first.map(fold) else { return false };
    let first = first.trim_end_matches([':', '.', ' ']);
    let exact = matches!(first, "tong" | "cong" | "total" | "tong so" | "tong cong" | "cong don" | "grand total" | "sum" | "tc");
    let begins = ["tong cong ", "tong so ", "cong trang", "tong:", "tong (", "luy ke"].iter().any(|word| first.starts_with(word));
    exact || begins && !first.starts_with("tong cong ty")
}

/// A row from the cells of the review queue.
pub fn rebuilt(cells: &[SourceCell]) -> (Row, Vec<Place>) {
    let (mut row, mut places) = (Row::default(), Vec::new());
    for (column, cell) in (0_u32..).zip(cells) {
        places.push(Place { column, code: cell.column.clone(), header: cell.header.clone() });
        if !cell.text.trim().is_empty() {
            row.entries.push(Entry { column, cell: Cell::Text(cell.text.trim().to_owned()), merge: Merge::No, was: None });
        }
    }
    (row, places)
}
