//! Blocks of posts and boxes around them.
use crate::lanes::{Asker, Block, Boxes, Kinds, LANES, Lane, Marks};
use crate::post::Post;

const NOWHERE: Lane = Lane([0.0; LANES]);
const NOBODY: Kinds = Kinds { is: Marks([0; LANES]), lacks: Marks([-1; LANES]), grade: Marks([i32::MIN; LANES]) };
const NEVER: (Lane, Lane) = (Lane([f32::INFINITY; LANES]), Lane([f32::NEG_INFINITY; LANES]));

pub fn block(posts: &[Post], askers: &[Asker]) -> Block {
    let (from, to) = NEVER;
    let mut block = Block { place: [NOWHERE; 3], cost: from, reach: NOWHERE, kinds: NOBODY, from, to };
    for (lane, (post, asker)) in posts.iter().zip(askers).enumerate() {
        block.put(lane, post, asker);
    }
    block
}

/// A box for each `span` of the posts.
pub fn boxes(posts: &[Post], askers: &[Asker], span: usize) -> Boxes {
    let (from, to) = NEVER;
    let mut boxes = Boxes { place: [NOWHERE; 3], radius: NOWHERE, cost: from, reach: NOWHERE, kinds: NOBODY, from, to };
    for (lane, (posts, askers)) in posts.chunks(span).zip(askers.chunks(span)).enumerate() {
        for axis in 0..3 {
            let (lo, hi) = askers.iter().fold((f32::MAX, f32::MIN), |(lo, hi), a| (lo.min(a.place[axis]), hi.max(a.place[axis])));
            boxes.place[axis].0[lane] = f32::midpoint(lo, hi);
        }
        for (post, asker) in posts.iter().zip(askers) {
            boxes.widen(lane, post, asker);
        }
    }
    boxes
}

impl Block {
    pub fn put(&mut self, lane: usize, post: &Post, asker: &Asker) {
        for (place, here) in self.place.iter_mut().zip(asker.place) {
            place.0[lane] = here;
        }
        (self.from.0[lane], self.to.0[lane], self.reach.0[lane]) = (asker.from, asker.to, asker.reach);
        self.kinds.is.0[lane] = post.kind.is;
        self.kinds.lacks.0[lane] = post.kind.lacks;
        self.kinds.grade.0[lane] = post.kind.grade;
    }
}

impl Boxes {
    /// Until the post is in the box.
    pub fn widen(&mut self, lane: usize, post: &Post, asker: &Asker) {
        let far = [0, 1, 2].iter().map(|axis: &usize| (asker.place[*axis] - self.place[*axis].0[lane]).powi(2)).sum::<f32>();
        let at = |lane: &mut f32, other: f32, pick: fn(f32, f32) -> f32| *lane = pick(*lane, other);
        at(&mut self.radius.0[lane], far.sqrt() * 1.0001 + 0.05, f32::max);
        at(&mut self.reach.0[lane], asker.reach, f32::max);
        at(&mut self.from.0[lane], asker.from, f32::min);
        at(&mut self.to.0[lane], asker.to, f32::max);
        self.kinds.is.0[lane] |= post.kind.is;
        self.kinds.lacks.0[lane] &= post.kind.lacks;
        self.kinds.grade.0[lane] = self.kinds.grade.0[lane].max(post.kind.grade);
    }
}
