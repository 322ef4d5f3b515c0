//! The best partner of a post: from what it remembers, else by a search of the other side.
use super::Auction;
use crate::post::gain;

/// How many partners a post remembers: more cost each search, fewer cost more searches.
pub const MEMORY: usize = 8;

/// A post of the other side and what a kg gains with it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known {
    pub post: u32,
    pub gain: i32,
}

/// The best partners a post found; what all others leave stays below `bound`, as long as `fresh` is the stage.
#[derive(Debug, Clone, Copy, Default)]
pub struct Memory {
    known: [Known; MEMORY],
    len: u32,
    fresh: u32,
    bound: i64,
}

/// The best eight of those seen: what each leaves, high bits, and the reverse of its number, low bits; the best first.
struct Top([u64; MEMORY]);

impl Top {
    fn key(left: i64, post: usize) -> u64 {
        (left.cast_unsigned() << 32) | u64::from(u32::MAX - post as u32)
    }

    /// What the last of eight leaves; zero while there are fewer.
    fn last(&self) -> i64 {
        (self.0[MEMORY - 1] >> 32).cast_signed()
    }

    /// Without a branch: most that are seen are neither the best nor the worst.
    fn add(&mut self, key: u64) {
        let old = self.0;
        self.0[0] = old[0].max(key);
        for k in 1..MEMORY {
            self.0[k] = old[k].max(old[k - 1].min(key));
        }
    }
}

impl Memory {
    fn of(top: &Top, stage: u32, floor: i64, gain: impl Fn(i64, usize) -> i32) -> Self {
        let mut memory = Self { len: top.0.iter().take_while(|key| **key != 0).count() as u32, fresh: stage, ..Self::default() };
        for (known, key) in memory.known.iter_mut().zip(&top.0[..memory.len as usize]) {
            let post = u32::MAX - *key as u32;
            *known = Known { post, gain: gain((key >> 32).cast_signed(), post as usize) };
        }
        memory.bound = if memory.len as usize == MEMORY { top.last() } else { floor };
        memory
    }

    fn known(&self) -> &[Known] {
        &self.known[..self.len as usize]
    }

    /// What it remembers bounds what is worth a look.
    fn floor(&self, left: impl Fn(&Known) -> i64) -> i64 {
        if (self.len as usize) < MEMORY { 0 } else { self.known.iter().map(left).min().map_or(0, |least| (least - 1).max(0)) }
    }

    /// The best of what it remembers; whether that is the best of all, or a search must answer.
    fn best(&self, stage: u32, left: impl Fn(&Known) -> i64) -> (Option<(i64, Known)>, bool) {
        let best = self.known().iter().map(|k| (left(k), *k)).max_by_key(|x| (x.0, u32::MAX - x.1.post));
        (best, self.fresh == stage && (self.bound <= 0 || best.is_some_and(|best| best.0 >= self.bound)))
    }
}

impl Auction<'_> {
    /// The best demand for an offer: worth of a kg there, gain included; nothing where all are worth less than the ground.
    pub(super) fn best_demand(&mut self, i: usize) -> Option<(i64, Known)> {
        let (n, scale) = (self.offers.count(), self.scale);
        loop {
            let worth = &self.worth;
            let left = |k: &Known| worth[n + k.post as usize] + i64::from(k.gain) * scale;
            if let (best, true) = self.memory[i].best(self.stage, left) {
                return best;
            }
            self.memory[i] = self.searched_demands(i);
        }
    }

    fn searched_demands(&self, i: usize) -> Memory {
        let n = self.offers.count();
        let (worth, scale, offers, demands) = (&self.worth, self.scale, &*self.offers, &*self.demands);
        let spot = offers.spots[i];
        let price = self.price[i];
        // A demand brings `-cost` before freight: what it leaves is `-cost - freight - ask`.
        let limit = |floor: i64| -price - floor as f32 / scale as f32;
        let floor = self.memory[i].floor(|k| worth[n + k.post as usize] + i64::from(k.gain) * scale);
        let mut top = Top([0; MEMORY]);
        demands.scan(offers, i, limit(floor), &mut |j| {
            if let Some(gain) = gain(&spot, &demands.spots[j]) {
                let left = worth[n + j] + i64::from(gain) * scale;
                if left >= 0 {
                    top.add(Top::key(left, j));
                }
            }
            limit(top.last().max(floor))
        });
        for &j in offers.kin.of(i) {
            let left = worth[n + j as usize] + i64::from(offers.kin_gain) * scale;
            if left >= 0 {
                top.add(Top::key(left, j as usize));
            }
        }
        Memory::of(&top, self.stage, floor, |left, j| ((left - worth[n + j]) / scale) as i32)
    }

    /// The cheapest offer for a demand: its worth less the gain.
    pub(super) fn best_offer(&mut self, j: usize) -> Option<(i64, Known)> {
        let (n, scale) = (self.offers.count(), self.scale);
        loop {
            let worth = &self.worth;
            if let (best, true) = self.memory[n + j].best(self.stage, |k| i64::from(k.gain) * scale - worth[k.post as usize]) {
                return best.map(|(left, known)| (-left, known));
            }
            self.memory[n + j] = self.searched_offers(j);
        }
    }

    fn searched_offers(&self, j: usize) -> Memory {
        let n = self.offers.count();
        let (worth, scale, offers, demands) = (&self.worth, self.scale, &*self.offers, &*self.demands);
        let spot = demands.spots[j];
        let price = self.price[n + j];
        let limit = |floor: i64| price - floor as f32 / scale as f32;
        let floor = self.memory[n + j].floor(|k| i64::from(k.gain) * scale - worth[k.post as usize]);
        let mut top = Top([0; MEMORY]);
        offers.scan(demands, j, limit(floor), &mut |i| {
            if let Some(gain) = gain(&offers.spots[i], &spot) {
                let left = i64::from(gain) * scale - worth[i];
                if left >= 0 {
                    top.add(Top::key(left, i));
                }
            }
            limit(top.last().max(floor))
        });
        for &i in demands.kin.of(j) {
            let left = i64::from(demands.kin_gain) * scale - worth[i as usize];
            if left >= 0 {
                top.add(Top::key(left, i as usize));
            }
        }
        Memory::of(&top, self.stage, floor, |left, i| ((left + worth[i]) / scale) as i32)
    }

    /// Searches for every offer, on as many threads as there are: searches only read.
    pub(super) fn look_ahead(&mut self) {
        let this = &*self;
        let offers: Vec<usize> = (0..this.offers.count()).collect();
        let found = crate::threads::map(self.threads, &offers, |i| this.searched_demands(*i));
        self.memory[..found.len()].copy_from_slice(&found);
    }
}
