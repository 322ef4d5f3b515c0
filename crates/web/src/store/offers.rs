//! Offers, with what live proposals and contracts hold of each.
mod row;
mod trail;

pub use trail::{Revision, delivered, forecasts, remind, reminded, revisions};

use super::entity::{offer, organisation};
use super::post::{OPEN, columns, reach};
use super::seal::in_bulk;
use super::{CHUNK, Slice, StoreError, Tx, corrupt, exactly_one};
use domain::day::{Timestamp, TradeDay};
use domain::id::{OfferId, OrgId, UserId};
use domain::offer::Offer;
use domain::policy::Scope;
use domain::post::{PostState, PostStatus};
use domain::product::Slug;
use domain::quantity::Kg;
use domain::search::Wanted;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, ExprTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef, Select,
    Set,
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// An offer, and how much of it is promised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldOffer {
    pub offer: Offer,
    pub held: Kg,
}

impl HeldOffer {
    /// What is still to sell.
    pub fn left(&self) -> Kg {
        self.offer.terms.kg_total.checked_sub(self.held).unwrap_or_default()
    }
}

#[derive(Debug, Default, Clone)]
pub struct Filter {
    pub status: Option<PostStatus>,
    /// Any of these.
    pub varieties: Option<Vec<String>>,
}

pub async fn insert(tx: &Tx, offer: &Offer) -> Result<(), StoreError> {
    offer::ActiveModel { held_g: Set(0), ..row::write(tx.seal()?, offer)? }.insert(tx.conn()).await?;
    trail::note(tx, &[offer], None, None).await
}

/// Many at once.
pub async fn insert_many(tx: &Tx, offers: &[Offer]) -> Result<(), StoreError> {
    for chunk in offers.chunks(CHUNK) {
        let new = |offer: &Offer| Ok(offer::ActiveModel { held_g: Set(0), ..row::write(tx.seal()?, offer)? });
        let rows = chunk.iter().map(new).collect::<Result<Vec<_>, StoreError>>()?;
        offer::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
        trail::note(tx, &chunk.iter().collect::<Vec<_>>(), None, None).await?;
    }
    Ok(())
}

/// Saves the next version; `Stale` when somebody saved that version first. What is held stays as it is.
pub async fn save(tx: &Tx, offer: &Offer) -> Result<(), StoreError> {
    let done = offer::Entity::update_many()
        .set(row::write(tx.seal()?, offer)?)
        .filter(offer::Column::Id.eq(Uuid::from(offer.id)))
        .filter(offer::Column::Version.eq(offer.version - 1))
        .exec(tx.conn())
        .await?;
    exactly_one(done.rows_affected)
}

/// Saves an edit; a new quantity is kept in the trail with who changed it.
pub async fn save_edit(tx: &Tx, before: &Offer, edited: &Offer, by: UserId, at: Timestamp) -> Result<(), StoreError> {
    save(tx, edited).await?;
    let same = (before.terms.kg_total, before.terms.forecast) == (edited.terms.kg_total, edited.terms.forecast);
    if same { Ok(()) } else { trail::note(tx, &[edited], Some(by), Some(at)).await }
}

/// Withdraws whatever an organisation has open, over or not: it leaves the market.
pub async fn withdraw_all(tx: &Tx, org: OrgId, state: &PostState) -> Result<(), StoreError> {
    let (status, by, at) = columns(state);
    offer::Entity::update_many()
        .col_expr(offer::Column::Version, Expr::col(offer::Column::Version).add(1))
        .set(offer::ActiveModel { status: Set(status), withdrawn_by: Set(by), withdrawn_at: Set(at), ..Default::default() })
        .filter(offer::Column::OrgId.eq(Uuid::from(org)))
        .filter(offer::Column::Status.eq(OPEN))
        .exec(tx.conn())
        .await?;
    Ok(())
}

pub async fn get(tx: &Tx, scope: Scope, id: OfferId) -> Result<HeldOffer, StoreError> {
    let reach = reach(scope, offer::Column::OrgId).ok_or(StoreError::Missing)?;
    offer::Entity::find_by_id(Uuid::from(id))
        .filter(reach)
        .one(tx.conn())
        .await?
        .as_ref()
        .map_or(Err(StoreError::Missing), |row| row::read(tx.seal()?, row))
}

/// Some offers, whosesoever, open or not.
pub async fn many(tx: &Tx, ids: impl IntoIterator<Item = OfferId>) -> Result<BTreeMap<OfferId, HeldOffer>, StoreError> {
    let ids: BTreeSet<Uuid> = ids.into_iter().map(Uuid::from).collect();
    let rows = offer::Entity::find().filter(offer::Column::Id.is_in(ids)).all(tx.conn()).await?;
    Ok(held(tx, rows).await?.into_iter().map(|held| (held.offer.id, held)).collect())
}

