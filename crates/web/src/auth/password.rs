//! Passwords, hashed by argon2id away from the async threads.
use anyhow::anyhow;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::Arc;
use tokio::sync::Semaphore;

/// A hash costs 19 MiB; at most this many are computed at once, so a burst of sign-ins cannot take the machine's memory.
const AT_ONCE: usize = 2;

#[derive(Debug, Clone)]
pub struct Passwords {
    params: Params,
    gate: Arc<Semaphore>,
}

impl Passwords {
    pub fn standard() -> Self {
        Self::with(Params::default())
    }

    /// As weak as argon2 allows: for tests and for loading invented accounts.
    pub fn light() -> Self {
        Self::with(Params::new(Params::MIN_M_COST, 1, 1, None).unwrap_or_default())
    }

    fn with(params: Params) -> Self {
        Self { params, gate: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    pub async fn hash(&self, password: String) -> anyhow::Result<String> {
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, self.params.clone());
        let _place = self.gate.acquire().await?;
        tokio::task::spawn_blocking(move || argon2.hash_password(password.as_bytes()).map(|hash| hash.to_string()))
            .await?
            .map_err(|error| anyhow!("cannot hash a password: {error}"))
    }

    /// Compares with a stored hash. Without one it does the same work and says no, so that an unknown sign-in name takes as
    /// long as a wrong password.
    pub async fn verify(&self, password: String, stored: Option<String>) -> anyhow::Result<bool> {
        let Some(stored) = stored else {
            self.hash(password).await?;
            return Ok(false);
        };
        let _place = self.gate.acquire().await?;
        tokio::task::spawn_blocking(move || {
            let hash = PasswordHash::new(&stored).map_err(|error| anyhow!("a stored password hash is unreadable: {error}"))?;
            Ok(Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
        })
        .await?
    }
}
