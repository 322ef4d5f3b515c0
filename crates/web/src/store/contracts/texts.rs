//! The frozen texts. What is read here is what was hashed, or it is not read at all.
use crate::store::entity::contract_edition::{ActiveModel, Column, Entity};
use crate::store::{StoreError, Tx, corrupt};
use domain::contract::{Contract, DocHash};
use domain::day::Timestamp;
use domain::id::ContractId;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// One text of a contract with its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub body: String,
    pub hash: DocHash,
}

/// An edition without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionView {
    pub edition: u16,
    pub hash: DocHash,
    pub made_at: Timestamp,
}

impl Text {
    pub fn new(body: String) -> Self {
        let hash = DocHash::new(Sha256::digest(body.as_bytes()).into());
        Self { body, hash }
    }
}

/// Keeps the text of the edition the contract is at.
pub async fn add_edition(tx: &Tx, contract: &Contract, body: String, at: Timestamp) -> Result<(), StoreError> {
    let terms = serde_json::to_value(&contract.terms).map_err(|_| corrupt("contract_edition", contract.id))?;
    let row = ActiveModel {
        contract_id: Set(contract.id.into()),
        edition: Set(contract.edition.into()),
        terms: Set(terms),
        body: Set(body),
        hash: Set(contract.hash.to_string()),
        made_at: Set(at),
    };
    row.insert(tx.conn()).await?;
    Ok(())
}

/// The text of one edition, byte for byte.
pub async fn text(tx: &Tx, id: ContractId, edition: u16) -> Result<Text, StoreError> {
    let key = (Uuid::from(id), i64::from(edition));
    let row = Entity::find_by_id(key).one(tx.conn()).await?.ok_or(StoreError::Missing)?;
    let text = Text::new(row.body);
    if text.hash.to_string() == row.hash { Ok(text) } else { Err(corrupt("contract_edition", format!("{id} {edition}"))) }
}

/// Every edition of a contract, first to last.
pub async fn editions(tx: &Tx, id: ContractId) -> Result<Vec<EditionView>, StoreError> {
    let rows = Entity::find()
        .select_only()
        .columns([Column::Edition, Column::Hash, Column::MadeAt])
        .filter(Column::ContractId.eq(Uuid::from(id)))
        .order_by_asc(Column::Edition)
        .into_tuple::<(i64, String, Timestamp)>()
        .all(tx.conn())
        .await?;
    let read = |(edition, hash, made_at): (i64, String, Timestamp)| {
        Some(EditionView { edition: edition.try_into().ok()?, hash: hash.parse().ok()?, made_at })
    };
    rows.into_iter().map(|row| read(row).ok_or_else(|| corrupt("contract_edition", id))).collect()
}
