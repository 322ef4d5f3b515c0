//! What a general solver finds, from a list of all pairs and by none of the crate's code.
use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOutcome};
use transport::{Demand, Instance, Offer};

/// What a kg gains, computed the other way (haversine).
fn gain(offer: &Offer, demand: &Demand) -> Option<f64> {
    let fits = offer.product == demand.product
        && demand.varieties & (1 << offer.variety) != 0
        && offer.grade >= demand.min_grade
        && (0..32).all(|bit| demand.certs & (1 << bit) == 0 || offer.certs & (1 << bit) != 0)
        && offer.from <= demand.to
        && demand.from <= offer.to;
    let radians = |e6: i32| f64::from(e6) / 1e6 * std::f64::consts::PI / 180.0;
    let (a, b) = (radians(offer.lat_e6), radians(demand.lat_e6));
    let across = radians(demand.lon_e6) - radians(offer.lon_e6);
    let h = ((b - a) / 2.0).sin().powi(2) + a.cos() * b.cos() * (across / 2.0).sin().powi(2);
    let road = 1.3 * 2.0 * 6371.0088 * h.sqrt().asin();
    let gain = f64::from(demand.bid) - f64::from(offer.ask) - (300.0 + 6.0 * road + 0.5).floor();
    (fits && road <= f64::from(demand.max_km) && gain >= 0.0).then_some(gain)
}

/// Every way in which an offer is sold: its place in the market, the part, the offer as it is then.
fn ways(market: &Instance) -> Vec<(usize, Option<usize>, Offer)> {
    let whole = (0..market.offers.len()).filter(|i| market.parts.iter().all(|part| part.offer as usize != *i));
    let parts = market.parts.iter().enumerate().map(|(at, part)| {
        let i = part.offer as usize;
        (i, Some(at), Offer { from: part.from, to: part.to, ..market.offers[i] })
    });
    whole.map(|i| (i, None, market.offers[i])).chain(parts).collect()
}

/// The value of the optimum, a whole number.
pub fn by_simplex(market: &Instance) -> String {
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    let (mut sold, mut bought) = (vec![Vec::new(); market.offers.len()], vec![Vec::new(); market.demands.len()]);
    let mut taken = vec![Vec::new(); market.parts.len()];
    for (i, part, offer) in ways(market) {
        for (j, demand) in market.demands.iter().enumerate() {
            if let Some(gain) = gain(&offer, demand) {
                let kg = problem.add_var(gain, (0.0, f64::INFINITY));
                sold[i].push((kg, 1.0));
                bought[j].push((kg, 1.0));
                if let Some(part) = part {
                    taken[part].push((kg, 1.0));
                }
            }
        }
    }
    let rows = sold.iter().zip(market.offers.iter().map(|o| o.kg)).chain(bought.iter().zip(market.demands.iter().map(|d| d.kg)));
    let rows = rows.chain(taken.iter().zip(market.parts.iter().map(|p| p.kg)));
    for (row, kg) in rows.filter(|(row, _)| !row.is_empty()) {
        problem.add_constraint(row, ComparisonOp::Le, f64::from(i32::try_from(kg).unwrap()));
    }
    match problem.solve().unwrap() {
        SolveOutcome::Solution(solution) => whole(solution.objective()),
        SolveOutcome::Interrupted(_) => panic!("no limit was set"),
    }
}

/// The most and the least that the rents of all offers and of all parts can be together in an optimum of this value, by the same solver.
pub fn ends_by_simplex(market: &Instance, value: i128) -> [String; 2] {
    [OptimizationDirection::Maximize, OptimizationDirection::Minimize].map(|direction| {
        let mut problem = Problem::new(direction);
        // A part's rent is the offer's and what its room is worth. An offer that has kg for all its room earns by the room alone.
        let (mut counts, mut room) = (vec![1.0; market.offers.len()], vec![0; market.offers.len()]);
        for part in &market.parts {
            counts[part.offer as usize] += 1.0;
            room[part.offer as usize] += part.kg;
        }
        let earns = |i: usize| room[i] == 0 || room[i] > market.offers[i].kg;
        let rents: Vec<_> = counts
            .iter()
            .enumerate()
            .map(|(i, count)| problem.add_var(*count, (0.0, if earns(i) { f64::INFINITY } else { 0.0 })))
            .collect();
        let wants: Vec<_> = market.demands.iter().map(|_| problem.add_var(0.0, (0.0, f64::INFINITY))).collect();
        let room: Vec<_> = market.parts.iter().map(|_| problem.add_var(1.0, (0.0, f64::INFINITY))).collect();
        for (i, part, offer) in ways(market) {
            for (want, demand) in wants.iter().zip(&market.demands) {
                if let Some(gain) = gain(&offer, demand) {
                    let rents = [(rents[i], 1.0), (*want, 1.0)].into_iter().chain(part.map(|part| (room[part], 1.0)));
                    problem.add_constraint(rents.collect::<Vec<_>>().as_slice(), ComparisonOp::Ge, gain);
                }
            }
        }
        let kg = |kg: i64| f64::from(i32::try_from(kg).unwrap());
        let sum = rents.iter().zip(market.offers.iter().map(|o| kg(o.kg))).chain(wants.iter().zip(market.demands.iter().map(|d| kg(d.kg))));
        let sum = sum.chain(room.iter().zip(market.parts.iter().map(|p| kg(p.kg))));
        let sum: Vec<_> = sum.map(|(rent, kg)| (*rent, kg)).collect();
        problem.add_constraint(sum.as_slice(), ComparisonOp::Le, value.to_string().parse().unwrap());
        match problem.solve().unwrap() {
            SolveOutcome::Solution(solution) => whole(solution.objective()),
            SolveOutcome::Interrupted(_) => panic!("no limit was set"),
        }
    })
}

/// Rounding errors aside; a little below nothing is nothing.
fn whole(number: f64) -> String {
    format!("{:.0}", number.round() + 0.0)
}
