//! The answer a new post gets at once: who fits, at about which price, or what stands in the way. Nothing is reserved.

use serde::{Deserialize, Serialize};

use crate::market::{Demand, Offer};
use crate::plan::Band;
use crate::reason::{Crowd, Reason};

/// A post that is not in a round yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Post {
    Offer(Offer),
    Demand(Demand),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indication {
    /// Organisations on the other side that fit.
    pub fit: Crowd,
    /// Likely price in the poster's own terms (an offer: farm gate, a demand: delivered), rounded outward to steps of 2 % of the
    /// reference price; absent with fewer than three organisations or no reference price.
    pub band: Option<Band>,
    /// The last obstacle where nobody fits.
    pub obstacle: Option<Reason>,
}
