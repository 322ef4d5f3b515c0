//! Facts that come with the program: varieties, certificate kinds, communes. Read once from the files in `data`.
pub mod banks;
pub mod catalogue;
pub mod grade_sheets;
pub mod lookups;
pub mod near;
pub mod places;
mod search;
pub mod wanted;

use serde::de::DeserializeOwned;

/// The rows of a file of ours; a fault in it is a fault of the build, found by the first test that touches it.
fn rows<T: DeserializeOwned>(name: &str, text: &str) -> Vec<T> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .unwrap_or_else(|error| panic!("data/{name} cannot be read: {error}"))
}
