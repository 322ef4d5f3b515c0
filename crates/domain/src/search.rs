//! What somebody looks for on the market, and whether a post is that: one rule for the lists and for what is kept to be told of.
//!
//! Prices are reference prices. What a post asks or bids is its owner's secret, and a filter on it would tell it.
use crate::account::Side;
use crate::coded::coded;
use crate::day::{TradeDay, Window};
use crate::error::{Faults, FieldError};
use crate::money::VndPerKg;
use crate::newtype::checked_text;
use crate::place::{CommuneCode, ProvinceCode};
use crate::product::{CertKinds, Slug};
use crate::quantity::Kg;
use crate::text::{Name, TextError};
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::ops::Range;

/// How many searches one person keeps.
pub const MOST_KEPT: usize = 20;
/// Years in which goods can be looked for.
const YEARS: Range<i32> = 2000..2200;
/// Farther than from Lạng Sơn to Cà Mau by road.
pub const MOST_KM: u16 = 3000;

checked_text! {
    /// What was typed into a search field.
    Words, TextError
}

impl Words {
    pub const MOST_CHARS: usize = 100;
}

impl std::str::FromStr for Words {
    type Err = TextError;

    fn from_str(text: &str) -> Result<Self, TextError> {
        let name: Name = text.parse()?;
        if name.as_str().chars().count() > Self::MOST_CHARS { Err(TextError::TooLong) } else { Ok(Self(name.into())) }
    }
}

coded! {
    /// In which order a list of the market comes.
    Order, OrderError = "order_unknown";
    Newest = "newest",
    /// The lowest reference price first.
    Price = "price",
    /// The nearest to the own organisation first.
    Near = "near",
}

/// The filters of a list, as they are typed. Everything when all are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Search {
    /// A variety's name or, where none is called so, a place; marks may be left out.
    pub q: Option<Words>,
    pub product: Option<Slug>,
    pub variety: Option<Slug>,
    /// A commune, an old commune, an old district or a province; marks may be left out.
    pub place: Option<Words>,
    pub province: Option<ProvinceCode>,
    /// An offer has papers of all these kinds; a demand asks for no others.
    pub certificates: CertKinds,
    /// Goods are there on one of these days.
    pub from: Option<TradeDay>,
    pub to: Option<TradeDay>,
    /// So much is left at least.
    pub least: Option<Kg>,
    /// Of the variety's reference price at the farm gate.
    pub price_from: Option<VndPerKg>,
    pub price_to: Option<VndPerKg>,
    /// By road from the own organisation's commune.
    pub within_km: Option<u16>,
}

impl Search {
    pub fn check(&self) -> Result<(), Vec<FieldError>> {
        let mut faults = Faults::new();
        let near = |day: Option<TradeDay>| day.is_none_or(|day| YEARS.contains(&day.date().year()));
        faults.require(near(self.from), "from", "day_out_of_range");
        faults.require(near(self.to), "to", "day_out_of_range");
        let ordered = |from: Option<_>, to: Option<_>| from.is_none() || to.is_none() || from <= to;
        faults.require(ordered(self.from, self.to), "to", "window_reversed");
        let prices = self.price_from.is_none() || self.price_to.is_none() || self.price_from <= self.price_to;
        faults.require(prices, "price_to", "prices_reversed");
        faults.require(self.within_km.is_none_or(|km| (1..=MOST_KM).contains(&km)), "within_km", "km_out_of_range");
        faults.finish()
    }
}

/// A search with its words looked up: sets of codes. What is `None` is not asked for; an empty set finds nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    pub products: Option<BTreeSet<Slug>>,
    pub varieties: Option<BTreeSet<Slug>>,
    pub communes: Option<BTreeSet<CommuneCode>>,
    pub certificates: CertKinds,
    pub from: Option<TradeDay>,
    pub to: Option<TradeDay>,
    pub least: Kg,
    pub within_km: Option<u16>,
}

/// What a search compares of an offer or a demand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goods {
    pub side: Side,
    pub product: Slug,
    /// Of an offer its own; of a demand those it takes, none for any.
    pub varieties: Vec<Slug>,
    pub commune: CommuneCode,
    /// Of an offer those it has, of a demand those it asks for.
    pub certificates: CertKinds,
    /// The days an offer lasts; the open weeks of a demand.
    pub windows: Vec<Window>,
    pub left: Kg,
    /// From whoever looks, where that is known.
    pub km: Option<u32>,
}

impl Goods {
    /// The market shows weights rounded down to so many grams, and nothing less.
    pub const STEP: i64 = 100_000;

    /// The least that is shown.
    pub fn least() -> Kg {
        Kg::from_grams(Self::STEP).unwrap_or_default()
    }

    /// What is left of it as the market shows it.
    pub fn shown(left: Kg) -> Kg {
        Kg::from_grams(left.grams() / Self::STEP * Self::STEP).unwrap_or_default()
    }
}

impl Wanted {
    pub fn is_met_by(&self, goods: &Goods) -> bool {
        self.takes(goods)
            && self.communes.as_ref().is_none_or(|communes| communes.contains(&goods.commune))
            && self.papers(goods)
            && goods
                .windows
                .iter()
                .any(|window| self.from.is_none_or(|from| window.to >= from) && self.to.is_none_or(|to| window.from <= to))
            && goods.left >= self.least
            && self.within_km.is_none_or(|most| goods.km.is_some_and(|km| km <= u32::from(most)))
    }

    fn takes(&self, goods: &Goods) -> bool {
        let of_product = self.products.as_ref().is_none_or(|products| products.contains(&goods.product));
        let any = goods.varieties.is_empty();
        of_product && (any || self.varieties.as_ref().is_none_or(|wanted| goods.varieties.iter().any(|own| wanted.contains(own))))
    }

    fn papers(&self, goods: &Goods) -> bool {
        match goods.side {
            _ if self.certificates.is_empty() => true,
            Side::Supplier => goods.certificates.covers(self.certificates),
            Side::Buyer => self.certificates.covers(goods.certificates),
        }
    }
}

#[cfg(test)]
mod tests;
