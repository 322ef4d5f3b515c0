//! The debts that belong to a contract itself ↔ rows.
use super::money::{columns, set};
use crate::store::entity::contract_due::{ActiveModel, Column, Entity, Model};
use crate::store::{CHUNK, StoreError, Tx, corrupt, exactly_one};
use domain::dues::Due;
use domain::id::ContractId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Those of some contracts; most have none.
pub async fn of_contracts(tx: &Tx, contracts: &[Uuid]) -> Result<BTreeMap<ContractId, Vec<Due>>, StoreError> {
    let mut found: BTreeMap<ContractId, Vec<Due>> = BTreeMap::new();
    for chunk in contracts.chunks(CHUNK) {
        for row in Entity::find().filter(Column::ContractId.is_in(chunk.iter().copied())).all(tx.conn()).await? {
            found.entry(row.contract_id.into()).or_default().push(read(&row)?);
        }
    }
    Ok(found)
}

pub async fn open(tx: &Tx, contract: ContractId, dues: &[Due]) -> Result<(), StoreError> {
    if !dues.is_empty() {
        Entity::insert_many(dues.iter().map(|due| to_row(contract, due))).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// Saves those that changed.
pub async fn save(tx: &Tx, contract: ContractId, before: &[Due], after: &[Due]) -> Result<(), StoreError> {
    for due in after.iter().filter(|due| !before.contains(due)) {
        let done = Entity::update_many().set(to_row(contract, due)).filter(Column::Id.eq(Uuid::from(due.id))).exec(tx.conn()).await?;
        exactly_one(done.rows_affected)?;
    }
    Ok(())
}

fn to_row(contract: ContractId, due: &Due) -> ActiveModel {
    let mut row = ActiveModel {
        id: Set(due.id.into()),
        contract_id: Set(contract.into()),
        kind: Set(due.kind.code().to_owned()),
        ..Default::default()
    };
    set!(row, &due.payment);
    row
}

pub fn read(row: &Model) -> Result<Due, StoreError> {
    let due = || Some(Due { id: row.id.into(), kind: row.kind.parse().ok()?, payment: columns!(row).read()? });
    due().ok_or_else(|| corrupt("contract_due", row.id))
}
