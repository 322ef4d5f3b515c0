//! The demo market, whole.

use matching::check::verify;
use matching::solve;

use crate::demo_market;

#[test]
fn the_demo_market_clears_near_its_bound() {
    let market = demo_market::market();
    assert_eq!((market.offers.len(), market.demands.len()), (900, 350));
    let plan = solve(&market);
    assert_eq!(verify(&market, &plan), Ok(()));
    assert!(plan.value * 100 >= plan.bound * 98, "{} of {}", plan.value, plan.bound);
    let supply: i128 = market.offers.iter().map(|offer| i128::from(offer.kg)).sum();
    assert!(plan.kg() * 100 >= supply * 72, "{} of {supply} kg", plan.kg());
    let mut free = market.clone();
    free.offers.iter_mut().for_each(|offer| offer.min_lot = 0);
    free.demands.iter_mut().for_each(|demand| demand.max_suppliers = 0);
    let exact = solve(&free);
    assert_eq!(verify(&free, &exact), Ok(()));
    assert_eq!((exact.value, exact.bound), (plan.bound, plan.bound));
}
