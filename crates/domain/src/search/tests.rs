use super::*;
use crate::product::CertKind;
use proptest::prelude::*;

fn slugs(list: &[&str]) -> BTreeSet<Slug> {
    list.iter().map(|slug| slug.parse().unwrap()).collect()
}

fn day(text: &str) -> TradeDay {
    TradeDay::new(text.parse().unwrap())
}

fn window(from: &str, to: &str) -> Window {
    Window { from: day(from), to: day(to) }
}

fn kinds(list: &[CertKind]) -> CertKinds {
    list.iter().copied().collect()
}

fn oranges() -> Goods {
    Goods {
        side: Side::Supplier,
        product: "cam".parse().unwrap(),
        varieties: vec!["cam-canh".parse().unwrap()],
        commune: "05089".parse().unwrap(),
        certificates: kinds(&[CertKind::Vietgap, CertKind::Gi]),
        windows: vec![window("2026-11-30", "2026-12-20")],
        left: Kg::from_whole(4000).unwrap(),
        km: Some(74),
    }
}

#[test]
fn every_filter_can_say_no() {
    let met = |wanted: &Wanted| wanted.is_met_by(&oranges());
    let none = Wanted::default();
    assert!(met(&none));
    let no = [
        Wanted { products: Some(slugs(&["buoi"])), ..none.clone() },
        Wanted { varieties: Some(slugs(&["cam-v2"])), ..none.clone() },
        Wanted { varieties: Some(BTreeSet::new()), ..none.clone() },
        Wanted { communes: Some(BTreeSet::from(["00004".parse().unwrap()])), ..none.clone() },
        Wanted { certificates: kinds(&[CertKind::Organic]), ..none.clone() },
        Wanted { certificates: kinds(&[CertKind::Vietgap, CertKind::Organic]), ..none.clone() },
        Wanted { from: Some(day("2026-12-21")), ..none.clone() },
        Wanted { to: Some(day("2026-11-29")), ..none.clone() },
        Wanted { least: Kg::from_whole(4001).unwrap(), ..none.clone() },
        Wanted { within_km: Some(73), ..none.clone() },
    ];
    for wanted in &no {
        assert!(!met(wanted), "{wanted:?}");
    }
    let yes = Wanted {
        products: Some(slugs(&["cam"])),
        varieties: Some(slugs(&["cam-canh", "cam-v2"])),
        communes: Some(BTreeSet::from(["05089".parse().unwrap()])),
        certificates: kinds(&[CertKind::Vietgap]),
        from: Some(day("2026-12-20")),
        to: Some(day("2026-12-27")),
        least: Kg::from_whole(4000).unwrap(),
        within_km: Some(74),
    };
    assert!(met(&yes));
    assert!(!yes.is_met_by(&Goods { km: None, ..oranges() }), "nobody knows how far it is");
}

#[test]
fn a_demand_takes_any_variety_of_its_product_and_may_ask_for_fewer_papers() {
    let demand = Goods { side: Side::Buyer, varieties: Vec::new(), certificates: kinds(&[CertKind::Vietgap]), ..oranges() };
    let wanted = Wanted { products: Some(slugs(&["cam"])), varieties: Some(slugs(&["cam-v2"])), ..Wanted::default() };
    assert!(wanted.is_met_by(&demand));
    let with = |list: &[CertKind]| Wanted { certificates: kinds(list), ..Wanted::default() }.is_met_by(&demand);
    assert!(with(&[CertKind::Vietgap, CertKind::Organic]));
    assert!(!with(&[CertKind::Organic]), "it asks for a paper that is not there");
    let gap = Goods { windows: vec![window("2026-11-30", "2026-12-06"), window("2026-12-21", "2026-12-27")], ..demand };
    let between = Wanted { from: Some(day("2026-12-07")), to: Some(day("2026-12-20")), ..Wanted::default() };
    assert!(!between.is_met_by(&gap), "no week of it is open then");
}

#[test]
fn a_search_names_its_faults() {
    let search: Search =
        serde_json::from_str(r#"{"from":"2026-12-02","to":"2026-12-01","price_from":20000,"price_to":10000,"within_km":3001}"#).unwrap();
    let faults: Vec<_> = search.check().unwrap_err().into_iter().map(|fault| (fault.field.into_owned(), fault.code)).collect();
    let expected = [("to", "window_reversed"), ("price_to", "prices_reversed"), ("within_km", "km_out_of_range")];
    assert_eq!(faults, expected.map(|(field, code)| (field.to_owned(), code)));
    let far = Search { from: Some(day("0000-01-01")), to: Some(day("9999-12-31")), ..Search::default() };
    assert_eq!(far.check().unwrap_err().len(), 2, "neither day is one of a season");
    assert_eq!(serde_json::from_str::<Search>("{}").unwrap().check(), Ok(()));
    assert!(serde_json::from_str::<Search>(r#"{"prize":1}"#).is_err());
    assert_eq!("x".repeat(101).parse::<Words>(), Err(TextError::TooLong));
}

proptest! {
    /// To ask for more never finds more.
    #[test]
    fn another_filter_never_adds(least in 0i64..8000, km in 1u16..200, bits in 0u32..=255) {
        let wide = Wanted { within_km: Some(km), ..Wanted::default() };
        let narrow = Wanted { least: Kg::from_whole(least).unwrap(), certificates: CertKinds::from_bits(bits).unwrap(), ..wide.clone() };
        prop_assert!(!narrow.is_met_by(&oranges()) || wide.is_met_by(&oranges()));
    }
}
