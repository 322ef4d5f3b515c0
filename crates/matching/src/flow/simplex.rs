//! Primal network simplex on arcs without upper limits.
//!
//! Strongly feasible spanning trees (Cunningham, *A network simplex method*, Math. Prog. 11, 1976): every tree arc without flow
//! points towards the root, which rules out cycling. Pricing is block search (Király and Kovács, *Efficient implementations of
//! minimum-cost flow algorithms*, Acta Univ. Sapientiae Inf. 4, 2012). Only tree arcs carry flow, so it is kept at the nodes:
//! memory is O(nodes) beside the arcs. One pivot costs the block scanned, the cycle and the subtree that moves.

use super::network::GROUND;

const NONE: u32 = u32::MAX;

#[derive(Debug, Clone, Copy)]
pub(crate) struct Arc {
    pub(crate) tail: u32,
    pub(crate) head: u32,
    pub(crate) cost: i64,
}

/// A node and how it hangs in the tree.
#[derive(Debug, Clone, Copy)]
struct Node {
    price: i64,
    /// Flow on `arc`.
    flow: i64,
    parent: u32,
    /// The arc to the parent.
    arc: u32,
    depth: u32,
    /// Whether `arc` leads from this node to its parent.
    up: bool,
    first_child: u32,
    next: u32,
    previous: u32,
}

pub(crate) struct Simplex {
    nodes: Vec<Node>,
    /// Where the next block of arcs starts.
    cursor: usize,
    block: usize,
}

/// The arc that leaves the tree hangs below `node`, on the entering arc's head side or its tail side.
struct Leaving {
    node: usize,
    head_side: bool,
    flow: i64,
}

fn at(index: u32) -> usize {
    usize::try_from(index).expect("a u32 index fits")
}

fn short(index: usize) -> u32 {
    u32::try_from(index).expect("arcs and nodes are counted in 32 bits")
}

impl Simplex {
    /// `start` names, per node but the ground, its first tree arc and flow; parents come before their children.
    pub(crate) fn new(arcs: &[Arc], start: &[(usize, i64)]) -> Self {
        let blank = Node { price: 0, flow: 0, parent: NONE, arc: NONE, depth: 0, up: false, first_child: NONE, next: NONE, previous: NONE };
        let mut simplex = Self { nodes: vec![blank; start.len()], cursor: 0, block: (arcs.len().isqrt() / 2).max(24) };
        for (node, &(arc, flow)) in start.iter().enumerate().skip(1) {
            let Arc { tail, head, .. } = arcs[arc];
            let up = at(tail) == node;
            let parent = at(if up { head } else { tail });
            simplex.nodes[node] = Node { flow, arc: short(arc), up, depth: simplex.nodes[parent].depth + 1, ..blank };
            simplex.hang(node, parent);
        }
        simplex.reprice(arcs);
        simplex
    }

