//! What names in lists and tables can mean: the catalogue and the communes as `sheets` looks them up.
use super::catalogue::{CATALOGUE, Variety};
use super::places::{Commune, PLACES};
use sheets::Lookups;
use sheets::communes::{self, Communes, Former};
use sheets::names::{Named, Names};
use std::sync::LazyLock;

pub static LOOKUPS: LazyLock<Lookups> = LazyLock::new(|| Lookups {
    products: Names::new(CATALOGUE.products.iter().map(|product| Named {
        key: product.slug.clone(),
        name: product.name_vi.clone(),
        also: vec![product.name_en.clone()],
        group: String::new(),
    })),
    varieties: Names::new(CATALOGUE.varieties.iter().map(|variety| Named {
        key: variety.slug.clone(),
        name: variety.name_vi.clone(),
        also: other_names(variety),
        group: variety.product_slug.clone(),
    })),
    communes: Communes::new(PLACES.all().iter().map(commune)),
});

fn other_names(variety: &Variety) -> Vec<String> {
    let synonyms = variety.synonyms.split(';').map(str::trim).filter(|name| !name.is_empty());
    synonyms.chain([variety.name_en.as_str()]).map(str::to_owned).collect()
}

fn commune(commune: &Commune) -> communes::Commune {
    let code = |text: &str| text.parse().unwrap_or_else(|error| panic!("commune {text}: {error}"));
    let former = commune.legacy.iter().filter_map(|legacy| {
        Some(Former {
            name: legacy.name.clone(),
            district: legacy.district_code.parse().ok()?,
            district_name: legacy.district.clone(),
            province: legacy.province.clone(),
        })
    });
    communes::Commune {
        code: code(&commune.code),
        name: commune.name.clone(),
        province: PLACES.province(&commune.province_code).to_owned(),
        former: former.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sheets::names::Found;

    #[test]
    fn goods_and_communes_are_found_as_people_write_them() {
        let variety = |typed: &str| match LOOKUPS.varieties.find(typed) {
            Found::One(thing, _) => thing.key.clone(),
            found => format!("{found:?}"),
        };
        assert_eq!((variety("Cam Canh"), variety("cam sanh")), ("cam-canh".into(), "cam-sanh".into()));
        let commune = |typed: &str| match LOOKUPS.communes.find(typed, &[]) {
            Found::One(commune, _) => commune.code.to_string(),
            found => format!("{found:?}"),
        };
        assert_eq!(commune("Xã Cao Phong, Phú Thọ"), "05089");
        assert_eq!(commune("Phường Ba Đình, Hà Nội"), "00004");
    }

    #[test]
    fn every_commune_and_every_former_one_is_there() {
        let found = PLACES.all().iter().filter_map(|commune| LOOKUPS.communes.get(commune.code.parse().ok()?));
        assert_eq!(found.clone().count(), PLACES.all().len());
        let former: usize = PLACES.all().iter().map(|commune| commune.legacy.len()).sum();
        assert_eq!(found.map(|commune| commune.former.len()).sum::<usize>(), former);
        assert!(CATALOGUE.varieties.iter().all(|variety| LOOKUPS.varieties.get(&variety.slug).is_some()));
    }
}
