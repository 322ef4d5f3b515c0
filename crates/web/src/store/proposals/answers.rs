//! Many proposals answered alike in a few statements.
use super::{Made, reach, with_revisions};
use crate::store::entity::{proposal, proposal_revision};
use crate::store::{CHUNK, StoreError, Tx};
use domain::account::Side;
use domain::id::ProposalId;
use domain::policy::Scope;
use domain::proposal::{Proposal, Status};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Those of them that there are, kept from everybody else until the transaction ends; locked in the order of their ids, as
/// everybody does who locks several.
pub async fn many_for_change(tx: &Tx, scope: Scope, ids: &[ProposalId]) -> Result<BTreeMap<ProposalId, Made>, StoreError> {
    let mut found = BTreeMap::new();
    for chunk in ids.chunks(CHUNK) {
        let reach = reach(scope).ok_or(StoreError::Missing)?;
        let query = proposal::Entity::find()
            .filter(proposal::Column::Id.is_in(chunk.iter().copied().map(Uuid::from)))
            .filter(reach)
            .order_by_asc(proposal::Column::Id)
            .lock_exclusive();
        found.extend(with_revisions(tx, query).await?.into_iter().map(|made| (made.proposal.id, made)));
    }
    Ok(found)
}

/// Saves that one side accepted the revision on the table of each; they stay open for the other.
pub async fn accept(tx: &Tx, side: Side, next: &[&Proposal]) -> Result<(), StoreError> {
    let (waits, by, at) = match side {
        Side::Supplier => (proposal::Column::WaitsSupplier, proposal_revision::Column::SupplierUser, proposal_revision::Column::SupplierAt),
        Side::Buyer => (proposal::Column::WaitsBuyer, proposal_revision::Column::BuyerUser, proposal_revision::Column::BuyerAt),
    };
    let mut revisions: BTreeMap<u16, Vec<&Proposal>> = BTreeMap::new();
    for one in next {
        revisions.entry(one.current.number).or_default().push(one);
    }
    for (number, of) in revisions {
        let Some(accepted) = of.first().and_then(|one| one.current.acceptance(side)) else { return Err(StoreError::Stale) };
        for chunk in of.chunks(CHUNK) {
            let ids = || chunk.iter().map(|one| Uuid::from(one.id));
            let done = proposal::Entity::update_many()
                .col_expr(waits, Expr::value(false))
                .col_expr(proposal::Column::Version, Expr::col(proposal::Column::Version).add(1))
                .filter(proposal::Column::Id.is_in(ids()))
                .filter(proposal::Column::Status.eq("open"))
                .exec(tx.conn())
                .await?;
            all(done.rows_affected, chunk)?;
            let done = proposal_revision::Entity::update_many()
                .col_expr(by, Expr::value(Uuid::from(accepted.user)))
                .col_expr(at, Expr::value(accepted.at))
                .filter(proposal_revision::Column::ProposalId.is_in(ids()))
                .filter(proposal_revision::Column::Number.eq(i64::from(number)))
                .exec(tx.conn())
                .await?;
            all(done.rows_affected, chunk)?;
        }
    }
    Ok(())
}

/// Saves that they were declined, all with one reason by one person.
pub async fn decline(tx: &Tx, next: &[&Proposal]) -> Result<(), StoreError> {
    let Some(Status::Declined { by, user, reason, at }) = next.first().map(|one| &one.status) else { return Err(StoreError::Stale) };
    for chunk in next.chunks(CHUNK) {
        let done = proposal::Entity::update_many()
            .col_expr(proposal::Column::Status, Expr::value("declined"))
            .col_expr(proposal::Column::WaitsSupplier, Expr::value(false))
            .col_expr(proposal::Column::WaitsBuyer, Expr::value(false))
            .col_expr(proposal::Column::ClosedAt, Expr::value(*at))
            .col_expr(proposal::Column::ClosedSide, Expr::value(by.code()))
            .col_expr(proposal::Column::ClosedBy, Expr::value(Uuid::from(*user)))
            .col_expr(proposal::Column::ClosedReason, Expr::value(reason.as_str()))
            .col_expr(proposal::Column::Version, Expr::col(proposal::Column::Version).add(1))
            .filter(proposal::Column::Id.is_in(chunk.iter().map(|one| Uuid::from(one.id))))
            .filter(proposal::Column::Status.eq("open"))
            .exec(tx.conn())
            .await?;
        all(done.rows_affected, chunk)?;
    }
    Ok(())
}

fn all(touched: u64, asked: &[&Proposal]) -> Result<(), StoreError> {
    if usize::try_from(touched) == Ok(asked.len()) { Ok(()) } else { Err(StoreError::Stale) }
}
