//! The pairs under consideration: few of all that would be possible.

#[derive(Debug, Clone, Copy)]
pub struct Arc {
    pub offer: u32,
    pub demand: u32,
    pub gain: i32,
}

/// Rows of numbers of unequal length, end to end.
#[derive(Debug, Default)]
pub struct Rows {
    pub start: Vec<u32>,
    pub item: Vec<u32>,
}

impl Rows {
    /// Which of `count` items stand in which of `rows` rows.
    pub fn of(rows: usize, count: usize, row: impl Fn(usize) -> u32) -> Self {
        let mut start = vec![0u32; rows + 2];
        for k in 0..count {
            start[row(k) as usize + 2] += 1;
        }
        for r in 2..rows + 2 {
            start[r] += start[r - 1];
        }
        let mut item = vec![0; count];
        for k in 0..count {
            let at = &mut start[row(k) as usize + 1];
            item[*at as usize] = k as u32;
            *at += 1;
        }
        start.pop();
        Self { start, item }
    }

    #[inline]
    pub fn row(&self, r: usize) -> &[u32] {
        &self.item[self.start[r] as usize..self.start[r + 1] as usize]
    }
}
