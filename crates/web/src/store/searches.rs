//! Searches that people keep. They are found again by the products they are about, so that a new post is compared with few.
mod hits;

pub use hits::{Hit, found, prune, take_untold};

use super::entity::{organisation, saved_search, saved_search_product, search_hit, user};
use super::{StoreError, Tx, corrupt, taken};
use domain::account::Side;
use domain::day::Timestamp;
use domain::id::{OrgId, SearchId, UserId};
use domain::place::CommuneCode;
use domain::search::Search;
use domain::text::Name;
use sea_orm::sea_query::Query;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, RelationDef, Set,
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Stands for a search about any product.
const ANY: &str = "";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: SearchId,
    pub user: UserId,
    /// Whose posts it looks at.
    pub side: Side,
    pub name: Name,
    pub search: Search,
    pub created_at: Timestamp,
}

/// A kept search with where its owner is at home.
#[derive(Debug)]
pub struct Looking {
    pub kept: Kept,
    pub org: OrgId,
    pub commune: CommuneCode,
}

/// Keeps one more in the first place that is free; `Taken("slot")` when somebody was faster. `products` it is about, none for any.
pub async fn insert(tx: &Tx, kept: &Kept, slot: usize, products: Option<BTreeSet<String>>) -> Result<(), StoreError> {
    let row = saved_search::ActiveModel {
        id: Set(kept.id.into()),
        user_id: Set(kept.user.into()),
        slot: Set(i64::try_from(slot).map_err(|_| corrupt("saved_search", kept.id))?),
        side: Set(kept.side.code().to_owned()),
        name: Set(kept.name.to_string()),
        search: Set(serde_json::to_value(&kept.search).map_err(|_| corrupt("saved_search", kept.id))?),
        created_at: Set(kept.created_at),
    };
    row.insert(tx.conn()).await.map_err(|error| taken(error, "saved_search", "slot"))?;
    let products = products.unwrap_or_else(|| BTreeSet::from([ANY.to_owned()]));
    let rows = products.into_iter().map(|product| saved_search_product::ActiveModel {
        side: Set(kept.side.code().to_owned()),
        product: Set(product),
        search_id: Set(kept.id.into()),
    });
    let rows: Vec<_> = rows.collect();
    // What is about no product at all is never found.
    if !rows.is_empty() {
        saved_search_product::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// The first place that a person has free.
pub async fn free_slot(tx: &Tx, user: UserId, most: usize) -> Result<Option<usize>, StoreError> {
    let used: Vec<i64> = saved_search::Entity::find()
        .select_only()
        .column(saved_search::Column::Slot)
        .filter(saved_search::Column::UserId.eq(Uuid::from(user)))
        .into_tuple()
        .all(tx.conn())
        .await?;
    Ok((0..most).find(|slot| !used.iter().any(|used| usize::try_from(*used) == Ok(*slot))))
}

/// One person's, in the order they were kept.
pub async fn list(tx: &Tx, user: UserId) -> Result<Vec<Kept>, StoreError> {
    let query = saved_search::Entity::find().filter(saved_search::Column::UserId.eq(Uuid::from(user)));
    query.order_by_asc(saved_search::Column::Id).all(tx.conn()).await?.into_iter().map(read).collect()
}

pub async fn get(tx: &Tx, user: UserId, id: SearchId) -> Result<Kept, StoreError> {
    let query = saved_search::Entity::find_by_id(Uuid::from(id)).filter(saved_search::Column::UserId.eq(Uuid::from(user)));
    query.one(tx.conn()).await?.map_or(Err(StoreError::Missing), read)
}

pub async fn rename(tx: &Tx, user: UserId, id: SearchId, name: &Name) -> Result<(), StoreError> {
    let row = saved_search::ActiveModel { name: Set(name.to_string()), ..Default::default() };
    let own = saved_search::Entity::update_many().set(row).filter(saved_search::Column::Id.eq(Uuid::from(id)));
    let done = own.filter(saved_search::Column::UserId.eq(Uuid::from(user))).exec(tx.conn()).await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Missing) }
}

