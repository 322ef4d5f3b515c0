//! What the kinds of list have in common: the form a row fills in, and the thing that is made of it.
use super::place::{Beside, Own, Placed};
use super::registry::{Holders, Registry};
use crate::app::App;
use crate::notify::{self, Event};
use crate::reference::catalogue;
use crate::store::offers::Filter as OfferFilter;
use crate::store::{Slice, StoreError, Tx, accounts, certificates, demands, offers};
use domain::account::{Actor, OrgProfile, Organisation, Side};
use domain::certificate::{Certificate, CertificateStatus, CertificateTerms};
use domain::day::{Timestamp, TradeDay};
use domain::demand::{Demand, DemandStatus, PostDemand, Preference};
use domain::error::{Conflict, Refusal};
use domain::id::OrgId;
use domain::import::ImportedProblem;
use domain::notice::NoticeKind;
use domain::offer::{Offer, OfferTerms};
use domain::policy::{Denied, Scope};
use domain::post::PostStatus;
use domain::product::{Quality, Slug};
use domain::reason::Reason;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;
use sheets::{CertificateRow, DemandRow, MOST_ROWS, OfferRow, OrganisationRow, Owner, Record};
use uuid::Uuid;

/// What a row needs to become something.
#[derive(Debug)]
pub struct Making {
    pub id: Uuid,
    /// Whose it will be, where that is somebody who is here.
    pub org: Option<OrgId>,
    /// Why what the office enters is verified at once.
    pub verified: Option<Reason>,
    pub now: Timestamp,
}

/// Why nothing is made of a row.
#[derive(Debug)]
pub enum Unmade {
    /// What stands against it now, as a day that passed since.
    Problems(Vec<ImportedProblem>),
    /// A person who may not is no matter of the row.
    Broken(anyhow::Error),
}

impl<C: Conflict + Send + Sync + 'static> From<Refusal<C>> for Unmade {
    fn from(refusal: Refusal<C>) -> Self {
        let problem = |code: String| ImportedProblem { column: None, code, given: String::new(), choices: Vec::new(), row: None };
        match refusal {
            Refusal::Invalid(faults) => Self::Problems(faults.into_iter().map(|fault| problem(fault.code.to_owned())).collect()),
            Refusal::Conflict(conflict) => Self::Problems(vec![problem(conflict.to_string())]),
            Refusal::Denied(_) | Refusal::Stale => Self::Broken(refusal.into()),
        }
    }
}

pub trait Listed: Record + Send + Sync + 'static {
    type Terms: Clone + Serialize + DeserializeOwned + Send + Sync + 'static;
    type Thing: Send + Sync;
    type Beside: Beside;
    /// Who posts what the list holds; nobody where it is not for the market.
    const SIDE: Option<Side>;

    fn terms(&self) -> &Self::Terms;
    /// The varieties of which something new would be posted, and the column that names them.
    fn varieties(terms: &Self::Terms) -> (&'static str, &[Slug]);
    /// The goods whose sheet says which size labels there are, where something is said of them.
    fn sized(_: &Self::Terms) -> Option<(Slug, &[Slug], &Quality)> {
        None
    }
    /// What is preferred of them, which may be sizes as well.
    fn preferred(_: &Self::Terms) -> &[Preference] {
        &[]
    }
    /// A row of these terms that belongs to this organisation, in the words in which it is known again.
    fn again(terms: Self::Terms, org: Option<OrgId>, beside: &Self::Beside) -> Self;
    fn place(&self, beside: &Self::Beside) -> Placed;
    /// Checked like the form that is filled in by hand.
    fn make(actor: &Actor, terms: Self::Terms, making: Making) -> Result<Self::Thing, Unmade>;
    /// What was made counts for the rows after it.
    fn remember(beside: &mut Self::Beside, thing: &Self::Thing);
    /// Whose the thing is.
    fn owner(thing: &Self::Thing) -> OrgId;
    /// What the organisation has on the market, newest first; as many as one list can hold.
    fn open(tx: &Tx, org: OrgId, today: TradeDay) -> impl Future<Output = Result<Vec<(Uuid, Self)>, StoreError>> + Send;
    fn insert(app: &App, tx: &Tx, things: &[Self::Thing]) -> impl Future<Output = anyhow::Result<()>> + Send;
}

