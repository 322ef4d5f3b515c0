//! A page of the market: narrowed by the database, decided by the one rule of searches, in the order that was asked for.
use super::query::MarketQuery;
use crate::app::App;
use crate::http::error::ApiError;
use crate::http::extract::Auth;
use crate::http::page::{Page, PageQuery};
use crate::reference::near::Origin;
use crate::reference::wanted::wanted;
use crate::store::market::Prices;
use crate::store::on_market::{self, Found};
use crate::store::{Slice, Tx, accounts, offers};
use domain::account::Side;
use domain::day::TradeDay;
use domain::policy::Scope;
use domain::product::Slug;
use domain::search::{Order, Wanted};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Posts that are read at once when a page is not full yet.
const PIECE: u64 = 500;
/// A list of members that is ordered by distance, or of demands by price, is read whole, up to so many: more than one product has in a
/// season. What visitors order is read level by level.
const MOST_ORDERED: u64 = 20_000;

pub async fn page(app: &App, auth: Option<&Auth>, side: Side, query: &MarketQuery) -> Result<Page<Found>, ApiError> {
    let slice = PageQuery { after: query.after, limit: query.limit }.slice()?;
    let (search, order, today) = (query.search()?, query.order.unwrap_or(Order::Newest), app.env.today());
    let tx = Tx::read(&app.db).await?;
    let origin = origin(app, &tx, auth).await?;
    if origin.is_none() {
        require_origin(search.within_km.is_none(), "within_km")?;
        require_origin(order != Order::Near, "order")?;
    }
    let priced = search.price_from.is_some() || search.price_to.is_some() || order == Order::Price;
    let prices = if priced { Prices::load(&tx, today).await? } else { Prices::default() };
    let mut wanted = wanted(&search, |variety| prices.get(variety).map(|price| price.dong));
    if let (Some(origin), Some(most)) = (&origin, wanted.within_km) {
        let near = origin.communes_within(most);
        wanted.communes = Some(wanted.communes.map_or_else(|| near.clone(), |own| own.intersection(&near).copied().collect()));
    }
    let view = View { side, wanted, origin, prices, today };
    match order {
        Order::Newest => view.newest(&tx, slice).await,
        Order::Price if side == Side::Supplier => view.by_price(&tx, slice).await,
        Order::Price | Order::Near => view.ordered(&tx, order, slice).await,
    }
}

fn require_origin(fine: bool, field: &'static str) -> Result<(), ApiError> {
    if fine { Ok(()) } else { Err(ApiError::field(field, "distance_without_organisation")) }
}

/// Where the person's organisation is at home.
async fn origin<'a>(app: &'a App, tx: &Tx, auth: Option<&Auth>) -> Result<Option<Origin<'a>>, ApiError> {
    let Some(org) = auth.and_then(|auth| auth.org()) else { return Ok(None) };
    let own = accounts::get_organisation(tx, Scope::Org(org), org).await?;
    Ok(Origin::new(own.profile.commune, &app.config.freight))
}

/// One more than the page holds says that there is a next one.
fn full(kept: &[Found], limit: u64) -> bool {
    u64::try_from(kept.len()).unwrap_or(u64::MAX) > limit
}

struct View<'a> {
    side: Side,
    wanted: Wanted,
    origin: Option<Origin<'a>>,
    prices: Prices,
    today: TradeDay,
}

