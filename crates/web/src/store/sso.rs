//! Which account of a provider belongs to whom here.
use super::entity::{sso_identity, sso_spent, user};
use super::{StoreError, Tx, taken};
use crate::auth::sso::Identity;
use domain::day::Timestamp;
use domain::id::UserId;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set, SqlErr};
use uuid::Uuid;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tied {
    pub email: Option<String>,
    pub at: Timestamp,
}

/// Whom an identity belongs to, if that person's account is open.
pub async fn find(tx: &Tx, identity: &Identity) -> Result<Option<UserId>, StoreError> {
    let found = sso_identity::Entity::find()
        .filter(sso_identity::Column::Issuer.eq(identity.issuer.as_str()))
        .filter(sso_identity::Column::Subject.eq(identity.subject.as_str()))
        .one(tx.conn())
        .await?;
    let Some(row) = found else { return Ok(None) };
    let open = user::Entity::find_by_id(row.user_id).filter(user::Column::ClosedAt.is_null()).one(tx.conn()).await?;
    Ok(open.map(|user| user.id.into()))
}

pub async fn of_user(tx: &Tx, user: UserId) -> Result<Option<Tied>, StoreError> {
    let found = sso_identity::Entity::find_by_id(Uuid::from(user)).one(tx.conn()).await?;
    Ok(found.map(|row| Tied { email: row.email, at: row.tied_at }))
}

/// Ties an identity to a person, in place of the one before; `Taken("subject")` when it is somebody else's.
pub async fn tie(tx: &Tx, user: UserId, identity: &Identity, at: Timestamp) -> Result<(), StoreError> {
    untie(tx, user).await?;
    let row = sso_identity::ActiveModel {
        user_id: Set(user.into()),
        issuer: Set(identity.issuer.clone()),
        subject: Set(identity.subject.clone()),
        email: Set(identity.email.clone()),
        tied_at: Set(at),
    };
    row.insert(tx.conn()).await.map_err(|error| taken(error, "sso_identity", "subject"))?;
    Ok(())
}

/// Takes a way back that was given out once; `Taken("state_hash")` when it was taken before.
pub async fn spend(tx: &Tx, state_hash: String, until: Timestamp) -> Result<(), StoreError> {
    let row = sso_spent::ActiveModel { state_hash: Set(state_hash), until: Set(until) };
    row.insert(tx.conn()).await.map_err(|error| match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => StoreError::Taken("state_hash"),
        _ => error.into(),
    })?;
    Ok(())
}

/// Forgets those by which nobody could come back any more.
pub async fn prune(tx: &Tx, now: Timestamp) -> Result<(), StoreError> {
    sso_spent::Entity::delete_many().filter(sso_spent::Column::Until.lt(now)).exec(tx.conn()).await?;
    Ok(())
}

/// Whether there was something to untie.
pub async fn untie(tx: &Tx, user: UserId) -> Result<bool, StoreError> {
    Ok(sso_identity::Entity::delete_by_id(Uuid::from(user)).exec(tx.conn()).await?.rows_affected > 0)
}
