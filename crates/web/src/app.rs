//! What every handler and job is given.
use crate::auth::{keys::Keys, password::Passwords, sso::Sso};
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
    /// Where people may sign in with an account they have elsewhere.
    pub sso: Option<Sso>,
    /// An instance of invented data: it shows its accounts, its codes and a line that says so.
    pub demo: bool,
}
