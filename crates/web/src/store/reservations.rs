//! What live proposals and contracts hold, so that no kilogram and no supplier's place is promised twice.
//!
//! A hold is kept with its owner (a proposal, later the contract made from it) and added up in counters of the offer, its
//! weeks, the demand and its weeks. Whoever changes a hold first keeps others off the offer and then off the demand until the
//! end of the transaction, counts what is left, and writes; the updates check the bounds once more.
mod ledger;
mod save;

use super::entity::{demand, hold, hold_week, offer_week};
use super::{StoreError, Tx, corrupt, execute};
use domain::day::TradeDay;
use domain::id::{DemandId, OfferId, OrgId};
use domain::post::Promised;
use domain::quantity::Kg;
use domain::reservation::{Change, Hold};
pub use ledger::Ledger;
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, EntityTrait, ExprTrait, JoinType, QueryFilter, QuerySelect, Set};
use uuid::Uuid;

/// What an owner holds from whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deal {
    pub offer: OfferId,
    pub demand: DemandId,
    pub supplier: OrgId,
}

impl From<&Hold> for Deal {
    fn from(hold: &Hold) -> Self {
        Self { offer: hold.offer, demand: hold.demand, supplier: hold.supplier }
    }
}

/// What an owner holds; nothing when it holds nothing.
pub async fn find(tx: &Tx, owner: impl Into<Uuid>) -> Result<Option<Hold>, StoreError> {
    let owner = owner.into();
    let Some(row) = hold::Entity::find_by_id(owner).one(tx.conn()).await? else { return Ok(None) };
    let weeks = hold_week::Entity::find().filter(hold_week::Column::Owner.eq(owner)).all(tx.conn()).await?;
    let weight = |grams: i64| Kg::from_grams(grams).map_err(|_| corrupt("hold_week", owner));
    let lines = weeks.iter().map(|row| weight(row.held_g).map(|kg| (TradeDay::new(row.week).week(), kg))).collect::<Result<Vec<_>, _>>()?;
    let hold = Hold::new(row.offer_id.into(), row.demand_id.into(), row.supplier_org.into(), lines);
    hold.map(Some).ok_or_else(|| corrupt("hold", owner))
}

/// Takes and frees what a change says, all of it or nothing; `NotEnough` when something of it is not left, `OverShare` when one supplier
/// would have more of the demand than the buyer takes of one.
pub async fn apply(tx: &Tx, owner: impl Into<Uuid>, deal: Deal, change: &Change) -> Result<(), StoreError> {
    if change.is_nothing() {
        return Ok(());
    }
    let mut ledger = Ledger::lock(tx, &[deal.offer.into()], &[deal.demand.into()]).await?;
    ledger.change(owner.into(), deal, change)?;
    ledger.save(tx).await
}

/// A new hold of an owner that holds nothing yet.
pub async fn take(tx: &Tx, owner: impl Into<Uuid>, hold: &Hold) -> Result<(), StoreError> {
    apply(tx, owner, hold.into(), &hold.take()).await
}

/// Frees all that an owner holds; freeing nothing is harmless.
pub async fn release(tx: &Tx, owner: impl Into<Uuid>) -> Result<(), StoreError> {
    let owner = owner.into();
    match find(tx, owner).await? {
        Some(hold) => apply(tx, owner, (&hold).into(), &hold.free()).await,
        None => Ok(()),
    }
}

/// What one owner holds passes to another as it is: from a proposal to its contract.
pub async fn move_owner(tx: &Tx, from: impl Into<Uuid>, to: impl Into<Uuid>) -> Result<(), StoreError> {
    let (from, to) = (from.into(), to.into());
    let row = hold::Entity::find_by_id(from).one(tx.conn()).await?.ok_or(StoreError::Missing)?;
    let moved = hold::ActiveModel {
        owner: Set(to),
        offer_id: Set(row.offer_id),
        demand_id: Set(row.demand_id),
        supplier_org: Set(row.supplier_org),
    };
    moved.insert(tx.conn()).await?;
    execute(tx, "UPDATE hold_week SET owner = $1 WHERE owner = $2", [to.into(), from.into()]).await?;
    hold::Entity::delete_by_id(from).exec(tx.conn()).await?;
    Ok(())
}

/// What is promised of an offer. For an edit in a write transaction: nobody promises more of it until the transaction ends.
pub async fn promised_offer(tx: &Tx, id: OfferId) -> Result<Promised, StoreError> {
    execute(tx, "UPDATE offer SET held_g = held_g WHERE id = $1", [Uuid::from(id).into()]).await?;
    held_of_offer(tx, id).await
}

/// What is promised of an offer at this moment.
pub async fn held_of_offer(tx: &Tx, id: OfferId) -> Result<Promised, StoreError> {
    let id = Uuid::from(id);
    let weeks = offer_week::Entity::find().filter(offer_week::Column::OfferId.eq(id)).all(tx.conn()).await?;
    promised(weeks.into_iter().map(|row| (row.week, row.held_g)), 0).ok_or_else(|| corrupt("offer", id))
}

/// What is promised of a demand, and to how many suppliers; like [`promised_offer`].
pub async fn promised_demand(tx: &Tx, id: DemandId) -> Result<Promised, StoreError> {
    use super::entity::demand_week;
    let id = Uuid::from(id);
    execute(tx, "UPDATE demand SET suppliers_held = suppliers_held WHERE id = $1", [id.into()]).await?;
    let row = demand::Entity::find_by_id(id).one(tx.conn()).await?.ok_or(StoreError::Missing)?;
    let weeks = demand_week::Entity::find().filter(demand_week::Column::DemandId.eq(id)).all(tx.conn()).await?;
    let most = shares(tx, Condition::all().add(hold::Column::DemandId.eq(id)))
        .await?
        .into_iter()
        .map(|(_, _, grams)| grams)
        .max()
        .unwrap_or_default();
    let most = Kg::from_grams(most).map_err(|_| corrupt("demand", id))?;
    let promised = promised(weeks.into_iter().map(|row| (row.week, row.held_g)), row.suppliers_held);
    promised.map(|promised| promised.with_most_of_one(most)).ok_or_else(|| corrupt("demand", id))
}

/// What each supplier has of the demands of some holds, in grams.
pub(super) async fn shares(tx: &Tx, of: Condition) -> Result<Vec<(Uuid, Uuid, i64)>, StoreError> {
    let weeks = hold::Entity::belongs_to(hold_week::Entity).from(hold::Column::Owner).to(hold_week::Column::Owner);
    let rows = hold::Entity::find()
        .select_only()
        .columns([hold::Column::DemandId, hold::Column::SupplierOrg])
        .column_as(hold_week::Column::HeldG.sum().cast_as("bigint"), "held_g")
        .join(JoinType::InnerJoin, weeks.into())
        .filter(of)
        .group_by(hold::Column::DemandId)
        .group_by(hold::Column::SupplierOrg);
    Ok(rows.into_tuple().all(tx.conn()).await?)
}

fn promised(weeks: impl Iterator<Item = (chrono::NaiveDate, i64)>, suppliers: i64) -> Option<Promised> {
    let weeks: Option<Vec<_>> = weeks.map(|(week, grams)| Some((TradeDay::new(week).week(), Kg::from_grams(grams).ok()?))).collect();
    Promised::new(weeks?, suppliers.try_into().ok()?)
}
