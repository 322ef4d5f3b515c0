//! Steps that two callers share: a handler and a job, or a handler and the demo season.
pub mod conclude;
pub mod contracts;
pub mod deadlines;
pub mod lines;
pub mod signing;

pub use contracts::lapse_contracts;
pub use deadlines::deadlines;
