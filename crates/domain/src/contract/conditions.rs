//! What the law leaves to the parties: tolerance, penalty, complaint hours, and who settles a dispute.
use crate::coded::coded;
use crate::error::{Faults, FieldError};
use crate::penalty::Percent;
use crate::quantity::Kg;
use serde::{Deserialize, Serialize};

/// The clauses of a contract beside goods, price and schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Conditions {
    /// How far the kilograms of a line may leave the plan, either way.
    pub tolerance: Percent,
    /// The penalty on the value of the breached part.
    pub penalty: Percent,
    /// How long after receipt either side may still object to quantity or quality.
    pub complaint_hours: u8,
    /// A move of the reference price beyond this reopens the price of what is not yet delivered.
    pub renegotiation: Percent,
    pub negotiation_days: u8,
    pub mediator: Mediator,
    pub forum: Forum,
}

coded! {
    /// Who mediates when the parties cannot settle a dispute themselves.
    Mediator, MediatorError = "mediator_unknown";
    FarmersUnion = "farmers_union",
    CooperativeAlliance = "cooperative_alliance",
}

coded! {
    /// Who decides when mediation fails.
    Forum, ForumError = "forum_unknown";
    Court = "court",
    /// The Vietnam International Arbitration Centre.
    Viac = "viac",
}

impl Conditions {
    pub const COMPLAINT_HOURS: std::ops::RangeInclusive<u8> = 2..=24;
    pub const NEGOTIATION_DAYS: std::ops::RangeInclusive<u8> = 1..=60;
    const MOST_TOLERANCE: u16 = 2_000;
    const RENEGOTIATION: std::ops::RangeInclusive<u16> = 500..=5_000;

    /// What a contract says unless the operator sets otherwise.
    pub fn standard() -> Self {
        let percent = |hundredths| Percent::from_hundredths(hundredths).expect("a standard share is at most the whole");
        Self {
            tolerance: percent(500),
            penalty: Percent::PENALTY_CAP,
            complaint_hours: 12,
            renegotiation: percent(1_500),
            negotiation_days: 15,
            mediator: Mediator::FarmersUnion,
            forum: Forum::Court,
        }
    }

    pub fn check(&self) -> Result<(), Vec<FieldError>> {
        let mut faults = Faults::new();
        faults.require(self.tolerance.hundredths() <= Self::MOST_TOLERANCE, "tolerance", "tolerance_out_of_range");
        faults.require(self.penalty <= Percent::PENALTY_CAP, "penalty", "penalty_rate_above_cap");
        faults.require(Self::COMPLAINT_HOURS.contains(&self.complaint_hours), "complaint_hours", "complaint_hours_out_of_range");
        let reopens = Self::RENEGOTIATION.contains(&self.renegotiation.hundredths());
        faults.require(reopens, "renegotiation", "renegotiation_out_of_range");
        let days = Self::NEGOTIATION_DAYS.contains(&self.negotiation_days);
        faults.require(days, "negotiation_days", "negotiation_days_out_of_range");
        faults.finish()
    }

    /// The most that may be sent and accepted for a plan.
    pub fn most(&self, planned: Kg) -> Kg {
        let grams = i128::from(planned.grams()) * (10_000 + i128::from(self.tolerance.hundredths())) / 10_000;
        i64::try_from(grams).ok().and_then(|grams| Kg::from_grams(grams).ok()).unwrap_or(Kg::MOST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(hundredths: u16) -> Percent {
        Percent::from_hundredths(hundredths).unwrap()
    }

    #[test]
    fn the_standard_is_lawful_and_grants_its_tolerance() {
        let standard = Conditions::standard();
        assert_eq!(standard.check(), Ok(()));
        assert_eq!(standard.most(Kg::from_whole(3_000).unwrap()), Kg::from_whole(3_150).unwrap());
        assert_eq!(standard.most(Kg::from_grams(1_001).unwrap()), Kg::from_grams(1_051).unwrap());
        assert_eq!(standard.most(Kg::MOST), Kg::MOST);
    }

    #[test]
    fn every_clause_has_its_bounds() {
        let odd = Conditions {
            tolerance: percent(2_001),
            penalty: percent(801),
            complaint_hours: 25,
            renegotiation: percent(499),
            negotiation_days: 0,
            ..Conditions::standard()
        };
        let fields: Vec<_> = odd.check().unwrap_err().into_iter().map(|fault| fault.field.into_owned()).collect();
        assert_eq!(fields, ["tolerance", "penalty", "complaint_hours", "renegotiation", "negotiation_days"]);
    }
}
