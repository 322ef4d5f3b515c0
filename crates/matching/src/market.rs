//! The input of a round: what is offered, what is wanted, and the rules that hold between them.
//!
//! Plain structs with public fields. Money is whole ₫ per kg, quantity whole kg, places are degrees × 1,000,000,
//! days are any consecutive day numbers (the caller's choice, the same for all), a week is named by one number
//! (by convention the day number of its Monday). Nothing here depends on the order of the vectors.

use serde::{Deserialize, Serialize};

/// Everything a round knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Market {
    pub offers: Vec<Offer>,
    pub demands: Vec<Demand>,
    /// One row per product that occurs in an offer or a demand.
    pub products: Vec<Product>,
    /// Freight tables; a product names its own by `Product::freight_class`.
    pub freight: Vec<FreightRate>,
    /// Farm-gate reference prices; a variety without one has no published ranges.
    pub references: Vec<Reference>,
    /// Pairs that must not meet in this round: declined not long ago, or one side blocks the other.
    pub resting: Vec<Pair>,
    /// Where the settled price lies between the buyers' best (0) and the sellers' best (1) end.
    pub mix: Mix,
}

/// What a supplier still has to sell. `kg` is what is open: promised kg are already subtracted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    #[serde(with = "crate::id")]
    pub id: u128,
    #[serde(with = "crate::id")]
    pub org: u128,
    pub product: u32,
    pub variety: u32,
    /// 0 ungraded, 1 second, 2 first, 3 extra.
    pub grade: u8,
    pub certs: Vec<Certificate>,
    /// What the supplier states of the lot beyond the grade.
    #[serde(default, skip_serializing_if = "Quality::is_empty")]
    pub quality: Quality,
    /// Open kg in all weeks together.
    pub kg: i64,
    /// Most kg in one week (use `kg` where there is no such limit).
    pub kg_per_week: i64,
    /// Kg already promised in single weeks; they shrink that week's `kg_per_week`.
    pub promised: Vec<WeekKg>,
    /// First and last day of harvest, both included.
    pub from: i32,
    pub to: i32,
    /// Lowest farm-gate price, ₫/kg.
    pub ask: i64,
    /// What it takes off the ask from so many kg in one contract on: more kg, more ₫.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<Tier>,
    pub lat_e6: i32,
    pub lon_e6: i32,
    /// Smallest kg of one contract (0 = none).
    pub min_lot: i64,
    /// Longest payment term accepted, days.
    pub max_payment_days: u16,
    /// Orders the posts: the smaller is the older (for example microseconds since an epoch).
    pub posted_at: i64,
}

/// What a buyer still wants, week by week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demand {
    #[serde(with = "crate::id")]
    pub id: u128,
    #[serde(with = "crate::id")]
    pub org: u128,
    pub product: u32,
    pub varieties: Varieties,
    pub min_grade: u8,
    /// Bit set of the certificate kinds required.
    pub certs: u32,
    /// What the buyer requires beyond the grade: all sizes of a lot among these, the figures at least these. Goods of which nothing is
    /// stated do not fit.
    #[serde(default, skip_serializing_if = "Quality::is_empty")]
    pub quality: Quality,
    /// Highest delivered price, ₫/kg, for goods without anything preferred.
    pub bid: i64,
    /// What the buyer adds to the bid for goods that have what it prefers; each attribute once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub premiums: Vec<Premium>,
    pub lat_e6: i32,
    pub lon_e6: i32,
    /// Open lines, one per week.
    pub lines: Vec<Line>,
    /// Smallest kg taken in one contract (0 = none).
    pub min_lot: i64,
    /// Most supplier organisations (0 = no limit).
    pub max_suppliers: u32,
    /// Organisations that already supply this demand: they use up `max_suppliers`, and may supply more without a new place.
    #[serde(with = "crate::id::list")]
    pub suppliers: Vec<u128>,
    /// Most kg from one supplier organisation, in all its contracts of this demand together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_per_supplier: Option<i64>,
    /// Kg that organisations already supply, where `most_per_supplier` is set; each organisation once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supplied: Vec<OrgKg>,
    /// Longest road distance, km.
    pub max_km: Option<u32>,
    /// Days from acceptance to payment.
    pub payment_days: u16,
    pub posted_at: i64,
}

