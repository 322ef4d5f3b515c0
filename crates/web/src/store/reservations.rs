//! What live proposals and contracts hold, so that no kilogram and no supplier's place is promised twice.
//!
//! A hold is kept with its owner (a proposal, later the contract made from it) and added up in counters of the offer, its
//! weeks, the demand and its weeks. A counter only grows by an update that checks what is left; one that is refused leaves the
//! caller's transaction to be dropped. Rows are taken in one order: offer, its weeks, demand, its weeks. Updating the offer or
//! the demand first keeps others off its weeks until the end of the transaction.
use super::entity::{demand, demand_week, hold, hold_week, offer, offer_week};
use super::{StoreError, Tx, corrupt, execute};
use domain::day::{TradeDay, Week};
use domain::id::{DemandId, OfferId, OrgId};
use domain::post::Promised;
use domain::quantity::Kg;
use domain::reservation::{Change, Hold, Slot};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, Set};
use std::collections::BTreeMap;
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
    let lines = weeks.iter().map(|row| weight(row.held_g, owner).map(|kg| (week_of(row.week), kg))).collect::<Result<Vec<_>, _>>()?;
    let hold = Hold::new(row.offer_id.into(), row.demand_id.into(), row.supplier_org.into(), lines);
    hold.map(Some).ok_or_else(|| corrupt("hold", owner))
}

/// Takes and frees what a change says, all of it or nothing; `NotEnough` when something of it is not left.
pub async fn apply(tx: &Tx, owner: impl Into<Uuid>, deal: Deal, change: &Change) -> Result<(), StoreError> {
    if change.is_nothing() {
        return Ok(());
    }
    let owner = owner.into();
    change_offer(tx, deal, change).await?;
    change_demand(tx, owner, deal, change).await?;
    change_own(tx, owner, deal, change).await
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

/// Frees what an owner holds of one week, and keeps the rest and the supplier's place.
pub async fn release_week(tx: &Tx, owner: impl Into<Uuid>, week: Week) -> Result<(), StoreError> {
    let owner = owner.into();
    let Some(hold) = find(tx, owner).await? else { return Ok(()) };
    let less = hold.weeks().filter(|(held, _)| *held == week).collect();
    apply(tx, owner, (&hold).into(), &Change { more: BTreeMap::new(), less, slot: Slot::Kept }).await
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
    let id = Uuid::from(id);
    execute(tx, "UPDATE demand SET suppliers_held = suppliers_held WHERE id = $1", [id.into()]).await?;
    let row = demand::Entity::find_by_id(id).one(tx.conn()).await?.ok_or(StoreError::Missing)?;
    let weeks = demand_week::Entity::find().filter(demand_week::Column::DemandId.eq(id)).all(tx.conn()).await?;
    promised(weeks.into_iter().map(|row| (row.week, row.held_g)), row.suppliers_held).ok_or_else(|| corrupt("demand", id))
}

/// Keeps others from promising anything of these posts until the transaction ends; offers first, each side by id. Answers the
/// versions of those that are open.
pub async fn lock(tx: &Tx, offers: &[Uuid], demands: &[Uuid]) -> Result<(BTreeMap<Uuid, i64>, BTreeMap<Uuid, i64>), StoreError> {
    use sea_orm::QuerySelect;
    let (mut open_offers, mut open_demands) = (BTreeMap::new(), BTreeMap::new());
    for chunk in sorted(offers).chunks(CHUNK) {
        let rows = offer::Entity::find()
            .select_only()
            .columns([offer::Column::Id, offer::Column::Version])
            .filter(offer::Column::Id.is_in(chunk.iter().copied()))
            .filter(offer::Column::Status.eq("open"))
            .order_by_asc(offer::Column::Id)
            .lock_exclusive();
        open_offers.extend(rows.into_tuple::<(Uuid, i64)>().all(tx.conn()).await?);
    }
    for chunk in sorted(demands).chunks(CHUNK) {
        let rows = demand::Entity::find()
            .select_only()
            .columns([demand::Column::Id, demand::Column::Version])
            .filter(demand::Column::Id.is_in(chunk.iter().copied()))
            .filter(demand::Column::Status.eq("open"))
            .order_by_asc(demand::Column::Id)
            .lock_exclusive();
        open_demands.extend(rows.into_tuple::<(Uuid, i64)>().all(tx.conn()).await?);
    }
    Ok((open_offers, open_demands))
}

/// Far below the number of values either database binds at once.
const CHUNK: usize = 500;

fn sorted(ids: &[Uuid]) -> Vec<Uuid> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    ids
}

async fn change_offer(tx: &Tx, deal: Deal, change: &Change) -> Result<(), StoreError> {
    let id = Uuid::from(deal.offer);
    let total = "UPDATE offer SET held_g = held_g + $2 WHERE id = $1 AND held_g + $2 <= total_g AND held_g + $2 >= 0";
    enough(execute(tx, total, [id.into(), change.total_grams().into()]).await?)?;
    let more = "INSERT INTO offer_week (offer_id, week, held_g) SELECT id, $2, $3 FROM offer WHERE id = $1 AND $3 <= per_week_g \
         ON CONFLICT (offer_id, week) DO UPDATE SET held_g = offer_week.held_g + excluded.held_g \
         WHERE offer_week.held_g + excluded.held_g <= (SELECT per_week_g FROM offer WHERE id = $1)";
    for (week, kg) in &change.more {
        enough(execute(tx, more, [id.into(), week.monday().date().into(), kg.grams().into()]).await?)?;
    }
    let less = "UPDATE offer_week SET held_g = held_g - $3 WHERE offer_id = $1 AND week = $2 AND held_g >= $3";
    for (week, kg) in &change.less {
        kept(execute(tx, less, [id.into(), week.monday().date().into(), kg.grams().into()]).await?, "offer_week", id)?;
    }
    Ok(())
}

