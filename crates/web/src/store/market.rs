//! The whole open market as a round sees it: what is open and in time, less what is held, in a handful of queries.
mod prices;

use super::demands::{self, HeldDemand};
use super::entity::{demand, hold, offer, offer_week, proposal};
use super::offers::{self, HeldOffer};
use super::{StoreError, Tx, certificates, corrupt, reservations};
use crate::config::Config;
use crate::reference::catalogue;
use crate::reference::grade_sheets::{GradeSheet, sheet_of, size_code, size_number};
use crate::reference::places::PLACES;
use chrono::{Datelike, TimeDelta};
use domain::certificate::Proof;
use domain::day::{Timestamp, TradeDay, Week};
use domain::demand::{Attribute, Preference};
use domain::money::VndPerKg;
use domain::place::{CommuneCode, GeoPoint};
use domain::product::{CertKinds, Grade, Quality, Slug};
use domain::proposal::{DEFAULT_HOURS, REST_DAYS};
use domain::quantity::Kg;
use matching::market::{self as model, FreightRate, Market, Mix, OrgKg, Pair, Product, Varieties, WeekKg};
pub use prices::Prices;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QuerySelect};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A market, and the posts it was made of.
#[derive(Debug)]
pub struct Loaded {
    pub market: Market,
    pub offers: BTreeMap<Uuid, HeldOffer>,
    pub demands: BTreeMap<Uuid, HeldDemand>,
    pub prices: Prices,
}

/// Everything open now, or what is open of one product.
pub async fn load(tx: &Tx, config: &Config, now: Timestamp, product: Option<&Slug>) -> Result<Loaded, StoreError> {
    let today = TradeDay::of(now);
    let prices = Prices::load(tx, today).await?;
    let offers = offers::open(tx, today, product).await?;
    let demands = demands::open(tx, today, product).await?;
    let proofs = certificates::proofs(tx, offers.iter().map(|held| held.offer.org)).await?;
    let promised = promised_weeks(tx, product).await?;
    let suppliers = present_suppliers(tx, product).await?;
    let mut market = frame(config, &prices)?;
    market.resting = resting(tx, now, product).await?;
    let earliest = TradeDay::of(now + TimeDelta::hours(DEFAULT_HOURS));
    let put_together = move || {
        for held in &offers {
            let id = Uuid::from(held.offer.id);
            let own = proofs.get(&held.offer.org).map_or(&[][..], Vec::as_slice);
            market.offers.extend(offer(held, promised.get(&id).map_or(&[][..], Vec::as_slice), own)?);
        }
        for held in &demands {
            let id = Uuid::from(held.demand.id);
            market.demands.extend(demand(held, suppliers.get(&id).map_or(&[][..], Vec::as_slice), earliest)?);
        }
        Ok(Loaded {
            market,
            offers: offers.into_iter().map(|held| (held.offer.id.into(), held)).collect(),
            demands: demands.into_iter().map(|held| (held.demand.id.into(), held)).collect(),
            prices,
        })
    };
    // The catalogue is looked up for each post.
    tokio::task::spawn_blocking(put_together).await.map_err(|error| DbErr::Custom(format!("the market was not put together: {error}")))?
}

/// An offer as it stands, for an answer outside a round; nothing when nothing is left of it.
pub async fn one_offer(tx: &Tx, held: &HeldOffer) -> Result<Option<model::Offer>, StoreError> {
    let proofs = certificates::proofs(tx, [held.offer.org]).await?;
    let promised: Vec<WeekKg> = reservations::held_of_offer(tx, held.offer.id)
        .await?
        .weeks()
        .map(|(week, kg)| WeekKg { week: number(week.monday()), kg: up(kg.grams()) })
        .collect();
    offer(held, &promised, proofs.get(&held.offer.org).map_or(&[][..], Vec::as_slice))
}

