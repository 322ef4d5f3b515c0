//! What names in lists and tables can mean: the catalogue and the communes as `sheets` looks them up.
use super::catalogue::Catalogue;
use super::places::{Commune, PLACES};
use sheets::Lookups;
use sheets::communes::{self, Communes, Former};
use sheets::names::{Named, Names};

pub fn of(catalogue: &Catalogue) -> Lookups {
    Lookups {
        products: Names::new(catalogue.products.iter().map(|product| Named {
            key: product.slug.clone(),
            name: product.name_vi.clone(),
            also: vec![product.name_en.clone()],
            group: String::new(),
        })),
        varieties: Names::new(catalogue.varieties.iter().map(|variety| Named {
            key: variety.slug.clone(),
            name: variety.name_vi.clone(),
            also: variety.also.iter().chain([&variety.name_en]).cloned().collect(),
            group: variety.product_slug.clone(),
        })),
        communes: Communes::new(PLACES.all().iter().map(commune)),
    }
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
    use super::super::catalogue;
    use super::*;
    use sheets::names::Found;

    #[test]
    fn goods_and_communes_are_found_as_people_write_them() {
        let catalogue = catalogue::now();
        let lookups = catalogue.lookups();
        let variety = |typed: &str| match lookups.varieties.find(typed) {
            Found::One(thing, _) => thing.key.clone(),
            found => format!("{found:?}"),
        };
        assert_eq!((variety("Cam Canh"), variety("cam sanh")), ("cam-canh".into(), "cam-sanh".into()));
        let commune = |typed: &str| match lookups.communes.find(typed, &[]) {
            Found::One(commune, _) => commune.code.to_string(),
            found => format!("{found:?}"),
        };
        assert_eq!(commune("Xã Cao Phong, Phú Thọ"), "05089");
        assert_eq!(commune("Phường Ba Đình, Hà Nội"), "00004");
    }

    #[test]
    fn every_commune_and_every_former_one_is_there() {
        let catalogue = catalogue::now();
        let lookups = catalogue.lookups();
        let found = PLACES.all().iter().filter_map(|commune| lookups.communes.get(commune.code.parse().ok()?));
        assert_eq!(found.clone().count(), PLACES.all().len());
        let former: usize = PLACES.all().iter().map(|commune| commune.legacy.len()).sum();
        assert_eq!(found.map(|commune| commune.former.len()).sum::<usize>(), former);
        assert!(catalogue.varieties.iter().all(|variety| lookups.varieties.get(&variety.slug).is_some()));
    }
}
