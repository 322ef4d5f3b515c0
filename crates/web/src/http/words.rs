//! What was typed into the search field of a list of posts, as varieties and products of the catalogue.
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

fn found(typed: Option<&str>, key: impl Fn(&Variety) -> String) -> Result<Option<BTreeSet<String>>, ApiError> {
    match typed.map(str::trim).filter(|typed| !typed.is_empty()) {
        None => Ok(None),
        Some(typed) if typed.chars().count() > MOST_CHARS => Err(ApiError::field("q", "text_too_long")),
        Some(typed) => Ok(Some(catalogue::now().search(typed, usize::MAX).into_iter().map(key).collect())),
    }
}

fn narrow(found: Option<BTreeSet<String>>, chosen: Option<Slug>) -> Option<Vec<String>> {
    match (found, chosen.map(String::from)) {
        (None, None) => None,
        (None, Some(chosen)) => Some(vec![chosen]),
        (Some(found), None) => Some(found.into_iter().collect()),
        (Some(found), Some(chosen)) => Some(found.into_iter().filter(|slug| *slug == chosen).collect()),
    }
}
