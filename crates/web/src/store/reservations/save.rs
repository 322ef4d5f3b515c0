//! Writes what a ledger admitted, many rows a statement. Every update keeps its bounds by itself too.
use super::ledger::Ledger;
use crate::store::entity::{hold, hold_week};
use crate::store::{StoreError, Tx};
use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set, Statement, Value};
use std::collections::BTreeMap;
use uuid::Uuid;

const CHUNK: usize = 500;

impl Ledger {
    pub async fn save(self, tx: &Tx) -> Result<(), StoreError> {
        let changes = self.changes;
        let by_id =
            |rows: BTreeMap<Uuid, i64>| rows.into_iter().filter(|(_, by)| *by != 0).map(|(id, by)| vec![id.into(), by.into()]).collect();
        let offers = "UPDATE offer SET held_g = held_g + x.column2 FROM (VALUES {}) AS x \
                      WHERE offer.id = x.column1 AND held_g + x.column2 BETWEEN 0 AND total_g";
        update(tx, offers, by_id(changes.offers)).await?;
        let (more, less) = split(changes.offer_weeks);
        let taken = "INSERT INTO offer_week (offer_id, week, held_g) VALUES {} \
                     ON CONFLICT (offer_id, week) DO UPDATE SET held_g = offer_week.held_g + excluded.held_g";
        update(tx, taken, more).await?;
        let freed = "UPDATE offer_week SET held_g = held_g + x.column3 FROM (VALUES {}) AS x \
                     WHERE offer_week.offer_id = x.column1 AND offer_week.week = x.column2 AND held_g + x.column3 >= 0";
        update(tx, freed, less).await?;
        let demands = "UPDATE demand SET suppliers_held = suppliers_held + x.column2 FROM (VALUES {}) AS x \
                       WHERE demand.id = x.column1 AND suppliers_held + x.column2 >= 0 \
                       AND (max_suppliers = 0 OR x.column2 <= 0 OR suppliers_held + x.column2 <= max_suppliers)";
        update(tx, demands, by_id(changes.demands)).await?;
        let (more, less) = split(changes.demand_weeks);
        let weeks = "UPDATE demand_week SET held_g = held_g + x.column3 FROM (VALUES {}) AS x \
                     WHERE demand_week.demand_id = x.column1 AND demand_week.week = x.column2 AND held_g + x.column3 BETWEEN 0 AND needed_g";
        update(tx, weeks, more.into_iter().chain(less).collect()).await?;

        for chunk in changes.freed.chunks(CHUNK) {
            hold_week::Entity::delete_many().filter(hold_week::Column::Owner.is_in(chunk.iter().copied())).exec(tx.conn()).await?;
            hold::Entity::delete_many().filter(hold::Column::Owner.is_in(chunk.iter().copied())).exec(tx.conn()).await?;
        }
        for chunk in changes.taken.chunks(CHUNK) {
            let rows = chunk.iter().map(|(owner, deal)| hold::ActiveModel {
                owner: Set(*owner),
                offer_id: Set(deal.offer.into()),
                demand_id: Set(deal.demand.into()),
                supplier_org: Set(deal.supplier.into()),
            });
            hold::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
        }
        let (more, less) = split(changes.weeks);
        let taken = "INSERT INTO hold_week (owner, week, held_g) VALUES {} \
                     ON CONFLICT (owner, week) DO UPDATE SET held_g = hold_week.held_g + excluded.held_g";
        update(tx, taken, more).await?;
        let gone = "DELETE FROM hold_week WHERE EXISTS (SELECT 1 FROM (VALUES {}) AS x \
                    WHERE hold_week.owner = x.column1 AND hold_week.week = x.column2 AND held_g + x.column3 = 0)";
        let part = "UPDATE hold_week SET held_g = held_g + x.column3 FROM (VALUES {}) AS x \
                    WHERE hold_week.owner = x.column1 AND hold_week.week = x.column2 AND held_g + x.column3 > 0";
        let touched = run(tx, gone, &less).await?;
        all(touched + run(tx, part, &less).await?, less.len())
    }
}

type Rows = Vec<Vec<Value>>;

/// What grows, and what shrinks.
fn split(rows: BTreeMap<(Uuid, NaiveDate), i64>) -> (Rows, Rows) {
    let (more, less): (Vec<_>, Vec<_>) = rows.into_iter().filter(|(_, by)| *by != 0).partition(|(_, by)| *by > 0);
    let values =
        |rows: Vec<((Uuid, NaiveDate), i64)>| rows.into_iter().map(|((id, week), by)| vec![id.into(), week.into(), by.into()]).collect();
    (values(more), values(less))
}

/// Every row must be touched: one that is not would break its bounds.
async fn update(tx: &Tx, sql: &str, rows: Rows) -> Result<(), StoreError> {
    all(run(tx, sql, &rows).await?, rows.len())
}

fn all(touched: u64, rows: usize) -> Result<(), StoreError> {
    if usize::try_from(touched) == Ok(rows) { Ok(()) } else { Err(StoreError::NotEnough) }
}

/// Runs a statement with the rows in the place of its braces; answers how many rows it touched.
async fn run(tx: &Tx, sql: &str, rows: &[Vec<Value>]) -> Result<u64, StoreError> {
    let mut touched = 0;
    for chunk in rows.chunks(CHUNK) {
        let mut next = 0;
        let places: Vec<String> = chunk
            .iter()
            .map(|row| {
                let row: Vec<String> = row
                    .iter()
                    .map(|_| {
                        next += 1;
                        format!("${next}")
                    })
                    .collect();
                format!("({})", row.join(", "))
            })
            .collect();
        let sql = sql.replace("{}", &places.join(", "));
        let values = chunk.iter().flatten().cloned();
        let statement = Statement::from_sql_and_values(tx.conn().get_database_backend(), sql, values);
        touched += tx.conn().execute_raw(statement).await?.rows_affected();
    }
    Ok(touched)
}
