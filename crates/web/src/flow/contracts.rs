//! What ends a contract before its time: somebody declines or terminates it, or the time to sign runs out.
mod news;

pub use news::{name, tell};

use super::lines::{announce, release};
use super::signing::SigningError;
use crate::app::App;
use crate::store::contracts::{self, Event as Entry};
use crate::store::{Slice, StoreError, Tx, lines, reservations};
use domain::account::{Actor, Organisation};
use domain::contract::{Command, Contract, State};
use domain::day::TradeDay;
use domain::id::ContractId;
use domain::notice::NoticeKind;
use domain::policy::{self, Scope, scope};
use domain::reason::Reason;
use serde_json::json;

/// How many overdue contracts are looked at in one go.
const AT_ONCE: u64 = 100;

/// Refuses to sign.
pub async fn decline(app: &App, actor: &Actor, id: ContractId, reason: Reason) -> Result<Contract, SigningError> {
    end(app, actor, id, Command::Decline { reason }, "declined", NoticeKind::ContractDeclined).await
}

/// Ends a contract in force; what is on the road or unpaid stays to be settled.
pub async fn terminate(app: &App, actor: &Actor, id: ContractId, reason: Reason) -> Result<Contract, SigningError> {
    end(app, actor, id, Command::Terminate { reason }, "terminated", NoticeKind::ContractTerminated).await
}

async fn end(app: &App, actor: &Actor, id: ContractId, command: Command, event: &str, kind: NoticeKind) -> Result<Contract, SigningError> {
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    let contract = contracts::get(&tx, scope(actor, policy::Command::ReadContract), id).await?;
    let ended = contract.apply(actor, command, now)?;
    contracts::save(&tx, &ended, || app.env.id()).await?;
    free(&tx, &contract, &ended, TradeDay::of(now)).await?;
    if let State::Terminated { by, reason, .. } = &ended.state {
        let entry = Entry::new(app.env.id(), event, &ended, now).by(*by, actor.user).with(reason.as_str());
        contracts::add_event(&tx, id, entry).await?;
        tell(app, &tx, &ended, kind, &json!({ "reason": reason, "by": name(&ended, *by) })).await?;
    }
    tx.commit().await?;
    Ok(ended)
}

/// Closes what was not signed in time and gives its kilograms back; answers how many contracts that were. One that fails does
/// not keep the others waiting.
pub async fn lapse_contracts(app: &App) -> anyhow::Result<usize> {
    let tx = Tx::read(&app.db).await?;
    let overdue = contracts::overdue(&tx, app.env.now(), AT_ONCE).await?;
    drop(tx);
    let mut closed = 0;
    for id in overdue {
        match lapse(app, id).await {
            Ok(true) => closed += 1,
            Ok(false) => {}
            Err(error) => tracing::error!(contract = %id, error = format!("{error:#}"), "a contract could not be closed"),
        }
    }
    Ok(closed)
}

async fn lapse(app: &App, id: ContractId) -> anyhow::Result<bool> {
    let now = app.env.now();
    let tx = Tx::write(&app.db).await?;
    let contract = contracts::get(&tx, Scope::All, id).await?;
    let Some(expired) = contract.lapse(now) else { return Ok(false) };
    match contracts::save(&tx, &expired, || app.env.id()).await {
        // Another process was faster.
        Err(StoreError::Stale) => return Ok(false),
        done => done?,
    }
    free(&tx, &contract, &expired, TradeDay::of(now)).await?;
    contracts::add_event(&tx, id, Entry::new(app.env.id(), "expired", &expired, now)).await?;
    tell(app, &tx, &expired, NoticeKind::ContractExpired, &json!({})).await?;
    tx.commit().await?;
    Ok(true)
}

/// Tells everybody who waits for a suspended organisation's signature that it cannot sign meanwhile: part of the transaction that
/// suspends it. The time to sign runs on, and a side that does not want to wait declines.
pub async fn tell_waiting(app: &App, tx: &Tx, org: &Organisation) -> anyhow::Result<()> {
    let side = org.profile.kind.side();
    let filter = contracts::Filter { to_sign: Some((side, app.env.now())), ..contracts::Filter::default() };
    let mut slice = Slice { after: None, limit: AT_ONCE };
    loop {
        // A page has one row more than asked for, which begins the next one.
        let mut page = contracts::list(tx, Scope::Org(org.id), &filter, slice).await?;
        let more = page.len() > usize::try_from(AT_ONCE).unwrap_or(usize::MAX);
        if more {
            page.pop();
        }
        for contract in &page {
            let said = json!({ "sign_by": contract.terms.sign_by });
            announce(app, tx, contract, side.other(), NoticeKind::ContractPartnerSuspended, None, said).await?;
        }
        slice.after = page.last().map(|contract| contract.id.into()).filter(|_| more);
        if slice.after.is_none() {
            return Ok(());
        }
    }
}

/// Gives back what the contract no longer keeps from others: all of it before it took effect, afterwards what was not sent.
async fn free(tx: &Tx, before: &Contract, ended: &Contract, today: TradeDay) -> Result<(), StoreError> {
    if !matches!(before.state, State::InForce { .. }) {
        return reservations::release(tx, ended.id).await;
    }
    let ledger = lines::of_contract(tx, ended.id).await?;
    // What was kept back becomes payable, and the rest of a deposit finds its owner.
    let reckoned = ledger.reckoned(ended, today);
    lines::save(tx, ended.id, &ledger, &reckoned).await?;
    release(tx, ended, &reckoned, today).await
}
