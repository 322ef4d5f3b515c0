//! The filters of a list as an address carries them.
use crate::http::error::ApiError;
use crate::http::extract::intern;
use domain::day::TradeDay;
use domain::error::FieldError;
use domain::money::VndPerKg;
use domain::place::ProvinceCode;
use domain::product::{CertKind, CertKinds, Slug};
use domain::quantity::Kg;
use domain::search::{Order, Search};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MarketQuery {
    /// Part of a variety's name or, where none is called so, a place; marks may be left out.
    #[param(max_length = 100)]
    pub q: Option<String>,
    pub product: Option<Slug>,
    pub variety: Option<Slug>,
    /// A commune, an old commune, an old district or a province; marks may be left out.
    #[param(max_length = 100)]
    pub place: Option<String>,
    pub province: Option<ProvinceCode>,
    /// Kinds, with commas between: an offer has papers of all of them, a demand asks for no others.
    #[param(max_length = 100, example = "vietgap,organic")]
    pub certificates: Option<String>,
    /// Goods are there on one of these days.
    pub from: Option<TradeDay>,
    pub to: Option<TradeDay>,
    /// So much is left at least.
    pub least: Option<Kg>,
    /// Of the variety's reference price at the farm gate; what a post asks or bids is nobody's to search by.
    pub price_from: Option<VndPerKg>,
    pub price_to: Option<VndPerKg>,
    /// By road from the own organisation's commune; a visitor has none.
    #[param(minimum = 1, maximum = 3000)]
    pub within_km: Option<u16>,
    /// Newest first when it is left out.
    #[param(inline)]
    pub order: Option<Order>,
    /// The `next` of the page before.
    pub after: Option<Uuid>,
    /// How many, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u64>,
}

impl MarketQuery {
    pub fn search(&self) -> Result<Search, ApiError> {
        let words = |field: &'static str, typed: &Option<String>| match typed.as_deref().map(str::trim) {
            None | Some("") => Ok(None),
            Some(typed) => {
                typed.parse().map(Some).map_err(|error: domain::text::TextError| FieldError::new(field, intern(&error.to_string())))
            }
        };
        let kinds = self.certificates.as_deref().unwrap_or_default().split(',').filter(|kind| !kind.is_empty());
        let certificates = kinds.map(str::parse::<CertKind>).collect::<Result<CertKinds, _>>();
        let search = Search {
            q: words("q", &self.q)?,
            product: self.product.clone(),
            variety: self.variety.clone(),
            place: words("place", &self.place)?,
            province: self.province,
            certificates: certificates.map_err(|error| FieldError::new("certificates", intern(&error.to_string())))?,
            from: self.from,
            to: self.to,
            least: self.least,
            price_from: self.price_from,
            price_to: self.price_to,
            within_km: self.within_km,
        };
        search.check()?;
        Ok(search)
    }
}
