//! Random markets, small numbers so that ties, full weeks and near misses are common.

use matching::market::{
    Attribute, Certificate, Demand, FreightRate, Market, Mix, Offer, OrgKg, Pair, Premium, Product, Quality, Reference, Tier, Varieties,
    WeekKg,
};
use proptest::prelude::*;

use crate::support::{MONDAY, line};

/// Which rules beyond the exact problem may occur.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Rules {
    Plain,
    LotsAndLimits,
}

const PLACES: [(i32, i32); 4] =
    [(20_800_000, 105_300_000), (20_850_000, 105_400_000), (21_030_000, 105_850_000), (20_250_000, 105_970_000)];

fn place() -> impl Strategy<Value = (i32, i32)> {
    proptest::sample::select(PLACES.to_vec())
}

fn week() -> impl Strategy<Value = i32> {
    (0..3).prop_map(|week| MONDAY + 7 * week)
}

fn certificates() -> impl Strategy<Value = Vec<Certificate>> {
    let one = (0..4_u32, -3..20, 0..30).prop_map(|(kinds, from, length)| {
        let from = MONDAY + from;
        Certificate { kinds, from, to: from + length }
    });
    proptest::collection::vec(one, 0..3)
}

prop_compose! {
    fn offer(id: u128, most: i64, rules: Rules)(
        (org, product, variety, grade) in (0..6_u128, 0..2_u32, 0..3_u32, 1..=3_u8),
        (certs, quality) in (certificates(), quality(0.7)),
        kg in 1..=most,
        (per_week, promised_week, promised) in (1..=most, week(), 0..=most),
        (from, length) in (-2..18, 0..21),
        (ask, tiers) in ((0..8_i64).prop_map(|step| 1000 + 250 * step), tiers(most)),
        (lat_e6, lon_e6) in place(),
        (min_lot, max_payment_days, posted_at) in (0..=most, proptest::sample::select(vec![15, 30]), 0..3_i64),
    ) -> Offer {
        Offer {
            id, org, product, variety, grade, certs, quality, kg,
            kg_per_week: per_week.min(kg),
            promised: if promised > most / 2 { vec![WeekKg { week: promised_week, kg: promised }] } else { Vec::new() },
            from: MONDAY + from, to: MONDAY + from + length,
            ask, tiers, lat_e6, lon_e6,
            min_lot: if rules == Rules::Plain { 0 } else { min_lot / 2 },
            max_payment_days, posted_at,
        }
    }
}

/// Mostly stated, seldom required.
fn quality(weight: f64) -> impl Strategy<Value = Quality> {
    let sizes = proptest::option::weighted(weight, proptest::sample::subsequence(vec![1, 2, 3, 4_u32], 1..4));
    let brix = proptest::option::weighted(weight, proptest::sample::select(vec![80, 100, 120]));
    let juice = proptest::option::weighted(weight, proptest::sample::select(vec![30, 40]));
    (sizes, brix, juice).prop_map(|(sizes, brix_tenths, juice_percent)| Quality {
        sizes: sizes.unwrap_or_default(),
        brix_tenths,
        juice_percent,
    })
}

/// Rising, and often within what is traded.
fn tiers(most: i64) -> impl Strategy<Value = Vec<Tier>> {
    let rows = proptest::collection::vec((1..=most, 1..4_i64), 0..4);
    (rows, any::<bool>()).prop_map(|(rows, tiered)| {
        let (mut tiers, mut kg, mut off) = (Vec::new(), 0, 0);
        for (more, steps) in rows.into_iter().filter(|_| tiered) {
            (kg, off) = (kg + (more + 1) / 2, off + 100 * steps);
            tiers.push(Tier { from_kg: kg, off });
        }
        tiers
    })
}

