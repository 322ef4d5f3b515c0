//! The facts of a signature, kept as evidence.
use crate::account::Side;
use crate::day::{Timestamp, TradeDay};
use crate::id::UserId;
use crate::signing::Proof;
use crate::text::Name;
use serde::{Deserialize, Serialize};

/// The SHA-256 of a contract's text, in JSON and in print as 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DocHash([u8; 32]);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("hash_malformed")]
pub struct DocHashError;

impl DocHash {
    pub const fn new(sha256: [u8; 32]) -> Self {
        Self(sha256)
    }

    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl std::fmt::Display for DocHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl std::str::FromStr for DocHash {
    type Err = DocHashError;

    fn from_str(text: &str) -> Result<Self, DocHashError> {
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(DocHashError);
        }
        let mut bytes = [0; 32];
        for (at, byte) in bytes.iter_mut().enumerate() {
            let pair = text.get(2 * at..2 * at + 2).ok_or(DocHashError)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| DocHashError)?;
        }
        Ok(Self(bytes))
    }
}

impl TryFrom<String> for DocHash {
    type Error = DocHashError;
    fn try_from(text: String) -> Result<Self, DocHashError> {
        text.parse()
    }
}

impl From<DocHash> for String {
    fn from(hash: DocHash) -> Self {
        hash.to_string()
    }
}

/// By what right a person signs for a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Authority {
    /// The representative in the party's registration; the signer's name must be the contract's.
    RegisteredRepresentative,
    /// A written authorisation (giấy uỷ quyền).
    Authorisation { number: Name, dated: TradeDay, until: Option<TradeDay> },
}

impl Authority {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::RegisteredRepresentative => "registered_representative",
            Self::Authorisation { .. } => "authorisation",
        }
    }
}

/// What a signer brings: the text that was read, by its hash; the right to sign; and the second proof, already checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureFacts {
    pub hash: DocHash,
    pub signer_name: Name,
    pub authority: Authority,
    pub proof: Proof,
}

/// One side's signature on one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    pub side: Side,
    pub signer: UserId,
    pub at: Timestamp,
    pub facts: SignatureFacts,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_sixty_four_hexadecimal_digits() {
        let hash = DocHash::new([0xab; 32]);
        assert_eq!(hash.to_string(), "ab".repeat(32));
        assert_eq!(hash.to_string().parse(), Ok(hash));
        assert_eq!("AB".repeat(32).parse(), Ok(hash));
        for bad in [String::new(), "ab".repeat(31), "ab".repeat(33), "xy".repeat(32), "đ".repeat(32), "+1".repeat(32)] {
            assert_eq!(bad.parse::<DocHash>(), Err(DocHashError), "{bad}");
        }
    }
}
