//! The mail of the day: one mail with what somebody did not want at once.
use crate::app::App;
use crate::notify;
use crate::store::mail_settings::{self, Wants};
use crate::store::{Tx, accounts, daily};

/// Writes the mails that are due, some people in each transaction. Who takes a notice out sends it, so two processes send it once.
pub async fn send_daily(app: &App) -> anyhow::Result<()> {
    loop {
        let tx = Tx::write(&app.db).await?;
        let Some(waiting) = daily::take(&tx, app.env.now()).await? else { return Ok(()) };
        let wants = mail_settings::all(&tx, waiting.keys().copied()).await?;
        let nothing_chosen = Wants::default();
        for person in accounts::people(&tx, waiting.keys().copied()).await? {
            let Some(notices) = waiting.get(&person.user) else { continue };
            notify::daily_mail(app, &tx, &person, wants.get(&person.user).unwrap_or(&nothing_chosen), notices).await?;
        }
        tx.commit().await?;
    }
}
