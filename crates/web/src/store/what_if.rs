//! Questions that were asked of a round's book about one post, with their answers.
use super::entity::what_if::{ActiveModel, Column, Entity, Model};
use super::{StoreError, Tx, corrupt, taken};
use domain::day::Timestamp;
use domain::id::RoundId;
use domain::what_if::Question;
use matching::what_if::Answer;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub id: Uuid,
    pub question: Question,
    pub asked_at: Timestamp,
    /// Missing where the program stopped before it knew.
    pub answer: Option<Answer>,
}

/// In the order in which they were asked; never more than may be asked.
pub async fn of_post(tx: &Tx, round: RoundId, post: Uuid) -> Result<Vec<Asked>, StoreError> {
    let of_post = Entity::find().filter(Column::PostId.eq(post)).filter(Column::RoundId.eq(Uuid::from(round)));
    of_post.order_by_asc(Column::Number).all(tx.conn()).await?.into_iter().map(read).collect()
}

/// A question as number `number` of its post and round; `Taken("number")` when that one was asked meanwhile.
pub async fn insert(tx: &Tx, round: RoundId, post: Uuid, number: usize, asked: &Asked) -> Result<(), StoreError> {
    let unread = |_| corrupt("what_if", asked.id);
    let row = ActiveModel {
        id: Set(asked.id),
        post_id: Set(post),
        round_id: Set(round.into()),
        number: Set(i64::try_from(number).map_err(|_| corrupt("what_if", asked.id))?),
        question: Set(serde_json::to_value(asked.question).map_err(unread)?),
        asked_at: Set(asked.asked_at),
        answer: Set(None),
    };
    row.insert(tx.conn()).await.map_err(|error| taken(error, "what_if", "number"))?;
    Ok(())
}

/// A new round has another book: what was asked of the last one is over.
pub async fn forget(tx: &Tx) -> Result<(), StoreError> {
    Entity::delete_many().exec(tx.conn()).await?;
    Ok(())
}

pub async fn answered(tx: &Tx, id: Uuid, answer: &Answer) -> Result<(), StoreError> {
    let answer = serde_json::to_value(answer).map_err(|_| corrupt("what_if", id))?;
    let row = ActiveModel { answer: Set(Some(answer)), ..Default::default() };
    Entity::update_many().set(row).filter(Column::Id.eq(id)).exec(tx.conn()).await?;
    Ok(())
}

fn read(row: Model) -> Result<Asked, StoreError> {
    let unread = |_| corrupt("what_if", row.id);
    Ok(Asked {
        id: row.id,
        question: serde_json::from_value(row.question).map_err(unread)?,
        asked_at: row.asked_at,
        answer: row.answer.map(serde_json::from_value).transpose().map_err(unread)?,
    })
}
