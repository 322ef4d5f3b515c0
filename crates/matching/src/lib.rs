//! Clears a produce market: which offer goes to which demand, in which weeks, at which price, and why.
//!
//! # How a caller uses it
//!
//! 1. Fill a [`Market`](market::Market) with what is open: kg already promised are subtracted from `Offer::kg` and `Line::kg` and
//!    listed per week in `Offer::promised`; organisations that already supply a demand are listed in `Demand::suppliers`. Offers and
//!    lines with nothing open are left out. A demand without lines is allowed and finds nobody.
//! 2. [`Market::validate`](market::Market::validate) tells a malformed market (duplicate ids, numbers out of bounds).
//! 3. `solve(&market)` gives the [`Plan`](plan::Plan): trades, the rests with reasons, value and proven bound, shadow prices.
//! 4. `check::verify(&market, &plan)` proves the plan from the market alone; store it only when it passes.
//! 5. Hash [`Market::canonical_bytes`](market::Market::canonical_bytes) and [`Plan::canonical_bytes`](plan::Plan::canonical_bytes):
//!    the same market gives the same plan, whatever the order of its vectors.
//!
//! Between rounds `indicate::indicate(&market, &post)` tells a new post who fits.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::float_arithmetic, clippy::as_conversions))]

mod book;
mod canonical;
pub mod check;
mod eligible;
mod explain;
mod flow;
pub mod format;
mod geo;
mod id;
pub mod indicate;
pub mod market;
pub mod plan;
mod price;
pub mod reason;
mod repair;
mod solve;
mod validate;

pub use solve::solve;
pub use validate::{MAX_DAY, MAX_KG, MAX_PRICE, MarketError};
