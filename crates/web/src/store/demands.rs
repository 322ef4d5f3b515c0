//! Demands, with what live proposals and contracts hold of each week and of the supplier places.
mod batch;
mod row;
mod status;
mod steps;

pub use batch::{insert_batch, of_batch};
pub use status::contracted;
pub use steps::{open_choices, open_places};

use super::entity::{demand, demand_week, organisation};
use super::post::{OPEN, columns, reach};
use super::seal::in_bulk;
use super::{CHUNK, Slice, StoreError, Tx, corrupt, exactly_one};
use domain::day::{TradeDay, Week};
use domain::demand::{Demand, DemandStatus, DemandWeek};
use domain::id::{BatchId, DemandId, OrgId};
use domain::policy::Scope;
use domain::post::{PostState, Promised};
use domain::product::{CertKinds, Slug};
use domain::quantity::Kg;
use domain::search::Wanted;
use domain::text::Name;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveModelTrait, ActiveValue::NotSet, ColumnTrait, Condition, ConnectionTrait, DatabaseBackend, EntityTrait, ExprTrait, JoinType,
    QueryFilter, QueryOrder, QuerySelect, RelationDef, Select, Set,
};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A demand, and how much of it is promised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldDemand {
    pub demand: Demand,
    /// By week; weeks of which nothing is held are left out.
    pub held: Promised,
}

impl HeldDemand {
    pub fn held_in(&self, week: Week) -> Kg {
        self.held.weeks().find(|(held, _)| *held == week).map_or(Kg::ZERO, |(_, kg)| kg)
    }
}

#[derive(Debug, Default, Clone)]
pub struct Filter {
    pub status: Option<DemandStatus>,
    /// Any of these.
    pub products: Option<Vec<String>>,
}

pub async fn insert(tx: &Tx, demand: &Demand) -> Result<(), StoreError> {
    demand::ActiveModel { suppliers_held: Set(0), ..row::write(tx.seal()?, demand)? }.insert(tx.conn()).await?;
    need(tx, demand.id, &demand.terms.weeks).await
}

