//! What a row said, in 32 bytes, so that a second upload is known.
use crate::column::Kind;
use sha2::{Digest, Sha256};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// Of what each column says, whatever the order. Empty cells count for nothing, so a new column changes no old row.
    pub fn of<'a>(kind: Kind, cells: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut cells: Vec<_> = cells.into_iter().filter(|(_, text)| !text.is_empty()).collect();
        cells.sort_unstable();
        let mut hash = Sha256::new();
        hash.update(kind.code());
        for (column, text) in cells {
            for part in [column, text] {
                hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
                hash.update(part);
            }
        }
        Self(hash.finalize().into())
    }

    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl From<[u8; 32]> for Fingerprint {
    fn from(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl std::fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_and_empty_cells_do_not_matter_and_borders_do() {
        let of = |cells: &[(&str, &str)]| Fingerprint::of(Kind::Offers, cells.iter().copied());
        assert_eq!(of(&[("a", "1"), ("b", "2")]), of(&[("b", "2"), ("c", ""), ("a", "1")]));
        assert_ne!(of(&[("a", "12"), ("b", "")]), of(&[("a", "1"), ("b", "2")]));
        assert_ne!(of(&[("a", "1")]), Fingerprint::of(Kind::Demands, [("a", "1")]));
        assert_eq!(of(&[]).to_string().len(), 64);
    }
}
