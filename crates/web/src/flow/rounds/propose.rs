//! Trades become proposals, each with the kilograms it holds.
use crate::app::App;
use crate::store::demands::HeldDemand;
use crate::store::market::{Loaded, week_of};
use crate::store::offers::HeldOffer;
use crate::store::proposals::{self, Facts, Made, ReferencePrice};
use crate::store::{StoreError, Tx, corrupt, reservations};
use anyhow::anyhow;
use chrono::TimeDelta;
use domain::day::Window;
use domain::id::RoundId;
use domain::money::VndPerKg;
use domain::proposal::{Carrier, DEFAULT_HOURS, Draft, Freight, Pair, Proposal, ProposalLimits, ProposalTerms, WeekKg};
use domain::quantity::Kg;
use matching::plan::{Plan, Trade};
use uuid::Uuid;

/// Makes the proposals of a plan; answers them, and how many trades were dropped because a post changed, was withdrawn or was
/// promised while the plan was made.
pub async fn propose(app: &App, tx: &Tx, round: RoundId, loaded: &Loaded, plan: &Plan) -> anyhow::Result<(Vec<Proposal>, i64)> {
    let offers: Vec<Uuid> = plan.trades.iter().map(|trade| Uuid::from_u128(trade.offer)).collect();
    let demands: Vec<Uuid> = plan.trades.iter().map(|trade| Uuid::from_u128(trade.demand)).collect();
    let open = reservations::lock(tx, &offers, &demands).await?;
    let mut made = Vec::with_capacity(plan.trades.len());
    let mut dropped = 0;
    for trade in &plan.trades {
        let (offer, demand) = posts(loaded, trade)?;
        let unchanged = open.0.get(&Uuid::from(offer.offer.id)) == Some(&offer.offer.version)
            && open.1.get(&Uuid::from(demand.demand.id)) == Some(&demand.demand.version);
        let new = proposal(app, round, loaded, offer, demand, trade)?;
        if unchanged && keep(tx, &new).await? {
            made.push(new.proposal);
        } else {
            dropped += 1;
        }
    }
    Ok((made, dropped))
}

/// Reserves and keeps one proposal, or leaves no trace of it.
async fn keep(tx: &Tx, made: &Made) -> anyhow::Result<bool> {
    let hold = made.proposal.hold().ok_or_else(|| anyhow!("a new proposal holds its kilograms"))?;
    let step = tx.savepoint().await?;
    match reservations::take(&step, made.proposal.id, &hold).await {
        Ok(()) => {
            proposals::insert(&step, made).await?;
            step.commit().await?;
            Ok(true)
        }
        Err(StoreError::NotEnough) => {
            step.undo().await?;
            Ok(false)
        }
        Err(error) => Err(error.into()),
    }
}

fn posts<'a>(loaded: &'a Loaded, trade: &Trade) -> Result<(&'a HeldOffer, &'a HeldDemand), StoreError> {
    let (offer, demand) = (Uuid::from_u128(trade.offer), Uuid::from_u128(trade.demand));
    let held_offer = loaded.offers.get(&offer).ok_or_else(|| corrupt("offer", offer))?;
    let held_demand = loaded.demands.get(&demand).ok_or_else(|| corrupt("demand", demand))?;
    Ok((held_offer, held_demand))
}

fn proposal(
    app: &App,
    round: RoundId,
    loaded: &Loaded,
    HeldOffer { offer, .. }: &HeldOffer,
    HeldDemand { demand, .. }: &HeldDemand,
    trade: &Trade,
) -> anyhow::Result<Made> {
    let lines = trade.weeks.iter().map(|row| {
        let week = week_of(row.week).ok_or_else(|| anyhow!("{} is not a week", row.week))?;
        Ok(WeekKg { week, kg: Kg::from_whole(row.kg)? })
    });
    let draft = Draft {
        farm_gate: VndPerKg::new(trade.price)?,
        freight: Freight::new(trade.freight)?,
        carrier: Carrier::default(),
        lines: lines.collect::<anyhow::Result<_>>()?,
        payment_days: demand.terms.payment_days,
    };
    let terms = ProposalTerms::new(draft).map_err(|faults| anyhow!("a trade has terms that nobody may write: {faults:?}"))?;
    let weeks = || demand.terms.weeks.iter().map(|row| row.week);
    let first = weeks().min().map_or(offer.terms.window.from, domain::day::Week::monday);
    let last = weeks().max().map_or(offer.terms.window.to, domain::day::Week::sunday);
    let limits = ProposalLimits {
        offer: offer.terms.window,
        demand: Window { from: first, to: last },
        smallest_lot: offer.terms.min_lot,
        longest_payment_days: offer.terms.max_payment_days,
    };
    let pair = Pair { round, offer: offer.id, demand: demand.id, supplier: offer.org, buyer: demand.org };
    let price = loaded.prices.get(offer.terms.variety.as_str());
    let facts = Facts {
        product: demand.terms.product.clone(),
        variety: offer.terms.variety.clone(),
        grade: offer.terms.grade,
        ask: offer.terms.ask,
        bid: demand.terms.bid,
        reference: price.map(|price| ReferencePrice { dong: price.dong, week: price.week }),
        trade: trade.clone(),
    };
    let life = TimeDelta::hours(DEFAULT_HOURS);
    let proposal = Proposal::open(app.env.id(), pair, limits, terms, app.env.now(), life);
    Ok(Made { proposal, facts })
}
