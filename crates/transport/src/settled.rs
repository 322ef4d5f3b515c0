//! From a product's last tree to what is told of it: trades, and rents between both ends of all that are optimal.
use crate::arcs::Arc;
use crate::instance::{Cleared, Instance, Trade};
use crate::lattice::{Standing, raise};
use crate::side::Side;

/// What became of one product, by the numbers of its posts.
#[derive(Default)]
pub struct Settled {
    pub trades: Vec<(u32, u32, i64)>,
    pub value: i128,
    /// Rent, and both ends.
    pub offers: Vec<(u32, i64, (i64, i64))>,
    pub demands: Vec<(u32, i64, (i64, i64))>,
    /// What a rest pays.
    pub kin_gain: i64,
}

impl Settled {
    pub fn tell(self, instance: &Instance, cleared: &mut Cleared) {
        let (n, m) = (instance.offers.len(), instance.demands.len());
        cleared.trades.extend(self.trades.into_iter().map(|(offer, demand, kg)| match (offer as usize).checked_sub(n) {
            None => Trade { offer, demand, part: None, kg },
            Some(part) => Trade { offer: instance.parts[part].offer, demand, part: Some(part as u32), kg },
        }));
        cleared.value += self.value;
        for (id, rent, ends) in self.offers {
            let id = id as usize;
            let (to, to_ends, at) = match id.checked_sub(n) {
                None => (&mut cleared.rents, &mut cleared.rent_ends, id),
                Some(part) => (&mut cleared.part_rents, &mut cleared.part_ends, part),
            };
            (to[at], to_ends[at]) = (rent, ends);
        }
        for (id, want, (least, most)) in self.demands {
            let id = id as usize;
            if let Some(offer) = id.checked_sub(m) {
                cleared.rents[offer] = self.kin_gain - want;
                cleared.rent_ends[offer] = (self.kin_gain - most, self.kin_gain - least);
            } else {
                (cleared.wants[id], cleared.want_ends[id]) = (want, (least, most));
            }
        }
    }
}

/// Gives kg of posts that are alike to each of them: the older sells, and is served, before the younger.
pub fn share_out(offers: &Side, demands: &Side, carried: &[(Arc, i64)], trades: &mut Vec<(u32, u32, i64)>) {
    let start = |side: &Side| (0..side.count()).map(|k| (0, side.members(k)[0].1)).collect::<Vec<(usize, i64)>>();
    let (mut sold, mut bought) = (start(offers), start(demands));
    let next = |side: &Side, (at, left): &mut (usize, i64), k: usize| {
        if *left == 0 {
            *at += 1;
            *left = side.members(k)[*at].1;
        }
        side.members(k)[*at].0
    };
    for (arc, kg) in carried {
        let (i, j) = (arc.offer as usize, arc.demand as usize);
        let mut rest = *kg;
        while rest > 0 {
            let (offer, demand) = (next(offers, &mut sold[i], i), next(demands, &mut bought[j], j));
            let kg = rest.min(sold[i].1).min(bought[j].1);
            trades.push((offer, demand, kg));
            sold[i].1 -= kg;
            bought[j].1 -= kg;
            rest -= kg;
        }
    }
}

/// Both ends of all optimal rents, and those between them.
pub fn settle(offers: &mut Side, demands: &mut Side, worth: &[i64], carried: &[(Arc, i64)], share: i64, part: &mut Settled) {
    let n = offers.count();
    let rents = &worth[..n];
    let wants: Vec<i64> = worth[n..].iter().map(|worth| -worth).collect();
    let mut left: Vec<i64> = offers.posts.iter().chain(&demands.posts).map(|post| post.kg).collect();
    for (arc, kg) in carried {
        left[arc.offer as usize] -= kg;
        left[n + arc.demand as usize] -= kg;
    }
    let left: Vec<bool> = left.iter().map(|kg| *kg > 0).collect();
    let (sold, bought) = (Standing { rents, left: &left[..n] }, Standing { rents: &wants, left: &left[n..] });
    let pairs: Vec<(u32, u32)> = carried.iter().map(|(arc, _)| (arc.offer, arc.demand)).collect();
    let (rise, fall) = raise((offers, &sold), demands, &bought, &pairs);
    let turned: Vec<(u32, u32)> = pairs.iter().map(|(offer, demand)| (*demand, *offer)).collect();
    let (want_rise, rent_fall) = raise((demands, &bought), offers, &sold, &turned);
    for k in 0..offers.count() {
        let (least, most) = (rents[k] - rent_fall[k], rents[k] + rise[k]);
        let rent = least + (most - least) * share / 100;
        part.offers.extend(offers.members(k).iter().map(|(id, _)| (*id, rent, (least, most))));
    }
    for k in 0..demands.count() {
        let (least, most) = (wants[k] - fall[k], wants[k] + want_rise[k]);
        let want = most - (most - least) * share / 100;
        part.demands.extend(demands.members(k).iter().map(|(id, _)| (*id, want, (least, most))));
    }
}
