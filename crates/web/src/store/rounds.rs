//! Rounds as they ran: totals in columns, the market and the plan packed beside them, a row for every rest with its reason.
mod row;
mod unmatched;

use super::entity::{round, round_file};
use super::{Slice, StoreError, Tx, corrupt, taken};
use domain::day::Timestamp;
use domain::id::{RoundId, UserId};
use matching::market::Market;
use matching::plan::Plan;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set};
pub use unmatched::{Group, Unmatched, UnmatchedFilter, groups, insert_unmatched, list_unmatched, unmatched_of_post};
use uuid::Uuid;

/// Why a round ran.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// A person of the programme office pressed the button.
    Officer(UserId),
    /// One of the day's hours came; the key names the day and the hour.
    Hour(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    pub id: RoundId,
    pub by: By,
    pub ran_at: Timestamp,
    /// From reading the market to the last row written.
    pub millis: i64,
    pub market_hash: String,
    pub plan_hash: String,
    pub totals: Totals,
}

/// Weights in grams, amounts in đồng.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals {
    pub offers: i64,
    pub demands: i64,
    pub suppliers: i64,
    pub buyers: i64,
    pub offered_g: i64,
    pub demanded_g: i64,
    pub matched_g: i64,
    pub value: i64,
    pub bound: i64,
    /// What suppliers get above what they asked for.
    pub supplier_gain: i64,
    /// What buyers pay below what they would have paid.
    pub buyer_gain: i64,
    /// All goods at their farm-gate prices.
    pub goods_amount: i64,
    pub freight_amount: i64,
    pub trades: i64,
    /// Trades whose posts changed or were promised while the round was computed.
    pub dropped: i64,
}

/// `Taken("slot")` when the round of that hour is there already.
pub async fn insert(tx: &Tx, round: &Round) -> Result<(), StoreError> {
    row::write(tx.seal()?, round)?.insert(tx.conn()).await.map_err(|error| taken(error, "round", "slot"))?;
    Ok(())
}

/// Sets the totals that are known once the proposals are made.
pub async fn finish(tx: &Tx, id: RoundId, dropped: i64, millis: i64) -> Result<(), StoreError> {
    let row = round::ActiveModel { dropped: Set(dropped), millis: Set(millis), ..Default::default() };
    round::Entity::update_many().set(row).filter(round::Column::Id.eq(Uuid::from(id))).exec(tx.conn()).await?;
    Ok(())
}

/// What went in and what came out, packed.
pub async fn insert_files(tx: &Tx, id: RoundId, market: Vec<u8>, plan: Vec<u8>) -> Result<(), StoreError> {
    let seal = tx.seal()?;
    let sealed = |column: &str, packed: &[u8]| Set(seal.close("round_file", column, id.into(), packed));
    let (market, plan) = (sealed("market", &market), sealed("plan", &plan));
    round_file::ActiveModel { round_id: Set(id.into()), market, plan }.insert(tx.conn()).await?;
    Ok(())
}

pub async fn files(tx: &Tx, id: RoundId) -> Result<(Market, Plan), StoreError> {
    let row = round_file::Entity::find_by_id(Uuid::from(id)).one(tx.conn()).await?.ok_or(StoreError::Missing)?;
    let unread = |_| corrupt("round_file", id);
    let seal = tx.seal()?;
    let open = |column: &str, sealed: &[u8]| seal.open("round_file", column, id.into(), sealed);
    let (market, plan) = (open("market", &row.market)?, open("plan", &row.plan)?);
    Ok((row::unpack(&market).map_err(unread)?, row::unpack(&plan).map_err(unread)?))
}

pub use row::pack;

/// The market of a round, still packed: reading it is work for away from the async threads.
#[derive(Debug)]
pub struct PackedMarket(RoundId, Vec<u8>);

impl PackedMarket {
    pub fn read(&self) -> Result<Market, StoreError> {
        row::unpack(&self.1).map_err(|_| corrupt("round_file", self.0))
    }
}

pub async fn market_of(tx: &Tx, id: RoundId) -> Result<PackedMarket, StoreError> {
    let query = round_file::Entity::find_by_id(Uuid::from(id)).select_only().column(round_file::Column::Market);
    let sealed = query.into_tuple::<Vec<u8>>().one(tx.conn()).await?.ok_or(StoreError::Missing)?;
    Ok(PackedMarket(id, tx.seal()?.open("round_file", "market", id.into(), &sealed)?))
}

pub async fn get(tx: &Tx, id: RoundId) -> Result<Round, StoreError> {
    round::Entity::find_by_id(Uuid::from(id)).one(tx.conn()).await?.map_or(Err(StoreError::Missing), |row| row::read(tx.seal()?, row))
}

/// Newest first.
pub async fn list(tx: &Tx, slice: Slice<Uuid>) -> Result<Vec<Round>, StoreError> {
    let mut query = round::Entity::find().order_by_desc(round::Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(round::Column::Id.lt(after));
    }
    query.all(tx.conn()).await?.into_iter().map(|row| row::read(tx.seal()?, row)).collect()
}

pub async fn latest(tx: &Tx) -> Result<Option<Round>, StoreError> {
    round::Entity::find().order_by_desc(round::Column::Id).one(tx.conn()).await?.map(|row| row::read(tx.seal()?, row)).transpose()
}

/// Whether a round ran at or after a moment.
pub async fn ran_since(tx: &Tx, at: Timestamp) -> Result<bool, StoreError> {
    Ok(round::Entity::find().filter(round::Column::RanAt.gte(at)).count(tx.conn()).await? > 0)
}
