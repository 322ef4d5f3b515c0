//! A round as the programme office reads it.
use crate::http::names::Named;
use crate::http::proposals::PartyView;
use crate::http::reasons::{MatchReason, PriceBand, ReasonView};
use crate::reference::catalogue;
use crate::store::proposals::Made;
use crate::store::rounds::{By, Group, Round, Unmatched};
use chrono::{DateTime, Utc};
use domain::account::Side;
use domain::day::Week;
use domain::id::{DemandId, OfferId, OrgId, ProposalId, RoundId, UserId};
use domain::money::VndPerKg;
use domain::product::Grade;
use domain::proposal::WeekKg;
use domain::quantity::Kg;
use matching::plan::Plan;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// A sum of weights that may pass the largest single one is shown as that.
pub fn kg(grams: i64) -> Kg {
    Kg::from_grams(grams).unwrap_or(Kg::MOST)
}

/// Totals of a round; amounts in đồng.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoundRow {
    pub id: RoundId,
    pub ran_at: DateTime<Utc>,
    /// The day and hour it ran for (2026-11-23T06:30 in Viet Nam); absent when an officer ran it.
    pub hour: Option<String>,
    pub officer: Option<UserId>,
    pub millis: i64,
    pub offers: i64,
    pub demands: i64,
    pub suppliers: i64,
    pub buyers: i64,
    pub kg_offered: Kg,
    pub kg_demanded: Kg,
    pub kg_matched: Kg,
    pub trades: i64,
    pub proposals: i64,
    /// Trades whose posts changed or were promised while the round was computed.
    pub dropped: i64,
    /// What all trades gain together: what buyers would have paid less what suppliers asked for and freight.
    pub value: i64,
    /// No plan can gain more.
    pub bound: i64,
    pub gap: i64,
}

impl From<Round> for RoundRow {
    fn from(round: Round) -> Self {
        let (hour, officer) = match round.by {
            By::Hour(hour) => (Some(hour), None),
            By::Officer(user) => (None, Some(user)),
        };
        let totals = round.totals;
        Self {
            id: round.id,
            ran_at: round.ran_at,
            hour,
            officer,
            millis: round.millis,
            offers: totals.offers,
            demands: totals.demands,
            suppliers: totals.suppliers,
            buyers: totals.buyers,
            kg_offered: kg(totals.offered_g),
            kg_demanded: kg(totals.demanded_g),
            kg_matched: kg(totals.matched_g),
            trades: totals.trades,
            proposals: totals.trades - totals.dropped,
            dropped: totals.dropped,
            value: totals.value,
            bound: totals.bound,
            gap: totals.bound - totals.value,
        }
    }
}

/// How the gain is shared, and what goods and freight cost.
#[derive(Debug, Serialize, ToSchema)]
pub struct SplitView {
    pub supplier_gain: i64,
    pub buyer_gain: i64,
    pub goods_amount: i64,
    pub freight_amount: i64,
}

/// What proves the round: the hashes that a replay must meet, and that an independent verifier accepted the plan.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoundProof {
    pub market_hash: String,
    pub plan_hash: String,
    /// A plan that its verifier refuses is never stored.
    pub verified: bool,
    /// Proves the plan again from what is stored.
    pub replay: String,
}

/// Offers and demands that compete with each other.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupView {
    pub product: Named,
    pub suppliers: u32,
    pub buyers: u32,
    pub trades: usize,
    pub kg: Kg,
    /// Where prices were settled between the buyers' best (0) and the suppliers' best (1 000 000) end.
    pub mix_millionths: i64,
}

/// Rests of one product that stand before the same obstacle.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnmatchedGroup {
    pub side: Side,
    pub product: Named,
    pub obstacle: String,
    pub rows: u64,
    pub kg_left: Kg,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct RoundView {
    #[serde(flatten)]
    pub row: RoundRow,
    pub split: SplitView,
    pub certificate: RoundProof,
    pub groups: Vec<GroupView>,
    pub unmatched: Vec<UnmatchedGroup>,
}

