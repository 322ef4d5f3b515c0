//! The rows of the list that comes with the program.
use super::{Product, Variety};
use crate::reference::rows;
use domain::quantity::Kg;
use domain::season::Season;
use domain::unit::TradeUnit;
use domain::variety::FreightClass;
use serde::Deserialize;

/// Each with its number in a round: its place in the list.
pub fn products() -> Vec<Product> {
    let numbered = rows::<ProductRow>("products.csv", include_str!("../../../../../data/products.csv")).into_iter().zip(0..);
    let product =
        |(ProductRow { slug, name_vi, name_en, freight_class }, number)| Product { slug, name_vi, name_en, freight_class, number };
    numbered.map(product).collect()
}

/// Each with its number in a round: its place in the list.
pub fn varieties() -> Vec<Variety> {
    let numbered = rows::<VarietyRow>("varieties.csv", include_str!("../../../../../data/varieties.csv")).into_iter().zip(0..);
    numbered.map(|(row, number)| row.variety(number)).collect()
}

#[derive(Deserialize)]
struct ProductRow {
    slug: String,
    name_vi: String,
    name_en: String,
    freight_class: FreightClass,
}

#[derive(Deserialize)]
struct VarietyRow {
    slug: String,
    name_vi: String,
    name_en: String,
    category: String,
    product_slug: String,
    /// Tonnes from a hectare in a good year, of a crop that is reckoned so.
    yield_max: Option<f64>,
    harvest_months: String,
    farmgate_min: Option<i64>,
    farmgate_max: Option<i64>,
    price_unit: String,
    unit: TradeUnit,
    unit_kg_min: Kg,
    unit_kg_max: Kg,
    gi_cao_phong: bool,
    synonyms: String,
}

impl VarietyRow {
    fn usual_price(&self) -> Option<i64> {
        let middle = i64::midpoint(self.farmgate_min?, self.farmgate_max?);
        if self.price_unit == "kg" {
            return Some(middle);
        }
        let grams = i64::midpoint(self.unit_kg_min.grams(), self.unit_kg_max.grams());
        (grams > 0).then(|| middle * 1000 / grams)
    }

    fn best_yield(&self) -> Option<u32> {
        let bears_once = ["citrus", "fruit"].contains(&self.category.as_str()) && !["dua-hau", "dua-luoi"].contains(&self.slug.as_str());
        self.yield_max.filter(|_| bears_once).and_then(kilograms)
    }

    fn variety(self, number: u32) -> Variety {
        let (usual_price, best_yield) = (self.usual_price(), self.best_yield());
        let mut also: Vec<String> = Vec::new();
        for name in self.synonyms.split(';').map(str::trim) {
            if !name.is_empty() && name != self.name_vi && also.iter().all(|known| known != name) {
                also.push(name.to_owned());
            }
        }
        Variety {
            season: Season::of_months(&self.harvest_months).unwrap_or_else(|| panic!("{}: months {}", self.slug, self.harvest_months)),
            slug: self.slug,
            product_slug: self.product_slug,
            name_vi: self.name_vi,
            name_en: self.name_en,
            also,
            unit: self.unit,
            unit_kg_min: self.unit_kg_min,
            unit_kg_max: self.unit_kg_max,
            resting: false,
            gi_cao_phong: self.gi_cao_phong,
            version: 0,
            number,
            usual_price,
            best_yield,
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a hectare yields a few tonnes")]
fn kilograms(tonnes: f64) -> Option<u32> {
    u32::try_from((tonnes * 1000.0).round() as i64).ok()
}