    /// Kg on each arc of the tree; all others carry none.
    pub(crate) fn flows(&self) -> impl Iterator<Item = (usize, i64)> + '_ {
        self.nodes[1..].iter().map(|node| (at(node.arc), node.flow))
    }

    /// Node prices of this tree under other costs; the ground's is 0.
    pub(crate) fn prices(&self, cost: impl Fn(usize) -> i64, arcs: &[Arc]) -> Vec<i64> {
        let mut prices = vec![0; self.nodes.len()];
        self.walk(GROUND, |node| {
            let Node { arc, up, parent, .. } = self.nodes[node];
            debug_assert!(at(if up { arcs[at(arc)].tail } else { arcs[at(arc)].head }) == node);
            let cost = cost(at(arc));
            prices[node] = prices[at(parent)] + if up { -cost } else { cost };
        });
        prices
    }

    /// Takes changed costs into account; the flow stays as it is.
    pub(crate) fn reprice(&mut self, arcs: &[Arc]) {
        let prices = self.prices(|arc| arcs[arc].cost, arcs);
        for (node, price) in self.nodes.iter_mut().zip(prices) {
            node.price = price;
        }
    }

    pub(crate) fn optimise(&mut self, arcs: &[Arc]) {
        while let Some(entering) = self.entering(arcs) {
            self.pivot(arcs, entering);
        }
    }

    fn reduced_cost(&self, arc: &Arc) -> i64 {
        arc.cost + self.nodes[at(arc.tail)].price - self.nodes[at(arc.head)].price
    }

    /// The best arc of the first block that has an improving one.
    fn entering(&mut self, arcs: &[Arc]) -> Option<usize> {
        let (mut best, mut least) = (None, 0);
        let mut left = self.block;
        let (before, after) = (0..self.cursor, self.cursor..arcs.len());
        for index in after.chain(before) {
            let cost = self.reduced_cost(&arcs[index]);
            if cost < least {
                least = cost;
                best = Some(index);
            }
            left -= 1;
            if left == 0 {
                if best.is_some() {
                    self.cursor = (index + 1) % arcs.len();
                    return best;
                }
                left = self.block;
            }
        }
        best
    }

    fn pivot(&mut self, arcs: &[Arc], entering: usize) {
        let arc = &arcs[entering];
        let (tail, head) = (at(arc.tail), at(arc.head));
        let change = self.reduced_cost(arc);
        let join = self.join(tail, head);
        let leaving = self.leaving(tail, head, join);
        self.push(tail, head, join, leaving.flow);
        let (child, parent, shift) = if leaving.head_side { (head, tail, change) } else { (tail, head, -change) };
        self.rehang(leaving.node, child);
        let node = &mut self.nodes[child];
        (node.arc, node.up, node.flow) = (short(entering), !leaving.head_side, leaving.flow);
        self.hang(child, parent);
        self.shift(child, shift);
    }

    fn join(&self, mut one: usize, mut other: usize) -> usize {
        while one != other {
            if self.nodes[one].depth >= self.nodes[other].depth {
                one = at(self.nodes[one].parent);
            } else {
                other = at(self.nodes[other].parent);
            }
        }
        one
    }

    /// The last arc around the cycle, seen from the join along the entering arc, that runs dry first.
    fn leaving(&self, tail: usize, head: usize, join: usize) -> Leaving {
        let mut found = Leaving { node: GROUND, head_side: false, flow: i64::MAX };
        let mut node = tail;
        while node != join {
            let Node { up, flow, parent, .. } = self.nodes[node];
            if up && flow < found.flow {
                found = Leaving { node, head_side: false, flow };
            }
            node = at(parent);
        }
        node = head;
        while node != join {
            let Node { up, flow, parent, .. } = self.nodes[node];
            if !up && flow <= found.flow {
                found = Leaving { node, head_side: true, flow };
            }
            node = at(parent);
        }
        assert!(found.node != GROUND, "every cycle of gains passes an arc that can run dry");
        found
    }

    fn push(&mut self, tail: usize, head: usize, join: usize, flow: i64) {
        if flow == 0 {
            return;
        }
        for (start, along_up) in [(tail, false), (head, true)] {
            let mut node = start;
            while node != join {
                let this = &mut self.nodes[node];
                this.flow += if this.up == along_up { flow } else { -flow };
                node = at(this.parent);
            }
        }
    }

    /// Cuts the subtree of `top` off and turns it so that `root` is its root.
    fn rehang(&mut self, top: usize, root: usize) {
        self.cut(top);
        let mut node = root;
        // The arc, direction and flow move from the child to what used to be its parent.
        let (mut arc, mut up, mut flow) = (NONE, false, 0);
        let mut below = None;
        loop {
            let old = self.nodes[node];
            if node != top {
                self.cut(node);
            }
            let this = &mut self.nodes[node];
            (this.arc, this.up, this.flow) = (arc, up, flow);
            if let Some(below) = below {
                self.hang(node, below);
            }
            if node == top {
                return;
            }
            (arc, up, flow) = (old.arc, !old.up, old.flow);
            below = Some(node);
            node = at(old.parent);
        }
    }

    fn cut(&mut self, node: usize) {
        let Node { parent, next, previous, .. } = self.nodes[node];
        if previous == NONE {
            self.nodes[at(parent)].first_child = next;
        } else {
            self.nodes[at(previous)].next = next;
        }
        if next != NONE {
            self.nodes[at(next)].previous = previous;
        }
    }

    fn hang(&mut self, node: usize, parent: usize) {
        let first = self.nodes[parent].first_child;
        if first != NONE {
            self.nodes[at(first)].previous = short(node);
        }
        self.nodes[parent].first_child = short(node);
        let this = &mut self.nodes[node];
        (this.parent, this.previous, this.next) = (short(parent), NONE, first);
    }

    /// Adds to the prices of a subtree and sets its depths.
    fn shift(&mut self, top: usize, change: i64) {
        let mut node = top;
        loop {
            let depth = self.nodes[at(self.nodes[node].parent)].depth + 1;
            let this = &mut self.nodes[node];
            this.price += change;
            this.depth = depth;
            match self.following(node, top) {
                Some(next) => node = next,
                None => return,
            }
        }
    }

    /// Visits the nodes below `top`, parents first.
    fn walk(&self, top: usize, mut visit: impl FnMut(usize)) {
        let mut node = top;
        while let Some(next) = self.following(node, top) {
            visit(next);
            node = next;
        }
    }

    /// The next node of the subtree of `top` in preorder.
    fn following(&self, mut node: usize, top: usize) -> Option<usize> {
        let child = self.nodes[node].first_child;
        if child != NONE {
            return Some(at(child));
        }
        while node != top {
            let next = self.nodes[node].next;
            if next != NONE {
                return Some(at(next));
            }
            node = at(self.nodes[node].parent);
        }
        None
    }
}
