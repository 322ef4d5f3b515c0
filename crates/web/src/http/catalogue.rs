//! What can be traded and where: the same for everybody, signed in or not.
use super::error::ApiError;
use super::extract::Query;
use crate::reference::catalogue::{CATALOGUE, Variety};
use crate::reference::places::{Commune, PLACES};
use axum::Json;
use domain::product::CertKind;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

#[derive(Debug, Serialize, ToSchema)]
pub struct CatalogueView {
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
    /// Months of harvest, such as `10-12`; ranges may pass the new year.
    pub harvest_months: String,
    /// What one of it is called where it is not sold by the kg.
    pub unit: String,
    pub unit_kg_min: f64,
    pub unit_kg_max: f64,
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
            harvest_months: variety.harvest_months.clone(),
            unit: variety.unit.clone(),
            unit_kg_min: variety.unit_kg_min,
            unit_kg_max: variety.unit_kg_max,
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

/// Every product with its varieties, and the kinds of certificate.
#[utoipa::path(get, path = "/catalogue", tag = "catalogue", responses((status = 200, body = CatalogueView)))]
pub async fn show() -> Json<CatalogueView> {
    let products = CATALOGUE
        .products
        .iter()
        .map(|product| ProductView {
            slug: product.slug.clone(),
            name_vi: product.name_vi.clone(),
            name_en: product.name_en.clone(),
            varieties: CATALOGUE.of_product(&product.slug).map(VarietyView::from).collect(),
        })
        .collect();
    let certificate_kinds = CATALOGUE
        .kinds
        .iter()
        .filter_map(|row| Some(KindView { kind: row.kind.parse().ok()?, name_vi: row.name_vi.clone(), name_en: row.name_en.clone() }))
        .collect();
    Json(CatalogueView { products, certificate_kinds })
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
        if self.q.chars().count() <= 100 { Ok(&self.q) } else { Err(ApiError::field("q", "text_too_long")) }
    }
}

const MOST_FOUND: usize = 12;

#[derive(Debug, Serialize, ToSchema)]
pub struct VarietiesFound {
    pub items: Vec<VarietyView>,
}

/// Varieties by name, synonym or part of it; exact spelling first.
#[utoipa::path(get, path = "/catalogue/search", tag = "catalogue", params(Typed), responses((status = 200, body = VarietiesFound)))]
pub async fn search(Query(typed): Query<Typed>) -> Result<Json<VarietiesFound>, ApiError> {
    let items = CATALOGUE.search(typed.text()?, MOST_FOUND).into_iter().map(VarietyView::from).collect();
    Ok(Json(VarietiesFound { items }))
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
