//! Reasons, crowds and price bands of a round, as the screens read them.
use domain::product::{CertKind, CertKinds, Grade};
use domain::quantity::Kg;
use matching::plan;
use matching::reason::{Crowd, Obstacle, Reason, TradeKind, TradeReason};
use serde::{Deserialize, Serialize};
use std::fmt;
use utoipa::ToSchema;

/// How many organisations, coarse enough to name nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CrowdView {
    None,
    /// One or two.
    Few,
    ThreeToFive,
    SixToTen,
    OverTen,
}

impl From<Crowd> for CrowdView {
    fn from(crowd: Crowd) -> Self {
        match crowd {
            Crowd::None => Self::None,
            Crowd::Few => Self::Few,
            Crowd::ThreeToFive => Self::ThreeToFive,
            Crowd::SixToTen => Self::SixToTen,
            Crowd::OverTen => Self::OverTen,
        }
    }
}

/// Two prices in đồng per kg.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct PriceBand {
    pub low: i64,
    pub high: i64,
}

impl From<plan::Band> for PriceBand {
    fn from(band: plan::Band) -> Self {
        Self { low: band.low, high: band.high }
    }
}

/// What can stand in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ObstacleKind {
    #[default]
    NoCounterparty,
    VarietyNotAccepted,
    OwnOrganisation,
    GradeBelow,
    CertificateMissing,
    WindowsDoNotMeet,
    TooFar,
    PaymentTooLate,
    PairResting,
    PriceGap,
    WeeklyCapacity,
    Outbid,
    LotTooLarge,
    SupplierLimit,
    ShareLimit,
    SizeNotTaken,
    SugarBelow,
    JuiceBelow,
}

impl fmt::Display for ObstacleKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

/// What stands in the way. Which of the numbers is there follows from `kind`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, ToSchema)]
pub struct ObstacleView {
    pub kind: ObstacleKind,
    /// The lowest grade wanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
    /// What is required and not held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certificates: Option<Vec<CertKind>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_km: Option<u32>,
    /// The buyer's payment days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<u16>,
    /// About so many đồng per kg; absent where few stand on the other side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<i64>,
    /// The least sugar wanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brix_tenths: Option<u16>,
    /// The least juice wanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub juice_percent: Option<u16>,
    /// The smallest lot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lot: Option<Kg>,
}

impl From<Obstacle> for ObstacleView {
    fn from(obstacle: Obstacle) -> Self {
        let of = |kind| Self { kind, ..Self::default() };
        match obstacle {
            Obstacle::NoCounterparty => of(ObstacleKind::NoCounterparty),
            Obstacle::VarietyNotAccepted => of(ObstacleKind::VarietyNotAccepted),
            Obstacle::OwnOrganisation => of(ObstacleKind::OwnOrganisation),
            Obstacle::GradeBelow { need } => Self { grade: Grade::from_rank(need), ..of(ObstacleKind::GradeBelow) },
            Obstacle::CertificateMissing { kinds } => {
                let certificates = CertKinds::from_bits(kinds).map(Vec::from).ok();
                Self { certificates, ..of(ObstacleKind::CertificateMissing) }
            }
            Obstacle::WindowsDoNotMeet => of(ObstacleKind::WindowsDoNotMeet),
            Obstacle::TooFar { max_km } => Self { max_km: Some(max_km), ..of(ObstacleKind::TooFar) },
            Obstacle::PaymentTooLate { days } => Self { days: Some(days), ..of(ObstacleKind::PaymentTooLate) },
            Obstacle::PairResting => of(ObstacleKind::PairResting),
            Obstacle::PriceGap { by } => Self { by, ..of(ObstacleKind::PriceGap) },
            Obstacle::WeeklyCapacity => of(ObstacleKind::WeeklyCapacity),
            Obstacle::Outbid { by } => Self { by, ..of(ObstacleKind::Outbid) },
            Obstacle::LotTooLarge { lot } => Self { lot: Kg::from_whole(lot).ok(), ..of(ObstacleKind::LotTooLarge) },
            Obstacle::SupplierLimit => of(ObstacleKind::SupplierLimit),
            Obstacle::ShareLimit => of(ObstacleKind::ShareLimit),
            Obstacle::SizeNotTaken => of(ObstacleKind::SizeNotTaken),
            Obstacle::SugarBelow { need } => Self { brix_tenths: Some(need), ..of(ObstacleKind::SugarBelow) },
            Obstacle::JuiceBelow { need } => Self { juice_percent: Some(need), ..of(ObstacleKind::JuiceBelow) },
        }
    }
}

/// Why something found no partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ReasonView {
    /// Without it the nearest counterparty would fit.
    pub obstacle: ObstacleView,
    /// What the nearest counterparty would still meet then.
    pub also: Vec<ObstacleView>,
    /// How many stand before the same obstacle.
    pub scope: CrowdView,
}

impl From<Reason> for ReasonView {
    fn from(reason: Reason) -> Self {
        Self {
            obstacle: reason.obstacle.into(),
            also: reason.also.into_iter().map(ObstacleView::from).collect(),
            scope: reason.scope.into(),
        }
    }
}

/// Why this pair trades.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct MatchReason {
    pub kind: MatchKind,
    /// Suppliers whose goods fit the demand in these weeks.
    pub suppliers: CrowdView,
    /// Buyers whose demands the goods fit in these weeks.
    pub buyers: CrowdView,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MatchKind {
    /// Each is the only fit partner of the other.
    OnlyFit,
    /// Nobody fit reaches the buyer at a lower price.
    LowestDelivered,
    /// No fit buyer leaves the supplier more after freight.
    HighestNet,
    /// All trades together gain most this way.
    BestTogether,
}

impl From<TradeReason> for MatchReason {
    fn from(reason: TradeReason) -> Self {
        let kind = match reason.kind {
            TradeKind::OnlyFit => MatchKind::OnlyFit,
            TradeKind::LowestDelivered => MatchKind::LowestDelivered,
            TradeKind::HighestNet => MatchKind::HighestNet,
            TradeKind::BestTogether => MatchKind::BestTogether,
        };
        Self { kind, suppliers: reason.suppliers.into(), buyers: reason.buyers.into() }
    }
}
