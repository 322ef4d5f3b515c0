//! The catalogue in force follows what the programme office wrote.
use crate::reference::catalogue::{self, Catalogue};
use crate::store::{Db, StoreError, Tx, catalogue as store};
use tokio::sync::Mutex;

/// Of two changes at once the later reading must be the one that stays.
static READING: Mutex<()> = Mutex::const_new(());

/// After every change, when the program starts, and by the clock, because another process may have written. Where nothing was
/// ever written, the list that came with the program stands.
pub async fn reload_catalogue(db: &Db) -> Result<(), StoreError> {
    let _one = READING.lock().await;
    let written = store::written(&Tx::read(db).await?).await?;
    let untouched = written.products.is_empty() && written.varieties.is_empty();
    if !untouched && !catalogue::now().is_with(&written) {
        catalogue::install(Catalogue::with(written));
    }
    Ok(())
}
