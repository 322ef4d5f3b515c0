//! How demands stand: what is under contract is counted, not kept.
use super::open_on;
use crate::store::entity::demand;
use crate::store::post::OPEN;
use crate::store::{CHUNK, StoreError, Tx, corrupt};
use domain::day::TradeDay;
use domain::demand::DemandStatus;
use domain::id::DemandId;
use domain::quantity::Kg;
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QuerySelect};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What contracts in force or done hold of a demand: signed on both sides, and neither given back nor ended.
const CONTRACTED: &str = "(SELECT CAST(COALESCE(SUM(w.held_g), 0) AS bigint) FROM hold h JOIN hold_week w ON w.owner = h.owner \
    JOIN contract c ON c.id = h.owner WHERE h.demand_id = demand.id AND c.status IN ('in_force', 'completed'))";

/// Of these demands; those without a contract hold nothing.
pub async fn contracted(tx: &Tx, ids: impl IntoIterator<Item = DemandId>) -> Result<BTreeMap<DemandId, Kg>, StoreError> {
    let ids: Vec<Uuid> = ids.into_iter().map(Uuid::from).collect();
    let mut found = BTreeMap::new();
    for chunk in ids.chunks(CHUNK) {
        let rows: Vec<(Uuid, i64)> = demand::Entity::find()
            .select_only()
            .column(demand::Column::Id)
            .column_as(Expr::cust(CONTRACTED), "contracted")
            .filter(demand::Column::Id.is_in(chunk.iter().copied()))
            .into_tuple()
            .all(tx.conn())
            .await?;
        for (id, grams) in rows {
            found.insert(id.into(), Kg::from_grams(grams).map_err(|_| corrupt("demand", id))?);
        }
    }
    Ok(found)
}

/// The status of a day as a condition, as `Demand::status` tells it.
pub fn is(status: DemandStatus, today: TradeDay) -> Condition {
    let standing = || Condition::all().add(demand::Column::Status.eq(OPEN));
    let ended = |closed: bool| Condition::all().add(demand::Column::Status.ne(OPEN)).add(demand::Column::Closed.eq(closed));
    match status {
        DemandStatus::Open => standing().add(open_on(today)).add(filled().not()),
        DemandStatus::Filled => standing().add(filled()),
        DemandStatus::Expired => standing().add(open_on(today).not()).add(filled().not()),
        DemandStatus::Closed => ended(true),
        DemandStatus::Withdrawn => ended(false),
    }
}

fn filled() -> SimpleExpr {
    Expr::cust(CONTRACTED).gte(Expr::col((demand::Entity, demand::Column::TotalG)))
}
