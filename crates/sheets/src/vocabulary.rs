//! What the titles of columns mean.
use crate::column::Column;
use domain::text::fold;
use std::collections::HashMap;

/// Every header of a kind of list, ours and those of others, prepared once for a file.
pub struct Vocabulary {
    /// A tidy title with the columns it may name and how surely.
    names: HashMap<String, Vec<(usize, &'static Column)>>,
}

const OWN: usize = 3000;
const OTHER: usize = 2000;
/// Only the lower of two stacked titles says so.
const LOWER: usize = 500;

impl Vocabulary {
    pub fn new(columns: &'static [Column]) -> Self {
        let mut names: HashMap<String, Vec<(usize, &'static Column)>> = HashMap::new();
        for column in columns {
            let own = [column.vi, column.en].map(|name| (name, OWN));
            for (name, rank) in own.into_iter().chain(column.also.iter().map(|name| (*name, OTHER))) {
                let known = names.entry(tidy(name)).or_default();
                if known.iter().all(|(_, other)| other.code != column.code) {
                    known.push((rank, column));
                }
            }
        }
        Self { names }
    }

    /// The columns a title may name: by its own header, by another word for it, or as a longer title that begins with one.
    pub fn meanings(&self, title: &str) -> Vec<(usize, &'static Column)> {
        let tidied = tidy(title);
        let whole = tidied.replace(" / ", " ");
        let lower = tidied.rsplit(" / ").next().filter(|lower| *lower != whole);
        let mut found: Vec<(usize, &'static Column)> = self.names.get(&whole).cloned().unwrap_or_default();
        found.extend(lower.and_then(|lower| self.names.get(lower)).into_iter().flatten().map(|(rank, column)| (rank - LOWER, *column)));
        for (at, _) in whole.match_indices(' ') {
            let begin = whole.get(..at).filter(|begin| begin.len() >= 4 || matches!(*begin, "sdt" | "mst"));
            let named = begin.and_then(|begin| self.names.get(begin)).into_iter().flatten();
            found.extend(named.map(|(_, column)| (at, *column)));
        }
        found
    }
}

/// Without marks, units in brackets, stars and colons.
fn tidy(title: &str) -> String {
    let mut depth = 0_usize;
    let outside: String = title
        .chars()
        .filter(|c| {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                _ => return depth == 0 && !matches!(c, '*' | ':' | '.'),
            }
            false
        })
        .collect();
    fold(&outside)
}
