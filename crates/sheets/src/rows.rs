//! The four kinds of list, each row with the types of the domain.
mod certificate;
mod demand;
mod offer;
mod organisation;
mod preferred;
mod shared;

pub use certificate::CertificateRow;
pub use demand::DemandRow;
pub use offer::OfferRow;
pub use organisation::OrganisationRow;
pub use shared::Owner;

use crate::column::{Column, Kind};
use crate::context::Lookups;
use crate::fields::Fields;
use crate::outcome::Code;
use domain::account::Language;
use domain::day::TradeDay;

/// A value on its way into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Text(String),
    /// Plain digits with a point.
    Number(String),
    Day(TradeDay),
}

/// A cell on its way into a file.
pub type Written = (Code, Value);

/// A kind of row that files hold.
pub trait Record: Sized {
    const KIND: Kind;
    const COLUMNS: &'static [Column];

    /// Columns that say nothing of what a row is: with another one it is the same row.
    const BESIDE: &'static [&'static str] = &[];

    /// Reads every field and notes all faults; nothing when one of them stands in the way.
    fn read(fields: &mut Fields<'_>) -> Option<Self>;

    /// Every field that says something; reading it again gives this row.
    fn write(&self, lookups: &Lookups, language: Language) -> Vec<Written>;
}
