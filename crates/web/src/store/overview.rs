//! The market in numbers, for the programme office. Every number is summed by the database.
mod balance;
mod prices;
mod rest;
mod totals;

pub use balance::{Balance, balance};
pub use prices::{VarietyPrice, contract_prices};
pub use rest::{Rest, RestRow, last_rest};
pub use totals::{ByKind, ByStars, ByStatus, Late, Volumes, by_kind, by_stars, by_status, late, open_proposals, volumes};

use super::{StoreError, Tx};
use sea_orm::{FromQueryResult, Statement, Value};

async fn all<R: FromQueryResult>(tx: &Tx, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<Vec<R>, StoreError> {
    use sea_orm::ConnectionTrait;
    let statement = Statement::from_sql_and_values(tx.conn().get_database_backend(), sql, values);
    Ok(R::find_by_statement(statement).all(tx.conn()).await?)
}

async fn one<R: FromQueryResult>(tx: &Tx, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<R, StoreError> {
    all(tx, sql, values).await?.pop().ok_or(StoreError::Missing)
}
