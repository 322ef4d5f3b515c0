//! Codes sent for signing. Only a keyed hash of a code is kept.
use crate::store::entity::challenge::{ActiveModel, Column, Entity, Model};
use crate::store::{StoreError, Tx, corrupt, exactly_one};
use domain::id::{ChallengeId, ContractId, UserId};
use domain::signing::Challenge;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

/// One code, for one person and one edition of one contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentCode {
    pub id: ChallengeId,
    pub contract: ContractId,
    pub edition: u16,
    pub user: UserId,
    pub code_hash: String,
    pub challenge: Challenge,
}

pub async fn insert_code(tx: &Tx, sent: &SentCode) -> Result<(), StoreError> {
    let SentCode { id, contract, edition, user, code_hash, challenge } = sent.clone();
    let row = ActiveModel {
        id: Set(id.into()),
        contract_id: Set(contract.into()),
        edition: Set(edition.into()),
        user_id: Set(user.into()),
        code_hash: Set(code_hash),
        issued_at: Set(challenge.issued_at),
        tries: Set(challenge.tries.into()),
        used_at: Set(challenge.used_at),
    };
    row.insert(tx.conn()).await?;
    Ok(())
}

/// The code this person was sent last for a contract; the ones before it no longer count.
pub async fn last_code(tx: &Tx, contract: ContractId, user: UserId) -> Result<Option<SentCode>, StoreError> {
    let query = Entity::find().filter(Column::ContractId.eq(Uuid::from(contract))).filter(Column::UserId.eq(Uuid::from(user)));
    let Some(row) = query.order_by_desc(Column::Id).one(tx.conn()).await? else { return Ok(None) };
    let id = row.id;
    read(row).map(Some).ok_or_else(|| corrupt("challenge", id))
}

/// Keeps a try. `before` is the code as it was read: of two tries at once one is `Stale`, so that none goes uncounted.
pub async fn save_code(tx: &Tx, before: &SentCode, after: &Challenge) -> Result<(), StoreError> {
    let row = ActiveModel { tries: Set(after.tries.into()), used_at: Set(after.used_at), ..Default::default() };
    let done = Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(Uuid::from(before.id)))
        .filter(Column::Tries.eq(i64::from(before.challenge.tries)))
        .filter(Column::UsedAt.is_null())
        .exec(tx.conn())
        .await?;
    exactly_one(done.rows_affected)
}

fn read(row: Model) -> Option<SentCode> {
    Some(SentCode {
        id: row.id.into(),
        contract: row.contract_id.into(),
        edition: row.edition.try_into().ok()?,
        user: row.user_id.into(),
        code_hash: row.code_hash,
        challenge: Challenge { issued_at: row.issued_at, tries: row.tries.try_into().ok()?, used_at: row.used_at },
    })
}
