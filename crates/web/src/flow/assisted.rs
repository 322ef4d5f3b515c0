//! What the office entered for members: who hears of it, and what the clock takes back.
use crate::app::App;
use crate::notify::{self, Event};
use crate::reference::catalogue;
use crate::store::{StoreError, Tx, accounts, assisted, demands, offers, slips};
use domain::account::Side;
use domain::assisted::{Assisted, AssistedState, EnteredPost};
use domain::day::TradeDay;
use domain::id::AssistedId;
use domain::notice::NoticeKind;
use domain::policy::Scope;
use domain::post::PostStatus;
use serde_json::{Value, json};

/// How many leave the market in one go of the clock.
const AT_ONCE: u64 = 200;

/// Tells the members of the organisation for which something was entered.
pub async fn tell_organisation(app: &App, tx: &Tx, entry: &Assisted, kind: NoticeKind) -> anyhow::Result<()> {
    let path = match entry.post {
        EnteredPost::Offer(id) => format!("/nguon-hang/{id}"),
        EnteredPost::Demand(id) => format!("/nhu-cau/{id}"),
    };
    let event = Event { kind, subject: Some(entry.id.into()), arguments: said(tx, entry).await?, path };
    notify::organisation(app, tx, entry.org, &event).await
}

/// Tells the office, whoever of it entered it.
pub async fn tell_officers(app: &App, tx: &Tx, entry: &Assisted, kind: NoticeKind) -> anyhow::Result<()> {
    let path = format!("/nhap-ho?to-chuc={}", entry.org);
    let event = Event { kind, subject: Some(entry.id.into()), arguments: said(tx, entry).await?, path };
    notify::officers(app, tx, &event).await
}

async fn said(tx: &Tx, entry: &Assisted) -> Result<Value, StoreError> {
    let (slug, kg) = assisted::goods(tx, std::slice::from_ref(entry)).await?.remove(&entry.post.id()).ok_or(StoreError::Missing)?;
    let catalogue = catalogue::now();
    let names = match entry.post.side() {
        Side::Supplier => catalogue.variety(&slug).map(|variety| (&variety.name_vi, &variety.name_en)),
        Side::Buyer => catalogue.product(&slug).map(|product| (&product.name_vi, &product.name_en)),
    };
    let slip = match entry.slip {
        None => None,
        Some(id) => slips::of(tx, [id]).await?.remove(&id),
    };
    let reason = if let AssistedState::Refused { reason, .. } = &entry.state { reason.as_str() } else { "" };
    Ok(json!({
        "organisation": accounts::names(tx, [entry.org]).await?.remove(&entry.org),
        "side": entry.post.side(), "post": entry.post.id(), "goods_vi": names.map(|names| names.0), "goods_en": names.map(|names| names.1),
        "kg": kg, "asker": entry.asked.name, "way": entry.asked.way, "until": TradeDay::of(entry.confirm_by), "reason": reason,
        "by": accounts::user_names(tx, [slip.as_ref().map_or(entry.entered_by, |kept| kept.slip.by)]).await?.into_values().next(),
        "reference": slip.as_ref().map(|kept| &kept.slip.reference), "signed_on": slip.as_ref().map(|kept| kept.slip.signed_on),
    }))
}

/// Takes what nobody confirmed in time out of the market. Called again it finds nothing to do; one entry that fails keeps no other waiting.
pub async fn lapse_assisted(app: &App) -> anyhow::Result<()> {
    let due = assisted::due(&Tx::read(&app.db).await?, app.env.now(), AT_ONCE).await?;
    for id in due {
        if let Err(error) = lapse(app, id).await {
            tracing::error!(entry = %id, error = format!("{error:#}"), "an entry that nobody confirmed was not taken back");
        }
    }
    Ok(())
}

async fn lapse(app: &App, id: AssistedId) -> anyhow::Result<()> {
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    let entry = assisted::get_for_change(&tx, Scope::All, id).await?;
    let org = accounts::get_organisation(&tx, Scope::All, entry.org).await?;
    let Some((lapsed, desk)) = entry.lapse(&org, now) else { return Ok(()) };
    assisted::settle(&tx, &lapsed).await?;
    let left = match entry.post {
        EnteredPost::Offer(id) => {
            let offer = offers::get(&tx, Scope::All, id).await?.offer;
            let open = offer.status(now) == PostStatus::Open;
            if open {
                offers::save(&tx, &offer.withdraw(&desk, now)?).await?;
            }
            open
        }
        EnteredPost::Demand(id) => {
            let demand = demands::get(&tx, Scope::All, id).await?.demand;
            let open = demand.is_open(now);
            if open {
                demands::save(&tx, &demand.withdraw(&desk, now)?).await?;
            }
            open
        }
    };
    // What had ended by itself did not leave the market because of an answer that did not come.
    if left {
        tell_organisation(app, &tx, &lapsed, NoticeKind::AssistedLapsed).await?;
        tell_officers(app, &tx, &lapsed, NoticeKind::AssistedLapsed).await?;
    }
    Ok(tx.commit().await?)
}
