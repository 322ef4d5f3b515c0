//! Where the auction of many weeks begins: at the prices of all weeks taken together.
//!
//! The market without its weeks has one post for each offer and one for each place that wants, so it is cleared in a fraction of the
//! time. What it says a kg is worth is near what it is worth in most weeks, and saves the auction its coarse steps.
use crate::auction::Auction;
use crate::post::Post;
use crate::rests::Posts;
use crate::side::{Side, sides};

/// In the auction's units: how far it is taken.
const STEPS: [i64; 2] = [512, 128];

/// What each post is worth, counted in `scale`ths of a ₫.
pub fn worth(offers: &Side, demands: &Side, scale: i64, threads: usize) -> Vec<i64> {
    let n = offers.count();
    let mut posts = Posts::default();
    for (k, post) in offers.posts.iter().enumerate().filter(|(k, _)| offers.kin.of(*k).is_empty()) {
        posts.offers.push(timeless(post, k, post.kg));
    }
    let mut lines: Vec<usize> = Vec::new();
    for (j, post) in demands.posts.iter().enumerate() {
        let parts = demands.kin.of(j);
        if let Some(first) = parts.first().map(|k| *k as usize) {
            let room: i64 = parts.iter().map(|k| offers.posts[*k as usize].kg).sum();
            posts.offers.push(timeless(&offers.posts[first], first, room - post.kg));
        } else {
            lines.push(j);
        }
    }
    // Lines of one place that want the same are one, at their mean bid.
    let alike = |j: usize| {
        let post = &demands.posts[j];
        (post.shelf.1, post.shelf.2, post.order, post.max_km, post.kind.needs)
    };
    lines.sort_by_key(|j| alike(*j));
    let groups: Vec<&[usize]> = lines.chunk_by(|a, b| alike(*a) == alike(*b)).collect();
    let bids: Vec<i64> = groups.iter().map(|group| mean(group.iter().map(|j| &demands.posts[*j]))).collect();
    for (at, (group, bid)) in groups.iter().zip(&bids).enumerate() {
        let kg = group.iter().map(|j| demands.posts[*j].kg).sum();
        posts.demands.push(Post { price: *bid as i32, ..timeless(&demands.posts[group[0]], at, kg) });
    }
    let (mut sellers, mut buyers) = sides(posts);
    let mut auction = Auction::new(&mut sellers, &mut buyers, scale, threads);
    for step in STEPS {
        auction.phase(step * scale);
    }
    let found = auction.worth;
    let mut worth = vec![0; n + demands.count()];
    for (at, found) in found[..sellers.count()].iter().enumerate() {
        for (k, _) in sellers.members(at) {
            for j in offers.kin.of(*k as usize) {
                worth[n + *j as usize] = found - i64::from(demands.kin_gain) * scale;
            }
        }
    }
    for (at, found) in found[sellers.count()..].iter().enumerate() {
        for (group, _) in buyers.members(at) {
            for j in groups[*group as usize] {
                let above = (i64::from(demands.posts[*j].price) - bids[*group as usize]) * scale;
                worth[n + j] = (found - above).min(0);
            }
        }
    }
    worth
}

fn timeless(post: &Post, id: usize, kg: i64) -> Post {
    Post { id: id as u32, kg, from: 0, to: 0, shelf: (0, post.shelf.1, post.shelf.2), whose: None, ..*post }
}

fn mean<'a>(posts: impl Iterator<Item = &'a Post> + Clone) -> i64 {
    let kg: i128 = posts.clone().map(|post| i128::from(post.kg)).sum();
    let worth: i128 = posts.map(|post| i128::from(post.kg) * i128::from(post.price)).sum();
    (worth / kg.max(1)) as i64
}
