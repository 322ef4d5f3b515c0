//! Sixteen posts, or sixteen boxes of posts, asked at once: the widest vectors of the machine at hand, chosen once.
//!
//! Every form does the same operations in the same order (none is fused), so that all machines see the same posts.

pub const LANES: usize = 16;

/// Single-precision numbers of sixteen posts.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
pub struct Lane(pub [f32; LANES]);

/// Bits and whole numbers of sixteen posts.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
pub struct Marks(pub [i32; LANES]);

/// What sixteen posts are, or what the best of each of sixteen boxes is.
#[derive(Debug, Clone)]
pub struct Kinds {
    /// Bits of what it is; one that is asked for must be among them.
    pub is: Marks,
    /// Bits of what it lacks; none that is needed may be among them.
    pub lacks: Marks,
    pub grade: Marks,
}

/// Sixteen posts. `cost`: what a kg costs here before freight (for demands with a minus: what it brings).
#[derive(Debug, Clone)]
pub struct Block {
    pub place: [Lane; 3],
    pub cost: Lane,
    pub reach: Lane,
    pub kinds: Kinds,
    pub from: Lane,
    pub to: Lane,
}

/// Sixteen boxes of posts: none of its posts is nearer than the box, costs less or is of another kind than the box says.
#[derive(Debug, Clone)]
pub struct Boxes {
    pub place: [Lane; 3],
    pub radius: Lane,
    pub cost: Lane,
    pub reach: Lane,
    pub kinds: Kinds,
    pub from: Lane,
    pub to: Lane,
}

/// Who asks: where, how much at most, how far, when, what.
#[derive(Debug, Clone, Copy)]
pub struct Asker {
    pub place: [f32; 3],
    pub limit: f32,
    pub reach: f32,
    pub from: f32,
    pub to: f32,
    pub is: i32,
    pub needs: i32,
    pub grade: i32,
}

/// Which of the sixteen may do, a bit each.
#[derive(Debug, Clone, Copy)]
pub struct Lanes {
    pub boxes: fn(&Boxes, &Asker) -> u32,
    pub block: fn(&Block, &Asker) -> u32,
}

impl Lanes {
    /// `dated`: posts of the same days stand together, so that boxes are asked for their days too.
    pub fn of_this_machine(dated: bool) -> Self {
        #[cfg(target_arch = "x86_64")]
        if let Some(wide) = if dated { x86::lanes::<true>() } else { x86::lanes::<false>() } {
            return wide;
        }
        Self { boxes: if dated { any::boxes::<true> } else { any::boxes::<false> }, block: any::block }
    }
}

/// One instruction, unlike `f32::min`, which must care for numbers that are none.
#[inline]
fn least(a: f32, b: f32) -> f32 {
    if a < b { a } else { b }
}

mod any {
    use super::{Asker, Block, Boxes, Kinds, LANES, least};

    fn fits(kinds: &Kinds, a: &Asker, k: usize) -> bool {
        (kinds.is.0[k] & a.is != 0) & (kinds.lacks.0[k] & a.needs == 0) & (kinds.grade.0[k] >= a.grade)
    }

    pub fn boxes<const DATED: bool>(b: &Boxes, a: &Asker) -> u32 {
        let mut mask = 0u32;
        for k in 0..LANES {
            let [dx, dy, dz] = [0, 1, 2].map(|axis| b.place[axis].0[k] - a.place[axis]);
            let s = least(a.limit - b.cost.0[k], least(a.reach, b.reach.0[k]));
            let r = s + b.radius.0[k];
            let open = !DATED | (b.from.0[k] <= a.to) & (b.to.0[k] >= a.from);
            mask |= u32::from(fits(&b.kinds, a, k) & open & (s >= 0.0) & (dx * dx + dy * dy + dz * dz <= r * r)) << k;
        }
        mask
    }

    pub fn block(b: &Block, a: &Asker) -> u32 {
        let mut mask = 0u32;
        for k in 0..LANES {
            let [dx, dy, dz] = [0, 1, 2].map(|axis| b.place[axis].0[k] - a.place[axis]);
            let s = least(a.limit - b.cost.0[k], least(a.reach, b.reach.0[k]));
            let near = fits(&b.kinds, a, k) & (s >= 0.0) & (dx * dx + dy * dy + dz * dz <= s * s);
            mask |= u32::from(near & (b.from.0[k] <= a.to) & (b.to.0[k] >= a.from)) << k;
        }
        mask
    }
}

#[cfg(target_arch = "x86_64")]
mod x86;

#[cfg(test)]
mod tests;