async fn change_demand(tx: &Tx, owner: Uuid, deal: Deal, change: &Change) -> Result<(), StoreError> {
    let id = Uuid::from(deal.demand);
    // A statement of its own: the next one must see what others did while this one waited.
    kept(execute(tx, "UPDATE demand SET suppliers_held = suppliers_held WHERE id = $1", [id.into()]).await?, "demand", id)?;
    if change.slot != Slot::Kept && !has_other_hold(tx, owner, deal).await? {
        if change.slot == Slot::Taken {
            let place = "UPDATE demand SET suppliers_held = suppliers_held + 1 \
                 WHERE id = $1 AND (max_suppliers = 0 OR suppliers_held < max_suppliers)";
            enough(execute(tx, place, [id.into()]).await?)?;
        } else {
            execute(tx, "UPDATE demand SET suppliers_held = suppliers_held - 1 WHERE id = $1", [id.into()]).await?;
        }
    }
    let more = "UPDATE demand_week SET held_g = held_g + $3 WHERE demand_id = $1 AND week = $2 AND held_g + $3 <= needed_g";
    for (week, kg) in &change.more {
        enough(execute(tx, more, [id.into(), week.monday().date().into(), kg.grams().into()]).await?)?;
    }
    let less = "UPDATE demand_week SET held_g = held_g - $3 WHERE demand_id = $1 AND week = $2 AND held_g >= $3";
    for (week, kg) in &change.less {
        kept(execute(tx, less, [id.into(), week.monday().date().into(), kg.grams().into()]).await?, "demand_week", id)?;
    }
    Ok(())
}

/// Whether the supplier has its place in the demand by another proposal or contract.
async fn has_other_hold(tx: &Tx, owner: Uuid, deal: Deal) -> Result<bool, StoreError> {
    let others = hold::Entity::find()
        .filter(hold::Column::DemandId.eq(Uuid::from(deal.demand)))
        .filter(hold::Column::SupplierOrg.eq(Uuid::from(deal.supplier)))
        .filter(hold::Column::Owner.ne(owner));
    Ok(others.count(tx.conn()).await? > 0)
}

async fn change_own(tx: &Tx, owner: Uuid, deal: Deal, change: &Change) -> Result<(), StoreError> {
    if change.slot == Slot::Taken {
        let row = hold::ActiveModel {
            owner: Set(owner),
            offer_id: Set(deal.offer.into()),
            demand_id: Set(deal.demand.into()),
            supplier_org: Set(deal.supplier.into()),
        };
        row.insert(tx.conn()).await?;
    }
    let more = "INSERT INTO hold_week (owner, week, held_g) VALUES ($1, $2, $3) \
         ON CONFLICT (owner, week) DO UPDATE SET held_g = hold_week.held_g + excluded.held_g";
    for (week, kg) in &change.more {
        execute(tx, more, [owner.into(), week.monday().date().into(), kg.grams().into()]).await?;
    }
    for (week, kg) in &change.less {
        let values = || [owner.into(), week.monday().date().into(), kg.grams().into()];
        let all = execute(tx, "DELETE FROM hold_week WHERE owner = $1 AND week = $2 AND held_g = $3", values()).await?;
        if all == 0 {
            let part = "UPDATE hold_week SET held_g = held_g - $3 WHERE owner = $1 AND week = $2 AND held_g > $3";
            kept(execute(tx, part, values()).await?, "hold_week", owner)?;
        }
    }
    if change.slot == Slot::Freed {
        hold::Entity::delete_by_id(owner).exec(tx.conn()).await?;
    }
    Ok(())
}

const fn enough(rows: u64) -> Result<(), StoreError> {
    if rows == 1 { Ok(()) } else { Err(StoreError::NotEnough) }
}

/// What is given back was held.
fn kept(rows: u64, table: &'static str, id: Uuid) -> Result<(), StoreError> {
    if rows == 1 { Ok(()) } else { Err(corrupt(table, id)) }
}

fn week_of(monday: chrono::NaiveDate) -> Week {
    TradeDay::new(monday).week()
}

fn weight(grams: i64, id: Uuid) -> Result<Kg, StoreError> {
    Kg::from_grams(grams).map_err(|_| corrupt("hold_week", id))
}

fn promised(weeks: impl Iterator<Item = (chrono::NaiveDate, i64)>, suppliers: i64) -> Option<Promised> {
    let weeks: Option<Vec<_>> = weeks.map(|(week, grams)| Some((week_of(week), Kg::from_grams(grams).ok()?))).collect();
    Promised::new(weeks?, suppliers.try_into().ok()?)
}
