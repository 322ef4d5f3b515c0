//! From an instance to its optimum, product by product.
use crate::arcs::Arc;
use crate::auction::Auction;
use crate::instance::{Cleared, Instance, Trade};
use crate::post::Post;
use crate::side::{Side, sides};
use crate::simplex::optimise;
use crate::tree::{NONE, Tree};
use crate::{columns, crash};

/// The auction counts in quarters of a ₫.
const SCALE: i64 = 4;
/// Its steps, ₫ per kg. Coarse ones make prices wander far at little cost; the last leaves the simplex a few pivots.
const STEPS: [i64; 3] = [512, 64, 8];
/// Pairs within so many of the last steps are listed for the simplex at once.
const BAND: i64 = 3;
/// At most so many pairs of a demand are listed at first, and at each further look.
const FIRST: usize = 24;
const FURTHER: usize = 12;

/// Clears the market. The result depends on the instance alone.
///
/// # Panics
///
/// When the instance does not pass [`Instance::check`].
pub fn clear(instance: &Instance) -> Cleared {
    if let Err(error) = instance.check() {
        panic!("{error}");
    }
    let mut cleared = Cleared { trades: Vec::new(), rents: vec![0; instance.offers.len()], wants: vec![0; instance.demands.len()] };
    for (offers, demands) in products(instance) {
        clear_product(offers, demands, &mut cleared);
    }
    cleared.trades.sort_unstable();
    cleared
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

fn clear_product(offers: Vec<Post>, demands: Vec<Post>, cleared: &mut Cleared) {
    let (mut offers, mut demands) = sides(offers, demands);
    let n = offers.count();
    let (mut arcs, mut tree) = approach(&mut offers, &mut demands);
    let mut worth = Vec::new();
    loop {
        optimise(&mut tree, &arcs, n);
        worth.clear();
        worth.extend((0..tree.ground()).map(|node| tree.worth(node)));
        if columns::add(&mut offers, &demands, &mut arcs, FURTHER, (&worth, 1), 0) == 0 {
            break;
        }
    }
    for (post, worth) in offers.posts.iter().zip(&worth) {
        cleared.rents[post.id as usize] = *worth;
    }
    for (post, worth) in demands.posts.iter().zip(&worth[n..]) {
        cleared.wants[post.id as usize] = -worth;
    }
    let carried = tree.flows().filter(|(arc, kg)| *arc != NONE && *kg > 0);
    cleared.trades.extend(carried.map(|(arc, kg)| {
        let arc = arcs[arc as usize];
        Trade { offer: offers.posts[arc.offer as usize].id, demand: demands.posts[arc.demand as usize].id, kg }
    }));
}

/// A tree that is nearly the best, and the pairs that may make it so.
fn approach(offers: &mut Side, demands: &mut Side) -> (Vec<Arc>, Tree) {
    let n = offers.count();
    let mut auction = Auction::new(offers, demands, SCALE);
    for step in STEPS {
        auction.phase(step * SCALE);
    }
    let Auction { worth, slack, bought, .. } = auction;
    let sales = bought.iter().enumerate().flat_map(|(j, sales)| sales.iter().map(move |sale| (j, sale)));
    let (mut arcs, mut flow): (Vec<Arc>, Vec<i64>) =
        sales.map(|(j, sale)| (Arc { offer: sale.post, demand: j as u32, gain: sale.gain }, sale.kg)).unzip();
    columns::add(offers, demands, &mut arcs, FIRST, (&worth, SCALE), BAND * STEPS[STEPS.len() - 1] * SCALE);
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
