//! The result against an independent solver and against its own proof, on markets of ordinary and of bad days.
use oracle::{by_simplex, ends_by_simplex};
use proptest::prelude::*;
use transport::{Cleared, Demand, Doubt, Instance, Offer, Trade, certify, clear};

mod oracle;

fn offers(prices: std::ops::Range<i32>, most: usize) -> impl Strategy<Value = Vec<Offer>> {
    let one = (0..2u32, 0..3u8, 0..3i32, 0..4u32, 1..400i64, prices, 0..60i32, 0..60i32, 0..6i32, 0..4i32);
    let offer = one.prop_map(|(product, variety, grade, certs, kg, ask, lat, lon, from, days)| Offer {
        product,
        variety,
        grade,
        certs,
        kg,
        ask,
        lat_e6: 20_600_000 + lat * 20_000,
        lon_e6: 105_000_000 + lon * 20_000,
        from,
        to: from + days,
    });
    prop::collection::vec(offer, 0..most)
}

fn demands(prices: std::ops::Range<i32>, most: usize) -> impl Strategy<Value = Vec<Demand>> {
    let one =
        (0..2u32, 1..8u32, 0..3i32, prop_oneof![3 => Just(0), 1 => 0..4u32], 1..900i64, prices, 0..60i32, 0..60i32, 0..6i32, 30..200i32);
    let demand = one.prop_map(|(product, varieties, min_grade, certs, kg, bid, lat, lon, from, max_km)| Demand {
        product,
        varieties,
        min_grade,
        certs,
        kg,
        bid,
        lat_e6: 20_600_000 + lat * 20_000,
        lon_e6: 105_000_000 + lon * 20_000,
        from,
        to: from + 3,
        max_km,
    });
    prop::collection::vec(demand, 0..most)
}

/// Prices of a common day; and few round ones, so that many plans are worth the same.
fn market(most: usize) -> impl Strategy<Value = Instance> {
    let common = (offers(4_000..9_000, most), demands(6_000..12_000, most));
    let round = (offers(5_000..5_003, most), demands(6_000..6_003, most));
    prop_oneof![common, round].prop_map(|(offers, demands)| Instance { offers, demands, parts: Vec::new() })
}

fn value(market: &Instance, cleared: &Cleared) -> i128 {
    certify(market, cleared).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_general_solver_finds_the_same_value(market in market(24)) {
        let proved = value(&market, &clear(&market, 50, 1));
        prop_assert_eq!(proved.to_string(), by_simplex(&market));
    }

    #[test]
    fn a_general_solver_finds_the_same_ends(market in market(12)) {
        let cleared = clear(&market, 50, 1);
        let [most, least] = ends_by_simplex(&market, value(&market, &cleared));
        let sum = |end: fn(&(i64, i64)) -> i64| cleared.rent_ends.iter().map(end).sum::<i64>().to_string();
        prop_assert_eq!(sum(|ends| ends.1), most);
        prop_assert_eq!(sum(|ends| ends.0), least);
    }

    #[test]
    fn any_number_of_threads_clears_the_same(market in market(60), threads in 2..9usize) {
        prop_assert_eq!(clear(&market, 50, threads), clear(&market, 50, 1));
    }

    #[test]
    fn every_share_between_both_ends_is_an_optimum(market in market(60), share in 0..=100u8) {
        let cleared = clear(&market, share, 1);
        let proved = value(&market, &cleared);
        prop_assert_eq!(value(&market, &clear(&market, 0, 1)), proved);
        prop_assert_eq!(value(&market, &clear(&market, 100, 1)), proved);
        let within = |rent: &i64, ends: &(i64, i64)| ends.0 <= *rent && *rent <= ends.1;
        prop_assert!(cleared.rents.iter().zip(&cleared.rent_ends).all(|(rent, ends)| within(rent, ends)));
        prop_assert!(cleared.wants.iter().zip(&cleared.want_ends).all(|(want, ends)| within(want, ends)));
    }

    #[test]
    fn markets_of_hundreds_are_proved(market in market(250)) {
        value(&market, &clear(&market, 50, 1));
    }

    #[test]
    fn the_order_of_posts_does_not_change_the_value(market in market(40)) {
        let mut turned = market.clone();
        turned.offers.reverse();
        turned.demands.reverse();
        prop_assert_eq!(value(&market, &clear(&market, 50, 1)), value(&turned, &clear(&turned, 50, 1)));
    }

    #[test]
    fn ten_times_the_kg_are_ten_times_the_value(market in market(40)) {
        let mut large = market.clone();
        large.offers.iter_mut().for_each(|offer| offer.kg *= 10);
        large.demands.iter_mut().for_each(|demand| demand.kg *= 10);
        prop_assert_eq!(10 * value(&market, &clear(&market, 50, 1)), value(&large, &clear(&large, 50, 1)));
    }

    #[test]
    fn a_lot_in_two_parts_is_worth_the_same(market in market(40)) {
        let mut parted = market.clone();
        for offer in market.offers.iter().filter(|offer| offer.kg > 1) {
            parted.offers.push(Offer { kg: offer.kg / 2, ..*offer });
        }
        for offer in &mut parted.offers[..market.offers.len()] {
            offer.kg -= offer.kg / 2;
        }
        prop_assert_eq!(value(&market, &clear(&market, 50, 1)), value(&parted, &clear(&parted, 50, 1)));
    }

    #[test]
    fn an_offer_nobody_can_use_changes_nothing(market in market(40)) {
        let mut more = market.clone();
        more.offers.extend(market.offers.first().map(|offer| Offer { ask: 20_000, ..*offer }));
        let (before, mut after) = (clear(&market, 50, 1), clear(&more, 50, 1));
        prop_assert_eq!(value(&market, &before), value(&more, &after));
        // What it leaves behind proves the market without it.
        after.rents.truncate(market.offers.len());
        prop_assert_eq!(value(&market, &after), value(&market, &before));
    }
}

