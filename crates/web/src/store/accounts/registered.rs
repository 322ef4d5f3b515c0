//! Every organisation by what a list may call it.
use crate::store::entity::organisation::{Column, Entity};
use crate::store::{StoreError, Tx, corrupt};
use domain::account::OrgKind;
use domain::id::OrgId;
use sea_orm::{EntityTrait, QueryOrder, QuerySelect};
use uuid::Uuid;

#[derive(Debug, Clone)]
pub struct Registered {
    pub id: OrgId,
    pub kind: OrgKind,
    pub name: String,
    pub tax_code: Option<String>,
    pub commune: String,
}

/// Oldest first.
pub async fn registered(tx: &Tx) -> Result<Vec<Registered>, StoreError> {
    let rows = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Kind, Column::Name, Column::TaxCode, Column::Commune])
        .order_by_asc(Column::Id)
        .into_tuple::<(Uuid, String, String, Option<String>, String)>()
        .all(tx.conn())
        .await?;
    let read = |(id, kind, name, tax_code, commune): (Uuid, String, String, Option<String>, String)| {
        let kind = kind.parse().map_err(|_| corrupt("organisation", id))?;
        Ok(Registered { id: id.into(), kind, name, tax_code, commune })
    };
    rows.into_iter().map(read).collect()
}
