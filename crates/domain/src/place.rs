//! Places: the communes and provinces of 2025, the districts of before, and points on the map.
use serde::{Deserialize, Serialize};

macro_rules! place_codes {
    ($($(#[$doc:meta])* $name:ident: $digits:literal digits, $error:ident = $code:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(try_from = "String", into = "String")]
        #[schema(value_type = String)]
        pub struct $name(u32);

        #[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
        #[error($code)]
        pub struct $error;

        impl std::str::FromStr for $name {
            type Err = $error;
            fn from_str(text: &str) -> Result<Self, $error> {
                let digits = text.len() == $digits && text.bytes().all(|byte| byte.is_ascii_digit());
                if digits { text.parse().map(Self).map_err(|_| $error) } else { Err($error) }
            }
        }
        impl TryFrom<String> for $name {
            type Error = $error;
            fn try_from(text: String) -> Result<Self, $error> {
                text.parse()
            }
        }
        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.to_string()
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{:0width$}", self.0, width = $digits)
            }
        }
    )+};
}

place_codes! {
    /// A commune or ward since July 2025: `04795`.
    CommuneCode: 5 digits, CommuneCodeError = "commune_code_malformed";
    /// A province since July 2025: `25`.
    ProvinceCode: 2 digits, ProvinceCodeError = "province_code_malformed";
    /// A district as it was until June 2025, by which people still name places: `148`.
    OldDistrictCode: 3 digits, OldDistrictCodeError = "old_district_code_malformed";
}

/// A point in Viet Nam in millionths of a degree, so that it is exact everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(try_from = "Degrees", into = "Degrees")]
pub struct GeoPoint {
    lat_e6: i32,
    lon_e6: i32,
}

#[derive(Serialize, Deserialize)]
struct Degrees {
    lat_e6: i32,
    lon_e6: i32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum GeoPointError {
    #[error("point_outside_viet_nam")]
    OutsideVietNam,
    #[error("point_malformed")]
    Malformed,
}

impl GeoPoint {
    /// Mainland and islands, with room to spare.
    const LAT: std::ops::RangeInclusive<i32> = 8_000_000..=24_000_000;
    const LON: std::ops::RangeInclusive<i32> = 102_000_000..=118_000_000;

    pub fn new(lat_e6: i32, lon_e6: i32) -> Result<Self, GeoPointError> {
        let inside = Self::LAT.contains(&lat_e6) && Self::LON.contains(&lon_e6);
        if inside { Ok(Self { lat_e6, lon_e6 }) } else { Err(GeoPointError::OutsideVietNam) }
    }

    /// Reads decimal degrees such as `20.7061` and `105.3254`, cutting what is finer than a millionth.
    pub fn from_degrees(lat: &str, lon: &str) -> Result<Self, GeoPointError> {
        let read = |text| millionths(text).ok_or(GeoPointError::Malformed);
        Self::new(read(lat)?, read(lon)?)
    }

    pub const fn lat_e6(self) -> i32 {
        self.lat_e6
    }

    pub const fn lon_e6(self) -> i32 {
        self.lon_e6
    }
}

fn millionths(text: &str) -> Option<i32> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) {
        return None;
    }
    let fraction: i32 = format!("{fraction:0<6}").get(..6)?.parse().ok()?;
    whole.parse::<i32>().ok()?.checked_mul(1_000_000)?.checked_add(fraction)
}

impl TryFrom<Degrees> for GeoPoint {
    type Error = GeoPointError;
    fn try_from(at: Degrees) -> Result<Self, GeoPointError> {
        Self::new(at.lat_e6, at.lon_e6)
    }
}

impl From<GeoPoint> for Degrees {
    fn from(point: GeoPoint) -> Self {
        Self { lat_e6: point.lat_e6, lon_e6: point.lon_e6 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_keep_their_leading_zeros() {
        let code: CommuneCode = serde_json::from_str("\"00004\"").unwrap();
        assert_eq!(serde_json::to_string(&code).unwrap(), "\"00004\"");
        assert_eq!("01".parse::<ProvinceCode>().unwrap().to_string(), "01");
        assert_eq!("148".parse::<OldDistrictCode>().unwrap().to_string(), "148");
        for bad in ["", "4", "0004", "000004", "0000a", "+0004", "٠٠٠٠٤"] {
            assert_eq!(bad.parse::<CommuneCode>(), Err(CommuneCodeError), "{bad}");
        }
    }

    #[test]
    fn points_are_read_exactly_and_lie_in_viet_nam() {
        let point = GeoPoint::from_degrees("21.0386", "105.8380001").unwrap();
        assert_eq!((point.lat_e6(), point.lon_e6()), (21_038_600, 105_838_000));
        assert_eq!(GeoPoint::from_degrees("21", "105").unwrap().lat_e6(), 21_000_000);
        assert_eq!(GeoPoint::from_degrees("105.8", "21.0"), Err(GeoPointError::OutsideVietNam));
        for bad in ["", ".", "21.", ".5", "-21", "21,5", "2e1", "99999999999"] {
            assert_eq!(GeoPoint::from_degrees(bad, "105.8"), Err(GeoPointError::Malformed), "{bad}");
        }
        assert!(serde_json::from_str::<GeoPoint>(r#"{"lat_e6":0,"lon_e6":0}"#).is_err());
    }
}
