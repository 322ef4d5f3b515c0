//! Proposals and revisions between their rows and the domain.
use super::{Facts, Made, ReferencePrice};
use crate::store::entity::{proposal, proposal_revision};
use crate::store::seal::Seal;
use crate::store::{StoreError, corrupt};
use domain::account::Side;
use domain::day::{TradeDay, Window};
use domain::id::{ProposalId, UserId};
use domain::money::VndPerKg;
use domain::product::Grade;
use domain::proposal::{Acceptance, Author, Proposal, ProposalLimits, Revision, Status};
use domain::quantity::Kg;
use matching::plan::Trade;
use sea_orm::Set;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What the parties know of each other at most in part.
#[derive(Serialize, Deserialize)]
struct Reserves {
    ask: VndPerKg,
    bid: VndPerKg,
    trade: Trade,
}

/// All columns of a new proposal.
pub fn write(seal: &Seal, proposal: &Proposal, facts: &Facts) -> Result<proposal::ActiveModel, StoreError> {
    let Facts { product, variety, grade, ask, bid, reference, trade } = facts;
    let reserves = Reserves { ask: *ask, bid: *bid, trade: trade.clone() };
    let limits = &proposal.limits;
    Ok(proposal::ActiveModel {
        id: Set(proposal.id.into()),
        round_id: Set(proposal.round.into()),
        offer_id: Set(proposal.offer.into()),
        demand_id: Set(proposal.demand.into()),
        supplier_org: Set(proposal.supplier.into()),
        buyer_org: Set(proposal.buyer.into()),
        product: Set(product.as_str().to_owned()),
        variety: Set(variety.as_str().to_owned()),
        grade: Set(grade.rank().into()),
        sealed: Set(seal.close_json("proposal", proposal.id.into(), &reserves)?),
        road_km: Set(trade.road_km),
        reference_price: Set(reference.map(|price| price.dong)),
        reference_week: Set(reference.and_then(|price| price.week).map(|week| week.monday().date())),
        offer_from: Set(limits.offer.from.date()),
        offer_to: Set(limits.offer.to.date()),
        demand_from: Set(limits.demand.from.date()),
        demand_to: Set(limits.demand.to.date()),
        smallest_lot_g: Set(limits.smallest_lot.grams()),
        longest_payment_days: Set(limits.longest_payment_days.into()),
        ..write_state(proposal)
    })
}

/// The columns that change.
pub fn write_state(proposal: &Proposal) -> proposal::ActiveModel {
    let (at, side, by, reason) = match &proposal.status {
        Status::Open => (None, None, None, None),
        Status::Agreed { at } | Status::Expired { at } | Status::Stopped { at } => (Some(*at), None, None, None),
        Status::Declined { by, user, reason, at } => {
            (Some(*at), Some(by.code().to_owned()), Some(Uuid::from(*user)), Some(reason.to_string()))
        }
    };
    proposal::ActiveModel {
        revision: Set(proposal.current.number.into()),
        status: Set(proposal.status.code().to_owned()),
        waits_supplier: Set(proposal.waits_for(Side::Supplier)),
        waits_buyer: Set(proposal.waits_for(Side::Buyer)),
        closed_at: Set(at),
        closed_side: Set(side),
        closed_by: Set(by),
        closed_reason: Set(reason),
        expires_at: Set(proposal.expires_at),
        version: Set(proposal.version),
        ..Default::default()
    }
}

