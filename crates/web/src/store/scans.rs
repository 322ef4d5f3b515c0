//! Scans of certificates. Their bytes lie in the database, so that one backup holds everything.
use super::entity::{scan, scan_content};
use super::{StoreError, Tx, corrupt, execute, taken};
use domain::id::{CertificateId, ScanId};
use domain::scan::Scan;
use scan::Column;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use std::collections::BTreeMap;
use uuid::Uuid;

/// With its certificate's next version: whoever decides on a certificate has seen its scans.
pub async fn insert(tx: &Tx, scan: &Scan, bytes: Vec<u8>) -> Result<(), StoreError> {
    count_up(tx, scan.certificate).await?;
    to_row(scan).insert(tx.conn()).await.map_err(|error| taken(error, "scan", "hash"))?;
    let content = scan_content::ActiveModel { scan_id: Set(scan.id.into()), bytes: Set(bytes) };
    scan_content::Entity::insert(content).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Makes others who add to the same certificate wait, so that the number of its scans can be counted.
pub async fn hold(tx: &Tx, certificate: CertificateId) -> Result<(), StoreError> {
    execute(tx, "UPDATE certificate SET version = version WHERE id = $1", [Uuid::from(certificate).into()]).await?;
    Ok(())
}

/// The scans of some certificates, oldest first.
pub async fn of(tx: &Tx, certificates: impl IntoIterator<Item = CertificateId>) -> Result<BTreeMap<CertificateId, Vec<Scan>>, StoreError> {
    let ids = certificates.into_iter().map(Uuid::from);
    let rows = scan::Entity::find().filter(Column::CertificateId.is_in(ids)).order_by_asc(Column::Id).all(tx.conn()).await?;
    let mut found: BTreeMap<CertificateId, Vec<Scan>> = BTreeMap::new();
    for row in rows {
        found.entry(row.certificate_id.into()).or_default().push(from_row(row)?);
    }
    Ok(found)
}

/// A scan of this very certificate.
pub async fn get(tx: &Tx, certificate: CertificateId, id: ScanId) -> Result<Scan, StoreError> {
    let row = scan::Entity::find_by_id(Uuid::from(id)).filter(Column::CertificateId.eq(Uuid::from(certificate))).one(tx.conn()).await?;
    row.map_or(Err(StoreError::Missing), from_row)
}

pub async fn bytes(tx: &Tx, id: ScanId) -> Result<Vec<u8>, StoreError> {
    let row = scan_content::Entity::find_by_id(Uuid::from(id)).one(tx.conn()).await?;
    row.map(|row| row.bytes).ok_or_else(|| corrupt("scan_content", id))
}

/// With its certificate's next version, as in [`insert`].
pub async fn remove(tx: &Tx, scan: &Scan) -> Result<(), StoreError> {
    count_up(tx, scan.certificate).await?;
    scan_content::Entity::delete_by_id(Uuid::from(scan.id)).exec(tx.conn()).await?;
    scan::Entity::delete_by_id(Uuid::from(scan.id)).exec(tx.conn()).await?;
    Ok(())
}

async fn count_up(tx: &Tx, certificate: CertificateId) -> Result<(), StoreError> {
    execute(tx, "UPDATE certificate SET version = version + 1 WHERE id = $1", [Uuid::from(certificate).into()]).await?;
    Ok(())
}

fn to_row(scan: &Scan) -> scan::ActiveModel {
    scan::ActiveModel {
        id: Set(scan.id.into()),
        certificate_id: Set(scan.certificate.into()),
        media: Set(scan.media.code().to_owned()),
        hash: Set(scan.hash.to_vec()),
        size: Set(scan.size.into()),
        width: Set(scan.pixels.map(|(width, _)| width.into())),
        height: Set(scan.pixels.map(|(_, height)| height.into())),
        added_by: Set(scan.added_by.into()),
        added_at: Set(scan.added_at),
    }
}

fn from_row(row: scan::Model) -> Result<Scan, StoreError> {
    let id = row.id;
    read(row).ok_or_else(|| corrupt("scan", id))
}

fn read(row: scan::Model) -> Option<Scan> {
    let pixels = match (row.width, row.height) {
        (Some(width), Some(height)) => Some((width.try_into().ok()?, height.try_into().ok()?)),
        (None, None) => None,
        (Some(_), None) | (None, Some(_)) => return None,
    };
    Some(Scan {
        id: row.id.into(),
        certificate: row.certificate_id.into(),
        media: row.media.parse().ok()?,
        hash: row.hash.try_into().ok()?,
        size: row.size.try_into().ok()?,
        pixels,
        added_by: row.added_by.into(),
        added_at: row.added_at,
    })
}
