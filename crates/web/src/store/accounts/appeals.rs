//! What organisations ask the programme office to look at again.
use crate::store::entity::appeal::{ActiveModel, Column, Entity, Model};
use crate::store::{Slice, StoreError, Tx, corrupt, exactly_one, taken};
use domain::account::{Appeal, AppealState};
use domain::day::Timestamp;
use domain::id::{AppealId, OrgId};
use domain::policy::Scope;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

const OPEN: &str = "open";

/// `Taken("org_id")` when the organisation has an open one.
pub async fn insert_appeal(tx: &Tx, appeal: &Appeal) -> Result<(), StoreError> {
    let Appeal { id, org, made_by, made_at, reason, state } = appeal.clone();
    let (status, answer, answered_by, answered_at) = columns(state);
    let row = ActiveModel {
        id: Set(id.into()),
        org_id: Set(org.into()),
        made_by: Set(made_by.into()),
        made_at: Set(made_at),
        reason: Set(reason.to_string()),
        status: Set(status.to_owned()),
        answer: Set(answer),
        answered_by: Set(answered_by),
        answered_at: Set(answered_at),
    };
    row.insert(tx.conn()).await.map_err(|error| taken(error, "appeal", "org_id"))?;
    Ok(())
}

/// Keeps the answer; `Stale` when somebody answered first.
pub async fn answer_appeal(tx: &Tx, appeal: &Appeal) -> Result<(), StoreError> {
    let (status, answer, answered_by, answered_at) = columns(appeal.state.clone());
    let row = ActiveModel {
        status: Set(status.to_owned()),
        answer: Set(answer),
        answered_by: Set(answered_by),
        answered_at: Set(answered_at),
        ..Default::default()
    };
    let open = Entity::update_many().set(row).filter(Column::Id.eq(Uuid::from(appeal.id))).filter(Column::Status.eq(OPEN));
    exactly_one(open.exec(tx.conn()).await?.rows_affected)
}

pub async fn get_appeal(tx: &Tx, scope: Scope, id: AppealId) -> Result<Appeal, StoreError> {
    let found = Entity::find_by_id(Uuid::from(id)).one(tx.conn()).await?.map_or(Err(StoreError::Missing), from_row)?;
    match scope {
        Scope::All => Ok(found),
        Scope::Org(org) if org == found.org => Ok(found),
        Scope::Org(_) | Scope::None => Err(StoreError::Missing),
    }
}

/// Of one organisation, newest first.
pub async fn list_appeals(tx: &Tx, org: OrgId, slice: Slice<Uuid>) -> Result<Vec<Appeal>, StoreError> {
    let mut query = Entity::find().filter(Column::OrgId.eq(Uuid::from(org))).order_by_desc(Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(Column::Id.lt(after));
    }
    query.all(tx.conn()).await?.into_iter().map(from_row).collect()
}

/// Those that wait for an answer, oldest first.
pub async fn open_appeals(tx: &Tx, slice: Slice<Uuid>) -> Result<Vec<Appeal>, StoreError> {
    let mut query = Entity::find().filter(Column::Status.eq(OPEN)).order_by_asc(Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(Column::Id.gt(after));
    }
    query.all(tx.conn()).await?.into_iter().map(from_row).collect()
}

fn columns(state: AppealState) -> (&'static str, Option<String>, Option<Uuid>, Option<Timestamp>) {
    match state {
        AppealState::Open => (OPEN, None, None, None),
        AppealState::Answered { by, at, answer, reopened } => {
            (if reopened { "reopened" } else { "kept" }, Some(answer.into()), Some(by.into()), Some(at))
        }
    }
}

fn from_row(row: Model) -> Result<Appeal, StoreError> {
    let id = row.id;
    read(row).ok_or_else(|| corrupt("appeal", id))
}

fn read(row: Model) -> Option<Appeal> {
    let state = match row.status.as_str() {
        OPEN => AppealState::Open,
        status @ ("reopened" | "kept") => AppealState::Answered {
            by: row.answered_by?.into(),
            at: row.answered_at?,
            answer: row.answer?.parse().ok()?,
            reopened: status == "reopened",
        },
        _ => return None,
    };
    Some(Appeal {
        id: row.id.into(),
        org: row.org_id.into(),
        made_by: row.made_by.into(),
        made_at: row.made_at,
        reason: row.reason.parse().ok()?,
        state,
    })
}