/// Each attribute at most once.
fn premiums() -> impl Strategy<Value = Vec<Premium>> {
    let attributes = vec![
        Attribute::Certificates(1),
        Attribute::Certificates(2),
        Attribute::Certificates(3),
        Attribute::Grade(2),
        Attribute::Grade(3),
        Attribute::Sizes(vec![0, 1]),
        Attribute::Brix(110),
        Attribute::Juice(40),
    ];
    let some = proptest::sample::subsequence(attributes, 0..3);
    (some, proptest::collection::vec(1..4_i64, 3), any::<bool>()).prop_map(|(attributes, steps, prefers)| {
        let rows = attributes.into_iter().zip(steps).map(|(attribute, step)| Premium { attribute, per_kg: 300 * step });
        if prefers { rows.collect() } else { Vec::new() }
    })
}

prop_compose! {
    fn demand(id: u128, most: i64, rules: Rules)(
        (org, product, min_grade) in (4..10_u128, 0..2_u32, 0..=2_u8),
        varieties in prop_oneof![Just(Varieties::Any), proptest::collection::vec(0..3_u32, 1..3).prop_map(Varieties::Only)],
        certs in proptest::sample::select(vec![0_u32, 0, 0, 1, 2, 3]),
        kgs in proptest::collection::vec(0..=most, 3),
        bid in (0..10_i64).prop_map(|step| 1800 + 300 * step),
        (premiums, quality) in (premiums(), quality(0.12)),
        (lat_e6, lon_e6) in place(),
        (min_lot, max_suppliers, supplier) in (0..=most, 0..3_u32, 0..12_u128),
        (share, supplied) in (proptest::option::weighted(0.3, 0..=most), 0..=most),
        (max_km, payment_days, posted_at) in (proptest::option::weighted(0.4, 0..150_u32), proptest::sample::select(vec![0, 15, 30]), 0..3_i64),
    ) -> Demand {
        let lines = (0..).zip(kgs).filter(|(_, kg)| *kg > 0).map(|(week, kg)| line(week, kg)).collect();
        let plain = rules == Rules::Plain;
        Demand {
            id, org, product, varieties, min_grade, certs, quality, bid, premiums, lat_e6, lon_e6, lines,
            min_lot: if plain { 0 } else { min_lot / 2 },
            max_suppliers: if plain { 0 } else { max_suppliers },
            suppliers: if supplier < 6 { vec![supplier] } else { Vec::new() },
            most_per_supplier: share.filter(|_| !plain),
            supplied: if supplier < 6 && share.is_some() && !plain { vec![OrgKg { org: supplier, kg: supplied / 2 }] } else { Vec::new() },
            max_km, payment_days, posted_at,
        }
    }
}

/// Up to so many offers and demands, of up to `most` kg.
pub fn market(offers: usize, demands: usize, most: i64, rules: Rules) -> impl Strategy<Value = Market> {
    let offers: Vec<_> = (0..=offers as u128).map(|id| offer(id * 7 % 23, most, rules)).collect();
    let demands: Vec<_> = (0..=demands as u128).map(|id| demand(id * 5 % 23, most, rules)).collect();
    let (all_offers, all_demands) = (offers.len(), demands.len());
    let resting = proptest::collection::vec((0..23_u128, 0..23_u128).prop_map(|(offer, demand)| Pair { offer, demand }), 0..6);
    let references = proptest::collection::vec(proptest::option::weighted(0.8, 1000..3000_i64), 6);
    (offers, demands, 0..all_offers, 0..all_demands, resting, references, 0..=4_i64).prop_map(
        |(mut offers, mut demands, less_offers, less_demands, resting, references, mix)| {
            offers.truncate(offers.len() - less_offers);
            demands.truncate(demands.len() - less_demands);
            let references =
                (0..).zip(references).filter_map(|(at, price)| Some(Reference { product: at / 3, variety: at % 3, price: price? }));
            Market {
                offers,
                demands,
                products: vec![Product { id: 0, freight_class: 1 }, Product { id: 1, freight_class: 2 }],
                freight: vec![
                    FreightRate { class: 1, ..FreightRate::PLAIN },
                    FreightRate { class: 2, base: 100, per_km_milli: 2500, road_factor_milli: 1250 },
                ],
                references: references.collect(),
                resting,
                mix: Mix { numerator: mix, denominator: 4 },
            }
        },
    )
}
