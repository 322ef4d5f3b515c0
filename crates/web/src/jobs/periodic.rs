//! What is due by the clock alone. Each step looks for itself what is due, so that running it twice, or in two processes, does
//! nothing more.
use crate::app::App;
use crate::flow;

/// Does what is due now. One step that fails does not keep the others back.
pub async fn tick(app: &App) {
    let note = |step: &str, outcome: anyhow::Result<()>| {
        if let Err(error) = outcome {
            tracing::error!(step, error = format!("{error:#}"), "what is due by the clock was not done");
        }
    };
    // Before the round, which may meet a variety that is new.
    note("the catalogue", flow::reload_catalogue(&app.db).await.map_err(anyhow::Error::from));
    note("end proposals", flow::lapse_proposals(app).await.map(|_| ()));
    note("close contracts", flow::lapse_contracts(app).await.map(|_| ()));
    note("changes whose wait is over", flow::settle_guarded(app).await);
    note("deadlines", flow::deadlines(app).await);
    note("entries nobody confirmed", flow::lapse_assisted(app).await);
    note("certificates that run out", flow::expiring(app).await);
    // Before the round, which finds them on the market.
    note("recurring demands", flow::post_recurring(app).await);
    note("forecasts to make firm", flow::to_confirm(app).await);
    note("the round of the hour", flow::run_due_round(app).await.map(|_| ()));
    // After the round: what it makes in the morning goes into the mail of the day.
    note("the mail of the day", flow::send_daily(app).await);
}