/// Forgets a search. What it found and nobody was told yet is free for the person's other searches to find.
pub async fn remove(tx: &Tx, id: SearchId) -> Result<Vec<Uuid>, StoreError> {
    let id = Uuid::from(id);
    let untold = search_hit::Entity::delete_many().filter(search_hit::Column::SearchId.eq(id));
    let untold = untold.filter(search_hit::Column::ToldAt.is_null()).exec_with_returning(tx.conn()).await?;
    saved_search_product::Entity::delete_many().filter(saved_search_product::Column::SearchId.eq(id)).exec(tx.conn()).await?;
    saved_search::Entity::delete_by_id(id).exec(tx.conn()).await?;
    Ok(untold.into_iter().map(|hit| hit.post_id).collect())
}

/// Whether anybody keeps a search of posts of a side.
pub async fn any(tx: &Tx, side: Side) -> Result<bool, StoreError> {
    let query = saved_search_product::Entity::find().filter(saved_search_product::Column::Side.eq(side.code()));
    Ok(query.limit(1).count(tx.conn()).await? > 0)
}

/// Searches of open accounts that can be about one of these products, oldest first.
pub async fn about(tx: &Tx, side: Side, products: &BTreeSet<String>) -> Result<Vec<Looking>, StoreError> {
    let names = products.iter().map(String::as_str).chain([ANY]);
    let mut ids = Query::select();
    ids.column(saved_search_product::Column::SearchId)
        .from(saved_search_product::Entity)
        .and_where(saved_search_product::Column::Side.eq(side.code()))
        .and_where(saved_search_product::Column::Product.is_in(names));
    let kept = saved_search::Entity::find().filter(saved_search::Column::Id.in_subquery(ids)).order_by_asc(saved_search::Column::Id);
    let kept = kept.all(tx.conn()).await?;
    let owners = owners(tx, kept.iter().map(|row| row.user_id)).await?;
    let looking = kept.into_iter().filter_map(|row| {
        let (org, commune) = owners.get(&row.user_id)?;
        Some(read(row).map(|kept| Looking { kept, org: *org, commune: *commune }))
    });
    looking.collect()
}

/// Where people with open accounts are at home.
async fn owners(tx: &Tx, users: impl Iterator<Item = Uuid>) -> Result<BTreeMap<Uuid, (OrgId, CommuneCode)>, StoreError> {
    let users: BTreeSet<Uuid> = users.collect();
    let users: Vec<Uuid> = users.into_iter().collect();
    let mut found = BTreeMap::new();
    for chunk in users.chunks(super::CHUNK) {
        let rows: Vec<(Uuid, Uuid, String)> = user::Entity::find()
            .select_only()
            .column(user::Column::Id)
            .column(organisation::Column::Id)
            .column(organisation::Column::Commune)
            .join(JoinType::InnerJoin, home())
            .filter(user::Column::Id.is_in(chunk.iter().copied()))
            .filter(user::Column::ClosedAt.is_null())
            .into_tuple()
            .all(tx.conn())
            .await?;
        for (user, org, commune) in rows {
            found.insert(user, (org.into(), commune.parse().map_err(|_| corrupt("organisation", org))?));
        }
    }
    Ok(found)
}

fn home() -> RelationDef {
    user::Entity::belongs_to(organisation::Entity).from(user::Column::OrgId).to(organisation::Column::Id).into()
}

fn read(row: saved_search::Model) -> Result<Kept, StoreError> {
    let id = row.id;
    let unreadable = || corrupt("saved_search", id);
    Ok(Kept {
        id: id.into(),
        user: row.user_id.into(),
        side: row.side.parse().map_err(|_| unreadable())?,
        name: row.name.parse().map_err(|_| unreadable())?,
        search: serde_json::from_value(row.search).map_err(|_| unreadable())?,
        created_at: row.created_at,
    })
}
