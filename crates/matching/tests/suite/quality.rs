//! Sizes, sugar and juice that a buyer requires.

use matching::check::{Violation, verify};
use matching::indicate::{Post, indicate};
use matching::market::{Demand, Market, Offer, Quality};
use matching::reason::Obstacle;
use matching::solve;

use crate::support::{demand, market, offer};

fn quality(sizes: &[u32], brix_tenths: Option<u16>, juice_percent: Option<u16>) -> Quality {
    Quality { sizes: sizes.to_vec(), brix_tenths, juice_percent }
}

fn one(stated: Quality, wanted: Quality) -> Market {
    market(vec![Offer { quality: stated, ..offer(1, 8000) }], vec![Demand { quality: wanted, ..demand(1, 9000) }])
}

/// What stands between the two, told to both sides and before the round alike.
fn obstacles(stated: Quality, wanted: Quality) -> Vec<Obstacle> {
    let market = one(stated, wanted);
    let plan = solve(&market);
    assert_eq!(verify(&market, &plan), Ok(()));
    let Some(unsold) = plan.unsold.first() else { return Vec::new() };
    assert_eq!(unsold.reason, plan.unserved[0].reason);
    let before = [Post::Offer(market.offers[0].clone()), Post::Demand(market.demands[0].clone())];
    for post in &before {
        assert_eq!(indicate(&market, post).obstacle.as_ref(), Some(&unsold.reason));
    }
    [&[unsold.reason.obstacle], unsold.reason.also.as_slice()].concat()
}

#[test]
fn a_lot_fits_when_all_of_it_is_wanted_and_all_figures_are_reached() {
    let wanted = quality(&[3, 4], Some(100), Some(35));
    let fits = [quality(&[3], Some(100), Some(35)), quality(&[4, 3], Some(120), Some(50))];
    for stated in fits {
        assert_eq!(obstacles(stated, wanted.clone()), []);
    }
    assert_eq!(obstacles(quality(&[9], Some(1), None), Quality::default()), [], "what nobody asks for hinders nobody");
}

#[test]
fn each_thing_that_is_short_or_not_stated_is_named() {
    let wanted = quality(&[3, 4], Some(100), Some(35));
    let (size, sugar, juice) = (Obstacle::SizeNotTaken, Obstacle::SugarBelow { need: 100 }, Obstacle::JuiceBelow { need: 35 });
    assert_eq!(obstacles(quality(&[3, 5], Some(100), Some(35)), wanted.clone()), [size]);
    assert_eq!(obstacles(quality(&[], Some(100), Some(35)), wanted.clone()), [size]);
    assert_eq!(obstacles(quality(&[3], Some(99), Some(35)), wanted.clone()), [sugar]);
    assert_eq!(obstacles(quality(&[3], Some(100), None), wanted.clone()), [juice]);
    assert_eq!(obstacles(Quality::default(), wanted), [juice, sugar, size]);
}

#[test]
fn a_trade_or_a_reason_that_forgets_the_quality_is_refused() {
    let good = one(quality(&[3], Some(100), None), quality(&[3], Some(100), None));
    let plan = solve(&good);
    assert_eq!(plan.trades.len(), 1);
    let mut sour = good.clone();
    sour.offers[0].quality.brix_tenths = Some(99);
    assert!(matches!(verify(&sour, &plan), Err(Violation::NotFit(1, 1, _))));
    let mut lie = solve(&sour);
    lie.unsold[0].reason.obstacle = Obstacle::SugarBelow { need: 101 };
    assert_eq!(verify(&sour, &lie), Err(Violation::Reason(1)));
}

#[test]
fn a_market_without_quality_keeps_its_form_and_its_bytes() {
    let plain = one(Quality::default(), Quality::default());
    let stored = serde_json::to_string(&plain).unwrap();
    assert!(!stored.contains("quality"));
    assert_eq!(serde_json::from_str::<Market>(&stored).unwrap(), plain);
    let measured = one(quality(&[3], None, None), Quality::default());
    assert!(measured.canonical_bytes().starts_with(&plain.canonical_bytes()));
    assert_ne!(measured.canonical_bytes(), plain.canonical_bytes());
    assert_eq!(solve(&measured).canonical_bytes(), solve(&plain).canonical_bytes(), "nobody asked for it, so the outcome is the same");
}
