//! Distance and freight: the only place with floating point, and only until freight is a whole ₫ per kg.
//!
//! The same IEEE operations in the same order everywhere, so that a replay elsewhere rounds alike.
#![expect(clippy::float_arithmetic, clippy::as_conversions, clippy::cast_precision_loss, reason = "distance is computed here alone")]
#![expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "both results are bounded by the market's bounds")]

pub(crate) mod haversine;

use crate::market::FreightRate;

/// Mean radius of the earth, km.
const RADIUS: f64 = 6371.0088;

/// A place on the unit sphere.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Point([f64; 3]);

impl Point {
    pub(crate) fn new(lat_e6: i32, lon_e6: i32) -> Self {
        let lat = f64::from(lat_e6) * 1e-6 * (std::f64::consts::PI / 180.0);
        let lon = f64::from(lon_e6) * 1e-6 * (std::f64::consts::PI / 180.0);
        Self([lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()])
    }
}

/// A freight table ready to use.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rate {
    base: f64,
    per_km: f64,
    road_factor: f64,
}

/// The way from an offer to a demand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Haul {
    road_km: f64,
    /// ₫/kg.
    pub(crate) freight: i64,
}

impl Haul {
    pub(crate) fn within(self, max_km: Option<u32>) -> bool {
        max_km.is_none_or(|km| self.road_km <= f64::from(km))
    }

    pub(crate) fn whole_km(self) -> i64 {
        self.road_km.round() as i64
    }

    /// The smallest limit that the way is within.
    pub(crate) fn ceil_km(self) -> u32 {
        self.road_km.ceil() as u32
    }
}

impl Rate {
    pub(crate) fn new(rate: &FreightRate) -> Self {
        Self { base: rate.base as f64, per_km: rate.per_km_milli as f64 / 1000.0, road_factor: rate.road_factor_milli as f64 / 1000.0 }
    }

    /// For distance alone.
    pub(crate) fn of_road(road_factor_milli: i64) -> Self {
        Self { base: 0.0, per_km: 0.0, road_factor: road_factor_milli as f64 / 1000.0 }
    }

    pub(crate) fn haul(&self, from: Point, to: Point) -> Haul {
        let [dx, dy, dz] = [from.0[0] - to.0[0], from.0[1] - to.0[1], from.0[2] - to.0[2]];
        let chord = (dx * dx + dy * dy + dz * dz).sqrt();
        let road_km = self.road_factor * (2.0 * RADIUS * (chord / 2.0).min(1.0).asin());
        Haul { road_km, freight: (self.base + self.per_km * road_km + 0.5).floor() as i64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn freight_follows_the_plain_rate() {
        let rate = Rate::new(&FreightRate::PLAIN);
        let (hoa_binh, ha_noi) = (Point::new(20_817_000, 105_338_000), Point::new(21_028_500, 105_854_200));
        let haul = rate.haul(hoa_binh, ha_noi);
        assert_eq!((haul.whole_km(), haul.freight), (76, 757));
        assert!(haul.within(Some(77)) && haul.within(None) && !haul.within(Some(75)));
        assert_eq!(rate.haul(ha_noi, ha_noi).freight, 300);
    }
}
