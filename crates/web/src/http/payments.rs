//! What an organisation has to pay or to get, across its contracts.
pub mod several;
pub mod transfer_code;

use super::deliveries::{DealFacts, own, slice, with_contracts};
use super::error::{ApiError, Problem};
use super::extract::{Auth, Query};
use super::guarded::AccountWarning;
use super::line_view::PaymentView;
use super::officer::PageParameters;
use crate::app::App;
use crate::store::lines::{self, Listed, Money};
use crate::store::{Tx, accounts};
use axum::extract::State;
use domain::account::{BankAccount, Side};
use domain::day::{TradeDay, Week};
use domain::delivery::Receipt;
use domain::disclosure::{Field, Stage};
use domain::money::Vnd;
use domain::policy::Command;
use domain::quantity::Kg;
use serde::{Deserialize, Serialize};
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

/// The money of one line.
#[derive(Debug, Serialize, ToSchema)]
pub struct DebtView {
    #[serde(flatten)]
    pub deal: DealFacts,
    /// Number of the line in its contract.
    pub line: u16,
    pub week: Week,
    pub accepted_kg: Kg,
    pub payment: PaymentView,
    /// Where the buyer pays to; the supplier's account in the contract.
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
    let slice = slice(&query.page)?;
    let state = query.state.map(|state| match state {
        PaymentState::Due => Money::Due,
        PaymentState::Late => Money::Late,
        PaymentState::Declared => Money::Declared,
        PaymentState::Confirmed => Money::Confirmed,
    });
    let tx = Tx::read(&app.db).await?;
    let rows = lines::payments(&tx, own, state, query.from, query.to, slice).await?;
    let page = with_contracts(&tx, rows, slice.limit).await?;
    // Only who pays is warned.
    let payees = page.items.iter().map(|(contract, _)| contract.terms.supplier.org).filter(|_| own.side == Side::Buyer);
    let now = app.env.now();
    let changes = accounts::account_changes(&tx, payees).await?;
    let page = page.map(|(contract, Listed { line, .. })| DebtView {
        account_warning: changes
            .get(&contract.terms.supplier.org)
            .and_then(|changes| AccountWarning::first(changes, &contract.terms.supplier, now)),
        deal: DealFacts::new(&contract, own.side),
        line: line.number,
        week: line.window.from.week(),
        accepted_kg: line.receipt().map_or(Kg::ZERO, Receipt::accepted),
        payment: PaymentView::new(&line.payment, own.today),
        bank_account: match own.side {
            Side::Supplier => None,
            Side::Buyer => {
                let stage = Stage::of_contract(&auth, &contract.state);
                stage.show(Field::BankAccount, contract.terms.supplier.bank_account.clone()).flatten()
            }
        },
    });
    let lines::Totals { due, late, declared } = lines::totals(&tx, own).await?;
    Ok(axum::Json(PaymentPage { items: page.items, next: page.next, totals: PaymentTotals { due, late, declared } }))
}
