//! Demands that come every week, and what was posted of each.
use super::entity::{organisation, recurring_demand, recurring_demand_post};
use super::post::{columns, reach, state};
use super::{Slice, StoreError, Tx, corrupt, exactly_one};
use domain::day::{TradeDay, Week};
use domain::demand::Demand;
use domain::id::{DemandId, RecurringDemandId};
use domain::policy::Scope;
use domain::recurring_demand::RecurringDemand;
use recurring_demand::{ActiveModel, Column, Entity, Model};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef, Set};
use std::collections::BTreeMap;
use uuid::Uuid;

pub async fn insert(tx: &Tx, rule: &RecurringDemand) -> Result<(), StoreError> {
    to_row(tx, rule)?.insert(tx.conn()).await?;
    Ok(())
}

/// Saves the next version; `Stale` when somebody saved that version first.
pub async fn save(tx: &Tx, rule: &RecurringDemand) -> Result<(), StoreError> {
    let done = Entity::update_many()
        .set(to_row(tx, rule)?)
        .filter(Column::Id.eq(Uuid::from(rule.id)))
        .filter(Column::Version.eq(rule.version - 1))
        .exec(tx.conn())
        .await?;
    exactly_one(done.rows_affected)
}

pub async fn get(tx: &Tx, scope: Scope, id: RecurringDemandId) -> Result<RecurringDemand, StoreError> {
    let reach = reach(scope, Column::OrgId).ok_or(StoreError::Missing)?;
    Entity::find_by_id(Uuid::from(id)).filter(reach).one(tx.conn()).await?.map_or(Err(StoreError::Missing), |row| from_row(tx, &row))
}

/// Newest first.
pub async fn list(tx: &Tx, scope: Scope, slice: Slice<Uuid>) -> Result<Vec<RecurringDemand>, StoreError> {
    let reach = reach(scope, Column::OrgId).ok_or(StoreError::Missing)?;
    let mut query = Entity::find().filter(reach).order_by_desc(Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(Column::Id.lt(after));
    }
    query.all(tx.conn()).await?.into_iter().map(|row| from_row(tx, &row)).collect()
}

/// Of verified organisations, those with a week to post by this day; the longest due first.
pub async fn due(tx: &Tx, today: TradeDay, most: u64) -> Result<Vec<RecurringDemandId>, StoreError> {
    let owner: RelationDef = Entity::belongs_to(organisation::Entity).from(Column::OrgId).to(organisation::Column::Id).into();
    let ids: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .join(JoinType::InnerJoin, owner)
        .filter(organisation::Column::Status.eq("verified"))
        .filter(Column::NextOn.lte(today.date()))
        .order_by_asc(Column::NextOn)
        .order_by_asc(Column::Id)
        .limit(most)
        .into_tuple()
        .all(tx.conn())
        .await?;
    Ok(ids.into_iter().map(RecurringDemandId::from).collect())
}

/// What a rule put on the market.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posted {
    pub demand: DemandId,
    pub first_week: Week,
    pub last_week: Week,
    /// How many delivery points it went to; the demand is the first one's.
    pub points: u64,
}

/// Notes that demands came of a rule at once, one for each point.
pub async fn note(tx: &Tx, rule: RecurringDemandId, posted: &[Demand]) -> Result<(), StoreError> {
    let weeks = || posted.iter().flat_map(|demand| &demand.terms.weeks).map(|row| row.week);
    let (Some(first), Some(last)) = (weeks().min(), weeks().max()) else { return Err(corrupt("recurring_demand_post", rule)) };
    for (point, demand) in (0..).zip(posted) {
        recurring_demand_post::ActiveModel {
            recurring_id: Set(rule.into()),
            first_week: Set(first.monday().date()),
            point: Set(point),
            last_week: Set(last.monday().date()),
            demand_id: Set(demand.id.into()),
        }
        .insert(tx.conn())
        .await?;
    }
    Ok(())
}

/// What each of these posted so far, the newest first. A rule has at most as many as a year has weeks.
pub async fn posted(
    tx: &Tx,
    rules: impl IntoIterator<Item = RecurringDemandId>,
) -> Result<BTreeMap<RecurringDemandId, Vec<Posted>>, StoreError> {
    let mut found: BTreeMap<_, Vec<Posted>> = BTreeMap::new();
    let rows = recurring_demand_post::Entity::find()
        .filter(recurring_demand_post::Column::RecurringId.is_in(rules.into_iter().map(Uuid::from)))
        .order_by_desc(recurring_demand_post::Column::FirstWeek)
        .order_by_asc(recurring_demand_post::Column::Point)
        .all(tx.conn())
        .await?;
    for row in rows {
        let week = |day| TradeDay::new(day).week();
        let (first_week, last_week) = (week(row.first_week), week(row.last_week));
        let known = found.entry(row.recurring_id.into()).or_default();
        match known.last_mut().filter(|posted| posted.first_week == first_week) {
            Some(posted) => posted.points += 1,
            None => known.push(Posted { demand: row.demand_id.into(), first_week, last_week, points: 1 }),
        }
    }
    Ok(found)
}

fn to_row(tx: &Tx, rule: &RecurringDemand) -> Result<ActiveModel, StoreError> {
    let (status, withdrawn_by, withdrawn_at) = columns(&rule.state);
    Ok(ActiveModel {
        id: Set(rule.id.into()),
        org_id: Set(rule.org.into()),
        posted_by: Set(rule.posted_by.into()),
        sealed: Set(tx.seal()?.close_json("recurring_demand", rule.id.into(), &rule.terms)?),
        next_week: Set(rule.next.monday().date()),
        next_on: Set(rule.next_on().map(TradeDay::date)),
        status: Set(status),
        posted_at: Set(rule.posted_at),
        withdrawn_at: Set(withdrawn_at),
        withdrawn_by: Set(withdrawn_by),
        version: Set(rule.version),
    })
}

fn from_row(tx: &Tx, row: &Model) -> Result<RecurringDemand, StoreError> {
    let unreadable = || corrupt("recurring_demand", row.id);
    Ok(RecurringDemand {
        id: row.id.into(),
        org: row.org_id.into(),
        terms: tx.seal()?.open_json("recurring_demand", row.id, &row.sealed)?,
        next: TradeDay::new(row.next_week).week(),
        state: state(&row.status, row.withdrawn_by, row.withdrawn_at).ok_or_else(unreadable)?,
        posted_by: row.posted_by.into(),
        posted_at: row.posted_at,
        version: row.version,
    })
}
