//! From forecast to firm to delivered: how the quantity of an offer changed, and what came of it.
use super::{Offer, offer, row};
use crate::store::entity::{contract, line, offer_reminder, offer_revision};
use crate::store::post::{OPEN, reach};
use crate::store::seal::in_bulk;
use crate::store::{CHUNK, StoreError, Tx, corrupt};
use domain::day::{Timestamp, TradeDay};
use domain::id::{OfferId, UserId};
use domain::offer::Forecast;
use domain::policy::Scope;
use domain::quantity::Kg;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef, Set};
use std::collections::BTreeSet;
use uuid::Uuid;

/// One quantity that an offer had.
#[derive(Debug, Clone)]
pub struct Revision {
    pub version: i64,
    pub kg_total: Kg,
    /// Until it was firm.
    pub forecast: Option<Forecast>,
    pub at: Timestamp,
}

/// How many steps of a trail are told; whoever changes a quantity more often sees the last of them.
const MOST_STEPS: u64 = 50;

/// Keeps the quantities of offers as they stand now.
pub async fn note(tx: &Tx, offers: &[&Offer], by: Option<UserId>, at: Option<Timestamp>) -> Result<(), StoreError> {
    for chunk in offers.chunks(CHUNK) {
        let rows = chunk.iter().map(|offer| {
            let forecast = offer.terms.forecast;
            offer_revision::ActiveModel {
                offer_id: Set(offer.id.into()),
                version: Set(offer.version),
                total_g: Set(offer.terms.kg_total.grams()),
                low_g: Set(forecast.map(|kg| kg.low.grams())),
                mid_g: Set(forecast.map(|kg| kg.mid.grams())),
                high_g: Set(forecast.map(|kg| kg.high.grams())),
                at: Set(at.unwrap_or(offer.posted_at)),
                by_user: Set(by.unwrap_or(offer.posted_by).into()),
            }
        });
        offer_revision::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// The steps of an offer's quantity, the oldest first.
pub async fn revisions(tx: &Tx, offer: OfferId) -> Result<Vec<Revision>, StoreError> {
    let rows = offer_revision::Entity::find()
        .filter(offer_revision::Column::OfferId.eq(Uuid::from(offer)))
        .order_by_desc(offer_revision::Column::Version)
        .limit(MOST_STEPS)
        .all(tx.conn())
        .await?;
    let read = |row: offer_revision::Model| {
        Some(Revision {
            version: row.version,
            kg_total: Kg::from_grams(row.total_g).ok()?,
            forecast: row::forecast(row.low_g, row.mid_g, row.high_g).ok()?,
            at: row.at,
        })
    };
    rows.into_iter().rev().map(|row| read(row).ok_or_else(|| corrupt("offer_revision", offer))).collect()
}

/// What buyers took of the goods of an offer until now.
pub async fn delivered(tx: &Tx, offer: OfferId) -> Result<Kg, StoreError> {
    let of_contract: RelationDef =
        line::Entity::belongs_to(contract::Entity).from(line::Column::ContractId).to(contract::Column::Id).into();
    let grams: Option<i64> = line::Entity::find()
        .select_only()
        .column_as(Expr::expr(line::Column::AcceptedG.sum()).cast_as("bigint"), "grams")
        .join(JoinType::InnerJoin, of_contract)
        .filter(contract::Column::OfferId.eq(Uuid::from(offer)))
        .into_tuple::<Option<i64>>()
        .one(tx.conn())
        .await?
        .flatten();
    Kg::from_grams(grams.unwrap_or_default()).map_err(|_| corrupt("line", offer))
}

/// Open forecasts whose harvest begins by a day, so many at most after the given one; none for who may read none.
pub async fn forecasts(
    tx: &Tx,
    scope: Scope,
    today: TradeDay,
    until: TradeDay,
    after: Option<OfferId>,
    limit: u64,
) -> Result<Vec<Offer>, StoreError> {
    let Some(reach) = reach(scope, offer::Column::OrgId) else { return Ok(Vec::new()) };
    let mut query = offer::Entity::find()
        .filter(reach)
        .filter(offer::Column::Status.eq(OPEN))
        .filter(offer::Column::LowG.is_not_null())
        .filter(offer::Column::WindowFrom.lte(until.date()))
        .filter(offer::Column::WindowTo.gte(today.date()))
        .order_by_asc(offer::Column::Id)
        .limit(limit);
    if let Some(after) = after {
        query = query.filter(offer::Column::Id.gt(Uuid::from(after)));
    }
    in_bulk(tx, query.all(tx.conn()).await?, |seal, found| row::read(seal, &found).map(|held| held.offer)).await
}

/// Of which of these the owner was asked already, for the harvest that is to begin then.
pub async fn reminded(tx: &Tx, offers: impl IntoIterator<Item = OfferId>) -> Result<BTreeSet<(OfferId, TradeDay)>, StoreError> {
    let ids = offers.into_iter().map(Uuid::from);
    let rows = offer_reminder::Entity::find().filter(offer_reminder::Column::OfferId.is_in(ids)).all(tx.conn()).await?;
    Ok(rows.into_iter().map(|row| (row.offer_id.into(), TradeDay::new(row.window_from))).collect())
}

/// Notes that the owner is asked; answers whether it was not before. A harvest that was put off is asked about anew.
pub async fn remind(tx: &Tx, offer: &Offer, now: Timestamp) -> Result<bool, StoreError> {
    let row =
        offer_reminder::ActiveModel { offer_id: Set(offer.id.into()), window_from: Set(offer.terms.window.from.date()), told_at: Set(now) };
    let once = OnConflict::columns([offer_reminder::Column::OfferId, offer_reminder::Column::WindowFrom]).do_nothing().to_owned();
    let rows = offer_reminder::Entity::insert(row).on_conflict(once).exec_without_returning(tx.conn()).await?;
    Ok(rows == 1)
}
