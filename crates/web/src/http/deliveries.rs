//! What an organisation has to send or to receive, across its contracts.
use super::error::{ApiError, Problem};
use super::extract::{Auth, Query};
use super::line_view::DeliveryLineView;
use super::officer::PageParameters;
use super::page::{Page, PageQuery};
use crate::app::App;
use crate::store::lines::{self, Goods, Listed, Own};
use crate::store::{Slice, Tx, contracts};
use axum::extract::State;
use domain::account::{Actor, Side};
use domain::contract::Contract;
use domain::day::TradeDay;
use domain::hours::Hours;
use domain::id::ContractId;
use domain::policy::Command;
use domain::product::Grade;
use domain::text::Name;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

/// The contract a line belongs to, as the reader knows it.
#[derive(Debug, Serialize, ToSchema)]
pub struct DealFacts {
    pub contract: ContractId,
    pub contract_number: String,
    /// `in_force`, `completed` or `terminated`.
    pub contract_status: String,
    /// The name of the other side, as in the contract.
    pub other_party: Name,
    pub goods_vi: Name,
    pub goods_en: Name,
    pub grade: Grade,
}

impl DealFacts {
    pub fn new(contract: &Contract, reader: Side) -> Self {
        let terms = &contract.terms;
        let other = match reader {
            Side::Supplier => &terms.buyer,
            Side::Buyer => &terms.supplier,
        };
        Self {
            contract: contract.id,
            contract_number: terms.number.to_string(),
            contract_status: contract.state.code().to_owned(),
            other_party: other.name.clone(),
            goods_vi: terms.goods.variety_vi.clone(),
            goods_en: terms.goods.variety_en.clone(),
            grade: terms.goods.grade,
        }
    }
}

#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryState {
    Planned,
    Dispatched,
    Received,
    Missed,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DeliveryQuery {
    #[param(inline)]
    pub state: Option<DeliveryState>,
    /// Deliveries whose days reach this day or a later one.
    pub from: Option<TradeDay>,
    /// Deliveries whose days begin on this day or before.
    pub to: Option<TradeDay>,
    #[serde(flatten)]
    #[param(inline)]
    pub page: PageParameters,
}

/// One line with its contract. A driver is shown no money.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeliveryView {
    #[serde(flatten)]
    pub deal: DealFacts,
    /// Where the goods are loaded, the buyer's dock, and when it receives.
    pub pickup: Name,
    pub dock: Name,
    pub hours: Hours,
    pub line: DeliveryLineView,
}

/// The own deliveries, nearest first.
#[utoipa::path(get, path = "/deliveries", tag = "lines", params(DeliveryQuery),
    responses((status = 200, body = Page<DeliveryView>), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    auth: Auth,
    Query(query): Query<DeliveryQuery>,
) -> Result<axum::Json<Page<DeliveryView>>, ApiError> {
    auth.reach(Command::ReadDelivery)?;
    let own = own(&auth, app.env.today())?;
    let slice = slice(&query.page)?;
    let state = query.state.map(|state| match state {
        DeliveryState::Planned => Goods::Planned,
        DeliveryState::Dispatched => Goods::Dispatched,
        DeliveryState::Received => Goods::Received,
        DeliveryState::Missed => Goods::Missed,
    });
    let tx = Tx::read(&app.db).await?;
    let rows = lines::deliveries(&tx, own, state, query.from, query.to, slice).await?;
    let page = with_contracts(&tx, rows, slice.limit).await?;
    Ok(axum::Json(page.map(|(contract, Listed { line, .. })| DeliveryView {
        deal: DealFacts::new(&contract, own.side),
        pickup: contract.terms.places.pickup.clone(),
        dock: contract.terms.places.dock.clone(),
        hours: contract.terms.places.hours,
        line: DeliveryLineView::new(&auth, &contract, None, &line, own.today),
    })))
}

/// The organisation whose lines are asked for: the reader's own.
pub fn own(actor: &Actor, today: TradeDay) -> Result<Own, ApiError> {
    let member = actor.membership.ok_or(ApiError::Forbidden("forbidden"))?;
    Ok(Own { org: member.org, side: member.side, today })
}

pub fn slice(page: &PageParameters) -> Result<Slice<domain::id::LineId>, ApiError> {
    let Slice { after, limit } = PageQuery { after: page.after, limit: page.limit }.slice()?;
    Ok(Slice { after: after.map(Into::into), limit })
}

/// One page of lines, each with its contract: one more query for all of them.
pub async fn with_contracts(tx: &Tx, rows: Vec<Listed>, limit: u64) -> Result<Page<(Contract, Listed)>, ApiError> {
    let page = Page::cut(rows, limit, |row| row.line.id.into());
    let contracts: BTreeMap<ContractId, Contract> =
        contracts::many(tx, page.items.iter().map(|row| row.contract)).await?.into_iter().map(|contract| (contract.id, contract)).collect();
    let Page { items, next } = page;
    let items = items.into_iter().filter_map(|row| Some((contracts.get(&row.contract)?.clone(), row))).collect();
    Ok(Page { items, next })
}
