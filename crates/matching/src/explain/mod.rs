//! Reasons: why each trade, and why each rest.

mod misses;
mod rests;
mod trades;

pub(crate) use misses::{Misses, Survey};
pub(crate) use rests::rests;
pub(crate) use trades::TradeReasons;

use crate::price::{ENOUGH, step};

/// A price difference as a party may see it: rounded up to whole steps, absent without a reference or with few organisations.
pub(crate) fn coarse(by: i64, reference: Option<i64>, organisations: usize) -> Option<i64> {
    let step = step(reference.filter(|_| organisations >= ENOUGH)?);
    Some((by.max(1) + step - 1).div_euclid(step) * step)
}
