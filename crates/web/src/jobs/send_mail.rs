//! Hands one mail to the mail server.
use crate::app::App;
use crate::auth::unsubscribe;
use crate::mail::Delivery;
use crate::store::mail::{self, Status};
use crate::store::mail_settings::{self, Bounce};
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
    let stop = unsubscribe::link(app, mail.user, &mail.kind);
    let outcome = app.mailer.send(&mail, stop.as_deref()).await;
    let bounces = matches!(outcome, Delivery::NoSuchAddress(_));
    let (status, error) = match outcome {
        Delivery::Sent => (Status::Sent, None),
        Delivery::Kept => (Status::Kept, None),
        Delivery::Refused(error) | Delivery::NoSuchAddress(error) => (Status::Refused, Some(error)),
        Delivery::Later(error) => {
            let tx = Tx::write(&app.db).await?;
            mail::record(&tx, id, Status::Queued, Some(error.clone()), app.env.now(), true).await?;
            tx.commit().await?;
            bail!("{error}");
        }
    };
    let (tx, now) = (Tx::write(&app.db).await?, app.env.now());
    if let Some(user) = mail.user {
        match (status, &error) {
            (Status::Refused, Some(reason)) if bounces => {
                let bounce = Bounce { address: mail.recipient, reason: reason.clone(), at: now };
                mail_settings::bounced(&tx, user, bounce).await?;
            }
            (Status::Sent, _) => mail_settings::arrives(&tx, user, &mail.recipient).await?,
            _ => {}
        }
    }
    mail::record(&tx, id, status, error, now, app.demo).await?;
    Ok(tx.commit().await?)
}

/// The last try failed: who looks at the mail is told so.
pub async fn give_up(app: &App, tx: &Tx, id: MailId, error: &anyhow::Error) -> Result<(), StoreError> {
    mail::record(tx, id, Status::GivenUp, Some(format!("{error:#}")), app.env.now(), app.demo).await
}
