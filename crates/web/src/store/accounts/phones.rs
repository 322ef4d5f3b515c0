//! Changes of organisations' contact numbers: rows that are only added to.
use crate::store::entity::organisation_phone::{ActiveModel, Column, Entity, Model};
use crate::store::{StoreError, Tx, corrupt};
use domain::account::PhoneChange;
use domain::day::Timestamp;
use domain::id::OrgId;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

/// As many as anybody would look at.
const MOST: u64 = 100;

pub async fn add_phone_change(tx: &Tx, id: Uuid, org: OrgId, change: PhoneChange) -> Result<(), StoreError> {
    let PhoneChange { old, new, by, at } = change;
    let row = ActiveModel {
        id: Set(id),
        org_id: Set(org.into()),
        old_phone: Set(old.into()),
        new_phone: Set(new.into()),
        by_user: Set(by.into()),
        at: Set(at),
    };
    row.insert(tx.conn()).await?;
    Ok(())
}

/// Those after an instant, oldest first: however many follow, the number from before the first is the one to trust.
pub async fn phone_changes(tx: &Tx, org: OrgId, since: Timestamp) -> Result<Vec<PhoneChange>, StoreError> {
    let own = Entity::find().filter(Column::OrgId.eq(Uuid::from(org))).filter(Column::At.gt(since));
    let rows = own.order_by_asc(Column::At).order_by_asc(Column::Id).limit(MOST).all(tx.conn()).await?;
    rows.iter().map(from_row).collect()
}

fn from_row(row: &Model) -> Result<PhoneChange, StoreError> {
    let (Ok(old), Ok(new)) = (row.old_phone.parse(), row.new_phone.parse()) else { return Err(corrupt("organisation_phone", row.id)) };
    Ok(PhoneChange { old, new, by: row.by_user.into(), at: row.at })
}
