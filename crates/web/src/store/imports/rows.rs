//! The rows of a list, each as it came and as it was understood.
use crate::store::entity::import_row::{ActiveModel, Column, Entity, Model};
use crate::store::{CHUNK, Slice, StoreError, Tx, corrupt};
use domain::id::{ImportId, ImportRowId, OrgId};
use domain::import::{ImportedCell, ImportedCorrection, ImportedProblem, RowState};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select, Set};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use uuid::Uuid;

#[derive(Debug, Clone, PartialEq)]
pub struct ImportRow {
    pub id: ImportRowId,
    pub import: ImportId,
    /// As the spreadsheet program numbers it; several when they are blank.
    pub number: u32,
    pub last_number: u32,
    /// Whose it is, once that is known.
    pub org: Option<OrgId>,
    pub state: RowState,
    pub skip: Option<String>,
    /// A person looked at it: what the list says elsewhere counts no more against it.
    pub decided: bool,
    /// What its cells say, and how many rows of the list said so up to here.
    pub source: [u8; 32],
    pub source_nth: u32,
    /// What it means, once it can be read.
    pub content: Option<[u8; 32]>,
    pub cells: Vec<ImportedCell>,
    pub corrections: Vec<ImportedCorrection>,
    pub problems: Vec<ImportedProblem>,
    /// The form it fills in, once every cell can be read.
    pub terms: Option<serde_json::Value>,
    /// What it became, or was before.
    pub thing: Option<Uuid>,
}

pub async fn insert_rows(tx: &Tx, rows: &[ImportRow]) -> Result<(), StoreError> {
    for chunk in rows.chunks(CHUNK) {
        let rows = chunk.iter().map(to_row).collect::<Result<Vec<_>, StoreError>>()?;
        Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// In the order of the file; all of them, or those that stand so.
pub async fn rows(tx: &Tx, import: ImportId, state: Option<RowState>, slice: Slice<Uuid>) -> Result<Vec<ImportRow>, StoreError> {
    let mut query = of(import).order_by_asc(Column::Id).limit(slice.limit + 1);
    if let Some(after) = slice.after {
        query = query.filter(Column::Id.gt(after));
    }
    if let Some(state) = state {
        query = query.filter(Column::State.eq(state.code()));
    }
    query.all(tx.conn()).await?.into_iter().map(from_row).collect()
}

/// The next rows that wait to be made.
pub async fn waiting(tx: &Tx, import: ImportId, limit: u64) -> Result<Vec<ImportRow>, StoreError> {
    let query = of(import).filter(Column::State.eq(RowState::Accepted.code())).order_by_asc(Column::Id).limit(limit);
    query.all(tx.conn()).await?.into_iter().map(from_row).collect()
}

pub async fn row(tx: &Tx, import: ImportId, number: u32) -> Result<ImportRow, StoreError> {
    of(import).filter(Column::Number.eq(i64::from(number))).one(tx.conn()).await?.map_or(Err(StoreError::Missing), from_row)
}

/// What each row that can be read means, with the first row that says so.
pub async fn contents(tx: &Tx, import: ImportId) -> Result<HashMap<[u8; 32], u32>, StoreError> {
    let said = of(import).filter(Column::Content.is_not_null()).select_only().columns([Column::Content, Column::Number]);
    let mut first = HashMap::new();
    for (content, number) in said.order_by_asc(Column::Number).into_tuple::<(Vec<u8>, i64)>().all(tx.conn()).await? {
        if let (Ok(content), Ok(number)) = (content.try_into(), number.try_into()) {
            first.entry(content).or_insert(number);
        }
    }
    Ok(first)
}

/// As it stands now. The caller holds the list.
pub async fn save_row(tx: &Tx, row: &ImportRow) -> Result<(), StoreError> {
    Entity::update_many().set(to_row(row)?).filter(Column::Id.eq(Uuid::from(row.id))).exec(tx.conn()).await?;
    Ok(())
}

fn of(import: ImportId) -> Select<Entity> {
    Entity::find().filter(Column::ImportId.eq(Uuid::from(import)))
}

fn to_row(row: &ImportRow) -> Result<ActiveModel, StoreError> {
    Ok(ActiveModel {
        id: Set(row.id.into()),
        import_id: Set(row.import.into()),
        number: Set(row.number.into()),
        last_number: Set(row.last_number.into()),
        org_id: Set(row.org.map(Uuid::from)),
        state: Set(row.state.code().to_owned()),
        skip: Set(row.skip.clone()),
        decided: Set(row.decided),
        source: Set(row.source.to_vec()),
        source_nth: Set(row.source_nth.into()),
        content: Set(row.content.map(|content| content.to_vec())),
        cells: Set(json(row, &row.cells)?),
        corrections: Set(json(row, &row.corrections)?),
        problems: Set(json(row, &row.problems)?),
        terms: Set(row.terms.clone()),
        thing_id: Set(row.thing),
    })
}

fn json(row: &ImportRow, value: &impl Serialize) -> Result<serde_json::Value, StoreError> {
    serde_json::to_value(value).map_err(|_| corrupt("import_row", row.id))
}

fn from_row(row: Model) -> Result<ImportRow, StoreError> {
    let id = row.id;
    read(row).ok_or_else(|| corrupt("import_row", id))
}

fn read(row: Model) -> Option<ImportRow> {
    Some(ImportRow {
        id: row.id.into(),
        import: row.import_id.into(),
        number: row.number.try_into().ok()?,
        last_number: row.last_number.try_into().ok()?,
        org: row.org_id.map(OrgId::from),
        state: row.state.parse().ok()?,
        skip: row.skip,
        decided: row.decided,
        source: row.source.try_into().ok()?,
        source_nth: row.source_nth.try_into().ok()?,
        content: row.content.map(TryInto::try_into).transpose().ok()?,
        cells: list(row.cells)?,
        corrections: list(row.corrections)?,
        problems: list(row.problems)?,
        terms: row.terms,
        thing: row.thing_id,
    })
}

fn list<T: DeserializeOwned>(json: serde_json::Value) -> Option<Vec<T>> {
    serde_json::from_value(json).ok()
}
