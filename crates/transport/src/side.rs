//! One side of a product's market on shelves: blocks of sixteen posts that lie near each other, boxes of sixteen blocks, of sixteen boxes.
//!
//! A search asks one post of the other side which of these may leave it more than so much. Boxes are passed over as wholes, then
//! posts by their chord in single precision; what remains is measured exactly by the caller.
use crate::geo::{CHORD, LOADING, Place};
use crate::lanes::{Asker, Block, Boxes, LANES, Lane, Lanes};
use crate::post::{BLUR, Post, Spot};
use crate::rests::{Kin, Posts, dearest, kin};
use boxes::{block, boxes};

mod boxes;
mod room;

#[derive(Debug)]
pub struct Side {
    pub sells: bool,
    /// Posts of the other side that no search finds, each worth `kin_gain`.
    pub kin: Kin,
    pub kin_gain: i32,
    /// Whether weeks are sold apart.
    pub dated: bool,
    /// Posts that are alike in all but their kg are one.
    pub posts: Vec<Post>,
    /// Places are told from here on the map of single precision.
    centre: Place,
    members: Vec<(u32, i64)>,
    first: Vec<u32>,
    pub spots: Vec<Spot>,
    askers: Vec<Asker>,
    blocks: Vec<Block>,
    /// Boxes of blocks, boxes of those, … up to one that is short enough to be read through.
    levels: Vec<Vec<Boxes>>,
    lanes: Lanes,
}

pub fn sides(posts: Posts) -> (Side, Side) {
    let Posts { mut offers, mut demands } = posts;
    let all = offers.iter().chain(&demands);
    let count = (offers.len() + demands.len()) as f64;
    let centre = Place(all.fold([0.0; 3], |sum, p| [0, 1, 2].map(|axis| sum[axis] + p.place.0[axis] / count)));
    for posts in [&mut offers, &mut demands] {
        posts.sort_unstable_by_key(|p| (p.shelf, p.order, p.alike(), p.id));
    }
    let dated = offers.iter().chain(&demands).any(|post| post.shelf.0 != 0);
    let kin_gain = dearest(&offers, &demands);
    let (mut offers, mut demands) = (Side::new(true, offers, &centre, dated), Side::new(false, demands, &centre, dated));
    [offers.kin, demands.kin] = kin(&offers.posts, &demands.posts);
    (offers.kin_gain, demands.kin_gain) = (kin_gain, kin_gain);
    (offers, demands)
}

impl Side {
    fn new(sells: bool, mut posts: Vec<Post>, centre: &Place, dated: bool) -> Self {
        let members: Vec<(u32, i64)> = posts.iter().map(|post| (post.id, post.kg)).collect();
        let mut first: Vec<u32> = Vec::with_capacity(posts.len() + 1);
        let mut at = 0;
        posts.dedup_by(|next, one| {
            at += 1;
            let same = (next.shelf, next.order, next.alike()) == (one.shelf, one.order, one.alike());
            if same {
                one.kg += next.kg;
            } else {
                first.push(at);
            }
            same
        });
        first.insert(0, 0);
        first.push(members.len() as u32);
        Self { members, first, ..Self::lay(sells, posts, centre, dated) }
    }

    /// Posts as they come, each a member of none.
    fn lay(sells: bool, posts: Vec<Post>, centre: &Place, dated: bool) -> Self {
        let askers: Vec<Asker> = posts.iter().map(|post| post.asker(from(centre, &post.place))).collect();
        let blocks: Vec<Block> = posts.chunks(LANES).zip(askers.chunks(LANES)).map(|(posts, askers)| block(posts, askers)).collect();
        let mut levels: Vec<Vec<Boxes>> = Vec::new();
        let mut span = LANES;
        loop {
            let boxes: Vec<Boxes> = askers.chunks(span * LANES).zip(posts.chunks(span * LANES)).map(|(a, p)| boxes(p, a, span)).collect();
            let last = boxes.len() <= LANES / 2;
            levels.push(boxes);
            span *= LANES;
            if last {
                break;
            }
        }
        let spots = posts.iter().map(Spot::of).collect();
        Self {
            sells,
            kin: Kin::default(),
            kin_gain: 0,
            dated,
            centre: *centre,
            posts,
            members: Vec::new(),
            first: Vec::new(),
            spots,
            askers,
            blocks,
            levels,
            lanes: Lanes::of_this_machine(dated),
        }
    }

