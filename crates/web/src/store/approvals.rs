//! What clerks put to a director, and up to which value they need not.
use super::entity::{approval, clerk_limit};
use super::{CHUNK, StoreError, Tx, corrupt, exactly_one};
use approval::{ActiveModel, Column, Entity, Model};
use domain::day::Timestamp;
use domain::id::{ApprovalId, OrgId, ProposalId, UserId};
use domain::proposal::{Approval, ApprovalState, ClerkLimit, Wish};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use std::collections::BTreeMap;
use uuid::Uuid;

const WAITING: &str = "waiting";

/// The limit in force, and who set it when; nothing as long as nobody did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LimitSet {
    pub limit: ClerkLimit,
    pub by: UserId,
    pub at: Timestamp,
}

pub async fn set_limit(tx: &Tx, id: Uuid, org: OrgId, set: LimitSet) -> Result<(), StoreError> {
    let LimitSet { limit, by, at } = set;
    let row =
        clerk_limit::ActiveModel { id: Set(id), org_id: Set(org.into()), dong: Set(limit.into()), set_by: Set(by.into()), set_at: Set(at) };
    row.insert(tx.conn()).await?;
    Ok(())
}

pub async fn limit(tx: &Tx, org: OrgId) -> Result<Option<LimitSet>, StoreError> {
    let newest = clerk_limit::Entity::find()
        .filter(clerk_limit::Column::OrgId.eq(Uuid::from(org)))
        .order_by_desc(clerk_limit::Column::Id)
        .one(tx.conn())
        .await?;
    newest
        .map(|row| {
            let limit = row.dong.try_into().map_err(|_| corrupt("clerk_limit", row.id))?;
            Ok(LimitSet { limit, by: row.set_by.into(), at: row.set_at })
        })
        .transpose()
}

/// New questions; what was asked about the same proposals before and not answered is replaced.
pub async fn insert(tx: &Tx, asked: &[Approval], now: Timestamp) -> Result<(), StoreError> {
    for chunk in asked.chunks(CHUNK) {
        let (Some(first), proposals) = (chunk.first(), chunk.iter().map(|one| Uuid::from(one.proposal))) else { continue };
        let replaced = ActiveModel { status: Set("replaced".to_owned()), closed_at: Set(Some(now)), ..Default::default() };
        Entity::update_many()
            .set(replaced)
            .filter(Column::OrgId.eq(Uuid::from(first.org)))
            .filter(Column::ProposalId.is_in(proposals))
            .filter(Column::Status.eq(WAITING))
            .exec(tx.conn())
            .await?;
        let rows = chunk.iter().map(to_row).collect::<Result<Vec<_>, _>>()?;
        Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// Keeps the director's answer; `Stale` when another director answered first.
pub async fn answer(tx: &Tx, approval: &Approval) -> Result<(), StoreError> {
    let (status, closed_by, closed_at, reason) = columns(&approval.state);
    let row = ActiveModel {
        status: Set(status.to_owned()),
        closed_by: Set(closed_by),
        closed_at: Set(closed_at),
        reason: Set(reason),
        ..Default::default()
    };
    let waiting = Entity::update_many().set(row).filter(Column::Id.eq(Uuid::from(approval.id))).filter(Column::Status.eq(WAITING));
    exactly_one(waiting.exec(tx.conn()).await?.rows_affected)
}

/// What an organisation's clerks asked last about some proposals, answered or not.
pub async fn last(
    tx: &Tx,
    org: OrgId,
    proposals: impl IntoIterator<Item = ProposalId>,
) -> Result<BTreeMap<ProposalId, Approval>, StoreError> {
    let rows = Entity::find()
        .filter(Column::OrgId.eq(Uuid::from(org)))
        .filter(Column::ProposalId.is_in(proposals.into_iter().map(Uuid::from)))
        .order_by_asc(Column::Id)
        .all(tx.conn())
        .await?;
    rows.into_iter().map(|row| from_row(row).map(|approval| (approval.proposal, approval))).collect()
}

pub async fn get(tx: &Tx, org: OrgId, proposal: ProposalId, id: ApprovalId) -> Result<Approval, StoreError> {
    let found = Entity::find_by_id(Uuid::from(id))
        .filter(Column::OrgId.eq(Uuid::from(org)))
        .filter(Column::ProposalId.eq(Uuid::from(proposal)))
        .one(tx.conn())
        .await?;
    found.map_or(Err(StoreError::Missing), from_row)
}

type Columns = (&'static str, Option<Uuid>, Option<Timestamp>, Option<String>);

fn columns(state: &ApprovalState) -> Columns {
    let (by, at, reason) = match state {
        ApprovalState::Waiting => (None, None, None),
        ApprovalState::Given { by, at } => (Some(Uuid::from(*by)), Some(*at), None),
        ApprovalState::Refused { by, at, reason } => (Some(Uuid::from(*by)), Some(*at), Some(reason.to_string())),
        ApprovalState::Replaced { at } => (None, Some(*at), None),
    };
    (state.code(), by, at, reason)
}

fn to_row(approval: &Approval) -> Result<ActiveModel, StoreError> {
    let Approval { id, proposal, org, revision, wish, asked_by, asked_at, state } = approval;
    let (terms, message) = match wish {
        Wish::Accept => (None, None),
        Wish::Counter { terms, message } => {
            (Some(serde_json::to_value(terms).map_err(|_| corrupt("approval", id))?), message.as_ref().map(|note| note.as_str().to_owned()))
        }
    };
    let (status, closed_by, closed_at, reason) = columns(state);
    Ok(ActiveModel {
        id: Set((*id).into()),
        proposal_id: Set((*proposal).into()),
        org_id: Set((*org).into()),
        revision: Set((*revision).into()),
        terms: Set(terms),
        message: Set(message),
        asked_by: Set((*asked_by).into()),
        asked_at: Set(*asked_at),
        status: Set(status.to_owned()),
        closed_by: Set(closed_by),
        closed_at: Set(closed_at),
        reason: Set(reason),
    })
}

fn from_row(row: Model) -> Result<Approval, StoreError> {
    let id = row.id;
    read(row).ok_or_else(|| corrupt("approval", id))
}

fn read(row: Model) -> Option<Approval> {
    let message = row.message.map(|message| message.parse()).transpose().ok()?;
    let wish = match row.terms {
        None => Wish::Accept,
        Some(terms) => Wish::Counter { terms: serde_json::from_value(terms).ok()?, message },
    };
    let state = match row.status.as_str() {
        WAITING => ApprovalState::Waiting,
        "given" => ApprovalState::Given { by: row.closed_by?.into(), at: row.closed_at? },
        "refused" => ApprovalState::Refused { by: row.closed_by?.into(), at: row.closed_at?, reason: row.reason?.parse().ok()? },
        "replaced" => ApprovalState::Replaced { at: row.closed_at? },
        _ => return None,
    };
    Some(Approval {
        id: row.id.into(),
        proposal: row.proposal_id.into(),
        org: row.org_id.into(),
        revision: row.revision.try_into().ok()?,
        wish,
        asked_by: row.asked_by.into(),
        asked_at: row.asked_at,
        state,
    })
}
