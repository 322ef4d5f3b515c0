//! What the market adds up to, for its front page: each a single query.
use super::entity::{demand, demand_week, offer, organisation};
use super::{StoreError, Tx, demands, offers};
use domain::account::OrgKind;
use domain::day::TradeDay;
use domain::post::PostStatus;
use domain::product::Slug;
use domain::quantity::Kg;
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, JoinType, QueryFilter, QuerySelect, Select};
use std::collections::BTreeMap;

/// The supply and demand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    pub offers: i64,
    pub offered_g: i64,
    pub demands: i64,
    pub demanded_g: i64,
}

/// How many organisations of each kind are in the market.
pub async fn organisations(tx: &Tx) -> Result<BTreeMap<OrgKind, i64>, StoreError> {
    let rows = organisation::Entity::find()
        .select_only()
        .column(organisation::Column::Kind)
        .column_as(organisation::Column::Id.count(), "organisations")
        .filter(organisation::Column::Status.eq("verified"))
        .group_by(organisation::Column::Kind)
        .into_tuple::<(String, i64)>()
        .all(tx.conn())
        .await?;
    Ok(rows.into_iter().filter_map(|(kind, count)| Some((kind.parse().ok()?, count))).collect())
}

/// What is open and not yet promised, by product; of offers, those of which at least so much is left.
pub async fn open(tx: &Tx, least: Kg, today: TradeDay) -> Result<BTreeMap<String, Totals>, StoreError> {
    let offered = by(tx, offered(least, today, None), offer::Column::Product).await?;
    let demanded = by(tx, demanded(today, None), demand::Column::Product).await?;
    Ok(together(offered, demanded))
}

/// The same by commune, of one product or of all.
pub async fn by_commune(tx: &Tx, least: Kg, today: TradeDay, product: Option<&Slug>) -> Result<BTreeMap<String, Totals>, StoreError> {
    let offered = by(tx, offered(least, today, product), offer::Column::PickupCommune).await?;
    let demanded = by(tx, demanded(today, product), demand::Column::DeliveryCommune).await?;
    Ok(together(offered, demanded))
}

fn offered(least: Kg, today: TradeDay, product: Option<&Slug>) -> Select<offer::Entity> {
    let left = || offer::Column::TotalG.into_expr().sub(offer::Column::HeldG.into_expr());
    let query = offers::of_verified(offer::Entity::find())
        .select_only()
        .column_as(offer::Column::Id.count(), "posts")
        .column_as(sum(left()), "grams")
        .filter(offers::is(PostStatus::Open, today))
        .filter(left().gte(least.grams()));
    match product {
        Some(product) => query.filter(offer::Column::Product.eq(product.as_str())),
        None => query,
    }
}

fn demanded(today: TradeDay, product: Option<&Slug>) -> Select<demand_week::Entity> {
    let weeks = demand_week::Entity::belongs_to(demand::Entity).from(demand_week::Column::DemandId).to(demand::Column::Id).into();
    let query = demand_week::Entity::find()
        .select_only()
        .column_as(Expr::expr(demand::Column::Id.into_expr().count_distinct()), "posts")
        .column_as(sum(demand_week::Column::NeededG.into_expr().sub(demand_week::Column::HeldG.into_expr())), "grams")
        .join(JoinType::InnerJoin, weeks)
        .join(JoinType::InnerJoin, demands::owner())
        .filter(organisation::Column::Status.eq("verified"))
        .filter(demands::open_on(today))
        // A week is over after its Sunday.
        .filter(demand_week::Column::Week.gte(today.minus(6).date()));
    match product {
        Some(product) => query.filter(demand::Column::Product.eq(product.as_str())),
        None => query,
    }
}

/// Posts and grams by a column.
async fn by<E: EntityTrait>(tx: &Tx, query: Select<E>, column: impl ColumnTrait) -> Result<Vec<(i64, i64, String)>, StoreError> {
    Ok(query.column_as(column, "name").group_by(column).into_tuple::<(i64, i64, String)>().all(tx.conn()).await?)
}

fn together(offered: Vec<(i64, i64, String)>, demanded: Vec<(i64, i64, String)>) -> BTreeMap<String, Totals> {
    let mut totals: BTreeMap<String, Totals> = BTreeMap::new();
    for (offers, offered_g, name) in offered {
        totals.insert(name, Totals { offers, offered_g, ..Totals::default() });
    }
    for (demands, demanded_g, name) in demanded {
        let row = totals.entry(name).or_default();
        (row.demands, row.demanded_g) = (demands, demanded_g);
    }
    totals
}

/// PostgreSQL adds BIGINTs up to a NUMERIC.
fn sum(grams: SimpleExpr) -> SimpleExpr {
    Expr::expr(grams.sum()).cast_as("bigint")
}
