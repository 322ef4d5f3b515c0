//! Every change of an organisation's standing, only added to, and what stands against its closing.
use crate::store::entity::organisation_event::{ActiveModel, Column, Entity};
use crate::store::entity::{contract, contract_due, line, proposal};
use crate::store::{StoreError, Tx};
use domain::account::{OpenDeals, Organisation};
use domain::day::Timestamp;
use domain::id::{OrgId, UserId};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

/// One step.
#[derive(Debug, Clone)]
pub struct Standing {
    pub version: i64,
    pub status: String,
    pub reason: Option<String>,
    pub by: Option<UserId>,
    pub at: Timestamp,
}

/// Of organisations that are new.
pub(super) async fn note(tx: &Tx, orgs: &[Organisation]) -> Result<(), StoreError> {
    if !orgs.is_empty() {
        Entity::insert_many(orgs.iter().map(to_row)).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// Of one that was saved: an edit that leaves the standing as it is is no step.
pub(super) async fn note_change(tx: &Tx, org: &Organisation) -> Result<(), StoreError> {
    let own = Column::OrgId.eq(Uuid::from(org.id));
    let last = Entity::find().filter(own).order_by_desc(Column::Version).limit(1).one(tx.conn()).await?;
    let same = |at: Timestamp, status: &str| at == org.status.at() && status == org.status.code();
    if last.is_some_and(|last| same(last.at, &last.status)) {
        return Ok(());
    }
    Entity::insert(to_row(org)).exec_without_returning(tx.conn()).await?;
    Ok(())
}

fn to_row(org: &Organisation) -> ActiveModel {
    ActiveModel {
        org_id: Set(org.id.into()),
        version: Set(org.version),
        status: Set(org.status.code().to_owned()),
        reason: Set(org.status.reason().map(ToString::to_string)),
        by_user: Set(org.status.by().map(Uuid::from)),
        at: Set(org.status.at()),
    }
}

/// The newest steps first, as far as anybody reads back.
pub async fn standing_history(tx: &Tx, org: OrgId) -> Result<Vec<Standing>, StoreError> {
    const MOST: u64 = 100;
    let own = Column::OrgId.eq(Uuid::from(org));
    let rows = Entity::find().filter(own).order_by_desc(Column::Version).limit(MOST).all(tx.conn()).await?;
    let step = |row: crate::store::entity::organisation_event::Model| Standing {
        version: row.version,
        status: row.status,
        reason: row.reason,
        by: row.by_user.map(UserId::from),
        at: row.at,
    };
    Ok(rows.into_iter().map(step).collect())
}

/// What an organisation still has with others.
pub async fn open_deals(tx: &Tx, org: OrgId) -> Result<OpenDeals, StoreError> {
    let org = Uuid::from(org);
    let proposals = proposal::Entity::find()
        .filter(proposal::Column::Status.eq("open"))
        .filter(Condition::any().add(proposal::Column::SupplierOrg.eq(org)).add(proposal::Column::BuyerOrg.eq(org)));
    let party = || Condition::any().add(contract::Column::SupplierId.eq(org)).add(contract::Column::BuyerId.eq(org));
    let contracts = contract::Entity::find().filter(party()).filter(contract::Column::Status.is_in(["signing", "half_signed", "in_force"]));
    let mut ended = Query::select();
    ended.column(contract::Column::Id).from(contract::Entity).cond_where(party()).and_where(contract::Column::Status.eq("terminated"));
    let unsettled = Condition::any()
        .add(line::Column::Payment.is_in(["due", "declared"]))
        .add(line::Column::Delivery.is_in(["dispatched", "inspecting"]));
    let lines = line::Entity::find().filter(line::Column::ContractId.in_subquery(ended.clone())).filter(unsettled);
    let dues = contract_due::Entity::find()
        .filter(contract_due::Column::ContractId.in_subquery(ended))
        .filter(contract_due::Column::Payment.is_in(["due", "declared"]));
    Ok(OpenDeals {
        proposals: proposals.count(tx.conn()).await?,
        contracts: contracts.count(tx.conn()).await?,
        lines: lines.count(tx.conn()).await? + dues.count(tx.conn()).await?,
    })
}
