//! An independent verifier: it shares nothing with the solver but [`Market`] and [`Plan`], and computes fit pairs, freight, groups,
//! prices and reasons once more in its own way.
//!
//! Why the bound holds: for prices u (offer), t (offer-week), v (line), none negative, with u + t + v ≥ gain on every week of every fit
//! pair, any plan gains Σ gain × kg ≤ Σ u × kg + Σ t × kg + Σ v × kg ≤ Σ u × supply + Σ t × limit + Σ v × wanted (weak duality).
//! The verifier checks the signs and the inequality on all of them and recomputes the right-hand side, at all three prices a plan carries.
//!
//! Under lots, supplier limits and shares a lower bound may be claimed: at its own prices a plan gains what all kg are worth there and what
//! contracts gain beyond, and of each demand's contracts no choice within its limits gains more than is counted (weak duality again).
//!
//! A tier of an offer enters the gain of a pair only where every contract of the two reaches it. Where a trade comes to a tier that
//! nobody was sure of, the verifier checks that the price is the settled one less exactly what the tier takes off; that nobody could do
//! better elsewhere is claimed, and proved, of the prices before it.

mod facts;
mod groups;
mod limits;
mod prices;
mod reasons;
mod trades;

use crate::market::Market;
use crate::plan::Plan;
use facts::Facts;

/// The first rule that a plan breaks. Ids are those of the market.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Violation {
    #[error("the market itself is not valid: {0}")]
    Market(#[from] crate::MarketError),
    #[error("{0} is not sorted, or has a row twice")]
    NotSorted(&'static str),
    #[error("offer {0:032x} is not in the market")]
    UnknownOffer(u128),
    #[error("demand {0:032x} is not in the market")]
    UnknownDemand(u128),
    #[error("the trade of offer {0:032x} to demand {1:032x} has no kg, or a week without")]
    NoKg(u128, u128),
    #[error("the kg of the trade of offer {0:032x} to demand {1:032x} are not the sum of its weeks")]
    KgSum(u128, u128),
    #[error("offer {0:032x} and demand {1:032x} do not fit in week {2}")]
    NotFit(u128, u128, i32),
    #[error("offer {0:032x} sells more than it has")]
    OverSupply(u128),
    #[error("offer {0:032x} sells more than its limit in week {1}")]
    OverWeek(u128, i32),
    #[error("demand {0:032x} gets more than it wants in week {1}")]
    OverLine(u128, i32),
    #[error("the trade of offer {0:032x} to demand {1:032x} is below the smallest lot")]
    UnderLot(u128, u128),
    #[error("demand {0:032x} has more suppliers than it takes")]
    OverSuppliers(u128),
    #[error("demand {0:032x} gets more from organisation {1:032x} than it takes from one")]
    OverShare(u128, u128),
    #[error("freight or distance of offer {0:032x} to demand {1:032x} is wrong")]
    Freight(u128, u128),
    #[error("the premiums of offer {0:032x} to demand {1:032x} are not those that the goods earn")]
    Premiums(u128, u128),
    #[error("the discount of offer {0:032x} to demand {1:032x} is not that of the tier which its kg reach")]
    Discount(u128, u128),
    #[error("the price of offer {0:032x} to demand {1:032x} is outside [ask − discount, bid + premiums − freight]")]
    PriceOutside(u128, u128),
    #[error("the price of offer {0:032x} to demand {1:032x} is not ask − discount + settled rent")]
    PriceNotSettled(u128, u128),
    #[error("the interval of offer {0:032x} to demand {1:032x} is not that of its rents")]
    Interval(u128, u128),
    #[error("the fair range of offer {0:032x} to demand {1:032x} is wrong, or must not be shown")]
    FairRange(u128, u128),
    #[error("the value is {found}, the trades gain {counted}")]
    Value { found: i128, counted: i128 },
    #[error("the bound is below the value")]
    BoundBelowValue,
    #[error("a rent of {0:032x} is negative")]
    NegativeRent(u128),
    #[error("offer {0:032x} and demand {1:032x} would both gain by trading in week {2}")]
    BlockingPair(u128, u128, i32),
    #[error("the bound is {bound}, its prices prove {proved}")]
    BoundNotProved { bound: i128, proved: i128 },
    #[error("the bound under lots and limits is {bound}, its prices prove {proved}")]
    LimitsNotProved { bound: i128, proved: i128 },
    #[error("the settled rent of {0:032x} is not the mix of its ends")]
    NotMixed(u128),
    #[error("the ends of the rent of {0:032x} are crossed")]
    EndsCrossed(u128),
    #[error("group {0} is not the connected group of the market")]
    Group(usize),
    #[error("the mix of group {0} is neither the market's nor the nearest to the reference prices")]
    GroupMix(usize),
    #[error("the trade of offer {0:032x} to demand {1:032x} names another group")]
    TradeGroup(u128, u128),
    #[error("the reason of the trade of offer {0:032x} to demand {1:032x} is not true")]
    TradeReason(u128, u128),
    #[error("offer {0:032x}: the kg left are not those listed with a reason")]
    Unsold(u128),
    #[error("demand {0:032x}: the kg left in week {1} are not those listed with a reason")]
    Unserved(u128, i32),
    #[error("the reason of {0:032x} is not true")]
    Reason(u128),
    #[error("the reason of {0:032x} tells more about prices than a party may know")]
    ReasonTellsTooMuch(u128),
}

/// Proves that a plan keeps every rule of its market, or names the first that it breaks.
pub fn verify(market: &Market, plan: &Plan) -> Result<(), Violation> {
    market.validate()?;
    sorted("trades", plan.trades.iter().map(|row| (row.offer, row.demand)))?;
    sorted("unsold", plan.unsold.iter().map(|row| row.offer))?;
    sorted("unserved", plan.unserved.iter().map(|row| (row.demand, row.week)))?;
    sorted("offer_prices", plan.offer_prices.iter().map(|row| row.offer))?;
    sorted("demand_prices", plan.demand_prices.iter().map(|row| row.demand))?;
    let facts = Facts::new(market);
    let left = trades::check(&facts, plan)?;
    let rents = prices::check(&facts, plan)?;
    limits::check(&facts, plan)?;
    groups::check(&facts, plan, &rents)?;
    reasons::check(&facts, plan, &left)
}

fn sorted<T: Ord>(list: &'static str, keys: impl Iterator<Item = T>) -> Result<(), Violation> {
    if keys.is_sorted_by(|one, next| one < next) { Ok(()) } else { Err(Violation::NotSorted(list)) }
}
