//! Markets of bad days: round prices, lots that are all alike, one side sixty times the other, a road on which the better neighbour
//! is always the wrong one. Against an independent solver, and against themselves told in other words.
use oracle::{by_simplex, ends_by_simplex};
use proptest::prelude::*;
use transport::{Cleared, Demand, Instance, Offer, certify, clear};

mod oracle;

const NORTH: i32 = 20_400_000;
const EAST: i32 = 105_500_000;

fn offer(lat_e6: i32, lon_e6: i32, kg: i64, ask: i32) -> Offer {
    Offer { product: 0, variety: 0, grade: 1, certs: 0, kg, ask, lat_e6, lon_e6, from: 0, to: 6 }
}

fn demand(lat_e6: i32, lon_e6: i32, kg: i64, bid: i32) -> Demand {
    Demand { product: 0, varieties: 1, min_grade: 0, certs: 0, kg, bid, lat_e6, lon_e6, from: 0, to: 6, max_km: 5_000 }
}

/// Kg and price of posts at a few places, as far apart as `km_e6`.
fn posts(kg: BoxedStrategy<i64>, price: BoxedStrategy<i32>, places: i32, km_e6: i32) -> impl Strategy<Value = (i32, i32, i64, i32)> {
    (0..places, 0..places, kg, price).prop_map(move |(lat, lon, kg, price)| (NORTH + lat * km_e6, EAST + lon * km_e6, kg, price))
}

fn both_sides(
    offers: (impl Strategy<Value = (i32, i32, i64, i32)>, usize),
    demands: (impl Strategy<Value = (i32, i32, i64, i32)>, usize),
) -> impl Strategy<Value = Instance> {
    let offers = prop::collection::vec(offers.0.prop_map(|(lat, lon, kg, ask)| offer(lat, lon, kg, ask)), 1..=offers.1);
    let demands = prop::collection::vec(demands.0.prop_map(|(lat, lon, kg, bid)| demand(lat, lon, kg, bid)), 1..=demands.1);
    (offers, demands).prop_map(|(offers, demands)| Instance { offers, demands, parts: Vec::new() })
}

/// Prices in steps of 500 ₫, kg in steps of 100, four places.
fn ties(most: usize) -> impl Strategy<Value = Instance> {
    let hundreds = |most: i64| (1..=most).prop_map(|kg| kg * 100).boxed();
    let steps = |from: i32| (from..from + 4).prop_map(|price| price * 500).boxed();
    both_sides((posts(hundreds(5), steps(10), 2, 300_000), most), (posts(hundreds(8), steps(12), 2, 300_000), most))
}

/// As many lots wanted as there are, all of 100 kg, worth nearly the same in every pair.
fn alike(most: usize) -> impl Strategy<Value = Instance> {
    (1..=most).prop_flat_map(|count| {
        let side = |from: i32| prop::collection::vec(posts(Just(100).boxed(), (from..from + 20).boxed(), 26, 1_000), count);
        (side(10_000), side(24_500)).prop_map(|(offers, demands)| Instance {
            offers: offers.into_iter().map(|(lat, lon, kg, ask)| offer(lat, lon, kg, ask)).collect(),
            demands: demands.into_iter().map(|(lat, lon, kg, bid)| demand(lat, lon, kg, bid)).collect(),
            parts: Vec::new(),
        })
    })
}

/// Sixty times as many kg on one side as on the other.
fn unbalanced(most: usize) -> impl Strategy<Value = Instance> {
    let much = || (600..6_000i64).boxed();
    let little = || (10..100i64).boxed();
    let (ask, bid) = (|| (5_000..9_000).boxed(), || (7_000..12_000).boxed());
    let offered = both_sides((posts(much(), ask(), 30, 30_000), most), (posts(little(), bid(), 30, 30_000), most));
    let wanted = both_sides((posts(little(), ask(), 30, 30_000), most), (posts(much(), bid(), 30, 30_000), most));
    prop_oneof![offered, wanted]
}

/// Posts along a road, offer and demand by turns, 0.8 and 0.6 km apart. A kg gains 25,000 ₫ with the own demand, 25,001 ₫ with the one
/// before, and nobody reaches farther: whoever takes the best pair leaves both ends of the road unsold.
fn road(count: i32) -> Instance {
    // 0.8 and 0.6 km by road, in millionths of a degree to the north.
    let (own, next) = (5_534, 4_151);
    let at = |n: i32| NORTH + n * (own + next);
    Instance {
        offers: (0..count).map(|n| offer(at(n), EAST, 100, 5_000)).collect(),
        demands: (0..count).map(|n| Demand { max_km: 1, ..demand(at(n) + own, EAST, 100, 30_305) }).collect(),
        parts: Vec::new(),
    }
}

fn chain(most: usize) -> impl Strategy<Value = Instance> {
    (1..=i32::try_from(most).unwrap()).prop_map(road).prop_flat_map(|market| shuffled(&market)).prop_map(|(market, _)| market)
}

fn bad_day(most: usize) -> impl Strategy<Value = Instance> {
    prop_oneof![ties(most), alike(most), unbalanced(most), chain(most)]
}

