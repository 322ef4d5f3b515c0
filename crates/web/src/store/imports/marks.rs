//! What was made of a row is found again by what the row said.
use crate::store::entity::import_mark::{ActiveModel, Column, Entity};
use crate::store::entity::{demand, offer};
use crate::store::post::OPEN;
use crate::store::{CHUNK, StoreError, Tx};
use domain::id::OrgId;
use domain::import::{ImportKind, ListOwner};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationDef, Set};
use std::collections::HashMap;
use uuid::Uuid;

/// What a row said is kept as a mark under the key: nobody else finds out its price by trying.
const PURPOSE: &str = "list";

/// What the `nth` row of a list that said this became, and whose that is.
#[derive(Debug, Clone)]
pub struct Mark {
    pub org: OrgId,
    pub said: [u8; 32],
    pub nth: u32,
    pub thing: Uuid,
}
pub type Marks = HashMap<([u8; 32], u32), Uuid>;

/// What earlier rows of this owner became that said one of these. A post that was withdrawn since counts no more: its list may be
/// sent again. What the office entered stays.
pub async fn marks(tx: &Tx, kind: ImportKind, owner: ListOwner, fingerprints: &[[u8; 32]]) -> Result<Marks, StoreError> {
    let mut found = Marks::new();
    for chunk in fingerprints.chunks(CHUNK) {
        let seal = tx.seal()?;
        let kept: HashMap<[u8; 32], [u8; 32]> = chunk.iter().map(|said| (seal.mark(PURPOSE, said), *said)).collect();
        let mut query =
            Entity::find().filter(Column::Kind.eq(kind.code())).filter(Column::Fingerprint.is_in(kept.keys().map(|mark| mark.to_vec())));
        if let ListOwner::Org(org) = owner {
            query = query.filter(Column::OrgId.eq(Uuid::from(org)));
        }
        let query = match kind {
            ImportKind::Offers => query.join(JoinType::InnerJoin, offers()).filter(offer::Column::Status.eq(OPEN)),
            ImportKind::Demands => query.join(JoinType::InnerJoin, demands()).filter(demand::Column::Status.eq(OPEN)),
            ImportKind::Organisations | ImportKind::Certificates => query,
        };
        for row in query.all(tx.conn()).await? {
            if let (Some(said), Ok(nth)) = (kept.get(row.fingerprint.as_slice()), row.nth.try_into()) {
                found.insert((*said, nth), row.thing_id);
            }
        }
    }
    Ok(found)
}

/// Remembers what rows became. The caller holds the organisation, and looked for marks that count before.
pub async fn put_marks(tx: &Tx, kind: ImportKind, marks: &[Mark]) -> Result<(), StoreError> {
    let seal = tx.seal()?;
    let rows: Vec<ActiveModel> = marks
        .iter()
        .map(|Mark { org, said, nth, thing }| ActiveModel {
            org_id: Set((*org).into()),
            kind: Set(kind.code().to_owned()),
            fingerprint: Set(seal.mark(PURPOSE, said).to_vec()),
            nth: Set((*nth).into()),
            thing_id: Set(*thing),
        })
        .collect();
    for chunk in rows.chunks(CHUNK) {
        let again =
            OnConflict::columns([Column::OrgId, Column::Kind, Column::Fingerprint, Column::Nth]).update_column(Column::ThingId).to_owned();
        Entity::insert_many(chunk.to_vec()).on_conflict(again).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

fn offers() -> RelationDef {
    Entity::belongs_to(offer::Entity).from(Column::ThingId).to(offer::Column::Id).into()
}

fn demands() -> RelationDef {
    Entity::belongs_to(demand::Entity).from(Column::ThingId).to(demand::Column::Id).into()
}
