//! The measured markets of a district and of a province (`benches/matching/markets`), with their smallest lots and supplier limits.

use flate2::read::GzDecoder;
use matching::check::verify;
use matching::format::read_market;
use matching::market::Market;
use matching::plan::Plan;
use matching::solve;
use std::io::Read;
use std::path::Path;

fn read(name: &str) -> Market {
    let text = |side: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../benches/matching/markets/{name}-{side}.csv.gz"));
        let mut text = String::new();
        GzDecoder::new(std::fs::File::open(path).unwrap()).read_to_string(&mut text).unwrap();
        text
    };
    read_market(&text("offers"), &text("demands")).unwrap()
}

/// Proved, and no plan could be worth more than its bound.
fn proved(market: &Market) -> Plan {
    let plan = solve(market);
    assert_eq!(verify(market, &plan), Ok(()));
    plan
}

#[test]
fn a_district_comes_within_half_a_percent_of_its_known_optimum() {
    const OPTIMUM: i128 = 953_095_410;
    let plan = proved(&read("S"));
    assert!(plan.value * 1_000 >= OPTIMUM * 995 && plan.value <= OPTIMUM, "{}", plan.value);
    assert!(plan.least_bound() >= OPTIMUM);
    assert_eq!(plan.bound, 996_897_665, "the optimum without lots and limits");
}

#[test]
fn a_province_is_cleared_with_a_bound_below_the_optimum_without_limits() {
    let plan = proved(&read("M"));
    assert!(plan.value >= 42_500_000_000, "{}", plan.value);
    assert_eq!(plan.bound, 50_961_312_035);
    assert!(plan.least_bound() - plan.value <= plan.value / 25, "{}", plan.least_bound());
}
