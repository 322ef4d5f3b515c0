//! Sealing and opening take the processor a while, and the threads that answer requests must not wait for it: whatever handles many rows
//! handles them here.
use super::Seal;
use crate::store::{StoreError, Tx};
use sea_orm::DbErr;

/// As many as a page of a list has at most are done where they are: that is shorter than handing them over.
const FEW: usize = 128;

/// Makes something of each row with the key of the instance, in their order.
pub async fn in_bulk<R, T>(
    tx: &Tx,
    rows: Vec<R>,
    make: impl Fn(&Seal, R) -> Result<T, StoreError> + Send + 'static,
) -> Result<Vec<T>, StoreError>
where
    R: Send + 'static,
    T: Send + 'static,
{
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let few = rows.len() <= FEW;
    let seal = tx.seal()?.clone();
    let work = move || rows.into_iter().map(|row| make(&seal, row)).collect();
    if few {
        return work();
    }
    tokio::task::spawn_blocking(work).await.map_err(|error| DbErr::Custom(format!("rows were not opened: {error}")))?
}
