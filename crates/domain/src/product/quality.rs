//! What a supplier measured beyond the grade: chosen size labels, sugar, juice.
use crate::coded::coded;
use crate::error::Faults;
use crate::newtype::checked_text;
use serde::{Deserialize, Serialize};

checked_text! {
    /// A size label of a grade sheet: `3`, `1-XX`, `XL`. Ranges of sizes may overlap, so it is chosen by whoever packs, never reckoned.
    SizeCode, SizeCodeError
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("size_code_unknown")]
pub struct SizeCodeError;

impl std::str::FromStr for SizeCode {
    type Err = SizeCodeError;

    fn from_str(text: &str) -> Result<Self, SizeCodeError> {
        let plain = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'X' | b'-' | b'S' | b'M' | b'L');
        if (1..=5).contains(&text.len()) && text.bytes().all(plain) { Ok(Self(text.to_owned())) } else { Err(SizeCodeError) }
    }
}

coded! {
    /// By what the sizes of a grade sheet are told apart.
    SizeMeasure, SizeMeasureError = "size_measure_unknown";
    Diameter = "diameter_mm",
    Weight = "weight_g",
    Length = "length_cm",
}

impl SizeMeasure {
    /// What contracts of before were sized by, which did not say so.
    pub fn diameter() -> Self {
        Self::Diameter
    }

    pub fn is_diameter(&self) -> bool {
        *self == Self::Diameter
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Quality {
    /// Labels of the grade sheet of the variety, each once, at most fourteen.
    #[serde(default)]
    #[schema(max_items = 14)]
    pub sizes: Vec<SizeCode>,
    /// Sugar in tenths of a degree Brix, 10 to 350.
    #[serde(default)]
    #[schema(minimum = 10, maximum = 350, example = 105)]
    pub brix_tenths: Option<u16>,
    /// Juice in percent of the weight, 1 to 100.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 100, example = 40)]
    pub juice_percent: Option<u16>,
}

impl Quality {
    pub const MOST_SIZES: usize = 14;

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the figures can be; the sheet of the variety says which sizes there are. `at` stands before the fields.
    pub fn check(&self, faults: &mut Faults, at: &str) {
        let field = |name: &str| format!("{at}quality.{name}");
        faults.require(self.sizes.len() <= Self::MOST_SIZES, field("sizes"), "too_many_sizes");
        for (index, size) in self.sizes.iter().enumerate().take(Self::MOST_SIZES) {
            let once = self.sizes.iter().take(index).all(|earlier| earlier != size);
            faults.require(once, format!("{at}quality.sizes.{index}"), "size_repeated");
        }
        faults.require(self.brix_tenths.is_none_or(|brix| (10..=350).contains(&brix)), field("brix_tenths"), "brix_out_of_range");
        faults.require(self.juice_percent.is_none_or(|juice| (1..=100).contains(&juice)), field("juice_percent"), "juice_out_of_range");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_a_label_and_not_a_sentence() {
        for good in ["0", "13", "1-XXX", "S", "XL"] {
            assert_eq!(good.parse::<SizeCode>().map(String::from), Ok(good.to_owned()));
        }
        for bad in ["", "x", "to", "TO", "1 2", "123456", "٣"] {
            assert_eq!(bad.parse::<SizeCode>(), Err(SizeCodeError), "{bad}");
        }
    }

    #[test]
    fn every_figure_outside_its_bounds_is_named() {
        let size = |text: &str| text.parse::<SizeCode>().unwrap();
        let found = |quality: Quality| {
            let mut faults = Faults::new();
            quality.check(&mut faults, "");
            let faults = faults.finish().err().unwrap_or_default();
            faults.into_iter().map(|fault| format!("{} {}", fault.field, fault.code)).collect::<Vec<_>>()
        };
        let good = Quality { sizes: vec![size("3"), size("4")], brix_tenths: Some(350), juice_percent: Some(1) };
        assert!(found(good.clone()).is_empty() && found(Quality::default()).is_empty());
        let bad = Quality { sizes: vec![size("3"), size("3")], brix_tenths: Some(9), juice_percent: Some(101) };
        let named = ["quality.sizes.1 size_repeated", "quality.brix_tenths brix_out_of_range", "quality.juice_percent juice_out_of_range"];
        assert_eq!(found(bad), named);
        let many = Quality { sizes: (0..15).map(|at| size(&at.to_string())).collect(), ..good };
        assert_eq!(found(many), ["quality.sizes too_many_sizes"]);
    }
}
