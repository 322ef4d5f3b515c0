//! Every organisation by what a list may call it, and what a list may say of it.
use super::organisations::from_row;
use crate::store::entity::organisation::{Column, Entity};
use crate::store::{StoreError, Tx};
use domain::account::{OrgKind, OrgProfile, Organisation};
use domain::id::OrgId;
use sea_orm::{EntityTrait, QueryOrder};

#[derive(Debug, Clone)]
pub struct Registered {
    pub id: OrgId,
    pub kind: OrgKind,
    pub name: String,
    pub tax_code: Option<String>,
    pub commune: String,
    pub profile: OrgProfile,
}

impl From<&Organisation> for Registered {
    fn from(org: &Organisation) -> Self {
        let profile = org.profile.clone();
        let tax_code = profile.tax_code.as_ref().map(ToString::to_string);
        Self { id: org.id, kind: profile.kind, name: profile.name.to_string(), tax_code, commune: profile.commune.to_string(), profile }
    }
}

/// Oldest first.
pub async fn registered(tx: &Tx) -> Result<Vec<Registered>, StoreError> {
    let rows = Entity::find().order_by_asc(Column::Id).all(tx.conn()).await?;
    rows.into_iter().map(|row| from_row(row).map(|org| Registered::from(&org))).collect()
}
