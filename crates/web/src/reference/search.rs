//! How well a name answers what somebody typed: marks typed rightly come first, marks left out still find.
use domain::text::{fold, nfc};
use std::collections::BTreeMap;

/// What was typed, with and without its marks.
struct Query {
    exact: String,
    folded: String,
}

/// A name to find, prepared once.
#[derive(Debug, Clone)]
pub struct Name {
    exact: String,
    folded: String,
}

impl Query {
    fn new(typed: &str) -> Option<Self> {
        let folded = fold(typed);
        (!folded.is_empty()).then(|| Self { exact: lower(typed), folded })
    }

    /// Smaller is better; nothing when the name does not answer.
    fn rank(&self, name: &Name) -> Option<u8> {
        if name.exact == self.exact {
            Some(0)
        } else if starts_word(&name.exact, &self.exact) {
            Some(if name.exact.starts_with(&self.exact) { 1 } else { 2 })
        } else if name.folded == self.folded {
            Some(3)
        } else if name.folded.starts_with(&self.folded) {
            Some(4)
        } else if starts_word(&name.folded, &self.folded) {
            Some(5)
        } else {
            let words = |text: &str| self.folded.split(' ').all(|word| starts_word(text, word));
            words(&name.folded).then_some(6)
        }
    }
}

impl Name {
    pub fn new(text: &str) -> Self {
        Self { exact: lower(text), folded: fold(text) }
    }
}

/// The places of the best answers among `names`, best first; a thing with several names counts by its best one.
pub fn best(names: &[(usize, Name)], typed: &str, limit: usize) -> Vec<usize> {
    let Some(query) = Query::new(typed) else { return Vec::new() };
    let mut best: BTreeMap<usize, u8> = BTreeMap::new();
    for (at, name) in names {
        if let Some(rank) = query.rank(name) {
            let known = best.entry(*at).or_insert(rank);
            *known = rank.min(*known);
        }
    }
    let mut found: Vec<(u8, usize)> = best.into_iter().map(|(at, rank)| (rank, at)).collect();
    found.sort_unstable();
    found.into_iter().take(limit).map(|(_, at)| at).collect()
}

fn lower(text: &str) -> String {
    nfc(text.trim()).to_lowercase()
}

fn starts_word(text: &str, part: &str) -> bool {
    text.match_indices(part).any(|(at, _)| at == 0 || text[..at].ends_with([' ', '(', ',', '-']))
}
