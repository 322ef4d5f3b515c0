//! A fixed sequence of well-mixed numbers (Steele, Lea and Flood, *Fast splittable pseudorandom number generators*, 2014).

pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, which is above 0.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap_or(u64::MAX);
        usize::try_from(self.next() % bound).expect("smaller than a usize")
    }

    /// A number from 0 to `most`.
    pub(crate) fn up_to(&mut self, most: i64) -> i64 {
        let range = u64::try_from(most.max(0)).unwrap_or(0) + 1;
        i64::try_from(self.next() % range).expect("smaller than an i64")
    }
}
