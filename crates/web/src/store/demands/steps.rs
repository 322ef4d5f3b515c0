//! Which prices and which places the open demands are at, so that the market can be read in that order.
use crate::store::entity::demand;
use crate::store::post::OPEN;
use crate::store::{StoreError, Tx, corrupt};
use domain::product::Slug;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::Value;

/// The varieties each open demand names, each choice once, of whomever: read from the index alone.
pub async fn open_choices(tx: &Tx) -> Result<Vec<Vec<Slug>>, StoreError> {
    let query = demand::Entity::find().select_only().column(demand::Column::Varieties).distinct().filter(demand::Column::Status.eq(OPEN));
    let found: Vec<Value> = query.into_tuple().all(tx.conn()).await?;
    found.into_iter().map(|choice| serde_json::from_value(choice.clone()).map_err(|_| corrupt("demand", choice))).collect()
}

/// The product and the commune of each open demand, each pair once.
pub async fn open_places(tx: &Tx) -> Result<Vec<(String, String)>, StoreError> {
    let columns = [demand::Column::Product, demand::Column::DeliveryCommune];
    let query = demand::Entity::find().select_only().columns(columns).distinct().filter(demand::Column::Status.eq(OPEN));
    Ok(query.into_tuple().all(tx.conn()).await?)
}
