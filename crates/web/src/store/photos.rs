//! Photos of offers. Their bytes lie in the database, so that one backup holds everything.
use super::entity::{offer_photo, offer_photo_content};
use super::{StoreError, Tx, corrupt, execute, taken};
use domain::id::{OfferId, PhotoId};
use domain::photo::Photo;
use offer_photo::Column;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A photo in the size it is looked at in, and small for lists.
#[derive(Debug)]
pub struct Bytes {
    pub whole: Vec<u8>,
    pub small: Vec<u8>,
}

pub async fn insert(tx: &Tx, photo: &Photo, bytes: Bytes) -> Result<(), StoreError> {
    to_row(photo).insert(tx.conn()).await.map_err(|error| taken(error, "offer_photo", "hash"))?;
    let content = offer_photo_content::ActiveModel { photo_id: Set(photo.id.into()), bytes: Set(bytes.whole), small: Set(bytes.small) };
    offer_photo_content::Entity::insert(content).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Makes others who add to the same offer wait, so that the number of its photos can be counted.
pub async fn hold(tx: &Tx, offer: OfferId) -> Result<(), StoreError> {
    execute(tx, "UPDATE offer SET version = version WHERE id = $1", [Uuid::from(offer).into()]).await?;
    Ok(())
}

/// The photos of some offers, oldest first.
pub async fn of(tx: &Tx, offers: impl IntoIterator<Item = OfferId>) -> Result<BTreeMap<OfferId, Vec<Photo>>, StoreError> {
    let ids = offers.into_iter().map(Uuid::from);
    let rows = offer_photo::Entity::find().filter(Column::OfferId.is_in(ids)).order_by_asc(Column::Id).all(tx.conn()).await?;
    let mut found: BTreeMap<OfferId, Vec<Photo>> = BTreeMap::new();
    for row in rows {
        found.entry(row.offer_id.into()).or_default().push(from_row(row)?);
    }
    Ok(found)
}

/// A photo of this very offer.
pub async fn get(tx: &Tx, offer: OfferId, id: PhotoId) -> Result<Photo, StoreError> {
    let row = offer_photo::Entity::find_by_id(Uuid::from(id)).filter(Column::OfferId.eq(Uuid::from(offer))).one(tx.conn()).await?;
    row.map_or(Err(StoreError::Missing), from_row)
}

pub async fn bytes(tx: &Tx, id: PhotoId, small: bool) -> Result<Vec<u8>, StoreError> {
    use offer_photo_content::Column::{Bytes, Small};
    let row: Option<Vec<u8>> = offer_photo_content::Entity::find_by_id(Uuid::from(id))
        .select_only()
        .column(if small { Small } else { Bytes })
        .into_tuple()
        .one(tx.conn())
        .await?;
    row.ok_or_else(|| corrupt("offer_photo_content", id))
}

pub async fn remove(tx: &Tx, id: PhotoId) -> Result<(), StoreError> {
    offer_photo_content::Entity::delete_by_id(Uuid::from(id)).exec(tx.conn()).await?;
    offer_photo::Entity::delete_by_id(Uuid::from(id)).exec(tx.conn()).await?;
    Ok(())
}

fn to_row(photo: &Photo) -> offer_photo::ActiveModel {
    offer_photo::ActiveModel {
        id: Set(photo.id.into()),
        offer_id: Set(photo.offer.into()),
        hash: Set(photo.hash.to_vec()),
        size: Set(photo.size.into()),
        width: Set(photo.width.into()),
        height: Set(photo.height.into()),
        added_by: Set(photo.added_by.into()),
        added_at: Set(photo.added_at),
    }
}

fn from_row(row: offer_photo::Model) -> Result<Photo, StoreError> {
    let id = row.id;
    read(row).ok_or_else(|| corrupt("offer_photo", id))
}

fn read(row: offer_photo::Model) -> Option<Photo> {
    Some(Photo {
        id: row.id.into(),
        offer: row.offer_id.into(),
        hash: row.hash.try_into().ok()?,
        size: row.size.try_into().ok()?,
        width: row.width.try_into().ok()?,
        height: row.height.try_into().ok()?,
        added_by: row.added_by.into(),
        added_at: row.added_at,
    })
}