/// Where each post came from, offers and demands.
type Order = (Vec<usize>, Vec<usize>);

fn shuffled(market: &Instance) -> impl Strategy<Value = (Instance, Order)> + use<> {
    let market = market.clone();
    let order = |count: usize| Just((0..count).collect::<Vec<_>>()).prop_shuffle();
    (order(market.offers.len()), order(market.demands.len())).prop_map(move |(offers, demands)| {
        let turned = Instance {
            offers: offers.iter().map(|at| market.offers[*at]).collect(),
            demands: demands.iter().map(|at| market.demands[*at]).collect(),
            parts: Vec::new(),
        };
        (turned, (offers, demands))
    })
}

/// The value, proved, and the ends of every rent.
fn cleared(market: &Instance) -> (i128, Cleared) {
    let cleared = clear(market, 50, 1);
    (certify(market, &cleared).unwrap(), cleared)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_general_solver_finds_the_same_value_and_ends(market in bad_day(10)) {
        let (value, cleared) = cleared(&market);
        prop_assert_eq!(value.to_string(), by_simplex(&market));
        let [most, least] = ends_by_simplex(&market, value);
        let sum = |end: fn(&(i64, i64)) -> i64| cleared.rent_ends.iter().map(end).sum::<i64>().to_string();
        prop_assert_eq!(sum(|ends| ends.1), most);
        prop_assert_eq!(sum(|ends| ends.0), least);
    }

    #[test]
    fn a_larger_market_is_worth_what_a_general_solver_says(market in bad_day(30)) {
        prop_assert_eq!(cleared(&market).0.to_string(), by_simplex(&market));
    }

    #[test]
    fn hundreds_of_posts_are_proved(market in bad_day(400)) {
        cleared(&market);
    }

    #[test]
    fn the_order_of_posts_changes_no_end((market, (turned, order)) in bad_day(60).prop_flat_map(|m| (Just(m.clone()), shuffled(&m)))) {
        let (before, after) = (cleared(&market), cleared(&turned));
        prop_assert_eq!(before.0, after.0);
        let at = |ends: &[(i64, i64)], order: &[usize]| order.iter().map(|at| ends[*at]).collect::<Vec<_>>();
        prop_assert_eq!(at(&before.1.rent_ends, &order.0), after.1.rent_ends);
        prop_assert_eq!(at(&before.1.want_ends, &order.1), after.1.want_ends);
    }

    #[test]
    fn more_of_everything_changes_no_end(market in bad_day(60), times in 2..1_000i64) {
        let mut large = market.clone();
        large.offers.iter_mut().for_each(|offer| offer.kg *= times);
        large.demands.iter_mut().for_each(|demand| demand.kg *= times);
        let (before, after) = (cleared(&market), cleared(&large));
        prop_assert_eq!(before.0 * i128::from(times), after.0);
        prop_assert_eq!((before.1.rent_ends, before.1.want_ends), (after.1.rent_ends, after.1.want_ends));
    }

    #[test]
    fn a_lot_in_two_parts_has_the_ends_of_the_whole(market in bad_day(60), which in any::<prop::sample::Index>(), part in 1..100i64) {
        let which = which.index(market.offers.len());
        let part = 1.max(market.offers[which].kg * part / 100);
        let mut parted = market.clone();
        parted.offers[which].kg -= part;
        parted.offers.push(Offer { kg: part, ..market.offers[which] });
        let (before, mut after) = (cleared(&market), cleared(&parted));
        prop_assert_eq!(before.0, after.0);
        prop_assert_eq!(after.1.rent_ends.pop(), Some(before.1.rent_ends[which]));
        prop_assert_eq!((before.1.rent_ends, before.1.want_ends), (after.1.rent_ends, after.1.want_ends));
    }

    #[test]
    fn an_offer_nobody_can_use_changes_no_end(market in bad_day(60), which in 0..3) {
        let first = market.offers[0];
        let useless = match which {
            0 => Offer { ask: 40_000, ..first },
            1 => Offer { from: 7, to: 9, ask: 0, ..first },
            _ => Offer { variety: 1, ask: 0, ..first },
        };
        let mut more = market.clone();
        more.offers.push(useless);
        let (before, mut after) = (cleared(&market), cleared(&more));
        prop_assert_eq!(before.0, after.0);
        prop_assert_eq!(after.1.rent_ends.pop(), Some((0, 0)));
        prop_assert_eq!((before.1.rent_ends, before.1.want_ends), (after.1.rent_ends, after.1.want_ends));
    }
}

#[test]
fn the_whole_road_is_sold_and_every_rent_may_go_either_way() {
    for count in [1, 2, 3, 500, 3_000] {
        let market = road(count);
        let (value, cleared) = cleared(&market);
        assert_eq!(value, i128::from(count) * 100 * 25_000);
        // Each offer earns at least a đồng more than the one before, whose buyer would pay that; at most the last one takes all of 25,000.
        let ends: Vec<_> = (0..i64::from(count)).map(|n| (n, 25_001 - i64::from(count) + n)).collect();
        assert_eq!(cleared.rent_ends, ends);
    }
}