/// Many at once, with their weeks.
pub async fn insert_many(tx: &Tx, demands: &[Demand]) -> Result<(), StoreError> {
    for chunk in demands.chunks(CHUNK) {
        let new = |demand: &Demand| Ok(demand::ActiveModel { suppliers_held: Set(0), ..row::write(tx.seal()?, demand)? });
        let rows = chunk.iter().map(new).collect::<Result<Vec<_>, StoreError>>()?;
        demand::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    }
    let weeks: Vec<_> = demands.iter().flat_map(|demand| demand.terms.weeks.iter().map(|row| (demand.id, *row))).collect();
    for chunk in weeks.chunks(CHUNK) {
        let rows = chunk.iter().map(|(id, row)| need_row(*id, row));
        demand_week::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// Writes what it is called, beside any version: a round that runs meanwhile goes on with the terms it read.
pub async fn rename(tx: &Tx, demand: &Demand) -> Result<(), StoreError> {
    let done = demand::Entity::update_many()
        .col_expr(demand::Column::Title, Expr::value(demand.title.clone().map(String::from)))
        .filter(demand::Column::Id.eq(Uuid::from(demand.id)))
        .exec(tx.conn())
        .await?;
    exactly_one(done.rows_affected)
}

/// Saves the next version with its weeks; `Stale` when somebody saved that version first. What is held stays as it is, and so does the
/// title.
pub async fn save(tx: &Tx, demand: &Demand) -> Result<(), StoreError> {
    let id = Uuid::from(demand.id);
    let done = demand::Entity::update_many()
        .set(demand::ActiveModel { title: NotSet, ..row::write(tx.seal()?, demand)? })
        .filter(demand::Column::Id.eq(id))
        .filter(demand::Column::Version.eq(demand.version - 1))
        .exec(tx.conn())
        .await?;
    exactly_one(done.rows_affected)?;
    demand_week::Entity::delete_many()
        .filter(demand_week::Column::DemandId.eq(id))
        .filter(demand_week::Column::Week.is_not_in(demand.terms.weeks.iter().map(|row| row.week.monday().date())))
        .exec(tx.conn())
        .await?;
    need(tx, demand.id, &demand.terms.weeks).await
}

/// Writes what each week needs, without touching what is held.
async fn need(tx: &Tx, id: DemandId, weeks: &[DemandWeek]) -> Result<(), StoreError> {
    let rows = weeks.iter().map(|row| need_row(id, row));
    let again = OnConflict::columns([demand_week::Column::DemandId, demand_week::Column::Week])
        .update_column(demand_week::Column::NeededG)
        .to_owned();
    demand_week::Entity::insert_many(rows).on_conflict(again).exec_without_returning(tx.conn()).await?;
    Ok(())
}

fn need_row(id: DemandId, row: &DemandWeek) -> demand_week::ActiveModel {
    demand_week::ActiveModel {
        demand_id: Set(id.into()),
        week: Set(row.week.monday().date()),
        needed_g: Set(row.kg.grams()),
        held_g: Set(0),
    }
}

/// Withdraws whatever an organisation has open, over or not: it leaves the market.
pub async fn withdraw_all(tx: &Tx, org: OrgId, state: &PostState) -> Result<(), StoreError> {
    let (status, by, at) = columns(state);
    demand::Entity::update_many()
        .col_expr(demand::Column::Version, Expr::col(demand::Column::Version).add(1))
        .set(demand::ActiveModel { status: Set(status), withdrawn_by: Set(by), withdrawn_at: Set(at), ..Default::default() })
        .filter(demand::Column::OrgId.eq(Uuid::from(org)))
        .filter(demand::Column::Status.eq(OPEN))
        .exec(tx.conn())
        .await?;
    Ok(())
}

pub async fn get(tx: &Tx, scope: Scope, id: DemandId) -> Result<HeldDemand, StoreError> {
    let reach = reach(scope, demand::Column::OrgId).ok_or(StoreError::Missing)?;
    with_weeks(tx, demand::Entity::find_by_id(Uuid::from(id)).filter(reach)).await?.pop().ok_or(StoreError::Missing)
}

/// Every delivery point of some forms, in the order of each form.
pub async fn of_groups(tx: &Tx, scope: Scope, groups: impl IntoIterator<Item = BatchId>) -> Result<Vec<HeldDemand>, StoreError> {
    let groups: BTreeSet<Uuid> = groups.into_iter().map(Uuid::from).collect();
    let Some(reach) = reach(scope, demand::Column::OrgId).filter(|_| !groups.is_empty()) else { return Ok(Vec::new()) };
    with_weeks(tx, demand::Entity::find().filter(reach).filter(demand::Column::GroupId.is_in(groups)).order_by_asc(demand::Column::Id))
        .await
}

/// Which store or gate it is for, as the other points of its form tell.
pub async fn place_line(tx: &Tx, demand: &Demand) -> Result<Option<Name>, StoreError> {
    let group = of_groups(tx, Scope::All, demand.group).await?;
    Ok(demand.place_line(group.iter().map(|held| &held.demand)))
}

/// What certificates each of these asks for.
pub async fn certificates(tx: &Tx, ids: impl IntoIterator<Item = DemandId>) -> Result<BTreeMap<DemandId, CertKinds>, StoreError> {
    let ids: Vec<Uuid> = ids.into_iter().map(Uuid::from).collect();
    let mut found = BTreeMap::new();
    for chunk in ids.chunks(CHUNK) {
        let rows: Vec<(Uuid, i64, i64)> = demand::Entity::find()
            .select_only()
            .columns([demand::Column::Id, demand::Column::Certificates, demand::Column::CertificatesAbove])
            .filter(demand::Column::Id.is_in(chunk.iter().copied()))
            .into_tuple()
            .all(tx.conn())
            .await?;
        for (id, first, above) in rows {
            found.insert(id.into(), row::kinds(first, above).ok_or_else(|| corrupt("demand", id))?);
        }
    }
    Ok(found)
}

/// Newest first.
pub async fn list(tx: &Tx, scope: Scope, filter: &Filter, today: TradeDay, slice: Slice<Uuid>) -> Result<Vec<HeldDemand>, StoreError> {
    let reach = reach(scope, demand::Column::OrgId).ok_or(StoreError::Missing)?;
    let mut query = demand::Entity::find().filter(reach).order_by_desc(demand::Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(demand::Column::Id.lt(after));
    }
    if let Some(status) = filter.status {
        query = query.filter(status::is(status, today));
    }
    if let Some(products) = &filter.products {
        query = query.filter(demand::Column::Product.is_in(products));
    }
    with_weeks(tx, query).await
}

/// Every open demand of verified buyers, or those for one product, oldest first: the demand of a round.
pub async fn open(tx: &Tx, today: TradeDay, product: Option<&Slug>) -> Result<Vec<HeldDemand>, StoreError> {
    let mut query = of_verified(today).order_by_asc(demand::Column::Id);
    if let Some(product) = product {
        query = query.filter(demand::Column::Product.eq(product.as_str()));
    }
    with_weeks(tx, query).await
}

/// What verified buyers still want, newest first, or of it what names just one of some choices of varieties. Which varieties and weeks
/// are open in each is not looked at.
pub async fn on_market(
    tx: &Tx,
    wanted: &Wanted,
    choices: Option<&BTreeSet<Vec<Slug>>>,
    today: TradeDay,
    slice: Slice<Uuid>,
) -> Result<Vec<HeldDemand>, StoreError> {
    let mut query = of_verified(today).order_by_desc(demand::Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(demand::Column::Id.lt(after));
    }
    if let Some(products) = &wanted.products {
        query = query.filter(demand::Column::Product.is_in(products.iter().map(Slug::as_str)));
    }
    if let Some(communes) = &wanted.communes {
        query = query.filter(demand::Column::DeliveryCommune.is_in(communes.iter().map(ToString::to_string)));
    }
    if let Some(from) = wanted.from {
        query = query.filter(demand::Column::LastWeek.gte(from.week().monday().date()));
    }
    if let Some(to) = wanted.to {
        query = query.filter(demand::Column::FirstWeek.lte(to.date()));
    }
    if let Some(choices) = choices {
        query = query.filter(among(tx, choices));
    }
    with_weeks(tx, query.filter(demand::Column::TotalG.gte(wanted.least.grams()))).await
}

/// Names just one of the choices. However many there are, they are one value of the statement.
fn among(tx: &Tx, choices: &BTreeSet<Vec<Slug>>) -> Expr {
    let each = match tx.conn().get_database_backend() {
        DatabaseBackend::Postgres => "varieties IN (SELECT jsonb_array_elements($1))",
        _ => "varieties IN (SELECT value FROM json_each(?))",
    };
    Expr::cust_with_values(each, [json!(choices)])
}

/// Those of some demands that are on the market.
pub async fn those_on_market(tx: &Tx, ids: &[Uuid], today: TradeDay) -> Result<Vec<HeldDemand>, StoreError> {
    with_weeks(tx, of_verified(today).filter(demand::Column::Id.is_in(ids.iter().copied()))).await
}

fn of_verified(today: TradeDay) -> Select<demand::Entity> {
    demand::Entity::find().join(JoinType::InnerJoin, owner()).filter(organisation::Column::Status.eq("verified")).filter(open_on(today))
}

async fn with_weeks(tx: &Tx, query: Select<demand::Entity>) -> Result<Vec<HeldDemand>, StoreError> {
    let rows = query.all(tx.conn()).await?;
    let mut weeks: BTreeMap<Uuid, Vec<demand_week::Model>> = BTreeMap::new();
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    // A chunk stays below the number of values SQLite binds at once.
    for chunk in ids.chunks(1000) {
        let found = demand_week::Entity::find()
            .filter(demand_week::Column::DemandId.is_in(chunk.iter().copied()))
            .order_by_asc(demand_week::Column::Week)
            .all(tx.conn())
            .await?;
        for row in found {
            weeks.entry(row.demand_id).or_default().push(row);
        }
    }
    let rows = rows.into_iter().map(|row| (weeks.remove(&row.id).unwrap_or_default(), row)).collect();
    in_bulk(tx, rows, |seal, (weeks, row)| row::read(seal, row, &weeks)).await
}

/// Neither ended by its buyer nor over: that a demand is over is no column.
pub(super) fn open_on(today: TradeDay) -> Condition {
    // A week is over after its Sunday.
    Condition::all().add(demand::Column::Status.eq(OPEN)).add(demand::Column::LastWeek.gte(today.minus(6).date()))
}

pub(super) fn owner() -> RelationDef {
    demand::Entity::belongs_to(organisation::Entity).from(demand::Column::OrgId).to(organisation::Column::Id).into()
}
