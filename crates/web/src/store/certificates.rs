//! Certificates as rows, with every decision on them kept beside.
mod expiry;
mod history;
mod numbers;
mod sold;

pub use expiry::{expiring, tell, told};
pub use history::{Decided, history};
pub use numbers::{Numbered, numbers};
pub use sold::sold;

use super::entity::certificate::{ActiveModel, Column, Entity, Model};
use super::post::reach;
use super::{CHUNK, Slice, StoreError, Tx, corrupt, exactly_one, taken};
use chrono::NaiveDate;
use domain::certificate::{Certificate, CertificateStanding, CertificateStatus, CertificateTerms, Proof};
use domain::day::TradeDay;
use domain::id::{CertificateId, OrgId, UserId};
use domain::policy::Scope;
use domain::quantity::Kg;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

pub async fn insert(tx: &Tx, certificate: &Certificate) -> Result<(), StoreError> {
    to_row(certificate)?.insert(tx.conn()).await.map_err(|error| taken(error, "certificate", "number"))?;
    history::note(tx, &[certificate]).await
}

/// Many at once.
pub async fn insert_many(tx: &Tx, certificates: &[Certificate]) -> Result<(), StoreError> {
    for chunk in certificates.chunks(CHUNK) {
        let rows = chunk.iter().map(to_row).collect::<Result<Vec<_>, _>>()?;
        Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
        history::note(tx, &chunk.iter().collect::<Vec<_>>()).await?;
    }
    Ok(())
}

/// Saves the next version; `Stale` when somebody saved that version first.
pub async fn save(tx: &Tx, certificate: &Certificate) -> Result<(), StoreError> {
    let done = Entity::update_many()
        .set(to_row(certificate)?)
        .filter(Column::Id.eq(Uuid::from(certificate.id)))
        .filter(Column::Version.eq(certificate.version - 1))
        .exec(tx.conn())
        .await
        .map_err(|error| taken(error, "certificate", "number"))?;
    exactly_one(done.rows_affected)?;
    history::note(tx, &[certificate]).await
}

pub async fn get(tx: &Tx, scope: Scope, id: CertificateId) -> Result<Certificate, StoreError> {
    let reach = reach(scope, Column::OrgId).ok_or(StoreError::Missing)?;
    Entity::find_by_id(Uuid::from(id)).filter(reach).one(tx.conn()).await?.map_or(Err(StoreError::Missing), from_row)
}

/// Oldest first, so that a queue is served in its order.
pub async fn list(tx: &Tx, scope: Scope, status: Option<CertificateStanding>, slice: Slice<Uuid>) -> Result<Vec<Certificate>, StoreError> {
    let reach = reach(scope, Column::OrgId).ok_or(StoreError::Missing)?;
    let mut query = Entity::find().filter(reach).order_by_asc(Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(Column::Id.gt(after));
    }
    if let Some(status) = status {
        query = query.filter(Column::Status.eq(status.code()));
    }
    query.all(tx.conn()).await?.into_iter().map(from_row).collect()
}

/// What the office verified of some organisations' certificates, by organisation.
pub async fn verified(tx: &Tx, orgs: impl IntoIterator<Item = OrgId>) -> Result<BTreeMap<OrgId, Vec<Certificate>>, StoreError> {
    standing(tx, orgs, &["verified"]).await
}

/// What the verified certificates of some organisations prove. Every list of goods asks this, so it reads no more columns than that.
pub async fn proofs(tx: &Tx, orgs: impl IntoIterator<Item = OrgId>) -> Result<BTreeMap<OrgId, Vec<Proof>>, StoreError> {
    type Row = (Uuid, String, String, serde_json::Value, NaiveDate, NaiveDate);
    let orgs: BTreeSet<Uuid> = orgs.into_iter().map(Uuid::from).collect();
    let mut found: BTreeMap<OrgId, Vec<Proof>> = BTreeMap::new();
    if orgs.is_empty() {
        return Ok(found);
    }
    let rows = Entity::find()
        .select_only()
        .columns([Column::OrgId, Column::Kind, Column::Number, Column::Varieties, Column::IssuedOn, Column::ValidTo])
        .filter(Column::OrgId.is_in(orgs))
        .filter(Column::Status.eq("verified"))
        .filter(Column::TestFailed.eq(0))
        .order_by_asc(Column::Id)
        .into_tuple::<Row>()
        .all(tx.conn())
        .await?;
    for (org, kind, number, varieties, issued_on, valid_to) in rows {
        let unreadable = || corrupt("certificate", &number);
        let proof = Proof {
            kind: kind.parse().map_err(|_| unreadable())?,
            number: number.parse().map_err(|_| unreadable())?,
            varieties: serde_json::from_value(varieties).map_err(|_| unreadable())?,
            issued_on: TradeDay::new(issued_on),
            valid_to: TradeDay::new(valid_to),
        };
        found.entry(org.into()).or_default().push(proof);
    }
    Ok(found)
}

