//! Both ends of the optimal prices.
//!
//! Optimal node prices are those that respect every arc and are equal along arcs that carry kg (complementary slackness); they form
//! a lattice (Shapley and Shubik, *The assignment game I: the core*, 1971). With the ground at 0 the greatest is the distance from
//! the ground in the residual network and the least minus the distance to it: two runs of Dijkstra's algorithm on reduced costs.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::network::{GROUND, Network};
use super::simplex::Arc;

/// Node prices at the buyers' best end and at the sellers' best end.
pub(crate) struct PriceEnds {
    pub(crate) buyer_best: Vec<i64>,
    pub(crate) seller_best: Vec<i64>,
}

pub(crate) fn price_ends(network: &Network) -> PriceEnds {
    let (prices, carrying) = network.prices();
    let mut residual: Vec<Arc> = network
        .arcs
        .iter()
        .enumerate()
        .map(|(index, arc)| Arc { cost: network.plain_cost(index) + price(&prices, arc.tail) - price(&prices, arc.head), ..*arc })
        .collect();
    debug_assert!(residual.iter().all(|arc| arc.cost >= 0));
    residual.extend(carrying.into_iter().map(|index| {
        let arc = &network.arcs[index];
        Arc { tail: arc.head, head: arc.tail, cost: 0 }
    }));
    let from_ground = distances(&residual, network.nodes, |arc| (arc.tail, arc.head));
    let to_ground = distances(&residual, network.nodes, |arc| (arc.head, arc.tail));
    PriceEnds {
        seller_best: prices.iter().zip(from_ground).map(|(price, distance)| price + distance).collect(),
        buyer_best: prices.iter().zip(to_ground).map(|(price, distance)| price - distance).collect(),
    }
}

fn price(prices: &[i64], node: u32) -> i64 {
    prices[index(node)]
}

fn index(node: u32) -> usize {
    usize::try_from(node).expect("a u32 index fits")
}

/// Shortest distances from the ground along arcs seen in the given direction.
fn distances(arcs: &[Arc], nodes: usize, direction: impl Fn(&Arc) -> (u32, u32)) -> Vec<i64> {
    let mut first = vec![0; nodes + 1];
    for arc in arcs {
        first[index(direction(arc).0) + 1] += 1;
    }
    for node in 0..nodes {
        first[node + 1] += first[node];
    }
    let mut fill = first.clone();
    let mut out = vec![(0_u32, 0_i64); arcs.len()];
    for arc in arcs {
        let (from, to) = direction(arc);
        let place = &mut fill[index(from)];
        out[*place] = (to, arc.cost);
        *place += 1;
    }
    let mut distance = vec![i64::MAX; nodes];
    distance[GROUND] = 0;
    let mut queue = BinaryHeap::from([Reverse((0_i64, 0_u32))]);
    while let Some(Reverse((reached, node))) = queue.pop() {
        let node = index(node);
        if reached > distance[node] {
            continue;
        }
        for &(to, cost) in &out[first[node]..first[node + 1]] {
            let candidate = reached + cost;
            if candidate < distance[index(to)] {
                distance[index(to)] = candidate;
                queue.push(Reverse((candidate, to)));
            }
        }
    }
    debug_assert!(distance.iter().all(|distance| *distance < i64::MAX), "every node meets the ground both ways");
    distance
}