/// A lower ask for much. It counts for a pair in which no contract can be smaller, like a lower ask; and it lowers the price of any
/// other trade that comes to as much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Tier {
    /// Kg of one contract, all its weeks together.
    pub from_kg: i64,
    /// ₫/kg.
    pub off: i64,
}

/// Measured beyond the grade.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quality {
    /// Size labels by number: labels of two standards never have the same one. Each once, in any order.
    #[serde(default)]
    pub sizes: Vec<u32>,
    /// Tenths of a degree Brix.
    #[serde(default)]
    pub brix_tenths: Option<u16>,
    #[serde(default)]
    pub juice_percent: Option<u16>,
}

impl Quality {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What a buyer adds to its bid for one attribute of the goods. It counts for a pair whose goods have the attribute on every day on
/// which the pair may deliver, so that one price holds for every kg of a contract.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Premium {
    pub attribute: Attribute,
    /// ₫/kg.
    pub per_kg: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attribute {
    /// All kinds of this bit set.
    Certificates(u32),
    /// This grade or a better one.
    Grade(u8),
    /// Every size of the lot, which states some, is one of these, each once and ascending.
    Sizes(Vec<u32>),
    /// At least so many tenths of a degree are stated.
    Brix(u16),
    /// At least so many percent are stated.
    Juice(u16),
}

/// One week of a demand: its open kg and the days in that week on which it takes deliveries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub week: i32,
    pub from: i32,
    pub to: i32,
    pub kg: i64,
}

/// Kg in one week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct WeekKg {
    pub week: i32,
    pub kg: i64,
}

/// Kg of one organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct OrgKg {
    #[serde(with = "crate::id")]
    pub org: u128,
    pub kg: i64,
}

impl Offer {
    /// The ask in contracts with this demand: less what is taken off where each of them is surely large enough for it.
    pub fn sure_ask(&self, demand: &Demand) -> i64 {
        crate::eligible::sure_ask(self, demand)
    }
}

impl Demand {
    /// Kg that one organisation may still supply; nothing where there is no such limit.
    pub(crate) fn share_left(&self, org: u128) -> Option<i64> {
        let supplied: i64 = self.supplied.iter().filter(|row| row.org == org).map(|row| row.kg).sum();
        Some((self.most_per_supplier? - supplied).max(0))
    }
}

/// A verified certificate of the offer: it counts for a delivery when it is valid on every day on which the
/// delivery may fall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Certificate {
    /// Bit set of kinds.
    pub kinds: u32,
    pub from: i32,
    pub to: i32,
}

/// Which varieties of the product a buyer takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Varieties {
    Any,
    Only(Vec<u32>),
}

impl Varieties {
    pub fn accept(&self, variety: u32) -> bool {
        match self {
            Self::Any => true,
            Self::Only(list) => list.contains(&variety),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Product {
    pub id: u32,
    pub freight_class: u32,
}

/// Freight per kg = base + `per_km` × road km, rounded half up; road km = factor × great circle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FreightRate {
    pub class: u32,
    /// ₫/kg.
    pub base: i64,
    /// Thousandths of ₫ per kg and road km.
    pub per_km_milli: i64,
    /// Thousandths.
    pub road_factor_milli: i64,
}

impl FreightRate {
    /// 300 ₫ + 6 ₫/km on roads 1.3 times the great circle: the rate of the plain instance files.
    pub const PLAIN: Self = Self { class: 0, base: 300, per_km_milli: 6000, road_factor_milli: 1300 };
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Reference {
    pub product: u32,
    pub variety: u32,
    /// Farm gate, ₫/kg.
    pub price: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Pair {
    #[serde(with = "crate::id")]
    pub offer: u128,
    #[serde(with = "crate::id")]
    pub demand: u128,
}

/// A fraction from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mix {
    pub numerator: i64,
    pub denominator: i64,
}

impl Mix {
    pub const HALF: Self = Self { numerator: 1, denominator: 2 };
}
