//! Reference prices of a round: the farm-gate board of the latest week, or the catalogue's usual price.
use crate::reference::catalogue;
use crate::store::prices::{self, FARMGATE};
use crate::store::{StoreError, Tx};
use domain::day::{TradeDay, Week};
use domain::money::VndPerKg;
use matching::market::Reference;
use std::collections::BTreeMap;

/// What a variety is worth at the farm gate, and since when this is known; a price of the catalogue has no week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Price {
    pub dong: i64,
    pub week: Option<Week>,
}

#[derive(Debug, Default)]
pub struct Prices(BTreeMap<String, Price>);

impl Prices {
    pub async fn load(tx: &Tx, today: TradeDay) -> Result<Self, StoreError> {
        let mut board: BTreeMap<String, (i64, i64)> = BTreeMap::new();
        let week = prices::latest_week(tx, today).await?;
        if let Some(week) = week {
            for quote in prices::of_week(tx, week).await?.into_iter().filter(|quote| quote.level == FARMGATE) {
                let (sum, markets) = board.entry(quote.variety).or_default();
                *sum += quote.avg;
                *markets += 1;
            }
        }
        let price = |slug: &str| board.get(slug).map(|(sum, markets)| Price { dong: (2 * sum + markets) / (2 * markets), week });
        let catalogue = catalogue::now();
        let usual = |slug: &str| catalogue.variety(slug)?.usual_price().map(|dong| Price { dong, week: None });
        let within = |price: &Price| (VndPerKg::LEAST..=VndPerKg::MOST).contains(&price.dong);
        let rows = catalogue.varieties.iter().map(|variety| variety.slug.as_str());
        Ok(Self(rows.filter_map(|slug| Some((slug.to_owned(), price(slug).or_else(|| usual(slug)).filter(within)?))).collect()))
    }

    pub fn get(&self, variety: &str) -> Option<Price> {
        self.0.get(variety).copied()
    }

    pub(super) fn references(&self) -> Vec<Reference> {
        let catalogue = catalogue::now();
        let number =
            |slug: &str| Some((catalogue.product_number(&catalogue.variety(slug)?.product_slug)?, catalogue.variety_number(slug)?));
        let rows = self.0.iter();
        rows.filter_map(|(slug, price)| number(slug).map(|(product, variety)| Reference { product, variety, price: price.dong })).collect()
    }
}