/// Newest first.
pub async fn list(tx: &Tx, scope: Scope, filter: &Filter, today: TradeDay, slice: Slice<Uuid>) -> Result<Vec<HeldOffer>, StoreError> {
    let reach = reach(scope, offer::Column::OrgId).ok_or(StoreError::Missing)?;
    held(tx, page(offer::Entity::find().filter(reach), filter, today, slice).all(tx.conn()).await?).await
}

/// What verified suppliers still have to sell of what is wanted, newest first; its papers and exact distance are not looked at.
pub async fn on_market(tx: &Tx, wanted: &Wanted, today: TradeDay, slice: Slice<Uuid>) -> Result<Vec<HeldOffer>, StoreError> {
    let left = offer::Column::TotalG.into_expr().sub(offer::Column::HeldG.into_expr());
    let mut query = of_verified(offer::Entity::find()).filter(left.gte(wanted.least.grams()));
    if let Some(products) = &wanted.products {
        query = query.filter(offer::Column::Product.is_in(products.iter().map(Slug::as_str)));
    }
    if let Some(varieties) = &wanted.varieties {
        query = query.filter(offer::Column::Variety.is_in(varieties.iter().map(Slug::as_str)));
    }
    if let Some(communes) = &wanted.communes {
        query = query.filter(offer::Column::PickupCommune.is_in(communes.iter().map(ToString::to_string)));
    }
    if let Some(from) = wanted.from {
        query = query.filter(offer::Column::WindowTo.gte(from.date()));
    }
    if let Some(to) = wanted.to {
        query = query.filter(offer::Column::WindowFrom.lte(to.date()));
    }
    let open = Filter { status: Some(PostStatus::Open), ..Filter::default() };
    held(tx, page(query, &open, today, slice).all(tx.conn()).await?).await
}

/// The varieties of which something may be open, of whomever: few, and read from the index alone.
pub async fn open_varieties(tx: &Tx) -> Result<Vec<Slug>, StoreError> {
    let query = offer::Entity::find().select_only().column(offer::Column::Variety).distinct().filter(offer::Column::Status.eq(OPEN));
    let found: Vec<String> = query.into_tuple().all(tx.conn()).await?;
    found.into_iter().map(|slug| slug.parse().map_err(|_| corrupt("offer", slug))).collect()
}

/// The product and the commune of each open offer, each pair once.
pub async fn open_places(tx: &Tx) -> Result<Vec<(String, String)>, StoreError> {
    let columns = [offer::Column::Product, offer::Column::PickupCommune];
    let query = offer::Entity::find().select_only().columns(columns).distinct().filter(offer::Column::Status.eq(OPEN));
    Ok(query.into_tuple().all(tx.conn()).await?)
}

/// Those of some offers that are on the market.
pub async fn those_on_market(tx: &Tx, ids: &[Uuid], today: TradeDay) -> Result<Vec<HeldOffer>, StoreError> {
    let query = of_verified(offer::Entity::find()).filter(offer::Column::Id.is_in(ids.iter().copied())).filter(is(PostStatus::Open, today));
    held(tx, query.all(tx.conn()).await?).await
}

/// Every open offer of verified suppliers, or those of one product, oldest first: the supply of a round.
pub async fn open(tx: &Tx, today: TradeDay, product: Option<&Slug>) -> Result<Vec<HeldOffer>, StoreError> {
    let mut query = of_verified(offer::Entity::find()).filter(is(PostStatus::Open, today)).order_by_asc(offer::Column::Id);
    if let Some(product) = product {
        query = query.filter(offer::Column::Product.eq(product.as_str()));
    }
    held(tx, query.all(tx.conn()).await?).await
}

async fn held(tx: &Tx, rows: Vec<offer::Model>) -> Result<Vec<HeldOffer>, StoreError> {
    in_bulk(tx, rows, |seal, row| row::read(seal, &row)).await
}

fn page(query: Select<offer::Entity>, filter: &Filter, today: TradeDay, slice: Slice<Uuid>) -> Select<offer::Entity> {
    let mut query = query.order_by_desc(offer::Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(offer::Column::Id.lt(after));
    }
    if let Some(status) = filter.status {
        query = query.filter(is(status, today));
    }
    if let Some(varieties) = &filter.varieties {
        query = query.filter(offer::Column::Variety.is_in(varieties));
    }
    query
}

/// The status of a day as a condition: that an offer is over is no column.
pub(super) fn is(status: PostStatus, today: TradeDay) -> Condition {
    let last = offer::Column::WindowTo;
    let open = Condition::all().add(offer::Column::Status.eq(OPEN));
    match status {
        PostStatus::Open => open.add(last.gte(today.date())),
        PostStatus::Expired => open.add(last.lt(today.date())),
        PostStatus::Withdrawn => Condition::all().add(offer::Column::Status.ne(OPEN)),
    }
}

pub(super) fn of_verified(query: Select<offer::Entity>) -> Select<offer::Entity> {
    query.join(JoinType::InnerJoin, owner()).filter(organisation::Column::Status.eq("verified"))
}

fn owner() -> RelationDef {
    offer::Entity::belongs_to(organisation::Entity).from(offer::Column::OrgId).to(organisation::Column::Id).into()
}
