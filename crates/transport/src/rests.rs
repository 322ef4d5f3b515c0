//! Offers that are sold in parts, told as a market without parts.
//!
//! A part has room for so many kg, all parts together for more than the offer has. What is too much, the *rest*, is a buyer of
//! exactly so many kg, whom every part of the offer and nobody else can serve, and who pays more than all others: then the parts
//! sell what the offer has and no more. What the rest pays beyond a part's rent is the same in all parts that serve it, and what the
//! offer's kg are worth wherever they are sold.
use crate::arcs::Rows;
use crate::instance::Instance;
use crate::post::Post;
use std::collections::{BTreeMap, HashMap};

/// The posts of one product.
#[derive(Debug, Default)]
pub struct Posts {
    pub offers: Vec<Post>,
    pub demands: Vec<Post>,
}

/// The posts of each product that has both sides. Offers are numbered as in the instance, and behind them parts; so are demands, and
/// behind them the rest of each offer.
pub fn products(instance: &Instance) -> Vec<Posts> {
    let mut products: BTreeMap<u32, Posts> = BTreeMap::new();
    let (n, m) = (instance.offers.len() as u32, instance.demands.len() as u32);
    let dated = !instance.parts.is_empty();
    for (id, demand) in instance.demands.iter().enumerate() {
        let post = Post::demand(id as u32, demand);
        products.entry(demand.product).or_default().demands.push(if dated { post.dated() } else { post });
    }
    let mut parts = instance.parts.iter().zip(n..).peekable();
    for (id, offer) in (0u32..).zip(&instance.offers) {
        let Some(posts) = products.get_mut(&offer.product) else { continue };
        let post = Post::offer(id, offer);
        while parts.next_if(|(part, _)| part.offer < id).is_some() {}
        let before = posts.offers.len();
        let mut room = 0;
        while let Some((part, number)) = parts.next_if(|(part, _)| part.offer == id) {
            posts.offers.push(post.part(number, part));
            room += part.kg;
        }
        if posts.offers.len() == before {
            posts.offers.push(post);
        } else if room > offer.kg {
            posts.demands.push(post.rest(m + id, id, room - offer.kg));
        } else {
            posts.offers[before..].iter_mut().for_each(|part| part.whose = None);
        }
    }
    products.into_values().filter(|posts| !posts.offers.is_empty()).collect()
}

/// Which posts of the other side each post reaches without a search: a part its offer's rest, a rest the parts. Of offers and of demands.
pub fn kin(offers: &[Post], demands: &[Post]) -> [Kin; 2] {
    let rests: HashMap<Option<u32>, u32> =
        demands.iter().zip(0..).filter(|(post, _)| post.is_rest()).map(|(post, j)| (post.whose, j)).collect();
    let pairs: Vec<(u32, u32)> = offers.iter().zip(0..).filter_map(|(post, k)| Some((k, *rests.get(&post.whose)?))).collect();
    let of = |count: usize, side: fn(&(u32, u32)) -> u32, other: fn(&(u32, u32)) -> u32| {
        let Rows { start, item } = Rows::of(if pairs.is_empty() { 0 } else { count }, pairs.len(), |at| side(&pairs[at]));
        Kin(Rows { start, item: item.into_iter().map(|at| other(&pairs[at as usize])).collect() })
    };
    [of(offers.len(), |pair| pair.0, |pair| pair.1), of(demands.len(), |pair| pair.1, |pair| pair.0)]
}

/// Empty where nothing is sold in parts.
#[derive(Debug, Default)]
pub struct Kin(Rows);

impl Kin {
    #[inline]
    pub fn of(&self, k: usize) -> &[u32] {
        if self.0.item.is_empty() { &[] } else { self.0.row(k) }
    }
}

/// More than any pair that is searched for gains, and than the auction's coarsest step could add to it.
pub fn dearest(offers: &[Post], demands: &[Post]) -> i32 {
    let bid = demands.iter().map(|post| post.price).max().unwrap_or_default();
    let ask = offers.iter().map(|post| post.price).min().unwrap_or_default();
    (bid - ask).max(0) + 2_048
}
