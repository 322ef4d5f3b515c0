//! The catalogue in force follows what the programme office wrote.
use crate::reference::catalogue::{self, Catalogue};
use crate::store::{Db, StoreError, Tx, catalogue as store};
use tokio::sync::Mutex;

/// Of two changes at once the later reading must be the one that stays.
static READING: Mutex<()> = Mutex::const_new(());

/// After every change, and when the program starts. Where nothing was ever written, the list that came with the program stands.
pub async fn reload_catalogue(db: &Db) -> Result<(), StoreError> {
    let _one = READING.lock().await;
    let written = store::written(&Tx::read(db).await?).await?;
    if !written.products.is_empty() || !written.varieties.is_empty() {
        catalogue::install(Catalogue::with(written));
    }
    Ok(())
}
