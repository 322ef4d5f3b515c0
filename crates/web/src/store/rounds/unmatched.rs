//! What a round left, and why.
use crate::store::entity::round_unmatched::{ActiveModel, Column, Entity, Model};
use crate::store::{Slice, StoreError, Tx, corrupt};
use domain::account::Side;
use domain::day::{TradeDay, Week};
use domain::id::{OrgId, RoundId};
use domain::product::Slug;
use domain::quantity::Kg;
use matching::reason::Reason;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use std::collections::BTreeMap;
use uuid::Uuid;

/// An offer with kilograms left (without a week), or a week of a demand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmatched {
    pub id: Uuid,
    pub side: Side,
    pub post: Uuid,
    pub org: OrgId,
    pub product: Slug,
    pub variety: Option<Slug>,
    pub week: Option<Week>,
    pub left: Kg,
    pub reason: Reason,
}

#[derive(Debug, Default, Clone)]
pub struct UnmatchedFilter {
    pub side: Option<Side>,
    pub product: Option<String>,
    pub obstacle: Option<String>,
}

/// Rests of one product and side that stand before the same obstacle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub side: Side,
    pub product: String,
    pub obstacle: String,
    pub rows: u64,
    pub left_g: i64,
}

pub async fn insert_unmatched(tx: &Tx, round: RoundId, rows: &[Unmatched]) -> Result<(), StoreError> {
    // Eleven columns a row: a chunk stays below the number of values SQLite binds at once.
    for chunk in rows.chunks(500) {
        let rows = chunk.iter().map(|row| write(tx, round, row)).collect::<Result<Vec<_>, _>>()?;
        Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

pub async fn list_unmatched(tx: &Tx, round: RoundId, filter: &UnmatchedFilter, slice: Slice<Uuid>) -> Result<Vec<Unmatched>, StoreError> {
    let mut query = Entity::find().filter(Column::RoundId.eq(Uuid::from(round))).order_by_asc(Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(Column::Id.gt(after));
    }
    if let Some(side) = filter.side {
        query = query.filter(Column::Side.eq(side.code()));
    }
    if let Some(product) = &filter.product {
        query = query.filter(Column::Product.eq(product.as_str()));
    }
    if let Some(obstacle) = &filter.obstacle {
        query = query.filter(Column::Obstacle.eq(obstacle.as_str()));
    }
    query.all(tx.conn()).await?.into_iter().map(|row| read(tx, row)).collect()
}

/// What a round left of one post: one row for an offer, one a week for a demand.
pub async fn unmatched_of_post(tx: &Tx, round: RoundId, post: Uuid) -> Result<Vec<Unmatched>, StoreError> {
    let query = Entity::find().filter(Column::PostId.eq(post)).filter(Column::RoundId.eq(Uuid::from(round))).order_by_asc(Column::Week);
    query.all(tx.conn()).await?.into_iter().map(|row| read(tx, row)).collect()
}

/// All rests by side, product and obstacle.
pub async fn groups(tx: &Tx, round: RoundId) -> Result<Vec<Group>, StoreError> {
    let rows = Entity::find()
        .select_only()
        .columns([Column::Side, Column::Product, Column::Obstacle, Column::LeftG])
        .filter(Column::RoundId.eq(Uuid::from(round)))
        .into_tuple::<(String, String, String, i64)>()
        .all(tx.conn())
        .await?;
    let mut groups: BTreeMap<(String, String, String), (u64, i64)> = BTreeMap::new();
    for (side, product, obstacle, left) in rows {
        let (count, sum) = groups.entry((side, product, obstacle)).or_default();
        *count += 1;
        *sum += left;
    }
    groups
        .into_iter()
        .map(|((side, product, obstacle), (rows, left_g))| {
            let side = side.parse().map_err(|_| corrupt("round_unmatched", round))?;
            Ok(Group { side, product, obstacle, rows, left_g })
        })
        .collect()
}

fn write(tx: &Tx, round: RoundId, row: &Unmatched) -> Result<ActiveModel, StoreError> {
    let unread = |_| corrupt("round_unmatched", row.id);
    let reason = serde_json::to_value(&row.reason).map_err(unread)?;
    let obstacle = reason["obstacle"]["kind"].as_str().ok_or_else(|| corrupt("round_unmatched", row.id))?.to_owned();
    Ok(ActiveModel {
        id: Set(row.id),
        round_id: Set(round.into()),
        side: Set(row.side.code().to_owned()),
        post_id: Set(row.post),
        org_id: Set(row.org.into()),
        product: Set(row.product.as_str().to_owned()),
        variety: Set(row.variety.as_ref().map(|slug| slug.as_str().to_owned())),
        week: Set(row.week.map(|week| week.monday().date())),
        left_g: Set(row.left.grams()),
        obstacle: Set(obstacle),
        sealed: Set(tx.seal()?.close_json("round_unmatched", row.id, &reason)?),
    })
}

fn read(tx: &Tx, row: Model) -> Result<Unmatched, StoreError> {
    let id = row.id;
    let reason = tx.seal()?.open_json("round_unmatched", id, &row.sealed)?;
    parse(row, reason).ok_or_else(|| corrupt("round_unmatched", id))
}

fn parse(row: Model, reason: Reason) -> Option<Unmatched> {
    Some(Unmatched {
        id: row.id,
        side: row.side.parse().ok()?,
        post: row.post_id,
        org: row.org_id.into(),
        product: row.product.parse().ok()?,
        variety: match row.variety {
            Some(slug) => Some(slug.parse().ok()?),
            None => None,
        },
        week: row.week.map(|day| TradeDay::new(day).week()),
        left: Kg::from_grams(row.left_g).ok()?,
        reason,
    })
}
