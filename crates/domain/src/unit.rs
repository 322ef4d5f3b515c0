//! The units produce is measured in. Weights convert exactly; a fruit or a bunch weighs between two bounds that depend on the
//! variety, so counting gives a range and never one number.
use crate::coded::coded;
use crate::money::{PriceError, VndPerKg};
use crate::quantity::{Kg, KgError};

coded! {
    MassUnit, MassUnitError = "unit_has_no_fixed_weight";
    Tonne = "tan",
    /// A hundred kilograms.
    Ta = "ta",
    /// Ten kilograms.
    Yen = "yen",
    Kg = "kg",
    /// A hundred grams.
    Lang = "lang",
    Gram = "g",
}

coded! {
    /// What a variety is counted in; `kg` for most.
    TradeUnit, TradeUnitError = "trade_unit_unknown";
    Kg = "kg",
    Fruit = "fruit",
    Bunch = "bunch",
    Stem = "stem",
    Ear = "ear",
    Head = "head",
    Litre = "litre",
}

impl MassUnit {
    const fn grams(self) -> u64 {
        match self {
            Self::Tonne => 1_000_000,
            Self::Ta => 100_000,
            Self::Yen => 10_000,
            Self::Kg => 1_000,
            Self::Lang => 100,
            Self::Gram => 1,
        }
    }

    /// `amount` of this unit, a plain decimal such as `12.5`. Refused when it is not a whole number of grams.
    pub fn weight(self, amount: &str) -> Result<Kg, KgError> {
        let (whole, fraction) = amount.split_once('.').unwrap_or((amount, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(fraction) {
            return Err(KgError::NotANumber);
        }
        let fraction = fraction.trim_end_matches('0');
        if fraction.len() > 9 {
            return Err(KgError::TooFine);
        }
        let billionths: u128 = format!("{whole}{fraction:0<9}").parse().map_err(|_| KgError::OutOfRange)?;
        let grams = billionths.checked_mul(u128::from(self.grams())).ok_or(KgError::OutOfRange)?;
        if !grams.is_multiple_of(1_000_000_000) {
            return Err(KgError::TooFine);
        }
        i64::try_from(grams / 1_000_000_000).map_err(|_| KgError::OutOfRange).and_then(Kg::from_grams)
    }
}

/// What one of a variety's unit weighs, at least and at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitWeight {
    least: Kg,
    most: Kg,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("unit_weight_out_of_order")]
pub struct UnitWeightError;

impl UnitWeight {
    pub fn new(least: Kg, most: Kg) -> Result<Self, UnitWeightError> {
        if Kg::ZERO < least && least <= most { Ok(Self { least, most }) } else { Err(UnitWeightError) }
    }

    /// The weight of `count` units, at least and at most.
    pub fn of(self, count: u32) -> Result<(Kg, Kg), KgError> {
        let times = |one: Kg| one.grams().checked_mul(i64::from(count)).ok_or(KgError::OutOfRange).and_then(Kg::from_grams);
        Ok((times(self.least)?, times(self.most)?))
    }

