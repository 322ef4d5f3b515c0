//! Invitations into an organisation; the secret of a link is kept as its hash alone.
use super::organisations::optional;
use crate::store::entity::invitation::{ActiveModel, Column, Entity, Model};
use crate::store::{Slice, StoreError, Tx, corrupt, exactly_one};
use domain::account::{Invitation, InvitationState};
use domain::day::Timestamp;
use domain::id::{InvitationId, OrgId, UserId};
use domain::policy::Scope;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

const OPEN: &str = "open";

pub async fn insert_invitation(tx: &Tx, invitation: &Invitation, hash: String) -> Result<(), StoreError> {
    let Invitation { id, org, role, name, invited_by, made_at, state } = invitation.clone();
    let (status, ended_by, ended_at) = columns(state);
    let row = ActiveModel {
        id: Set(id.into()),
        hash: Set(hash),
        org_id: Set(org.into()),
        role: Set(role.code().to_owned()),
        name: Set(name.map(String::from)),
        invited_by: Set(invited_by.into()),
        made_at: Set(made_at),
        status: Set(status.to_owned()),
        ended_by: Set(ended_by),
        ended_at: Set(ended_at),
    };
    row.insert(tx.conn()).await?;
    Ok(())
}

/// Ends an open invitation; `Stale` when it ended before, so that two who open one link cannot both become members.
pub async fn end_invitation(tx: &Tx, invitation: &Invitation) -> Result<(), StoreError> {
    let (status, ended_by, ended_at) = columns(invitation.state);
    let row = ActiveModel { status: Set(status.to_owned()), ended_by: Set(ended_by), ended_at: Set(ended_at), ..Default::default() };
    let done = Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(Uuid::from(invitation.id)))
        .filter(Column::Status.eq(OPEN))
        .exec(tx.conn())
        .await?;
    exactly_one(done.rows_affected)
}

/// Takes back all that are open, when the organisation is suspended or closed.
pub async fn revoke_invitations(tx: &Tx, org: OrgId, by: UserId, at: Timestamp) -> Result<(), StoreError> {
    revoke(tx, Column::OrgId.eq(Uuid::from(org)), by, at).await
}

/// Takes back all that somebody made who no longer decides whom to invite: else a link of one's own making opens the door again.
pub async fn revoke_invitations_of(tx: &Tx, inviter: UserId, by: UserId, at: Timestamp) -> Result<(), StoreError> {
    revoke(tx, Column::InvitedBy.eq(Uuid::from(inviter)), by, at).await
}

async fn revoke(tx: &Tx, which: SimpleExpr, by: UserId, at: Timestamp) -> Result<(), StoreError> {
    let (status, ended_by, ended_at) = columns(InvitationState::Revoked { by, at });
    let row = ActiveModel { status: Set(status.to_owned()), ended_by: Set(ended_by), ended_at: Set(ended_at), ..Default::default() };
    Entity::update_many().set(row).filter(which).filter(Column::Status.eq(OPEN)).exec(tx.conn()).await?;
    Ok(())
}

pub async fn get_invitation(tx: &Tx, scope: Scope, id: InvitationId) -> Result<Invitation, StoreError> {
    let Scope::Org(org) = scope else { return Err(StoreError::Missing) };
    let found = Entity::find_by_id(Uuid::from(id)).filter(Column::OrgId.eq(Uuid::from(org))).one(tx.conn()).await?;
    found.map_or(Err(StoreError::Missing), from_row)
}

pub async fn find_invitation(tx: &Tx, hash: &str) -> Result<Option<Invitation>, StoreError> {
    Entity::find().filter(Column::Hash.eq(hash)).one(tx.conn()).await?.map(from_row).transpose()
}

/// Newest first.
pub async fn list_invitations(tx: &Tx, org: OrgId, slice: Slice<Uuid>) -> Result<Vec<Invitation>, StoreError> {
    let mut query = Entity::find().filter(Column::OrgId.eq(Uuid::from(org))).order_by_desc(Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(Column::Id.lt(after));
    }
    query.all(tx.conn()).await?.into_iter().map(from_row).collect()
}

fn columns(state: InvitationState) -> (&'static str, Option<Uuid>, Option<Timestamp>) {
    match state {
        InvitationState::Open => (OPEN, None, None),
        InvitationState::Used { by, at } => ("used", Some(by.into()), Some(at)),
        InvitationState::Revoked { by, at } => ("revoked", Some(by.into()), Some(at)),
    }
}

fn from_row(row: Model) -> Result<Invitation, StoreError> {
    let id = row.id;
    read(row).ok_or_else(|| corrupt("invitation", id))
}

fn read(row: Model) -> Option<Invitation> {
    let ended = || Some((UserId::from(row.ended_by?), row.ended_at?));
    let state = match row.status.as_str() {
        OPEN => InvitationState::Open,
        "used" => ended().map(|(by, at)| InvitationState::Used { by, at })?,
        "revoked" => ended().map(|(by, at)| InvitationState::Revoked { by, at })?,
        _ => return None,
    };
    Some(Invitation {
        id: row.id.into(),
        org: row.org_id.into(),
        role: row.role.parse().ok()?,
        name: optional(row.name).ok()?,
        invited_by: row.invited_by.into(),
        made_at: row.made_at,
        state,
    })
}
