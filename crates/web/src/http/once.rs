//! A POST that arrives twice makes one thing: the second answer shows what the first one made.
use super::error::ApiError;
use super::extract::IdempotencyKey;
use crate::app::App;
use crate::auth::digest;
use crate::store::idempotency::{self, Key};
use crate::store::{StoreError, Tx};
use domain::id::UserId;
use serde::Serialize;
use uuid::Uuid;

/// One request; without a key it may be made twice.
#[derive(Debug)]
pub struct Once(Option<Key>);

impl Once {
    pub fn new(user: UserId, key: IdempotencyKey, route: &str, body: &impl Serialize) -> Result<Self, ApiError> {
        let body = serde_json::to_string(body).map_err(anyhow::Error::from)?;
        let request_hash = digest(&format!("{route}\n{body}"));
        Ok(Self(key.0.map(|key| Key { user, key, request_hash })))
    }

    /// For a flow that keeps it in a transaction of its own.
    pub const fn key(&self) -> Option<&Key> {
        self.0.as_ref()
    }

    /// What an earlier request with this key made.
    pub async fn made(&self, tx: &Tx) -> Result<Option<Uuid>, ApiError> {
        let Some(key) = &self.0 else { return Ok(None) };
        match idempotency::find(tx, key).await? {
            Some(made) if made.same => Ok(Some(made.resource)),
            Some(_) => Err(ApiError::conflict("idempotency_key_reused")),
            None => Ok(None),
        }
    }

    /// Keeps what this request made, in its own transaction; answers the other one's when two arrived at once.
    pub async fn keep(&self, app: &App, tx: Tx, resource: Uuid) -> Result<Uuid, ApiError> {
        if let Some(key) = &self.0 {
            match idempotency::insert(&tx, key, resource, app.env.now()).await {
                Ok(()) => {}
                Err(StoreError::Taken(_)) => {
                    drop(tx);
                    return self.other(app).await;
                }
                Err(error) => return Err(error.into()),
            }
        }
        tx.commit().await?;
        Ok(resource)
    }

    /// What the other request made that arrived at once with this one and was first.
    pub async fn other(&self, app: &App) -> Result<Uuid, ApiError> {
        self.made(&Tx::read(&app.db).await?).await?.ok_or(ApiError::conflict("stale"))
    }
}
