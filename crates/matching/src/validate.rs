//! What a market must fulfil before it is solved. The bounds keep every sum within its integer.

use std::collections::BTreeSet;

use crate::market::{Attribute, Demand, FreightRate, Line, Market, Offer, Quality, Varieties};

/// 100,000 t.
pub const MAX_KG: i64 = 100_000_000;
/// ₫/kg; also the bound of a freight base, and of a bid with all its premiums.
pub const MAX_PRICE: i64 = 10_000_000;
/// Longest window in days, and the largest day number either way.
pub const MAX_DAY: i32 = 10_000_000;

/// Why a market cannot be solved: the caller's mistake, never a user's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MarketError {
    #[error("two offers have the id {0:032x}")]
    DuplicateOffer(u128),
    #[error("two demands have the id {0:032x}")]
    DuplicateDemand(u128),
    #[error("offer {id:032x}: {field} is out of bounds")]
    Offer { id: u128, field: &'static str },
    #[error("demand {id:032x}: {field} is out of bounds")]
    Demand { id: u128, field: &'static str },
    #[error("product {0} is listed twice")]
    DuplicateProduct(u32),
    #[error("product {0} is traded but not listed")]
    UnknownProduct(u32),
    #[error("freight class {0} is listed twice or out of bounds")]
    Freight(u32),
    #[error("freight class {0} is used but not listed")]
    UnknownFreight(u32),
    #[error("the reference price of product {0}, variety {1} is listed twice or out of bounds")]
    Reference(u32, u32),
    #[error("the mix is not a fraction from 0 to 1 with a denominator of at most a million")]
    Mix,
}

impl Market {
    /// Checks every bound that [`solve`](crate::solve()) relies on.
    pub fn validate(&self) -> Result<(), MarketError> {
        let classes = self.check_freight()?;
        let products = self.check_products(&classes)?;
        let mut ids = BTreeSet::new();
        for offer in &self.offers {
            check_offer(offer).map_err(|field| MarketError::Offer { id: offer.id, field })?;
            if !ids.insert(offer.id) {
                return Err(MarketError::DuplicateOffer(offer.id));
            }
            if !products.contains(&offer.product) {
                return Err(MarketError::UnknownProduct(offer.product));
            }
        }
        ids.clear();
        for demand in &self.demands {
            check_demand(demand).map_err(|field| MarketError::Demand { id: demand.id, field })?;
            if !ids.insert(demand.id) {
                return Err(MarketError::DuplicateDemand(demand.id));
            }
            if !products.contains(&demand.product) {
                return Err(MarketError::UnknownProduct(demand.product));
            }
        }
        let mut references = BTreeSet::new();
        for row in &self.references {
            if !references.insert((row.product, row.variety)) || !(1..=MAX_PRICE).contains(&row.price) {
                return Err(MarketError::Reference(row.product, row.variety));
            }
        }
        let mix = self.mix;
        if !(1..=1_000_000).contains(&mix.denominator) || !(0..=mix.denominator).contains(&mix.numerator) {
            return Err(MarketError::Mix);
        }
        Ok(())
    }

    fn check_freight(&self) -> Result<BTreeSet<u32>, MarketError> {
        let mut classes = BTreeSet::new();
        for rate in &self.freight {
            if !classes.insert(rate.class) || !sane_rate(rate) {
                return Err(MarketError::Freight(rate.class));
            }
        }
        Ok(classes)
    }

    fn check_products(&self, classes: &BTreeSet<u32>) -> Result<BTreeSet<u32>, MarketError> {
        let mut products = BTreeSet::new();
        for product in &self.products {
            if !products.insert(product.id) {
                return Err(MarketError::DuplicateProduct(product.id));
            }
            if !classes.contains(&product.freight_class) {
                return Err(MarketError::UnknownFreight(product.freight_class));
            }
        }
        Ok(products)
    }
}

fn sane_rate(rate: &FreightRate) -> bool {
    (0..=MAX_PRICE).contains(&rate.base) && (0..=1_000_000).contains(&rate.per_km_milli) && (0..=100_000).contains(&rate.road_factor_milli)
}

fn first_bad(checks: &[(&'static str, bool)]) -> Result<(), &'static str> {
    checks.iter().find(|(_, good)| !good).map_or(Ok(()), |(field, _)| Err(*field))
}

fn window(from: i32, to: i32) -> bool {
    -MAX_DAY <= from && from <= to && to <= MAX_DAY
}

fn place(lat_e6: i32, lon_e6: i32) -> bool {
    lat_e6.unsigned_abs() <= 90_000_000 && lon_e6.unsigned_abs() <= 180_000_000
}

fn check_offer(offer: &Offer) -> Result<(), &'static str> {
    let mut weeks = BTreeSet::new();
    first_bad(&[
        ("grade", offer.grade <= 3),
        ("quality", quality(&offer.quality)),
        ("certs", offer.certs.iter().all(|cert| window(cert.from, cert.to))),
        ("kg", (1..=MAX_KG).contains(&offer.kg)),
        ("kg_per_week", (0..=MAX_KG).contains(&offer.kg_per_week)),
        ("promised", offer.promised.iter().all(|row| (0..=MAX_KG).contains(&row.kg) && weeks.insert(row.week))),
        ("window", window(offer.from, offer.to)),
        ("ask", (0..=MAX_PRICE).contains(&offer.ask)),
        ("tiers", tiers(offer)),
        ("place", place(offer.lat_e6, offer.lon_e6)),
        ("min_lot", (0..=MAX_KG).contains(&offer.min_lot)),
    ])
}

fn tiers(offer: &Offer) -> bool {
    let mut tiers = offer.tiers.clone();
    tiers.sort();
    let rising = tiers.is_sorted_by(|less, more| less.from_kg < more.from_kg && less.off < more.off);
    rising && tiers.len() <= 10 && tiers.iter().all(|tier| (1..=MAX_KG).contains(&tier.from_kg) && (1..=offer.ask).contains(&tier.off))
}

fn quality(quality: &Quality) -> bool {
    let mut sizes = BTreeSet::new();
    quality.sizes.len() <= 100 && quality.sizes.iter().all(|size| sizes.insert(*size))
}

fn premiums(demand: &Demand) -> bool {
    let sane = |attribute: &Attribute| match attribute {
        Attribute::Certificates(kinds) => *kinds != 0,
        Attribute::Grade(grade) => (1..=3).contains(grade),
        Attribute::Sizes(sizes) => (1..=100).contains(&sizes.len()) && sizes.is_sorted_by(|one, next| one < next),
        Attribute::Brix(least) | Attribute::Juice(least) => *least > 0,
    };
    let mut attributes = BTreeSet::new();
    let each = demand.premiums.iter().all(|row| sane(&row.attribute) && row.per_kg > 0 && attributes.insert(&row.attribute));
    let sum = demand.premiums.iter().try_fold(demand.bid, |sum, row| sum.checked_add(row.per_kg));
    each && sum.is_some_and(|sum| demand.premiums.is_empty() || sum <= MAX_PRICE)
}

fn check_demand(demand: &Demand) -> Result<(), &'static str> {
    let mut weeks = BTreeSet::new();
    let mut orgs = BTreeSet::new();
    let line = |line: &Line| window(line.from, line.to) && (1..=MAX_KG).contains(&line.kg);
    first_bad(&[
        ("varieties", !matches!(&demand.varieties, Varieties::Only(list) if list.len() > 10_000)),
        ("min_grade", demand.min_grade <= 3),
        ("quality", quality(&demand.quality)),
        ("bid", (0..=MAX_PRICE).contains(&demand.bid)),
        ("premiums", premiums(demand)),
        ("place", place(demand.lat_e6, demand.lon_e6)),
        ("lines", demand.lines.len() <= 1000 && demand.lines.iter().all(line)),
        ("lines.week", demand.lines.iter().all(|line| weeks.insert(line.week))),
        ("min_lot", (0..=MAX_KG).contains(&demand.min_lot)),
        ("most_per_supplier", demand.most_per_supplier.is_none_or(|kg| (0..=MAX_KG).contains(&kg))),
        ("supplied", demand.supplied.iter().all(|row| (0..=MAX_KG).contains(&row.kg) && orgs.insert(row.org))),
    ])
}
