//! The catalogue as the programme office keeps it: what it writes counts at once, everywhere, and says who and why.
pub mod office;
mod requests;
