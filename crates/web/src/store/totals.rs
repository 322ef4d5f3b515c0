//! What the market adds up to, for its front page: each a single query.
use super::entity::{demand, demand_week, offer, organisation};
use super::{StoreError, Tx, demands, offers};
use domain::account::OrgKind;
use domain::day::TradeDay;
use domain::post::PostStatus;
use domain::quantity::Kg;
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, JoinType, QueryFilter, QuerySelect};
use std::collections::BTreeMap;

/// One product's supply and demand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    pub offers: i64,
    pub offered_g: i64,
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
    let left = || offer::Column::TotalG.into_expr().sub(offer::Column::HeldG.into_expr());
    let offered = offers::of_verified(offer::Entity::find())
        .select_only()
        .column(offer::Column::Product)
        .column_as(offer::Column::Id.count(), "offers")
        .column_as(sum(left()), "grams")
        .filter(offers::is(PostStatus::Open, today))
        .filter(left().gte(least.grams()))
        .group_by(offer::Column::Product)
        .into_tuple::<(String, i64, i64)>()
        .all(tx.conn())
        .await?;
    let weeks = demand_week::Entity::belongs_to(demand::Entity).from(demand_week::Column::DemandId).to(demand::Column::Id).into();
    let demanded = demand_week::Entity::find()
        .select_only()
        .column(demand::Column::Product)
        .column_as(sum(demand_week::Column::NeededG.into_expr().sub(demand_week::Column::HeldG.into_expr())), "grams")
        .join(JoinType::InnerJoin, weeks)
        .join(JoinType::InnerJoin, demands::owner())
        .filter(organisation::Column::Status.eq("verified"))
        .filter(demands::is(PostStatus::Open, today))
        // A week is over after its Sunday.
        .filter(demand_week::Column::Week.gte(today.minus(6).date()))
        .group_by(demand::Column::Product)
        .into_tuple::<(String, i64)>()
        .all(tx.conn())
        .await?;
    let mut totals: BTreeMap<String, Totals> = BTreeMap::new();
    for (product, count, grams) in offered {
        totals.insert(product, Totals { offers: count, offered_g: grams, demanded_g: 0 });
    }
    for (product, grams) in demanded {
        totals.entry(product).or_default().demanded_g = grams;
    }
    Ok(totals)
}

/// PostgreSQL adds BIGINTs up to a NUMERIC.
fn sum(grams: SimpleExpr) -> SimpleExpr {
    Expr::expr(grams.sum()).cast_as("bigint")
}
