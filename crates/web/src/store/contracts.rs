//! Contracts: their state, the frozen text of each edition, the signatures on it, and what happened.
mod challenges;
mod events;
mod rows;
mod texts;

pub use challenges::{SentCode, insert_code, last_code, save_code};
pub use events::{Event, add_event, list_events};
pub use texts::{EditionView, Text, add_edition, editions, text};

use super::entity::{contract, contract_edition, contract_serial, signature};
use super::{Slice, StoreError, Tx, corrupt, exactly_one, taken};
use chrono::Datelike;
use domain::account::Side;
use domain::contract::Contract;
use domain::day::{Timestamp, TradeDay};
use domain::id::{ContractId, OrgId, ProposalId};
use domain::policy::Scope;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Which contracts of a person's own a list shows.
#[derive(Debug, Default, Clone)]
pub struct Filter {
    pub status: Option<&'static str>,
    /// Those that wait for this side's signature at this time.
    pub to_sign: Option<(Side, Timestamp)>,
}

/// The next serial number of the year, counted by the transaction that uses it, so that none is left out.
pub async fn next_serial(tx: &Tx, day: TradeDay) -> Result<u32, StoreError> {
    let year = i64::from(day.date().year());
    let next = Expr::col((contract_serial::Entity, contract_serial::Column::Last)).add(1);
    let row = contract_serial::Entity::insert(contract_serial::ActiveModel { year: Set(year), last: Set(1) })
        .on_conflict(OnConflict::column(contract_serial::Column::Year).value(contract_serial::Column::Last, next).to_owned())
        .exec_with_returning(tx.conn())
        .await?;
    u32::try_from(row.last).map_err(|_| corrupt("contract_serial", year))
}

/// Keeps a new contract with the text of its first edition.
pub async fn insert(tx: &Tx, contract: &Contract, body: String, at: Timestamp) -> Result<(), StoreError> {
    rows::to_row(contract).insert(tx.conn()).await.map_err(|error| taken(error, "contract", "proposal_id"))?;
    add_edition(tx, contract, body, at).await
}

/// Saves the next version of a contract and the signatures that are new; `Stale` when somebody saved that version first. A new
/// edition is kept with [`add_edition`] before.
pub async fn save(tx: &Tx, contract: &Contract, mut signature_id: impl FnMut() -> Uuid) -> Result<(), StoreError> {
    let done = contract::Entity::update_many()
        .set(rows::to_row(contract))
        .filter(contract::Column::Id.eq(Uuid::from(contract.id)))
        .filter(contract::Column::Version.eq(contract.version - 1))
        .exec(tx.conn())
        .await?;
    exactly_one(done.rows_affected)?;
    let edition = i64::from(contract.edition);
    let known = signature::Entity::find()
        .select_only()
        .column(signature::Column::Side)
        .filter(signature::Column::ContractId.eq(Uuid::from(contract.id)))
        .filter(signature::Column::Edition.eq(edition))
        .into_tuple::<String>()
        .all(tx.conn())
        .await?;
    for new in contract.signatures.iter().filter(|signature| !known.iter().any(|side| side == signature.side.code())) {
        rows::signature_row(signature_id(), contract, new).insert(tx.conn()).await?;
    }
    Ok(())
}

pub async fn get(tx: &Tx, scope: Scope, id: ContractId) -> Result<Contract, StoreError> {
    let found = contract::Entity::find_by_id(Uuid::from(id)).filter(within(scope)).one(tx.conn()).await?;
    whole(tx, found.into_iter().collect()).await?.pop().ok_or(StoreError::Missing)
}

/// Some contracts, in no order.
pub async fn many(tx: &Tx, ids: impl IntoIterator<Item = ContractId>) -> Result<Vec<Contract>, StoreError> {
    let ids: BTreeSet<Uuid> = ids.into_iter().map(Uuid::from).collect();
    whole(tx, contract::Entity::find().filter(contract::Column::Id.is_in(ids)).all(tx.conn()).await?).await
}

/// Keeps everybody else off some contracts of one's own, and then off the offers and demands that they give back to, until the
/// transaction ends. Each kind is taken in the order of its ids, as everybody does who takes several.
pub async fn hold(tx: &Tx, scope: Scope, ids: impl IntoIterator<Item = ContractId>) -> Result<(), StoreError> {
    let ids: BTreeSet<Uuid> = ids.into_iter().map(Uuid::from).collect();
    let own = contract::Entity::find().filter(contract::Column::Id.is_in(ids)).filter(within(scope));
    let rows = own.order_by_asc(contract::Column::Id).lock_exclusive().all(tx.conn()).await?;
    let offers: Vec<_> = rows.iter().map(|row| row.offer_id).collect();
    let demands: Vec<_> = rows.iter().map(|row| row.demand_id).collect();
    super::reservations::Ledger::lock(tx, &offers, &demands).await?;
    Ok(())
}

