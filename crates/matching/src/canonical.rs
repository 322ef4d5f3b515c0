//! One byte string per market and per plan, the same for the same content whatever the order of the vectors: what a round hashes
//! so that a replay can show that nothing changed. Integers are little-endian, lists carry their length first.

mod market;
mod plan;

use crate::market::{Attribute, Mix, Premium};

#[derive(Default)]
struct Bytes(Vec<u8>);

impl Bytes {
    fn int(&mut self, value: impl Into<i128>) {
        self.0.extend_from_slice(&value.into().to_le_bytes());
    }

    fn id(&mut self, value: u128) {
        self.0.extend_from_slice(&value.to_le_bytes());
    }

    fn length(&mut self, length: usize) {
        let length = u64::try_from(length).unwrap_or(u64::MAX);
        self.0.extend_from_slice(&length.to_le_bytes());
    }

    fn list<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        self.length(items.len());
        for item in items {
            each(self, item);
        }
    }

    /// A list whose order means nothing.
    fn set<T: Ord + Clone>(&mut self, items: &[T], each: impl FnMut(&mut Self, &T)) {
        let mut sorted = items.to_vec();
        sorted.sort();
        self.list(&sorted, each);
    }

    fn option<T>(&mut self, value: Option<T>, each: impl FnOnce(&mut Self, T)) {
        self.int(i8::from(value.is_some()));
        if let Some(value) = value {
            each(self, value);
        }
    }

    fn mix(&mut self, mix: Mix) {
        self.int(mix.numerator);
        self.int(mix.denominator);
    }

    fn premium(&mut self, premium: &Premium) {
        let (kind, number): (u8, u32) = match &premium.attribute {
            Attribute::Certificates(kinds) => (0, *kinds),
            Attribute::Grade(grade) => (1, (*grade).into()),
            // How many there are stands in the place of the number, and they follow it.
            Attribute::Sizes(sizes) => (2, u32::try_from(sizes.len()).unwrap_or(u32::MAX)),
            Attribute::Brix(least) => (3, (*least).into()),
            Attribute::Juice(least) => (4, (*least).into()),
        };
        self.int(kind);
        self.int(number);
        if let Attribute::Sizes(sizes) = &premium.attribute {
            for size in sizes {
                self.int(*size);
            }
        }
        self.int(premium.per_kg);
    }
}
