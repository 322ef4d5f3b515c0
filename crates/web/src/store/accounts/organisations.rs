//! Organisations as rows.
use crate::store::entity::organisation::{ActiveModel, Column, Entity, Model};
use crate::store::{CHUNK, Slice, StoreError, Tx, corrupt, exactly_one, taken};
use domain::account::{BankAccount, OrgProfile, OrgStatus, Organisation};
use domain::collate::sort_key;
use domain::id::{OrgId, UserId};
use domain::place::GeoPoint;
use domain::policy::Scope;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use std::collections::BTreeMap;
use uuid::Uuid;

#[derive(Debug, Default, Clone)]
pub struct Filter {
    pub status: Option<String>,
    pub kind: Option<String>,
    /// Part of the name, marks or not.
    pub text: Option<String>,
}

pub async fn insert_organisation(tx: &Tx, org: &Organisation) -> Result<(), StoreError> {
    let row = to_row(org);
    row.insert(tx.conn()).await.map_err(|error| taken(error, "organisation", "tax_code"))?;
    Ok(())
}

/// Many at once.
pub async fn insert_organisations(tx: &Tx, orgs: &[Organisation]) -> Result<(), StoreError> {
    for chunk in orgs.chunks(CHUNK) {
        Entity::insert_many(chunk.iter().map(to_row)).exec_without_returning(tx.conn()).await?;
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
    exactly_one(done.rows_affected)
}

pub async fn get_organisation(tx: &Tx, scope: Scope, id: OrgId) -> Result<Organisation, StoreError> {
    let visible = match scope {
        Scope::All => true,
        Scope::Org(own) => own == id,
        Scope::None => false,
    };
    if !visible {
        return Err(StoreError::Missing);
    }
    Entity::find_by_id(Uuid::from(id)).one(tx.conn()).await?.map_or(Err(StoreError::Missing), from_row)
}

/// Oldest first, so that a queue is served in its order.
pub async fn list_organisations(tx: &Tx, filter: &Filter, slice: Slice<Uuid>) -> Result<Vec<Organisation>, StoreError> {
    let mut query = Entity::find().order_by_asc(Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(Column::Id.gt(after));
    }
    if let Some(status) = &filter.status {
        query = query.filter(Column::Status.eq(status.as_str()));
    }
    if let Some(kind) = &filter.kind {
        query = query.filter(Column::Kind.eq(kind.as_str()));
    }
    if let Some(text) = filter.text.as_deref().map(domain::text::fold).filter(|text| !text.is_empty()) {
        query = query.filter(Column::NameFolded.contains(&text));
    }
    query.all(tx.conn()).await?.into_iter().map(from_row).collect()
}

/// The names of some organisations, by id.
pub async fn names(tx: &Tx, ids: impl IntoIterator<Item = OrgId>) -> Result<BTreeMap<OrgId, String>, StoreError> {
    let ids: std::collections::BTreeSet<Uuid> = ids.into_iter().map(Uuid::from).collect();
    let rows = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Name])
        .filter(Column::Id.is_in(ids))
        .into_tuple::<(Uuid, String)>()
        .all(tx.conn())
        .await?;
    Ok(rows.into_iter().map(|(id, name)| (id.into(), name)).collect())
}

fn to_row(org: &Organisation) -> ActiveModel {
    let Organisation { id, profile, status, registered_at, version } = org.clone();
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
    let (at, by, reason) = match &status {
        OrgStatus::Submitted { at } => (*at, None, None),
        OrgStatus::Verified { by, at, reason } | OrgStatus::Refused { by, at, reason } | OrgStatus::Suspended { by, at, reason } => {
            (*at, Some(Uuid::from(*by)), Some(reason.to_string()))
        }
    };
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
        status_reason: Set(reason),
        status_at: Set(at),
        status_by: Set(by),
        registered_at: Set(registered_at),
        version: Set(version),
    }
}

fn from_row(row: Model) -> Result<Organisation, StoreError> {
    let id = row.id;
    read(row).ok_or_else(|| corrupt("organisation", id))
}

fn read(row: Model) -> Option<Organisation> {
    let at = row.status_at;
    let reviewed = || Some((UserId::from(row.status_by?), row.status_reason.as_deref()?.parse().ok()?));
    let status = match row.status.as_str() {
        "submitted" => OrgStatus::Submitted { at },
        "verified" => reviewed().map(|(by, reason)| OrgStatus::Verified { by, at, reason })?,
        "refused" => reviewed().map(|(by, reason)| OrgStatus::Refused { by, at, reason })?,
        "suspended" => reviewed().map(|(by, reason)| OrgStatus::Suspended { by, at, reason })?,
        _ => return None,
    };
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
    Some(Organisation { id: row.id.into(), profile, status, registered_at: row.registered_at, version: row.version })
}

/// Nothing stays nothing; something unreadable makes the row unreadable.
pub(super) fn optional<T: std::str::FromStr>(text: Option<String>) -> Result<Option<T>, T::Err> {
    text.map(|text| text.parse()).transpose()
}
