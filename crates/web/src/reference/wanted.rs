//! The words of a search, looked up: which products, varieties and communes they mean.
use super::catalogue::{self, Catalogue, Variety};
use super::places::{Commune, PLACES};
use domain::error::Faults;
use domain::place::CommuneCode;
use domain::product::Slug;
use domain::quantity::Kg;
use domain::search::{Goods, Search, Wanted};
use std::collections::BTreeSet;

/// What somebody wants, given each variety's reference price.
pub fn wanted(search: &Search, price: impl Fn(&str) -> Option<i64>) -> Wanted {
    let catalogue = catalogue::now();
    let (named, place) = words(&catalogue, search);
    let of_price = |variety: &Variety| {
        let (from, to) = (search.price_from, search.price_to);
        (from.is_none() && to.is_none())
            || price(&variety.slug).is_some_and(|dong| from.is_none_or(|from| dong >= from.dong()) && to.is_none_or(|to| dong <= to.dong()))
    };
    let narrowed = named.is_some() || search.product.is_some() || search.variety.is_some();
    let priced = search.price_from.is_some() || search.price_to.is_some();
    let varieties: Option<Vec<&Variety>> =
        (narrowed || priced).then(|| chosen(&catalogue, search, named).filter(|row| of_price(row)).collect());
    let communes = [
        place.map(|place| shown(&place)),
        search.province.map(of_province),
        search.place.as_ref().map(|words| shown(&codes(PLACES.in_place(words.as_str())))),
    ];
    Wanted {
        products: varieties.as_ref().map(|rows| slugs(rows.iter().map(|row| row.product_slug.as_str()))),
        varieties: varieties.map(|rows| slugs(rows.iter().map(|row| row.slug.as_str()))),
        communes: communes.into_iter().flatten().reduce(|one, other| one.intersection(&other).copied().collect()),
        certificates: search.certificates,
        from: search.from,
        to: search.to,
        least: search.least.unwrap_or(Kg::ZERO).max(Goods::least()),
        within_km: search.within_km,
    }
}

/// The products a search can be about, whatever prices become; nothing for any. What is kept is found again by these.
pub fn products(search: &Search) -> Option<BTreeSet<String>> {
    let catalogue = catalogue::now();
    let (named, _) = words(&catalogue, search);
    let narrowed = named.is_some() || search.product.is_some() || search.variety.is_some();
    narrowed.then(|| chosen(&catalogue, search, named).map(|variety| variety.product_slug.clone()).collect())
}

/// What only the catalogue and the map can say about a search.
pub fn faults(search: &Search, faults: &mut Faults) {
    let catalogue = catalogue::now();
    let product = search.product.as_ref().is_none_or(|slug| catalogue.product(slug.as_str()).is_some());
    faults.require(product, "product", "product_unknown");
    let variety = search.variety.as_ref().is_none_or(|slug| catalogue.variety(slug.as_str()).is_some());
    faults.require(variety, "variety", "variety_unknown");
    let place = search.place.as_ref().is_none_or(|words| !PLACES.in_place(words.as_str()).is_empty());
    faults.require(place, "place", "place_unknown");
    let province = search.province.is_none_or(|code| !PLACES.province(&code.to_string()).is_empty());
    faults.require(province, "province", "place_unknown");
}

type Named = BTreeSet<String>;

/// The free words as varieties or, where none is called so, as a place.
fn words(catalogue: &Catalogue, search: &Search) -> (Option<Named>, Option<BTreeSet<CommuneCode>>) {
    let Some(typed) = &search.q else { return (None, None) };
    let found = catalogue.search(typed.as_str(), usize::MAX);
    if found.is_empty() {
        (None, Some(codes(PLACES.in_place(typed.as_str()))))
    } else {
        (Some(found.into_iter().map(|variety| variety.slug.clone()).collect()), None)
    }
}

fn chosen<'a>(catalogue: &'a Catalogue, search: &'a Search, named: Option<Named>) -> impl Iterator<Item = &'a Variety> {
    let is = |chosen: &Option<Slug>, slug: &str| chosen.as_ref().is_none_or(|chosen| chosen.as_str() == slug);
    catalogue.varieties.iter().filter(move |row| {
        is(&search.product, &row.product_slug)
            && is(&search.variety, &row.slug)
            && named.as_ref().is_none_or(|named| named.contains(row.slug.as_str()))
    })
}

/// Everything that the market shows as the same place: its old district, or its province. A narrower answer would tell the commune
/// that is not shown.
fn shown(communes: &BTreeSet<CommuneCode>) -> BTreeSet<CommuneCode> {
    let place = |commune: &'static Commune| (commune.province_code.as_str(), commune.old_district.as_str());
    let meant: BTreeSet<_> = communes.iter().filter_map(|code| PLACES.commune(&code.to_string())).map(place).collect();
    codes(PLACES.all().iter().filter(|commune| meant.contains(&place(commune))))
}

fn of_province(code: domain::place::ProvinceCode) -> BTreeSet<CommuneCode> {
    codes(PLACES.of_province(&code.to_string()))
}

fn codes<'a>(communes: impl IntoIterator<Item = &'a Commune>) -> BTreeSet<CommuneCode> {
    communes.into_iter().filter_map(|commune| commune.code.parse().ok()).collect()
}

fn slugs<'a>(slugs: impl Iterator<Item = &'a str>) -> BTreeSet<Slug> {
    slugs.filter_map(|slug| slug.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::money::VndPerKg;

    fn of(search: &str) -> Wanted {
        let search = serde_json::from_str(search).expect("a search");
        wanted(&search, |slug| match slug {
            "cam-canh" => Some(30_000),
            "cam-sanh" => Some(11_000),
            _ => None,
        })
    }

    fn list(set: Option<BTreeSet<Slug>>) -> Vec<String> {
        set.into_iter().flatten().map(String::from).collect()
    }

    #[test]
    fn words_without_marks_find_a_variety_or_else_a_place() {
        let found = of(r#"{"q":"cam sanh"}"#);
        assert_eq!((list(found.varieties), list(found.products), found.communes), (vec!["cam-sanh".into()], vec!["cam".into()], None));
        let place = of(r#"{"q":"lac thuy"}"#);
        assert!(place.varieties.is_none() && place.communes.is_some_and(|communes| !communes.is_empty()));
        assert_eq!(of(r#"{"q":"xyzzy"}"#).communes, Some(BTreeSet::new()), "what nobody knows finds nothing");
    }

    #[test]
    fn filters_narrow_each_other() {
        assert_eq!(list(of(r#"{"product":"cam","price_to":20000}"#).varieties), ["cam-sanh"]);
        assert_eq!(list(of(r#"{"product":"buoi","variety":"cam-sanh"}"#).varieties), Vec::<String>::new());
        let (whole, part) =
            (of(r#"{"province":"25"}"#).communes.unwrap(), of(r#"{"province":"25","place":"cao phong"}"#).communes.unwrap());
        assert!(part.contains(&"05089".parse().unwrap()) && part.is_subset(&whole) && part.len() < whole.len());
        let any = Search { price_from: VndPerKg::new(1000).ok(), ..Search::default() };
        assert_eq!(products(&any), None, "prices change, what is kept stays");
        assert_eq!(products(&serde_json::from_str(r#"{"q":"buoi dien"}"#).unwrap()), Some(BTreeSet::from(["buoi".into()])));
    }
}
