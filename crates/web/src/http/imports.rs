//! Lists that come as files: sent, looked through row by row, then made into posts, or into what the office enters.
mod view;

use super::error::{ApiError, Problem};
use super::extract::{Auth, Json, Path, Query, intern};
use super::page::{Page, PageQuery};
use super::upload::{Limits, spool};
use crate::app::App;
use crate::flow::imports::{self as flow, DecideError, Decision, SendError, Sent};
use crate::store::{Tx, accounts, imports};
use axum::body::Body;
use axum::extract::State;
use axum::http::StatusCode;
use domain::id::ImportId;
use domain::import::{ImportKind, ImportState, RowState, lists_of};
use domain::reason::Reason;
use domain::text::{Name, Note};
use serde::Deserialize;
use std::io::{Read, Seek};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
pub use view::{ImportRowView, ImportView};

const LIMITS: Limits = Limits { field: "file", most: sheets::MOST_BYTES, too_large: "file_too_large", too_slow: "file_too_slow" };

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SendQuery {
    #[param(inline)]
    pub kind: ImportKind,
    /// What the file is called, for people to find it again.
    #[param(value_type = String, max_length = 200)]
    pub name: Name,
}

/// Sends a list as an XLSX or CSV file of at most 10 MB and 10,000 rows. Its rows are read and stored; nothing is made of them yet.
#[utoipa::path(post, path = "/imports", tag = "imports", params(SendQuery),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = ImportView), (status = 403, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn send(
    State(app): State<App>,
    auth: Auth,
    Query(query): Query<SendQuery>,
    body: Body,
) -> Result<(StatusCode, axum::Json<ImportView>), ApiError> {
    // Nobody sends ten megabytes to be told afterwards that it was not for them to send.
    let owner = query.kind.may_send(&auth)?;
    flow::may_send_one_more(&app, &Tx::read(&app.db).await?, owner).await?;
    let mut file = match spool(body, LIMITS).await {
        // A line that was too slow or broke is nobody's fault.
        Err(ApiError::Invalid(errors)) if errors.iter().any(|error| error.code == LIMITS.too_large) => {
            flow::refused(&app, owner).await?;
            return Err(ApiError::Invalid(errors));
        }
        file => file?,
    };
    let bytes = tokio::task::spawn_blocking(move || {
        let mut bytes = Vec::new();
        file.rewind()?;
        file.read_to_end(&mut bytes).map(|_| bytes)
    });
    let bytes = bytes.await.map_err(|error| ApiError::Internal(error.into()))?.map_err(|error| ApiError::Internal(error.into()))?;
    let sent = Sent { kind: query.kind, owner, by: auth.user, file_name: query.name.to_string(), bytes };
    let id = flow::send(&app, sent).await?;
    Ok((StatusCode::CREATED, show(State(app), auth, Path(id)).await?))
}

impl From<SendError> for ApiError {
    fn from(error: SendError) -> Self {
        match error {
            SendError::File(error) => Self::field("file", intern(&error.to_string())),
            SendError::Enough { seconds } => Self::TooMany { code: "lists_of_the_day", seconds },
            SendError::Store(error) => error.into(),
            SendError::Other(error) => error.into(),
        }
    }
}

/// The own organisation's lists, or the office's for its officers, newest first.
#[utoipa::path(get, path = "/imports", tag = "imports", params(PageQuery),
    responses((status = 200, body = Page<ImportView>), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn list(State(app): State<App>, auth: Auth, Query(query): Query<PageQuery>) -> Result<axum::Json<Page<ImportView>>, ApiError> {
    let slice = query.slice()?;
    let tx = Tx::read(&app.db).await?;
    let rows = imports::list(&tx, lists_of(&auth)?, slice).await?;
    let page = Page::cut(rows, slice.limit, |import| import.id.into());
    let names = accounts::user_names(&tx, page.items.iter().map(|import| import.sent_by)).await?;
    Ok(axum::Json(page.map(|import| ImportView::new(import, &names))))
}

/// One list, with how many of its rows stand how.
#[utoipa::path(get, path = "/imports/{id}", tag = "imports", params(("id" = ImportId, Path)),
    responses((status = 200, body = ImportView), (status = 404, body = Problem)))]
pub async fn show(State(app): State<App>, auth: Auth, Path(id): Path<ImportId>) -> Result<axum::Json<ImportView>, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let import = imports::get(&tx, lists_of(&auth).ok(), id).await?;
    let names = accounts::user_names(&tx, [import.sent_by]).await?;
    Ok(axum::Json(ImportView::new(import, &names)))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RowQuery {
    #[param(inline)]
    pub state: Option<RowState>,
    /// The `next` of the page before.
    pub after: Option<Uuid>,
    /// How many, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u64>,
}

