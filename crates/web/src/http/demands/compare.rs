//! All that was proposed for one demand, side by side: a buyer chooses one or several, and answers them like any others.
use crate::app::App;
use crate::flow::papers::{self, Gone};
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, Path, Query};
use crate::http::names::PlaceView;
use crate::http::page::{Page, PageQuery};
use crate::http::proposals::{ProposalRow, ProposalStatus, delivery_days, names, waiting};
use crate::reference::near;
use crate::store::contracts;
use crate::store::demands::{self, HeldDemand};
use crate::store::offers::{self, HeldOffer};
use crate::store::proposals::{self, Made, Order};
use crate::store::{StoreError, Tx};
use axum::extract::State;
use domain::day::Window;
use domain::demand::Preference;
use domain::disclosure::{Field, Stage};
use domain::id::{ContractId, DemandId, OfferId, OrgId, ProposalId};
use domain::money::{Vnd, VndPerKg};
use domain::policy::{Command, scope};
use domain::product::{CertKind, Quality};
use domain::proposal::{Proposal, ProposalTerms, Status, Tally};
use domain::quantity::Kg;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

#[derive(Debug, Default, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CompareOrder {
    /// Delivered, the lowest first.
    #[default]
    Price,
    /// By road, the nearest first.
    Distance,
    /// The most kilograms first.
    Weight,
    Newest,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CompareQuery {
    #[param(inline)]
    pub status: Option<ProposalStatus>,
    /// By delivered price when it is left out. What came to nothing stands last in any order.
    #[param(inline)]
    pub order: Option<CompareOrder>,
    /// The `next` of the page before.
    pub after: Option<Uuid>,
    /// How many, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u64>,
}

