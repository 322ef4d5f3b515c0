//! Weeks of recurring demands go on the market when their day comes.
use super::searches;
use crate::app::App;
use crate::notify::{self, Event};
use crate::reference::catalogue;
use crate::store::{Tx, demands, recurring_demands};
use domain::account::Side;
use domain::demand::Demand;
use domain::id::RecurringDemandId;
use domain::notice::NoticeKind;
use domain::policy::Scope;
use domain::recurring_demand::RecurringDemand;
use serde_json::json;

/// How many are posted in one go of the clock.
const AT_ONCE: u64 = 200;

/// Posts what is due. Each rule has a transaction of its own: one that fails keeps no other waiting.
pub async fn post_recurring(app: &App) -> anyhow::Result<()> {
    let due = recurring_demands::due(&Tx::read(&app.db).await?, app.env.today(), AT_ONCE).await?;
    for id in due {
        if let Err(error) = post_one(app, id).await {
            tracing::error!(rule = %id, error = format!("{error:#}"), "a recurring demand was not posted");
        }
    }
    Ok(())
}

async fn post_one(app: &App, id: RecurringDemandId) -> anyhow::Result<()> {
    let tx = Tx::write(&app.db).await?;
    let rule = recurring_demands::get(&tx, Scope::All, id).await?;
    let Some((demand, after)) = rule.due(app.env.id(), app.env.now()) else { return Ok(()) };
    recurring_demands::save(&tx, &after).await?;
    if let Some(demand) = demand {
        put(app, &tx, &after, &demand).await?;
        notify::organisation(app, &tx, rule.org, &event(&demand)).await?;
    }
    Ok(tx.commit().await?)
}

/// Puts what a rule asks for on the market, and tells who looks for such demands.
pub async fn put(app: &App, tx: &Tx, rule: &RecurringDemand, demand: &Demand) -> anyhow::Result<()> {
    demands::insert(tx, demand).await?;
    searches::posted(app, tx, Side::Buyer, &[demand.id.into()]).await?;
    Ok(recurring_demands::note(tx, rule.id, demand).await?)
}

fn event(demand: &Demand) -> Event {
    let catalogue = catalogue::now();
    let product = catalogue.product(demand.terms.product.as_str());
    let arguments = json!({
        "product_vi": product.map(|product| &product.name_vi), "product_en": product.map(|product| &product.name_en),
        "weeks": demand.terms.weeks.len(), "kg": demand.terms.kg_total(),
    });
    let path = format!("/nhu-cau/{}", demand.id);
    Event { kind: NoticeKind::DemandRecurred, subject: Some(demand.id.into()), arguments, path }
}
