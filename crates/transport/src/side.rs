//! One side of a product's market on shelves: blocks of sixteen posts of one class that lie near each other.
//!
//! A search asks one post of the other side which of these may leave it more than so much. Blocks are passed over by their box, then
//! posts by their chord in single precision; what remains is measured exactly by the caller.
use crate::geo::{CHORD, LOADING, Place};
use crate::post::{BLUR, Class, Post, reach};

pub const LANES: usize = 16;
/// Sixteen posts in single precision. `cost`: what a kg costs here before freight (for demands with a minus: what it brings).
#[derive(Debug, Clone)]
#[repr(align(64))]
struct Block {
    x: [f32; LANES],
    y: [f32; LANES],
    z: [f32; LANES],
    cost: [f32; LANES],
    from: [f32; LANES],
    to: [f32; LANES],
    reach: [f32; LANES],
    first: u32,
    len: u32,
}

#[derive(Debug, Default)]
struct Boxes {
    x: Vec<f32>,
    y: Vec<f32>,
    z: Vec<f32>,
    radius: Vec<f32>,
    reach: Vec<f32>,
    cost: Vec<f32>,
}

#[derive(Debug)]
pub struct Side {
    pub posts: Vec<Post>,
    near: Vec<[f32; 3]>,
    block_of: Vec<u32>,
    blocks: Vec<Block>,
    boxes: Boxes,
    classes: Vec<(Class, u32, u32)>,
    class_of: Vec<u32>,
    /// For each class of this side the ranges of the other side's blocks that it fits.
    ranges: Vec<Vec<(u32, u32)>>,
}

pub fn sides(mut offers: Vec<Post>, mut demands: Vec<Post>) -> (Side, Side) {
    let all = offers.iter().chain(&demands);
    let count = (offers.len() + demands.len()) as f64;
    let centre = Place(all.fold([0.0; 3], |sum, p| [0, 1, 2].map(|axis| sum[axis] + p.place.0[axis] / count)));
    for posts in [&mut offers, &mut demands] {
        posts.sort_unstable_by_key(|p| (p.class, p.order, p.id));
    }
    let (mut o, mut d) = (Side::new(offers, &centre), Side::new(demands, &centre));
    o.ranges = o.classes.iter().map(|c| d.fitting(c.0)).collect();
    d.ranges = d.classes.iter().map(|c| o.fitting(c.0)).collect();
    (o, d)
}

impl Side {
    fn new(posts: Vec<Post>, centre: &Place) -> Self {
        let near: Vec<[f32; 3]> = posts.iter().map(|p| [0, 1, 2].map(|axis| ((p.place.0[axis] - centre.0[axis]) * CHORD) as f32)).collect();
        let mut side = Self {
            near,
            block_of: Vec::with_capacity(posts.len()),
            blocks: Vec::new(),
            boxes: Boxes::default(),
            classes: Vec::new(),
            class_of: Vec::new(),
            ranges: Vec::new(),
            posts,
        };
        let mut first = 0;
        while first < side.posts.len() {
            let class = side.posts[first].class;
            let len = side.posts[first..].iter().take(LANES).take_while(|p| p.class == class).count();
            let at = side.blocks.len() as u32;
            match side.classes.last_mut() {
                Some((last, _, end)) if *last == class => *end = at + 1,
                _ => side.classes.push((class, at, at + 1)),
            }
            side.block_of.extend(std::iter::repeat_n(at, len));
            side.class_of.extend(std::iter::repeat_n(side.classes.len() as u32 - 1, len));
            side.push_block(first, len);
            first += len;
        }
        let padded = side.blocks.len() + LANES;
        for column in [&mut side.boxes.x, &mut side.boxes.y, &mut side.boxes.z, &mut side.boxes.radius, &mut side.boxes.reach] {
            column.resize(padded, 0.0);
        }
        side.boxes.cost.resize(padded, f32::INFINITY);
        side
    }

    fn push_block(&mut self, first: usize, len: usize) {
        let mut block = Block {
            x: [0.0; LANES],
            y: [0.0; LANES],
            z: [0.0; LANES],
            cost: [f32::INFINITY; LANES],
            from: [f32::MAX; LANES],
            to: [f32::MIN; LANES],
            reach: [0.0; LANES],
            first: first as u32,
            len: len as u32,
        };
        for lane in 0..len {
            let post = &self.posts[first + lane];
            [block.x[lane], block.y[lane], block.z[lane]] = self.near[first + lane];
            (block.from[lane], block.to[lane], block.reach[lane]) = (post.from as f32, post.to as f32, reach(post));
        }
        let mid = [&block.x, &block.y, &block.z].map(|c| {
            let (lo, hi) = c[..len].iter().fold((f32::MAX, f32::MIN), |(lo, hi), v| (lo.min(*v), hi.max(*v)));
            f32::midpoint(lo, hi)
        });
        let far = (0..len)
            .map(|k| (block.x[k] - mid[0]).powi(2) + (block.y[k] - mid[1]).powi(2) + (block.z[k] - mid[2]).powi(2))
            .fold(0.0, f32::max);
        for (column, value) in [&mut self.boxes.x, &mut self.boxes.y, &mut self.boxes.z].into_iter().zip(mid) {
            column.push(value);
        }
        self.boxes.radius.push(far.sqrt() * 1.0001 + 0.05);
        self.boxes.reach.push(block.reach.iter().copied().fold(0.0, f32::max));
        self.boxes.cost.push(f32::INFINITY);
        self.blocks.push(block);
    }

