//! Places on the earth and the freight between them: the only floats that decide anything.

/// Mean radius of the earth, km.
pub const EARTH: f64 = 6371.0088;
/// Road km for a km of great circle.
pub const ROAD: f64 = 1.3;
/// ₫ per kg before the first km, and for each km of road.
pub const LOADING: f64 = 300.0;
pub const PER_KM: f64 = 6.0;
/// ₫ per kg for a chord of one earth radius.
pub const CHORD: f64 = EARTH * ROAD * PER_KM;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place(pub [f64; 3]);

impl Place {
    /// Degrees times a million, to a point of the unit sphere.
    pub fn new(lat_e6: i32, lon_e6: i32) -> Self {
        let radians = |e6: i32| f64::from(e6) * 1e-6 * (std::f64::consts::PI / 180.0);
        let (lat, lon) = (radians(lat_e6), radians(lon_e6));
        Self([lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()])
    }

    /// The great circle from its chord, times what roads add.
    #[inline]
    pub fn road_km(&self, other: &Self) -> f64 {
        let [x, y, z] = [0, 1, 2].map(|axis| self.0[axis] - other.0[axis]);
        let half = (x * x + y * y + z * z).sqrt() / 2.0;
        ROAD * (2.0 * EARTH * asin(half))
    }
}

/// ₫ per kg, half up.
#[inline]
pub fn freight(road_km: f64) -> i32 {
    (LOADING + PER_KM * road_km + 0.5) as i32
}

/// The series is exact to the last bits below 0.06 (a thousand km of road); beyond, the library's.
#[inline]
fn asin(x: f64) -> f64 {
    if x > 0.06 {
        return x.min(1.0).asin();
    }
    let s = x * x;
    let c = [1.0 / 6.0, 3.0 / 40.0, 15.0 / 336.0, 105.0 / 3456.0, 945.0 / 42240.0];
    x + x * s * (c[0] + s * (c[1] + s * (c[2] + s * (c[3] + s * c[4]))))
}
