//! Why a trade was made, and why the rest was not. Typed, so that the product can say it in any language.

use serde::{Deserialize, Serialize};

/// Why something found no partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The last obstacle: without it the nearest counterparty would fit.
    pub obstacle: Obstacle,
    /// Further obstacles that the nearest counterparty would still meet; empty in most cases.
    pub also: Vec<Obstacle>,
    /// How many organisations stood at this step.
    pub scope: Crowd,
}

/// What stands between a line and the nearest counterparty. Numbers about prices are rounded outward to steps of 2 % of
/// the reference price and absent where fewer than three organisations stand on the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Obstacle {
    /// Nobody trades this product in this round.
    NoCounterparty,
    /// The buyers take other varieties of the product.
    VarietyNotAccepted,
    /// The buyers' own organisation is the seller.
    OwnOrganisation,
    /// The grade offered is below the lowest grade wanted.
    GradeBelow { need: u8 },
    /// These kinds are required and not held on the delivery days.
    CertificateMissing { kinds: u32 },
    /// No delivery day is inside the harvest window.
    WindowsDoNotMeet,
    /// Farther by road than the buyer takes.
    TooFar { max_km: u32 },
    /// Paid later than the seller accepts; the demand's payment days.
    PaymentTooLate { days: u16 },
    /// Declined not long ago, or one side blocks the other.
    PairResting,
    /// Ask plus freight is above the bid with its premiums, by about this much ₫/kg.
    PriceGap { by: Option<i64> },
    /// The offer's limit for the week is used up.
    WeeklyCapacity,
    /// Those who fit have traded all they want with others; about this much ₫/kg better price would change it.
    Outbid { by: Option<i64> },
    /// What is left is less than the smallest lot of this pair.
    LotTooLarge { lot: i64 },
    /// The buyer has as many suppliers as it takes.
    SupplierLimit,
    /// The buyer takes no more from this supplier.
    ShareLimit,
    /// A size of the lot is not among those wanted, or none is stated.
    SizeNotTaken,
    /// The sugar stated is below what is wanted, in tenths of a degree Brix, or none is stated.
    SugarBelow { need: u16 },
    /// The juice stated is below what is wanted, in percent, or none is stated.
    JuiceBelow { need: u16 },
}

/// A count of organisations, coarse enough to name nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Crowd {
    None,
    /// One or two.
    Few,
    ThreeToFive,
    SixToTen,
    OverTen,
}

impl Crowd {
    /// From here on more organisations make no difference.
    pub(crate) const COUNTED: usize = 11;

    pub fn of(organisations: usize) -> Self {
        match organisations {
            0 => Self::None,
            1..=2 => Self::Few,
            3..=5 => Self::ThreeToFive,
            6..=10 => Self::SixToTen,
            _ => Self::OverTen,
        }
    }
}

/// Why this pair trades.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TradeReason {
    pub kind: TradeKind,
    /// Organisations whose offers fit the demand in these weeks.
    pub suppliers: Crowd,
    /// Organisations whose demands the offer fits in these weeks.
    pub buyers: Crowd,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TradeKind {
    /// Each is the only fit partner of the other.
    OnlyFit,
    /// No fit offer reaches the buyer at a lower delivered ask, the premiums it earns taken off.
    LowestDelivered,
    /// No fit buyer leaves the seller more after freight, premiums counted.
    HighestNet,
    /// Neither is the other's single best, but all trades together gain most this way.
    BestTogether,
}
