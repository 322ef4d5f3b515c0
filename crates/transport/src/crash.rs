//! From kg that move to a tree that carries them: rounds of pairs are broken where it costs least, pieces hang from each other.
use crate::arcs::{Arc, Rows};
use crate::tree::{Hung, NONE};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

struct Forest<'a> {
    arcs: &'a [Arc],
    offers: usize,
    link: Vec<Hung>,
    boss: Vec<u32>,
    mark: Vec<u32>,
    stamp: u32,
}

impl Forest<'_> {
    fn top(&mut self, mut node: usize) -> usize {
        while self.boss[node] as usize != node {
            self.boss[node] = self.boss[self.boss[node] as usize];
            node = self.boss[node] as usize;
        }
        node
    }

    fn gain(&self, arc: u32) -> i64 {
        if arc == NONE { 0 } else { i64::from(self.arcs[arc as usize].gain) }
    }

    /// Makes `node` the root of the piece that hangs below `out` (or of its whole piece) and hangs it anew.
    fn turn(&mut self, node: usize, out: Option<usize>, new: Hung) {
        let (mut node, mut carry) = (node, new);
        loop {
            let old = std::mem::replace(&mut self.link[node], carry);
            if old.parent == NONE || out == Some(node) {
                return;
            }
            carry = Hung { parent: node as u32, ..old };
            node = old.parent as usize;
        }
    }

    fn join(&mut self, tail: usize, head: usize) -> usize {
        self.stamp += 1;
        let (mut a, mut b) = (tail, head);
        loop {
            for node in [&mut a, &mut b] {
                if *node == NONE as usize {
                    continue;
                }
                if self.mark[*node] == self.stamp {
                    return *node;
                }
                self.mark[*node] = self.stamp;
                *node = self.link[*node].parent as usize;
            }
        }
    }

    fn add(&mut self, tail: usize, head: usize, arc: u32, flow: i64) {
        let (a, b) = (self.top(tail), self.top(head));
        if a != b {
            // The ground stays the root of its piece, so that offers always send up and demands always receive from above.
            let ground = self.link.len() - 1;
            if self.top(ground) == a {
                self.boss[b] = a as u32;
                self.turn(head, None, Hung { parent: tail as u32, arc, flow });
            } else {
                self.boss[a] = b as u32;
                self.turn(tail, None, Hung { parent: head as u32, arc, flow });
            }
            return;
        }
        let join = self.join(tail, head);
        let sides = [(tail, false), (head, true)];
        let mut sum = self.gain(arc);
        for (start, along_up) in sides {
            let mut node = start;
            while node != join {
                let gain = self.gain(self.link[node].arc);
                sum += if (node < self.offers) == along_up { gain } else { -gain };
                node = self.link[node].parent as usize;
            }
        }
        let more = sum >= 0;
        let (mut least, mut out) = (if more { i64::MAX } else { flow }, NONE);
        let mut side = 0;
        for (k, (start, along_up)) in sides.into_iter().enumerate() {
            let mut node = start;
            while node != join {
                let link = &self.link[node];
                let grows = ((node < self.offers) == along_up) == more;
                if !grows && link.flow < least {
                    (least, out, side) = (link.flow, node as u32, k);
                }
                node = link.parent as usize;
            }
        }
        for (start, along_up) in sides {
            let mut node = start;
            while node != join {
                let grows = ((node < self.offers) == along_up) == more;
                self.link[node].flow += if grows { least } else { -least };
                node = self.link[node].parent as usize;
            }
        }
        if out != NONE {
            let flow = if more { flow + least } else { flow - least };
            let (into, under) = if side == 0 { (tail, head) } else { (head, tail) };
            self.turn(into, Some(out as usize), Hung { parent: under as u32, arc, flow });
        }
    }
}

/// A strongly feasible tree for these kg; `worth` (any scale) says which empty arcs are the likelier.
pub fn tree(arcs: &[Arc], offers: usize, flow: &[i64], slack: &[i64], short: impl Fn(Option<u32>, usize) -> i64) -> Vec<Hung> {
    let n = slack.len();
    let ground = n;
    let blank = Hung { parent: NONE, arc: NONE, flow: 0 };
    let mut forest = Forest { arcs, offers, link: vec![blank; n + 1], boss: (0..=n as u32).collect(), mark: vec![0; n + 1], stamp: 0 };
    for (a, arc) in arcs.iter().enumerate() {
        if flow[a] > 0 {
            forest.add(arc.offer as usize, offers + arc.demand as usize, a as u32, flow[a]);
        }
    }
    for (node, &kg) in slack.iter().enumerate().filter(|(_, kg)| **kg > 0) {
        let (tail, head) = if node < offers { (node, ground) } else { (ground, node) };
        forest.add(tail, head, NONE, kg);
    }
    let mut link = forest.link;
    // An empty arc may not lead down.
    for hung in &mut link[offers..n] {
        if hung.flow == 0 {
            *hung = blank;
        }
    }
    let mut piece = vec![NONE; n + 1];
    piece[ground] = ground as u32;
    let mut path = Vec::new();
    for node in 0..n {
        let mut at = node;
        while piece[at] == NONE && link[at].parent != NONE {
            path.push(at);
            at = link[at].parent as usize;
        }
        let top = if piece[at] == NONE { at as u32 } else { piece[at] };
        piece[at] = top;
        for k in path.drain(..) {
            piece[k] = top;
        }
    }
    let members = Rows::of(n + 1, n + 1, |k| piece[k]);
    let by_demand = Rows::of(n - offers, arcs.len(), |a| arcs[a].demand);
    let mut hangs = vec![false; n + 1];
    hangs[ground] = true;
    let mut heap = BinaryHeap::new();
    for (i, top) in piece[..offers].iter().enumerate().filter(|(_, top)| **top as usize != ground) {
        debug_assert!(!hangs[*top as usize]);
        heap.push(Reverse((short(None, i), i as u32, NONE)));
    }
    let reach = |heap: &mut BinaryHeap<_>, hangs: &[bool], top: usize| {
        for &node in members.row(top) {
            if (node as usize) < offers || node as usize == ground {
                continue;
            }
            for &a in by_demand.row(node as usize - offers) {
                let i = arcs[a as usize].offer as usize;
                if !hangs[piece[i] as usize] {
                    heap.push(Reverse((short(Some(a), i), i as u32, a)));
                }
            }
        }
    };
    reach(&mut heap, &hangs, ground);
    let mut forest = Forest { arcs, offers, link, boss: Vec::new(), mark: Vec::new(), stamp: 0 };
    while let Some(Reverse((_, i, a))) = heap.pop() {
        let top = piece[i as usize] as usize;
        if hangs[top] {
            continue;
        }
        hangs[top] = true;
        let parent = if a == NONE { ground } else { offers + arcs[a as usize].demand as usize };
        forest.turn(i as usize, None, Hung { parent: parent as u32, arc: a, flow: 0 });
        reach(&mut heap, &hangs, top);
    }
    forest.link.pop();
    forest.link
}
