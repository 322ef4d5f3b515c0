//! Lists as rows.
use crate::store::entity::import::{ActiveModel, Column, Entity, Model};
use crate::store::{Slice, StoreError, Tx, corrupt, execute};
use domain::day::Timestamp;
use domain::id::{ImportId, OrgId, UserId};
use domain::import::{ImportHead, ImportKind, ImportState, ListOwner};
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

/// A list as it was sent, and how far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    pub id: ImportId,
    pub owner: ListOwner,
    pub sent_by: UserId,
    pub kind: ImportKind,
    pub file_name: String,
    /// SHA-256 of the file; what is read back stands for it under the key.
    pub file_hash: [u8; 32],
    /// Empty for a CSV file.
    pub sheet: String,
    pub header_row: u32,
    pub head: ImportHead,
    pub state: ImportState,
    pub counts: Counts,
    pub sent_at: Timestamp,
}

/// How many rows stand how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub accepted: u32,
    pub review: u32,
    pub skipped: u32,
    pub left: u32,
    pub known: u32,
    pub made: u32,
}

pub async fn insert(tx: &Tx, import: &Import) -> Result<(), StoreError> {
    to_row(tx, import)?.insert(tx.conn()).await?;
    Ok(())
}

/// For whoever looks through this owner's lists; nobody's are not there.
pub async fn get(tx: &Tx, owner: Option<ListOwner>, id: ImportId) -> Result<Import, StoreError> {
    let owner = owner.ok_or(StoreError::Missing)?;
    find(tx, id).await.and_then(|import| if import.owner == owner { Ok(import) } else { Err(StoreError::Missing) })
}

/// Whoever's it is: for the worker.
pub async fn find(tx: &Tx, id: ImportId) -> Result<Import, StoreError> {
    Entity::find_by_id(Uuid::from(id)).one(tx.conn()).await?.map_or(Err(StoreError::Missing), |row| from_row(tx, row))
}

/// Newest first.
pub async fn list(tx: &Tx, owner: ListOwner, slice: Slice<Uuid>) -> Result<Vec<Import>, StoreError> {
    let mut query = Entity::find().filter(of(owner)).order_by_desc(Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(Column::Id.lt(after));
    }
    query.all(tx.conn()).await?.into_iter().map(|row| from_row(tx, row)).collect()
}

/// When this owner's lists were sent, the newest first, at most so many.
pub async fn sent_since(tx: &Tx, owner: ListOwner, since: Timestamp, most: usize) -> Result<Vec<Timestamp>, StoreError> {
    let query = Entity::find().select_only().column(Column::SentAt).filter(of(owner)).filter(Column::SentAt.gt(since));
    Ok(query.order_by_desc(Column::SentAt).limit(most as u64).into_tuple().all(tx.conn()).await?)
}

fn of(owner: ListOwner) -> SimpleExpr {
    match owner {
        ListOwner::Org(org) => Column::OrgId.eq(Uuid::from(org)),
        ListOwner::Office => Column::OrgId.is_null(),
    }
}

/// PostgreSQL's advisory lock of whoever makes something of the office's lists.
const OFFICE_LOCK: i64 = 0x6d_7576_6c73;

/// Makes others who make something of the office's lists wait, so that two lists make no organisation twice. SQLite's one writer waits
/// by itself.
pub async fn hold_office(tx: &Tx) -> Result<(), StoreError> {
    if tx.conn().get_database_backend() == DatabaseBackend::Postgres {
        tx.conn().execute_unprepared(&format!("SELECT pg_advisory_xact_lock({OFFICE_LOCK})")).await?;
    }
    Ok(())
}

/// Makes others who work on this list wait, so that a row becomes one thing however many press at once.
pub async fn hold(tx: &Tx, id: ImportId) -> Result<(), StoreError> {
    execute(tx, "UPDATE import SET state = state WHERE id = $1", [Uuid::from(id).into()]).await?;
    Ok(())
}

pub async fn set_state(tx: &Tx, id: ImportId, state: ImportState) -> Result<(), StoreError> {
    Entity::update_many().col_expr(Column::State, Expr::value(state.code())).filter(Column::Id.eq(Uuid::from(id))).exec(tx.conn()).await?;
    Ok(())
}

