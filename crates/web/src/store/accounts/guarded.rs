//! Changes of where an organisation's money goes, of who signs for it and of who leads it.
mod row;

use crate::store::entity::guarded_change::{Column, Entity};
use crate::store::entity::{contract, contract_due, line};
use crate::store::{Slice, StoreError, Tx, exactly_one, taken};
use domain::account::{GuardedChange, GuardedState, Side};
use domain::day::Timestamp;
use domain::id::{GuardedChangeId, OrgId};
use domain::policy::Scope;
use row::{from_row, to_row};
use sea_orm::sea_query::Query;
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

const OPEN: [&str; 3] = ["to_confirm", "to_decide", "cooling"];

/// `Taken("org_id")` when the organisation has an open change of this kind.
pub async fn insert_guarded_change(tx: &Tx, change: &GuardedChange) -> Result<(), StoreError> {
    to_row(change)?.insert(tx.conn()).await.map_err(|error| taken(error, "guarded_change", "org_id"))?;
    Ok(())
}

/// Saves the next version; `Stale` when somebody saved that version first.
pub async fn save_guarded_change(tx: &Tx, change: &GuardedChange) -> Result<(), StoreError> {
    let own = Entity::update_many()
        .set(to_row(change)?)
        .filter(Column::Id.eq(Uuid::from(change.id)))
        .filter(Column::Version.eq(change.version - 1));
    exactly_one(own.exec(tx.conn()).await?.rows_affected)
}

pub async fn get_guarded_change(tx: &Tx, scope: Scope, id: GuardedChangeId) -> Result<GuardedChange, StoreError> {
    let found = Entity::find_by_id(Uuid::from(id)).one(tx.conn()).await?.map_or(Err(StoreError::Missing), from_row)?;
    match scope {
        Scope::All => Ok(found),
        Scope::Org(org) if org == found.org => Ok(found),
        Scope::Org(_) | Scope::None => Err(StoreError::Missing),
    }
}

/// Of one organisation, newest first.
pub async fn list_guarded_changes(tx: &Tx, org: OrgId, slice: Slice<Uuid>) -> Result<Vec<GuardedChange>, StoreError> {
    let mut query = Entity::find().filter(Column::OrgId.eq(Uuid::from(org))).order_by_desc(Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(Column::Id.lt(after));
    }
    query.all(tx.conn()).await?.into_iter().map(from_row).collect()
}

/// Those of one organisation that are under way; one of each kind at most.
pub async fn open_guarded_changes(tx: &Tx, org: OrgId) -> Result<Vec<GuardedChange>, StoreError> {
    let own = Entity::find().filter(Column::OrgId.eq(Uuid::from(org))).filter(Column::Status.is_in(OPEN)).order_by_asc(Column::Id);
    own.all(tx.conn()).await?.into_iter().map(from_row).collect()
}

/// Those that wait for the office, oldest first.
pub async fn guarded_changes_to_decide(tx: &Tx, slice: Slice<Uuid>) -> Result<Vec<GuardedChange>, StoreError> {
    let mut query = Entity::find().filter(Column::Status.eq("to_decide")).order_by_asc(Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(Column::Id.gt(after));
    }
    query.all(tx.conn()).await?.into_iter().map(from_row).collect()
}

/// Those whose wait is over, so many at most.
pub async fn due_guarded_changes(tx: &Tx, now: Timestamp, limit: u64) -> Result<Vec<GuardedChange>, StoreError> {
    let due = Entity::find().filter(Column::Status.eq("cooling")).filter(Column::EffectiveAt.lte(now));
    due.order_by_asc(Column::EffectiveAt).limit(limit).all(tx.conn()).await?.into_iter().map(from_row).collect()
}

/// Requests from before a certain time that nobody confirmed, so many at most.
pub async fn unconfirmed_guarded_changes(tx: &Tx, asked_by: Timestamp, limit: u64) -> Result<Vec<GuardedChange>, StoreError> {
    let late = Entity::find().filter(Column::Status.eq("to_confirm")).filter(Column::AskedAt.lte(asked_by));
    late.order_by_asc(Column::AskedAt).limit(limit).all(tx.conn()).await?.into_iter().map(from_row).collect()
}

/// The changes of account of each of some organisations that can concern who pays them: the one in force, and before it the one
/// that waits.
pub async fn account_changes(tx: &Tx, orgs: impl IntoIterator<Item = OrgId>) -> Result<BTreeMap<OrgId, Vec<GuardedChange>>, StoreError> {
    let orgs: BTreeSet<Uuid> = orgs.into_iter().map(Uuid::from).collect();
    let rows = Entity::find()
        .filter(Column::Kind.eq("bank_account"))
        .filter(Column::OrgId.is_in(orgs))
        .filter(Column::Status.is_in(["cooling", "in_force"]))
        .order_by_desc(Column::Id)
        .all(tx.conn())
        .await?;
    let mut found: BTreeMap<_, Vec<GuardedChange>> = BTreeMap::new();
    for row in rows {
        let change = from_row(row)?;
        let known = found.entry(change.org).or_default();
        // Older ones were replaced by it.
        if !known.iter().any(|newer| matches!(newer.state, GuardedState::InForce { .. })) {
            known.push(change);
        }
    }
    Ok(found)
}

/// With whom an organisation has something open, money still to be paid after the end of a contract with it, and on which side
/// they stand.
pub async fn partners(tx: &Tx, org: OrgId) -> Result<Vec<(OrgId, Side)>, StoreError> {
    let own = Uuid::from(org);
    let party = Condition::any().add(contract::Column::SupplierId.eq(own)).add(contract::Column::BuyerId.eq(own));
    let mut unsettled = Query::select();
    unsettled.column(line::Column::ContractId).from(line::Entity).and_where(line::Column::Payment.is_in(["due", "declared"]));
    let mut owing = Query::select();
    let due = contract_due::Column::Payment.is_in(["due", "declared"]);
    owing.column(contract_due::Column::ContractId).from(contract_due::Entity).and_where(due);
    let open = Condition::any()
        .add(contract::Column::Id.in_subquery(owing))
        .add(contract::Column::Status.is_in(["signing", "half_signed", "in_force"]))
        .add(contract::Column::Id.in_subquery(unsettled));
    let rows = contract::Entity::find()
        .select_only()
        .columns([contract::Column::SupplierId, contract::Column::BuyerId])
        .filter(party)
        .filter(open)
        .distinct()
        .into_tuple::<(Uuid, Uuid)>()
        .all(tx.conn())
        .await?;
    let other =
        |(supplier, buyer): (Uuid, Uuid)| if supplier == own { (buyer.into(), Side::Buyer) } else { (supplier.into(), Side::Supplier) };
    Ok(rows.into_iter().map(other).collect())
}