/// The rows of a list in the order of the file.
#[utoipa::path(get, path = "/imports/{id}/rows", tag = "imports", params(("id" = ImportId, Path), RowQuery),
    responses((status = 200, body = Page<ImportRowView>), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn rows(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<ImportId>,
    Query(query): Query<RowQuery>,
) -> Result<axum::Json<Page<ImportRowView>>, ApiError> {
    let slice = PageQuery { after: query.after, limit: query.limit }.slice()?;
    let tx = Tx::read(&app.db).await?;
    let import = imports::get(&tx, lists_of(&auth).ok(), id).await?;
    let rows = imports::rows(&tx, import.id, query.state, slice).await?;
    Ok(axum::Json(Page::cut(rows, slice.limit, |row| row.id.into()).map(ImportRowView::from)))
}

/// What stands in a cell now.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CellText {
    /// A column's stable name.
    #[schema(value_type = String, max_length = 200)]
    pub column: Name,
    pub text: Note,
}

impl From<CellText> for (String, Note) {
    fn from(cell: CellText) -> Self {
        (cell.column.to_string(), cell.text)
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeRow {
    /// Cells that a person wrote in; none to take the row as it stands.
    #[schema(max_items = 100)]
    pub cells: Vec<CellText>,
}

/// More than a list has columns.
const MOST_CELLS: usize = 100;

fn texts(cells: Vec<CellText>, field: &'static str) -> Result<Vec<(String, Note)>, ApiError> {
    if cells.len() > MOST_CELLS {
        return Err(ApiError::field(field, "too_many_cells"));
    }
    Ok(cells.into_iter().map(<(String, Note)>::from).collect())
}

/// Reads a row again as a person corrected it, and takes it if nothing is in doubt any more. What other rows say is then no doubt.
#[utoipa::path(put, path = "/imports/{id}/rows/{number}", tag = "imports",
    params(("id" = ImportId, Path), ("number" = u32, Path, description = "As the spreadsheet program numbers it")), request_body = TakeRow,
    responses((status = 200, body = ImportRowView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn decide(
    State(app): State<App>,
    auth: Auth,
    Path((id, number)): Path<(ImportId, u32)>,
    Json(body): Json<TakeRow>,
) -> Result<axum::Json<ImportRowView>, ApiError> {
    let decision = Decision::Take(texts(body.cells, "cells")?);
    Ok(axum::Json(flow::decide(&app, &auth, id, number, decision).await?.into()))
}

/// Leaves a row out. It can be taken again until the list is made.
#[utoipa::path(post, path = "/imports/{id}/rows/{number}/leave", tag = "imports",
    params(("id" = ImportId, Path), ("number" = u32, Path)),
    responses((status = 200, body = ImportRowView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn leave(
    State(app): State<App>,
    auth: Auth,
    Path((id, number)): Path<(ImportId, u32)>,
) -> Result<axum::Json<ImportRowView>, ApiError> {
    Ok(axum::Json(flow::decide(&app, &auth, id, number, Decision::Leave).await?.into()))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListDefaults {
    #[schema(max_items = 100)]
    pub values: Vec<CellText>,
}

/// Gives every row one value for a column that the list does not have, and reads the rows that wait again.
#[utoipa::path(post, path = "/imports/{id}/defaults", tag = "imports", params(("id" = ImportId, Path)), request_body = ListDefaults,
    responses((status = 200, body = ImportView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn set_defaults(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<ImportId>,
    Json(body): Json<ListDefaults>,
) -> Result<axum::Json<ImportView>, ApiError> {
    flow::set_defaults(&app, &auth, id, texts(body.values, "values")?).await?;
    show(State(app), auth, Path(id)).await
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MakeList {
    /// For the office: why the organisations or certificates of the list are verified at once. Without it they wait for the office.
    #[serde(default)]
    pub verify_because: Option<Reason>,
}

/// Makes what was taken: each row becomes one post, organisation or certificate, also when this is asked twice. A long list goes on after
/// the answer; how far it is stands in the list.
#[utoipa::path(post, path = "/imports/{id}/make", tag = "imports", params(("id" = ImportId, Path)), request_body = MakeList,
    responses((status = 200, body = ImportView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn make(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<ImportId>,
    Json(body): Json<MakeList>,
) -> Result<axum::Json<ImportView>, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let import = imports::get(&tx, lists_of(&auth).ok(), id).await?;
    import.kind.may_decide(&auth, import.owner)?;
    drop(tx);
    if body.verify_because.is_some() && !import.kind.is_of_office() {
        return Err(ApiError::field("verify_because", "only_for_office_lists"));
    }
    match import.state {
        ImportState::Reading => return Err(ApiError::conflict("import_busy")),
        ImportState::Ready | ImportState::Making => flow::start(&app, &import, body.verify_because, auth.user).await?,
        ImportState::Done => {}
    }
    show(State(app), auth, Path(id)).await
}

impl From<DecideError> for ApiError {
    fn from(error: DecideError) -> Self {
        match error {
            DecideError::Store(error) => error.into(),
            DecideError::Denied(denied) => denied.into(),
            DecideError::Invalid(fault) => fault.into(),
            DecideError::Busy => Self::conflict("import_busy"),
            DecideError::Settled => Self::conflict("row_settled"),
        }
    }
}
