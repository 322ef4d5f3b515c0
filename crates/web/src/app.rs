//! What every handler and job is given.
use crate::auth::{keys::Keys, password::Passwords};
use crate::config::Config;
use crate::env::Env;
use crate::mail::Mailer;
use crate::store::Db;
use std::sync::Arc;

#[derive(Debug, Clone)]
pub struct App {
    pub db: Db,
    pub config: Arc<Config>,
    pub env: Env,
    pub mailer: Mailer,
    pub keys: Keys,
    pub passwords: Passwords,
    /// An instance of invented data: it shows its accounts, its codes and a line that says so.
    pub demo: bool,
}
