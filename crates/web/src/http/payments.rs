//! What an organisation has to pay or to get, across its contracts.
pub mod several;
pub mod transfer_code;

use super::deliveries::{DealFacts, own};
use super::error::{ApiError, Problem};
use super::extract::{Auth, Query};
use super::guarded::AccountWarning;
use super::line_view::{PaymentView, ShareView};
use super::officer::PageParameters;
use super::page::{Page, PageQuery};
use crate::app::App;
use crate::store::lines::{self, Money, Owed, Wanted};
use crate::store::{StoreError, Tx, accounts, contracts};
use axum::extract::State;
use domain::account::{BankAccount, Side};
use domain::contract::{Contract, PartySnapshot};
use domain::day::{TradeDay, Week};
use domain::delivery::Receipt;
use domain::disclosure::{Field, Stage};
use domain::dues::DueKind;
use domain::money::Vnd;
use domain::policy::Command;
use domain::quantity::Kg;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaymentState {
    /// Owed, late or not.
    Due,
    /// Owed, past the day.
    Late,
    /// Paid, as the buyer says.
    Declared,
    Confirmed,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PaymentQuery {
    #[param(inline)]
    pub state: Option<PaymentState>,
    /// Due on this day or later.
    pub from: Option<TradeDay>,
    /// Due on this day or before.
    pub to: Option<TradeDay>,
    #[serde(flatten)]
    #[param(inline)]
    pub page: PageParameters,
}

/// The money of one delivery, or one of the contract's own debts.
#[derive(Debug, Serialize, ToSchema)]
pub struct DebtView {
    #[serde(flatten)]
    pub deal: DealFacts,
    /// Number of the line in its contract; absent for one of the contract's own debts.
    pub line: Option<u16>,
    /// One of the contract's own debts; absent for a delivery.
    pub due: Option<DueKind>,
    /// Who pays: the buyer, or the supplier who gives back the rest of a deposit.
    pub payer: Side,
    pub week: Option<Week>,
    pub accepted_kg: Option<Kg>,
    /// What was paid ahead of the delivery and what is kept back, where the contract knows any of it.
    pub share: Option<ShareView>,
    pub payment: PaymentView,
    /// Where the reader pays to: the other side's account in the contract.
    pub bank_account: Option<BankAccount>,
    /// That account changes or changed lately: ask before paying.
    pub account_warning: Option<AccountWarning>,
}

/// All that is open, whatever page is shown.
#[derive(Debug, Serialize, ToSchema)]
pub struct PaymentTotals {
    /// Owed and not declared, late or not.
    pub due: Vnd,
    pub late: Vnd,
    /// Declared and not confirmed.
    pub declared: Vnd,
    /// Of deposits, owed by the supplier and not declared; in none of the others.
    pub back: Vnd,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct PaymentPage {
    pub items: Vec<DebtView>,
    /// Send it as `after` for the next page; absent on the last one.
    pub next: Option<Uuid>,
    pub totals: PaymentTotals,
}

/// The own payments by due day: what a buyer owes, what a supplier is owed.
#[utoipa::path(get, path = "/payments", tag = "lines", params(PaymentQuery),
    responses((status = 200, body = PaymentPage), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn list(State(app): State<App>, auth: Auth, Query(query): Query<PaymentQuery>) -> Result<axum::Json<PaymentPage>, ApiError> {
    auth.reach(Command::ReadContract)?;
    let own = own(&auth, app.env.today())?;
    let slice = PageQuery { after: query.page.after, limit: query.page.limit }.slice()?;
    let state = query.state.map(|state| match state {
        PaymentState::Due => Money::Due,
        PaymentState::Late => Money::Late,
        PaymentState::Declared => Money::Declared,
        PaymentState::Confirmed => Money::Confirmed,
    });
    let tx = Tx::read(&app.db).await?;
    let wanted = Wanted { state, from: query.from, to: query.to, payer: None };
    let rows = lines::payments(&tx, own, wanted, slice).await?;
    let page = Page::cut(rows, slice.limit, Owed::id);
    let page = Page { items: with_contract(&tx, page.items).await?, next: page.next };
    // Only who pays is warned.
    let payees: BTreeSet<_> = page.items.iter().filter_map(|(contract, owed)| Some(payee(contract, owed, own.side)?.org)).collect();
    let now = app.env.now();
    let changes = accounts::account_changes(&tx, payees).await?;
    let page = page.map(|(contract, owed)| {
        let payee = payee(&contract, &owed, own.side);
        let stage = Stage::of_contract(&auth, &contract.state);
        DebtView {
            account_warning: payee.and_then(|payee| AccountWarning::first(changes.get(&payee.org)?, payee, now)),
            deal: DealFacts::new(&contract, own.side),
            line: owed.line().map(|line| line.number),
            due: owed.due().map(|due| due.kind),
            payer: owed.payer(),
            week: owed.line().map(|line| line.window.from.week()),
            accepted_kg: owed.line().map(|line| line.receipt().map_or(Kg::ZERO, Receipt::accepted)),
            share: owed.line().and_then(|line| ShareView::new(&contract, line)),
            payment: PaymentView::new(owed.payment(), own.today),
            bank_account: payee.and_then(|payee| stage.show(Field::BankAccount, payee.bank_account.clone()).flatten()),
        }
    });
    let lines::Totals { due, late, declared, back } = lines::totals(&tx, own).await?;
    Ok(axum::Json(PaymentPage { items: page.items, next: page.next, totals: PaymentTotals { due, late, declared, back } }))
}

/// Whom the reader pays, if it is the reader's to pay.
fn payee<'a>(contract: &'a Contract, owed: &Owed, reader: Side) -> Option<&'a PartySnapshot> {
    (owed.payer() == reader).then_some(match reader {
        Side::Buyer => &contract.terms.supplier,
        Side::Supplier => &contract.terms.buyer,
    })
}

/// Each debt with its contract: one more query for all of them.
pub async fn with_contract(tx: &Tx, rows: Vec<Owed>) -> Result<Vec<(Contract, Owed)>, StoreError> {
    let found = contracts::many(tx, rows.iter().map(|row| row.contract)).await?;
    let found: BTreeMap<_, _> = found.into_iter().map(|contract| (contract.id, contract)).collect();
    Ok(rows.into_iter().filter_map(|row| Some((found.get(&row.contract)?.clone(), row))).collect())
}
