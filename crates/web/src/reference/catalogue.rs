//! Products and their varieties, and the kinds of certificate: the list that comes with the program, and over it what the
//! programme office changed and added. One process serves an instance, so the list in force is kept here, whole; a change puts
//! a new one in its place, and whoever reads holds the one they began with.
mod shipped;

use super::lookups;
use super::{rows, search};
use domain::product::{CertKind, Slug};
use domain::quantity::Kg;
use domain::season::Season;
use domain::unit::TradeUnit;
use domain::variety::{FreightClass, VarietyEntry, VarietyTerms};
use serde::Deserialize;
use sheets::Lookups;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock, OnceLock, PoisonError, RwLock};

#[derive(Debug)]
pub struct Catalogue {
    pub products: Vec<Product>,
    pub varieties: Vec<Variety>,
    pub kinds: Vec<Kind>,
    by_slug: BTreeMap<String, usize>,
    names: Vec<(usize, search::Name)>,
    /// What lies over the list that came with the program.
    written: Written,
    /// The same as the reading of lists looks it up; made when it is first asked for.
    lookups: OnceLock<Lookups>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    pub slug: String,
    pub name_vi: String,
    pub name_en: String,
    /// Which row of the freight table carries it.
    pub freight_class: FreightClass,
    /// Its number in a round, which stays.
    pub number: u32,
}

#[derive(Debug, Clone)]
pub struct Variety {
    pub slug: String,
    pub product_slug: String,
    pub name_vi: String,
    pub name_en: String,
    pub also: Vec<String>,
    pub season: Season,
    pub unit: TradeUnit,
    pub unit_kg_min: Kg,
    pub unit_kg_max: Kg,
    /// Nothing new is posted of it.
    pub resting: bool,
    pub gi_cao_phong: bool,
    /// How often the office changed it.
    pub version: i64,
    /// Its number in a round, which stays.
    number: u32,
    usual_price: Option<i64>,
    best_yield: Option<u32>,
}

impl Variety {
    /// The middle of the usual farm-gate prices, by the kilogram also where the trade counts pieces or litres.
    pub const fn usual_price(&self) -> Option<i64> {
        self.usual_price
    }

    /// The best usual yield in kilograms from a hectare in a year. Trees bear once; of what is sown several times a year nobody can
    /// say how often.
    pub const fn best_yield(&self) -> Option<u32> {
        self.best_yield
    }

    /// As the office's form holds it.
    pub fn entry(&self) -> anyhow::Result<VarietyEntry> {
        let also = self.also.iter().map(|name| name.parse()).collect::<Result<_, _>>()?;
        let terms = VarietyTerms {
            product: self.product_slug.parse()?,
            name_vi: self.name_vi.parse()?,
            name_en: self.name_en.parse()?,
            also,
            season: self.season,
            unit: self.unit,
            unit_kg_min: self.unit_kg_min,
            unit_kg_max: self.unit_kg_max,
            resting: self.resting,
        };
        Ok(VarietyEntry { slug: self.slug.parse()?, terms, version: self.version })
    }

    fn take(&mut self, entry: VarietyEntry) {
        let VarietyTerms { product: _, name_vi, name_en, also, season, unit, unit_kg_min, unit_kg_max, resting } = entry.terms;
        (self.name_vi, self.name_en) = (name_vi.into(), name_en.into());
        self.also = also.into_iter().map(String::from).collect();
        (self.season, self.unit, self.unit_kg_min, self.unit_kg_max) = (season, unit, unit_kg_min, unit_kg_max);
        (self.resting, self.version) = (resting, entry.version);
    }
}

#[derive(Debug, Clone, Deserialize)]
pub struct Kind {
    pub kind: String,
    pub bit: u32,
    pub name_vi: String,
    pub name_en: String,
}

/// What the programme office wrote over the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    pub products: Vec<Product>,
    /// With the number of one that did not come with the program.
    pub varieties: Vec<(VarietyEntry, Option<u32>)>,
}

