//! The market as everybody may see it: what is on offer, never for how much, by whom, or exactly where.
mod demand;
mod list;
pub mod map;
mod query;

use super::error::{ApiError, Problem};
use super::extract::{Auth, Query};
use super::names::{Named, PlaceView};
use super::page::Page;
use crate::app::App;
use crate::store::offers::HeldOffer;
use crate::store::on_market::Post;
use crate::store::{Tx, totals};
use axum::Json;
use axum::extract::State;
use demand::MarketDemand;
use domain::account::{OrgKind, Side};
use domain::day::Window;
use domain::disclosure::{Field, Stage};
use domain::id::OfferId;
use domain::policy::{Command, Target, allow};
use domain::product::{CertKinds, Grade, Quality};
use domain::quantity::Kg;
use domain::search::Goods;
use query::MarketQuery;
use serde::Serialize;
use utoipa::ToSchema;

const MOST_PRODUCTS: usize = 8;

/// An open offer without its price, its owner or its exact place.
#[derive(Debug, Serialize, ToSchema)]
pub struct MarketOffer {
    pub id: OfferId,
    pub product: Named,
    pub variety: Named,
    pub grade: Grade,
    /// What the supplier measured beyond the grade.
    #[serde(skip_serializing_if = "Quality::is_empty")]
    pub quality: Quality,
    /// From so many kilograms in one contract on the supplier asks less.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cheaper_from: Vec<Kg>,
    /// Rounded down to 100 kg.
    pub kg_left: Kg,
    pub window: Window,
    pub old_district: String,
    pub province: String,
    /// By road from the commune of whoever looks; for a visitor there is none.
    pub distance_km: Option<u32>,
    /// Kinds of papers that count until the last day of harvest.
    pub certificates: CertKinds,
}

impl MarketOffer {
    fn new(held: &HeldOffer, goods: &Goods, stage: Stage) -> Self {
        let terms = &held.offer.terms;
        let PlaceView { old_district, province, .. } = PlaceView::seen(terms.pickup_commune, stage);
        Self {
            id: held.offer.id,
            product: Named::product_of(terms.variety.as_str()),
            variety: Named::variety(terms.variety.as_str()),
            grade: terms.grade,
            quality: terms.quality.clone(),
            cheaper_from: terms.tiers.iter().map(|tier| tier.from_kg).collect(),
            kg_left: Goods::shown(held.left()),
            window: terms.window,
            old_district,
            province,
            distance_km: goods.km,
            certificates: stage.show(Field::PaperKinds, goods.certificates).unwrap_or_default(),
        }
    }
}

/// What verified suppliers have to sell now.
#[utoipa::path(get, path = "/market/offers", tag = "market", params(MarketQuery),
    responses((status = 200, body = Page<MarketOffer>), (status = 422, body = Problem)))]
pub async fn offers(
    State(app): State<App>,
    auth: Option<Auth>,
    Query(query): Query<MarketQuery>,
) -> Result<Json<Page<MarketOffer>>, ApiError> {
    let page = list::page(&app, auth.as_ref(), Side::Supplier, &query).await?;
    let stage = Stage::on_market(auth.as_deref());
    Ok(Json(page.each(|found| match &found.post {
        Post::Offer(held) => Some(MarketOffer::new(held, &found.goods, stage)),
        Post::Demand(_) => None,
    })))
}

/// What verified buyers still want, for those who trade here.
#[utoipa::path(get, path = "/market/demands", tag = "market", params(MarketQuery),
    responses((status = 200, body = Page<MarketDemand>), (status = 401, body = Problem), (status = 422, body = Problem)))]
pub async fn demands(State(app): State<App>, auth: Auth, Query(query): Query<MarketQuery>) -> Result<Json<Page<MarketDemand>>, ApiError> {
    allow(&auth, Command::BrowseMarket, Target::Whole)?;
    let page = list::page(&app, Some(&auth), Side::Buyer, &query).await?;
    let stage = Stage::on_market(Some(&auth.actor));
    Ok(Json(page.each(|found| match &found.post {
        Post::Demand(held) => stage.show(Field::Demand, MarketDemand::new(held, &found.goods, stage)),
        Post::Offer(_) => None,
    })))
}

/// The market in a few numbers. Weights are kilograms, rounded down to 100.
#[derive(Debug, Serialize, ToSchema)]
pub struct MarketSummary {
    pub cooperatives: i64,
    /// Cooperatives, production groups and farms.
    pub suppliers: i64,
    pub enterprises: i64,
    pub open_offers: i64,
    #[schema(example = "10730000")]
    pub kg_offered: String,
    #[schema(example = "10436000")]
    pub kg_demanded: String,
    /// The largest ones, at most eight.
    pub products: Vec<ProductSummary>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ProductSummary {
    pub product: Named,
    pub open_offers: i64,
    pub kg_offered: String,
    pub kg_demanded: String,
}

/// How many trade here and how much is open, for the front page.
#[utoipa::path(get, path = "/market/summary", tag = "market", responses((status = 200, body = MarketSummary)))]
pub async fn summary(State(app): State<App>) -> Result<Json<MarketSummary>, ApiError> {
    let tx = Tx::read(&app.db).await?;
    let organisations = totals::organisations(&tx).await?;
    let open = totals::open(&tx, Goods::least(), app.env.today()).await?;
    let of_side = |side: Side| organisations.iter().filter(|(kind, _)| kind.side() == side).map(|(_, count)| count).sum();
    let mut products: Vec<_> = open.iter().collect();
    products.sort_by_key(|(_, totals)| std::cmp::Reverse(totals.offered_g + totals.demanded_g));
    Ok(Json(MarketSummary {
        cooperatives: organisations.get(&OrgKind::Cooperative).copied().unwrap_or_default(),
        suppliers: of_side(Side::Supplier),
        enterprises: of_side(Side::Buyer),
        open_offers: open.values().map(|totals| totals.offers).sum(),
        kg_offered: kg(open.values().map(|totals| totals.offered_g).sum()),
        kg_demanded: kg(open.values().map(|totals| totals.demanded_g).sum()),
        products: products
            .into_iter()
            .take(MOST_PRODUCTS)
            .map(|(slug, totals)| ProductSummary {
                product: Named::product(slug),
                open_offers: totals.offers,
                kg_offered: kg(totals.offered_g),
                kg_demanded: kg(totals.demanded_g),
            })
            .collect(),
    }))
}

/// A market may hold more than the largest weight of one post.
fn kg(grams: i64) -> String {
    (grams / Goods::STEP * Goods::STEP / 1000).to_string()
}
