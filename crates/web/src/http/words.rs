//! What was typed into the search field of a list, and, of posts, as varieties and products of the catalogue.
use super::error::ApiError;
use crate::reference::catalogue::{self, Variety};
use domain::product::Slug;
use std::collections::BTreeSet;

const MOST_CHARS: usize = 100;

/// The varieties that a search and a choice leave, all of them when there is neither.
pub fn varieties(typed: Option<&str>, chosen: Option<Slug>) -> Result<Option<Vec<String>>, ApiError> {
    Ok(narrow(found(typed, |variety| variety.slug.clone())?, chosen))
}

/// The products that a search and a choice leave.
pub fn products(typed: Option<&str>, chosen: Option<Slug>) -> Result<Option<Vec<String>>, ApiError> {
    Ok(narrow(found(typed, |variety| variety.product_slug.clone())?, chosen))
}

/// What was typed into a field of a query, without the spaces around it; nothing where nothing was.
pub fn typed<'a>(field: &'static str, text: Option<&'a str>) -> Result<Option<&'a str>, ApiError> {
    match text.map(str::trim).filter(|text| !text.is_empty()) {
        Some(text) if text.chars().count() > MOST_CHARS => Err(ApiError::field(field, "text_too_long")),
        text => Ok(text),
    }
}

fn found(text: Option<&str>, key: impl Fn(&Variety) -> String) -> Result<Option<BTreeSet<String>>, ApiError> {
    Ok(typed("q", text)?.map(|text| catalogue::now().search(text, usize::MAX).into_iter().map(key).collect()))
}

fn narrow(found: Option<BTreeSet<String>>, chosen: Option<Slug>) -> Option<Vec<String>> {
    match (found, chosen.map(String::from)) {
        (None, None) => None,
        (None, Some(chosen)) => Some(vec![chosen]),
        (Some(found), None) => Some(found.into_iter().collect()),
        (Some(found), Some(chosen)) => Some(found.into_iter().filter(|slug| *slug == chosen).collect()),
    }
}