/// The contract made from a proposal, if there is one.
pub async fn of_proposal(tx: &Tx, proposal: ProposalId) -> Result<Option<Contract>, StoreError> {
    let found = contract::Entity::find().filter(contract::Column::ProposalId.eq(Uuid::from(proposal))).one(tx.conn()).await?;
    Ok(whole(tx, found.into_iter().collect()).await?.pop())
}

/// The contracts made from some proposals, each with its status.
pub async fn of_proposals(
    tx: &Tx,
    proposals: impl IntoIterator<Item = ProposalId>,
) -> Result<BTreeMap<ProposalId, (ContractId, String)>, StoreError> {
    let proposals: BTreeSet<Uuid> = proposals.into_iter().map(Uuid::from).collect();
    let rows: Vec<(Uuid, Uuid, String)> = contract::Entity::find()
        .select_only()
        .columns([contract::Column::ProposalId, contract::Column::Id, contract::Column::Status])
        .filter(contract::Column::ProposalId.is_in(proposals))
        .into_tuple()
        .all(tx.conn())
        .await?;
    Ok(rows.into_iter().map(|(proposal, id, status)| (proposal.into(), (id.into(), status))).collect())
}

/// Newest first.
pub async fn list(tx: &Tx, scope: Scope, filter: &Filter, slice: Slice<Uuid>) -> Result<Vec<Contract>, StoreError> {
    let mut query = contract::Entity::find().filter(within(scope)).order_by_desc(contract::Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(contract::Column::Id.lt(after));
    }
    if let Some(status) = filter.status {
        query = query.filter(contract::Column::Status.eq(status));
    }
    if let Some((side, now)) = filter.to_sign {
        let other_signed = contract::Column::Status.eq("half_signed").and(contract::Column::StatusSide.eq(side.other().code()));
        query = query.filter(contract::Column::Status.eq("signing").or(other_signed)).filter(contract::Column::SignBy.gt(now));
    }
    whole(tx, query.all(tx.conn()).await?).await
}

/// Contracts whose time to sign is over and that nobody has closed yet, so many at most.
pub async fn overdue(tx: &Tx, now: Timestamp, limit: u64) -> Result<Vec<ContractId>, StoreError> {
    let ids = contract::Entity::find()
        .select_only()
        .column(contract::Column::Id)
        .filter(contract::Column::Status.is_in(["signing", "half_signed"]))
        .filter(contract::Column::SignBy.lte(now))
        .order_by_asc(contract::Column::SignBy)
        .limit(limit)
        .into_tuple::<Uuid>()
        .all(tx.conn())
        .await?;
    Ok(ids.into_iter().map(ContractId::from).collect())
}

/// An organisation sees the contracts it is a party of.
fn within(scope: Scope) -> Condition {
    let party = |org: OrgId| {
        Condition::any().add(contract::Column::SupplierId.eq(Uuid::from(org))).add(contract::Column::BuyerId.eq(Uuid::from(org)))
    };
    match scope {
        Scope::All => Condition::all(),
        Scope::Org(org) => party(org),
        Scope::None => Condition::all().add(Expr::value(false)),
    }
}

/// Rows with their current edition and the signatures on it, in the same order: two more queries, however many rows.
async fn whole(tx: &Tx, found: Vec<contract::Model>) -> Result<Vec<Contract>, StoreError> {
    let ids: Vec<Uuid> = found.iter().map(|row| row.id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut terms: BTreeMap<(Uuid, i64), (serde_json::Value, String)> = contract_edition::Entity::find()
        .select_only()
        .columns([
            contract_edition::Column::ContractId,
            contract_edition::Column::Edition,
            contract_edition::Column::Terms,
            contract_edition::Column::Hash,
        ])
        .filter(contract_edition::Column::ContractId.is_in(ids.clone()))
        .into_tuple::<(Uuid, i64, serde_json::Value, String)>()
        .all(tx.conn())
        .await?
        .into_iter()
        .map(|(id, edition, terms, hash)| ((id, edition), (terms, hash)))
        .collect();
    let mut signed: BTreeMap<(Uuid, i64), Vec<signature::Model>> = BTreeMap::new();
    let signatures = signature::Entity::find()
        .filter(signature::Column::ContractId.is_in(ids))
        .order_by_asc(signature::Column::SignedAt)
        .order_by_asc(signature::Column::Id);
    for row in signatures.all(tx.conn()).await? {
        signed.entry((row.contract_id, row.edition)).or_default().push(row);
    }
    found
        .into_iter()
        .map(|row| {
            let (id, key) = (row.id, (row.id, row.edition));
            let signatures = signed.remove(&key).unwrap_or_default();
            let edition = terms.remove(&key);
            edition.and_then(|(terms, hash)| rows::read(&row, terms, &hash, signatures)).ok_or_else(|| corrupt("contract", id))
        })
        .collect()
}
