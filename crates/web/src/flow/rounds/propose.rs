//! Trades become proposals, each with the kilograms it holds.
use crate::app::App;
use crate::store::demands::HeldDemand;
use crate::store::market::{Loaded, week_of};
use crate::store::offers::HeldOffer;
use crate::store::proposals::{self, Facts, Made, ReferencePrice};
use crate::store::reservations::Ledger;
use crate::store::{StoreError, Tx, accounts, corrupt};
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
/// promised while the plan was made, or because one side left the market.
pub async fn propose(app: &App, tx: &Tx, round: RoundId, loaded: &Loaded, plan: &Plan) -> anyhow::Result<(Vec<Proposal>, i64)> {
    let offers: Vec<Uuid> = plan.trades.iter().map(|trade| Uuid::from_u128(trade.offer)).collect();
    let demands: Vec<Uuid> = plan.trades.iter().map(|trade| Uuid::from_u128(trade.demand)).collect();
    let parties = loaded.offers.values().map(|held| held.offer.org).chain(loaded.demands.values().map(|held| held.demand.org));
    let verified = accounts::lock_verified(tx, parties).await?;
    let mut ledger = Ledger::lock(tx, &offers, &demands).await?;
    let mut made = Vec::with_capacity(plan.trades.len());
    let mut dropped = 0;
    for trade in &plan.trades {
        let (offer, demand) = posts(loaded, trade)?;
        let seen = ((offer.offer.id.into(), offer.offer.version), (demand.demand.id.into(), demand.demand.version));
        let new = proposal(app, round, loaded, offer, demand, trade)?;
        let hold = new.proposal.hold().ok_or_else(|| anyhow!("a new proposal holds its kilograms"))?;
        let both = verified.contains(&offer.offer.org) && verified.contains(&demand.demand.org);
        let kept = if both && ledger.unchanged(seen.0, seen.1) {
            ledger.change(new.proposal.id.into(), (&hold).into(), &hold.take())
        } else {
            Err(StoreError::NotEnough)
        };
        match kept {
            Ok(()) => made.push(new),
            Err(StoreError::NotEnough | StoreError::OverShare) => dropped += 1,
            Err(error) => return Err(error.into()),
        }
    }
    ledger.save(tx).await?;
    proposals::insert(tx, &made).await?;
    Ok((made.into_iter().map(|made| made.proposal).collect(), dropped))
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
        without: Vec::new(),
        dues: demand.terms.dues,
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
