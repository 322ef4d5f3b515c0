//! Money across contracts, by the day it is due: of deliveries, and of the contracts themselves.
use super::list::{Own, contracts};
use super::{dues, read};
use crate::store::entity::{contract_due as due, line};
use crate::store::{Slice, StoreError, Tx, corrupt};
use chrono::NaiveDate;
use domain::account::Side;
use domain::day::TradeDay;
use domain::delivery::Line;
use domain::dues::{Due, DueKind};
use domain::id::ContractId;
use domain::money::Vnd;
use domain::payment::Payment;
use sea_orm::{ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;

/// Where the money is. Late is due, past its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Money {
    Due,
    Late,
    Declared,
    Confirmed,
}

/// A debt with the contract it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    pub contract: ContractId,
    pub of: OwedFor,
}

/// What is paid for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwedFor {
    Line(Box<Line>),
    Due(Due),
}

impl Owed {
    pub fn id(&self) -> Uuid {
        match &self.of {
            OwedFor::Line(line) => line.id.into(),
            OwedFor::Due(due) => due.id.into(),
        }
    }

    pub const fn due(&self) -> Option<&Due> {
        match &self.of {
            OwedFor::Line(_) => None,
            OwedFor::Due(due) => Some(due),
        }
    }

    pub const fn line(&self) -> Option<&Line> {
        match &self.of {
            OwedFor::Line(line) => Some(line),
            OwedFor::Due(_) => None,
        }
    }

    pub const fn payment(&self) -> &Payment {
        match &self.of {
            OwedFor::Line(line) => &line.payment,
            OwedFor::Due(due) => &due.payment,
        }
    }

    pub const fn payer(&self) -> Side {
        match &self.of {
            OwedFor::Line(_) => Side::Buyer,
            OwedFor::Due(due) => due.kind.payer(),
        }
    }
}

/// What is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted {
    pub state: Option<Money>,
    pub from: Option<TradeDay>,
    pub to: Option<TradeDay>,
    /// Only what this side pays.
    pub payer: Option<Side>,
}

/// What an organisation has to pay or to get.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Owed and not declared, late or not.
    pub due: Vnd,
    pub late: Vnd,
    /// Declared and not confirmed.
    pub declared: Vnd,
    /// Of deposits, owed by the supplier and not declared.
    pub back: Vnd,
}

/// By the day the money is due.
pub async fn payments(tx: &Tx, own: Own, wanted: Wanted, slice: Slice<Uuid>) -> Result<Vec<Owed>, StoreError> {
    let after = match slice.after {
        Some(id) => day_of(tx, id).await?.map(|day| (day, id)),
        None => None,
    };
    let mut found = Vec::new();
    if wanted.payer != Some(Side::Supplier) {
        use line::Column as C;
        let query = line::Entity::find().filter(C::ContractId.in_subquery(contracts(own, &[])));
        let query = query.filter(matching(wanted, own.today, C::Payment, C::DueOn)).filter(beyond(after, C::DueOn, C::Id));
        let rows = query.order_by_asc(C::DueOn).order_by_asc(C::Id).limit(slice.limit + 1).all(tx.conn()).await?;
        let lines = read(tx, rows).await?;
        found.extend(lines.into_iter().map(|(contract, line)| Owed { contract, of: OwedFor::Line(Box::new(line)) }));
    }
    let query = of_contracts(own).filter(matching(wanted, own.today, due::Column::Payment, due::Column::DueOn));
    let query = query.filter(paid_by(wanted.payer)).filter(beyond(after, due::Column::DueOn, due::Column::Id));
    let rows = query.order_by_asc(due::Column::DueOn).order_by_asc(due::Column::Id).limit(slice.limit + 1).all(tx.conn()).await?;
    for row in rows {
        found.push(Owed { contract: row.contract_id.into(), of: OwedFor::Due(dues::read(&row)?) });
    }
    found.sort_by_key(|owed| (owed.payment().debt().map(|debt| debt.on), owed.id()));
    found.truncate(usize::try_from(slice.limit + 1).unwrap_or(usize::MAX));
    Ok(found)
}

