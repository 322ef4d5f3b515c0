//! What is open to everybody: offers and demands of verified organisations, with what a search compares of each.
use super::demands::HeldDemand;
use super::offers::HeldOffer;
use super::{CHUNK, Slice, StoreError, Tx, certificates, corrupt, demands, market, offers};
use domain::account::Side;
use domain::certificate::kinds_valid;
use domain::day::{TradeDay, Window};
use domain::id::OrgId;
use domain::place::CommuneCode;
use domain::policy::Scope;
use domain::product::Slug;
use domain::quantity::Kg;
use domain::search::{Goods, Wanted};
use std::collections::BTreeSet;
use uuid::Uuid;

#[derive(Debug)]
pub enum Post {
    Offer(HeldOffer),
    Demand(HeldDemand),
}

#[derive(Debug)]
pub struct Found {
    pub post: Post,
    pub goods: Goods,
}

impl Found {
    pub fn id(&self) -> Uuid {
        match &self.post {
            Post::Offer(held) => held.offer.id.into(),
            Post::Demand(held) => held.demand.id.into(),
        }
    }

    pub const fn org(&self) -> OrgId {
        match &self.post {
            Post::Offer(held) => held.offer.org,
            Post::Demand(held) => held.demand.org,
        }
    }
}

/// What stands at one place of an order: what is wanted, narrowed to it.
#[derive(Debug, Clone)]
pub struct Step {
    pub wanted: Wanted,
    /// Demands that take just these varieties, as they name them.
    pub choices: Option<BTreeSet<Vec<Slug>>>,
}

/// Posts that may be what is wanted, newest first: narrowed by what an index or a column knows. [`Wanted::is_met_by`] decides.
pub async fn read(tx: &Tx, side: Side, step: &Step, today: TradeDay, slice: Slice<Uuid>) -> Result<Vec<Found>, StoreError> {
    match side {
        Side::Supplier => of_offers(tx, offers::on_market(tx, &step.wanted, today, slice).await?).await,
        Side::Buyer => {
            let held = demands::on_market(tx, &step.wanted, step.choices.as_ref(), today, slice).await?;
            Ok(held.into_iter().map(|held| of_demand(held, today)).collect())
        }
    }
}

/// The products and communes of what may be open, of whomever: each pair once, read from the index alone.
pub async fn places(tx: &Tx, side: Side) -> Result<Vec<(Slug, CommuneCode)>, StoreError> {
    let found = match side {
        Side::Supplier => offers::open_places(tx).await?,
        Side::Buyer => demands::open_places(tx).await?,
    };
    let pair = |(product, commune): (String, String)| Some((product.parse().ok()?, commune.parse().ok()?));
    found.into_iter().map(|row| pair(row.clone()).ok_or_else(|| corrupt("post", format!("{row:?}")))).collect()
}

/// Those of some posts that are open to everybody now.
pub async fn those(tx: &Tx, side: Side, ids: &[Uuid], today: TradeDay) -> Result<Vec<Found>, StoreError> {
    let mut found = Vec::new();
    for chunk in ids.chunks(CHUNK) {
        match side {
            Side::Supplier => found.extend(of_offers(tx, offers::those_on_market(tx, chunk, today).await?).await?),
            Side::Buyer => {
                let held = demands::those_on_market(tx, chunk, today).await?;
                found.extend(held.into_iter().map(|held| of_demand(held, today)));
            }
        }
    }
    Ok(found)
}

/// One post as it stands, open or not: a list goes on behind it.
pub async fn one(tx: &Tx, side: Side, id: Uuid, today: TradeDay) -> Result<Option<Found>, StoreError> {
    let found = match side {
        Side::Supplier => match offers::get(tx, Scope::All, id.into()).await {
            Ok(held) => of_offers(tx, vec![held]).await.map(|mut found| found.pop()),
            Err(error) => Err(error),
        },
        Side::Buyer => demands::get(tx, Scope::All, id.into()).await.map(|held| Some(of_demand(held, today))),
    };
    match found {
        Err(StoreError::Missing) => Ok(None),
        found => found,
    }
}

async fn of_offers(tx: &Tx, offers: Vec<HeldOffer>) -> Result<Vec<Found>, StoreError> {
    let proofs = certificates::proofs(tx, offers.iter().map(|held| held.offer.org)).await?;
    let found = offers.into_iter().map(|held| {
        let terms = &held.offer.terms;
        let papers = proofs.get(&held.offer.org).map_or(&[][..], Vec::as_slice);
        let goods = Goods {
            side: Side::Supplier,
            product: market::product_of(&held),
            varieties: vec![terms.variety.clone()],
            commune: terms.pickup_commune,
            certificates: kinds_valid(papers, &terms.variety, terms.window.to),
            windows: vec![terms.window],
            left: Goods::shown(held.left()),
            km: None,
        };
        Found { goods, post: Post::Offer(held) }
    });
    Ok(found.collect())
}

/// A week is over after its Sunday, and closed when all of it is promised.
fn of_demand(held: HeldDemand, today: TradeDay) -> Found {
    let terms = &held.demand.terms;
    let (mut windows, mut left) = (Vec::<Window>::new(), Kg::ZERO);
    for row in terms.weeks.iter().filter(|row| row.week.sunday() >= today) {
        let open = row.kg.checked_sub(held.held_in(row.week)).unwrap_or_default();
        if !open.is_zero() {
            windows.push(row.week.window());
            left = left.checked_add(open).unwrap_or(Kg::MOST);
        }
    }
    let goods = Goods {
        side: Side::Buyer,
        product: terms.product.clone(),
        varieties: terms.varieties.clone(),
        commune: terms.delivery_commune,
        certificates: terms.certificates,
        windows,
        left: Goods::shown(left),
        km: None,
    };
    Found { goods, post: Post::Demand(held) }
}
