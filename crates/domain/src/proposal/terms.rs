//! What a revision says: price, freight, weeks with their kilograms, days to pay.
use crate::account::Side;
use crate::coded::coded;
use crate::day::{TradeDay, Week, Window};
use crate::demand::{Attribute, DemandTerms};
use crate::dues::DueTerms;
use crate::error::{Faults, FieldError};
use crate::money::{Vnd, VndPerKg};
use crate::post::require_payment_days;
use crate::quantity::Kg;
use serde::{Deserialize, Serialize};

/// Freight in đồng per kilogram; nothing when the goods do not travel far enough to cost.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(try_from = "i64", into = "i64")]
#[schema(value_type = i64, minimum = 0, maximum = 10_000_000, example = 460)]
pub struct Freight(i64);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("freight_out_of_range")]
pub struct FreightError;

impl Freight {
    pub fn new(dong: i64) -> Result<Self, FreightError> {
        if (0..=VndPerKg::MOST).contains(&dong) { Ok(Self(dong)) } else { Err(FreightError) }
    }

    pub const fn dong(self) -> i64 {
        self.0
    }
}

impl TryFrom<i64> for Freight {
    type Error = FreightError;
    fn try_from(dong: i64) -> Result<Self, FreightError> {
        Self::new(dong)
    }
}

impl From<Freight> for i64 {
    fn from(freight: Freight) -> Self {
        freight.0
    }
}

coded! {
    /// Who brings the goods to the buyer's dock, and pays for it.
    Carrier, CarrierError = "carrier_unknown";
    Seller = "seller",
    Buyer = "buyer",
}

/// The seller carries unless the parties agree otherwise.
impl Default for Carrier {
    fn default() -> Self {
        Self::Seller
    }
}

/// The kilograms of one delivery week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WeekKg {
    pub week: Week,
    pub kg: Kg,
}

/// Terms as typed or as a round proposes them, not yet checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ProposalTerms)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    pub farm_gate: VndPerKg,
    #[serde(default)]
    pub freight: Freight,
    #[serde(default)]
    pub carrier: Carrier,
    pub lines: Vec<WeekKg>,
    pub payment_days: u16,
    /// What the round counted a premium for and these terms neither pay for nor promise, because its paper no longer stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 4)]
    pub without: Vec<Attribute>,
    /// What is paid ahead and what is kept back; none of both where nothing is said.
    #[serde(default, skip_serializing_if = "DueTerms::is_none")]
    pub dues: DueTerms,
}

/// Terms that hang together: weeks in order and once each, at least a kilogram in each, every price inside the market's
/// bounds, sums that fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Draft", into = "Draft")]
pub struct ProposalTerms {
    draft: Draft,
    total_kg: Kg,
    delivered: VndPerKg,
    price: VndPerKg,
    total: Vnd,
}

impl ProposalTerms {
    pub const MOST_LINES: usize = 53;

    /// Weeks may come in any order; they are kept in order.
    pub fn new(mut draft: Draft) -> Result<Self, Vec<FieldError>> {
        let least = Kg::from_whole(1).expect("a kilogram is a weight");
        let mut faults = Faults::new();
        faults.require(!draft.lines.is_empty(), "lines", "lines_empty");
        faults.require(draft.lines.len() <= Self::MOST_LINES, "lines", "too_many_lines");
        for (index, line) in draft.lines.iter().enumerate().take(Self::MOST_LINES) {
            faults.require(line.kg >= least, format!("lines.{index}.kg"), "kg_out_of_range");
            let repeated = draft.lines.iter().take(index).any(|earlier| earlier.week == line.week);
            faults.require(!repeated, format!("lines.{index}.week"), "week_repeated");
        }
        require_payment_days(&mut faults, "payment_days", draft.payment_days);
        draft.dues.check(&mut faults);
        faults.require(draft.without.len() <= DemandTerms::MOST_PREFERRED, "without", "too_many_preferred");
        let total_kg = Kg::sum(draft.lines.iter().map(|line| line.kg));
        faults.require(total_kg.is_some(), "lines", "kg_out_of_range");
        let delivered = draft.farm_gate.dong().checked_add(draft.freight.dong()).and_then(|dong| VndPerKg::new(dong).ok());
        faults.require(delivered.is_some(), "freight", "price_out_of_range");
        let price = match draft.carrier {
            Carrier::Seller => delivered,
            Carrier::Buyer => Some(draft.farm_gate),
        };
        let total = price.and_then(|price| {
            let amounts: Option<Vec<Vnd>> = draft.lines.iter().map(|line| price.total(line.kg)).collect();
            amounts.and_then(Vnd::sum)
        });
        faults.finish()?;
        let unfit = || vec![FieldError::new("lines", "kg_out_of_range")];
        let (Some(total_kg), Some(delivered), Some(price), Some(total)) = (total_kg, delivered, price, total) else {
            return Err(unfit());
        };
        draft.lines.sort_by_key(|line| line.week);
        Ok(Self { draft, total_kg, delivered, price, total })
    }

