//! From an instance to its optimum, product by product.
use crate::arcs::Arc;
use crate::auction::Auction;
use crate::instance::{Cleared, Instance, Trade};
use crate::lattice::{Standing, raise};
use crate::post::Post;
use crate::side::{Side, sides};
use crate::simplex::optimise;
use crate::tree::{NONE, Tree};
use crate::{columns, crash, threads};
use std::sync::Mutex;

/// The auction counts in eighths of a ₫.
const SCALE: i64 = 8;
/// Its steps in these. Coarse ones make prices wander far at little cost; after the last the simplex has few pivots to do.
const STEPS: [i64; 5] = [512 * SCALE, 64 * SCALE, 8 * SCALE, SCALE, 1];
/// A pivot costs more the more posts there are, a step no more for each: so many leave the last two steps to the simplex.
const SMALL: usize = 50_000;
/// Pairs within so many of the last steps are listed for the simplex at once.
const BAND: i64 = 3;
/// At most so many pairs of a demand are listed at first, and at each further look.
const FIRST: usize = 24;
const FURTHER: usize = 12;

/// Clears the market. Rents lie so far, in percent, from the buyers' best towards the suppliers' best; of suppliers rounded down, of
/// buyers up. The result depends on both arguments alone.
///
/// # Panics
///
/// When the instance does not pass [`Instance::check`], or the share is above 100.
pub fn clear(instance: &Instance, supplier_share: u8, threads: usize) -> Cleared {
    assert!(supplier_share <= 100, "a share is at most 100 percent");
    if let Err(error) = instance.check() {
        panic!("{error}");
    }
    let (n, m) = (instance.offers.len(), instance.demands.len());
    let mut cleared = Cleared {
        trades: Vec::new(),
        value: 0,
        rents: vec![0; n],
        wants: vec![0; m],
        rent_ends: vec![(0, 0); n],
        want_ends: vec![(0, 0); m],
    };
    // The largest first: it takes longest, and what it can share of its searches it shares with whoever is done.
    let mut products = products(instance);
    products.sort_by_key(|(offers, demands)| std::cmp::Reverse(offers.len() * demands.len()));
    let products: Vec<_> = products.into_iter().map(Mutex::new).collect();
    let share = i64::from(supplier_share);
    let parts = threads::each(threads, &products, |posts| {
        let (offers, demands) = std::mem::take(&mut *posts.lock().expect("a product is cleared once"));
        clear_product(offers, demands, share, threads)
    });
    for part in parts {
        part.tell(&mut cleared);
    }
    cleared.trades.sort_unstable();
    cleared
}

/// What became of one product.
#[derive(Default)]
struct Part {
    trades: Vec<Trade>,
    value: i128,
    /// By id: rent, and both ends.
    offers: Vec<(u32, i64, (i64, i64))>,
    demands: Vec<(u32, i64, (i64, i64))>,
}

impl Part {
    fn tell(self, cleared: &mut Cleared) {
        cleared.trades.extend(self.trades);
        cleared.value += self.value;
        for (id, rent, ends) in self.offers {
            (cleared.rents[id as usize], cleared.rent_ends[id as usize]) = (rent, ends);
        }
        for (id, want, ends) in self.demands {
            (cleared.wants[id as usize], cleared.want_ends[id as usize]) = (want, ends);
        }
    }
}

/// The posts of each product that has both sides.
fn products(instance: &Instance) -> Vec<(Vec<Post>, Vec<Post>)> {
    let mut posts: std::collections::BTreeMap<u32, (Vec<Post>, Vec<Post>)> = std::collections::BTreeMap::new();
    for (id, offer) in instance.offers.iter().enumerate() {
        posts.entry(offer.product).or_default().0.push(Post::offer(id as u32, offer));
    }
    for (id, demand) in instance.demands.iter().enumerate() {
        posts.entry(demand.product).or_default().1.push(Post::demand(id as u32, demand));
    }
    posts.into_values().filter(|(offers, demands)| !offers.is_empty() && !demands.is_empty()).collect()
}

fn clear_product(offers: Vec<Post>, demands: Vec<Post>, share: i64, threads: usize) -> Part {
    let (mut offers, mut demands) = sides(offers, demands);
    let n = offers.count();
    let (mut arcs, mut tree) = approach(&mut offers, &mut demands, threads);
    let mut worth = Vec::new();
    loop {
        optimise(&mut tree, &arcs, n);
        worth.clear();
        worth.extend_from_slice(&tree.worth[..tree.ground()]);
        if columns::add(&mut offers, &demands, &mut arcs, FURTHER, (&worth, 1), 0, threads) == 0 {
            break;
        }
    }
    let carried: Vec<(Arc, i64)> =
        tree.flows().filter(|(arc, kg)| *arc != NONE && *kg > 0).map(|(arc, kg)| (arcs[arc as usize], kg)).collect();
    let mut part = Part::default();
    settle(&mut offers, &mut demands, &worth, &carried, share, &mut part);
    part.value = carried.iter().map(|(arc, kg)| i128::from(arc.gain) * i128::from(*kg)).sum::<i128>();
    share_out(&offers, &demands, &carried, &mut part.trades);
    part
}

/// Gives kg of posts that are alike to each of them: the older sells, and is served, before the younger.
fn share_out(offers: &Side, demands: &Side, carried: &[(Arc, i64)], trades: &mut Vec<Trade>) {
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
            trades.push(Trade { offer, demand, kg });
            sold[i].1 -= kg;
            bought[j].1 -= kg;
            rest -= kg;
        }
    }
}

/// Both ends of all optimal rents, and those between them.
fn settle(offers: &mut Side, demands: &mut Side, worth: &[i64], carried: &[(Arc, i64)], share: i64, part: &mut Part) {
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

/// A tree that is nearly the best, and the pairs that may make it so.
fn approach(offers: &mut Side, demands: &mut Side, threads: usize) -> (Vec<Arc>, Tree) {
    let n = offers.count();
    let steps = if n + demands.count() < SMALL { &STEPS[..3] } else { &STEPS[..] };
    let mut auction = Auction::new(offers, demands, SCALE, threads);
    for step in steps {
        auction.phase(*step);
    }
    let Auction { worth, slack, bought, .. } = auction;
    let sales = bought.iter().enumerate().flat_map(|(j, sales)| sales.iter().map(move |sale| (j, sale)));
    let (mut arcs, mut flow): (Vec<Arc>, Vec<i64>) =
        sales.map(|(j, sale)| (Arc { offer: sale.post, demand: j as u32, gain: sale.gain }, sale.kg)).unzip();
    columns::add(offers, demands, &mut arcs, FIRST, (&worth, SCALE), BAND * steps[steps.len() - 1], threads);
    flow.resize(arcs.len(), 0);
    let hung = crash::tree(&arcs, n, &flow, &slack, |arc, offer| match arc {
        None => worth[offer],
        Some(at) => {
            let arc = arcs[at as usize];
            worth[offer] - worth[n + arc.demand as usize] - i64::from(arc.gain) * SCALE
        }
    });
    let tree = Tree::new(&hung, n, &arcs);
    (arcs, tree)
}
