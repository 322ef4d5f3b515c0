//! Lines across contracts: what has to be delivered, nearest first.
use super::read;
use crate::store::entity::contract;
use crate::store::entity::line::{Column, Entity};
use crate::store::{Slice, StoreError, Tx};
use domain::account::Side;
use domain::day::TradeDay;
use domain::delivery::Line;
use domain::id::{ContractId, LineId, OrgId};
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select};
use uuid::Uuid;

/// One line with the contract it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub contract: ContractId,
    pub line: Line,
}

/// An organisation's own lines, on its side of the market.
#[derive(Debug, Clone, Copy)]
pub struct Own {
    pub org: OrgId,
    pub side: Side,
    pub today: TradeDay,
}

/// Where the goods are, for a person who looks for work: a planned line is missed once its grace is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goods {
    Planned,
    /// Planned, with a day outside the asked ones that waits for the buyer.
    DayWaits,
    Dispatched,
    Received,
    Missed,
}

/// By the first day of delivery.
pub async fn deliveries(
    tx: &Tx,
    own: Own,
    state: Option<Goods>,
    from: Option<TradeDay>,
    to: Option<TradeDay>,
    slice: Slice<LineId>,
) -> Result<Vec<Listed>, StoreError> {
    let mut query = match state {
        None => of(own, &["in_force", "completed", "terminated"]),
        // Nothing leaves any more under a contract that ended.
        Some(state @ (Goods::Planned | Goods::DayWaits)) => of(own, &["in_force"]).filter(goods(state, own.today)),
        Some(state) => of(own, &["in_force", "completed", "terminated"]).filter(goods(state, own.today)),
    };
    if let Some(from) = from {
        query = query.filter(Column::WindowTo.gte(from.date()));
    }
    if let Some(to) = to {
        query = query.filter(Column::WindowFrom.lte(to.date()));
    }
    page(tx, query, Column::WindowFrom, slice).await
}

fn goods(state: Goods, today: TradeDay) -> Condition {
    let last_chance = today.minus(Line::GRACE_DAYS).date();
    match state {
        Goods::Planned => Condition::all().add(Column::Delivery.eq("planned")).add(Column::WindowTo.gte(last_chance)),
        Goods::DayWaits => goods(Goods::Planned, today).add(Column::WaitingOn.is_not_null()),
        Goods::Missed => Condition::all().add(Column::Delivery.eq("planned")).add(Column::WindowTo.lt(last_chance)),
        // Until all of it is accepted or rejected.
        Goods::Dispatched => Condition::all().add(Column::Delivery.is_in(["dispatched", "inspecting"])),
        Goods::Received => Condition::all().add(Column::Delivery.eq("received")),
    }
}

/// The lines of the organisation's contracts in some states, or in any.
fn of(own: Own, statuses: &[&str]) -> Select<Entity> {
    Entity::find().filter(Column::ContractId.in_subquery(contracts(own, statuses)))
}

pub(super) fn contracts(own: Own, statuses: &[&str]) -> SelectStatement {
    let party = match own.side {
        Side::Supplier => contract::Column::SupplierId,
        Side::Buyer => contract::Column::BuyerId,
    };
    let mut query = Query::select();
    query.column(contract::Column::Id).from(contract::Entity).and_where(party.eq(Uuid::from(own.org)));
    if !statuses.is_empty() {
        query.and_where(contract::Column::Status.is_in(statuses.iter().copied()));
    }
    query
}

/// What follows the line the page before ended with, by a day and then by id.
async fn page(tx: &Tx, query: Select<Entity>, day: Column, slice: Slice<LineId>) -> Result<Vec<Listed>, StoreError> {
    let mut query = query.order_by_asc(day).order_by_asc(Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after.map(Uuid::from) {
        let of_last = Entity::find_by_id(after).select_only().column(day).into_query();
        let same_day = day.in_subquery(of_last.clone()).and(Column::Id.gt(after));
        query = query.filter(day.into_expr().gt(sea_orm::sea_query::SimpleExpr::from(of_last)).or(same_day));
    }
    listed(tx, query).await
}

pub(super) async fn listed(tx: &Tx, query: Select<Entity>) -> Result<Vec<Listed>, StoreError> {
    let lines = read(tx, query.all(tx.conn()).await?).await?;
    Ok(lines.into_iter().map(|(contract, line)| Listed { contract, line }).collect())
}
