//! Who is asking: passwords, tokens, and the cookies that carry them.
pub mod cookies;
pub mod keys;
pub mod password;
pub mod sso;
pub mod totp;
pub mod unsubscribe;

use sha2::{Digest, Sha256};

/// What the database keeps of a secret that was drawn at random.
pub fn digest(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
