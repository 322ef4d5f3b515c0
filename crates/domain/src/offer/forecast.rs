//! A harvest that is still on the tree: how much it may be, until the supplier makes it firm.
//!
//! What a round may trade of a forecast is its low figure, which is the total of the offer: a buyer is promised only what will be there
//! in a bad year. Making it firm sets the total to what is counted on, and from then on it is an offer like any other.
use super::Offer;
use crate::day::{Timestamp, TradeDay};
use crate::error::Faults;
use crate::post::{PostStatus, require_whole};
use crate::quantity::Kg;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Forecast {
    /// In a bad year; the total of the offer, and all that rounds use.
    pub low: Kg,
    pub mid: Kg,
    pub high: Kg,
}

impl Forecast {
    /// How many days before the harvest its owner is asked to make it firm.
    pub const REMIND_DAYS: u32 = 14;

    pub(super) fn check(&self, faults: &mut Faults, total: Kg) {
        require_whole(faults, "forecast.low", self.low);
        require_whole(faults, "forecast.mid", self.mid);
        require_whole(faults, "forecast.high", self.high);
        faults.require(self.low <= self.mid, "forecast.mid", "forecast_out_of_order");
        faults.require(self.mid <= self.high, "forecast.high", "forecast_out_of_order");
        faults.require(self.low == total, "forecast.low", "forecast_low_is_not_total");
    }
}

impl Offer {
    /// Whether its owner should make the quantity firm by now: the harvest is near or under way.
    pub fn awaits_quantity(&self, now: Timestamp) -> bool {
        let near = self.terms.window.from <= TradeDay::of(now).plus(Forecast::REMIND_DAYS);
        self.terms.forecast.is_some() && near && self.status(now) == PostStatus::Open
    }
}
