use super::*;
use domain::account::{OrgKind, VatMethod};
use uuid::Uuid;

fn org(id: u128) -> OrgId {
    Uuid::from_u128(id).into()
}

fn day(text: &str) -> domain::day::TradeDay {
    domain::day::TradeDay::new(text.parse().unwrap())
}

fn registry() -> Registry {
    let mut registry = Registry::default();
    for (id, kind, name, tax_code, commune) in [
        (1, OrgKind::Cooperative, "Hợp tác xã nông nghiệp Cao Phong", Some("0100100079"), "05089"),
        (2, OrgKind::ProductionGroup, "Tổ hợp tác Dũng Phong", None, "05116"),
        (3, OrgKind::Farm, "Trang trại Lan", None, "05089"),
        (4, OrgKind::Farm, "Trang trại Lan", None, "05116"),
        (5, OrgKind::Enterprise, "Siêu thị Hà Thành", Some("0100109106"), "00004"),
    ] {
        let profile = profile(kind, name, tax_code, commune);
        let (name, tax_code, commune) = (name.to_owned(), tax_code.map(str::to_owned), commune.to_owned());
        registry.add(Registered { id: org(id), kind, name, tax_code, commune, profile });
    }
    registry
}

fn profile(kind: OrgKind, name: &str, tax_code: Option<&str>, commune: &str) -> OrgProfile {
    OrgProfile {
        kind,
        name: name.parse().unwrap(),
        tax_code: tax_code.map(|code| code.parse().unwrap()),
        address_line: None,
        commune: commune.parse().unwrap(),
        old_district: None,
        point: None,
        representative: "Quách Thị Lan".parse().unwrap(),
        position: "Giám đốc".parse().unwrap(),
        phone: "0912345678".parse().unwrap(),
        email: None,
        vat_method: VatMethod::Direct,
        bank_account: None,
    }
}

fn told(placed: &Placed) -> String {
    let code = |problem: &ImportedProblem| format!("{} {:?}", problem.code, problem.choices);
    match (placed.thing, placed.problems.first(), placed.doubts.first()) {
        (Some(thing), ..) => format!("known {}", thing.as_u128()),
        (None, Some(problem), _) => code(problem),
        (None, None, Some(doubt)) => format!("doubt {}", code(doubt)),
        (None, None, None) => placed.org.map_or("new".to_owned(), |org| format!("of {}", Uuid::from(org).as_u128())),
    }
}

#[test]
fn an_organisation_is_known_by_its_code_or_its_name_and_place_and_never_merged() {
    let place = |kind, name, code, commune| told(&registry().place(&profile(kind, name, code, commune)));
    let (coop, group, farm) = (OrgKind::Cooperative, OrgKind::ProductionGroup, OrgKind::Farm);
    for (kind, name, code, commune, expected) in [
        (coop, "HTX NN Cao Phong", Some("0100100079"), "05116", "known 1"),
        (coop, "HTX Bưởi Tân Lạc", Some("0100100079"), "05089", "tax_code_registered []"),
        (coop, "HTX Cao Phong", Some("0100109106-001"), "05089", "doubt similar_registered []"),
        (group, "tổ hợp tác dũng phong", None, "05116", "known 2"),
        (group, "Tổ hợp tác Dũng Phong", None, "05089", "doubt similar_registered []"),
        (group, "THT Dũng Phong", None, "05116", "doubt similar_registered []"),
        (farm, "Trang trại Hoa", None, "05116", "new"),
    ] {
        assert_eq!(place(kind, name, code, commune), expected, "{name} {code:?} {commune}");
    }
    let mut registry = registry();
    let now = "2026-11-22T05:00:00Z".parse().unwrap();
    registry.remember(&Organisation::register(profile(farm, "Trang trại Hoa", None, "05116"), org(6), now).unwrap());
    assert_eq!(told(&registry.place(&profile(farm, "Trang trại Hoa", None, "05116"))), "known 6", "what this list made counts too");
}

