//! Why a round proposed this price and this partner.
use crate::http::reasons::{MatchReason, PriceBand};
use crate::reference::near;
use crate::store::proposals::{Facts, Made};
use domain::account::Side;
use domain::day::Week;
use domain::demand::Preference;
use domain::money::VndPerKg;
use serde::Serialize;
use utoipa::ToSchema;

/// A reference price and since when it is known; one of the catalogue has no week.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReferenceView {
    pub price: i64,
    pub week: Option<Week>,
}

/// Why this price and this partner, as the round saw it. The other side's reserve is nowhere in it.
#[derive(Debug, Serialize, ToSchema)]
pub struct WhyView {
    /// The supplier's own lowest price at the farm gate for so many kilograms, or the buyer's own highest delivered price with the premiums.
    pub own_reserve: Option<VndPerKg>,
    /// The round's price at the farm gate.
    pub price: i64,
    pub freight: i64,
    /// In tens, as everywhere before a contract names the places.
    pub road_km: u32,
    /// Where the price could fairly lie, rounded outward; absent with fewer than three organisations on a side.
    pub fair: Option<PriceBand>,
    pub few_counterparties: bool,
    pub reference: Option<ReferenceView>,
    /// What the buyer pays more for because these goods have it; the price was settled with it.
    pub premiums: Vec<Preference>,
    /// What the supplier takes off every kilogram because the contract is this large; in the price already.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discount: Option<i64>,
    pub reason: MatchReason,
    /// For the programme office alone.
    pub office: Option<OfficeFacts>,
}

/// What no party sees.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfficeFacts {
    pub ask: VndPerKg,
    /// Without the premiums.
    pub bid: VndPerKg,
    /// Between the buyers' best and the suppliers' best prices, exact.
    pub interval: PriceBand,
    pub group: u32,
}

/// As a member of one side may know it; all of it for the programme office, which has no side.
pub fn why(side: Option<Side>, made: &Made) -> WhyView {
    let facts = &made.facts;
    let trade = &facts.trade;
    WhyView {
        own_reserve: side.map(|side| match side {
            Side::Supplier => facts.lowest_ask(),
            Side::Buyer => facts.highest_bid(),
        }),
        price: trade.price,
        freight: trade.freight,
        road_km: near::rounded(u32::try_from(trade.road_km).unwrap_or_default()),
        fair: trade.fair.map(PriceBand::from),
        few_counterparties: trade.fair.is_none() && facts.reference.is_some(),
        reference: reference(facts),
        premiums: facts.premiums(),
        discount: Some(trade.discount).filter(|off| *off > 0),
        reason: trade.reason.into(),
        office: side.is_none().then(|| OfficeFacts { ask: facts.ask, bid: facts.bid, interval: trade.interval.into(), group: trade.group }),
    }
}

pub fn reference(facts: &Facts) -> Option<ReferenceView> {
    facts.reference.map(|reference| ReferenceView { price: reference.dong, week: reference.week })
}
