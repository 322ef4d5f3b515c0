//! The output of a round: trades with their price, the proof of how good they are, and a reason for every rest.

use serde::{Deserialize, Serialize};

use crate::market::{Mix, Premium, WeekKg};
use crate::reason::{Reason, TradeReason};

/// What a round decided. Every list is sorted by its ids (and weeks).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    pub trades: Vec<Trade>,
    /// Offers with kg left, and why.
    pub unsold: Vec<Unsold>,
    /// Demand lines with kg left, and why.
    pub unserved: Vec<Unserved>,
    /// ₫ gained by all trades together: Σ kg × (bid + premiums − ask − freight), the ask less what the pair is sure to have off.
    pub value: i128,
    /// No plan can gain more: the optimum without lots and supplier limits, proved by the prices below.
    pub bound: i128,
    /// A lower bound still, which knows lots, supplier limits and shares; absent where they cost nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limits: Option<Limits>,
    /// Shadow prices of the offers that fit a demand (the officer's alone); those of others are 0.
    pub offer_prices: Vec<OfferPrices>,
    /// Shadow prices of the demands that an offer fits; those of others are 0.
    pub demand_prices: Vec<DemandPrices>,
    /// Sets of offers and demands joined by compatible pairs, those that hold at least one pair; `Trade::group` counts from 0 in this list.
    pub groups: Vec<Group>,
}

impl Plan {
    /// No plan under the same lots and limits can gain more.
    pub fn least_bound(&self) -> i128 {
        self.limits.as_ref().map_or(self.bound, |limits| limits.bound)
    }

    /// How much the value may at most fall short of the unknown optimum, ₫.
    pub fn gap(&self) -> i128 {
        self.least_bound() - self.value
    }

    /// Kg sold in all trades.
    pub fn kg(&self) -> i128 {
        self.trades.iter().map(|trade| i128::from(trade.kg)).sum()
    }
}

/// One contract to propose: one offer to one demand over one or more weeks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trade {
    #[serde(with = "crate::id")]
    pub offer: u128,
    #[serde(with = "crate::id")]
    pub demand: u128,
    /// Kg per week, by week, each above 0.
    pub weeks: Vec<WeekKg>,
    pub kg: i64,
    /// Farm gate, ₫/kg: kg-weighted mean over the weeks of ask − discount + rent, within [ask − discount, bid + premiums − freight].
    pub price: i64,
    /// ₫/kg; the delivered price is `price + freight`.
    pub freight: i64,
    /// The demand's premiums that these goods earn; they raise the bid that the price was settled under.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub premiums: Vec<Premium>,
    /// What the offer takes off its ask for so many kg, ₫/kg; the price is that much lower.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub discount: i64,
    /// Whole km of road, rounded.
    pub road_km: i64,
    /// Ends of the fair interval at the farm gate, exact: the officer's alone.
    pub interval: Band,
    /// What the parties may see of it: rounded outward, absent where there are few counterparties or no reference price.
    pub fair: Option<Band>,
    /// Index into `Plan::groups`.
    pub group: u32,
    pub reason: TradeReason,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_zero(value: &i64) -> bool {
    *value == 0
}

/// Two prices, low ≤ high, ₫/kg.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    pub low: i64,
    pub high: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsold {
    #[serde(with = "crate::id")]
    pub offer: u128,
    pub kg: i64,
    pub reason: Reason,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unserved {
    #[serde(with = "crate::id")]
    pub demand: u128,
    pub week: i32,
    pub kg: i64,
    pub reason: Reason,
}

/// A shadow price at the buyers' best end, as settled, and at the sellers' best end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ends {
    pub buyer_best: i64,
    pub settled: i64,
    pub seller_best: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekPrice {
    pub week: i32,
    pub rent: Ends,
}

/// What one more kg of the offer would be worth above its ask: `total` + that week's rent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferPrices {
    #[serde(with = "crate::id")]
    pub offer: u128,
    /// Rent of the offer's open kg.
    pub total: Ends,
    /// Rent of a week's limit; a week that is not listed has none.
    pub weeks: Vec<WeekPrice>,
}

/// What one more kg wanted in a week would gain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemandPrices {
    #[serde(with = "crate::id")]
    pub demand: u128,
    /// A week that is not listed has none.
    pub weeks: Vec<WeekPrice>,
}

/// What lots, supplier limits and shares leave possible at most, and the prices that prove it: the bound is Σ price × kg, plus for every
/// demand the most that it could gain beyond these prices by itself, within its own limits and what each offer has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    pub bound: i128,
    /// Those above 0.
    pub offers: Vec<OfferRents>,
    pub demands: Vec<DemandRents>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferRents {
    #[serde(with = "crate::id")]
    pub offer: u128,
    /// Of its open kg.
    pub total: i64,
    /// Of a week's limit; those above 0.
    pub weeks: Vec<WeekRent>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemandRents {
    #[serde(with = "crate::id")]
    pub demand: u128,
    pub weeks: Vec<WeekRent>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekRent {
    pub week: i32,
    pub rent: i64,
}

/// A connected group of the market.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub product: u32,
    /// Distinct organisations on each side.
    pub suppliers: u32,
    pub buyers: u32,
    /// Where its prices were settled: the market's mix, or leaning to the reference price where a side has fewer than three organisations.
    pub mix: Mix,
}
