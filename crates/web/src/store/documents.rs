//! Papers about organisations: versions with their bytes, and what was said of each. Both are only added to.
use super::entity::{document, document_content, document_event};
use super::{CHUNK, StoreError, Tx, corrupt};
use domain::account::{Checklist, DocumentEvent, DocumentItem, OrgKind};
use domain::day::Timestamp;
use domain::id::{DocumentId, OrgId, UserId};
use domain::policy::Scope;
use domain::scan::Media;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set, SqlErr};
use uuid::Uuid;

/// What is known of a version without reading its bytes.
#[derive(Debug, Clone)]
pub struct Document {
    pub id: DocumentId,
    pub org: OrgId,
    pub item: DocumentItem,
    pub media: Media,
    pub hash: [u8; 32],
    pub size: u32,
    pub pixels: Option<(u32, u32)>,
    pub sent_by: UserId,
    pub sent_at: Timestamp,
}

pub async fn insert(tx: &Tx, document: &Document, bytes: Vec<u8>) -> Result<(), StoreError> {
    to_row(document).insert(tx.conn()).await?;
    let content = document_content::ActiveModel { document_id: Set(document.id.into()), bytes: Set(bytes) };
    document_content::Entity::insert(content).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Adds what happened. Two people who said something of one version at once are told so.
pub async fn note(tx: &Tx, events: &[DocumentEvent]) -> Result<(), StoreError> {
    for chunk in events.chunks(CHUNK) {
        let done = document_event::Entity::insert_many(chunk.iter().map(event_row)).exec_without_returning(tx.conn()).await;
        done.map_err(|error| match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => StoreError::Stale,
            _ => error.into(),
        })?;
    }
    Ok(())
}

/// Everything that happened to the papers of one organisation.
pub async fn checklist(tx: &Tx, org: OrgId, kind: OrgKind) -> Result<Checklist, StoreError> {
    let own = document_event::Column::OrgId.eq(Uuid::from(org));
    let rows = document_event::Entity::find().filter(own).order_by_asc(document_event::Column::Number).all(tx.conn()).await?;
    let events = rows.into_iter().map(|row| read_event(row).ok_or_else(|| corrupt("document_event", org)));
    Ok(Checklist { org, kind, events: events.collect::<Result<_, _>>()? })
}

/// Every version that an organisation sent, oldest first.
pub async fn of(tx: &Tx, org: OrgId) -> Result<Vec<Document>, StoreError> {
    let own = document::Column::OrgId.eq(Uuid::from(org));
    let rows = document::Entity::find().filter(own).order_by_asc(document::Column::Id).all(tx.conn()).await?;
    rows.into_iter().map(from_row).collect()
}

pub async fn get(tx: &Tx, scope: Scope, id: DocumentId) -> Result<Document, StoreError> {
    let found = document::Entity::find_by_id(Uuid::from(id)).one(tx.conn()).await?.ok_or(StoreError::Missing)?;
    let document = from_row(found)?;
    match scope {
        Scope::All => Ok(document),
        Scope::Org(org) if org == document.org => Ok(document),
        Scope::Org(_) | Scope::None => Err(StoreError::Missing),
    }
}

pub async fn bytes(tx: &Tx, id: DocumentId) -> Result<Vec<u8>, StoreError> {
    let row = document_content::Entity::find_by_id(Uuid::from(id)).one(tx.conn()).await?;
    // What was taken back has none.
    row.map(|row| row.bytes).ok_or(StoreError::Missing)
}

/// Removes the bytes of versions that were taken back; that they were sent stays.
pub async fn forget(tx: &Tx, ids: impl IntoIterator<Item = DocumentId>) -> Result<(), StoreError> {
    let taken = document_content::Column::DocumentId.is_in(ids.into_iter().map(Uuid::from));
    document_content::Entity::delete_many().filter(taken).exec(tx.conn()).await?;
    Ok(())
}

fn to_row(document: &Document) -> document::ActiveModel {
    document::ActiveModel {
        id: Set(document.id.into()),
        org_id: Set(document.org.into()),
        item: Set(document.item.code().to_owned()),
        media: Set(document.media.code().to_owned()),
        hash: Set(document.hash.to_vec()),
        size: Set(document.size.into()),
        width: Set(document.pixels.map(|(width, _)| width.into())),
        height: Set(document.pixels.map(|(_, height)| height.into())),
        sent_by: Set(document.sent_by.into()),
        sent_at: Set(document.sent_at),
    }
}

fn from_row(row: document::Model) -> Result<Document, StoreError> {
    let id = row.id;
    read(row).ok_or_else(|| corrupt("document", id))
}

fn read(row: document::Model) -> Option<Document> {
    let pixels = match (row.width, row.height) {
        (Some(width), Some(height)) => Some((width.try_into().ok()?, height.try_into().ok()?)),
        (None, None) => None,
        (Some(_), None) | (None, Some(_)) => return None,
    };
    Some(Document {
        id: row.id.into(),
        org: row.org_id.into(),
        item: row.item.parse().ok()?,
        media: row.media.parse().ok()?,
        hash: row.hash.try_into().ok()?,
        size: row.size.try_into().ok()?,
        pixels,
        sent_by: row.sent_by.into(),
        sent_at: row.sent_at,
    })
}

fn event_row(event: &DocumentEvent) -> document_event::ActiveModel {
    document_event::ActiveModel {
        org_id: Set(event.org.into()),
        item: Set(event.item.code().to_owned()),
        number: Set(event.number.into()),
        step: Set(event.step.code().to_owned()),
        document_id: Set(event.document.map(Uuid::from)),
        reason: Set(event.reason.as_ref().map(ToString::to_string)),
        by_user: Set(event.by.into()),
        at: Set(event.at),
    }
}

fn read_event(row: document_event::Model) -> Option<DocumentEvent> {
    Some(DocumentEvent {
        org: row.org_id.into(),
        item: row.item.parse().ok()?,
        number: row.number.try_into().ok()?,
        step: row.step.parse().ok()?,
        document: row.document_id.map(DocumentId::from),
        reason: row.reason.map(|reason| reason.parse()).transpose().ok()?,
        by: row.by_user.into(),
        at: row.at,
    })
}
