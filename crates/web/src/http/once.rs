//! A POST that arrives twice makes one thing: the second answer shows what the first one made.
use super::error::ApiError;
use super::extract::IdempotencyKey;
use crate::app::App;
use crate::auth::digest;
use crate::store::idempotency::{self, Made};
use crate::store::{StoreError, Tx};
use domain::id::UserId;
use serde::Serialize;
use uuid::Uuid;

/// The key of one request, with what it asked for.
#[derive(Debug)]
pub struct Once {
    user: UserId,
    key: Option<String>,
    request_hash: String,
}

impl Once {
    pub fn new(user: UserId, key: IdempotencyKey, route: &str, body: &impl Serialize) -> Result<Self, ApiError> {
        let body = serde_json::to_string(body).map_err(anyhow::Error::from)?;
        Ok(Self { user, key: key.0, request_hash: digest(&format!("{route}\n{body}")) })
    }

    /// What an earlier request with this key made.
    pub async fn made(&self, tx: &Tx) -> Result<Option<Uuid>, ApiError> {
        let Some(key) = &self.key else { return Ok(None) };
        match idempotency::find(tx, self.user, key).await? {
            Some(made) if made.request_hash == self.request_hash => Ok(Some(made.resource)),
            Some(_) => Err(ApiError::conflict("idempotency_key_reused")),
            None => Ok(None),
        }
    }

    /// Keeps what this request made, in its own transaction; answers the other one's when two arrived at once.
    pub async fn keep(&self, app: &App, tx: Tx, resource: Uuid) -> Result<Uuid, ApiError> {
        if let Some(key) = &self.key {
            let made = Made { request_hash: self.request_hash.clone(), resource };
            match idempotency::insert(&tx, self.user, key, &made, app.env.now()).await {
                Ok(()) => {}
                Err(StoreError::Taken(_)) => {
                    drop(tx);
                    return self.made(&Tx::read(&app.db).await?).await?.ok_or(ApiError::conflict("stale"));
                }
                Err(error) => return Err(error.into()),
            }
        }
        tx.commit().await?;
        Ok(resource)
    }
}
