//! A lower ask for much: from so many kilograms in one contract on, so much less for each.
use super::OfferTerms;
use crate::error::Faults;
use crate::money::VndPerKg;
use crate::post::require_whole;
use crate::quantity::Kg;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// All weeks of one contract together.
    pub from_kg: Kg,
    /// Off the price of every kilogram, and off the lowest price.
    pub discount: VndPerKg,
}

impl OfferTerms {
    pub const MOST_TIERS: usize = 3;

    /// More kilograms take more off; no tier is out of reach, and none gives the goods away.
    pub(super) fn check_tiers(&self, faults: &mut Faults) {
        faults.require(self.tiers.len() <= Self::MOST_TIERS, "tiers", "too_many_tiers");
        let mut before: Option<&Tier> = None;
        for (at, tier) in self.tiers.iter().take(Self::MOST_TIERS).enumerate() {
            let (kg, discount) = (format!("tiers.{at}.from_kg"), format!("tiers.{at}.discount"));
            require_whole(faults, kg.clone(), tier.from_kg);
            faults.require(tier.from_kg <= self.kg_total, kg.clone(), "tier_above_total");
            faults.require(tier.from_kg >= self.min_lot, kg.clone(), "tier_below_smallest_lot");
            faults.require(before.is_none_or(|before| before.from_kg < tier.from_kg), kg, "tier_out_of_order");
            faults.require(before.is_none_or(|before| before.discount < tier.discount), discount.clone(), "discount_out_of_order");
            // What is left is still a price.
            faults.require(VndPerKg::new(self.ask.dong() - tier.discount.dong()).is_ok(), discount, "discount_above_ask");
            before = Some(tier);
        }
    }
}
