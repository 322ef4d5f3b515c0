//! What the stories stand on: an instance with a database of its own, people who act over HTTP, a clock that is moved by hand.
pub mod app;
pub mod client;
mod db;
pub mod deals;
pub mod people;
pub mod posts;
pub mod process;
pub mod smtp;
pub mod sso;

pub use app::TestApp;
pub use client::{Client, Reply};
pub use db::SEAL_KEY;
