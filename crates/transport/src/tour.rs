//! The tree's closed walk, cut into strips, so that a subtree is moved in about the root of the tree's size and read in its own.
//!
//! The walk passes every link twice and every node once. A subtree is an interval of it; hanging the subtree from another of its nodes
//! turns the interval round.

/// Codes of the walk's steps: node `n` is `3n`, the link above it `3n + 1` downwards and `3n + 2` upwards. As links change hands when a
/// subtree is turned, the codes of a link are kept with it ([`Passage`]).
pub type Step = u32;

#[derive(Debug, Clone, Copy)]
pub struct Passage {
    pub down: Step,
    pub up: Step,
}

pub const fn node_step(node: usize) -> Step {
    3 * node as Step
}

#[derive(Debug, Default)]
struct Strip {
    steps: Vec<Step>,
    next: u32,
    prev: u32,
}

#[derive(Debug)]
pub struct Tour {
    strips: Vec<Strip>,
    free: Vec<u32>,
    /// Strip of each step.
    strip: Vec<u32>,
    first: u32,
    size: usize,
    live: usize,
    full: usize,
}

const END: u32 = u32::MAX;

impl Tour {
    pub fn new(walk: &[Step]) -> Self {
        let size = walk.len().isqrt().clamp(32, 512);
        let mut tour = Self {
            strips: Vec::new(),
            free: Vec::new(),
            strip: vec![0; walk.len() + 2],
            first: 0,
            size,
            live: 0,
            full: walk.len().div_ceil(size),
        };
        tour.lay(walk);
        tour
    }

    fn lay(&mut self, walk: &[Step]) {
        let count = walk.len().div_ceil(self.size);
        self.strips.clear();
        self.free.clear();
        for (at, steps) in walk.chunks(self.size).enumerate() {
            for step in steps {
                self.strip[*step as usize] = at as u32;
            }
            let mut own = Vec::with_capacity(2 * self.size);
            own.extend_from_slice(steps);
            self.strips.push(Strip {
                steps: own,
                next: if at + 1 < count { at as u32 + 1 } else { END },
                prev: if at == 0 { END } else { at as u32 - 1 },
            });
        }
        self.first = 0;
        self.live = count;
    }

    /// Every node of the subtree between the steps of `passage`.
    pub fn each(&self, passage: Passage, mut visit: impl FnMut(usize)) {
        let (mut strip, mut at) = self.position(passage.down);
        loop {
            for &step in &self.strips[strip as usize].steps[at..] {
                if step % 3 == 0 {
                    visit(step as usize / 3);
                } else if step == passage.up {
                    return;
                }
            }
            (strip, at) = (self.strips[strip as usize].next, 0);
        }
    }

    /// Lays the walk anew once it is in too many pieces.
    fn tidy(&mut self) {
        if self.live < 2 * self.full + 64 {
            return;
        }
        let mut walk = Vec::with_capacity(self.strip.len());
        let mut at = self.first;
        while at != END {
            let strip = &self.strips[at as usize];
            walk.extend_from_slice(&strip.steps);
            at = strip.next;
        }
        self.lay(&walk);
    }

    fn position(&self, step: Step) -> (u32, usize) {
        let strip = self.strip[step as usize];
        let at = self.strips[strip as usize].steps.iter().position(|s| *s == step).expect("a step is in its strip");
        (strip, at)
    }

    /// Cuts the strip so that `at` begins one; the strip that ends before it and the one that begins with it (`END` at the ends).
    fn split(&mut self, strip: u32, at: usize) -> (u32, u32) {
        let this = &mut self.strips[strip as usize];
        if at == 0 {
            return (this.prev, strip);
        }
        if at == this.steps.len() {
            return (strip, this.next);
        }
        let next = this.next;
        let new = self.free.pop().unwrap_or_else(|| {
            self.strips.push(Strip { steps: Vec::with_capacity(2 * self.size), ..Strip::default() });
            self.strips.len() as u32 - 1
        });
        let mut steps = std::mem::take(&mut self.strips[new as usize].steps);
        steps.clear();
        let this = &mut self.strips[strip as usize];
        steps.extend_from_slice(&this.steps[at..]);
        this.steps.truncate(at);
        this.next = new;
        for step in &steps {
            self.strip[*step as usize] = new;
        }
        if next != END {
            self.strips[next as usize].prev = new;
        }
        self.strips[new as usize] = Strip { steps, next, prev: strip };
        self.live += 1;
        (strip, new)
    }

    fn link(&mut self, a: u32, b: u32) {
        match a {
            END => self.first = b,
            _ => self.strips[a as usize].next = b,
        }
        if b != END {
            self.strips[b as usize].prev = a;
        }
    }

    /// Joins two neighbours when both together are short.
    fn fuse(&mut self, a: u32, b: u32) {
        if a == END || b == END {
            return;
        }
        let (la, lb) = (self.strips[a as usize].steps.len(), self.strips[b as usize].steps.len());
        if la + lb > self.size {
            return;
        }
        let steps = std::mem::take(&mut self.strips[b as usize].steps);
        for step in &steps {
            self.strip[*step as usize] = a;
        }
        self.strips[a as usize].steps.extend_from_slice(&steps);
        self.strips[b as usize].steps = steps;
        let next = self.strips[b as usize].next;
        self.link(a, next);
        self.free.push(b);
        self.live -= 1;
    }

    /// Takes the subtree between the steps of `passage` out, turns it to begin at `into` and puts it behind node `under`.
    pub fn turn(&mut self, passage: Passage, into: usize, under: usize) {
        let (s, at) = self.position(passage.down);
        let (before, _) = self.split(s, at);
        let (s, at) = self.position(passage.down);
        let (head, x) = self.split(s, at + 1);
        let (s, at) = self.position(passage.up);
        let (_, tail) = self.split(s, at);
        let (s, at) = self.position(passage.up);
        let (_, after) = self.split(s, at + 1);
        let (s, at) = self.position(node_step(into));
        let (x_end, y) = self.split(s, at);
        let y_end = self.strips[tail as usize].prev;
        // Without the interval.
        self.link(before, after);
        self.fuse(before, after);
        let (s, at) = self.position(node_step(under));
        let (left, right) = self.split(s, at + 1);
        self.link(left, head);
        if y == x {
            self.link(head, x);
            self.link(y_end, tail);
        } else {
            self.link(head, y);
            self.link(y_end, x);
            self.link(x_end, tail);
        }
        self.link(tail, right);
        if y != x {
            self.fuse(y_end, x);
        }
        self.fuse(left, head);
        let end = self.strip[passage.up as usize];
        self.fuse(self.strips[end as usize].prev, end);
        let end = self.strip[passage.up as usize];
        self.fuse(end, self.strips[end as usize].next);
        self.tidy();
    }
}
