//! Certificates that run out, and whose holders were told.
use super::from_row;
use crate::store::entity::{certificate, certificate_notice};
use crate::store::{StoreError, Tx};
use certificate_notice::Column;
use domain::certificate::Certificate;
use domain::day::{Timestamp, TradeDay};
use domain::id::CertificateId;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Verified certificates whose last day lies between two days, so many at most after the given one.
pub async fn expiring(
    tx: &Tx,
    from: TradeDay,
    until: TradeDay,
    after: Option<CertificateId>,
    limit: u64,
) -> Result<Vec<Certificate>, StoreError> {
    let mut query = certificate::Entity::find()
        .filter(certificate::Column::Status.eq("verified"))
        .filter(certificate::Column::ValidTo.between(from.date(), until.date()))
        .order_by_asc(certificate::Column::Id)
        .limit(limit);
    if let Some(after) = after {
        query = query.filter(certificate::Column::Id.gt(Uuid::from(after)));
    }
    query.all(tx.conn()).await?.into_iter().map(from_row).collect()
}

/// Which steps were said about some certificates; a new last day starts anew.
pub async fn told(
    tx: &Tx,
    certificates: impl IntoIterator<Item = CertificateId>,
) -> Result<BTreeSet<(CertificateId, TradeDay, i64)>, StoreError> {
    let ids = certificates.into_iter().map(Uuid::from);
    let rows = certificate_notice::Entity::find().filter(Column::CertificateId.is_in(ids)).all(tx.conn()).await?;
    Ok(rows.into_iter().map(|row| (row.certificate_id.into(), TradeDay::new(row.valid_to), row.step)).collect())
}

/// Notes that the holder is told; answers whether it was not before.
pub async fn tell(tx: &Tx, certificate: &Certificate, step: u32, now: Timestamp) -> Result<bool, StoreError> {
    let row = certificate_notice::ActiveModel {
        certificate_id: Set(certificate.id.into()),
        valid_to: Set(certificate.terms.valid_to.date()),
        step: Set(step.into()),
        told_at: Set(now),
    };
    let once = OnConflict::columns([Column::CertificateId, Column::ValidTo, Column::Step]).do_nothing().to_owned();
    let rows = certificate_notice::Entity::insert(row).on_conflict(once).exec_without_returning(tx.conn()).await?;
    Ok(rows == 1)
}
