//! Proposals with all their revisions, and what the round knew when it made them.
mod answers;
mod compare;
mod row;

pub use answers::{accept, decline, many_for_change};
pub use compare::{Order, live_of_demand, of_demand};

use super::entity::{proposal, proposal_revision};
use super::seal::in_bulk;
use super::{CHUNK, Slice, StoreError, Tx, exactly_one, market};
use domain::account::Side;
use domain::day::{Timestamp, Week};
use domain::demand::Preference;
use domain::id::{DemandId, OfferId, OrgId, ProposalId, RoundId};
use domain::money::VndPerKg;
use domain::policy::Scope;
use domain::product::{Grade, Slug};
use domain::proposal::Proposal;
use matching::plan::Trade;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A proposal, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    pub proposal: Proposal,
    pub facts: Facts,
}

/// What the round knew; it never changes, whatever becomes of the posts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    pub product: Slug,
    pub variety: Slug,
    pub grade: Grade,
    /// The supplier's own.
    pub ask: VndPerKg,
    /// The buyer's own.
    pub bid: VndPerKg,
    pub reference: Option<ReferencePrice>,
    pub trade: Trade,
}

impl Made {
    /// What the buyer still pays more for: not what the terms go without, and nothing once the parties settled on a price lower by all
    /// of it.
    pub fn premiums_in(&self, next: &Proposal) -> Vec<Preference> {
        let mut premiums = self.facts.premiums();
        premiums.retain(|row| !next.current.terms.without().contains(&row.attribute));
        let first = self.proposal.earlier.first().unwrap_or(&self.proposal.current);
        let given_up = first.terms.delivered().dong() - next.current.terms.delivered().dong();
        let all: i64 = self.facts.trade.premiums.iter().map(|row| row.per_kg).sum();
        // A lower price for more is what the supplier takes off for much, not what the buyer stops paying for.
        let more = next.current.terms.total_kg() > first.terms.total_kg();
        if given_up >= all && !more { Vec::new() } else { premiums }
    }
}

impl Facts {
    /// What the buyer pays more for in these goods.
    pub fn premiums(&self) -> Vec<Preference> {
        self.trade.premiums.iter().filter_map(market::preference).collect()
    }

    /// The supplier's lowest price for so many kilograms.
    pub fn lowest_ask(&self) -> VndPerKg {
        VndPerKg::new(self.ask.dong() - self.trade.discount).unwrap_or(self.ask)
    }

    /// The buyer's highest delivered price for these goods, premiums and all.
    pub fn highest_bid(&self) -> VndPerKg {
        let sum: i64 = self.trade.premiums.iter().map(|row| row.per_kg).sum();
        VndPerKg::new(self.bid.dong() + sum).unwrap_or(self.bid)
    }
}

/// What the goods were worth at the farm gate; a price of the catalogue has no week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReferencePrice {
    pub dong: i64,
    pub week: Option<Week>,
}

#[derive(Debug, Default, Clone)]
pub struct Filter {
    pub status: Option<String>,
    /// Open ones that wait for the answer of this side.
    pub waits_for: Option<Side>,
    pub round: Option<RoundId>,
    pub offer: Option<OfferId>,
    pub demand: Option<DemandId>,
}