/// Where the page before ended.
async fn day_of(tx: &Tx, id: Uuid) -> Result<Option<NaiveDate>, StoreError> {
    let line = line::Entity::find_by_id(id).select_only().column(line::Column::DueOn);
    if let Some(day) = line.into_tuple::<Option<NaiveDate>>().one(tx.conn()).await? {
        return Ok(day);
    }
    let due = due::Entity::find_by_id(id).select_only().column(due::Column::DueOn);
    Ok(due.into_tuple::<Option<NaiveDate>>().one(tx.conn()).await?.flatten())
}

fn matching(wanted: Wanted, today: TradeDay, payment: impl ColumnTrait, on: impl ColumnTrait) -> Condition {
    let all = match wanted.state {
        None => Condition::all().add(on.is_not_null()),
        Some(Money::Due) => Condition::all().add(payment.eq("due")),
        Some(Money::Late) => Condition::all().add(payment.eq("due")).add(on.lt(today.date())),
        Some(Money::Declared) => Condition::all().add(payment.eq("declared")),
        Some(Money::Confirmed) => Condition::all().add(payment.eq("confirmed")),
    };
    let all = all.add_option(wanted.from.map(|from| on.gte(from.date())));
    all.add_option(wanted.to.map(|to| on.lte(to.date())))
}

fn beyond(after: Option<(NaiveDate, Uuid)>, on: impl ColumnTrait, id: impl ColumnTrait) -> Condition {
    Condition::all().add_option(after.map(|(day, last)| on.gt(day).or(on.eq(day).and(id.gt(last)))))
}

fn of_contracts(own: Own) -> Select<due::Entity> {
    due::Entity::find().filter(due::Column::ContractId.in_subquery(contracts(own, &[])))
}

fn paid_by(side: Option<Side>) -> Condition {
    let kinds = |side| DueKind::ALL.iter().filter(move |kind| kind.payer() == side).map(|kind| kind.code());
    Condition::all().add_option(side.map(|side| due::Column::Kind.is_in(kinds(side))))
}

/// All of what is owed, summed by the database a day at a time and added up here, where no sum can overflow.
pub async fn totals(tx: &Tx, own: Own) -> Result<Totals, StoreError> {
    use line::Column as C;
    let goods = line::Entity::find()
        .filter(C::ContractId.in_subquery(contracts(own, &[])))
        .select_only()
        .columns([C::Payment, C::DueOn])
        .column_as(C::DueAmount.sum().cast_as("bigint"), "amount")
        .filter(C::Payment.is_in(["due", "declared"]))
        .group_by(C::Payment)
        .group_by(C::DueOn)
        .into_tuple::<(String, NaiveDate, i64)>()
        .all(tx.conn())
        .await?;
    let dues = of_contracts(own)
        .select_only()
        .columns([due::Column::Payment, due::Column::DueOn, due::Column::Kind])
        .column_as(due::Column::DueAmount.sum().cast_as("bigint"), "amount")
        .filter(due::Column::Payment.is_in(["due", "declared"]))
        .group_by(due::Column::Payment)
        .group_by(due::Column::DueOn)
        .group_by(due::Column::Kind)
        .into_tuple::<(String, NaiveDate, String, i64)>()
        .all(tx.conn())
        .await?;
    let (back, ahead): (Vec<_>, Vec<_>) = dues.into_iter().partition(|(_, _, kind, _)| kind == DueKind::Return.code());
    let rows: Vec<_> = goods.into_iter().chain(ahead.into_iter().map(|(payment, on, _, amount)| (payment, on, amount))).collect();
    let sum = |of: &dyn Fn(&str, TradeDay) -> bool| {
        let amounts = rows.iter().filter(|(payment, on, _)| of(payment, TradeDay::new(*on))).map(|(_, _, amount)| Vnd::new(*amount));
        Vnd::sum(amounts).ok_or_else(|| corrupt("line", own.org))
    };
    let back = back.iter().filter(|(payment, ..)| payment == "due").map(|(.., amount)| Vnd::new(*amount));
    Ok(Totals {
        due: sum(&|payment, _| payment == "due")?,
        late: sum(&|payment, on| payment == "due" && on < own.today)?,
        declared: sum(&|payment, _| payment == "declared")?,
        back: Vnd::sum(back).ok_or_else(|| corrupt("contract_due", own.org))?,
    })
}