    fn fitting(&self, other: Class) -> Vec<(u32, u32)> {
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        for &(_, from, to) in self.classes.iter().filter(|c| c.0.fits(other)) {
            match ranges.last_mut() {
                Some((_, end)) if *end == from => *end = to,
                _ => ranges.push((from, to)),
            }
        }
        ranges
    }

    pub fn count(&self) -> usize {
        self.posts.len()
    }

    /// What a kg at post `k` costs (or, a demand: brings, with a minus) besides freight.
    #[inline]
    pub fn set(&mut self, k: usize, cost: f32) {
        let at = self.block_of[k] as usize;
        let block = &mut self.blocks[at];
        block.cost[k - block.first as usize] = cost;
        self.boxes.cost[at] = block.cost.iter().copied().fold(f32::INFINITY, least);
    }

    pub fn set_all(&mut self, cost: impl Fn(usize) -> f32) {
        for (at, block) in self.blocks.iter_mut().enumerate() {
            for lane in 0..block.len as usize {
                block.cost[lane] = cost(block.first as usize + lane);
            }
            self.boxes.cost[at] = block.cost.iter().copied().fold(f32::INFINITY, least);
        }
    }

    /// Visits the posts of this side that may be had by `asker`'s post `k` for less than `limit` with freight; `visit` returns the new limit.
    #[inline]
    pub fn scan(&self, asker: &Side, k: usize, limit: f32, visit: &mut impl FnMut(usize) -> f32) {
        let blur = BLUR - LOADING as f32;
        let mut limit = limit + blur;
        let [x, y, z] = asker.near[k];
        let post = &asker.posts[k];
        let (from, to, reach) = (post.from as f32, post.to as f32, reach(post));
        let b = &self.boxes;
        for &(first, end) in &asker.ranges[asker.class_of[k] as usize] {
            let (mut at, end) = (first as usize, end as usize);
            while at < end {
                let n = (end - at).min(LANES);
                let mut mask = b.hits(at, [x, y, z], limit, reach) & (u32::MAX >> (32 - n));
                while mask != 0 {
                    let block = &self.blocks[at + mask.trailing_zeros() as usize];
                    mask &= mask - 1;
                    let mut hits = block.hits([x, y, z], limit, reach, from, to);
                    while hits != 0 {
                        let lane = hits.trailing_zeros() as usize;
                        hits &= hits - 1;
                        limit = visit(block.first as usize + lane) + blur;
                    }
                }
                at += n;
            }
        }
    }
}

/// One instruction, unlike `f32::min`, which must care for numbers that are none.
#[inline]
fn least(a: f32, b: f32) -> f32 {
    if a < b { a } else { b }
}

impl Boxes {
    /// Which of the sixteen boxes from `at` on may hold something; the columns are padded to be read so.
    #[inline]
    fn hits(&self, at: usize, [x, y, z]: [f32; 3], limit: f32, reach: f32) -> u32 {
        let lanes = at..at + LANES;
        let (bx, by, bz) = (&self.x[lanes.clone()], &self.y[lanes.clone()], &self.z[lanes.clone()]);
        let (radius, cost, far) = (&self.radius[lanes.clone()], &self.cost[lanes.clone()], &self.reach[lanes]);
        let mut mask = 0u32;
        for k in 0..LANES {
            let (dx, dy, dz) = (bx[k] - x, by[k] - y, bz[k] - z);
            let s = least(limit - cost[k], least(reach, far[k]));
            let r = s + radius[k];
            mask |= u32::from((s >= 0.0) & (dx * dx + dy * dy + dz * dz <= r * r)) << k;
        }
        mask
    }
}

impl Block {
    #[inline]
    fn hits(&self, [x, y, z]: [f32; 3], limit: f32, reach: f32, from: f32, to: f32) -> u32 {
        let mut mask = 0u32;
        for k in 0..LANES {
            let (dx, dy, dz) = (self.x[k] - x, self.y[k] - y, self.z[k] - z);
            let s = least(limit - self.cost[k], least(reach, self.reach[k]));
            let ok = (s >= 0.0) & (dx * dx + dy * dy + dz * dz <= s * s) & (self.from[k] <= to) & (self.to[k] >= from);
            mask |= u32::from(ok) << k;
        }
        mask
    }
}
