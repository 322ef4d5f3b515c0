//! A group as a network: nodes, arcs and what they stand for.

use super::simplex::{Arc, Simplex};
use crate::eligible::Component;

/// Node of unsold and unserved kg.
pub(crate) const GROUND: usize = 0;

pub(crate) struct Network {
    /// Arcs of the slots first (same index), then idle, unsold and unserved.
    pub(crate) arcs: Vec<Arc>,
    pub(crate) nodes: usize,
    /// Node of each offer, offer-week and line.
    offer_node: Vec<usize>,
    week_node: Vec<usize>,
    line_node: Vec<usize>,
    /// First tree: the arc by which each node but the ground hangs, with its first flow.
    start: Vec<(usize, i64)>,
    /// Whether an offer's only node stands for its single week's limit rather than for its kg.
    week_bound: Vec<bool>,
    simplex: Option<Simplex>,
    scale: i64,
}

/// Shadow prices of a group, ₫/kg.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rents {
    pub(crate) offer: Vec<i64>,
    pub(crate) week: Vec<i64>,
    pub(crate) line: Vec<i64>,
}

impl Network {
    pub(crate) fn new(component: &Component) -> Self {
        let mut network = Self {
            arcs: Vec::with_capacity(component.slots.len() + component.offer_weeks.len() + component.offers.len() + component.lines.len()),
            nodes: 1,
            offer_node: Vec::new(),
            week_node: vec![GROUND; component.offer_weeks.len()],
            line_node: Vec::new(),
            start: vec![(0, 0)],
            week_bound: vec![false; component.offers.len()],
            simplex: None,
            scale: 1 + score(component.offers.len()) + score(component.lines.len()),
        };
        let mut tail_arcs = Vec::new();
        network.add_offers(component, &mut tail_arcs);
        network.add_lines(component, &mut tail_arcs);
        for slot in &component.slots {
            let gain = component.pairs[slot.pair].gain;
            network.arcs.push(Arc {
                tail: node32(network.week_node[slot.offer_week]),
                head: node32(network.line_node[slot.line]),
                cost: -gain * network.scale,
            });
        }
        for start in &mut network.start[1..] {
            start.0 += network.arcs.len();
        }
        network.arcs.extend(tail_arcs);
        network
    }

    fn add_node(&mut self, arc: usize, flow: i64) -> usize {
        self.start.push((arc, flow));
        self.nodes += 1;
        self.nodes - 1
    }

    fn add_offers(&mut self, component: &Component, arcs: &mut Vec<Arc>) {
        let mut weeks = component.offer_weeks.iter().enumerate().peekable();
        for (offer, &supply) in component.supply.iter().enumerate() {
            let mut mine = Vec::new();
            while let Some((at, week)) = weeks.next_if(|(_, week)| week.offer == offer) {
                mine.push((at, week.capacity));
            }
            let cost = score(component.offers.len() - offer);
            let single = if let [(_, capacity)] = mine[..] { Some(capacity) } else { None };
            let free = mine.iter().all(|(_, capacity)| *capacity >= supply);
            let own = if free { supply } else { single.unwrap_or(supply) };
            self.week_bound[offer] = !free && single.is_some();
            let hub = self.add_node(arcs.len(), own);
            arcs.push(Arc { tail: node32(hub), head: node32(GROUND), cost });
            self.offer_node.push(hub);
            for (at, capacity) in mine {
                self.week_node[at] = if free || single.is_some() {
                    hub
                } else {
                    let node = self.add_node(arcs.len(), capacity);
                    arcs.push(Arc { tail: node32(node), head: node32(hub), cost: 0 });
                    node
                };
            }
        }
    }

    fn add_lines(&mut self, component: &Component, arcs: &mut Vec<Arc>) {
        for (at, line) in component.lines.iter().enumerate() {
            let node = self.add_node(arcs.len(), line.kg);
            let cost = score(component.lines.len() - at);
            arcs.push(Arc { tail: node32(GROUND), head: node32(node), cost });
            self.line_node.push(node);
        }
    }

    /// Solves to the optimum and gives the kg of each slot.
    pub(crate) fn solve(&mut self) -> Vec<i64> {
        let mut simplex = self.simplex.take().unwrap_or_else(|| Simplex::new(&self.arcs, &self.start));
        simplex.optimise(&self.arcs);
        let slots = self.arcs.len() - (self.nodes - 1);
        let mut kg = vec![0; slots];
        for (arc, flow) in simplex.flows() {
            if arc < slots {
                kg[arc] = flow;
            }
        }
        self.simplex = Some(simplex);
        kg
    }

    /// Takes slots out of the market: whatever they carry goes elsewhere at the next `solve`.
    pub(crate) fn ban(&mut self, slots: impl Iterator<Item = usize>) {
        for slot in slots {
            self.arcs[slot].cost = self.scale;
        }
        if let Some(simplex) = &mut self.simplex {
            simplex.reprice(&self.arcs);
        }
    }

    /// The cost of an arc in ₫ per kg, without tie scores.
    pub(crate) fn plain_cost(&self, arc: usize) -> i64 {
        if arc < self.arcs.len() - (self.nodes - 1) { self.arcs[arc].cost / self.scale } else { 0 }
    }

    /// Node prices of the solved tree in ₫ per kg, and the arcs that carry kg.
    pub(crate) fn prices(&self) -> (Vec<i64>, Vec<usize>) {
        let simplex = self.simplex.as_ref().expect("prices are asked for after solving");
        let prices = simplex.prices(|arc| self.plain_cost(arc), &self.arcs);
        let carrying = simplex.flows().filter(|(_, flow)| *flow > 0).map(|(arc, _)| arc).collect();
        (prices, carrying)
    }

    /// What node prices mean for offers, weeks and lines.
    pub(crate) fn rents(&self, component: &Component, prices: &[i64]) -> Rents {
        let offer_price = |offer: usize| if self.week_bound[offer] { 0 } else { prices[self.offer_node[offer]] };
        Rents {
            offer: (0..component.offers.len()).map(offer_price).collect(),
            week: component.offer_weeks.iter().zip(&self.week_node).map(|(week, &node)| prices[node] - offer_price(week.offer)).collect(),
            line: self.line_node.iter().map(|&node| -prices[node]).collect(),
        }
    }
}

fn score(rank: usize) -> i64 {
    i64::try_from(rank).expect("a count of posts fits")
}

fn node32(node: usize) -> u32 {
    u32::try_from(node).expect("a group has fewer than four billion nodes")
}
