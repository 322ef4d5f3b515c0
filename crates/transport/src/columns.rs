//! Pairs that the rents at hand do not cover, or hardly: what the simplex has still to look at.
use crate::arcs::{Arc, Rows};
use crate::post::gain;
use crate::side::Side;

/// The best few, the best first.
struct Top {
    items: Vec<(i64, u32, i32)>,
    most: usize,
    least: i64,
}

impl Top {
    fn floor(&self) -> i64 {
        if self.items.len() < self.most { self.least } else { self.items[self.most - 1].0.max(self.least) }
    }
    fn add(&mut self, item: (i64, u32, i32)) {
        let full = self.items.len() == self.most;
        if full && item.0 <= self.items[self.most - 1].0 {
            return;
        }
        let at = self.items.partition_point(|x| x.0 >= item.0);
        if full {
            self.items.pop();
        }
        self.items.insert(at, item);
    }
}

/// Adds each demand's best pairs that would improve, or nearly so (by `band`); the number of those that improve.
///
/// `worth` is counted in `scale`ths of a ₫.
pub fn add(offers: &mut Side, demands: &Side, arcs: &mut Vec<Arc>, most: usize, (worth, scale): (&[i64], i64), band: i64) -> usize {
    let n = offers.count();
    let asks: Vec<f32> = offers.posts.iter().enumerate().map(|(k, p)| p.price as f32 + (worth[k] as f64 / scale as f64) as f32).collect();
    offers.set_all(|k| asks[k]);
    let offers = &*offers;
    let rows = Rows::of(demands.count(), arcs.len(), |a| arcs[a].demand);
    let mut stamp = vec![u32::MAX; n];
    let mut row = Top { items: Vec::with_capacity(most + 1), most, least: 0 };
    let mut improving = 0;
    for (j, post) in demands.posts.iter().enumerate() {
        for a in rows.row(j) {
            stamp[arcs[*a as usize].offer as usize] = j as u32;
        }
        row.items.clear();
        row.least = (-worth[n + j]).max(0) - band;
        let limit = |floor: i64| (f64::from(post.price) - floor as f64 / scale as f64) as f32;
        offers.scan(demands, j, limit(row.least), &mut |k| {
            if stamp[k] != j as u32
                && let Some(gain) = gain(&offers.spots[k], &demands.spots[j])
            {
                let left = i64::from(gain) * scale - worth[k].max(0);
                if left > row.least {
                    row.add((left, k as u32, gain));
                }
            }
            limit(row.floor())
        });
        improving += row.items.iter().filter(|x| x.0 > row.least + band).count();
        arcs.extend(row.items.iter().map(|&(_, k, gain)| Arc { offer: k, demand: j as u32, gain }));
    }
    improving
}
