//! What is left of some posts, read under lock, and the changes that were admitted.
use super::Deal;
use crate::store::entity::{demand, demand_week, hold, offer, offer_week};
use crate::store::{StoreError, Tx, corrupt};
use chrono::NaiveDate;
use domain::quantity::Kg;
use domain::reservation::{Change, Slot};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Rows read at once: far below the number of values either database binds.
const CHUNK: usize = 500;

#[derive(Debug)]
struct OfferRow {
    /// Its version, while it is open.
    open: Option<i64>,
    total: i64,
    per_week: i64,
    held: i64,
    weeks: BTreeMap<NaiveDate, i64>,
}

#[derive(Debug)]
struct DemandRow {
    open: Option<i64>,
    /// Zero for any number.
    most_suppliers: i64,
    /// Who has a place, and by which holds.
    places: BTreeMap<Uuid, BTreeSet<Uuid>>,
    /// The most that one supplier may have, if that is limited, and what each has then.
    most_of_one: Option<i64>,
    shares: BTreeMap<Uuid, i64>,
    weeks: BTreeMap<NaiveDate, DemandWeekRow>,
}

#[derive(Debug, Clone, Copy)]
struct DemandWeekRow {
    needed: i64,
    held: i64,
}

/// Nobody else changes these posts or what is held of them until the transaction ends.
#[derive(Debug, Default)]
pub struct Ledger {
    offers: BTreeMap<Uuid, OfferRow>,
    demands: BTreeMap<Uuid, DemandRow>,
    pub(super) changes: Changes,
}

/// What the counters and the holds change by.
#[derive(Debug, Default)]
pub(super) struct Changes {
    pub(super) offers: BTreeMap<Uuid, i64>,
    pub(super) offer_weeks: BTreeMap<(Uuid, NaiveDate), i64>,
    pub(super) demands: BTreeMap<Uuid, i64>,
    pub(super) demand_weeks: BTreeMap<(Uuid, NaiveDate), i64>,
    pub(super) taken: Vec<(Uuid, Deal)>,
    pub(super) freed: Vec<Uuid>,
    /// Of owners that keep their hold or have just taken it.
    pub(super) weeks: BTreeMap<(Uuid, NaiveDate), i64>,
}

impl Ledger {
    /// Offers first, each side by id: everybody who locks several posts waits in the same order.
    pub async fn lock(tx: &Tx, offers: &[Uuid], demands: &[Uuid]) -> Result<Self, StoreError> {
        let mut ledger = Self::default();
        for chunk in sorted(offers).chunks(CHUNK) {
            let ids = || chunk.iter().copied();
            let rows = offer::Entity::find().filter(offer::Column::Id.is_in(ids())).order_by_asc(offer::Column::Id).lock_exclusive();
            for row in rows.all(tx.conn()).await? {
                let open = (row.status == "open").then_some(row.version);
                let kept = OfferRow { open, total: row.total_g, per_week: row.per_week_g, held: row.held_g, weeks: BTreeMap::new() };
                ledger.offers.insert(row.id, kept);
            }
            for row in offer_week::Entity::find().filter(offer_week::Column::OfferId.is_in(ids())).all(tx.conn()).await? {
                if let Some(offer) = ledger.offers.get_mut(&row.offer_id) {
                    offer.weeks.insert(row.week, row.held_g);
                }
            }
        }
        for chunk in sorted(demands).chunks(CHUNK) {
            let ids = || chunk.iter().copied();
            let rows = demand::Entity::find().filter(demand::Column::Id.is_in(ids())).order_by_asc(demand::Column::Id).lock_exclusive();
            for row in rows.all(tx.conn()).await? {
                let open = (row.status == "open").then_some(row.version);
                let most_of_one = share_of(row.total_g, row.max_share);
                let (places, shares, weeks) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
                ledger.demands.insert(row.id, DemandRow { open, most_suppliers: row.max_suppliers, places, most_of_one, shares, weeks });
            }
            for row in demand_week::Entity::find().filter(demand_week::Column::DemandId.is_in(ids())).all(tx.conn()).await? {
                let week = DemandWeekRow { needed: row.needed_g, held: row.held_g };
                if let Some(demand) = ledger.demands.get_mut(&row.demand_id) {
                    demand.weeks.insert(row.week, week);
                }
            }
            for row in hold::Entity::find().filter(hold::Column::DemandId.is_in(ids())).all(tx.conn()).await? {
                if let Some(demand) = ledger.demands.get_mut(&row.demand_id) {
                    demand.places.entry(row.supplier_org).or_default().insert(row.owner);
                }
            }
            ledger.read_shares(tx, chunk).await?;
        }
        Ok(ledger)
    }

