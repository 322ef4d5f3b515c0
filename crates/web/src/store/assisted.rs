//! What the office entered for members, with what the organisation said of it.
use super::entity::assisted::{ActiveModel, Column, Entity, Model};
use super::entity::{demand, offer};
use super::post::reach;
use super::{CHUNK, Slice, StoreError, Tx, corrupt, exactly_one};
use domain::account::Side;
use domain::assisted::{Asked, Assisted, AssistedState, AssistedStatus, EnteredPost};
use domain::day::Timestamp;
use domain::id::{AssistedId, OrgId, UserId};
use domain::policy::Scope;
use domain::quantity::Kg;
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select, Set};
use std::collections::BTreeMap;
use uuid::Uuid;

const WAITING: &str = AssistedStatus::Waiting.code();

/// What of the log is shown.
#[derive(Debug, Default)]
pub struct Filter {
    pub status: Option<AssistedStatus>,
    pub org: Option<OrgId>,
}

pub async fn insert(tx: &Tx, entry: &Assisted) -> Result<(), StoreError> {
    write(entry).insert(tx.conn()).await?;
    Ok(())
}

/// Keeps what became of it, while nobody settled it; `Stale` when somebody did.
pub async fn settle(tx: &Tx, entry: &Assisted) -> Result<(), StoreError> {
    let done = Entity::update_many()
        .set(write(entry))
        .filter(Column::Id.eq(Uuid::from(entry.id)))
        .filter(Column::Status.eq(WAITING))
        .exec(tx.conn())
        .await?;
    exactly_one(done.rows_affected)
}

pub async fn get(tx: &Tx, scope: Scope, id: AssistedId) -> Result<Assisted, StoreError> {
    let reach = reach(scope, Column::OrgId).ok_or(StoreError::Missing)?;
    Entity::find_by_id(Uuid::from(id)).filter(reach).one(tx.conn()).await?.map_or(Err(StoreError::Missing), read)
}

/// The same, kept from everybody else until the transaction ends.
pub async fn get_for_change(tx: &Tx, scope: Scope, id: AssistedId) -> Result<Assisted, StoreError> {
    let reach = reach(scope, Column::OrgId).ok_or(StoreError::Missing)?;
    let query = Entity::find_by_id(Uuid::from(id)).filter(reach).lock_exclusive();
    query.one(tx.conn()).await?.map_or(Err(StoreError::Missing), read)
}

/// Beside a post that is about to change, kept from everybody else until the transaction ends; nothing where its owner posted it.
pub async fn of_post_for_change(tx: &Tx, post: EnteredPost) -> Result<Option<Assisted>, StoreError> {
    Entity::find().filter(column(post.side()).eq(post.id())).lock_exclusive().one(tx.conn()).await?.map(read).transpose()
}

/// Beside each of some posts of one side that the office entered.
pub async fn of_posts(tx: &Tx, side: Side, posts: impl IntoIterator<Item = Uuid>) -> Result<BTreeMap<Uuid, Assisted>, StoreError> {
    let posts: Vec<Uuid> = posts.into_iter().collect();
    let mut found = BTreeMap::new();
    for chunk in posts.chunks(CHUNK) {
        for row in Entity::find().filter(column(side).is_in(chunk.iter().copied())).all(tx.conn()).await? {
            let entry = read(row)?;
            found.insert(entry.post.id(), entry);
        }
    }
    Ok(found)
}

const fn column(side: Side) -> Column {
    match side {
        Side::Supplier => Column::OfferId,
        Side::Buyer => Column::DemandId,
    }
}

/// Newest first.
pub async fn list(tx: &Tx, filter: &Filter, slice: Slice<Uuid>) -> Result<Vec<Assisted>, StoreError> {
    let mut query = Entity::find().order_by_desc(Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(Column::Id.lt(after));
    }
    if let Some(status) = filter.status {
        query = query.filter(Column::Status.eq(status.code()));
    }
    if let Some(org) = filter.org {
        query = query.filter(Column::OrgId.eq(Uuid::from(org)));
    }
    query.all(tx.conn()).await?.into_iter().map(read).collect()
}

/// What waits for the word of whom a query reaches and leaves the market without it, the oldest first.
pub async fn waiting(tx: &Tx, scope: Scope, limit: u64) -> Result<Vec<Assisted>, StoreError> {
    let Some(reach) = reach(scope, Column::OrgId) else { return Ok(Vec::new()) };
    let query = of_waiting(reach).filter(Column::SlipId.is_null()).order_by_asc(Column::Id).limit(limit);
    query.all(tx.conn()).await?.into_iter().map(read).collect()
}

/// What nobody answered and nobody signed for.
pub async fn count_waiting(tx: &Tx, org: OrgId) -> Result<u64, StoreError> {
    let own = Condition::all().add(Column::OrgId.eq(Uuid::from(org)));
    Ok(of_waiting(own).filter(Column::SlipId.is_null()).count(tx.conn()).await?)
}

fn of_waiting(reach: Condition) -> Select<Entity> {
    Entity::find().filter(reach).filter(Column::Status.eq(WAITING))
}

/// Those whose time is over and for which nobody signed, so many at most.
pub async fn due(tx: &Tx, now: Timestamp, limit: u64) -> Result<Vec<AssistedId>, StoreError> {
    let query = of_waiting(Condition::all())
        .filter(Column::SlipId.is_null())
        .filter(Column::ConfirmBy.lte(now))
        .order_by_asc(Column::ConfirmBy)
        .limit(limit);
    Ok(query.all(tx.conn()).await?.into_iter().map(|row| row.id.into()).collect())
}