/// The list as it comes with the program.
pub static SHIPPED: LazyLock<Arc<Catalogue>> = LazyLock::new(|| Arc::new(Catalogue::with(Written::default())));
static CURRENT: LazyLock<RwLock<Arc<Catalogue>>> = LazyLock::new(|| RwLock::new(SHIPPED.clone()));

/// The list in force.
pub fn now() -> Arc<Catalogue> {
    CURRENT.read().unwrap_or_else(PoisonError::into_inner).clone()
}

/// From now on this is the list in force.
pub fn install(catalogue: Catalogue) {
    *CURRENT.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(catalogue);
}

impl Catalogue {
    /// The list that comes with the program, with what the office wrote over it.
    pub fn with(written: Written) -> Self {
        let products = shipped::products().into_iter().chain(written.products.iter().cloned()).collect();
        let mut varieties = shipped::varieties();
        let mut by_slug: BTreeMap<String, usize> = varieties.iter().enumerate().map(|(at, variety)| (variety.slug.clone(), at)).collect();
        for (entry, number) in written.varieties.iter().cloned() {
            if let Some(variety) = by_slug.get(entry.slug.as_str()).and_then(|at| varieties.get_mut(*at)) {
                variety.take(entry);
            } else if let Some(number) = number {
                by_slug.insert(entry.slug.to_string(), varieties.len());
                varieties.push(added(entry, number));
            }
        }
        let names = varieties
            .iter()
            .enumerate()
            .flat_map(|(at, variety)| {
                let own = [&variety.name_vi, &variety.name_en].into_iter();
                let names: BTreeSet<&String> = own.chain(&variety.also).collect();
                names.into_iter().map(move |name| (at, search::Name::new(name)))
            })
            .collect();
        let kinds = rows("certificate_kinds.csv", include_str!("../../../../data/certificate_kinds.csv"));
        Self { products, varieties, kinds, by_slug, names, written, lookups: OnceLock::new() }
    }

    /// Whether this is the list with just that written over it.
    pub fn is_with(&self, written: &Written) -> bool {
        self.written == *written
    }

    pub fn variety(&self, slug: &str) -> Option<&Variety> {
        self.by_slug.get(slug).and_then(|at| self.varieties.get(*at))
    }

    /// Whether nothing new is posted of it.
    pub fn rests(&self, slug: &Slug) -> bool {
        self.variety(slug.as_str()).is_some_and(|variety| variety.resting)
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

    /// The product of a number in a round.
    pub fn product_of_number(&self, number: u32) -> Option<&Product> {
        self.products.iter().find(|product| product.number == number)
    }

    pub fn product_number(&self, slug: &str) -> Option<u32> {
        self.product(slug).map(|product| product.number)
    }

    pub fn variety_number(&self, slug: &str) -> Option<u32> {
        self.variety(slug).map(|variety| variety.number)
    }

    /// Varieties that answer what was typed, best first; a word that names several lists them all.
    pub fn search(&self, typed: &str, limit: usize) -> Vec<&Variety> {
        search::best(&self.names, typed, limit).into_iter().filter_map(|at| self.varieties.get(at)).collect()
    }

    pub fn lookups(&self) -> &Lookups {
        self.lookups.get_or_init(|| lookups::of(self))
    }
}

fn added(entry: VarietyEntry, number: u32) -> Variety {
    let terms = &entry.terms;
    let mut variety = Variety {
        slug: entry.slug.to_string(),
        product_slug: terms.product.to_string(),
        name_vi: String::new(),
        name_en: String::new(),
        also: Vec::new(),
        season: terms.season,
        unit: terms.unit,
        unit_kg_min: terms.unit_kg_min,
        unit_kg_max: terms.unit_kg_max,
        resting: terms.resting,
        gi_cao_phong: false,
        version: entry.version,
        number,
        usual_price: None,
        best_yield: None,
    };
    variety.take(entry);
    variety
}

#[cfg(test)]
mod tests;
