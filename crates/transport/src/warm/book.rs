//! One product: both sides as they stand, and what a post that comes or goes does to them.
use super::{centre, gain_of};
use crate::geo::Place;
use crate::instance::Cleared;
use crate::post::Post;
use crate::side::Side;
use crate::warm::path::Paths;

/// Kg with a post of the other side.
#[derive(Debug, Clone, Copy)]
pub struct Deal {
    pub other: u32,
    pub kg: i64,
}

/// Offers or demands, by lane.
#[derive(Debug)]
pub struct Half {
    pub side: Side,
    pub rent: Vec<i64>,
    /// Kg that nobody takes; while a post is settled also such that earn a rent.
    pub left: Vec<i64>,
    pub deals: Vec<Vec<Deal>>,
}

impl Half {
    fn new(side: Side, rent: impl Fn(u32) -> i64) -> Self {
        let of = |post: &Post| if post.is_empty() { 0 } else { rent(post.id) };
        let mut half = Self {
            rent: side.posts.iter().map(of).collect(),
            left: side.posts.iter().map(|post| post.kg).collect(),
            deals: vec![Vec::new(); side.count()],
            side,
        };
        half.publish();
        half
    }

    fn publish(&mut self) {
        for k in 0..self.side.count() {
            self.tell(k);
        }
    }

    /// Lets searches know what the post's rent is.
    pub fn tell(&mut self, k: usize) {
        let cost = if self.side.posts[k].is_empty() { f32::INFINITY } else { self.side.cost(k, self.rent[k]) };
        self.side.set(k, cost);
    }

    fn deal(&mut self, k: u32, other: u32, kg: i64) {
        let deals = &mut self.deals[k as usize];
        match deals.iter().position(|deal| deal.other == other) {
            Some(at) => {
                deals[at].kg += kg;
                if deals[at].kg == 0 {
                    deals.swap_remove(at);
                }
            }
            None => deals.push(Deal { other, kg }),
        }
        self.left[k as usize] -= kg;
    }
}

/// The offers, then the demands.
#[derive(Debug)]
pub struct Book {
    halves: [Half; 2],
    pub value: i128,
    paths: Paths,
    centre: Place,
}

impl Book {
    /// All kg are left: [`Book::trade`] tells those that are not.
    pub fn new(posts: [Vec<Post>; 2], cleared: &Cleared) -> Self {
        let centre = centre(&posts);
        let [offers, demands] = posts;
        let offers = Half::new(Side::with_room(true, offers, &centre), |id| cleared.rents[id as usize]);
        let demands = Half::new(Side::with_room(false, demands, &centre), |id| cleared.wants[id as usize]);
        Self { halves: [offers, demands], value: 0, paths: Paths::default(), centre }
    }

