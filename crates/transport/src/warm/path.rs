//! Kg that earn a rent without being sold go where they do best.
use super::book::{Half, trade};
use super::gain_of;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

const NONE: u32 = u32::MAX;
/// How far is looked at first, ₫ per kg, and how many times as far when nothing is found.
const FIRST: i64 = 16;
const FURTHER: i64 = 6;

/// How a post was reached: at which distance, from which post of the other side.
#[derive(Debug, Clone, Copy)]
struct Label {
    search: u32,
    distance: i64,
    from: u32,
}

const BLANK: Label = Label { search: 0, distance: 0, from: NONE };

/// Labels of both sides, kept from one search to the next.
#[derive(Debug, Default)]
pub struct Paths {
    up: Labels,
    down: Labels,
    heap: BinaryHeap<Reverse<(i64, u32)>>,
    found: Vec<(u32, i64)>,
}

#[derive(Debug, Default)]
struct Labels {
    search: u32,
    label: Vec<Label>,
    touched: Vec<u32>,
}

impl Labels {
    fn begin(&mut self, count: usize) {
        self.label.resize(count, BLANK);
        self.touched.clear();
        self.search = self.search.wrapping_add(1);
        if self.search == 0 {
            self.label.fill(BLANK);
            self.search = 1;
        }
    }

    fn distance(&self, k: u32) -> i64 {
        let label = &self.label[k as usize];
        if label.search == self.search { label.distance } else { i64::MAX }
    }

    /// Whether that is nearer than before.
    fn reach(&mut self, k: u32, distance: i64, from: u32) -> bool {
        let before = self.distance(k);
        if distance >= before {
            return false;
        }
        if before == i64::MAX {
            self.touched.push(k);
        }
        self.label[k as usize] = Label { search: self.search, distance, from };
        true
    }

    fn from(&self, k: u32) -> u32 {
        self.label[k as usize].from
    }
}

/// Where kg end: with a post of the other side that wants more, or unsold at a post of their own side.
#[derive(Debug, Clone, Copy)]
enum End {
    Sold(u32),
    Left(u32),
}

impl Paths {
    /// Until what `start` of `up` has left earns nothing.
    pub fn settle(&mut self, up: &mut Half, down: &mut Half, start: u32, value: &mut i128) {
        let k = start as usize;
        let mut reach = FIRST;
        while up.left[k] > 0 && up.rent[k] > 0 {
            let Some((distance, end)) = self.nearest(up, down, start, reach) else {
                reach *= FURTHER;
                continue;
            };
            self.shift(up, down, distance);
            self.send(up, down, start, end, value);
        }
    }

    /// The nearest end, if it is within reach.
    fn nearest(&mut self, up: &Half, down: &Half, start: u32, reach: i64) -> Option<(i64, End)> {
        self.up.begin(up.side.count());
        self.down.begin(down.side.count());
        self.heap.clear();
        let mut best = (up.rent[start as usize], End::Left(start));
        self.up.reach(start, 0, NONE);
        self.heap.push(Reverse((0, start << 1)));
        while let Some(Reverse((distance, node))) = self.heap.pop() {
            if distance >= best.0.min(reach + 1) {
                break;
            }
            let k = node >> 1;
            if node & 1 == 0 {
                if distance > self.up.distance(k) {
                    continue;
                }
                let unsold = distance + up.rent[k as usize];
                if unsold < best.0 {
                    best = (unsold, End::Left(k));
                }
                self.look(up, down, k, distance, reach, &mut best);
            } else if distance == self.down.distance(k) {
                for deal in &down.deals[k as usize] {
                    if self.up.reach(deal.other, distance, k) {
                        self.heap.push(Reverse((distance, deal.other << 1)));
                    }
                }
            }
        }
        (best.0 <= reach).then_some(best)
    }

    /// All posts of `down` that are nearer by way of post `k`.
    fn look(&mut self, up: &Half, down: &Half, k: u32, distance: i64, reach: i64, best: &mut (i64, End)) {
        let rent = up.rent[k as usize];
        let limit = |end: i64| -up.side.cost(k as usize, rent) + (end.min(reach + 1) - distance) as f32;
        let found = &mut self.found;
        found.clear();
        let mut end = best.0;
        down.side.scan(&up.side, k as usize, limit(end), &mut |other| {
            if let Some(gain) = gain_of(&up.side, &down.side, k, other as u32) {
                let there = distance + rent + down.rent[other] - gain;
                if there < end.min(reach + 1) {
                    found.push((other as u32, there));
                    if down.left[other] > 0 {
                        end = there;
                    }
                }
            }
            limit(end)
        });
        for (other, there) in self.found.drain(..) {
            if !self.down.reach(other, there, k) {
                continue;
            }
            if down.left[other as usize] == 0 {
                self.heap.push(Reverse((there, other << 1 | 1)));
            } else if there < best.0 {
                *best = (there, End::Sold(other));
            }
        }
    }

    /// Rents of all that are nearer than the end fall, on the other side rise, by what they are nearer.
    fn shift(&self, up: &mut Half, down: &mut Half, end: i64) {
        for k in self.up.touched.iter().filter(|k| self.up.distance(**k) < end) {
            up.rent[*k as usize] -= end - self.up.distance(*k);
            up.tell(*k as usize);
        }
        for k in self.down.touched.iter().filter(|k| self.down.distance(**k) < end) {
            down.rent[*k as usize] += end - self.down.distance(*k);
            down.tell(*k as usize);
        }
    }

    /// As many kg as the way takes.
    fn send(&self, up: &mut Half, down: &mut Half, start: u32, end: End, value: &mut i128) {
        let kg_between =
            |up: &Half, k: u32, other: u32| up.deals[k as usize].iter().find(|deal| deal.other == other).map_or(0, |deal| deal.kg);
        let (mut kg, mut at) = match end {
            End::Sold(other) => (up.left[start as usize].min(down.left[other as usize]), self.down.from(other)),
            End::Left(k) => (up.left[start as usize], k),
        };
        while at != start {
            let through = self.up.from(at);
            kg = kg.min(kg_between(up, at, through));
            at = self.down.from(through);
        }
        let mut at = match end {
            End::Sold(other) => {
                let from = self.down.from(other);
                trade(up, down, (from, other), kg, value);
                from
            }
            End::Left(k) => k,
        };
        while at != start {
            let through = self.up.from(at);
            let from = self.down.from(through);
            trade(up, down, (at, through), -kg, value);
            trade(up, down, (from, through), kg, value);
            at = from;
        }
    }
}