/// What was proposed for a demand.
#[derive(Debug, Serialize, ToSchema)]
pub struct DemandProposals {
    /// In all weeks.
    pub kg_asked: Kg,
    /// Those that wait for an answer, on every page.
    pub open: TallyView,
    /// Those that became contracts, on every page; without contracts that ended or were never signed in time.
    pub agreed: TallyView,
    pub items: Vec<ComparedProposal>,
    /// Send it as `after` for the next page; absent on the last one.
    pub next: Option<Uuid>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct TallyView {
    pub count: usize,
    pub kg: Kg,
    /// At the buyer's dock, before VAT.
    pub total: Vnd,
    /// Delivered; absent without any.
    pub average: Option<VndPerKg>,
}

impl From<Tally> for TallyView {
    fn from(tally: Tally) -> Self {
        Self { count: tally.count, kg: tally.kg, total: tally.worth, average: tally.average() }
    }
}

/// A proposal beside the others for the same demand.
#[derive(Debug, Serialize, ToSchema)]
pub struct ComparedProposal {
    #[serde(flatten)]
    pub row: ProposalRow,
    /// What the supplier measured of the goods beyond the grade.
    #[serde(skip_serializing_if = "Quality::is_empty")]
    pub quality: Quality,
    pub pickup: Option<PlaceView>,
    /// In tens, as everywhere before a contract names the places.
    pub road_km: u32,
    /// From the first day of delivery to the last.
    pub days: Option<Window>,
    /// What the buyer pays more for; in the price already.
    pub premiums: Vec<Preference>,
    /// What the supplier takes off every kilogram because the contract is this large; in the price already. Absent once the parties
    /// changed the price or the kilograms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discount: Option<i64>,
    /// Papers that it promises and that do not stand for every week: nobody can accept it as it is.
    pub gone: Vec<CertKind>,
    /// What came of it when both sides accepted.
    pub contract: Option<ComparedContract>,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ComparedContract {
    pub id: ContractId,
    /// `signing`, `half_signed`, `in_force`, `completed`, `terminated` or `expired`.
    pub status: String,
}

/// What was proposed for an own demand, side by side; the totals count all pages.
#[utoipa::path(get, path = "/demands/{id}/proposals", tag = "demands", params(("id" = DemandId, Path), CompareQuery),
    responses((status = 200, body = DemandProposals), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn compare(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<DemandId>,
    Query(query): Query<CompareQuery>,
) -> Result<axum::Json<DemandProposals>, ApiError> {
    let slice = PageQuery { after: query.after, limit: query.limit }.slice()?;
    let order = match query.order.unwrap_or_default() {
        CompareOrder::Price => Order::Price,
        CompareOrder::Distance => Order::Distance,
        CompareOrder::Weight => Order::Weight,
        CompareOrder::Newest => Order::Newest,
    };
    let tx = Tx::read(&app.db).await?;
    let demand = demands::get(&tx, scope(&auth, Command::ReadDemand), id).await?;
    auth.reach(Command::ReadProposal)?;
    let limit = slice.limit;
    let rows = proposals::of_demand(&tx, id, query.status.map(ProposalStatus::code), order, slice).await?;
    let page = Page::cut(rows, limit, |made| made.proposal.id.into());
    let live = proposals::live_of_demand(&tx, id).await?;
    let contracts = made_contracts(&tx, live.iter().chain(&page.items)).await?;
    let beside = Beside {
        offers: offers::many(&tx, page.items.iter().map(|made| made.proposal.offer)).await?,
        names: names(&tx, &page.items).await?,
        waiting: waiting(&tx, &auth, &page.items, app.env.now()).await?,
        contracts: &contracts,
        gone: papers::gone(&tx, &open_of(&page.items)).await?,
    };
    let items = page.items.iter().map(|made| beside.view(&auth, &demand, made)).collect();
    let open = live.iter().filter(|made| made.proposal.status == Status::Open);
    let standing =
        |made: &&Made| contracts.get(&made.proposal.id).is_some_and(|made| !matches!(made.status.as_str(), "terminated" | "expired"));
    Ok(axum::Json(DemandProposals {
        kg_asked: demand.demand.terms.kg_total().unwrap_or_default(),
        open: tally(open),
        agreed: tally(live.iter().filter(standing)),
        items,
        next: page.next,
    }))
}

fn open_of(rows: &[Made]) -> Vec<(&Made, &Proposal)> {
    rows.iter().filter(|made| made.proposal.status == Status::Open).map(|made| (made, &made.proposal)).collect()
}

fn tally<'a>(made: impl Iterator<Item = &'a Made>) -> TallyView {
    Tally::of(made.map(|made| &made.proposal.current.terms)).into()
}

async fn made_contracts(tx: &Tx, made: impl Iterator<Item = &Made>) -> Result<BTreeMap<ProposalId, ComparedContract>, StoreError> {
    let agreed = made.filter(|made| matches!(made.proposal.status, Status::Agreed { .. })).map(|made| made.proposal.id);
    let found = contracts::of_proposals(tx, agreed).await?;
    Ok(found.into_iter().map(|(proposal, (id, status))| (proposal, ComparedContract { id, status })).collect())
}

/// What the rows of a page need besides themselves, read once for all of them.
struct Beside<'a> {
    offers: BTreeMap<OfferId, HeldOffer>,
    names: BTreeMap<OrgId, String>,
    waiting: BTreeSet<ProposalId>,
    contracts: &'a BTreeMap<ProposalId, ComparedContract>,
    gone: BTreeMap<ProposalId, Gone>,
}

impl Beside<'_> {
    fn view(&self, auth: &Auth, demand: &HeldDemand, made: &Made) -> ComparedProposal {
        let (proposal, trade) = (&made.proposal, &made.facts.trade);
        let stage = Stage::of_proposal(auth);
        let offer = self.offers.get(&proposal.offer).map(|held| &held.offer.terms);
        let asked = demand.demand.terms.certificates;
        ComparedProposal {
            row: ProposalRow::new(auth, made, &self.names, asked, self.waiting.contains(&proposal.id)),
            quality: offer.map(|terms| terms.quality.clone()).unwrap_or_default(),
            pickup: offer.map(|terms| PlaceView::seen(terms.pickup_commune, stage)),
            road_km: near::rounded(u32::try_from(trade.road_km).unwrap_or_default()),
            days: delivery_days(proposal),
            premiums: made.premiums_in(proposal),
            discount: stage.show(Field::Discount, trade.discount).filter(|off| *off > 0 && as_proposed(proposal)),
            gone: self.gone.get(&proposal.id).map(kinds_of).unwrap_or_default(),
            contract: self.contracts.get(&proposal.id).cloned(),
        }
    }
}

/// Whether price and kilograms are still those that the round computed: what the parties agreed on since is their own price.
fn as_proposed(proposal: &Proposal) -> bool {
    let of = |terms: &ProposalTerms| (terms.farm_gate(), terms.total_kg());
    proposal.earlier.first().is_none_or(|first| of(&first.terms) == of(&proposal.current.terms))
}

fn kinds_of(gone: &Gone) -> Vec<CertKind> {
    gone.required.iter().copied().chain(gone.premiums.iter().filter_map(|row| row.attribute.certificate())).collect()
}
