//! Pivots until no listed pair gains more than both its rents.
use crate::arcs::Arc;
use crate::tree::{NONE, Tree};

/// A pair, or the ground for one post, by what it gains beyond the rents.
type Candidate = (i64, Entering);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Entering {
    Pair(u32),
    Ground(u32),
}

/// Each look at all pairs lists the best of every offer; the list is worked off from the greatest, as far as it still improves.
pub fn optimise(tree: &mut Tree, arcs: &[Arc], offers: usize) {
    let ground = tree.ground();
    let mut list: Vec<Candidate> = Vec::new();
    let mut worth: Vec<i64> = Vec::new();
    let mut best: Vec<(i64, u32)> = Vec::new();
    loop {
        worth.clear();
        worth.extend((0..ground).map(|node| tree.worth(node)));
        best.clear();
        best.resize(offers, (0, 0));
        for (at, arc) in arcs.iter().enumerate() {
            let short = i64::from(arc.gain) + worth[offers + arc.demand as usize] - worth[arc.offer as usize];
            let best = &mut best[arc.offer as usize];
            if short > best.0 {
                *best = (short, at as u32);
            }
        }
        list.clear();
        list.extend(best.iter().filter(|best| best.0 > 0).map(|&(short, arc)| (short, Entering::Pair(arc))));
        // A rent below zero: the ground is the better partner.
        let below =
            worth.iter().enumerate().map(|(node, worth)| (if node < offers { -worth } else { *worth }, Entering::Ground(node as u32)));
        list.extend(below.filter(|candidate| candidate.0 > 0));
        if list.is_empty() {
            return;
        }
        list.sort_unstable_by(|a, b| b.cmp(a));
        for &(_, entering) in &list {
            let (tail, head, arc, gain) = match entering {
                Entering::Pair(at) => {
                    let arc = arcs[at as usize];
                    (arc.offer as usize, offers + arc.demand as usize, at, i64::from(arc.gain))
                }
                Entering::Ground(node) if (node as usize) < offers => (node as usize, ground, NONE, 0),
                Entering::Ground(node) => (ground, node as usize, NONE, 0),
            };
            let short = gain + tree.worth(head) - tree.worth(tail);
            if short > 0 {
                tree.pivot(tail, head, arc, short);
            }
        }
    }
}
