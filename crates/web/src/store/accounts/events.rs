//! What was done about accounts: rows that are only added to.
use crate::store::entity::account_event::{ActiveModel, Column, Entity, Model};
use crate::store::entity::user;
use crate::store::{Slice, StoreError, Tx, corrupt};
use domain::account::{AccountEvent, AccountStep};
use domain::id::{OrgId, UserId};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Set};
use uuid::Uuid;

pub async fn add_account_event(tx: &Tx, id: Uuid, event: AccountEvent) -> Result<(), StoreError> {
    let AccountEvent { user, step, by, at } = event;
    let row = ActiveModel {
        id: Set(id),
        user_id: Set(user.into()),
        step: Set(step.code().to_owned()),
        by_user: Set(by.map(Uuid::from)),
        at: Set(at),
    };
    row.insert(tx.conn()).await?;
    Ok(())
}

/// Newest first, with the key of each.
pub async fn list_account_events(tx: &Tx, user: UserId, slice: Slice<Uuid>) -> Result<Vec<(Uuid, AccountEvent)>, StoreError> {
    let mut query = Entity::find().filter(Column::UserId.eq(Uuid::from(user))).order_by_desc(Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(Column::Id.lt(after));
    }
    query.all(tx.conn()).await?.iter().map(from_row).collect()
}

/// What members of an organisation were made, and who left; newest first.
pub async fn list_member_events(tx: &Tx, org: OrgId, slice: Slice<Uuid>) -> Result<Vec<(Uuid, AccountEvent)>, StoreError> {
    let members = user::Entity::find().select_only().column(user::Column::Id).filter(user::Column::OrgId.eq(Uuid::from(org)));
    let mut query = Entity::find()
        .filter(Column::UserId.in_subquery(members.into_query()))
        .filter(Column::Step.is_in(AccountStep::OF_MEMBERS.map(AccountStep::code)))
        .order_by_desc(Column::Id)
        .limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(Column::Id.lt(after));
    }
    query.all(tx.conn()).await?.iter().map(from_row).collect()
}

fn from_row(row: &Model) -> Result<(Uuid, AccountEvent), StoreError> {
    let step = row.step.parse().map_err(|_| corrupt("account_event", row.id))?;
    Ok((row.id, AccountEvent { user: row.user_id.into(), step, by: row.by_user.map(UserId::from), at: row.at }))
}
