//! Markets by hand, and the rules of a fit pair written down once more as plainly as can be.

use matching::market::{Attribute, Demand, FreightRate, Line, Market, Mix, Offer, Product, Quality, Reference, Varieties};

pub const MONDAY: i32 = 700;

/// An offer of 100 kg of product 0, variety 0, for three weeks, in one place, that fits `demand`.
pub fn offer(id: u128, ask: i64) -> Offer {
    Offer {
        id,
        org: 1000 + id,
        product: 0,
        variety: 0,
        grade: 2,
        certs: Vec::new(),
        quality: Quality::default(),
        kg: 100,
        kg_per_week: 100,
        promised: Vec::new(),
        from: MONDAY,
        to: MONDAY + 20,
        ask,
        tiers: Vec::new(),
        lat_e6: 20_800_000,
        lon_e6: 105_300_000,
        min_lot: 0,
        max_payment_days: 30,
        posted_at: 0,
    }
}

/// A demand of 100 kg in the first week.
pub fn demand(id: u128, bid: i64) -> Demand {
    Demand {
        id,
        org: 2000 + id,
        product: 0,
        varieties: Varieties::Any,
        min_grade: 1,
        certs: 0,
        quality: Quality::default(),
        bid,
        premiums: Vec::new(),
        lat_e6: 20_800_000,
        lon_e6: 105_300_000,
        lines: vec![line(0, 100)],
        min_lot: 0,
        max_suppliers: 0,
        suppliers: Vec::new(),
        most_per_supplier: None,
        supplied: Vec::new(),
        max_km: None,
        payment_days: 15,
        posted_at: 0,
    }
}

pub fn line(week: i32, kg: i64) -> Line {
    let monday = MONDAY + 7 * week;
    Line { week: monday, from: monday, to: monday + 6, kg }
}

/// Freight is 300 ₫/kg at one place; the reference price is 10,000 ₫/kg.
pub fn market(offers: Vec<Offer>, demands: Vec<Demand>) -> Market {
    Market {
        offers,
        demands,
        products: vec![Product { id: 0, freight_class: 0 }, Product { id: 1, freight_class: 0 }],
        freight: vec![FreightRate::PLAIN],
        references: (0..3).map(|variety| Reference { product: 0, variety, price: 10_000 }).collect(),
        resting: Vec::new(),
        mix: Mix::HALF,
    }
}

/// One week of a fit pair, by index into the market.
pub struct Slot {
    pub offer: usize,
    pub demand: usize,
    pub week: i32,
    pub gain: i64,
}

pub fn slots(market: &Market) -> Vec<Slot> {
    let mut slots = Vec::new();
    for (at, offer) in market.offers.iter().enumerate() {
        for (to, demand) in market.demands.iter().enumerate() {
            for line in demand.lines.iter().filter(|line| fits(market, offer, demand, line)) {
                slots.push(Slot { offer: at, demand: to, week: line.week, gain: gain(market, offer, demand) });
            }
        }
    }
    slots
}

pub fn limit(offer: &Offer, week: i32) -> i64 {
    let promised: i64 = offer.promised.iter().filter(|row| row.week == week).map(|row| row.kg).sum();
    (offer.kg_per_week - promised).clamp(0, offer.kg)
}

pub fn fits(market: &Market, offer: &Offer, demand: &Demand, line: &Line) -> bool {
    fits_but_for_price(market, offer, demand, line) && gain(market, offer, demand) >= 0
}

/// Whether the offer has these kinds on every day on which it can deliver in the line's week.
fn holds(offer: &Offer, line: &Line, kinds: u32) -> bool {
    let held = |day: i32| offer.certs.iter().filter(|cert| cert.from <= day && day <= cert.to).fold(0, |all, cert| all | cert.kinds);
    (offer.from.max(line.from)..=offer.to.min(line.to)).all(|day| kinds & !held(day) == 0)
}

fn fits_but_for_price(market: &Market, offer: &Offer, demand: &Demand, line: &Line) -> bool {
    let days = || offer.from.max(line.from)..=offer.to.min(line.to);
    offer.product == demand.product
        && demand.varieties.accept(offer.variety)
        && offer.grade >= demand.min_grade
        && offer.org != demand.org
        && demand.payment_days <= offer.max_payment_days
        && !days().is_empty()
        && holds(offer, line, demand.certs)
        && limit(offer, line.week) > 0
        && quality_fits(offer, demand)
        && demand.max_km.is_none_or(|most| road_km(market, offer, demand) <= f64::from(most))
        && !market.resting.iter().any(|pair| pair.offer == offer.id && pair.demand == demand.id)
}

fn quality_fits(offer: &Offer, demand: &Demand) -> bool {
    let (stated, wanted) = (&offer.quality, &demand.quality);
    let sizes = wanted.sizes.is_empty() || (!stated.sizes.is_empty() && !stated.sizes.iter().any(|size| !wanted.sizes.contains(size)));
    // Nothing stated is less than every figure.
    sizes && stated.brix_tenths >= wanted.brix_tenths && stated.juice_percent >= wanted.juice_percent
}

fn rate<'a>(market: &'a Market, demand: &Demand) -> &'a FreightRate {
    let product = market.products.iter().find(|product| product.id == demand.product).unwrap();
    market.freight.iter().find(|rate| rate.class == product.freight_class).unwrap()
}

fn road_km(market: &Market, offer: &Offer, demand: &Demand) -> f64 {
    let degrees = |e6: i32| f64::from(e6) * 1e-6 * (std::f64::consts::PI / 180.0);
    let at = |lat: i32, lon: i32| {
        let (lat, lon) = (degrees(lat), degrees(lon));
        [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
    };
    let (one, other) = (at(offer.lat_e6, offer.lon_e6), at(demand.lat_e6, demand.lon_e6));
    let chord = one.iter().zip(other).map(|(one, other)| (one - other) * (one - other)).sum::<f64>().sqrt();
    let factor = f64::from(i32::try_from(rate(market, demand).road_factor_milli).unwrap()) / 1000.0;
    factor * (2.0 * 6371.0088 * (chord / 2.0).min(1.0).asin())
}

/// What the buyer adds to its bid for this offer.
pub fn premium(market: &Market, offer: &Offer, demand: &Demand) -> i64 {
    let lines = || demand.lines.iter().filter(|line| fits_but_for_price(market, offer, demand, line));
    let earned = demand.premiums.iter().filter(|row| match &row.attribute {
        Attribute::Certificates(kinds) => lines().all(|line| holds(offer, line, *kinds)),
        Attribute::Grade(grade) => offer.grade >= *grade,
        Attribute::Sizes(wanted) => !offer.quality.sizes.is_empty() && !offer.quality.sizes.iter().any(|size| !wanted.contains(size)),
        Attribute::Brix(least) => offer.quality.brix_tenths >= Some(*least),
        Attribute::Juice(least) => offer.quality.juice_percent >= Some(*least),
    });
    earned.map(|row| row.per_kg).sum()
}

pub fn gain(market: &Market, offer: &Offer, demand: &Demand) -> i64 {
    let rate = rate(market, demand);
    let number = |value: i64| f64::from(i32::try_from(value).unwrap());
    let freight = (number(rate.base) + number(rate.per_km_milli) / 1000.0 * road_km(market, offer, demand) + 0.5).floor();
    let least = offer.min_lot.max(demand.min_lot);
    let off = offer.tiers.iter().filter(|tier| tier.from_kg <= least).map(|tier| tier.off).max().unwrap_or(0);
    demand.bid + premium(market, offer, demand) - (offer.ask - off) - format!("{freight}").parse::<i64>().unwrap()
}
