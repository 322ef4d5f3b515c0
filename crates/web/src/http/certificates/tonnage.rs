//! What papers can grow beside what is sold: for the holder a bar, for the programme office the list of those who sell more.
use crate::app::App;
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, Query};
use crate::http::page::{Page, PageQuery};
use crate::reference::catalogue;
use crate::store::{Slice, StoreError, Tx, accounts, certificates};
use axum::extract::State;
use domain::certificate::{Certificate, Sold, Tonnage, season, tonnage};
use domain::day::{TradeDay, Window};
use domain::id::OrgId;
use domain::policy::{Command, Scope};
use domain::product::{CertKind, Slug};
use domain::quantity::Kg;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Papers of one kind whose varieties touch, together.
#[derive(Debug, Serialize, ToSchema)]
pub struct TonnageView {
    pub kind: CertKind,
    /// The numbers of the papers.
    pub numbers: Vec<String>,
    /// The whole site when empty.
    pub varieties: Vec<Slug>,
    pub can_grow: Kg,
    /// By area and the best usual yield, because a paper names none.
    pub reckoned: bool,
    pub offered: Kg,
    pub contracted: Kg,
    /// By how much the larger of the two exceeds what can grow.
    pub over: Kg,
}

impl From<Tonnage> for TonnageView {
    fn from(tonnage: Tonnage) -> Self {
        let over = tonnage.over();
        let Tonnage { kind, numbers, varieties, can_grow, reckoned, sold: Sold { offered, contracted } } = tonnage;
        Self { kind, numbers, varieties, can_grow, reckoned, offered, contracted, over }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SeasonTonnage {
    /// The crop year.
    pub season: Window,
    pub items: Vec<TonnageView>,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TonnageQuery {
    /// A day of the season; today when left out.
    pub on: Option<TradeDay>,
    /// For the office: whose papers.
    pub organisation: Option<OrgId>,
}

fn reckon(papers: &[Certificate], season: Window, sold: &BTreeMap<Slug, Sold>) -> Vec<Tonnage> {
    tonnage(papers, season, sold, |slug| catalogue::now().variety(slug.as_str())?.best_yield())
}

/// What the own papers can grow in a season, beside what is offered and under contract.
#[utoipa::path(get, path = "/certificates/tonnage", tag = "certificates", params(TonnageQuery),
    responses((status = 200, body = SeasonTonnage), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn show(State(app): State<App>, auth: Auth, Query(query): Query<TonnageQuery>) -> Result<axum::Json<SeasonTonnage>, ApiError> {
    let reach = auth.reach_of(Command::ReadCertificate, query.organisation)?;
    let today = app.env.today();
    let season = season(query.on.unwrap_or(today));
    let Scope::Org(org) = reach else { return Ok(axum::Json(SeasonTonnage { season, items: Vec::new() })) };
    let tx = Tx::read(&app.db).await?;
    let papers = certificates::verified(&tx, [org]).await?.remove(&org).unwrap_or_default();
    let sold = certificates::sold(&tx, Some(org), season, today).await?.remove(&org).unwrap_or_default();
    let items = reckon(&papers, season, &sold).into_iter().map(TonnageView::from).collect();
    Ok(axum::Json(SeasonTonnage { season, items }))
}

/// An organisation that sells more than its papers can grow.
#[derive(Debug, Serialize, ToSchema)]
pub struct Exceeding {
    pub organisation: OrgId,
    pub organisation_name: String,
    pub papers: Vec<TonnageView>,
}

/// Who offers or has under contract more than the papers can grow, in the season of today.
#[utoipa::path(get, path = "/officer/certificates/exceeding", tag = "officer", params(PageQuery),
    responses((status = 200, body = Page<Exceeding>), (status = 403, body = Problem)))]
pub async fn exceeding(
    State(app): State<App>,
    auth: Auth,
    Query(query): Query<PageQuery>,
) -> Result<axum::Json<Page<Exceeding>>, ApiError> {
    auth.reach(Command::VerifyCertificate)?;
    let slice = query.slice()?;
    let tx = Tx::read(&app.db).await?;
    let rows = beyond(&tx, app.env.today(), slice).await?;
    let page = Page::cut(rows, slice.limit, |(org, _)| (*org).into());
    let names = accounts::names(&tx, page.items.iter().map(|(org, _)| *org)).await?;
    Ok(axum::Json(page.map(|(organisation, papers)| Exceeding {
        organisation,
        organisation_name: names.get(&organisation).cloned().unwrap_or_default(),
        papers,
    })))
}

/// How many organisations' papers are read at once.
const CHUNK: usize = 200;

async fn beyond(tx: &Tx, today: TradeDay, slice: Slice<Uuid>) -> Result<Vec<(OrgId, Vec<TonnageView>)>, StoreError> {
    let season = season(today);
    let sold = certificates::sold(tx, None, season, today).await?;
    let sellers: Vec<OrgId> = sold.keys().copied().filter(|org| slice.after.is_none_or(|after| Uuid::from(*org) > after)).collect();
    let wanted = usize::try_from(slice.limit).unwrap_or(usize::MAX).saturating_add(1);
    let mut found = Vec::new();
    for orgs in sellers.chunks(CHUNK) {
        for (org, papers) in certificates::verified(tx, orgs.iter().copied()).await? {
            let Some(sold) = sold.get(&org) else { continue };
            let over: Vec<_> = reckon(&papers, season, sold).into_iter().filter(Tonnage::exceeds).map(TonnageView::from).collect();
            if !over.is_empty() {
                found.push((org, over));
            }
        }
        if found.len() >= wanted {
            break;
        }
    }
    found.truncate(wanted);
    Ok(found)
}
