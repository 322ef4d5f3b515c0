//! An open demand as those who trade here may see it.
use crate::http::demands::PreferenceView;
use crate::http::names::{Named, PlaceView};
use crate::store::demands::HeldDemand;
use domain::day::Window;
use domain::disclosure::{Field, Stage};
use domain::dues::DueTerms;
use domain::id::DemandId;
use domain::product::{CertKinds, Grade, Quality};
use domain::quantity::Kg;
use domain::search::Goods;
use serde::Serialize;
use utoipa::ToSchema;

/// An open demand without its price, its owner or its exact place.
#[derive(Debug, Serialize, ToSchema)]
pub struct MarketDemand {
    pub id: DemandId,
    pub product: Named,
    /// Any variety of the product when empty.
    pub varieties: Vec<Named>,
    pub min_grade: Grade,
    /// What it requires beyond the grade.
    #[serde(skip_serializing_if = "Quality::is_empty")]
    pub quality: Quality,
    /// Rounded down to 100 kg.
    pub kg_left: Kg,
    /// From the first open week to the end of the last.
    pub window: Option<Window>,
    pub old_district: String,
    pub province: String,
    /// By road from the commune of whoever looks.
    pub distance_km: Option<u32>,
    /// Kinds of papers it asks for.
    pub certificates: CertKinds,
    /// What it pays more for; how much stays between its buyer and whoever it is matched with.
    pub preferred: Vec<PreferenceView>,
    /// What it pays ahead and keeps back, to be known before any deal.
    pub dues: DueTerms,
}

impl MarketDemand {
    pub fn new(held: &HeldDemand, goods: &Goods, stage: Stage) -> Self {
        let terms = &held.demand.terms;
        let PlaceView { old_district, province, .. } = PlaceView::seen(terms.delivery_commune, stage);
        let ends = goods.windows.first().zip(goods.windows.last());
        Self {
            id: held.demand.id,
            product: Named::product(terms.product.as_str()),
            varieties: terms.varieties.iter().map(|slug| Named::variety(slug.as_str())).collect(),
            min_grade: terms.min_grade,
            quality: stage.show(Field::Goods, terms.quality.clone()).unwrap_or_default(),
            kg_left: goods.left,
            window: ends.map(|(first, last)| Window { from: first.from, to: last.to }),
            old_district,
            province,
            distance_km: goods.km,
            certificates: stage.show(Field::PaperKinds, terms.certificates).unwrap_or_default(),
            dues: stage.show(Field::Demand, terms.dues).unwrap_or_default(),
            preferred: stage
                .show(Field::PaperKinds, terms.preferred.iter().map(|row| PreferenceView::new(row.clone(), false)).collect())
                .unwrap_or_default(),
        }
    }
}