    /// Lanes that are not empty, and whose they are.
    pub fn lanes(&self, side: usize) -> impl Iterator<Item = (u32, u32)> + '_ {
        let posts = &self.halves[side].side.posts;
        posts.iter().zip(0..).filter(|(post, _)| !post.is_empty()).map(|(post, lane)| (lane, post.id))
    }

    pub fn standing(&self, side: usize, lane: u32) -> (i64, i64) {
        let half = &self.halves[side];
        (half.rent[lane as usize], half.deals[lane as usize].iter().map(|deal| deal.kg).sum())
    }

    /// Who buys of the offer, by id, and how much.
    pub fn sales(&self, lane: u32) -> impl Iterator<Item = (u32, i64)> + '_ {
        self.halves[0].deals[lane as usize].iter().map(|deal| (self.halves[1].side.posts[deal.other as usize].id, deal.kg))
    }

    /// `kg` more, or less, from an offer to a demand.
    pub fn trade(&mut self, offer: u32, demand: u32, kg: i64) {
        let [offers, demands] = &mut self.halves;
        trade(offers, demands, (offer, demand), kg, &mut self.value);
    }

    pub fn room_for(&self, side: usize, post: &Post) -> Option<u32> {
        self.halves[side].side.room_for(post).map(|lane| lane as u32)
    }

    pub fn add(&mut self, side: usize, lane: u32, post: Post) {
        let (up, down, value, paths) = self.seen_from(side);
        let k = lane as usize;
        up.side.put(k, post);
        up.left[k] = post.kg;
        up.rent[k] = best(&up.side, down, lane);
        up.tell(k);
        paths.settle(up, down, lane, value);
    }

    pub fn remove(&mut self, side: usize, lane: u32) {
        let (up, down, value, paths) = self.seen_from(side);
        let deals = up.deals[lane as usize].clone();
        for deal in &deals {
            trade(up, down, (lane, deal.other), -deal.kg, value);
        }
        up.side.vacate(lane as usize);
        (up.left[lane as usize], up.rent[lane as usize]) = (0, 0);
        for deal in deals {
            paths.settle(down, up, deal.other, value);
        }
    }

    fn seen_from(&mut self, side: usize) -> (&mut Half, &mut Half, &mut i128, &mut Paths) {
        let [offers, demands] = &mut self.halves;
        let (up, down) = if side == 0 { (offers, demands) } else { (demands, offers) };
        (up, down, &mut self.value, &mut self.paths)
    }

    /// With empty lanes everywhere, also where `more` belongs.
    pub fn lay_anew(&mut self, side: usize, more: &Post) {
        let centre = self.centre;
        let (up, down, ..) = self.seen_from(side);
        let mut posts: Vec<Post> = up.side.posts.iter().filter(|post| !post.is_empty()).copied().collect();
        // Lanes near it are laid out by its own place; it takes its seat afterwards.
        for (k, post) in posts.iter_mut().enumerate() {
            post.id = k as u32;
        }
        let ids: Vec<u32> = up.side.posts.iter().filter(|post| !post.is_empty()).map(|post| post.id).collect();
        let old: Vec<usize> = (0..up.side.count()).filter(|k| !up.side.posts[*k].is_empty()).collect();
        posts.push(Post { id: posts.len() as u32, ..*more });
        let side = Side::with_room(up.side.sells, posts, &centre);
        let mut anew = Half::new(side, |id| old.get(id as usize).map_or(0, |k| up.rent[*k]));
        let mut place = vec![u32::MAX; up.side.count()];
        for lane in 0..anew.side.count() {
            if anew.side.posts[lane].is_empty() {
                continue;
            }
            let was = anew.side.posts[lane].id as usize;
            if let Some(k) = old.get(was) {
                anew.side.posts[lane].id = ids[was];
                anew.left[lane] = up.left[*k];
                anew.deals[lane] = std::mem::take(&mut up.deals[*k]);
                place[*k] = lane as u32;
            } else {
                anew.side.vacate(lane);
                anew.left[lane] = 0;
            }
        }
        for deal in down.deals.iter_mut().flatten() {
            deal.other = place[deal.other as usize];
        }
        *up = anew;
    }
}

/// The most that the post could leave with any partner, at their rents; nothing where that is less than nothing.
fn best(up: &Side, down: &Half, lane: u32) -> i64 {
    let mut best = 0;
    let limit = |best: i64| -up.cost(lane as usize, best);
    down.side.scan(up, lane as usize, limit(0), &mut |other| {
        if let Some(gain) = gain_of(up, &down.side, lane, other as u32) {
            best = best.max(gain - down.rent[other]);
        }
        limit(best)
    });
    best
}

/// `kg` more, or less, between a post of `up` and one of `down`.
pub fn trade(up: &mut Half, down: &mut Half, (k, other): (u32, u32), kg: i64, value: &mut i128) {
    let gain = gain_of(&up.side, &down.side, k, other).expect("kg move between posts that fit");
    *value += i128::from(gain) * i128::from(kg);
    up.deal(k, other, kg);
    down.deal(other, k, kg);
}
