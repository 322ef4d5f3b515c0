//! The best partner of a post: from what it remembers, else by a search of the other side.
use super::{Auction, Known};
use crate::post::gain;

/// How many partners a post remembers: more cost each search, fewer cost more searches.
const MEMORY: usize = 8;

impl Auction<'_> {
    /// The best demand for an offer: worth of a kg there, gain included; nothing where all are worth less than the ground.
    pub(super) fn best_demand(&mut self, i: usize) -> Option<(i64, Known)> {
        let n = self.offers.count();
        loop {
            let fresh = self.memory[i].fresh == self.stage;
            if fresh {
                let (worth, scale) = (&self.worth, self.scale);
                let best = self.memory[i]
                    .known
                    .iter()
                    .map(|k| (worth[n + k.post as usize] + i64::from(k.gain) * scale, *k))
                    .max_by_key(|x| (x.0, u32::MAX - x.1.post));
                let bound = self.memory[i].bound;
                match best {
                    Some(best) if best.0 >= bound => return Some(best),
                    None if bound <= 0 => return None,
                    _ if bound <= 0 => return best,
                    _ => {}
                }
            }
            self.search_demands(i);
        }
    }

    fn search_demands(&mut self, i: usize) {
        let n = self.offers.count();
        let (worth, scale, offers, demands) = (&self.worth, self.scale, &*self.offers, &*self.demands);
        let mut top: Vec<(i64, Known)> = Vec::with_capacity(MEMORY + 1);
        let post = &offers.posts[i];
        // A demand brings `-cost` before freight: what it leaves is `-cost - freight - ask`.
        let limit = |floor: i64| -(post.price as f32) - floor as f32 / scale as f32;
        // What it knew bounds what is worth a look.
        let floor = if self.memory[i].known.len() < MEMORY {
            0
        } else {
            self.memory[i]
                .known
                .iter()
                .map(|k| worth[n + k.post as usize] + i64::from(k.gain) * scale)
                .min()
                .map_or(0, |least| (least - 1).max(0))
        };
        demands.scan(offers, i, limit(floor), &mut |j| {
            if let Some(gain) = gain(post, &demands.posts[j]) {
                let value = worth[n + j] + i64::from(gain) * scale;
                insert(&mut top, value, Known { post: j as u32, gain });
            }
            limit(if top.len() == MEMORY { top[MEMORY - 1].0.max(floor) } else { floor })
        });
        let memory = &mut self.memory[i];
        memory.bound = if top.len() == MEMORY { top[MEMORY - 1].0 } else { floor };
        memory.known.clear();
        memory.known.extend(top.iter().map(|x| x.1));
        memory.fresh = self.stage;
    }

    /// The cheapest offer for a demand: its worth less the gain.
    pub(super) fn best_offer(&mut self, j: usize) -> Option<(i64, Known)> {
        let n = self.offers.count();
        loop {
            if self.memory[n + j].fresh == self.stage {
                let (worth, scale) = (&self.worth, self.scale);
                let best = self.memory[n + j]
                    .known
                    .iter()
                    .map(|k| (worth[k.post as usize] - i64::from(k.gain) * scale, *k))
                    .min_by_key(|x| (x.0, x.1.post));
                let bound = self.memory[n + j].bound;
                match best {
                    Some(best) if best.0 <= bound => return Some(best),
                    None if bound >= 0 => return None,
                    _ if bound >= 0 => return best,
                    _ => {}
                }
            }
            self.search_offers(j);
        }
    }

    fn search_offers(&mut self, j: usize) {
        let n = self.offers.count();
        let (worth, scale, offers, demands) = (&self.worth, self.scale, &*self.offers, &*self.demands);
        let mut top: Vec<(i64, Known)> = Vec::with_capacity(MEMORY + 1);
        let post = &demands.posts[j];
        let limit = |floor: i64| post.price as f32 - floor as f32 / scale as f32;
        let floor = if self.memory[n + j].known.len() < MEMORY {
            0
        } else {
            self.memory[n + j]
                .known
                .iter()
                .map(|k| i64::from(k.gain) * scale - worth[k.post as usize])
                .min()
                .map_or(0, |least| (least - 1).max(0))
        };
        offers.scan(demands, j, limit(floor), &mut |i| {
            if let Some(gain) = gain(&offers.posts[i], post) {
                insert(&mut top, i64::from(gain) * scale - worth[i], Known { post: i as u32, gain });
            }
            limit(if top.len() == MEMORY { top[MEMORY - 1].0.max(floor) } else { floor })
        });
        let memory = &mut self.memory[n + j];
        memory.bound = if top.len() == MEMORY { -top[MEMORY - 1].0 } else { -floor };
        memory.known.clear();
        memory.known.extend(top.iter().map(|x| x.1));
        memory.fresh = self.stage;
    }
}

fn insert(top: &mut Vec<(i64, Known)>, value: i64, known: Known) {
    let full = top.len() == MEMORY;
    let key = |x: &(i64, Known)| (x.0, u32::MAX - x.1.post);
    let new = (value, known);
    if full && key(&new) <= key(&top[MEMORY - 1]) {
        return;
    }
    let at = top.partition_point(|x| key(x) > key(&new));
    if full {
        top.pop();
    }
    top.insert(at, new);
}