/// A demand as it stands; nothing when nothing of it is open.
pub async fn one_demand(tx: &Tx, held: &HeldDemand, now: Timestamp) -> Result<Option<model::Demand>, StoreError> {
    let suppliers = present_suppliers(tx, Some(&held.demand.terms.product)).await?;
    let id = Uuid::from(held.demand.id);
    demand(held, suppliers.get(&id).map_or(&[][..], Vec::as_slice), TradeDay::of(now + TimeDelta::hours(DEFAULT_HOURS)))
}

/// What every round starts from: the catalogue's products, the freight table, the reference prices, the split of the gain.
fn frame(config: &Config, prices: &Prices) -> Result<Market, StoreError> {
    let freight = &config.freight;
    let classes: BTreeMap<&str, u32> = freight.keys().zip(0..).map(|(class, number)| (class.as_str(), number)).collect();
    let class = |name: &str| classes.get(name).copied().ok_or_else(|| corrupt("freight", name.to_owned()));
    let catalogue = catalogue::now();
    Ok(Market {
        offers: Vec::new(),
        demands: Vec::new(),
        products: catalogue
            .products
            .iter()
            .map(|row| Ok(Product { id: row.number, freight_class: class(row.freight_class.code())? }))
            .collect::<Result<_, StoreError>>()?,
        freight: freight
            .values()
            .zip(0..)
            .map(|(rate, class)| FreightRate {
                class,
                base: rate.base,
                per_km_milli: rate.per_km * 1000,
                road_factor_milli: rate.factor_percent * 10,
            })
            .collect(),
        references: prices.references(),
        resting: Vec::new(),
        mix: Mix { numerator: config.supplier_share.into(), denominator: 100 },
    })
}

fn offer(held: &HeldOffer, promised: &[WeekKg], proofs: &[Proof]) -> Result<Option<model::Offer>, StoreError> {
    let terms = &held.offer.terms;
    let kg = held.left().whole();
    if kg == 0 {
        return Ok(None);
    }
    let id = Uuid::from(held.offer.id);
    let point = point(terms.pickup_point, terms.pickup_commune)?;
    Ok(Some(model::Offer {
        id: id.as_u128(),
        org: Uuid::from(held.offer.org).as_u128(),
        product: product_number(&product_of(held))?,
        variety: variety_number(&terms.variety)?,
        grade: terms.grade.rank(),
        certs: proofs.iter().filter(|proof| proof.names(&terms.variety)).map(certificate).collect(),
        quality: quality(sheet_of(terms.variety.as_str(), product_of(held).as_str()), &terms.quality, STATED_ONCE),
        kg,
        kg_per_week: terms.kg_per_week.whole(),
        promised: promised.to_vec(),
        from: number(terms.window.from),
        to: number(terms.window.to),
        ask: terms.ask.dong(),
        tiers: terms.tiers.iter().map(|tier| model::Tier { from_kg: tier.from_kg.whole(), off: tier.discount.dong() }).collect(),
        lat_e6: point.lat_e6(),
        lon_e6: point.lon_e6(),
        min_lot: terms.min_lot.whole(),
        max_payment_days: terms.max_payment_days,
        posted_at: held.offer.posted_at.timestamp_micros(),
    }))
}

fn certificate(proof: &Proof) -> model::Certificate {
    model::Certificate { kinds: proof.kind.bit(), from: number(proof.issued_on), to: number(proof.valid_to) }
}

