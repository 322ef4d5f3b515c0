//! The communes of 2025 with the names and districts people still use.
use super::{rows, search};
use domain::place::GeoPoint;
use domain::text::fold;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Debug)]
pub struct Places {
    communes: Vec<Commune>,
    by_code: BTreeMap<String, usize>,
    provinces: BTreeMap<String, ProvinceRow>,
    names: Vec<(usize, search::Name)>,
}

#[derive(Debug)]
pub struct Commune {
    pub code: String,
    pub name: String,
    pub province_code: String,
    pub old_district: String,
    pub old_province: String,
    pub point: GeoPoint,
    /// The communes of before July 2025 that went into this one, whole or in part.
    pub legacy: Vec<Legacy>,
}

#[derive(Debug)]
pub struct Legacy {
    pub code: String,
    pub name: String,
    pub district_code: String,
    pub district: String,
    pub province: String,
}

#[derive(Deserialize)]
struct CommuneRow {
    code: String,
    name: String,
    province_code: String,
    lat: f64,
    lon: f64,
    old_district_main: String,
    old_province_main: String,
}

#[derive(Deserialize)]
struct LegacyRow {
    old_code: String,
    old_name: String,
    old_district_code: String,
    old_district: String,
    old_province: String,
    new_code: String,
}

#[derive(Debug, Deserialize)]
struct ProvinceRow {
    code: String,
    name: String,
    short_name: String,
}

pub static PLACES: LazyLock<Places> = LazyLock::new(|| {
    let provinces: Vec<ProvinceRow> = rows("provinces.csv", include_str!("../../../../data/provinces.csv"));
    let mut communes: Vec<Commune> =
        rows::<CommuneRow>("communes.csv", include_str!("../../../../data/communes.csv")).into_iter().map(commune).collect();
    let by_code: BTreeMap<String, usize> = communes.iter().enumerate().map(|(at, commune)| (commune.code.clone(), at)).collect();
    for row in rows::<LegacyRow>("commune_legacy.csv", include_str!("../../../../data/commune_legacy.csv")) {
        if let Some(commune) = by_code.get(&row.new_code).and_then(|at| communes.get_mut(*at)) {
            let LegacyRow {
                old_code: code,
                old_name: name,
                old_district_code: district_code,
                old_district: district,
                old_province: province,
                new_code: _,
            } = row;
            if !code.is_empty() {
                commune.legacy.push(Legacy { code, name, district_code, district, province });
            }
        }
    }
    let names = communes
        .iter()
        .enumerate()
        .flat_map(|(at, commune)| {
            let own = [search::Name::new(&commune.name), search::Name::new(short(&commune.name)), search::Name::new(&commune.old_district)];
            let old = commune.legacy.iter().map(|legacy| search::Name::new(short(&legacy.name)));
            own.into_iter().chain(old).map(move |name| (at, name)).collect::<Vec<_>>()
        })
        .collect();
    Places { provinces: provinces.into_iter().map(|row| (row.code.clone(), row)).collect(), communes, by_code, names }
});

