//! Catalogue entries and places as people read them.
use crate::reference::catalogue;
use crate::reference::places::PLACES;
use domain::disclosure::{Field, Stage};
use domain::error::Faults;
use domain::place::CommuneCode;
use domain::product::Slug;
use serde::Serialize;
use std::borrow::Cow;
use utoipa::ToSchema;

/// A product or a variety, named in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Named {
    pub slug: String,
    pub name_vi: String,
    pub name_en: String,
}

impl Named {
    /// An unknown slug names itself: nothing of the catalogue is ever taken away, so none is met.
    fn new(slug: &str, names: Option<(&String, &String)>) -> Self {
        let own = slug.to_owned();
        let (name_vi, name_en) = names.unwrap_or((&own, &own));
        Self { slug: own.clone(), name_vi: name_vi.clone(), name_en: name_en.clone() }
    }

    pub fn variety(slug: &str) -> Self {
        Self::new(slug, catalogue::now().variety(slug).map(|variety| (&variety.name_vi, &variety.name_en)))
    }

    pub fn product(slug: &str) -> Self {
        Self::new(slug, catalogue::now().product(slug).map(|product| (&product.name_vi, &product.name_en)))
    }

    pub fn product_of(variety: &str) -> Self {
        Self::product(catalogue::now().variety(variety).map_or("", |variety| &variety.product_slug))
    }
}

/// A commune of today, with the district it mostly was before July 2025.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PlaceView {
    pub commune_code: String,
    pub commune: String,
    pub province: String,
    pub old_district: String,
}

impl PlaceView {
    /// Of somebody else's post: the district until the commune may be known.
    pub fn seen(code: CommuneCode, stage: Stage) -> Self {
        let whole = Self::of(code);
        let Self { commune_code, commune, province, old_district } = whole;
        let (commune_code, commune) = stage.show(Field::Commune, (commune_code, commune)).unwrap_or_default();
        let (province, old_district) = stage.show(Field::District, (province, old_district)).unwrap_or_default();
        Self { commune_code, commune, province, old_district }
    }

    pub fn of(code: CommuneCode) -> Self {
        let commune_code = code.to_string();
        let commune = PLACES.commune(&commune_code);
        Self {
            commune: commune.map(|commune| commune.name.clone()).unwrap_or_default(),
            province: commune.map(|commune| PLACES.province(&commune.province_code).to_owned()).unwrap_or_default(),
            old_district: commune.map(|commune| commune.old_district.clone()).unwrap_or_default(),
            commune_code,
        }
    }
}

/// A place that exists.
pub fn require_commune(faults: &mut Faults, field: impl Into<Cow<'static, str>>, code: CommuneCode) {
    faults.require(PLACES.commune(&code.to_string()).is_some(), field, "commune_unknown");
}

/// A variety of which something new may be posted; one that rests may stay where it stood before.
pub fn require_open_variety(faults: &mut Faults, field: impl Into<Cow<'static, str>>, slug: &Slug, before: &[Slug]) {
    let field = field.into();
    require_variety(faults, field.clone(), slug);
    faults.require(before.contains(slug) || !catalogue::now().rests(slug), field, "variety_resting");
}

/// A variety of the catalogue.
pub fn require_variety(faults: &mut Faults, field: impl Into<Cow<'static, str>>, slug: &Slug) {
    faults.require(catalogue::now().variety(slug.as_str()).is_some(), field, "variety_unknown");
}
