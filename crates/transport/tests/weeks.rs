//! Offers that are sold week by week, no more in a week than can be picked and no more in all than there is.
use oracle::{by_simplex, ends_by_simplex};
use proptest::prelude::*;
use transport::{Demand, Doubt, Instance, Offer, Part, Trade, certify, clear};

mod oracle;

const WEEKS: i32 = 4;

/// An offer with its parts: which weeks, and how many percent of its kg each has room for. None: it is sold whole.
fn offer() -> impl Strategy<Value = (Offer, Vec<Part>)> {
    let weeks = prop::collection::btree_map(0..WEEKS, 1..=100i64, 0..=WEEKS as usize);
    (0..2u32, 0..3i32, 1..400i64, 4_000..9_000i32, (0..60i32, 0..60i32), weeks).prop_map(|(product, grade, kg, ask, (lat, lon), weeks)| {
        let offer = Offer {
            product,
            variety: 0,
            grade,
            certs: 0,
            kg,
            ask,
            lat_e6: 20_600_000 + lat * 20_000,
            lon_e6: 105_000_000 + lon * 20_000,
            from: 0,
            to: 7 * WEEKS - 1,
        };
        let parts =
            weeks.into_iter().map(|(week, percent)| Part { offer: 0, kg: (kg * percent / 100).max(1), from: 7 * week, to: 7 * week + 6 });
        (offer, parts.collect())
    })
}

fn demand() -> impl Strategy<Value = Demand> {
    let days = prop_oneof![3 => (0..WEEKS, Just(6)), 1 => (0..WEEKS, 0..20)];
    (0..2u32, 0..3i32, 1..500i64, 6_000..12_000i32, (0..60i32, 0..60i32), days, 30..200i32).prop_map(
        |(product, min_grade, kg, bid, (lat, lon), (week, days), max_km)| Demand {
            product,
            varieties: 1,
            min_grade,
            certs: 0,
            kg,
            bid,
            lat_e6: 20_600_000 + lat * 20_000,
            lon_e6: 105_000_000 + lon * 20_000,
            from: 7 * week,
            to: 7 * week + days,
            max_km,
        },
    )
}

