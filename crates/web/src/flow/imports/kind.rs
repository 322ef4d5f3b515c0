//! What the kinds of list have in common: the form a row fills in, and the thing that is made of it.
use crate::store::offers::Filter as OfferFilter;
use crate::store::{Slice, StoreError, Tx, demands, offers};
use domain::account::{Actor, Side};
use domain::day::{Timestamp, TradeDay};
use domain::demand::{Demand, DemandTerms};
use domain::id::OrgId;
use domain::offer::{Offer, OfferTerms};
use domain::policy::Scope;
use domain::post::{PostError, PostStatus};
use domain::product::Slug;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sheets::{DemandRow, MOST_ROWS, OfferRow, Owner, Record};
use uuid::Uuid;

pub trait Listed: Record + Send + Sync + 'static {
    type Terms: Clone + Serialize + DeserializeOwned + Send + Sync + 'static;
    type Thing: Send + Sync;
    /// Who posts what the list holds.
    const SIDE: Side;

    fn owner(&self) -> &Owner;
    fn terms(&self) -> &Self::Terms;
    /// The varieties of a form, and the column that names them.
    fn varieties(terms: &Self::Terms) -> (&'static str, &[Slug]);
    /// A row of the organisation's own list, which does not say whose it is.
    fn of(terms: Self::Terms) -> Self;
    /// Checked like the form that is filled in by hand.
    fn make(actor: &Actor, terms: Self::Terms, id: Uuid, now: Timestamp) -> Result<Self::Thing, PostError>;
    /// What the organisation has on the market, newest first; as many as one list can hold.
    fn open(tx: &Tx, org: OrgId, today: TradeDay) -> impl Future<Output = Result<Vec<(Uuid, Self::Terms)>, StoreError>> + Send;
    fn insert(tx: &Tx, things: &[Self::Thing]) -> impl Future<Output = Result<(), StoreError>> + Send;
}

/// One more than a list holds, so that the writer can say that it is too long.
const WHOLE_LIST: Slice<Uuid> = Slice { after: None, limit: MOST_ROWS as u64 };

impl Listed for OfferRow {
    type Terms = OfferTerms;
    type Thing = Offer;
    const SIDE: Side = Side::Supplier;

    fn owner(&self) -> &Owner {
        &self.supplier
    }

    fn terms(&self) -> &OfferTerms {
        &self.terms
    }

    fn varieties(terms: &OfferTerms) -> (&'static str, &[Slug]) {
        ("variety", std::slice::from_ref(&terms.variety))
    }

    fn of(terms: OfferTerms) -> Self {
        Self { supplier: Owner::default(), terms }
    }

    fn make(actor: &Actor, terms: OfferTerms, id: Uuid, now: Timestamp) -> Result<Offer, PostError> {
        Offer::post(actor, terms, id.into(), now)
    }

    async fn open(tx: &Tx, org: OrgId, today: TradeDay) -> Result<Vec<(Uuid, OfferTerms)>, StoreError> {
        let filter = OfferFilter { status: Some(PostStatus::Open), ..OfferFilter::default() };
        let rows = offers::list(tx, Scope::Org(org), &filter, today, WHOLE_LIST).await?;
        Ok(rows.into_iter().map(|held| (held.offer.id.into(), held.offer.terms)).collect())
    }

    async fn insert(tx: &Tx, offers: &[Offer]) -> Result<(), StoreError> {
        offers::insert_many(tx, offers).await
    }
}

impl Listed for DemandRow {
    type Terms = DemandTerms;
    type Thing = Demand;
    const SIDE: Side = Side::Buyer;

    fn owner(&self) -> &Owner {
        &self.buyer
    }

    fn terms(&self) -> &DemandTerms {
        &self.terms
    }

    fn varieties(terms: &DemandTerms) -> (&'static str, &[Slug]) {
        ("varieties", &terms.varieties)
    }

    fn of(terms: DemandTerms) -> Self {
        Self { buyer: Owner::default(), terms }
    }

    fn make(actor: &Actor, terms: DemandTerms, id: Uuid, now: Timestamp) -> Result<Demand, PostError> {
        Demand::post(actor, terms, id.into(), now)
    }

    async fn open(tx: &Tx, org: OrgId, today: TradeDay) -> Result<Vec<(Uuid, DemandTerms)>, StoreError> {
        let filter = demands::Filter { status: Some(PostStatus::Open), products: None };
        let rows = demands::list(tx, Scope::Org(org), &filter, today, WHOLE_LIST).await?;
        Ok(rows.into_iter().map(|held| (held.demand.id.into(), held.demand.terms)).collect())
    }

    async fn insert(tx: &Tx, demands: &[Demand]) -> Result<(), StoreError> {
        demands::insert_many(tx, demands).await
    }
}
