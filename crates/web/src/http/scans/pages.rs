//! Several photographed pages of one paper in one request.
use crate::http::error::ApiError;
use domain::scan::{MOST_BYTES, MOST_PAGES};
use serde::Deserialize;
use utoipa::IntoParams;

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PagesQuery {
    /// The bytes of each page, with commas between them, where the body holds several pictures one behind the other: 2 to 12, at most
    /// 20 MB together. They become one PDF in this order.
    #[param(max_length = 120)]
    pub pages: Option<String>,
}

/// How long each page is, in order.
#[derive(Debug)]
pub struct Pages(Vec<u32>);

impl Pages {
    pub fn sizes(&self) -> &[u32] {
        &self.0
    }
}

impl PagesQuery {
    pub fn read(&self) -> Result<Option<Pages>, ApiError> {
        let Some(text) = &self.pages else { return Ok(None) };
        let sizes: Option<Vec<u32>> = text.split(',').take(MOST_PAGES + 1).map(|size| size.trim().parse().ok()).collect();
        let sizes = sizes.ok_or_else(|| ApiError::field("pages", "pages_malformed"))?;
        if sizes.len() > MOST_PAGES {
            return Err(ApiError::field("pages", "too_many_pages"));
        }
        let whole = |size: &u32| (1..=MOST_BYTES).contains(&usize::try_from(*size).unwrap_or(usize::MAX));
        if sizes.iter().all(whole) { Ok(Some(Pages(sizes))) } else { Err(ApiError::field("pages", "pages_malformed")) }
    }
}
