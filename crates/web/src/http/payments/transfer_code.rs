//! What the buyer's bank app fills in by itself: the account of the contract, the amount and the purpose as one code to scan.
use crate::app::App;
use crate::http::error::{ApiError, Problem};
use crate::http::extract::{Auth, Path, Query};
use crate::reference::banks;
use crate::store::{Tx, contracts};
use axum::extract::State;
use domain::account::BankAccount;
use domain::disclosure::{Field, Stage};
use domain::id::ContractId;
use domain::money::Vnd;
use domain::policy::{Command, scope};
use domain::vietqr::{Transfer, purpose};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Codes carry thirteen digits.
const MOST: i64 = 9_999_999_999_999;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TransferQuery {
    /// In ₫, 1 to 9,999,999,999,999; without it the payer types it.
    pub amount: Option<i64>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct TransferView {
    /// The supplier's account in the contract; none where the contract names none.
    pub bank_account: Option<BankAccount>,
    pub amount: Option<Vnd>,
    /// Plain capitals, at most 25, that name the contract.
    #[schema(example = "TT 0012/2026")]
    pub purpose: String,
    /// The text of the code (VietQR, EMVCo); none where there is no account, or its bank is not known by a number.
    pub code: Option<String>,
}

/// A code for the buyer's bank app that pays the supplier of a contract.
#[utoipa::path(get, path = "/contracts/{id}/transfer-code", tag = "lines", params(("id" = ContractId, Path), TransferQuery),
    responses((status = 200, body = TransferView), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn transfer_code(
    State(app): State<App>,
    auth: Auth,
    Path(id): Path<ContractId>,
    Query(query): Query<TransferQuery>,
) -> Result<axum::Json<TransferView>, ApiError> {
    if query.amount.is_some_and(|amount| !(1..=MOST).contains(&amount)) {
        return Err(ApiError::field("amount", "amount_out_of_range"));
    }
    let tx = Tx::read(&app.db).await?;
    let contract = contracts::get(&tx, scope(&auth, Command::ReadContract), id).await?;
    let stage = Stage::of_contract(&auth, &contract.state);
    let bank_account = stage.show(Field::BankAccount, contract.terms.supplier.bank_account.clone()).flatten();
    let amount = query.amount.map(Vnd::new);
    let purpose = purpose(&format!("TT {}", contract.terms.number.short()));
    let code = bank_account.as_ref().and_then(|account| {
        let bank = banks::named(&account.bank)?;
        Some(Transfer { bank: &bank.bin, account: account.number.as_str(), amount, bill: None, purpose: Some(&purpose) }.payload())
    });
    Ok(axum::Json(TransferView { bank_account, amount, purpose, code }))
}
