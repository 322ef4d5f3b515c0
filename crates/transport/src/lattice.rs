//! Both ends of all optimal rents: the best for the sellers and the best for the buyers, over all pairs.
//!
//! Rents that are optimal form a lattice (Shapley and Shubik, *The assignment game I: the core*, IJGT 1, 1971). From any of them the
//! rents of one side are raised together as far as they go: posts that trade move together, a post with kg left stays, and nobody on
//! the other side falls below zero or below what it could have elsewhere. How far each group goes is a shortest path, and the arcs of
//! the path are found by searches, as everything here.
use crate::post::gain;
use crate::side::Side;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// One side as it stands: its rents, and whether kg are left that earn nothing.
pub struct Standing<'a> {
    pub rents: &'a [i64],
    pub left: &'a [bool],
}

/// How far the rents of `up` can rise, and those of `down` fall, by post. `pairs` trade (post of `up`, post of `down`).
pub fn raise(up: (&Side, &Standing), down: &mut Side, falling: &Standing, pairs: &[(u32, u32)]) -> (Vec<i64>, Vec<i64>) {
    let (n, m) = (up.0.count(), down.count());
    let groups = Groups::of(n, m, pairs);
    let mut labels = vec![i64::MAX; groups.count];
    for k in 0..m {
        let label = &mut labels[groups.of[n + k] as usize];
        *label = (*label).min(falling.rents[k]);
    }
    for k in (0..n).filter(|k| up.1.left[*k]) {
        labels[groups.of[k] as usize] = 0;
    }
    settle(up, down, falling, &groups, &mut labels);
    let risen = |k: usize| labels[groups.of[k] as usize];
    ((0..n).map(risen).collect(), (n..n + m).map(risen).collect())
}

/// Shortest paths from what cannot move (Dijkstra): a group whose turn it is moves no further.
fn settle(up: (&Side, &Standing), down: &mut Side, falling: &Standing, groups: &Groups, labels: &mut [i64]) {
    let n = up.0.count();
    let label = |labels: &[i64], k: usize| labels[groups.of[k] as usize];
    let cost = |side: &Side, labels: &[i64], k: usize| side.cost(k, falling.rents[k] - label(labels, n + k));
    let costs: Vec<f32> = (0..down.count()).map(|k| cost(down, labels, k)).collect();
    down.set_all(|k| costs[k]);
    let mut heap: BinaryHeap<Reverse<(i64, u32)>> = labels.iter().zip(0..).map(|(label, group)| Reverse((*label, group))).collect();
    let mut found: Vec<(usize, i64)> = Vec::new();
    while let Some(Reverse((risen, group))) = heap.pop() {
        if risen > labels[group as usize] {
            continue;
        }
        for &k in groups.members(group).iter().take_while(|k| (**k as usize) < n) {
            let k = k as usize;
            let rent = up.1.rents[k] + risen;
            let limit = -up.0.cost(k, rent);
            down.scan(up.0, k, limit, &mut |other| {
                if let Some(gain) = gain_of(up.0, down, k, other) {
                    found.push((other, gain));
                }
                limit
            });
            found.extend(up.0.kin.of(k).iter().map(|other| (*other as usize, i64::from(up.0.kin_gain))));
            for (other, gain) in found.drain(..) {
                let most = rent + falling.rents[other] - gain;
                let of = groups.of[n + other];
                if most < labels[of as usize] {
                    labels[of as usize] = most;
                    heap.push(Reverse((most, of)));
                    for &member in groups.members(of).iter().filter(|member| **member as usize >= n) {
                        let at = member as usize - n;
                        let cost = cost(down, labels, at);
                        down.set(at, cost);
                    }
                }
            }
        }
    }
}

fn gain_of(up: &Side, down: &Side, k: usize, other: usize) -> Option<i64> {
    let (offer, demand) = if up.sells { (&up.spots[k], &down.spots[other]) } else { (&down.spots[other], &up.spots[k]) };
    gain(offer, demand).map(i64::from)
}

/// Posts that trade with each other, directly or through others.
struct Groups {
    count: usize,
    of: Vec<u32>,
    first: Vec<u32>,
    members: Vec<u32>,
}

impl Groups {
    fn of(n: usize, m: usize, pairs: &[(u32, u32)]) -> Self {
        let mut boss: Vec<u32> = (0..(n + m) as u32).collect();
        let top = |boss: &mut Vec<u32>, mut node: u32| {
            while boss[node as usize] != node {
                boss[node as usize] = boss[boss[node as usize] as usize];
                node = boss[node as usize];
            }
            node
        };
        for &(k, other) in pairs {
            let (a, b) = (top(&mut boss, k), top(&mut boss, n as u32 + other));
            boss[a.max(b) as usize] = a.min(b);
        }
        let mut of = vec![u32::MAX; n + m];
        let mut first: Vec<u32> = Vec::new();
        for node in 0..(n + m) as u32 {
            let top = top(&mut boss, node) as usize;
            if of[top] == u32::MAX {
                of[top] = first.len() as u32;
                first.push(0);
            }
            of[node as usize] = of[top];
            first[of[top] as usize] += 1;
        }
        let count = first.len();
        let mut end = 0;
        for length in &mut first {
            (*length, end) = (end, end + *length);
        }
        let mut next = first.clone();
        let mut members = vec![0; n + m];
        for (node, group) in of.iter().enumerate() {
            members[next[*group as usize] as usize] = node as u32;
            next[*group as usize] += 1;
        }
        first.push(end);
        Self { count, of, first, members }
    }

    /// Those of the rising side first.
    fn members(&self, group: u32) -> &[u32] {
        &self.members[self.first[group as usize] as usize..self.first[group as usize + 1] as usize]
    }
}
