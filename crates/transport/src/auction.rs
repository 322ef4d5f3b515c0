//! Prices that miss the optimum by at most a step per kg over **all** pairs, without a list of pairs.
//!
//! The ε-relaxation of Bertsekas both ways. A kg at an offer is worth its rent `u`, a kg at a demand minus its rent `v`; the ground is
//! worth nothing and takes or gives any amount. First every kg too many moves on and worths only fall; then every kg that lacks is
//! fetched and worths only rise. Because worths move one way only, what a post found best and did not remember stays worse than the
//! worst it remembers: a few remembered partners answer most questions, and a search answers the rest exactly.
use crate::side::Side;
use search::Memory;
use std::collections::VecDeque;

mod moves;
mod search;

/// Kg from an offer to a demand.
#[derive(Debug, Clone, Copy)]
pub struct Sale {
    pub post: u32,
    pub gain: i32,
    pub kg: i64,
}

pub struct Auction<'a> {
    offers: &'a mut Side,
    demands: &'a mut Side,
    scale: i64,
    threads: usize,
    /// Offers first, then demands.
    pub worth: Vec<i64>,
    pub slack: Vec<i64>,
    /// Of every node, apart from its post: who asks for one of these seldom needs the others.
    kg: Vec<i64>,
    price: Vec<f32>,
    excess: Vec<i64>,
    /// Kg of each demand by offer.
    pub bought: Vec<Vec<Sale>>,
    /// Demands that an offer sells to.
    sold: Vec<Vec<u32>>,
    memory: Vec<Memory>,
    stage: u32,
    queue: VecDeque<u32>,
}

impl<'a> Auction<'a> {
    pub fn new(offers: &'a mut Side, demands: &'a mut Side, scale: i64, threads: usize) -> Self {
        let (n, m) = (offers.count(), demands.count());
        let slack: Vec<i64> = offers.posts.iter().chain(&demands.posts).map(|p| p.kg).collect();
        let mut this = Self {
            scale,
            threads,
            worth: vec![0; n + m],
            excess: vec![0; n + m],
            kg: slack.clone(),
            price: offers.posts.iter().chain(&demands.posts).map(|p| p.price as f32).collect(),
            slack,
            bought: vec![Vec::new(); m],
            sold: vec![Vec::new(); n],
            memory: vec![Memory::default(); n + m],
            stage: 0,
            queue: VecDeque::new(),
            offers,
            demands,
        };
        // At first the rests want no more for their kg than parts that sell nothing.
        for j in (0..m).filter(|j| !this.demands.kin.of(*j).is_empty()) {
            this.worth[n + j] = -i64::from(this.demands.kin_gain) * scale;
        }
        this.publish();
        this
    }

    pub fn begin_at(&mut self, worth: Vec<i64>) {
        self.worth = worth;
        self.publish();
    }

    fn publish(&mut self) {
        let (n, scale) = (self.offers.count(), self.scale as f32);
        let worth = &self.worth;
        let asks: Vec<f32> = self.offers.posts.iter().enumerate().map(|(k, p)| p.price as f32 + worth[k] as f32 / scale).collect();
        self.offers.set_all(|k| asks[k]);
        let bids: Vec<f32> = self.demands.posts.iter().enumerate().map(|(k, p)| -(p.price as f32) - worth[n + k] as f32 / scale).collect();
        self.demands.set_all(|k| bids[k]);
    }

    fn set(&mut self, node: usize, worth: i64) {
        self.worth[node] = worth;
        let n = self.offers.count();
        let off = worth as f32 / self.scale as f32;
        if node < n {
            self.offers.set(node, self.price[node] + off);
        } else {
            self.demands.set(node - n, -self.price[node] - off);
        }
    }

    pub fn phase(&mut self, step: i64) {
        let n = self.offers.count();
        self.stage += 1;
        self.look_ahead();
        // No offer may be worth less than a demand pays.
        for i in 0..n {
            let best = self.best_demand(i).map_or(0, |x| x.0.max(0));
            self.worth[i] = best;
        }
        self.publish();
        for j in 0..self.demands.count() {
            let mut at = 0;
            while at < self.bought[j].len() {
                let sale = self.bought[j][at];
                let i = sale.post as usize;
                if self.worth[i] - self.worth[n + j] - i64::from(sale.gain) * self.scale > step {
                    self.excess[i] += sale.kg;
                    self.excess[n + j] -= sale.kg;
                    self.bought[j].swap_remove(at);
                    self.sold[i].retain(|x| *x != j as u32);
                } else {
                    at += 1;
                }
            }
        }
        for node in 0..self.worth.len() {
            let sign = if node < n { 1 } else { -1 };
            if self.slack[node] > 0 && self.worth[node] * sign > step {
                self.excess[node] += sign * std::mem::take(&mut self.slack[node]);
            }
        }
        self.settle(step, true);
        self.stage += 1;
        self.settle(step, false);
    }

    fn settle(&mut self, step: i64, many: bool) {
        let n = self.offers.count();
        self.queue.extend(
            (0..self.worth.len() as u32).filter(|k| if many { self.excess[*k as usize] > 0 } else { self.excess[*k as usize] < 0 }),
        );
        while let Some(node) = self.queue.pop_front() {
            let node = node as usize;
            match (many, node < n) {
                (true, true) => self.sell(node, step),
                (true, false) => self.send_back(node - n, step),
                (false, false) => self.fetch(node - n, step),
                (false, true) => self.take_back(node, step),
            }
        }
    }

    fn give(&mut self, node: usize, kg: i64, many: bool) {
        let before = self.excess[node];
        self.excess[node] += kg;
        let after = self.excess[node];
        if if many { before <= 0 && after > 0 } else { before >= 0 && after < 0 } {
            self.queue.push_back(node as u32);
        }
    }
}