    /// What a kg at post `k` costs besides freight while its rent is so much; of a demand, what it brings, with a minus.
    pub fn cost(&self, k: usize, rent: i64) -> f32 {
        let price = self.posts[k].price as f32;
        if self.sells { price + rent as f32 } else { rent as f32 - price }
    }

    /// The posts that are post `k`, the older first, each with its kg.
    pub fn members(&self, k: usize) -> &[(u32, i64)] {
        &self.members[self.first[k] as usize..self.first[k + 1] as usize]
    }

    pub fn count(&self) -> usize {
        self.posts.len()
    }

    /// What a kg at post `k` costs (or, a demand: brings, with a minus) besides freight.
    #[inline]
    pub fn set(&mut self, k: usize, cost: f32) {
        let lane = &mut self.blocks[k / LANES].cost;
        lane.0[k % LANES] = cost;
        let (mut at, mut low) = (k / LANES, lowest(lane));
        for level in &mut self.levels {
            let lane = &mut level[at / LANES].cost;
            if lane.0[at % LANES].to_bits() == low.to_bits() {
                return;
            }
            lane.0[at % LANES] = low;
            low = lowest(lane);
            at /= LANES;
        }
    }

    pub fn set_all(&mut self, cost: impl Fn(usize) -> f32) {
        for k in 0..self.posts.len() {
            self.blocks[k / LANES].cost.0[k % LANES] = cost(k);
        }
        let mut lows: Vec<f32> = self.blocks.iter().map(|block| lowest(&block.cost)).collect();
        for level in &mut self.levels {
            for (at, low) in lows.iter().enumerate() {
                level[at / LANES].cost.0[at % LANES] = *low;
            }
            lows = level.iter().map(|boxes| lowest(&boxes.cost)).collect();
        }
    }

    /// Visits the posts of this side that may be had by `asker`'s post `k` for less than `limit` with freight; `visit` returns the new limit.
    #[inline]
    pub fn scan(&self, asker: &Side, k: usize, limit: f32, visit: &mut impl FnMut(usize) -> f32) {
        let blur = BLUR - LOADING as f32;
        let mut asker = Asker { limit: limit + blur, ..asker.askers[k] };
        let top = self.levels.len() - 1;
        for at in 0..self.levels[top].len() {
            self.descend(top, at, &mut asker, &mut |post| visit(post) + blur);
        }
    }

    fn descend(&self, level: usize, at: usize, asker: &mut Asker, visit: &mut impl FnMut(usize) -> f32) {
        let mut mask = (self.lanes.boxes)(&self.levels[level][at], asker);
        while mask != 0 {
            let below = at * LANES + mask.trailing_zeros() as usize;
            mask &= mask - 1;
            if level > 0 {
                self.descend(level - 1, below, asker, visit);
                continue;
            }
            let mut hits = (self.lanes.block)(&self.blocks[below], asker);
            while hits != 0 {
                let lane = hits.trailing_zeros() as usize;
                hits &= hits - 1;
                asker.limit = visit(below * LANES + lane);
            }
        }
    }
}

fn lowest(lane: &Lane) -> f32 {
    lane.0.iter().copied().fold(f32::INFINITY, |a, b| if a < b { a } else { b })
}

/// A place on the map of single precision.
fn from(centre: &Place, place: &Place) -> [f32; 3] {
    [0, 1, 2].map(|axis| ((place.0[axis] - centre.0[axis]) * CHORD) as f32)
}
