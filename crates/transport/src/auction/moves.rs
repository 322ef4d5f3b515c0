//! How kg change hands: what is too much moves to where it is worth most, what lacks comes from where it is worth least.
use super::{Auction, Sale};

impl Auction<'_> {
    fn buy(&mut self, i: usize, j: usize, gain: i32, kg: i64) {
        if let Some(sale) = self.bought[j].iter_mut().find(|sale| sale.post == i as u32) {
            sale.kg += kg;
        } else {
            self.bought[j].push(Sale { post: i as u32, gain, kg });
            self.sold[i].push(j as u32);
        }
    }

    fn unbuy(&mut self, j: usize, at: usize, kg: i64) {
        let sale = &mut self.bought[j][at];
        sale.kg -= kg;
        if sale.kg == 0 {
            let i = sale.post as usize;
            self.bought[j].swap_remove(at);
            let place = self.sold[i].iter().position(|x| *x == j as u32).expect("both sides know a sale");
            self.sold[i].swap_remove(place);
        }
    }

    /// An offer with kg too many: to demands, or to the ground.
    pub(super) fn sell(&mut self, i: usize, step: i64) {
        let n = self.offers.count();
        loop {
            let best = self.best_demand(i);
            match best {
                Some((value, known)) if value > self.worth[i] && value > 0 => {
                    let j = known.post as usize;
                    let kg = self.excess[i].min(self.kg[n + j]);
                    self.buy(i, j, known.gain, kg);
                    self.excess[i] -= kg;
                    self.excess[n + j] += kg;
                    // It answers at once, so that the next look at it is true.
                    self.send_back(j, step);
                    if self.excess[i] == 0 {
                        return;
                    }
                    continue;
                }
                _ => {}
            }
            let value = best.map_or(0, |x| x.0.max(0));
            if value == 0 {
                if self.worth[i] != 0 {
                    self.set(i, 0);
                }
                self.slack[i] += std::mem::take(&mut self.excess[i]);
                return;
            }
            self.set(i, value - step);
        }
    }

    /// A demand with kg too many: back to where a kg is worth most.
    pub(super) fn send_back(&mut self, j: usize, step: i64) {
        let n = self.offers.count();
        let node = n + j;
        while self.excess[node] > 0 {
            if self.slack[node] > 0 && self.worth[node] < 0 {
                let kg = self.excess[node].min(self.slack[node]);
                self.slack[node] -= kg;
                self.excess[node] -= kg;
                continue;
            }
            let (worth, scale) = (&self.worth, self.scale);
            let best = self.bought[j]
                .iter()
                .enumerate()
                .map(|(at, s)| (worth[s.post as usize] - i64::from(s.gain) * scale, u32::MAX - s.post, at))
                .max();
            let ground = (self.slack[node] > 0).then_some(0);
            match best {
                Some((value, _, at)) if value > self.worth[node] => {
                    let sale = self.bought[j][at];
                    let kg = self.excess[node].min(sale.kg);
                    self.unbuy(j, at, kg);
                    self.excess[node] -= kg;
                    self.give(sale.post as usize, kg, true);
                }
                _ => {
                    let value = best.map(|b| b.0).max(ground).expect("kg too many came from somewhere");
                    self.set(node, value - step);
                }
            }
        }
    }

    /// A demand that lacks kg: from offers, or from the ground.
    pub(super) fn fetch(&mut self, j: usize, step: i64) {
        let n = self.offers.count();
        let node = n + j;
        while self.excess[node] < 0 {
            let best = self.best_offer(j);
            match best {
                Some((value, known)) if value < self.worth[node] && value < 0 => {
                    let i = known.post as usize;
                    let kg = (-self.excess[node]).min(self.kg[i]);
                    self.buy(i, j, known.gain, kg);
                    self.excess[node] += kg;
                    self.excess[i] -= kg;
                    // It promised too much: it takes back at once, and what it is worth rises.
                    self.take_back(i, step);
                }
                _ => {
                    let value = best.map_or(0, |x| x.0.min(0));
                    if value == 0 {
                        if self.worth[node] != 0 {
                            self.set(node, 0);
                        }
                        self.slack[node] -= std::mem::take(&mut self.excess[node]);
                        return;
                    }
                    self.set(node, value + step);
                }
            }
        }
    }

    /// An offer that promised too much: takes from where a kg is worth least.
    pub(super) fn take_back(&mut self, i: usize, step: i64) {
        let n = self.offers.count();
        while self.excess[i] < 0 {
            if self.slack[i] > 0 && self.worth[i] > 0 {
                let kg = (-self.excess[i]).min(self.slack[i]);
                self.slack[i] -= kg;
                self.excess[i] += kg;
                continue;
            }
            let mut best: Option<(i64, u32, usize)> = None;
            for &j in &self.sold[i] {
                let at = self.bought[j as usize].iter().position(|s| s.post == i as u32).expect("both sides know a sale");
                let value = self.worth[n + j as usize] + i64::from(self.bought[j as usize][at].gain) * self.scale;
                if best.is_none_or(|b| (value, j) < (b.0, b.1)) {
                    best = Some((value, j, at));
                }
            }
            let ground = (self.slack[i] > 0).then_some(0i64);
            match best {
                Some((value, j, at)) if value < self.worth[i] => {
                    let kg = (-self.excess[i]).min(self.bought[j as usize][at].kg);
                    self.unbuy(j as usize, at, kg);
                    self.excess[i] += kg;
                    self.give(n + j as usize, -kg, false);
                }
                _ => {
                    let value = best.map(|b| b.0).into_iter().chain(ground).min().expect("kg that lack were promised to somebody");
                    self.set(i, value + step);
                }
            }
        }
    }
}