/// New ones, each with its first revision.
pub async fn insert(tx: &Tx, made: &[Made]) -> Result<(), StoreError> {
    // Twenty-seven columns a row: a chunk stays below the number of values SQLite binds at once.
    for chunk in made.chunks(CHUNK) {
        let rows = chunk.iter().map(|made| row::write(tx.seal()?, &made.proposal, &made.facts)).collect::<Result<Vec<_>, _>>()?;
        proposal::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
        let first = chunk.iter().map(|made| row::write_revision(made.proposal.id, &made.proposal.current));
        let rows = first.collect::<Result<Vec<_>, _>>()?;
        proposal_revision::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// Saves the next version; `Stale` when somebody saved that version first. A new revision is added, an accepted one marked.
pub async fn save(tx: &Tx, next: &Proposal) -> Result<(), StoreError> {
    let id = Uuid::from(next.id);
    let done = proposal::Entity::update_many()
        .set(row::write_state(next))
        .filter(proposal::Column::Id.eq(id))
        .filter(proposal::Column::Version.eq(next.version - 1))
        .exec(tx.conn())
        .await?;
    exactly_one(done.rows_affected)?;
    let revision = row::write_revision(next.id, &next.current)?;
    let known = proposal_revision::Entity::update_many()
        .set(revision.clone())
        .filter(proposal_revision::Column::ProposalId.eq(id))
        .filter(proposal_revision::Column::Number.eq(i64::from(next.current.number)))
        .exec(tx.conn())
        .await?;
    if known.rows_affected == 0 {
        revision.insert(tx.conn()).await?;
    }
    Ok(())
}

pub async fn get(tx: &Tx, scope: Scope, id: ProposalId) -> Result<Made, StoreError> {
    let reach = reach(scope).ok_or(StoreError::Missing)?;
    let rows = with_revisions(tx, proposal::Entity::find_by_id(Uuid::from(id)).filter(reach)).await?;
    rows.into_iter().next().ok_or(StoreError::Missing)
}

/// The same, kept from everybody else until the transaction ends.
pub async fn get_for_change(tx: &Tx, scope: Scope, id: ProposalId) -> Result<Made, StoreError> {
    let reach = reach(scope).ok_or(StoreError::Missing)?;
    let rows = with_revisions(tx, proposal::Entity::find_by_id(Uuid::from(id)).filter(reach).lock_exclusive()).await?;
    rows.into_iter().next().ok_or(StoreError::Missing)
}

/// Newest first.
pub async fn list(tx: &Tx, scope: Scope, filter: &Filter, slice: Slice<Uuid>) -> Result<Vec<Made>, StoreError> {
    let reach = reach(scope).ok_or(StoreError::Missing)?;
    let mut query = proposal::Entity::find().filter(reach).order_by_desc(proposal::Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(proposal::Column::Id.lt(after));
    }
    if let Some(status) = &filter.status {
        query = query.filter(proposal::Column::Status.eq(status.as_str()));
    }
    query = match filter.waits_for {
        Some(Side::Supplier) => query.filter(proposal::Column::WaitsSupplier.eq(true)),
        Some(Side::Buyer) => query.filter(proposal::Column::WaitsBuyer.eq(true)),
        None => query,
    };
    if let Some(round) = filter.round {
        query = query.filter(proposal::Column::RoundId.eq(Uuid::from(round)));
    }
    if let Some(offer) = filter.offer {
        query = query.filter(proposal::Column::OfferId.eq(Uuid::from(offer)));
    }
    if let Some(demand) = filter.demand {
        query = query.filter(proposal::Column::DemandId.eq(Uuid::from(demand)));
    }
    with_revisions(tx, query).await
}

/// Open ones whose time is over, oldest first, kept from everybody else until the transaction ends.
pub async fn due(tx: &Tx, now: Timestamp, limit: u64) -> Result<Vec<Made>, StoreError> {
    let query = proposal::Entity::find()
        .filter(proposal::Column::Status.eq("open"))
        .filter(proposal::Column::ExpiresAt.lte(now))
        .order_by_asc(proposal::Column::Id)
        .limit(limit)
        .lock_exclusive();
    with_revisions(tx, query).await
}

/// Some open ones of an organisation, oldest first, kept from everybody else until the transaction ends.
pub async fn open_of(tx: &Tx, org: OrgId, limit: u64) -> Result<Vec<Made>, StoreError> {
    let own = reach(Scope::Org(org)).ok_or(StoreError::Missing)?;
    let query = proposal::Entity::find()
        .filter(own)
        .filter(proposal::Column::Status.eq("open"))
        .order_by_asc(proposal::Column::Id)
        .limit(limit)
        .lock_exclusive();
    with_revisions(tx, query).await
}

/// The open ones for a demand that may still be accepted, oldest first, kept from everybody else until the transaction ends.
pub async fn open_of_demand(tx: &Tx, demand: DemandId, now: Timestamp) -> Result<Vec<Made>, StoreError> {
    let query = proposal::Entity::find()
        .filter(proposal::Column::DemandId.eq(Uuid::from(demand)))
        .filter(proposal::Column::Status.eq("open"))
        .filter(proposal::Column::ExpiresAt.gt(now))
        .order_by_asc(proposal::Column::Id)
        .lock_exclusive();
    with_revisions(tx, query).await
}

/// Ends open ones at their own time, without an agreement.
pub async fn expire(tx: &Tx, ids: &[ProposalId]) -> Result<(), StoreError> {
    end(tx, ids, "expired", &Expr::col(proposal::Column::ExpiresAt)).await
}

/// Ends open ones before their time, for one side may not agree any more.
pub async fn stop(tx: &Tx, ids: &[ProposalId], now: Timestamp) -> Result<(), StoreError> {
    end(tx, ids, "stopped", &Expr::value(now)).await
}

async fn end(tx: &Tx, ids: &[ProposalId], status: &str, closed_at: &Expr) -> Result<(), StoreError> {
    for chunk in ids.chunks(CHUNK) {
        let done = proposal::Entity::update_many()
            .col_expr(proposal::Column::Status, Expr::value(status))
            .col_expr(proposal::Column::WaitsSupplier, Expr::value(false))
            .col_expr(proposal::Column::WaitsBuyer, Expr::value(false))
            .col_expr(proposal::Column::ClosedAt, closed_at.clone())
            .col_expr(proposal::Column::Version, Expr::col(proposal::Column::Version).add(1))
            .filter(proposal::Column::Id.is_in(chunk.iter().copied().map(Uuid::from)))
            .filter(proposal::Column::Status.eq("open"))
            .exec(tx.conn())
            .await?;
        if usize::try_from(done.rows_affected) != Ok(chunk.len()) {
            return Err(StoreError::Stale);
        }
    }
    Ok(())
}

/// What a round made, by offer or by demand, for the owner of a post.
pub async fn of_post(tx: &Tx, scope: Scope, filter: &Filter) -> Result<Vec<Made>, StoreError> {
    list(tx, scope, filter, Slice { after: None, limit: 100 }).await
}

fn reach(scope: Scope) -> Option<Condition> {
    match scope {
        Scope::All => Some(Condition::all()),
        Scope::Org(org) => {
            let org = Uuid::from(org);
            Some(Condition::any().add(proposal::Column::SupplierOrg.eq(org)).add(proposal::Column::BuyerOrg.eq(org)))
        }
        Scope::None => None,
    }
}

async fn with_revisions(tx: &Tx, query: Select<proposal::Entity>) -> Result<Vec<Made>, StoreError> {
    let rows = query.all(tx.conn()).await?;
    let mut revisions: BTreeMap<Uuid, Vec<proposal_revision::Model>> = BTreeMap::new();
    if !rows.is_empty() {
        let found = proposal_revision::Entity::find()
            .filter(proposal_revision::Column::ProposalId.is_in(rows.iter().map(|row| row.id)))
            .order_by_asc(proposal_revision::Column::Number)
            .all(tx.conn())
            .await?;
        for row in found {
            revisions.entry(row.proposal_id).or_default().push(row);
        }
    }
    let rows = rows.into_iter().map(|row| (revisions.remove(&row.id).unwrap_or_default(), row)).collect();
    in_bulk(tx, rows, |seal, (revisions, row)| row::read(seal, row, revisions)).await
}