pub async fn set_head(tx: &Tx, id: ImportId, head: &ImportHead) -> Result<(), StoreError> {
    let row = ActiveModel { sealed: Set(tx.seal()?.close_json("import", id.into(), head)?), ..Default::default() };
    Entity::update_many().set(row).filter(Column::Id.eq(Uuid::from(id))).exec(tx.conn()).await?;
    Ok(())
}

/// Counts the rows anew, so that a list of lists need not.
pub async fn recount(tx: &Tx, id: ImportId) -> Result<(), StoreError> {
    let count = |column: &str, state: &str| {
        format!("{column} = (SELECT count(*) FROM import_row WHERE import_row.import_id = $1 AND import_row.state = '{state}')")
    };
    let counts = [
        ("accepted", "accepted"),
        ("review", "review"),
        ("skipped", "skipped"),
        ("left_out", "left"),
        ("known", "known"),
        ("made", "made"),
    ]
    .map(|(column, state)| count(column, state));
    execute(tx, &format!("UPDATE import SET {} WHERE id = $1", counts.join(", ")), [Uuid::from(id).into()]).await?;
    Ok(())
}

/// Forgets old lists with their rows, and those whose reading stopped half way. What was made of them stays, and so do the marks.
pub async fn prune(tx: &Tx, before: Timestamp, stopped: Timestamp) -> Result<(), StoreError> {
    let old = "sent_at < $1 OR (state = 'reading' AND sent_at < $2)";
    let values = || [before.into(), stopped.into()];
    execute(tx, &format!("DELETE FROM import_row WHERE import_id IN (SELECT id FROM import WHERE {old})"), values()).await?;
    execute(tx, &format!("DELETE FROM import WHERE {old}"), values()).await?;
    Ok(())
}

fn to_row(tx: &Tx, import: &Import) -> Result<ActiveModel, StoreError> {
    let Import { id, owner, sent_by, kind, file_name, file_hash, sheet, header_row, head, state, counts, sent_at } = import.clone();
    let org = match owner {
        ListOwner::Org(org) => Some(org.into()),
        ListOwner::Office => None,
    };
    Ok(ActiveModel {
        id: Set(id.into()),
        org_id: Set(org),
        sent_by: Set(sent_by.into()),
        kind: Set(kind.code().to_owned()),
        file_name: Set(file_name),
        file_hash: Set(tx.seal()?.mark("file", &file_hash).to_vec()),
        sheet: Set(sheet),
        header_row: Set(header_row.into()),
        sealed: Set(tx.seal()?.close_json("import", id.into(), &head)?),
        state: Set(state.code().to_owned()),
        accepted: Set(counts.accepted.into()),
        review: Set(counts.review.into()),
        skipped: Set(counts.skipped.into()),
        left_out: Set(counts.left.into()),
        known: Set(counts.known.into()),
        made: Set(counts.made.into()),
        sent_at: Set(sent_at),
    })
}

fn from_row(tx: &Tx, row: Model) -> Result<Import, StoreError> {
    let id = row.id;
    let head = tx.seal()?.open_json("import", id, &row.sealed)?;
    read(row, head).ok_or_else(|| corrupt("import", id))
}

fn read(row: Model, head: ImportHead) -> Option<Import> {
    let count = |number: i64| u32::try_from(number).ok();
    Some(Import {
        id: row.id.into(),
        owner: row.org_id.map_or(ListOwner::Office, |org| ListOwner::Org(OrgId::from(org))),
        sent_by: row.sent_by.into(),
        kind: row.kind.parse().ok()?,
        file_name: row.file_name,
        file_hash: row.file_hash.try_into().ok()?,
        sheet: row.sheet,
        header_row: count(row.header_row)?,
        head,
        state: row.state.parse().ok()?,
        counts: Counts {
            accepted: count(row.accepted)?,
            review: count(row.review)?,
            skipped: count(row.skipped)?,
            left: count(row.left_out)?,
            known: count(row.known)?,
            made: count(row.made)?,
        },
        sent_at: row.sent_at,
    })
}