pub fn write_revision(id: ProposalId, revision: &Revision) -> Result<proposal_revision::ActiveModel, StoreError> {
    let (side, by) = match revision.by {
        Author::Round => (None, None),
        Author::Party { side, user } => (Some(side.code().to_owned()), Some(Uuid::from(user))),
    };
    Ok(proposal_revision::ActiveModel {
        proposal_id: Set(id.into()),
        number: Set(revision.number.into()),
        side: Set(side),
        by_user: Set(by),
        at: Set(revision.at),
        terms: Set(serde_json::to_value(&revision.terms).map_err(|_| corrupt("proposal_revision", id))?),
        message: Set(revision.message.as_ref().map(|note| note.as_str().to_owned())),
        supplier_user: Set(revision.supplier.map(|acceptance| acceptance.user.into())),
        supplier_at: Set(revision.supplier.map(|acceptance| acceptance.at)),
        buyer_user: Set(revision.buyer.map(|acceptance| acceptance.user.into())),
        buyer_at: Set(revision.buyer.map(|acceptance| acceptance.at)),
    })
}

pub fn read(seal: &Seal, row: proposal::Model, revisions: Vec<proposal_revision::Model>) -> Result<Made, StoreError> {
    let id = row.id;
    let reserves = seal.open_json("proposal", id, &row.sealed)?;
    parse(row, reserves, revisions).ok_or_else(|| corrupt("proposal", id))
}

fn parse(row: proposal::Model, reserves: Reserves, revisions: Vec<proposal_revision::Model>) -> Option<Made> {
    let closed = row.closed_at;
    let status = match row.status.as_str() {
        "open" => Status::Open,
        "agreed" => Status::Agreed { at: closed? },
        "expired" => Status::Expired { at: closed? },
        "stopped" => Status::Stopped { at: closed? },
        "declined" => Status::Declined {
            by: row.closed_side?.parse().ok()?,
            user: row.closed_by?.into(),
            reason: row.closed_reason?.parse().ok()?,
            at: closed?,
        },
        _ => return None,
    };
    let mut earlier: Vec<Revision> = revisions.into_iter().map(revision).collect::<Option<_>>()?;
    let current = earlier.pop().filter(|current| i64::from(current.number) == row.revision)?;
    let limits = ProposalLimits {
        offer: Window { from: TradeDay::new(row.offer_from), to: TradeDay::new(row.offer_to) },
        demand: Window { from: TradeDay::new(row.demand_from), to: TradeDay::new(row.demand_to) },
        smallest_lot: Kg::from_grams(row.smallest_lot_g).ok()?,
        longest_payment_days: row.longest_payment_days.try_into().ok()?,
    };
    let facts = Facts {
        product: row.product.parse().ok()?,
        variety: row.variety.parse().ok()?,
        grade: Grade::from_rank(row.grade.try_into().ok()?)?,
        ask: reserves.ask,
        bid: reserves.bid,
        reference: row.reference_price.map(|dong| ReferencePrice { dong, week: row.reference_week.map(|day| TradeDay::new(day).week()) }),
        trade: reserves.trade,
    };
    let proposal = Proposal {
        id: row.id.into(),
        round: row.round_id.into(),
        offer: row.offer_id.into(),
        demand: row.demand_id.into(),
        supplier: row.supplier_org.into(),
        buyer: row.buyer_org.into(),
        limits,
        current,
        earlier,
        status,
        expires_at: row.expires_at,
        version: row.version,
    };
    Some(Made { proposal, facts })
}

fn revision(row: proposal_revision::Model) -> Option<Revision> {
    let by = match (row.side, row.by_user) {
        (None, None) => Author::Round,
        (Some(side), Some(user)) => Author::Party { side: side.parse().ok()?, user: user.into() },
        _ => return None,
    };
    let acceptance = |user: Option<Uuid>, at| match (user, at) {
        (None, None) => Some(None),
        (Some(user), Some(at)) => Some(Some(Acceptance { user: UserId::from(user), at })),
        _ => None,
    };
    Some(Revision {
        number: row.number.try_into().ok()?,
        by,
        at: row.at,
        terms: serde_json::from_value(row.terms).ok()?,
        message: match row.message {
            Some(text) => Some(text.parse().ok()?),
            None => None,
        },
        supplier: acceptance(row.supplier_user, row.supplier_at)?,
        buyer: acceptance(row.buyer_user, row.buyer_at)?,
    })
}
