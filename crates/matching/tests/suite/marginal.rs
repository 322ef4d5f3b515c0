//! What one more tonne is said to gain, against clearing a market that has it.

use matching::marginal::{Marginal, marginals};
use matching::market::Market;
use matching::solve;
use proptest::prelude::*;

use crate::support::{MONDAY, demand, line, market, offer};

fn table(market: &Market) -> Vec<Marginal<()>> {
    marginals(market, &solve(market), |_, _| ())
}

#[test]
fn goods_are_worth_more_where_they_are_short() {
    let scarce = market(
        vec![offer(1, 5000)],
        vec![demand(2, 9000)]
            .into_iter()
            .map(|mut row| {
                row.lines = vec![line(0, 300)];
                row
            })
            .collect(),
    );
    let [row] = table(&scarce)[..] else { panic!("one product, one place, one week") };
    assert_eq!((row.week, row.supply, row.demand), (MONDAY, Some(3_700_000), Some(0)));
    assert_eq!((row.kg_offered_sold, row.kg_wanted, row.kg_wanted_filled), (100, 300, 100));
    let plenty = market(vec![offer(1, 5000), offer(3, 6000)], vec![demand(2, 9000)]);
    let [row] = table(&plenty)[..] else { panic!("one product, one place, one week") };
    assert_eq!((row.supply, row.demand), (Some(0), Some(2_700_000)), "the next kg wanted would come from the dearer offer");
}

proptest! {
    /// Of one week and one post a side: the first kg more gains exactly what is said.
    #[test]
    fn one_more_kg_gains_what_is_said(asks in prop::collection::vec((1_i64..60, 1_i64..40), 1..5), bids in prop::collection::vec((1_i64..90, 1_i64..40), 1..5)) {
        let offers = asks.iter().zip(1..).map(|(&(ask, kg), id)| { let mut row = offer(id, ask * 100); (row.kg, row.kg_per_week) = (kg, 1000); row }).collect();
        let demands = bids.iter().zip(100..).map(|(&(bid, kg), id)| { let mut row = demand(id, bid * 100); row.lines = vec![line(0, kg)]; row }).collect();
        let small = market(offers, demands);
        let before = solve(&small).value;
        let [row] = table(&small)[..] else { panic!("one product, one place, one week") };
        let more_offered = (0..small.offers.len()).map(|at| { let mut more = small.clone(); more.offers[at].kg += 1; solve(&more).value - before }).max();
        let more_wanted = (0..small.demands.len()).map(|at| { let mut more = small.clone(); more.demands[at].lines[0].kg += 1; solve(&more).value - before }).max();
        prop_assert_eq!(more_offered.map(|gain| gain * 1000), row.supply.map(i128::from));
        prop_assert_eq!(more_wanted.map(|gain| gain * 1000), row.demand.map(i128::from));
    }
}
