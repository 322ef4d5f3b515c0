//! How far it is by road, as rounds reckon it, for lists outside a round.
use crate::geo::{Point, Rate};

/// A place in millionths of a degree, ready for many distances.
#[derive(Debug, Clone, Copy)]
pub struct Place(Point);

impl Place {
    pub fn new(lat_e6: i32, lon_e6: i32) -> Self {
        Self(Point::new(lat_e6, lon_e6))
    }

    /// Whole km: the great circle times the road factor, which is in thousandths.
    pub fn road_km(self, to: Self, road_factor_milli: i64) -> u32 {
        u32::try_from(Rate::of_road(road_factor_milli).haul(self.0, to.0).whole_km()).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_is_the_one_of_the_freight() {
        let (hoa_binh, ha_noi) = (Place::new(20_817_000, 105_338_000), Place::new(21_028_500, 105_854_200));
        assert_eq!((hoa_binh.road_km(ha_noi, 1300), ha_noi.road_km(hoa_binh, 1300)), (76, 76));
        assert_eq!(ha_noi.road_km(ha_noi, 1300), 0);
    }
}
