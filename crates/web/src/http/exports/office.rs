//! The programme office's lists: every organisation, and every certificate with its holder.
use super::{FileFormat, file, vietnamese, written};
use crate::app::App;
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, Query};
use crate::reference::catalogue;
use crate::store::{Slice, StoreError, Tx, accounts, certificates};
use axum::extract::State;
use axum::response::Response;
use domain::account::{Language, Organisation};
use domain::certificate::Certificate;
use domain::id::OrgId;
use domain::import::ImportKind;
use domain::policy::{Command, Scope, Target, allow};
use serde::Deserialize;
use sheets::{CertificateRow, MOST_ROWS, OrganisationRow, Owner, Record, write};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OfficeList {
    Organisations,
    Certificates,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct OfficeExportQuery {
    #[param(inline)]
    pub kind: OfficeList,
    #[serde(default)]
    #[param(inline)]
    pub format: FileFormat,
    /// Of the headers and the words.
    #[serde(default = "vietnamese")]
    #[param(inline)]
    pub language: Language,
}

/// All organisations or all certificates, oldest first, at most 10,000.
#[utoipa::path(get, path = "/officer/exports", tag = "officer", params(OfficeExportQuery),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn office(State(app): State<App>, auth: Auth, Query(query): Query<OfficeExportQuery>) -> Result<Response, ApiError> {
    allow(&auth, Command::ListOrganisations, Target::Whole)?;
    let tx = Tx::read(&app.db).await?;
    let organisations = organisations(&tx).await?;
    let (bytes, name) = match query.kind {
        OfficeList::Organisations => {
            let rows = organisations.into_iter().map(|org| OrganisationRow { profile: org.profile }).collect();
            drop(tx);
            (list::<OrganisationRow>(&app, rows, &query).await?, super::name(ImportKind::Organisations))
        }
        OfficeList::Certificates => {
            let certificates = papers(&tx).await?;
            drop(tx);
            let holders = organisations.into_iter().map(|org| (org.id, org)).collect();
            let rows = certificates.into_iter().map(|certificate| paper(certificate, &holders)).collect();
            (list::<CertificateRow>(&app, rows, &query).await?, super::name(ImportKind::Certificates))
        }
    };
    file(bytes, query.format, name)
}

async fn list<R: Record + Send + 'static>(app: &App, rows: Vec<R>, query: &OfficeExportQuery) -> Result<Vec<u8>, ApiError> {
    let (format, language, today) = (query.format, query.language, app.env.today());
    written(move || match format {
        FileFormat::Xlsx => write::xlsx(&rows, catalogue::now().lookups(), language, today),
        FileFormat::Csv => write::csv(&rows, catalogue::now().lookups(), language),
    })
    .await
}

/// One more than a list holds, so that the writer can say that it is too long.
const WHOLE: Slice<Uuid> = Slice { after: None, limit: MOST_ROWS as u64 };

async fn organisations(tx: &Tx) -> Result<Vec<Organisation>, StoreError> {
    accounts::list_organisations(tx, &accounts::Filter::default(), WHOLE).await
}

async fn papers(tx: &Tx) -> Result<Vec<Certificate>, StoreError> {
    certificates::list(tx, Scope::All, None, WHOLE).await
}

fn paper(certificate: Certificate, holders: &BTreeMap<OrgId, Organisation>) -> CertificateRow {
    let holder = holders.get(&certificate.org).map(|org| &org.profile);
    let holder = holder.map(|profile| Owner { tax_code: profile.tax_code.clone(), name: Some(profile.name.clone()) });
    CertificateRow { holder: holder.unwrap_or_default(), terms: certificate.terms }
}