/// One more than a list holds, so that the writer can say that it is too long.
const WHOLE_LIST: Slice<Uuid> = Slice { after: None, limit: MOST_ROWS as u64 };

impl Listed for OfferRow {
    type Terms = OfferTerms;
    type Thing = Offer;
    type Beside = Own;
    const SIDE: Option<Side> = Some(Side::Supplier);

    fn terms(&self) -> &OfferTerms {
        &self.terms
    }

    fn varieties(terms: &OfferTerms) -> (&'static str, &[Slug]) {
        ("variety", std::slice::from_ref(&terms.variety))
    }

    fn sized(terms: &OfferTerms) -> Option<(Slug, &[Slug], &Quality)> {
        let product = catalogue::now().variety(terms.variety.as_str())?.product_slug.parse().ok()?;
        Some((product, std::slice::from_ref(&terms.variety), &terms.quality))
    }

    fn again(terms: OfferTerms, _: Option<OrgId>, _: &Own) -> Self {
        Self { supplier: Owner::default(), terms }
    }

    fn place(&self, own: &Own) -> Placed {
        own.place(&self.supplier)
    }

    fn make(actor: &Actor, terms: OfferTerms, making: Making) -> Result<Offer, Unmade> {
        Ok(Offer::post(actor, terms, making.id.into(), making.now)?)
    }

    fn remember(_: &mut Own, _: &Offer) {}

    fn owner(offer: &Offer) -> OrgId {
        offer.org
    }

    async fn open(tx: &Tx, org: OrgId, today: TradeDay) -> Result<Vec<(Uuid, Self)>, StoreError> {
        let filter = OfferFilter { status: Some(PostStatus::Open), ..OfferFilter::default() };
        let rows = offers::list(tx, Scope::Org(org), &filter, today, WHOLE_LIST).await?;
        let row = |terms| Self { supplier: Owner::default(), terms };
        Ok(rows.into_iter().map(|held| (held.offer.id.into(), row(held.offer.terms))).collect())
    }

    async fn insert(_: &App, tx: &Tx, offers: &[Offer]) -> anyhow::Result<()> {
        Ok(offers::insert_many(tx, offers).await?)
    }
}

impl Listed for DemandRow {
    type Terms = PostDemand;
    type Thing = Demand;
    type Beside = Own;
    const SIDE: Option<Side> = Some(Side::Buyer);

    fn terms(&self) -> &PostDemand {
        &self.post
    }

    fn varieties(PostDemand { terms, .. }: &PostDemand) -> (&'static str, &[Slug]) {
        ("varieties", &terms.varieties)
    }

    fn sized(PostDemand { terms, .. }: &PostDemand) -> Option<(Slug, &[Slug], &Quality)> {
        Some((terms.product.clone(), &terms.varieties, &terms.quality))
    }

    fn preferred(PostDemand { terms, .. }: &PostDemand) -> &[Preference] {
        &terms.preferred
    }

    fn again(post: PostDemand, _: Option<OrgId>, _: &Own) -> Self {
        Self { buyer: Owner::default(), post }
    }

    fn place(&self, own: &Own) -> Placed {
        own.place(&self.buyer)
    }

    fn make(actor: &Actor, PostDemand { title, terms }: PostDemand, making: Making) -> Result<Demand, Unmade> {
        Ok(Demand { title, ..Demand::post(actor, terms, making.id.into(), making.now)? })
    }

    fn remember(_: &mut Own, _: &Demand) {}

    fn owner(demand: &Demand) -> OrgId {
        demand.org
    }

    async fn open(tx: &Tx, org: OrgId, today: TradeDay) -> Result<Vec<(Uuid, Self)>, StoreError> {
        let mut rows = Vec::new();
        for status in [DemandStatus::Open, DemandStatus::Filled] {
            let filter = demands::Filter { status: Some(status), products: None };
            rows.extend(demands::list(tx, Scope::Org(org), &filter, today, WHOLE_LIST).await?);
        }
        let row = |demand: Demand| {
            let post = PostDemand { title: demand.title, terms: demand.terms };
            (demand.id.into(), Self { buyer: Owner::default(), post })
        };
        Ok(rows.into_iter().map(|held| row(held.demand)).collect())
    }