#[test]
fn a_paper_goes_to_the_holder_that_is_meant_without_doubt() {
    let holders = Holders { registry: registry(), papers: HashMap::new() };
    let terms = CertificateTerms {
        kind: CertKind::Vietgap,
        number: "VG-1".parse().unwrap(),
        issuer: "Vinacert".parse().unwrap(),
        varieties: Vec::new(),
        issued_on: day("2026-01-01"),
        valid_to: day("2027-01-01"),
        stars: None,
        criteria: None,
        old_commune: None,
        lab: None,
        area_m2: None,
        expected: None,
    };
    let place = |code: Option<&str>, name: Option<&str>| {
        let owner = Owner { tax_code: code.map(|code| code.parse().unwrap()), name: name.map(|name| name.parse().unwrap()) };
        told(&holders.place(&owner, &terms))
    };
    for (code, name, expected) in [
        (Some("0100100079"), None, "of 1"),
        (Some("0100100079"), Some("HTX NN Cao Phong"), "of 1"),
        (Some("0100100079"), Some("HTX Tân Lạc"), r#"holder_named_otherwise ["Hợp tác xã nông nghiệp Cao Phong"]"#),
        (Some("0100109106-001"), Some("Hợp tác xã nông nghiệp Cao Phong"), "holder_unknown []"),
        (None, Some("HỢP TÁC XÃ NÔNG NGHIỆP CAO PHONG"), "of 1"),
        (None, Some("HTX NN Cao Phong"), r#"holder_similar ["Hợp tác xã nông nghiệp Cao Phong"]"#),
        (None, Some("Hop tac xa nong nghiep Cao Phong"), r#"holder_similar ["Hợp tác xã nông nghiệp Cao Phong"]"#),
        (None, Some("Trang trại Lan"), "holder_ambiguous []"),
        (None, Some("HTX Nào Đó"), "holder_unknown []"),
        (None, None, "holder_missing []"),
        (Some("0100109106"), None, "holder_not_supplier []"),
    ] {
        assert_eq!(place(code, name), expected, "{code:?} {name:?}");
    }
    let certificate = |terms: CertificateTerms| {
        let officer = domain::account::Actor { user: Uuid::from_u128(9).into(), role: domain::account::Role::Officer, membership: None };
        Certificate::enter(&officer, org(1), terms, None, Uuid::from_u128(7).into(), "2026-11-22T05:00:00Z".parse().unwrap()).unwrap()
    };
    let mut holders = holders.clone();
    holders.remember(&certificate(terms.clone()));
    let owner = Owner { tax_code: Some("0100100079".parse().unwrap()), name: None };
    assert_eq!(told(&holders.place(&owner, &terms)), "known 7");
    let renewed = CertificateTerms { valid_to: day("2028-01-01"), ..terms };
    assert_eq!(told(&holders.place(&owner, &renewed)), "certificate_there []", "a paper is changed where it stands, never by a list");
}

#[test]
fn what_a_list_says_otherwise_of_an_organisation_stands_beside_what_is_here() {
    let name = "Hợp tác xã nông nghiệp Cao Phong";
    let mut given = profile(OrgKind::Cooperative, name, Some("0100100079"), "05116");
    given.representative = "Bùi Văn Nam".parse().unwrap();
    given.address_line = Some("Khu 3".parse().unwrap());
    let placed = registry().place(&given);
    let differs: Vec<_> = placed.corrections.iter().map(|one| (one.column.as_str(), one.from.as_str(), one.to.as_str())).collect();
    assert!(differs.iter().any(|(column, from, to)| *column == "commune" && from != to && to.contains("Cao Phong")), "{differs:?}");
    assert!(differs.contains(&("representative", "Bùi Văn Nam", "Quách Thị Lan")), "{differs:?}");
    assert!(differs.contains(&("address_line", "Khu 3", "")), "{differs:?}");
    assert_eq!(differs.len(), 3, "{differs:?}");
    let same = registry().place(&profile(OrgKind::Cooperative, name, Some("0100100079"), "05089"));
    assert_eq!((told(&same).as_str(), same.corrections), ("known 1", Vec::new()));
}
