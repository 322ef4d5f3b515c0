//! Every step of a certificate: sent in, verified, refused, suspended, corrected. Only added to.
use crate::store::entity::certificate_event::{ActiveModel, Column, Entity};
use crate::store::{StoreError, Tx};
use domain::certificate::{Certificate, CertificateStatus};
use domain::day::Timestamp;
use domain::id::CertificateId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

/// One step.
#[derive(Debug, Clone)]
pub struct Decided {
    pub version: i64,
    pub status: String,
    pub reason: Option<String>,
    pub at: Timestamp,
}

pub(super) async fn note(tx: &Tx, certificates: &[&Certificate]) -> Result<(), StoreError> {
    let rows = certificates.iter().map(|certificate| {
        let (at, reason) = match &certificate.status {
            CertificateStatus::Submitted { at } => (*at, None),
            CertificateStatus::Verified { at, reason, .. }
            | CertificateStatus::Refused { at, reason, .. }
            | CertificateStatus::Suspended { at, reason, .. } => (*at, Some(reason.to_string())),
        };
        ActiveModel {
            certificate_id: Set(certificate.id.into()),
            version: Set(certificate.version),
            status: Set(certificate.status.code().to_owned()),
            reason: Set(reason),
            at: Set(at),
        }
    });
    Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// The newest steps first, as far as anybody reads back.
pub async fn history(tx: &Tx, id: CertificateId) -> Result<Vec<Decided>, StoreError> {
    const MOST: u64 = 100;
    let own = Column::CertificateId.eq(Uuid::from(id));
    let rows = Entity::find().filter(own).order_by_desc(Column::Version).limit(MOST).all(tx.conn()).await?;
    Ok(rows.into_iter().map(|row| Decided { version: row.version, status: row.status, reason: row.reason, at: row.at }).collect())
}
