//! From an instance to its optimum, product by product.
use crate::arcs::Arc;
use crate::auction::Auction;
use crate::instance::{Cleared, Instance};
use crate::rests::{Posts, products};
use crate::settled::{Settled, settle, share_out};
use crate::side::{Side, sides};
use crate::simplex::optimise;
use crate::tree::{NONE, Tree};
use crate::{columns, crash, season, threads};
use std::sync::Mutex;

/// The auction counts in eighths of a ₫.
const SCALE: i64 = 8;
/// Its steps in these. Coarse ones make prices wander far at little cost; after the last the simplex has few pivots to do.
const STEPS: [i64; 5] = [512 * SCALE, 64 * SCALE, 8 * SCALE, SCALE, 1];
/// Where weeks are sold apart and the auction begins at the season's prices.
const WEEKLY: [i64; 3] = [32 * SCALE, 4 * SCALE, 2];
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
        part_rents: vec![0; instance.parts.len()],
        rent_ends: vec![(0, 0); n],
        part_ends: vec![(0, 0); instance.parts.len()],
        want_ends: vec![(0, 0); m],
    };
    // The largest first: it takes longest, and what it can share of its searches it shares with whoever is done.
    let mut products = products(instance);
    products.sort_by_key(|posts| std::cmp::Reverse(posts.offers.len() * posts.demands.len()));
    let products: Vec<_> = products.into_iter().map(Mutex::new).collect();
    let share = i64::from(supplier_share);
    let parts = threads::each(threads, &products, |posts| {
        let posts = std::mem::take(&mut *posts.lock().expect("a product is cleared once"));
        clear_product(posts, share, threads)
    });
    for part in parts {
        part.tell(instance, &mut cleared);
    }
    cleared.trades.sort_unstable();
    cleared
}

fn clear_product(posts: Posts, share: i64, threads: usize) -> Settled {
    let (mut offers, mut demands) = sides(posts);
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
    let mut carried: Vec<(Arc, i64)> =
        tree.flows().filter(|(arc, kg)| *arc != NONE && *kg > 0).map(|(arc, kg)| (arcs[arc as usize], kg)).collect();
    let mut part = Settled { kin_gain: demands.kin_gain.into(), ..Settled::default() };
    settle(&mut offers, &mut demands, &worth, &carried, share, &mut part);
    carried.retain(|(arc, _)| !demands.posts[arc.demand as usize].is_rest());
    part.value = carried.iter().map(|(arc, kg)| i128::from(arc.gain) * i128::from(*kg)).sum::<i128>();
    share_out(&offers, &demands, &carried, &mut part.trades);
    part
}

/// A tree that is nearly the best, and the pairs that may make it so.
fn approach(offers: &mut Side, demands: &mut Side, threads: usize) -> (Vec<Arc>, Tree) {
    let n = offers.count();
    let large = n + demands.count() >= SMALL;
    let steps = match (offers.dated, large) {
        (false, false) => &STEPS[..3],
        (false, true) => &STEPS[..],
        (true, false) => &WEEKLY[..2],
        (true, true) => &WEEKLY[..],
    };
    let start = offers.dated.then(|| season::worth(offers, demands, SCALE, threads));
    let mut auction = Auction::new(offers, demands, SCALE, threads);
    if let Some(worth) = start {
        auction.begin_at(worth);
    }
    for step in steps {
        auction.phase(*step);
    }
    let Auction { worth, slack, bought, .. } = auction;
    let sales = bought.iter().enumerate().flat_map(|(j, sales)| sales.iter().map(move |sale| (j, sale)));
    let (mut arcs, mut flow): (Vec<Arc>, Vec<i64>) =
        sales.map(|(j, sale)| (Arc { offer: sale.post, demand: j as u32, gain: sale.gain }, sale.kg)).unzip();
    for (j, sales) in bought.iter().enumerate() {
        let idle = demands.kin.of(j).iter().filter(|k| sales.iter().all(|sale| sale.post != **k));
        arcs.extend(idle.map(|k| Arc { offer: *k, demand: j as u32, gain: demands.kin_gain }));
    }
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
