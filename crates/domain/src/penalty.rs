//! Penalties for breach. Between merchants the law caps them at 8 % of the value of the breached part (Commercial Law art. 301),
//! and there is none without a clause in the contract or under force majeure.
mod clause;

pub use clause::{ClauseError, check_clause};

use crate::money::Vnd;
use serde::{Deserialize, Serialize};

/// A share from 0 to 100 %, exact to a hundredth of a percent. In JSON a decimal string of percent: `"7.5"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(value_type = String, example = "7.5")]
#[serde(try_from = "String", into = "String")]
pub struct Percent(u16);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("percent_malformed")]
pub struct PercentError;

impl Percent {
    /// The most a penalty may be between merchants.
    pub const PENALTY_CAP: Self = Self(800);
    const WHOLE: u16 = 10_000;

    pub fn from_hundredths(hundredths: u16) -> Result<Self, PercentError> {
        if hundredths <= Self::WHOLE { Ok(Self(hundredths)) } else { Err(PercentError) }
    }

    pub const fn hundredths(self) -> u16 {
        self.0
    }

    /// Rounds half up.
    fn of(self, amount: Vnd) -> i128 {
        (self.parts(amount) + i128::from(Self::WHOLE / 2)).div_euclid(i128::from(Self::WHOLE))
    }

    fn of_rounded_down(self, amount: Vnd) -> i128 {
        self.parts(amount).div_euclid(i128::from(Self::WHOLE))
    }

    fn parts(self, amount: Vnd) -> i128 {
        i128::from(amount.dong()) * i128::from(self.0)
    }
}

impl std::str::FromStr for Percent {
    type Err = PercentError;

    fn from_str(text: &str) -> Result<Self, PercentError> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |part: &str, most| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole, 3) || !digits(fraction, 2) {
            return Err(PercentError);
        }
        let hundredths = format!("{whole}{fraction:0<2}").parse::<u32>().map_err(|_| PercentError)?;
        u16::try_from(hundredths).map_err(|_| PercentError).and_then(Self::from_hundredths)
    }
}

impl TryFrom<String> for Percent {
    type Error = PercentError;
    fn try_from(text: String) -> Result<Self, PercentError> {
        text.parse()
    }
}

impl From<Percent> for String {
    fn from(percent: Percent) -> Self {
        percent.to_string()
    }
}

impl std::fmt::Display for Percent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, hundredths) = (self.0 / 100, self.0 % 100);
        if hundredths == 0 {
            return write!(f, "{whole}");
        }
        write!(f, "{whole}.{}", format!("{hundredths:02}").trim_end_matches('0'))
    }
}

/// A breach of contract, as far as the penalty depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Breach {
    pub contract_value: Vnd,
    pub breached_value: Vnd,
    /// What the contract agrees; nothing when it has no such clause.
    pub agreed: Option<Percent>,
    pub force_majeure: bool,
    pub both_merchants: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Penalty {
    pub amount: Vnd,
    /// The agreed rate is more than merchants may agree. Others may, and should know that they did.
    pub rate_above_cap: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PenaltyError {
    #[error("breached_value_above_contract_value")]
    AboveContract,
    #[error("breached_value_negative")]
    Negative,
}

impl Breach {
    pub fn penalty(self) -> Result<Penalty, PenaltyError> {
        if self.breached_value < Vnd::ZERO {
            return Err(PenaltyError::Negative);
        }
        if self.breached_value > self.contract_value {
            return Err(PenaltyError::AboveContract);
        }
        let rate_above_cap = self.agreed.is_some_and(|rate| rate > Percent::PENALTY_CAP);
        let amount = match self.agreed {
            Some(rate) if !self.force_majeure => self.due(rate),
            _ => 0,
        };
        let amount = i64::try_from(amount).expect("a share of an amount is an amount");
        Ok(Penalty { amount: Vnd::new(amount), rate_above_cap })
    }

    fn due(self, rate: Percent) -> i128 {
        let agreed = rate.of(self.breached_value);
        if self.both_merchants { agreed.min(Percent::PENALTY_CAP.of_rounded_down(self.breached_value)) } else { agreed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vectors::{self, Failures};
    use proptest::prelude::*;

    #[test]
    fn penalties_follow_the_vectors() {
        let group = vectors::group("penalty");
        let mut failures = Failures::default();
        for case in vectors::cases(&group, "cases") {
            let id = vectors::text(case, "id");
            let agreed: Percent = vectors::text(case, "agreed_pct").parse().unwrap();
            let breach = Breach {
                contract_value: Vnd::new(vectors::number(case, "contract_value")),
                breached_value: Vnd::new(vectors::number(case, "breached_value")),
                agreed: vectors::flag(case, "clause_in_contract").then_some(agreed),
                force_majeure: vectors::flag(case, "force_majeure"),
                both_merchants: vectors::flag(case, "both_merchants"),
            };
            let got = breach.penalty();
            failures.same(id, got.ok().map(|penalty| penalty.amount.dong()), case["penalty"].as_i64());
            failures.same(id, got.err().map(|error| error.to_string()).as_deref(), case["error"].as_str());
            if case["warning"] == "rate_above_cap" {
                failures.same(id, got.is_ok_and(|penalty| penalty.rate_above_cap), true);
            }
        }
        failures.none();
    }

    #[test]
    fn a_percentage_is_read_exactly() {
        let hundredths = |text: &str| text.parse::<Percent>().map(Percent::hundredths);
        assert_eq!(hundredths("7.5"), Ok(750));
        assert_eq!(hundredths("0.05"), Ok(5));
        assert_eq!(hundredths("100"), Ok(10_000));
        for bad in ["", ".", "8.", ".5", "-1", "8,5", "8%", "100.01", "0.125", "999", "9999"] {
            assert_eq!(hundredths(bad), Err(PercentError), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn printing_and_reading_agree(hundredths in 0..=10_000u16) {
            let percent = Percent::from_hundredths(hundredths).unwrap();
            prop_assert_eq!(percent.to_string().parse(), Ok(percent));
        }

        #[test]
        fn merchants_never_pay_more_than_eight_percent(value in 0..=i64::MAX, hundredths in 0..=10_000u16) {
            let breach = Breach {
                contract_value: Vnd::new(value),
                breached_value: Vnd::new(value),
                agreed: Percent::from_hundredths(hundredths).ok(),
                force_majeure: false,
                both_merchants: true,
            };
            let amount = i128::from(breach.penalty().unwrap().amount.dong());
            prop_assert!(amount >= 0 && amount * 100 <= i128::from(value) * 8);
            let alone = Breach { both_merchants: false, ..breach }.penalty().unwrap();
            prop_assert!(i128::from(alone.amount.dong()) >= amount);
        }
    }
}
