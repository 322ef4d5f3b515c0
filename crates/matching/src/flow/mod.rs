//! The exact optimum of a group without lots and supplier limits: a plain transshipment problem.
//!
//! Every kg of an offer's weekly limit starts at its offer-week and goes to a demand line, idles back to the offer, or ends unsold
//! in the ground; every kg that a line wants comes from an offer-week or, unserved, from the ground:
//!
//! ```text
//! offer-week → line      −gain     (supply: the week's limit; demand: the line's kg)
//! offer-week → offer     0         (supply of the offer: its kg − Σ limits)
//! offer      → ground    0
//! ground     → line      0
//! ```
//!
//! No arc has a limit, so a basis is a tree, the plain tree of unsold and unserved kg starts it, and the node prices of the
//! optimal tree are an optimal dual: an offer's rent is its price, a week's rent the difference to its offer, a line's minus its price.
//!
//! **Ties.** Gains are scaled by a factor above the largest tie score; an older post scores more (then the smaller id; then the
//! earlier week), and leaving one kg of it unsold or unserved costs its score. A simple cycle passes the ground at most once, so the
//! scores decide only among plans of equal value. Guaranteed: no plan of equal value has a greater sum of kg × score, hence none
//! differs by moving kg from a newer to an older post alone.

pub(crate) mod ends;
pub(crate) mod network;
mod simplex;

pub(crate) use network::{Network, Rents};
