//! Đồng. There is no smaller unit, so amounts are whole numbers and rounding happens in one place.
use crate::quantity::Kg;
use serde::{Deserialize, Serialize};

/// An amount in đồng.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
#[schema(value_type = i64, example = 529_000_000)]
pub struct Vnd(i64);

impl Vnd {
    pub const ZERO: Self = Self(0);

    pub const fn new(dong: i64) -> Self {
        Self(dong)
    }

    pub const fn dong(self) -> i64 {
        self.0
    }

    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// The sum, or nothing when it leaves the range of an amount.
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        let total: i128 = amounts.into_iter().map(|amount| i128::from(amount.0)).sum();
        i64::try_from(total).ok().map(Self)
    }
}

/// A price in đồng per kilogram, from [`VndPerKg::LEAST`] to [`VndPerKg::MOST`] wherever a person types it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(try_from = "i64", into = "i64")]
#[schema(value_type = i64, minimum = 100, maximum = 10_000_000, example = 22_500)]
pub struct VndPerKg(i64);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("price_out_of_range")]
pub struct PriceError;

impl VndPerKg {
    pub const LEAST: i64 = 100;
    pub const MOST: i64 = 10_000_000;

    pub fn new(dong: i64) -> Result<Self, PriceError> {
        if (Self::LEAST..=Self::MOST).contains(&dong) { Ok(Self(dong)) } else { Err(PriceError) }
    }

    pub const fn dong(self) -> i64 {
        self.0
    }

    /// Rounds half up to a whole đồng; the only rounding of money in the system.
    pub fn total(self, quantity: Kg) -> Option<Vnd> {
        let milli = i128::from(self.0) * i128::from(quantity.grams());
        i64::try_from((milli + 500) / 1000).ok().map(Vnd)
    }
}

impl TryFrom<i64> for VndPerKg {
    type Error = PriceError;
    fn try_from(dong: i64) -> Result<Self, PriceError> {
        Self::new(dong)
    }
}

impl From<VndPerKg> for i64 {
    fn from(price: VndPerKg) -> Self {
        price.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn half_a_dong_rounds_up() {
        let price = VndPerKg::new(12_345).unwrap();
        assert_eq!(price.total(Kg::from_grams(1_500).unwrap()), Some(Vnd::new(18_518)));
        assert_eq!(price.total(Kg::from_grams(100).unwrap()), Some(Vnd::new(1_235)));
    }

    #[test]
    fn prices_outside_the_market_are_refused() {
        assert_eq!(VndPerKg::new(99), Err(PriceError));
        assert_eq!(VndPerKg::new(10_000_001), Err(PriceError));
        assert!(serde_json::from_str::<VndPerKg>("0").is_err());
    }

    proptest! {
        #[test]
        fn a_total_is_within_half_a_dong_of_the_exact_product(price in VndPerKg::LEAST..=VndPerKg::MOST, grams in 1..=Kg::MOST_GRAMS) {
            let total = i128::from(VndPerKg::new(price).unwrap().total(Kg::from_grams(grams).unwrap()).unwrap().dong());
            let exact_milli = i128::from(price) * i128::from(grams);
            prop_assert!((total * 1000 - exact_milli).abs() <= 500);
        }

        #[test]
        fn splitting_whole_kilograms_never_changes_the_sum(price in VndPerKg::LEAST..=VndPerKg::MOST, a in 1..1_000_000i64, b in 1..1_000_000i64) {
            let price = VndPerKg::new(price).unwrap();
            let of = |kg| price.total(Kg::from_whole(kg).unwrap()).unwrap();
            prop_assert_eq!(Vnd::sum([of(a), of(b)]), Some(of(a + b)));
        }
    }
}