/// Goods can leave at the earliest when a proposal made now would have run out.
fn demand(held: &HeldDemand, suppliers: &[OrgKg], earliest: TradeDay) -> Result<Option<model::Demand>, StoreError> {
    let terms = &held.demand.terms;
    let lines: Vec<model::Line> = terms
        .weeks
        .iter()
        .filter_map(|row| {
            let kg = row.kg.checked_sub(held.held_in(row.week)).map_or(0, Kg::whole);
            let from = row.week.monday().max(earliest);
            let open = kg > 0 && from <= row.week.sunday();
            open.then(|| model::Line { week: number(row.week.monday()), from: number(from), to: number(row.week.sunday()), kg })
        })
        .collect();
    if lines.is_empty() {
        return Ok(None);
    }
    let point = point(terms.delivery_point, terms.delivery_commune)?;
    let most_of_one = terms.most_of_one();
    let graded_as = terms.varieties.first().unwrap_or(&terms.product);
    let varieties = terms.varieties.iter().map(variety_number).collect::<Result<Vec<_>, _>>()?;
    Ok(Some(model::Demand {
        id: Uuid::from(held.demand.id).as_u128(),
        org: Uuid::from(held.demand.org).as_u128(),
        product: product_number(&terms.product)?,
        varieties: if varieties.is_empty() { Varieties::Any } else { Varieties::Only(varieties) },
        min_grade: terms.min_grade.rank(),
        certs: terms.certificates.bits(),
        quality: quality(sheet_of(graded_as.as_str(), terms.product.as_str()), &terms.quality, WANTED_ONCE),
        bid: terms.bid.dong(),
        premiums: terms.preferred.iter().filter_map(|row| premium(row, sheet_of(graded_as.as_str(), terms.product.as_str()))).collect(),
        lat_e6: point.lat_e6(),
        lon_e6: point.lon_e6(),
        lines,
        min_lot: terms.min_lot.whole(),
        max_suppliers: terms.max_suppliers.into(),
        suppliers: suppliers.iter().map(|row| row.org).collect(),
        most_per_supplier: most_of_one.map(Kg::whole),
        supplied: if most_of_one.is_some() { suppliers.to_vec() } else { Vec::new() },
        max_km: None,
        payment_days: terms.payment_days,
        posted_at: held.demand.posted_at.timestamp_micros(),
    }))
}

/// The numbers of labels that a sheet had once: they meet nothing, so neither a lot nor a requirement is lost in silence.
const STATED_ONCE: u32 = u32::MAX - 1;
const WANTED_ONCE: u32 = u32::MAX;

fn quality(sheet: Option<&GradeSheet>, quality: &Quality, unknown: u32) -> model::Quality {
    let number = |code: &str| size_number(sheet, code).unwrap_or(unknown);
    let sizes: BTreeSet<u32> = quality.sizes.iter().map(|size| number(size.as_str())).collect();
    model::Quality { sizes: sizes.into_iter().collect(), brix_tenths: quality.brix_tenths, juice_percent: quality.juice_percent }
}

fn premium(preference: &Preference, sheet: Option<&GradeSheet>) -> Option<model::Premium> {
    let wanted = || quality(sheet, &preference.quality, WANTED_ONCE);
    let attribute = match preference.attribute {
        Attribute::Size => model::Attribute::Sizes(wanted().sizes),
        Attribute::Brix => model::Attribute::Brix(preference.quality.brix_tenths?),
        Attribute::Juice => model::Attribute::Juice(preference.quality.juice_percent?),
        other => match other.certificate() {
            Some(kind) => model::Attribute::Certificates(kind.bit()),
            None => model::Attribute::Grade(other.grade()?.rank()),
        },
    };
    Some(model::Premium { attribute, per_kg: preference.premium.dong() })
}

/// What a trade's premium was for.
pub fn preference(premium: &model::Premium) -> Option<Preference> {
    let none = Quality::default();
    let (attribute, quality) = match &premium.attribute {
        model::Attribute::Certificates(bits) => (CertKinds::from_bits(*bits).ok()?.iter().next()?.into(), none),
        model::Attribute::Grade(rank) => (Attribute::of_grade(Grade::from_rank(*rank)?)?, none),
        model::Attribute::Sizes(numbers) => {
            (Attribute::Size, Quality { sizes: numbers.iter().filter_map(|number| size_code(*number)).collect(), ..none })
        }
        model::Attribute::Brix(least) => (Attribute::Brix, Quality { brix_tenths: Some(*least), ..none }),
        model::Attribute::Juice(least) => (Attribute::Juice, Quality { juice_percent: Some(*least), ..none }),
    };
    Some(Preference { attribute, premium: VndPerKg::new(premium.per_kg).ok()?, quality })
}

