//! Lists that go out as files: an export is the template of an import, filled in.
mod office;

pub use office::{__path_office, office};

use super::error::{ApiError, Problem};
use super::extract::{Auth, Query, intern};
use crate::app::App;
use crate::flow::imports::{Listed, of_kind};
use crate::reference::catalogue;
use crate::store::Tx;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::account::Language;
use domain::day::TradeDay;
use domain::id::OrgId;
use domain::import::ImportKind;
use domain::policy::{Command, Target, allow};
use serde::Deserialize;
use sheets::{DemandRow, OfferRow, WriteError, write};
use utoipa::{IntoParams, ToSchema};

/// What sort of file.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FileFormat {
    #[default]
    Xlsx,
    Csv,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ExportQuery {
    #[param(inline)]
    pub kind: ImportKind,
    #[serde(default)]
    #[param(inline)]
    pub format: FileFormat,
    /// Of the headers and the words.
    #[serde(default = "vietnamese")]
    #[param(inline)]
    pub language: Language,
}

const fn vietnamese() -> Language {
    Language::Vi
}

/// The own organisation's open offers or demands, at most 10,000, in the form that can be imported again.
#[utoipa::path(get, path = "/exports", tag = "imports", params(ExportQuery),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn export(State(app): State<App>, auth: Auth, Query(query): Query<ExportQuery>) -> Result<Response, ApiError> {
    // It shows reserve prices, like a list that was sent in.
    allow(&auth, Command::ReadImport, Target::own(&auth))?;
    let org = auth.org().ok_or(ApiError::Forbidden("forbidden"))?;
    let bytes = match query.kind {
        ImportKind::Offers => posts::<OfferRow>(&app, org, &query).await?,
        ImportKind::Demands => posts::<DemandRow>(&app, org, &query).await?,
        // The office's lists have an address of their own.
        ImportKind::Organisations | ImportKind::Certificates => return Err(ApiError::Forbidden("forbidden")),
    };
    file(bytes, query.format, name(query.kind))
}

async fn posts<R: Listed>(app: &App, org: OrgId, query: &ExportQuery) -> Result<Vec<u8>, ApiError> {
    let today = app.env.today();
    let tx = Tx::read(&app.db).await?;
    let rows: Vec<R> = R::open(&tx, org, today).await?.into_iter().map(|(_, row)| row).collect();
    drop(tx);
    let (format, language) = (query.format, query.language);
    written(move || match format {
        FileFormat::Xlsx => write::xlsx(&rows, catalogue::now().lookups(), language, today),
        FileFormat::Csv => write::csv(&rows, catalogue::now().lookups(), language),
    })
    .await
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TemplateQuery {
    #[param(inline)]
    pub kind: ImportKind,
    #[serde(default = "vietnamese")]
    #[param(inline)]
    pub language: Language,
}

/// An empty list to fill in, and beside it one that shows how.
#[utoipa::path(get, path = "/exports/template", tag = "imports", params(TemplateQuery),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn template(State(app): State<App>, auth: Auth, Query(query): Query<TemplateQuery>) -> Result<Response, ApiError> {
    if query.kind.is_of_office() {
        allow(&auth, Command::KeepOfficeLists, Target::Whole)?;
    } else {
        allow(&auth, Command::ReadImport, Target::own(&auth))?;
    }
    let bytes = of_kind!(query.kind, await empty(query.language, app.env.today()))?;
    file(bytes, FileFormat::Xlsx, name(query.kind))
}

async fn empty<R: Listed>(language: Language, today: TradeDay) -> Result<Vec<u8>, ApiError> {
    written(move || write::template::<R>(language, today)).await
}

/// A workbook of ten thousand rows takes a moment that the other requests need not wait.
async fn written(work: impl FnOnce() -> Result<Vec<u8>, WriteError> + Send + 'static) -> Result<Vec<u8>, ApiError> {
    match tokio::task::spawn_blocking(work).await.map_err(|error| ApiError::Internal(error.into()))? {
        Ok(bytes) => Ok(bytes),
        Err(error @ WriteError::TooManyRows) => Err(ApiError::field("kind", intern(&error.to_string()))),
        Err(error @ WriteError::NotWritten) => Err(ApiError::Internal(error.into())),
    }
}

const fn name(kind: ImportKind) -> &'static str {
    match kind {
        ImportKind::Offers => "nguon-hang",
        ImportKind::Demands => "nhu-cau",
        ImportKind::Organisations => "to-chuc",
        ImportKind::Certificates => "giay-chung-nhan",
    }
}

fn file(bytes: Vec<u8>, format: FileFormat, name: &str) -> Result<Response, ApiError> {
    let (media, ending) = match format {
        FileFormat::Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        FileFormat::Csv => ("text/csv; charset=utf-8", "csv"),
    };
    let place = format!("attachment; filename=\"{name}.{ending}\"");
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_str(&place).map_err(|error| ApiError::Internal(error.into()))?);
    // A phone is shared: nothing of it stays in the browser.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok((headers, bytes).into_response())
}
