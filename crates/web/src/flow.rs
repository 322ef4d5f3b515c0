//! Steps that two callers share: a handler and a job, or a handler and the demo season.
pub mod conclude;
pub mod contracts;
