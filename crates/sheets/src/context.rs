//! What is known outside the file.
use crate::communes::Communes;
use crate::names::Names;
use domain::day::TradeDay;
use std::collections::BTreeMap;

/// What names in a file can mean.
#[derive(Debug, Default)]
pub struct Lookups {
    pub products: Names,
    /// The group of each is its product.
    pub varieties: Names,
    pub communes: Communes,
}

/// Everything outside the file that decides what it says.
#[derive(Debug)]
pub struct Context<'a> {
    pub lookups: &'a Lookups,
    pub today: TradeDay,
    /// By column, for rows that leave it empty: "all of them pay VAT directly".
    pub defaults: BTreeMap<String, String>,
}
