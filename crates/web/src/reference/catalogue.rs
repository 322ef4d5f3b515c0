//! Products and their varieties, and the kinds of certificate.
use super::{rows, search};
use domain::product::CertKind;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

#[derive(Debug)]
pub struct Catalogue {
    pub products: Vec<Product>,
    pub varieties: Vec<Variety>,
    pub kinds: Vec<Kind>,
    by_slug: BTreeMap<String, usize>,
    names: Vec<(usize, search::Name)>,
}

#[derive(Debug, Deserialize)]
pub struct Product {
    pub slug: String,
    pub name_vi: String,
    pub name_en: String,
    /// Which row of the freight table carries it.
    pub freight_class: String,
}

#[derive(Debug, Deserialize)]
pub struct Variety {
    pub slug: String,
    pub name_vi: String,
    pub name_en: String,
    pub category: String,
    pub product_slug: String,
    pub harvest_months: String,
    pub farmgate_min: Option<i64>,
    pub farmgate_max: Option<i64>,
    pub price_unit: String,
    pub unit: String,
    pub unit_kg_min: f64,
    pub unit_kg_max: f64,
    /// Tonnes from a hectare in a good year, of a crop that is reckoned so.
    pub yield_max: Option<f64>,
    pub gi_cao_phong: bool,
    pub synonyms: String,
}

impl Variety {
    /// The middle of the usual farm-gate prices, by the kilogram also where the trade counts pieces or litres.
    pub fn usual_price(&self) -> Option<i64> {
        let middle = i64::midpoint(self.farmgate_min?, self.farmgate_max?);
        if self.price_unit == "kg" {
            return Some(middle);
        }
        let grams = grams(f64::midpoint(self.unit_kg_min, self.unit_kg_max));
        (grams > 0).then(|| middle * 1000 / grams)
    }
}

impl Variety {
    /// The best usual yield in kilograms from a hectare in a year. Trees bear once; of what is sown several times a year nobody can
    /// say how often.
    pub fn best_yield(&self) -> Option<u32> {
        let bears_once = ["citrus", "fruit"].contains(&self.category.as_str()) && !["dua-hau", "dua-luoi"].contains(&self.slug.as_str());
        self.yield_max.filter(|_| bears_once).and_then(|tonnes| u32::try_from(grams(tonnes)).ok())
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a piece weighs a few kilograms, a hectare yields a few tonnes")]
fn grams(kg: f64) -> i64 {
    (kg * 1000.0).round() as i64
}

#[derive(Debug, Deserialize)]
pub struct Kind {
    pub kind: String,
    pub bit: u32,
    pub name_vi: String,
    pub name_en: String,
}

pub static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let varieties: Vec<Variety> = rows("varieties.csv", include_str!("../../../../data/varieties.csv"));
    let by_slug = varieties.iter().enumerate().map(|(at, variety)| (variety.slug.clone(), at)).collect();
    let names = varieties
        .iter()
        .enumerate()
        .flat_map(|(at, variety)| {
            let names: BTreeSet<&str> =
                [variety.name_vi.as_str(), variety.name_en.as_str()].into_iter().chain(variety.synonyms.split(';')).collect();
            names.into_iter().filter(|name| !name.is_empty()).map(move |name| (at, search::Name::new(name)))
        })
        .collect();
    Catalogue {
        products: rows("products.csv", include_str!("../../../../data/products.csv")),
        kinds: rows("certificate_kinds.csv", include_str!("../../../../data/certificate_kinds.csv")),
        varieties,
        by_slug,
        names,
    }
});

impl Catalogue {
    pub fn variety(&self, slug: &str) -> Option<&Variety> {
        self.by_slug.get(slug).and_then(|at| self.varieties.get(*at))
    }

    pub fn product(&self, slug: &str) -> Option<&Product> {
        self.products.iter().find(|product| product.slug == slug)
    }

    pub fn kind(&self, kind: CertKind) -> Option<&Kind> {
        self.kinds.iter().find(|row| row.kind == kind.code())
    }

    pub fn of_product<'a>(&'a self, product: &'a str) -> impl Iterator<Item = &'a Variety> {
        self.varieties.iter().filter(move |variety| variety.product_slug == product)
    }

    /// A product's place in the catalogue: its number in a round.
    pub fn product_number(&self, slug: &str) -> Option<u32> {
        self.products.iter().position(|product| product.slug == slug).and_then(|at| u32::try_from(at).ok())
    }

    /// A variety's place in the catalogue: its number in a round.
    pub fn variety_number(&self, slug: &str) -> Option<u32> {
        self.by_slug.get(slug).and_then(|at| u32::try_from(*at).ok())
    }

    /// Varieties that answer what was typed, best first; a word that names several lists them all.
    pub fn search(&self, typed: &str, limit: usize) -> Vec<&Variety> {
        search::best(&self.names, typed, limit).into_iter().filter_map(|at| self.varieties.get(at)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str) -> Vec<&'static str> {
        CATALOGUE.search(typed, 8).iter().map(|variety| variety.slug.as_str()).collect()
    }

    #[test]
    fn every_variety_has_its_product_and_a_freight_class() {
        assert_eq!(CATALOGUE.varieties.len(), 86);
        for variety in &CATALOGUE.varieties {
            let product = CATALOGUE.product(&variety.product_slug).unwrap_or_else(|| panic!("{}", variety.product_slug));
            assert!(["citrus", "fruit", "vegetable", "other"].contains(&product.freight_class.as_str()), "{}", product.slug);
        }
    }

    #[test]
    fn only_trees_have_a_yield_a_year() {
        let best = |slug: &str| CATALOGUE.variety(slug).unwrap().best_yield();
        assert_eq!([best("cam-canh"), best("buoi-dien"), best("rau-muong"), best("dua-hau")], [Some(25_000), Some(16_000), None, None]);
    }

    #[test]
    fn names_are_found_without_marks_and_exact_spelling_comes_first() {
        assert_eq!(found("cam cao phong")[0], "cam-long-vang-cs1");
        assert_eq!(found("quyt ngot")[0], "quyt-ngot-cao-phong");
        assert_eq!(found("Cam Sành")[0], "cam-sanh");
        assert_eq!(found("dau co ve")[0], "dau-co-ve");
        assert_eq!(found("ĐẬU CÔ VE")[0], "dau-co-ve");
        assert_eq!(found("bưởi đỏ")[0], "buoi-do-tan-lac");
        // Decomposed letters, as some keyboards send them.
        assert_eq!(found("cam sa\u{300}nh")[0], "cam-sanh");
        assert!(found("cam xã đoài").contains(&"cam-xa-doai-cao") && found("cam xã đoài").contains(&"cam-xa-doai-lun"));
        assert!(found("").is_empty() && found("xyzzy").is_empty());
    }

    #[test]
    fn marks_decide_between_names_that_fold_alike() {
        let (ca, first) = (found("cà"), found("ca"));
        assert!(ca[0].starts_with("ca-"), "{ca:?}");
        assert!(!first.is_empty());
    }
}