/// What counts or may count soon: what is verified and what waits for the office.
pub async fn alive(tx: &Tx, orgs: impl IntoIterator<Item = OrgId>) -> Result<BTreeMap<OrgId, Vec<Certificate>>, StoreError> {
    standing(tx, orgs, &["verified", "submitted"]).await
}

async fn standing(
    tx: &Tx,
    orgs: impl IntoIterator<Item = OrgId>,
    statuses: &[&str],
) -> Result<BTreeMap<OrgId, Vec<Certificate>>, StoreError> {
    let orgs: BTreeSet<Uuid> = orgs.into_iter().map(Uuid::from).collect();
    let mut found: BTreeMap<OrgId, Vec<Certificate>> = BTreeMap::new();
    if orgs.is_empty() {
        return Ok(found);
    }
    let rows = Entity::find()
        .filter(Column::OrgId.is_in(orgs))
        .filter(Column::Status.is_in(statuses.iter().copied()))
        .order_by_asc(Column::Id)
        .all(tx.conn())
        .await?;
    for row in rows {
        found.entry(row.org_id.into()).or_default().push(from_row(row)?);
    }
    Ok(found)
}

fn to_row(certificate: &Certificate) -> Result<ActiveModel, StoreError> {
    let Certificate { id, org, terms, status, version } = certificate.clone();
    let failed = !terms.speaks_for_the_goods();
    let CertificateTerms { kind, number, issuer, varieties, issued_on, valid_to, stars, criteria, old_commune, lab, area_m2, expected } =
        terms;
    let (at, by, reason) = match &status {
        CertificateStatus::Submitted { at } => (*at, None, None),
        CertificateStatus::Verified { by, at, reason }
        | CertificateStatus::Refused { by, at, reason }
        | CertificateStatus::Suspended { by, at, reason } => (*at, Some(Uuid::from(*by)), Some(reason.to_string())),
    };
    Ok(ActiveModel {
        id: Set(id.into()),
        org_id: Set(org.into()),
        kind: Set(kind.code().to_owned()),
        number: Set(number.into()),
        issuer: Set(issuer.into()),
        varieties: Set(serde_json::to_value(varieties).map_err(|_| corrupt("certificate", id))?),
        issued_on: Set(issued_on.date()),
        valid_to: Set(valid_to.date()),
        stars: Set(stars.map(i64::from)),
        criteria: Set(criteria.map(|criteria| criteria.code().to_owned())),
        old_commune: Set(old_commune.map(|commune| commune.code().to_owned())),
        lab: Set(lab.map(serde_json::to_value).transpose().map_err(|_| corrupt("certificate", id))?),
        test_failed: Set(failed.into()),
        area_m2: Set(area_m2.map(i64::from)),
        expected_g: Set(expected.map(Kg::grams)),
        status: Set(status.code().to_owned()),
        status_reason: Set(reason),
        status_at: Set(at),
        status_by: Set(by),
        version: Set(version),
    })
}

fn from_row(row: Model) -> Result<Certificate, StoreError> {
    let id = row.id;
    read(row).ok_or_else(|| corrupt("certificate", id))
}

fn read(row: Model) -> Option<Certificate> {
    let at = row.status_at;
    let reviewed = || Some((UserId::from(row.status_by?), row.status_reason.as_deref()?.parse().ok()?));
    let status = match row.status.as_str() {
        "submitted" => CertificateStatus::Submitted { at },
        "verified" => reviewed().map(|(by, reason)| CertificateStatus::Verified { by, at, reason })?,
        "refused" => reviewed().map(|(by, reason)| CertificateStatus::Refused { by, at, reason })?,
        "suspended" => reviewed().map(|(by, reason)| CertificateStatus::Suspended { by, at, reason })?,
        _ => return None,
    };
    let terms = CertificateTerms {
        kind: row.kind.parse().ok()?,
        number: row.number.parse().ok()?,
        issuer: row.issuer.parse().ok()?,
        varieties: serde_json::from_value(row.varieties).ok()?,
        issued_on: TradeDay::new(row.issued_on),
        valid_to: TradeDay::new(row.valid_to),
        stars: row.stars.map(u8::try_from).transpose().ok()?,
        criteria: row.criteria.map(|code| code.parse()).transpose().ok()?,
        old_commune: row.old_commune.map(|code| code.parse()).transpose().ok()?,
        lab: row.lab.map(serde_json::from_value).transpose().ok()?,
        area_m2: row.area_m2.map(u32::try_from).transpose().ok()?,
        expected: row.expected_g.map(Kg::from_grams).transpose().ok()?,
    };
    Some(Certificate { id: row.id.into(), org: row.org_id.into(), terms, status, version: row.version })
}
