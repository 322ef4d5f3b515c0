//! A market kept warm stays at what clearing it from cold finds, and its proof holds after every change.
use proptest::prelude::*;
use transport::{Demand, DemandKey, Instance, Offer, OfferKey, Warm, certify, clear};

#[derive(Debug, Clone)]
enum Change {
    AddOffer(Offer),
    AddDemand(Demand),
    /// Of those that stand there, the so many-th.
    ReviseOffer(usize, Offer),
    ReviseDemand(usize, Demand),
    RemoveOffer(usize),
    RemoveDemand(usize),
}

/// Common prices, or few round ones, so that many plans are worth the same.
fn price(from: i32) -> impl Strategy<Value = i32> + Clone {
    prop_oneof![from..from + 4_000, (0..4i32).prop_map(move |step| from + step * 1_000)]
}

fn offer() -> impl Strategy<Value = Offer> + Clone {
    (0..2u32, 0..3u8, 0..3i32, 0..4u32, 1..400i64, price(4_000), (0..40i32, 0..40i32), 0..6i32).prop_map(
        |(product, variety, grade, certs, kg, ask, (lat, lon), from)| Offer {
            product,
            variety,
            grade,
            certs,
            kg,
            ask,
            lat_e6: 20_600_000 + lat * 20_000,
            lon_e6: 105_000_000 + lon * 20_000,
            from,
            to: from + 3,
        },
    )
}

fn demand() -> impl Strategy<Value = Demand> + Clone {
    (
        0..2u32,
        1..8u32,
        0..3i32,
        prop_oneof![3 => Just(0), 1 => 0..4u32],
        1..900i64,
        price(6_000),
        (0..40i32, 0..40i32),
        (0..6i32, 30..200i32),
    )
        .prop_map(|(product, varieties, min_grade, certs, kg, bid, (lat, lon), (from, max_km))| Demand {
            product,
            varieties,
            min_grade,
            certs,
            kg,
            bid,
            lat_e6: 20_600_000 + lat * 20_000,
            lon_e6: 105_000_000 + lon * 20_000,
            from,
            to: from + 2,
            max_km,
        })
}

fn change() -> impl Strategy<Value = Change> {
    let any = || any::<usize>();
    prop_oneof![
        2 => offer().prop_map(Change::AddOffer),
        2 => demand().prop_map(Change::AddDemand),
        1 => (any(), offer()).prop_map(|(at, offer)| Change::ReviseOffer(at, offer)),
        1 => (any(), demand()).prop_map(|(at, demand)| Change::ReviseDemand(at, demand)),
        1 => any().prop_map(Change::RemoveOffer),
        1 => any().prop_map(Change::RemoveDemand),
    ]
}

struct Keys {
    offers: Vec<OfferKey>,
    demands: Vec<DemandKey>,
}

fn make(change: &Change, warm: &mut Warm, keys: &mut Keys) {
    let pick = |at: usize, count: usize| (count > 0).then(|| at % count);
    match change {
        Change::AddOffer(offer) => keys.offers.push(warm.add_offer(*offer).unwrap()),
        Change::AddDemand(demand) => keys.demands.push(warm.add_demand(*demand).unwrap()),
        Change::ReviseOffer(at, offer) => {
            if let Some(at) = pick(*at, keys.offers.len()) {
                warm.change_offer(keys.offers[at], *offer).unwrap();
            }
        }
        Change::ReviseDemand(at, demand) => {
            if let Some(at) = pick(*at, keys.demands.len()) {
                warm.change_demand(keys.demands[at], *demand).unwrap();
            }
        }
        Change::RemoveOffer(at) => {
            if let Some(at) = pick(*at, keys.offers.len()) {
                warm.remove_offer(keys.offers.swap_remove(at));
            }
        }
        Change::RemoveDemand(at) => {
            if let Some(at) = pick(*at, keys.demands.len()) {
                warm.remove_demand(keys.demands.swap_remove(at));
            }
        }
    }
}

fn market(most: usize) -> impl Strategy<Value = Instance> {
    (prop::collection::vec(offer(), 0..most), prop::collection::vec(demand(), 0..most)).prop_map(|(offers, demands)| Instance {
        offers,
        demands,
        parts: Vec::new(),
    })
}

fn warmed(market: &Instance) -> (Warm, Keys) {
    let warm = Warm::new(market, 1);
    let keys = Keys { offers: warm.offers().collect(), demands: warm.demands().collect() };
    (warm, keys)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn every_change_leaves_an_optimum(market in market(30), changes in prop::collection::vec(change(), 1..40)) {
        let (mut warm, mut keys) = warmed(&market);
        for change in &changes {
            make(change, &mut warm, &mut keys);
            let (standing, cleared) = warm.standing();
            prop_assert_eq!(certify(&standing, &cleared), Ok(clear(&standing, 50, 1).value));
        }
    }

    #[test]
    fn a_market_may_grow_out_of_nothing(changes in prop::collection::vec(change(), 200..400)) {
        let (mut warm, mut keys) = warmed(&Instance::default());
        for change in &changes {
            make(change, &mut warm, &mut keys);
        }
        let (standing, cleared) = warm.standing();
        prop_assert_eq!(certify(&standing, &cleared), Ok(clear(&standing, 50, 1).value));
    }

    #[test]
    fn what_comes_and_goes_leaves_no_trace(market in market(40), offer in offer(), demand in demand()) {
        let (mut warm, _) = warmed(&market);
        let before = warm.value();
        let (offer, demand) = (warm.add_offer(offer).unwrap(), warm.add_demand(demand).unwrap());
        prop_assert!(warm.value() >= before);
        warm.remove_demand(demand);
        warm.remove_offer(offer);
        prop_assert_eq!(warm.value(), before);
        prop_assert_eq!(warm.standing().0, market);
    }
}

#[test]
fn what_a_post_sells_and_earns_is_told() {
    let place =
        |kg, ask| Offer { product: 0, variety: 0, grade: 0, certs: 0, kg, ask, lat_e6: 20_817_000, lon_e6: 105_338_000, from: 0, to: 6 };
    let wanted = Demand {
        product: 0,
        varieties: 1,
        min_grade: 0,
        certs: 0,
        kg: 800,
        bid: 12_000,
        lat_e6: 20_817_000,
        lon_e6: 105_338_000,
        from: 0,
        to: 6,
        max_km: 50,
    };
    let (mut warm, keys) = warmed(&Instance { offers: vec![place(500, 8_000)], demands: vec![wanted], parts: Vec::new() });
    assert_eq!(warm.of_offer(keys.offers[0]), (3_700, 500));
    let dearer = warm.add_offer(place(500, 9_000)).unwrap();
    assert_eq!((warm.of_offer(keys.offers[0]), warm.of_offer(dearer)), ((1_000, 500), (0, 300)));
    assert_eq!(warm.of_demand(keys.demands[0]), (2_700, 800));
    warm.change_offer(dearer, place(500, 11_800)).unwrap();
    assert_eq!((warm.of_offer(keys.offers[0]), warm.of_offer(dearer)), ((3_700, 500), (0, 0)));
    assert!(warm.change_offer(dearer, place(0, 9_000)).is_err());
    assert_eq!(warm.value(), 500 * 3_700, "what is refused changes nothing");
}
