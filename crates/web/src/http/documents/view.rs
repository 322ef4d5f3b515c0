//! The checklist as its organisation and the office read it.
use crate::store::documents::{self, Document};
use crate::store::{StoreError, Tx, accounts};
use chrono::{DateTime, Utc};
use domain::account::{Checklist, DocumentEvent, DocumentItem, DocumentStep, Organisation};
use domain::id::DocumentId;
use domain::reason::Reason;
use domain::scan::Media;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The papers of one organisation.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChecklistView {
    /// Nothing is lacking, and nothing waits for the office.
    pub complete: bool,
    pub items: Vec<DocumentItemView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DocumentItemView {
    pub item: DocumentItem,
    /// Asked of every organisation of this kind; otherwise only of those it concerns.
    pub required: bool,
    /// It is asked for and not there, or was not good enough.
    pub lacking: bool,
    /// What happened last, but for what was taken back; absent while nothing did.
    pub step: Option<DocumentStep>,
    pub reason: Option<Reason>,
    /// Number of the last event, 0 when there is none: a decision names it.
    pub seen: u32,
    /// Everything that happened, the newest first.
    pub events: Vec<DocumentEventView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DocumentEventView {
    pub number: u32,
    pub step: DocumentStep,
    pub reason: Option<Reason>,
    /// Name of the director or of the officer.
    pub by: Option<String>,
    pub at: DateTime<Utc>,
    /// The version that was sent or decided about; absent once it was taken back.
    pub document: Option<DocumentView>,
}

/// What is known of a version; its bytes are at `/documents/{id}`.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DocumentView {
    pub id: DocumentId,
    pub media: Media,
    pub bytes: u32,
}

pub async fn load(tx: &Tx, org: &Organisation) -> Result<ChecklistView, StoreError> {
    let list = documents::checklist(tx, org.id, org.profile.kind).await?;
    let names = accounts::user_names(tx, list.events.iter().map(|event| event.by)).await?;
    let sent: BTreeMap<DocumentId, Document> = documents::of(tx, org.id).await?.into_iter().map(|one| (one.id, one)).collect();
    let gone = list.taken_back();
    let document =
        |id: DocumentId| sent.get(&id).filter(|_| !gone.contains(&id)).map(|one| DocumentView { id, media: one.media, bytes: one.size });
    let event = |event: &DocumentEvent| DocumentEventView {
        number: event.number,
        step: event.step,
        reason: event.reason.clone(),
        by: names.get(&event.by).cloned(),
        at: event.at,
        document: event.document.and_then(document),
    };
    let items = list.items().into_iter().map(|item| item_view(&list, item, list.of(item).rev().map(event).collect()));
    Ok(ChecklistView { complete: list.is_complete(), items: items.collect() })
}

fn item_view(list: &Checklist, item: DocumentItem, events: Vec<DocumentEventView>) -> DocumentItemView {
    let (last, stands) = (list.last(item), list.standing(item));
    DocumentItemView {
        item,
        required: item.is_required() && DocumentItem::of(list.kind).contains(&item),
        lacking: list.lacks(item),
        step: stands.map(|event| event.step),
        reason: stands.and_then(|event| event.reason.clone()),
        seen: last.map_or(0, |event| event.number),
        events,
    }
}