/// Whole kilograms that are promised of offers in single weeks; a part of one counts as one.
async fn promised_weeks(tx: &Tx, product: Option<&Slug>) -> Result<BTreeMap<Uuid, Vec<WeekKg>>, StoreError> {
    let mut query = offer_week::Entity::find().filter(offer_week::Column::HeldG.gt(0));
    if let Some(product) = product {
        let mut offers = Query::select();
        offers.column(offer::Column::Id).from(offer::Entity).and_where(offer::Column::Product.eq(product.as_str()));
        query = query.filter(offer_week::Column::OfferId.in_subquery(offers));
    }
    let rows = query.all(tx.conn()).await?;
    let mut found: BTreeMap<Uuid, Vec<WeekKg>> = BTreeMap::new();
    for row in rows {
        found.entry(row.offer_id).or_default().push(WeekKg { week: number(TradeDay::new(row.week)), kg: up(row.held_g) });
    }
    Ok(found)
}

/// Who supplies each demand already, and how much.
async fn present_suppliers(tx: &Tx, product: Option<&Slug>) -> Result<BTreeMap<Uuid, Vec<OrgKg>>, StoreError> {
    let mut of = Condition::all();
    if let Some(product) = product {
        let mut demands = Query::select();
        demands.column(demand::Column::Id).from(demand::Entity).and_where(demand::Column::Product.eq(product.as_str()));
        of = of.add(hold::Column::DemandId.in_subquery(demands));
    }
    let mut found: BTreeMap<Uuid, Vec<OrgKg>> = BTreeMap::new();
    for (demand, supplier, grams) in reservations::shares(tx, of).await? {
        found.entry(demand).or_default().push(OrgKg { org: supplier.as_u128(), kg: up(grams) });
    }
    Ok(found)
}

/// Pairs that said no, or said nothing, not long ago.
async fn resting(tx: &Tx, now: Timestamp, product: Option<&Slug>) -> Result<Vec<Pair>, StoreError> {
    let mut query = proposal::Entity::find()
        .select_only()
        .columns([proposal::Column::OfferId, proposal::Column::DemandId])
        .filter(proposal::Column::Status.is_in(["declined", "expired"]))
        .filter(proposal::Column::ClosedAt.gt(now - TimeDelta::days(REST_DAYS)));
    if let Some(product) = product {
        query = query.filter(proposal::Column::Product.eq(product.as_str()));
    }
    let rows = query.into_tuple::<(Uuid, Uuid)>().all(tx.conn()).await?;
    let pairs: BTreeSet<Pair> = rows.into_iter().map(|(offer, demand)| Pair { offer: offer.as_u128(), demand: demand.as_u128() }).collect();
    Ok(pairs.into_iter().collect())
}

pub fn product_of(held: &HeldOffer) -> Slug {
    let catalogue = catalogue::now();
    let variety = catalogue.variety(held.offer.terms.variety.as_str());
    variety.and_then(|variety| variety.product_slug.parse().ok()).unwrap_or_else(|| held.offer.terms.variety.clone())
}

fn product_number(slug: &Slug) -> Result<u32, StoreError> {
    catalogue::now().product_number(slug.as_str()).ok_or_else(|| corrupt("product", slug.as_str().to_owned()))
}

fn variety_number(slug: &Slug) -> Result<u32, StoreError> {
    catalogue::now().variety_number(slug.as_str()).ok_or_else(|| corrupt("variety", slug.as_str().to_owned()))
}

fn point(own: Option<GeoPoint>, commune: CommuneCode) -> Result<GeoPoint, StoreError> {
    let place = || PLACES.commune(&commune.to_string()).map(|commune| commune.point);
    own.or_else(place).ok_or_else(|| corrupt("commune", commune))
}

/// Days as the matching counts them; a week has the number of its Monday.
pub fn number(day: TradeDay) -> i32 {
    day.date().num_days_from_ce()
}

/// The week of a number made by [`number`].
pub fn week_of(number: i32) -> Option<Week> {
    chrono::NaiveDate::from_num_days_from_ce_opt(number).map(|date| TradeDay::new(date).week())
}

const fn up(grams: i64) -> i64 {
    (grams + 999) / 1000
}