impl View<'_> {
    /// Measures a post and says whether it is wanted.
    fn judge(&self, mut found: Found) -> Option<Found> {
        found.goods.km = self.origin.as_ref().and_then(|origin| origin.km(found.goods.product.as_str(), found.goods.commune));
        self.wanted.is_met_by(&found.goods).then_some(found)
    }

    async fn newest(&self, tx: &Tx, slice: Slice<Uuid>) -> Result<Page<Found>, ApiError> {
        let mut kept = Vec::new();
        self.fill(tx, &self.wanted, slice, &mut kept).await?;
        Ok(Page::cut(kept, slice.limit, Found::id))
    }

    /// Adds what is wanted, newest first, until one more is there than the page holds or nothing is left.
    async fn fill(&self, tx: &Tx, narrowed: &Wanted, slice: Slice<Uuid>, kept: &mut Vec<Found>) -> Result<(), ApiError> {
        let (mut after, mut limit) = (slice.after, slice.limit);
        loop {
            let piece = on_market::read(tx, self.side, narrowed, self.today, Slice { after, limit }).await?;
            let last = u64::try_from(piece.len()).unwrap_or(u64::MAX) <= limit;
            after = piece.last().map(Found::id);
            kept.extend(piece.into_iter().filter_map(|found| self.judge(found)));
            if last || full(kept, slice.limit) {
                return Ok(());
            }
            limit = PIECE;
        }
    }

    /// Offers of a variety share its reference price: the page is filled variety by variety, each newest first, and nothing behind the
    /// page is read.
    async fn by_price(&self, tx: &Tx, slice: Slice<Uuid>) -> Result<Page<Found>, ApiError> {
        let price = |variety: &Slug| self.prices.get(variety.as_str()).map_or(i64::MAX, |price| price.dong);
        let mut levels: BTreeMap<i64, BTreeSet<Slug>> = BTreeMap::new();
        for variety in offers::open_varieties(tx).await? {
            let wanted = self.wanted.varieties.as_ref().is_none_or(|wanted| wanted.contains(&variety));
            levels.entry(price(&variety)).or_default().extend(wanted.then_some(variety));
        }
        let (mut kept, mut after, mut from) = (Vec::new(), None, i64::MIN);
        if let Some(seen) = slice.after {
            // What the reader saw last may be sold meanwhile: the list goes on behind its place.
            let Some(last) = on_market::one(tx, self.side, seen, self.today).await? else {
                return Ok(Page::cut(kept, slice.limit, Found::id));
            };
            (after, from) = (Some(seen), self.key(Order::Price, &last).0);
        }
        for (level, varieties) in levels.range(from..).filter(|(_, varieties)| !varieties.is_empty()) {
            let narrowed = Wanted { varieties: Some(varieties.clone()), ..self.wanted.clone() };
            let after = after.filter(|_| *level == from);
            self.fill(tx, &narrowed, Slice { after, ..slice }, &mut kept).await?;
            if full(&kept, slice.limit) {
                break;
            }
        }
        Ok(Page::cut(kept, slice.limit, Found::id))
    }

    async fn ordered(&self, tx: &Tx, order: Order, slice: Slice<Uuid>) -> Result<Page<Found>, ApiError> {
        let whole = Slice { after: None, limit: MOST_ORDERED };
        let all = on_market::read(tx, self.side, &self.wanted, self.today, whole).await?;
        let mut kept: Vec<Found> = all.into_iter().filter_map(|found| self.judge(found)).collect();
        kept.sort_by_cached_key(|found| self.key(order, found));
        // What the reader saw last may be sold meanwhile: the list goes on behind its place.
        if let Some(after) = slice.after {
            let seen = on_market::one(tx, self.side, after, self.today).await?;
            let seen = seen.map(|mut found| {
                found.goods.km = self.origin.as_ref().and_then(|origin| origin.km(found.goods.product.as_str(), found.goods.commune));
                self.key(order, &found)
            });
            kept.retain(|found| seen.as_ref().is_some_and(|seen| self.key(order, found) > *seen));
        }
        Ok(Page::cut(kept, slice.limit, Found::id))
    }

    /// What has no price or no distance comes last; among equals the newest first.
    fn key(&self, order: Order, found: &Found) -> (i64, Reverse<Uuid>) {
        let first = match order {
            Order::Newest => None,
            Order::Near => found.goods.km.map(i64::from),
            Order::Price => {
                found.goods.varieties.iter().filter_map(|variety| self.prices.get(variety.as_str())).map(|price| price.dong).min()
            }
        };
        (first.unwrap_or(i64::MAX), Reverse(found.id()))
    }
}
