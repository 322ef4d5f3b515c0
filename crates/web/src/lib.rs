//! The shell around the rules: HTTP, the database, mail, the clock. A handler is the use case: who asks, what they ask,
//! one transaction in which the domain decides and the store keeps, and the answer.
pub mod app;
pub mod auth;
pub mod cli;
pub mod config;
pub mod env;
pub mod flow;
pub mod http;
pub mod jobs;
pub mod mail;
pub mod notify;
pub mod picture;
pub mod reference;
pub mod store;
pub mod telemetry;
