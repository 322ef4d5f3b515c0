//! Hands one mail to the mail server.
use crate::app::App;
use crate::mail::Delivery;
use crate::store::mail::{self, Status};
use crate::store::{StoreError, Tx};
use anyhow::bail;
use domain::id::MailId;

/// A refusal for good is kept with the mail; anything else is an error, and the job comes back later.
pub async fn send(app: &App, id: MailId) -> anyhow::Result<()> {
    let tx = Tx::read(&app.db).await?;
    let mail = match mail::get(&tx, id).await {
        Err(StoreError::Missing) => return Ok(()),
        found => found?,
    };
    drop(tx);
    if mail.status != Status::Queued {
        return Ok(());
    }
    let (status, error) = match app.mailer.send(&mail).await {
        Delivery::Sent => (Status::Sent, None),
        Delivery::Kept => (Status::Kept, None),
        Delivery::Refused(error) => (Status::Refused, Some(error)),
        Delivery::Later(error) => {
            let tx = Tx::write(&app.db).await?;
            mail::record(&tx, id, Status::Queued, Some(error.clone()), app.env.now(), true).await?;
            tx.commit().await?;
            bail!("{error}");
        }
    };
    let tx = Tx::write(&app.db).await?;
    mail::record(&tx, id, status, error, app.env.now(), app.demo).await?;
    Ok(tx.commit().await?)
}