    /// The price of a kilogram when one unit costs `dong`, at least and at most, each rounded half up to a whole đồng.
    pub fn price_per_kg(self, dong: i64) -> Result<(VndPerKg, VndPerKg), PriceError> {
        let per_kg = |one: Kg| {
            let (milli, grams) = (i128::from(dong) * 1000, i128::from(one.grams()));
            let rounded = (2 * milli + grams).div_euclid(2 * grams);
            i64::try_from(rounded).map_err(|_| PriceError).and_then(VndPerKg::new)
        };
        Ok((per_kg(self.most)?, per_kg(self.least)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vectors::{self, Failures};
    use proptest::prelude::*;
    use serde_json::Value;
    use std::collections::HashMap;

    /// Units as people write them are folded to their codes.
    fn mass_unit(written: &str) -> Result<MassUnit, MassUnitError> {
        crate::text::fold(written).parse()
    }

    /// The units of the catalogue's varieties.
    fn catalogue() -> HashMap<String, (TradeUnit, UnitWeight)> {
        let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/varieties.csv"));
        let mut rows = csv::Reader::from_reader(file.as_bytes());
        let rows = rows.deserialize().map(|row: Result<HashMap<String, String>, _>| {
            let row = row.unwrap();
            let weight = UnitWeight::new(row["unit_kg_min"].parse().unwrap(), row["unit_kg_max"].parse().unwrap()).unwrap();
            (row["slug"].clone(), (row["unit"].parse().unwrap(), weight))
        });
        rows.collect()
    }

    #[test]
    fn weights_follow_the_vectors() {
        let group = vectors::group("unit_conversion");
        let mut failures = Failures::default();
        for case in vectors::cases(&group, "mass") {
            let (unit, amount) = (vectors::text(case, "from"), vectors::text(case, "value"));
            let weight = mass_unit(unit).unwrap().weight(amount).map(|kg| kg.to_string());
            failures.same(&format!("{amount} {unit}"), weight, Ok::<_, KgError>(vectors::text(case, "kg").to_owned()));
        }
        for case in vectors::cases(&group, "errors") {
            let unit = vectors::text(case, "unit");
            failures.same(unit, mass_unit(unit), Err::<MassUnit, _>(MassUnitError));
        }
        failures.none();
    }

    #[test]
    fn counted_units_follow_the_vectors() {
        let group = vectors::group("unit_conversion");
        let catalogue = catalogue();
        let mut failures = Failures::default();
        for case in vectors::cases(&group, "product_units") {
            let variety = vectors::text(case, "variety");
            let (unit, weight) = catalogue[variety];
            failures.same(variety, unit.code(), vectors::text(case, "unit"));
            let count = u32::try_from(vectors::number(case, "count")).unwrap();
            let range = weight.of(count).map(|(least, most)| (least.to_string(), most.to_string()));
            let want = (vectors::text(case, "kg_min").to_owned(), vectors::text(case, "kg_max").to_owned());
            failures.same(variety, range, Ok::<_, KgError>(want));
        }
        for case in vectors::cases(&group, "price_per_kg_from_unit") {
            let variety = vectors::text(case, "variety");
            let range = catalogue[variety].1.price_per_kg(vectors::number(case, "price_per_fruit"));
            let want = (number(case, "vnd_per_kg_min"), number(case, "vnd_per_kg_max"));
            failures.same(variety, range, Ok::<_, PriceError>(want));
        }
        failures.none();
    }

    fn number(case: &Value, key: &str) -> VndPerKg {
        VndPerKg::new(vectors::number(case, key)).unwrap()
    }

    #[test]
    fn a_weight_is_exact_or_refused() {
        assert_eq!(MassUnit::Tonne.weight("0.000001").map(Kg::grams), Ok(1));
        assert_eq!(MassUnit::Tonne.weight("0.0000005"), Err(KgError::TooFine));
        assert_eq!(MassUnit::Gram.weight("0.5"), Err(KgError::TooFine));
        assert_eq!(MassUnit::Tonne.weight("100000.000001"), Err(KgError::OutOfRange));
        assert_eq!(MassUnit::Tonne.weight(&"9".repeat(60)), Err(KgError::OutOfRange));
        for bad in ["", ".", "1.", ".5", "-1", "1,5", "1e3"] {
            assert_eq!(MassUnit::Tonne.weight(bad), Err(KgError::NotANumber), "{bad}");
        }
        assert_eq!(UnitWeight::new(Kg::ZERO, Kg::from_grams(1).unwrap()), Err(UnitWeightError));
    }

    proptest! {
        #[test]
        fn kilograms_agree_with_the_plain_reading(grams in 0..=Kg::MOST_GRAMS) {
            let kg = Kg::from_grams(grams).unwrap();
            prop_assert_eq!(MassUnit::Kg.weight(&kg.to_string()), Ok(kg));
        }

        #[test]
        fn a_range_is_in_order(least in 1..10_000i64, more in 0..10_000i64, count in 0..10_000u32, dong in 1_000..1_000_000i64) {
            let weight = UnitWeight::new(Kg::from_grams(least).unwrap(), Kg::from_grams(least + more).unwrap()).unwrap();
            let (low, high) = weight.of(count).unwrap();
            prop_assert!(low <= high);
            if let Ok((low, high)) = weight.price_per_kg(dong) {
                prop_assert!(low <= high);
            }
        }
    }
}
