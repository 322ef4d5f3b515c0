//! Clears one-week markets exactly, at the size of a country: who sells how much to whom, and rents that prove nobody could do better.
//!
//! # The model
//!
//! Offers `i` have `kg` at a place and ask so much for a kg at the gate; demands `j` want `kg` and pay at most their bid, delivered.
//! A pair fits where variety, grade, papers, days and distance fit and `w = bid − ask − freight ≥ 0`. Chosen are kg `x ≥ 0` that maximise `Σ w x`
//! within every post's kg. The dual gives each offer a rent `u ≥ 0` and each demand a rent `v ≥ 0` with `u + v ≥ w` for **every**
//! pair that fits, at the least `Σ kg u + Σ kg v`. Both sums are equal exactly at the optimum (strong duality), so a solution whose
//! sums agree and whose rents cover every pair needs no trust in how it was found: [`certify()`] looks at all pairs and nothing else. All
//! data are whole numbers, and so are an optimal `x`, `u` and `v`.
//!
//! # How it is solved
//!
//! The pairs of a product are never listed. What a pair gains is separable apart from its freight, so the best partner at given rents
//! is a nearest neighbour with weights, and posts on shelves (`side`) in boxes of boxes are asked sixteen at a time (`lanes`).
//!
//! 1. `auction`: ε-relaxation (Bertsekas 1986; Bertsekas and Castañon, *The auction algorithm for the transportation problem*, Ann.
//!    OR 20, 1989) with searches in place of lists. It ends with kg and rents that miss the optimum by a few ₫ a kg over all pairs.
//! 2. `crash`: those kg become a strongly feasible spanning tree (Cunningham, *A network simplex method*, Math. Prog. 11, 1976).
//! 3. `simplex`: few pivots are left; the tree's closed walk is kept in strips (`tour`), so that one moves a subtree in about the
//!    root of its size. Pairs that the rents do not cover are searched for and join, until there are none.
//!
//! Memory is a few hundred bytes a post. The result depends on the instance alone, not on how many threads look for it.
//!
//! Weeks: an offer may be sold in parts, each with days and kg of its own and all together no more than the offer has
//! ([`Part`]); a demand of several weeks is a demand for each. `rests` tells such a market as one without parts, by one
//! more buyer for each offer, so everything here solves and proves it; `season` lets the auction begin at the prices of all weeks together.
//!
//! [`Warm`] keeps a cleared market while posts come, change and go: each change is settled by shortest paths from where it happens.
//!
//! # A worked example
//!
//! ```
//! use transport::{Demand, Instance, Offer, certify, clear};
//!
//! let offer = |ask| Offer {
//!     product: 0, variety: 0, grade: 2, certs: 0, kg: 500, ask, lat_e6: 20_817_000, lon_e6: 105_338_000, from: 0, to: 6,
//! };
//! let demand = Demand {
//!     product: 0, varieties: 1, min_grade: 1, certs: 0, kg: 800, bid: 12_000, lat_e6: 21_028_500, lon_e6: 105_854_200,
//!     from: 0, to: 6, max_km: 150,
//! };
//! let market = Instance { offers: vec![offer(8_000), offer(9_000)], demands: vec![demand], parts: vec![] };
//! let cleared = clear(&market, 50, 1);
//! // 76 km of road cost 757 ₫/kg. The dearer offer keeps 200 kg, so it earns no rent and the cheaper one earns the difference.
//! let sold: Vec<_> = cleared.trades.iter().map(|trade| (trade.offer, trade.kg)).collect();
//! assert_eq!(sold, [(0, 500), (1, 300)]);
//! assert_eq!((cleared.rents.clone(), cleared.wants.clone()), (vec![1_000, 0], vec![2_243]));
//! assert_eq!(certify(&market, &cleared), Ok(500 * 3_243 + 300 * 2_243));
//! ```
#![deny(clippy::unwrap_used)]
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "posts are counted in 32 bits and every number of an instance is bounded (`Instance::check`); single precision only rules out"
)]
#![expect(clippy::needless_bitwise_bool, reason = "lanes are compared without branches, so that they fit one instruction")]

mod arcs;
mod auction;
mod certify;
mod columns;
mod crash;
pub mod files;
mod geo;
mod instance;
mod lanes;
mod lattice;
mod post;
mod product;
mod rests;
mod season;
mod settled;
mod side;
mod simplex;
mod threads;
mod tour;
mod tree;
mod warm;

pub use certify::{Doubt, certify};
pub use instance::{Cleared, Demand, Instance, Offer, OutOfBounds, Part, Trade};
pub use product::clear;
pub use warm::{DemandKey, OfferKey, Warm};
