//! A strongly feasible spanning tree, the worths it implies, and the pivot; its subtrees are intervals of a walk ([`Tour`]).
use crate::arcs::Arc;
use crate::tour::{Passage, Step, Tour, node_step};

pub const NONE: u32 = u32::MAX;

/// How a node hangs: below whom, by which arc (`NONE`: the ground's), with how many kg. An offer's kg run to its parent, a demand's from it.
#[derive(Debug, Clone, Copy)]
pub struct Hung {
    pub parent: u32,
    pub arc: u32,
    pub flow: i64,
}

#[derive(Debug, Clone, Copy)]
struct Link {
    flow: i64,
    parent: u32,
    arc: u32,
    passage: Passage,
}

pub struct Tree {
    link: Vec<Link>,
    tour: Tour,
    /// What a kg is worth at each node; at the ground nothing.
    pub worth: Vec<i64>,
    mark: Vec<u32>,
    stamp: u32,
    offers: usize,
}

impl Tree {
    pub fn ground(&self) -> usize {
        self.link.len() - 1
    }

    /// Nodes: offers, demands, the ground last.
    pub fn new(hung: &[Hung], offers: usize, arcs: &[Arc]) -> Self {
        let n = hung.len();
        let children = crate::arcs::Rows::of(n + 1, n, |k| hung[k].parent);
        let passage = |node: usize| Passage { down: 3 * node as Step + 1, up: 3 * node as Step + 2 };
        let mut worth = vec![0; n + 1];
        let mut walk = Vec::with_capacity(3 * n + 1);
        // A step still to be walked: a node's arrival, or the way up from it.
        let mut stack = vec![node_step(n)];
        while let Some(step) = stack.pop() {
            if step % 3 != 0 {
                walk.push(step);
                continue;
            }
            let node = step as usize / 3;
            if node < n {
                let Hung { parent, arc, .. } = hung[node];
                let gain = if arc == NONE { 0 } else { i64::from(arcs[arc as usize].gain) };
                worth[node] = worth[parent as usize] + if node < offers { gain } else { -gain };
                walk.push(passage(node).down);
                stack.push(passage(node).up);
            }
            walk.push(step);
            stack.extend(children.row(node).iter().map(|child| node_step(*child as usize)));
        }
        assert_eq!(walk.len(), 3 * n + 1, "the tree hangs together");
        let mut link: Vec<Link> =
            hung.iter().enumerate().map(|(node, h)| Link { flow: h.flow, parent: h.parent, arc: h.arc, passage: passage(node) }).collect();
        link.push(Link { flow: 0, parent: NONE, arc: NONE, passage: passage(n) });
        Self { link, tour: Tour::new(&walk), worth, mark: vec![0; n + 1], stamp: 0, offers }
    }

    /// The arcs of the tree with their kg; `NONE` are the ground's.
    pub fn flows(&self) -> impl Iterator<Item = (u32, i64)> + '_ {
        self.link[..self.ground()].iter().map(|link| (link.arc, link.flow))
    }

    fn join(&mut self, tail: usize, head: usize) -> usize {
        self.stamp += 1;
        let (mut a, mut b) = (tail as u32, head as u32);
        loop {
            for node in [&mut a, &mut b] {
                if *node == NONE {
                    continue;
                }
                let at = *node as usize;
                if self.mark[at] == self.stamp {
                    return at;
                }
                self.mark[at] = self.stamp;
                *node = self.link[at].parent;
            }
        }
    }

    /// `tail` → `head` comes into the tree; `short` is what its gain exceeds the difference of worths by.
    /// With `arc` `NONE` one end is the ground. Gives every node whose worth shifted, and by how much, to `moved`.
    pub fn pivot(&mut self, tail: usize, head: usize, arc: u32, short: i64, mut moved: impl FnMut(usize, i64)) {
        let join = self.join(tail, head);
        let (mut least, mut out, mut head_side) = (i64::MAX, NONE, false);
        let mut node = tail;
        while node != join {
            let link = &self.link[node];
            if node < self.offers && link.flow < least {
                (least, out) = (link.flow, node as u32);
            }
            node = link.parent as usize;
        }
        node = head;
        while node != join {
            let link = &self.link[node];
            if node >= self.offers && link.flow <= least {
                (least, out, head_side) = (link.flow, node as u32, true);
            }
            node = link.parent as usize;
        }
        assert!(out != NONE, "every cycle passes an arc that can run dry");
        if least > 0 {
            for (start, along_up) in [(tail, false), (head, true)] {
                let mut node = start;
                while node != join {
                    let link = &mut self.link[node];
                    link.flow += if (node < self.offers) == along_up { least } else { -least };
                    node = link.parent as usize;
                }
            }
        }
        let out = out as usize;
        let (into, under, shift) = if head_side { (head, tail, -short) } else { (tail, head, short) };
        let passage = self.link[out].passage;
        self.tour.turn(passage, into, under);
        let worth = &mut self.worth;
        self.tour.each(passage, |node| {
            worth[node] += shift;
            moved(node, shift);
        });
        let mut carry = Link { flow: least, parent: under as u32, arc, passage };
        let mut node = into;
        loop {
            let old = std::mem::replace(&mut self.link[node], carry);
            if node == out {
                return;
            }
            carry = Link { parent: node as u32, passage: Passage { down: old.passage.up, up: old.passage.down }, ..old };
            node = old.parent as usize;
        }
    }
}
