//! What happens to a contract after it was made.
mod news;

pub use news::tell;
