use super::*;

fn found_in(catalogue: &Catalogue, typed: &str) -> Vec<String> {
    catalogue.search(typed, 8).iter().map(|variety| variety.slug.clone()).collect()
}

fn found(typed: &str) -> Vec<String> {
    found_in(&SHIPPED, typed)
}

#[test]
fn every_variety_has_its_product_and_a_freight_class() {
    let catalogue = &*SHIPPED;
    assert_eq!(catalogue.varieties.len(), 86);
    for variety in &catalogue.varieties {
        assert!(catalogue.product(&variety.product_slug).is_some(), "{}", variety.product_slug);
        let entry = variety.entry().unwrap_or_else(|error| panic!("{}: {error}", variety.slug));
        assert_eq!(entry.terms.check(), Ok(()), "{}", variety.slug);
    }
    assert_eq!(catalogue.variety("buoi-dien").unwrap().usual_price(), Some(14_000));
}

#[test]
fn what_the_office_wrote_lies_over_the_list() {
    let shipped = &*SHIPPED;
    let mut changed = shipped.variety("cam-canh").unwrap().entry().unwrap();
    changed.terms.name_vi = "Cam đường Canh".parse().unwrap();
    (changed.terms.also, changed.terms.resting, changed.version) = (vec!["cam Tết".parse().unwrap()], true, 1);
    let mut new = changed.clone();
    (new.slug, new.terms.name_vi, new.terms.also) = ("cam-bu".parse().unwrap(), "Cam Bù".parse().unwrap(), Vec::new());
    let catalogue = Catalogue::with(Written { products: Vec::new(), varieties: vec![(changed, None), (new, Some(10_000))] });
    assert_eq!(found_in(&catalogue, "cam tet")[0], "cam-canh");
    assert_eq!(found_in(&catalogue, "cam bu"), ["cam-bu"]);
    let canh = catalogue.variety("cam-canh").unwrap();
    assert!(canh.resting && canh.gi_cao_phong && canh.usual_price().is_some());
    assert_eq!(catalogue.variety_number("cam-canh"), shipped.variety_number("cam-canh"));
    assert_eq!(catalogue.variety_number("cam-bu"), Some(10_000));
    assert_eq!(catalogue.lookups().varieties.label("cam-bu"), "Cam Bù");
}

#[test]
fn only_trees_have_a_yield_a_year() {
    let best = |slug: &str| SHIPPED.variety(slug).unwrap().best_yield();
    assert_eq!([best("cam-canh"), best("buoi-dien"), best("rau-muong"), best("dua-hau")], [Some(25_000), Some(16_000), None, None]);
}

#[test]
fn names_are_found_without_marks_and_exact_spelling_comes_first() {
    assert_eq!(found("cam cao phong")[0], "cam-long-vang-cs1");
    assert_eq!(found("quyt ngot")[0], "quyt-ngot-cao-phong");
    assert_eq!(found("Cam Sành")[0], "cam-sanh");
    assert_eq!(found("dau co ve")[0], "dau-co-ve");
    assert_eq!(found("ĐẬU CÔ VE")[0], "dau-co-ve");
    assert_eq!(found("bưởi đỏ")[0], "buoi-do-tan-lac");
    // Decomposed letters, as some keyboards send them.
    assert_eq!(found("cam sa\u{300}nh")[0], "cam-sanh");
    let doai = found("cam xã đoài");
    assert!(["cam-xa-doai-cao", "cam-xa-doai-lun"].iter().all(|slug| doai.iter().any(|found| found == slug)), "{doai:?}");
    assert!(found("").is_empty() && found("xyzzy").is_empty());
}

#[test]
fn marks_decide_between_names_that_fold_alike() {
    let (ca, first) = (found("cà"), found("ca"));
    assert!(ca[0].starts_with("ca-"), "{ca:?}");
    assert!(!first.is_empty());
}

#[test]
fn what_people_type_finds_what_they_mean() {
    let vectors: serde_json::Value = serde_json::from_str(include_str!("../../../../../data/test-vectors.json")).unwrap();
    let cases = vectors["folding"]["search"].as_array().unwrap();
    assert!(!cases.is_empty());
    for case in cases {
        let query = case["query"].as_str().unwrap();
        let answer = found(query);
        for slug in case["must_find"].as_array().unwrap() {
            assert!(answer.iter().any(|found| found == slug.as_str().unwrap()), "{query}: {answer:?}");
        }
        if let Some(first) = case["first"].as_str() {
            assert_eq!(answer[0], first, "{query}");
        }
    }
}