fn place(n: i32) -> (i32, i32) {
    (20_600_000 + n % 7 * 100_000, 105_000_000 + n / 7 % 7 * 100_000)
}

fn plain_offer(n: i32, kg: i64, ask: i32) -> Offer {
    let (lat_e6, lon_e6) = place(n);
    Offer { product: 0, variety: 0, grade: 0, certs: 0, kg, ask, lat_e6, lon_e6, from: 0, to: 6 }
}

fn plain_demand(n: i32, kg: i64, bid: i32) -> Demand {
    let (lat_e6, lon_e6) = place(n);
    Demand { product: 0, varieties: 1, min_grade: 0, certs: 0, kg, bid, lat_e6, lon_e6, from: 0, to: 6, max_km: 5_000 }
}

#[test]
fn an_assignment_of_equals_is_proved() {
    let market = Instance {
        offers: (0..150).map(|n| plain_offer(n, 1_000, 9_990 + n * 37 % 20)).collect(),
        demands: (0..150).map(|n| plain_demand(n * 3, 1_000, 15_000 + n * 53 % 20)).collect(),
        parts: Vec::new(),
    };
    assert!(value(&market, &clear(&market, 50, 1)) > 0);
}

#[test]
fn a_hundred_offers_to_a_demand_and_the_other_way_round_are_proved() {
    let many = Instance {
        offers: (0..600).map(|n| plain_offer(n, 20 + i64::from(n * 7 % 90), 8_000 + n * 13 % 3_000)).collect(),
        demands: (0..6).map(|n| plain_demand(n * 5, 1_500, 12_000)).collect(),
        parts: Vec::new(),
    };
    let few = Instance {
        offers: (0..6).map(|n| plain_offer(n * 5, 1_500, 8_000)).collect(),
        demands: (0..600).map(|n| plain_demand(n, 20 + i64::from(n * 7 % 90), 9_000 + n * 13 % 3_000)).collect(),
        parts: Vec::new(),
    };
    for market in [many, few] {
        assert!(value(&market, &clear(&market, 50, 1)) > 0);
    }
}

#[test]
fn a_chain_in_which_every_greedy_choice_is_wrong_is_proved() {
    // Each offer reaches its own demand and, for a little more, the next one, which only it and the next offer reach.
    let along = |n: i32| 105_000_000 + n * 30_000;
    let market = Instance {
        offers: (0..400).map(|n| Offer { lat_e6: 21_000_000, lon_e6: along(n), ..plain_offer(0, 1_000, 5_000) }).collect(),
        demands: (0..401)
            .map(|n| Demand { lat_e6: 21_000_000, lon_e6: along(n) - 16_000, max_km: 3, ..plain_demand(0, 1_000, 6_000 + n % 2 * 9) })
            .collect(),
        parts: Vec::new(),
    };
    let cleared = clear(&market, 50, 1);
    value(&market, &cleared);
    assert_eq!(cleared.trades.iter().map(|trade| trade.kg).sum::<i64>(), 400_000);
}

