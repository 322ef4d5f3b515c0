use super::*;

fn commune(code: &str, name: &str, province: &str, former: &[(&str, &str, &str, &str)]) -> Commune {
    let former = former.iter().map(|(name, district, district_name, province)| Former {
        name: (*name).to_owned(),
        district: district.parse().unwrap(),
        district_name: (*district_name).to_owned(),
        province: (*province).to_owned(),
    });
    Commune { code: code.parse().unwrap(), name: name.into(), province: province.into(), former: former.collect() }
}

fn communes() -> Communes {
    let cao_phong =
        [("Thị trấn Cao Phong", "154", "Huyện Cao Phong", "Tỉnh Hòa Bình"), ("Xã Thu Phong", "154", "Huyện Cao Phong", "Tỉnh Hòa Bình")];
    Communes::new([
        commune("05089", "Xã Cao Phong", "Phú Thọ", &cao_phong),
        commune("09000", "Xã Sơn Đông", "Phú Thọ", &[("Xã Cao Phong", "253", "Huyện Sông Lô", "Tỉnh Vĩnh Phúc")]),
        commune("01000", "Xã Tân Phong", "Sơn La", &[]),
        commune("02000", "Phường Tân Phong", "Lai Châu", &[]),
        commune("03000", "Phường 1", "Đà Lạt", &[]),
    ])
}

fn found(typed: &str, around: &[&str]) -> String {
    match communes().find(typed, around) {
        Found::One(commune, how) => format!("{} {how:?}", commune.code),
        Found::Several(several) => several.iter().map(|commune| commune.code.to_string()).collect::<Vec<_>>().join(" or "),
        Found::Nothing(_) => "nothing".to_owned(),
    }
}

#[test]
fn a_name_of_today_of_before_and_of_both() {
    assert_eq!(found("05089", &[]), "05089 Exact");
    assert_eq!(found("Xã Cao Phong", &[]), "05089 Exact", "the full name of today");
    assert_eq!(found("Cao Phong", &[]), "05089 or 09000", "short it may be the one of before");
    assert_eq!(found("xã cao phong, huyện Sông Lô", &[]), "09000 Also");
    assert_eq!(found("Cao Phong", &["Huyện Cao Phong", "Hòa Bình"]), "05089 Folded");
    assert_eq!(found("xa thu phong", &[]), "05089 Also");
    assert_eq!(found("Tân Phong", &[]), "01000 or 02000");
    assert_eq!(found("Tân Phong", &["Sơn La"]), "01000 Folded");
    assert_eq!(found("Phường 1", &[]), "03000 Exact");
    assert_eq!((found("Nơi khác", &[]), found("", &[]), found(",,", &[])), ("nothing".into(), "nothing".into(), "nothing".into()));
}

#[test]
fn a_label_is_a_name_only_where_it_is_clear() {
    let communes = communes();
    let label = |code: &str, around: &[&str]| communes.label(code.parse().unwrap(), around);
    assert_eq!(label("05089", &[]), "Xã Cao Phong, Phú Thọ");
    assert_eq!(label("05089", &["Huyện Sông Lô"]), "05089");
    assert_eq!(label("99999", &[]), "99999");
}