impl RoundView {
    pub fn new(round: Round, plan: &Plan, unmatched: Vec<Group>) -> Self {
        let totals = &round.totals;
        let split = SplitView {
            supplier_gain: totals.supplier_gain,
            buyer_gain: totals.buyer_gain,
            goods_amount: totals.goods_amount,
            freight_amount: totals.freight_amount,
        };
        let certificate = RoundProof {
            market_hash: round.market_hash.clone(),
            plan_hash: round.plan_hash.clone(),
            verified: true,
            replay: format!("muavu replay {}", round.id),
        };
        let unmatched = unmatched.into_iter().map(|group| UnmatchedGroup {
            side: group.side,
            product: Named::product(&group.product),
            obstacle: group.obstacle,
            rows: group.rows,
            kg_left: kg(group.left_g),
        });
        Self { unmatched: unmatched.collect(), split, certificate, groups: groups(plan), row: round.into() }
    }
}

fn groups(plan: &Plan) -> Vec<GroupView> {
    let mut traded: BTreeMap<u32, (usize, i64)> = BTreeMap::new();
    for trade in &plan.trades {
        let (count, weight) = traded.entry(trade.group).or_default();
        *count += 1;
        *weight += trade.kg;
    }
    let catalogue = catalogue::now();
    plan.groups
        .iter()
        .zip(0..)
        .map(|(group, number)| {
            let (trades, weight) = traded.get(&number).copied().unwrap_or_default();
            let product = catalogue.product_of_number(group.product);
            GroupView {
                product: Named::product(product.map_or("", |product| &product.slug)),
                suppliers: group.suppliers,
                buyers: group.buyers,
                trades,
                kg: Kg::from_whole(weight).unwrap_or(Kg::MOST),
                mix_millionths: group.mix.numerator * 1_000_000 / group.mix.denominator,
            }
        })
        .collect()
}

/// A trade with what no party sees: both reserves and the exact interval.
#[derive(Debug, Serialize, ToSchema)]
pub struct TradeView {
    pub proposal: ProposalId,
    /// Of the proposal now: open, agreed, declined or expired.
    pub status: String,
    pub offer: OfferId,
    pub demand: DemandId,
    pub supplier: PartyView,
    pub buyer: PartyView,
    pub variety: Named,
    pub grade: Grade,
    pub kg: Kg,
    pub lines: Vec<WeekKg>,
    pub ask: VndPerKg,
    pub bid: VndPerKg,
    /// At the farm gate, as the round settled it.
    pub price: i64,
    pub freight: i64,
    pub road_km: i64,
    /// Between the buyers' best and the suppliers' best prices, exact.
    pub interval: PriceBand,
    /// What the parties see of it.
    pub fair: Option<PriceBand>,
    pub group: u32,
    pub reason: MatchReason,
}

impl TradeView {
    pub fn new(made: &Made, names: &BTreeMap<OrgId, String>) -> Self {
        let Made { proposal, facts } = made;
        let trade = &facts.trade;
        let party = |id: OrgId| PartyView { id, name: names.get(&id).cloned().unwrap_or_default() };
        let first = proposal.earlier.first().unwrap_or(&proposal.current);
        Self {
            proposal: proposal.id,
            status: proposal.status.code().to_owned(),
            offer: proposal.offer,
            demand: proposal.demand,
            supplier: party(proposal.supplier),
            buyer: party(proposal.buyer),
            variety: Named::variety(facts.variety.as_str()),
            grade: facts.grade,
            kg: first.terms.total_kg(),
            lines: first.terms.lines().to_vec(),
            ask: facts.ask,
            bid: facts.highest_bid(),
            price: trade.price,
            freight: trade.freight,
            road_km: trade.road_km,
            interval: trade.interval.into(),
            fair: trade.fair.map(PriceBand::from),
            group: trade.group,
            reason: trade.reason.into(),
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct UnmatchedView {
    pub id: Uuid,
    pub side: Side,
    /// The offer or the demand.
    pub post: Uuid,
    pub organisation: PartyView,
    pub product: Named,
    pub variety: Option<Named>,
    /// For a demand: rests are counted week by week.
    pub week: Option<Week>,
    pub kg_left: Kg,
    pub reason: ReasonView,
}

impl UnmatchedView {
    pub fn new(row: Unmatched, names: &BTreeMap<OrgId, String>) -> Self {
        Self {
            id: row.id,
            side: row.side,
            post: row.post,
            organisation: PartyView { id: row.org, name: names.get(&row.org).cloned().unwrap_or_default() },
            product: Named::product(row.product.as_str()),
            variety: row.variety.map(|slug| Named::variety(slug.as_str())),
            week: row.week,
            kg_left: row.left,
            reason: row.reason.into(),
        }
    }
}
