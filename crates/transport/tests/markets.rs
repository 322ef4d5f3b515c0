//! The measured markets of a district and of a province (`benches/matching/markets`): their known optimum, proved over all pairs.
use flate2::read::GzDecoder;
use std::io::Read;
use std::path::Path;
use transport::{Demand, Instance, Part, certify, clear, files};

fn read(name: &str) -> Instance {
    let text = |side: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../benches/matching/markets/{name}-{side}.csv.gz"));
        let mut text = String::new();
        GzDecoder::new(std::fs::File::open(path).unwrap()).read_to_string(&mut text).unwrap();
        text
    };
    files::read(&text("offers"), &text("demands"), None).unwrap()
}

#[test]
fn a_district_is_cleared_at_its_optimum() {
    let market = read("S");
    assert_eq!(certify(&market, &clear(&market, 50, 1)), Ok(996_897_665));
}

#[test]
fn a_province_is_cleared_at_its_optimum() {
    let market = read("M");
    let cleared = clear(&market, 50, 2);
    assert_eq!(certify(&market, &cleared), Ok(50_961_312_035));
    assert_eq!(cleared, clear(&market, 50, 1));
}

/// Every offer in four weeks, at most two fifths in one; every demand in each of them for a quarter, the later the dearer.
fn four_weeks(week: &Instance) -> Instance {
    let mut market = Instance { offers: week.offers.clone(), ..Instance::default() };
    for (offer, number) in market.offers.iter_mut().zip(0..) {
        (offer.from, offer.to) = (0, 27);
        let kg = (offer.kg * 2 / 5).max(1);
        market.parts.extend((0..4).map(|week| Part { offer: number, kg, from: 7 * week, to: 7 * week + 6 }));
    }
    for demand in &week.demands {
        let line = |week: i32| Demand { kg: (demand.kg / 4).max(1), bid: demand.bid + 90 * week, from: 7 * week, to: 7 * week + 6, ..*demand };
        market.demands.extend((0..4).map(line));
    }
    market
}

#[test]
fn weeks_of_a_district_and_of_a_province_are_proved() {
    for name in ["S", "M"] {
        let market = four_weeks(&read(name));
        let cleared = clear(&market, 50, 2);
        assert_eq!(certify(&market, &cleared), Ok(cleared.value));
        assert!(cleared.trades.len() > market.offers.len() / 2);
    }
}
