//! What can be traded and where: the same for everybody, signed in or not.
pub mod grades;
pub mod office;
pub mod requests;

use super::error::ApiError;
use super::extract::Query;
use super::words;
use crate::auth::digest;
use crate::reference::catalogue::{self, Kind, Product, Variety};
use crate::reference::places::{Commune, PLACES};
use axum::Json;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::product::CertKind;
use domain::quantity::Kg;
use domain::season::Season;
use domain::unit::TradeUnit;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

#[derive(Debug, Serialize, ToSchema)]
pub struct CatalogueView {
    /// Changes with every change of what stands here; it is the answer's `ETag` too.
    pub version: String,
    #[serde(flatten)]
    pub list: CatalogueList,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CatalogueList {
    pub products: Vec<ProductView>,
    pub certificate_kinds: Vec<KindView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ProductView {
    pub slug: String,
    pub name_vi: String,
    pub name_en: String,
    pub varieties: Vec<VarietyView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct VarietyView {
    pub slug: String,
    pub product: String,
    pub name_vi: String,
    pub name_en: String,
    /// What else people call it.
    pub also: Vec<String>,
    /// Weeks of harvest.
    pub season: Season,
    /// What one of it is called where it is not sold by the kg.
    pub unit: TradeUnit,
    pub unit_kg_min: Kg,
    pub unit_kg_max: Kg,
    /// Nothing new is posted of it.
    pub resting: bool,
    /// One of the four varieties of the Cao Phong geographical indication.
    pub gi_cao_phong: bool,
}

impl From<&Variety> for VarietyView {
    fn from(variety: &Variety) -> Self {
        Self {
            slug: variety.slug.clone(),
            product: variety.product_slug.clone(),
            name_vi: variety.name_vi.clone(),
            name_en: variety.name_en.clone(),
            also: variety.also.clone(),
            season: variety.season,
            unit: variety.unit,
            unit_kg_min: variety.unit_kg_min,
            unit_kg_max: variety.unit_kg_max,
            resting: variety.resting,
            gi_cao_phong: variety.gi_cao_phong,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct KindView {
    pub kind: CertKind,
    pub name_vi: String,
    pub name_en: String,
}

impl CatalogueView {
    fn now() -> anyhow::Result<Self> {
        let catalogue = catalogue::now();
        let product = |product: &Product| ProductView {
            slug: product.slug.clone(),
            name_vi: product.name_vi.clone(),
            name_en: product.name_en.clone(),
            varieties: catalogue.of_product(&product.slug).map(VarietyView::from).collect(),
        };
        let kind = |row: &Kind| Some(KindView { kind: row.kind.parse().ok()?, name_vi: row.name_vi.clone(), name_en: row.name_en.clone() });
        let list = CatalogueList {
            products: catalogue.products.iter().map(product).collect(),
            certificate_kinds: catalogue.kinds.iter().filter_map(kind).collect(),
        };
        let mut version = digest(&serde_json::to_string(&list)?);
        version.truncate(16);
        Ok(Self { version, list })
    }
}

/// Every product with its varieties, those that rest too, and the kinds of certificate. A phone keeps it: asked again with
/// `If-None-Match`, the answer is empty while nothing changed.
#[utoipa::path(get, path = "/catalogue", tag = "catalogue",
    params(("if-none-match" = Option<String>, Header, description = "The ETag of what is kept")),
    responses((status = 200, body = CatalogueView), (status = 304, description = "What is kept is right")))]
pub async fn show(headers: HeaderMap) -> Result<Response, ApiError> {
    let view = CatalogueView::now()?;
    let tag = format!("\"{}\"", view.version);
    let keep = [(header::ETAG, tag.clone()), (header::CACHE_CONTROL, "no-cache".to_owned())];
    // A layer that packs the answer may have marked the tag as weak.
    let same = |kept: &str| kept.split(',').any(|kept| kept.trim().trim_start_matches("W/") == tag);
    let kept = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).is_some_and(same);
    Ok(if kept { (StatusCode::NOT_MODIFIED, keep).into_response() } else { (keep, Json(view)).into_response() })
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Typed {
    /// What was typed; marks may be left out.
    #[param(max_length = 100)]
    pub q: String,
}

impl Typed {
    fn text(&self) -> Result<&str, ApiError> {
        Ok(words::typed("q", Some(&self.q))?.unwrap_or_default())
    }
}

const MOST_FOUND: usize = 12;

#[derive(Debug, Serialize, ToSchema)]
pub struct VarietiesFound {
    pub items: Vec<VarietyView>,
}

/// Varieties by name, synonym or part of it; exact spelling first. Those that rest are left out.
#[utoipa::path(get, path = "/catalogue/search", tag = "catalogue", params(Typed), responses((status = 200, body = VarietiesFound)))]
pub async fn search(Query(typed): Query<Typed>) -> Result<Json<VarietiesFound>, ApiError> {
    let catalogue = catalogue::now();
    let found = catalogue.search(typed.text()?, usize::MAX).into_iter().filter(|variety| !variety.resting);
    Ok(Json(VarietiesFound { items: found.take(MOST_FOUND).map(VarietyView::from).collect() }))
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CommuneView {
    pub code: String,
    pub name: String,
    pub province: String,
    /// The districts it was made of, most of it first.
    pub old_districts: Vec<OldDistrictView>,
}

#[derive(Debug, PartialEq, Serialize, ToSchema)]
pub struct OldDistrictView {
    pub code: String,
    pub name: String,
    pub province: String,
}

impl From<&Commune> for CommuneView {
    fn from(commune: &Commune) -> Self {
        let mut old_districts: Vec<OldDistrictView> = Vec::new();
        for legacy in &commune.legacy {
            let view =
                OldDistrictView { code: legacy.district_code.clone(), name: legacy.district.clone(), province: legacy.province.clone() };
            if !old_districts.contains(&view) {
                old_districts.push(view);
            }
        }
        old_districts.sort_by_key(|district| district.name != commune.old_district);
        Self {
            code: commune.code.clone(),
            name: commune.name.clone(),
            province: PLACES.province(&commune.province_code).to_owned(),
            old_districts,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CommunesFound {
    pub items: Vec<CommuneView>,
}

/// Communes of today by their name, an old commune's name or an old district's.
#[utoipa::path(get, path = "/places/communes", tag = "catalogue", params(Typed), responses((status = 200, body = CommunesFound)))]
pub async fn communes(Query(typed): Query<Typed>) -> Result<Json<CommunesFound>, ApiError> {
    Ok(Json(CommunesFound { items: PLACES.search(typed.text()?, MOST_FOUND).into_iter().map(CommuneView::from).collect() }))
}
