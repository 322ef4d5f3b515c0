//! Lists come in pages by key: what follows the last one seen, never an offset that shifts under the reader.
use super::error::ApiError;
use crate::store::Slice;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

pub const MOST: u64 = 100;
const USUAL: u64 = 20;

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// The `next` of the page before.
    pub after: Option<Uuid>,
    /// How many, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u64>,
}

impl PageQuery {
    pub fn slice(&self) -> Result<Slice<Uuid>, ApiError> {
        match self.limit.unwrap_or(USUAL) {
            limit @ 1..=MOST => Ok(Slice { after: self.after, limit }),
            _ => Err(ApiError::field("limit", "limit_out_of_range")),
        }
    }
}

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// Send it as `after` for the next page; absent on the last one.
    pub next: Option<Uuid>,
}

impl<T> Page<T> {
    /// From one row more than the page holds.
    pub fn cut(mut items: Vec<T>, limit: u64, key: impl Fn(&T) -> Uuid) -> Self {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = items.len() > limit;
        items.truncate(limit);
        let next = if more { items.last().map(key) } else { None };
        Self { items, next }
    }

    /// The same with only what `change` keeps.
    pub fn each<U>(self, change: impl FnMut(T) -> Option<U>) -> Page<U> {
        Page { items: self.items.into_iter().filter_map(change).collect(), next: self.next }
    }

    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(change).collect(), next: self.next }
    }
}
