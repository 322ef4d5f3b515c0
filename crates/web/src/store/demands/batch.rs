//! Demands posted together.
use crate::store::entity::demand_batch;
use crate::store::{CHUNK, StoreError, Tx, corrupt};
use domain::demand::Demand;
use domain::id::{BatchId, DemandId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

/// A whole list with its weeks, in a few statements however long it is.
pub async fn insert_batch(tx: &Tx, id: BatchId, demands: &[Demand]) -> Result<(), StoreError> {
    super::insert_many(tx, demands).await?;
    let row = |(line, demand): (usize, &Demand)| {
        let line = i64::try_from(line).map_err(|_| corrupt("demand_batch", id))?;
        Ok(demand_batch::ActiveModel { id: Set(id.into()), line: Set(line), demand_id: Set(demand.id.into()) })
    };
    let rows = demands.iter().enumerate().map(row).collect::<Result<Vec<_>, StoreError>>()?;
    for chunk in rows.chunks(CHUNK) {
        demand_batch::Entity::insert_many(chunk.iter().cloned()).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// In the order of its lines.
pub async fn of_batch(tx: &Tx, id: BatchId) -> Result<Vec<DemandId>, StoreError> {
    let rows = demand_batch::Entity::find()
        .filter(demand_batch::Column::Id.eq(Uuid::from(id)))
        .order_by_asc(demand_batch::Column::Line)
        .all(tx.conn())
        .await?;
    Ok(rows.into_iter().map(|row| row.demand_id.into()).collect())
}
