//! Pivots until no listed pair gains more than both its rents.
//!
//! Each look lists the best pair of every offer; the list is worked off from the greatest, as far as it still improves. A pivot shifts the
//! worths of one subtree, so until the next look only pairs that lead into it (or out of it) can come to gain more than their rents:
//! a look reads their pairs, and those of offers that had one before, and no others.
use crate::arcs::{Arc, Rows};
use crate::tree::{NONE, Tree};

/// Reading so many pairs in their order costs as much as one out of it.
const SWEEP: usize = 4;

struct Look<'a> {
    arcs: &'a [Arc],
    offers: usize,
    by_offer: Rows,
    by_demand: Rows,
    /// Nodes whose pairs may gain more than their rents.
    stale: Vec<u32>,
    is_stale: Vec<bool>,
    /// Pairs of the stale nodes.
    count: usize,
    best: Vec<(i64, u32)>,
    found: Vec<u32>,
}

impl Look<'_> {
    fn mark(&mut self, node: usize) {
        if !self.is_stale[node] {
            self.is_stale[node] = true;
            self.stale.push(node as u32);
            let rows = if node < self.offers { &self.by_offer.start[node..] } else { &self.by_demand.start[node - self.offers..] };
            self.count += (rows[1] - rows[0]) as usize;
        }
    }

    fn see(&mut self, at: u32, worth: &[i64]) {
        let arc = self.arcs[at as usize];
        let beyond = i64::from(arc.gain) + worth[self.offers + arc.demand as usize] - worth[arc.offer as usize];
        let best = &mut self.best[arc.offer as usize];
        if beyond > best.0 || beyond == best.0 && beyond > 0 && at < best.1 {
            if best.0 == 0 {
                self.found.push(arc.offer);
            }
            *best = (beyond, at);
        }
    }

    /// Who gains how much beyond the rents, by which pair (`NONE`: the ground), the greatest first.
    fn list(&mut self, worth: &[i64], list: &mut Vec<(i64, u32, u32)>) {
        list.clear();
        if SWEEP * self.count > self.arcs.len() {
            for at in 0..self.arcs.len() as u32 {
                self.see(at, worth);
            }
        } else {
            for k in 0..self.stale.len() {
                let node = self.stale[k] as usize;
                let (rows, row) = if node < self.offers { (&self.by_offer, node) } else { (&self.by_demand, node - self.offers) };
                for at in rows.start[row] as usize..rows.start[row + 1] as usize {
                    let rows = if node < self.offers { &self.by_offer } else { &self.by_demand };
                    self.see(rows.item[at], worth);
                }
            }
        }
        for node in self.stale.drain(..) {
            let below = worth[node as usize];
            let below = if (node as usize) < self.offers { -below } else { below };
            if below > 0 {
                // A rent below zero: the ground is the better partner.
                list.push((below, NONE, node));
            }
            self.is_stale[node as usize] = false;
        }
        self.count = 0;
        for offer in std::mem::take(&mut self.found) {
            let (beyond, at) = std::mem::take(&mut self.best[offer as usize]);
            list.push((beyond, at, offer));
        }
        list.sort_unstable_by(|a, b| b.cmp(a));
        for &(_, _, node) in &*list {
            self.mark(node as usize);
        }
    }
}

pub fn optimise(tree: &mut Tree, arcs: &[Arc], offers: usize) {
    let ground = tree.ground();
    let mut look = Look {
        arcs,
        offers,
        by_offer: Rows::of(offers, arcs.len(), |at| arcs[at].offer),
        by_demand: Rows::of(ground - offers, arcs.len(), |at| arcs[at].demand),
        stale: Vec::new(),
        is_stale: vec![false; ground],
        count: 0,
        best: vec![(0, 0); offers],
        found: Vec::new(),
    };
    (0..ground).for_each(|node| look.mark(node));
    let mut list = Vec::new();
    loop {
        look.list(&tree.worth, &mut list);
        if list.is_empty() {
            return;
        }
        for &(_, at, node) in &list {
            let node = node as usize;
            let (tail, head, gain) = match at {
                NONE if node < offers => (node, ground, 0),
                NONE => (ground, node, 0),
                at => {
                    let arc = arcs[at as usize];
                    (node, offers + arc.demand as usize, i64::from(arc.gain))
                }
            };
            let short = gain + tree.worth[head] - tree.worth[tail];
            if short > 0 {
                tree.pivot(tail, head, at, short, |node, shift| {
                    if (node < offers) == (shift < 0) {
                        look.mark(node);
                    }
                });
            }
        }
    }
}
