//! Deposit and retention as a demand asks for them, as both sides bargain them, and as the contract promises them.
use crate::error::Faults;
use crate::money::Vnd;
use serde::{Deserialize, Serialize};

/// Whole percents and days; a share of zero is none, whatever its days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DueTerms {
    /// Of the value of the contract, paid ahead; zero for none.
    #[serde(default)]
    #[schema(maximum = 50, example = 20)]
    pub deposit_percent: u8,
    /// So many days after the last signature.
    #[serde(default)]
    #[schema(maximum = 30, example = 3)]
    pub deposit_days: u8,
    /// Kept back of every accepted delivery; zero for none.
    #[serde(default)]
    #[schema(maximum = 10, example = 5)]
    pub retention_percent: u8,
    /// Paid so many days after the last accepted delivery of the contract.
    #[serde(default)]
    #[schema(maximum = 90, example = 15)]
    pub retention_days: u8,
}

impl DueTerms {
    pub const MOST_DEPOSIT_PERCENT: u8 = 50;
    pub const MOST_DEPOSIT_DAYS: u8 = 30;
    pub const MOST_RETENTION_PERCENT: u8 = 10;
    pub const MOST_RETENTION_DAYS: u8 = 90;
    /// What is left of a deposit goes back within so many days after the end.
    pub const RETURN_DAYS: u32 = 7;

    pub const fn is_none(&self) -> bool {
        self.deposit_percent == 0 && self.retention_percent == 0
    }

    pub fn check(self, faults: &mut Faults) {
        faults.require(self.deposit_percent <= Self::MOST_DEPOSIT_PERCENT, "dues.deposit_percent", "deposit_out_of_range");
        faults.require(self.deposit_days <= Self::MOST_DEPOSIT_DAYS, "dues.deposit_days", "deposit_days_out_of_range");
        faults.require(self.retention_percent <= Self::MOST_RETENTION_PERCENT, "dues.retention_percent", "retention_out_of_range");
        faults.require(self.retention_days <= Self::MOST_RETENTION_DAYS, "dues.retention_days", "retention_days_out_of_range");
    }

    /// The deposit on a contract of this value.
    pub fn deposit_of(self, value: Vnd) -> Vnd {
        share(value, self.deposit_percent)
    }

    /// What is kept back of an accepted delivery of this value.
    pub fn retained_of(self, value: Vnd) -> Vnd {
        share(value, self.retention_percent)
    }
}

/// Cut to a whole đồng; at most the whole.
fn share(value: Vnd, percent: u8) -> Vnd {
    let part = i128::from(value.dong().max(0)) * i128::from(percent.min(100)) / 100;
    i64::try_from(part).map_or(value, Vnd::new)
}
