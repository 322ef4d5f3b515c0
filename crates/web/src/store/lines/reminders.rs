//! What stands to be said about lines today, and what was said already.
use super::dues;
use super::list::{Listed, listed};
use super::payments::{Owed, OwedFor};
use crate::store::entity::line::{Column, Entity};
use crate::store::entity::{contract, contract_due, contract_due_reminder, line_reminder};
use crate::store::{StoreError, Tx, corrupt};
use chrono::NaiveTime;
use domain::day::{Timestamp, TradeDay};
use domain::delivery::Line;
use domain::id::{ContractId, DueId, LineId, OrgId};
use domain::reminder::{DELIVERY_AHEAD_DAYS, PAYMENT_AHEAD_DAYS, RECEIPT_AFTER_DAYS, Reminder};
use sea_orm::sea_query::{OnConflict, Query};
use sea_orm::{ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Set};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Lines somebody may have to be reminded of today, so many at most after the given one: goods that should leave or
/// should have been received, debts that should be paid.
pub async fn pressing(tx: &Tx, today: TradeDay, after: Option<LineId>, limit: u64) -> Result<Vec<Listed>, StoreError> {
    let in_force =
        Query::select().column(contract::Column::Id).from(contract::Entity).and_where(contract::Column::Status.eq("in_force")).to_owned();
    let eve = today.plus(DELIVERY_AHEAD_DAYS).date();
    let to_send = Condition::all()
        .add(Column::Delivery.eq("planned"))
        .add(Column::WindowFrom.lte(eve).or(Column::ConfirmedOn.lte(eve)))
        .add(Column::ContractId.in_subquery(in_force));
    // Until the end of that day in Viet Nam.
    let left_before = today.minus(RECEIPT_AFTER_DAYS).plus(1).at(NaiveTime::MIN);
    let to_receive = Condition::all().add(Column::Delivery.is_in(["dispatched", "inspecting"])).add(Column::DispatchedAt.lt(left_before));
    let to_pay = Condition::all().add(Column::Payment.eq("due")).add(Column::DueOn.lte(today.plus(PAYMENT_AHEAD_DAYS).date()));
    let mut query = Entity::find().filter(Condition::any().add(to_send).add(to_receive).add(to_pay)).order_by_asc(Column::Id).limit(limit);
    if let Some(after) = after {
        query = query.filter(Column::Id.gt(Uuid::from(after)));
    }
    listed(tx, query).await
}

/// Contracts in force of which nothing is open any more but, perhaps, the hours in which a refusal can be corrected. So many at most after
/// the given one; [`Contract::settle`](domain::contract::Contract::settle) decides.
pub async fn refused_to_the_end(tx: &Tx, now: Timestamp, after: Option<ContractId>, limit: u64) -> Result<Vec<ContractId>, StoreError> {
    let lines = |which: Condition| Query::select().column(Column::ContractId).from(Entity).cond_where(which).to_owned();
    let refused = Condition::all().add(Column::Delivery.eq("received")).add(Column::Payment.eq("none")).add(Column::ReceivedAt.lt(now));
    let coming =
        Condition::all().add(Column::Delivery.eq("planned")).add(Column::WindowTo.gte(TradeDay::of(now).minus(Line::GRACE_DAYS).date()));
    let open = Condition::any()
        .add(Column::Delivery.is_in(["dispatched", "inspecting"]))
        .add(Column::Payment.is_in(["due", "declared"]))
        .add(coming);
    let owing = contract_due::Entity::find()
        .select_only()
        .column(contract_due::Column::ContractId)
        .filter(contract_due::Column::Payment.is_in(["due", "declared"]))
        .into_query();
    let mut query = contract::Entity::find()
        .select_only()
        .column(contract::Column::Id)
        .filter(contract::Column::Status.eq("in_force"))
        .filter(contract::Column::Id.in_subquery(lines(refused)))
        .filter(contract::Column::Id.not_in_subquery(lines(open)))
        .filter(contract::Column::Id.not_in_subquery(owing))
        .order_by_asc(contract::Column::Id)
        .limit(limit);
    if let Some(after) = after {
        query = query.filter(contract::Column::Id.gt(Uuid::from(after)));
    }
    Ok(query.into_tuple::<Uuid>().all(tx.conn()).await?.into_iter().map(ContractId::from).collect())
}

