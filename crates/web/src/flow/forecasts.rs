//! What the calendar does to forecasts: two weeks before the harvest their owners are asked to make them firm, once.
use crate::app::App;
use crate::notify::{self, Event};
use crate::reference::catalogue;
use crate::store::{Tx, offers};
use chrono::NaiveTime;
use domain::day::TradeDay;
use domain::id::OfferId;
use domain::notice::NoticeKind;
use domain::offer::{Forecast, Offer};
use domain::policy::Scope;
use serde_json::json;

/// Nobody is woken by a reminder.
const MORNING: Option<NaiveTime> = NaiveTime::from_hms_opt(6, 0, 0);
/// How many are looked at in one read.
const CHUNK: u64 = 500;

/// Asks about every forecast whose time has come. Called again it finds nothing to do; one offer that fails does not keep the others
/// waiting.
pub async fn to_confirm(app: &App) -> anyhow::Result<()> {
    let now = app.env.now();
    if MORNING.is_some_and(|morning| TradeDay::clock(now) < morning) {
        return Ok(());
    }
    let today = TradeDay::of(now);
    let mut after: Option<OfferId> = None;
    loop {
        let tx = Tx::read(&app.db).await?;
        let rows = offers::forecasts(&tx, Scope::All, today, today.plus(Forecast::REMIND_DAYS), after, CHUNK).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = Some(last.id);
        let reminded = offers::reminded(&tx, rows.iter().map(|offer| offer.id)).await?;
        drop(tx);
        for offer in rows.iter().filter(|offer| !reminded.contains(&(offer.id, offer.terms.window.from))) {
            if let Err(error) = ask(app, offer.id).await {
                tracing::error!(offer = %offer.id, error = format!("{error:#}"), "an owner could not be asked about a forecast");
            }
        }
    }
}

/// What is so is read again, because it may have changed since the look.
async fn ask(app: &App, id: OfferId) -> anyhow::Result<()> {
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    let offer = offers::get(&tx, Scope::All, id).await?.offer;
    if !offer.awaits_quantity(now) || !offers::remind(&tx, &offer, now).await? {
        return Ok(());
    }
    notify::organisation(app, &tx, offer.org, &letter(&offer)).await?;
    Ok(tx.commit().await?)
}

fn letter(offer: &Offer) -> Event {
    let terms = &offer.terms;
    let catalogue = catalogue::now();
    let variety = catalogue.variety(terms.variety.as_str());
    let arguments = json!({
        "goods_vi": variety.map(|variety| &variety.name_vi), "goods_en": variety.map(|variety| &variety.name_en),
        "kg": terms.kg_total, "from": terms.window.from, "to": terms.window.to,
    });
    let path = format!("/nguon-hang/{}", offer.id);
    Event { kind: NoticeKind::HarvestToConfirm, subject: Some(offer.id.into()), arguments, path }
}
