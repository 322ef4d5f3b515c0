//! The business of the market: what a cooperative, an enterprise and the programme office may do, and what follows.
//!
//! Pure values and rules. Nothing here reads a clock, draws a random number or touches a database: time and ids come in as
//! values. The words, as the trade uses them:
//!
//! - **offer** (nguồn hàng): what a supplier has to sell, with its secret ask at the farm gate;
//! - **demand** (nhu cầu): what an enterprise wants to buy week by week, with its secret highest delivered price;
//! - **round** (phiên ghép): one clearing of the whole market; it makes **proposals** (đề xuất);
//! - **contract** (hợp đồng): a proposal both sides accepted, frozen as text and signed;
//! - **line** (đợt): the delivery of one week, with its own acceptance and payment.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::float_arithmetic, clippy::as_conversions))]

pub mod account;
pub mod assisted;
pub mod certificate;
pub mod collate;
pub mod contract;
pub mod contract_text;
pub mod day;
pub mod delivery;
pub mod delivery_day;
pub mod demand;
pub mod device;
pub mod disclosure;
pub mod dues;
pub mod email;
pub mod error;
pub mod format;
pub mod hours;
pub mod id;
pub mod import;
pub mod inspection;
pub mod ledger;
pub mod legal_basis;
pub mod lunar;
pub mod mailing;
pub mod money;
pub mod notice;
pub mod offer;
pub mod office_act;
pub mod office_note;
pub mod payment;
pub mod penalty;
pub mod phone;
pub mod photo;
pub mod place;
pub mod policy;
pub mod post;
pub mod product;
pub mod proposal;
pub mod quantity;
pub mod reason;
pub mod recurring_demand;
pub mod reminder;
pub mod reservation;
pub mod rules;
pub mod scan;
pub mod search;
pub mod season;
pub mod session;
pub mod signing;
pub mod tax_code;
pub mod tet;
pub mod text;
pub mod throttle;
pub mod unit;
pub mod variety;
pub mod variety_request;
pub mod vat;
pub mod vietqr;
pub mod what_if;
pub mod words;

mod coded;
mod newtype;
#[cfg(test)]
mod vectors;
