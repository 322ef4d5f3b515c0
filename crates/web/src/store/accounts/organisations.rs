//! Organisations as rows.
use super::standing as steps;
use crate::store::entity::organisation::{ActiveModel, Column, Entity, Model};
use crate::store::{CHUNK, Slice, StoreError, Tx, corrupt, exactly_one, execute, taken};
use domain::account::{BankAccount, OrgKind, OrgProfile, OrgStanding, OrgStatus, Organisation};
use domain::collate::sort_key;
use domain::id::{OrgId, UserId};
use domain::place::GeoPoint;
use domain::policy::Scope;
use domain::reason::Reason;
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select, Set};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

#[derive(Debug, Default, Clone)]
pub struct Filter {
    pub status: Option<OrgStanding>,
    pub kind: Option<OrgKind>,
    /// Part of the name, marks or not.
    pub text: Option<String>,
    /// In the order of names, as Vietnamese sorts; else oldest first, so that a queue is served in its order.
    pub by_name: bool,
}

pub async fn insert_organisation(tx: &Tx, org: &Organisation) -> Result<(), StoreError> {
    let row = to_row(org);
    row.insert(tx.conn()).await.map_err(|error| taken(error, "organisation", "tax_code"))?;
    steps::note(tx, std::slice::from_ref(org)).await
}

/// Many at once.
pub async fn insert_organisations(tx: &Tx, orgs: &[Organisation]) -> Result<(), StoreError> {
    for chunk in orgs.chunks(CHUNK) {
        Entity::insert_many(chunk.iter().map(to_row)).exec_without_returning(tx.conn()).await?;
        steps::note(tx, chunk).await?;
    }
    Ok(())
}

/// Saves the next version of an organisation; `Stale` when somebody saved that version first.
pub async fn save_organisation(tx: &Tx, org: &Organisation) -> Result<(), StoreError> {
    let done = Entity::update_many()
        .set(to_row(org))
        .filter(Column::Id.eq(Uuid::from(org.id)))
        .filter(Column::Version.eq(org.version - 1))
        .exec(tx.conn())
        .await
        .map_err(|error| taken(error, "organisation", "tax_code"))?;
    exactly_one(done.rows_affected)?;
    steps::note_change(tx, org).await
}

pub async fn get_organisation(tx: &Tx, scope: Scope, id: OrgId) -> Result<Organisation, StoreError> {
    visible(scope, id)?;
    Entity::find_by_id(Uuid::from(id)).one(tx.conn()).await?.map_or(Err(StoreError::Missing), from_row)
}

/// The same, kept from everybody else until the transaction ends: a round makes no proposal for it meanwhile.
pub async fn get_organisation_for_change(tx: &Tx, scope: Scope, id: OrgId) -> Result<Organisation, StoreError> {
    visible(scope, id)?;
    Entity::find_by_id(Uuid::from(id)).lock_exclusive().one(tx.conn()).await?.map_or(Err(StoreError::Missing), from_row)
}

fn visible(scope: Scope, id: OrgId) -> Result<(), StoreError> {
    match scope {
        Scope::All => Ok(()),
        Scope::Org(own) if own == id => Ok(()),
        Scope::Org(_) | Scope::None => Err(StoreError::Missing),
    }
}

/// Those of some organisations that are in the market. None of them leaves it until the transaction ends.
pub async fn lock_verified(tx: &Tx, ids: impl IntoIterator<Item = OrgId>) -> Result<BTreeSet<OrgId>, StoreError> {
    let ids: Vec<Uuid> = ids.into_iter().map(Uuid::from).collect::<BTreeSet<_>>().into_iter().collect();
    let mut found = BTreeSet::new();
    for chunk in ids.chunks(CHUNK) {
        let rows = Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(Column::Id.is_in(chunk.iter().copied()))
            .filter(Column::Status.eq("verified"))
            .order_by_asc(Column::Id)
            .lock_shared()
            .into_tuple::<Uuid>()
            .all(tx.conn())
            .await?;
        found.extend(rows.into_iter().map(OrgId::from));
    }
    Ok(found)
}

/// Makes others who hold the same organisation wait until this transaction ends.
pub async fn hold_organisation(tx: &Tx, id: OrgId) -> Result<(), StoreError> {
    execute(tx, "UPDATE organisation SET version = version WHERE id = $1", [Uuid::from(id).into()]).await?;
    Ok(())
}

pub async fn list_organisations(tx: &Tx, filter: &Filter, slice: Slice<Uuid>) -> Result<Vec<Organisation>, StoreError> {
    let mut query = if filter.by_name { by_name(tx, slice.after).await? } else { by_age(slice.after) }.limit(slice.limit + 1);
    if let Some(status) = filter.status {
        query = query.filter(Column::Status.eq(status.code()));
    }
    if let Some(kind) = filter.kind {
        query = query.filter(Column::Kind.eq(kind.code()));
    }
    if let Some(text) = filter.text.as_deref().map(domain::text::fold).filter(|text| !text.is_empty()) {
        query = query.filter(Column::NameFolded.contains(&text));
    }
    query.all(tx.conn()).await?.into_iter().map(from_row).collect()
}

fn by_age(after: Option<Uuid>) -> Select<Entity> {
    let query = Entity::find().order_by_asc(Column::Id);
    match after {
        Some(after) => query.filter(Column::Id.gt(after)),
        None => query,
    }
}

async fn by_name(tx: &Tx, after: Option<Uuid>) -> Result<Select<Entity>, StoreError> {
    let query = Entity::find().order_by_asc(Column::SortKey).order_by_asc(Column::Id);
    let Some(after) = after else { return Ok(query) };
    let key = Entity::find_by_id(after).select_only().column(Column::SortKey).into_tuple::<String>().one(tx.conn()).await?;
    let key = key.unwrap_or_default();
    let same = Condition::all().add(Column::SortKey.eq(&key)).add(Column::Id.gt(after));
    Ok(query.filter(Condition::any().add(Column::SortKey.gt(&key)).add(same)))
}