    pub const fn farm_gate(&self) -> VndPerKg {
        self.draft.farm_gate
    }

    pub const fn freight(&self) -> Freight {
        self.draft.freight
    }

    pub const fn carrier(&self) -> Carrier {
        self.draft.carrier
    }

    pub fn lines(&self) -> &[WeekKg] {
        &self.draft.lines
    }

    pub const fn payment_days(&self) -> u16 {
        self.draft.payment_days
    }

    pub const fn dues(&self) -> DueTerms {
        self.draft.dues
    }

    pub fn without(&self) -> &[Attribute] {
        &self.draft.without
    }

    pub const fn total_kg(&self) -> Kg {
        self.total_kg
    }

    /// What a kilogram costs the buyer at the dock: farm gate and freight, whoever carries.
    pub const fn delivered(&self) -> VndPerKg {
        self.delivered
    }

    /// What the buyer pays the seller per kilogram: the delivered price, or the price at the farm gate when the buyer sends
    /// the truck and pays it.
    pub const fn price(&self) -> VndPerKg {
        self.price
    }

    /// The amount of one line at the contract price.
    pub fn amount(&self, line: &WeekKg) -> Vnd {
        self.price.total(line.kg).expect("the lines' amounts were checked with the terms")
    }

    /// What the whole is worth at the buyer's dock, whoever carries.
    pub fn at_dock(&self) -> Vnd {
        self.delivered.total(self.total_kg).unwrap_or(self.total)
    }

    /// The sum of the lines' amounts.
    pub const fn total(&self) -> Vnd {
        self.total
    }
}

impl TryFrom<Draft> for ProposalTerms {
    type Error = FieldError;
    fn try_from(draft: Draft) -> Result<Self, FieldError> {
        Self::new(draft).map_err(|faults| faults.into_iter().next().unwrap_or_else(|| FieldError::new("terms", "terms_invalid")))
    }
}

impl From<ProposalTerms> for Draft {
    fn from(terms: ProposalTerms) -> Self {
        terms.draft
    }
}

/// What the goods themselves allow: when they are there and wanted, and what the supplier asked for when posting them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ProposalLimits {
    /// The harvest window of the offer.
    pub offer: Window,
    /// From the Monday of the demand's first week to the Sunday of its last.
    pub demand: Window,
    /// The supplier's smallest lot; only the supplier goes below it.
    pub smallest_lot: Kg,
    /// The longest payment term the supplier accepts; only the supplier goes beyond it.
    pub longest_payment_days: u16,
}

impl ProposalLimits {
    /// The days of this week on which the goods are both ripe and wanted.
    pub fn window(&self, week: Week) -> Option<Window> {
        let days = week.window();
        let from = days.from.max(self.offer.from).max(self.demand.from);
        let to = days.to.min(self.offer.to).min(self.demand.to);
        (from <= to).then_some(Window { from, to })
    }

    /// Whether one side may put these terms forward on this day.
    pub fn check(&self, terms: &ProposalTerms, by: Side, today: TradeDay) -> Result<(), Vec<FieldError>> {
        let mut faults = Faults::new();
        for (index, line) in terms.lines().iter().enumerate() {
            let window = self.window(line.week);
            faults.require(window.is_some(), format!("lines.{index}.week"), "week_outside_deal");
            faults.require(window.is_none_or(|window| window.to >= today), format!("lines.{index}.week"), "week_over");
        }
        if by == Side::Buyer {
            faults.require(terms.total_kg() >= self.smallest_lot, "lines", "below_smallest_lot");
            faults.require(terms.payment_days() <= self.longest_payment_days, "payment_days", "payment_days_above_longest");
        }
        faults.finish()
    }
}