    /// What each supplier has of those demands that take so much of one only.
    async fn read_shares(&mut self, tx: &Tx, demands: &[Uuid]) -> Result<(), StoreError> {
        let limited: Vec<Uuid> =
            demands.iter().copied().filter(|id| self.demands.get(id).is_some_and(|row| row.most_of_one.is_some())).collect();
        if limited.is_empty() {
            return Ok(());
        }
        for (demand, supplier, grams) in super::shares(tx, Condition::all().add(hold::Column::DemandId.is_in(limited))).await? {
            if let Some(row) = self.demands.get_mut(&demand) {
                row.shares.insert(supplier, grams);
            }
        }
        Ok(())
    }

    /// Whether an offer and a demand are open and still what they were at these versions.
    pub fn unchanged(&self, (offer, offer_version): (Uuid, i64), (demand, demand_version): (Uuid, i64)) -> bool {
        self.offers.get(&offer).and_then(|row| row.open) == Some(offer_version)
            && self.demands.get(&demand).and_then(|row| row.open) == Some(demand_version)
    }

    /// Counts a change of an owner's hold, all of it or nothing.
    pub fn change(&mut self, owner: Uuid, deal: Deal, change: &Change) -> Result<(), StoreError> {
        let (offer_id, demand_id, supplier) = (Uuid::from(deal.offer), Uuid::from(deal.demand), Uuid::from(deal.supplier));
        let offer = self.offers.get_mut(&offer_id).ok_or_else(|| corrupt("offer", offer_id))?;
        let demand = self.demands.get_mut(&demand_id).ok_or_else(|| corrupt("demand", demand_id))?;
        if !offer.admits(change) || !demand.admits(supplier, change) {
            return Err(StoreError::NotEnough);
        }
        if !demand.shares(supplier, change) {
            return Err(StoreError::OverShare);
        }
        *demand.shares.entry(supplier).or_default() += change.total_grams();
        offer.held += change.total_grams();
        *self.changes.offers.entry(offer_id).or_default() += change.total_grams();
        for (week, grams) in deltas(change) {
            *offer.weeks.entry(week).or_default() += grams;
            *self.changes.offer_weeks.entry((offer_id, week)).or_default() += grams;
            if let Some(row) = demand.weeks.get_mut(&week) {
                row.held += grams;
            }
            *self.changes.demand_weeks.entry((demand_id, week)).or_default() += grams;
            if change.slot != Slot::Freed {
                *self.changes.weeks.entry((owner, week)).or_default() += grams;
            }
        }
        let places = demand.places.len();
        match change.slot {
            Slot::Kept => {}
            Slot::Taken => {
                demand.places.entry(supplier).or_default().insert(owner);
                self.changes.taken.push((owner, deal));
            }
            Slot::Freed => {
                if demand.places.get_mut(&supplier).is_some_and(|owners| owners.remove(&owner) && owners.is_empty()) {
                    demand.places.remove(&supplier);
                }
                self.changes.freed.push(owner);
            }
        }
        let moved = i64::try_from(demand.places.len()).unwrap_or(i64::MAX) - i64::try_from(places).unwrap_or(i64::MAX);
        *self.changes.demands.entry(demand_id).or_default() += moved;
        Ok(())
    }
}

impl OfferRow {
    fn admits(&self, change: &Change) -> bool {
        let fits = |week: NaiveDate, grams: i64| self.weeks.get(&week).copied().unwrap_or_default() + grams <= self.per_week;
        let more = change.more.iter().all(|(week, kg)| fits(week.monday().date(), kg.grams()));
        // What is freed together with a larger take may not free more than is held: the database refuses it.
        more && (change.total_grams() <= 0 || self.held + change.total_grams() <= self.total)
    }
}

impl DemandRow {
    fn admits(&self, supplier: Uuid, change: &Change) -> bool {
        let most = usize::try_from(self.most_suppliers).unwrap_or(usize::MAX);
        let place = change.slot != Slot::Taken || most == 0 || self.places.contains_key(&supplier) || self.places.len() < most;
        let fits = |week: NaiveDate, grams: i64| self.weeks.get(&week).is_some_and(|row| row.held + grams <= row.needed);
        place && change.more.iter().all(|(week, kg)| fits(week.monday().date(), kg.grams()))
    }

    /// Whether one supplier may have as much. Who has more already, because the demand shrank, may still give some back.
    fn shares(&self, supplier: Uuid, change: &Change) -> bool {
        let has = self.shares.get(&supplier).copied().unwrap_or_default();
        change.total_grams() <= 0 || self.most_of_one.is_none_or(|most| has + change.total_grams() <= most)
    }
}

/// A part of a demand in grams, which are bounded far below what a product with a percentage could pass; no limit at zero percent.
fn share_of(total: i64, percent: i64) -> Option<i64> {
    (percent > 0).then(|| total * percent / 100)
}

fn deltas(change: &Change) -> impl Iterator<Item = (NaiveDate, i64)> {
    let more = change.more.iter().map(|(week, kg): (_, &Kg)| (week.monday().date(), kg.grams()));
    more.chain(change.less.iter().map(|(week, kg)| (week.monday().date(), -kg.grams())))
}

fn sorted(ids: &[Uuid]) -> Vec<Uuid> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    ids
}
