//! The rows as they lie in the tables: raw ids, numbers and words. Nothing outside the store sees them.
pub mod certificate;
pub mod demand;
pub mod demand_week;
pub mod idempotency;
pub mod link;
pub mod mail;
pub mod notice;
pub mod offer;
pub mod offer_week;
pub mod organisation;
pub mod outbox;
pub mod price_quote;
pub mod refresh_token;
pub mod session;
pub mod setting;
pub mod sign_in_failure;
pub mod user;
