//! Consent on paper to what the office entered, with the scan. Rows are only added: an entry names the slip that stands for it now.
use super::entity::{assisted_slip, assisted_slip_content};
use super::{StoreError, Tx, corrupt};
use assisted_slip::Column;
use domain::assisted::Slip;
use domain::day::TradeDay;
use domain::id::{AssistedId, SlipId};
use domain::scan::Media;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, Set};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A slip with what kind of file its scan is.
#[derive(Debug, Clone)]
pub struct Kept {
    pub slip: Slip,
    pub media: Media,
    pub hash: [u8; 32],
}

pub async fn insert(tx: &Tx, kept: &Kept, bytes: Vec<u8>) -> Result<(), StoreError> {
    let Kept { slip: Slip { id, entry, reference, signed_on, version, by, at }, media, hash } = kept.clone();
    let row = assisted_slip::ActiveModel {
        id: Set(id.into()),
        assisted_id: Set(entry.into()),
        reference: Set(reference.into()),
        signed_on: Set(signed_on.date()),
        post_version: Set(version),
        media: Set(media.code().to_owned()),
        hash: Set(hash.to_vec()),
        recorded_by: Set(by.into()),
        recorded_at: Set(at),
    };
    row.insert(tx.conn()).await?;
    let content = assisted_slip_content::ActiveModel { slip_id: Set(id.into()), bytes: Set(bytes) };
    assisted_slip_content::Entity::insert(content).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// How many slips one entry had.
pub async fn count(tx: &Tx, entry: AssistedId) -> Result<u64, StoreError> {
    Ok(assisted_slip::Entity::find().filter(Column::AssistedId.eq(Uuid::from(entry))).count(tx.conn()).await?)
}

pub async fn of(tx: &Tx, ids: impl IntoIterator<Item = SlipId>) -> Result<BTreeMap<SlipId, Kept>, StoreError> {
    let ids: Vec<Uuid> = ids.into_iter().map(Uuid::from).collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = assisted_slip::Entity::find().filter(Column::Id.is_in(ids)).all(tx.conn()).await?;
    let read = |row: assisted_slip::Model| {
        let id = row.id;
        read(row).map(|kept| (kept.slip.id, kept)).ok_or_else(|| corrupt("assisted_slip", id))
    };
    rows.into_iter().map(read).collect()
}

pub async fn bytes(tx: &Tx, id: SlipId) -> Result<Vec<u8>, StoreError> {
    let row = assisted_slip_content::Entity::find_by_id(Uuid::from(id)).one(tx.conn()).await?;
    row.map(|row| row.bytes).ok_or_else(|| corrupt("assisted_slip_content", id))
}

fn read(row: assisted_slip::Model) -> Option<Kept> {
    let slip = Slip {
        id: row.id.into(),
        entry: row.assisted_id.into(),
        reference: row.reference.parse().ok()?,
        signed_on: TradeDay::new(row.signed_on),
        version: row.post_version,
        by: row.recorded_by.into(),
        at: row.recorded_at,
    };
    Some(Kept { slip, media: row.media.parse().ok()?, hash: row.hash.try_into().ok()? })
}