/// Whoever deals with these posts of the own organisation asked for them.
pub async fn confirm(tx: &Tx, side: Side, posts: &[Uuid], by: UserId, at: Timestamp) -> Result<(), StoreError> {
    for chunk in posts.chunks(CHUNK) {
        let own = column(side).is_in(chunk.iter().copied());
        settle_where(tx, Condition::all().add(own), "confirmed", by, at).await?;
    }
    Ok(())
}

/// What waits is withdrawn with everything that a closed organisation had on the market.
pub async fn withdraw_all(tx: &Tx, org: OrgId, by: UserId, at: Timestamp) -> Result<(), StoreError> {
    settle_where(tx, Condition::all().add(Column::OrgId.eq(Uuid::from(org))), "withdrawn", by, at).await
}

async fn settle_where(tx: &Tx, which: Condition, status: &str, by: UserId, at: Timestamp) -> Result<(), StoreError> {
    let settled =
        ActiveModel { status: Set(status.to_owned()), settled_by: Set(Some(by.into())), settled_at: Set(Some(at)), ..Default::default() };
    Entity::update_many().set(settled).filter(which).filter(Column::Status.eq(WAITING)).exec(tx.conn()).await?;
    Ok(())
}

/// What some entries are of: the variety or the product, and the weight.
pub async fn goods(tx: &Tx, entries: &[Assisted]) -> Result<BTreeMap<Uuid, (String, Kg)>, StoreError> {
    let ids = |side: Side| entries.iter().filter(move |entry| entry.post.side() == side).map(|entry| entry.post.id());
    let offers = offer::Entity::find()
        .select_only()
        .columns([offer::Column::Id, offer::Column::Variety, offer::Column::TotalG])
        .filter(offer::Column::Id.is_in(ids(Side::Supplier)))
        .into_tuple::<(Uuid, String, i64)>()
        .all(tx.conn())
        .await?;
    let demands = demand::Entity::find()
        .select_only()
        .columns([demand::Column::Id, demand::Column::Product, demand::Column::TotalG])
        .filter(demand::Column::Id.is_in(ids(Side::Buyer)))
        .into_tuple::<(Uuid, String, i64)>()
        .all(tx.conn())
        .await?;
    let read = |(id, slug, grams): (Uuid, String, i64)| Ok((id, (slug, Kg::from_grams(grams).map_err(|_| corrupt("assisted", id))?)));
    offers.into_iter().chain(demands).map(read).collect()
}

fn write(entry: &Assisted) -> ActiveModel {
    let Assisted { id, post, org, asked: Asked { name, way, note }, entered_by, entered_at, confirm_by, slip, state } = entry.clone();
    let status = state.status().code();
    let (settled_by, settled_at, reason) = match state {
        AssistedState::Waiting => (None, None, None),
        AssistedState::Confirmed { by, at } | AssistedState::Withdrawn { by, at } => (Some(by), Some(at), None),
        AssistedState::Refused { by, at, reason } => (Some(by), Some(at), Some(reason.into())),
        AssistedState::Lapsed { at } => (None, Some(at), None),
    };
    let (offer, demand) = match post {
        EnteredPost::Offer(id) => (Some(id.into()), None),
        EnteredPost::Demand(id) => (None, Some(id.into())),
    };
    ActiveModel {
        id: Set(id.into()),
        org_id: Set(org.into()),
        side: Set(post.side().code().to_owned()),
        offer_id: Set(offer),
        demand_id: Set(demand),
        asker: Set(name.into()),
        way: Set(way.code().to_owned()),
        note: Set(note.into()),
        entered_by: Set(entered_by.into()),
        entered_at: Set(entered_at),
        confirm_by: Set(confirm_by),
        status: Set(status.to_owned()),
        settled_by: Set(settled_by.map(Uuid::from)),
        settled_at: Set(settled_at),
        reason: Set(reason),
        slip_id: Set(slip.map(Uuid::from)),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "rows come by value, one after the other")]
fn read(row: Model) -> Result<Assisted, StoreError> {
    readable(&row).ok_or_else(|| corrupt("assisted", row.id))
}

fn readable(row: &Model) -> Option<Assisted> {
    let settled = || Some((UserId::from(row.settled_by?), row.settled_at?));
    let state = match row.status.parse().ok()? {
        AssistedStatus::Waiting => AssistedState::Waiting,
        AssistedStatus::Confirmed => settled().map(|(by, at)| AssistedState::Confirmed { by, at })?,
        AssistedStatus::Refused => {
            let reason = row.reason.as_ref()?.parse().ok()?;
            settled().map(|(by, at)| AssistedState::Refused { by, at, reason })?
        }
        AssistedStatus::Withdrawn => settled().map(|(by, at)| AssistedState::Withdrawn { by, at })?,
        AssistedStatus::Lapsed => AssistedState::Lapsed { at: row.settled_at? },
    };
    let post = match (row.offer_id, row.demand_id) {
        (Some(id), None) => EnteredPost::Offer(id.into()),
        (None, Some(id)) => EnteredPost::Demand(id.into()),
        _ => return None,
    };
    Some(Assisted {
        id: row.id.into(),
        post,
        org: row.org_id.into(),
        asked: Asked { name: row.asker.parse().ok()?, way: row.way.parse().ok()?, note: row.note.parse().ok()? },
        entered_by: row.entered_by.into(),
        entered_at: row.entered_at,
        confirm_by: row.confirm_by,
        slip: row.slip_id.map(Into::into),
        state,
    })
}