/// The same of the debts that belong to contracts.
pub async fn pressing_dues(tx: &Tx, today: TradeDay, after: Option<DueId>, limit: u64) -> Result<Vec<Owed>, StoreError> {
    use contract_due::{Column, Entity};
    let soon = today.plus(PAYMENT_AHEAD_DAYS).date();
    let mut query = Entity::find().filter(Column::Payment.eq("due")).filter(Column::DueOn.lte(soon)).order_by_asc(Column::Id).limit(limit);
    if let Some(after) = after {
        query = query.filter(Column::Id.gt(Uuid::from(after)));
    }
    let rows = query.all(tx.conn()).await?;
    rows.iter().map(|row| Ok(Owed { contract: row.contract_id.into(), of: OwedFor::Due(dues::read(row)?) })).collect()
}

/// Who was told what about some of those.
pub async fn told_dues(tx: &Tx, dues: impl IntoIterator<Item = DueId>) -> Result<BTreeSet<(DueId, OrgId, Reminder)>, StoreError> {
    use contract_due_reminder::{Column, Entity};
    let rows = Entity::find().filter(Column::DueId.is_in(dues.into_iter().map(Uuid::from))).all(tx.conn()).await?;
    let told = |row: contract_due_reminder::Model| Ok((row.due_id.into(), row.org_id.into(), said(&row.kind, row.step, row.due_id)?));
    rows.into_iter().map(told).collect()
}

fn said(kind: &str, step: i64, of: Uuid) -> Result<Reminder, StoreError> {
    let unreadable = || corrupt("reminder", of);
    Ok(Reminder { kind: kind.parse().map_err(|_| unreadable())?, step: step.try_into().map_err(|_| unreadable())? })
}

/// Notes that an organisation is told of a debt of a contract; answers whether it was not before.
pub async fn tell_due(tx: &Tx, due: DueId, org: OrgId, reminder: Reminder, now: Timestamp) -> Result<bool, StoreError> {
    use contract_due_reminder::{ActiveModel, Column, Entity};
    let row = ActiveModel {
        due_id: Set(due.into()),
        org_id: Set(org.into()),
        kind: Set(reminder.kind.code().to_owned()),
        step: Set(reminder.step.into()),
        told_at: Set(now),
    };
    let once = OnConflict::columns([Column::DueId, Column::OrgId, Column::Kind, Column::Step]).do_nothing().to_owned();
    Ok(Entity::insert(row).on_conflict(once).exec_without_returning(tx.conn()).await? == 1)
}

/// Who was told what about some lines.
pub async fn told(tx: &Tx, lines: impl IntoIterator<Item = LineId>) -> Result<BTreeSet<(LineId, OrgId, Reminder)>, StoreError> {
    let ids = lines.into_iter().map(Uuid::from);
    let rows = line_reminder::Entity::find().filter(line_reminder::Column::LineId.is_in(ids)).all(tx.conn()).await?;
    rows.into_iter().map(|row| Ok((row.line_id.into(), row.org_id.into(), said(&row.kind, row.step, row.line_id)?))).collect()
}

/// Notes that an organisation is told; answers whether it was not before.
pub async fn tell(tx: &Tx, line: LineId, org: OrgId, reminder: Reminder, now: Timestamp) -> Result<bool, StoreError> {
    let row = line_reminder::ActiveModel {
        line_id: Set(line.into()),
        org_id: Set(org.into()),
        kind: Set(reminder.kind.code().to_owned()),
        step: Set(reminder.step.into()),
        told_at: Set(now),
    };
    let once = OnConflict::columns([
        line_reminder::Column::LineId,
        line_reminder::Column::OrgId,
        line_reminder::Column::Kind,
        line_reminder::Column::Step,
    ])
    .do_nothing()
    .to_owned();
    let rows = line_reminder::Entity::insert(row).on_conflict(once).exec_without_returning(tx.conn()).await?;
    Ok(rows == 1)
}
