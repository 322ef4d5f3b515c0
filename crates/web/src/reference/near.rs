//! How far a post is from whoever looks: between communes, with the road factor that rounds use for the product.
use super::catalogue;
use super::places::PLACES;
use crate::config::Freight;
use domain::place::CommuneCode;
use matching::distance::Place;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Distances are told in steps of so many kilometres: a finer one would tell a commune that is not shown.
const ROUNDED_TO: u32 = 10;

/// As far as a distance is told.
pub const fn rounded(km: u32) -> u32 {
    km.next_multiple_of(ROUNDED_TO)
}

/// Every commune once: a list asks for many.
static POINTS: LazyLock<BTreeMap<CommuneCode, Place>> = LazyLock::new(|| {
    let place = |commune: &super::places::Commune| {
        let point = commune.point;
        Some((commune.code.parse().ok()?, Place::new(point.lat_e6(), point.lon_e6())))
    };
    PLACES.all().iter().filter_map(place).collect()
});

/// Where somebody looks from.
#[derive(Debug)]
pub struct Origin<'a> {
    place: Place,
    freight: &'a BTreeMap<String, Freight>,
}

impl<'a> Origin<'a> {
    pub fn new(commune: CommuneCode, freight: &'a BTreeMap<String, Freight>) -> Option<Self> {
        Some(Self { place: *POINTS.get(&commune)?, freight })
    }

    pub fn km(&self, product: &str, to: CommuneCode) -> Option<u32> {
        let class = catalogue::now().product(product)?.freight_class;
        let km = self.place.road_km(*POINTS.get(&to)?, self.freight.get(class.code())?.factor_percent * 10);
        Some(rounded(km))
    }

    /// Every commune that may be so near for some product: a list is narrowed by it before each post is measured.
    pub fn communes_within(&self, most: u16) -> BTreeSet<CommuneCode> {
        let factor = self.freight.values().map(|rate| rate.factor_percent * 10).min().unwrap_or_default();
        let near = POINTS.iter().filter(|(_, place)| self.place.road_km(**place, factor) <= u32::from(most));
        near.map(|(code, _)| *code).collect()
    }
}
