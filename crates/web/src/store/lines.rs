//! Delivery lines as rows. The version that guards them is their contract's: whoever saves lines saves the contract beside
//! them in the same transaction.
mod days;
mod dues;
mod inspections;
mod list;
mod money;
mod payments;
mod reminders;
mod row;

pub use list::{Goods, Listed, Own, deliveries};
pub use payments::{Money, Owed, OwedFor, Totals, Wanted, payments, totals};
pub use reminders::{pressing, pressing_dues, refused_to_the_end, tell, tell_due, told, told_dues};

use super::entity::line::{Column, Entity, Model};
use super::{StoreError, Tx, corrupt};
use domain::delivery::Line;
use domain::id::ContractId;
use domain::ledger::Ledger;
use row::{Beside, from_row, to_row};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Stores the lines a contract starts with.
pub async fn open(tx: &Tx, contract: ContractId, ledger: &Ledger) -> Result<(), StoreError> {
    let rows = ledger.lines().iter().map(|line| to_row(contract, line));
    Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    dues::open(tx, contract, ledger.dues()).await
}

pub async fn of_contract(tx: &Tx, contract: ContractId) -> Result<Ledger, StoreError> {
    of_contracts(tx, [contract]).await?.remove(&contract).ok_or(StoreError::Missing)
}

/// The lines of some contracts, and what they owe themselves: a query each.
pub async fn of_contracts(tx: &Tx, contracts: impl IntoIterator<Item = ContractId>) -> Result<BTreeMap<ContractId, Ledger>, StoreError> {
    let ids: Vec<_> = contracts.into_iter().map(Uuid::from).collect();
    let mut owed = dues::of_contracts(tx, &ids).await?;
    let rows = Entity::find().filter(Column::ContractId.is_in(ids)).all(tx.conn()).await?;
    let mut lines: BTreeMap<ContractId, Vec<_>> = BTreeMap::new();
    for (contract, line) in read(tx, rows).await? {
        lines.entry(contract).or_default().push(line);
    }
    let ledger = |(id, lines)| {
        let ledger = Ledger::restore(lines, owed.remove(&id).unwrap_or_default()).map_err(|_| corrupt("line", id))?;
        Ok((id, ledger))
    };
    lines.into_iter().map(ledger).collect()
}

/// Rows with what was found of their goods and said of their days: a query more for each, where there is anything.
async fn read(tx: &Tx, rows: Vec<Model>) -> Result<Vec<(ContractId, Line)>, StoreError> {
    let looked_at: Vec<_> = rows.iter().filter(|row| row.inspections > 0).map(|row| row.id).collect();
    let entries = inspections::of_lines(tx, &looked_at).await?;
    let spoken_of: Vec<_> = rows.iter().filter(|row| row.day_steps > 0).map(|row| row.id).collect();
    let days = days::of_lines(tx, &spoken_of).await?;
    let beside =
        |row: &Model| Beside { entries: first(entries.get(&row.id), row.inspections), days: first(days.get(&row.id), row.day_steps) };
    rows.iter().map(|row| Ok((row.contract_id.into(), from_row(row, &beside(row))?))).collect()
}

/// As many as the line counts: somebody may have added one between the two queries, which belongs to a later state of the line.
fn first<M>(rows: Option<&Vec<M>>, count: i64) -> &[M] {
    let rows = rows.map(Vec::as_slice).unwrap_or_default();
    usize::try_from(count).ok().and_then(|count| rows.get(..count)).unwrap_or(rows)
}

/// Saves the lines that a command changed. The contract's version, saved in the same transaction, tells who was first.
pub async fn save(tx: &Tx, contract: ContractId, before: &Ledger, after: &Ledger) -> Result<(), StoreError> {
    for line in after.lines().iter().filter(|line| before.line(line.id) != Some(line)) {
        let done = Entity::update_many().set(to_row(contract, line)).filter(Column::Id.eq(Uuid::from(line.id))).exec(tx.conn()).await?;
        super::exactly_one(done.rows_affected)?;
        let spoken = before.line(line.id).map(|line| line.day.steps()).unwrap_or_default();
        days::add(tx, line.id, spoken, line.day.steps()).await?;
        inspections::add(tx, line.id, before.line(line.id).and_then(Line::inspections), line.inspections()).await?;
    }
    dues::save(tx, contract, before.dues(), after.dues()).await
}