fn market(most: usize) -> impl Strategy<Value = Instance> {
    (prop::collection::vec(offer(), 0..most), prop::collection::vec(demand(), 0..2 * most)).prop_map(|(posts, demands)| {
        let mut market = Instance { demands, ..Instance::default() };
        for (offer, parts) in posts {
            let number = u32::try_from(market.offers.len()).unwrap();
            market.offers.push(offer);
            market.parts.extend(parts.into_iter().map(|part| Part { offer: number, ..part }));
        }
        market
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_general_solver_finds_the_same_value(market in market(14)) {
        let proved = certify(&market, &clear(&market, 50, 1)).unwrap();
        prop_assert_eq!(proved.to_string(), by_simplex(&market));
    }

    #[test]
    fn a_general_solver_finds_the_same_ends(market in market(8)) {
        let cleared = clear(&market, 50, 1);
        let [most, least] = ends_by_simplex(&market, certify(&market, &cleared).unwrap());
        let ends = || cleared.rent_ends.iter().chain(&cleared.part_ends);
        let sum = |end: fn(&(i64, i64)) -> i64| ends().map(end).sum::<i64>().to_string();
        prop_assert_eq!(sum(|ends| ends.1), most);
        prop_assert_eq!(sum(|ends| ends.0), least);
    }

    #[test]
    fn every_share_between_both_ends_is_an_optimum(market in market(40), share in 0..=100u8, threads in 1..5usize) {
        let cleared = clear(&market, share, threads);
        prop_assert_eq!(&cleared, &clear(&market, share, 1));
        prop_assert_eq!(certify(&market, &cleared), certify(&market, &clear(&market, 50, 1)));
        let within = |rent: &i64, ends: &(i64, i64)| ends.0 <= *rent && *rent <= ends.1;
        prop_assert!(cleared.part_rents.iter().zip(&cleared.part_ends).all(|(rent, ends)| within(rent, ends)));
        prop_assert!(cleared.rents.iter().zip(&cleared.rent_ends).all(|(rent, ends)| within(rent, ends)));
    }

    #[test]
    fn one_part_of_all_days_is_the_offer_whole(market in market(40)) {
        let whole = Instance { parts: Vec::new(), ..market };
        let parts = whole.offers.iter().zip(0..).map(|(offer, number)| Part { offer: number, kg: offer.kg, from: offer.from, to: offer.to });
        let parted = Instance { parts: parts.collect(), ..whole.clone() };
        prop_assert_eq!(certify(&parted, &clear(&parted, 50, 1)), certify(&whole, &clear(&whole, 50, 1)));
    }
}

fn small() -> Instance {
    let offer =
        |ask, kg| Offer { product: 0, variety: 0, grade: 0, certs: 0, kg, ask, lat_e6: 20_817_000, lon_e6: 105_338_000, from: 0, to: 13 };
    let demand = |week: i32, kg| Demand {
        product: 0,
        varieties: 1,
        min_grade: 0,
        certs: 0,
        kg,
        bid: 12_000,
        lat_e6: 20_817_000,
        lon_e6: 105_338_000,
        from: 7 * week,
        to: 7 * week + 6,
        max_km: 150,
    };
    let part = |offer, week: i32, kg| Part { offer, kg, from: 7 * week, to: 7 * week + 6 };
    Instance {
        offers: vec![offer(8_000, 500), offer(9_000, 500)],
        demands: vec![demand(0, 400), demand(1, 400)],
        parts: vec![part(0, 0, 300), part(0, 1, 300), part(1, 0, 500)],
    }
}

#[test]
fn no_week_sells_more_than_it_has_room_for_and_all_weeks_no_more_than_there_is() {
    let market = small();
    let cleared = clear(&market, 50, 1);
    let sold: Vec<_> = cleared.trades.iter().map(|trade| (trade.offer, trade.part, trade.demand, trade.kg)).collect();
    // Nobody else sells in the second week: its 300 kg go there, and 200 kg with 200 of the dearer offer to the first.
    assert_eq!(sold, [(0, Some(0), 0, 200), (0, Some(1), 1, 300), (1, Some(2), 0, 200)]);
    // The first week's price is the dearer ask; the second's the bid less freight, because more is wanted than there is room for.
    assert_eq!((cleared.rents[0], cleared.part_ends[0], cleared.part_ends[1]), (1_000, (1_000, 1_000), (3_700, 3_700)));
    assert_eq!(certify(&market, &cleared), Ok(200 * 3_700 + 300 * 3_700 + 200 * 2_700));
}

#[test]
fn the_proof_sees_what_is_wrong_with_a_part() {
    let market = small();
    let cleared = clear(&market, 50, 1);
    let wrong = |change: &dyn Fn(&mut transport::Cleared)| {
        let mut cleared = cleared.clone();
        change(&mut cleared);
        certify(&market, &cleared).unwrap_err()
    };
    assert_eq!(wrong(&|c| c.trades[0].part = None), Doubt::Pair(0));
    assert_eq!(wrong(&|c| c.trades[0].part = Some(2)), Doubt::Pair(0));
    assert_eq!(wrong(&|c| c.trades[0].part = Some(7)), Doubt::Pair(0));
    assert_eq!(wrong(&|c| c.trades[1] = Trade { kg: 301, ..c.trades[1] }), Doubt::Sold(0));
    assert_eq!(wrong(&|c| (c.trades[0].kg, c.trades[1].kg) = (100, 400)), Doubt::Crowded(1));
    assert_eq!(wrong(&|c| c.part_rents[0] = 999), Doubt::Negative);
    assert_eq!(wrong(&|c| c.part_rents.truncate(2)), Doubt::Shape);
}

#[test]
fn parts_out_of_bounds_are_refused() {
    for (change, field) in [
        (Part { offer: 7, ..small().parts[2] }, "offer"),
        (Part { offer: 0, ..small().parts[2] }, "days"),
        (Part { kg: 501, ..small().parts[2] }, "kg"),
        (Part { from: 9, to: 8, ..small().parts[2] }, "days"),
    ] {
        let mut market = small();
        market.parts[2] = change;
        let refused = market.check().unwrap_err();
        assert_eq!((refused.side, refused.row, refused.field), ("part", 2, field));
    }
}
