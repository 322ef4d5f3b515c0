//! What happened to a contract, in order. Rows are added and never changed.
use crate::store::entity::contract_event::{ActiveModel, Column, Entity, Model};
use crate::store::{StoreError, Tx, corrupt};
use domain::account::Side;
use domain::contract::{Contract, DocHash};
use domain::day::Timestamp;
use domain::id::{ContractId, UserId};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

/// One thing that happened, and to which text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub id: Uuid,
    /// `made`, `code_sent`, or the state it led to.
    pub kind: String,
    pub edition: u16,
    pub hash: DocHash,
    /// Nobody's when time did it.
    pub side: Option<Side>,
    pub user: Option<UserId>,
    /// A reason or a method, as it was given.
    pub detail: Option<String>,
    pub at: Timestamp,
}

impl Event {
    pub fn new(id: Uuid, kind: &str, contract: &Contract, at: Timestamp) -> Self {
        let Contract { edition, hash, .. } = *contract;
        Self { id, kind: kind.to_owned(), edition, hash, side: None, user: None, detail: None, at }
    }

    #[must_use]
    pub fn by(self, side: Side, user: UserId) -> Self {
        Self { side: Some(side), user: Some(user), ..self }
    }

    #[must_use]
    pub fn with(self, detail: impl Into<String>) -> Self {
        Self { detail: Some(detail.into()), ..self }
    }
}

pub async fn add_event(tx: &Tx, contract: ContractId, event: Event) -> Result<(), StoreError> {
    let Event { id, kind, edition, hash, side, user, detail, at } = event;
    let row = ActiveModel {
        id: Set(id),
        contract_id: Set(contract.into()),
        kind: Set(kind),
        edition: Set(edition.into()),
        hash: Set(hash.to_string()),
        side: Set(side.map(|side| side.code().to_owned())),
        user_id: Set(user.map(Uuid::from)),
        detail: Set(detail),
        at: Set(at),
    };
    row.insert(tx.conn()).await?;
    Ok(())
}

/// Oldest first.
pub async fn list_events(tx: &Tx, contract: ContractId) -> Result<Vec<Event>, StoreError> {
    let rows = Entity::find().filter(Column::ContractId.eq(Uuid::from(contract))).order_by_asc(Column::Id).all(tx.conn()).await?;
    rows.into_iter()
        .map(|row| {
            let id = row.id;
            read(row).ok_or_else(|| corrupt("contract_event", id))
        })
        .collect()
}

fn read(row: Model) -> Option<Event> {
    let side = match row.side {
        Some(side) => Some(side.parse().ok()?),
        None => None,
    };
    Some(Event {
        id: row.id,
        kind: row.kind,
        edition: row.edition.try_into().ok()?,
        hash: row.hash.parse().ok()?,
        side,
        user: row.user_id.map(UserId::from),
        detail: row.detail,
        at: row.at,
    })
}
