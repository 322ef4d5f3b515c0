//! Settings the instance keeps for itself.
use super::entity::{organisation, setting, user};
use super::{StoreError, Tx};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, Set};

pub async fn find(tx: &Tx, key: &str) -> Result<Option<String>, StoreError> {
    Ok(setting::Entity::find_by_id(key).one(tx.conn()).await?.map(|row| row.value))
}

/// Keeps the value unless there is one, and answers with the one that counts.
pub async fn keep(tx: &Tx, key: &str, value: &str) -> Result<String, StoreError> {
    let row = setting::ActiveModel { key: Set(key.to_owned()), value: Set(value.to_owned()) };
    setting::Entity::insert(row)
        .on_conflict(OnConflict::column(setting::Column::Key).do_nothing().to_owned())
        .exec_without_returning(tx.conn())
        .await?;
    find(tx, key).await?.ok_or(StoreError::Missing)
}

/// Keeps the value in the place of the one before.
pub async fn put(tx: &Tx, key: &str, value: &str) -> Result<(), StoreError> {
    let row = setting::ActiveModel { key: Set(key.to_owned()), value: Set(value.to_owned()) };
    let replace = OnConflict::column(setting::Column::Key).update_column(setting::Column::Value).to_owned();
    setting::Entity::insert(row).on_conflict(replace).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// The same where it is still `before`; whether it was.
pub async fn replace(tx: &Tx, key: &str, before: &str, value: &str) -> Result<bool, StoreError> {
    let row = setting::ActiveModel { value: Set(value.to_owned()), ..Default::default() };
    let still = Condition::all().add(setting::Column::Key.eq(key)).add(setting::Column::Value.eq(before));
    Ok(setting::Entity::update_many().set(row).filter(still).exec(tx.conn()).await?.rows_affected == 1)
}

/// Whether nobody has an account here.
pub async fn is_empty(tx: &Tx) -> Result<bool, StoreError> {
    let person = user::Entity::find().limit(1).one(tx.conn()).await?;
    let organisation = organisation::Entity::find().limit(1).one(tx.conn()).await?;
    Ok(person.is_none() && organisation.is_none())
}