    async fn insert(_: &App, tx: &Tx, demands: &[Demand]) -> anyhow::Result<()> {
        Ok(demands::insert_many(tx, demands).await?)
    }
}

impl Listed for OrganisationRow {
    type Terms = OrgProfile;
    type Thing = Organisation;
    type Beside = Registry;
    const SIDE: Option<Side> = None;

    fn terms(&self) -> &OrgProfile {
        &self.profile
    }

    fn varieties(_: &OrgProfile) -> (&'static str, &[Slug]) {
        ("", &[])
    }

    fn again(profile: OrgProfile, _: Option<OrgId>, _: &Registry) -> Self {
        Self { profile }
    }

    fn place(&self, registry: &Registry) -> Placed {
        registry.place(&self.profile)
    }

    fn make(actor: &Actor, profile: OrgProfile, making: Making) -> Result<Organisation, Unmade> {
        Ok(Organisation::enter(actor, profile, making.verified, making.id.into(), making.now)?)
    }

    fn remember(registry: &mut Registry, org: &Organisation) {
        registry.remember(org);
    }

    fn owner(org: &Organisation) -> OrgId {
        org.id
    }

    async fn open(_: &Tx, _: OrgId, _: TradeDay) -> Result<Vec<(Uuid, Self)>, StoreError> {
        Ok(Vec::new())
    }

    async fn insert(_: &App, tx: &Tx, orgs: &[Organisation]) -> anyhow::Result<()> {
        Ok(accounts::insert_organisations(tx, orgs).await?)
    }
}

impl Listed for CertificateRow {
    type Terms = CertificateTerms;
    type Thing = Certificate;
    type Beside = Holders;
    const SIDE: Option<Side> = None;

    fn terms(&self) -> &CertificateTerms {
        &self.terms
    }

    /// A paper may name a variety that rests.
    fn varieties(_: &CertificateTerms) -> (&'static str, &[Slug]) {
        ("", &[])
    }

    fn again(terms: CertificateTerms, org: Option<OrgId>, holders: &Holders) -> Self {
        Self { holder: holders.registry.owner(org), terms }
    }

    fn place(&self, holders: &Holders) -> Placed {
        holders.place(&self.holder, &self.terms)
    }

    fn make(actor: &Actor, terms: CertificateTerms, making: Making) -> Result<Certificate, Unmade> {
        let org = making.org.ok_or(Refusal::<domain::certificate::CertificateConflict>::Denied(Denied::Hidden))?;
        Ok(Certificate::enter(actor, org, terms, making.verified, making.id.into(), making.now)?)
    }

    fn remember(holders: &mut Holders, certificate: &Certificate) {
        holders.remember(certificate);
    }

    fn owner(certificate: &Certificate) -> OrgId {
        certificate.org
    }

    async fn open(_: &Tx, _: OrgId, _: TradeDay) -> Result<Vec<(Uuid, Self)>, StoreError> {
        Ok(Vec::new())
    }

    /// Holders that have members hear of what was verified for them.
    async fn insert(app: &App, tx: &Tx, papers: &[Certificate]) -> anyhow::Result<()> {
        certificates::insert_many(tx, papers).await?;
        let told = papers.iter().filter_map(|paper| match &paper.status {
            CertificateStatus::Verified { reason, .. } => {
                let arguments = json!({ "kind": paper.terms.kind, "number": paper.terms.number, "reason": reason });
                let (kind, subject) = (NoticeKind::CertificateVerified, Some(paper.id.into()));
                Some((paper.org, Event { kind, subject, arguments, path: "/to-chuc".into() }))
            }
            CertificateStatus::Submitted { .. } | CertificateStatus::Refused { .. } | CertificateStatus::Suspended { .. } => None,
        });
        notify::organisations(app, tx, told.collect()).await
    }
}
