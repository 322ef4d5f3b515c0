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
use domain::quantity::Kg;
use domain::recurring_demand::RecurringDemand;
use serde_json::json;
use uuid::Uuid;

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
    let Some((demands, after)) = rule.due(app.env.id(), || app.env.id(), app.env.now()) else { return Ok(()) };
    recurring_demands::save(&tx, &after).await?;
    put(app, &tx, &after, &demands).await?;
    if let Some(first) = demands.first() {
        notify::organisation(app, &tx, rule.org, &event(first, &demands)).await?;
    }
    Ok(tx.commit().await?)
}

/// Puts what a rule asks for on the market, at one point or at several, and tells who looks for such demands.
pub async fn put(app: &App, tx: &Tx, rule: &RecurringDemand, posted: &[Demand]) -> anyhow::Result<()> {
    match posted {
        [] => return Ok(()),
        [Demand { group: Some(group), .. }, ..] => demands::insert_batch(tx, *group, posted).await?,
        _ => {
            for demand in posted {
                demands::insert(tx, demand).await?;
            }
        }
    }
    let ids: Vec<Uuid> = posted.iter().map(|demand| demand.id.into()).collect();
    searches::posted(app, tx, Side::Buyer, &ids).await?;
    Ok(recurring_demands::note(tx, rule.id, posted).await?)
}

/// `demand` is the first point's; the others are found beside it.
fn event(demand: &Demand, all: &[Demand]) -> Event {
    let catalogue = catalogue::now();
    let product = catalogue.product(demand.terms.product.as_str());
    let arguments = json!({
        "product_vi": product.map(|product| &product.name_vi), "product_en": product.map(|product| &product.name_en),
        "weeks": demand.terms.weeks.len(), "kg": Kg::sum(all.iter().filter_map(|demand| demand.terms.kg_total())),
    });
    let path = format!("/nhu-cau/{}", demand.id);
    Event { kind: NoticeKind::DemandRecurred, subject: Some(demand.id.into()), arguments, path }
}
