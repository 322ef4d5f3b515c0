//! Everything that was proposed for one demand, in an order a buyer chooses by.
use super::{Made, with_revisions};
use crate::store::entity::proposal;
use crate::store::{Slice, StoreError, Tx};
use domain::id::DemandId;
use sea_orm::sea_query::{Expr, Order as Direction, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseBackend, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use uuid::Uuid;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Delivered, the lowest first.
    Price,
    /// By road, the nearest first.
    Distance,
    /// The most kilograms first.
    Weight,
    Newest,
}

/// What came to nothing, also by a contract that ended or was never signed in time, stands behind all that is open or agreed.
const CLOSED: &str = "CASE WHEN proposal.status = 'open' OR (proposal.status = 'agreed' AND NOT EXISTS (SELECT 1 FROM contract c \
    WHERE c.proposal_id = proposal.id AND c.status IN ('terminated', 'expired'))) THEN 0 ELSE 1000000000000 END";
const DELIVERED: &str = "(SELECT CAST(r.terms ->> 'farm_gate' AS bigint) + CAST(COALESCE(r.terms ->> 'freight', '0') AS bigint) \
    FROM proposal_revision r WHERE r.proposal_id = proposal.id AND r.number = proposal.revision)";

/// Of all weeks, in grams; the two databases unfold a list in their own words.
const GRAMS: &str = "(SELECT CAST(SUM(CAST(l ->> 'kg' AS numeric) * 1000) AS bigint) \
    FROM proposal_revision r CROSS JOIN jsonb_array_elements(r.terms -> 'lines') l \
    WHERE r.proposal_id = proposal.id AND r.number = proposal.revision)";
const GRAMS_LITE: &str = "(SELECT SUM(CAST(ROUND(CAST(l.value ->> 'kg' AS real) * 1000) AS integer)) \
    FROM proposal_revision r, json_each(r.terms, '$.lines') l WHERE r.proposal_id = proposal.id AND r.number = proposal.revision)";

impl Order {
    fn rank(self, database: DatabaseBackend) -> SimpleExpr {
        Expr::cust(match self {
            Self::Price => format!("({CLOSED} + {DELIVERED})"),
            Self::Distance => format!("({CLOSED} + proposal.road_km)"),
            Self::Weight => format!("({CLOSED} - {})", if database == DatabaseBackend::Sqlite { GRAMS_LITE } else { GRAMS }),
            Self::Newest => format!("({CLOSED})"),
        })
    }
}

/// Those of a demand with this status, or all; of equal ones the newest first.
pub async fn of_demand(tx: &Tx, demand: DemandId, status: Option<&str>, order: Order, slice: Slice<Uuid>) -> Result<Vec<Made>, StoreError> {
    let rank = || order.rank(tx.conn().get_database_backend());
    let mut query = those_of(demand);
    if let Some(status) = status {
        query = query.filter(proposal::Column::Status.eq(status));
    }
    if let Some(after) = slice.after {
        let last = those_of(demand).filter(proposal::Column::Id.eq(after)).select_only().column_as(rank(), "rank");
        let Some(seen) = last.into_tuple::<i64>().one(tx.conn()).await? else { return Ok(Vec::new()) };
        let equal = Condition::all().add(rank().eq(seen)).add(proposal::Column::Id.lt(after));
        query = query.filter(Condition::any().add(rank().gt(seen)).add(equal));
    }
    let query = query.order_by(rank(), Direction::Asc).order_by_desc(proposal::Column::Id).limit(slice.limit + 1);
    with_revisions(tx, query).await
}

/// Those that may still come to something and those that did: together they hold no more than the demand asks for.
pub async fn live_of_demand(tx: &Tx, demand: DemandId) -> Result<Vec<Made>, StoreError> {
    with_revisions(tx, those_of(demand).filter(proposal::Column::Status.is_in(["open", "agreed"]))).await
}

fn those_of(demand: DemandId) -> Select<proposal::Entity> {
    proposal::Entity::find().filter(proposal::Column::DemandId.eq(Uuid::from(demand)))
}
