//! Delivery lines as rows. The version that guards them is their contract's: whoever saves lines saves the contract beside
//! them in the same transaction.
mod row;

use super::entity::line::{Column, Entity};
use super::{StoreError, Tx, corrupt};
use domain::contract::Contract;
use domain::id::ContractId;
use domain::ledger::Ledger;
use domain::quantity::Kg;
use domain::reservation::Hold;
use row::{from_row, to_row};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Stores the lines a contract starts with; they keep what its proposal held.
pub async fn open(tx: &Tx, contract: ContractId, ledger: &Ledger) -> Result<(), StoreError> {
    let rows = ledger.lines().iter().map(|line| {
        let mut row = to_row(contract, line);
        row.held_g = Set(line.planned.grams());
        row
    });
    Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    Ok(())
}

pub async fn of_contract(tx: &Tx, contract: ContractId) -> Result<Ledger, StoreError> {
    of_contracts(tx, [contract]).await?.remove(&contract).ok_or(StoreError::Missing)
}

/// The lines of some contracts in one query.
pub async fn of_contracts(tx: &Tx, contracts: impl IntoIterator<Item = ContractId>) -> Result<BTreeMap<ContractId, Ledger>, StoreError> {
    let ids = contracts.into_iter().map(Uuid::from);
    let rows = Entity::find().filter(Column::ContractId.is_in(ids)).all(tx.conn()).await?;
    let mut lines: BTreeMap<ContractId, Vec<_>> = BTreeMap::new();
    for row in rows {
        lines.entry(row.contract_id.into()).or_default().push(from_row(row)?);
    }
    lines.into_iter().map(|(id, lines)| Ok((id, Ledger::restore(lines).map_err(|_| corrupt("line", id))?))).collect()
}

/// Saves the lines that a command changed. The contract's version, saved in the same transaction, tells who was first.
pub async fn save(tx: &Tx, contract: ContractId, before: &Ledger, after: &Ledger) -> Result<(), StoreError> {
    for line in after.lines().iter().filter(|line| before.line(line.id) != Some(line)) {
        let done = Entity::update_many().set(to_row(contract, line)).filter(Column::Id.eq(Uuid::from(line.id))).exec(tx.conn()).await?;
        super::exactly_one(done.rows_affected)?;
    }
    Ok(())
}

/// What the reservations still count for a contract.
pub async fn held(tx: &Tx, contract: &Contract) -> Result<Option<Hold>, StoreError> {
    let rows = Entity::find()
        .select_only()
        .columns([Column::Week, Column::HeldG])
        .filter(Column::ContractId.eq(Uuid::from(contract.id)))
        .order_by_asc(Column::Number)
        .into_tuple::<(chrono::NaiveDate, i64)>()
        .all(tx.conn())
        .await?;
    let weeks = rows.into_iter().map(|(week, grams)| Some((row::week(week)?, Kg::from_grams(grams).ok()?))).collect::<Option<Vec<_>>>();
    let hold = weeks.and_then(|weeks| Hold::new(contract.offer, contract.demand, contract.supplier, weeks));
    let hold = hold.ok_or_else(|| corrupt("line", contract.id))?;
    Ok((hold.weeks().count() > 0).then_some(hold))
}

/// Notes what the reservations count for a contract from now on.
pub async fn set_held(tx: &Tx, contract: ContractId, hold: Option<&Hold>) -> Result<(), StoreError> {
    let rows = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Week, Column::HeldG])
        .filter(Column::ContractId.eq(Uuid::from(contract)))
        .into_tuple::<(Uuid, chrono::NaiveDate, i64)>()
        .all(tx.conn())
        .await?;
    for (id, week, held) in rows {
        let week = row::week(week).ok_or_else(|| corrupt("line", id))?;
        let wanted = hold.map_or(Kg::ZERO, |hold| hold.in_week(week)).grams();
        if wanted != held {
            let row = super::entity::line::ActiveModel { held_g: Set(wanted), ..Default::default() };
            Entity::update_many().set(row).filter(Column::Id.eq(id)).exec(tx.conn()).await?;
        }
    }
    Ok(())
}