/// The names of some organisations, by id.
pub async fn names(tx: &Tx, ids: impl IntoIterator<Item = OrgId>) -> Result<BTreeMap<OrgId, String>, StoreError> {
    let ids: BTreeSet<Uuid> = ids.into_iter().map(Uuid::from).collect();
    let rows = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Name])
        .filter(Column::Id.is_in(ids))
        .into_tuple::<(Uuid, String)>()
        .all(tx.conn())
        .await?;
    Ok(rows.into_iter().map(|(id, name)| (id.into(), name)).collect())
}

/// Those of some organisations that are verified now.
pub async fn verified_among(tx: &Tx, ids: impl IntoIterator<Item = OrgId>) -> Result<BTreeSet<OrgId>, StoreError> {
    let ids: BTreeSet<Uuid> = ids.into_iter().map(Uuid::from).collect();
    let query = Entity::find().select_only().column(Column::Id).filter(Column::Id.is_in(ids)).filter(Column::Status.eq("verified"));
    Ok(query.into_tuple::<Uuid>().all(tx.conn()).await?.into_iter().map(OrgId::from).collect())
}

fn to_row(org: &Organisation) -> ActiveModel {
    let Organisation { id, profile, status, registered_at, first_verified_at, version } = org.clone();
    let OrgProfile {
        kind,
        name,
        tax_code,
        address_line,
        commune,
        old_district,
        point,
        representative,
        position,
        phone,
        email,
        vat_method,
        bank_account,
    } = profile;
    let (bank_name, bank_number, bank_holder) = match bank_account {
        Some(BankAccount { bank, number, holder }) => (Some(bank.into()), Some(number.into()), Some(holder.into())),
        None => (None, None, None),
    };
    ActiveModel {
        id: Set(id.into()),
        kind: Set(kind.code().to_owned()),
        name_folded: Set(name.fold()),
        sort_key: Set(sort_key(name.as_str())),
        name: Set(name.into()),
        tax_code: Set(tax_code.map(String::from)),
        address_line: Set(address_line.map(String::from)),
        commune: Set(commune.to_string()),
        old_district: Set(old_district.map(|district| district.to_string())),
        lat_e6: Set(point.map(|point| point.lat_e6().into())),
        lon_e6: Set(point.map(|point| point.lon_e6().into())),
        representative: Set(representative.into()),
        position: Set(position.into()),
        phone: Set(phone.into()),
        email: Set(email.map(String::from)),
        vat_method: Set(vat_method.code().to_owned()),
        bank_name: Set(bank_name),
        bank_number: Set(bank_number),
        bank_holder: Set(bank_holder),
        status: Set(status.code().to_owned()),
        status_reason: Set(status.reason().map(ToString::to_string)),
        status_at: Set(status.at()),
        status_by: Set(status.by().map(Uuid::from)),
        registered_at: Set(registered_at),
        first_verified_at: Set(first_verified_at),
        version: Set(version),
    }
}

pub(super) fn from_row(row: Model) -> Result<Organisation, StoreError> {
    let id = row.id;
    read(row).ok_or_else(|| corrupt("organisation", id))
}

fn read(row: Model) -> Option<Organisation> {
    let status = standing(&row)?;
    let bank_account = match (row.bank_name, row.bank_number, row.bank_holder) {
        (Some(bank), Some(number), Some(holder)) => {
            Some(BankAccount { bank: bank.parse().ok()?, number: number.parse().ok()?, holder: holder.parse().ok()? })
        }
        _ => None,
    };
    let point = match (row.lat_e6, row.lon_e6) {
        (Some(lat), Some(lon)) => Some(GeoPoint::new(lat.try_into().ok()?, lon.try_into().ok()?).ok()?),
        _ => None,
    };
    let profile = OrgProfile {
        kind: row.kind.parse().ok()?,
        name: row.name.parse().ok()?,
        tax_code: optional(row.tax_code).ok()?,
        address_line: optional(row.address_line).ok()?,
        commune: row.commune.parse().ok()?,
        old_district: optional(row.old_district).ok()?,
        point,
        representative: row.representative.parse().ok()?,
        position: row.position.parse().ok()?,
        phone: row.phone.parse().ok()?,
        email: optional(row.email).ok()?,
        vat_method: row.vat_method.parse().ok()?,
        bank_account,
    };
    Some(Organisation {
        id: row.id.into(),
        profile,
        status,
        registered_at: row.registered_at,
        first_verified_at: row.first_verified_at,
        version: row.version,
    })
}

fn standing(row: &Model) -> Option<OrgStatus> {
    let (at, by) = (row.status_at, row.status_by.map(UserId::from));
    let reason: Option<Reason> = optional(row.status_reason.clone()).ok()?;
    Some(match row.status.as_str() {
        "submitted" => OrgStatus::Submitted { at },
        "verified" => OrgStatus::Verified { by: by?, at, reason },
        "paused" => OrgStatus::Paused { by: by?, at, reason },
        "refused" => OrgStatus::Refused { by: by?, at, reason: reason? },
        "suspended" => OrgStatus::Suspended { by: by?, at, reason: reason? },
        "closed" => OrgStatus::Closed { by: by?, at, reason: reason? },
        _ => return None,
    })
}

/// Nothing stays nothing; something unreadable makes the row unreadable.
pub(super) fn optional<T: std::str::FromStr>(text: Option<String>) -> Result<Option<T>, T::Err> {
    text.map(|text| text.parse()).transpose()
}
