//! Files of which no list was made.
use crate::store::entity::refused_list::{ActiveModel, Column, Entity};
use crate::store::{StoreError, Tx};
use domain::day::Timestamp;
use domain::import::ListOwner;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

/// Notes one, and forgets those of this owner from before.
pub async fn refuse(tx: &Tx, id: Uuid, owner: ListOwner, now: Timestamp, before: Timestamp) -> Result<(), StoreError> {
    Entity::delete_many().filter(of(owner)).filter(Column::At.lt(before)).exec(tx.conn()).await?;
    let org_id = match owner {
        ListOwner::Org(org) => Some(Uuid::from(org)),
        ListOwner::Office => None,
    };
    ActiveModel { id: Set(id), org_id: Set(org_id), at: Set(now) }.insert(tx.conn()).await?;
    Ok(())
}

/// When this owner's files were refused, the newest first, at most so many.
pub async fn refused_since(tx: &Tx, owner: ListOwner, since: Timestamp, most: usize) -> Result<Vec<Timestamp>, StoreError> {
    let query = Entity::find().select_only().column(Column::At).filter(of(owner)).filter(Column::At.gt(since));
    Ok(query.order_by_desc(Column::At).limit(most as u64).into_tuple().all(tx.conn()).await?)
}

fn of(owner: ListOwner) -> SimpleExpr {
    match owner {
        ListOwner::Org(org) => Column::OrgId.eq(Uuid::from(org)),
        ListOwner::Office => Column::OrgId.is_null(),
    }
}