#[test]
fn nothing_to_clear_is_cleared() {
    for market in [
        Instance::default(),
        Instance { offers: vec![plain_offer(0, 5, 5_000)], demands: Vec::new(), parts: Vec::new() },
        Instance { offers: vec![plain_offer(0, 5, 5_000)], demands: vec![plain_demand(0, 5, 4_000)], parts: Vec::new() },
    ] {
        let cleared = clear(&market, 50, 1);
        assert_eq!((cleared.trades.len(), value(&market, &cleared)), (0, 0));
    }
}

#[test]
fn the_proof_sees_what_is_wrong() {
    let market = Instance {
        offers: vec![plain_offer(0, 500, 8_000), plain_offer(0, 500, 9_000)],
        demands: vec![plain_demand(0, 800, 12_000)],
        parts: Vec::new(),
    };
    let right = clear(&market, 50, 1);
    let doubt = |change: &dyn Fn(&mut Cleared)| {
        let mut wrong = right.clone();
        change(&mut wrong);
        certify(&market, &wrong).unwrap_err()
    };
    assert_eq!(doubt(&|c| c.rents.truncate(1)), Doubt::Shape);
    assert_eq!(doubt(&|c| c.trades[1].offer = 7), Doubt::Pair(1));
    assert_eq!(doubt(&|c| c.trades[0].kg = 0), Doubt::Trade(0));
    assert_eq!(doubt(&|c| c.trades.swap(0, 1)), Doubt::Trade(1));
    assert_eq!(doubt(&|c| c.trades[0].kg = 501), Doubt::Sold(0));
    assert_eq!(doubt(&|c| c.trades[1].kg = 301), Doubt::Bought(0));
    assert_eq!(doubt(&|c| c.wants[0] = -1), Doubt::Negative);
    assert_eq!(doubt(&|c| c.rents[0] -= 1), Doubt::Blocking(0, 0));
    assert!(matches!(doubt(&|c| c.rents[1] += 1), Doubt::Gap { .. }));
    assert!(matches!(doubt(&|c| c.value += 1), Doubt::Value(_)));
    assert!(matches!(doubt(&|c| c.trades[0] = Trade { kg: 499, ..c.trades[0] }), Doubt::Gap { .. }));
}

#[test]
fn an_instance_out_of_bounds_is_named() {
    let mut market = Instance { offers: vec![plain_offer(0, 5, 5_000)], demands: vec![plain_demand(0, 5, 6_000)], parts: Vec::new() };
    assert_eq!(market.check(), Ok(()));
    market.demands[0].from = 9;
    assert_eq!(market.check().unwrap_err().to_string(), "demand 0: days is out of bounds");
    market.offers[0].variety = 32;
    assert_eq!(market.check().unwrap_err().to_string(), "offer 0: variety is out of bounds");
}

#[test]
fn a_large_product_is_cleared_the_same_by_two_threads() {
    let market = Instance {
        offers: (0..900)
            .map(|n| Offer { lat_e6: 20_000_000 + n * 7_919 % 1_000_003, ..plain_offer(0, 300 + i64::from(n % 17), 5_000 + n * 31 % 997) })
            .collect(),
        demands: (0..300)
            .map(|n| Demand { lat_e6: 20_000_000 + n * 104_729 % 1_000_003, ..plain_demand(0, 700, 6_000 + n * 53 % 1_009) })
            .collect(),
        parts: Vec::new(),
    };
    let cleared = clear(&market, 50, 2);
    assert!(value(&market, &cleared) > 0);
    assert_eq!(cleared, clear(&market, 50, 1));
}

#[test]
fn posts_that_are_alike_are_served_from_the_oldest_on() {
    let market =
        Instance { offers: vec![plain_offer(0, 400, 8_000); 3], demands: vec![plain_demand(0, 500, 12_000); 2], parts: Vec::new() };
    let cleared = clear(&market, 50, 1);
    let sold: Vec<_> = cleared.trades.iter().map(|trade| (trade.offer, trade.demand, trade.kg)).collect();
    assert_eq!(sold, [(0, 0, 400), (1, 0, 100), (1, 1, 300), (2, 1, 200)]);
    assert_eq!(value(&market, &cleared), 1_000 * i128::from(cleared.want_ends[0].1));
}