fn commune(row: CommuneRow) -> Commune {
    Commune {
        point: GeoPoint::new(micro(row.lat), micro(row.lon)).unwrap_or_else(|error| panic!("commune {}: {error}", row.code)),
        code: row.code,
        name: row.name,
        province_code: row.province_code,
        old_district: row.old_district_main,
        old_province: row.old_province_main,
        legacy: Vec::new(),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a degree in millionths is far inside an i32")]
fn micro(degrees: f64) -> i32 {
    (degrees * 1e6).round() as i32
}

/// A name without its kind: people type "Cao Phong", not "Xã Cao Phong".
fn short(name: &str) -> &str {
    ["Xã ", "Phường ", "Thị trấn ", "Đặc khu ", "Thành phố ", "Tỉnh "].iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name)
}

/// `Xã Cao Phong` inside a sentence.
fn kind_in_small(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

impl Places {
    pub fn commune(&self, code: &str) -> Option<&Commune> {
        self.by_code.get(code).and_then(|at| self.communes.get(*at))
    }

    pub fn all(&self) -> &[Commune] {
        &self.communes
    }

    /// The province of the commune nearest to a point, in millionths of a degree.
    pub fn province_near(&self, lat_e6: i32, lon_e6: i32) -> &str {
        let away = |commune: &&Commune| {
            let (down, across) =
                (i64::from(commune.point.lat_e6()) - i64::from(lat_e6), i64::from(commune.point.lon_e6()) - i64::from(lon_e6));
            down * down + across * across
        };
        self.communes.iter().min_by_key(away).map_or("", |commune| self.province(&commune.province_code))
    }

    pub fn province(&self, code: &str) -> &str {
        self.provinces.get(code).map_or("", |province| &province.short_name)
    }

    /// A commune as an address ends: `xã Cao Phong, tỉnh Phú Thọ`.
    pub fn in_words(&self, code: &str) -> Option<String> {
        let commune = self.commune(code)?;
        let province = self.provinces.get(&commune.province_code)?;
        Some(format!("{}, {}", kind_in_small(&commune.name), kind_in_small(&province.name)))
    }

    /// Every province with its code, in the order of the codes.
    pub fn provinces(&self) -> impl Iterator<Item = (&str, &str)> {
        self.provinces.values().map(|province| (province.code.as_str(), province.short_name.as_str()))
    }

    pub fn of_province(&self, code: &str) -> impl Iterator<Item = &Commune> {
        self.communes.iter().filter(move |commune| commune.province_code == code)
    }

    /// All communes of what was typed: a province of today or of before by its whole name, else communes by new name, old name or
    /// old district.
    pub fn in_place(&self, typed: &str) -> Vec<&Commune> {
        let folded = fold(typed);
        let asked = ["tinh ", "thanh pho "].iter().find_map(|kind| folded.strip_prefix(kind)).unwrap_or(&folded);
        let mut known: BTreeMap<&str, bool> = BTreeMap::new();
        let mut named = |name| *known.entry(name).or_insert_with(|| fold(short(name)) == asked);
        let province = |code: &str| self.provinces.get(code).map_or("", |province| province.short_name.as_str());
        let whole: Vec<&Commune> = self
            .communes
            .iter()
            .filter(|commune| {
                let today = named(province(&commune.province_code));
                today || named(&commune.old_province)
            })
            .collect();
        if whole.is_empty() { self.search(typed, usize::MAX) } else { whole }
    }

    /// Communes that answer what was typed, by new name, old name or old district.
    pub fn search(&self, typed: &str, limit: usize) -> Vec<&Commune> {
        search::best(&self.names, typed, limit).into_iter().filter_map(|at| self.communes.get(at)).collect()
    }
}

impl Commune {
    /// Whether a part of this commune lay in that district before July 2025.
    pub fn lay_in(&self, district_code: &str) -> bool {
        self.legacy.iter().any(|legacy| legacy.district_code == district_code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::certificate::OldCommune;

    #[test]
    fn a_commune_is_found_by_its_new_name_its_old_name_and_its_old_district() {
        assert_eq!(PLACES.communes.len(), 3321);
        let first = |typed: &str| PLACES.search(typed, 50).iter().map(|commune| commune.code.clone()).collect::<Vec<_>>();
        assert!(first("cao phong").contains(&"05089".to_owned()));
        assert!(first("Thu Phong").contains(&"05089".to_owned()), "an old commune leads to the new one");
        assert_eq!(PLACES.in_words("05089").as_deref(), Some("xã Cao Phong, tỉnh Phú Thọ"));
        assert_eq!(PLACES.in_words("99999"), None);
        let all = |typed: &str| PLACES.in_place(typed).len();
        assert_eq!(all("phu tho"), PLACES.of_province("25").count());
        assert!(all("Tỉnh Hòa Bình") > 30 && all("Tỉnh Hòa Bình") < all("Phú Thọ"), "a province of before is a part of one of today");
        assert!(PLACES.in_place("huyen cao phong").iter().any(|commune| commune.code == "05089"));
        assert_eq!(all("xyzzy"), 0);
        assert!(first("da bac").contains(&"04831".to_owned()));
        for old in OldCommune::ALL {
            let now = PLACES.commune(&old.commune().to_string()).unwrap();
            assert!(now.legacy.iter().any(|legacy| legacy.code == old.code() && legacy.district == "Huyện Cao Phong"), "{old}");
        }
        assert!(PLACES.commune("05116").unwrap().legacy.iter().any(|legacy| legacy.name.contains("Dũng Phong")));
    }
}
