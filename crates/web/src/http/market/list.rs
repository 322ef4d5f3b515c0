//! A page of the market: narrowed by the database, decided by the one rule of searches, in the order that was asked for.
use super::query::MarketQuery;
use crate::app::App;
use crate::http::error::ApiError;
use crate::http::extract::Auth;
use crate::http::page::{Page, PageQuery};
use crate::reference::near::Origin;
use crate::reference::wanted::wanted;
use crate::store::market::Prices;
use crate::store::on_market::{self, Found, Step};
use crate::store::{Slice, Tx, accounts, demands, offers};
use domain::account::Side;
use domain::day::TradeDay;
use domain::place::CommuneCode;
use domain::policy::Scope;
use domain::product::Slug;
use domain::search::{Order, Wanted};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Posts that are read at once when a page is not full yet.
const PIECE: u64 = 500;
/// The place of what an order cannot place.
const LAST: i64 = i64::MAX;

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
    fn judge(&self, found: Found) -> Option<Found> {
        let found = self.measured(found);
        self.wanted.is_met_by(&found.goods).then_some(found)
    }

    fn measured(&self, mut found: Found) -> Found {
        found.goods.km = self.km(&found.goods.product, found.goods.commune);
        found
    }

    fn km(&self, product: &Slug, commune: CommuneCode) -> Option<u32> {
        self.origin.as_ref().and_then(|origin| origin.km(product.as_str(), commune))
    }

    async fn newest(&self, tx: &Tx, slice: Slice<Uuid>) -> Result<Page<Found>, ApiError> {
        let all = Step { wanted: self.wanted.clone(), choices: None };
        let mut kept = Vec::new();
        self.fill(tx, &all, slice, &mut kept, |_| true).await?;
        Ok(Page::cut(kept, slice.limit, Found::id))
    }

    /// Adds what is wanted of a step, newest first, until one more is there than the page holds or nothing is left.
    async fn fill(
        &self,
        tx: &Tx,
        step: &Step,
        slice: Slice<Uuid>,
        kept: &mut Vec<Found>,
        here: impl Fn(&Found) -> bool,
    ) -> Result<(), ApiError> {
        let (mut after, mut limit) = (slice.after, slice.limit);
        loop {
            let piece = on_market::read(tx, self.side, step, self.today, Slice { after, limit }).await?;
            let last = u64::try_from(piece.len()).unwrap_or(u64::MAX) <= limit;
            after = piece.last().map(Found::id);
            kept.extend(piece.into_iter().filter_map(|found| self.judge(found)).filter(&here));
            if last || full(kept, slice.limit) {
                return Ok(());
            }
            limit = PIECE;
        }
    }

    /// What stands at one price or one distance is read newest first, one step after the other, and nothing behind the page is read.
    async fn ordered(&self, tx: &Tx, order: Order, slice: Slice<Uuid>) -> Result<Page<Found>, ApiError> {
        let (mut kept, mut after, mut from) = (Vec::new(), None, i64::MIN);
        if let Some(seen) = slice.after {
            // What the reader saw last may be sold meanwhile: the list goes on behind its place.
            let Some(last) = on_market::one(tx, self.side, seen, self.today).await? else {
                return Ok(Page::cut(kept, slice.limit, Found::id));
            };
            (after, from) = (Some(seen), self.place(order, &self.measured(last)));
        }
        for (place, step) in self.steps(tx, order).await?.range(from..) {
            let after = after.filter(|_| *place == from);
            // A commune is at two distances where the roads are longer for some goods.
            self.fill(tx, step, Slice { after, ..slice }, &mut kept, |found| self.place(order, found) == *place).await?;
            if full(&kept, slice.limit) {
                break;
            }
        }
        Ok(Page::cut(kept, slice.limit, Found::id))
    }

    /// The places of an order at which something may stand.
    async fn steps(&self, tx: &Tx, order: Order) -> Result<BTreeMap<i64, Step>, ApiError> {
        Ok(match (order, self.side) {
            (Order::Newest, _) => BTreeMap::new(),
            (Order::Near, _) => {
                let taken = |product: &Slug, commune: &CommuneCode| {
                    self.wanted.products.as_ref().is_none_or(|wanted| wanted.contains(product))
                        && self.wanted.communes.as_ref().is_none_or(|wanted| wanted.contains(commune))
                };
                let open = on_market::places(tx, self.side).await?.into_iter().filter(|(product, commune)| taken(product, commune));
                let km = |(product, commune): &(Slug, CommuneCode)| self.km(product, *commune).map(i64::from);
                let communes = by_place(open.map(|pair| (km(&pair), pair.1)));
                narrowed(communes, |communes| Step { wanted: Wanted { communes: Some(communes), ..self.wanted.clone() }, choices: None })
            }
            (Order::Price, Side::Supplier) => {
                let taken = |variety: &Slug| self.wanted.varieties.as_ref().is_none_or(|wanted| wanted.contains(variety));
                let open = offers::open_varieties(tx).await?.into_iter().filter(taken);
                let varieties = by_place(open.map(|variety| (self.price(std::slice::from_ref(&variety)), variety)));
                narrowed(varieties, |varieties| Step {
                    wanted: Wanted { varieties: Some(varieties), ..self.wanted.clone() },
                    choices: None,
                })
            }
            (Order::Price, Side::Buyer) => {
                let open = demands::open_choices(tx).await?.into_iter();
                let choices = by_place(open.map(|choice| (self.price(&choice), choice)));
                narrowed(choices, |choices| Step { wanted: self.wanted.clone(), choices: Some(choices) })
            }
        })
    }

    /// The least reference price of some varieties: an ask and a bid are nobody else's business.
    fn price(&self, varieties: &[Slug]) -> Option<i64> {
        varieties.iter().filter_map(|variety| self.prices.get(variety.as_str())).map(|price| price.dong).min()
    }

    /// Where a post stands in an order.
    fn place(&self, order: Order, found: &Found) -> i64 {
        let known = match order {
            Order::Newest => None,
            Order::Near => found.goods.km.map(i64::from),
            Order::Price => self.price(&found.goods.varieties),
        };
        known.unwrap_or(LAST)
    }
}

/// What has no price or no distance comes last.
fn by_place<T: Ord>(rows: impl Iterator<Item = (Option<i64>, T)>) -> BTreeMap<i64, BTreeSet<T>> {
    let mut places: BTreeMap<i64, BTreeSet<T>> = BTreeMap::new();
    for (place, row) in rows {
        places.entry(place.unwrap_or(LAST)).or_default().insert(row);
    }
    places
}

fn narrowed<T>(places: BTreeMap<i64, BTreeSet<T>>, step: impl Fn(BTreeSet<T>) -> Step) -> BTreeMap<i64, Step> {
    places.into_iter().map(|(place, rows)| (place, step(rows))).collect()
}
