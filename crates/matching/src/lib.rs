//! Clears a produce market: which offer goes to which demand, in which weeks, at which price, and why.
//!
//! # How a caller uses it
//!
//! 1. Fill a [`Market`](market::Market) with what is open: kg already promised are subtracted from `Offer::kg` and `Line::kg` and
//!    listed per week in `Offer::promised`; organisations that already supply a demand are listed in `Demand::suppliers`, and where one
//!    may supply so much only, with their kg in `Demand::supplied`. Offers and
//!    lines with nothing open are left out. A demand without lines is allowed and finds nobody.
//! 2. [`Market::validate`](market::Market::validate) tells a malformed market (duplicate ids, numbers out of bounds).
//! 3. [`solve()`] gives the [`Plan`](plan::Plan): trades, the rests with reasons, value and proven bound, shadow prices.
//! 4. [`check::verify`] proves the plan from the market alone; store it only when it passes.
//! 5. Hash [`Market::canonical_bytes`](market::Market::canonical_bytes) and [`Plan::canonical_bytes`](plan::Plan::canonical_bytes):
//!    the same market gives the same plan, whatever the order of its vectors.
//!
//! Between rounds [`indicate::indicate`] tells a new post who fits, and [`what_if::answer`] what a round would have made of a changed one.
//!
//! # What is guaranteed
//!
//! * Without smallest lots and limits on suppliers the plan is optimal: value and bound are equal. With them it keeps every rule, and a
//!   bound that knows them ([`Plan::least_bound`](plan::Plan::least_bound)) says how much it may miss at most, with prices that prove it.
//! * Plans of equal value are told apart by age: no kg could move from a newer to an older post alone (then: larger to smaller id)
//!   without losing value. With lots and limits this holds for the exact optimum that the repair starts from.
//! * What a buyer adds to its bid for attributes it prefers ([`Premium`](market::Premium)) counts like the bid itself: in who trades, in
//!   the bound and in the price, which stays within [ask, bid + premiums − freight].
//! * What a supplier takes off its ask for much ([`Tier`](market::Tier)) counts like a lower ask for pairs whose every contract is large
//!   enough. A trade that comes to a tier without having been bound to pays the settled price less what the tier takes off.
//! * Prices are an optimal dual in whole ₫ at the market's mix between both ends, so at these prices nobody, matched or not, could
//!   do better together, lots and limits aside. Where a side of a connected group has fewer than three organisations the mix leans
//!   to the reference price.
//! * What parties see is rounded outward to steps of 2 % of the reference price, and only where three organisations stand on each side.
//!
//! # A worked example
//!
//! ```
//! use matching::market::{Demand, FreightRate, Line, Market, Mix, Offer, Product, Quality, Varieties};
//!
//! let offer = |id, ask| Offer {
//!     id, org: id, product: 0, variety: 0, grade: 2, certs: vec![], quality: Quality::default(), kg: 500, kg_per_week: 300, promised: vec![],
//!     from: 0, to: 13, ask, tiers: vec![], lat_e6: 20_817_000, lon_e6: 105_338_000, min_lot: 100, max_payment_days: 30, posted_at: 0,
//! };
//! let weeks = [0, 7].map(|week| Line { week, from: week, to: week + 6, kg: 400 });
//! let demand = Demand {
//!     id: 9, org: 9, product: 0, varieties: Varieties::Any, min_grade: 1, certs: 0, quality: Quality::default(), bid: 12_000, premiums: vec![],
//!     lat_e6: 21_028_500, lon_e6: 105_854_200, lines: weeks.to_vec(), min_lot: 0, max_suppliers: 2, suppliers: vec![],
//!     most_per_supplier: None, supplied: vec![],
//!     max_km: Some(150), payment_days: 15, posted_at: 0,
//! };
//! let market = Market {
//!     offers: vec![offer(1, 8_000), offer(2, 9_000)],
//!     demands: vec![demand],
//!     products: vec![Product { id: 0, freight_class: 0 }],
//!     freight: vec![FreightRate::PLAIN],
//!     references: vec![],
//!     resting: vec![],
//!     mix: Mix::HALF,
//! };
//! let plan = matching::solve(&market);
//! assert_eq!(matching::check::verify(&market, &plan), Ok(()));
//! // 76 km of road cost 757 ₫/kg; both weeks are filled, the cheaper offer sells all it has.
//! assert_eq!(plan.trades.iter().map(|trade| (trade.offer, trade.kg, trade.freight)).collect::<Vec<_>>(), [(1, 500, 757), (2, 300, 757)]);
//! assert_eq!(plan.value, 500 * (12_000 - 8_000 - 757) + 300 * (12_000 - 9_000 - 757));
//! assert_eq!(plan.gap(), 0);
//! ```
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::float_arithmetic, clippy::as_conversions))]

mod book;
mod canonical;
pub mod check;
pub mod distance;
mod eligible;
mod explain;
mod flow;
pub mod format;
mod geo;
mod id;
pub mod indicate;
pub mod marginal;
pub mod market;
pub mod plan;
mod price;
pub mod reason;
pub mod remedy;
mod repair;

pub mod round_files;
mod solve;
mod validate;
pub mod what_if;

pub use solve::solve;
pub use validate::{MAX_DAY, MAX_KG, MAX_PRICE, MarketError};
