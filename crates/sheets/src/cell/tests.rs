use super::area::AreaUnit;
use super::date::{self, DateFault, Edge};
use super::money::{self, MoneyFault};
use super::number::NumberFault;
use super::weight::{self, WeightFault};
use super::{Reading, hours, phone, tax_code};
use crate::grid::Cell;
use domain::day::TradeDay;
use domain::money::VndPerKg;
use domain::unit::MassUnit;
use serde_json::Value;

fn group(name: &str) -> Value {
    let file: Value = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/test-vectors.json"))).unwrap();
    file[name].clone()
}

/// Runs `got` on each input of a list and compares with what the list expects; all differences are shown at once.
fn compare(list: &Value, key: &str, got: impl Fn(&str) -> String, want: impl Fn(&Value) -> String) {
    let cases = list[key].as_array().unwrap();
    assert!(cases.len() > 8, "{key}");
    let wrong = cases.iter().filter_map(|case| {
        let input = case["input"].as_str().unwrap();
        let (got, want) = (got(input), want(case));
        (got != want).then(|| format!("{input:?}: got {got}, want {want}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn number_reason(fault: NumberFault) -> String {
    match fault {
        NumberFault::Missing => "empty".into(),
        NumberFault::Overflow => "overflow".into(),
        other => other.to_string().trim_start_matches("number_").to_owned(),
    }
}

#[test]
fn money_follows_the_vectors() {
    let got = |text: &str| match money::dong(text) {
        Ok(dong) => dong.to_string(),
        Err(MoneyFault::Number(fault)) => number_reason(fault),
        Err(MoneyFault::Fraction) => "fraction_of_dong".into(),
        Err(MoneyFault::OtherUnit) => "other_unit".into(),
    };
    let want = |case: &Value| case["value"].as_i64().map_or_else(|| case["reason"].as_str().unwrap().to_owned(), |value| value.to_string());
    compare(&group("number_parse"), "money_vnd", got, want);
}

#[test]
fn weights_follow_the_vectors() {
    let got = |text: &str| match weight::kilograms(text, MassUnit::Kg) {
        Ok((kg, _)) => kg.to_string(),
        Err(WeightFault::Number(NumberFault::Missing)) => "no_number".into(),
        Err(WeightFault::Number(fault)) => number_reason(fault),
        Err(WeightFault::UnitNeedsProduct) => "unit_needs_product".into(),
        Err(WeightFault::Ambiguous { .. }) => "ambiguous".into(),
        Err(WeightFault::Kg(error)) => error.to_string(),
    };
    let first_word = |text: &str| text.split([':', ' ']).next().unwrap_or_default().to_owned();
    let want = |case: &Value| case["kg"].as_str().map_or_else(|| first_word(case["reason"].as_str().unwrap()), str::to_owned);
    compare(&group("number_parse"), "weight_kg", got, want);
}

#[test]
fn days_follow_the_vectors() {
    let dates = group("dates");
    let got = |text: &str| match date::typed(text) {
        Ok(day) => day.date().to_string(),
        Err(DateFault::TwoDigitYear { .. }) => "two_digit_year: ask".into(),
        Err(fault) => fault.to_string().trim_start_matches("date_").to_owned(),
    };
    let want = |case: &Value| case["iso"].as_str().or_else(|| case["reason"].as_str()).unwrap().to_owned();
    compare(&dates, "cases", got, want);
    for case in dates["excel_serial"].as_array().unwrap() {
        let number = case["serial"].as_f64().unwrap();
        assert_eq!(date::serial(number, false).unwrap().date().to_string(), case["iso"].as_str().unwrap());
        assert_eq!(date::serial(number - 1462.0, true), date::serial(number, false));
    }
    let edge = |number| date::serial(number, false).map(|day| day.date().to_string());
    assert_eq!((edge(32_873.9), edge(32_874.0)), (None, Some("1990-01-01".into())));
    assert_eq!((edge(73_415.5), edge(73_416.0)), (Some("2100-12-31".into()), None));
}

#[test]
fn areas_follow_the_vectors() {
    let mut seen = 0;
    for case in group("unit_conversion")["area"].as_array().unwrap() {
        let (unit, wanted) = (case["from"].as_str().unwrap(), case["m2"].as_str().unwrap());
        // A công is a thousand square metres in the south and nothing in the north: it is asked about.
        let Some(unit) = super::area::unit_in(unit) else { continue };
        let metres = unit.thousandths(case["value"].as_str().unwrap()).unwrap();
        let exact = AreaUnit::SquareMetre.thousandths(wanted).unwrap();
        assert_eq!(metres, exact, "{case}");
        seen += 1;
    }
    assert_eq!(seen, 6);
}

#[test]
fn tax_codes_with_a_lost_zero_are_asked_about_and_never_taken() {
    let group = group("mst");
    let got = |text: &str| match tax_code::tax_code(&Cell::Text(text.to_owned())) {
        Reading::Same(code) => code.to_string(),
        Reading::Corrected { .. } => "corrected".into(),
        Reading::Ask(question) => question.choices.first().map_or_else(|| "asked".into(), |choice| format!("{choice}?")),
    };
    let want = |case: &Value| match (case["normalized"].as_str(), case["suggestion"].as_str()) {
        (Some(code), _) => code.to_owned(),
        (None, Some(code)) => format!("{code}?"),
        (None, None) => "asked".into(),
    };
    compare(&group, "cases", got, want);
    assert_eq!(tax_code::tax_code(&Cell::Number(100_100_079.0)).value().unwrap_err().choices, ["0100100079"]);
    let branch = tax_code::tax_code(&Cell::Number(100_100_079_001.0)).value().unwrap_err();
    assert_eq!((branch.code.as_ref(), branch.choices.as_slice()), ("tax_code_lost_zero", &["0100100079-001".to_owned()][..]));
}

#[test]
fn repaired_phones_say_what_was_repaired() {
    let read = |cell: &Cell| match phone::phone(cell) {
        Reading::Same(phone) => phone.national(),
        Reading::Corrected { to, code, .. } => format!("{to} {code}"),
        Reading::Ask(question) => format!("{} {}", question.code, question.choices.join("|")),
    };
    let text = |text: &str| read(&Cell::Text(text.into()));
    assert_eq!(text("+84 912 345 678"), "0912345678");
    assert_eq!(text("01682345678"), "0382345678 phone_prefix_renewed");
    assert_eq!(read(&Cell::Number(1_682_345_678.0)), "0382345678 phone_prefix_renewed");
    assert_eq!(read(&Cell::Number(912_345_678.0)), "0912345678 leading_zero_restored");
    assert_eq!(text("0912345678 / 0987654321"), "phone_two_numbers 0912345678|0987654321");
    assert_eq!(text("chưa có"), "phone_characters ");
}

#[test]
fn what_may_mean_two_things_offers_both() {
    let asked = |text: &str| weight::weight(&Cell::Text(text.into()), MassUnit::Kg).value().unwrap_err().choices;
    assert_eq!(asked("1.5 tấn"), ["1,5 tấn", "1500 tấn"]);
    assert_eq!(asked("1,500 kg"), ["1,5000 kg", "1500 kg"]);
    for choice in ["1,5 tấn", "1500 tấn", "1,5000 kg", "1500 kg"] {
        assert!(weight::weight(&Cell::Text(choice.into()), MassUnit::Kg).value().is_ok(), "{choice}");
    }
    let price = |text: &str| money::price(&Cell::Text(text.into()), false).value().map_err(|question| question.choices);
    assert_eq!(price("18,000"), Err(vec!["18.000".to_owned()]));
    assert_eq!(price("18.5"), Err(vec!["18.500".to_owned()]));
    assert_eq!(price("22,5").unwrap_err(), ["22.500"]);
    assert_eq!(price("15.000đ/quả").unwrap_err(), [""; 0], "a fruit weighs what it weighs");
    let in_thousands = |text: &str| money::price(&Cell::Text(text.into()), true).value().map_err(|question| question.choices);
    assert_eq!(in_thousands("15.000"), Err(vec!["15.000đ".to_owned()]));
    assert_eq!(in_thousands("15.000đ").map(VndPerKg::dong), Ok(15_000));
    assert_eq!(
        money::price(&Cell::Number(22.5), true),
        Reading::Corrected { value: 22_500.try_into().unwrap(), to: "22.500".into(), code: "thousands_written_out" }
    );
    for (text, dong) in [("22.500", 22_500), ("22,5k", 22_500), ("22.5 nghìn", 22_500), ("15k5", 15_500), ("1tr25", 1_250_000)] {
        assert_eq!(money::dong(text), Ok(dong), "{text}");
    }
    assert!(money::dong("22.500 nghìn").is_err());
}

#[test]
fn a_month_is_enough_for_an_edge_and_a_short_year_is_not() {
    let read = |text: &str, edge| date::day(&Cell::Text(text.into()), false, edge);
    let day = |iso: &str| TradeDay::new(iso.parse().unwrap());
    let corrected = |iso: &str, to: &str, code| Reading::Corrected { value: day(iso), to: to.into(), code };
    assert_eq!(read("tháng 11/2026", Some(Edge::First)), corrected("2026-11-01", "01/11/2026", "month_begins"));
    assert_eq!(read("tháng 2 năm 2028", Some(Edge::Last)), corrected("2028-02-29", "29/02/2028", "month_ends"));
    assert_eq!(read("12/2026", Some(Edge::Last)), corrected("2026-12-31", "31/12/2026", "month_ends"));
    assert_eq!(read("46347", None), corrected("2026-11-21", "21/11/2026", "date_from_serial"));
    assert_eq!(read("1-2-27", None).value().unwrap_err().choices, ["01/02/2027"]);
    assert_eq!(read("11/25/2026", None).value().unwrap_err().choices, ["25/11/2026"]);
    assert!(read("sau Tết", None).value().is_err() && read("2026", None).value().is_err());
}

#[test]
fn hours_are_written_in_many_ways() {
    let read = |text: &str| hours::hours(&Cell::Text(text.into())).value().map(hours::shown).map_err(|question| question.code);
    for (text, shown) in
        [("05:00-07:00", "05:00-07:00"), ("5h–7h30", "05:00-07:30"), ("từ 22h đến 6h", "22:00-06:00"), ("5 giờ - 7 giờ", "05:00-07:00")]
    {
        assert_eq!(read(text).as_deref(), Ok(shown), "{text}");
    }
    for bad in ["sáng", "25h-26h", "5h", "", "-"] {
        assert!(read(bad).is_err(), "{bad}");
    }
}
