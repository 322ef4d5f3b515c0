//! What officers write down about an organisation for each other. No member reads it anywhere.
use super::error::{ApiError, Problem};
use super::extract::{Auth, IdempotencyKey, Json, Path, Query};
use super::once::Once;
use super::page::{Page, PageQuery};
use crate::app::App;
use crate::store::{StoreError, Tx, accounts, office_notes};
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use domain::id::{OfficeNoteId, OrgId};
use domain::office_note::OfficeNote;
use domain::policy::{Command, scope};
use domain::text::Note;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct OfficeNoteView {
    pub id: OfficeNoteId,
    pub words: Note,
    /// Name of the officer.
    pub by: String,
    pub at: DateTime<Utc>,
}

async fn views(tx: &Tx, notes: Vec<OfficeNote>) -> Result<Vec<OfficeNoteView>, StoreError> {
    let people = accounts::user_names(tx, notes.iter().map(|note| note.by)).await?;
    let view =
        |OfficeNote { id, words, by, at, org: _ }| OfficeNoteView { id, words, by: people.get(&by).cloned().unwrap_or_default(), at };
    Ok(notes.into_iter().map(view).collect())
}

/// What the office wrote down about an organisation, newest first.
#[utoipa::path(get, path = "/officer/organisations/{id}/notes", tag = "officer", params(("id" = OrgId, Path), PageQuery),
    responses((status = 200, body = Page<OfficeNoteView>), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<OrgId>,
    Query(query): Query<PageQuery>,
) -> Result<axum::Json<Page<OfficeNoteView>>, ApiError> {
    let slice = query.slice()?;
    let tx = Tx::read(&app.db).await?;
    let org = accounts::get_organisation(&tx, scope(&auth, Command::KeepOfficeNotes), id).await?;
    let Page { items, next } = Page::cut(office_notes::list(&tx, org.id, slice).await?, slice.limit, |note| note.id.into());
    Ok(axum::Json(Page { items: views(&tx, items).await?, next }))
}

#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WriteOfficeNote {
    /// Read by the office alone.
    pub words: Note,
}

/// An officer writes something down about an organisation for the office alone; the organisation is told nothing. A repeated request with
/// the same key shows what the first one made.
#[utoipa::path(post, path = "/officer/organisations/{id}/notes", tag = "officer", request_body = WriteOfficeNote,
    params(("id" = OrgId, Path), ("idempotency-key" = Option<String>, Header, description = "8 to 100 characters")),
    responses((status = 201, body = OfficeNoteView), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn write(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<OrgId>,
    key: IdempotencyKey,
    Json(body): Json<WriteOfficeNote>,
) -> Result<(StatusCode, axum::Json<OfficeNoteView>), ApiError> {
    let once = Once::new(auth.user, key, &format!("POST /officer/organisations/{id}/notes"), &body)?;
    let tx = Tx::write(&app.db).await?;
    let org = accounts::get_organisation(&tx, scope(&auth, Command::KeepOfficeNotes), id).await?;
    let made: OfficeNoteId = if let Some(made) = once.made(&tx).await? {
        drop(tx);
        made.into()
    } else {
        let note = OfficeNote::write(org.id, body.words, auth.user, app.env.id(), app.env.now())?;
        office_notes::insert(&tx, &note).await?;
        once.keep(&app, tx, note.id.into()).await?.into()
    };
    let tx = Tx::read(&app.db).await?;
    let view = views(&tx, vec![office_notes::get(&tx, made).await?]).await?.pop().ok_or(StoreError::Missing)?;
    Ok((StatusCode::CREATED, axum::Json(view)))
}
