//! Questions that were asked of a round's book about one post, with their answers.
use super::entity::what_if::{ActiveModel, Column, Entity, Model};
use super::{StoreError, Tx, corrupt, taken};
use domain::day::Timestamp;
use domain::id::RoundId;
use domain::what_if::Question;
use matching::what_if::Answer;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub id: Uuid,
    pub question: Question,
    pub asked_at: Timestamp,
    /// Missing where the program stopped before it knew.
    pub answer: Option<Answer>,
}

/// A price that is asked about lies some steps from the own one.
#[derive(Serialize, Deserialize)]
struct Said {
    question: Question,
    answer: Option<Answer>,
}

/// In the order in which they were asked; never more than may be asked.
pub async fn of_post(tx: &Tx, round: RoundId, post: Uuid) -> Result<Vec<Asked>, StoreError> {
    let of_post = Entity::find().filter(Column::PostId.eq(post)).filter(Column::RoundId.eq(Uuid::from(round)));
    of_post.order_by_asc(Column::Number).all(tx.conn()).await?.into_iter().map(|row| read(tx, &row)).collect()
}

/// A question as number `number` of its post and round; `Taken("number")` when that one was asked meanwhile.
pub async fn insert(tx: &Tx, round: RoundId, post: Uuid, number: usize, asked: &Asked) -> Result<(), StoreError> {
    let row = ActiveModel {
        id: Set(asked.id),
        post_id: Set(post),
        round_id: Set(round.into()),
        number: Set(i64::try_from(number).map_err(|_| corrupt("what_if", asked.id))?),
        sealed: Set(tx.seal()?.close_json("what_if", asked.id, &Said { question: asked.question, answer: asked.answer.clone() })?),
        asked_at: Set(asked.asked_at),
    };
    row.insert(tx.conn()).await.map_err(|error| taken(error, "what_if", "number"))?;
    Ok(())
}

/// A new round has another book: what was asked of the last one is over.
pub async fn forget(tx: &Tx) -> Result<(), StoreError> {
    Entity::delete_many().exec(tx.conn()).await?;
    Ok(())
}

/// Keeps the answer beside its question.
pub async fn answered(tx: &Tx, asked: &Asked) -> Result<(), StoreError> {
    let said = Said { question: asked.question, answer: asked.answer.clone() };
    let row = ActiveModel { sealed: Set(tx.seal()?.close_json("what_if", asked.id, &said)?), ..Default::default() };
    Entity::update_many().set(row).filter(Column::Id.eq(asked.id)).exec(tx.conn()).await?;
    Ok(())
}

fn read(tx: &Tx, row: &Model) -> Result<Asked, StoreError> {
    let Said { question, answer } = tx.seal()?.open_json("what_if", row.id, &row.sealed)?;
    Ok(Asked { id: row.id, question, asked_at: row.asked_at, answer })
}
