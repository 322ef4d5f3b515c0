//! The same way once more by the haversine formula, for the verifier: it agrees with the chord far below the rounding of freight.
#![expect(clippy::float_arithmetic, clippy::as_conversions, clippy::cast_precision_loss, reason = "distance is computed in `geo` alone")]
#![expect(clippy::cast_possible_truncation, reason = "the results are bounded by the market's bounds")]

use crate::market::{Demand, FreightRate, Offer};

/// What the verifier needs to know of a way.
pub(crate) struct Way {
    pub(crate) freight: i64,
    pub(crate) whole_km: i64,
    pub(crate) too_far: bool,
}

pub(crate) fn way(rate: &FreightRate, offer: &Offer, demand: &Demand) -> Way {
    let radians = |e6: i32| (f64::from(e6) * 1e-6).to_radians();
    let half_sine = |from: i32, to: i32| ((radians(to) - radians(from)) / 2.0).sin();
    let (down, across) = (half_sine(offer.lat_e6, demand.lat_e6), half_sine(offer.lon_e6, demand.lon_e6));
    let haversine = down * down + radians(offer.lat_e6).cos() * radians(demand.lat_e6).cos() * across * across;
    let great_circle = 2.0 * 6371.0088 * haversine.sqrt().min(1.0).asin();
    let road = great_circle * rate.road_factor_milli as f64 / 1000.0;
    let freight = rate.base as f64 + road * (rate.per_km_milli as f64 / 1000.0);
    Way {
        freight: (freight + 0.5).floor() as i64,
        whole_km: road.round() as i64,
        too_far: demand.max_km.is_some_and(|limit| road > f64::from(limit)),
    }
}
